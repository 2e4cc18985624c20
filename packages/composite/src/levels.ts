import type { PlacedNode } from "./framework.js";
import type { FrameworkNode, IndexMethodology, LevelOptions } from "./methodology.js";

/** The nodes of a methodology, each with its place in the document and the options of its level. */
export function placeNodes({ nodes, levels }: IndexMethodology): readonly PlacedNode[] {
  // A node that could not be read well enough to be told apart has no place in the tree.
  const placed = nodes.flatMap((node: FrameworkNode | undefined, i): PlacedNode[] =>
    node?.id === undefined ? [] : [{ node, path: ["nodes", i] }],
  );
  if (levels === undefined || levels.length === 0) return placed;
  // The first of two for one depth holds; that there are two is reported.
  const byDepth = new Map([...levels].reverse().map((level) => [level.depth, level]));
  const depths = depthsOf(placed.map(({ node }) => node));
  return placed.map((each, i): PlacedNode => {
    const level = byDepth.get(depths[i] as number);
    return level === undefined ? each : { ...each, level };
  });
}

/** Options of the levels, as `levels` of a methodology has them. */
export type LevelStage = Exclude<keyof LevelOptions, "depth">;

const UNKNOWN = -1;

/** Steps below the node without a parent; -1 for orphans and for nodes in a cycle. Nothing here recurses. */
function depthsOf(nodes: readonly FrameworkNode[]): readonly number[] {
  const depths = new Map<string, number>();
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
  for (const { id } of nodes) {
    const way: string[] = [];
    const walked = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !depths.has(at) && parents.has(at) && !walked.has(at)) {
      walked.add(at);
      way.push(at);
      at = parents.get(at);
    }
    const isLost = at !== undefined && !depths.has(at);
    let depth = isLost ? UNKNOWN : at === undefined ? -1 : (depths.get(at) as number);
    const isUnder = !isLost && (at === undefined || depth !== UNKNOWN);
    for (const step of way.reverse()) {
      depth = isUnder ? depth + 1 : UNKNOWN;
      depths.set(step, depth);
    }
  }
  return nodes.map(({ id }) => depths.get(id) ?? UNKNOWN);
}
