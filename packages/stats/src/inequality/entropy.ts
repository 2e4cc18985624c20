import { VitalError } from "@vitalcore/core";
import { find } from "../catalog.js";
import { expm1Minus, log1pMinus } from "../log1p-minus.js";
import { type Incomes, meanOf, requireIncomes, requireTotal } from "./incomes.js";

function requireFinite(what: string, name: string, value: number, isRight: boolean): void {
  if (isRight) return;
  const facts = { what, name, wanted: "a finite number, zero or positive" };
  throw new VitalError([find("stats/invalid-parameter", { found: value, facts })]);
}

/**
 * The Atkinson index: the share of the total that could be given up, were it equally shared, without loss of
 * welfare. 1 - (mean of (y / m)^(1 - e))^(1 / (1 - e)), and 1 - geometric mean / m for e = 1.
 * Source: Atkinson (1970), J. Economic Theory 2.
 *
 * @param values - incomes, none missing: positive, or zero as well if the aversion is below 1.
 * @param aversion - e, inequality aversion, zero or positive; often 0.5, 1 or 2.
 * @param weights - as many as values, zero or positive; equal if left out.
 * @returns a proportion.
 * @throws VitalError `stats/non-positive-value`, `stats/negative-value`, `stats/zero-total`,
 *   `stats/invalid-parameter`, and as `weightedMean`.
 *
 * @example
 * ```ts
 * import { atkinson } from "@vitalcore/stats/inequality";
 * atkinson([1, 4], 1); // => 0.2
 * ```
 */
export function atkinson(
  values: ArrayLike<number>,
  aversion: number,
  weights?: ArrayLike<number>,
): number {
  const what = "The Atkinson index";
  requireFinite(what, "the aversion", aversion, aversion >= 0 && aversion < Infinity);
  const incomes = requireIncomes(what, values, weights, aversion < 1 ? "negative" : "non-positive");
  requireTotal(what, incomes);
  const power = 1 - aversion;
  const entropy = entropyOf(incomes, power);
  if (power === 0) return -Math.expm1(-entropy);
  // The mean of (y / m)^p is 1 + p (p - 1) entropy.
  return -Math.expm1(Math.log1p(power * (power - 1) * entropy) / power);
}

/**
 * The generalized entropy index of parameter a: (mean of (y / m)^a - 1) / (a (a - 1)); for 0 the mean logarithmic
 * deviation, for 1 Theil's index, for 2 half the squared coefficient of variation.
 * Source: Shorrocks (1980), Econometrica 48; Theil (1967).
 *
 * @param values - incomes, none missing: positive, or zero as well if the parameter is above 0.
 * @param parameter - a, any finite number.
 * @param weights - as many as values, zero or positive; equal if left out.
 * @throws VitalError `stats/non-positive-value`, `stats/negative-value`, `stats/zero-total`,
 *   `stats/invalid-parameter`, and as `weightedMean`.
 *
 * @example
 * ```ts
 * import { generalizedEntropy } from "@vitalcore/stats/inequality";
 * generalizedEntropy([1, 3], 2); // => 0.125
 * generalizedEntropy([1, 3], 1); // => 0.13081203594113697
 * ```
 */
export function generalizedEntropy(
  values: ArrayLike<number>,
  parameter: number,
  weights?: ArrayLike<number>,
): number {
  const what = "The generalized entropy index";
  if (!Number.isFinite(parameter)) {
    const facts = { what, name: "the parameter", wanted: "a finite number" };
    throw new VitalError([find("stats/invalid-parameter", { found: parameter, facts })]);
  }
  const refused = parameter > 0 ? "negative" : "non-positive";
  const incomes = requireIncomes(what, values, weights, refused);
  requireTotal(what, incomes);
  return entropyOf(incomes, parameter);
}

/**
 * The generalized entropy, with the terms that cancel on average left out: the mean of y / m is 1, so that any multiple of
 * y / m - 1 may be taken from each term. What is left is a sum of positive terms, exact also where incomes are
 * nearly equal.
 */
function entropyOf(incomes: Incomes, parameter: number): number {
  const { mean } = incomes;
  const term = parameter === 0 ? logTerm : parameter === 1 ? theilTerm : powerTerm(parameter);
  return meanOf(incomes, (y) => term((y - mean) / mean));
}

/** -ln u + (u - 1), where u = 1 + d. */
const logTerm = (d: number) => -log1pMinus(d);

/** u ln u - (u - 1), where u = 1 + d. */
const theilTerm = (d: number) => (d === -1 ? 1 : d * Math.log1p(d) + log1pMinus(d));

/** (u^a - 1 - a (u - 1)) / (a (a - 1)), where u = 1 + d, in the form that does not cancel. */
function powerTerm(a: number): (d: number) => number {
  const divisor = a * (a - 1);
  if (Math.abs(a - 1) < 0.5) {
    const b = a - 1;
    return (d) => {
      if (d === -1) return b / divisor;
      return ((1 + d) * expm1Minus(b * Math.log1p(d)) + b * theilTerm(d)) / divisor;
    };
  }
  return (d) => {
    if (d === -1) return 1 / a;
    return (expm1Minus(a * Math.log1p(d)) + a * log1pMinus(d)) / divisor;
  };
}
