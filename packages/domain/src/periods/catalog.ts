import { type Finder, finder } from "@vitalcore/core";

/** The rules of periods. */
export const periodCatalog = {
  "domain/period-form": {
    severity: "error",
    message: "{found} is not a period.",
    hint: "Write 2018, 2018-S1, 2018-T1, 2018-Q3, 2018-03, 2018-W07, 2018-03-15 or 2014/2018.",
  },
  "domain/period-part": {
    severity: "error",
    message: "{found}: {year} has no {part}.",
    hint: "It has {parts}.",
  },
  "domain/period-reversed": {
    severity: "error",
    message: "{found} ends before it begins.",
    hint: "Write the earlier date first, or a duration of at least one day.",
  },
  "domain/period-time": {
    severity: "error",
    message: "{found} has a time of day.",
    hint: "Periods are whole days: write midnight (T00:00:00), or the date alone.",
  },
  "domain/period-date": {
    severity: "error",
    message: "{found} is not a date of the years 1 to 9999.",
    hint: "Give a valid Date.",
  },
} as const;

export const find: Finder<typeof periodCatalog> = /* @__PURE__ */ finder(periodCatalog);
