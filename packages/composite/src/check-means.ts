import type { Finding } from "@vitalcore/core";
import { find } from "./catalog.js";
import { isCustomName } from "./custom-name.js";
import type { Framework, PlacedNode } from "./framework.js";
import { aggregateOptions, type Leaf, refusedScores, scaleOf, weightingOptions } from "./leaf.js";
import type { AggregateMethod, IndexMethodology } from "./methodology.js";

/**
 * Checks that geometric and harmonic means meet no zero or negative score, as far as the scales tell.
 * What they leave open (z-scores, values beyond their goalposts) is checked on the scores themselves.
 */
export function checkMeans(
  methodology: IndexMethodology,
  framework: Framework,
  leaves: readonly Leaf[],
): Finding[] {
  const leafById = new Map(leaves.map((leaf) => [leaf.node.id, leaf]));
  const least = new Float64Array(framework.nodes.length);
  const findings: Finding[] = [];
  for (const i of framework.upwards) {
    const placed = framework.nodes[i] as PlacedNode;
    const { node, path } = placed;
    const leaf = leafById.get(node.id);
    if (leaf !== undefined) {
      least[i] = leastScore(leaf);
      continue;
    }
    const isGiven = weightingOptions(methodology, placed).method === "given";
    let lowest = i;
    least[i] = Number.POSITIVE_INFINITY;
    for (const child of framework.children[i] ?? []) {
      const weightless = isGiven && (framework.nodes[child] as PlacedNode).node.weight === 0;
      if (weightless || (least[child] as number) >= (least[i] as number)) continue;
      least[i] = least[child] as number;
      lowest = child;
    }
    const options = aggregateOptions(methodology, placed);
    const { method } = options;
    const bound = least[i] as number;
    const refusal = refusedScores(options);
    if (UNBOUNDED.includes(method) || isCustomName(method)) {
      // What these give is below the scores of the children, by how much the data decide.
      least[i] = Number.NEGATIVE_INFINITY;
      continue;
    }
    if (refusal === "none" || bound > 0 || bound === Number.NEGATIVE_INFINITY) continue;
    if (bound === 0 && refusal === "negative") continue;
    const child = (framework.nodes[lowest] as PlacedNode).node.id;
    const code = bound === 0 ? "composite/zero-in-mean" : "composite/negative-in-mean";
    const place = { node: node.id, path: [...path, "aggregate"] };
    findings.push(find(code, { place, facts: { method, child, least: bound } }));
    // Reported here: the nodes above would only repeat it.
    least[i] = Number.POSITIVE_INFINITY;
  }
  return findings;
}

/** Aggregations that can score lower than each of the children. */
const UNBOUNDED: readonly AggregateMethod[] = ["mazziotta-pareto", "wroclaw", "copeland"];

/** The lowest score that the scale of a leaf allows; minus infinity where it sets no bound. */
function leastScore({ normalize }: Leaf): number {
  switch (normalize.method) {
    case "goalposts":
      return normalize.clamp === false ? Number.NEGATIVE_INFINITY : scaleOf(normalize)[0];
    case "rank":
      return 1;
    case "borda":
      return 0;
    case "above-mean":
      return -1;
    case "categories":
      return Math.min(...(normalize.scores ?? []));
    case "z-score":
    case "none":
    case "fraction-of-max":
      return Number.NEGATIVE_INFINITY;
    default:
      return isCustomName(normalize.method) ? Number.NEGATIVE_INFINITY : scaleOf(normalize)[0];
  }
}
