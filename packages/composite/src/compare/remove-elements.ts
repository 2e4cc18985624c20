import type { CustomMethods } from "../custom-methods.js";
import type { IndexResult } from "../index-result.js";
import { createWorkspace } from "../kernels/plan.js";
import { nodeOf } from "./find-node.js";
import { planWithout, resultPlan } from "./result-plan.js";
import { rerun } from "./what-if.js";

/** Which elements are removed in turn. */
export interface RemoveElementsOptions {
  /** Steps below the index: 1 for its direct children; the indicators if left out. */
  readonly depth?: number;
  /** Ids of nodes, instead of a depth. */
  readonly nodes?: readonly string[];
  /** Functions for methods of your own. */
  readonly methods?: CustomMethods;
}

/** What the index becomes without one element. */
export interface RemovedElement {
  readonly node: string;
  /** By code of the unit; `null` without a score. */
  readonly scores: Readonly<Record<string, number | null>>;
  readonly ranks: Readonly<Record<string, number | null>>;
  /** Mean of the absolute changes of rank, over the units ranked in both. */
  readonly meanAbsoluteChange: number;
  /** The largest of them, and a unit that has it. */
  readonly largestChange: number;
  readonly largestFor: string | null;
}

/**
 * Removes every indicator (or every node of a depth) in turn and ranks again: the elements by which the ranking
 * stands or falls come first. An element that is removed leaves nothing behind: its weight goes to its siblings,
 * a group that loses its only child goes with it, and thresholds are taken of the children left.
 * Normalization is not fitted anew, as no indicator depends on another.
 *
 * @throws VitalError `composite/unknown-node`.
 *
 * @example
 * ```ts
 * import { buildIndex } from "@vitalcore/composite";
 * import { removeElements } from "@vitalcore/composite/compare";
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
 * removeElements(index).map(({ node, meanAbsoluteChange }) => [node, meanAbsoluteChange]); // => [["income", 1], ["life", 0]]
 * ```
 */
export function removeElements(
  result: IndexResult,
  { depth, nodes, methods }: RemoveElementsOptions = {},
): readonly RemovedElement[] {
  const elements =
    nodes?.map((id) => nodeOf(result, id)) ??
    result.nodes.filter((node) =>
      depth === undefined ? node.indicator !== null : node.depth === depth,
    );
  const base = resultPlan(result, { ...(methods !== undefined && { methods }) });
  const workspace = createWorkspace(base.plan, base.units.length);
  const nominal = new Map(result.units.map(({ unit, rank }) => [unit, rank]));
  const { columns, ranks } = workspace;
  const index = columns.at(-1) as Float64Array;
  return elements
    .map(({ id }): RemovedElement => {
      rerun(planWithout(base, [base.nodes.indexOf(id)]), base.values, workspace);
      const changes = base.units.flatMap((unit, i) => {
        const before = nominal.get(unit) ?? null;
        const after = ranks[i] as number;
        return before === null || Number.isNaN(after)
          ? []
          : [{ unit, by: Math.abs(before - after) }];
      });
      const largest = changes.reduce<(typeof changes)[number] | undefined>(
        (most, change) => (most === undefined || change.by > most.by ? change : most),
        undefined,
      );
      return {
        node: id,
        scores: byUnit(base.units, index),
        ranks: byUnit(base.units, ranks),
        meanAbsoluteChange:
          changes.reduce((sum, { by }) => sum + by, 0) / Math.max(1, changes.length),
        largestChange: largest?.by ?? 0,
        largestFor: largest?.unit ?? null,
      };
    })
    .sort((a, b) => b.meanAbsoluteChange - a.meanAbsoluteChange || (a.node < b.node ? -1 : 1));
}

function byUnit(
  units: readonly string[],
  values: Float64Array,
): Readonly<Record<string, number | null>> {
  return Object.fromEntries(
    units.map((unit, i) => {
      const value = values[i] as number;
      return [unit, Number.isNaN(value) ? null : value];
    }),
  );
}
