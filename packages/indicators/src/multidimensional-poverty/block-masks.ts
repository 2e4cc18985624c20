/** Rows of a block: its masks and weights stay in the cache. */
export const BLOCK = 4096;

/** Whether a deprivation is missing somewhere: four cells at a time. */
export function hasMissing(codes: Uint8Array): boolean {
  const words = wordsOf(codes);
  let bits = 0;
  const unrolled = words.length & ~3;
  for (let i = 0; i < unrolled; i += 4) {
    bits |=
      (words[i] as number) |
      (words[i + 1] as number) |
      (words[i + 2] as number) |
      (words[i + 3] as number);
  }
  for (let i = unrolled; i < words.length; i++) bits |= words[i] as number;
  if ((bits & ~EVERY_LOW_BIT) !== 0) return true;
  return codes.subarray(4 * words.length).some((code) => code > 1);
}

/** The lowest bit of each of four bytes. */
const EVERY_LOW_BIT = 0x01010101;

/** Words that cover all cells, the last filled with zeros: a copy unless the cells fill whole words. */
export function paddedWords(codes: Uint8Array): Int32Array {
  if (codes.length % 4 === 0) return wordsOf(codes);
  const padded = new Uint8Array((codes.length + 3) & ~3);
  padded.set(codes);
  return new Int32Array(padded.buffer);
}

/** Whole words of four cells; copied where the cells do not begin at a word. */
function wordsOf(codes: Uint8Array): Int32Array {
  const whole = codes.length >> 2;
  return codes.byteOffset % 4 === 0
    ? new Int32Array(codes.buffer, codes.byteOffset, whole)
    : new Int32Array(codes.slice(0, 4 * whole).buffer);
}

/**
 * Masks of a block: bits of the first eight indicators in `low`, of the others in `high`, a byte for each row. The bytes of
 * four rows are filled at once through the words.
 */
export interface BlockMasks {
  readonly low: Uint8Array;
  readonly high: Uint8Array;
  readonly missing: Uint8Array;
  readonly lowWords: Int32Array;
  readonly highWords: Int32Array;
  readonly missingWords: Int32Array;
}

export function blockMasks(): BlockMasks {
  const [low, high, missing] = [0, 1, 2].map(() => new Uint8Array(BLOCK)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const words = (bytes: Uint8Array) => new Int32Array(bytes.buffer);
  return {
    low,
    high,
    missing,
    lowWords: words(low),
    highWords: words(high),
    missingWords: words(missing),
  };
}

/**
 * Adds up to four bits for every row of a block whose cells are odd: 1, and 255 for missing. Four columns in one pass, since
 * a pass costs more than what is done in it.
 */
export function addBits(
  out: Int32Array,
  columns: readonly Int32Array[],
  bit: number,
  start: number,
  end: number,
): void {
  const [a, b, c, d] = columns as readonly [Int32Array, Int32Array?, Int32Array?, Int32Array?];
  if (b === undefined || c === undefined || d === undefined) {
    columns.forEach((words, k) => {
      addBit(out, words, bit + k, start, end);
    });
    return;
  }
  for (let i = start; i < end; i++) {
    const at = i - start;
    const four =
      ((a[i] as number) & EVERY_LOW_BIT) |
      (((b[i] as number) & EVERY_LOW_BIT) << 1) |
      (((c[i] as number) & EVERY_LOW_BIT) << 2) |
      (((d[i] as number) & EVERY_LOW_BIT) << 3);
    out[at] = (out[at] as number) | (four << bit);
  }
}

function addBit(out: Int32Array, words: Int32Array, bit: number, start: number, end: number): void {
  for (let i = start; i < end; i++) {
    const at = i - start;
    out[at] = (out[at] as number) | (((words[i] as number) & EVERY_LOW_BIT) << bit);
  }
}

/** Marks every row of a block whose cell is missing. */
export function markMissing(out: Int32Array, words: Int32Array, start: number, end: number): void {
  for (let i = start; i < end; i++) {
    const at = i - start;
    out[at] = (out[at] as number) | (((words[i] as number) >>> 7) & EVERY_LOW_BIT);
  }
}

/** Adds the weights of a block to the histogram. */
export function addBlock(
  histogram: Float64Array,
  { low, high }: BlockMasks,
  weights: Float64Array,
  offset: number,
  length: number,
): void {
  for (let i = 0; i < length; i++) {
    const mask = (low[i] as number) | ((high[i] as number) << 8);
    histogram[mask] = (histogram[mask] as number) + (weights[offset + i] as number);
  }
}

/** The same for a block with missing cells; gives how many rows have one. */
export function addBlockWithMissing(
  histogram: Float64Array,
  { low, high, missing }: BlockMasks,
  weights: Float64Array,
  offset: number,
  length: number,
  missingBit: number,
): number {
  let count = 0;
  for (let i = 0; i < length; i++) {
    const isMissing = missing[i] as number;
    const mask = (low[i] as number) | ((high[i] as number) << 8) | (isMissing << missingBit);
    histogram[mask] = (histogram[mask] as number) + (weights[offset + i] as number);
    count += isMissing;
  }
  return count;
}
