import type { Finding } from "@vitalcore/core";
import { find } from "./catalog.js";
import type { PlacedNode } from "./framework.js";
import type { LevelStage } from "./levels.js";
import type { IndexMethodology } from "./methodology.js";

const GROUP_STAGES: readonly LevelStage[] = ["aggregate", "weighting"];
const LEAF_STAGES: readonly LevelStage[] = ["impute", "treat", "normalize", "select"];

/** Levels that are none, that are told twice, or whose options concern no node. */
export function checkLevels(
  { levels = [] }: IndexMethodology,
  nodes: readonly PlacedNode[],
): Finding[] {
  return levels.flatMap((level, i): Finding[] => {
    const { depth } = level;
    const path = ["levels", i];
    if (!Number.isInteger(depth) || depth < 0) {
      const facts = { wanted: "a whole number from 0" };
      return [
        find("composite/out-of-bounds", {
          place: { path: [...path, "depth"] },
          found: depth,
          facts,
        }),
      ];
    }
    if (levels.findIndex((other) => other.depth === depth) < i) {
      const facts = { wanted: "told once only" };
      return [
        find("composite/out-of-bounds", {
          place: { path: [...path, "depth"] },
          found: depth,
          facts,
        }),
      ];
    }
    const own = nodes.filter((placed) => placed.level === level);
    if (own.length === 0) {
      const facts = { why: `no node is ${depth} steps below the index` };
      return [find("composite/idle-level", { place: { path }, facts })];
    }
    const hasLeaves = own.some(({ node }) => node.indicator !== undefined);
    const hasGroups = own.some(({ node }) => node.indicator === undefined);
    const idle = [...(hasGroups ? [] : GROUP_STAGES), ...(hasLeaves ? [] : LEAF_STAGES)];
    return idle
      .filter((stage) => level[stage] !== undefined)
      .map((stage) => {
        const why = `there are only ${hasGroups ? "groups" : "indicators"} on that level`;
        return find("composite/idle-level", { place: { path: [...path, stage] }, facts: { why } });
      });
  });
}
