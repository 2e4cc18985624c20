import { type Finder, finder } from "@vitalcore/core";

/** The rules that this package checks. */
export const plotCatalog = {
  "plot/no-data": {
    severity: "error",
    message: "There is nothing to draw: {what}.",
    hint: "Check what was filtered away before.",
  },
  "plot/infinite-value": {
    severity: "error",
    message: "{what}: {found} cannot be drawn.",
    hint: "Infinity comes from a division by zero or an overflow: mend it, or give null.",
  },
  "plot/invalid-domain": {
    severity: "error",
    message: "The domain {found} is not one: {why}.",
    hint: "Give [low, high].",
  },
  "plot/not-positive": {
    severity: "error",
    message: "{what}: {found} has no place on a logarithmic scale.",
    hint: "Use a linear scale, or leave out what is not positive.",
  },
  "plot/unknown-unit": {
    severity: "error",
    message: "There is no {what} {found}.",
    hint: "Names must be those of the data.",
  },
  "plot/no-document": {
    severity: "error",
    message: "Here is no document to draw in.",
    hint: "In Node import from @vitalcore/plot/node, or pass { document } (of linkedom or jsdom).",
  },
} as const;

export const find: Finder<typeof plotCatalog> = /* @__PURE__ */ finder(plotCatalog);
