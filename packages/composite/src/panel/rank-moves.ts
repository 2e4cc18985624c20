import { nodeRanks } from "../compare/node-ranks.js";
import type { IndexResult } from "../index-result.js";

/** A build on the way from one ranking to another, and what was changed to come to it. */
export interface RankStep {
  /** What differs from the build before: "data revised", "method changed", "next year". */
  readonly what: string;
  readonly result: IndexResult;
}

/** How a unit came from its first to its last rank. */
export interface RankMove {
  readonly unit: string;
  readonly from: number | null;
  readonly to: number | null;
  /** Places gained in all, and by each step; `null` where the unit is not ranked before or after it. */
  readonly gained: number | null;
  readonly steps: Readonly<Record<string, number | null>>;
}

/**
 * Splits the move of every unit's rank over a chain of builds, each of which changes one thing: last year's edition,
 * the same year with revised data, with the new method, and the new year. The steps sum to the whole; their order
 * is part of the answer.
 *
 * @param start - the first build.
 * @param steps - those that follow, in order.
 * @returns units by the size of their move.
 *
 * @example
 * ```ts
 * import { buildIndex } from "@vitalcore/composite";
 * import { rankMoves } from "@vitalcore/composite/panel";
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
 * rankMoves(index, [{ what: "nothing changed", result: index }])[0]?.gained; // => 0
 * ```
 */
export function rankMoves(start: IndexResult, steps: readonly RankStep[]): readonly RankMove[] {
  const ranksOf = (result: IndexResult) => {
    const root = result.nodes.find(({ parent }) => parent === null)?.id as string;
    return nodeRanks(result, root);
  };
  const chain = [ranksOf(start), ...steps.map(({ result }) => ranksOf(result))];
  const units = new Set(chain.flatMap((ranks) => [...ranks.keys()]));
  const difference = (a: number | undefined, b: number | undefined) =>
    a === undefined || b === undefined ? null : a - b;
  return [...units]
    .map((unit): RankMove => {
      const own = chain.map((ranks) => ranks.get(unit));
      return {
        unit,
        from: own[0] ?? null,
        to: own.at(-1) ?? null,
        gained: difference(own[0], own.at(-1)),
        steps: Object.fromEntries(
          steps.map(({ what }, i) => [what, difference(own[i], own[i + 1])]),
        ),
      };
    })
    .sort(
      (a, b) => Math.abs(b.gained ?? 0) - Math.abs(a.gained ?? 0) || (a.unit < b.unit ? -1 : 1),
    );
}
