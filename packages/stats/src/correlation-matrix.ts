import { type Finding, VitalError } from "@vitalcore/core";
import { find } from "./catalog.js";
import { numberFindings, requireOption, toFloats } from "./check-input.js";
import { CORRELATION_KERNELS, type CorrelationMethod } from "./correlation.js";
import { completePairs } from "./present.js";

/** Correlations of all pairs of columns. */
export interface CorrelationMatrix {
  readonly method: CorrelationMethod;
  readonly names: readonly string[];
  /** `values[i][j]` is the correlation of columns i and j; NaN where it is undefined. */
  readonly values: readonly Float64Array[];
  /** `n[i][j]` is the number of rows in which both columns have a value. */
  readonly n: readonly Float64Array[];
  /** The pairs without a correlation, and why. */
  readonly findings: readonly Finding[];
}

const METHODS = ["pearson", "spearman", "kendall"] as const;

/** Columns by name, checked: equal lengths, NaN where missing, nothing infinite. */
export function requireColumns(
  columns: Readonly<Record<string, ArrayLike<number>>>,
): ReadonlyMap<string, Float64Array> {
  const checked = new Map<string, Float64Array>();
  const findings: Finding[] = [];
  let first: string | undefined;
  for (const [name, values] of Object.entries(columns)) {
    first ??= name;
    const floats = toFloats(values);
    const length = checked.get(first)?.length ?? floats.length;
    if (floats.length !== length) {
      const facts = { argument: `values of "${name}"`, other: `values of "${first}"`, length };
      findings.push(find("stats/unequal-lengths", { found: floats.length, facts }));
    }
    const present = floats.filter((x) => !Number.isNaN(x));
    findings.push(...numberFindings(present, present, `values of "${name}"`));
    checked.set(name, floats);
  }
  if (findings.length > 0) throw new VitalError(findings);
  return checked;
}

/** Correlation of the complete pairs of two columns; a finding where there is none. */
export function correlatePair(
  first: readonly [name: string, values: Float64Array],
  second: readonly [name: string, values: Float64Array],
  method: CorrelationMethod,
): { r: number; n: number; finding?: Finding } {
  const { x, y } = completePairs(first[1], second[1]);
  const n = x.length;
  const r = n < 2 ? Number.NaN : CORRELATION_KERNELS[method](x, y);
  if (!Number.isNaN(r)) return { r, n };
  const constant = x.every((value) => value === x[0]) ? first[0] : second[0];
  const reason = n < 2 ? "too few complete pairs" : `"${constant}" does not vary in them`;
  const facts = { first: first[0], second: second[0], reason, n };
  return { r, n, finding: find("stats/undefined-correlation", { facts }) };
}

/**
 * The correlations of all pairs of columns. Each pair uses the rows in which both have a value ("pairwise
 * complete"); how many these are is in `n`.
 *
 * @param columns - by name; equally long, NaN where missing.
 * @param method - `pearson` if left out. Spearman's ranks are taken within the complete pairs.
 * @returns the matrix; pairs without a correlation (fewer than two rows, no variation) are NaN and have a
 *   finding `stats/undefined-correlation`.
 * @throws VitalError `stats/unequal-lengths`, `stats/infinite-value`, `stats/unknown-option`.
 *
 * @example
 * ```ts
 * import { correlationMatrix } from "@vitalcore/stats";
 * const { values, n } = correlationMatrix({ a: [1, 2, 3, Number.NaN], b: [1, 3, 2, 5] });
 * values[0]?.[1]; // => 0.5
 * n[0]?.[1]; // => 3
 * ```
 */
export function correlationMatrix(
  columns: Readonly<Record<string, ArrayLike<number>>>,
  method: CorrelationMethod = "pearson",
): CorrelationMatrix {
  requireOption("method of correlation", METHODS, method);
  const entries = [...requireColumns(columns)];
  const values = entries.map(() => new Float64Array(entries.length));
  const counts = entries.map(() => new Float64Array(entries.length));
  const findings: Finding[] = [];
  for (const [i, first] of entries.entries()) {
    for (const [j, second] of entries.entries()) {
      if (j < i) continue;
      const { r, n, finding } = correlatePair(first, second, method);
      // A column's correlation with itself is 1, not 1 but for rounding.
      const value = i === j && !Number.isNaN(r) ? 1 : r;
      (values[i] as Float64Array)[j] = value;
      (values[j] as Float64Array)[i] = value;
      (counts[i] as Float64Array)[j] = n;
      (counts[j] as Float64Array)[i] = n;
      if (finding !== undefined) findings.push(finding);
    }
  }
  return { method, names: entries.map(([name]) => name), values, n: counts, findings };
}
