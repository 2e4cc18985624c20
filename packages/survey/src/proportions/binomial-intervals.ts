import { type Finding, throwIfErrors } from "@vitalcore/core";
import { beta, chiSquare, normalQuantile } from "@vitalcore/stats/distributions";
import { find } from "../catalog.js";
import type { Interval } from "../estimates/estimates.js";
import { clopperPearsonLimits } from "./proportion-intervals.js";

/** Intervals of a proportion from a simple sample. */
export type BinomialMethod =
  | "wilson"
  /** With the continuity correction of Newcombe (1998). */
  | "wilson-corrected"
  /** With the correction of R's `prop.test`, which never moves the estimate past one half. */
  | "wilson-corrected-r"
  | "clopper-pearson"
  | "agresti-coull"
  | "jeffreys";

function checkCounts(pairs: readonly (readonly [string, number, string, number])[]): void {
  const findings: Finding[] = [];
  for (const [name, x, sizeName, n] of pairs) {
    if (!(Number.isInteger(n) && n > 0)) {
      const facts = { option: sizeName, wanted: "a whole number above 0" };
      findings.push(find("survey/option", { found: n, facts }));
    } else if (!(Number.isInteger(x) && x >= 0 && x <= n)) {
      const facts = { option: name, wanted: `a whole number from 0 to ${n}` };
      findings.push(find("survey/option", { found: x, facts }));
    }
  }
  throwIfErrors(findings);
}

function wilsonLimits(x: number, n: number, z: number, correction = 0) {
  const p = x / n;
  const z22n = (z * z) / (2 * n);
  const limit = (sign: number) => {
    const shifted = p + (sign * correction) / n;
    if (sign < 0 ? shifted <= 0 : shifted >= 1) return sign < 0 ? 0 : 1;
    const root = z * Math.sqrt((shifted * (1 - shifted)) / n + z22n / (2 * n));
    return (shifted + z22n + sign * root) / (1 + 2 * z22n);
  };
  return { lower: Math.max(0, limit(-1)), upper: Math.min(1, limit(1)) };
}

/** Newcombe (1998), method 4: exactly 0 and 1 at the ends. */
function newcombeCorrected(x: number, n: number, z: number) {
  const p = x / n;
  const q = 1 - p;
  const below = 2 * (n + z * z);
  const lower =
    x === 0
      ? 0
      : (2 * n * p + z * z - 1 - z * Math.sqrt(z * z - 2 - 1 / n + 4 * p * (n * q + 1))) / below;
  const upper =
    x === n
      ? 1
      : (2 * n * p + z * z + 1 + z * Math.sqrt(z * z + 2 - 1 / n + 4 * p * (n * q - 1))) / below;
  return { lower: Math.max(0, lower), upper: Math.min(1, upper) };
}

/**
 * The interval of a proportion x/n from a simple random sample, for counts without a design.
 *
 * @param x - how many have the trait.
 * @param n - how many answered.
 * @param options.method - default "wilson".
 * @param options.level - default 0.95.
 * @throws VitalError `survey/option` unless 0 <= x <= n are whole numbers.
 *
 * Source: Wilson (1927); Clopper and Pearson (1934); Agresti and Coull (1998, z^2/2 added to each side,
 * not clipped); Brown, Cai and DasGupta (2001) for Jeffreys; Newcombe (1998) for the correction.
 *
 * @example
 * ```ts
 * import { binomialInterval } from "@vitalcore/survey";
 * const { lower, upper } = binomialInterval(8, 10);
 * lower; // => 0.490162
 * upper; // => 0.943318
 * ```
 */
export function binomialInterval(
  x: number,
  n: number,
  options: { readonly method?: BinomialMethod; readonly level?: number } = {},
): Interval {
  const { method = "wilson", level = 0.95 } = options;
  checkCounts([["`x`", x, "`n`", n]]);
  const tail = (1 - level) / 2;
  const z = -normalQuantile(tail);
  const limits = (): { lower: number; upper: number } => {
    switch (method) {
      case "wilson":
        return wilsonLimits(x, n, z);
      case "wilson-corrected":
        return newcombeCorrected(x, n, z);
      case "wilson-corrected-r":
        return wilsonLimits(x, n, z, Math.min(0.5, Math.abs(x - n / 2)));
      case "clopper-pearson":
        return clopperPearsonLimits(x / n, n, level);
      case "agresti-coull": {
        const size = n + z * z;
        const p = (x + (z * z) / 2) / size;
        const half = z * Math.sqrt((p * (1 - p)) / size);
        return { lower: p - half, upper: p + half };
      }
      case "jeffreys": {
        const posterior = beta({ alpha: x + 0.5, beta: n - x + 0.5 });
        return {
          lower: x === 0 ? 0 : posterior.quantile(tail),
          upper: x === n ? 1 : posterior.upperQuantile(tail),
        };
      }
    }
  };
  return { level, ...limits(), method };
}

/** The difference of two proportions from simple samples. */
export interface BinomialDifference {
  readonly difference: number;
  /** Difference +- z * standard error, not clipped. */
  readonly wald: Interval;
  /** With Yates' correction, clipped to -1 and 1, as R's `prop.test` has it. */
  readonly waldCorrected: Interval;
  /** Newcombe's hybrid of the two Wilson intervals. */
  readonly newcombe: Interval;
  /** Pearson's chi-square without and with correction; null where nobody or everybody has the trait. */
  readonly chiSquare: number | null;
  readonly chiSquareCorrected: number | null;
  readonly pValue: number | null;
}

/**
 * Compares two proportions from independent simple samples.
 *
 * @param first - x of n.
 * @param second - x of n.
 * @throws VitalError `survey/option` unless 0 <= x <= n are whole numbers.
 *
 * Source: Newcombe (1998), Statistics in Medicine 17:873-890, method 10; R's `prop.test`.
 *
 * @example
 * ```ts
 * import { binomialDifference } from "@vitalcore/survey";
 * const compared = binomialDifference({ x: 56, n: 70 }, { x: 48, n: 80 });
 * compared.newcombe.lower; // => 0.052431
 * compared.pValue; // => 0.008045
 * ```
 */
export function binomialDifference(
  first: { readonly x: number; readonly n: number },
  second: { readonly x: number; readonly n: number },
  options: { readonly level?: number } = {},
): BinomialDifference {
  const { level = 0.95 } = options;
  checkCounts([
    ["`first.x`", first.x, "`first.n`", first.n],
    ["`second.x`", second.x, "`second.n`", second.n],
  ]);
  const z = -normalQuantile((1 - level) / 2);
  const p1 = first.x / first.n;
  const p2 = second.x / second.n;
  const difference = p1 - p2;
  const se = Math.sqrt((p1 * (1 - p1)) / first.n + (p2 * (1 - p2)) / second.n);
  const sizes = 1 / first.n + 1 / second.n;
  const yates = Math.min(0.5, Math.abs(difference) / sizes);
  const wide = z * se + yates * sizes;
  const a = wilsonLimits(first.x, first.n, z);
  const b = wilsonLimits(second.x, second.n, z);
  const pooled = (first.x + second.x) / (first.n + second.n);
  const spread = pooled * (1 - pooled) * sizes;
  const chi = spread > 0 ? difference ** 2 / spread : null;
  const corrected =
    spread > 0 ? Math.max(0, Math.abs(difference) - yates * sizes) ** 2 / spread : null;
  return {
    difference,
    wald: { level, lower: difference - z * se, upper: difference + z * se, method: "wald" },
    waldCorrected: {
      level,
      lower: Math.max(-1, difference - wide),
      upper: Math.min(1, difference + wide),
      method: "wald-corrected",
    },
    newcombe: {
      level,
      lower: difference - Math.sqrt((p1 - a.lower) ** 2 + (b.upper - p2) ** 2),
      upper: difference + Math.sqrt((a.upper - p1) ** 2 + (p2 - b.lower) ** 2),
      method: "newcombe",
    },
    chiSquare: chi,
    chiSquareCorrected: corrected,
    pValue: chi === null ? null : chiSquare({ df: 1 }).survival(chi),
  };
}
