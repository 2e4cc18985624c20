import { type Finder, finder } from "@vitalcore/core";

/** The rules of the human development calculators. */
export const humanDevelopmentCatalog = {
  "indicators/mixed-editions": {
    severity: "error",
    outcome: "not-evaluable",
    message: "{area}, {period}: the components come from different editions ({editions}).",
    hint: "Every edition is a new estimate of all years: take all components from one.",
  },
  "indicators/price-base": {
    severity: "error",
    outcome: "not-evaluable",
    message: "{area}, {period}: income is in {found}, and the edition {edition} needs {wanted}.",
    hint: "Incomes at different price bases must not be mixed: take them from the edition itself.",
  },
  "indicators/implausible-component": {
    severity: "error",
    outcome: "not-evaluable",
    message: "Row {row}: {name} is {found}, and {wanted} is needed.",
    hint: "The index of this row is missing.",
  },
  "indicators/above-maximum": {
    severity: "error",
    message: "{name} is {found}, above the highest value of the edition, {most}.",
    hint: "The maxima belong to an edition and its own series: give those of the edition that the values come from.",
  },
} as const;

export const find: Finder<typeof humanDevelopmentCatalog> =
  /* @__PURE__ */ finder(humanDevelopmentCatalog);
