import { VitalError } from "@vitalcore/core";
import { findIn as find } from "../function-catalog.js";

/**
 * How gaps of a unit are filled from its own other periods:
 *
 * - `latest`: the last earlier value, at most `within` periods back;
 * - `constant`: the same without limit, and gaps before the first value take the first;
 * - `linear`: on the line between the neighbours, flat beyond the ends.
 */
export type PanelMethod = "latest" | "constant" | "linear";

/** How far a value is carried. */
export interface ImputePanelOptions {
  /** `latest` if left out. */
  readonly method?: PanelMethod;
  /** How many periods of the panel a value may be carried, of `latest`; no limit if left out. */
  readonly within?: number;
}

/** A series without gaps, as far as they could be filled, and where its values come from. */
export interface ImputedSeries {
  readonly values: Float64Array;
  /** The position from which each value was taken; -1 where it was interpolated, or is missing still. */
  readonly sources: Int32Array;
}

/**
 * Fills the gaps of one indicator of one unit from its other periods. Only values that were there are
 * carried, never imputed ones. A series without any value stays as it is.
 *
 * @param values - by period; NaN is missing.
 * @param times - the periods as numbers, rising; only `linear` needs their distances.
 * @throws VitalError `composite/times-not-rising`.
 *
 * @example
 * ```ts
 * import { imputePanel } from "@vitalcore/composite/impute";
 * const series = [Number.NaN, 2, Number.NaN, 8];
 * [...imputePanel(series, [2018, 2019, 2020, 2021]).values]; // => [NaN, 2, 2, 8]
 * [...imputePanel(series, [2018, 2019, 2020, 2021], { method: "linear" }).values]; // => [2, 2, 5, 8]
 * ```
 */
export function imputePanel(
  values: ArrayLike<number>,
  times: ArrayLike<number>,
  { method = "latest", within = Number.POSITIVE_INFINITY }: ImputePanelOptions = {},
): ImputedSeries {
  requireRising(times, values.length);
  const filled = Float64Array.from(values);
  const sources = Int32Array.from(filled, (value, i) => (Number.isNaN(value) ? -1 : i));
  const known = Array.from(sources).filter((i) => i >= 0);
  if (known.length === 0) return { values: filled, sources };
  const first = known[0] as number;
  const last = known.at(-1) as number;
  const take = (i: number, from: number) => {
    filled[i] = values[from] as number;
    sources[i] = from;
  };
  let before = -1;
  for (let i = 0; i < filled.length; i++) {
    if (!Number.isNaN(values[i] as number)) {
      before = i;
      continue;
    }
    if (method === "latest") {
      if (before >= 0 && i - before <= within) take(i, before);
    } else if (before < 0) take(i, first);
    else if (method === "constant" || i > last) take(i, before);
    else {
      const after = known.find((k) => k > i) as number;
      filled[i] = between(values, times, before, after, i);
    }
  }
  return { values: filled, sources };
}

function between(
  values: ArrayLike<number>,
  times: ArrayLike<number>,
  before: number,
  after: number,
  at: number,
): number {
  const share =
    ((times[at] as number) - (times[before] as number)) /
    ((times[after] as number) - (times[before] as number));
  const [from, to] = [values[before] as number, values[after] as number];
  return from + share * (to - from);
}

function requireRising(times: ArrayLike<number>, length: number): void {
  let rising = times.length === length;
  for (let i = 1; i < times.length; i++) {
    if (!((times[i] as number) > (times[i - 1] as number))) rising = false;
  }
  if (rising) return;
  const facts = { count: length };
  throw new VitalError([find("composite/times-not-rising", { found: Array.from(times), facts })]);
}
