import { throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";

/** @throws VitalError `survey/number-of-groups`. */
export function requireGroups(
  column: string,
  found: number,
  isRight: boolean,
  wanted: string,
): void {
  if (isRight) return;
  throwIfErrors([find("survey/number-of-groups", { place: { column }, found, facts: { wanted } })]);
}

/** @throws VitalError `survey/untestable`: what is left of sampled units less strata and terms. */
export function requireDegrees(what: string, degrees: number): void {
  if (degrees > 0) return;
  throwIfErrors([find("survey/untestable", { found: degrees, facts: { what } })]);
}
