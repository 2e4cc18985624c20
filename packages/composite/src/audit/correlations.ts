import { type CorrelationMethod, completePairs } from "@vitalcore/stats";
import { correlationTest } from "@vitalcore/stats/correlation-test";

/** Columns by id; NaN is missing. */
export type Columns = Readonly<Record<string, ArrayLike<number>>>;

/** The correlation of two columns. */
export interface CorrelationPair {
  readonly first: string;
  readonly second: string;
  /** `null` where it is not defined: fewer than three pairs of values, or no variation. */
  readonly correlation: number | null;
  /** Two-sided; `null` as above. */
  readonly pValue: number | null;
  /** Units that have both values. */
  readonly n: number;
}

/** Which correlations are taken. */
export interface CorrelationOptions {
  /** `pearson` if left out. */
  readonly method?: CorrelationMethod;
}

/**
 * Correlates two columns over the units that have both, with the p-value of the test that there is no association
 * (as R's `cor.test`).
 *
 * @example
 * ```ts
 * import { correlateColumns } from "@vitalcore/composite/audit";
 * correlateColumns({ a: [1, 2, 3, 4], b: [2, 4, 6, Number.NaN] }, "a", "b").n; // => 3
 * ```
 */
export function correlateColumns(
  columns: Columns,
  first: string,
  second: string,
  { method = "pearson" }: CorrelationOptions = {},
): CorrelationPair {
  const { x, y } = completePairs(columns[first] ?? [], columns[second] ?? []);
  const n = x.length;
  const undefinedPair = { first, second, correlation: null, pValue: null, n };
  if (n < 3 || !varies(x) || !varies(y)) return undefinedPair;
  const { estimate, pValue } = correlationTest(x, y, method);
  return { first, second, correlation: estimate, pValue, n };
}

function varies(values: Float64Array): boolean {
  return values.some((value) => value !== values[0]);
}

/**
 * The correlations of all pairs of columns, each pair once; or of each column of one list with each of another.
 *
 * @param between - two lists of ids; all pairs if left out.
 *
 * @example
 * ```ts
 * import { correlationPairs } from "@vitalcore/composite/audit";
 * const pairs = correlationPairs({ a: [1, 2, 3], b: [3, 2, 1], c: [1, 3, 2] });
 * pairs.map(({ first, second, correlation }) => [first, second, correlation]); // => [["a", "b", -1], ["a", "c", 0.5], ["b", "c", -0.5]]
 * ```
 */
export function correlationPairs(
  columns: Columns,
  options: CorrelationOptions = {},
  between?: readonly [readonly string[], readonly string[]],
): readonly CorrelationPair[] {
  if (between !== undefined) {
    const [rows, others] = between;
    return rows.flatMap((first) =>
      others.map((second) => correlateColumns(columns, first, second, options)),
    );
  }
  const ids = Object.keys(columns);
  return ids.flatMap((first, i) =>
    ids.slice(i + 1).map((second) => correlateColumns(columns, first, second, options)),
  );
}

/** A pair of columns whose correlation asks for a second look. */
export interface CorrelationFlag extends CorrelationPair {
  /** `redundant` above the upper bound, `opposed` below the lower one. */
  readonly flag: "redundant" | "opposed";
  readonly group: string;
}

/** Bounds of correlations. */
export interface FlagBounds extends CorrelationOptions {
  /** Above it two indicators say the same; 0.9 if left out. Source: JRC, Statistical audits (2008 to 2020). */
  readonly above?: number;
  /** Below it they work against each other; -0.4 if left out. */
  readonly below?: number;
}

/**
 * Flags pairs of columns of the same group that are nearly the same, or that work against each other: in an average
 * the one is counted twice, the other cancels.
 *
 * @param groups - group of each column.
 *
 * @example
 * ```ts
 * import { correlationFlags } from "@vitalcore/composite/audit";
 * const columns = { a: [1, 2, 3, 4], b: [2, 4, 6, 9], c: [4, 3, 2, 1] };
 * const flags = correlationFlags(columns, { a: "g", b: "g", c: "g" });
 * flags.map(({ first, second, flag }) => [first, second, flag]); // => [["a", "b", "redundant"], ["a", "c", "opposed"], ["b", "c", "opposed"]]
 * ```
 */
export function correlationFlags(
  columns: Columns,
  groups: Readonly<Record<string, string>>,
  { above = 0.9, below = -0.4, method }: FlagBounds = {},
): readonly CorrelationFlag[] {
  const ids = Object.keys(columns);
  return ids.flatMap((first, i) =>
    ids.slice(i + 1).flatMap((second): CorrelationFlag[] => {
      const group = groups[first];
      if (group === undefined || groups[second] !== group) return [];
      const pair = correlateColumns(columns, first, second, method === undefined ? {} : { method });
      const { correlation } = pair;
      if (correlation === null || (correlation <= above && correlation >= below)) return [];
      return [{ ...pair, flag: correlation > above ? "redundant" : "opposed", group }];
    }),
  );
}
