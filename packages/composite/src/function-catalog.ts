import { type Finder, finder } from "@vitalcore/core";

/** What functions find that are used alone, apart from the build: so that small entries stay small. */
export const functionCatalog = {
  "composite/times-not-rising": {
    severity: "error",
    message: "The periods must be rising numbers, one for each of {count} values.",
  },
  "composite/regression-undefined": {
    severity: "error",
    message: "The regression is not defined: {why}.",
    hint: "Choose fewer or other predictors.",
  },
  "composite/em-undefined": {
    severity: "error",
    message: "The EM algorithm does not work here: {why}.",
    hint: "Take fewer columns than there are units, none of which is a function of the others.",
  },
  "composite/unknown-node": {
    severity: "error",
    message: "The result has no node {found}.",
    hint: "{meant}See the nodes of the result.",
  },
  "composite/invalid-change": {
    severity: "error",
    message: "The index cannot be changed so: {why}.",
    hint: "Weights are zero or more, and something of the index must be left.",
  },
  "composite/changed-result": {
    severity: "error",
    message:
      "The {what} of this result is not what it was built from: its fingerprint is {found}, and {wanted} was recorded.",
    hint: "Take the result as it was published; what was changed by hand cannot be reproduced.",
  },
  "composite/not-scored": {
    severity: "error",
    message:
      "{unit} has no score of the index, so its difference from another cannot be explained.",
  },
  "composite/not-decomposable": {
    severity: "error",
    message:
      'Node "{node}" is aggregated by {method}, which compares all units: a difference of two has no parts.',
    hint: "Explain the groups below it.",
  },
  "composite/too-many-parts": {
    severity: "error",
    message: "{what} takes at most {most} parts, and there are {found}.",
    hint: "{remedy}",
  },
  "composite/invalid-input": {
    severity: "error",
    message: "{what}: {why}.",
  },
  "composite/unknown-period": {
    severity: "error",
    message: "The base period is {found}, and the data have {periods}.",
    hint: "Name one of them.",
  },
  "composite/panel-columns": {
    severity: "error",
    message:
      "The data of a panel are neither a list of observations, nor a table whose columns of units and periods were named.",
    hint: 'Pass { unitColumn: "...", periodColumn: "..." } for a table.',
  },
  "composite/not-fixable": {
    severity: "error",
    message:
      'Node "{node}": what {method} fits to the units of one period cannot be applied to those of another.',
    hint: "Use goalposts, min-max or z-scores, or fit each period by itself.",
  },
  "composite/period-failed": {
    severity: "error",
    message: "Period {period}: {problem}",
  },
  "composite/treatment-undefined": {
    severity: "error",
    message: "{transform} is not defined: {why}.",
    hint: "Choose another function.",
  },
} as const;

export const findIn: Finder<typeof functionCatalog> = /* @__PURE__ */ finder(functionCatalog);
