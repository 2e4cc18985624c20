import { type Finder, finder } from "@vitalcore/core";

/** What is found in tables of frameworks and in metadata, beyond what `@vitalcore/composite` checks. */
export const definitionsCatalog = {
  "validate/framework-shape": {
    severity: "error",
    message: "This is no framework: {found}.",
    hint: "Give a list of nodes with code, parent, and for indicators direction and unit.",
  },
  "validate/table-schema": {
    severity: "error",
    message: "{at}: {problem}.",
    hint: "See the Table Schema of the Data Package standard.",
  },
  "validate/weight-not-a-number": {
    severity: "error",
    message: 'Node "{node}": the weight {found} is not a number.',
    hint: "Write digits with a decimal point.",
  },
  "validate/weights-percent": {
    severity: "warning",
    message: 'The weights of the children of "{node}" sum to {sum}: they seem to be percentages.',
    hint: "Weights are relative, so it makes no difference; but the other groups sum to {other}.",
  },
  "validate/direction": {
    severity: "error",
    message: 'Node "{node}": the direction is {found}.',
    hint: "Write 1 (more is better) or -1 (more is worse) for every indicator; there is no default.",
  },
  "validate/level-skip": {
    severity: "warning",
    message: 'Node "{node}" of level {level} hangs on "{parent}" of level {parentLevel}.',
    hint: "It counts as much as whole groups beside it: is that meant?",
  },
  "validate/unit-missing": {
    severity: "warning",
    message: 'Indicator "{node}" has no unit.',
    hint: "Values without a unit cannot be checked, and not be explained.",
  },
  "validate/several-parents": {
    severity: "error",
    message: 'Node "{node}" has {count} parents: {parents}.',
    hint: "A node has one parent; give an indicator that counts twice a second node, and say why.",
  },
  "validate/goalposts": {
    severity: "error",
    message: 'Node "{node}": the goalposts are {low} and {high}.',
    hint: "{advice}",
  },
  "validate/target-outside-goalposts": {
    severity: "warning",
    message: 'Node "{node}": the target {found} lies outside the goalposts, {low} to {high}.',
    hint: "It cannot be reached within the scale: check both.",
  },
  "validate/metadata-type": {
    severity: "error",
    message: "{field} is {found}, and {wanted} is needed.",
  },
  "validate/metadata-missing": {
    severity: "error",
    message: "{field} is missing.",
    hint: "It is {wanted}.",
  },
  "validate/metadata-unknown": {
    severity: "warning",
    message: "{field} is not known here, and has no effect.",
    hint: "{meant}Known are: {known}.",
  },
  "validate/license-missing": {
    severity: "warning",
    message: "{field} is missing.",
    hint: "Without a license nobody may use the data further: ask the source, and write its SPDX id.",
  },
  "validate/license-unknown": {
    severity: "warning",
    message: "{field} is {found}, which is no SPDX id of a license for data.",
    hint: "{meant}For a license of its own write LicenseRef- and a name.",
  },
  "validate/unsafe-url": {
    severity: "error",
    message: "{field} is no web address.",
    hint: "Write an address that begins with https:// or http://.",
  },
  "validate/markup": {
    severity: "warning",
    message: "{field} holds markup.",
    hint: "Write plain text: pages that do not escape it would run it.",
  },
  "validate/period-reversed": {
    severity: "error",
    message: "{field} runs from {start} to {end}.",
    hint: "Write the earlier date first.",
  },
} as const;

/** The rules of this catalog by code. */
export type DefinitionsCatalog = typeof definitionsCatalog;

export const find: Finder<DefinitionsCatalog> = /* @__PURE__ */ finder(definitionsCatalog);
