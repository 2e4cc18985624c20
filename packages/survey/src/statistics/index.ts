import type { RunOptions, TableLike } from "@vitalcore/core";
import type { EstimatesResult } from "../estimates/estimates.js";
import type { ReplicatePlan, StatisticsPlan } from "./plan.js";
import type { FinishOptions } from "./planned-estimates.js";
import { surveyStatistic } from "./survey-statistic.js";

export { estimateTable } from "./estimate-table.js";
export { estimateFromUnits } from "./finish.js";
export type { PlannedStatistic, ReplicatePlan, StatisticsPlan } from "./plan.js";
export { keyColumns, plannedColumns, plannedSquares, plannedWeights } from "./plan.js";
export type { FinishOptions } from "./planned-estimates.js";
export { surveyStatistic } from "./survey-statistic.js";
export type { UnitTable, UnitTableRow } from "./unit-table.js";
export { unitTableFromRows } from "./unit-table.js";

/**
 * Estimates a plan in one pass over a file that need not fit into memory: only the unit table is kept.
 *
 * @param plan - what is to be estimated.
 * @param chunks - parts of the file, in any order and of any size.
 * @param run - signal and progress (rows done).
 * @throws VitalError as {@link surveyStatistic}, and for faulty chunks; the signal's reason when aborted.
 *
 * @example
 * ```ts
 * import { estimateStream } from "@vitalcore/survey/statistics";
 * async function* file() {
 *   yield { psu: [1, 1, 2], online: [1, 0, 1] };
 *   yield { psu: [2, 3], online: [1, 0] };
 * }
 * const plan = { version: 1, statistic: "count", design: { clusters: "psu" } } as const;
 * const result = await estimateStream(plan, file());
 * result.estimates[0]?.value; // => 5
 * ```
 */
export async function estimateStream(
  plan: StatisticsPlan | ReplicatePlan,
  chunks: AsyncIterable<TableLike> | Iterable<TableLike>,
  options: FinishOptions = {},
  run: RunOptions = {},
): Promise<EstimatesResult> {
  const { signal, onProgress } = run;
  const statistic = surveyStatistic(plan, options);
  let units = statistic.empty();
  signal?.throwIfAborted();
  let done = 0;
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    units = statistic.accumulate(units, chunk);
    done += 1;
    onProgress?.({ stage: "chunks", done });
  }
  signal?.throwIfAborted();
  return statistic.finish(units);
}
