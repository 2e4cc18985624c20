/**
 * Maximizes c'x subject to A x <= b and x >= 0 by the simplex method on a dense tableau, with Bland's rule, which
 * cannot cycle. Phase one brings in rows with a negative bound. Returns `undefined` if nothing satisfies the
 * constraints, or nothing bounds the objective.
 */
export function maximize(
  objective: readonly number[],
  rows: readonly (readonly number[])[],
  bounds: readonly number[],
): { readonly value: number; readonly x: readonly number[] } | undefined {
  const n = objective.length;
  const m = rows.length;
  // Columns: the variables, a slack for each row, one artificial variable, the bound.
  const width = n + m + 2;
  const table = rows.map((row, i) => {
    const line = new Float64Array(width);
    line.set(row);
    line[n + i] = 1;
    line[n + m] = -1;
    line[width - 1] = bounds[i] as number;
    return line;
  });
  const basis = Int32Array.from(rows, (_, i) => n + i);
  const lowest = bounds.reduce((at, b, i) => (b < (bounds[at] as number) ? i : at), 0);
  if ((bounds[lowest] ?? 0) < 0) {
    const phaseOne = new Float64Array(width);
    phaseOne[n + m] = 1;
    pivot(table, phaseOne, basis, lowest, n + m);
    run(table, phaseOne, basis, width - 1);
    // The objective of phase one is minus the artificial variable.
    if (Math.abs(phaseOne[width - 1] as number) > 1e-9) return undefined;
    const at = basis.indexOf(n + m);
    if (at >= 0) {
      const enter = (table[at] as Float64Array).findIndex(
        (x, j) => j < n + m && Math.abs(x) > 1e-11,
      );
      if (enter >= 0) pivot(table, phaseOne, basis, at, enter);
    }
  }
  for (const line of table) line[n + m] = 0;
  const costs = new Float64Array(width);
  objective.forEach((c, j) => {
    costs[j] = -c;
  });
  basis.forEach((column, i) => {
    const factor = costs[column] as number;
    if (factor !== 0) subtract(costs, table[i] as Float64Array, factor);
  });
  if (!run(table, costs, basis, width - 1)) return undefined;
  const x = new Array<number>(n).fill(0);
  basis.forEach((column, i) => {
    if (column < n) x[column] = table[i]?.[width - 1] as number;
  });
  return { value: costs[width - 1] as number, x };
}

const TINY = 1e-11;

/** Pivots until no cost is negative; `false` if the objective is unbounded. */
function run(
  table: readonly Float64Array[],
  costs: Float64Array,
  basis: Int32Array,
  last: number,
): boolean {
  for (;;) {
    let enter = -1;
    for (let j = 0; j < last && enter < 0; j++) if ((costs[j] as number) < -TINY) enter = j;
    if (enter < 0) return true;
    let leave = -1;
    let least = Number.POSITIVE_INFINITY;
    table.forEach((line, i) => {
      const entry = line[enter] as number;
      if (entry <= TINY) return;
      const ratio = (line[last] as number) / entry;
      const better = ratio < least - 1e-13;
      const tied = !better && ratio <= least + 1e-13 && leave >= 0;
      if (better || (tied && (basis[i] as number) < (basis[leave] as number))) {
        least = ratio;
        leave = i;
      }
    });
    if (leave < 0) return false;
    pivot(table, costs, basis, leave, enter);
  }
}

function pivot(
  table: readonly Float64Array[],
  costs: Float64Array,
  basis: Int32Array,
  row: number,
  column: number,
): void {
  const line = table[row] as Float64Array;
  const entry = line[column] as number;
  for (let j = 0; j < line.length; j++) line[j] = (line[j] as number) / entry;
  table.forEach((other, i) => {
    if (i !== row) subtract(other, line, other[column] as number);
  });
  subtract(costs, line, costs[column] as number);
  basis[row] = column;
}

function subtract(from: Float64Array, line: Float64Array, factor: number): void {
  if (factor === 0) return;
  for (let j = 0; j < from.length; j++) {
    from[j] = (from[j] as number) - factor * (line[j] as number);
  }
}
