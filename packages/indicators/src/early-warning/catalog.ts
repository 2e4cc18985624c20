import { type Finder, finder } from "@vitalcore/core";

/** The rules of the early warning calculators. */
export const earlyWarningCatalog = {
  "indicators/mixed-series": {
    severity: "error",
    message: "The observations are no series: they mix {what} ({values}).",
    hint: "Give the observations of one indicator, area, breakdown and kind of period.",
  },
  "indicators/revised-value": {
    severity: "info",
    message: "{period}: the value was revised from {before} to {after}; the later one is used.",
  },
  "indicators/series-gap": {
    severity: "warning",
    message:
      "{count} periods have no value ({periods}): rules that need neighbours do not see them.",
  },
  "indicators/too-short-series": {
    severity: "error",
    message: "{what} needs {least} values at least, and there are {found}.",
  },
} as const;

export const find: Finder<typeof earlyWarningCatalog> = /* @__PURE__ */ finder(earlyWarningCatalog);
