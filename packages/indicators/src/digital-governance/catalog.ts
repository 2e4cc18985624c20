import { type Finder, finder } from "@vitalcore/core";

/** The rules of the calculators of digital governance. */
export const digitalGovernanceCatalog = {
  "indicators/more-than-whole": {
    severity: "error",
    message: "{name}: {found} of {whole} is more than all.",
  },
  "indicators/unknown-group": {
    severity: "error",
    message: "The reference group {found} is not among the groups: {groups}.",
  },
  "indicators/few-decisions": {
    severity: "warning",
    message:
      "{group}: {found} decisions are few; one or two more favourable ones would change the verdict.",
    hint: "Read the interval and the exact test, not the ratio.",
  },
  "indicators/repeated-breach": {
    severity: "error",
    message: "The breach {found} is listed twice (positions {first} and {second}).",
    hint: "Its records would be counted twice: keep one of the notifications.",
  },
  "indicators/records-unknown": {
    severity: "warning",
    message:
      "The number of records of {found} breaches of {count} is not known: exposure is a minimum.",
  },
  "indicators/similar-vendors": {
    severity: "warning",
    message: "{found} may be one supplier: concentration depends on who is taken as one.",
    hint: "Join names of one company (by its registration number) before computing shares.",
  },
  "indicators/loss-without-victims": {
    severity: "warning",
    message: "A loss of {found} is given, and no victims: there is no loss per victim.",
  },
} as const;

export const find: Finder<typeof digitalGovernanceCatalog> =
  /* @__PURE__ */ finder(digitalGovernanceCatalog);
