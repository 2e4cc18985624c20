import { type Finder, finder } from "@vitalcore/core";

/** The rules that calculators check on their inputs. */
export const indicatorsCatalog = {
  "indicators/not-a-proportion": {
    severity: "error",
    message: "{name} is {found}, and a proportion from 0 to 1 is needed.",
    hint: "Percent is divided by 100; nothing is guessed from the size of a number.",
  },
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
  "indicators/unpaired-observation": {
    severity: "info",
    outcome: "not-evaluable",
    message:
      "{area}, {period}: {present} has a value and {absent} has none, so nothing is computed.",
  },
  "indicators/duplicate-observation": {
    severity: "error",
    message: "{area}, {period}: {name} occurs more than once.",
    hint: "Keep one edition of each source before computing gaps.",
  },
  "indicators/not-a-share": {
    severity: "error",
    outcome: "not-evaluable",
    message: "{area}, {period}: {name} is {found} in {unit}, which is no share from 0 to 100 %.",
    hint: "Gaps are computed from shares of a population.",
  },
} as const;

export const find: Finder<typeof indicatorsCatalog> = finder(indicatorsCatalog);
