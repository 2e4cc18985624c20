import { type RandomStream, randomStream } from "@vitalcore/core";
import type { FrameStage } from "../kernels/sample-frame.js";
import type { MadeReplicates } from "./make-replicates.js";

/** The state of a unit in one replicate: what the stages below multiply their own deviations by. */
interface Drawn {
  /** Factor of the weight so far. */
  readonly factor: Float64Array;
  /** Product over the stages so far of sqrt(n/n') of the drawn, 0 below a unit that was not drawn. */
  readonly carry: Float64Array;
  /** Product of the sampling fractions of the stages so far. */
  readonly fraction: Float64Array;
}

/** Marks `wanted` of the units without replacement: the first steps of a shuffle. */
function draw(units: Int32Array, wanted: number, taken: Uint8Array, uniform: () => number): void {
  const pool = units.slice();
  for (let i = 0; i < wanted; i++) {
    const at = i + Math.min(pool.length - i - 1, Math.floor(uniform() * (pool.length - i)));
    const unit = pool[at]!;
    pool[at] = pool[i]!;
    pool[i] = unit;
    taken[unit] = 1;
  }
}

function drawStage(stage: FrameStage, above: Drawn | undefined, uniform: () => number): Drawn {
  const { units, strata, order, start, fraction, parentOfUnit } = stage;
  const next: Drawn = {
    factor: new Float64Array(units).fill(1),
    carry: new Float64Array(units).fill(1),
    fraction: new Float64Array(units).fill(1),
  };
  const taken = new Uint8Array(units);
  for (let h = 0; h < strata; h++) {
    const own = order.subarray(start[h]!, start[h + 1]!);
    const n = own.length;
    const half = Math.floor(n / 2);
    const f = fraction[own[0]!]!;
    const parent = above === undefined ? -1 : parentOfUnit[own[0]!]!;
    const factor = parent < 0 ? 1 : above!.factor[parent]!;
    const carry = parent < 0 ? 1 : above!.carry[parent]!;
    const fractions = parent < 0 ? 1 : above!.fraction[parent]!;
    // A single unit has nothing to be compared with at this stage; its own stages below still vary.
    const lambda = half === 0 ? 0 : Math.sqrt((half * fractions * (1 - f)) / (n - half));
    if (half > 0) draw(own, half, taken, uniform);
    for (const unit of own) {
      const drawn = half === 0 ? 1 : taken[unit]!;
      const ratio = half === 0 ? 1 : n / half;
      next.factor[unit] = factor + lambda * carry * (ratio * drawn - 1);
      next.carry[unit] = carry * Math.sqrt(ratio) * drawn;
      next.fraction[unit] = fractions * f;
    }
  }
  return next;
}

/**
 * The multistage rescaled bootstrap: in every stratum of every stage half of the units, without
 * replacement, with the deviations of each stage scaled by its own finite population. Without an fpc only the
 * first stage counts. Source: Preston (2009), Survey Methodology 35:227-234.
 */
export function multistageBootstrap(
  stages: readonly FrameStage[],
  replicates: number,
  seed: number | undefined,
): MadeReplicates {
  const stream: RandomStream = randomStream({
    label: "survey/multistage",
    ...(seed !== undefined && { seed }),
  });
  const multipliers = Array.from({ length: replicates }, (_, r) => {
    let count = 0;
    const uniform = () => stream.uniform(r, count++);
    let drawn: Drawn | undefined;
    for (const stage of stages) drawn = drawStage(stage, drawn, uniform);
    return drawn!.factor;
  });
  return {
    type: "bootstrap",
    scale: 1 / (replicates - 1),
    rscales: new Float64Array(replicates).fill(1),
    mse: false,
    multipliers,
    of: "last-stage",
  };
}
