import type { Finding } from "@vitalcore/core";
import { find } from "./catalog.js";
import type { Framework, PlacedNode } from "./framework.js";
import { aggregateOptions, type Leaf, scaleOf } from "./leaf.js";
import type { IndexMethodology } from "./methodology.js";

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
    const { node, path } = framework.nodes[i] as PlacedNode;
    const leaf = leafById.get(node.id);
    if (leaf !== undefined) {
      least[i] = leastScore(leaf);
      continue;
    }
    let lowest = i;
    least[i] = Number.POSITIVE_INFINITY;
    for (const child of framework.children[i] ?? []) {
      const weightless = (framework.nodes[child] as PlacedNode).node.weight === 0;
      if (weightless || (least[child] as number) >= (least[i] as number)) continue;
      least[i] = least[child] as number;
      lowest = child;
    }
    const { method, zeros } = aggregateOptions(methodology, node);
    const bound = least[i] as number;
    if (method === "arithmetic" || bound > 0 || bound === Number.NEGATIVE_INFINITY) continue;
    if (bound === 0 && zeros === "annul") continue;
    const child = (framework.nodes[lowest] as PlacedNode).node.id;
    const code = bound === 0 ? "composite/zero-in-mean" : "composite/negative-in-mean";
    const place = { node: node.id, path: [...path, "aggregate"] };
    findings.push(find(code, { place, facts: { method, child, least: bound } }));
    // Reported here: the nodes above would only repeat it.
    least[i] = Number.POSITIVE_INFINITY;
  }
  return findings;
}

/** The lowest score that the scale of a leaf allows; minus infinity where it sets no bound. */
function leastScore({ normalize }: Leaf): number {
  const open = normalize.method === "goalposts" && normalize.clamp === false;
  if (open || normalize.method === "z-score") return Number.NEGATIVE_INFINITY;
  return scaleOf(normalize)[0];
}
