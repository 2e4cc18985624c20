import { beta, studentT } from "@vitalcore/stats/distributions";
import type { Choices } from "../design/choices.js";
import type { Interval } from "../estimates/estimates.js";

/** How the interval of a proportion is made. */
export type ProportionMethod =
  /** On the scale of log(p/(1-p)): stays inside 0 and 1. The default. */
  | "logit"
  /** The same by the delta method; differs from "logit" for replicate designs only. */
  | "xlogit"
  /** Root of the scaled deviance. */
  | "likelihood"
  /** On the scale of asin(sqrt(p)). */
  | "arcsine"
  /** Korn and Graubard as R's `svyciprop(method = "beta")`: rows of the design, effective size not capped. */
  | "beta"
  /** Korn and Graubard as NCHS has it: rows with an answer, effective size capped at them. */
  | "korn-graubard"
  /** p +- t * standard error; may leave 0 to 1. */
  | "mean"
  /** Wilson with the effective size and t. */
  | "wilson";

/** All methods, to be checked against. */
export const PROPORTION_METHODS: Choices<ProportionMethod> = {
  logit: true,
  xlogit: true,
  likelihood: true,
  arcsine: true,
  beta: true,
  "korn-graubard": true,
  mean: true,
  wilson: true,
};

/** What the interval of a proportion is made of. */
export interface ProportionInput {
  readonly p: number;
  readonly variance: number;
  /** Variance of log(p/(1-p)) from replicates, where there are any. */
  readonly logitVariance?: number;
  /** Degrees of freedom of the design in the domain. */
  readonly designDegrees: number;
  /** Degrees of freedom of the quantile; the same unless chosen otherwise. */
  readonly degrees: number;
  /** Rows with a positive weight and an answer. */
  readonly n: number;
  /** Rows of the design in the domain, answered or not, as R's `nrow(design)` counts them. */
  readonly designRows: number;
  readonly level: number;
}

const clip = (value: number): number => Math.min(1, Math.max(0, value));

/** Effective size p(1-p)/V times the squared ratio of t quantiles. Source: Korn and Graubard (1998). */
export function kornGraubardSize(
  effectiveSize: number,
  n: number,
  designDegrees: number,
  level: number,
): number {
  if (!(designDegrees > 0)) return 0;
  const tail = (1 - level) / 2;
  const simple = n > 1 ? studentT({ df: n - 1 }).upperQuantile(tail) : 0;
  const design = studentT({ df: designDegrees }).upperQuantile(tail);
  return effectiveSize * (simple / design) ** 2;
}

/** Clopper-Pearson limits for a proportion p of a (possibly fractional) size. */
export function clopperPearsonLimits(
  p: number,
  size: number,
  level: number,
): { readonly lower: number; readonly upper: number } {
  const tail = (1 - level) / 2;
  const x = size * p;
  return {
    lower: x > 0 ? beta({ alpha: x, beta: size - x + 1 }).quantile(tail) : 0,
    upper: size - x > 0 ? beta({ alpha: x + 1, beta: size - x }).upperQuantile(tail) : 1,
  };
}

function likelihoodRoot(p: number, drop: number, side: "lower" | "upper"): number {
  // Bisection in the log odds of the limit, away from those of p, until nothing is left to halve.
  const logOdds = Math.log(p / (1 - p));
  const deviance = (u: number): number => {
    // log q and log(1 - q) at log odds u, without cancellation in either tail
    const logQ = u < 0 ? u - Math.log1p(Math.exp(u)) : -Math.log1p(Math.exp(-u));
    const log1q = logQ - u;
    return p * (Math.log(p) - logQ) + (1 - p) * (Math.log1p(-p) - log1q) - drop;
  };
  const sign = side === "lower" ? -1 : 1;
  let near = logOdds;
  let far = logOdds + sign;
  while (deviance(far) < 0) far = logOdds + 2 * (far - logOdds);
  for (;;) {
    const middle = (near + far) / 2;
    if (middle === near || middle === far) break;
    if (deviance(middle) < 0) near = middle;
    else far = middle;
  }
  return 1 / (1 + Math.exp(-near));
}

function logitLimits(p: number, se: number, t: number) {
  const u = Math.log(p / (1 - p));
  const back = (x: number) => 1 / (1 + Math.exp(-x));
  return { lower: back(u - t * se), upper: back(u + t * se) };
}

/**
 * The interval of an estimated proportion. For p = 0 and p = 1, where the estimated variance is 0 and
 * says nothing, every method gives the Clopper-Pearson limits of n answers, and says so: this is the
 * rule of NCHS (Parker et al. 2017).
 *
 * @returns null without degrees of freedom.
 */
export function proportionInterval(
  method: ProportionMethod,
  input: ProportionInput,
): Interval | null {
  const { p, variance, designDegrees, degrees, n, designRows, level } = input;
  if (!(degrees > 0)) return null;
  if (p <= 0 || p >= 1) {
    return { level, ...clopperPearsonLimits(clip(p), n, level), method: "clopper-pearson" };
  }
  const t = studentT({ df: degrees }).upperQuantile((1 - level) / 2);
  const se = Math.sqrt(variance);
  const spread = p * (1 - p);
  const limits = (): { lower: number; upper: number } => {
    switch (method) {
      case "mean":
        return { lower: p - t * se, upper: p + t * se };
      case "logit":
        return logitLimits(p, Math.sqrt(input.logitVariance ?? variance / spread ** 2), t);
      case "xlogit":
        return logitLimits(p, se / spread, t);
      case "arcsine": {
        const angle = Math.asin(Math.sqrt(p));
        const half = t * Math.sqrt(variance / (4 * spread));
        return { lower: Math.sin(angle - half) ** 2, upper: Math.sin(angle + half) ** 2 };
      }
      case "wilson": {
        const size = spread / variance;
        const center = p + (t * t) / (2 * size);
        const half = (t / (2 * size)) * Math.sqrt(4 * size * spread + t * t);
        const scale = 1 + (t * t) / size;
        return { lower: (center - half) / scale, upper: (center + half) / scale };
      }
      case "beta":
        return clopperPearsonLimits(
          p,
          kornGraubardSize(spread / variance, designRows, designDegrees, level),
          level,
        );
      case "korn-graubard": {
        const size = kornGraubardSize(spread / variance, n, designDegrees, level);
        return clopperPearsonLimits(p, Math.min(n, size), level);
      }
      case "likelihood": {
        const drop = ((t * t * variance) / (2 * spread)) * (n / (n - 1));
        if (!(drop > 0)) return { lower: p, upper: p };
        return {
          lower: likelihoodRoot(p, drop, "lower"),
          upper: likelihoodRoot(p, drop, "upper"),
        };
      }
    }
  };
  if (variance === 0) return { level, lower: p, upper: p, method };
  return { level, ...limits(), method };
}
