import type { FrameworkNode, IndexMethodology, LevelOptions } from "../methodology.js";
import type { MethodologyChange } from "./specification.js";

const STAGES = [
  "select",
  "impute",
  "imputations",
  "treat",
  "normalize",
  "aggregate",
  "weighting",
  "screening",
  "ranks",
] as const;
const LEVEL_STAGES = ["select", "impute", "treat", "normalize", "aggregate", "weighting"] as const;
const NODE_STAGES = ["denominate", ...LEVEL_STAGES] as const;

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
  if (change.levels !== undefined) merged.levels = changeLevels(methodology.levels, change.levels);
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

/** Levels are told apart by their depth; one that has no options yet is added. */
function changeLevels(
  levels: readonly LevelOptions[] = [],
  changes: readonly LevelOptions[],
): readonly LevelOptions[] {
  const merged = [...levels];
  for (const own of changes) {
    const at = merged.findIndex(({ depth }) => depth === own.depth);
    if (at < 0) merged.push(own);
    else merged[at] = changeLevel(merged[at] as LevelOptions, own);
  }
  return merged;
}

function changeLevel(level: LevelOptions, own: LevelOptions): LevelOptions {
  const changed: Record<string, unknown> = { ...level };
  for (const stage of LEVEL_STAGES) {
    if (own[stage] !== undefined) changed[stage] = { ...level[stage], ...own[stage] };
  }
  return changed as unknown as LevelOptions;
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
