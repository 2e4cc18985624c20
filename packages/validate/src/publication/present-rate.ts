import { VitalError } from "@vitalcore/core";
import { gamma, studentT } from "@vitalcore/stats/distributions";
import type { Presentation } from "./presets.js";
import { find } from "./publication-catalog.js";

/** A total or rate estimated from a sample. */
export interface SampledRate {
  readonly estimate: number;
  readonly standardError: number;
  /** Unweighted cases of the numerator. */
  readonly n: number;
  /** Kish's design effect of the weights; 1 if left out. */
  readonly designEffect?: number;
  readonly degreesOfFreedom: number;
}

/** A rate of events that are counted completely, in a register. */
export interface RegisteredRate {
  readonly events: number;
}

/** The verdict with the interval, in the unit of the estimate (of events, for a register). */
export interface RatePresentation extends Presentation {
  readonly effectiveN: number;
  readonly lower: number;
  readonly upper: number;
}

const LEAST_SIZE = 10;
const WIDEST = 1.6;
const SLACK = 1e-12;

function verdictOf(
  size: number,
  estimate: number,
  lower: number,
  upper: number,
  flags: readonly string[],
): RatePresentation {
  const figures = { effectiveN: size, lower, upper };
  if (!(estimate > 0))
    return { verdict: "suppress", reason: "zero_or_negative_estimate", flags: [], ...figures };
  if (size < LEAST_SIZE) return { verdict: "suppress", reason: "n_eff<10", flags: [], ...figures };
  if ((upper - lower) / estimate > WIDEST + SLACK) {
    return { verdict: "suppress", reason: "relative_width>1.60", flags: [], ...figures };
  }
  return { verdict: "present", reason: "ok", flags, ...figures };
}

/**
 * Whether a count or rate may be shown by the standards of NCHS (Parker et al. 2023, Vital and Health
 * Statistics 2(200)): effective size of at least 10, an interval not wider than 160 % of the estimate, and a
 * review below 8 degrees of freedom. From samples the interval is taken on the logarithm, as NCHS staff have
 * coded it; from registers it is the exact one of Poisson (Garwood 1936).
 *
 * @param rate - an estimate from a sample, or the number of events of a register.
 * @throws VitalError `validate/publication-input`.
 *
 * @example
 * ```ts
 * import { presentRate } from "@vitalcore/validate/publication";
 * presentRate({ events: 9 }).verdict; // => "suppress"
 * presentRate({ events: 10 }).verdict; // => "present"
 * ```
 */
export function presentRate(rate: SampledRate | RegisteredRate): RatePresentation {
  if ("events" in rate) {
    const { events } = rate;
    if (!Number.isInteger(events) || events < 0) refuse("events", events, "a whole number from 0");
    const lower = events === 0 ? 0 : gamma({ shape: events }).quantile(0.025);
    return verdictOf(events, events, lower, gamma({ shape: events + 1 }).quantile(0.975), []);
  }
  const { estimate, standardError, n, designEffect = 1, degreesOfFreedom } = rate;
  if (!(standardError >= 0)) refuse("standardError", standardError, "a number from 0");
  if (!(n >= 0)) refuse("n", n, "a number from 0");
  if (!(designEffect > 0)) refuse("designEffect", designEffect, "a number above 0");
  if (Number.isNaN(estimate)) refuse("estimate", null, "a number");
  const size = Math.min(n, n / designEffect);
  if (!(estimate > 0)) return verdictOf(size, estimate, Number.NaN, Number.NaN, []);
  const half =
    (studentT({ df: Math.max(size - 1, 0.1) }).quantile(0.975) * standardError) / estimate;
  const flags = degreesOfFreedom < 8 ? ["review_df"] : [];
  return verdictOf(size, estimate, estimate * Math.exp(-half), estimate * Math.exp(half), flags);
}

function refuse(field: string, found: number | null, wanted: string): never {
  throw new VitalError([find("validate/publication-input", { found, facts: { field, wanted } })]);
}

/**
 * Whether an estimate may be shown by the rule of the DHS Program: fewer than 25 unweighted cases of the
 * denominator not at all, 25 to 49 in parentheses. The weighted number printed in a table must not decide.
 *
 * @param n - unweighted cases of the denominator.
 * @throws VitalError `validate/publication-input`.
 *
 * @example
 * ```ts
 * import { presentCases } from "@vitalcore/validate/publication";
 * presentCases(25).verdict; // => "parentheses"
 * ```
 */
export function presentCases(n: number): Presentation {
  if (!Number.isInteger(n) || n < 0) refuse("n", n, "a whole, unweighted number of cases");
  if (n < 25) return { verdict: "suppress", reason: "n<25", flags: [] };
  if (n < 50) return { verdict: "parentheses", reason: "n<50", flags: [] };
  return { verdict: "present", reason: "n>=50", flags: [] };
}
