import { VitalError } from "@vitalcore/core";
import { beta, studentT } from "@vitalcore/stats/distributions";
import type { Presentation } from "./presets.js";
import { find } from "./publication-catalog.js";

/** A proportion and what it rests on. */
export interface ProportionEstimate {
  /** 0 to 1. */
  readonly proportion: number;
  /** Unweighted cases of the denominator. */
  readonly n: number;
  /** Design-based standard error; needed unless the interval and `effectiveN` are given. */
  readonly standardError?: number;
  /** Degrees of freedom of the design. */
  readonly degreesOfFreedom: number;
  /** A 95 % Korn-Graubard interval that is known already. */
  readonly interval?: { readonly lower: number; readonly upper: number };
  /** Effective sample size, if it is known already. */
  readonly effectiveN?: number;
}

/** The verdict with the figures it was made from. */
export interface ProportionPresentation extends Presentation {
  readonly effectiveN: number;
  readonly lower: number;
  readonly upper: number;
}

/** Boundaries are decimal: 0.4 - 0.35 is 0.05, whatever binary fractions make of it. */
const SLACK = 1e-12;

function checkEstimate({
  proportion,
  n,
  standardError,
  degreesOfFreedom,
  interval,
  effectiveN,
}: ProportionEstimate): void {
  const findings = [
    ...(proportion >= 0 && proportion <= 1
      ? []
      : [["proportion", proportion, "a number from 0 to 1"] as const]),
    ...(Number.isFinite(n) && n >= 0 ? [] : [["n", n, "a number from 0"] as const]),
    ...(Number.isNaN(degreesOfFreedom)
      ? [["degreesOfFreedom", degreesOfFreedom, "a number"] as const]
      : []),
    ...(standardError === undefined || standardError >= 0
      ? []
      : [["standardError", standardError, "a number from 0"] as const]),
    ...(standardError === undefined &&
    (interval === undefined || effectiveN === undefined) &&
    proportion > 0 &&
    proportion < 1
      ? [["standardError", null, "it, or interval and effectiveN,"] as const]
      : []),
  ].map(([field, found, wanted]) =>
    find("validate/publication-input", { found, facts: { field, wanted } }),
  );
  if (findings.length > 0) throw new VitalError(findings);
}

/**
 * The 95 % interval of Korn and Graubard for a proportion of a survey (Korn & Graubard 1998, Survey
 * Methodology 24:193-201), its effective sample size adjusted for the degrees of freedom and then cut at n,
 * as NCHS has it.
 *
 * @param estimate - proportion, n, standard error, degrees of freedom.
 * @returns the limits; [0, 1] without degrees of freedom.
 *
 * @example
 * ```ts
 * import { kornGraubardInterval } from "@vitalcore/validate/publication";
 * const { lower, upper } = kornGraubardInterval({ proportion: 0.235, n: 394, standardError: 0.020929177166166657, degreesOfFreedom: 5 });
 * [lower, upper]; // => [0.18285649570351, 0.29381402107907]
 * ```
 */
export function kornGraubardInterval(estimate: ProportionEstimate): {
  readonly lower: number;
  readonly upper: number;
} {
  const { proportion: p, n, standardError = 0, degreesOfFreedom: df } = estimate;
  const certain = p === 0 || p === 1;
  const raw = certain ? n : (p * (1 - p)) / standardError ** 2;
  const factor =
    df > 0 && n > 1
      ? (studentT({ df: n - 1 }).quantile(0.975) / studentT({ df }).quantile(0.975)) ** 2
      : 0;
  const effective = certain ? n : Math.min(n, raw * factor);
  if (!(effective > 0)) return { lower: 0, upper: 1 };
  const successes = effective * p;
  const failures = effective * (1 - p);
  return {
    lower: successes > 0 ? beta({ alpha: successes, beta: failures + 1 }).quantile(0.025) : 0,
    upper: failures > 0 ? beta({ alpha: successes + 1, beta: failures }).quantile(0.975) : 1,
  };
}

/**
 * Whether a proportion may be shown by the standards of NCHS (Parker, Talih, Malec et al. 2017, Vital and
 * Health Statistics 2(175)), as its staff have coded them (CDCgov/surveytable).
 *
 * @param estimate - proportion (0-1), unweighted n, standard error, degrees of freedom.
 * @returns the verdict, the step that decided, and flags for review and footnotes.
 * @throws VitalError `validate/publication-input`.
 *
 * @example
 * ```ts
 * import { presentProportion } from "@vitalcore/validate/publication";
 * const estimate = { proportion: 0.02, n: 40, standardError: 0.0262, degreesOfFreedom: 28 };
 * presentProportion(estimate).verdict; // => "suppress"
 * presentProportion(estimate).reason; // => "n_eff<30"
 * ```
 */
export function presentProportion(estimate: ProportionEstimate): ProportionPresentation {
  checkEstimate(estimate);
  const { proportion: p, n, standardError = 0, degreesOfFreedom: df } = estimate;
  const certain = p === 0 || p === 1;
  const raw = estimate.effectiveN ?? (certain ? n : (p * (1 - p)) / standardError ** 2);
  const effectiveN = Math.min(n, raw);
  const { lower, upper } = estimate.interval ?? kornGraubardInterval(estimate);
  // NCHS's code sets the width of an estimate of 0 or 1 to zero, so that it is presented, for review.
  const width = certain ? 0 : upper - lower;
  const figures = { effectiveN, lower, upper };
  const suppress = (reason: string) => ({
    verdict: "suppress" as const,
    reason,
    flags: [],
    ...figures,
  });
  const present = (reason: string, first: readonly string[] = []) => {
    const flags = [
      ...first,
      ...(df < 8 ? ["review_df"] : []),
      ...(certain ? ["review_0_or_100"] : []),
    ];
    return { verdict: "present" as const, reason, flags, ...figures };
  };
  if (n < 30) return suppress("n<30");
  if (effectiveN < 30) return suppress("n_eff<30");
  if (width <= 0.05 + SLACK) return present("width<=0.05");
  if (width >= 0.3 - SLACK) return suppress("width>=0.30");
  if (width / p > 1.3 + SLACK) return suppress("relative_width>1.30");
  const complement = width / (1 - p) > 1.3 + SLACK ? ["footnote_complement"] : [];
  return present("relative_width<=1.30", complement);
}
