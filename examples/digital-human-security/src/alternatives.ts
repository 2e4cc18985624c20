import {
  buildIndex,
  type FrameworkNode,
  type IndexMethodology,
  type IndexResult,
} from "@vitalcore/composite";
import type { Observation } from "@vitalcore/domain";
import { indicators } from "@vitalcore/domain/indicators";
import { greatestIndex, mean } from "d3-array";
import type { Computed } from "./compute.js";
import { readConnectivity } from "./ingest/connectivity.js";
import { informHuman } from "./ingest/definitions.js";
import { readInformHuman } from "./ingest/inform.js";
import { readUndernourishment } from "./ingest/sdg.js";

/** The index under one other choice: what is ranked differently, and by how much. */
export interface Alternative {
  readonly label: string;
  /** Change of rank by country, among the countries ranked under both: positive is further down. */
  readonly moves: ReadonlyMap<string, number>;
  /** Mean and largest absolute move. */
  readonly meanMove: number;
  readonly largestMove: number;
  /** The country that moves most, by code. */
  readonly mostMoved: string;
  /** Countries that the index ranks and the other choice does not. */
  readonly lost: number;
}

interface Choice {
  readonly label: string;
  readonly methodology: IndexMethodology;
  readonly observations: readonly Observation[];
}

/** The methodology with another indicator, and its goalposts, in the place of a node. */
function withLeaf(
  methodology: IndexMethodology,
  id: string,
  leaf: Partial<FrameworkNode>,
): IndexMethodology {
  const nodes = methodology.nodes.map((node) => {
    if (node.id !== id) return node;
    const { select: _select, note: _note, ...kept } = node;
    return { ...kept, ...leaf };
  });
  return { ...methodology, nodes };
}

function choices({ methodology, observations, tables, candidates }: Computed): Choice[] {
  const older = readConnectivity(tables.internet, tables.sdg, candidates, "older").observations;
  const replaced = new Set(older.map(({ indicator }) => indicator));
  return [
    {
      label: "Arithmetic mean across dimensions instead of the geometric one",
      methodology: {
        ...methodology,
        aggregate: { ...methodology.aggregate, method: "arithmetic" },
      },
      observations,
    },
    {
      label: "INFORM's node on human-made hazards instead of battle deaths",
      methodology: withLeaf(methodology, "battle-deaths", {
        indicator: informHuman.id,
        normalize: { worst: 10, best: 0 },
      }),
      observations: [...observations, ...readInformHuman(tables.inform, candidates)],
    },
    {
      label: "Undernourishment instead of INFORM's node on food",
      methodology: withLeaf(methodology, "food-node", {
        indicator: "undernourishment",
        normalize: { worst: 60, best: 0 },
      }),
      observations: [...observations, ...readUndernourishment(tables.sdg, candidates)],
    },
    {
      label: "Countries that IDMC does not list as missing instead of 0",
      methodology,
      observations: observations.map((observation) =>
        observation.indicator === "idp-share" && observation.status?.includes("I")
          ? { ...observation, value: null, status: ["O"] }
          : observation,
      ),
    },
    {
      label: "The older vintage of internet use",
      methodology,
      observations: [...observations.filter(({ indicator }) => !replaced.has(indicator)), ...older],
    },
  ];
}

/** Scores of the ranked countries, from the highest. */
function rankedScores(result: IndexResult): [area: string, score: number][] {
  return result.units.flatMap(({ unit, rank, score }) =>
    rank === null || score === null ? [] : [[unit, score] as [string, number]],
  );
}

/** Ranks among a set of countries: a country that drops out must not move all below it. */
function ranksAmong(result: IndexResult, areas: ReadonlySet<string>): Map<string, number> {
  const scores = rankedScores(result).filter(([area]) => areas.has(area));
  return new Map(
    scores.map(([area, score]) => [area, 1 + scores.filter(([, other]) => other > score).length]),
  );
}

/** Ranks under every other choice, and how far they are from those of the index. */
export function alternatives(computed: Computed): Alternative[] {
  const ranked = rankedScores(computed.result).map(([area]) => area);
  return choices(computed).map(({ label, methodology, observations }) => {
    const result = buildIndex(observations, methodology, {
      definitions: [...indicators, informHuman],
    });
    const others = new Set(rankedScores(result).map(([area]) => area));
    const inBoth = new Set(ranked.filter((area) => others.has(area)));
    const before = ranksAmong(computed.result, inBoth);
    const ranks = ranksAmong(result, inBoth);
    const moves = [...inBoth].map((area) => (ranks.get(area) ?? 0) - (before.get(area) ?? 0));
    const distances = moves.map(Math.abs);
    const most = greatestIndex(distances) ?? 0;
    return {
      label,
      moves: new Map([...inBoth].map((area, i) => [area, moves[i] as number])),
      meanMove: mean(distances) ?? 0,
      largestMove: distances[most] ?? 0,
      mostMoved: [...inBoth][most] ?? "",
      lost: ranked.length - inBoth.size,
    };
  });
}

/** The lowest and the highest rank of a country over the index and the alternatives that rank it. */
export function rankInterval(
  area: string,
  rank: number,
  others: readonly Alternative[],
): readonly [number, number] {
  const moves = others.map((other) => other.moves.get(area) ?? 0);
  return [rank + Math.min(0, ...moves), rank + Math.max(0, ...moves)];
}
