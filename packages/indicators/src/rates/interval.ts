import { chiSquare } from "@vitalcore/stats/distributions";

/** Limits of a confidence interval. */
export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Exact limits of the mean of a Poisson count.
 * Source: Garwood (1936), Fiducial limits for the Poisson distribution, Biometrika 28.
 */
export function poissonLimits(count: number, level: number): Limits {
  const tail = (1 - level) / 2;
  return {
    lower: count === 0 ? 0 : chiSquare({ df: 2 * count }).quantile(tail) / 2,
    upper: chiSquare({ df: 2 * (count + 1) }).upperQuantile(tail) / 2,
  };
}
