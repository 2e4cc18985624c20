import { type Finder, finder } from "@vitalcore/core";

/** The rules of the calculators of food insecurity. */
export const foodCatalog = {
  "indicators/not-an-answer": {
    severity: "error",
    message: 'Column "{column}", row {row}: {found} is no answer.',
    hint: "Code 1 (or true) for yes, 0 (or false) for no, null for don't know and refused.",
  },
  "indicators/no-rasch-model": {
    severity: "error",
    message: "The model cannot be estimated: {reason}.",
    hint: "Every item needs a yes and a no among those who said yes to some items but not all.",
  },
  "indicators/answer-weight": {
    severity: "error",
    message: 'Column "{column}", row {row}: {found} is no weight.',
  },
  "indicators/few-answers": {
    severity: "warning",
    message:
      "Only {found} respondents said yes to some items but not all: severities are not reliable.",
  },
  "indicators/misfit-item": {
    severity: "warning",
    message: 'Item "{name}" does not fit the model (infit {infit}; 0.7 to 1.3 is usual).',
    hint: "It may have been understood differently: check its translation, and compare prevalences without it.",
  },
  "indicators/not-a-price-series": {
    severity: "error",
    message: "{name} is {found}, and {wanted} is needed.",
  },
} as const;

export const find: Finder<typeof foodCatalog> = /* @__PURE__ */ finder(foodCatalog);
