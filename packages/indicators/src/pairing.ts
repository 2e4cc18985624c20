import type { Finding } from "@vitalcore/core";
import { type Observation, observationKey } from "@vitalcore/domain";
import { find } from "./catalog.js";

/** Text that is the same for observations of the same area, period and breakdown (but for one axis). */
export function placeKey(observation: Observation, exceptAxis?: string): string {
  const breakdown = Object.entries(observation.breakdown ?? {})
    .filter(([axis]) => axis !== exceptAxis)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([observation.area, observation.period, breakdown]);
}

/** Observations by place; one that occurs more than once is reported, and the first is kept. */
export function byPlace(
  observations: readonly Observation[],
  findings: Finding[],
  exceptAxis?: string,
): Map<string, Observation> {
  const places = new Map<string, Observation>();
  for (const observation of observations) {
    const key = placeKey(observation, exceptAxis);
    if (!places.has(key)) places.set(key, observation);
    else {
      const { area, period, indicator } = observation;
      findings.push(
        find("indicators/duplicate-observation", {
          place: { observation: observationKey(observation), unit: area },
          facts: { area, period, name: indicator },
        }),
      );
    }
  }
  return places;
}
