import { throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { EstimatesResult } from "../estimates/estimates.js";
import type { Functional } from "../estimates/functional.js";
import { solveFromTotals } from "../estimates/solve-functional.js";
import type { UnitTotals } from "../kernels/unit-totals.js";
import { plannedEffects } from "./effects.js";
import { estimateFromReplicates } from "./finish-replicates.js";
import {
  checkPlan,
  checkPlanDocument,
  isReplicatePlan,
  type ReplicatePlan,
  type StatisticsPlan,
} from "./plan.js";
import { type FinishOptions, finishEstimates, groupedRows } from "./planned-estimates.js";
import { functionalOf } from "./planned-functional.js";
import { frameOf, type TableFrame } from "./table-frame.js";
import { unitReplication } from "./unit-replication.js";
import type { UnitTable } from "./unit-table.js";

/** Totals of every unit of the last stage and group. */
function unitTotalsOf(
  table: UnitTable,
  unitOfRow: Int32Array,
  units: number,
  { group, groups }: { readonly group: Int32Array; readonly groups: number },
): UnitTotals {
  const plane = () => new Float64Array(units * groups);
  const totals: UnitTotals = {
    units,
    groups,
    rows: plane(),
    sums: table.totals.map(plane),
  };
  for (let i = 0; i < table.length; i++) {
    const g = group[i]!;
    if (g < 0) continue;
    const cell = unitOfRow[i]! * groups + g;
    totals.rows[cell]! += table.rows[i]!;
    table.totals.forEach((sums, t) => {
      totals.sums[t]![cell]! += sums[i]! + table.lost[t]![i]!;
    });
  }
  return totals;
}

/**
 * Makes the estimates of a plan from a unit table: the `finish` that memory, files, workers and databases
 * share.
 *
 * @param plan - what the table was made for.
 * @param table - all units of the sample.
 * @param options.replicates - jackknife, half-samples or bootstrap of the units in place of linearization.
 * @throws VitalError `survey/lonely-psu`, `survey/clusters-not-nested`, `survey/not-two-psus`, `survey/option`.
 *
 * @example
 * ```ts
 * import { estimateFromUnits, surveyStatistic } from "@vitalcore/survey/statistics";
 * const plan = { version: 1, statistic: "mean", columns: ["age"], design: { clusters: "psu" } } as const;
 * const statistic = surveyStatistic(plan);
 * const first = statistic.accumulate(statistic.empty(), { psu: [1, 2], age: [20, 30] });
 * const second = statistic.accumulate(statistic.empty(), { psu: [2, 3], age: [40, 50] });
 * estimateFromUnits(plan, statistic.merge(first, second)).estimates[0]?.value; // => 35
 * ```
 */
export function estimateFromUnits(
  plan: StatisticsPlan | ReplicatePlan,
  table: UnitTable,
  options: FinishOptions = {},
): EstimatesResult {
  checkPlanDocument(plan);
  if (isReplicatePlan(plan)) return estimateFromReplicates(plan, table, options);
  checkPlan(plan);
  if (table.length === 0) throwIfErrors([find("survey/empty-table", {})]);
  const built = frameOf(table, plan);
  const { rows, rowsInGroup } = groupedRows(table, plan);
  const group = rows.group!;
  const { groups } = rows;
  const units = built.stages[built.stages.length - 1]!.units;
  const totals = unitTotalsOf(table, built.unitOfRow, units, { group, groups });
  const { lonely, lonelyInDomains } = plan.design;
  const rules = { policy: lonely ?? "fail", inDomains: lonelyInDomains ?? false } as const;
  const parts = {
    frame: { stages: built.stages },
    lonely: rules,
    stratumLabel: built.stratumLabel,
  };
  const joint = options.covariance === true;
  const shared = { plan, rows, rowsInGroup, options };
  // Squares follow the terms of the functional: they are for design effects alone.
  const functional = functionalOf(plan);
  const terms = functional.terms.length + 1;
  const own = { ...totals, sums: totals.sums.slice(0, terms) };
  const effects = plannedEffects(plan, totals, rows);
  if (options.replicates !== undefined) {
    const made = unitReplication(parts, own, options.replicates);
    return finishEstimates({
      ...shared,
      replicates: made.set,
      solution: made.solve(functional, joint),
      solveAgain: (logits: Functional) => made.solve(logits, false),
      degrees: made.degrees,
      ...(effects && { effects }),
    });
  }
  const label = (stage: number, stratum: number) =>
    stage === 0 ? built.stratumLabel(stratum) : `number ${stratum + 1} of stage ${stage + 1}`;
  return finishEstimates({
    ...shared,
    replicates: undefined,
    solution: solveFromTotals(parts, own, functional, joint, label),
    degrees: degreesOf(table, built, group, groups),
    ...(effects && { effects }),
  });
}

function degreesOf(
  table: UnitTable,
  { stages, psuOfRow }: TableFrame,
  group: Int32Array,
  groups: number,
): Float64Array {
  const degrees = new Float64Array(groups);
  const units = new Set<number>();
  const strata = new Set<number>();
  const { stratumOfUnit } = stages[0]!;
  for (let i = 0; i < table.length; i++) {
    const g = group[i]!;
    if (g < 0 || table.positive[i]! + table.missing[i]! === 0) continue;
    const unit = psuOfRow[i]!;
    if (units.has(unit * groups + g)) continue;
    units.add(unit * groups + g);
    degrees[g]! += 1;
    const stratum = stratumOfUnit[unit]! * groups + g;
    if (!strata.has(stratum)) degrees[g]! -= 1;
    strata.add(stratum);
  }
  return degrees;
}
