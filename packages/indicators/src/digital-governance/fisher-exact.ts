import { logGamma } from "@vitalcore/stats/distributions";

/** Tables whose probabilities differ by less are as likely as each other, as in R. */
const TIE = 1 + 1e-7;

/**
 * Fisher's exact test of two proportions, two-sided: the probability, given both margins, of all tables that are not more
 * likely than the one found.
 */
export function fisherExact(a: number, n1: number, b: number, n2: number): number {
  const successes = a + b;
  const least = Math.max(0, successes - n2);
  const most = Math.min(n1, successes);
  // Hypergeometric probabilities from the largest outwards, each from the one before: nothing over- or underflows early.
  const mode = Math.min(
    most,
    Math.max(least, Math.floor(((n1 + 1) * (successes + 1)) / (n1 + n2 + 2))),
  );
  const logOf = (x: number) =>
    logChoose(n1, x) + logChoose(n2, successes - x) - logChoose(n1 + n2, successes);
  const found = logOf(a);
  const peak = Math.exp(logOf(mode));
  let tail = 0;
  let whole = 0;
  const limit = Math.exp(found) * TIE;
  const add = (probability: number) => {
    whole += probability;
    if (probability <= limit) tail += probability;
  };
  add(peak);
  let probability = peak;
  for (let x = mode; x < most && probability > 0; x++) {
    probability *= ((n1 - x) * (successes - x)) / ((x + 1) * (n2 - successes + x + 1));
    add(probability);
  }
  probability = peak;
  for (let x = mode; x > least && probability > 0; x--) {
    probability *= (x * (n2 - successes + x)) / ((n1 - x + 1) * (successes - x + 1));
    add(probability);
  }
  return Math.min(1, tail / whole);
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
