import type { FrameworkNode, IndexMethodology } from "../methodology.js";
import type { MethodologyChange } from "./specification.js";

const STAGES = [
  "select",
  "impute",
  "treat",
  "normalize",
  "aggregate",
  "screening",
  "ranks",
] as const;
const NODE_STAGES = ["denominate", "impute", "treat", "normalize", "aggregate", "select"] as const;

/**
 * The methodology with a change made, option by option.
 *
 * @example
 * ```ts
 * import { changeMethodology } from "@vitalcore/composite/uncertainty";
 * const methodology = {
 *   kind: "IndexMethodology", version: 1, id: "m", title: "M",
 *   nodes: [{ id: "index" }, { id: "a", parent: "index", indicator: "a" }],
 *   normalize: { method: "min-max", scale: [0, 100] },
 * } as const;
 * const changed = changeMethodology(methodology, { normalize: { scale: [1, 100] } });
 * changed.normalize; // => { method: "min-max", scale: [1, 100] }
 * ```
 */
export function changeMethodology(
  methodology: IndexMethodology,
  change: MethodologyChange,
): IndexMethodology {
  const merged: Record<string, unknown> = { ...methodology };
  for (const stage of STAGES) {
    if (change[stage] !== undefined) merged[stage] = { ...methodology[stage], ...change[stage] };
  }
  const without = withoutNodes(methodology.nodes, change.drop ?? []);
  merged.nodes = without.map((node) => {
    const own = change.nodes?.[node.id];
    return own === undefined ? node : changeNode(node, own);
  });
  return merged as unknown as IndexMethodology;
}

function changeNode(
  node: FrameworkNode,
  own: Partial<Omit<FrameworkNode, "id" | "parent">>,
): FrameworkNode {
  const changed: Record<string, unknown> = { ...node, ...own };
  for (const stage of NODE_STAGES) {
    if (own[stage] !== undefined) changed[stage] = { ...node[stage], ...own[stage] };
  }
  return changed as unknown as FrameworkNode;
}

/** Leaves out nodes with all below them, and groups that are empty then. */
function withoutNodes(
  nodes: readonly FrameworkNode[],
  drop: readonly string[],
): readonly FrameworkNode[] {
  if (drop.length === 0) return nodes;
  const dropped = new Set(drop);
  for (let before = -1; before !== dropped.size; ) {
    before = dropped.size;
    const parents = new Set(nodes.filter(({ id }) => !dropped.has(id)).map(({ parent }) => parent));
    for (const { id, parent, indicator } of nodes) {
      const isOrphan = parent !== undefined && dropped.has(parent);
      if (isOrphan || (indicator === undefined && !parents.has(id))) dropped.add(id);
    }
  }
  return nodes.filter(({ id }) => !dropped.has(id));
}
