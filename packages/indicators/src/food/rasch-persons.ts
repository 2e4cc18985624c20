const MOST_STEPS = 100;
/** Pseudo-scores for nobody's yes and everybody's, which have no estimate of their own. */
const EXTREME = 0.5;

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** Severity of a person by maximum likelihood: expected score equals the score. */
export function personOf(
  severities: readonly number[],
  score: number,
): { severity: number; standardError: number } {
  const most = severities.length;
  const wanted = score === 0 ? EXTREME : score === most ? most - EXTREME : score;
  let severity = Math.log(wanted / (most - wanted));
  const probabilities = () => severities.map((item) => logistic(severity - item));
  const information = () => probabilities().reduce((sum, p) => sum + p * (1 - p), 0);
  for (let step = 0; step < MOST_STEPS; step++) {
    const expected = probabilities().reduce((sum, p) => sum + p, 0);
    const change = (wanted - expected) / information();
    severity += Math.max(-2, Math.min(2, change));
    if (Math.abs(change) < 1e-14 * Math.max(1, Math.abs(severity))) break;
  }
  if (score !== most) return { severity, standardError: 1 / Math.sqrt(information()) };
  // The error of the other extreme stands for both, as in FAO's software.
  return { severity, standardError: personOf(severities, 0).standardError };
}
