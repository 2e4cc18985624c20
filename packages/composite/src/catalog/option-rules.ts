/** What is wrong with the indicators and the options of a methodology. */
export const optionRules = {
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
  "composite/lacking-target": {
    severity: "error",
    message: 'Node "{node}": "{indicator}" is best at a target, and none is given.',
    hint: 'Write the raw value that is best: "direction": { "value": "target", "target": 2.1, "reason": "..." }.',
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
  "composite/weights-overruled": {
    severity: "warning",
    message:
      'Node "{node}": the weights of its children are found by {method}, and those written at them are not used.',
    hint: "Leave them out.",
  },
  "composite/weights-need-scores": {
    severity: "error",
    message: "Weights are to be computed from scores, and a plan has none.",
    hint: "Build the index, and write its weights into the methodology: withWeights() of /weights.",
  },
  "composite/invalid-weighting": {
    severity: "error",
    message: 'Node "{node}" finds the weights of its children by {method}: {why}.',
    hint: "{remedy}",
  },
  "composite/idle-level": {
    severity: "warning",
    message: "{path} concerns no node: {why}.",
    hint: "The index itself has the depth 0.",
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
    hint: 'Pass the function: { "methods": { "{kind}": { {found}: ... } } }.',
  },
  "composite/idle-imputations": {
    severity: "warning",
    message: "{path} says how values are drawn several times, and no indicator is imputed so.",
    hint: 'Use it: "impute": { "method": "multiple" }.',
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
} as const;
