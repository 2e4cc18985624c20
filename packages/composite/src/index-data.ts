import type { Finding } from "@vitalcore/core";
import type { Observation } from "@vitalcore/domain";
import type { CoverageEntry } from "./coverage.js";

/** What was read for an index: raw values of leaves x units, and where each comes from. */
export interface IndexData {
  /** Codes of the units, in order. */
  readonly units: readonly string[];
  /** Raw values, leaf after leaf; NaN is missing. */
  readonly values: Float64Array;
  /** Whether they were read from a table, which has no observations behind its cells. */
  readonly isTable: boolean;
  /** The observation behind a value, or behind its being missing. */
  observation(leaf: number, unit: number): Observation | undefined;
  readonly entries: readonly CoverageEntry[];
  readonly findings: readonly Finding[];
}

/** Units in the order in which they are computed and listed: sums do not depend on the order of the input. */
export function sortedUnits(units: Iterable<string>): readonly string[] {
  return [...new Set(units)].sort();
}
