import { VitalError } from "@vitalcore/core";
import { nodeOf } from "../compare/find-node.js";
import { resultPlan } from "../compare/result-plan.js";
import { findIn as find } from "../function-catalog.js";
import type { IndexResult } from "../index-result.js";
import { aggregateGroups } from "../kernels/aggregate.js";
import { createWorkspace } from "../kernels/plan.js";
import { correlate, seekWeights } from "./seek-weights.js";

/** What weights are to achieve. */
export interface OptimizeWeightsOptions {
  /** Steps below the index of the nodes whose weights are sought; 1 if left out. */
  readonly depth?: number;
  /**
   * `balance`: the correlations of the nodes with the index come as near as they can to the `targets`.
   * `information`: the sum of these correlations becomes as large as it can. `balance` if left out.
   */
  readonly aim?: "balance" | "information";
  /** Relative importance that each node should have, by id; equal if left out. For `balance`. */
  readonly targets?: Readonly<Record<string, number>>;
  /** Whether weights may be below zero, which no reader will accept: to see what that would gain. False if left out. */
  readonly allowNegative?: boolean;
  /** Most evaluations of the index; 5,000 if left out. */
  readonly evaluations?: number;
}

/** Weights that were sought, and what they achieve. */
export interface OptimizedWeights {
  /** By id; within siblings they sum to 1. */
  readonly weights: Readonly<Record<string, number>>;
  /** By id: the correlation with the index, and its share of the sum of them, under these weights. */
  readonly correlations: Readonly<Record<string, number>>;
  readonly shares: Readonly<Record<string, number>>;
  /** ln(mean squared gap between shares and targets), or minus the sum of the correlations: the less the better. */
  readonly objective: number;
  readonly evaluations: number;
}

/**
 * Seeks the weights under which nodes are as important as they are meant to be, or the index holds as much of them as
 * it can, by the Nelder-Mead method, restarted until it gains nothing. Source:
 * Becker, Saisana, Paruolo and Vandecasteele (2017), Ecological Indicators 80; Nelder and Mead (1965).
 *
 * @throws VitalError `composite/unknown-node`; `composite/invalid-input` for targets that are not above zero.
 *
 * @example
 * ```ts
 * import { buildIndex } from "@vitalcore/composite";
 * import { optimizeWeights } from "@vitalcore/composite/weights";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const index = buildIndex(
 *   { area: ["A", "B", "C", "D"], "gni-per-person": [100, 900, 5000, 10000], "life-expectancy": [50, 62, 57, 65] },
 *   {
 *     kind: "IndexMethodology", version: 1, id: "example", title: "Example",
 *     nodes: [
 *       { id: "index" },
 *       { id: "income", parent: "index", weight: 3, indicator: "gni-per-person" },
 *       { id: "life", parent: "index", weight: 1, indicator: "life-expectancy" },
 *     ],
 *     normalize: { method: "min-max" },
 *   },
 *   { unitColumn: "area", definitions: [gniPerPerson, lifeExpectancy] },
 * );
 * const { shares } = optimizeWeights(index);
 * shares.income?.toFixed(3); // => "0.500"
 * ```
 */
export function optimizeWeights(
  result: IndexResult,
  {
    depth = 1,
    aim = "balance",
    targets = {},
    allowNegative = false,
    evaluations: most = 5000,
  }: OptimizeWeightsOptions = {},
): OptimizedWeights {
  for (const id of Object.keys(targets)) nodeOf(result, id);
  const nodes = result.nodes.filter((node) => node.depth === depth);
  const base = resultPlan(result);
  const workspace = createWorkspace(base.plan, base.units.length);
  const weights = Float64Array.from(base.plan.weights);
  const columns = nodes.map(({ id }) => base.nodes.indexOf(id));
  const places = columns.map((column) => base.plan.children.indexOf(column));
  const wanted = nodes.map(({ id }) => targets[id] ?? 1);
  if (wanted.some((target) => !(target > 0))) {
    const facts = { what: "Targets of importance", why: "they must be above zero" };
    throw new VitalError([find("composite/invalid-input", { facts })]);
  }
  const total = wanted.reduce((sum, x) => sum + x, 0);
  const goal = wanted.map((x) => x / total);
  const sought = seekWeights({
    aim,
    goal,
    start: aim === "balance" ? goal : nodes.map(({ weight }) => weight || 1e-6),
    allowNegative,
    evaluations: most,
    correlations: (at) => {
      places.forEach((place, k) => {
        weights[place] = at[k] as number;
      });
      workspace.scores.set(base.values);
      aggregateGroups(base.plan, workspace, weights);
      const index = workspace.columns.at(-1) as Float64Array;
      return columns.map((column) => correlate(workspace.columns[column] as Float64Array, index));
    },
  });
  const { correlations: r, weights: raw } = sought;
  const sum = r.reduce((all, x) => all + x, 0);
  const byId = (values: readonly number[]) =>
    Object.fromEntries(nodes.map(({ id }, k) => [id, values[k] as number]));
  return {
    weights: byId(
      nodes.map(({ parent }, k) => {
        const mass = raw.reduce((all, x, l) => all + (nodes[l]?.parent === parent ? x : 0), 0);
        return (raw[k] as number) / mass;
      }),
    ),
    correlations: byId(r),
    shares: byId(r.map((x) => x / sum)),
    objective: sought.objective,
    evaluations: sought.evaluations,
  };
}
