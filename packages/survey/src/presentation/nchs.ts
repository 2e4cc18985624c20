import { throwIfErrors } from "@vitalcore/core";
import { gamma, studentT } from "@vitalcore/stats/distributions";
import { find } from "../catalog.js";
import { clopperPearsonLimits, kornGraubardSize } from "../proportions/proportion-intervals.js";

/** Whether a number may be published. */
export type Verdict = "present" | "suppress";

/** What a reader or a reviewer must be told beside a number. */
export type PresentationFlag =
  /** Fewer than 8 degrees of freedom: a statistician should look. */
  | "review_df"
  /** 0 % or 100 %: a statistician should look. */
  | "review_0_or_100"
  /** The complement 1 - p is not reliable. */
  | "footnote_complement";

/** A verdict with the numbers that it was made from. */
export interface ProportionVerdict {
  readonly verdict: Verdict;
  /** The first rule that decides. */
  readonly reason:
    | "n<30"
    | "n_eff<30"
    | "width<=0.05"
    | "width>=0.30"
    | "relative_width>1.30"
    | "relative_width<=1.30";
  readonly flags: readonly PresentationFlag[];
  /** Korn-Graubard interval with the effective size capped at n. */
  readonly lower: number;
  readonly upper: number;
  /** Effective size, capped at n. */
  readonly effectiveSize: number;
  /** Size that the interval is made from: adjusted for degrees of freedom, then capped at n. */
  readonly intervalSize: number;
  /** Width that was compared: that of the interval, or 0 for p = 0 and p = 1, as NCHS staff code it. */
  readonly width: number;
}

/** @throws VitalError `survey/option` with all of the given that are wrong. */
function refuse(
  checks: readonly (readonly [option: string, found: number, isRight: boolean, wanted: string])[],
): void {
  throwIfErrors(
    checks
      .filter(([, , isRight]) => !isRight)
      .map(([option, found, , wanted]) =>
        find("survey/option", { found, facts: { option: `\`${option}\``, wanted } }),
      ),
  );
}

/** Limits as decimals have no exact binary form: 0.4 - 0.35 > 0.05. Equality is meant to count. */
const SLACK = 1e-12;
const FEWEST = 30;
const FEWEST_DF = 8;

function decide(
  p: number,
  n: number,
  effectiveSize: number,
  width: number,
  degrees: number,
): Pick<ProportionVerdict, "verdict" | "reason" | "flags"> {
  if (n < FEWEST) return { verdict: "suppress", reason: "n<30", flags: [] };
  if (effectiveSize < FEWEST) return { verdict: "suppress", reason: "n_eff<30", flags: [] };
  const flags: PresentationFlag[] = [];
  let reason: ProportionVerdict["reason"] = "width<=0.05";
  if (width > 0.05 + SLACK) {
    if (width >= 0.3 - SLACK) return { verdict: "suppress", reason: "width>=0.30", flags };
    if (width > 1.3 * p + SLACK)
      return { verdict: "suppress", reason: "relative_width>1.30", flags };
    reason = "relative_width<=1.30";
    if (width > 1.3 * (1 - p) + SLACK) flags.push("footnote_complement");
  }
  if (degrees < FEWEST_DF) flags.push("review_df");
  if (p === 0 || p === 1) flags.push("review_0_or_100");
  return { verdict: "present", reason, flags };
}

/**
 * Decides by the NCHS standards of 2017 whether a proportion may be published.
 *
 * @param input.p - the proportion, from 0 to 1.
 * @param input.standardError - of the proportion; needed unless `interval` and `effectiveSize` are given.
 * @param input.n - answers, unweighted.
 * @param input.degreesOfFreedom - of the design in the domain.
 * @param input.interval - limits to judge in place of the Korn-Graubard interval.
 * @param input.effectiveSize - to use in place of p(1-p)/se^2.
 * @returns the verdict, its reason, and the interval that it was made from. For p = 0 and p = 1 the width
 *   counts as 0, as in the code that NCHS staff publish.
 * @throws VitalError `survey/option`.
 *
 * Source: Parker and others (2017), Vital and Health Statistics 2(175); steps and order of the cap as in
 * CDCgov/surveytable.
 *
 * @example
 * ```ts
 * import { nchsProportion } from "@vitalcore/survey";
 * const verdict = nchsProportion({ p: 0.12, standardError: 0.02, n: 450, degreesOfFreedom: 32 });
 * verdict.verdict; // => "present"
 * verdict.upper; // => 0.167320
 * ```
 */
export function nchsProportion(input: {
  readonly p: number;
  readonly standardError?: number;
  readonly n: number;
  readonly degreesOfFreedom: number;
  readonly level?: number;
  readonly interval?: { readonly lower: number; readonly upper: number };
  readonly effectiveSize?: number;
}): ProportionVerdict {
  const { p, n, degreesOfFreedom, level = 0.95 } = input;
  const isKnown = input.interval !== undefined && input.effectiveSize !== undefined;
  const standardError = input.standardError ?? (isKnown || p === 0 || p === 1 ? 0 : Number.NaN);
  refuse([
    ["p", p, p >= 0 && p <= 1, "a proportion from 0 to 1"],
    ["n", n, n >= 0 && n < Number.POSITIVE_INFINITY, "the number of answers"],
    ["standardError", standardError, standardError >= 0, "a number from 0"],
    ["degreesOfFreedom", degreesOfFreedom, !Number.isNaN(degreesOfFreedom), "a number"],
  ]);
  const certain = p === 0 || p === 1 || !(standardError > 0);
  const raw = certain ? n : (p * (1 - p)) / standardError ** 2;
  const effectiveSize = Math.min(n, input.effectiveSize ?? raw);
  const intervalSize = certain ? n : Math.min(n, kornGraubardSize(raw, n, degreesOfFreedom, level));
  const { lower, upper } =
    input.interval ??
    (intervalSize > 0 ? clopperPearsonLimits(p, intervalSize, level) : { lower: 0, upper: 1 });
  const width = input.interval === undefined && (p === 0 || p === 1) ? 0 : upper - lower;
  return {
    ...decide(p, n, effectiveSize, width, degreesOfFreedom),
    lower,
    upper,
    effectiveSize,
    intervalSize,
    width,
  };
}

/** A verdict on a rate or a count. */
export interface RateVerdict {
  readonly verdict: Verdict;
  readonly reason: "ok" | "n_eff<10" | "relative_width>1.60" | "zero_or_negative_estimate";
  readonly flags: readonly PresentationFlag[];
  /** Null where there is no interval. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Width of the interval over the estimate; null where it has no value. */
  readonly relativeWidth: number | null;
  readonly effectiveSize: number;
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/**
 * Decides by the NCHS standards of 2023 whether an estimated count or rate of a survey may be published:
 * log interval, relative width at most 160 %, effective size of at least 10.
 *
 * @param input.value - the estimated total, count or rate.
 * @param input.standardError - of the value.
 * @param input.n - unweighted cases.
 * @param input.kishDesignEffect - see {@link weightDiagnostics}.
 * @param input.degreesOfFreedom - of the design in the domain.
 * @throws VitalError `survey/option`.
 *
 * Source: Parker and others (2023), Vital and Health Statistics 2(200); as coded in CDCgov/surveytable.
 *
 * @example
 * ```ts
 * import { nchsRate } from "@vitalcore/survey";
 * nchsRate({ value: 12000, standardError: 2400, n: 40, kishDesignEffect: 1.5, degreesOfFreedom: 28 }).verdict; // => "present"
 * ```
 */
export function nchsRate(input: {
  readonly value: number;
  readonly standardError: number;
  readonly n: number;
  readonly kishDesignEffect: number;
  readonly degreesOfFreedom: number;
}): RateVerdict {
  const { value, standardError, n, kishDesignEffect, degreesOfFreedom } = input;
  refuse([
    ["value", value, Number.isFinite(value), "a number"],
    ["standardError", standardError, standardError >= 0, "a number from 0"],
    ["n", n, n >= 0 && n < Number.POSITIVE_INFINITY, "the number of cases"],
    ["kishDesignEffect", kishDesignEffect, kishDesignEffect > 0, "a number above 0"],
    ["degreesOfFreedom", degreesOfFreedom, !Number.isNaN(degreesOfFreedom), "a number"],
  ]);
  const effectiveSize = Math.min(n, n / kishDesignEffect);
  if (!(value > 0)) {
    return {
      verdict: "suppress",
      reason: "zero_or_negative_estimate",
      flags: [],
      lower: null,
      upper: null,
      relativeWidth: null,
      effectiveSize,
    };
  }
  const t = studentT({ df: Math.max(effectiveSize - 1, 0.1) }).upperQuantile(0.025);
  const k = (t * standardError) / value;
  const relativeWidth = 2 * Math.sinh(k);
  const shared = {
    lower: finite(value * Math.exp(-k)),
    upper: finite(value * Math.exp(k)),
    relativeWidth: finite(relativeWidth),
    effectiveSize,
  };
  if (effectiveSize < 10) return { verdict: "suppress", reason: "n_eff<10", flags: [], ...shared };
  if (relativeWidth > 1.6 + SLACK) {
    return { verdict: "suppress", reason: "relative_width>1.60", flags: [], ...shared };
  }
  const flags: PresentationFlag[] = degreesOfFreedom < FEWEST_DF ? ["review_df"] : [];
  return { verdict: "present", reason: "ok", flags, ...shared };
}

/**
 * Decides by the NCHS standards of 2023 whether a count of a register, or its rate, may be published: exact
 * Poisson interval, relative width at most 160 %, at least 10 events.
 *
 * @param events - a whole number.
 * @param population - of the rate; 1 for a count.
 * @throws VitalError `survey/option`.
 *
 * Source: Parker and others (2023), Vital and Health Statistics 2(200); limits of Garwood (1936).
 *
 * @example
 * ```ts
 * import { nchsRegisterRate } from "@vitalcore/survey";
 * const { lower, verdict } = nchsRegisterRate(9, 250_000);
 * verdict; // => "suppress"
 * ```
 */
export function nchsRegisterRate(
  events: number,
  population: number,
): Omit<RateVerdict, "effectiveSize"> & { readonly rate: number } {
  refuse([
    ["events", events, Number.isInteger(events) && events >= 0, "a whole number from 0"],
    ["population", population, population > 0, "a number above 0"],
  ]);
  const below = events > 0 ? gamma({ shape: events }).quantile(0.025) : 0;
  const above = gamma({ shape: events + 1 }).upperQuantile(0.025);
  const relativeWidth = events > 0 ? (above - below) / events : Number.POSITIVE_INFINITY;
  const shared = {
    rate: events / population,
    lower: below / population,
    upper: above / population,
    relativeWidth: finite(relativeWidth),
    flags: [],
  };
  if (events < 10) return { verdict: "suppress", reason: "n_eff<10", ...shared };
  if (relativeWidth > 1.6 + SLACK) {
    return { verdict: "suppress", reason: "relative_width>1.60", ...shared };
  }
  return { verdict: "present", reason: "ok", ...shared };
}
