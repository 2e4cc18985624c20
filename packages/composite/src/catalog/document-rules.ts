/** What is wrong with the form of a methodology document. */
export const documentRules = {
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
} as const;
