/** Numbers as a Float64Array; whatever is no number is NaN (`null` would silently become 0). */
export function floatsOf(values: ArrayLike<number | null>): Float64Array {
  if (values instanceof Float64Array) return values;
  return Float64Array.from(values, (value) => (typeof value === "number" ? value : Number.NaN));
}
