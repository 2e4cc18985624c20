import { type Finding, VitalError } from "@vitalcore/core";
import type { Observation } from "@vitalcore/domain";
import {
  comparePeriods,
  formatPeriod,
  nextPeriod,
  type Period,
  parsePeriod,
} from "@vitalcore/domain/periods";
import { finite, requireInputs } from "../input-checks.js";
import { find } from "./catalog.js";

/** Values of consecutive periods. */
export interface Series {
  readonly indicator: string;
  readonly area: string;
  readonly unit: string;
  /** Every period from the first to the last, none left out. */
  readonly periods: readonly string[];
  /** NaN where a period has no value. */
  readonly values: Float64Array;
  /** Limits of the values, NaN where an observation has none. */
  readonly limits?: { readonly lower: Float64Array; readonly upper: Float64Array };
  /** Gaps and revisions. */
  readonly findings: readonly Finding[];
}

/** More periods between two observations than this are no gap but a mistake. */
const LONGEST = 100_000;

/**
 * A series without holes from observations of one indicator and area: periods in order, missing ones filled with missing
 * values and reported. Where a period was observed more than once the latest is used, by `asOf`, then
 * `edition`, and the revision reported.
 *
 * @param observations - in any order.
 * @throws VitalError `indicators/mixed-series`, `indicators/too-short-series` (without any observation),
 *   `domain/period-form`.
 *
 * Source: SDMX, vintages of observations.
 *
 * @example
 * ```ts
 * import { seriesOf } from "@vitalcore/indicators/early-warning";
 * const at = { indicator: "displaced", area: "COL", unit: "PERSONS" };
 * const { periods, values, findings } = seriesOf([
 *   { ...at, period: "2020-03", value: 8 },
 *   { ...at, period: "2020-01", value: 5 },
 * ]);
 * periods; // => ["2020-01", "2020-02", "2020-03"]
 * values[0]; // => 5
 * findings.map(({ code }) => code); // => ["indicators/series-gap"]
 * ```
 */
export function seriesOf(observations: readonly Observation[]): Series {
  const [first] = observations;
  if (first === undefined) throw new VitalError([tooShort("A series", 0, 1)]);
  const parsed = observations.map((observation) => ({
    observation,
    period: parsePeriod(observation.period),
  }));
  requireOneSeries(parsed);
  const findings: Finding[] = [];
  const latest = latestByPeriod(parsed, findings);
  const order = [...latest.values()].map(({ period }) => period).sort(comparePeriods);
  const periods: string[] = [];
  const last = order.at(-1) as Period;
  for (
    let period = order[0] as Period;
    comparePeriods(period, last) <= 0 && periods.length < LONGEST;
    period = nextPeriod(period)
  ) {
    periods.push(formatPeriod(period));
  }
  const column = (of: (observation: Observation) => number | null | undefined) =>
    Float64Array.from(periods, (period) => {
      const dated = latest.get(period);
      return (dated && of(dated.observation)) ?? Number.NaN;
    });
  const values = column(({ value }) => value);
  const limits = {
    lower: column(({ interval }) => interval?.lower),
    upper: column(({ interval }) => interval?.upper),
  };
  const absent = periods.filter((_, i) => Number.isNaN(values[i]));
  if (absent.length > 0) {
    const facts = { count: absent.length, periods: absent };
    findings.push(find("indicators/series-gap", { place: { unit: first.area }, facts }));
  }
  const { indicator, area, unit } = first;
  return { indicator, area, unit, periods, values, limits, findings };
}

interface Dated {
  readonly observation: Observation;
  readonly period: Period;
}

function requireOneSeries(parsed: readonly Dated[]): void {
  const aspects: readonly [string, (dated: Dated) => string][] = [
    ["indicators", ({ observation }) => observation.indicator],
    ["areas", ({ observation }) => observation.area],
    ["units", ({ observation }) => observation.unit],
    [
      "breakdowns",
      ({ observation }) => JSON.stringify(Object.entries(observation.breakdown ?? {}).sort()),
    ],
    ["kinds of period", ({ period }) => period.kind],
  ];
  const findings = aspects.flatMap(([what, of]) => {
    const values = [...new Set(parsed.map(of))];
    if (values.length === 1) return [];
    return [find("indicators/mixed-series", { facts: { what, values } })];
  });
  if (findings.length > 0) throw new VitalError(findings);
}

function latestByPeriod(parsed: readonly Dated[], findings: Finding[]): Map<string, Dated> {
  const vintage = ({ observation: { asOf = "", edition = "" } }: Dated) => `${asOf}\n${edition}`;
  const latest = new Map<string, Dated>();
  const inOrder = [...parsed].sort((a, b) => (vintage(a) < vintage(b) ? -1 : 1));
  for (const dated of inOrder) {
    const period = formatPeriod(dated.period);
    const earlier = latest.get(period);
    latest.set(period, dated);
    if (earlier === undefined || earlier.observation.value === dated.observation.value) continue;
    const facts = { period, before: earlier.observation.value, after: dated.observation.value };
    findings.push(find("indicators/revised-value", { facts }));
  }
  return latest;
}

/** The finding for a series that is too short for a method. */
export function tooShort(what: string, found: number, least: number): Finding {
  return find("indicators/too-short-series", { found, facts: { what, least } });
}

/** Times (from 0) and values of those that are there. */
export function presentOf(values: ArrayLike<number>): { times: number[]; values: number[] } {
  requireNoInfinity(values);
  const times: number[] = [];
  const present: number[] = [];
  for (let time = 0; time < values.length; time++) {
    const value = values[time] as number;
    if (!Number.isFinite(value)) continue;
    times.push(time);
    present.push(value);
  }
  return { times, values: present };
}

/** Refuses infinite values: they are neither values nor missing. */
export function requireNoInfinity(values: ArrayLike<number>): void {
  requireInputs(
    Array.from(values).flatMap((value, time) =>
      Math.abs(value) === Number.POSITIVE_INFINITY ? [finite(`value ${time + 1}`, value)] : [],
    ),
  );
}
