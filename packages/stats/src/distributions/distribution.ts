import { VitalError } from "@vitalcore/core";
import { find } from "../catalog.js";
import { requireProbability } from "../check-input.js";

/** A continuous distribution with its parameters; each tail is computed directly, never as 1 minus the other. */
export interface ContinuousDistribution {
  /** The density at x. */
  pdf(x: number): number;
  /** The probability of a value at or below x. */
  cdf(x: number): number;
  /** The probability of a value above x. */
  survival(x: number): number;
  /** The value with probability p below it. */
  quantile(p: number): number;
  /** The value with probability q above it; keeps its digits where 1 - q would lose them. */
  upperQuantile(q: number): number;
}

/** A distribution of whole numbers with its parameters; each tail is computed directly. */
export interface DiscreteDistribution {
  /** The probability of exactly k; 0 for what is not a whole number. */
  pmf(k: number): number;
  /** The probability of k or fewer. */
  cdf(k: number): number;
  /** The probability of more than k. */
  survival(k: number): number;
  /** The smallest k with cdf(k) >= p. */
  quantile(p: number): number;
  /** The smallest k with survival(k) <= q. */
  upperQuantile(q: number): number;
}

/** Throws unless a parameter is what the distribution needs. */
export function requireParameter(
  what: string,
  name: string,
  value: number,
  wanted: string,
  isRight: boolean,
): void {
  if (isRight && typeof value === "number") return;
  const facts = { what, name, wanted };
  throw new VitalError([find("stats/invalid-parameter", { found: value, facts })]);
}

/** Throws unless a parameter is positive and finite. */
export function requirePositive(what: string, name: string, value: number): void {
  const isRight = value > 0 && value < Infinity;
  requireParameter(what, name, value, "a positive number", isRight);
}

function requireArgument(x: number): void {
  if (typeof x === "number" && !Number.isNaN(x)) return;
  const facts = { what: "A distribution", name: "its argument", wanted: "a number" };
  throw new VitalError([find("stats/invalid-parameter", { found: x, facts })]);
}

/** A result that must not be NaN: parameters far out of proportion can make it so. */
function requireResult(result: number, at: number): number {
  if (!Number.isNaN(result)) return result;
  throw new VitalError([find("stats/beyond-precision", { found: at })]);
}

/** The same distribution with arguments checked: numbers and probabilities only. */
export function checkedContinuous(kernel: ContinuousDistribution): ContinuousDistribution {
  const ofValue = (evaluate: (x: number) => number) => (x: number) => {
    requireArgument(x);
    return requireResult(evaluate(x), x);
  };
  const ofProbability = (evaluate: (p: number) => number) => (p: number) => {
    requireProbability(p);
    return requireResult(evaluate(p), p);
  };
  return Object.freeze({
    pdf: ofValue(kernel.pdf),
    cdf: ofValue(kernel.cdf),
    survival: ofValue(kernel.survival),
    quantile: ofProbability(kernel.quantile),
    upperQuantile: ofProbability(kernel.upperQuantile),
  });
}

/** Probabilities of whole numbers from 0 to `most`, and both their tails. */
export interface DiscreteKernel {
  readonly most: number;
  readonly mean: number;
  readonly standardDeviation: number;
  pmf(k: number): number;
  cdf(k: number): number;
  survival(k: number): number;
}

/** Allows that a probability was computed by `cdf` itself, with rounding, as R does. */
const FUZZ = 64 * Number.EPSILON;

/** The smallest whole number that `isReached`, which is monotone; searched from a guess. */
function smallest(isReached: (k: number) => boolean, guess: number, most: number): number {
  let high = Math.min(Math.max(Math.floor(guess), 0), most);
  let low = -1;
  let stride = 1;
  if (isReached(high)) {
    while (high > 0) {
      const below = Math.max(high - stride, 0);
      if (!isReached(below)) {
        low = below;
        break;
      }
      high = below;
      stride *= 2;
    }
  } else {
    do {
      low = high;
      if (low >= most) return most;
      high = Math.min(low + stride, most);
      stride *= 2;
    } while (!isReached(high));
  }
  while (high - low > 1) {
    const middle = Math.floor(low + (high - low) / 2);
    if (middle === low || middle === high) break;
    if (isReached(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** A discrete distribution from its probabilities, with arguments checked. */
export function checkedDiscrete(
  kernel: DiscreteKernel,
  normalQuantile: (p: number) => number,
): DiscreteDistribution {
  const { most, mean, standardDeviation } = kernel;
  const guess = (z: number) => (Number.isFinite(z) ? mean + z * standardDeviation : mean);
  const cdf = (k: number) => {
    if (k < 0) return 0;
    return k >= most ? 1 : requireResult(kernel.cdf(Math.floor(k)), k);
  };
  const survival = (k: number) => {
    if (k < 0) return 1;
    return k >= most ? 0 : requireResult(kernel.survival(Math.floor(k)), k);
  };
  return Object.freeze({
    pmf(k: number) {
      requireArgument(k);
      return k < 0 || k > most || !Number.isInteger(k) ? 0 : requireResult(kernel.pmf(k), k);
    },
    cdf(k: number) {
      requireArgument(k);
      return cdf(k);
    },
    survival(k: number) {
      requireArgument(k);
      return survival(k);
    },
    quantile(p: number) {
      requireProbability(p);
      if (p === 0) return 0;
      if (p === 1) return most;
      // The upper tail decides near 1, where the cdf has no digits left.
      const isReached =
        p > 0.5
          ? (k: number) => survival(k) <= (1 - p) * (1 + FUZZ) + Number.EPSILON
          : (k: number) => cdf(k) >= p * (1 - FUZZ);
      return smallest(isReached, guess(normalQuantile(p)), most);
    },
    upperQuantile(q: number) {
      requireProbability(q);
      if (q === 0) return most;
      if (q === 1) return 0;
      const isReached = (k: number) => survival(k) <= q * (1 + FUZZ);
      return smallest(isReached, guess(-normalQuantile(q)), most);
    },
  });
}
