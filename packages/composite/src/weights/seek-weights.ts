import { pearson } from "@vitalcore/stats";

/** What is sought, and of what. */
export interface WeightSearch {
  /** `balance`: shares of the correlations as the goal says; `information`: the largest sum of them. */
  readonly aim: "balance" | "information";
  /** Shares, which sum to 1. */
  readonly goal: readonly number[];
  readonly start: readonly number[];
  readonly allowNegative: boolean;
  /** Most evaluations. */
  readonly evaluations: number;
  /** Correlations of the parts with the whole under given weights; NaN where they are not defined. */
  readonly correlations: (weights: readonly number[]) => readonly number[];
}

/** Weights that were found, not rescaled, and what they achieve. */
export interface SoughtWeights {
  readonly weights: readonly number[];
  readonly correlations: readonly number[];
  /** ln(mean squared gap between shares and goal), or minus the sum of the correlations: the less the better. */
  readonly objective: number;
  readonly evaluations: number;
}

/** Seeks weights by the Nelder-Mead method, restarted until it gains nothing. Source: Nelder and Mead (1965). */
export function seekWeights(search: WeightSearch): SoughtWeights {
  const { aim, goal, start, allowNegative, correlations } = search;
  let evaluations = 0;
  // Logarithms keep the weights above zero.
  const weightOf = (x: number) => (allowNegative ? x : Math.exp(x));
  const objective = (at: readonly number[]): number => {
    evaluations += 1;
    const r = correlations(at.map(weightOf));
    if (r.some((x) => Number.isNaN(x))) return Number.MAX_VALUE;
    const sum = r.reduce((all, x) => all + x, 0);
    if (aim === "information") return -sum;
    const gaps = goal.reduce((all, t, k) => all + (t - (r[k] as number) / sum) ** 2, 0);
    return Math.log(gaps / goal.length);
  };
  const from = allowNegative ? start : start.map(Math.log);
  const best = descend(objective, from, () => evaluations < search.evaluations);
  const weights = best.x.map(weightOf);
  return { weights, correlations: correlations(weights), objective: best.value, evaluations };
}

/** The correlation of two columns over the units that have both; NaN where it is not defined. */
export function correlate(column: ArrayLike<number>, index: ArrayLike<number>): number {
  const x: number[] = [];
  const y: number[] = [];
  for (let i = 0; i < column.length; i++) {
    const [value, other] = [column[i] as number, index[i] as number];
    if (Number.isNaN(value) || Number.isNaN(other)) continue;
    x.push(value);
    y.push(other);
  }
  const varies = (list: readonly number[]) => list.some((value) => value !== list[0]);
  return varies(x) && varies(y) ? pearson(x, y) : Number.NaN;
}

interface Point {
  readonly x: readonly number[];
  readonly value: number;
}

/** Weights further than this from each other, as logarithms, are not told apart: e^±12. */
const BOX = 12;

function descend(
  objective: (x: readonly number[]) => number,
  start: readonly number[],
  mayGoOn: () => boolean,
): Point {
  const at = (x: readonly number[]): Point => {
    const boxed = x.map((v) => Math.max(-BOX, Math.min(BOX, v)));
    return { x: boxed, value: objective(boxed) };
  };
  let best = at(start);
  for (let size = 0.5; mayGoOn(); size /= 2) {
    const found = nelderMead(at, best, size, mayGoOn);
    const gain = best.value - found.value;
    best = found.value < best.value ? found : best;
    if (gain < 1e-10 * Math.max(1, Math.abs(best.value)) && size < 0.05) break;
  }
  return best;
}

function nelderMead(
  at: (x: readonly number[]) => Point,
  start: Point,
  size: number,
  mayGoOn: () => boolean,
): Point {
  const n = start.x.length;
  const simplex = [
    start,
    ...start.x.map((_, k) => at(start.x.map((v, i) => (i === k ? v + size : v)))),
  ];
  while (mayGoOn()) {
    simplex.sort((a, b) => a.value - b.value);
    const [best, worst] = [simplex[0] as Point, simplex[n] as Point];
    if (worst.value - best.value < 1e-12 * Math.max(1, Math.abs(best.value))) break;
    const center = best.x.map(
      (_, i) => simplex.slice(0, n).reduce((sum, { x }) => sum + (x[i] as number), 0) / n,
    );
    const along = (step: number) =>
      at(center.map((c, i) => c + step * ((worst.x[i] as number) - c)));
    const reflected = along(-1);
    if (reflected.value < best.value) {
      const expanded = along(-2);
      simplex[n] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < (simplex[n - 1] as Point).value) simplex[n] = reflected;
    else {
      const contracted = along(reflected.value < worst.value ? -0.5 : 0.5);
      if (contracted.value < Math.min(worst.value, reflected.value)) simplex[n] = contracted;
      else {
        for (let k = 1; k <= n; k++) {
          simplex[k] = at((simplex[k] as Point).x.map((v, i) => ((best.x[i] as number) + v) / 2));
        }
      }
    }
  }
  return simplex.reduce((least, point) => (point.value < least.value ? point : least), start);
}
