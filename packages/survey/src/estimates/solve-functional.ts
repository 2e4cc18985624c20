import type { DesignParts } from "../design/survey-design.js";
import { type CellOrder, cellOrder, totalsInOrder } from "../kernels/cell-order.js";
import { stageVariance } from "../kernels/stage-variance.js";
import {
  addRows,
  emptyUnitTotals,
  settle,
  totalOfGroup,
  type UnitTotals,
} from "../kernels/unit-totals.js";
import type { Functional } from "./functional.js";
import { labelOf, type RowGroups, type Solution, type Solved } from "./solution.js";
import { solveFromRows } from "./solve-influence.js";
import { solveFromReplicates } from "./solve-replicates.js";

const NO_ROWS = /* @__PURE__ */ new Int32Array(0);

/** Cells of unit totals that are held at once; more groups are done in several passes. */
const MOST_CELLS = 1 << 22;

/**
 * Estimates a functional in every group, with the variance that the design asks for: from unit totals
 * where they are enough, from rows under calibration or joint probabilities, from replicates.
 */
export function solveFunctional(
  parts: DesignParts,
  rows: RowGroups,
  functional: Functional,
  options: { readonly joint?: boolean } = {},
): Solution {
  const joint = options.joint === true;
  if (parts.replicates !== undefined) return solveFromReplicates(parts, rows, functional, joint);
  if (parts.adjustments.length > 0 || parts.pps !== undefined) {
    return solveFromRows(parts, rows, functional, joint);
  }
  return fromUnits(parts, rows, functional, joint);
}

/** Totals of the row variables in all units, for groups `first` to `first + groups - 1`. */
function unitTotals(
  parts: DesignParts,
  rows: RowGroups,
  functional: Functional,
  first: number,
  groups: number,
): UnitTotals {
  const { frame, runs, weights, facts } = parts;
  const units = frame!.stages[frame!.stages.length - 1]!.units;
  let { group } = rows;
  const all = groups === rows.groups;
  const order = all && group !== undefined ? keptOrder(parts, group, groups) : undefined;
  if (group !== undefined && !all) {
    group = group.map((g) => (g >= first && g < first + groups ? g - first : -1));
  }
  const { terms } = functional;
  const known = group === undefined ? facts.all : facts.groups.get(group);
  const weighed = known?.weighed?.weights === weights ? known.weighed.totals : undefined;
  const totals =
    order === undefined
      ? settle(
          addRows(emptyUnitTotals(units, groups, terms.length, weighed), {
            length: weights.length,
            unit: group === undefined && runs !== undefined ? NO_ROWS : parts.unitOfRow!,
            runs,
            group,
            weight: weights,
            terms,
            weighed: weighed !== undefined,
          }),
        )
      : totalsInOrder(order, { units, groups }, weights, terms, weighed);
  if (known !== undefined && weighed === undefined) {
    known.weighed = { weights, totals: { rows: totals.rows, sums: totals.sums[0]! } };
  }
  return totals;
}

/** The order of rows by unit and group, kept with the design: summing in order is twice as fast. */
function keptOrder(parts: DesignParts, group: Int32Array, groups: number): CellOrder | undefined {
  const known = parts.facts.groups.get(group);
  if (known?.cells === undefined) return undefined;
  known.order ??= cellOrder(parts.unitOfRow!, group, groups, known.cells);
  return known.order;
}

/** Influence values of the units in a group: the gradient times their totals; units x width. */
function addInfluence(
  into: Float64Array,
  { units, groups, sums }: UnitTotals,
  g: number,
  gradient: Float64Array,
): void {
  const terms = sums.length;
  const width = gradient.length / terms;
  for (let j = 0; j < width; j++) {
    for (let t = 0; t < terms; t++) {
      const slope = gradient[j * terms + t]!;
      if (slope === 0) continue;
      const plane = sums[t]!;
      for (let u = 0, at = j, cell = g; u < units; u++, at += width, cell += groups) {
        into[at]! += slope * plane[cell]!;
      }
    }
  }
}

/** Solves a functional from the totals of units: pure functions of the table of sufficient statistics. */
export function solveFromTotals(
  { frame, lonely }: Pick<DesignParts, "frame" | "lonely">,
  totals: UnitTotals,
  functional: Omit<Functional, "terms">,
  joint: boolean,
  lonelyLabel: (stage: number, stratum: number) => string,
): Solution {
  const { units, groups } = totals;
  const { width } = functional;
  const terms = totals.sums.length;
  const columns = groups * width;
  const lonelyStrata = new Set<string>();
  const variance = (values: Float64Array, wide: number, hasRows: (unit: number) => boolean) => {
    const result = stageVariance(frame!, values, hasRows, wide, lonely);
    for (const { stage, stratum } of result.lonely) lonelyStrata.add(lonelyLabel(stage, stratum));
    return result.covariance;
  };
  const hasRowsIn = (unit: number, g: number) => totals.rows[unit * groups + g] !== 0;
  const influence = new Float64Array(units * width);
  const stacked = new Float64Array(joint ? units * columns : 0);
  const solved = Array.from({ length: groups }, (_, g): Solved => {
    const sums = Float64Array.from({ length: terms }, (_plane, t) => totalOfGroup(totals, t, g));
    const hasRows = (unit: number) => hasRowsIn(unit, g);
    influence.fill(0);
    // The gradient of a group without rows is not a number, and its influence nothing.
    if (holdsForSome(units, hasRows)) addInfluence(influence, totals, g, functional.gradient(sums));
    if (joint) {
      for (let u = 0; u < units; u++) {
        const own = influence.subarray(u * width, (u + 1) * width);
        stacked.set(own, u * columns + g * width);
      }
    }
    const covariance = variance(influence, width, hasRows);
    return { totals: sums, values: functional.evaluate(sums), covariance, dropped: 0 };
  });
  if (!joint) return { groups: solved, joint: undefined, lonely: lonelyStrata };
  const hasAnyRows = (unit: number) => holdsForSome(groups, (g) => hasRowsIn(unit, g));
  const all = variance(stacked, columns, hasAnyRows);
  return { groups: solved, joint: all, lonely: lonelyStrata };
}

function holdsForSome(count: number, holds: (i: number) => boolean): boolean {
  for (let i = 0; i < count; i++) if (holds(i)) return true;
  return false;
}

function fromUnits(
  parts: DesignParts,
  rows: RowGroups,
  functional: Functional,
  joint: boolean,
): Solution {
  const { frame } = parts;
  const units = frame!.stages[frame!.stages.length - 1]!.units;
  const cells = units * (functional.terms.length + 1);
  const block = joint ? rows.groups : Math.max(1, Math.floor(MOST_CELLS / cells));
  if (block >= rows.groups) {
    const totals = unitTotals(parts, rows, functional, 0, rows.groups);
    return solveFromTotals(parts, totals, functional, joint, labelOf(parts));
  }
  const groups: Solved[] = [];
  const lonely = new Set<string>();
  for (let first = 0; first < rows.groups; first += block) {
    const count = Math.min(block, rows.groups - first);
    const totals = unitTotals(parts, rows, functional, first, count);
    const part = solveFromTotals(parts, totals, functional, false, labelOf(parts));
    groups.push(...part.groups);
    for (const stratum of part.lonely) lonely.add(stratum);
  }
  return { groups, joint: undefined, lonely };
}
