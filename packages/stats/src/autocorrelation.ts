import { noVariation, requireValues } from "./check-input.js";
import { productError, sumError } from "./double-double.js";
import { splitMean } from "./mean.js";

/**
 * The lag-1 autocorrelation: sum((x[i] - m)(x[i+1] - m)) / sum((x[i] - m)^2), the definition of NIST and
 * of R's `acf`. Products and sums in doubled precision, since the numerator cancels.
 *
 * @param values - at least two numbers in order of time, none missing, not all equal.
 * @throws VitalError `stats/too-few-values`, `stats/no-variation`, `stats/missing-value`,
 *   `stats/infinite-value`.
 *
 * @example
 * ```ts
 * import { lag1Autocorrelation } from "@vitalcore/stats";
 * lag1Autocorrelation([1, 2, 3, 4]); // => 0.25
 * ```
 */
export function lag1Autocorrelation(values: ArrayLike<number>): number {
  const what = "The lag-1 autocorrelation";
  const floats = requireValues(values, { what, least: 2 });
  const { high: meanHigh, low: meanLow } = splitMean(floats);
  let [neighbours, neighboursLost, squares, squaresLost] = [0, 0, 0, 0];
  let [beforeHigh, beforeLow] = [0, 0];
  for (let i = 0; i < floats.length; i++) {
    const x = floats[i] as number;
    const raw = x - meanHigh;
    const rawLow = sumError(x, -meanHigh, raw) - meanLow;
    const high = raw + rawLow;
    const low = sumError(raw, rawLow, high);

    const product = beforeHigh * high;
    const nextNeighbours = neighbours + product;
    neighboursLost +=
      sumError(neighbours, product, nextNeighbours) +
      productError(beforeHigh, high, product) +
      (beforeHigh * low + beforeLow * high);
    neighbours = nextNeighbours;

    const square = high * high;
    const nextSquares = squares + square;
    squaresLost +=
      sumError(squares, square, nextSquares) + productError(high, high, square) + 2 * high * low;
    squares = nextSquares;
    [beforeHigh, beforeLow] = [high, low];
  }
  if (squares === 0) throw noVariation(what, floats);
  return (neighbours + neighboursLost) / (squares + squaresLost);
}
