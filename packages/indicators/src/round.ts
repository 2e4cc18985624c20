/**
 * A number rounded to some decimals, halves up, as it stands in decimal: 0.6845 is a half although its double
 * lies below.
 */
export function roundHalfUp(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor(Number((value * scale).toPrecision(14)) + 0.5) / scale;
}
