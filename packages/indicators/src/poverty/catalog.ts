import { type Finder, finder } from "@vitalcore/core";

/** The rules of the calculators of poverty. */
export const povertyCatalog = {
  "indicators/line-base": {
    severity: "error",
    message:
      "The poverty line is in {line}, and the incomes are in {found}: dollars of different rounds of purchasing power parities must not be mixed.",
    hint: "Express incomes at the price base of the line: see `inInternationalDollars`.",
  },
  "indicators/no-price": {
    severity: "error",
    message: "There is no {what} for {found}; there is for {known}.",
    hint: "Prices of a neighbouring year are not taken: add the year to the series.",
  },
  "indicators/not-in-panel": {
    severity: "error",
    message:
      "{count} of {length} people lack an income at one of the two times (first at position {position}).",
    hint: "Transitions need a panel: leave out who was not observed twice, and weight for it.",
  },
  "indicators/life-table": {
    severity: "error",
    message:
      "Survivors at age group {position}: {found} follows {before}, and survivors cannot become more.",
  },
} as const;

export const find: Finder<typeof povertyCatalog> = /* @__PURE__ */ finder(povertyCatalog);
