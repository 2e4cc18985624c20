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

/** Observations of one place, one for each role. */
export type Together<Role extends string> = Readonly<Record<Role, Observation>>;

/**
 * Observations that belong together: of the same area, period and breakdown, one in every role. Places where
 * a role has none are reported, once each.
 */
export function together<Role extends string>(
  inputs: Readonly<Record<Role, readonly Observation[]>>,
  findings: Finding[],
): Together<Role>[] {
  const roles = Object.keys(inputs) as Role[];
  const placesOf = new Map(roles.map((role) => [role, byPlace(inputs[role], findings)]));
  const keys = new Set([...placesOf.values()].flatMap((places) => [...places.keys()]));
  return [...keys].flatMap((key) => {
    const found = roles.map((role) => [role, placesOf.get(role)?.get(key)] as const);
    const absent = found.filter(([, observation]) => observation === undefined);
    if (absent.length === 0) return [Object.fromEntries(found) as Together<Role>];
    const there = found.flatMap(([, observation]) => observation ?? []);
    const { area, period } = there[0] as Observation;
    const facts = {
      area,
      period,
      present: there.map(({ indicator }) => indicator),
      absent: absent.map(([role]) => role),
    };
    findings.push(find("indicators/unpaired-observation", { place: { unit: area }, facts }));
    return [];
  });
}
