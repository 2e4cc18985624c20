import { buildEstimates, chosenDegrees } from "../estimates/build-estimates.js";
import {
  type EffectOptions,
  effectsOver,
  type SimpleVariance,
} from "../estimates/design-effect.js";
import type { EstimatesResult } from "../estimates/estimates.js";
import { composed, type Functional } from "../estimates/functional.js";
import type { SelectedRows } from "../estimates/select-rows.js";
import type { Solution } from "../estimates/solution.js";
import { type ProportionMethod, proportionInterval } from "../proportions/proportion-intervals.js";
import type { ReplicateMethod } from "../replicates/make-replicates.js";
import type { ReplicateSet } from "../replicates/replicate-set.js";
import type { ReplicatePlan, StatisticsPlan } from "./plan.js";
import { functionalOf, namesOf } from "./planned-functional.js";
import { groupsOf } from "./table-groups.js";
import type { UnitTable } from "./unit-table.js";

/** Options of estimates from unit tables. */
export interface FinishOptions {
  readonly level?: number;
  readonly df?: "design" | "infinite" | number;
  /** Of proportions; default "logit". */
  readonly interval?: ProportionMethod;
  readonly covariance?: boolean;
  /** Variance by replicates made of the units, with their weights; default: linearization. */
  readonly replicates?: ReplicateMethod;
}

/** The groups of a unit table, and what they count. */
export function groupedRows(
  table: UnitTable,
  plan: StatisticsPlan | ReplicatePlan,
): { readonly rows: SelectedRows; readonly rowsInGroup: Float64Array } {
  const { group, labels } = groupsOf(table, plan);
  const groups = labels.length;
  const n = new Float64Array(groups);
  const nMissing = new Float64Array(groups);
  const rowsInGroup = new Float64Array(groups);
  for (let i = 0; i < table.length; i++) {
    const g = group[i]!;
    if (g < 0) continue;
    n[g]! += table.positive[i]!;
    nMissing[g]! += table.missing[i]!;
    rowsInGroup[g]! += table.rows[i]! + table.missing[i]!;
  }
  const domains = { group, groups };
  return { rows: { group, groups, domains, labels, n, nMissing, findings: [] }, rowsInGroup };
}

/** What estimates are put together from, however their variance was found. */
export interface PlannedSolution {
  readonly plan: StatisticsPlan | ReplicatePlan;
  /** Undefined where the variance is linearized. */
  readonly replicates: ReplicateSet | undefined;
  readonly rows: SelectedRows;
  readonly rowsInGroup: Float64Array;
  readonly solution: Solution;
  readonly degrees: Float64Array;
  readonly options: FinishOptions;
  /** Replicates are evaluated again on the logit scale. */
  readonly solveAgain?: (functional: Functional) => Solution;
  readonly effects?: { readonly kind: EffectOptions["kind"]; readonly simple: SimpleVariance };
}

/** Puts the estimates of a plan together. */
export function finishEstimates(input: PlannedSolution): EstimatesResult {
  const { plan, replicates, rows, rowsInGroup, solution, degrees, options, effects } = input;
  const names = namesOf(plan);
  const width = names.length;
  const variance = (g: number, j: number) => solution.groups[g]!.covariance[j * width + j]!;
  const isProportion = plan.statistic === "proportion";
  const method = options.interval ?? "logit";
  const logits =
    isProportion && method === "logit"
      ? input.solveAgain?.(logitOf(functionalOf(plan)))
      : undefined;
  const findings: EffectOptions["findings"] = [];
  const designEffect =
    effects &&
    effectsOver(effects.simple, rows.labels, {
      kind: effects.kind,
      of: plan.statistic === "total" ? "total" : "mean",
      variance,
      names: names.map(({ variable }) => variable),
      findings,
    });
  return buildEstimates({
    statistic: plan.statistic,
    parts: { findings: [], replicates },
    rows,
    solution,
    names,
    options,
    degrees,
    findings,
    ...(designEffect && {
      designEffect,
      effectiveSize: (g: number, j: number) => {
        const effect = designEffect(g, j);
        return effect === null ? null : rows.n[g]! / effect;
      },
    }),
    ...(isProportion && {
      scale: "proportion" as const,
      interval: ({ value, variance: v, level, g }) => {
        const logitVariance = logits?.groups[g]?.covariance[0];
        return proportionInterval(method, {
          p: value,
          variance: v,
          ...(logitVariance !== undefined && { logitVariance }),
          designDegrees: degrees[g]!,
          degrees: chosenDegrees(options.df, degrees[g]!),
          n: rows.n[g]!,
          designRows: rowsInGroup[g]!,
          level,
        });
      },
      effectiveSize: (g: number) => {
        const p = solution.groups[g]!.values[0]!;
        return variance(g, 0) > 0 ? (p * (1 - p)) / variance(g, 0) : rows.n[g]!;
      },
    }),
  });
}

/** A share on the logit scale; its derivative is never asked of replicates. */
function logitOf(share: Functional): Functional {
  return composed(
    share,
    1,
    (p) => p.map((value) => Math.log(value / (1 - value))),
    () => new Float64Array(1),
  );
}
