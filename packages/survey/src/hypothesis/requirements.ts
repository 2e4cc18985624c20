import { throwIfErrors, VitalError } from "@vitalcore/core";
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

/** Share of the size of the answers below which a standard error is the rounding of a zero. */
export const ROUNDING = 1e-12;

/** @throws VitalError `survey/no-variation`: without a standard error there is nothing to compare with. */
export function requireVariation(what: string, column: string, varies: boolean): asserts varies {
  if (varies) return;
  throw new VitalError([find("survey/no-variation", { place: { column }, facts: { what } })]);
}
