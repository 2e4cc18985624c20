import { type Finding, VitalError } from "@vitalcore/core";
import { find } from "./catalog.js";

/** A row of a linear programme: coefficients by variable, and what their sum is compared with. */
export interface LinearRow {
  /** Numbers of variables, from 0, with their coefficients; what is not named has 0. */
  readonly terms: readonly (readonly [variable: number, coefficient: number])[];
  readonly op: "=" | "<=" | ">=";
  readonly right: number;
}

/** An optimum: the value of the objective and of every variable. */
export interface Optimum {
  readonly value: number;
  readonly variables: Float64Array;
}

function unsound(what: string, found: unknown, wanted: string): Finding {
  const facts = { what: "A linear programme", name: what, wanted };
  return find("stats/invalid-parameter", { found: found as number, facts });
}

function refuseUnsound(uppers: readonly number[], rows: readonly LinearRow[]): void {
  const findings = [
    ...uppers.flatMap((upper, j) =>
      upper >= 0 ? [] : [unsound(`the upper bound of variable ${j}`, upper, "0 or more")],
    ),
    ...rows.flatMap(({ terms, right }, i) => [
      ...terms.flatMap(([variable, coefficient]) => [
        ...(Number.isInteger(variable) && variable >= 0 && variable < uppers.length
          ? []
          : [unsound(`a variable of row ${i}`, variable, "the number of a variable")]),
        ...(Number.isFinite(coefficient)
          ? []
          : [unsound(`a coefficient of row ${i}`, coefficient, "a finite number")]),
      ]),
      ...(Number.isFinite(right)
        ? []
        : [unsound(`the right-hand side of row ${i}`, right, "a finite number")]),
    ]),
  ];
  if (findings.length > 0) throw new VitalError(findings);
}

const TOLERANCE = 1e-12;
/** Steps without progress after which Bland's rule takes over, which cannot cycle. */
const PATIENCE = 50;

/**
 * A linear programme, solved by the bounded simplex method (Dantzig 1955; Chvátal 1983, chapter 8) on a dense
 * tableau: for small programmes that are asked again and again with other objectives. Variables run from 0 to an
 * upper bound, which may be infinite. A variable at its upper bound is counted from there, with the signs of its
 * column turned.
 *
 * @param uppers - upper bound of each variable, from 0; infinite where there is none.
 * @param rows - what must hold.
 * @throws VitalError `stats/invalid-parameter`.
 *
 * @example
 * ```ts
 * import { LinearProgram } from "@vitalcore/stats/linear-program";
 * const program = new LinearProgram([3, Infinity], [{ terms: [[0, 1], [1, 2]], op: "<=", right: 8 }]);
 * const most = program.minimize(new Map([[0, -2], [1, -3]]));
 * most?.value; // => -13.5
 * [...most?.variables ?? []]; // => [3, 2.5]
 * ```
 */
export class LinearProgram {
  /** Whether any values satisfy all rows. */
  readonly feasible: boolean;
  readonly #variables: number;
  readonly #width: number;
  readonly #uppers: Float64Array;
  readonly #turned: Uint8Array;
  readonly #rows: Float64Array[] = [];
  readonly #right: number[] = [];
  readonly #basis: number[] = [];
  readonly #costs: Float64Array;

  constructor(uppers: readonly number[], rows: readonly LinearRow[]) {
    refuseUnsound(uppers, rows);
    const slacks = rows.filter(({ op }) => op !== "=").length;
    const first = uppers.length + slacks;
    this.#variables = uppers.length;
    this.#width = first + rows.length;
    this.#uppers = new Float64Array(this.#width).fill(Number.POSITIVE_INFINITY);
    this.#uppers.set(uppers);
    this.#turned = new Uint8Array(this.#width);
    this.#costs = new Float64Array(this.#width);
    let slack = uppers.length;
    for (const [i, { terms, op, right }] of rows.entries()) {
      const row = new Float64Array(this.#width);
      for (const [variable, coefficient] of terms) row[variable]! += coefficient;
      const own = op === "=" ? -1 : slack++;
      if (own >= 0) row[own] = op === "<=" ? 1 : -1;
      if (right < 0 || (right === 0 && op === ">=")) {
        for (let j = 0; j < row.length; j++) row[j] = -row[j]!;
      }
      // What already holds where all variables are zero needs no artificial variable.
      const start = own >= 0 && row[own]! > 0 ? own : first + i;
      row[start] = 1;
      this.#rows.push(row);
      this.#right.push(Math.abs(right));
      this.#basis.push(start);
    }
    // Phase one: the artificial variables are driven to zero, and stay there.
    const missing = this.#optimize(new Float64Array(this.#width).fill(1, first));
    this.feasible = missing !== undefined && missing < 1e-7;
    this.#uppers.fill(0, first);
  }

  /**
   * The least value of an objective, or `undefined` if it has none: nothing satisfies the rows, or nothing bounds it.
   *
   * @param objective - cost of each variable by its number; what is not named costs nothing.
   */
  minimize(objective: ReadonlyMap<number, number>): Optimum | undefined {
    if (!this.feasible) return undefined;
    const costs = new Float64Array(this.#width);
    for (const [variable, cost] of objective) costs[variable] = cost;
    const value = this.#optimize(costs);
    return value === undefined ? undefined : { value, variables: this.#values() };
  }

  #values(): Float64Array {
    const values = new Float64Array(this.#width);
    this.#basis.forEach((variable, i) => {
      values[variable] = this.#right[i]!;
    });
    for (let j = 0; j < values.length; j++) {
      if (this.#turned[j] === 1) values[j] = this.#uppers[j]! - values[j]!;
    }
    return values.slice(0, this.#variables);
  }

  /** Reduced costs of an objective in the tableau as it stands. */
  #price(objective: Float64Array): void {
    const costs = this.#costs;
    const turned = this.#turned;
    for (let j = 0; j < costs.length; j++) {
      costs[j] = turned[j] === 1 ? -objective[j]! : objective[j]!;
    }
    this.#rows.forEach((row, i) => {
      const basic = this.#basis[i]!;
      const cost = turned[basic] === 1 ? -objective[basic]! : objective[basic]!;
      if (cost === 0) return;
      for (let j = 0; j < costs.length; j++) {
        costs[j] = costs[j]! - cost * row[j]!;
      }
    });
  }

  #valueOf(objective: Float64Array): number {
    let value = 0;
    this.#basis.forEach((variable, i) => {
      const right = this.#right[i]!;
      const cost = objective[variable]!;
      if (cost === 0) return;
      const x = this.#turned[variable] === 1 ? this.#uppers[variable]! - right : right;
      value += cost * x;
    });
    const basic = new Set(this.#basis);
    for (let j = 0; j < objective.length; j++) {
      if (this.#turned[j] === 1 && objective[j] !== 0 && !basic.has(j)) {
        value += objective[j]! * this.#uppers[j]!;
      }
    }
    return value;
  }

  #optimize(objective: Float64Array): number | undefined {
    this.#price(objective);
    const scale = objective.reduce((most, cost) => Math.max(most, Math.abs(cost)), 0);
    let stalled = 0;
    for (;;) {
      const entering = this.#entering(stalled > PATIENCE, scale);
      if (entering < 0) return this.#valueOf(objective);
      const step = this.#step(entering);
      if (step === undefined) return undefined;
      stalled = step > TOLERANCE ? 0 : stalled + 1;
    }
  }

  /** The variable that improves most; with Bland's rule the first that improves. */
  #entering(bland: boolean, scale: number): number {
    let best = -1;
    let least = -TOLERANCE * scale;
    for (let j = 0; j < this.#width; j++) {
      const cost = this.#costs[j]!;
      if (cost >= least || this.#uppers[j] === 0) continue;
      if (bland) return j;
      least = cost;
      best = j;
    }
    return best;
  }

  /** Lets a variable enter; gives how far it went, or `undefined` if nothing stops it. */
  #step(entering: number): number | undefined {
    let length = this.#uppers[entering]!;
    let leaving = -1;
    let atUpper = false;
    this.#rows.forEach((row, i) => {
      const slope = row[entering]!;
      const right = this.#right[i]!;
      const upper = this.#uppers[this.#basis[i]!]! as number;
      let reach = Number.POSITIVE_INFINITY;
      if (slope > TOLERANCE) reach = right / slope;
      else if (slope < -TOLERANCE && upper < Number.POSITIVE_INFINITY) {
        reach = (upper - right) / -slope;
      }
      const nearer = reach < length;
      const tied = leaving >= 0 && reach === length && this.#basis[i]! < this.#basis[leaving]!;
      if (!nearer && !tied) return;
      length = Math.max(0, reach);
      leaving = i;
      atUpper = slope < 0;
    });
    if (length === Number.POSITIVE_INFINITY) return undefined;
    if (leaving < 0) this.#turn(entering, length);
    else {
      if (atUpper) this.#turnBasic(leaving);
      this.#pivot(leaving, entering);
    }
    return length;
  }

  /** Counts a variable that is not in the basis from its other bound. */
  #turn(variable: number, upper: number): void {
    this.#rows.forEach((row, i) => {
      const slope = row[variable]!;
      this.#right[i] = this.#right[i]! - slope * upper;
      row[variable] = -slope;
    });
    this.#costs[variable] = -this.#costs[variable]!;
    this.#turned[variable] = 1 - this.#turned[variable]!;
  }

  /** Counts the basic variable of a row from its upper bound. */
  #turnBasic(i: number): void {
    const basic = this.#basis[i]!;
    const row = this.#rows[i]!;
    for (let j = 0; j < row.length; j++) row[j] = -row[j]!;
    row[basic] = 1;
    this.#right[i] = this.#uppers[basic]! - this.#right[i]!;
    this.#turned[basic] = 1 - this.#turned[basic]!;
  }

  #pivot(leaving: number, entering: number): void {
    const pivotRow = this.#rows[leaving]!;
    const pivot = pivotRow[entering]!;
    for (let j = 0; j < pivotRow.length; j++) pivotRow[j] = pivotRow[j]! / pivot;
    pivotRow[entering] = 1;
    this.#right[leaving] = this.#right[leaving]! / pivot;
    const clear = (row: Float64Array): number => {
      const factor = row[entering]!;
      if (factor === 0) return 0;
      for (let j = 0; j < row.length; j++) {
        row[j] = row[j]! - factor * pivotRow[j]!;
      }
      row[entering] = 0;
      return factor;
    };
    this.#rows.forEach((row, i) => {
      if (i === leaving) return;
      const factor = clear(row);
      const right = this.#right[i]! - factor * this.#right[leaving]!;
      this.#right[i] = Math.abs(right) < 1e-14 ? 0 : right;
    });
    clear(this.#costs);
    this.#basis[leaving] = entering;
  }
}
