import {
  type MergeableStatistic,
  type Result,
  type TableLike,
  tableFrom,
  throwIfErrors,
} from "@vitalcore/core";
import type { PovertyOptions } from "./multidimensional-poverty.js";
import { povertyOf } from "./multidimensional-poverty.js";
import { planOf } from "./plan.js";
import type { MultidimensionalPoverty } from "./poverty-result.js";
import { readRows, rowFindings } from "./read-rows.js";
import { addRows, addTable, emptyScoreTable, type ScoreTable } from "./score-table.js";
import type { PovertySpecification } from "./specification.js";

/**
 * Multidimensional poverty in parts: chunks of a file, workers or the result of a database's GROUP BY feed the same
 * measures. See {@link multidimensionalPoverty}.
 *
 * @param specification - dimensions, weights and cutoff.
 * @param options - columns of weights and sizes; what to do with missing deprivations. Not `by`: keep a
 *   state for each group.
 * @returns a statistic over tables; its state holds a few hundred numbers, whatever the data.
 * @throws VitalError as {@link multidimensionalPoverty}.
 *
 * Source: as {@link multidimensionalPoverty}.
 *
 * @example
 * ```ts
 * import { overChunks } from "@vitalcore/core";
 * import { equalWeights, povertyStatistic } from "@vitalcore/indicators/multidimensional-poverty";
 * const statistic = povertyStatistic({
 *   id: "two",
 *   name: "Two deprivations",
 *   dimensions: equalWeights({ a: ["offline"], b: ["hungry"] }),
 *   cutoff: [1, 1],
 * });
 * const chunks = [{ offline: [1, 0], hungry: [1, 1] }, { offline: [1, 0], hungry: [1, 0] }];
 * overChunks(statistic, chunks).headcount; // => 0.5
 * ```
 */
export function povertyStatistic(
  specification: PovertySpecification,
  options: Omit<PovertyOptions, "by"> = {},
): MergeableStatistic<TableLike, ScoreTable, Result<MultidimensionalPoverty>> {
  const plan = planOf(specification);
  return {
    empty: () => emptyScoreTable(plan),
    accumulate: (state, chunk) => {
      const table = tableFrom(chunk);
      const rows = readRows(table, plan, options);
      const part = emptyScoreTable(plan);
      const isValid = addRows(part, plan, rows);
      // A chunk may well be all of weight zero: that nobody is left is for the whole to say.
      if (!isValid || part.nMissing > 0) {
        throwIfErrors(rowFindings(table, plan, rows, options, { isValid, scores: part }));
      }
      addTable(state, part);
      return state;
    },
    merge: (a, b) => {
      const sum = emptyScoreTable(plan);
      addTable(sum, a);
      addTable(sum, b);
      return sum;
    },
    finish: (state) => povertyOf(plan, state, []),
  };
}
