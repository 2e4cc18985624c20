import { type Finder, finder } from "@vitalcore/core";

/** The rules of the calculators of rates. */
export const ratesCatalog = {
  "indicators/age-groups": {
    severity: "error",
    message:
      "The age group {found} does not fit the {standard}: it cuts through its groups, overlaps or leaves a gap.",
    hint: "Age groups are unions of groups of the standard, in order.",
  },
  "indicators/count-unit": {
    severity: "error",
    outcome: "not-evaluable",
    message: "{area}, {period}: {name} is in {found}, and a count of people or cases is needed.",
    hint: "Populations are often published in thousands or millions: multiply them first.",
  },
  "indicators/impossible-count": {
    severity: "error",
    outcome: "not-evaluable",
    message: "{area}, {period}: {name} is {found}, and {wanted} is needed.",
  },
  "indicators/outside-counts": {
    severity: "error",
    message: "There is no population for {found}: the counts go from {first} to {last}.",
    hint: "Take a projection that states its assumptions, or a count on the other side.",
  },
} as const;

export const find: Finder<typeof ratesCatalog> = /* @__PURE__ */ finder(ratesCatalog);
