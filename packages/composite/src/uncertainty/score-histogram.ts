const BINS = 1024;

/**
 * Counts of values on a grid whose steps are powers of two, wide enough for all values. Its final state depends on
 * the values alone, not on their order, and its size not on their number.
 */
export class ScoreHistogram {
  readonly #counts = new Float64Array(BINS);
  #exponent = 0;
  #base = 0;
  #least = Number.POSITIVE_INFINITY;
  #most = Number.NEGATIVE_INFINITY;
  #total = 0;

  add(value: number, weight: number): void {
    if (this.#total === 0) {
      // Far finer than what is to come: 2^-20 of the first value.
      this.#exponent = Math.floor(Math.log2(Math.max(Math.abs(value), 1e-6))) - 30;
      this.#base = Math.floor(value / 2 ** this.#exponent) - BINS / 2;
    }
    if (value < this.#least) this.#least = value;
    if (value > this.#most) this.#most = value;
    let place = Math.floor(value / 2 ** this.#exponent) - this.#base;
    if (place < 0 || place >= BINS) {
      this.#makeRoom();
      place = Math.floor(value / 2 ** this.#exponent) - this.#base;
    }
    this.#counts[place] = (this.#counts[place] as number) + weight;
    this.#total += weight;
  }

  get least(): number {
    return this.#least;
  }

  get most(): number {
    return this.#most;
  }

  /** The value with a share p of the weight below it, linear within a step of the grid. */
  quantile(p: number): number {
    const wanted = p * this.#total;
    let before = 0;
    for (let i = 0; i < BINS; i++) {
      const here = this.#counts[i] as number;
      if (here > 0 && before + here >= wanted) {
        const step = 2 ** this.#exponent;
        const value = (this.#base + i + (wanted - before) / here) * step;
        return Math.min(this.#most, Math.max(this.#least, value));
      }
      before += here;
    }
    return this.#most;
  }

  /** The shares of the weight in some bins of equal width between the least and the most value. */
  shares(bins: number): readonly number[] {
    const width = (this.#most - this.#least) / bins;
    if (width === 0) return Array.from({ length: bins }, (_, i) => Number(i === 0));
    let before = 0;
    return Array.from({ length: bins }, (_, i) => {
      const until = i === bins - 1 ? this.#total : this.#below(this.#least + (i + 1) * width);
      const share = (until - before) / this.#total;
      before = until;
      return share;
    });
  }

  /** The weight below a value, linear within a step of the grid. */
  #below(value: number): number {
    const place = value / 2 ** this.#exponent - this.#base;
    const whole = Math.floor(place);
    let sum = 0;
    for (let i = 0; i < whole; i++) sum += this.#counts[i] as number;
    return sum + (place - whole) * (this.#counts[whole] ?? 0);
  }

  /** Doubles the step until the range fits, and centres the grid on it. */
  #makeRoom(): void {
    const before = this.#exponent;
    const oldBase = this.#base;
    const first = (exponent: number) => Math.floor(this.#least / 2 ** exponent);
    const last = (exponent: number) => Math.floor(this.#most / 2 ** exponent);
    while (last(this.#exponent) - first(this.#exponent) >= BINS) this.#exponent += 1;
    this.#base = Math.floor((first(this.#exponent) + last(this.#exponent) - BINS) / 2) + 1;
    const ratio = 2 ** (this.#exponent - before);
    const old = this.#counts.slice();
    this.#counts.fill(0);
    for (let i = 0; i < BINS; i++) {
      if (old[i] === 0) continue;
      const place = Math.floor((oldBase + i) / ratio) - this.#base;
      this.#counts[place] = (this.#counts[place] as number) + (old[i] as number);
    }
  }
}
