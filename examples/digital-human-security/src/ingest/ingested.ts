import type { Finding } from "@vitalcore/core";
import type { Observation, ObsStatus } from "@vitalcore/domain";
import { group } from "d3-array";
import { definitionOf } from "./definitions.js";
import { type SourceName, sourceFiles } from "./source-files.js";

/** What the reading of a file gives. */
export interface Ingested {
  readonly observations: readonly Observation[];
  readonly findings: readonly Finding[];
}

/** A country that may be ranked, with what rates per person need. */
export interface Candidate {
  /** ISO 3166-1 alpha-3. */
  readonly area: string;
  readonly name: string;
  /** Persons in 2018. */
  readonly population: number;
}

/** What a file says of one country and period. */
export interface Reading {
  readonly area: string;
  readonly period: string;
  readonly value: number | null;
  readonly status?: readonly ObsStatus[];
  readonly note?: string;
}

/** An observation of a file; without a value it is marked missing and says why. */
export function observationFrom(
  source: SourceName,
  { indicator, ...reading }: Reading & { readonly indicator: string },
): Observation {
  const { id } = sourceFiles[source].source;
  const missing = reading.value === null ? { status: ["O"] as const } : {};
  const { unit } = definitionOf(indicator);
  return { indicator, unit, edition: id, source: id, ...missing, ...reading };
}

/** Observations of all candidates: the readings, and for countries without one a missing value. */
export function forEveryCandidate(
  source: SourceName,
  indicator: string,
  candidates: readonly Candidate[],
  readings: readonly Reading[],
  absent: Omit<Reading, "area">,
): Observation[] {
  const byArea = group(readings, ({ area }) => area);
  return candidates.flatMap(({ area }) =>
    (byArea.get(area) ?? [{ area, ...absent }]).map((reading) =>
      observationFrom(source, { indicator, ...reading }),
    ),
  );
}
