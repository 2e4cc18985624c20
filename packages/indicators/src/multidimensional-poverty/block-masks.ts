/** Rows of a block: its masks stay in the cache. A multiple of four. */
export const BLOCK = 4096;
const WORDS = BLOCK / 4;

/** The lowest bit of each of four bytes. */
const EVERY_LOW_BIT = 0x01010101;

/** An even number of words of four cells, filled up with zeros: a copy unless the cells are just so many. */
function paddedWords(codes: Uint8Array): Int32Array {
  if (codes.length % 8 === 0 && codes.byteOffset % 4 === 0) {
    return new Int32Array(codes.buffer, codes.byteOffset, codes.length / 4);
  }
  const padded = new Uint8Array(Math.ceil(codes.length / 8) * 8);
  padded.set(codes);
  return new Int32Array(padded.buffer);
}

/** Columns that are made into bits of a mask at once: eight or two; where there are fewer, the first stands again. */
interface Pass {
  readonly columns: readonly Int32Array[];
  readonly bit: number;
  /** Bits of columns that stand for the first time, in every byte. */
  readonly keep: number;
}

/** Up to sixteen columns of cells, 0, 1 or 255 (missing), four to a word. */
export interface MaskColumns {
  readonly columns: readonly Int32Array[];
  readonly low: readonly Pass[];
  readonly high: readonly Pass[];
}

export function maskColumns(codes: readonly Uint8Array[]): MaskColumns {
  const columns = codes.map(paddedWords);
  return { columns, low: passesOf(columns.slice(0, 8)), high: passesOf(columns.slice(8)) };
}

function passesOf(columns: readonly Int32Array[]): Pass[] {
  const width = columns.length > 4 ? 8 : 2;
  return Array.from({ length: Math.ceil(columns.length / width) }, (_, k) => {
    const own = columns.slice(k * width, (k + 1) * width);
    const repeated = Array.from({ length: width - own.length }, () => own[0] as Int32Array);
    const keep = Math.imul(EVERY_LOW_BIT, 2 ** own.length - 1);
    return { columns: [...own, ...repeated], bit: k * width, keep };
  });
}

/**
 * Masks of a block, a byte for each row and four rows to a word: words with the bits of the first eight indicators, then as
 * many with those of the others. In one array, as the histograms are: the loops keep fewer places in registers.
 */
export type BlockMasks = Int32Array;

export function blockMasks(): BlockMasks {
  return new Int32Array(2 * WORDS);
}

/**
 * Fills the masks of a block whose cells are all 0 or 1, so that shifted words do not run into each other.
 *
 * @returns whether that is so: if not, the masks are void, and {@link fillMasksWithMissing} makes them.
 */
export function fillMasks(
  masks: BlockMasks,
  { low, high }: MaskColumns,
  start: number,
  end: number,
): boolean {
  const seen = fillBytes(masks, 0, low, start, end) | fillBytes(masks, WORDS, high, start, end);
  return (seen & ~EVERY_LOW_BIT) === 0;
}

function fillBytes(
  masks: BlockMasks,
  offset: number,
  passes: readonly Pass[],
  start: number,
  end: number,
): number {
  masks.fill(0, offset, offset + WORDS);
  let seen = 0;
  for (const { columns, bit, keep } of passes) {
    const at = offset - start;
    if (columns.length === 8) seen |= addEight(masks, at, columns, keep, start, end);
    else seen |= addTwo(masks, at, columns, keep, bit, start, end);
  }
  return seen;
}

/** Eight columns, two words at a time: to find the place of an array costs more than to read it once more. */
function addEight(
  masks: BlockMasks,
  offset: number,
  columns: readonly Int32Array[],
  keep: number,
  start: number,
  end: number,
): number {
  const [a, b, c, d, e, f, g, h] = columns as Eight;
  let seen = 0;
  for (let i = start; i < end; i += 2) {
    let one = a[i] as number;
    let two = a[i + 1] as number;
    let first = one;
    let second = two;
    seen |= one | two;
    one = b[i] as number;
    two = b[i + 1] as number;
    seen |= one | two;
    first |= one << 1;
    second |= two << 1;
    one = c[i] as number;
    two = c[i + 1] as number;
    seen |= one | two;
    first |= one << 2;
    second |= two << 2;
    one = d[i] as number;
    two = d[i + 1] as number;
    seen |= one | two;
    first |= one << 3;
    second |= two << 3;
    one = e[i] as number;
    two = e[i + 1] as number;
    seen |= one | two;
    first |= one << 4;
    second |= two << 4;
    one = f[i] as number;
    two = f[i + 1] as number;
    seen |= one | two;
    first |= one << 5;
    second |= two << 5;
    one = g[i] as number;
    two = g[i + 1] as number;
    seen |= one | two;
    first |= one << 6;
    second |= two << 6;
    one = h[i] as number;
    two = h[i + 1] as number;
    seen |= one | two;
    masks[offset + i] = (first | (one << 7)) & keep;
    masks[offset + i + 1] = (second | (two << 7)) & keep;
  }
  return seen;
}

type Words = Int32Array;
type Eight = readonly [Words, Words, Words, Words, Words, Words, Words, Words];

function addTwo(
  masks: BlockMasks,
  offset: number,
  columns: readonly Int32Array[],
  keep: number,
  bit: number,
  start: number,
  end: number,
): number {
  const [a, b] = columns as readonly [Int32Array, Int32Array];
  let seen = 0;
  for (let i = start; i < end; i += 2) {
    const a1 = a[i] as number;
    const a2 = a[i + 1] as number;
    const b1 = b[i] as number;
    const b2 = b[i + 1] as number;
    seen |= a1 | a2 | b1 | b2;
    const at = offset + i;
    masks[at] = (masks[at] as number) | (((a1 | (b1 << 1)) & keep) << bit);
    masks[at + 1] = (masks[at + 1] as number) | (((a2 | (b2 << 1)) & keep) << bit);
  }
  return seen;
}

/**
 * The same where cells are missing (255): these count as not deprived, and mark their row.
 *
 * @param missing - one word for four rows, like the masks.
 */
export function fillMasksWithMissing(
  masks: BlockMasks,
  missing: Int32Array,
  { columns }: MaskColumns,
  start: number,
  end: number,
): void {
  masks.fill(0);
  missing.fill(0);
  columns.forEach((cells, j) => {
    const offset = j < 8 ? 0 : WORDS;
    const bit = j & 7;
    for (let i = start; i < end; i++) {
      const at = i - start;
      const cell = cells[i] as number;
      const deprived = cell & ~(cell >>> 7) & EVERY_LOW_BIT;
      masks[offset + at] = (masks[offset + at] as number) | (deprived << bit);
      missing[at] = (missing[at] as number) | ((cell >>> 7) & EVERY_LOW_BIT);
    }
  });
}

/**
 * Adds the weights of a block to two histograms in turn (the second stands `odd` cells further on): rows of one mask often
 * follow each other, and each sum waits for the one before.
 *
 * @returns whether all weights are zero or positive.
 */
export function addBlock(
  cells: Float64Array,
  odd: number,
  masks: BlockMasks,
  weights: Float64Array,
  offset: number,
  length: number,
): boolean {
  let isValid = true;
  const whole = length >> 2;
  for (let i = 0, row = offset; i < whole; i++, row += 4) {
    const l = masks[i] as number;
    const h = masks[WORDS + i] as number;
    const first = (l & 0xff) | ((h & 0xff) << 8);
    const second = (((l >>> 8) & 0xff) | (h & 0xff00)) + odd;
    const third = ((l >>> 16) & 0xff) | ((h >>> 8) & 0xff00);
    const fourth = ((l >>> 24) | ((h >>> 16) & 0xff00)) + odd;
    const a = weights[row] as number;
    const b = weights[row + 1] as number;
    const c = weights[row + 2] as number;
    const d = weights[row + 3] as number;
    if (!(a >= 0 && b >= 0 && c >= 0 && d >= 0)) isValid = false;
    cells[first] = (cells[first] as number) + a;
    cells[second] = (cells[second] as number) + b;
    cells[third] = (cells[third] as number) + c;
    cells[fourth] = (cells[fourth] as number) + d;
  }
  for (let i = 4 * whole; i < length; i++) {
    const weight = weights[offset + i] as number;
    if (!(weight >= 0)) isValid = false;
    const mask = maskAt(masks, i);
    cells[mask] = (cells[mask] as number) + weight;
  }
  return isValid;
}

const byteAt = (words: Int32Array, i: number, offset = 0) =>
  ((words[offset + (i >> 2)] as number) >>> (8 * (i & 3))) & 0xff;

const maskAt = (masks: BlockMasks, i: number) => byteAt(masks, i) | (byteAt(masks, i, WORDS) << 8);

/** The same where cells are missing: rows without a value are left out; gives how many they are as well. */
export function addBlockWithMissing(
  cells: Float64Array,
  masks: BlockMasks,
  missing: Int32Array,
  weights: Float64Array,
  offset: number,
  length: number,
): { readonly isValid: boolean; readonly missing: number } {
  let isValid = true;
  let count = 0;
  for (let i = 0; i < length; i++) {
    const weight = weights[offset + i] as number;
    if (!(weight >= 0)) isValid = false;
    if (byteAt(missing, i) !== 0) {
      count++;
      continue;
    }
    const mask = maskAt(masks, i);
    cells[mask] = (cells[mask] as number) + weight;
  }
  return { isValid, missing: count };
}
