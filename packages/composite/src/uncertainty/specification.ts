import type { Interval } from "@vitalcore/domain";
import type {
  AggregateOptions,
  FrameworkNode,
  ImputationsOptions,
  ImputeOptions,
  LevelOptions,
  NormalizeOptions,
  RankOptions,
  ScreeningOptions,
  SelectOptions,
  TreatOptions,
} from "../methodology.js";
import type { WeightingOptions } from "../weighting-options.js";

/**
 * What an alternative changes in a methodology. Options are merged one by one into those that are there: what is
 * not named stays as it is.
 */
export interface MethodologyChange {
  /** Another period or edition of the same indicators: vintage differences. */
  readonly select?: SelectOptions;
  readonly impute?: ImputeOptions;
  readonly imputations?: ImputationsOptions;
  readonly treat?: TreatOptions;
  readonly normalize?: NormalizeOptions;
  readonly aggregate?: AggregateOptions;
  /** How weights are found: weights that are computed are those of the changed methodology. */
  readonly weighting?: WeightingOptions;
  /** Merged into the level of the same depth; a level of its own where there is none. */
  readonly levels?: readonly LevelOptions[];
  readonly screening?: ScreeningOptions;
  readonly ranks?: RankOptions;
  /** Changes of nodes, by id. */
  readonly nodes?: Readonly<Record<string, Partial<Omit<FrameworkNode, "id" | "parent">>>>;
  /** Ids of nodes that are left out, with all below them. */
  readonly drop?: readonly string[];
}

/** One of the methods between which a factor chooses. */
export interface Alternative {
  readonly label?: string;
  /** How much it counts, relative to the others; 1 if left out. */
  readonly share?: number;
  /** Nothing is changed if left out: the methodology as it stands. */
  readonly change?: MethodologyChange;
}

/** A choice between methods or parameters at any stage, or of what is in the index. */
export interface ChoiceFactor {
  readonly id: string;
  readonly kind: "choice";
  /** For the split of variance by source; `methods` if left out. A choice between vintages is of the `data`. */
  readonly source?: "methods" | "weights" | "data" | "imputation";
  readonly alternatives: readonly Alternative[];
}

/** Weights of an expert, a community, a survey: by id of the node. Nodes that are not named keep theirs. */
export interface WeightSet {
  readonly label?: string;
  /** How much it counts, relative to the others; 1 if left out. */
  readonly share?: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** Weights taken whole from one of several sets. */
export interface WeightSetsFactor {
  readonly id: string;
  readonly kind: "weight-sets";
  readonly sets: readonly WeightSet[];
}

/**
 * Weights drawn around those of the methodology: each between `1 - spread` and `1 + spread` times its value
 * (`uniform`, or `triangular` with its peak in the middle), or all of a group from a Dirichlet distribution
 * whose parameters are the shares of weight times `concentration`.
 */
export type WeightNoise =
  | { readonly distribution: "uniform" | "triangular"; readonly spread: number }
  | { readonly distribution: "dirichlet"; readonly concentration: number };

/** Noise on weights. */
export interface WeightNoiseFactor {
  readonly id: string;
  readonly kind: "weight-noise";
  readonly noise: WeightNoise;
  /** Ids of the nodes whose weights vary, for all noise but Dirichlet; all if left out. */
  readonly nodes?: readonly string[];
}

/** Values that take the place of those that were read. */
export interface ValueSet {
  readonly label?: string;
  /** How much it counts, relative to the others; 1 if left out. */
  readonly share?: number;
  /**
   * By id of the indicator (or of its node, where it has several) and code of the unit; `null` takes a value out. What
   * is not named stays as it was read.
   */
  readonly values: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
}

/**
 * Values taken whole from one of several sets: the draws of a multiple imputation (see `imputationSets`), or rival
 * figures. Vintages that are observations of their own `edition` need no sets: a choice can change `select`.
 */
export interface ValueSetsFactor {
  readonly id: string;
  readonly kind: "value-sets";
  /** What the sets differ in, for the split of variance by source; `data` if left out. */
  readonly source?: "data" | "imputation";
  readonly sets: readonly ValueSet[];
}

/** What a parameter is drawn from. A whole number is drawn where the option needs one. */
export type ParameterDistribution =
  | { readonly shape: "uniform"; readonly from: number; readonly to: number }
  | {
      readonly shape: "triangular";
      readonly from: number;
      readonly peak: number;
      readonly to: number;
    }
  | { readonly shape: "normal"; readonly mean: number; readonly sd: number };

/** The options that can be drawn, by stage. */
export const PARAMETERS = {
  impute: ["neighbors"],
  treat: ["skewness", "kurtosis", "atMost", "lambda"],
  normalize: ["worst", "best", "mean", "sd", "band"],
  aggregate: ["exponent", "alpha", "beta", "atLeast"],
  screening: ["indicatorsAtLeast", "nonzeroAtLeast"],
} as const;

/** A number of the methodology that varies continuously: the bound of a treatment, the power of a mean. */
export interface ParameterFactor {
  readonly id: string;
  readonly kind: "parameter";
  readonly stage: keyof typeof PARAMETERS;
  /** A number among the options of the stage: for example `skewness` of `treat`, `exponent` of `aggregate`. */
  readonly option: string;
  /** Ids of the nodes it is drawn for, one number for all of them; the default of the methodology if left out. */
  readonly nodes?: readonly string[];
  readonly distribution: ParameterDistribution;
}

/** Doubt about goalposts that are fixed: each is drawn by itself around what the methodology says. */
export interface GoalpostErrorFactor {
  readonly id: string;
  readonly kind: "goalpost-error";
  /** `normal` draws with these standard deviations, `uniform` up to so far to either side; `normal` if left out. */
  readonly distribution?: "normal" | "uniform";
  /** By id of the leaf, in the unit of its values. */
  readonly spread: Readonly<Record<string, { readonly worst?: number; readonly best?: number }>>;
}

/** Correlation of the errors of a unit's indicators. */
export interface ErrorCorrelation {
  /** Ids of indicators; the errors of others are independent. */
  readonly indicators: readonly string[];
  readonly matrix: readonly (readonly number[])[];
}

/** Correlation of the errors of an indicator between units: a shared frame, model or interviewer. */
export interface UnitCorrelation {
  /** Codes of units; the errors of others are independent. */
  readonly units: readonly string[];
  readonly matrix: readonly (readonly number[])[];
}

/**
 * Estimates from the replicate weights of one survey: replicate by replicate, so that what the estimates share (the
 * same sample behind several indicators, domains of one survey) is drawn together.
 */
export interface ReplicateEstimates {
  /** By indicator and unit; all of the same length. */
  readonly estimates: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  /** What the sum of squared deviations from the value is multiplied by; 1 / replicates (bootstrap) if left out. */
  readonly scale?: number;
  /** A further factor for each replicate; 1 if left out. */
  readonly rscales?: readonly number[];
}

/** Sampling error of the indicators, drawn around the values. */
export interface SamplingErrorFactor {
  readonly id: string;
  readonly kind: "sampling-error";
  /**
   * Standard errors by indicator (or its node) and unit, in the unit of the values. Where none is given, nor an interval or
   * replicates, that of the observation holds, or its interval; where it has neither, the value is taken as certain.
   */
  readonly standardErrors?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Confidence intervals by indicator and unit; for `logit` on the scale of log odds, where they are about even. */
  readonly intervals?: Readonly<Record<string, Readonly<Record<string, Interval>>>>;
  /** Replicate estimates, survey by survey; they come before standard errors. */
  readonly replicates?: readonly ReplicateEstimates[];
  /** What errors are multiplied by, by indicator (or its node): what another sample would give. 1 if left out. */
  readonly multiply?: Readonly<Record<string, number>>;
  /**
   * `normal` draws on the scale of the values; `logit` on that of the log odds between the bounds of the
   * definition's range, in which every draw stays. `auto`, the default, is `logit` where the range has two bounds.
   */
  readonly distribution?: "auto" | "normal" | "logit";
  readonly correlation?: ErrorCorrelation;
  readonly correlationOfUnits?: UnitCorrelation;
}

/** A source of doubt. */
export type Factor =
  | ChoiceFactor
  | ValueSetsFactor
  | ParameterFactor
  | GoalpostErrorFactor
  | WeightSetsFactor
  | WeightNoiseFactor
  | SamplingErrorFactor;

/** Factors of which each combination of alternatives is a scenario of its own. */
export type ScenarioFactor = ChoiceFactor | ValueSetsFactor;

/**
 * Which scenarios are computed. With `enumerate` all combinations, exactly; `sobol` is a scrambled Sobol' sequence;
 * `replay` gives, for each run, the number (from 0) of each factor's alternative.
 */
export type Design =
  | { readonly method: "enumerate" }
  | {
      readonly method: "monte-carlo";
      readonly runs: number;
      /** Stop before when the standard error of every unit's mean rank is at most this. */
      readonly precision?: number;
    }
  | { readonly method: "latin-hypercube" | "sobol"; readonly runs: number }
  | { readonly method: "replay"; readonly alternatives: readonly (readonly number[])[] };

/** What is uncertain about an index, and how it is explored: plain JSON, stored beside the methodology. */
export interface UncertaintySpec {
  readonly kind: "UncertaintySpec";
  readonly version: 1;
  readonly factors: readonly Factor[];
  /** All combinations if there are at most 10,000, else 10,000 runs of Monte Carlo. */
  readonly design?: Design;
  /** A whole number; 1 if left out. */
  readonly seed?: number;
}

/** The number of a factor's alternatives; `undefined` where it varies continuously. */
export function alternativesOf(factor: Factor): number | undefined {
  if (factor.kind === "choice") return factor.alternatives.length;
  return "sets" in factor ? factor.sets.length : undefined;
}

/** The shares of a factor's alternatives, which sum to 1; none where it varies continuously. */
export function sharesOf(factor: Factor): readonly number[] {
  let given: readonly { readonly share?: number }[] = [];
  if (factor.kind === "choice") given = factor.alternatives;
  else if ("sets" in factor) given = factor.sets;
  const shares = given.map(({ share = 1 }) => share);
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** The label of an alternative, or its number where it has none. */
export function labelOf(factor: Factor, place: number): string {
  if (factor.kind === "choice") return factor.alternatives[place]?.label ?? String(place);
  return "sets" in factor ? (factor.sets[place]?.label ?? String(place)) : String(place);
}

/** The combinations of all factors' alternatives; `undefined` where one of them varies continuously. */
export function combinationsOf(factors: readonly Factor[]): number | undefined {
  let count = 1;
  for (const factor of factors) {
    const alternatives = alternativesOf(factor);
    if (alternatives === undefined) return undefined;
    count *= alternatives;
  }
  return count;
}

/** Up to this many combinations all are computed. */
export const ENUMERATE_UP_TO = 10_000;
