import { throwIfErrors, VitalError } from "@vitalcore/core";
import type { IndicatorDefinition } from "@vitalcore/domain";
import { find } from "./catalog.js";
import { compile } from "./compile.js";
import type { CustomMethods } from "./custom-methods.js";
import type { PlacedNode } from "./framework.js";
import { inspectMethodology } from "./inspect-methodology.js";
import type { Plan } from "./kernels/plan.js";
import type { IndexMethodology } from "./methodology.js";
import { hasComputedWeights } from "./stages/weigh.js";

/** A plan, and what its columns stand for. */
export interface IndexPlan {
  /** For `runPlan` of `@vitalcore/composite/kernels`. */
  readonly plan: Plan;
  /** Ids of the nodes, by column of the scores: the leaves, then the groups, the index last. */
  readonly nodes: readonly string[];
  /** Ids of the indicators, by column of the raw values. */
  readonly indicators: readonly string[];
}

/** What a plan depends on beside the methodology. */
export interface PlanIndexOptions {
  /** Definitions of the indicators, beside the methodology's own. */
  readonly definitions?: readonly IndicatorDefinition[];
  /** Codes of the units in the order of the matrix, for normalization by the distance to one of them. */
  readonly units?: readonly string[];
  /** Methods of your own, which the methodology asks for as `custom:name`. */
  readonly methods?: CustomMethods;
}

/**
 * Compiles a methodology into a plan of numbers, which runs on matrices of raw values many times over: for
 * simulations, or where the data are too many for a result with the history of every value. The plan begins
 * with normalization: values are given to it denominated, imputed and treated.
 *
 * @throws VitalError with every error of the methodology; `composite/weights-need-scores` where weights are to be
 *   computed from scores.
 *
 * @example
 * ```ts
 * import { planIndex } from "@vitalcore/composite";
 * import { createWorkspace, runPlan } from "@vitalcore/composite/kernels";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const { plan, nodes, indicators } = planIndex(
 *   {
 *     kind: "IndexMethodology",
 *     version: 1,
 *     id: "example",
 *     title: "Income and health",
 *     nodes: [
 *       { id: "index" },
 *       { id: "income", parent: "index", indicator: "gni-per-person", normalize: { transform: "ln", worst: 100, best: 10000 } },
 *       { id: "life", parent: "index", indicator: "life-expectancy", normalize: { worst: 20, best: 80 } },
 *     ],
 *     normalize: { method: "goalposts" },
 *   },
 *   { definitions: [gniPerPerson, lifeExpectancy] },
 * );
 * indicators; // => ["gni-per-person", "life-expectancy"]
 * nodes; // => ["income", "life", "index"]
 * const workspace = createWorkspace(plan, 2);
 * runPlan(plan, Float64Array.of(1000, 10000, 50, 65), workspace);
 * [...workspace.ranks]; // => [2, 1]
 * ```
 */
export function planIndex(
  methodology: IndexMethodology,
  options: PlanIndexOptions = {},
): IndexPlan {
  const inspection = inspectMethodology(
    methodology,
    options.definitions ?? [],
    options.methods ?? {},
  );
  throwIfErrors(inspection.findings);
  const framework = inspection.framework as NonNullable<typeof inspection.framework>;
  if (hasComputedWeights(inspection.methodology, framework)) {
    throw new VitalError([find("composite/weights-need-scores", {})]);
  }
  const { plan, columns } = compile(inspection.methodology, framework, inspection.leaves, options);
  return {
    plan,
    nodes: columns.map((i) => (framework.nodes[i] as PlacedNode).node.id),
    indicators: inspection.leaves.map(({ indicator }) => indicator),
  };
}
