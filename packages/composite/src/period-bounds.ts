import { readPeriod } from "@vitalcore/domain/periods";

/** First and last day of a period: days since 1970-01-01. */
export interface PeriodBounds {
  readonly first: number;
  readonly last: number;
}

/** The days of an SDMX period, or `undefined` if the text is none. */
export function periodBounds(text: string): PeriodBounds | undefined {
  return readPeriod(text).period;
}

/** The period that a faulty text was probably meant to be. */
export function suggestedPeriod(text: string): string | undefined {
  return readPeriod(text).finding?.suggestion;
}
