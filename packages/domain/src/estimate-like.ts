import type { Interval } from "./observation.js";

/**
 * What `observe` makes an observation of: a value with what is known about its uncertainty, under either
 * of its usual names. Estimates of `survey` and results of calculators have this shape.
 */
export interface EstimateLike {
  readonly value?: number | null;
  /** Another name of `value`. */
  readonly estimate?: number | null;
  readonly standardError?: number | null;
  /** Another name of `standardError`. */
  readonly se?: number | null;
  readonly interval?: Interval | null;
  /** Bounds of the interval, if they are not given as `interval`. */
  readonly lower?: number | null;
  readonly upper?: number | null;
  /** Confidence level of `lower` and `upper`, for example 0.95. */
  readonly level?: number;
  /** Respondents or records the value rests on. */
  readonly n?: number;
  /** Records left out because a value was missing. */
  readonly nMissing?: number;
  /** Id of the unit that the value is in. */
  readonly unit?: string;
  /** The value is a proportion (0-1) or a rate per head, whatever the unit of the definition. */
  readonly scale?: "proportion";
}
