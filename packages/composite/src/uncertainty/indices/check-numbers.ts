import { VitalError } from "@vitalcore/core";
import { find } from "../catalog.js";

/** Throws unless something about the argument of an analysis is right. */
export function require(isRight: boolean, what: string, found: unknown, wanted: string): void {
  if (isRight) return;
  throw new VitalError([find("composite/analysis-invalid", { found, facts: { what, wanted } })]);
}

/** Throws unless all numbers are finite. */
export function requireFinite(what: string, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) {
    require(Number.isFinite(values[i]), `${what}, number ${i + 1},`, values[i], "finite");
  }
}
