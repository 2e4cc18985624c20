import { normalCdf } from "@vitalcore/stats/distributions";
import { require, requireFinite } from "../indices/check-numbers.js";

/** Scores with normally distributed errors, and the correlation of these between units. */
export interface UncertainScores {
  readonly scores: readonly number[];
  readonly errors: readonly number[];
  /** Between each two units, in a matrix; or one number for all; 0 if left out. */
  readonly correlation?: number | readonly (readonly number[])[];
}

/** Probabilities of orders: see {@link pairProbabilities}. */
export interface PairProbabilities {
  /** For each unit and each other, the probability of a higher draw. */
  readonly above: readonly (readonly number[])[];
  readonly expectedRank: readonly number[];
}

/**
 * The probabilities that draws around one score are above those around another, and the expected ranks: linear in
 * these, so that only pairs are needed, also under dependence.
 *
 * @throws VitalError `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import { pairProbabilities } from "@vitalcore/composite/uncertainty";
 * const { above } = pairProbabilities({ scores: [51, 50], errors: [0.6, 0.8] });
 * above[0]?.[1]?.toFixed(4); // => "0.8413"
 * ```
 */
export function pairProbabilities(given: UncertainScores): PairProbabilities {
  check(given);
  const { scores, errors, correlation = 0 } = given;
  const rho = (i: number, j: number) =>
    typeof correlation === "number" ? correlation : (correlation[i]?.[j] ?? 0);
  const above = scores.map((score, i) =>
    scores.map((other, j) => {
      if (i === j) return 0;
      const a = errors[i] as number;
      const b = errors[j] as number;
      const variance = a * a + b * b - 2 * rho(i, j) * a * b;
      const away = score - other;
      if (variance > 0) return normalCdf(away / Math.sqrt(variance));
      return away === 0 ? 0.5 : Number(away > 0);
    }),
  );
  return {
    above,
    expectedRank: scores.map((_, i) => 1 + above.reduce((sum, row) => sum + (row[i] as number), 0)),
  };
}

function check({ scores, errors, correlation = 0 }: UncertainScores): void {
  requireFinite("The score", scores);
  requireFinite("The standard error", errors);
  require(errors.length ===
    scores.length, "The number of errors", errors.length, `${scores.length}`);
  for (const error of errors) require(error >= 0, "A standard error", error, "0 or more");
  const numbers = typeof correlation === "number" ? [correlation] : correlation.flat();
  for (const rho of numbers) require(Math.abs(rho) <= 1, "A correlation", rho, "between -1 and 1");
}

const PANEL = 8;
const REACH = 9;

/**
 * The probability of each rank of independent, normally distributed scores: given a unit's own draw, the number of
 * units above it is a sum of independent yes-or-no variables. These are ranks of draws around the estimates, which
 * spread more than the ranks themselves: see `rankSets` for inference.
 *
 * @returns for each unit the probabilities of rank 1, 2, ...
 * @throws VitalError `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import { rankProbabilities } from "@vitalcore/composite/uncertainty";
 * const [first] = rankProbabilities({ scores: [51, 50], errors: [0.6, 0.8] });
 * first?.map((p) => p.toFixed(4)); // => ["0.8413", "0.1587"]
 * ```
 */
export function rankProbabilities(
  given: Omit<UncertainScores, "correlation">,
): readonly (readonly number[])[] {
  check(given);
  const { scores, errors } = given;
  return scores.map((score, i) => {
    const own = errors[i] as number;
    const ranks = new Float64Array(scores.length);
    const bounds = panelBounds(scores, errors, i);
    for (let p = 1; p < bounds.length; p++) {
      const low = bounds[p - 1] as number;
      const width = (bounds[p] as number) - low;
      for (let k = 0; k < PANEL; k++) {
        const z = low + ((1 + (NODES[k] as number)) / 2) * width;
        const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
        const weight = ((WEIGHTS[k] as number) / 2) * width * density;
        addRanks(scores, errors, i, score + z * own, weight, ranks);
      }
    }
    return [...ranks];
  });
}

/** Steps of others that are sharper than this share of the unit's own error have panels of their own. */
const SHARP = 1 / 8;
const STEP_REACH = 8;

/**
 * Where the panels of the integral over a unit's own draw meet: as fine as the steps that the errors of most others
 * make in terms of it, and finer around the others whose errors are far smaller. One whose score is known makes a jump.
 */
function panelBounds(
  scores: readonly number[],
  errors: readonly number[],
  unit: number,
): readonly number[] {
  const own = errors[unit] as number;
  if (own === 0) return evenBounds(1);
  const steps = errors.map((error) => error / own);
  const bounds = new Set(evenBounds(Math.min(1, ...steps.filter((step) => step >= SHARP))));
  steps.forEach((step, j) => {
    if (j === unit || step >= SHARP) return;
    const center = ((scores[j] as number) - (scores[unit] as number)) / own;
    const reach = step === 0 ? 0 : STEP_REACH;
    for (let k = -reach; k <= reach; k++) {
      const z = center + k * step;
      if (Math.abs(z) < REACH) bounds.add(z);
    }
  });
  return [...bounds].sort((a, b) => a - b);
}

function evenBounds(step: number): readonly number[] {
  const panels = Math.ceil((4 * REACH) / step);
  return Array.from({ length: panels + 1 }, (_, p) => -REACH + (2 * REACH * p) / panels);
}

/** Nodes and weights of Gauss and Legendre on -1..1. */
const NODES = [
  -0.9602898564975363, -0.7966664774136267, -0.525532409916329, -0.1834346424956498,
  0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363,
];
const WEIGHTS = [
  0.1012285362903763, 0.2223810344533745, 0.3137066458778873, 0.362683783378362, 0.362683783378362,
  0.3137066458778873, 0.2223810344533745, 0.1012285362903763,
];

/** Adds the distribution of the number of units above a draw (Poisson binomial, by convolution). */
function addRanks(
  scores: readonly number[],
  errors: readonly number[],
  unit: number,
  draw: number,
  weight: number,
  ranks: Float64Array,
): void {
  const counts = new Float64Array(scores.length);
  counts[0] = 1;
  let others = 0;
  for (let j = 0; j < scores.length; j++) {
    if (j === unit) continue;
    const away = (scores[j] as number) - draw;
    const error = errors[j] as number;
    const above = error > 0 ? normalCdf(away / error) : Number(away > 0);
    others += 1;
    for (let r = others; r > 0; r--) {
      counts[r] = (counts[r] as number) * (1 - above) + (counts[r - 1] as number) * above;
    }
    counts[0] = (counts[0] as number) * (1 - above);
  }
  for (let r = 0; r < ranks.length; r++) {
    ranks[r] = (ranks[r] as number) + weight * (counts[r] as number);
  }
}
