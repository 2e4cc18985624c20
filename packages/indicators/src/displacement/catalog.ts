import { type Finder, finder } from "@vitalcore/core";

/** The rules of the calculators of displacement. */
export const displacementCatalog = {
  "indicators/displaced-abroad": {
    severity: "warning",
    message: "Row {row}: {found} internally displaced people of {origin} are listed in {asylum}.",
    hint: "Who is displaced inside a country has that country as origin and place: they are counted at the origin.",
  },
  "indicators/population-count": {
    severity: "error",
    message: "Row {row}, {name}: {found} is no count of people.",
  },
  "indicators/missing-year": {
    severity: "error",
    message: "Row {row}: it has no year, so that its people belong to no total.",
    hint: "Complete the year, or leave the row out.",
  },
  "indicators/repeated-pair": {
    severity: "error",
    message: "Row {row}: {origin} in {asylum} in {year} stands twice (first in row {first}).",
    hint: "People would be counted twice: keep one of the rows.",
  },
} as const;

export const find: Finder<typeof displacementCatalog> = /* @__PURE__ */ finder(displacementCatalog);
