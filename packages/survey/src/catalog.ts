import { type Finder, finder } from "@vitalcore/core";

/** The rules that `survey` checks. */
export const surveyCatalog = {
  "survey/empty-table": {
    severity: "error",
    message: "The table has no rows: there is nothing to estimate from.",
  },
  "survey/missing-design-value": {
    severity: "error",
    message: 'Column "{column}" is missing in {count} rows (first in row {row}); it is the {role}.',
    hint: "Weights, strata, clusters and finite population sizes must be known for every row: mend them, or leave the rows out before the design is made and say so.",
  },
  "survey/negative-weight": {
    severity: "error",
    message: 'Column "{column}", row {row}: the {role} is {found}, below zero.',
    hint: "A weight says how many people a row stands for; 0 means outside the sample.",
  },
  "survey/all-weights-zero": {
    severity: "error",
    message: 'Every value of "{column}" is zero: nobody is represented.',
    hint: "Name the column of final weights.",
  },
  "survey/probability-range": {
    severity: "error",
    message: 'Column "{column}", row {row}: {found} is not a probability in (0, 1].',
    hint: "Give inclusion probabilities as `probabilities`, and weights (1/probability) as `weights`.",
  },
  "survey/clusters-not-nested": {
    severity: "error",
    message:
      'Cluster {cluster} of "{column}" is found in stratum {stratum} and in stratum {otherStratum} (row {row}).',
    hint: "If cluster numbers start again in each stratum, say `nest: true`; otherwise mend the strata.",
  },
  "survey/fpc-mixed": {
    severity: "error",
    message:
      'Column "{column}" mixes population sizes (above 1) and sampling fractions (below 1), first in row {row}: {found}.',
    hint: "Give sizes for all rows, or fractions for all rows.",
  },
  "survey/fpc-below-sample": {
    severity: "error",
    message:
      'Column "{column}": stratum {stratum} has {sampled} sampled units but a population of {found} (row {row}).',
    hint: "The finite population size counts the units of the frame in the stratum, at that stage.",
  },
  "survey/fpc-not-constant": {
    severity: "error",
    message: 'Column "{column}" differs within stratum {stratum}: {found} and {other} (row {row}).',
    hint: "One population size belongs to one stratum. Unequal probabilities are given with `pps`.",
  },
  "survey/fpc-positive": {
    severity: "error",
    message: 'Column "{column}", row {row}: a finite population size of {found} is not positive.',
  },
  "survey/stage-count": {
    severity: "error",
    message: "{what} is given for {given} stages, and there are {stages} stages of clusters.",
    hint: "Give it once per stage of `clusters`, first stage first, or leave later stages out where allowed.",
  },
  "survey/frequency-not-whole": {
    severity: "error",
    message:
      'Column "{column}", row {row}: a frequency of {found} is not a whole number of 0 or more.',
    hint: "Frequencies say how many identical rows a row stands for. Sampling weights are given as `weights`.",
  },
  "survey/lonely-psu": {
    severity: "error",
    outcome: "not-evaluable",
    message:
      "{count} strata have a single primary sampling unit, so that their variance cannot be estimated: {strata}.",
    hint: 'Merge strata as the survey report says, or choose a policy in the design: `lonely: "adjust"` (deviation from the grand mean), "average", "certainty" or "remove".',
  },
  "survey/missing-values": {
    severity: "error",
    message: 'Column "{column}" is missing in {count} rows of the domain (first in row {row}).',
    hint: 'Decide what a missing answer means. `missing: "exclude"` leaves these rows out as a domain and reports how many.',
  },
  "survey/not-binary": {
    severity: "error",
    message: 'Column "{column}" holds {values}, where 0 and 1 (or truth values) are needed.',
    hint: 'If 1 means yes and 2 means no, name the event: `event: 1`. Codes for "don\'t know" or "refused" are not a no.',
  },
  "survey/unknown-event": {
    severity: "warning",
    message: 'No row of "{column}" has the event {found}.',
    hint: "The values are: {values}. If the event is spelled as they are, its share is 0.",
  },
  "survey/not-positive": {
    severity: "warning",
    message:
      'Column "{column}" is zero or below in {count} rows, which are left out: the measure is of positive amounts.',
  },
  "survey/empty-domain": {
    severity: "warning",
    outcome: "not-evaluable",
    message:
      "No row with a positive weight and an answer is in the domain {domain}: there is no estimate.",
    hint: "Look at the spelling of the groups and at the routing of the question.",
  },
  "survey/zero-denominator": {
    severity: "warning",
    outcome: "not-evaluable",
    message: "The denominator of {what} is zero in the domain {domain}: the ratio has no value.",
  },
  "survey/no-degrees-of-freedom": {
    severity: "warning",
    outcome: "not-evaluable",
    message: "The domain {domain} has {found} degrees of freedom: there is no interval.",
    hint: "The domain lies in too few primary sampling units for its strata. Report it without an interval, or merge domains.",
  },
  "survey/undefined-design-effect": {
    severity: "warning",
    outcome: "not-evaluable",
    message: "The design effect of {what} is not defined: {reason}.",
  },
  "survey/undecided-rows": {
    severity: "info",
    message: "{count} rows are outside the domain because its condition is missing there.",
    hint: "Say in the condition what a missing answer means.",
  },
  "survey/option": {
    severity: "error",
    message: "{option} is {found}, and {wanted} is needed.",
  },
  "survey/unknown-field": {
    severity: "error",
    message: "{option} is nothing that the {document} knows.",
    hint: "It knows: {known}.",
  },
  "survey/replicate-shape": {
    severity: "error",
    message: "{what} has {given} entries for {replicates} replicates.",
  },
  "survey/replicates-dropped": {
    severity: "warning",
    message: "{count} of {total} replicates have no value and are left out of the variance.",
  },
  "survey/not-two-psus": {
    severity: "error",
    message:
      "Stratum {stratum} has {found} primary sampling units; balanced half-samples need two.",
    hint: 'Use `type: "JKn"` or a bootstrap, or pair the units.',
  },
  "survey/not-converged": {
    severity: "warning",
    message: "{what} did not converge: the values are those of the last step.",
    hint: "Look for categories without variation, and for terms that predict the outcome perfectly.",
  },
  "survey/calibration-failed": {
    severity: "error",
    message:
      "The weights cannot be brought to the totals: after {steps} steps they are off by {misfit}, relative to 1 + total (largest for {auxiliary}).",
    hint: "Widen the bounds, merge small categories, or look for totals that contradict each other.",
  },
  "survey/calibration-cells": {
    severity: "error",
    message: "{what}: {cells}.",
    hint: "Give a total for every cell with respondents, and respondents for every total; merge cells, or say `partial: true` where cells without respondents may be left out.",
  },
  "survey/calibration-singular": {
    severity: "warning",
    message:
      "The auxiliary {auxiliary} says nothing beyond the others and is left out of the variance.",
  },
  "survey/negative-calibrated": {
    severity: "warning",
    message: "{count} weights are negative after calibration.",
    hint: 'Use `distance: "raking"`, or bounds with a lower one above 0.',
  },
  "survey/calibration-domain": {
    severity: "error",
    message: "Weights are adjusted in the whole sample, and this design is a domain of it.",
    hint: "Calibrate first, then take the subset.",
  },
  "survey/raking-steps": {
    severity: "warning",
    message: "Raking stopped after {steps} rounds, still changing by {change}.",
    hint: "Raise `maxIterations`, or look for margins that contradict each other.",
  },
  "survey/wording-changed": {
    severity: "warning",
    message: "The rounds are not comparable as they stand: {changed}.",
    hint: "Report the two values side by side with this note; a test tells change and wording together, never apart.",
  },
  "survey/unlisted-code": {
    severity: "warning",
    message:
      'Column "{column}" has the value {found} in {count} rows (first in row {row}), which the question does not list: it is read as missing.',
    hint: "Look it up in the codebook, and list it as yes, no, `dontKnow` or `refused`.",
  },
  "survey/not-in-both-rounds": {
    severity: "warning",
    outcome: "not-evaluable",
    message:
      "{estimate} has no value with an error above 0 in both rounds, and its change is not tested.",
  },
  "survey/no-area-variance": {
    severity: "warning",
    message:
      "The variance between areas is estimated as 0: every estimate is that of the regression alone.",
    hint: "The mean squared errors are optimistic then; look at the direct estimates of the largest areas.",
  },
  "survey/not-protected": {
    severity: "warning",
    message:
      "No pattern was found that protects all small counts: an attacker's verdict is {verdict}.",
    hint: "Merge rows or columns of the table.",
  },
  "survey/cannot-protect": {
    severity: "error",
    message: "{cell} cannot be protected by hiding further counts.",
    hint: "Withdraw or coarsen what else is published about it (percentages, other totals), or join categories.",
  },
  "survey/suppression-too-large": {
    severity: "error",
    outcome: "not-evaluable",
    message: "{hidden} hidden counts in {relations} relations are too many to be checked at once.",
    hint: "Check the tables in parts that share no count, or use a specialized program (tau-Argus, sdcTable).",
  },
  "survey/unknown-count": {
    severity: "error",
    message: "A relation or an option names the count {found}, which is not given.",
  },
  "survey/duplicate-count": {
    severity: "error",
    message: "The count {found} is given twice.",
  },
  "survey/not-a-count": {
    severity: "error",
    message: 'The count "{cell}" is {found}.',
    hint: "Counts are whole numbers from 0; null only where a publication hides them.",
  },
  "survey/number-of-groups": {
    severity: "error",
    message:
      "{column} has {found} different values among the rows that count, and {wanted} needed.",
    hint: "Derive a column of the groups to compare, or take a subset of them.",
  },
  "survey/untestable": {
    severity: "error",
    outcome: "not-evaluable",
    message:
      "{what} has {found} degrees of freedom: sampled units less strata leave none to judge by.",
    hint: "Leave out terms or groups, or take fewer strata together.",
  },
  "survey/no-variation": {
    severity: "error",
    outcome: "not-evaluable",
    message:
      "{what} of {column} has no standard error to judge by: the answers are the same in all units, or none is known.",
    hint: "Look at the answers, or test a larger part of the sample.",
  },
  "survey/needs-clusters": {
    severity: "error",
    message:
      "{what} needs the clusters and strata of the sample, and this design has replicate weights only.",
  },
} as const;

/** Makes the findings of this package. */
export const find: Finder<typeof surveyCatalog> = /* @__PURE__ */ finder(surveyCatalog);
