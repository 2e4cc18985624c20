/**
 * An SPDX licence expression as a tree. Neighbours of one operator stand in one list, so a long
 * expression is wide, not deep.
 */
export type LicenseExpression = LicenseLeaf | LicenseCombination;

/** One licence of an expression, with what is attached to it. */
export interface LicenseLeaf {
  readonly kind: "license";
  /**
   * An id of the SPDX License List in its spelling, a `LicenseRef-`, or `NONE` or `NOASSERTION` where they
   * stand for the whole expression.
   */
  readonly id: string;
  /** The `+` operator: this version or any later one. */
  readonly orLater: boolean;
  /** What follows WITH: an exception of the SPDX list, or an `AdditionRef-`. */
  readonly exception?: string;
}

/** Licences that all apply (`and`), or of which one may be chosen (`or`). */
export interface LicenseCombination {
  readonly kind: "and" | "or";
  readonly parts: readonly LicenseExpression[];
}

function writeLeaf({ id, orLater, exception }: LicenseLeaf): string {
  return `${id}${orLater ? "+" : ""}${exception === undefined ? "" : ` WITH ${exception}`}`;
}

/**
 * Writes an expression as SPDX does, with brackets only where they are needed.
 *
 * @example
 * ```ts
 * import { readLicense, writeExpression } from "@vitalcore/opensource";
 * const { expression } = readLicense("(mit OR (Apache-2.0)) and isc");
 * expression === null ? "" : writeExpression(expression); // => "(MIT OR Apache-2.0) AND ISC"
 * ```
 */
export function writeExpression(expression: LicenseExpression): string {
  if (expression.kind === "license") return writeLeaf(expression);
  const { kind, parts } = expression;
  return parts
    .map((part) => {
      const text = writeExpression(part);
      return kind === "and" && part.kind === "or" ? `(${text})` : text;
    })
    .join(kind === "and" ? " AND " : " OR ");
}

/**
 * All licences of an expression, in the order in which they stand.
 *
 * @example
 * ```ts
 * import { leavesOf, readLicense } from "@vitalcore/opensource";
 * const { expression } = readLicense("MIT OR Apache-2.0");
 * expression === null ? [] : leavesOf(expression).map(({ id }) => id); // => ["MIT", "Apache-2.0"]
 * ```
 */
export function leavesOf(expression: LicenseExpression): readonly LicenseLeaf[] {
  return expression.kind === "license" ? [expression] : expression.parts.flatMap(leavesOf);
}
