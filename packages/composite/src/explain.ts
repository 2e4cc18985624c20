import { defineResult, type Result, type ResultKind } from "@vitalcore/core";
import { summarizeExplanation } from "./explanation-summary.js";
import type {
  IndexResult,
  LeafValue,
  PooledScore,
  ResultNode,
  ResultNormalization,
  ResultWeighting,
  UnitResult,
} from "./index-result.js";
import { missingDetail, usedValue } from "./leaf-values.js";
import { type AggregateMethod, formatVersion } from "./methodology.js";
import { unitOf } from "./ranked-table.js";

/** What became of the raw value of an indicator. */
export interface ExplainedLeaf extends LeafValue {
  readonly indicator: string;
  /** Unit of measurement. */
  readonly measuredIn: string | null;
  /** The value as it is scored: after the transform, and as its distance from a target. */
  readonly transformed: number | null;
  /** Where that lies between the goalposts (0 to 1, beyond them outside), or its z-score; not for percentile ranks. */
  readonly share: number | null;
  readonly normalize: ResultNormalization;
}

/** One node of the history of a score. */
export interface ExplainedNode {
  readonly node: string;
  readonly label: string;
  readonly parent: string | null;
  readonly depth: number;
  readonly score: number | null;
  /** Nominal weight among its siblings, 0 to 1. */
  readonly weight: number;
  /** Weight among the siblings that have a score for this unit: what was used. 0 without a score. */
  readonly usedWeight: number;
  /**
   * What it adds to the sum from which its parent's mean is made, w being the used weight and x the score:
   * w x (the sum is the mean), w ln x (its logarithm) or w / x (its reciprocal). `null` for the index,
   * without a score, and where the parent is no such mean.
   */
  readonly contribution: number | null;
  /** The mean that the contribution goes into. */
  readonly contributesTo: AggregateMethod | null;
  /** Of groups: the mean taken, how many children had a score, and how many were needed. */
  readonly mean: AggregateMethod | null;
  readonly present: number | null;
  readonly needed: number | null;
  /** Of groups whose weights were not simply given: how those of the children were found. */
  readonly weighting?: ResultWeighting;
  /** Of leaves. */
  readonly value: ExplainedLeaf | null;
  /** Why there is no score. */
  readonly reason: string | null;
}

/** The full history of the score of one unit, from the index down to the raw values. */
export interface IndexExplanation {
  readonly kind: "IndexExplanation";
  readonly version: number;
  readonly title: string;
  readonly unit: string;
  readonly label: string;
  readonly rank: number | null;
  /** How many units are ranked. */
  readonly of: number;
  readonly score: number | null;
  /** Over the sets of drawn values, where values are imputed several times: what the gaps make uncertain. */
  readonly pooled?: PooledScore;
  /** Parents before children. */
  readonly nodes: readonly ExplainedNode[];
}

/** How explanations are made, shown and read back from JSON. */
export const indexExplanation: ResultKind<IndexExplanation> =
  /* @__PURE__ */ defineResult<IndexExplanation>({
    kind: "IndexExplanation",
    version: formatVersion,
    summarize: summarizeExplanation,
  });

/**
 * Explains the score of a unit: for every indicator the raw value with its period and source, its
 * transformation, its place between the goalposts, its score, the weight it was given and the weight it had
 * after missing siblings were left out, and what it adds to the mean above; for every group the same, and how the
 * weights of its children were found where they were computed. Where values were drawn several times the score is
 * that of their means, and `pooled` has the mean of the scores and its standard error.
 *
 * @param unit - code of the unit.
 * @throws VitalError `composite/unknown-unit`, with the nearest code.
 *
 * @example
 * ```ts
 * import { buildIndex, explain, type IndexMethodology } from "@vitalcore/composite";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const methodology: IndexMethodology = {
 *   kind: "IndexMethodology",
 *   version: 1,
 *   id: "example",
 *   title: "Income and health",
 *   nodes: [
 *     { id: "index" },
 *     { id: "income", parent: "index", indicator: "gni-per-person", normalize: { transform: "ln", worst: 100, best: 10000 } },
 *     { id: "life", parent: "index", indicator: "life-expectancy", normalize: { worst: 20, best: 80 } },
 *   ],
 *   normalize: { method: "goalposts" },
 * };
 * const data = { area: ["AAA", "BBB"], "gni-per-person": [1000, 10000], "life-expectancy": [56, 65] };
 * const definitions = [gniPerPerson, lifeExpectancy];
 * const result = buildIndex(data, methodology, { unitColumn: "area", definitions });
 * const history = explain(result, "BBB");
 * history.nodes.map(({ node, score, contribution }) => [node, score, contribution]); // => [["index", 87.5, null], ["income", 100, 50], ["life", 75, 37.5]]
 * history.nodes[2]?.value?.share; // => 0.75
 * ```
 */
export function explain(result: IndexResult, unit: string): Result<IndexExplanation> {
  const found = unitOf(result, unit);
  const byId = new Map(result.nodes.map((node) => [node.id, node]));
  const children = childrenById(result.nodes);
  return indexExplanation.create({
    title: result.methodology.title,
    unit,
    label: found.label,
    rank: found.rank,
    of: result.coverage.ranked,
    score: found.score,
    ...(found.pooled !== undefined && { pooled: found.pooled }),
    nodes: downwards(result.nodes, children).map((node) =>
      explainNode(node, found, byId, children),
    ),
  });
}

type Children = ReadonlyMap<string, readonly ResultNode[]>;

function childrenById(nodes: readonly ResultNode[]): Children {
  const children = new Map<string, ResultNode[]>(nodes.map(({ id }) => [id, []]));
  for (const node of nodes) if (node.parent !== null) children.get(node.parent)?.push(node);
  return children;
}

/** Each node followed by its branch, siblings in the order of the methodology. */
function downwards(nodes: readonly ResultNode[], children: Children): readonly ResultNode[] {
  const pending = nodes.filter(({ parent }) => parent === null);
  const ordered: ResultNode[] = [];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    ordered.push(next);
    const below = children.get(next.id) ?? [];
    for (let i = below.length - 1; i >= 0; i--) pending.push(below[i] as ResultNode);
  }
  return ordered;
}

function explainNode(
  node: ResultNode,
  unit: UnitResult,
  byId: ReadonlyMap<string, ResultNode>,
  children: Children,
): ExplainedNode {
  const score = unit.scores[node.id] ?? null;
  const parent = node.parent === null ? undefined : byId.get(node.parent);
  const mean = parent?.aggregate?.method ?? null;
  const usedWeight = score === null ? 0 : weightUsed(node, unit, children);
  const below = children.get(node.id) ?? [];
  return {
    node: node.id,
    label: node.label,
    parent: node.parent,
    depth: node.depth,
    score,
    weight: node.weight,
    usedWeight,
    contribution: score === null || mean === null ? null : term(mean, usedWeight, score),
    contributesTo: mean,
    mean: node.aggregate?.method ?? null,
    present:
      node.aggregate === null ? null : below.filter(({ id }) => unit.scores[id] !== null).length,
    needed: node.aggregate?.needed ?? null,
    ...(node.weighting !== undefined && { weighting: node.weighting }),
    value: node.normalize === null ? null : explainLeaf(node, node.normalize, unit),
    reason: score === null ? whyMissing(node, unit) : null,
  };
}

function weightUsed(node: ResultNode, unit: UnitResult, children: Children): number {
  const siblings = node.parent === null ? [node] : (children.get(node.parent) ?? []);
  let mass = 0;
  for (const { id, weight } of siblings) if (unit.scores[id] !== null) mass += weight;
  return mass > 0 ? node.weight / mass : 0;
}

function term(mean: AggregateMethod, weight: number, score: number): number | null {
  if (mean === "arithmetic") return weight * score;
  // Other methods than the three means are no sum of terms of the children.
  if (mean !== "geometric" && mean !== "harmonic") return null;
  if (weight === 0) return 0;
  // A zero annuls these means: its term is infinite, which is not a number to print.
  if (score === 0) return null;
  return mean === "geometric" ? weight * Math.log(score) : weight / score;
}

function explainLeaf(
  node: ResultNode,
  normalize: ResultNormalization,
  unit: UnitResult,
): ExplainedLeaf {
  const leaf = unit.values[node.id] ?? { value: null };
  const used = usedValue(leaf);
  const transformed = used === null ? null : positionOf(used, normalize);
  const { origin, width } = normalize;
  return {
    ...leaf,
    indicator: node.indicator ?? "",
    measuredIn: node.unit,
    transformed,
    share:
      transformed === null || origin === null || width === null
        ? null
        : (transformed - origin) / width,
    normalize,
  };
}

function positionOf(value: number, { transform, target }: ResultNormalization): number {
  const t = { none: value, ln: Math.log(value), ln1p: Math.log1p(value) }[transform];
  return target === null ? t : Math.abs(t - target);
}

function whyMissing(node: ResultNode, unit: UnitResult): string {
  const failure = unit.failures.find(({ node: at }) => at === node.id);
  if (failure !== undefined) return failure.message;
  const value = unit.values[node.id];
  if (value?.missing !== undefined) return missingDetail(value);
  return "the unit is not in the index: too few indicators";
}
