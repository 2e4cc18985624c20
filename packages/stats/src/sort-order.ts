/** Arrays that sorting needs beside its result, so that repeated sorts allocate nothing. */
export interface SortWorkspace {
  readonly capacity: number;
  readonly order: Int32Array;
  readonly spare: Int32Array;
  /** Room for the radix sort; empty until a list is long enough to need it. */
  readonly keys: Float64Array;
  readonly words: Uint32Array;
}

/** From this length on the radix sort is faster than merging. */
const RADIX_FROM = 1500;

/**
 * Room to rank lists of up to `capacity` values again and again without allocating.
 *
 * @param capacity - length of the longest list.
 *
 * @example
 * ```ts
 * import { rankInto, sortWorkspace } from "@vitalcore/stats";
 * const workspace = sortWorkspace(3);
 * [...rankInto(Float64Array.of(5, 1, 3), new Float64Array(3), "average", false, workspace)]; // => [3, 1, 2]
 * ```
 */
export function sortWorkspace(capacity: number): SortWorkspace {
  const keys = new Float64Array(capacity >= RADIX_FROM ? capacity : 0);
  return {
    capacity,
    order: new Int32Array(capacity),
    spare: new Int32Array(capacity),
    keys,
    words: new Uint32Array(keys.buffer),
  };
}

/**
 * Fills `workspace.order` with the positions of the values that are not NaN, ascending by value,
 * equal ones in their original order; gives how many there are.
 */
export function sortOrder(values: Float64Array, workspace: SortWorkspace): number {
  const { order } = workspace;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i] as number;
    if (!Number.isNaN(x)) order[count++] = i;
  }
  if (count < RADIX_FROM) mergeSort(values, workspace, count);
  else radixSort(values, workspace, count);
  return count;
}

const RUN = 8;

/** Bottom-up merge sort on positions, over runs sorted by insertion. */
function mergeSort(values: Float64Array, { order, spare }: SortWorkspace, count: number): void {
  for (let start = 0; start < count; start += RUN) {
    insertionSort(values, order, start, Math.min(start + RUN, count));
  }
  let from = order;
  let to = spare;
  for (let width = RUN; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const middle = Math.min(start + width, count);
      mergeRuns(values, from, to, start, middle, Math.min(middle + width, count));
    }
    const swapped = from;
    from = to;
    to = swapped;
  }
  if (from !== order) order.set(from.subarray(0, count));
}

function insertionSort(values: Float64Array, order: Int32Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const moving = order[i] as number;
    const value = values[moving] as number;
    let j = i - 1;
    while (j >= start && (values[order[j] as number] as number) > value) {
      order[j + 1] = order[j] as number;
      j--;
    }
    order[j + 1] = moving;
  }
}

function mergeRuns(
  values: Float64Array,
  from: Int32Array,
  to: Int32Array,
  start: number,
  middle: number,
  end: number,
): void {
  let left = start;
  let right = middle;
  for (let k = start; k < end; k++) {
    const takeLeft =
      right >= end ||
      (left < middle &&
        (values[from[left] as number] as number) <= (values[from[right] as number] as number));
    to[k] = from[takeLeft ? left++ : right++] as number;
  }
}

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/**
 * Least-significant-digit radix sort on the bits of the doubles, made to ascend: negative numbers are
 * inverted, others get the sign bit. Passes in which all digits are equal are skipped.
 */
function radixSort(values: Float64Array, workspace: SortWorkspace, count: number): void {
  const { order, spare, keys, words } = workspace;
  for (let i = 0; i < values.length; i++) {
    // Adding zero makes -0 and 0 the same key.
    keys[i] = (values[i] as number) + 0;
  }
  const lowWord = LOW_WORD_FIRST ? 0 : 1;
  for (let i = 0; i < 2 * values.length; i += 2) {
    const high = words[i + 1 - lowWord] as number;
    const isNegative = high >>> 31 === 1;
    words[i + 1 - lowWord] = isNegative ? ~high : high ^ 0x80000000;
    if (isNegative) words[i + lowWord] = ~(words[i + lowWord] as number);
  }
  const starts = new Uint32Array(DIGITS);
  let from = order;
  let to = spare;
  for (let digit = 0; digit < 6; digit++) {
    const word = digit < 3 ? lowWord : 1 - lowWord;
    const shift = (digit % 3) * DIGIT_BITS;
    if (!countDigits(words, from, count, word, shift, starts)) continue;
    for (let k = 0; k < count; k++) {
      const i = from[k] as number;
      const d = ((words[2 * i + word] as number) >>> shift) & (DIGITS - 1);
      const place = starts[d] as number;
      to[place] = i;
      starts[d] = place + 1;
    }
    const swapped = from;
    from = to;
    to = swapped;
  }
  if (from !== order) order.set(from.subarray(0, count));
}

/** Where each digit's positions start; false if all have the same digit, so that nothing moves. */
function countDigits(
  words: Uint32Array,
  from: Int32Array,
  count: number,
  word: number,
  shift: number,
  starts: Uint32Array,
): boolean {
  starts.fill(0);
  for (let k = 0; k < count; k++) {
    const d = ((words[2 * (from[k] as number) + word] as number) >>> shift) & (DIGITS - 1);
    starts[d] = (starts[d] as number) + 1;
  }
  let total = 0;
  for (let d = 0; d < DIGITS; d++) {
    const here = starts[d] as number;
    if (here === count) return false;
    starts[d] = total;
    total += here;
  }
  return true;
}

const LOW_WORD_FIRST =
  /* @__PURE__ */ new Uint8Array(/* @__PURE__ */ new Uint16Array([1]).buffer)[0] === 1;
