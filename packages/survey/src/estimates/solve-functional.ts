import { adjustInfluence } from "../calibration/adjustment.js";
import { ppsVariance } from "../design/pps.js";
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

/** Which rows an estimate is made of: a group code per row, -1 outside; undefined: all rows in group 0. */
export interface RowGroups {
  readonly group: Int32Array | undefined;
  readonly groups: number;
}

/** Values and covariance of a functional in one group. */
export interface Solved {
  readonly totals: Float64Array;
  readonly values: Float64Array;
  readonly covariance: Float64Array;
  /** Replicates without a value, left out of the variance. */
  readonly dropped: number;
}

/** Solutions of all groups. */
export interface Solution {
  readonly groups: readonly Solved[];
  /** Covariance of all values of all groups, group by group, where it was asked for. */
  readonly joint: Float64Array | undefined;
  /** Strata whose variance is unknown under the policy "fail". */
  readonly lonely: ReadonlySet<string>;
}

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
  if (parts.replicates !== undefined) return fromReplicates(parts, rows, functional, joint);
  if (parts.adjustments.length > 0 || parts.pps !== undefined) {
    return fromRows(parts, rows, functional, joint);
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

function blockOf(all: Float64Array, columns: number, g: number, width: number): Float64Array {
  const block = new Float64Array(width * width);
  for (let j = 0; j < width; j++) {
    for (let k = 0; k < width; k++) {
      block[j * width + k] = all[(g * width + j) * columns + g * width + k]!;
    }
  }
  return block;
}

function labelOf(parts: DesignParts): (stage: number, stratum: number) => string {
  return (stage, stratum) =>
    stage === 0 ? parts.stratumLabel(stratum) : `number ${stratum + 1} of stage ${stage + 1}`;
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

/** Totals of the row variables in every group, without units. */
export function groupTotals(
  weights: Float64Array,
  rows: RowGroups,
  terms: readonly Float64Array[],
): Float64Array[] {
  const totals = emptyUnitTotals(1, rows.groups, terms.length);
  const { length } = weights;
  const { group } = rows;
  // Without groups, all rows are one run.
  const whole = { start: Int32Array.of(0, length), unit: Int32Array.of(0) };
  const unit = group === undefined ? whole.unit : new Int32Array(length);
  addRows(totals, { length, unit, runs: whole, group, weight: weights, terms });
  settle(totals);
  return Array.from({ length: rows.groups }, (_, g) =>
    Float64Array.from(totals.sums, (plane) => plane[g]!),
  );
}

/** Influence values of the rows of one group: rows x width, zero outside, after the adjustments. */
function rowInfluence(
  parts: DesignParts,
  rows: RowGroups,
  g: number,
  functional: Functional,
  gradient: Float64Array,
): Float64Array[] {
  const { weights, adjustments } = parts;
  const columns = functional.terms.length + 1;
  return Array.from({ length: functional.width }, (_, j) => {
    const z = new Float64Array(weights.length);
    for (let row = 0; row < z.length; row++) {
      if (rows.group !== undefined && rows.group[row] !== g) continue;
      let sum = gradient[j * columns]!;
      for (let t = 1; t < columns; t++) {
        const slope = gradient[j * columns + t]!;
        if (slope !== 0) sum += slope * functional.terms[t - 1]![row]!;
      }
      z[row] = weights[row]! * sum;
    }
    adjustInfluence(z, adjustments);
    return z;
  });
}

/** Covariance of estimates from influence values in rows, one array per estimate. */
export function influenceCovariance(
  parts: DesignParts,
  influence: readonly Float64Array[],
  present: Uint8Array | undefined,
): { readonly covariance: Float64Array; readonly lonely: readonly string[] } {
  const { frame, unitOfRow, pps, weights, lonely } = parts;
  const width = influence.length;
  if (pps !== undefined) {
    const z = new Float64Array(weights.length * width);
    for (let row = 0; row < weights.length; row++) {
      for (let j = 0; j < width; j++) z[row * width + j] = influence[j]![row]!;
    }
    return { covariance: ppsVariance(pps, z, width), lonely: [] };
  }
  const units = frame!.stages[frame!.stages.length - 1]!.units;
  const one = new Float64Array(weights.length).fill(1);
  const totals = emptyUnitTotals(units, 1, width);
  addRows(totals, {
    length: weights.length,
    unit: unitOfRow!,
    weight: one,
    terms: influence,
  });
  settle(totals);
  const z = new Float64Array(units * width);
  for (let u = 0; u < units; u++) {
    for (let j = 0; j < width; j++) z[u * width + j] = totals.sums[j + 1]![u]!;
  }
  // After calibration every row keeps a residual, so that no unit is ever absent.
  let unitPresent = new Uint8Array(units).fill(1);
  if (present !== undefined && parts.adjustments.length === 0) {
    unitPresent = new Uint8Array(units);
    for (let row = 0; row < weights.length; row++) {
      if (present[row] === 1) unitPresent[unitOfRow![row]!] = 1;
    }
  }
  const result = stageVariance(frame!, z, unitPresent, width, lonely);
  const label = labelOf(parts);
  return {
    covariance: result.covariance,
    lonely: result.lonely.map(({ stage, stratum }) => label(stage, stratum)),
  };
}

function fromRows(
  parts: DesignParts,
  rows: RowGroups,
  functional: Functional,
  joint: boolean,
): Solution {
  const totals = groupTotals(parts.weights, rows, functional.terms);
  const lonely = new Set<string>();
  const variance = (influence: readonly Float64Array[], g: number | undefined) => {
    const { group } = rows;
    const present =
      group === undefined || g === undefined
        ? undefined
        : Uint8Array.from(group, (code) => (code === g ? 1 : 0));
    const result = influenceCovariance(parts, influence, present);
    for (const stratum of result.lonely) lonely.add(stratum);
    return result.covariance;
  };
  const stacked: Float64Array[] = [];
  const groups = totals.map((sums, g): Solved => {
    const gradient = functional.gradient(sums);
    const influence = rowInfluence(parts, rows, g, functional, gradient);
    if (joint) stacked.push(...influence);
    return {
      totals: sums,
      values: functional.evaluate(sums),
      covariance: joint ? new Float64Array(0) : variance(influence, g),
      dropped: 0,
    };
  });
  if (!joint) return { groups, joint: undefined, lonely };
  const all = variance(stacked, undefined);
  const columns = stacked.length;
  return {
    groups: groups.map((group, g) => ({
      ...group,
      covariance: blockOf(all, columns, g, functional.width),
    })),
    joint: all,
    lonely,
  };
}

function fromReplicates(
  parts: DesignParts,
  rows: RowGroups,
  functional: Functional,
  joint: boolean,
): Solution {
  const { replicates } = parts;
  const set = replicates!;
  const { width } = functional;
  const totals = groupTotals(parts.weights, rows, functional.terms);
  const columns = rows.groups * width;
  const full = Float64Array.from(totals.flatMap((sums) => [...functional.evaluate(sums)]));
  const values: Float64Array[] = [];
  const buffer = new Float64Array(parts.weights.length);
  for (let r = 0; r < set.count; r++) {
    const replicate = groupTotals(set.fill(r, buffer), rows, functional.terms);
    values.push(Float64Array.from(replicate.flatMap((sums) => [...functional.evaluate(sums)])));
  }
  if (joint) {
    const { covariance, dropped } = replicateCovariance(parts, values, full);
    return {
      groups: totals.map((sums, g) => ({
        totals: sums,
        values: full.slice(g * width, (g + 1) * width),
        covariance: blockOf(covariance, columns, g, width),
        dropped,
      })),
      joint: covariance,
      lonely: new Set(),
    };
  }
  const groups = totals.map((sums, g): Solved => {
    const own = values.map((all) => all.slice(g * width, (g + 1) * width));
    const center = full.slice(g * width, (g + 1) * width);
    return { totals: sums, values: center, ...replicateCovariance(parts, own, center) };
  });
  return { groups, joint: undefined, lonely: new Set() };
}

/**
 * `scale * sum rscales_r (theta_r - c)(theta_r - c)'`, with c the mean of the replicates whose rscale is
 * above zero, or the full-sample estimate (`mse`). Replicates without a value are left out.
 */
export function replicateCovariance(
  { replicates }: Pick<DesignParts, "replicates">,
  values: readonly Float64Array[],
  full: Float64Array,
): { readonly covariance: Float64Array; readonly dropped: number } {
  const { scale, rscales, mse } = replicates!;
  const width = full.length;
  const usable = values.map((value) => value.every(Number.isFinite));
  const center = full.slice();
  if (!mse) {
    center.fill(0);
    let counted = 0;
    values.forEach((value, r) => {
      if (!usable[r] || !(rscales[r]! > 0)) return;
      counted += 1;
      for (let j = 0; j < width; j++) center[j]! += value[j]!;
    });
    for (let j = 0; j < width; j++) center[j]! /= counted;
  }
  const covariance = new Float64Array(width * width);
  values.forEach((value, r) => {
    if (!usable[r]) return;
    const factor = scale * rscales[r]!;
    for (let j = 0; j < width; j++) {
      for (let k = 0; k < width; k++) {
        covariance[j * width + k]! += factor * (value[j]! - center[j]!) * (value[k]! - center[k]!);
      }
    }
  });
  return { covariance, dropped: usable.filter((known) => !known).length };
}
