import {
  addBlock,
  addBlockWithMissing,
  BLOCK,
  blockMasks,
  fillMasks,
  fillMasksWithMissing,
  maskColumns,
} from "./block-masks.js";

/** Rows as the kernel takes them: deprivations as 0, 1 and 255 (missing), and their weights. */
export interface DeprivationRows {
  readonly length: number;
  /** In the order of the plan. */
  readonly deprivations: readonly Uint8Array[];
  /** Weight of a row: the product of these; 1 if there are none. */
  readonly factors: readonly Float64Array[];
}

/** How much weight has each mask: bit j says that a row is deprived in indicator j. */
export interface WeightByMask {
  readonly sums: Float64Array;
  /** What rounding lost. */
  readonly lost: Float64Array;
  /** Rows left out since a deprivation was missing. */
  readonly missing: number;
  /** Whether all weights are zero or positive. */
  readonly isValid: boolean;
}

/** Plain sums of a block or two lose 1e-14 or so; for every so many cells, one block is summed plainly. */
const CELLS_PER_BLOCK = 512;

/**
 * One pass over the data, in blocks that stay in the cache: columns into masks, four rows at a time, and masks into the
 * histogram. Cells and weights are checked on the way, so that nothing is read twice; only a block with a missing cell is.
 */
export function weightByMask({ length, deprivations, factors }: DeprivationRows): WeightByMask {
  const columns = maskColumns(deprivations);
  const odd = 2 ** deprivations.length;
  const cells = new Float64Array(2 * odd);
  const [sums, lost] = [new Float64Array(odd), new Float64Array(odd)];
  const masks = blockMasks();
  const missingRows = new Int32Array(BLOCK / 4);
  // One column of weights is read where it is; products of several, or ones, block by block.
  const [single] = factors;
  const isProduct = factors.length !== 1;
  const products = new Float64Array(isProduct ? BLOCK : 0).fill(1);
  const weights = isProduct ? products : (single as Float64Array);
  const blocksPerFold = Math.ceil(cells.length / CELLS_PER_BLOCK);
  let isValid = true;
  let missing = 0;
  let blocks = 0;
  for (let start = 0; start < length; start += BLOCK) {
    const size = Math.min(BLOCK, length - start);
    const first = start / 4;
    // Words in pairs: those past the last row are zeros.
    const last = 2 * Math.ceil((start + size) / 8);
    const offset = isProduct ? 0 : start;
    if (factors.length > 1 && !productInto(products, factors, start, start + size)) isValid = false;
    if (fillMasks(masks, columns, first, last)) {
      if (!addBlock(cells, odd, masks, weights, offset, size)) isValid = false;
    } else {
      fillMasksWithMissing(masks, missingRows, columns, first, last);
      const block = addBlockWithMissing(cells, masks, missingRows, weights, offset, size);
      missing += block.missing;
      if (!block.isValid) isValid = false;
    }
    if (++blocks % blocksPerFold === 0 || start + size === length) {
      fold(cells, sums, lost);
    }
  }
  return { sums, lost, missing, isValid };
}

/** The products of a block; gives whether all factors are zero or positive (two negative ones have a positive product). */
function productInto(
  products: Float64Array,
  factors: readonly Float64Array[],
  start: number,
  end: number,
): boolean {
  let isValid = true;
  products.fill(1);
  for (const factor of factors) {
    for (let i = start; i < end; i++) {
      const value = factor[i] as number;
      if (!(value >= 0)) isValid = false;
      products[i - start] = (products[i - start] as number) * value;
    }
  }
  return isValid;
}

/** Two-sum of Knuth: without a branch on the data. */
function fold(cells: Float64Array, sums: Float64Array, lost: Float64Array): void {
  const odd = sums.length;
  for (let cell = 0; cell < sums.length; cell++) {
    const term = (cells[cell] as number) + (cells[odd + cell] as number);
    const sum = sums[cell] as number;
    const next = sum + term;
    const added = next - sum;
    lost[cell] = (lost[cell] as number) + (sum - (next - added) + (term - added));
    sums[cell] = next;
  }
  cells.fill(0);
}
