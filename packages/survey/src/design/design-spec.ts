import type { Choices } from "./choices.js";

/** What to do with a stratum that has a single sampled unit, whose variance cannot be estimated. */
export type LonelyPolicy =
  /** Stop, naming the strata, when a variance is asked for. */
  | "fail"
  /** It adds nothing to the variance. */
  | "remove"
  /** It was sampled with certainty: it adds nothing to the variance. */
  | "certainty"
  /** Its deviation is taken from the grand mean of units (Stata: `singleunit(centered)`). */
  | "adjust"
  /** It adds the average of the other strata. */
  | "average";

/** All policies, to be checked against. */
export const LONELY_POLICIES: Choices<LonelyPolicy> = {
  fail: true,
  remove: true,
  certainty: true,
  adjust: true,
  average: true,
};

/** What an estimator does with missing answers: stop, or leave the rows out as a domain and count them. */
export type MissingPolicy = "error" | "exclude";

/** All policies, to be checked against. */
export const MISSING_POLICIES: Choices<MissingPolicy> = { error: true, exclude: true };

/** A column of weights, with its implied decimals: DHS weights carry six, `divideBy: 1e6`. */
export interface ScaledColumn {
  readonly column: string;
  /** The values are divided by this; 1 if left out. */
  readonly divideBy?: number;
}

/** Unequal probabilities without replacement. The probabilities are those of `fpc`. */
export type PpsSpec =
  /** Brewer's approximation: needs the inclusion probabilities only. */
  | { readonly method: "brewer" }
  /** Overton's approximation of the joint probabilities. */
  | { readonly method: "overton"; readonly estimator?: "HT" | "YG" }
  /** Joint inclusion probabilities, one row and one column per row of the table. */
  | {
      readonly method: "joint";
      readonly joint: readonly (readonly number[])[];
      readonly estimator?: "HT" | "YG";
    };

/**
 * How a sample was drawn, as plain JSON over the columns of a table.
 *
 * @example
 * ```ts
 * import type { DesignSpec } from "@vitalcore/survey";
 * const dhsDomesticViolence: DesignSpec = {
 *   weights: { column: "d005", divideBy: 1e6 },
 *   strata: "v022",
 *   clusters: "v021",
 *   lonely: "adjust",
 *   missing: "exclude",
 * };
 * ```
 */
export interface DesignSpec<Name extends string = string> {
  /** Sampling weights: how many people a row stands for; 0 is outside. */
  readonly weights?: Name | (ScaledColumn & { readonly column: Name });
  /** Inclusion probabilities, in place of weights. */
  readonly probabilities?: Name;
  /** How many identical rows a row stands for: a compressed table. Not a sampling weight. */
  readonly frequencies?: Name;
  /** Sampling units, first stage first. Left out: every row is a unit. */
  readonly clusters?: Name | readonly Name[];
  /** Strata, one column per stage. Later stages may be left out. */
  readonly strata?: Name | readonly Name[];
  /** Finite population: sizes (1 or more) or sampling fractions (at most 1), one column per stage. */
  readonly fpc?: Name | readonly Name[];
  /** Cluster ids start again in each stratum. */
  readonly nest?: boolean;
  /** Take only the first stage into the variance, even where later stages have an `fpc`. */
  readonly ultimateCluster?: boolean;
  readonly pps?: PpsSpec;
  /** Default "fail". */
  readonly lonely?: LonelyPolicy;
  /** Apply "adjust" and "average" also where a domain leaves one unit of several in a stratum. */
  readonly lonelyInDomains?: boolean;
  /** Default "error". */
  readonly missing?: MissingPolicy;
}

/** How replicate weights were made, which says how the variance is scaled. */
export type ReplicateType =
  | "JK1"
  | "JK2"
  | "JKn"
  | "BRR"
  | "Fay"
  | "bootstrap"
  /** Successive differences: the American Community Survey. */
  | "SDR"
  | "other";

/**
 * Replicate weights that the data producer gives. The variance of an estimate is
 * `scale * sum(rscales_r * (estimate_r - center)^2)`.
 */
export interface ReplicateSpec<Name extends string = string> {
  readonly weights?: Name | (ScaledColumn & { readonly column: Name });
  readonly replicates: {
    /** The columns of replicate weights. */
    readonly columns: readonly Name[];
    readonly type: ReplicateType;
    /** The columns are final weights; otherwise multipliers of the sampling weight. Default true. */
    readonly combined?: boolean;
    /** Overrides the scale of the type. JK1 has (R-1)/R, JKn, JK2 and "other" 1. */
    readonly scale?: number;
    /**
     * One factor per replicate; JKn needs (n_h-1)/n_h of the stratum of each, unless `combined` is false: the
     * multipliers tell it.
     */
    readonly rscales?: readonly number[];
    /** Fay's rho. */
    readonly rho?: number;
    /** Center at the full-sample estimate, not at the mean of replicates. Default: true for SDR. */
    readonly mse?: boolean;
  };
  readonly missing?: MissingPolicy;
}

/** All types, to be checked against. */
export const REPLICATE_TYPES: Choices<ReplicateType> = {
  JK1: true,
  JK2: true,
  JKn: true,
  BRR: true,
  Fay: true,
  bootstrap: true,
  SDR: true,
  other: true,
};

/** A list of what may be given once or several times. */
export function listOf<Item extends string>(
  items: Item | readonly Item[] | undefined,
): readonly Item[] {
  if (items === undefined) return [];
  return typeof items === "string" ? [items] : items;
}
