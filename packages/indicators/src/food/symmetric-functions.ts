/** Elementary symmetric functions of order 0 to the number of values. */
export function symmetricFunctions(values: readonly number[]): Float64Array {
  const gamma = new Float64Array(values.length + 1);
  gamma[0] = 1;
  values.forEach((value, i) => {
    for (let order = i + 1; order >= 1; order--) {
      gamma[order] = (gamma[order] as number) + value * (gamma[order - 1] as number);
    }
  });
  return gamma;
}

const without = (values: readonly number[], ...out: readonly number[]) =>
  values.filter((_, i) => !out.includes(i));

/** Probabilities of a yes given the raw score: of each item, and of two items together. */
export interface ConditionalProbabilities {
  /** `one[score][item]`, score from 0 to the number of items. */
  readonly one: readonly (readonly number[])[];
  /** `two[score][item][item]`. */
  readonly two: readonly (readonly (readonly number[])[])[];
}

/**
 * What the Rasch model says of the answers of somebody with a raw score, whatever the person's severity.
 * Source: Andersen (1972), The numerical solution of a set of conditional estimation equations, JRSS B 34.
 */
export function conditionalProbabilities(severities: readonly number[]): ConditionalProbabilities {
  const easiness = severities.map((severity) => Math.exp(-severity));
  const gamma = symmetricFunctions(easiness);
  const lessOne = easiness.map((_, i) => symmetricFunctions(without(easiness, i)));
  const lessTwo = easiness.map((_, i) =>
    easiness.map((__, j) => (i === j ? undefined : symmetricFunctions(without(easiness, i, j)))),
  );
  const scores = Array.from({ length: severities.length + 1 }, (_, score) => score);
  const one = scores.map((score) =>
    easiness.map((e, i) =>
      score === 0 ? 0 : (e * (lessOne[i]?.[score - 1] ?? 0)) / (gamma[score] as number),
    ),
  );
  const two = scores.map((score) =>
    easiness.map((e, i) =>
      easiness.map((f, j) => {
        if (i === j) return one[score]?.[i] ?? 0;
        if (score < 2) return 0;
        return (e * f * (lessTwo[i]?.[j]?.[score - 2] ?? 0)) / (gamma[score] as number);
      }),
    ),
  );
  return { one, two };
}

/** The logarithm of the sum of all patterns with each score. */
export function logSymmetricFunctions(severities: readonly number[]): number[] {
  const easiness = severities.map((severity) => Math.exp(-severity));
  return Array.from(symmetricFunctions(easiness), Math.log);
}
