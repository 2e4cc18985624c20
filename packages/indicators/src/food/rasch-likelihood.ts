import { VitalError } from "@vitalcore/core";
import { find } from "./catalog.js";
import { inverse } from "./positive-definite.js";
import type { AnswerCounts } from "./read-answers.js";
import {
  type ConditionalProbabilities,
  conditionalProbabilities,
  logSymmetricFunctions,
} from "./symmetric-functions.js";

const MOST_STEPS = 100;

/** Raw scores with information on the items: neither none nor all. */
export function betweenScores({ items }: AnswerCounts): number[] {
  return Array.from({ length: items.length - 1 }, (_, i) => i + 1);
}

function yesTotals(counts: AnswerCounts): number[] {
  return counts.yesByScore.map((yes) =>
    betweenScores(counts).reduce((sum, score) => sum + (yes[score] as number), 0),
  );
}

export function logLikelihood(counts: AnswerCounts, severities: readonly number[]): number {
  const gamma = logSymmetricFunctions(severities);
  const yes = yesTotals(counts);
  return (
    -severities.reduce((sum, severity, i) => sum + severity * (yes[i] as number), 0) -
    betweenScores(counts).reduce(
      (sum, score) => sum + (counts.weightByScore[score] as number) * (gamma[score] as number),
      0,
    )
  );
}

/** Covariance of the answers given the raw scores, summed over respondents: the information. */
export function informationOf(
  counts: AnswerCounts,
  { one, two }: ConditionalProbabilities,
): number[][] {
  return counts.items.map((_, i) =>
    counts.items.map((__, j) =>
      betweenScores(counts).reduce((sum, score) => {
        const [p, q, both] = [one[score]?.[i], one[score]?.[j], two[score]?.[i]?.[j]] as [
          number,
          number,
          number,
        ];
        return sum + (counts.weightByScore[score] as number) * (both - p * q);
      }, 0),
    ),
  );
}

/**
 * The inverse of the information where severities add up to 0: the information is singular along equal
 * changes of all, which a constant added to all entries removes.
 */
export function inverseOfInformation(information: readonly (readonly number[])[]): number[][] {
  const k = information.length;
  const scale = information.reduce((sum, row, i) => sum + (row[i] as number), 0) / k;
  const whole = inverse(information.map((row) => row.map((entry) => entry + scale / k)));
  if (whole === undefined) {
    const facts = { reason: "the answers fall into parts that cannot be compared" };
    throw new VitalError([find("indicators/no-rasch-model", { facts })]);
  }
  return whole.map((row) => row.map((entry) => entry - 1 / (k * scale)));
}

/** Severities of the items by Newton's method on the conditional likelihood; their mean is 0. */
export function estimateSeverities(counts: AnswerCounts): number[] {
  const yes = yesTotals(counts);
  let severities = counts.items.map(() => 0);
  for (let step = 0; step < MOST_STEPS; step++) {
    const probabilities = conditionalProbabilities(severities);
    const gradient = yes.map(
      (said, i) =>
        betweenScores(counts).reduce(
          (sum, score) =>
            sum + (counts.weightByScore[score] as number) * (probabilities.one[score]?.[i] ?? 0),
          0,
        ) - said,
    );
    const covariance = inverseOfInformation(informationOf(counts, probabilities));
    const change = covariance.map((row) =>
      row.reduce((sum, entry, j) => sum + entry * (gradient[j] as number), 0),
    );
    const largest = Math.max(...change.map(Math.abs));
    // Newton's step is kept short far from the solution, where it may overshoot.
    const damping = Math.min(1, 2 / largest);
    severities = severities.map((severity, i) => severity + damping * (change[i] as number));
    if (largest < 1e-13 * Math.max(1, ...severities.map(Math.abs))) break;
  }
  const mean = severities.reduce((sum, severity) => sum + severity, 0) / severities.length;
  return severities.map((severity) => severity - mean);
}
