import { type Finder, finder } from "@vitalcore/core";

/** The rules of the connectivity calculators. */
export const connectivityCatalog = {
  "indicators/use-above-coverage": {
    severity: "warning",
    message:
      "More people use the internet ({use}) than are covered ({coverage}), within the tolerance of {tolerance}: the usage gap is set to 0.",
    hint: "Use counts any network and device, coverage mobile networks only.",
  },
  "indicators/definition-differs": {
    severity: "warning",
    outcome: "not-evaluable",
    message:
      "More people use the internet ({use}) than are covered ({coverage}): the two do not measure the same people, and give no usage gap.",
    hint: "Use counts any network and device, coverage mobile networks only. Take both from one survey.",
  },
  "indicators/nobody-covered": {
    severity: "warning",
    outcome: "not-evaluable",
    message: "Nobody is covered: a usage gap among the covered is undefined.",
  },
  "indicators/zero-reference": {
    severity: "warning",
    outcome: "not-evaluable",
    message: "The share of the reference group is 0: a ratio to it is undefined.",
  },
  "indicators/triple-does-not-add-up": {
    severity: "warning",
    message:
      "Use ({use}), usage gap ({usageGap}) and coverage gap ({coverageGap}) add up to {found}, and not to 1 within {tolerance}.",
    hint: "The three come from different definitions or years, or one of them is a share of the covered.",
  },
  "indicators/groups-do-not-cover": {
    severity: "warning",
    message: "The groups ({groups}) have {found} people, and there are {population}.",
    hint: "Add the group that is left out, or compare within the population that the groups have.",
  },
  "indicators/groups-against-total": {
    severity: "warning",
    message:
      "The groups ({groups}) have a share of {found} together, and the share of all is {share}.",
    hint: "Shares of groups and of all come from different surveys, ages or years.",
  },
  "indicators/extreme-share": {
    severity: "error",
    message: "In {year} the share is {found}: a share of 0 or 1 has no place on the logit scale.",
    hint: "Leave the years of 0 or 1 out, or project from later years.",
  },
  "indicators/shutdown-dates": {
    severity: "error",
    message: "Shutdown {position}: {found} is not a span of days.",
    hint: "Write first and last day as YYYY-MM-DD, the last not before the first.",
  },
} as const;

export const find: Finder<typeof connectivityCatalog> = /* @__PURE__ */ finder(connectivityCatalog);
