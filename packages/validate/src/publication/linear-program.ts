/** A row of a linear programme: coefficients by variable, and what their sum is compared with. */
export interface LinearRow {
  readonly terms: readonly (readonly [variable: number, coefficient: number])[];
  readonly op: "=" | "<=" | ">=";
  readonly right: number;
}

/** An optimum: the value of the objective and of every variable. */
export interface Optimum {
  readonly value: number;
  readonly variables: Float64Array;
}

const TOLERANCE = 1e-9;
/** Steps without progress after which Bland's rule takes over, which cannot cycle. */
const PATIENCE = 50;

/**
 * The bounded simplex method (Dantzig 1955) on a dense tableau: small programmes, solved again and again for
 * other objectives. Variables run from 0 to an upper bound, which may be infinite. A variable at its upper
 * bound is counted from there, with the signs of its column turned.
 */
export class BoundedSimplex {
  /** Whether any values satisfy all rows. */
  readonly feasible: boolean;
  private readonly variables: number;
  private readonly width: number;
  private readonly uppers: Float64Array;
  private readonly turned: Uint8Array;
  private readonly rows: Float64Array[] = [];
  private readonly right: number[] = [];
  private readonly basis: number[] = [];
  private readonly costs: Float64Array;

  constructor(uppers: readonly number[], rows: readonly LinearRow[]) {
    const slacks = rows.filter(({ op }) => op !== "=").length;
    this.variables = uppers.length;
    this.width = uppers.length + slacks + rows.length;
    this.uppers = new Float64Array(this.width).fill(Number.POSITIVE_INFINITY);
    this.uppers.set(uppers);
    this.turned = new Uint8Array(this.width);
    this.costs = new Float64Array(this.width);
    let slack = uppers.length;
    rows.forEach(({ terms, op, right }, i) => {
      const row = new Float64Array(this.width);
      for (const [variable, coefficient] of terms) {
        row[variable] = (row[variable] as number) + coefficient;
      }
      if (op !== "=") {
        row[slack] = op === "<=" ? 1 : -1;
        slack += 1;
      }
      const sign = right < 0 ? -1 : 1;
      if (sign < 0) for (let j = 0; j < row.length; j++) row[j] = -(row[j] as number);
      const artificial = uppers.length + slacks + i;
      row[artificial] = 1;
      this.rows.push(row);
      this.right.push(sign * right);
      this.basis.push(artificial);
    });
    const first = uppers.length + slacks;
    const missing = new Float64Array(this.width).fill(1, first);
    const left = this.optimize(missing);
    this.feasible = left !== undefined && left < 1e-7;
    // Whatever is left of the artificial variables stays at zero.
    this.uppers.fill(0, first);
  }

  /** The least value of the objective, or `undefined` if it has none. */
  minimize(objective: ReadonlyMap<number, number>): Optimum | undefined {
    if (!this.feasible) return undefined;
    const costs = new Float64Array(this.width);
    for (const [variable, cost] of objective) costs[variable] = cost;
    const value = this.optimize(costs);
    return value === undefined ? undefined : { value, variables: this.values() };
  }

  private values(): Float64Array {
    const values = new Float64Array(this.width);
    this.basis.forEach((variable, i) => {
      values[variable] = this.right[i] as number;
    });
    for (let j = 0; j < values.length; j++) {
      if (this.turned[j] === 1) values[j] = (this.uppers[j] as number) - (values[j] as number);
    }
    return values.slice(0, this.variables);
  }

  /** Reduced costs of an objective in the tableau as it stands. */
  private price(objective: Float64Array): void {
    const { costs, turned } = this;
    for (let j = 0; j < costs.length; j++) {
      costs[j] = turned[j] === 1 ? -(objective[j] as number) : (objective[j] as number);
    }
    this.rows.forEach((row, i) => {
      const basic = this.basis[i] as number;
      const cost =
        turned[basic] === 1 ? -(objective[basic] as number) : (objective[basic] as number);
      if (cost === 0) return;
      for (let j = 0; j < costs.length; j++) {
        costs[j] = (costs[j] as number) - cost * (row[j] as number);
      }
    });
  }

  private valueOf(objective: Float64Array): number {
    let value = 0;
    this.basis.forEach((variable, i) => {
      const right = this.right[i] as number;
      const cost = objective[variable] as number;
      if (cost === 0) return;
      const x = this.turned[variable] === 1 ? (this.uppers[variable] as number) - right : right;
      value += cost * x;
    });
    const basic = new Set(this.basis);
    for (let j = 0; j < objective.length; j++) {
      if (this.turned[j] === 1 && objective[j] !== 0 && !basic.has(j)) {
        value += (objective[j] as number) * (this.uppers[j] as number);
      }
    }
    return value;
  }

  private optimize(objective: Float64Array): number | undefined {
    this.price(objective);
    let stalled = 0;
    for (;;) {
      const entering = this.entering(stalled > PATIENCE);
      if (entering < 0) return this.valueOf(objective);
      const step = this.step(entering);
      if (step === undefined) return undefined;
      stalled = step > TOLERANCE ? 0 : stalled + 1;
    }
  }

  /** The variable that improves most; with Bland's rule the first that improves. */
  private entering(bland: boolean): number {
    let best = -1;
    let least = -TOLERANCE;
    for (let j = 0; j < this.width; j++) {
      const cost = this.costs[j] as number;
      if (cost >= least || this.uppers[j] === 0) continue;
      if (bland) return j;
      least = cost;
      best = j;
    }
    return best;
  }

  /** Lets a variable enter; gives how far it went, or `undefined` if nothing stops it. */
  private step(entering: number): number | undefined {
    let length = this.uppers[entering] as number;
    let leaving = -1;
    let atUpper = false;
    this.rows.forEach((row, i) => {
      const slope = row[entering] as number;
      const right = this.right[i] as number;
      const upper = this.uppers[this.basis[i] as number] as number;
      let reach = Number.POSITIVE_INFINITY;
      if (slope > TOLERANCE) reach = right / slope;
      else if (slope < -TOLERANCE && upper < Number.POSITIVE_INFINITY) {
        reach = (upper - right) / -slope;
      }
      const nearer = reach < length - TOLERANCE;
      const tied =
        leaving >= 0 &&
        reach <= length &&
        this.basis[i] !== undefined &&
        (this.basis[i] as number) < (this.basis[leaving] as number);
      if (!nearer && !tied) return;
      length = Math.max(0, reach);
      leaving = i;
      atUpper = slope < 0;
    });
    if (length === Number.POSITIVE_INFINITY) return undefined;
    if (leaving < 0) this.turn(entering, length);
    else {
      if (atUpper) this.turnBasic(leaving);
      this.pivot(leaving, entering);
    }
    return length;
  }

  /** Counts a variable that is not in the basis from its other bound. */
  private turn(variable: number, upper: number): void {
    this.rows.forEach((row, i) => {
      const slope = row[variable] as number;
      this.right[i] = (this.right[i] as number) - slope * upper;
      row[variable] = -slope;
    });
    this.costs[variable] = -(this.costs[variable] as number);
    this.turned[variable] = 1 - (this.turned[variable] as number);
  }

  /** Counts the basic variable of a row from its upper bound. */
  private turnBasic(i: number): void {
    const basic = this.basis[i] as number;
    const row = this.rows[i] as Float64Array;
    for (let j = 0; j < row.length; j++) row[j] = -(row[j] as number);
    row[basic] = 1;
    this.right[i] = (this.uppers[basic] as number) - (this.right[i] as number);
    this.turned[basic] = 1 - (this.turned[basic] as number);
  }

  private pivot(leaving: number, entering: number): void {
    const pivotRow = this.rows[leaving] as Float64Array;
    const pivot = pivotRow[entering] as number;
    for (let j = 0; j < pivotRow.length; j++) pivotRow[j] = (pivotRow[j] as number) / pivot;
    pivotRow[entering] = 1;
    this.right[leaving] = (this.right[leaving] as number) / pivot;
    const clear = (row: Float64Array): number => {
      const factor = row[entering] as number;
      if (factor === 0) return 0;
      for (let j = 0; j < row.length; j++) {
        row[j] = (row[j] as number) - factor * (pivotRow[j] as number);
      }
      row[entering] = 0;
      return factor;
    };
    this.rows.forEach((row, i) => {
      if (i === leaving) return;
      const factor = clear(row);
      const right = (this.right[i] as number) - factor * (this.right[leaving] as number);
      this.right[i] = Math.abs(right) < 1e-11 ? 0 : right;
    });
    clear(this.costs);
    this.basis[leaving] = entering;
  }
}
