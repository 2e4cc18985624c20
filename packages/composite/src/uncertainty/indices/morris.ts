import { randomStream } from "@vitalcore/core";
import { require, requireFinite } from "./check-numbers.js";

/** A sample for screening: see {@link morrisDesign}. */
export interface MorrisDesign {
  readonly factors: number;
  readonly trajectories: number;
  /** Points in the unit cube, row by row, `factors + 1` rows for each trajectory. */
  readonly points: readonly (readonly number[])[];
}

/**
 * Random trajectories for the screening of factors: each moves one factor after the other by a half or a little
 * more of its range. Source: Morris (1991), Technometrics 33.
 *
 * @param options.levels - of the grid, even; 4 if left out.
 * @throws VitalError `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import { morrisDesign } from "@vitalcore/composite/sensitivity";
 * morrisDesign({ factors: 3, trajectories: 10 }).points.length; // => 40
 * ```
 */
export function morrisDesign(options: {
  readonly factors: number;
  readonly trajectories: number;
  readonly levels?: number;
  readonly seed?: number;
}): MorrisDesign {
  const { factors, trajectories, levels = 4, seed = 1 } = options;
  require(Number.isInteger(factors) && factors >= 1, "The number of factors", factors, "1 or more");
  require(Number.isInteger(trajectories) &&
    trajectories >= 1, "The number of trajectories", trajectories, "1 or more");
  require(levels >= 2 && levels % 2 === 0, "The number of levels", levels, "even");
  const stream = randomStream({ seed, label: "morris" });
  const jump = levels / 2 / (levels - 1);
  const points: number[][] = [];
  for (let t = 0; t < trajectories; t++) {
    const order = Array.from({ length: factors }, (_, i) => i);
    for (let i = factors - 1; i > 0; i--) {
      const j = Math.floor(stream.uniform(t, i) * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    const steps = order.map((_, i) => (stream.uniform(t, factors + i) < 0.5 ? jump : -jump));
    const point = steps.map((step, i) => {
      const level = Math.floor((stream.uniform(t, 2 * factors + i) * levels) / 2) / (levels - 1);
      return step > 0 ? level : level + jump;
    });
    points.push([...point]);
    for (const factor of order) {
      point[factor] = (point[factor] as number) + (steps[factor] as number);
      points.push([...point]);
    }
  }
  return { factors, trajectories, points };
}

/** What screening tells of each factor. */
export interface MorrisEffects {
  /** Change of the output over change of the factor, by trajectory and factor. */
  readonly effects: readonly (readonly number[])[];
  readonly mean: readonly number[];
  /** Mean of the absolute effects: large for factors that matter (Campolongo et al., 2007). */
  readonly meanAbsolute: readonly number[];
  /** Standard deviation (r - 1): large for factors that act differently elsewhere, or with others. */
  readonly sd: readonly number[];
  /** Standard error of `meanAbsolute`. */
  readonly standardError: readonly number[];
}

/**
 * Elementary effects of the factors along trajectories. Source: Morris (1991), Technometrics 33; Campolongo,
 * Cariboni and Saltelli (2007), Environmental Modelling & Software 22.
 *
 * @param points - rows in trajectories of one more row than there are factors, each row changing one factor.
 * @param output - of each row.
 * @throws VitalError `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import { morrisEffects } from "@vitalcore/composite/sensitivity";
 * const points = [[0, 0], [1, 0], [1, 1], [1, 1], [0, 1], [0, 0]];
 * morrisEffects(points, [0, 3, 2, 2, -1, 0]).meanAbsolute; // => [3, 1]
 * ```
 */
export function morrisEffects(
  points: readonly (readonly number[])[],
  output: ArrayLike<number>,
): MorrisEffects {
  const factors = points[0]?.length ?? 0;
  const trajectories = points.length / (factors + 1);
  require(Number.isInteger(trajectories) &&
    trajectories >= 1, "The number of rows", points.length, `a multiple of ${factors + 1}`);
  require(output.length ===
    points.length, "The number of outputs", output.length, `${points.length}`);
  requireFinite("The output", output);
  const effects = Array.from({ length: trajectories }, (_, t) =>
    effectsOf(points, output, t * (factors + 1), factors),
  );
  const column = (i: number) => effects.map((row) => row[i] as number);
  const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  const spread = (values: readonly number[]) => {
    const middle = mean(values);
    const squares = values.reduce((sum, x) => sum + (x - middle) ** 2, 0);
    return Math.sqrt(squares / (values.length - 1));
  };
  const columns = Array.from({ length: factors }, (_, i) => column(i));
  const absolute = columns.map((values) => values.map(Math.abs));
  return {
    effects,
    mean: columns.map(mean),
    meanAbsolute: absolute.map(mean),
    sd: columns.map(spread),
    standardError: absolute.map((values) => spread(values) / Math.sqrt(trajectories)),
  };
}

function effectsOf(
  points: readonly (readonly number[])[],
  output: ArrayLike<number>,
  from: number,
  factors: number,
): readonly number[] {
  const effects = new Array<number>(factors).fill(Number.NaN);
  for (let row = from + 1; row <= from + factors; row++) {
    const now = points[row] as readonly number[];
    const before = points[row - 1] as readonly number[];
    const moved = now.flatMap((x, i) => (x === before[i] ? [] : [i]));
    require(moved.length === 1, `Row ${row + 1}`, moved.length, "with one factor changed");
    const i = moved[0] as number;
    const away = (now[i] as number) - (before[i] as number);
    effects[i] = ((output[row] as number) - (output[row - 1] as number)) / away;
  }
  require(!effects.some(Number.isNaN), "A trajectory", from, "one that moves each factor once");
  return effects;
}
