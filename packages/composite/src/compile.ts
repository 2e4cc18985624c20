import type { Framework, PlacedNode } from "./framework.js";
import type { GroupPlan, LeafPlan, Plan } from "./kernels/plan.js";
import { aggregateOptions, type Leaf, positionBy, scaleOf, targetOf, transformed } from "./leaf.js";
import type { IndexMethodology } from "./methodology.js";

/** A plan, and which node each of its columns is. */
export interface Compiled {
  readonly plan: Plan;
  /** Indices of the nodes in the framework, by column: the leaves, then the groups, the index last. */
  readonly columns: readonly number[];
}

/** Compiles a methodology without errors into a plan of numbers. */
export function compile(
  methodology: IndexMethodology,
  framework: Framework,
  leaves: readonly Leaf[],
): Compiled {
  const { nodes, upwards } = framework;
  const nodeOf = (i: number) => (nodes[i] as PlacedNode).node;
  const indexOf = new Map(nodes.map(({ node }, i) => [node.id, i]));
  const columns = [
    ...leaves.map(({ node }) => indexOf.get(node.id) as number),
    ...upwards.filter((i) => nodeOf(i).indicator === undefined),
  ];
  const columnOf = new Map(columns.map((node, column) => [node, column]));
  const children: number[] = [];
  const weights: number[] = [];
  const groups: GroupPlan[] = columns.slice(leaves.length).map((i) => {
    const from = children.length;
    for (const child of framework.children[i] ?? []) {
      children.push(columnOf.get(child) as number);
      weights.push(nodeOf(child).weight ?? 1);
    }
    const { method, atLeast } = aggregateOptions(methodology, nodeOf(i));
    // Of no child at all there is no mean, whatever the threshold.
    const least = Math.max(1, needed(atLeast, children.length - from));
    return { method, needed: least, from, to: children.length };
  });
  const plan: Plan = {
    leaves: leaves.map(leafPlan),
    groups,
    children: Int32Array.from(children),
    weights: Float64Array.from(weights),
    ties: methodology.ranks?.ties ?? "min",
    digits: methodology.ranks?.digits ?? -1,
  };
  return { plan, columns };
}

/**
 * The smallest count whose share of a total reaches a threshold. A threshold that was written
 * with fifteen digits (2/3 as 0.666666666666667) is not missed by its rounding.
 */
export function needed(atLeast: number, total: number): number {
  return Math.ceil(atLeast * total - 1e-9);
}

function leafPlan({ normalize, direction }: Leaf): LeafPlan {
  const method = normalize.method ?? "goalposts";
  const target = targetOf(direction);
  const position = positionBy(normalize, target);
  const [lowest, highest] = method === "z-score" ? zScale(normalize) : scaleOf(normalize);
  const { worst = Number.NaN, best = Number.NaN } = method === "goalposts" ? normalize : {};
  return {
    method,
    transform: normalize.transform ?? "none",
    target: target === undefined ? Number.NaN : transformed(target, normalize),
    ascending: direction === "higherBetter",
    origin: position(worst),
    width: position(best) - position(worst),
    low: lowest,
    span: highest - lowest,
    clamp: method === "goalposts" && normalize.clamp !== false,
    ties: normalize.ties ?? "min",
  };
}

/** A z-score is the mean plus so many standard deviations. */
function zScale({ mean = 0, sd = 1 }: Leaf["normalize"]): readonly [number, number] {
  return [mean, mean + sd];
}
