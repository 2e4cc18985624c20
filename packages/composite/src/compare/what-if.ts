import { VitalError } from "@vitalcore/core";
import type { CustomMethods } from "../custom-methods.js";
import { findIn as find } from "../function-catalog.js";
import type { IndexResult } from "../index-result.js";
import { aggregateGroups } from "../kernels/aggregate.js";
import { createWorkspace, type Plan, type Workspace } from "../kernels/plan.js";
import { rankIndex } from "../kernels/run.js";
import type { AggregateOptions } from "../methodology.js";
import { nodeOf } from "./find-node.js";
import { planWithout, type ResultPlan, resultPlan } from "./result-plan.js";

/** A change of an index that leaves the scores of its indicators as they are. */
export interface WhatIf {
  /** Other weights, by id of the node; relative to the siblings as always. */
  readonly weights?: Readonly<Record<string, number>>;
  /** Nodes that are left out, with everything below them. */
  readonly without?: readonly string[];
  /** Another aggregation, wherever a node does not name its own. */
  readonly aggregate?: AggregateOptions;
  /** Functions for methods of your own. */
  readonly methods?: CustomMethods;
}

/** A unit before and after a change. */
export interface WhatIfUnit {
  readonly unit: string;
  readonly score: number | null;
  readonly rank: number | null;
  readonly newScore: number | null;
  readonly newRank: number | null;
  /** Places gained; negative if lost. */
  readonly gained: number | null;
}

/** What a change does to a ranking. */
export interface WhatIfResult {
  /** Those that move most first, then by code. */
  readonly units: readonly WhatIfUnit[];
  /** How many units change their rank, and by how many places on average, over all units ranked in both. */
  readonly moved: number;
  readonly meanAbsoluteChange: number;
}

/**
 * Tells who moves if weights, indicators or the aggregation of an index are changed. The scores of the indicators
 * are those of the result: for changes of an earlier stage build the index again and compare.
 *
 * @throws VitalError `composite/unknown-node`; `composite/invalid-change` for weights below zero, or if nothing
 *   would be left of the index.
 *
 * @example
 * ```ts
 * import { buildIndex } from "@vitalcore/composite";
 * import { whatIf } from "@vitalcore/composite/compare";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const index = buildIndex(
 *   { area: ["AAA", "BBB"], "gni-per-person": [100, 10000], "life-expectancy": [65, 56] },
 *   {
 *     kind: "IndexMethodology", version: 1, id: "example", title: "Example",
 *     nodes: [
 *       { id: "index" },
 *       { id: "income", parent: "index", weight: 2, indicator: "gni-per-person" },
 *       { id: "life", parent: "index", weight: 1, indicator: "life-expectancy" },
 *     ],
 *     normalize: { method: "min-max" },
 *   },
 *   { unitColumn: "area", definitions: [gniPerPerson, lifeExpectancy] },
 * );
 * const { units, moved } = whatIf(index, { weights: { life: 3 } });
 * moved; // => 2
 * [units[0]?.unit, units[0]?.newRank, units[0]?.gained]; // => ["AAA", 1, 1]
 * ```
 */
export function whatIf(result: IndexResult, change: WhatIf): WhatIfResult {
  const { weights = {}, without = [], aggregate, methods } = change;
  for (const id of [...Object.keys(weights), ...without]) nodeOf(result, id);
  const bad = Object.entries(weights).find(([, weight]) => !(weight >= 0 && weight < 1e100));
  if (bad !== undefined) throw invalid(`the weight of "${bad[0]}" is ${bad[1]}`);
  const base = resultPlan(result, {
    weights,
    ...(aggregate !== undefined && { aggregate }),
    ...(methods !== undefined && { methods }),
  });
  const columns = without.map((id) => base.nodes.indexOf(id));
  const plan = without.length === 0 ? base.plan : planWithout(base, columns);
  const workspace = createWorkspace(plan, base.units.length);
  rerun(plan, base.values, workspace);
  if (base.units.length > 0 && workspace.ranks.every((rank) => Number.isNaN(rank))) {
    throw invalid("no unit would have a score");
  }
  return changesOf(result, base, workspace);
}

function invalid(why: string): VitalError {
  return new VitalError([find("composite/invalid-change", { facts: { why } })]);
}

/** Aggregates scores of leaves, and ranks. */
export function rerun(plan: Plan, values: Float64Array, workspace: Workspace): void {
  workspace.scores.set(values);
  aggregateGroups(plan, workspace);
  rankIndex(plan, workspace);
}

function changesOf(
  result: IndexResult,
  { units }: ResultPlan,
  { columns, ranks }: Workspace,
): WhatIfResult {
  const place = new Map(units.map((unit, i) => [unit, i]));
  const index = columns.at(-1) as Float64Array;
  const rows = result.units.map(({ unit, score, rank }): WhatIfUnit => {
    const at = place.get(unit) ?? -1;
    const newScore = orNull(index[at]);
    const newRank = orNull(ranks[at]);
    const gained = rank === null || newRank === null ? null : rank - newRank;
    return { unit, score, rank, newScore, newRank, gained };
  });
  const changes = rows.flatMap(({ gained }) => (gained === null ? [] : [Math.abs(gained)]));
  return {
    units: rows.sort(
      (a, b) => Math.abs(b.gained ?? 0) - Math.abs(a.gained ?? 0) || (a.unit < b.unit ? -1 : 1),
    ),
    moved: changes.filter((change) => change !== 0).length,
    meanAbsoluteChange: changes.reduce((sum, x) => sum + x, 0) / Math.max(1, changes.length),
  };
}

function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
