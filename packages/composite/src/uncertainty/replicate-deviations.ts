import { type Finding, throwIfErrors } from "@vitalcore/core";
import type { Leaf } from "../leaf.js";
import { find } from "./catalog.js";
import type { ReplicateEstimates, SamplingErrorFactor } from "./specification.js";

/** Deviations of the replicate estimates of one survey. */
export interface ReplicateDeviations {
  /** Places of the values that they are of. */
  readonly cells: Int32Array;
  /** Replicate by replicate, cells side by side, each with the root of its factor of the variance. */
  readonly byReplicate: Float64Array;
  readonly count: number;
}

/**
 * Deviations of replicate estimates from the values, on the scale of the draw. A sum of them, each times a standard
 * normal, has exactly the covariance that the replicates estimate, for all values together, and no matrix of it is made.
 */
export function replicateDeviations(
  { id, replicates = [] }: SamplingErrorFactor,
  leaves: readonly Leaf[],
  units: readonly string[],
  values: Float64Array,
  bounds: readonly (readonly [number, number])[],
): readonly ReplicateDeviations[] {
  const findings: Finding[] = [];
  const sets = replicates.map((set) => {
    const rows: { readonly cell: number; readonly row: readonly number[] }[] = [];
    leaves.forEach(({ node, indicator }, leaf) => {
      const byUnit = set.estimates[node.id] ?? set.estimates[indicator];
      if (byUnit === undefined) return;
      units.forEach((unit, u) => {
        const row = byUnit[unit];
        const cell = leaf * units.length + u;
        if (row === undefined || Number.isNaN(values[cell] as number)) return;
        rows.push({ cell, row });
      });
    });
    const count = rows[0]?.row.length ?? 0;
    const factors = factorsOf(set, count);
    const byReplicate = new Float64Array(count * rows.length);
    rows.forEach(({ cell, row }, c) => {
      const [low, high] = bounds[Math.floor(cell / units.length)] as readonly [number, number];
      const scaled = scaler(low, high);
      const center = scaled(values[cell] as number);
      // A value on a bound has no log odds: it is certain, like those with a standard error.
      if (!Number.isFinite(center)) return;
      for (let r = 0; r < count; r++) {
        const away = scaled(row[r] as number) - center;
        if (!Number.isFinite(away)) {
          const unit = units[cell % units.length];
          const facts = {
            factor: id,
            what: `replicate ${r + 1} of ${unit}`,
            wanted: Number.isNaN(low) ? "a number" : `between ${low} and ${high}`,
          };
          findings.push(find("composite/factor-invalid", { found: row[r], facts }));
          return;
        }
        byReplicate[r * rows.length + c] = away * Math.sqrt(factors[r] as number);
      }
    });
    return { cells: Int32Array.from(rows, ({ cell }) => cell), byReplicate, count };
  });
  throwIfErrors(findings);
  return sets;
}

function factorsOf({ scale, rscales }: ReplicateEstimates, count: number): readonly number[] {
  return Array.from({ length: count }, (_, r) => (scale ?? 1 / count) * (rscales?.[r] ?? 1));
}

function scaler(low: number, high: number): (value: number) => number {
  return Number.isNaN(low) ? (value) => value : (value) => Math.log((value - low) / (high - value));
}
