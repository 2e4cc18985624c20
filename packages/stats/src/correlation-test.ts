import type { Finding } from "@vitalcore/core";
import { find } from "./catalog.js";
import { noVariation, requireOption, requirePairs } from "./check-input.js";
import { CORRELATION_KERNELS, type CorrelationMethod } from "./correlation.js";
import { type CorrelationMatrix, correlationMatrix, requireColumns } from "./correlation-matrix.js";
import { normalSurvival } from "./distributions/normal.js";
import { studentT } from "./distributions/student-t.js";
import { kendallCounts } from "./kendall.js";
import { completePairs } from "./present.js";
import { kendallTails, spearmanTails } from "./rank-distributions.js";

/** A correlation, and how likely one at least as strong is where there is none. */
export interface CorrelationTest {
  readonly method: CorrelationMethod;
  readonly estimate: number;
  /** Two-sided. */
  readonly pValue: number;
  /** Number of pairs. */
  readonly n: number;
  /**
   * What the p-value comes from: Student's t with n - 2 degrees of freedom, all orders counted (`exact`), an
   * Edgeworth series (`series`) or the normal distribution.
   */
  readonly distribution: "t" | "exact" | "series" | "normal";
}

type PValue = Pick<CorrelationTest, "pValue" | "distribution">;

const METHODS = ["pearson", "spearman", "kendall"] as const;
/** Up to this many pairs without ties, R 's `cor.test` uses the series for Spearman's rho. */
const SERIES_UP_TO = 1289;
/** Below this many pairs without ties, R's `cor.test` counts all orders for Kendall's tau. */
const EXACT_BELOW = 50;

/** Twice the tail beyond t = r sqrt((n - 2) / (1 - r^2)). */
function tTest(r: number, n: number): PValue {
  const t = r * Math.sqrt((n - 2) / ((1 - r) * (1 + r)));
  return { pValue: 2 * studentT({ df: n - 2 }).survival(Math.abs(t)), distribution: "t" };
}

function spearmanTest(r: number, n: number, hasTies: boolean): PValue {
  if (hasTies || n > SERIES_UP_TO) return tTest(r, n);
  const { lower, upper, isExact } = spearmanTails(((n ** 3 - n) * (1 - r)) / 6, n);
  return {
    pValue: Math.min(1, 2 * Math.min(lower, upper)),
    distribution: isExact ? "exact" : "series",
  };
}

/** Variance of the score under no association, corrected for ties: Kendall (1970), chapter 4. */
function scoreVariance(n: number, xTies: readonly number[], yTies: readonly number[]): number {
  const total = (ties: readonly number[], term: (t: number) => number) =>
    ties.reduce((sum, t) => sum + term(t), 0);
  const cubic = (t: number) => t * (t - 1) * (2 * t + 5);
  const pairs = (t: number) => t * (t - 1);
  const triples = (t: number) => t * (t - 1) * (t - 2);
  return (
    (cubic(n) - total(xTies, cubic) - total(yTies, cubic)) / 18 +
    (total(xTies, pairs) * total(yTies, pairs)) / (2 * pairs(n)) +
    (total(xTies, triples) * total(yTies, triples)) / (9 * triples(n))
  );
}

function kendallTest(x: Float64Array, y: Float64Array): PValue {
  const n = x.length;
  const { score, xTies, yTies } = kendallCounts(x, y);
  if (n < EXACT_BELOW && xTies.length === 0 && yTies.length === 0) {
    const concordant = (score + (n * (n - 1)) / 2) / 2;
    const { lower, upper } = kendallTails(concordant, n);
    return { pValue: Math.min(1, 2 * Math.min(lower, upper)), distribution: "exact" };
  }
  const z = score / Math.sqrt(scoreVariance(n, xTies, yTies));
  return { pValue: 2 * normalSurvival(Math.abs(z)), distribution: "normal" };
}

function testOf(
  x: Float64Array,
  y: Float64Array,
  estimate: number,
  method: CorrelationMethod,
): CorrelationTest {
  const n = x.length;
  const hasTies = () => new Set(x).size < n || new Set(y).size < n;
  let found: PValue;
  if (method === "pearson") found = tTest(estimate, n);
  else if (method === "spearman") found = spearmanTest(estimate, n, hasTies());
  else found = kendallTest(x, y);
  return { method, estimate, n, ...found };
}

/** Fewest pairs from which a p-value can come. */
const leastPairs = (method: CorrelationMethod) => (method === "kendall" ? 2 : 3);

/**
 * A correlation with its two-sided p-value, as R's `cor.test` computes it by default:
 * - Pearson: t with n - 2 degrees of freedom.
 * - Spearman: without ties, all orders counted up to n = 9, an Edgeworth series up to n = 1,289; otherwise t.
 * - Kendall: without ties, all orders counted below n = 50; otherwise the normal distribution with the
 *   variance corrected for ties, without continuity correction.
 *
 * Source: Best and Roberts (1975), Applied Statistics 24, algorithm AS 89; Kendall (1970).
 *
 * @param x - at least three numbers (two for Kendall), none missing, not all equal.
 * @param y - as many numbers.
 * @param method - `pearson` if left out.
 * @throws VitalError `stats/unequal-lengths`, `stats/too-few-values`, `stats/missing-value`,
 *   `stats/infinite-value`, `stats/no-variation`, `stats/unknown-option`.
 *
 * @example
 * ```ts
 * import { correlationTest } from "@vitalcore/stats/correlation-test";
 * correlationTest([1, 2, 3, 4, 5], [2, 1, 4, 3, 5], "kendall").pValue; // => 0.23333333333333334
 * ```
 */
export function correlationTest(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  method: CorrelationMethod = "pearson",
): CorrelationTest {
  requireOption("method of correlation", METHODS, method);
  const what = "A correlation test";
  const [xs, ys] = requirePairs(x, y, { what, least: leastPairs(method) });
  const estimate = CORRELATION_KERNELS[method](xs, ys);
  if (Number.isNaN(estimate)) {
    const xVaries = xs.some((value) => value !== xs[0]);
    throw xVaries ? noVariation(what, ys, "y values") : noVariation(what, xs, "x values");
  }
  return testOf(xs, ys, estimate, method);
}

/** Correlations of all pairs of columns, with p-values. */
export interface CorrelationTestMatrix extends CorrelationMatrix {
  /** `pValues[i][j]` belongs to `values[i][j]`; NaN where there is none, 0 on the diagonal. */
  readonly pValues: readonly Float64Array[];
}

/**
 * The correlations of all pairs of columns, each over the rows in which both have a value, with their
 * two-sided p-values as {@link correlationTest} gives them.
 *
 * @param columns - by name; equally long, NaN where missing.
 * @param method - `pearson` if left out.
 * @returns the matrices; a pair with too few rows for a test has the p-value NaN and a finding
 *   `stats/undefined-correlation`.
 * @throws VitalError `stats/unequal-lengths`, `stats/infinite-value`, `stats/unknown-option`.
 *
 * @example
 * ```ts
 * import { correlationTestMatrix } from "@vitalcore/stats/correlation-test";
 * const { pValues } = correlationTestMatrix({ a: [1, 2, 3, 4], b: [1, 3, 2, 4] }, "pearson");
 * pValues[0]?.[1]; // => 0.2
 * ```
 */
export function correlationTestMatrix(
  columns: Readonly<Record<string, ArrayLike<number>>>,
  method: CorrelationMethod = "pearson",
): CorrelationTestMatrix {
  const matrix = correlationMatrix(columns, method);
  const entries = [...requireColumns(columns)];
  const pValues = entries.map(() => new Float64Array(entries.length).fill(Number.NaN));
  const findings: Finding[] = [...matrix.findings];
  for (const [i, [first, a]] of entries.entries()) {
    for (const [j, [second, b]] of entries.entries()) {
      const estimate = matrix.values[i]?.[j] as number;
      if (j < i || Number.isNaN(estimate)) continue;
      const { x, y } = completePairs(a, b);
      if (x.length < leastPairs(method)) {
        const reason = "too few complete pairs for a test";
        const facts = { first, second, reason, n: x.length };
        findings.push(find("stats/undefined-correlation", { facts }));
        continue;
      }
      const pValue = i === j ? 0 : testOf(x, y, estimate, method).pValue;
      (pValues[i] as Float64Array)[j] = pValue;
      (pValues[j] as Float64Array)[i] = pValue;
    }
  }
  return { ...matrix, pValues, findings };
}
