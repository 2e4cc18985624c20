/**
 * A statistic as a function of weighted totals: of the weights (total 0) and of row variables. Its
 * influence value in a row is `w * gradient . (1, x_1, x_2, ...)`, which is all that a linearized variance
 * needs; replicates evaluate it again at their totals. Source: Demnati and Rao (2004), Survey
 * Methodology 30; Lumley (2010), section 2.2.
 */
export interface Functional {
  /** Row variables x_1, x_2, ...; values in rows that are outside do not matter. */
  readonly terms: readonly Float64Array[];
  /** Number of values. */
  readonly width: number;
  /** The values at the totals of (1, x_1, ...). */
  evaluate(totals: Float64Array): Float64Array;
  /** Derivatives, `width` rows of `terms.length + 1` columns. */
  gradient(totals: Float64Array): Float64Array;
}

/** Totals of the row variables. */
export function totalsFunctional(terms: readonly Float64Array[]): Functional {
  const width = terms.length;
  return {
    terms,
    width,
    evaluate: (totals) => totals.slice(1),
    gradient: () => {
      const gradient = new Float64Array(width * (width + 1));
      for (let j = 0; j < width; j++) gradient[j * (width + 1) + j + 1] = 1;
      return gradient;
    },
  };
}

/** The total of the weights alone: how many people. */
export function countFunctional(): Functional {
  return {
    terms: [],
    width: 1,
    evaluate: (totals) => totals.slice(0, 1),
    gradient: () => Float64Array.of(1),
  };
}

/** Means of the row variables. */
export function meansFunctional(terms: readonly Float64Array[]): Functional {
  const width = terms.length;
  return {
    terms,
    width,
    evaluate: (totals) => Float64Array.from(terms, (_, j) => totals[j + 1]! / totals[0]!),
    gradient: (totals) => {
      const people = totals[0]!;
      const gradient = new Float64Array(width * (width + 1));
      for (let j = 0; j < width; j++) {
        gradient[j * (width + 1)] = -(totals[j + 1]! / people) / people;
        gradient[j * (width + 1) + j + 1] = 1 / people;
      }
      return gradient;
    },
  };
}

/** The ratio of the total of the first row variable to that of the second. */
export function ratioFunctional(numerator: Float64Array, denominator: Float64Array): Functional {
  return {
    terms: [numerator, denominator],
    width: 1,
    evaluate: (totals) => Float64Array.of(totals[1]! / totals[2]!),
    gradient: (totals) => {
      const below = totals[2]!;
      return Float64Array.of(0, 1 / below, -(totals[1]! / below) / below);
    },
  };
}

/** A function of one functional's values, with its own derivatives: the delta method. */
export function composed(
  inner: Functional,
  width: number,
  evaluate: (values: Float64Array) => Float64Array,
  gradient: (values: Float64Array) => Float64Array,
): Functional {
  const columns = inner.terms.length + 1;
  return {
    terms: inner.terms,
    width,
    evaluate: (totals) => evaluate(inner.evaluate(totals)),
    gradient: (totals) => {
      const outer = gradient(inner.evaluate(totals));
      const nested = inner.gradient(totals);
      const out = new Float64Array(width * columns);
      for (let i = 0; i < width; i++) {
        for (let k = 0; k < inner.width; k++) {
          const factor = outer[i * inner.width + k]!;
          if (factor === 0) continue;
          for (let j = 0; j < columns; j++) {
            out[i * columns + j]! += factor * nested[k * columns + j]!;
          }
        }
      }
      return out;
    },
  };
}
