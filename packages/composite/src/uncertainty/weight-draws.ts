import { gamma } from "@vitalcore/stats/distributions";
import type { Plan } from "../kernels/plan.js";
import type { WeightNoiseFactor, WeightSet } from "./specification.js";

/** Puts the weights of a set in the place of the plan's own. */
export function setWeights(
  weighted: readonly string[],
  { weights: given }: WeightSet,
  weights: Float64Array,
): void {
  for (let c = 0; c < weighted.length; c++) {
    const id = weighted[c] as string;
    if (Object.hasOwn(given, id)) weights[c] = given[id] as number;
  }
}

/**
 * Draws weights around those given.
 *
 * @param coordinates - in (0, 1), by node id.
 */
export function perturbWeights(
  { noise, nodes }: WeightNoiseFactor,
  plan: Plan,
  weighted: readonly string[],
  coordinates: (id: string) => number,
  weights: Float64Array,
): void {
  if (noise.distribution === "dirichlet") {
    for (const { from, to } of plan.groups) {
      let mass = 0;
      for (let c = from; c < to; c++) mass += weights[c] as number;
      for (let c = from; c < to; c++) {
        const shape = (noise.concentration * (weights[c] as number)) / mass;
        const u = coordinates(weighted[c] as string);
        weights[c] = shape > 0 ? gammaDraw(shape, u) : 0;
      }
    }
    return;
  }
  const varied = nodes === undefined ? undefined : new Set(nodes);
  for (let c = 0; c < weighted.length; c++) {
    const id = weighted[c] as string;
    if (varied !== undefined && !varied.has(id)) continue;
    const u = coordinates(id);
    const away = noise.distribution === "uniform" ? 2 * u - 1 : triangularAway(u);
    weights[c] = (weights[c] as number) * (1 + noise.spread * away);
  }
}

/** A gamma variable of scale 1; of shape 1 it is exponential. */
function gammaDraw(shape: number, u: number): number {
  return shape === 1 ? -Math.log1p(-u) : gamma({ shape }).quantile(u);
}

/** Quantile of the symmetric triangular distribution on -1..1. */
function triangularAway(u: number): number {
  return u < 0.5 ? Math.sqrt(2 * u) - 1 : 1 - Math.sqrt(2 - 2 * u);
}
