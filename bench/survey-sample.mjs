const MULTIPLIER = 1664525;
const INCREMENT = 1013904223;
const SEED = 12345;

/**
 * A made-up sample of 2,000 clusters in 100 strata. Check at n = 1,000,000: sum of w 100029098.0411917, sum of y
 * 117505, weighted mean of y 0.11755390261817751 with standard error 0.0010259314880761829.
 */
export function surveySample(n) {
  let state = SEED;
  const draw = () => {
    state = (Math.imul(state, MULTIPLIER) + INCREMENT) >>> 0;
    return state / 0x100000000;
  };
  const column = () => new Float64Array(n);
  const [psu, stratum, w, y, x, g] = Array.from({ length: 6 }, column);
  for (let i = 0; i < n; i++) {
    const [a, b, c, d] = [draw(), draw(), draw(), draw()];
    psu[i] = Math.floor(i / (n / 2000));
    stratum[i] = Math.floor(psu[i] / 20);
    w[i] = 50 + 100 * a;
    y[i] = b < 0.02 + 0.004 * (psu[i] % 50) ? 1 : 0;
    x[i] = 100 * c + (psu[i] % 7);
    g[i] = Math.floor(5 * d);
  }
  return { psu, stratum, w, y, x, g };
}

/** The same rows in a random order. */
export function shuffled(sample) {
  const { length } = sample.w;
  const order = Int32Array.from({ length }, (_, i) => i);
  let state = SEED;
  for (let i = length - 1; i > 0; i--) {
    state = (Math.imul(state, MULTIPLIER) + INCREMENT) >>> 0;
    const j = Math.floor((state / 0x100000000) * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  const pick = ([name, cells]) => [name, Float64Array.from(order, (row) => cells[row])];
  return Object.fromEntries(Object.entries(sample).map(pick));
}
