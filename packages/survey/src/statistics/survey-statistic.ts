import type { MergeableStatistic, TableLike } from "@vitalcore/core";
import type { EstimatesResult } from "../estimates/estimates.js";
import { accumulateChunk } from "./accumulate.js";
import { accumulateReplicates } from "./accumulate-replicates.js";
import { accumulationOf } from "./effects.js";
import { estimateFromUnits } from "./finish.js";
import {
  checkPlan,
  checkPlanDocument,
  checkReplicatePlan,
  isReplicatePlan,
  type ReplicatePlan,
  type StatisticsPlan,
} from "./plan.js";
import type { FinishOptions } from "./planned-estimates.js";
import { addUnitTable, emptyUnitTable, type UnitTable } from "./unit-table.js";

/**
 * The plan as a statistic in parts: `accumulate` takes chunks of the file, `merge` joins unit tables,
 * `finish` makes the estimates. The result does not depend on how the file was cut.
 *
 * @param plan - what is to be estimated.
 * @param options - level, degrees of freedom and interval of the result.
 * @throws VitalError `survey/option` for what unit totals cannot give.
 *
 * @example
 * ```ts
 * import { overChunks } from "@vitalcore/core";
 * import { surveyStatistic } from "@vitalcore/survey/statistics";
 * const statistic = surveyStatistic({
 *   version: 1,
 *   statistic: "proportion",
 *   column: "online",
 *   design: { weights: "w", clusters: "psu" },
 * });
 * const chunks = [
 *   { psu: [1, 1, 2], w: [10, 10, 20], online: [1, 0, 1] },
 *   { psu: [2, 3], w: [20, 40], online: [1, 0] },
 * ];
 * overChunks(statistic, chunks).estimates[0]?.value; // => 0.5
 * ```
 */
export function surveyStatistic(
  plan: StatisticsPlan | ReplicatePlan,
  options: FinishOptions = {},
): MergeableStatistic<TableLike, UnitTable, EstimatesResult> {
  return {
    empty: () => emptyUnitTable(plan),
    accumulate: accumulator(plan),
    merge: (a, b) => addUnitTable(addUnitTable(emptyUnitTable(plan), a), b),
    finish: (units) => estimateFromUnits(plan, units, options),
  };
}

function accumulator(
  plan: StatisticsPlan | ReplicatePlan,
): (units: UnitTable, chunk: TableLike) => UnitTable {
  checkPlanDocument(plan);
  if (isReplicatePlan(plan)) {
    checkReplicatePlan(plan);
    return (units, chunk) => accumulateReplicates(units, plan, chunk);
  }
  checkPlan(plan);
  const { plan: own, chunkOf } = accumulationOf(plan);
  return (units, chunk) => accumulateChunk(units, own, chunkOf(chunk));
}
