import { type Finding, VitalError } from "@vitalcore/core";
import { chiSquare, studentT } from "@vitalcore/stats/distributions";
import { between, oneOf, requireInputs } from "../input-checks.js";
import { findNonProportions } from "../proportion.js";
import { find } from "./catalog.js";
import { compareStudies, type PrevalenceStudy, type StudyAspect } from "./compare-studies.js";

/** A pooled prevalence with what it hides. */
export interface PooledPrevalence {
  /** As a proportion. */
  readonly value: number;
  /** Hartung-Knapp limits of the mean. */
  readonly interval: { readonly lower: number; readonly upper: number; readonly level: number };
  /** Where the prevalence of a further population would lie; by Student's t with so many degrees of freedom. */
  readonly prediction: { readonly lower: number; readonly upper: number; readonly df: number };
  /** Variance between studies, on the logit scale. */
  readonly tauSquared: number;
  /** Share of the variation that is not sampling error. */
  readonly iSquared: number;
  readonly q: { readonly statistic: number; readonly df: number; readonly pValue: number };
  /** Studies pooled, and those left out with the reason in the findings. */
  readonly studies: readonly string[];
  readonly leftOut: readonly string[];
  readonly scale: "proportion";
  readonly findings: readonly Finding[];
}

/** Fewer say nothing about how studies differ. */
const FEWEST_STUDIES = 5;

/** Options of {@link poolPrevalence}. */
export interface PoolOptions {
  /** Confidence level of both intervals; 0.95 if left out. */
  readonly level?: number;
  /** Aspects in which the studies may differ, as a stated decision: see {@link compareStudies}. */
  readonly allow?: readonly StudyAspect[];
  /**
   * Degrees of freedom of the prediction interval with k studies. `k-1` (if left out) goes with Hartung and Knapp's
   * limits: without variation between studies both intervals are then the same (IntHout et al. 2016; R's metafor).
   * `k-2` takes one more away for the variance between studies, and is wider (Higgins et al. 2009; Partlett and
   * Riley 2017).
   */
  readonly predictionDf?: "k-1" | "k-2";
}

/**
 * Pools comparable prevalences from probability samples: random effects on the logit scale, variance between studies by
 * restricted maximum likelihood, limits of Hartung and Knapp, prediction interval. Refuses what cannot be
 * averaged, and fewer than five studies; opt-in samples are left out.
 *
 * @param studies - with a standard error, or n and design effect.
 * @param options - `level` (0.95), `allow`, `predictionDf` (`k-1`).
 * @throws VitalError `indicators/not-comparable`, `indicators/unknown-aspect`, `indicators/few-studies`,
 *   `indicators/not-a-proportion`, `indicators/invalid-input`.
 *
 * Source: Viechtbauer (2005), Journal of Educational and Behavioral Statistics 30 (REML); Knapp and Hartung (2003),
 * Statistics in Medicine 22; IntHout et al. (2016), Plea for routinely presenting prediction intervals in
 * meta-analysis, BMJ Open 6 (k-1); Higgins, Thompson and Spiegelhalter (2009), JRSS A 172, and Partlett and Riley
 * (2017), Statistics in Medicine 36 (k-2); Higgins and Thompson (2002), Statistics in Medicine 21 (I squared).
 *
 * @example
 * ```ts
 * import { poolPrevalence } from "@vitalcore/indicators/violence";
 * const study = {
 *   measure: "experienced", denominator: "women online", recall: 12, ages: [18, null], acts: ["any"], mode: "web", sample: "probability",
 * } as const;
 * const pooled = poolPrevalence(
 *   [0.12, 0.16, 0.2, 0.14, 0.18].map((prevalence, i) => ({ ...study, id: `study ${i + 1}`, prevalence, n: 1000 })),
 * );
 * pooled.value > 0.15 && pooled.value < 0.17; // => true
 * pooled.prediction.upper > pooled.interval.upper; // => true
 * ```
 */
export function poolPrevalence(
  studies: readonly PrevalenceStudy[],
  options: PoolOptions = {},
): PooledPrevalence {
  const { level = 0.95, allow = [], predictionDf = "k-1" } = options;
  requireInputs([oneOf("predictionDf", predictionDf, ["k-1", "k-2"])]);
  checkStudies(studies, level);
  const leftOut = studies.filter(({ sample }) => sample === "opt-in");
  const kept = studies.filter(({ sample }) => sample === "probability");
  const differences = compareStudies(kept, { allow });
  if (differences.length > 0) throw new VitalError(differences);
  if (kept.length < FEWEST_STUDIES) {
    const facts = { least: FEWEST_STUDIES };
    throw new VitalError([find("indicators/few-studies", { found: kept.length, facts })]);
  }
  const y = kept.map(({ prevalence: p }) => Math.log(p / (1 - p)));
  const v = kept.map(logitVariance);
  const tauSquared = restrictedVariance(y, v);
  const weights = v.map((variance) => 1 / (variance + tauSquared));
  const mean = weightedMean(y, weights);
  const k = kept.length;
  const spread = y.reduce((sum, each, i) => sum + (weights[i] as number) * (each - mean) ** 2, 0);
  const se = Math.sqrt(spread / (k - 1) / weights.reduce((a, b) => a + b, 0));
  const quantile = (df: number) => studentT({ df }).upperQuantile((1 - level) / 2);
  const df = predictionDf === "k-1" ? k - 1 : k - 2;
  const fixed = v.map((variance) => 1 / variance);
  const common = weightedMean(y, fixed);
  const q = y.reduce((sum, each, i) => sum + (fixed[i] as number) * (each - common) ** 2, 0);
  const around = (half: number) => ({ lower: expit(mean - half), upper: expit(mean + half) });
  return {
    value: expit(mean),
    interval: { ...around(quantile(k - 1) * se), level },
    prediction: { ...around(quantile(df) * Math.sqrt(tauSquared + se * se)), df },
    tauSquared,
    iSquared: iSquaredOf(fixed, tauSquared),
    q: { statistic: q, df: k - 1, pValue: chiSquare({ df: k - 1 }).survival(q) },
    studies: kept.map(({ id }) => id),
    leftOut: leftOut.map(({ id }) => id),
    scale: "proportion",
    findings: leftOut.map(({ id }) => find("indicators/opt-in-sample", { facts: { study: id } })),
  };
}

const expit = (x: number) => 1 / (1 + Math.exp(-x));

function logitVariance({
  prevalence: p,
  standardError,
  n,
  designEffect = 1,
}: PrevalenceStudy): number {
  const binomial = p * (1 - p);
  return standardError === undefined
    ? designEffect / ((n as number) * binomial)
    : (standardError / binomial) ** 2;
}

function weightedMean(values: readonly number[], weights: readonly number[]): number {
  const whole = weights.reduce((a, b) => a + b, 0);
  return values.reduce((sum, value, i) => sum + (weights[i] as number) * value, 0) / whole;
}

/** The variance between studies by restricted maximum likelihood: Fisher's scoring, kept at 0 or above. */
function restrictedVariance(y: readonly number[], v: readonly number[]): number {
  let tau = 0;
  for (let step = 0; step < 1000; step++) {
    const w = v.map((variance) => 1 / (variance + tau));
    const [s1, s2, s3] = [1, 2, 3].map((power) =>
      w.reduce((sum, weight) => sum + weight ** power, 0),
    ) as [number, number, number];
    const mean = weightedMean(y, w);
    const squares = y.reduce((sum, each, i) => sum + (w[i] as number) ** 2 * (each - mean) ** 2, 0);
    const information = s2 - (2 * s3) / s1 + (s2 / s1) ** 2;
    const change = (squares - (s1 - s2 / s1)) / information;
    const next = Math.max(0, tau + change);
    if (Math.abs(next - tau) <= 1e-15 + 1e-13 * tau) return next;
    tau = next;
  }
  return tau;
}

function iSquaredOf(weights: readonly number[], tauSquared: number): number {
  const [s1, s2] = [1, 2].map((power) =>
    weights.reduce((sum, weight) => sum + weight ** power, 0),
  ) as [number, number];
  const typical = ((weights.length - 1) * s1) / (s1 * s1 - s2);
  return tauSquared / (tauSquared + typical);
}

function checkStudies(studies: readonly PrevalenceStudy[], level: number): void {
  const proportions = Object.fromEntries(
    studies.map(({ id, prevalence }) => [`the prevalence of ${id}`, prevalence]),
  );
  const findings = findNonProportions(proportions);
  if (findings.length > 0) throw new VitalError(findings);
  requireInputs([
    between("the level", level, 0.5, 0.999),
    ...studies.flatMap(({ id, prevalence, standardError, n, designEffect = 1, sample }) => [
      oneOf(`the sample of ${id}`, sample, ["probability", "opt-in"]),
      {
        name: `the prevalence of ${id}`,
        value: prevalence,
        wanted: "a proportion between 0 and 1, which has a logit",
        isMet: prevalence > 0 && prevalence < 1,
      },
      {
        name: `the standard error, or n, of ${id}`,
        value: standardError ?? n ?? null,
        wanted: "a positive number",
        isMet: sample === "opt-in" || (standardError ?? n ?? 0) > 0,
      },
      {
        name: `the design effect of ${id}`,
        value: designEffect,
        wanted: "a positive number",
        isMet: designEffect > 0,
      },
    ]),
  ]);
}
