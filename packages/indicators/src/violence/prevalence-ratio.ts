import { normalQuantile, normalSurvival } from "@vitalcore/stats/distributions";
import { between, notNegative, requireInputs } from "../input-checks.js";

/** A prevalence with its standard error, as proportions. */
export interface EstimatedPrevalence {
  readonly prevalence: number;
  readonly standardError: number;
}

/** How two prevalences of independent samples compare. */
export interface PrevalenceRatio {
  /** The first over the second; `null` where that is 0. */
  readonly value: number | null;
  /** Limits from the logarithm; `null` where either prevalence is 0. */
  readonly interval: {
    readonly lower: number;
    readonly upper: number;
    readonly level: number;
  } | null;
  /** The first less the second. */
  readonly difference: {
    readonly value: number;
    readonly standardError: number;
    readonly lower: number;
    readonly upper: number;
    /** That there is no difference; `null` where neither prevalence varies. */
    readonly pValue: number | null;
  };
}

/**
 * Ratio and difference of two prevalences from independent samples, such as women and men of two surveys with the same list of acts
 * (`tfvaw-gender-ratio`). For two groups of one sample, whose estimates go together, take `violenceContrast`.
 *
 * @param group - the prevalence looked at, with its standard error.
 * @param reference - the one compared with.
 * @param options - `level` of the limits: 0.95 if left out.
 * @throws VitalError `indicators/not-a-proportion`, `indicators/invalid-input`.
 *
 * Source: Katz et al. (1978), Obtaining confidence intervals for the risk ratio in cohort studies, Biometrics 34 (delta
 * method on the logarithm).
 *
 * @example
 * ```ts
 * import { prevalenceRatio } from "@vitalcore/indicators/violence";
 * const { value, interval } = prevalenceRatio(
 *   { prevalence: 0.24, standardError: 0.012 },
 *   { prevalence: 0.16, standardError: 0.01 },
 * );
 * value; // => 1.5
 * interval?.lower; // => 1.282218
 * ```
 */
export function prevalenceRatio(
  group: EstimatedPrevalence,
  reference: EstimatedPrevalence,
  options: { readonly level?: number } = {},
): PrevalenceRatio {
  const { level = 0.95 } = options;
  requireInputs(
    [
      between("the level", level, 0.5, 0.9999),
      notNegative("the standard error of the group", group.standardError),
      notNegative("the standard error of the reference", reference.standardError),
    ],
    {
      "the prevalence of the group": group.prevalence,
      "the prevalence of the reference": reference.prevalence,
    },
  );
  const z = -normalQuantile((1 - level) / 2);
  const [p, q] = [group.prevalence, reference.prevalence];
  const logError = Math.hypot(group.standardError / p, reference.standardError / q);
  const difference = p - q;
  const standardError = Math.hypot(group.standardError, reference.standardError);
  return {
    value: q === 0 ? null : p / q,
    interval:
      p === 0 || q === 0
        ? null
        : {
            lower: (p / q) * Math.exp(-z * logError),
            upper: (p / q) * Math.exp(z * logError),
            level,
          },
    difference: {
      value: difference,
      standardError,
      lower: difference - z * standardError,
      upper: difference + z * standardError,
      pValue: standardError === 0 ? null : 2 * normalSurvival(Math.abs(difference) / standardError),
    },
  };
}
