/** Whether a number is prime: those asked here are small. */
function isPrime(n: number): boolean {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return n > 1;
}

/** Paley's first construction: a Hadamard matrix of order q + 1 for a prime q = 3 (mod 4). */
function paley(q: number): Int8Array[] {
  const square = new Uint8Array(q);
  for (let x = 1; x < q; x++) square[(x * x) % q] = 1;
  const order = q + 1;
  return Array.from({ length: order }, (_, i) =>
    Int8Array.from({ length: order }, (_, j) => {
      if (i === 0) return 1;
      if (j === 0) return -1;
      if (i === j) return 1;
      return square[(((j - i) % q) + q) % q] === 1 ? 1 : -1;
    }),
  );
}

/** Sylvester's doubling. */
function doubled(matrix: readonly Int8Array[]): Int8Array[] {
  const order = matrix.length;
  return Array.from({ length: 2 * order }, (_, i) =>
    Int8Array.from({ length: 2 * order }, (_, j) => {
      const sign = i >= order && j >= order ? -1 : 1;
      return sign * matrix[i % order]![j % order]!;
    }),
  );
}

/** The smallest Hadamard matrix that Paley and Sylvester give with an order of at least `least`. */
function hadamard(least: number): Int8Array[] {
  let best: { order: number; q: number; doublings: number } | undefined;
  for (let doublings = 0; 2 ** doublings <= 2 * least; doublings++) {
    const factor = 2 ** doublings;
    let base = Math.ceil(least / factor);
    if (base <= 2) base = base <= 1 ? 1 : 2;
    else {
      base = Math.ceil(base / 4) * 4;
      while (!isPrime(base - 1)) base += 4;
    }
    const order = base * factor;
    if (best === undefined || order < best.order) best = { order, q: base - 1, doublings };
  }
  const { q, doublings } = best!;
  let matrix: Int8Array[] =
    q === 0 ? [Int8Array.of(1)] : q === 1 ? doubled([Int8Array.of(1)]) : paley(q);
  for (let i = 0; i < doublings; i++) matrix = doubled(matrix);
  return matrix;
}

/**
 * Balanced half-samples: rows of +1 and -1 for `strata` strata, whose columns are orthogonal to each
 * other and to the constant. Source: McCarthy (1969); Wolter (2007), section 3.2 and appendix A.
 */
export function halfSamples(strata: number): Int8Array[] {
  // One column more than strata: the constant one is left out, so that every column is balanced.
  const matrix = hadamard(strata + 1);
  const constant = matrix.map((row) => row[0]!);
  return matrix.map((row, i) => row.slice(1, strata + 1).map((sign) => sign * constant[i]!));
}
