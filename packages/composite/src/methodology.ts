import type { Direction, IndicatorDefinition } from "@vitalcore/domain";

/** Which observations of an indicator enter the index. */
export interface SelectOptions {
  /** First period that is taken, SDMX: "2010", "2018-Q1". An observation must lie wholly within. */
  readonly from?: string;
  /** Last period that is taken. */
  readonly to?: string;
  /**
   * Which of several periods of a unit: `latest` (the default) takes the one that ends last and has a
   * value; `only` refuses several.
   */
  readonly take?: "latest" | "only";
  /** Axis and category, for example `{ sex: "F" }`; observations for everybody if left out. */
  readonly breakdown?: Readonly<Record<string, string>>;
  /** The edition that is taken; any if left out, which is reported where the values are of several. */
  readonly edition?: string;
}

/**
 * How a raw value becomes a score.
 *
 * - `goalposts`: the share of the way from `worst` to `best`, which are fixed.
 * - `min-max`: the same between the worst and the best value among the units.
 * - `z-score`: distance from the mean of the units in standard deviations (n - 1).
 * - `percentile-rank`: the share of the other units that are worse.
 */
export type NormalizeMethod = "goalposts" | "min-max" | "z-score" | "percentile-rank";

/** What is applied to a value, and to its goalposts, first: nothing, ln(x), or ln(1 + x). */
export type Transform = "none" | "ln" | "ln1p";

/** How ties share ranks: the best place they take (1, 2, 2, 4), the worst, the mean, or no gaps after them. */
export type TieRule = "min" | "max" | "average" | "dense";

/** Options of normalization; those of a node override the defaults of the methodology one by one. */
export interface NormalizeOptions {
  readonly method?: NormalizeMethod;
  /** `none` if left out. */
  readonly transform?: Transform;
  /** The raw value that scores lowest; goalposts only. */
  readonly worst?: number;
  /** The raw value that scores highest; goalposts only. */
  readonly best?: number;
  /** Lowest and highest score; [0, 100] if left out. Not for z-scores. */
  readonly scale?: readonly [lowest: number, highest: number];
  /** Whether values beyond a goalpost score as the goalpost does (the default) or go on. Goalposts only. */
  readonly clamp?: boolean;
  /** Mean of the z-scores; 0 if left out. */
  readonly mean?: number;
  /** Standard deviation of the z-scores; 1 if left out. */
  readonly sd?: number;
  /** Ranks of tied values in a percentile rank; `min` if left out. */
  readonly ties?: "min" | "average" | "max";
}

/** The mean that makes one score of several. */
export type AggregateMethod = "arithmetic" | "geometric" | "harmonic";

/** Options of aggregation; those of a node override the defaults of the methodology one by one. */
export interface AggregateOptions {
  /** `arithmetic` if left out. */
  readonly method?: AggregateMethod;
  /**
   * The share of the direct children that must have a score, 0 to 1; 1 if left out. The weights are
   * rescaled over the children present, which puts the mean of the others in the place of a missing one.
   */
  readonly atLeast?: number;
  /**
   * What a score of zero does in a geometric or harmonic mean: `refuse` it (the default), or let it
   * `annul` the mean, however good the others are.
   */
  readonly zeros?: "refuse" | "annul";
}

/** A written decision on what a higher value means, where the definition leaves it open or is overruled. */
export interface DirectionOverride {
  readonly value: Exclude<Direction, "ambiguous">;
  /** Why, in a sentence. */
  readonly reason: string;
}

/** A node of the framework: the index itself, a group below it, or a place for an indicator. */
export interface FrameworkNode {
  /** Letters, digits, `-`, `_` and `.`; starts with a letter or digit. */
  readonly id: string;
  readonly label?: string;
  /** Id of the node above; left out for the index itself, and only there. */
  readonly parent?: string;
  /** Relative to the siblings, which need not sum to 1. All siblings give one, or none does (equal weights). */
  readonly weight?: number;
  /** For groups. */
  readonly aggregate?: AggregateOptions;
  /** Id of an indicator definition: makes the node a leaf. */
  readonly indicator?: string;
  /** For leaves. */
  readonly normalize?: NormalizeOptions;
  /** For leaves. */
  readonly select?: SelectOptions;
  /** For leaves. */
  readonly direction?: DirectionOverride;
  /** What a reader must know about the choices made here. */
  readonly note?: string;
}

/** A unit with too little data is left out of the index, and of every statistic that the index takes of the units. */
export interface ScreeningOptions {
  /** The share of all indicators that must have a value, 0 to 1. */
  readonly indicatorsAtLeast?: number;
}

/** How units are ranked; 1 is the highest score. */
export interface RankOptions {
  /** `min` if left out. */
  readonly ties?: TieRule;
  /** Decimals to which scores are rounded before they are ranked; not rounded if left out or null. */
  readonly digits?: number | null;
}

/**
 * How an index is built: plain JSON, which is stored beside the result, compared in review and varied by
 * the uncertainty analysis. The framework is a flat list of nodes that name their parent: any depth, and
 * branches need not be equally deep.
 */
export interface IndexMethodology {
  readonly kind: "IndexMethodology";
  /** Version of this format, not of the methodology. */
  readonly version: 1;
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** What a reader of the index must know: what it is not, above all. */
  readonly notes?: readonly string[];
  readonly nodes: readonly FrameworkNode[];
  readonly select?: SelectOptions;
  readonly normalize?: NormalizeOptions;
  readonly aggregate?: AggregateOptions;
  readonly screening?: ScreeningOptions;
  readonly ranks?: RankOptions;
  /** Definitions of indicators that are this methodology's own. */
  readonly definitions?: readonly IndicatorDefinition[];
}

/** Version of the methodology format, and of the results, that this package reads and writes. */
export const formatVersion = 1;
