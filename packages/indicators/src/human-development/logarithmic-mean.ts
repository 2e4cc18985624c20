/** (b - a) / ln(b / a): turns a sum of logarithms into parts of a difference, exactly (Ang 2004). */
export function logarithmicMean(a: number, b: number): number {
  return a === b ? a : (b - a) / Math.log(b / a);
}
