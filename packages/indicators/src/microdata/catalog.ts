import { type Finder, finder } from "@vitalcore/core";

/** The rules of estimating from microdata. */
export const microdataCatalog = {
  "indicators/outside-universe": {
    severity: "error",
    message:
      'Column "{column}", row {row}: {found} is outside the universe of {name} ({universe}), and so are {count} rows in all.',
    hint: "Keep them in the design and outside the estimate: an estimate of other people is another indicator.",
  },
  "indicators/universe-not-known": {
    severity: "warning",
    outcome: "not-evaluable",
    message:
      'Column "{column}" is missing in {count} rows: whether they are in the universe of {name} ({universe}) is not known.',
  },
} as const;

export const find: Finder<typeof microdataCatalog> = /* @__PURE__ */ finder(microdataCatalog);
