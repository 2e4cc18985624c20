import { randomStream } from "@vitalcore/core";
import { quantileOfSorted } from "@vitalcore/stats";
import { normal, normalCdf, normalQuantile } from "@vitalcore/stats/distributions";
import { lowerFactor } from "../matrix.js";

/** Directed comparisons that are tested together: is `over[k]` above `under[k]`? */
export interface Family {
  readonly over: readonly number[];
  readonly under: readonly number[];
}

/** What the tests of a family gave: which are significant, and the last critical value. */
export interface FamilyTest {
  readonly rejected: readonly boolean[];
  /** `null` for Holm, which has one for each comparison. */
  readonly critical: number | null;
}

/** Estimates and how the errors of their differences are distributed. */
export interface Comparison {
  readonly estimates: readonly number[];
  readonly covariance: readonly (readonly number[])[];
}

/** Standard error of a difference. */
function errorOf({ covariance }: Comparison, a: number, b: number): number {
  const at = (i: number, j: number) => covariance[i]?.[j] as number;
  const variance = at(a, a) + at(b, b) - 2 * at(a, b);
  // Of equal, perfectly correlated errors nothing is left but rounding.
  return variance > 1e-14 * (at(a, a) + at(b, b)) ? Math.sqrt(variance) : 0;
}

/** Differences in standard errors; infinite where the error is zero and the difference is not. */
export function differences(comparison: Comparison, { over, under }: Family): Float64Array {
  const { estimates } = comparison;
  return Float64Array.from(over, (a, k) => {
    const b = under[k] as number;
    const away = (estimates[a] as number) - (estimates[b] as number);
    const error = errorOf(comparison, a, b);
    if (error > 0) return away / error;
    return away > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  });
}

/** Each at the level divided by their number. */
export function bonferroni(z: Float64Array, coverage: number): FamilyTest {
  const critical = normal().upperQuantile((1 - coverage) / z.length);
  return { rejected: Array.from(z, (value) => value > critical), critical };
}

/** Holm (1979): step by step from the smallest p-value; rejects whatever Bonferroni does, and more. */
export function holm(pValues: ArrayLike<number>, coverage: number): readonly boolean[] {
  const count = pValues.length;
  const order = Array.from({ length: count }, (_, i) => i).sort(
    (a, b) => (pValues[a] as number) - (pValues[b] as number) || a - b,
  );
  const rejected = new Array<boolean>(count).fill(false);
  for (let k = 0; k < count; k++) {
    const at = order[k] as number;
    if (!((pValues[at] as number) <= (1 - coverage) / (count - k))) break;
    rejected[at] = true;
  }
  return rejected;
}

/** Draws of the errors of all estimates, one row each: made once, for all families. */
export function errorDraws(
  covariance: readonly (readonly number[])[],
  draws: number,
  seed: number,
): Float64Array {
  const size = covariance.length;
  const factor = lowerFactor(covariance) as Float64Array;
  const stream = randomStream({ seed, label: "rank sets" });
  const out = new Float64Array(draws * size);
  const normals = new Float64Array(size);
  for (let d = 0; d < draws; d++) {
    stream.fillUniform(d, normals);
    for (let i = 0; i < size; i++) normals[i] = normalQuantile(normals[i] as number);
    for (let i = 0; i < size; i++) {
      let sum = 0;
      for (let j = 0; j <= i; j++) sum += (factor[i * size + j] as number) * (normals[j] as number);
      out[d * size + i] = sum;
    }
  }
  return out;
}

/** Tells the critical value of the comparisons that are still in question. */
export type CriticalValue = (family: Family, open: readonly number[]) => number;

/**
 * Rejects what is beyond the critical value; with `stepdown` again and again, with that of the comparisons that
 * are left, until nothing new is rejected: Romano and Wolf (2005).
 */
export function stepDown(
  family: Family,
  z: Float64Array,
  criticalValue: CriticalValue,
  stepdown: boolean,
): FamilyTest {
  const rejected = Array.from(z, (value) => value === Number.POSITIVE_INFINITY);
  // Differences without error are known: they are not tested.
  let open = [...z.keys()].filter((k) => Number.isFinite(z[k]));
  let critical: number | null = null;
  while (open.length > 0) {
    const bound = criticalValue(family, open);
    critical = bound;
    const left = open.filter((k) => !((z[k] as number) > bound));
    for (const k of open) if ((z[k] as number) > bound) rejected[k] = true;
    const isDone = left.length === open.length || !stepdown;
    open = left;
    if (isDone) break;
  }
  return { rejected, critical };
}

/** The quantile of the largest standardized difference, from draws of the errors. */
export function bootstrapCritical(
  comparison: Comparison,
  draws: Float64Array,
  coverage: number,
): CriticalValue {
  const size = comparison.estimates.length;
  const count = draws.length / size;
  return ({ over, under }, open) => {
    const a = Int32Array.from(open, (k) => over[k] as number);
    const b = Int32Array.from(open, (k) => under[k] as number);
    const scale = Float64Array.from(open, (_, i) => {
      return 1 / errorOf(comparison, a[i] as number, b[i] as number);
    });
    const largest = new Float64Array(count);
    for (let d = 0; d < count; d++) {
      const row = d * size;
      let most = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < a.length; k++) {
        const away =
          (draws[row + (a[k] as number)] as number) - (draws[row + (b[k] as number)] as number);
        const value = away * (scale[k] as number);
        if (value > most) most = value;
      }
      largest[d] = most;
    }
    return quantileOfSorted(largest.sort(), coverage);
  };
}

const MOST_POINTS = 4000;
const REACH = 9;

/**
 * The exact critical value of comparisons that all involve one unit, where errors are independent: given the unit's
 * own error the others are independent, so that one integral is left.
 */
export function exactCritical(
  { covariance }: Comparison,
  unit: number,
  coverage: number,
): CriticalValue {
  const sd = covariance.map((row, i) => Math.sqrt(row[i] as number));
  const own = sd[unit] as number;
  return ({ over, under }, open) => {
    const above = new Set(open.flatMap((k) => (under[k] === unit ? [over[k] as number] : [])));
    const below = new Set(open.flatMap((k) => (over[k] === unit ? [under[k] as number] : [])));
    const others = [...new Set([...above, ...below])];
    const within = (c: number, z: number): number => {
      let product = 1;
      for (const j of others) {
        const spread = c * Math.hypot(own, sd[j] as number);
        const error = sd[j] as number;
        const high = above.has(j) ? cdfAt(z * own + spread, error) : 1;
        const low = below.has(j) ? cdfAt(z * own - spread, error) : 0;
        product *= Math.max(0, high - low);
      }
      return product;
    };
    // As fine as the sharpest step of the others in terms of the unit's own error.
    const sharpest = Math.min(
      ...others.map((j) => sd[j] as number).filter((error) => error > 0),
      own,
    );
    const step = Math.max(
      (2 * REACH) / MOST_POINTS,
      0.15 * Math.min(1, own > 0 ? sharpest / own : 1),
    );
    const coverageAt = (c: number): number => {
      let sum = 0;
      for (let z = -REACH; z <= REACH; z += step) {
        sum += Math.exp((-z * z) / 2) * within(c, z);
      }
      return (sum * step) / Math.sqrt(2 * Math.PI);
    };
    return solveRising(coverageAt, coverage, -10, 40);
  };
}

/** Where a rising function takes a value: false position, with a halving at every third step. */
function solveRising(f: (x: number) => number, value: number, from: number, to: number): number {
  let [low, high] = [from, to];
  let [below, above] = [f(low) - value, f(high) - value];
  for (let i = 0; i < 200 && high - low > 1e-10; i++) {
    const middle = i % 3 === 2 ? (low + high) / 2 : (low * above - high * below) / (above - below);
    const here = f(middle) - value;
    if (here === 0) return middle;
    if (here < 0) {
      low = middle;
      below = here;
    } else {
      high = middle;
      above = here;
    }
  }
  return (low + high) / 2;
}

/** A value without error lies at zero, and counts as below a bound that it meets. */
function cdfAt(bound: number, error: number): number {
  if (error > 0) return normalCdf(bound / error);
  return bound >= 0 ? 1 : 0;
}
