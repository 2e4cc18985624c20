import { type Finder, finder } from "@vitalcore/core";

/** The rules of indices made from answers. */
export const perceptionCatalog = {
  "indicators/item-scale": {
    severity: "error",
    message: "The scale: {name} is {found}, and {wanted} is needed.",
  },
  "indicators/unknown-answer": {
    severity: "error",
    message: 'Column "{column}", row {row}: {found} is none of the answers ({known}).',
    hint: "Give every code a score, or name it among the codes of missing answers.",
  },
  "indicators/reversed-item": {
    severity: "warning",
    message: '"{name}" goes against the other items (correlation {correlation} with their mean).',
    hint: "Is its scale turned round? The higher score is the more insecure (or the more agreeing) answer.",
  },
} as const;

export const find: Finder<typeof perceptionCatalog> = /* @__PURE__ */ finder(perceptionCatalog);
