import type { ReplicatePlan, StatisticsPlan } from "./plan.js";
import { rowsOf, type SharedColumns } from "./share-columns.js";
import { surveyStatistic } from "./survey-statistic.js";
import type { UnitTable } from "./unit-table.js";

/** What every part of a table needs to become a unit table. */
export interface SharedPlan {
  readonly plan: StatisticsPlan | ReplicatePlan;
  readonly table: SharedColumns;
}

/** Rows `from` to `to - 1`. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** Makes unit tables of parts of a table: what threads do, and this one where there are none. */
export function prepareUnitParts({ plan, table }: SharedPlan): (range: RowRange) => UnitTable {
  const statistic = surveyStatistic(plan);
  return ({ from, to }) => statistic.accumulate(statistic.empty(), rowsOf(table, from, to));
}
