import { firstDay, formatPeriod, readPeriod } from "@vitalcore/domain/periods";

function monthIndex(day: string): number {
  return 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
}

/**
 * A period as SDMX writes it (SDMX 3.0, technical notes, section 4.2): intervals as a start and a duration,
 * `2014-01-01/P5Y` for `2014/2018`. What is no period stays as it is.
 */
export function sdmxPeriod(text: string): string {
  if (!text.includes("/")) return text;
  const { period } = readPeriod(text);
  if (period?.kind !== "interval") return text;
  const start = firstDay(period);
  const { kind } = period.from;
  if (kind === "day") return `${start}/P${period.last - period.first + 1}D`;
  const months = monthIndex(firstDay(period.to)) - monthIndex(start);
  return kind === "year" ? `${start}/P${months / 12 + 1}Y` : `${start}/P${months + 1}M`;
}

/** A period as observations hold it: intervals in their canonical form, `2014/2018`. */
export function observationPeriod(text: string): string {
  if (!text.includes("/")) return text;
  const { period } = readPeriod(text);
  return period === undefined ? text : formatPeriod(period);
}
