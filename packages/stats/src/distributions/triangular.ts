import {
  type ContinuousDistribution,
  checkedContinuous,
  requireParameter,
} from "./distribution.js";

/**
 * The triangular distribution: a smallest, a most likely and a largest value, as experts give them.
 * Source: Johnson, Kotz and Balakrishnan (1995), chapter 26.9; closed form.
 *
 * @param parameters.min - the smallest value.
 * @param parameters.mode - the most likely value, from min to max.
 * @param parameters.max - the largest value, above min.
 * @throws VitalError `stats/invalid-parameter`; its functions also `stats/invalid-probability`.
 *
 * @example
 * ```ts
 * import { triangular } from "@vitalcore/stats/distributions";
 * triangular({ min: 0, mode: 1, max: 4 }).quantile(0.25); // => 1
 * ```
 */
export function triangular(parameters: {
  readonly min: number;
  readonly mode: number;
  readonly max: number;
}): ContinuousDistribution {
  const { min, mode, max } = parameters;
  const what = "The triangular distribution";
  requireParameter(what, "min", min, "a finite number", Number.isFinite(min));
  const isAbove = Number.isFinite(max) && max > min;
  requireParameter(what, "max", max, `a finite number above ${min}`, isAbove);
  const isBetween = mode >= min && mode <= max;
  requireParameter(what, "mode", mode, `from ${min} to ${max}`, isBetween);
  const width = max - min;
  const rising = mode - min;
  const falling = max - mode;
  /** The area left of x, for x up to the mode. */
  const left = (x: number) => (x <= min ? 0 : ((x - min) / width) * ((x - min) / rising));
  const right = (x: number) => (x >= max ? 0 : ((max - x) / width) * ((max - x) / falling));
  const fromLeft = (p: number) => min + Math.sqrt(p * width * rising);
  const fromRight = (q: number) => max - Math.sqrt(q * width * falling);
  return checkedContinuous({
    pdf(x) {
      if (x < min || x > max) return 0;
      if (x === mode) return 2 / width;
      const share = x < mode ? (x - min) / rising : (max - x) / falling;
      return (2 / width) * share;
    },
    cdf: (x) => (x < mode ? left(x) : 1 - right(x)),
    survival: (x) => (x < mode ? 1 - left(x) : right(x)),
    quantile: (p) => (p <= rising / width ? fromLeft(p) : fromRight(1 - p)),
    upperQuantile: (q) => (q < falling / width ? fromRight(q) : fromLeft(1 - q)),
  });
}
