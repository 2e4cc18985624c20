/** What is found while values are denominated, screened, imputed, treated and scored. */
export const stageRules = {
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
  "composite/own-scores-missing": {
    severity: "error",
    message: 'Node "{node}": {method} gives no score for {count} values (first {unit}).',
    hint: "It must give a finite number for every value that is there.",
  },
  "composite/weights-undefined": {
    severity: "error",
    message: 'Node "{node}": its children cannot be weighted by {method}: {why}.',
    hint: "Choose another method, or give the weights.",
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
} as const;
