import { uncertainty } from "@vitalcore/composite/uncertainty";
import { indicators } from "@vitalcore/domain/indicators";
import { greatestIndex, mean } from "d3-array";
import type { Choices } from "./choices.js";
import type { Computed } from "./compute.js";
import { informHuman } from "./ingest/definitions.js";

/** The index under one other choice: what is ranked differently, and by how much. */
export interface Alternative {
  readonly label: string;
  /** Id of the choice. */
  readonly id: string;
  /** Change of rank by country, among the countries ranked under both: positive is further down. */
  readonly moves: ReadonlyMap<string, number>;
  /** Mean and largest absolute move. */
  readonly meanMove: number;
  readonly largestMove: number;
  /** The country that moves most, by code. */
  readonly mostMoved: string;
  /** Countries that the index ranks and the other choice does not, by code. */
  readonly lost: readonly string[];
}

/** What every analysis of the example is given beside the data. */
export const dataOptions = { definitions: [...indicators, informHuman] };

/** Ranks among a set of countries: a country that drops out must not move all below it. */
function ranksAmong(
  scores: ReadonlyMap<string, number>,
  areas: readonly string[],
): Map<string, number> {
  const among = areas.map((area) => scores.get(area) as number);
  return new Map(
    areas.map((area, i) => [
      area,
      1 + among.filter((other) => other > (among[i] as number)).length,
    ]),
  );
}

/** Each choice made differently by itself, and how far the ranks are then from those of the index. */
export async function oneAtATime(
  { methodology }: Computed,
  { choices, observations }: Choices,
): Promise<Alternative[]> {
  const found: Alternative[] = [];
  for (const { label, factor } of choices) {
    const spec = { kind: "UncertaintySpec", version: 1, factors: [factor] } as const;
    const given = { ...dataOptions, draws: true, pairs: false };
    const { units, draws } = await uncertainty(observations, methodology, spec, given);
    const scoresOf = (run: number) =>
      new Map(
        units.flatMap(({ unit }, u): [string, number][] => {
          const score = draws?.scores[u]?.[run] ?? null;
          return score === null ? [] : [[unit, score]];
        }),
      );
    const [before, after] = [scoresOf(0), scoresOf(1)];
    const inBoth = [...before.keys()].filter((area) => after.has(area));
    const [start, end] = [ranksAmong(before, inBoth), ranksAmong(after, inBoth)];
    const moves = inBoth.map((area) => (end.get(area) ?? 0) - (start.get(area) ?? 0));
    const distances = moves.map(Math.abs);
    const most = greatestIndex(distances) ?? 0;
    found.push({
      label,
      id: factor.id,
      moves: new Map(inBoth.map((area, i) => [area, moves[i] as number])),
      meanMove: mean(distances) ?? 0,
      largestMove: distances[most] ?? 0,
      mostMoved: inBoth[most] ?? "",
      lost: [...before.keys()].filter((area) => !after.has(area)),
    });
  }
  return found;
}
