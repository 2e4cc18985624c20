import { gamma } from "@vitalcore/stats/distributions";
import type { Plan } from "../kernels/plan.js";
import type { WeightNoiseFactor, WeightSet } from "./specification.js";

/** Changes the weights of a plan in place, by the coordinates in (0, 1) that a run has drawn. */
export type WeightDraw = (coordinates: Float64Array, weights: Float64Array) => void;

/** The weights of a set in the order of the plan's; NaN where the plan's own stay. */
export function weightsOfSet(weighted: readonly string[], { weights }: WeightSet): Float64Array {
  return Float64Array.from(weighted, (id) =>
    Object.hasOwn(weights, id) ? (weights[id] as number) : Number.NaN,
  );
}

/** Puts the weights of a set in the place of the plan's own. */
export function setWeights(set: Float64Array, weights: Float64Array): void {
  for (let c = 0; c < set.length; c++) {
    if (!Number.isNaN(set[c] as number)) weights[c] = set[c] as number;
  }
}

/**
 * How weights are drawn around those given.
 *
 * @param weighted - ids of the nodes that the plan's weights belong to.
 * @param places - of these nodes among the coordinates.
 */
export function weightDraw(
  { noise, nodes }: WeightNoiseFactor,
  plan: Plan,
  weighted: readonly string[],
  places: Int32Array,
): WeightDraw {
  if (noise.distribution === "dirichlet") return dirichletDraw(noise.concentration, plan, places);
  const known = nodes === undefined ? undefined : new Set(nodes);
  const varied = Int32Array.from(weighted.keys()).filter(
    (c) => known === undefined || known.has(weighted[c] as string),
  );
  const { spread } = noise;
  const isUniform = noise.distribution === "uniform";
  return (coordinates, weights) => {
    for (let k = 0; k < varied.length; k++) {
      const c = varied[k] as number;
      const u = coordinates[places[c] as number] as number;
      const away = isUniform ? 2 * u - 1 : triangularAway(u);
      weights[c] = (weights[c] as number) * (1 + spread * away);
    }
  };
}

function dirichletDraw(concentration: number, plan: Plan, places: Int32Array): WeightDraw {
  return (coordinates, weights) => {
    for (const { from, to } of plan.groups) {
      let mass = 0;
      for (let c = from; c < to; c++) mass += weights[c] as number;
      for (let c = from; c < to; c++) {
        const shape = (concentration * (weights[c] as number)) / mass;
        const u = coordinates[places[c] as number] as number;
        weights[c] = shape > 0 ? gammaDraw(shape, u) : 0;
      }
    }
  };
}

/** A gamma variable of scale 1; of shape 1 it is exponential. */
function gammaDraw(shape: number, u: number): number {
  return shape === 1 ? -Math.log1p(-u) : gamma({ shape }).quantile(u);
}

/** Quantile of the symmetric triangular distribution on -1..1. */
function triangularAway(u: number): number {
  return u < 0.5 ? Math.sqrt(2 * u) - 1 : 1 - Math.sqrt(2 - 2 * u);
}
