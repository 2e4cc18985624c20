import type {
  AggregateOptions,
  FrameworkNode,
  ImputeOptions,
  NormalizeOptions,
  RankOptions,
  ScreeningOptions,
  TreatOptions,
} from "../methodology.js";

/**
 * What an alternative changes in a methodology. Options are merged one by one into those that are there: what is
 * not named stays as it is.
 */
export interface MethodologyChange {
  readonly impute?: ImputeOptions;
  readonly treat?: TreatOptions;
  readonly normalize?: NormalizeOptions;
  readonly aggregate?: AggregateOptions;
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

/** Correlation of the errors of a unit's indicators. */
export interface ErrorCorrelation {
  /** Ids of indicators; the errors of others are independent. */
  readonly indicators: readonly string[];
  readonly matrix: readonly (readonly number[])[];
}

/** Sampling error of the indicators, drawn around the values. */
export interface SamplingErrorFactor {
  readonly id: string;
  readonly kind: "sampling-error";
  /**
   * Standard errors by indicator and unit, in the unit of the values. Where none is given that of the observation
   * holds; where it has none either, the value is taken as certain.
   */
  readonly standardErrors?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /**
   * `normal` draws on the scale of the values; `logit` on that of the log odds between the bounds of the
   * definition's range, in which every draw stays. `auto`, the default, is `logit` where the range has two bounds.
   */
  readonly distribution?: "auto" | "normal" | "logit";
  readonly correlation?: ErrorCorrelation;
}

/** A source of doubt. */
export type Factor = ChoiceFactor | WeightSetsFactor | WeightNoiseFactor | SamplingErrorFactor;

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
  return factor.kind === "weight-sets" ? factor.sets.length : undefined;
}

/** The shares of a factor's alternatives, which sum to 1; none where it varies continuously. */
export function sharesOf(factor: Factor): readonly number[] {
  let given: readonly { readonly share?: number }[] = [];
  if (factor.kind === "choice") given = factor.alternatives;
  else if (factor.kind === "weight-sets") given = factor.sets;
  const shares = given.map(({ share = 1 }) => share);
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
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
