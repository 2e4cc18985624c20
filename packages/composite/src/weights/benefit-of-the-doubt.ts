import { VitalError } from "@vitalcore/core";
import { findIn as find } from "../function-catalog.js";
import { type DoubtScore, doubtScores } from "./doubt-scores.js";

/** Bounds on the share that each indicator has in the score of a unit. */
export interface ShareBounds {
  /** For all indicators, or one for each; 0 if left out. */
  readonly low?: number | readonly number[];
  /** 1 if left out. */
  readonly up?: number | readonly number[];
}

/**
 * Scores by benefit of the doubt: each unit gets the weights under which it scores highest, if no unit may score above
 * 1 under them. Bounds on the shares keep it from ignoring what it is bad at. Source: Melyn and Moesen (1991);
 * Cherchye and others (2007), Social Indicators Research 82; a linear program for each unit.
 *
 * @param columns - one for each indicator, complete, none below zero, more being better.
 * @throws VitalError `composite/invalid-input`: bounds that cannot be met, or a value that is missing or negative.
 *
 * @example
 * ```ts
 * import { benefitOfTheDoubt } from "@vitalcore/composite/weights";
 * const scores = benefitOfTheDoubt([[1, 0.5, 0.5], [0.5, 1, 0.5]]).map(({ score }) => score);
 * scores.map((score) => Number(score.toFixed(9))); // => [1, 1, 0.666666667]
 * ```
 */
export function benefitOfTheDoubt(
  columns: readonly ArrayLike<number>[],
  bounds: ShareBounds = {},
): readonly DoubtScore[] {
  const low = columns.map((_, k) => boundOf(bounds.low ?? 0, k));
  const up = columns.map((_, k) => boundOf(bounds.up ?? 1, k));
  requireSound(columns, low, up);
  return doubtScores(columns, low, up).map((best, i) => {
    if (best === undefined) throw invalid(`nothing bounds the score of unit ${i + 1}`);
    return best;
  });
}

function boundOf(bound: number | readonly number[], k: number): number {
  return typeof bound === "number" ? bound : (bound[k] ?? Number.NaN);
}

function requireSound(
  columns: readonly ArrayLike<number>[],
  low: readonly number[],
  up: readonly number[],
): void {
  const bad = columns.findIndex((column) => Array.from(column).some((y) => !(y >= 0)));
  if (bad >= 0) throw invalid(`indicator ${bad + 1} has a value that is missing or below zero`);
  const sum = (list: readonly number[]) => list.reduce((total, x) => total + x, 0);
  const ordered = low.every((x, k) => x >= 0 && x <= (up[k] as number));
  if (ordered && sum(low) <= 1 + 1e-12 && sum(up) >= 1 - 1e-12) return;
  throw invalid("the lower bounds must not sum to more than 1, nor the upper ones to less");
}

function invalid(why: string): VitalError {
  const facts = { what: "Benefit of the doubt", why };
  return new VitalError([find("composite/invalid-input", { facts })]);
}
