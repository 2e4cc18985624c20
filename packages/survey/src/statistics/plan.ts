import { type Cell, type Expression, type Finding, throwIfErrors } from "@vitalcore/core";
import type { Fields, Shape } from "@vitalcore/core/documents";
import { find } from "../catalog.js";
import { checkSpec } from "../design/check-spec.js";
import { valuesOf } from "../design/choices.js";
import { type DesignSpec, listOf, type ReplicateSpec } from "../design/design-spec.js";
import { DESIGN_SHAPE, REPLICATE_SHAPE } from "../design/spec-shapes.js";
import { DESIGN_EFFECTS, type DesignEffectKind } from "../estimates/options.js";
import { lackingScales, lacksScales } from "../replicates/replicate-set.js";

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

/** What every plan says beside its statistic. */
interface PlannedDomains {
  readonly version: 1;
  readonly by?: readonly string[];
  /** The domain; rows in which it is false or missing are outside. */
  readonly subset?: Expression;
}

/**
 * What is to be computed in parts: plain JSON, the same for memory, chunks of a file, workers and SQL.
 *
 * The unit table that it leads to is a GROUP BY over the design: one row for every
 * (stratum, cluster, ... of each stage) x (columns of `by`), over all rows of the file. Rows outside the
 * domain, or with a missing `by`, have nulls in the group columns: they keep the units of the sample.
 */
export type StatisticsPlan = PlannedStatistic &
  PlannedDomains & {
    /** Weights, strata, clusters, fpc. No PPS, no frequencies; element samples have a row per person. */
    readonly design: DesignSpec;
    /** Default "none". Of means and totals it needs sums of squares beside: {@link plannedSquares}. */
    readonly designEffect?: DesignEffectKind;
  };

/**
 * A plan for a file that comes with replicate weights. Its table has one row per group, with the weighted
 * totals under the full weight and under every replicate: see {@link plannedWeights}.
 */
export type ReplicatePlan = PlannedStatistic &
  PlannedDomains & {
    readonly design: ReplicateSpec;
    /**
     * Degrees of freedom, as the survey's report gives them. Default: replicates - 1, since the rank of the
     * weights cannot be told from totals.
     */
    readonly degreesOfFreedom?: number;
  };

/** Whether a plan is for replicate weights. */
export function isReplicatePlan(plan: StatisticsPlan | ReplicatePlan): plan is ReplicatePlan {
  return "replicates" in plan.design;
}

/**
 * Columns whose weighted totals a plan needs, in order.
 *
 * @example
 * ```ts
 * import { plannedColumns } from "@vitalcore/survey/statistics";
 * plannedColumns({ version: 1, statistic: "ratio", numerator: "users", denominator: "people", design: { weights: "w" } }); // => ["users", "people"]
 * ```
 */
export function plannedColumns(plan: StatisticsPlan | ReplicatePlan): readonly string[] {
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
 * Columns whose weighted squares a plan needs after the totals of {@link plannedColumns}, in order: SUM(weight *
 * column * column). Only design effects of means and totals need any; the square of a 0/1 column is itself.
 *
 * @example
 * ```ts
 * import { plannedSquares } from "@vitalcore/survey/statistics";
 * const design = { weights: "w", clusters: "psu" };
 * plannedSquares({ version: 1, statistic: "mean", columns: ["age"], design, designEffect: "with-replacement" }); // => ["age"]
 * ```
 */
export function plannedSquares(plan: StatisticsPlan): readonly string[] {
  const wanted = plan.statistic === "mean" || plan.statistic === "total";
  return wanted && (plan.designEffect ?? "none") !== "none" ? plan.columns : [];
}

/**
 * Columns of weights under which a replicate plan needs its totals: the full weight first (null: every row
 * counts 1), then one per replicate.
 *
 * @example
 * ```ts
 * import { plannedWeights } from "@vitalcore/survey/statistics";
 * const design = { weights: "w", replicates: { columns: ["r1", "r2"], type: "JK1" } } as const;
 * plannedWeights({ version: 1, statistic: "count", design }); // => ["w", "r1", "r2"]
 * ```
 */
export function plannedWeights({ design }: ReplicatePlan): readonly (string | null)[] {
  const { weights, replicates } = design;
  const full = weights === undefined || typeof weights === "string" ? weights : weights.column;
  return [full ?? null, ...replicates.columns];
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
export function keyColumns(plan: StatisticsPlan | ReplicatePlan): {
  readonly strata: readonly string[];
  readonly clusters: readonly string[];
  readonly by: readonly string[];
} {
  if (isReplicatePlan(plan)) return { strata: [], clusters: [], by: plan.by ?? [] };
  const { strata, clusters } = plan.design;
  return { strata: listOf(strata), clusters: listOf(clusters), by: plan.by ?? [] };
}

const STATISTICS: Readonly<Record<PlannedStatistic["statistic"], Fields>> = {
  mean: { columns: { is: "list", of: { is: "text" }, required: true } },
  total: { columns: { is: "list", of: { is: "text" }, required: true } },
  ratio: {
    numerator: { is: "text", required: true },
    denominator: { is: "text", required: true },
  },
  proportion: { column: { is: "text", required: true }, event: { is: "anything" } },
  count: {},
};

function planShape(design: Shape, more: Fields): Shape {
  const fields: Fields = {
    version: { is: "number", required: true },
    by: { is: "list", of: { is: "text" } },
    // Judged where it is evaluated.
    subset: { is: "anything" },
    design: { ...design, required: true },
    ...more,
  };
  const kinds = Object.entries(STATISTICS);
  return {
    is: "variant",
    by: "statistic",
    of: Object.fromEntries(kinds.map(([name, own]) => [name, { ...own, ...fields }])),
  };
}

/** Stops on a document that is no plan. */
export function checkPlanDocument(plan: StatisticsPlan | ReplicatePlan): void {
  const design: unknown = (plan as Partial<StatisticsPlan> | null | undefined)?.design;
  const isReplicated = typeof design === "object" && design !== null && "replicates" in design;
  const shape = isReplicated
    ? planShape(REPLICATE_SHAPE, { degreesOfFreedom: { is: "number" } })
    : planShape(DESIGN_SHAPE, { designEffect: { is: "option", of: valuesOf(DESIGN_EFFECTS) } });
  checkSpec(plan, shape, "plan");
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
  if (plan.statistic === "ratio" && (plan.designEffect ?? "none") !== "none") {
    refuse("`designEffect` of a ratio in a plan", "a mean, total or proportion", plan.designEffect);
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

/** Stops on replicate weights that cannot be used. */
export function checkReplicatePlan(plan: ReplicatePlan): void {
  const { columns, type, rho = 0, rscales } = plan.design.replicates;
  const findings: Finding[] = [];
  const refuse = (option: string, wanted: string, found: unknown) =>
    findings.push(find("survey/option", { found, facts: { option, wanted } }));
  if (plan.version !== 1) refuse("`version` of the plan", "1", plan.version);
  if (columns.length < 2) refuse("the number of replicates", "2 or more", columns.length);
  if (lacksScales(plan.design.replicates)) findings.push(lackingScales());
  if (type === "Fay" && !(rho >= 0 && rho < 1)) refuse("`rho`", "0 <= rho < 1", rho);
  if (rscales !== undefined && rscales.length !== columns.length) {
    const facts = { what: "`rscales`", given: rscales.length, replicates: columns.length };
    findings.push(find("survey/replicate-shape", { facts }));
  }
  throwIfErrors(findings);
}
