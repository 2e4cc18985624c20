import { VitalError } from "@vitalcore/core";
import { type CorrelationMethod, correlationMatrix, standardDeviation } from "@vitalcore/stats";
import { findIn as find } from "../function-catalog.js";
import { jacobiEigen } from "./symmetric-eigen.js";

/** Columns by id, complete: scores, more being better, unless a method says otherwise. */
export type WeightColumns = Readonly<Record<string, ArrayLike<number>>>;

/** Weights by id, which sum to 1. */
export type Weights = Readonly<Record<string, number>>;

/** Refuses columns with gaps, and constant ones, in which there is nothing to weigh by. */
export function requireColumns(columns: WeightColumns, what: string): void {
  const entries = Object.entries(columns);
  const bad = entries.find(([, values]) =>
    Array.from(values).some((value) => !Number.isFinite(value)),
  );
  const constant = entries.find(([, values]) =>
    Array.from(values).every((value) => value === values[0]),
  );
  const why =
    bad !== undefined
      ? `"${bad[0]}" has missing values: impute them, or leave these units out`
      : constant !== undefined
        ? `"${constant[0]}" does not vary`
        : undefined;
  if (why === undefined) return;
  throw new VitalError([find("composite/invalid-input", { facts: { what, why } })]);
}

/** Weights that sum to 1. */
export function rescaled(ids: readonly string[], raw: readonly number[]): Weights {
  const sum = raw.reduce((total, x) => total + x, 0);
  return Object.fromEntries(ids.map((id, i) => [id, (raw[i] as number) / sum]));
}

/**
 * Entropy weights: an indicator counts the more, the more unequally it is spread over the units. With p the shares of
 * the units and e = -sum(p ln p) / ln n, the weight is relative to 1 - e. It depends on the origin of the
 * scale. Source: Shannon (1948); Zeleny (1982).
 *
 * @param columns - none of their values below zero.
 * @throws VitalError `composite/invalid-input`.
 *
 * @example
 * ```ts
 * import { entropyWeights } from "@vitalcore/composite/weights";
 * entropyWeights({ a: [1, 3], b: [3, 1] }); // => { a: 0.5, b: 0.5 }
 * ```
 */
export function entropyWeights(columns: WeightColumns): Weights {
  const what = "Entropy weights";
  requireColumns(columns, what);
  const ids = Object.keys(columns);
  const diversity = ids.map((id) => {
    const values = Array.from(columns[id] as ArrayLike<number>);
    if (values.some((value) => value < 0)) {
      const why = `"${id}" has values below zero, which are no shares`;
      throw new VitalError([find("composite/invalid-input", { facts: { what, why } })]);
    }
    const sum = values.reduce((total, x) => total + x, 0);
    const entropy = values.reduce(
      (total, x) => total - (x > 0 ? (x / sum) * Math.log(x / sum) : 0),
      0,
    );
    return 1 - entropy / Math.log(values.length);
  });
  return rescaled(ids, diversity);
}

/**
 * CRITIC weights: an indicator counts the more, the more it varies and the less it goes with the others: its standard
 * deviation times the sum of (1 - r). Source: Diakoulaki, Mavrotas and Papayannakis (1995), Computers and
 * Operations Research 22, for columns brought to 0..1.
 *
 * @throws VitalError `composite/invalid-input`.
 *
 * @example
 * ```ts
 * import { criticWeights } from "@vitalcore/composite/weights";
 * criticWeights({ a: [0, 1, 0.5], b: [1, 0, 0.5] }); // => { a: 0.5, b: 0.5 }
 * ```
 */
export function criticWeights(
  columns: WeightColumns,
  method: CorrelationMethod = "pearson",
): Weights {
  const what = "CRITIC weights";
  requireColumns(columns, what);
  const ids = Object.keys(columns);
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return { [only]: 1 };
  const { values } = correlationMatrix(columns, method);
  const information = ids.map((id, i) => {
    const conflict = ids.reduce(
      (sum, _, j) => sum + (i === j ? 0 : 1 - (values[i]?.[j] as number)),
      0,
    );
    return { spread: standardDeviation(columns[id] as ArrayLike<number>), conflict };
  });
  // Of columns that agree in everything the correlations can miss 1 by rounding.
  if (information.every(({ conflict }) => conflict <= 1e-12)) {
    const why = "the columns correlate fully, so that none tells anything beside the others";
    throw new VitalError([find("composite/invalid-input", { facts: { what, why } })]);
  }
  return rescaled(
    ids,
    information.map(({ spread, conflict }) => spread * conflict),
  );
}

/** Weights from the first principal component, and what it is worth. */
export interface PcaWeights {
  /** Squared loadings, which sum to 1. */
  readonly weights: Weights;
  /** Share of the variance that the component has. */
  readonly share: number;
  /** Indicators that load against the others: no weights can mend that, but leaving them out may. */
  readonly opposed: readonly string[];
}

/**
 * Weights from the first principal component of the standardized columns: squared loadings, so that none is negative.
 * The eigenvector itself, of which other software takes the entries, has an arbitrary sign and can have mixed
 * ones. Source: OECD/JRC Handbook (2008), step 6.
 *
 * @throws VitalError `composite/invalid-input`.
 *
 * @example
 * ```ts
 * import { pcaWeights } from "@vitalcore/composite/weights";
 * const { opposed } = pcaWeights({ a: [1, 2, 3, 5], b: [2, 3, 5, 6], c: [6, 5, 3, 1] });
 * opposed; // => ["c"]
 * ```
 */
export function pcaWeights(columns: WeightColumns): PcaWeights {
  requireColumns(columns, "Weights from principal components");
  const ids = Object.keys(columns);
  const { values, vectors } = jacobiEigen(correlationMatrix(columns).values);
  const first = vectors[0] as Float64Array;
  const sum = first.reduce((total, x) => total + x, 0);
  return {
    weights: rescaled(
      ids,
      Array.from(first, (x) => x * x),
    ),
    share: (values[0] as number) / ids.length,
    opposed: ids.filter((_, i) => Math.sign(first[i] as number) === -Math.sign(sum)),
  };
}

/** Weights from rotated factors, and the factors. */
export interface FactorWeights {
  readonly weights: Weights;
  /** Of all components, largest first. */
  readonly eigenvalues: readonly number[];
  /** Rotated loadings, a row for each indicator. */
  readonly loadings: readonly (readonly number[])[];
  /** Variance that each rotated factor has. */
  readonly explained: readonly number[];
  /** The factor on which each indicator loads most, from 0. */
  readonly factorOf: Readonly<Record<string, number>>;
}

/** How factors are kept and rotated. */
export interface FactorOptions {
  /** Components with a larger eigenvalue are kept; 1 if left out. */
  readonly above?: number;
  /** Whether rows are brought to length 1 for the rotation (Kaiser); true if left out. */
  readonly kaiser?: boolean;
}

/**
 * Weights from factors: principal components with an eigenvalue above 1, rotated by varimax; each indicator is taken
 * from the factor on which it loads most, with its share of the factor's variance times the factor's share of
 * the variance kept. Source: Nicoletti, Scarpetta and Boylaud (2000); OECD/JRC Handbook (2008), step 6.
 *
 * @throws VitalError `composite/invalid-input`.
 *
 * @example
 * ```ts
 * import { factorWeights } from "@vitalcore/composite/weights";
 * const { weights } = factorWeights({ a: [1, 2, 3, 5], b: [2, 3, 5, 6], c: [1, 4, 3, 6] });
 * Object.keys(weights); // => ["a", "b", "c"]
 * ```
 */
export function factorWeights(
  columns: WeightColumns,
  { above = 1, kaiser = true }: FactorOptions = {},
): FactorWeights {
  requireColumns(columns, "Weights from factors");
  const ids = Object.keys(columns);
  const { values: eigenvalues, vectors } = jacobiEigen(correlationMatrix(columns).values);
  const kept = Math.max(1, eigenvalues.filter((value) => value > above).length);
  const start = ids.map((_, i) =>
    Array.from(
      { length: kept },
      (_component, k) => (vectors[k]?.[i] as number) * Math.sqrt(eigenvalues[k] as number),
    ),
  );
  const { rows, explained } = ordered(varimax(start, kaiser));
  const total = explained.reduce((sum, x) => sum + x, 0);
  const factorOf = rows.map((row) =>
    row.reduce((best, x, k) => (x * x > (row[best] as number) ** 2 ? k : best), 0),
  );
  const raw = rows.map((row, i) => {
    const k = factorOf[i] as number;
    return (
      ((row[k] as number) ** 2 / (explained[k] as number)) * ((explained[k] as number) / total)
    );
  });
  return {
    weights: rescaled(ids, raw),
    eigenvalues,
    loadings: rows,
    explained,
    factorOf: Object.fromEntries(ids.map((id, i) => [id, factorOf[i] as number])),
  };
}

const ROTATIONS = 1000;

/** Varimax by rotations of pairs of factors (Kaiser, 1958), to convergence. */
function varimax(
  start: readonly (readonly number[])[],
  kaiser: boolean,
): readonly (readonly number[])[] {
  const lengths = start.map((row) => Math.sqrt(row.reduce((sum, x) => sum + x * x, 0)));
  const rows = start.map((row, i) =>
    kaiser ? row.map((x) => x / (lengths[i] as number)) : [...row],
  );
  const factors = rows[0]?.length ?? 0;
  const p = rows.length;
  for (let round = 0; round < ROTATIONS; round++) {
    let largest = 0;
    for (let a = 0; a < factors; a++) {
      for (let b = a + 1; b < factors; b++) {
        let [u, v, uv, square] = [0, 0, 0, 0];
        for (const row of rows) {
          const [x, y] = [row[a] as number, row[b] as number];
          const d = x * x - y * y;
          const e = 2 * x * y;
          u += d;
          v += e;
          uv += d * e;
          square += d * d - e * e;
        }
        const angle = Math.atan2(2 * (uv - (u * v) / p), square - (u * u - v * v) / p) / 4;
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        largest = Math.max(largest, Math.abs(angle));
        for (const row of rows) {
          const [x, y] = [row[a] as number, row[b] as number];
          row[a] = x * cos + y * sin;
          row[b] = -x * sin + y * cos;
        }
      }
    }
    if (largest < 1e-15) break;
  }
  return rows.map((row, i) => (kaiser ? row.map((x) => x * (lengths[i] as number)) : row));
}

/** Factors by the variance they have, signs such that each column sums to a positive number. */
function ordered(rows: readonly (readonly number[])[]): {
  readonly rows: readonly (readonly number[])[];
  readonly explained: readonly number[];
} {
  const factors = Array.from({ length: rows[0]?.length ?? 0 }, (_, k) => {
    const column = rows.map((row) => row[k] as number);
    const sign = column.reduce((sum, x) => sum + x, 0) < 0 ? -1 : 1;
    return { column: column.map((x) => sign * x), variance: column.reduce((s, x) => s + x * x, 0) };
  }).sort((a, b) => b.variance - a.variance);
  return {
    rows: rows.map((_, i) => factors.map(({ column }) => column[i] as number)),
    explained: factors.map(({ variance }) => variance),
  };
}
