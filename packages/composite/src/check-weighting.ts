import { type Finding, isVitalError, nearest } from "@vitalcore/core";
import { find, meant } from "./catalog.js";
import type { CustomMethods } from "./custom-methods.js";
import { isCustomName } from "./custom-name.js";
import type { PlacedNode } from "./framework.js";
import { aggregateOptions, weightingOptions } from "./leaf.js";
import type { FrameworkNode, IndexMethodology } from "./methodology.js";
import { writtenWeights } from "./stages/written-weights.js";
import type { WeightingOptions } from "./weighting-options.js";

/** Checks, group by group, how the weights of its children are to be found. */
export function checkWeighting(
  methodology: IndexMethodology,
  nodes: readonly PlacedNode[],
  methods: CustomMethods,
): Finding[] {
  const children = new Map<string, FrameworkNode[]>();
  for (const { node } of nodes) {
    if (node.parent === undefined) continue;
    const below = children.get(node.parent);
    if (below === undefined) children.set(node.parent, [node]);
    else below.push(node);
  }
  return nodes.flatMap((placed) => {
    if (placed.node.indicator !== undefined) return [];
    return checkGroup(methodology, placed, children.get(placed.node.id) ?? [], methods);
  });
}

function checkGroup(
  methodology: IndexMethodology,
  placed: PlacedNode,
  children: readonly FrameworkNode[],
  methods: CustomMethods,
): readonly Finding[] {
  const { node, path } = placed;
  const options = weightingOptions(methodology, placed);
  const { method } = options;
  if (method === "given" || children.length === 0) return [];
  const place = { node: node.id, path: [...path, "weighting"] };
  if (isCustomName(method) && methods.weight?.[method] === undefined) {
    const facts = { kind: "weight" };
    return [find("composite/method-not-passed", { place, found: method, facts })];
  }
  const findings: Finding[] = [];
  const aggregate = aggregateOptions(methodology, placed).method;
  if (aggregate === "benefit-of-the-doubt" || aggregate === "owa") {
    findings.push(find("composite/weights-not-used", { place, facts: { method: aggregate } }));
  }
  if (children.some(({ weight }) => weight !== undefined)) {
    findings.push(find("composite/weights-overruled", { place, facts: { method } }));
  }
  const problem = problemOf(options, children);
  if (problem === undefined) return findings;
  const [why, remedy] = problem;
  return [
    ...findings,
    find("composite/invalid-weighting", { place, facts: { method, why, remedy } }),
  ];
}

type Problem = readonly [why: string, remedy: string];

function problemOf(
  options: WeightingOptions,
  children: readonly FrameworkNode[],
): Problem | undefined {
  const ids = children.map(({ id }) => id);
  switch (options.method) {
    case "ahp":
      return compareProblem(options, ids) ?? computeProblem(options, children);
    case "budget":
      return (
        unknownChild(options.budgets?.flatMap(({ points }) => Object.keys(points)) ?? [], ids) ??
        ((options.budgets ?? []).length === 0
          ? [
              "there are no budgets",
              'Give them: "budgets": [{ "expert": ..., "points": { ... } }].',
            ]
          : computeProblem(options, children))
      );
    case "balance":
      return (
        unknownChild(Object.keys(options.targets ?? {}), ids) ??
        (Object.values(options.targets ?? {}).every((target) => target > 0)
          ? undefined
          : ["a target is not above zero", "Targets are relative importances above zero."])
      );
    case "regression":
      return options.outcome === undefined
        ? ["no outcome is named", "Name the indicator that the children are to explain."]
        : undefined;
    default:
      return undefined;
  }
}

function unknownChild(named: readonly string[], ids: readonly string[]): Problem | undefined {
  const unknown = named.find((id) => !ids.includes(id));
  if (unknown === undefined) return undefined;
  return [
    `"${unknown}" is not one of its children`,
    `${meant(nearest(unknown, ids))}The children are: ${ids.join(", ")}.`,
  ];
}

function compareProblem(
  { compared = [] }: WeightingOptions,
  ids: readonly string[],
): Problem | undefined {
  const unknown = unknownChild(compared, ids);
  if (unknown !== undefined) return unknown;
  const isWhole = compared.length === ids.length && new Set(compared).size === ids.length;
  if (isWhole) return undefined;
  return [
    "its children are not all compared once",
    `"compared" names the rows of "pairwise": ${ids.join(", ")}, in the order of the rows.`,
  ];
}

/** What the computation itself finds wrong. */
function computeProblem(
  options: WeightingOptions,
  children: readonly FrameworkNode[],
): Problem | undefined {
  if (options.method === "ahp" && options.pairwise?.length !== children.length) {
    return [
      `"pairwise" has ${options.pairwise?.length ?? 0} rows for ${children.length} children`,
      "Give a row for each child.",
    ];
  }
  try {
    writtenWeights(options, children);
    return undefined;
  } catch (error) {
    if (!isVitalError(error)) throw error;
    const [first] = error.findings;
    return [(first?.message ?? "").replace(/\.$/, ""), "Mend the numbers."];
  }
}
