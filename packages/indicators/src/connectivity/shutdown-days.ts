import { throwIfErrors } from "@vitalcore/core";
import { find } from "./catalog.js";

/** A shutdown or severe restriction of the internet ordered by an authority. */
export interface Shutdown {
  /** First day, YYYY-MM-DD. */
  readonly from: string;
  /** Last day, YYYY-MM-DD, included. */
  readonly to: string;
}

const DAY = 86_400_000;

/** Days since 1970 of a day of the calendar; NaN if there is none such. */
function dayNumber(text: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return Number.NaN;
  const time = Date.parse(`${text}T00:00:00Z`);
  // The engine may take 2019-02-30 for a day in March.
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  return isDay ? time / DAY : Number.NaN;
}

/**
 * Days with a shutdown: distinct days, so that two shutdowns in two regions on one day are one day.
 *
 * @param shutdowns - spans of days, both ends included.
 * @param window - days that are counted, both ends included; all if left out.
 * @throws VitalError `indicators/shutdown-dates`.
 *
 * Source: Access Now, Shutdown Tracker Optimization Project, methodology.
 *
 * @example
 * ```ts
 * import { shutdownDays } from "@vitalcore/indicators/connectivity";
 * const shutdowns = [
 *   { from: "2019-12-30", to: "2020-01-02" },
 *   { from: "2020-01-02", to: "2020-01-03" },
 * ];
 * shutdownDays(shutdowns); // => 5
 * shutdownDays(shutdowns, { from: "2020-01-01", to: "2020-12-31" }); // => 3
 * ```
 */
export function shutdownDays(shutdowns: readonly Shutdown[], window?: Shutdown): number {
  const spans = [...shutdowns, ...(window === undefined ? [] : [window])].map(({ from, to }) => ({
    from: dayNumber(from),
    to: dayNumber(to),
    text: `${from} to ${to}`,
  }));
  throwIfErrors(
    spans.flatMap(({ from, to, text }, i) => {
      if (to >= from) return [];
      const position = i < shutdowns.length ? `${i + 1}` : "window";
      return [find("indicators/shutdown-dates", { found: text, facts: { position } })];
    }),
  );
  const first = window === undefined ? Number.NEGATIVE_INFINITY : dayNumber(window.from);
  const last = window === undefined ? Number.POSITIVE_INFINITY : dayNumber(window.to);
  const sorted = spans.slice(0, shutdowns.length).sort((a, b) => a.from - b.from);
  let days = 0;
  let counted = first - 1;
  for (const { from, to } of sorted) {
    const begin = Math.max(from, counted + 1);
    const end = Math.min(to, last);
    if (end < begin) continue;
    days += end - begin + 1;
    counted = end;
  }
  return days;
}
