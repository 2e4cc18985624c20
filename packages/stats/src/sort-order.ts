/** Arrays that sorting needs beside its result, so that repeated sorts allocate nothing. */
export interface SortWorkspace {
  readonly capacity: number;
  /** Receives the positions, sorted. */
  readonly order: Int32Array;
  readonly spare: Int32Array;
  /** Room for the radix sort; empty if no list can be long enough to need it. */
  readonly keys: Float64Array;
  readonly spareKeys: Float64Array;
  readonly counts: Uint32Array;
}

/** From this length on the radix sort is faster than merging. */
const RADIX_FROM = 1500;
const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
/** Digits of each half of a double: 11, 11 and 10 bits. */
const PASSES = 3;

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
  const radixCapacity = capacity >= RADIX_FROM ? capacity : 0;
  return {
    capacity,
    order: new Int32Array(capacity),
    spare: new Int32Array(capacity),
    keys: new Float64Array(radixCapacity),
    spareKeys: new Float64Array(radixCapacity),
    counts: new Uint32Array(radixCapacity > 0 ? PASSES * DIGITS : 0),
  };
}

/**
 * Fills `workspace.order` with the positions of the values that are not NaN, ascending by value,
 * equal ones in their original order; gives how many there are. A kernel: checks nothing. Short lists are merged,
 * long ones sorted by the bits of their numbers, which takes time in proportion to their length.
 *
 * @param values - numbers, NaN where missing.
 * @param workspace - from {@link sortWorkspace}, for at least as many values.
 *
 * @example
 * ```ts
 * import { sortOrder, sortWorkspace } from "@vitalcore/stats";
 * const workspace = sortWorkspace(3);
 * sortOrder(Float64Array.of(5, Number.NaN, 1), workspace); // => 2
 * [...workspace.order.subarray(0, 2)]; // => [2, 0]
 * ```
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

/** Runs of values that agree in their upper 32 bits are sorted by insertion up to this length. */
const LONGEST_RUN = 24;

/** Keys with their positions: two halves of the workspace, between which each pass moves them. */
interface Keyed {
  fromWords: Uint32Array;
  toWords: Uint32Array;
  from: Int32Array;
  to: Int32Array;
}

/**
 * Least-significant-digit radix sort on the bits of the doubles. Keys move with their positions, so that all
 * reading is in sequence. The upper 32 bits usually decide: the lower ones are sorted by insertion within short
 * runs, and by further passes only where runs are long.
 */
function radixSort(values: Float64Array, workspace: SortWorkspace, count: number): void {
  const { order, spare, keys, spareKeys, counts } = workspace;
  // Adding zero makes -0 and 0 the same key.
  for (let k = 0; k < count; k++) keys[k] = (values[order[k] as number] as number) + 0;
  const keyed: Keyed = {
    fromWords: new Uint32Array(keys.buffer, keys.byteOffset, 2 * count),
    toWords: new Uint32Array(spareKeys.buffer, spareKeys.byteOffset, 2 * count),
    from: order,
    to: spare,
  };
  makeAscending(keyed.fromWords);
  sortByWord(keyed, 1 - LOW_WORD, counts);
  if (!sortRuns(keyed)) {
    sortByWord(keyed, LOW_WORD, counts);
    sortByWord(keyed, 1 - LOW_WORD, counts);
  }
  if (keyed.from !== order) order.set(keyed.from.subarray(0, count));
}

/** Makes the bits of doubles ascend with them: negative numbers are inverted, others get the sign bit. */
function makeAscending(words: Uint32Array): void {
  for (let at = 0; at < words.length; at += 2) {
    const high = words[at + 1 - LOW_WORD] as number;
    const isNegative = high >>> 31 === 1;
    words[at + 1 - LOW_WORD] = isNegative ? ~high : high ^ 0x80000000;
    if (isNegative) words[at + LOW_WORD] = ~(words[at + LOW_WORD] as number);
  }
}

/** Sorts by one half of the keys, stably. Passes in which all digits are equal are skipped. */
function sortByWord(keyed: Keyed, word: number, counts: Uint32Array): void {
  countDigits(keyed.fromWords, word, counts);
  for (let pass = 0; pass < PASSES; pass++) {
    const starts = counts.subarray(pass * DIGITS, (pass + 1) * DIGITS);
    if (!startsOf(starts, keyed.fromWords.length / 2)) continue;
    move(keyed, word, pass * DIGIT_BITS, starts);
  }
}

function countDigits(words: Uint32Array, word: number, counts: Uint32Array): void {
  counts.fill(0);
  for (let at = word; at < words.length; at += 2) {
    const key = words[at] as number;
    const first = key & (DIGITS - 1);
    const second = DIGITS + ((key >>> DIGIT_BITS) & (DIGITS - 1));
    const third = 2 * DIGITS + (key >>> (2 * DIGIT_BITS));
    counts[first] = (counts[first] as number) + 1;
    counts[second] = (counts[second] as number) + 1;
    counts[third] = (counts[third] as number) + 1;
  }
}

/** Turns counts into where each digit starts; false if all have the same digit, so that nothing moves. */
function startsOf(counts: Uint32Array, count: number): boolean {
  let total = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const here = counts[digit] as number;
    if (here === count) return false;
    counts[digit] = total;
    total += here;
  }
  return true;
}

function move(keyed: Keyed, word: number, shift: number, starts: Uint32Array): void {
  const { fromWords, toWords, from, to } = keyed;
  const count = fromWords.length / 2;
  for (let k = 0; k < count; k++) {
    const digit = ((fromWords[2 * k + word] as number) >>> shift) & (DIGITS - 1);
    const place = starts[digit] as number;
    starts[digit] = place + 1;
    to[place] = from[k] as number;
    toWords[2 * place] = fromWords[2 * k] as number;
    toWords[2 * place + 1] = fromWords[2 * k + 1] as number;
  }
  keyed.fromWords = toWords;
  keyed.toWords = fromWords;
  keyed.from = to;
  keyed.to = from;
}

/** Sorts runs of equal upper halves by their lower ones; false if a run is too long for that. */
function sortRuns({ fromWords: words, from: order }: Keyed): boolean {
  const count = words.length / 2;
  const high = 1 - LOW_WORD;
  for (let start = 0; start < count; ) {
    let end = start + 1;
    let isSorted = true;
    while (end < count && words[2 * end + high] === words[2 * start + high]) {
      const before = words[2 * (end - 1) + LOW_WORD] as number;
      if ((words[2 * end + LOW_WORD] as number) < before) isSorted = false;
      end++;
    }
    if (!isSorted) {
      if (end - start > LONGEST_RUN) return false;
      insertByLowWord(words, order, start, end);
    }
    start = end;
  }
  return true;
}

function insertByLowWord(words: Uint32Array, order: Int32Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const low = words[2 * i + LOW_WORD] as number;
    const position = order[i] as number;
    let j = i - 1;
    while (j >= start && (words[2 * j + LOW_WORD] as number) > low) {
      words[2 * (j + 1) + LOW_WORD] = words[2 * j + LOW_WORD] as number;
      order[j + 1] = order[j] as number;
      j--;
    }
    words[2 * (j + 1) + LOW_WORD] = low;
    order[j + 1] = position;
  }
}

/** Which of the two words of a double is the lower half: depends on the machine. */
const LOW_WORD: 0 | 1 =
  /* @__PURE__ */ new Uint8Array(/* @__PURE__ */ new Uint16Array([1]).buffer)[0] === 1 ? 0 : 1;
