import { VitalError } from "@vitalcore/core";
import type { CellRelation, PublishedCell } from "./cells.js";
import { BoundedSimplex, type LinearRow } from "./linear-program.js";
import { find } from "./publication-catalog.js";

/** What can be worked out about a hidden cell: whole numbers from `lower` to `upper`. */
export interface FeasibleInterval {
  readonly cell: string;
  readonly lower: number;
  /** Infinity where nothing bounds it. */
  readonly upper: number;
}

/** Rows times columns of a tableau above which an exact check would take too long, about 400 MB. */
const LARGEST_TABLEAU = 5e7;
/** Whole numbers are found among fractions by trying out at most so many halvings. */
const MOST_BRANCHES = 400;
const NEARLY_WHOLE = 1e-6;

/** The programme of an attacker: the hidden cells as unknowns, the published ones put in. */
export interface Attack {
  readonly hidden: readonly string[];
  readonly rows: readonly LinearRow[];
  readonly least: number;
}

export function attackOn(
  cells: readonly PublishedCell[],
  relations: readonly CellRelation[],
  hidden: ReadonlySet<string>,
  least: number,
): Attack {
  const values = new Map(cells.map(({ id, value }) => [id, value]));
  const names = cells.map(({ id }) => id).filter((id) => hidden.has(id));
  const indices = new Map(names.map((id, i) => [id, i]));
  const rows: LinearRow[] = [];
  for (const { terms, op, right } of relations) {
    const unknown: (readonly [number, number])[] = [];
    let known = right;
    for (const [cell, coefficient] of Object.entries(terms)) {
      const index = indices.get(cell);
      if (index === undefined) known -= coefficient * (values.get(cell) as number);
      else {
        unknown.push([index, coefficient]);
        // Unknowns are counted from the least value that they can have.
        known -= coefficient * least;
      }
    }
    if (unknown.length > 0) rows.push({ terms: unknown, op, right: known });
  }
  if (rows.length * (names.length + 2 * rows.length) > LARGEST_TABLEAU) {
    const facts = { hidden: names.length, relations: rows.length };
    throw new VitalError([find("validate/suppression-too-large", { facts })]);
  }
  return { hidden: names, rows, least };
}

function solver({ hidden, rows }: Attack, extra: readonly LinearRow[] = []): BoundedSimplex {
  const uppers = hidden.map(() => Number.POSITIVE_INFINITY);
  return new BoundedSimplex(uppers, [...rows, ...extra]);
}

/** The greatest (or, with sign -1, least) whole value of an unknown, by branch and bound. */
export function wholeExtreme(attack: Attack, index: number, sign: 1 | -1): number | undefined {
  let best: number | undefined;
  let branches = 0;
  let cut = false;
  let bound: number | undefined;
  const open: (readonly LinearRow[])[] = [[]];
  while (open.length > 0) {
    const extra = open.pop() as readonly LinearRow[];
    branches += 1;
    if (branches > MOST_BRANCHES) {
      cut = true;
      break;
    }
    const simplex = solver(attack, extra);
    if (!simplex.feasible) continue;
    const optimum = simplex.minimize(new Map([[index, -sign]]));
    if (optimum === undefined) return sign * Number.POSITIVE_INFINITY;
    const value = -optimum.value;
    if (extra.length === 0) bound = value;
    const reachable = Math.floor(value + NEARLY_WHOLE);
    if (best !== undefined && reachable <= best) continue;
    const fractional = optimum.variables.findIndex(
      (x) => Math.abs(x - Math.round(x)) > NEARLY_WHOLE,
    );
    if (fractional < 0) {
      best = Math.round(value);
      continue;
    }
    const x = optimum.variables[fractional] as number;
    open.push(
      [...extra, { terms: [[fractional, 1]], op: "<=", right: Math.floor(x) }],
      [...extra, { terms: [[fractional, 1]], op: ">=", right: Math.ceil(x) }],
    );
  }
  // Cut short, the bound of the programme without whole numbers is what is known.
  const extreme = cut && bound !== undefined ? Math.floor(bound + NEARLY_WHOLE) : best;
  return extreme === undefined ? undefined : sign * extreme + attack.least;
}

/** Whether some whole-numbered solution gives an unknown at least a value; `undefined`: not settled in time. */
export function canReach(attack: Attack, index: number, value: number): boolean {
  const wanted: LinearRow = { terms: [[index, 1]], op: ">=", right: value - attack.least };
  const open: (readonly LinearRow[])[] = [[wanted]];
  for (let branches = 0; open.length > 0 && branches < MOST_BRANCHES; branches++) {
    const extra = open.pop() as readonly LinearRow[];
    const simplex = solver(attack, extra);
    // Towards the smallest numbers: there solutions are whole more often.
    const optimum = simplex.minimize(new Map(attack.hidden.map((_, i) => [i, 1])));
    if (optimum === undefined) continue;
    const fractional = optimum.variables.findIndex(
      (x) => Math.abs(x - Math.round(x)) > NEARLY_WHOLE,
    );
    if (fractional < 0) return true;
    const x = optimum.variables[fractional] as number;
    open.push(
      [...extra, { terms: [[fractional, 1]], op: ">=", right: Math.ceil(x) }],
      [...extra, { terms: [[fractional, 1]], op: "<=", right: Math.floor(x) }],
    );
  }
  return false;
}

/** The feasible whole numbers of every hidden cell; `undefined` if the published values contradict one another. */
export function intervalsOf(attack: Attack): readonly FeasibleInterval[] | undefined {
  const { hidden } = attack;
  if (hidden.length > 0 && !solver(attack).feasible) return undefined;
  const intervals: FeasibleInterval[] = [];
  for (const [index, cell] of hidden.entries()) {
    const lower = wholeExtreme(attack, index, -1);
    const upper = wholeExtreme(attack, index, 1);
    if (lower === undefined || upper === undefined) return undefined;
    intervals.push({ cell, lower, upper });
  }
  return intervals;
}
