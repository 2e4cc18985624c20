import { type Finder, finder } from "@vitalcore/core";

/** The rules of labels. */
export const labelCatalog = {
  "domain/unknown-label": {
    severity: "error",
    message: "There is no label for {found} in {language}.",
    hint: "Pass the labels that hold it.",
  },
} as const;

export const find: Finder<typeof labelCatalog> = /* @__PURE__ */ finder(labelCatalog);
