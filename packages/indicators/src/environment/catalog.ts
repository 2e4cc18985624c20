import { type Finder, finder } from "@vitalcore/core";

/** The rules of the calculators of the environment. */
export const environmentCatalog = {
  "indicators/people-without-value": {
    severity: "warning",
    message:
      "{share} % of the people live in areas without a value (first: {area}): the mean is that of the others.",
    hint: "State the share covered with the figure; fill the gaps with a stated method if it is large.",
  },
  "indicators/implausible-concentration": {
    severity: "error",
    message: "{area}: {found} µg/m³ is no annual mean of fine particles.",
    hint: "Annual means lie between 0 and about 300: is it another unit, or a daily value?",
  },
} as const;

export const find: Finder<typeof environmentCatalog> = /* @__PURE__ */ finder(environmentCatalog);
