import {
  addBits,
  addBlock,
  addBlockWithMissing,
  BLOCK,
  blockMasks,
  markMissing,
  paddedWords,
} from "./block-masks.js";
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

/** Rows as the kernel takes them: deprivations as 0, 1 and 255 (missing), and their weights. */
export interface DeprivationRows {
  /** In the order of the plan. */
  readonly deprivations: readonly Uint8Array[];
  /** Which of them have a missing cell, by position. */
  readonly withMissing: readonly number[];
  /** Weight of a row: the product of these; 1 if there are none. */
  readonly factors: readonly Float64Array[];
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

/** Adds a term to one cell of a compensated sum. */
function add(sums: Float64Array, lost: Float64Array, cell: number, term: number): void {
  const sum = sums[cell] as number;
  const next = sum + term;
  lost[cell] =
    (lost[cell] as number) +
    (Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum);
  sums[cell] = next;
}

/** Adds a score table to another. */
export function addTable(to: ScoreTable, from: ScoreTable): void {
  for (const [sums, lost] of [
    ["weight", "weightLost"],
    ["deprived", "deprivedLost"],
  ] as const) {
    for (let cell = 0; cell < to[sums].length; cell++) {
      add(to[sums], to[lost], cell, from[sums][cell] as number);
      to[lost][cell] = (to[lost][cell] as number) + (from[lost][cell] as number);
    }
  }
  to.n += from.n;
  to.nMissing += from.nMissing;
}

/** With more indicators than these, masks would need more cells than there are rows. */
const MOST_MASK_BITS = 16;
/** Plain sums over a block or two lose 1e-14 at the most; above, they are compensated. */
const CELLS_PER_BLOCK = 1024;
/** Adds rows, with a histogram over masks of deprivations, or one by one where masks would be too long. */
export function addRows(table: ScoreTable, plan: PovertyPlan, rows: DeprivationRows): void {
  if (plan.ids.length <= MOST_MASK_BITS) addByMask(table, plan, rows);
  else addOneByOne(table, plan, rows);
}

/**
 * Two passes over blocks that stay in the cache: columns into masks, four rows at a time, and masks into the
 * histogram. Bit m, above those of the m indicators, says that one is missing, so that nothing branches on the data.
 */
function addByMask(table: ScoreTable, plan: PovertyPlan, rows: DeprivationRows): void {
  const { deprivations } = rows;
  const indicators = deprivations.length;
  const length = deprivations[0]?.length ?? 0;
  const histogram = new Float64Array(2 ** (indicators + 1));
  const sums = new Float64Array(histogram.length);
  const lost = new Float64Array(histogram.length);
  const masks = blockMasks();
  const columns = deprivations.map(paddedWords);
  const withMissing = rows.withMissing.map((j) => columns[j] as Int32Array);
  const fours = Array.from({ length: Math.ceil(indicators / 4) }, (_, k) =>
    columns.slice(4 * k, 4 * k + 4),
  );
  // One column of weights is read where it is; products of several, or ones, block by block.
  const [single] = rows.factors;
  const isProduct = rows.factors.length !== 1;
  const products = new Float64Array(isProduct ? BLOCK : 0).fill(1);
  const weights = isProduct ? products : (single as Float64Array);
  const blocksPerFold = Math.ceil(histogram.length / CELLS_PER_BLOCK);
  let missing = 0;
  let blocks = 0;
  for (let start = 0; start < length; start += BLOCK) {
    const size = Math.min(BLOCK, length - start);
    const [first, last] = [start >> 2, (start + size + 3) >> 2];
    masks.lowWords.fill(0);
    masks.highWords.fill(0);
    fours.forEach((four, k) => {
      addBits(k < 2 ? masks.lowWords : masks.highWords, four, (4 * k) & 7, first, last);
    });
    if (rows.factors.length > 1) productInto(products, rows.factors, start, start + size);
    const offset = isProduct ? 0 : start;
    if (withMissing.length === 0) addBlock(histogram, masks, weights, offset, size);
    else {
      masks.missingWords.fill(0);
      for (const words of withMissing) markMissing(masks.missingWords, words, first, last);
      missing += addBlockWithMissing(histogram, masks, weights, offset, size, indicators);
    }
    if (++blocks % blocksPerFold === 0 || start + size === length) fold(histogram, sums, lost);
  }
  masksToScores(table, plan, sums, lost);
  table.n += length - missing;
  table.nMissing += missing;
}

function productInto(
  weights: Float64Array,
  factors: readonly Float64Array[],
  start: number,
  end: number,
): void {
  weights.set((factors[0] as Float64Array).subarray(start, end));
  for (let f = 1; f < factors.length; f++) {
    const factor = factors[f] as Float64Array;
    for (let i = start; i < end; i++) {
      weights[i - start] = (weights[i - start] as number) * (factor[i] as number);
    }
  }
}

function fold(histogram: Float64Array, sums: Float64Array, lost: Float64Array): void {
  for (let cell = 0; cell < histogram.length; cell++) {
    const term = histogram[cell] as number;
    if (term !== 0) add(sums, lost, cell, term);
  }
  histogram.fill(0);
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
    add(table.weight, table.weightLost, score, weight);
    add(table.weight, table.weightLost, score, rest);
    for (let j = 0; j < indicators; j++) {
      if (((mask >>> j) & 1) === 0) continue;
      add(table.deprived, table.deprivedLost, score * indicators + j, weight);
      add(table.deprived, table.deprivedLost, score * indicators + j, rest);
    }
  }
}

function addOneByOne(table: ScoreTable, plan: PovertyPlan, rows: DeprivationRows): void {
  const { deprivations, factors } = rows;
  const indicators = deprivations.length;
  const length = deprivations[0]?.length ?? 0;
  for (let i = 0; i < length; i++) {
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
    let weight = 1;
    for (const factor of factors) weight *= factor[i] as number;
    table.n++;
    add(table.weight, table.weightLost, score, weight);
    for (let j = 0; j < indicators; j++) {
      if ((deprivations[j] as Uint8Array)[i] === 0) continue;
      add(table.deprived, table.deprivedLost, score * indicators + j, weight);
    }
  }
}
