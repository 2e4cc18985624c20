import type { Finding, Place } from "@vitalcore/core";
import { readPeriod } from "./periods/parse-period.js";

/** An observation as findings speak of it. */
export interface Sighting {
  /** Names the observation in sentences. */
  readonly label: string;
  readonly place: Place;
  /** The value is suppressed: it must not travel in the messages that complain about it. */
  readonly withhold: boolean;
}

/** A sighting that collects what is wrong. */
export interface Inquiry extends Sighting {
  readonly findings: Finding[];
}

/** A value as a finding quotes it: NaN and infinities as text, because JSON has none. */
export function quotedNumber(value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}

/** A category as a finding quotes it, with its axis if it is text. */
export function quotedCategory(axis: string, category: unknown): unknown {
  return typeof category === "string" ? `${axis}: ${category}` : category;
}

/** Whether a value is a day of the calendar as YYYY-MM-DD. */
export function isDay(value: unknown): boolean {
  return (
    typeof value === "string" && value.length === 10 && readPeriod(value).period?.kind === "day"
  );
}
