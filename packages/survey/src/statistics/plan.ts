import { type Cell, type Expression, type Finding, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import { type DesignSpec, listOf } from "../design/design-spec.js";

/** What is estimated from the unit table. */
export type PlannedStatistic =
  | { readonly statistic: "mean" | "total"; readonly columns: readonly string[] }
  | { readonly statistic: "ratio"; readonly numerator: string; readonly denominator: string }
  | {
      readonly statistic: "proportion";
      readonly column: string;
      /** The values that count as yes; left out: the column holds 0 and 1. */
      readonly event?: Cell | readonly Cell[];
    }
  | { readonly statistic: "count" };

/**
 * What is to be computed in parts: plain JSON, the same for memory, chunks of a file, workers and SQL.
 *
 * The unit table that it leads to is a GROUP BY over the design: one row for every
 * (stratum, cluster, ... of each stage) x (columns of `by`), over all rows of the file. Rows outside the
 * domain, or with a missing `by`, have nulls in the group columns: they keep the units of the sample.
 */
export type StatisticsPlan = PlannedStatistic & {
  readonly version: 1;
  /** Weights, strata, clusters, fpc. No PPS, no frequencies; element samples have a row per person. */
  readonly design: DesignSpec;
  readonly by?: readonly string[];
  /** The domain; rows in which it is false or missing are outside. */
  readonly subset?: Expression;
};

/**
 * Columns whose weighted totals a plan needs, in order.
 *
 * @example
 * ```ts
 * import { plannedColumns } from "@vitalcore/survey/statistics";
 * plannedColumns({ version: 1, statistic: "ratio", numerator: "users", denominator: "people", design: { weights: "w" } }); // => ["users", "people"]
 * ```
 */
export function plannedColumns(plan: StatisticsPlan): readonly string[] {
  switch (plan.statistic) {
    case "mean":
    case "total":
      return plan.columns;
    case "ratio":
      return [plan.numerator, plan.denominator];
    case "proportion":
      return [plan.column];
    case "count":
      return [];
  }
}

/**
 * Names of the key columns of the unit table, in order: strata and clusters of each stage, then `by`.
 *
 * @example
 * ```ts
 * import { keyColumns } from "@vitalcore/survey/statistics";
 * const design = { weights: "w", strata: "region", clusters: "village" };
 * keyColumns({ version: 1, statistic: "count", design, by: ["sex"] }); // => { strata: ["region"], clusters: ["village"], by: ["sex"] }
 * ```
 */
export function keyColumns(plan: StatisticsPlan): {
  readonly strata: readonly string[];
  readonly clusters: readonly string[];
  readonly by: readonly string[];
} {
  const { strata, clusters } = plan.design;
  return { strata: listOf(strata), clusters: listOf(clusters), by: plan.by ?? [] };
}

/** Stops on what cannot be computed from unit totals. */
export function checkPlan(plan: StatisticsPlan): void {
  const findings: Finding[] = [];
  const refuse = (option: string, wanted: string, found: unknown) =>
    findings.push(find("survey/option", { found, facts: { option, wanted } }));
  const { design } = plan;
  if (plan.version !== 1) refuse("`version` of the plan", "1", plan.version);
  if (design.pps !== undefined)
    refuse("`pps` in a plan", "the in-memory design", design.pps.method);
  if (design.frequencies !== undefined) {
    refuse("`frequencies` in a plan", "rows as they are", design.frequencies);
  }
  const { clusters, strata } = keyColumns(plan);
  if (clusters.length === 0) {
    refuse("`clusters` in a plan", "the column that identifies the sampled units", null);
  }
  if (strata.length > Math.max(1, clusters.length)) {
    const facts = { what: "`strata`", given: strata.length, stages: clusters.length };
    findings.push(find("survey/stage-count", { facts }));
  }
  const fpc = listOf(design.fpc);
  if (fpc.length > 0 && fpc.length !== clusters.length) {
    const facts = { what: "`fpc`", given: fpc.length, stages: clusters.length };
    findings.push(find("survey/stage-count", { facts }));
  }
  throwIfErrors(findings);
}
