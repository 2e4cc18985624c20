import { type Finder, finder } from "@vitalcore/core";

/** The rules of the calculators of online violence. */
export const violenceCatalog = {
  "indicators/unknown-code": {
    severity: "error",
    message:
      'Column "{column}", row {row}: {found} is none of the codes of the questionnaire ({codes}).',
    hint: "Name every code in the questionnaire: an unknown one may be a yes.",
  },
  "indicators/against-the-routing": {
    severity: "warning",
    message:
      '{count} rows have an answer in "{column}" that should not have been asked for (first: row {row}).',
    hint: "The answer was left out: it contradicts the question before it.",
  },
  "indicators/questionnaire": {
    severity: "error",
    message: "The questionnaire: {name} is {found}, and {wanted} is needed.",
  },
  "indicators/not-comparable": {
    severity: "error",
    message: "The studies do not measure the same: {aspect} differs ({values}).",
    hint: "Prevalences of different denominators, recall periods or acts must be neither averaged nor ranked.",
  },
  "indicators/unknown-aspect": {
    severity: "error",
    outcome: "not-evaluable",
    message: "Study {study} does not say its {aspect}: whether it can be compared is not known.",
  },
  "indicators/opt-in-sample": {
    severity: "warning",
    message: "Study {study} is an open sample and is left out: nobody knows whom it stands for.",
  },
  "indicators/few-studies": {
    severity: "error",
    message: "{found} probability samples are too few to be pooled: {least} are needed.",
    hint: "Show the studies one by one.",
  },
  "indicators/not-monotonic": {
    severity: "error",
    message: "{part} ({found}) exceeds {whole} ({limit}), of which it is a part.",
    hint: "Whoever met an act in twelve months met it in her life; whoever met one act met any.",
  },
} as const;

export const find: Finder<typeof violenceCatalog> = /* @__PURE__ */ finder(violenceCatalog);
