import { throwIfErrors } from "@vitalcore/core";
import { LinearProgram, type LinearRow } from "@vitalcore/stats/linear-program";
import { find } from "../catalog.js";
import type { CountCell, CountRelation } from "./counts.js";

/** A table with hidden counts as a reader sees it: the hidden counts unknown, the others put in. */
export interface ReaderView {
  readonly hidden: readonly string[];
  /** What is known of the hidden counts, as numbers of any kind, and as whole numbers. */
  readonly rows: readonly LinearRow[];
  readonly wholeRows: readonly LinearRow[];
  /** What a hidden count is at least and at most; unknowns are counted from the least. */
  readonly least: readonly number[];
  readonly most: readonly number[];
}

/** Rows times columns of a tableau above which an exact check would take too long, about 400 MB. */
const LARGEST_TABLEAU = 5e7;
/** Whole numbers are found among fractions by trying out at most so many halvings. */
const MOST_BRANCHES = 400;
const NEARLY_WHOLE = 1e-6;

/** Unknown whole counts with whole coefficients have whole sums: bounds move to the next whole number. */
function tightened({ terms, op, right }: LinearRow): LinearRow {
  if (op === "=" || !terms.every(([, coefficient]) => Number.isInteger(coefficient))) {
    return { terms, op, right };
  }
  return { terms, op, right: op === "<=" ? Math.floor(right + 1e-9) : Math.ceil(right - 1e-9) };
}

/**
 * What a reader sees.
 *
 * @param boundsOf - what the reader knows of a hidden count in any case.
 * @throws VitalError `survey/suppression-too-large`.
 */
export function readerView(
  cells: readonly CountCell[],
  relations: readonly CountRelation[],
  hidden: ReadonlySet<string>,
  boundsOf: (cell: CountCell) => readonly [least: number, most: number],
): ReaderView {
  const values = new Map(cells.map(({ id, value }) => [id, value]));
  const unknowns = cells.filter(({ id }) => hidden.has(id));
  const indices = new Map(unknowns.map(({ id }, i) => [id, i]));
  const bounds = unknowns.map(boundsOf);
  const rows: LinearRow[] = [];
  for (const { terms, op, right } of relations) {
    const unknown: (readonly [number, number])[] = [];
    let known = right;
    for (const [cell, coefficient] of Object.entries(terms)) {
      const index = indices.get(cell);
      if (index === undefined) known -= coefficient * (values.get(cell) as number);
      else {
        unknown.push([index, coefficient]);
        known -= coefficient * bounds[index]![0];
      }
    }
    if (unknown.length > 0) rows.push({ terms: unknown, op, right: known });
  }
  if (rows.length * (unknowns.length + 2 * rows.length) > LARGEST_TABLEAU) {
    const facts = { hidden: unknowns.length, relations: rows.length };
    throwIfErrors([find("survey/suppression-too-large", { facts })]);
  }
  return {
    hidden: unknowns.map(({ id }) => id),
    rows,
    wholeRows: rows.map(tightened),
    least: bounds.map(([least]) => least),
    most: bounds.map(([, most]) => most),
  };
}

function programOf({ most, least }: ReaderView, rows: readonly LinearRow[]): LinearProgram {
  return new LinearProgram(
    most.map((upper, i) => upper - least[i]!),
    rows,
  );
}

/** Whether any numbers fit what is published. */
export function isConsistent(view: ReaderView): boolean {
  return programOf(view, view.rows).feasible;
}

/** The greatest, or least, value that a hidden count can have: among fractions, and among whole numbers. */
export interface Extreme {
  readonly real: number;
  readonly whole: number;
}

/** The greatest (sign 1) or least (sign -1) value of an unknown, by branch and bound; `undefined`: none fits. */
export function extremeOf(view: ReaderView, index: number, sign: 1 | -1): Extreme | undefined {
  const objective = new Map([[index, -sign]]);
  const least = view.least[index]!;
  const inFractions = programOf(view, view.rows);
  if (!inFractions.feasible) return undefined;
  const real = inFractions.minimize(objective)?.value;
  if (real === undefined) {
    return { real: sign * Number.POSITIVE_INFINITY, whole: sign * Number.POSITIVE_INFINITY };
  }
  const whole = wholeOptimum(view, objective, -real);
  return whole === undefined
    ? undefined
    : { real: sign * -real + least, whole: sign * whole + least };
}

/** The greatest whole value of an objective, given as costs; its bound where the search is too long. */
function wholeOptimum(
  view: ReaderView,
  costs: ReadonlyMap<number, number>,
  bound: number,
): number | undefined {
  const open: (readonly LinearRow[])[] = [[]];
  let best: number | undefined;
  for (let branches = 0; open.length > 0; branches++) {
    if (branches >= MOST_BRANCHES) return Math.floor(bound + NEARLY_WHOLE);
    const extra = open.pop()!;
    const optimum = programOf(view, [...view.wholeRows, ...extra]).minimize(costs);
    if (optimum === undefined) continue;
    const value = -optimum.value;
    if (best !== undefined && Math.floor(value + NEARLY_WHOLE) <= best) continue;
    const split = branchesAt(optimum.variables);
    if (split === undefined) best = Math.round(value);
    else open.push([...extra, split.below], [...extra, split.above]);
  }
  return best;
}

/** Whether some whole counts that agree with all that is shown give an unknown at least a value. */
export function canReach(view: ReaderView, index: number, value: number): boolean {
  const wanted: LinearRow = { terms: [[index, 1]], op: ">=", right: value - view.least[index]! };
  // Towards the smallest numbers: there solutions are whole more often.
  const objective = new Map(view.hidden.map((_, i) => [i, 1]));
  const open: (readonly LinearRow[])[] = [[wanted]];
  for (let branches = 0; open.length > 0 && branches < MOST_BRANCHES; branches++) {
    const extra = open.pop()!;
    const optimum = programOf(view, [...view.wholeRows, ...extra]).minimize(objective);
    if (optimum === undefined) continue;
    const split = branchesAt(optimum.variables);
    if (split === undefined) return true;
    open.push([...extra, split.above], [...extra, split.below]);
  }
  return false;
}

/** The two sides of the first variable that is not whole. */
function branchesAt(
  variables: Float64Array,
): { readonly below: LinearRow; readonly above: LinearRow } | undefined {
  const split = variables.findIndex((x) => Math.abs(x - Math.round(x)) > NEARLY_WHOLE);
  if (split < 0) return undefined;
  const x = variables[split]!;
  return {
    below: { terms: [[split, 1]], op: "<=", right: Math.floor(x) },
    above: { terms: [[split, 1]], op: ">=", right: Math.ceil(x) },
  };
}
