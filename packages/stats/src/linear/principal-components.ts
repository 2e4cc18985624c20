import { type Finding, VitalError } from "@vitalcore/core";
import { find } from "../catalog.js";
import { numberFindings, requireOption, toFloats } from "../check-input.js";
import { mean } from "../mean.js";
import { compensatedDot } from "../sum.js";
import { standardDeviation } from "../variance.js";
import { symmetricEigen } from "./eigen.js";

/** Principal components of columns. Component k is row k of `loadings` and of `scores`. */
export interface PrincipalComponents {
  /** The columns, in the order of the loadings. */
  readonly names: readonly string[];
  /** Number of rows. */
  readonly n: number;
  /** Variances of the components, largest first. */
  readonly eigenvalues: Float64Array;
  /** Share of the total variance that each component has; they add up to 1. */
  readonly shares: Float64Array;
  /** `loadings[k]`: weights of the (centred, scaled) columns in component k; length 1, the largest positive. */
  readonly loadings: readonly Float64Array[];
  /** `scores[k]`: values of component k, row by row. */
  readonly scores: readonly Float64Array[];
}

function requireComplete(columns: Readonly<Record<string, ArrayLike<number>>>) {
  const what = "Principal components";
  const entries = Object.entries(columns).map(
    ([name, values]) => [name, toFloats(values)] as const,
  );
  const length = entries[0]?.[1].length ?? 0;
  const findings: Finding[] = [];
  if (entries.length === 0) {
    findings.push(
      find("stats/too-few-values", { found: 0, facts: { what, needed: 1, argument: "columns" } }),
    );
  } else if (length < 2) {
    findings.push(
      find("stats/too-few-values", { found: length, facts: { what, needed: 2, argument: "rows" } }),
    );
  }
  for (const [name, values] of entries) {
    const argument = `values of "${name}"`;
    findings.push(...numberFindings(values, columns[name] as ArrayLike<number>, argument));
    if (values.length === length) continue;
    const facts = { argument, other: `values of "${entries[0]?.[0]}"`, length };
    findings.push(find("stats/unequal-lengths", { found: values.length, facts }));
  }
  if (findings.length > 0) throw new VitalError(findings);
  return entries;
}

/** Columns less their mean and, if wanted, over their standard deviation. */
function standardized(entries: ReturnType<typeof requireComplete>, scale: boolean): Float64Array[] {
  const findings: Finding[] = [];
  const columns = entries.map(([name, values]) => {
    const center = mean(values);
    const spread = standardDeviation(values);
    if (scale && values.every((x) => x === values[0])) {
      const argument = `values of "${name}"`;
      const facts = { what: "Scaling by the standard deviation", argument, length: values.length };
      findings.push(find("stats/no-variation", { found: values[0], facts }));
    }
    return values.map((x) => (x - center) / (scale ? spread : 1));
  });
  if (findings.length > 0) throw new VitalError(findings);
  return columns;
}

/**
 * Principal components: uncorrelated weighted sums of the columns, of the largest possible variance.
 * Source: Pearson (1901); Hotelling (1933); by eigen-decomposition of the correlation or covariance matrix
 * (divisor n - 1), as R's `prcomp`.
 *
 * @param columns - by name; equally long, at least two rows, none missing: choose complete rows before.
 * @param of - `correlation` (columns scaled to standard deviation 1, if left out) or `covariance`.
 * @throws VitalError `stats/missing-value`, `stats/infinite-value`, `stats/unequal-lengths`,
 *   `stats/too-few-values`, `stats/no-variation`, `stats/unknown-option`.
 *
 * @example
 * ```ts
 * import { principalComponents } from "@vitalcore/stats/linear";
 * const { shares } = principalComponents({ a: [1, 2, 3], b: [2, 4, 6] });
 * shares[0]; // => 1
 * ```
 */
export function principalComponents(
  columns: Readonly<Record<string, ArrayLike<number>>>,
  of: "correlation" | "covariance" = "correlation",
): PrincipalComponents {
  requireOption("matrix for principal components", ["correlation", "covariance"], of);
  const entries = requireComplete(columns);
  const data = standardized(entries, of === "correlation");
  const n = data[0]?.length as number;
  const matrix = data.map((a) => Float64Array.from(data, (b) => compensatedDot(a, b) / (n - 1)));
  const { values, vectors } = symmetricEigen(matrix);
  // A variance is not negative; rounding can make it so.
  const eigenvalues = values.map((value) => Math.max(0, value));
  const total = eigenvalues.reduce((sum, value) => sum + value, 0);
  return {
    names: entries.map(([name]) => name),
    n,
    eigenvalues,
    shares: eigenvalues.map((value) => (total > 0 ? value / total : 0)),
    loadings: vectors,
    scores: vectors.map((vector) => scoresOf(vector, data, n)),
  };
}

function scoresOf(vector: Float64Array, data: readonly Float64Array[], n: number): Float64Array {
  const scores = new Float64Array(n);
  for (const [j, column] of data.entries()) {
    const weight = vector[j] as number;
    for (let i = 0; i < n; i++) scores[i] = (scores[i] as number) + weight * (column[i] as number);
  }
  return scores;
}
