import type { DesignParts } from "../design/survey-design.js";
import { type CellOrder, cellOrder } from "../kernels/run-totals.js";
import { stageVariance } from "../kernels/stage-variance.js";
import {
  addRows,
  emptyUnitTotals,
  settle,
  totalOfGroup,
  type UnitTotals,
  weightTotals,
} from "../kernels/unit-totals.js";
import type { Functional } from "./functional.js";
import { blockOf, labelOf, type RowGroups, type Solution, type Solved } from "./solution.js";
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
  const totals = emptyUnitTotals(units, groups, functional.terms.length);
  let { group } = rows;
  const all = groups === rows.groups;
  const order = all && group !== undefined ? keptOrder(parts, group, groups) : undefined;
  if (group !== undefined && !all) {
    group = group.map((g) => (g >= first && g < first + groups ? g - first : -1));
  }
  const known = group === undefined ? facts.all : facts.groups.get(group);
  const weighed = known?.weighed?.weights === weights ? known.weighed.totals : undefined;
  addRows(totals, {
    length: weights.length,
    unit: group === undefined && runs !== undefined ? NO_ROWS : parts.unitOfRow!,
    runs,
    order,
    group,
    weight: weights,
    terms: functional.terms,
    weighed,
  });
  if (known !== undefined && weighed === undefined) {
    known.weighed = { weights, totals: weightTotals(totals) };
  }
  settle(totals);
  return totals;
}

/** The order of rows by unit and group, kept with the design: summing in order is twice as fast. */
function keptOrder(parts: DesignParts, group: Int32Array, groups: number): CellOrder | undefined {
  const known = parts.facts.groups.get(group);
  if (known?.cells === undefined) return undefined;
  known.order ??= cellOrder(parts.unitOfRow!, group, groups, known.cells);
  return known.order;
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
  const known: { totals: Float64Array; values: Float64Array; z: Float64Array }[] = [];
  const solved: Solved[] = [];
  const lonelyStrata = new Set<string>();
  const variance = (z: Float64Array, present: Uint8Array, columns: number) => {
    const result = stageVariance(frame!, z, present, columns, lonely);
    for (const { stage, stratum } of result.lonely) lonelyStrata.add(lonelyLabel(stage, stratum));
    return result.covariance;
  };
  for (let g = 0; g < groups; g++) {
    const sums = Float64Array.from({ length: terms }, (_, t) => totalOfGroup(totals, t, g));
    const gradient = functional.gradient(sums);
    const z = new Float64Array(units * width);
    const present = new Uint8Array(units);
    for (let u = 0; u < units; u++) {
      const cell = u * groups + g;
      if (totals.rows[cell] === 0) continue;
      present[u] = 1;
      for (let j = 0; j < width; j++) {
        let sum = 0;
        for (let t = 0; t < terms; t++) sum += gradient[j * terms + t]! * totals.sums[t]![cell]!;
        z[u * width + j] = sum;
      }
    }
    const values = functional.evaluate(sums);
    const covariance = joint ? new Float64Array(0) : variance(z, present, width);
    solved.push({ totals: sums, values, covariance, dropped: 0 });
    if (joint) known.push({ totals: sums, values, z });
  }
  if (!joint) return { groups: solved, joint: undefined, lonely: lonelyStrata };
  const columns = groups * width;
  const stacked = new Float64Array(units * columns);
  const present = new Uint8Array(units);
  for (let u = 0; u < units; u++) {
    for (let g = 0; g < groups; g++) {
      if (totals.rows[u * groups + g]! > 0) present[u] = 1;
      for (let j = 0; j < width; j++) {
        stacked[u * columns + g * width + j] = known[g]!.z[u * width + j]!;
      }
    }
  }
  const all = variance(stacked, present, columns);
  return {
    groups: solved.map((group, g) => ({ ...group, covariance: blockOf(all, columns, g, width) })),
    joint: all,
    lonely: lonelyStrata,
  };
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
