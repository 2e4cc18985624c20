import { ranks } from "@vitalcore/stats";
import type { IndexResult, ResultNode, UnitResult } from "../index-result.js";
import type { Transform } from "../methodology.js";
import { unitOf } from "../ranked-table.js";
import { nodeRanks } from "./node-ranks.js";

/** A node as it stands for one unit. */
export interface ProfileNode {
  readonly node: string;
  readonly label: string;
  readonly depth: number;
  readonly score: number | null;
  /** Among all units, 1 for the highest score. */
  readonly rank: number | null;
  /** Mean of the scores of all units. */
  readonly mean: number | null;
}

/**
 * The scores and ranks of one unit at all nodes, the index first and the indicators last.
 *
 * @throws VitalError `composite/unknown-unit`.
 *
 * @example
 * ```ts
 * import { buildIndex } from "@vitalcore/composite";
 * import { unitProfile } from "@vitalcore/composite/compare";
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
 * unitProfile(index, "AAA").map(({ node, score, rank }) => [node, score, rank]); // => [["index", 25, 2], ["income", 0, 2], ["life", 100, 1]]
 * ```
 */
export function unitProfile(result: IndexResult, unit: string): readonly ProfileNode[] {
  const { scores } = unitOf(result, unit);
  return [...result.nodes]
    .sort((a, b) => a.depth - b.depth)
    .map(({ id, label, depth }) => ({
      node: id,
      label,
      depth,
      score: scores[id] ?? null,
      rank: nodeRanks(result, id).get(unit) ?? null,
      mean: meanScore(result, id),
    }));
}

function meanScore({ units }: IndexResult, node: string): number | null {
  const present = units.flatMap(({ scores }) => {
    const score = scores[node] ?? null;
    return score === null ? [] : [score];
  });
  if (present.length === 0) return null;
  return present.reduce((sum, score) => sum + score, 0) / present.length;
}

/** Which indicators count among the strengths and weaknesses of a unit. */
export interface StrengthsOptions {
  /** How many of each; 5 if left out. */
  readonly count?: number;
  /** Whether indicators are left out of the weaknesses and strengths at which the unit is last; true if left out. */
  readonly discardLast?: boolean;
  /** Indicators with no larger share of different values than this are left out; 0 if left out. */
  readonly distinctAbove?: number;
}

/** An indicator at which a unit stands out. */
export interface StandingOut {
  readonly node: string;
  readonly label: string;
  readonly parent: string | null;
  /** Among all units, on the raw values in the direction of the indicator. */
  readonly rank: number;
  readonly value: number;
  /** Unit of measurement. */
  readonly unit: string | null;
}

/** The indicators at which a unit ranks highest, and lowest. */
export interface Strengths {
  readonly strengths: readonly StandingOut[];
  /** The lowest rank last. */
  readonly weaknesses: readonly StandingOut[];
}

/**
 * The strengths and weaknesses of a unit: its indicators sorted by the rank that its raw value has, in the direction
 * of the indicator. An indicator at which the unit shares the last place is left out by default, as it mostly
 * says that many units have none of what is measured.
 *
 * @throws VitalError `composite/unknown-unit`.
 *
 * @example
 * ```ts
 * import { buildIndex } from "@vitalcore/composite";
 * import { strengths } from "@vitalcore/composite/compare";
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
 * strengths(index, "AAA", { count: 1, discardLast: false }).strengths[0]?.node; // => "life"
 * ```
 */
export function strengths(
  result: IndexResult,
  unit: string,
  { count = 5, discardLast = true, distinctAbove = 0 }: StrengthsOptions = {},
): Strengths {
  const { values } = unitOf(result, unit);
  const ordered = [...result.nodes]
    .filter(({ indicator }) => indicator !== null)
    .flatMap((node): StandingOut[] => {
      const value = values[node.id]?.value ?? null;
      if (value === null || distinctShare(result.units, node.id) <= distinctAbove) return [];
      const places = rawRanks(result, node);
      const rank = places.get(unit) as number;
      if (discardLast && rank === Math.max(...places.values())) return [];
      const { id, label, parent } = node;
      return [{ node: id, label, parent, rank, value, unit: node.unit }];
    })
    .sort((a, b) => a.rank - b.rank);
  return {
    strengths: ordered.slice(0, count),
    weaknesses: ordered.slice(Math.max(0, ordered.length - count)),
  };
}

function rawRanks(result: IndexResult, { id, normalize }: ResultNode): ReadonlyMap<string, number> {
  const present = result.units.flatMap(({ unit, values }) => {
    const value = values[id]?.value ?? null;
    return value === null ? [] : [{ unit, position: oriented(value, normalize) }];
  });
  const places = ranks(
    present.map(({ position }) => position),
    { ties: "min", order: "descending" },
  );
  return new Map(present.map(({ unit }, i) => [unit, places[i] as number]));
}

/** A raw value such that more is better. */
function oriented(value: number, normalize: ResultNode["normalize"]): number {
  if (normalize === null) return value;
  const { direction, target, transform } = normalize;
  if (target !== null) return -Math.abs(value - UNDO[transform](target));
  return direction === "higherWorse" ? -value : value;
}

const UNDO: Readonly<Record<Transform, (value: number) => number>> = {
  none: (value) => value,
  ln: Math.exp,
  ln1p: Math.expm1,
};

function distinctShare(units: readonly UnitResult[], node: string): number {
  const present = units.flatMap(({ values }) => values[node]?.value ?? []);
  return new Set(present).size / present.length;
}

/** A unit that is alike. */
export interface Peer {
  readonly unit: string;
  readonly label: string;
  readonly rank: number | null;
  /** Root mean squared difference of the scores that both have. */
  readonly distance: number;
  /** How many nodes both have a score for. */
  readonly shared: number;
}

/**
 * The units whose scores are nearest to those of a unit.
 *
 * @param depth - of the nodes that are compared: 1 for the direct children of the index; the indicators if left out.
 * @throws VitalError `composite/unknown-unit`.
 *
 * @example
 * ```ts
 * import { buildIndex } from "@vitalcore/composite";
 * import { peers } from "@vitalcore/composite/compare";
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
 * peers(index, "AAA").map(({ unit, distance }) => [unit, distance]); // => [["BBB", 100]]
 * ```
 */
export function peers(
  result: IndexResult,
  unit: string,
  { count = 5, depth }: { readonly count?: number; readonly depth?: number } = {},
): readonly Peer[] {
  const { scores } = unitOf(result, unit);
  const ids = result.nodes
    .filter((node) => (depth === undefined ? node.indicator !== null : node.depth === depth))
    .map(({ id }) => id);
  return result.units
    .filter((other) => other.unit !== unit)
    .flatMap((other): Peer[] => {
      const squares = ids.flatMap((id) => {
        const [a, b] = [scores[id] ?? null, other.scores[id] ?? null];
        return a === null || b === null ? [] : [(a - b) ** 2];
      });
      if (squares.length === 0) return [];
      const distance = Math.sqrt(squares.reduce((sum, x) => sum + x, 0) / squares.length);
      const { label, rank } = other;
      return [{ unit: other.unit, label, rank, distance, shared: squares.length }];
    })
    .sort((a, b) => a.distance - b.distance || (a.unit < b.unit ? -1 : 1))
    .slice(0, count);
}
