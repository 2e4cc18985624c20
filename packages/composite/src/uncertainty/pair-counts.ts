/** Runs that are added at a time: seven full adders turn eight bits into one carry. */
const BATCH = 8;
/** Planes of binary digits: the counts of a pair stay below 2^13 until they are collected. */
const PLANES = 13;
const COLLECT_AFTER = 2 ** PLANES - 2 * BATCH;

/**
 * Counts, for each two units, the runs in which one ranks above the other. A run is a bit for each pair; the bits of
 * 32 pairs are counted side by side, each binary digit of their counts in a word of its own, so that a run costs an
 * eighth of some forty bit operations for 32 pairs and not 32 comparisons. Source: the "vertical counters" and
 * carry-save adders of Harley and Seal, in Warren (2013), Hacker's Delight, 2nd ed., section 5-1.
 */
export class PairCounts {
  readonly #units: number;
  /** Words of a row: a bit for each unit that the row's unit is above. */
  readonly #width: number;
  /** Rows of the runs that wait. */
  readonly #waiting: readonly Int32Array[];
  #count = 0;
  readonly #planes: readonly Int32Array[];
  #collected = 0;
  /** Units by twice their rank, chained. */
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #below: Int32Array;

  constructor(units: number) {
    this.#units = units;
    this.#width = Math.ceil(units / 32);
    const words = () => new Int32Array(units * this.#width);
    this.#waiting = Array.from({ length: BATCH }, words);
    this.#planes = Array.from({ length: PLANES }, words);
    this.#heads = new Int32Array(2 * units + 1);
    this.#next = new Int32Array(units);
    this.#below = new Int32Array(this.#width);
  }

  /**
   * Adds a run.
   *
   * @param ranks - multiples of a half, NaN where missing.
   * @param above - units x units; receives the counts now and then: see {@link collect}.
   */
  add(ranks: Float64Array, above: Float64Array): void {
    this.#fillRows(ranks, this.#waiting[this.#count] as Int32Array);
    this.#count += 1;
    if (this.#count < BATCH) return;
    this.#addBatch();
    if (this.#collected >= COLLECT_AFTER) this.#unload(above);
  }

  /** Adds all that is counted to `above`, and starts again. */
  collect(above: Float64Array): void {
    if (this.#count > 0) {
      for (let k = this.#count; k < BATCH; k++) (this.#waiting[k] as Int32Array).fill(0);
      this.#addBatch();
    }
    if (this.#collected > 0) this.#unload(above);
  }

  /** From the last rank up: a unit is above all that were met at lower ranks. */
  #fillRows(ranks: Float64Array, rows: Int32Array): void {
    const heads = this.#heads;
    const next = this.#next;
    const below = this.#below;
    const width = this.#width;
    heads.fill(-1);
    for (let unit = 0; unit < ranks.length; unit++) {
      const rank = ranks[unit] as number;
      if (Number.isNaN(rank)) {
        rows.fill(0, unit * width, (unit + 1) * width);
        continue;
      }
      next[unit] = heads[2 * rank] as number;
      heads[2 * rank] = unit;
    }
    below.fill(0);
    for (let rank = heads.length - 1; rank > 0; rank--) {
      const head = heads[rank] as number;
      for (let unit = head; unit >= 0; unit = next[unit] as number) {
        const row = unit * width;
        for (let w = 0; w < width; w++) rows[row + w] = below[w] as number;
      }
      for (let unit = head; unit >= 0; unit = next[unit] as number) {
        below[unit >>> 5] = (below[unit >>> 5] as number) | (1 << (unit & 31));
      }
    }
  }

  #addBatch(): void {
    const [a, b, c, d, e, f, g, h] = this.#waiting as unknown as Batch;
    const planes = this.#planes;
    const [ones, twos, fours] = planes as unknown as readonly [Int32Array, Int32Array, Int32Array];
    for (let w = 0; w < ones.length; w++) {
      const one0 = ones[w] as number;
      const two0 = twos[w] as number;
      const four0 = fours[w] as number;
      const odd1 = one0 ^ (a[w] as number);
      const two1 = (one0 & (a[w] as number)) | (odd1 & (b[w] as number));
      const one1 = odd1 ^ (b[w] as number);
      const odd2 = one1 ^ (c[w] as number);
      const two2 = (one1 & (c[w] as number)) | (odd2 & (d[w] as number));
      const one2 = odd2 ^ (d[w] as number);
      const odd3 = one2 ^ (e[w] as number);
      const two3 = (one2 & (e[w] as number)) | (odd3 & (f[w] as number));
      const one3 = odd3 ^ (f[w] as number);
      const odd4 = one3 ^ (g[w] as number);
      const two4 = (one3 & (g[w] as number)) | (odd4 & (h[w] as number));
      ones[w] = odd4 ^ (h[w] as number);
      const odd5 = two0 ^ two1;
      const four1 = (two0 & two1) | (odd5 & two2);
      const two5 = odd5 ^ two2;
      const odd6 = two5 ^ two3;
      const four2 = (two5 & two3) | (odd6 & two4);
      twos[w] = odd6 ^ two4;
      const odd7 = four0 ^ four1;
      fours[w] = odd7 ^ four2;
      let carry = (four0 & four1) | (odd7 & four2);
      for (let p = 3; carry !== 0; p++) {
        const plane = planes[p] as Int32Array;
        const digit = plane[w] as number;
        plane[w] = digit ^ carry;
        carry &= digit;
      }
    }
    this.#count = 0;
    this.#collected += BATCH;
  }

  #unload(above: Float64Array): void {
    const width = this.#width;
    const units = this.#units;
    this.#planes.forEach((plane, p) => {
      const value = 2 ** p;
      for (let unit = 0; unit < units; unit++) {
        for (let w = 0; w < width; w++) {
          let bits = plane[unit * width + w] as number;
          const at = unit * units + 32 * w;
          while (bits !== 0) {
            const cell = at + 31 - Math.clz32(bits & -bits);
            above[cell] = (above[cell] as number) + value;
            bits &= bits - 1;
          }
        }
      }
      plane.fill(0);
    });
    this.#collected = 0;
  }
}

type Batch = readonly [
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
];
