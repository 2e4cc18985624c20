import type { CustomMethods } from "./custom-methods.js";
import { isCustomName } from "./custom-name.js";
import type { Framework, PlacedNode } from "./framework.js";
import type { GroupPlan, LeafPlan, Plan } from "./kernels/plan.js";
import {
  aggregateOptions,
  type Leaf,
  positionBy,
  scaleOf,
  transformed,
  weightingOptions,
} from "./leaf.js";
import type { AggregateMethod, IndexMethodology, NormalizeMethod } from "./methodology.js";
import { writtenWeights } from "./stages/written-weights.js";

/** A plan, and which node each of its columns is. */
export interface Compiled {
  readonly plan: Plan;
  /** Indices of the nodes in the framework, by column: the leaves, then the groups, the index last. */
  readonly columns: readonly number[];
}

/** What a plan may depend on beside the methodology. */
export interface CompileOptions {
  /** Codes of the units that enter, in their order, for methods that name one. */
  readonly units?: readonly string[];
  readonly methods?: CustomMethods;
}

/** Compiles a methodology without errors into a plan of numbers. */
export function compile(
  methodology: IndexMethodology,
  framework: Framework,
  leaves: readonly Leaf[],
  { units = [], methods = {} }: CompileOptions = {},
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
    const below = framework.children[i] ?? [];
    children.push(...below.map((child) => columnOf.get(child) as number));
    const placed = nodes[i] as PlacedNode;
    weights.push(...writtenWeights(weightingOptions(methodology, placed), below.map(nodeOf)));
    const options = aggregateOptions(methodology, placed);
    // Of no child at all there is no mean, whatever the threshold; some methods need all of them.
    const share = NEEDS_ALL.includes(options.method) ? 1 : options.atLeast;
    const least = Math.max(1, needed(share, children.length - from));
    return { ...groupPlan(options, methods), needed: least, from, to: children.length };
  });
  const plan: Plan = {
    leaves: leaves.map((leaf) => leafPlan(leaf, units, methods)),
    groups,
    children: Int32Array.from(children),
    weights: Float64Array.from(weights),
    ties: methodology.ranks?.ties ?? "min",
    digits: methodology.ranks?.digits ?? -1,
  };
  return { plan, columns };
}

/** The places of `owa` are for all children; a child that is missing could be where a unit is best, or worst. */
export const NEEDS_ALL: readonly AggregateMethod[] = ["owa", "benefit-of-the-doubt"];

/**
 * The smallest count whose share of a total reaches a threshold. A threshold that was written
 * with fifteen digits (2/3 as 0.666666666666667) is not missed by its rounding.
 */
export function needed(atLeast: number, total: number): number {
  return Math.ceil(atLeast * total - 1e-9);
}

function groupPlan(
  options: ReturnType<typeof aggregateOptions>,
  methods: CustomMethods,
): Omit<GroupPlan, "needed" | "from" | "to"> {
  const { method, exponent, alpha, beta, penalty, deviation, order, shares } = options;
  const custom = isCustomName(method) ? methods.aggregate?.[method] : undefined;
  return {
    method,
    ...(method === "generalized" && exponent !== undefined && { exponent }),
    ...(method === "mean-min" && { alpha: alpha ?? 1, beta: beta ?? 0 }),
    ...(method === "mazziotta-pareto" && { penalty: penalty === "up" ? 1 : -1 }),
    ...(deviation === "sample" && { isSample: true }),
    ...(method === "owa" && order !== undefined && { order: Float64Array.from(order) }),
    ...(method === "benefit-of-the-doubt" && shares !== undefined && { shares }),
    ...(custom !== undefined && { custom }),
  };
}

function leafPlan(
  { normalize, direction, target }: Leaf,
  units: readonly string[],
  methods: CustomMethods,
): LeafPlan {
  const method = normalize.method ?? "goalposts";
  const position = positionBy(normalize, target);
  const [lowest, highest] = scaleOfMethod(method, normalize);
  const { worst = Number.NaN, best = Number.NaN } = method === "goalposts" ? normalize : {};
  const ascending = direction === "higherBetter";
  const custom = isCustomName(method) ? methods.normalize?.[method] : undefined;
  const isGiven = method === "none";
  return {
    method,
    transform: normalize.transform ?? "none",
    target: target === undefined ? Number.NaN : transformed(target, normalize),
    ascending,
    origin: isGiven ? 0 : position(worst),
    width: isGiven ? (ascending ? 1 : -1) : position(best) - position(worst),
    low: lowest,
    span: highest - lowest,
    clamp: CAN_CLAMP.includes(method) && (normalize.clamp ?? method === "goalposts"),
    ties: normalize.ties ?? "min",
    ...(method === "distance-to-target" && { best: position(normalize.best ?? Number.NaN) }),
    ...(method === "distance-to-reference" && {
      reference: units.indexOf(normalize.reference ?? ""),
    }),
    ...(method === "above-mean" && { band: normalize.band ?? 0 }),
    ...(HAS_EDGES.includes(method) && { edges: Float64Array.from(normalize.edges ?? []) }),
    ...(method === "categories" && { classes: Float64Array.from(normalize.scores ?? []) }),
    ...(custom !== undefined && { custom }),
  };
}

const CAN_CLAMP: readonly NormalizeMethod[] = [
  "goalposts",
  "distance-to-target",
  "distance-to-reference",
];
const HAS_EDGES: readonly NormalizeMethod[] = ["percentile-scale", "categories"];
/** Methods whose scores are what they are, on no scale. */
const RANKED: readonly NormalizeMethod[] = ["rank"];
const UNSCALED: readonly NormalizeMethod[] = ["none", "borda", "above-mean", "categories"];

function scaleOfMethod(
  method: NormalizeMethod,
  normalize: Leaf["normalize"],
): readonly [number, number] {
  // A z-score is the mean plus so many standard deviations.
  if (method === "z-score") {
    const { mean = 0, sd = 1 } = normalize;
    return [mean, mean + sd];
  }
  if (RANKED.includes(method)) return [1, 2];
  return UNSCALED.includes(method) ? [0, 1] : scaleOf(normalize);
}
