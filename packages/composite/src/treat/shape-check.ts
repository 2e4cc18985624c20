/** Whether the distribution of an indicator is acceptable, by its skewness and kurtosis. */
export interface ShapeCheck {
  /** Type 2 of Joanes and Gill (1998), as in SAS and Excel; `null` where it is not defined. */
  readonly skewness: number | null;
  /** Excess kurtosis, type 2; `null` where it is not defined. */
  readonly kurtosis: number | null;
  /** `null` where that depends on a statistic that is not defined: a constant column, or too few values. */
  readonly passes: boolean | null;
}

/** The bounds of the check. Both must be exceeded for a column to fail. */
export interface ShapeBounds {
  /** Of the absolute skewness; 2 if left out. */
  readonly skewness?: number;
  /** Of the excess kurtosis, with its sign; 3.5 if left out. */
  readonly kurtosis?: number;
}

/** Bounds of Groeneveld and Meeden (1984) as the JRC uses them. */
const BOUNDS: Required<ShapeBounds> = { skewness: 2, kurtosis: 3.5 };

/**
 * Checks a column for outliers as the JRC does: it passes if |skewness| < 2 or excess kurtosis < 3.5, both
 * bias-adjusted. A failure asks for treatment, see `treatColumn`. Source: OECD/JRC Handbook on Constructing
 * Composite Indicators (2008), step 4; W. Becker and others, COINr (2022).
 *
 * @param values - NaN is missing.
 *
 * @example
 * ```ts
 * import { checkShape } from "@vitalcore/composite/treat";
 * checkShape([1, 2, 3, 4, 5, 6, 7, 8, 9, 100]).passes; // => false
 * checkShape([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).passes; // => true
 * checkShape([4, 4, 4, 4]); // => { skewness: null, kurtosis: null, passes: null }
 * ```
 */
export function checkShape(values: ArrayLike<number>, bounds: ShapeBounds = {}): ShapeCheck {
  const { skewness, kurtosis } = shapeOf(values);
  const { skewness: skewBound = BOUNDS.skewness, kurtosis: kurtosisBound = BOUNDS.kurtosis } =
    bounds;
  const mild = Math.abs(skewness) < skewBound || kurtosis < kurtosisBound;
  const isOpen = Number.isNaN(skewness) || Number.isNaN(kurtosis);
  return {
    skewness: Number.isNaN(skewness) ? null : skewness,
    kurtosis: Number.isNaN(kurtosis) ? null : kurtosis,
    passes: mild ? true : isOpen ? null : false,
  };
}

/** Skewness and excess kurtosis of the values present, in three passes; NaN where not defined. */
function shapeOf(values: ArrayLike<number>): {
  readonly skewness: number;
  readonly kurtosis: number;
} {
  let n = 0;
  let sum = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isNaN(value)) continue;
    n += 1;
    sum += value;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  // Of equal values the moments can come out above zero by rounding.
  if (!(most > least)) return { skewness: Number.NaN, kurtosis: Number.NaN };
  const mean = sum / n;
  // What rounding took from the mean, which large values that hardly differ would feel in all moments.
  let rest = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isNaN(value)) rest += value - mean;
  }
  const shift = rest / n;
  let m2 = 0;
  let m3 = 0;
  let m4 = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isNaN(value)) continue;
    const d = value - mean - shift;
    const square = d * d;
    m2 += square;
    m3 += square * d;
    m4 += square * square;
  }
  m2 /= n;
  const g1 = m3 / n / m2 ** 1.5;
  const g2 = m4 / n / (m2 * m2) - 3;
  return {
    skewness: n < 3 ? Number.NaN : (g1 * Math.sqrt(n * (n - 1))) / (n - 2),
    kurtosis: n < 4 ? Number.NaN : (((n + 1) * g2 + 6) * (n - 1)) / ((n - 2) * (n - 3)),
  };
}
