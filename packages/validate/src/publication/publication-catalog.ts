import { type Finder, finder } from "@vitalcore/core";

/** What the checks of publications find. */
export const publicationCatalog = {
  "validate/unknown-preset": {
    severity: "error",
    message: "There is no preset {found}.",
    hint: "There is no default: name one of {presets}.",
  },
  "validate/unreliable": {
    severity: "error",
    message: "Row {row}: {found} is not to be shown ({reason}; {preset}).",
    hint: "Leave it out with status Q or U, or join groups or years.",
  },
  "validate/few-cases": {
    severity: "warning",
    message: "Row {row}: the value rests on {found} cases: show it in parentheses ({preset}).",
    hint: "The cases are the unweighted ones of the denominator.",
  },
  "validate/too-few-cases": {
    severity: "error",
    message: "Row {row}: the value rests on {found} cases, fewer than {least} ({preset}).",
    hint: "Do not show it; join groups or years. The cases are the unweighted ones of the denominator.",
  },
  "validate/review": {
    severity: "warning",
    message: "Row {row}: {flags} ({preset}).",
    hint: "A statistician is to look at it before it is shown.",
  },
  "validate/small-count": {
    severity: "error",
    message: "Row {row}: a count from {least} to {most} is not to be shown ({preset}).",
    hint: "Hide it, and others with it so that it cannot be worked out: protectCounts() of @vitalcore/survey/publication.",
  },
  "validate/low-coverage": {
    severity: "warning",
    message: "{name} has {share} % of its values, less than {limit} % ({preset}).",
  },
  "validate/complementary-disclosure": {
    severity: "error",
    message: "{cell} is hidden, and can be worked out from what is published: it is {interval}.",
    hint: "Hide another cell of each of its totals; protectCounts() of @vitalcore/survey/publication names them.",
  },
  "validate/narrow-disclosure": {
    severity: "error",
    message: "{cell} is hidden, and what is published shows that it is small: {interval}.",
    hint: "Hide further cells; protectCounts() of @vitalcore/survey/publication names them.",
  },
  "validate/cell-contradiction": {
    severity: "error",
    outcome: "not-evaluable",
    message: "The published cells contradict one another: no whole numbers fit all totals.",
    hint: "Check the totals and the relations before anything is published.",
  },
  "validate/k-anonymity": {
    severity: "warning",
    message:
      "{count} records share their combination of {columns} with fewer than {k} records (k = {least}; first in row {row}).",
    hint: "Coarsen, join or leave out one of the columns, or suppress these records.",
  },
  "validate/l-diversity": {
    severity: "warning",
    message:
      "{count} records are in groups of {columns} with fewer than {l} different values of {sensitive} (first in row {row}).",
    hint: "Whoever is known to be in such a group has a known {sensitive}.",
  },
} as const;

/** The rules of this catalog by code. */
export type PublicationCatalog = typeof publicationCatalog;

export const find: Finder<PublicationCatalog> = /* @__PURE__ */ finder(publicationCatalog);
