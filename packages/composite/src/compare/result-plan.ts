import { throwIfErrors } from "@vitalcore/core";
import { type CompileOptions, compile, NEEDS_ALL, needed } from "../compile.js";
import { readFramework } from "../framework.js";
import type { IndexResult, UnitResult } from "../index-result.js";
import type { GroupPlan, Plan } from "../kernels/plan.js";
import { leavesOf } from "../leaf.js";
import { placeNodes } from "../levels.js";
import type { FrameworkNode, IndexMethodology } from "../methodology.js";

/** The aggregation of a result, made ready to run again with other weights, nodes or methods. */
export interface ResultPlan {
  readonly plan: Plan;
  /** Ids of the nodes by column of the scores: the leaves, then the groups, the index last. */
  readonly nodes: readonly string[];
  /** Codes of the units that were not screened out, in order. */
  readonly units: readonly string[];
  /** Scores of the leaves, leaf after leaf; NaN is missing. */
  readonly values: Float64Array;
  /** By group: the share of its children that must be there. */
  readonly atLeast: Float64Array;
}

/** What differs from the methodology of the result. */
export interface PlanChanges extends Pick<CompileOptions, "methods"> {
  readonly weights?: Readonly<Record<string, number>>;
  /** Applied to every group that the nodes do not set otherwise. */
  readonly aggregate?: IndexMethodology["aggregate"];
}

/** Compiles the aggregation of a result: its leaves pass the scores on that they have. */
export function resultPlan(result: IndexResult, changes: PlanChanges = {}): ResultPlan {
  const { weights = {}, aggregate, methods = {} } = changes;
  const found = foundWeights(result);
  const nodes = result.methodology.nodes.map((node): FrameworkNode => {
    const { normalize: _normalize, weighting: _weighting, ...rest } = node;
    const weight = Object.hasOwn(weights, node.id)
      ? weights[node.id]
      : (found.get(node.id) ?? node.weight);
    return { ...rest, ...(weight !== undefined && { weight }) };
  });
  const methodology: IndexMethodology = {
    ...result.methodology,
    nodes: equalized(nodes, weights),
    weighting: {},
    levels: (result.methodology.levels ?? []).map(
      ({ weighting: _weighting, normalize: _normalize, ...level }) => level,
    ),
    normalize: { method: "none" },
    aggregate: { ...result.methodology.aggregate, ...aggregate },
  };
  const placed = placeNodes(methodology);
  const { framework, findings } = readFramework(placed);
  throwIfErrors(findings);
  const tree = framework as NonNullable<typeof framework>;
  const leaves = leavesOf(methodology, placed, new Map()).map((leaf) => ({
    ...leaf,
    direction: "higherBetter" as const,
    target: undefined,
  }));
  const { plan, columns } = compile(methodology, tree, leaves, { methods });
  const entering = enteringUnits(result);
  const values = new Float64Array(leaves.length * entering.length);
  leaves.forEach(({ node }, leaf) => {
    entering.forEach((unit, u) => {
      values[leaf * entering.length + u] = unit.scores[node.id] ?? Number.NaN;
    });
  });
  const byId = new Map(result.nodes.map((node) => [node.id, node]));
  const ids = columns.map((i) => (tree.nodes[i] as (typeof placed)[number]).node.id);
  return {
    plan,
    nodes: ids,
    units: entering.map(({ unit }) => unit),
    values,
    atLeast: Float64Array.from(
      ids.slice(leaves.length),
      (id) => byId.get(id)?.aggregate?.atLeast ?? 1,
    ),
  };
}

/** Weights that were not given but found, as shares, by id of the node. */
function foundWeights({ nodes }: IndexResult): ReadonlyMap<string, number> {
  const groups = new Set(
    nodes.filter(({ weighting }) => weighting !== undefined).map(({ id }) => id),
  );
  return new Map(
    nodes.flatMap(({ id, parent, weight }) =>
      parent !== null && groups.has(parent) ? [[id, weight] as const] : [],
    ),
  );
}

/** A weight given to one of several siblings without weights (equal ones) makes the others 1. */
function equalized(
  nodes: readonly FrameworkNode[],
  weights: Readonly<Record<string, number>>,
): readonly FrameworkNode[] {
  const touched = new Set(
    nodes.filter(({ id }) => Object.hasOwn(weights, id)).map(({ parent }) => parent),
  );
  return nodes.map((node) =>
    node.weight === undefined && node.parent !== undefined && touched.has(node.parent)
      ? { ...node, weight: 1 }
      : node,
  );
}

/** Units that were not screened out, in the order of their codes, in which sums run. */
export function enteringUnits(result: IndexResult): readonly UnitResult[] {
  return result.units
    .filter(({ failures }) => !failures.some(({ rule }) => rule === "screening"))
    .sort((a, b) => (a.unit < b.unit ? -1 : 1));
}

/**
 * The plan without some nodes. A group that loses all its children goes too; the share of children that must be
 * there is taken of those that are left.
 *
 * @param columns - of the nodes that go.
 */
export function planWithout(
  { plan, atLeast }: Pick<ResultPlan, "plan" | "atLeast">,
  columns: readonly number[],
): Plan {
  const gone = new Set(columns);
  const children: number[] = [];
  const weights: number[] = [];
  const groups = plan.groups.map((group, g): GroupPlan => {
    const from = children.length;
    for (let c = group.from; c < group.to; c++) {
      const child = plan.children[c] as number;
      if (gone.has(child)) continue;
      children.push(child);
      weights.push(plan.weights[c] as number);
    }
    const to = children.length;
    // Children come before their parents, so a group that is empty is known to those above it.
    if (to === from) gone.add(plan.leaves.length + g);
    const least = NEEDS_ALL.includes(group.method) ? 1 : (atLeast[g] as number);
    return { ...group, from, to, needed: Math.max(1, needed(least, to - from)) };
  });
  return {
    ...plan,
    groups,
    children: Int32Array.from(children),
    weights: Float64Array.from(weights),
  };
}
