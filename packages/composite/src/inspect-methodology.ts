import type { Finding } from "@vitalcore/core";
import type { IndicatorDefinition } from "@vitalcore/domain";
import { find } from "./catalog.js";
import { checkLeaves } from "./check-leaves.js";
import { checkLevels } from "./check-levels.js";
import { checkMeans } from "./check-means.js";
import { checkOptions } from "./check-options.js";
import { checkStages } from "./check-stages.js";
import { checkWeighting } from "./check-weighting.js";
import { checkWeights } from "./check-weights.js";
import type { CustomMethods } from "./custom-methods.js";
import { gatherDefinitions } from "./definitions.js";
import { type Framework, type PlacedNode, readFramework } from "./framework.js";
import { denominatorsOf, type Leaf, leavesOf, outcomesOf } from "./leaf.js";
import { placeNodes } from "./levels.js";
import type { IndexMethodology } from "./methodology.js";
import { METHODOLOGY_SHAPE } from "./methodology-shape.js";
import { breakdownKey } from "./observation-window.js";
import { readShaped } from "./read-document.js";

/** A methodology as far as it could be read, and what is wrong with it. */
export interface Inspection {
  readonly methodology: IndexMethodology;
  /** `undefined` if the nodes make no tree. */
  readonly framework: Framework | undefined;
  readonly leaves: readonly Leaf[];
  /** What leaves are divided by, as series to be read. */
  readonly denominators: readonly Leaf[];
  /** What weights are fitted to, as series to be read. */
  readonly outcomes: readonly Leaf[];
  readonly findings: readonly Finding[];
}

/** Reads and checks a methodology, which may be anything. */
export function inspectMethodology(
  document: unknown,
  passed: readonly IndicatorDefinition[],
  methods: CustomMethods = {},
): Inspection {
  const {
    value,
    findings: misfits,
    faulty,
  } = readShaped(document, METHODOLOGY_SHAPE, "methodology");
  const methodology = {
    nodes: [],
    ...(value as object | undefined),
  } as unknown as IndexMethodology;
  const nodes = placeNodes(methodology);
  const { definitions, findings: misdefined } = gatherDefinitions(
    methodology.definitions ?? [],
    passed,
  );
  const leaves = leavesOf(methodology, nodes, definitions);
  const { framework, findings: misshapen } = readFramework(nodes);
  const findings = [
    ...misfits,
    ...misdefined,
    // Nodes that could not be read, or are not there at all, are reported above.
    ...(nodes.length > 0 || isEmptyList(document) ? misshapen : []),
    ...checkWeights(nodes),
    ...checkPlacement(nodes),
    ...checkLeaves(leaves, [...definitions.keys()], faulty),
    ...checkDoubleCounting(leaves),
    ...checkOptions(methodology, nodes, leaves),
    ...checkStages(methodology, nodes, leaves, methods),
    ...checkLevels(methodology, nodes),
    ...checkWeighting(methodology, nodes, methods),
    ...(framework === undefined ? [] : checkMeans(methodology, framework, leaves)),
  ];
  const denominators = denominatorsOf(methodology, leaves, definitions);
  const outcomes = outcomesOf(methodology, nodes, definitions);
  return { methodology, framework, leaves, denominators, outcomes, findings };
}

function isEmptyList(document: unknown): boolean {
  const nodes: unknown = (document as Partial<IndexMethodology> | null)?.nodes;
  return Array.isArray(nodes) && nodes.length === 0;
}

const LEAF_OPTIONS = ["denominate", "impute", "treat", "normalize", "select", "direction"] as const;

function checkPlacement(nodes: readonly PlacedNode[]): Finding[] {
  return nodes.flatMap(({ node, path }) => {
    const isLeaf = node.indicator !== undefined;
    const options = isLeaf ? (["aggregate", "weighting"] as const) : LEAF_OPTIONS;
    const kind = isLeaf ? "an indicator" : "a group";
    const remedy = isLeaf
      ? "Write it at the group above."
      : "Write it at the indicators below, or in the methodology's defaults.";
    return options
      .filter((option) => node[option] !== undefined)
      .map((option) => {
        const place = { node: node.id, path: [...path, option] };
        return find("composite/misplaced-option", { place, facts: { option, kind, remedy } });
      });
  });
}

function checkDoubleCounting(leaves: readonly Leaf[]): Finding[] {
  const nodesOf = new Map<string, string[]>();
  for (const { indicator, node, select } of leaves) {
    const key = JSON.stringify([indicator, breakdownKey(select.breakdown)]);
    const nodes = nodesOf.get(key);
    if (nodes === undefined) nodesOf.set(key, [node.id]);
    else nodes.push(node.id);
  }
  return [...nodesOf]
    .filter(([, nodes]) => nodes.length > 1)
    .map(([key, nodes]) => {
      const indicator = (JSON.parse(key) as [string])[0];
      return find("composite/double-counting", { place: {}, facts: { indicator, nodes } });
    });
}
