/**
 * Error-free transformations (Dekker 1971; Knuth 1998, section 4.2.2): the rounding error of one
 * operation, exactly. Valid as long as nothing overflows or becomes subnormal.
 */

/** The rounding error of `a + b`, given its rounded sum. */
export function sumError(a: number, b: number, sum: number): number {
  const bRounded = sum - a;
  return a - (sum - bRounded) + (b - bRounded);
}

const SPLITTER = 134217729; // 2^27 + 1

/** The rounding error of `a * b`, given its rounded product. */
export function productError(a: number, b: number, product: number): number {
  const aSplit = SPLITTER * a;
  const aHigh = aSplit - (aSplit - a);
  const aLow = a - aHigh;
  const bSplit = SPLITTER * b;
  const bHigh = bSplit - (bSplit - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/** `a * b - c * d` with one rounding or two, where the plain expression cancels. */
export function productDifference(a: number, b: number, c: number, d: number): number {
  const ab = a * b;
  const cd = c * d;
  const difference = ab - cd;
  const error = sumError(ab, -cd, difference) + productError(a, b, ab) - productError(c, d, cd);
  return difference + error;
}
