/** What is wrong with the tree of a framework and its weights. */
export const frameworkRules = {
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
} as const;
