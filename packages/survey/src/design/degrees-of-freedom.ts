import { rankOfColumns } from "../kernels/dense.js";
import type { DesignParts } from "./survey-design.js";

/** Tolerance of R's `qr(weights, tol = 1e-5)`. */
const RANK_TOLERANCE = 1e-5;

/**
 * First-stage units minus first-stage strata, of those that hold a row of the domain with a positive
 * weight; for replicate weights the numerical rank of the analysis weights minus 1.
 */
export function degreesOfFreedom(parts: DesignParts, domain = parts.domain): number {
  const { frame, weights, replicates, table } = parts;
  if (replicates !== undefined) {
    const inside = domain === undefined ? table.length : countOf(domain);
    const columns = Array.from({ length: replicates.count }, (_, r) => {
      const all = replicates.fill(r, new Float64Array(table.length));
      if (domain === undefined) return all;
      const kept = new Float64Array(inside);
      let next = 0;
      for (let row = 0; row < all.length; row++) if (domain[row] === 1) kept[next++] = all[row]!;
      return kept;
    });
    return rankOfColumns(columns, RANK_TOLERANCE) - 1;
  }
  const stage = frame!.stages[0]!;
  if (domain === undefined && !parts.zeroWeights) return stage.units - stage.strata;
  const { psuOfRow } = parts;
  const unitSeen = new Uint8Array(stage.units);
  for (let row = 0; row < weights.length; row++) {
    if (weights[row] !== 0 && (domain === undefined || domain[row] === 1)) {
      unitSeen[psuOfRow![row]!] = 1;
    }
  }
  const stratumSeen = new Uint8Array(stage.strata);
  let degrees = 0;
  for (let unit = 0; unit < stage.units; unit++) {
    if (unitSeen[unit] === 0) continue;
    const stratum = stage.stratumOfUnit[unit]!;
    degrees += stratumSeen[stratum] === 0 ? 0 : 1;
    stratumSeen[stratum] = 1;
  }
  return degrees;
}

/** How many rows a domain has. */
export function countOf(domain: Uint8Array): number {
  let count = 0;
  for (let row = 0; row < domain.length; row++) count += domain[row]!;
  return count;
}
