import type { RunOptions } from "@vitalcore/core";
import { pointsOf } from "./design.js";
import { type FactorGroup, maskOfFactors } from "./factor-groups.js";
import { type Model, type Sample, simulate } from "./simulate.js";

/** How the points of two independent samples A and B are drawn. */
export interface PairedDesign {
  readonly method: "monte-carlo" | "sobol";
  /** Rows of each sample. */
  readonly rows: number;
  readonly seed: number;
}

/** Receives an output of a row: `mask` has the bits of the groups that come from B. */
export type PairedSink = (
  place: number,
  row: number,
  scores: Float64Array,
  ranks: Float64Array,
) => void;

/**
 * Runs mixtures of two samples: for each mask the rows of A with the groups of the mask from B.
 *
 * @param rows - the stretch of rows that is run.
 */
export async function runMixtures(
  model: Model,
  groups: readonly FactorGroup[],
  design: PairedDesign,
  masks: readonly number[],
  sink: PairedSink,
  run: RunOptions,
  [from, to]: readonly [number, number] = [0, design.rows],
): Promise<void> {
  const points = pointsOf(model, design.method, design.rows, design.seed, 2);
  const bits = maskOfFactors(groups, model.factors.length);
  const count = to - from;
  const sample: Sample = {
    runs: count * masks.length,
    row: (index, factor) => {
      const mask = masks[Math.floor(index / count)] as number;
      const row = from + (index % count);
      return (mask & (bits[factor] as number)) === 0 ? row : design.rows + row;
    },
  };
  await simulate(
    model,
    points,
    sample,
    (index, scores, ranks) =>
      sink(Math.floor(index / count), from + (index % count), scores, ranks),
    run,
  );
}
