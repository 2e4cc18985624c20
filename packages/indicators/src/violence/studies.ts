import { type Finding, VitalError } from "@vitalcore/core";
import { chiSquare, studentT } from "@vitalcore/stats/distributions";
import { between, oneOf, requireInputs } from "../input-checks.js";
import { findNonProportions } from "../proportion.js";
import { find } from "./catalog.js";

/** A published prevalence of online violence, with what decides whether it can be compared. */
export interface PrevalenceStudy {
  readonly id: string;
  /** As a proportion. */
  readonly prevalence: number;
  /** Of the prevalence, with the design; or give `n` and `designEffect`. */
  readonly standardError?: number;
  /** Respondents. */
  readonly n?: number;
  /** Variance over that of a simple random sample; 1 if left out. */
  readonly designEffect?: number;
  /** What is measured: having met acts, or having seen them done to others. */
  readonly measure: "experienced" | "witnessed";
  /** Whose share it is, in words that are the same for the same: "all women", "women online". */
  readonly denominator: string | null;
  /** Recall period in months, or "lifetime". */
  readonly recall: number | "lifetime" | null;
  /** Ages of the respondents, both included; open above where `null`. */
  readonly ages: readonly [from: number, to: number | null] | null;
  /** Acts on the list, by id. */
  readonly acts: readonly string[] | null;
  /** How people were asked: "face to face", "web". */
  readonly mode: string | null;
  readonly sample: "probability" | "opt-in";
}

/** Aspects of a study that must be the same. */
export type StudyAspect = "measure" | "denominator" | "recall" | "ages" | "acts" | "mode";

const ASPECTS: readonly StudyAspect[] = [
  "measure",
  "denominator",
  "recall",
  "ages",
  "acts",
  "mode",
];

/**
 * Whether studies measure the same: finds every aspect in which they differ, or do not say. Without findings they may be
 * compared.
 *
 * @param studies - two or more.
 * @param options - `allow`: aspects in which they may differ, as a stated decision.
 * @returns findings: `indicators/not-comparable`, `indicators/unknown-aspect`.
 *
 * Source: UNSD (2014), Guidelines for Producing Statistics on Violence against Women; EIGE, measurement framework for
 * cyber violence.
 *
 * @example
 * ```ts
 * import { compareStudies } from "@vitalcore/indicators/violence";
 * const study = { measure: "experienced", denominator: "women online", acts: ["threats"], mode: "web", sample: "probability" } as const;
 * const findings = compareStudies([
 *   { ...study, id: "a", prevalence: 0.16, recall: 12, ages: [15, null] },
 *   { ...study, id: "b", prevalence: 0.58, recall: "lifetime", ages: [15, 25] },
 * ]);
 * findings.map(({ facts }) => facts.aspect); // => ["recall", "ages"]
 * ```
 */
export function compareStudies(
  studies: readonly PrevalenceStudy[],
  options: { readonly allow?: readonly StudyAspect[] } = {},
): Finding[] {
  const { allow = [] } = options;
  return ASPECTS.filter((aspect) => !allow.includes(aspect)).flatMap((aspect): Finding[] => {
    const silent = studies.filter((study) => study[aspect] === null);
    const said = studies.filter((study) => study[aspect] !== null);
    const values = new Set(said.map((study) => inWords(study, aspect)));
    return [
      ...silent.map(({ id }) =>
        find("indicators/unknown-aspect", { facts: { study: id, aspect } }),
      ),
      ...(values.size > 1
        ? [find("indicators/not-comparable", { facts: { aspect, values: [...values] } })]
        : []),
    ];
  });
}

function inWords(study: PrevalenceStudy, aspect: StudyAspect): string {
  if (aspect === "acts") return [...(study.acts ?? [])].sort().join(" + ");
  if (aspect === "ages")
    return study.ages?.[1] === null ? `${study.ages[0]}+` : (study.ages?.join("-") ?? "");
  return String(study[aspect]);
}

/** A pooled prevalence with what it hides. */
export interface PooledPrevalence {
  /** As a proportion. */
  readonly value: number;
  /** Hartung-Knapp limits of the mean. */
  readonly interval: { readonly lower: number; readonly upper: number; readonly level: number };
  /** Where a further study would lie. */
  readonly prediction: { readonly lower: number; readonly upper: number };
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

/**
 * Pools comparable prevalences from probability samples: random effects on the logit scale, variance between studies by
 * restricted maximum likelihood, limits of Hartung and Knapp, prediction interval. Refuses what cannot be
 * averaged, and fewer than five studies; opt-in samples are left out.
 *
 * @param studies - with a standard error, or n and design effect.
 * @param options - `level` (0.95), `allow`: see {@link compareStudies}.
 * @throws VitalError `indicators/not-comparable`, `indicators/unknown-aspect`, `indicators/few-studies`,
 *   `indicators/not-a-proportion`, `indicators/invalid-input`.
 *
 * Source: Viechtbauer (2005), Journal of Educational and Behavioral Statistics 30 (REML); Knapp and Hartung (2003),
 * Statistics in Medicine 22; Higgins, Thompson and Spiegelhalter (2009), JRSS A 172; Higgins and Thompson (2002).
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
  options: { readonly level?: number; readonly allow?: readonly StudyAspect[] } = {},
): PooledPrevalence {
  const { level = 0.95, allow = [] } = options;
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
  const tail = (1 - level) / 2;
  const quantile = studentT({ df: k - 1 }).upperQuantile(tail);
  const fixed = v.map((variance) => 1 / variance);
  const common = weightedMean(y, fixed);
  const q = y.reduce((sum, each, i) => sum + (fixed[i] as number) * (each - common) ** 2, 0);
  const around = (half: number) => ({ lower: expit(mean - half), upper: expit(mean + half) });
  return {
    value: expit(mean),
    interval: { ...around(quantile * se), level },
    prediction: around(quantile * Math.sqrt(tauSquared + se * se)),
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

/** Prevalences of one survey that contain each other. */
export interface NestedPrevalences {
  /** Any act; as a proportion. */
  readonly any?: { readonly lifetime?: number; readonly recent?: number };
  /** Each act. */
  readonly acts?: Readonly<
    Record<string, { readonly lifetime?: number; readonly recent?: number }>
  >;
}

/**
 * Checks what must hold among prevalences of one denominator: lifetime is at least twelve months, any act at least each,
 * and not more than all together.
 *
 * @param prevalences - as proportions of the same respondents.
 * @returns findings `indicators/not-monotonic`.
 * @throws VitalError `indicators/not-a-proportion`.
 *
 * Source: follows from the definitions.
 *
 * @example
 * ```ts
 * import { checkNestedPrevalences } from "@vitalcore/indicators/violence";
 * const findings = checkNestedPrevalences({
 *   any: { lifetime: 0.3, recent: 0.2 },
 *   acts: { threats: { lifetime: 0.1, recent: 0.12 }, stalking: { recent: 0.25 } },
 * });
 * findings.map(({ facts }) => facts.part); // => ["threats, 12 months", "stalking, 12 months"]
 * ```
 */
export function checkNestedPrevalences(prevalences: NestedPrevalences): Finding[] {
  const { any = {}, acts = {} } = prevalences;
  const named: [string, number | undefined][] = [
    ["any, lifetime", any.lifetime],
    ["any, 12 months", any.recent],
    ...Object.entries(acts).flatMap(
      ([id, { lifetime, recent }]): [string, number | undefined][] => [
        [`${id}, lifetime`, lifetime],
        [`${id}, 12 months`, recent],
      ],
    ),
  ];
  const known = new Map(named.filter((pair): pair is [string, number] => pair[1] !== undefined));
  const wrong = findNonProportions(Object.fromEntries(known));
  if (wrong.length > 0) throw new VitalError(wrong);
  const contained = (part: string, whole: string): Finding[] => {
    const [found, limit] = [known.get(part), known.get(whole)];
    if (found === undefined || limit === undefined || found <= limit + 1e-12) return [];
    return [find("indicators/not-monotonic", { found, facts: { part, whole, limit } })];
  };
  const ids = Object.keys(acts);
  const sums = (["lifetime", "12 months"] as const).flatMap((period) => {
    const each = ids.map((id) => known.get(`${id}, ${period}`));
    const limit = each.reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0);
    const found = known.get(`any, ${period}`);
    if (found === undefined || ids.length === 0 || !(found > limit + 1e-12)) return [];
    const facts = { part: `any, ${period}`, whole: "the sum of all acts", limit };
    return [find("indicators/not-monotonic", { found, facts })];
  });
  return [
    ...contained("any, 12 months", "any, lifetime"),
    ...ids.flatMap((id) => [
      ...contained(`${id}, 12 months`, `${id}, lifetime`),
      ...contained(`${id}, lifetime`, "any, lifetime"),
      ...contained(`${id}, 12 months`, "any, 12 months"),
    ]),
    ...sums,
  ];
}
