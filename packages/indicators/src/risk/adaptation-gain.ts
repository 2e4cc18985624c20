import { requireInputs } from "../input-checks.js";

/** Scores from 0 to 1, `null` where missing. */
export interface AdaptationScores {
  /** Economic, governance and social readiness. */
  readonly readiness: {
    readonly economic: number | null;
    readonly governance: number | null;
    readonly social: number | null;
  };
  /** Vulnerability of the sectors: water, food, health, ecosystems, habitat, infrastructure. */
  readonly vulnerability: Readonly<Record<string, number | null>>;
}

/** The country index of ND-GAIN with its two parts; `null` where a part cannot be computed. */
export interface AdaptationGain {
  /** 0 to 100: higher is better. */
  readonly value: number | null;
  readonly readiness: number | null;
  readonly vulnerability: number | null;
}

/**
 * The ND-GAIN country index: 50 × (readiness - vulnerability + 1), readiness and vulnerability each being the mean
 * of the parts that are there.
 *
 * @param scores - from 0 to 1.
 * @throws VitalError `indicators/not-a-proportion`.
 *
 * Source: Chen, Noble, Hellmann, Coffee, Murillo and Chawla (2015), University of Notre Dame Global Adaptation
 * Index, technical report.
 *
 * @example
 * ```ts
 * import { adaptationGain } from "@vitalcore/indicators/risk";
 * const { value } = adaptationGain({
 *   readiness: { economic: 0.5, governance: 0.6, social: 0.4 },
 *   vulnerability: { water: 0.3, food: 0.4, health: null },
 * });
 * value; // => 57.5
 * ```
 */
export function adaptationGain(scores: AdaptationScores): AdaptationGain {
  const named = [
    ...Object.entries(scores.readiness).map(([name, score]) => [`readiness.${name}`, score]),
    ...Object.entries(scores.vulnerability).map(([name, score]) => [
      `vulnerability.${name}`,
      score,
    ]),
  ].filter(([, score]) => score !== null);
  requireInputs([], Object.fromEntries(named) as Record<string, number>);
  const readiness = meanOfPresent(Object.values(scores.readiness));
  const vulnerability = meanOfPresent(Object.values(scores.vulnerability));
  const value =
    readiness === null || vulnerability === null ? null : 50 * (readiness - vulnerability + 1);
  return { value, readiness, vulnerability };
}

function meanOfPresent(scores: readonly (number | null)[]): number | null {
  const present = scores.filter((score) => score !== null);
  return present.length === 0
    ? null
    : present.reduce((sum, score) => sum + score, 0) / present.length;
}
