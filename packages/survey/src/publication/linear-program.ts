/** A linear constraint `sum coefficients_j x_j  op  right`. */
export interface Constraint {
  readonly coefficients: Float64Array;
  readonly op: "=" | "<=" | ">=";
  readonly right: number;
}

/** The optimum of a linear program, or why there is none. */
export type Optimum =
  | { readonly status: "optimal"; readonly value: number; readonly x: Float64Array }
  | { readonly status: "infeasible" | "unbounded" };

const TINY = 1e-9;

/**
 * Maximizes `objective . x` subject to constraints and x >= 0, by the simplex method in two phases with
 * Bland's rule, which cannot cycle. For small problems. Source: Bland (1977), Mathematics of Operations
 * Research 2:103-107; Chvátal (1983), chapters 3 and 8.
 */
export function maximize(objective: Float64Array, constraints: readonly Constraint[]): Optimum {
  const n = objective.length;
  const rows = constraints.map(({ coefficients, op, right }) =>
    right < 0
      ? {
          coefficients: coefficients.map((value) => -value),
          op: op === "=" ? op : op === "<=" ? (">=" as const) : ("<=" as const),
          right: -right,
        }
      : { coefficients, op, right },
  );
  const slacks = rows.filter(({ op }) => op !== "=").length;
  const artificials = rows.filter(({ op }) => op !== "<=").length;
  const width = n + slacks + artificials + 1;
  const firstArtificial = n + slacks;
  const tableau = rows.map(() => new Float64Array(width));
  const basis = new Int32Array(rows.length);
  let slack = n;
  let artificial = firstArtificial;
  rows.forEach(({ coefficients, op, right }, i) => {
    const row = tableau[i]!;
    row.set(coefficients);
    row[width - 1] = right;
    if (op !== "=") row[slack] = op === "<=" ? 1 : -1;
    if (op === "<=") basis[i] = slack;
    else {
      row[artificial] = 1;
      basis[i] = artificial++;
    }
    if (op !== "=") slack += 1;
  });
  if (artificials > 0) {
    const cost = new Float64Array(width);
    for (let j = firstArtificial; j < width - 1; j++) cost[j] = -1;
    const first = new Float64Array(width);
    reduce(first, cost, tableau, basis);
    simplex(first, tableau, basis, width - 1);
    if (first[width - 1]! < -1e-7) return { status: "infeasible" };
    expelArtificials(tableau, basis, firstArtificial);
  }
  const cost = new Float64Array(width);
  cost.set(objective);
  const z = new Float64Array(width);
  reduce(z, cost, tableau, basis);
  if (!simplex(z, tableau, basis, firstArtificial)) return { status: "unbounded" };
  const x = new Float64Array(n);
  basis.forEach((column, i) => {
    if (column < n) x[column] = tableau[i]![width - 1]!;
  });
  return { status: "optimal", value: objective.reduce((sum, c, j) => sum + c * x[j]!, 0), x };
}

/** Objective row: costs reduced by the basis; its last entry is the value so far. */
function reduce(
  into: Float64Array,
  cost: Float64Array,
  tableau: readonly Float64Array[],
  basis: Int32Array,
): void {
  const last = into.length - 1;
  into.set(cost);
  into[last] = 0;
  basis.forEach((column, i) => {
    const price = cost[column]!;
    if (price === 0) return;
    for (let j = 0; j < last; j++) into[j]! -= price * tableau[i]![j]!;
    into[last]! += price * tableau[i]![last]!;
  });
}

/** Pivots until no column improves; false when the objective has no bound. */
function simplex(
  z: Float64Array,
  tableau: readonly Float64Array[],
  basis: Int32Array,
  columns: number,
): boolean {
  const last = z.length - 1;
  for (;;) {
    let entering = 0;
    while (entering < columns && !(z[entering]! > TINY)) entering += 1;
    if (entering === columns) return true;
    let leaving = -1;
    let least = Number.POSITIVE_INFINITY;
    tableau.forEach((row, i) => {
      const head = row[entering]!;
      if (head <= TINY) return;
      const ratio = row[last]! / head;
      if (
        ratio < least - TINY ||
        (ratio < least + TINY && (leaving < 0 || basis[i]! < basis[leaving]!))
      ) {
        least = ratio;
        leaving = i;
      }
    });
    if (leaving < 0) return false;
    pivot(z, tableau, basis, leaving, entering);
  }
}

function pivot(
  z: Float64Array | undefined,
  tableau: readonly Float64Array[],
  basis: Int32Array,
  leaving: number,
  entering: number,
): void {
  const row = tableau[leaving]!;
  const head = row[entering]!;
  for (let j = 0; j < row.length; j++) row[j]! /= head;
  tableau.forEach((other, i) => {
    const factor = other[entering]!;
    if (i === leaving || factor === 0) return;
    for (let j = 0; j < other.length; j++) other[j]! -= factor * row[j]!;
  });
  if (z !== undefined) {
    const last = z.length - 1;
    const factor = z[entering]!;
    for (let j = 0; j < last; j++) z[j]! -= factor * row[j]!;
    z[last]! += factor * row[last]!;
  }
  basis[leaving] = entering;
}

/** Artificial variables that stay in the basis at zero make room, or their row says nothing. */
function expelArtificials(
  tableau: Float64Array[],
  basis: Int32Array,
  firstArtificial: number,
): void {
  for (let i = 0; i < tableau.length; i++) {
    if (basis[i]! < firstArtificial) continue;
    const row = tableau[i]!;
    let column = 0;
    while (column < firstArtificial && Math.abs(row[column]!) <= TINY) column += 1;
    if (column < firstArtificial) pivot(undefined, tableau, basis, i, column);
    else row.fill(0);
  }
}

/** How many subproblems are looked at before the bound of the relaxation has to do. */
const MOST_NODES = 100;

/** Whole variables with whole coefficients have whole sums: bounds move to the next whole number. */
function tightened(constraint: Constraint): Constraint {
  const { coefficients, op, right } = constraint;
  if (op === "=" || !coefficients.every(Number.isInteger)) return constraint;
  const whole = op === "<=" ? Math.floor(right + 1e-9) : Math.ceil(right - 1e-9);
  return { coefficients, op, right: whole };
}

/** The largest value of one variable over whole numbers, by branch and bound; its bound where that is too long. */
export function maximizeWhole(objective: Float64Array, given: readonly Constraint[]): number {
  const constraints = given.map(tightened);
  const root = maximize(objective, constraints);
  if (root.status !== "optimal") {
    return root.status === "unbounded" ? Number.POSITIVE_INFINITY : Number.NaN;
  }
  let best = Number.NEGATIVE_INFINITY;
  let nodes = 0;
  const open: (readonly Constraint[])[] = [constraints];
  while (open.length > 0) {
    if (++nodes > MOST_NODES) return Math.floor(root.value + 1e-6);
    const own = open.pop()!;
    const relaxed = maximize(objective, own);
    if (relaxed.status !== "optimal" || Math.floor(relaxed.value + 1e-6) <= best) continue;
    const split = relaxed.x.findIndex((value) => Math.abs(value - Math.round(value)) > 1e-6);
    if (split < 0) {
      best = Math.max(best, Math.round(relaxed.value));
      continue;
    }
    const coefficients = new Float64Array(objective.length);
    coefficients[split] = 1;
    const value = relaxed.x[split]!;
    open.push([...own, { coefficients, op: "<=", right: Math.floor(value) }]);
    open.push([...own, { coefficients, op: ">=", right: Math.ceil(value) }]);
  }
  return best === Number.NEGATIVE_INFINITY ? Number.NaN : best;
}
