import type { Finding } from "@vitalcore/core";
import { type Observation, observationKey } from "@vitalcore/domain";
import { offlinePopulation, offlineShare } from "@vitalcore/domain/indicators";
import { find as findInput } from "../catalog.js";
import { type Calculated, derive, proportionOf } from "../derive.js";
import { together } from "../pairing.js";

/** Use and population that are paired by area, period and breakdown. */
export interface OfflineInput {
  /** Shares of the population that use the internet. */
  readonly use: readonly Observation[];
  /** The same population, in people: of the age in scope, not in thousands. */
  readonly population: readonly Observation[];
}

/**
 * Share (`offline-share`) and number (`offline-population`) of people who do not use the internet. The
 * population must be that which the share speaks of: a share of people of 15 and over says nothing about children.
 *
 * @param input - observations of internet use, and of population in people.
 * @returns two observations for each pair; a missing input, or one in another unit, gives missing results.
 *
 * Source: ITU, Measuring digital development: Facts and Figures.
 *
 * @example
 * ```ts
 * import { offlinePeople } from "@vitalcore/indicators/connectivity";
 * const at = { area: "IND", period: "2017" };
 * const { observations } = offlinePeople({
 *   use: [{ ...at, indicator: "internet-use", value: 32, unit: "PERCENT" }],
 *   population: [{ ...at, indicator: "population", value: 1_300_000_000, unit: "PERSONS" }],
 * });
 * observations.map(({ value }) => value); // => [68, 884000000]
 * ```
 */
export function offlinePeople(input: OfflineInput): Calculated {
  const findings: Finding[] = [];
  const { use, population } = input;
  const observations = together({ use, population }, findings).flatMap((place) => {
    const inputs = [place.use, place.population] as const;
    const online = proportionOf(place.use, findings);
    const people = peopleOf(place.population, findings);
    const offline = online === null ? null : 1 - online;
    const count = offline === null || people === null ? null : offline * people;
    return [
      ...derive(offlineShare, offline, [place.use], findings),
      ...derive(offlinePopulation, count, inputs, findings),
    ];
  });
  return { observations, findings };
}

function peopleOf(population: Observation, findings: Finding[]): number | null {
  const { value, unit, indicator, area } = population;
  if (value === null) return null;
  if (unit === "PERSONS" && value >= 0) return value;
  const place = { observation: observationKey(population), unit: area };
  const facts = { name: indicator, wanted: "a number of people, in PERSONS," };
  findings.push(findInput("indicators/invalid-input", { place, found: `${value} ${unit}`, facts }));
  return null;
}
