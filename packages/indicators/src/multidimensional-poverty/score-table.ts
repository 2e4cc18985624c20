import { addTerm } from "./compensated.js";
import { type DeprivationRows, weightByMask } from "./mask-histogram.js";
import type { PovertyPlan } from "./plan.js";

/**
 * What every measure of the family is made from: how much weight has each score, and how much of it is
 * deprived in each indicator. Sums are kept with what rounding lost (Neumaier), so that parts merge exactly.
 */
export interface ScoreTable {
  /** Weight by score, 0 to the total. */
  readonly weight: Float64Array;
  readonly weightLost: Float64Array;
  /** Weight deprived, by score and indicator: `score * indicators + indicator`. */
  readonly deprived: Float64Array;
  readonly deprivedLost: Float64Array;
  /** Rows used and rows left out since a deprivation was missing. */
  n: number;
  nMissing: number;
}

export function emptyScoreTable({ ids, total }: PovertyPlan): ScoreTable {
  return {
    weight: new Float64Array(total + 1),
    weightLost: new Float64Array(total + 1),
    deprived: new Float64Array((total + 1) * ids.length),
    deprivedLost: new Float64Array((total + 1) * ids.length),
    n: 0,
    nMissing: 0,
  };
}

/** Adds a score table to another. */
export function addTable(to: ScoreTable, from: ScoreTable): void {
  for (const [sums, lost] of [
    ["weight", "weightLost"],
    ["deprived", "deprivedLost"],
  ] as const) {
    for (let cell = 0; cell < to[sums].length; cell++) {
      addTerm(to[sums], to[lost], cell, from[sums][cell] as number);
      to[lost][cell] = (to[lost][cell] as number) + (from[lost][cell] as number);
    }
  }
  to.n += from.n;
  to.nMissing += from.nMissing;
}

/** With more indicators than these, masks would need more cells than there are rows. */
const MOST_MASK_BITS = 16;

/**
 * Adds rows, through a histogram over masks of deprivations, or one by one where there would be more masks than rows.
 *
 * @returns whether all weights are zero or positive; if not, the table is void.
 */
export function addRows(table: ScoreTable, plan: PovertyPlan, rows: DeprivationRows): boolean {
  const indicators = plan.ids.length;
  const isShort = rows.length < 2 ** indicators / 4;
  if (indicators > MOST_MASK_BITS || isShort) return addOneByOne(table, plan, rows);
  const { sums, lost, missing, isValid } = weightByMask(rows);
  masksToScores(table, plan, sums, lost);
  table.n += rows.length - missing;
  table.nMissing += missing;
  return isValid;
}

function masksToScores(
  table: ScoreTable,
  plan: PovertyPlan,
  sums: Float64Array,
  lost: Float64Array,
): void {
  const indicators = plan.ids.length;
  for (let mask = 0; mask < 2 ** indicators; mask++) {
    const weight = sums[mask] as number;
    if (weight === 0) continue;
    let score = 0;
    for (let j = 0; j < indicators; j++) score += ((mask >>> j) & 1) * (plan.weights[j] as number);
    const rest = lost[mask] as number;
    addTerm(table.weight, table.weightLost, score, weight);
    addTerm(table.weight, table.weightLost, score, rest);
    for (let j = 0; j < indicators; j++) {
      if (((mask >>> j) & 1) === 0) continue;
      addTerm(table.deprived, table.deprivedLost, score * indicators + j, weight);
      addTerm(table.deprived, table.deprivedLost, score * indicators + j, rest);
    }
  }
}

function addOneByOne(table: ScoreTable, plan: PovertyPlan, rows: DeprivationRows): boolean {
  const { deprivations, factors, length } = rows;
  const indicators = deprivations.length;
  let isValid = true;
  for (let i = 0; i < length; i++) {
    let weight = 1;
    for (const factor of factors) {
      const value = factor[i] as number;
      if (!(value >= 0)) isValid = false;
      weight *= value;
    }
    let score = 0;
    let isMissing = false;
    for (let j = 0; j < indicators; j++) {
      const code = (deprivations[j] as Uint8Array)[i] as number;
      if (code > 1) isMissing = true;
      else score += code * (plan.weights[j] as number);
    }
    if (isMissing) {
      table.nMissing++;
      continue;
    }
    table.n++;
    addTerm(table.weight, table.weightLost, score, weight);
    for (let j = 0; j < indicators; j++) {
      if ((deprivations[j] as Uint8Array)[i] === 0) continue;
      addTerm(table.deprived, table.deprivedLost, score * indicators + j, weight);
    }
  }
  return isValid;
}
