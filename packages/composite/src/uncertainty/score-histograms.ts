const BINS = 1024;
/** The finest step, relative to the largest score: far finer than what is to come, and cells are still whole numbers. */
const FINENESS = 30;
/** Scores below are taken for zero when steps are chosen. */
const TINY = 1e-6;

/**
 * Counts of each unit's scores on a grid whose steps are powers of two, wide enough for all of them. The final state
 * depends on the scores alone, not on their order or on the parts in which they were counted, and its size not on
 * their number.
 */
export class ScoreHistograms {
  readonly #units: number;
  /** Unit after unit; whole numbers unless runs count differently. */
  readonly #counts: Int32Array | Float64Array;
  readonly #exponents: Int32Array;
  /** Cells per unit of score, 2^-exponent. */
  readonly #fineness: Float64Array;
  /** The number of the first cell on the grid. */
  readonly #bases: Float64Array;
  readonly #least: Float64Array;
  readonly #most: Float64Array;

  /** @param isWeighted - whether runs count differently. */
  constructor(units: number, isWeighted: boolean) {
    this.#units = units;
    const Counts = isWeighted ? Float64Array : Int32Array;
    this.#counts = new Counts(units * BINS);
    this.#exponents = new Int32Array(units);
    this.#fineness = new Float64Array(units);
    this.#bases = new Float64Array(units);
    this.#least = new Float64Array(units).fill(Number.POSITIVE_INFINITY);
    this.#most = new Float64Array(units).fill(Number.NEGATIVE_INFINITY);
  }

  /** Counts the scores of a run; those that are NaN are not there. */
  add(scores: Float64Array, weight: number): void {
    const counts = this.#counts;
    const fineness = this.#fineness;
    const bases = this.#bases;
    const least = this.#least;
    const most = this.#most;
    for (let unit = 0; unit < scores.length; unit++) {
      const score = scores[unit] as number;
      if (Number.isNaN(score)) continue;
      if (!(score >= (least[unit] as number) && score <= (most[unit] as number))) {
        this.#makeRoom(unit, score, score);
      }
      const place =
        Math.floor(score * (fineness[unit] as number)) - (bases[unit] as number) + unit * BINS;
      counts[place] = (counts[place] as number) + weight;
    }
  }

  /** Adds the counts of a part that was counted elsewhere. */
  merge(other: ScoreHistogramCounts): void {
    for (let unit = 0; unit < this.#units; unit++) {
      const least = other.least[unit] as number;
      const most = other.most[unit] as number;
      if (least > most) continue;
      this.#makeRoom(unit, least, most);
      const exponent = other.exponents[unit] as number;
      const ratio = 2 ** ((this.#exponents[unit] as number) - exponent);
      const shift = unit * BINS - (this.#bases[unit] as number);
      for (let i = 0; i < BINS; i++) {
        const count = other.counts[unit * BINS + i] as number;
        if (count === 0) continue;
        const place = Math.floor(((other.bases[unit] as number) + i) / ratio) + shift;
        this.#counts[place] = (this.#counts[place] as number) + count;
      }
    }
  }

  /**
   * Takes out what was counted, as typed arrays that other threads may send: see {@link merge}. The grids stay, so that the
   * next part need not find them again: they are no coarser than those of all parts together.
   */
  take(): ScoreHistogramCounts {
    const taken = {
      counts: this.#counts.slice(),
      exponents: this.#exponents.slice(),
      bases: this.#bases.slice(),
      least: this.#least.slice(),
      most: this.#most.slice(),
    };
    this.#counts.fill(0);
    this.#least.fill(Number.POSITIVE_INFINITY);
    this.#most.fill(Number.NEGATIVE_INFINITY);
    return taken;
  }

  least(unit: number): number {
    return this.#least[unit] as number;
  }

  most(unit: number): number {
    return this.#most[unit] as number;
  }

  /** The score of a unit with a share p of the weight below it, linear within a step of the grid. */
  quantile(unit: number, p: number): number {
    const counts = this.#counts.subarray(unit * BINS, (unit + 1) * BINS);
    let total = 0;
    for (let i = 0; i < BINS; i++) total += counts[i] as number;
    const wanted = p * total;
    let before = 0;
    for (let i = 0; i < BINS; i++) {
      const here = counts[i] as number;
      if (here > 0 && before + here >= wanted) {
        const step = 2 ** (this.#exponents[unit] as number);
        const value = ((this.#bases[unit] as number) + i + (wanted - before) / here) * step;
        return Math.min(this.most(unit), Math.max(this.least(unit), value));
      }
      before += here;
    }
    return this.most(unit);
  }

  /** The shares of a unit's weight in some bins of equal width between its least and its most score. */
  shares(unit: number, bins: number): readonly number[] {
    const least = this.least(unit);
    const width = (this.most(unit) - least) / bins;
    if (width === 0) return Array.from({ length: bins }, (_, i) => Number(i === 0));
    const total = this.#below(unit, Number.POSITIVE_INFINITY);
    let before = 0;
    return Array.from({ length: bins }, (_, i) => {
      const until = i === bins - 1 ? total : this.#below(unit, least + (i + 1) * width);
      const share = (until - before) / total;
      before = until;
      return share;
    });
  }

  /** A unit's weight below a score, linear within a step of the grid. */
  #below(unit: number, score: number): number {
    const place = score * (this.#fineness[unit] as number) - (this.#bases[unit] as number);
    const whole = Math.min(BINS, Math.floor(place));
    let sum = 0;
    for (let i = 0; i < whole; i++) sum += this.#counts[unit * BINS + i] as number;
    return whole === BINS
      ? sum
      : sum + (place - whole) * (this.#counts[unit * BINS + whole] as number);
  }

  /**
   * Widens the range of a unit; doubles the step until the range fits, and centres the grid on it. The step follows
   * from the range alone, and never shrinks when that grows.
   */
  #makeRoom(unit: number, low: number, high: number): void {
    const isNew = this.#fineness[unit] === 0;
    const from = this.#first(unit);
    const to = this.#last(unit);
    const least = Math.min(this.least(unit), low);
    const most = Math.max(this.most(unit), high);
    this.#least[unit] = least;
    this.#most[unit] = most;
    const finest = Math.floor(Math.log2(Math.max(most, -least, TINY))) - FINENESS;
    const before = isNew ? finest : (this.#exponents[unit] as number);
    const base = this.#bases[unit] as number;
    const fits = this.#first(unit) >= base && this.#last(unit) < base + BINS;
    if (!isNew && fits && before >= finest) return;
    let exponent = Math.max(before, finest);
    while (Math.floor(most / 2 ** exponent) - Math.floor(least / 2 ** exponent) >= BINS) {
      exponent += 1;
    }
    this.#regrid(unit, exponent, before, from, to);
  }

  /**
   * Moves the counts to a grid of the same or a coarser step whose middle is that of the range.
   *
   * @param from - number of the first cell, up to `to`, that may hold a count: none if they are not finite.
   */
  #regrid(unit: number, exponent: number, before: number, from: number, to: number): void {
    const offset = unit * BINS - (this.#bases[unit] as number);
    this.#exponents[unit] = exponent;
    this.#fineness[unit] = 2 ** -exponent;
    const base = Math.floor((this.#first(unit) + this.#last(unit) - BINS) / 2) + 1;
    this.#bases[unit] = base;
    if (!(from <= to)) return;
    const counts = this.#counts;
    const old = counts.slice(offset + from, offset + to + 1);
    counts.fill(0, offset + from, offset + to + 1);
    const ratio = 2 ** (exponent - before);
    for (let i = 0; i < old.length; i++) {
      if (old[i] === 0) continue;
      const place = Math.floor((from + i) / ratio) - base + unit * BINS;
      counts[place] = (counts[place] as number) + (old[i] as number);
    }
  }

  /** Number of the cell of the least score. */
  #first(unit: number): number {
    return Math.floor(this.least(unit) * (this.#fineness[unit] as number));
  }

  #last(unit: number): number {
    return Math.floor(this.most(unit) * (this.#fineness[unit] as number));
  }
}

/** The state of {@link ScoreHistograms} as typed arrays. */
export interface ScoreHistogramCounts {
  readonly counts: Int32Array | Float64Array;
  readonly exponents: Int32Array;
  readonly bases: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
}
