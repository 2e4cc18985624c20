import { VitalError } from "@vitalcore/core";
import { findIn as find } from "../function-catalog.js";
import type { IndexResult, ResultNode, UnitResult } from "../index-result.js";
import { aggregateGroups } from "../kernels/aggregate.js";
import { createWorkspace, type GroupPlan, PASS, type Plan } from "../kernels/plan.js";
import { unitOf } from "../ranked-table.js";
import { contributionsOf, MOST_PARTS, shapleyContributions } from "./contributions.js";
import { resultPlan } from "./result-plan.js";
import { sampledShapley } from "./sampled-shapley.js";

/** What one node adds to a difference of scores. */
export interface DifferencePart {
  readonly node: string;
  readonly label: string;
  readonly depth: number;
  /** The two scores; `null` where the node has none. */
  readonly from: number | null;
  readonly to: number | null;
  /** In points of the index. The contributions of the direct children of a node sum to its own. */
  readonly contribution: number;
  /** Of contributions that are means over drawn orders; they sum all the same. */
  readonly standardError?: number;
}

/** Why one unit scores higher than another: or one build than another. */
export interface DifferenceExplanation {
  readonly from: number;
  readonly to: number;
  readonly difference: number;
  /** All nodes, the index first. */
  readonly nodes: readonly DifferencePart[];
  /** The leaves (and nodes that one side lacks), whose contributions sum to the difference, largest first. */
  readonly parts: readonly DifferencePart[];
}

/**
 * Explains the difference between the scores of two units exactly: what each node, and in the end each indicator,
 * adds to it. Within the three means and generalized ones the logarithmic mean Divisia index is used (for the
 * arithmetic mean it is just weight times difference); within other aggregations, and where one side lacks a
 * child, the Shapley value over the children: exactly for up to 16 children, from drawn orders, with its standard
 * error, for more.
 *
 * @param from - code of the unit that is started from.
 * @param to - code of the other unit.
 * @param options - with `other`: the result in which `to` is looked up, for the same unit in another period or build; its
 *   framework must be the same. The weights are those of the first result.
 * @throws VitalError `composite/unknown-unit`; `composite/not-scored`; `composite/not-decomposable` for Copeland scores, Wroclaw
 *   distances and benefit of the doubt, which depend on all units.
 *
 * @example
 * ```ts
 * import { buildIndex } from "@vitalcore/composite";
 * import { explainDifference } from "@vitalcore/composite/compare";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const index = buildIndex(
 *   { area: ["AAA", "BBB"], "gni-per-person": [100, 10000], "life-expectancy": [65, 56] },
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
 * const { difference, parts } = explainDifference(index, "AAA", "BBB");
 * difference; // => 50
 * parts.map(({ node, contribution }) => [node, contribution]); // => [["income", 75], ["life", -25]]
 * ```
 */
export function explainDifference(
  result: IndexResult,
  from: string,
  to: string,
  { other = result }: { readonly other?: IndexResult } = {},
): DifferenceExplanation {
  const sides = [unitOf(result, from), unitOf(other, to)] as const;
  const lacking = sides.filter(({ score }) => score === null);
  if (lacking.length > 0) {
    throw new VitalError(
      lacking.map(({ unit }) => find("composite/not-scored", { place: { unit } })),
    );
  }
  const root = result.nodes.find(({ parent }) => parent === null) as ResultNode;
  const children = new Map<string, ResultNode[]>();
  for (const node of result.nodes) {
    if (node.parent === null) continue;
    children.set(node.parent, [...(children.get(node.parent) ?? []), node]);
  }
  const [before, after] = [sides[0].score as number, sides[1].score as number];
  const nodes: DifferencePart[] = [];
  const parts: DifferencePart[] = [];
  // The contribution of a node to the index is its own difference times this factor.
  const pending: Pending[] = [
    {
      node: root,
      contribution: after - before,
      factor: 1,
      isPart: false,
      standardError: undefined,
    },
  ];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const { node, contribution, factor, isPart, standardError } = next;
    const part = partOf(node, sides, contribution, standardError);
    nodes.push(part);
    const below = children.get(node.id) ?? [];
    if (isPart || below.length === 0) {
      parts.push(part);
      continue;
    }
    const split = splitGroup(result, node, below, sides);
    below.forEach((child, k) => {
      const own = split.contributions[k] as number;
      const [x0, x1] = [scoreOf(sides[0], child), scoreOf(sides[1], child)];
      const oneSided = x0 === null || x1 === null;
      pending.push({
        node: child,
        contribution: factor * own,
        factor: factor * (split.slopes[k] as number),
        isPart: oneSided,
        standardError:
          split.standardErrors === undefined
            ? undefined
            : Math.abs(factor) * (split.standardErrors[k] as number),
      });
    });
  }
  return {
    from: before,
    to: after,
    difference: after - before,
    nodes,
    parts: parts.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution)),
  };
}

type Sides = readonly [UnitResult, UnitResult];

function scoreOf({ scores }: UnitResult, { id }: ResultNode): number | null {
  return scores[id] ?? null;
}

interface Pending {
  readonly node: ResultNode;
  readonly contribution: number;
  readonly factor: number;
  readonly isPart: boolean;
  readonly standardError: number | undefined;
}

function partOf(
  node: ResultNode,
  sides: Sides,
  contribution: number,
  standardError: number | undefined,
): DifferencePart {
  const { id, label, depth } = node;
  const [from, to] = [scoreOf(sides[0], node), scoreOf(sides[1], node)];
  const part = { node: id, label, depth, from, to, contribution };
  return standardError === undefined ? part : { ...part, standardError };
}

/** Contributions of the children to the difference of a group, and per point of each child's own difference. */
interface Split {
  readonly contributions: readonly number[];
  readonly slopes: readonly number[];
  /** Of contributions from drawn orders. */
  readonly standardErrors?: readonly number[] | undefined;
}

function splitGroup(
  result: IndexResult,
  node: ResultNode,
  children: readonly ResultNode[],
  sides: Sides,
): Split {
  const from = children.map((child) => scoreOf(sides[0], child));
  const to = children.map((child) => scoreOf(sides[1], child));
  const power = powerOf(result, node);
  const whole = [...from, ...to].every((score) => score !== null && (power === 1 || score > 0));
  const weights = children.map(({ weight }) => weight);
  const { contributions, standardErrors } =
    whole && power !== undefined
      ? { contributions: contributionsOf(from as number[], to as number[], weights, power) }
      : byShapley(result, node, children, sides, from, to);
  const slopes = contributions.map((own, k) => {
    const change = (to[k] ?? 0) - (from[k] ?? 0);
    if (change !== 0) return own / change;
    // A child that stays the same can have parts that cancel: they count as at the margin.
    return whole && power !== undefined ? marginal(from as number[], weights, power, k) : 0;
  });
  return { contributions, slopes, standardErrors };
}

function marginal(
  from: readonly number[],
  weights: readonly number[],
  power: number,
  k: number,
): number {
  const mass = weights.reduce((sum, weight) => sum + weight, 0);
  const share = (weights[k] as number) / mass;
  if (power === 1) return share;
  const nudged = from.map((x, i) => (i === k ? x * (1 + 1e-6) : x));
  const gain = contributionsOf(from, nudged, weights, power)[k] as number;
  return gain / ((nudged[k] as number) - (from[k] as number));
}

/** 1, 0, -1 or the exponent for means of the form f^-1(sum(w f(x))); `undefined` for other aggregations. */
function powerOf(result: IndexResult, { id, aggregate }: ResultNode): number | undefined {
  switch (aggregate?.method) {
    case "arithmetic":
      return 1;
    case "geometric":
      return 0;
    case "harmonic":
      return -1;
    case "generalized": {
      const { plan, nodes } = resultPlan(result);
      return plan.groups[nodes.indexOf(id) - plan.leaves.length]?.exponent;
    }
    default:
      return undefined;
  }
}

const COMPARE_UNITS: readonly string[] = ["copeland", "wroclaw", "benefit-of-the-doubt"];

/** Replaces children of the first side by those of the second in all orders; a gap counts as a child that is not there. */
function byShapley(
  result: IndexResult,
  node: ResultNode,
  children: readonly ResultNode[],
  sides: Sides,
  from: readonly (number | null)[],
  to: readonly (number | null)[],
): Pick<Split, "contributions" | "standardErrors"> {
  const method = node.aggregate?.method ?? "arithmetic";
  if (COMPARE_UNITS.includes(method)) {
    const place = { node: node.id };
    throw new VitalError([find("composite/not-decomposable", { place, facts: { method } })]);
  }
  const [start, end] = [scoreOf(sides[0], node) ?? 0, scoreOf(sides[1], node) ?? 0];
  const evaluate = familyEvaluator(result, node, children);
  const value = (changed: readonly boolean[]): number => {
    if (changed.every((each) => !each)) return start;
    if (changed.every((each) => each)) return end;
    return evaluate(changed.map((each, k) => (each ? to[k] : from[k]) ?? Number.NaN));
  };
  return children.length > MOST_PARTS
    ? sampledShapley(value, children.length)
    : { contributions: shapleyContributions(value, children.length) };
}

/** Aggregates any scores of the children as the group does; a mixture without any child scores zero. */
function familyEvaluator(
  result: IndexResult,
  node: ResultNode,
  children: readonly ResultNode[],
): (scores: readonly number[]) => number {
  const { plan, nodes } = resultPlan(result);
  const group = plan.groups[nodes.indexOf(node.id) - plan.leaves.length] as GroupPlan;
  const mini: Plan = {
    ...plan,
    leaves: children.map(() => PASS),
    groups: [{ ...group, from: 0, to: children.length, needed: 1 }],
    children: Int32Array.from(children, (_, k) => k),
    weights: Float64Array.from(children, ({ weight }) => weight),
  };
  const workspace = createWorkspace(mini, 1);
  return (scores) => {
    workspace.scores.set(scores);
    aggregateGroups(mini, workspace);
    const score = workspace.scores[children.length] as number;
    return Number.isNaN(score) ? 0 : score;
  };
}
