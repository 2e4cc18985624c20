import type { ObservationParameters } from "./parameters.js";
import type { ObsStatus } from "./status.js";

/** An interval for a value, in its unit. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  /** Confidence level, for example 0.95. */
  readonly level: number;
}

/**
 * One value of one indicator for one area and period: what calculators give and what the index builder
 * takes. Plain JSON.
 *
 * The key is `indicator`, `area`, `period`, `breakdown`, `edition` and `asOf`.
 */
export interface Observation {
  /** Id of the indicator's definition, for example "coverage-gap". */
  readonly indicator: string;
  /** ISO 3166-1 alpha-3 for countries; other schemes with their prefix, for example "M49:001". */
  readonly area: string;
  /** SDMX period: "2018", "2018-Q3", "2018-W07", "2014/2018". */
  readonly period: string;
  /** Axis and category, for example { sex: "F", urbanisation: "R" }; absent for everybody. */
  readonly breakdown?: Readonly<Record<string, string>>;
  /** The edition of the source, for example "hdr2025": vintages are different observations. */
  readonly edition?: string;
  /** Date (YYYY-MM-DD) at which the value was current. */
  readonly asOf?: string;
  /** In the unit of the definition; `null` only with a status that says why. */
  readonly value: number | null;
  /** Id of the unit, the one of the definition. */
  readonly unit: string;
  /** In the unit of the value. */
  readonly standardError?: number;
  readonly interval?: Interval;
  /** Respondents or records the value rests on. */
  readonly n?: number;
  /** Records left out because a value was missing. */
  readonly nMissing?: number;
  readonly status?: readonly ObsStatus[];
  /**
   * What the calculator was told, beyond the data, so that the number can be computed again: a poverty line, a cutoff,
   * a period of recall, a denominator, the edition of goalposts. No part of the key.
   */
  readonly parameters?: ObservationParameters;
  /** What a reader must know about this value, in a sentence. */
  readonly note?: string;
  /** Id of the source (a `Source`), or the source in words. */
  readonly source?: string;
}
