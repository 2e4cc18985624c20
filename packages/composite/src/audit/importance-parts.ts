import { inverseCorrelations } from "./consistency.js";
import type { Columns } from "./correlations.js";
import { correlationRatio, linearImportance } from "./importance.js";

/** The importance of a part of an index, split by what it shares with the other parts. */
export interface ImportanceParts {
  /** Share of the variance of the index that goes with the part (`correlationRatio`). */
  readonly ratio: number;
  /** The same for what the other parts do not tell of it, along lines: its residuals of a regression on them. */
  readonly own: number;
  /** The rest, which it has from going with the others; below zero where it works against them. */
  readonly correlated: number;
}

/** How importance is measured. */
export interface ImportancePartsOptions {
  /**
   * Along whatever `curve`, the default; or along a `line`, by squared correlations, which few units tell better: its own
   * part is then the squared semipartial correlation.
   */
  readonly along?: "curve" | "line";
}

/**
 * Splits the importance of the parts of an index into what each has of its own and what it owes to its correlation with
 * the others: with a large weight and a small importance of its own, a part says what the others say. Both are correlation
 * ratios by local-linear regression, the second one of the residuals of a linear regression on the other parts. Source:
 * Becker, Saisana, Paruolo and Vandecasteele (2017), Ecological Indicators 80, after Xu and Gertner (2008), Reliability
 * Engineering and System Safety 93.
 *
 * @param columns - scores of the parts by id, for example of the children of a group; NaN is missing.
 * @param index - the scores that are made of them, for the same units.
 * @returns by id, over the units that have all; `null` where it is not defined: fewer units than two more than there are
 *   parts, a part without variation or that is a function of the others, or a constant index.
 *
 * @example
 * ```ts
 * import { importanceParts } from "@vitalcore/composite/audit";
 * const x = Array.from({ length: 40 }, (_, i) => Math.sin(i));
 * const z = x.map((value, i) => value + Math.cos(3 * i) / 2);
 * const parts = importanceParts({ x, z }, x.map((value, i) => value + (z[i] ?? 0)));
 * // Each goes with nearly all of the index, and little of that is its own.
 * [parts?.x, parts?.z].map((part) => (part?.ratio ?? 0) > 0.9 && (part?.own ?? 1) < 0.2); // => [true, true]
 * ```
 */
export function importanceParts(
  columns: Columns,
  index: ArrayLike<number>,
  { along = "curve" }: ImportancePartsOptions = {},
): Readonly<Record<string, ImportanceParts>> | null {
  const ids = Object.keys(columns);
  const complete = Array.from(index, (_, i) => i).filter((i) =>
    [index, ...Object.values(columns)].every((column) => !Number.isNaN(column[i] as number)),
  );
  if (complete.length < ids.length + 2) return null;
  const take = (column: ArrayLike<number>) =>
    Float64Array.from(complete, (i) => column[i] as number);
  const y = take(index);
  const taken = Object.fromEntries(ids.map((id) => [id, take(columns[id] as ArrayLike<number>)]));
  const inverse = inverseCorrelations(taken)?.inverse;
  if (inverse === undefined) return null;
  const importance = (x: Float64Array) =>
    along === "line" ? linearImportance(x, y) : (correlationRatio(x, y)?.ratio ?? null);
  const standardized = ids.map((id) => standardize(taken[id] as Float64Array));
  const parts: Record<string, ImportanceParts> = {};
  for (const [k, id] of ids.entries()) {
    const ratio = importance(taken[id] as Float64Array);
    const own = importance(residualsOf(standardized, inverse[k] as Float64Array));
    if (ratio === null || own === null) return null;
    parts[id] = { ratio, own, correlated: ratio - own };
  }
  return parts;
}

function standardize(column: Float64Array): Float64Array {
  const mean = column.reduce((sum, x) => sum + x, 0) / column.length;
  const away = column.map((x) => x - mean);
  const spread = Math.sqrt(away.reduce((sum, x) => sum + x * x, 0));
  return away.map((x) => x / spread);
}

/**
 * Residuals of a column of its regression on the others, up to their scale: a row of the inverse of the correlations holds
 * the coefficients, each times minus one, beside its own one.
 */
function residualsOf(standardized: readonly Float64Array[], row: Float64Array): Float64Array {
  const residuals = new Float64Array(standardized[0]?.length ?? 0);
  standardized.forEach((column, j) => {
    const coefficient = row[j] as number;
    for (let i = 0; i < residuals.length; i++) {
      residuals[i] = (residuals[i] as number) + coefficient * (column[i] as number);
    }
  });
  return residuals;
}
