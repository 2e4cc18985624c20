import type { FrameStage } from "../kernels/sample-frame.js";
import { halfSamples } from "./hadamard.js";
import type { MadeReplicates } from "./make-replicates.js";

/** 2^(-3/2): with a variance of 4/R times the squares, half the squared successive differences come out. */
const STEP = 2 ** -1.5;

/**
 * Successive difference replication for systematic samples: each unit is set against the one after it in the
 * order of the file, the last of a stratum against the first. With as many balanced columns as units the
 * variance of a total is exactly half the sum of the squared differences; with fewer, the columns are used again
 * at growing distances. Source: Fay and Train (1995), Proceedings of the Section on Government Statistics; Ash
 * (2014), Survey Methodology 40:47-59.
 *
 * @param most - about how many replicates; default one per unit.
 */
export function successiveDifferences(stage: FrameStage, most: number | undefined): MadeReplicates {
  const columns = Math.min(stage.units, (most ?? stage.units + 1) - 1);
  const signs = halfSamples(columns);
  const multipliers = signs.map(() => new Float64Array(stage.units).fill(1));
  let position = 0;
  for (let h = 0; h < stage.strata; h++) {
    const own = stage.order.subarray(stage.start[h]!, stage.start[h + 1]!);
    const first = position;
    position += own.length;
    if (own.length === 1) continue;
    own.forEach((unit, i) => {
      const at = first + i;
      const next = first + ((i + 1) % own.length);
      const size = STEP * Math.sqrt(1 - stage.fraction[unit]!);
      const [a, b] = [columnOf(at, columns), columnOf(next, columns)];
      signs.forEach((row, r) => {
        multipliers[r]![unit]! += size * (row[a]! - row[b]!);
      });
    });
  }
  return {
    type: "SDR",
    scale: 4 / signs.length,
    rscales: new Float64Array(signs.length).fill(1),
    mse: true,
    multipliers,
    of: "first-stage",
  };
}

/** The column of a position: in the second round every second, in the third every third, and so on. */
function columnOf(position: number, columns: number): number {
  const round = Math.floor(position / columns);
  return ((position % columns) * (round + 1) + round) % columns;
}
