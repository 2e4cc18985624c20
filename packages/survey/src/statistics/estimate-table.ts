import {
  isVitalError,
  type RunOptions,
  type Table,
  type TableLike,
  tableFrom,
} from "@vitalcore/core";
import { runTasks } from "@vitalcore/core/workers";
import type { EstimatesResult } from "../estimates/estimates.js";
import type { ReplicatePlan, StatisticsPlan } from "./plan.js";
import type { FinishOptions } from "./planned-estimates.js";
import { canShare, readColumns } from "./share-columns.js";
import { surveyStatistic } from "./survey-statistic.js";
import { prepareUnitParts, type RowRange } from "./unit-parts.js";
import { addUnitTable } from "./unit-table.js";

/** Rows of a part. The same for any number of threads, and with it every sum. */
const ROWS_OF_PART = 1 << 20;

/**
 * Estimates a plan from a table in memory, on as many threads as `run.workers` allows. The result is the same
 * to the last bit for any number of threads, this one alone included.
 *
 * Threads read the columns where they are if those lie in a `SharedArrayBuffer`; others are copied there once.
 * Worth it from some ten million rows on: a row takes some 10 ns, the start of a thread some 100 ms.
 *
 * @param plan - what is to be estimated.
 * @param input - rows, columns, an Arrow or Arquero table, or a `Table`.
 * @param run - signal, progress (parts of 1,048,576 rows) and `workers`; the page must be isolated for threads in browsers.
 * @throws VitalError as {@link surveyStatistic}, and for faulty rows; the signal's reason when aborted.
 *
 * @example
 * ```ts
 * import { estimateTable } from "@vitalcore/survey/statistics";
 * const plan = { version: 1, statistic: "mean", columns: ["age"], design: { clusters: "psu" } } as const;
 * const result = await estimateTable(plan, { psu: [1, 1, 2, 3], age: [20, 30, 40, 50] }, {}, { workers: 4 });
 * result.estimates[0]?.value; // => 35
 * ```
 */
export async function estimateTable(
  plan: StatisticsPlan | ReplicatePlan,
  input: TableLike,
  options: FinishOptions = {},
  run: RunOptions = {},
): Promise<EstimatesResult> {
  const statistic = surveyStatistic(plan, options);
  const table = tableFrom(input) as unknown as Table;
  const tasks: RowRange[] = [];
  for (let from = 0; from < table.length; from += ROWS_OF_PART) {
    tasks.push({ from, to: Math.min(from + ROWS_OF_PART, table.length) });
  }
  const onThreads = Math.min(run.workers ?? 1, tasks.length) > 1 && canShare();
  const units = statistic.empty();
  try {
    await runTasks(
      {
        stage: "parts",
        shared: { plan, table: readColumns(table, plan, onThreads) },
        tasks,
        prepare: prepareUnitParts,
        startThread: async () => (await import("../statistics-thread.js")).startStatisticsThread(),
        take: (part) => {
          addUnitTable(units, part);
        },
      },
      onThreads ? run : { ...run, workers: 1 },
    );
  } catch (error) {
    // A part counts its own rows; findings are to name those of the table.
    if (isVitalError(error)) statistic.accumulate(statistic.empty(), table);
    throw error;
  }
  return statistic.finish(units);
}
