import { randomStream } from "@vitalcore/core";
import { latinHypercube, sobol } from "@vitalcore/stats/sequences";

/** Coordinates in (0, 1) of the factors: any row of any factor, without the others. */
export interface Points {
  /** Fills in the coordinates of a factor in a row. */
  fill(factor: number, row: number, out: Float64Array): void;
}

/** How a factor is addressed: its id names its random stream, its dimensions are its coordinates. */
export interface FactorSize {
  readonly id: string;
  readonly dimensions: number;
}

/** Independent random numbers, by factor and row: adding a factor leaves the numbers of the others. */
export function randomPoints(factors: readonly FactorSize[], seed: number): Points {
  const streams = factors.map(({ id }) => randomStream({ seed, label: `uncertainty ${id}` }));
  return {
    fill: (factor, row, out) => {
      streams[factor]?.fillUniform(row, out);
    },
  };
}

/**
 * Points of a scrambled Sobol' sequence.
 *
 * @param blocks - independent samples side by side: rows from `rows` on are of the next one.
 */
export function sobolPoints(
  factors: readonly FactorSize[],
  seed: number,
  rows: number,
  blocks = 1,
): Points {
  const starts = startsOf(factors);
  const width = starts.at(-1) as number;
  const sequence = sobol({ dimensions: Math.max(1, width * blocks), seed });
  let row = -1;
  let point = new Float64Array(0);
  return {
    fill: (factor, index, out) => {
      const block = Math.floor(index / rows);
      if (index % rows !== row) {
        row = index % rows;
        point = new Float64Array(sequence.point(row));
      }
      const from = block * width + (starts[factor] as number);
      out.set(point.subarray(from, from + out.length));
    },
  };
}

/** A Latin hypercube sample of a number of rows. */
export function hypercubePoints(
  factors: readonly FactorSize[],
  seed: number,
  rows: number,
): Points {
  const starts = startsOf(factors);
  const width = Math.max(1, starts.at(-1) as number);
  const sample = latinHypercube({ points: rows, dimensions: width, seed });
  return {
    fill: (factor, row, out) => {
      const from = row * width + (starts[factor] as number);
      out.set(sample.subarray(from, from + out.length));
    },
  };
}

function startsOf(factors: readonly FactorSize[]): readonly number[] {
  const starts = [0];
  for (const { dimensions } of factors) starts.push((starts.at(-1) as number) + dimensions);
  return starts;
}
