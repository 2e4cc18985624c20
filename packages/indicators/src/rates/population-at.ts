import { VitalError } from "@vitalcore/core";
import { positive, requireInputs } from "../input-checks.js";
import { find } from "./catalog.js";

/** People at a date: a census, or an estimate. */
export interface PopulationCount {
  /** A calendar date, "2020-07-01"; a year alone is its middle. */
  readonly date: string;
  readonly population: number;
}

/** A denominator, and what it rests on. */
export interface PopulationAt {
  readonly value: number;
  readonly date: string;
  /** Dates of the counts on either side; both are the date itself where one was made then. */
  readonly between: readonly [before: string, after: string];
}

const DAY = 86_400_000;

/** Milliseconds of a date, at the start of the day in UTC; NaN where it is none. */
function timeOf(date: string): number {
  const full = /^\d{4}$/.test(date) ? `${date}-07-01` : date;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(full)) return Number.NaN;
  const time = Date.parse(`${full}T00:00:00Z`);
  return new Date(time).toISOString().startsWith(full) ? time : Number.NaN;
}

/**
 * The population at a date between two counts, growing at a constant rate: the denominator of a rate whose events happened
 * between censuses. A date outside the counts is refused: that is a projection, which needs births, deaths and migration.
 *
 * @param counts - at different dates, in any order.
 * @param date - as "2021-07-01", or a year, whose middle is taken.
 * @throws VitalError `indicators/invalid-input`, `indicators/outside-counts`.
 *
 * Source: Preston, Heuveline and Guillot (2001), Demography, section 1.4 (geometric interpolation); mid-year population as in the
 * UN Demographic Yearbook.
 *
 * @example
 * ```ts
 * import { crudeRate, populationAt } from "@vitalcore/indicators/rates";
 * const people = populationAt(
 *   [{ date: "2011-08-28", population: 2_113_077 }, { date: "2023-09-24", population: 3_022_401 }],
 *   "2018",
 * );
 * Math.round(people.value); // => 2588190
 * crudeRate({ events: 120, population: people.value }).value; // => 0.0000464
 * ```
 */
export function populationAt(counts: readonly PopulationCount[], date: string): PopulationAt {
  const wanted = timeOf(date);
  const isDate = (name: string, value: string) => ({
    name,
    value,
    wanted: 'a year or a date such as "2020-07-01"',
    isMet: !Number.isNaN(timeOf(value)),
  });
  const times = counts.map((count) => timeOf(count.date));
  requireInputs([
    isDate("the date", date),
    positive("the number of counts", counts.length),
    ...counts.flatMap((count, i) => [
      isDate(`the date of count ${i + 1}`, count.date),
      positive(`the population of count ${i + 1}`, count.population),
      {
        name: `the date of count ${i + 1}`,
        value: count.date,
        wanted: "a date that no other count has",
        isMet: times.indexOf(times[i] as number) === i || Number.isNaN(times[i]),
      },
    ]),
  ]);
  const sorted = counts
    .map((count) => ({ ...count, time: timeOf(count.date) }))
    .sort((a, b) => a.time - b.time);
  const after = sorted.find(({ time }) => time >= wanted);
  const before = sorted.findLast(({ time }) => time <= wanted);
  if (after === undefined || before === undefined) {
    const [first, last] = [sorted[0], sorted.at(-1)].map((count) => count?.date ?? null) as [
      string | null,
      string | null,
    ];
    throw new VitalError([
      find("indicators/outside-counts", { found: date, facts: { first, last } }),
    ]);
  }
  const days = (after.time - before.time) / DAY;
  const share = days === 0 ? 0 : (wanted - before.time) / DAY / days;
  return {
    value: before.population * (after.population / before.population) ** share,
    date,
    between: [before.date, after.date],
  };
}
