import type { Cell } from "@vitalcore/core";
import type { IndexResult } from "../index-result.js";
import { nodeOf } from "./find-node.js";
import { nodeRanks } from "./node-ranks.js";

/** What a table of results shows. */
export interface ScoreTableOptions {
  /** The index alone, with all groups, or with the indicators too (the default). */
  readonly nodes?: "index" | "groups" | "all";
  /** `scores` if left out; `ranks` over all units, or within `groups`. */
  readonly show?: "scores" | "ranks" | "group-ranks";
  /** Group of each unit by its code, for `group-ranks`. */
  readonly groups?: Readonly<Record<string, string>>;
  /** Node by whose score the units are sorted; the index if left out. */
  readonly orderBy?: string;
}

/**
 * The scores, or ranks, of every unit at every node, the index first: one row per unit, in the order of the
 * scores of a node. Nothing is rounded.
 *
 * @returns rows with `unit`, `label`, `rank` (on the node by which they are sorted) and one entry per node.
 * @throws VitalError `composite/unknown-node`.
 *
 * @example
 * ```ts
 * import { buildIndex } from "@vitalcore/composite";
 * import { scoreTable } from "@vitalcore/composite/compare";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const index = buildIndex(
 *   { area: ["AAA", "BBB"], "gni-per-person": [100, 10000], "life-expectancy": [65, 56] },
 *   {
 *     kind: "IndexMethodology", version: 1, id: "example", title: "Example",
 *     nodes: [
 *       { id: "index" },
 *       { id: "income", parent: "index", indicator: "gni-per-person" },
 *       { id: "life", parent: "index", indicator: "life-expectancy" },
 *     ],
 *     normalize: { method: "min-max" },
 *   },
 *   { unitColumn: "area", definitions: [gniPerPerson, lifeExpectancy] },
 * );
 * scoreTable(index, { show: "ranks" })[0]; // => { unit: "AAA", label: "AAA", rank: 1, index: 1, income: 2, life: 1 }
 * ```
 */
export function scoreTable(
  result: IndexResult,
  { nodes = "all", show = "scores", groups, orderBy }: ScoreTableOptions = {},
): readonly Readonly<Record<string, Cell>>[] {
  const root = result.nodes.find(({ parent }) => parent === null)?.id as string;
  const sortedBy = orderBy === undefined ? root : nodeOf(result, orderBy).id;
  const shown = [...result.nodes]
    .sort((a, b) => a.depth - b.depth)
    .filter(
      ({ id, indicator }) =>
        id === root || nodes === "all" || (nodes === "groups" && indicator === null),
    )
    .map(({ id }) => id);
  const ranks = new Map(
    shown.map((id) => [id, nodeRanks(result, id, show === "group-ranks" ? groups : undefined)]),
  );
  const places = nodeRanks(result, sortedBy);
  const last = result.units.length + 1;
  const ordered = [...result.units].sort(
    (a, b) =>
      (places.get(a.unit) ?? last) - (places.get(b.unit) ?? last) || (a.unit < b.unit ? -1 : 1),
  );
  return ordered.map(({ unit, label, scores }) =>
    Object.fromEntries<Cell>([
      ["unit", unit],
      ["label", label],
      ["rank", places.get(unit) ?? null],
      ...shown.map((id): [string, Cell] => [
        id,
        show === "scores" ? (scores[id] ?? null) : (ranks.get(id)?.get(unit) ?? null),
      ]),
    ]),
  );
}
