import type { Finding } from "@vitalcore/core";
import { find } from "./catalog.js";

/** A finding for every named number that is not a proportion. */
export function findNonProportions(values: Readonly<Record<string, number>>): Finding[] {
  return Object.entries(values)
    .filter(([, value]) => !(value >= 0 && value <= 1))
    .map(([name, found]) => find("indicators/not-a-proportion", { facts: { name }, found }));
}
