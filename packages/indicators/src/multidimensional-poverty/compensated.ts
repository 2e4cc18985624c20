/** Adds a term to one cell of a sum that is kept with what rounding lost (Neumaier, 1974). */
export function addTerm(sums: Float64Array, lost: Float64Array, cell: number, term: number): void {
  const sum = sums[cell] as number;
  const next = sum + term;
  lost[cell] =
    (lost[cell] as number) +
    (Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum);
  sums[cell] = next;
}
