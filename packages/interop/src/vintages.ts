import { throwIfErrors } from "@vitalcore/core";
import { type Observation, observationKey } from "@vitalcore/domain";
import { find } from "./catalog.js";

/** Observations of one edition and day. */
export interface Vintage {
  readonly edition: string | undefined;
  readonly asOf: string | undefined;
  readonly observations: readonly Observation[];
}

/**
 * Divides observations by edition and day, because formats that find an observation by its dimensions alone hold
 * vintages as separate data sets.
 */
export function vintagesOf(observations: readonly Observation[]): readonly Vintage[] {
  const vintages = new Map<string, { readonly first: Observation; readonly all: Observation[] }>();
  for (const observation of observations) {
    const { edition = "", asOf = "" } = observation;
    const key = JSON.stringify([edition, asOf]);
    const known = vintages.get(key);
    if (known === undefined) vintages.set(key, { first: observation, all: [observation] });
    else known.all.push(observation);
  }
  return [...vintages.values()].map(({ first, all }) => ({
    edition: first.edition,
    asOf: first.asOf,
    observations: all,
  }));
}

/** Refuses observations that have the same key. @throws VitalError `interop/repeated-observation`. */
export function requireDistinct(observations: readonly Observation[]): void {
  const firstRows = new Map<string, number>();
  const findings = observations.flatMap((observation, i) => {
    const key = observationKey(observation);
    const firstRow = firstRows.get(key);
    if (firstRow === undefined) {
      firstRows.set(key, i + 1);
      return [];
    }
    const place = { row: i + 1, observation: key };
    return [find("interop/repeated-observation", { place, facts: { firstRow } })];
  });
  throwIfErrors(findings);
}

/** The axes by which any of the observations is broken down, in alphabetical order. */
export function axesOf(observations: readonly Observation[]): readonly string[] {
  const axes = new Set<string>();
  for (const { breakdown } of observations) {
    for (const axis of Object.keys(breakdown ?? {})) axes.add(axis);
  }
  return [...axes].sort();
}

/** The category of an observation on an axis. */
export function categoryOf({ breakdown }: Observation, axis: string): string | undefined {
  return breakdown !== undefined && Object.hasOwn(breakdown, axis) ? breakdown[axis] : undefined;
}
