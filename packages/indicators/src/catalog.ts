import { type Finder, finder } from "@vitalcore/core";

/** The rules that calculators of every family check on their inputs. */
export const inputCatalog = {
  "indicators/invalid-input": {
    severity: "error",
    message: "{name} is {found}, and {wanted} is needed.",
  },
  "indicators/not-a-proportion": {
    severity: "error",
    message: "{name} is {found}, and a proportion from 0 to 1 is needed.",
    hint: "Percent is divided by 100; nothing is guessed from the size of a number.",
  },
  "indicators/unequal-lengths": {
    severity: "error",
    message: "There are {found} {name} for {length} {other}.",
    hint: "Give as many of one as of the other, in the same order.",
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

export const find: Finder<typeof inputCatalog> = /* @__PURE__ */ finder(inputCatalog);
