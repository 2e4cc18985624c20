import { type Finder, finder } from "@vitalcore/core";
import { functionCatalog } from "./function-catalog.js";

/** The rules that `composite` checks: the methodology, the data that enter, and the two together. */
const indexCatalog = {
  // The document
  "composite/wrong-type": {
    severity: "error",
    message: "{path} is {found}, where {wanted} is needed.",
  },
  "composite/missing-field": {
    severity: "error",
    message: "{path} is missing.",
    hint: "It is {wanted}.",
  },
  "composite/unknown-field": {
    severity: "error",
    message: "{path} is not known here, and would have no effect.",
    hint: "{meant}Known are: {known}.",
  },
  "composite/unknown-option": {
    severity: "error",
    message: "{path} is {found}, which is not known.",
    hint: "{meant}Known are: {known}.",
  },
  "composite/out-of-bounds": {
    severity: "error",
    message: "{path} is {found}, and must be {wanted}.",
  },
  // The framework
  "composite/invalid-id": {
    severity: "error",
    message: "{found} ({path}) cannot be the id of a node: {why}.",
    hint: "Use letters, digits, -, _ and ., starting with a letter or digit.",
  },
  "composite/duplicate-id": {
    severity: "error",
    message: 'The id "{node}" is given twice, at {firstPath} and at {path}.',
    hint: "Give each node an id of its own; labels may repeat.",
  },
  "composite/near-duplicate-id": {
    severity: "warning",
    message: 'The ids "{node}" and "{other}" differ by letter case only.',
    hint: "Rename one: readers and file systems will confuse them.",
  },
  "composite/unknown-parent": {
    severity: "error",
    message: 'Node "{node}" has the parent {found}, and there is no such node.',
    hint: "{meant}The parent must be the id of a node.",
  },
  "composite/cycle": {
    severity: "error",
    message: "Nodes are above themselves: {cycle}.",
    hint: "Change the parent of one of them.",
  },
  "composite/no-root": {
    severity: "error",
    message: "No node is without a parent, so none is the index.",
    hint: "Leave out the parent of the node that is the index.",
  },
  "composite/several-roots": {
    severity: "error",
    message: "{count} nodes have no parent: {roots}.",
    hint: "One is the index; give the others a parent.",
  },
  "composite/root-is-leaf": {
    severity: "error",
    message: 'The index "{node}" is itself an indicator.',
    hint: "Put a node above it.",
  },
  "composite/empty-node": {
    severity: "error",
    message: 'Node "{node}" has neither children nor an indicator.',
    hint: "Name its indicator, give it children, or remove it.",
  },
  "composite/indicator-with-children": {
    severity: "error",
    message: 'Node "{node}" stands for an indicator and has children: {children}.',
    hint: "Move the indicator to a node of its own below it.",
  },
  "composite/single-child": {
    severity: "warning",
    message: 'Node "{node}" has one child only, "{child}".',
    hint: "It passes its score on: that child gets the whole weight of its parent.",
  },
  "composite/misplaced-option": {
    severity: "error",
    message: 'Node "{node}" has the option "{option}", which has no effect on {kind}.',
    hint: "{remedy}",
  },
  // Weights
  "composite/invalid-weight": {
    severity: "error",
    message: 'Node "{node}" has the weight {found}.',
    hint: "A weight is a number from 0 to 1e100. JSON has no NaN or Infinity, and writes them as null.",
  },
  "composite/missing-weight": {
    severity: "error",
    message: 'Node "{node}" has no weight, and its siblings under "{parent}" have: {siblings}.',
    hint: "Give all siblings a weight, or none for equal weights.",
  },
  "composite/zero-weights": {
    severity: "error",
    message: 'All children of "{node}" have the weight zero.',
    hint: "Give one of them at least a weight above zero.",
  },
  "composite/weights-sum": {
    severity: "warning",
    message:
      'The weights of the children of "{node}" sum to {sum}: nearly {whole}, but not by rounding.',
    hint: "Weights are relative, so the index can be built; but look for a slip.",
  },
  // Indicators and their treatment
  "composite/unknown-indicator": {
    severity: "error",
    message: 'Node "{node}" names the indicator {found}, which has no definition.',
    hint: "{meant}Pass its definition, or write it into the methodology's definitions.",
  },
  "composite/double-counting": {
    severity: "warning",
    message: 'The indicator "{indicator}" enters at several nodes: {nodes}.',
    hint: "It counts as often. Keep one, or say in a note why not.",
  },
  "composite/definition-overruled": {
    severity: "warning",
    message:
      'The methodology\'s own definition of "{indicator}" differs from the one passed, and is used.',
    hint: "Give the methodology's indicator an id of its own.",
  },
  "composite/duplicate-definition": {
    severity: "error",
    message: '{path} defines "{indicator}" again, and differently.',
    hint: "Unit, range or direction differ: keep the right one.",
  },
  "composite/ambiguous-direction": {
    severity: "error",
    message:
      'Node "{node}": whether more of "{indicator}" is better is ambiguous by its definition.',
    hint: 'Decide it in writing: "direction": { "value": "higherWorse", "reason": "..." }.',
  },
  "composite/no-method": {
    severity: "error",
    message: 'Node "{node}" has no method of normalization.',
    hint: "Name one there, or in the methodology's defaults: {known}.",
  },
  "composite/no-goalposts": {
    severity: "error",
    message: 'Node "{node}" is scored between goalposts, and lacks {lacking}.',
    hint: "Give the raw values that score worst and best.",
  },
  "composite/equal-goalposts": {
    severity: "error",
    message: 'Node "{node}": worst and best are both {found}{transformed}.',
    hint: "Nothing lies between them: give two different values.",
  },
  "composite/goalposts-against-direction": {
    severity: "error",
    message:
      'Node "{node}": worst {worst} and best {best} contradict "{direction}", the direction of "{indicator}".',
    hint: 'Exchange them; or overrule the direction in writing: "direction": { "value": ..., "reason": ... }.',
  },
  "composite/best-off-target": {
    severity: "error",
    message: 'Node "{node}": "{indicator}" is best at {target}, and the best goalpost is {found}.',
    hint: "Put the best goalpost at {target}.",
  },
  "composite/target-outside-transform": {
    severity: "error",
    message:
      'Node "{node}": "{indicator}" is best at {target}, and {transform} takes values above {bound} only.',
    hint: "Choose another transform.",
  },
  "composite/goalpost-outside-transform": {
    severity: "error",
    message: 'Node "{node}": {option} is {found}, and {transform} takes values above {bound} only.',
    hint: "Choose another goalpost or another transform.",
  },
  "composite/lacking-options": {
    severity: "error",
    message: 'Node "{node}" is scored by {method}, and lacks {lacking}.',
    hint: "Give it there, or in the methodology's defaults.",
  },
  "composite/method-needs-more-is-better": {
    severity: "error",
    message:
      'Node "{node}": {method} needs an indicator where more is better, and of "{indicator}" it is not.',
    hint: "Choose another method: a share of the maximum cannot be turned round.",
  },
  "composite/categories-against-direction": {
    severity: "error",
    message:
      'Node "{node}": the scores of the classes, {found}, contradict "{direction}", the direction of "{indicator}".',
    hint: "The first score is that of the lowest values.",
  },
  "composite/lacking-parameter": {
    severity: "error",
    message: 'Node "{node}" is aggregated by {method}, and lacks "{option}".',
    hint: "{remedy}",
  },
  "composite/weights-not-used": {
    severity: "warning",
    message:
      'Node "{node}" is aggregated by {method}, in which the weights of its children do not enter.',
    hint: "Leave the weights out, or choose a method that uses them.",
  },
  "composite/method-not-passed": {
    severity: "error",
    message: 'Node "{node}" asks for {found}, and no {kind} of that name was passed.',
    hint: 'Pass the function: { "methods": { "{kind}": { "{found}": ... } } }.',
  },
  "composite/unknown-predictor": {
    severity: "error",
    message: 'Node "{node}" is imputed from {found}, which is no indicator of the framework.',
    hint: "{meant}Predictors are ids of leaves.",
  },
  "composite/no-predictors": {
    severity: "error",
    message: 'Node "{node}" is imputed by {method}, and has no siblings to be predicted from.',
    hint: "Name its predictors.",
  },
  "composite/empty-scale": {
    severity: "error",
    message: "{path} is {found}: its lowest score must be below its highest.",
    hint: "Directions come from the indicators, not from the scale.",
  },
  "composite/zero-in-mean": {
    severity: "error",
    message:
      'Node "{node}" takes a {method} mean, and its child "{child}" can score {least}: a zero makes the mean zero, whatever the others are.',
    hint: 'Use a scale that starts above zero, such as [1, 100]; or choose it: "aggregate": { "zeros": "annul" }.',
  },
  "composite/negative-in-mean": {
    severity: "error",
    message: 'Node "{node}" takes a {method} mean, and its child "{child}" can score {least}.',
    hint: "The mean of negative scores is not defined: use a scale above zero, or an arithmetic mean.",
  },
  "composite/invalid-period": {
    severity: "error",
    message: "{path} is {found}, which is not a period.",
    hint: "{meant}Write a year (2018), quarter (2018-Q3), month (2018-07), day (2018-07-31) or span (2014/2018).",
  },
  "composite/empty-window": {
    severity: "error",
    message: "{path} selects nothing: it begins with {from} and ends with {to}.",
  },
  // The data
  "composite/not-observations": {
    severity: "error",
    message:
      "The data are neither a list of observations nor a table with a unit column that was named.",
    hint: 'For a table with a row per unit and a column per indicator, pass { unitColumn: "..." }.',
  },
  "composite/invalid-observation": {
    severity: "error",
    message: "{count} observations have {found} as {field} (first in row {row}).",
    hint: "It is {wanted}.",
  },
  "composite/infinite-value": {
    severity: "error",
    message: '"{indicator}" has {count} infinite values (first {unit}, row {row}: {found}).',
    hint: "Infinity comes from a division by zero or an overflow: mend it, or write null with a status.",
  },
  "composite/unit-mismatch": {
    severity: "error",
    message:
      '"{indicator}" is defined in {wanted}, and {count} observations are in {found} (first {unit}, row {row}).',
    hint: "Convert them; nothing is rescaled silently.",
  },
  "composite/out-of-range": {
    severity: "error",
    message:
      '"{indicator}" has {count} values outside its range of {range} (first {unit}: {found}).',
    hint: "Mend the values, or the range in the definition.",
  },
  "composite/proportion-not-percent": {
    severity: "warning",
    message: '"{indicator}" is a percentage, and all its {count} values are between 0 and 1.',
    hint: "If they are proportions, multiply them by 100.",
  },
  "composite/duplicate-value": {
    severity: "error",
    message:
      '"{indicator}" has several values for {count} units and the period taken: first {unit}, rows {row} and {otherRow} ({found} and {otherFound}).',
    hint: "Keep one, or select an edition; units: {units}.",
  },
  "composite/several-periods": {
    severity: "error",
    message:
      '"{indicator}" has values of several periods for {count} units, and one only is to be taken: first {unit}, {periods}.',
    hint: 'Narrow the window, or take the "latest"; units: {units}.',
  },
  "composite/mixed-editions": {
    severity: "warning",
    message:
      'Node "{node}": the values of "{indicator}" are taken from several editions: {editions}.',
    hint: 'Editions may differ in method: select one, { "edition": "..." }.',
  },
  "composite/duplicate-unit": {
    severity: "error",
    message: 'The unit "{unit}" stands in row {otherRow} and again in row {row}.',
    hint: "A table has one row for each unit.",
  },
  "composite/unit-listed-twice": {
    severity: "error",
    message: 'The unit "{unit}" is listed twice.',
  },
  "composite/missing-unit": {
    severity: "error",
    message: 'Column "{column}" names no unit in {count} rows (first row {row}).',
    hint: "Remove these rows, or name their unit.",
  },
  "composite/identifying-column": {
    severity: "error",
    message: 'Column "{column}" is marked as identifying, and an index shows its values.',
    hint: "Leave it out, or replace names by codes that identify nobody.",
  },
  "composite/column-kind": {
    severity: "error",
    message: 'Column "{column}" holds {found}, and {wanted} is needed.',
    hint: "Convert it when reading.",
  },
  "composite/unknown-column": {
    severity: "error",
    message: 'There is no column "{column}".',
    hint: "{meant}The columns are: {columns}.",
  },
  "composite/no-units": {
    severity: "error",
    message: "There are no units to rank.",
    hint: "No data row or observation belongs to an indicator of the index and a unit that is listed.",
  },
  "composite/indicator-without-data": {
    severity: "error",
    message: 'Nothing in the data is called "{indicator}", the indicator of node "{node}".',
    hint: "{meant}Remove the node if the index is to do without it.",
  },
  "composite/indicator-all-missing": {
    severity: "warning",
    message: 'Node "{node}": no unit has a value of "{indicator}"{why}.',
    hint: "The index is built of the other indicators, as far as the missing-data rules allow.",
  },
  "composite/outside-transform": {
    severity: "error",
    message:
      'Node "{node}": {count} values of "{indicator}" have no {transform} (first {unit}: {found}).',
    hint: "It takes values above {bound} only: choose another transform, or declare these values missing.",
  },
  "composite/no-variation": {
    severity: "error",
    message:
      'Node "{node}": {present} of {count} units have a value of "{indicator}", and no two differ: {method} cannot score them.',
    hint: "Score it between goalposts, or leave the indicator out.",
  },
  "composite/constant-indicator": {
    severity: "warning",
    message: 'Node "{node}": all {count} values of "{indicator}" are {found}.',
    hint: "It does not tell the units apart.",
  },
  "composite/unknown-grouping": {
    severity: "error",
    message: "Values are to be imputed within {found}, and there is no grouping of that name.",
    hint: "{meant}Pass the groups of the units, or a table with a text column of that name.",
  },
  "composite/zero-denominator": {
    severity: "error",
    message:
      'Node "{node}": the denominator "{by}" of "{indicator}" is zero for {count} units: {units}.',
    hint: "Mend it, or declare it missing.",
  },
  "composite/missing-denominator": {
    severity: "warning",
    message:
      'Node "{node}": {count} values of "{indicator}" are lost, for want of "{by}": {units}.',
    hint: "Complete the denominator.",
  },
  "composite/exception-without-unit": {
    severity: "warning",
    message: "{path} is {found}, and there is no such unit.",
  },
  "composite/left-out": {
    severity: "info",
    message: "{unit} is left out: {why}.",
  },
  "composite/imputation-undefined": {
    severity: "error",
    message: 'Node "{node}" cannot be imputed by {method}: {why}.',
    hint: "Choose other predictors or another method.",
  },
  "composite/imputed": {
    severity: "info",
    message: 'Node "{node}": {count} of {total} values of "{indicator}" are imputed ({method}).',
  },
  "composite/not-imputed": {
    severity: "warning",
    message:
      'Node "{node}": {count} gaps of "{indicator}" could not be filled by {method}, and stay: {units}.',
    hint: 'What the method needs is missing there too; a group without values can take the overall one, by "fallback".',
  },
  "composite/treated": {
    severity: "info",
    message: 'Node "{node}": "{indicator}" was treated for outliers ({by}); {count} points differ.',
  },
  "composite/not-treated": {
    severity: "warning",
    message:
      'Node "{node}": whether "{indicator}" has outliers cannot be told (too few values, or too few different ones): it is left as it is.',
  },
  "composite/still-skewed": {
    severity: "warning",
    message:
      'Node "{node}": "{indicator}" fails the check after treatment too (skewness {skewness}, kurtosis {kurtosis}).',
    hint: "Look at its distribution: a treatment of its own may be needed, or none.",
  },
  "composite/treated-scale": {
    severity: "error",
    message:
      'Node "{node}": treatment ({by}) changes the scale of "{indicator}", and the parameters of {method} are raw values.',
    hint: 'Switch its treatment off ("first": "none"), keep to winsorizing ("second": "none"), or choose another method.',
  },
  "composite/treatment-undefined": {
    severity: "error",
    message: "{transform} is not defined: {why}.",
    hint: "Choose another function.",
  },
  "composite/target-not-beyond": {
    severity: "error",
    message:
      'Node "{node}": the target {found} of "{indicator}" is not better than the worst value, {worst}.',
    hint: "Set a target that the units have before them.",
  },
  "composite/reference-unusable": {
    severity: "error",
    message: 'Node "{node}": "{indicator}" is scored by its distance to {unit}, which {why}.',
    hint: "Choose another unit of reference, or another method.",
  },
  "composite/no-positive-maximum": {
    severity: "error",
    message:
      'Node "{node}": the largest value of "{indicator}" is {found}, and shares of it are wanted.',
    hint: "Choose another method.",
  },
  "composite/range-too-wide": {
    severity: "error",
    message: 'Node "{node}": the values of "{indicator}" lie too far apart to be scored.',
    hint: "Look for values of an impossible size.",
  },
  "composite/nonpositive-score": {
    severity: "error",
    message:
      'Node "{node}" takes a {method} mean, and {count} units have a child that scores zero or less (first {unit}: "{child}" with {found}).',
    hint: 'Use a scale above zero, or an arithmetic mean; a zero, not a negative score, may be chosen by "zeros": "annul".',
  },
  "composite/unused-indicator": {
    severity: "info",
    message: 'The data hold {count} values of "{indicator}", which is not in the framework.',
    hint: "{meant}They are not used.",
  },
  "composite/unlisted-unit": {
    severity: "info",
    message: 'The data hold {count} values for "{unit}", which is not among the units listed.',
    hint: "{meant}They are not used.",
  },
  "composite/selection-not-applied": {
    severity: "info",
    message:
      "A table has no periods, breakdowns or editions: the rules of selection were not applied.",
    hint: "Pass observations to have them applied.",
  },
  "composite/missing-values": {
    severity: "info",
    message: "{unit} lacks {count} of {total} indicators: {indicators}.",
  },
  "composite/clamped": {
    severity: "info",
    message:
      'Node "{node}": {count} values of "{indicator}" lie beyond the {side} goalpost ({goalpost}), and score as it does: {units}.',
  },
  "composite/nothing-ranked": {
    severity: "warning",
    message: "None of {count} units has enough data to be ranked.",
    hint: "See `notRanked` for the rules that they fail.",
  },
  "composite/screened-out": {
    severity: "info",
    message: "{unit} has {present} of {total} indicators, and {needed} are needed: it is left out.",
  },
  "composite/unknown-unit": {
    severity: "error",
    message: "The result has no unit {found}.",
    hint: "{meant}See the units of the result.",
  },
} as const;

/** Everything that this package finds: in the methodology, the data, and in its functions alone. */
export const compositeCatalog: typeof indexCatalog & typeof functionCatalog = {
  ...indexCatalog,
  ...functionCatalog,
};

export const find: Finder<typeof indexCatalog> = /* @__PURE__ */ finder(indexCatalog);

/** The beginning of a hint that names what was probably meant. */
export function meant(suggestion: string | undefined): string {
  return suggestion === undefined ? "" : `Did you mean "${suggestion}"? `;
}
