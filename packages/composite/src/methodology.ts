import type { Direction, IndicatorDefinition } from "@vitalcore/domain";
import type { PanelMethod } from "./impute/panel.js";
import type {
  DenominateOptions,
  ImputationsOptions,
  ImputeOptions,
  ScreeningOptions,
  TreatOptions,
} from "./preparation-options.js";
import type { WeightingOptions } from "./weighting-options.js";

export type {
  DenominateOptions,
  FixedTreatment,
  ImputationsOptions,
  ImputeMethod,
  ImputeOptions,
  ScreeningException,
  ScreeningOptions,
  TreatFunction,
  TreatOptions,
} from "./preparation-options.js";

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

/** A method of your own, by the name under which it is passed in `methods` of the options. */
export type CustomName = `custom:${string}`;

/**
 * How a value becomes a score.
 *
 * - `goalposts`: the share of the way from `worst` to `best`, which are fixed.
 * - `min-max`: the same between the worst and the best value among the units.
 * - `z-score`: distance from the mean of the units in standard deviations (n - 1).
 * - `percentile-rank`: the share of the other units that are worse.
 * - `rank`: the rank itself, the worst being 1; `borda`: one less.
 * - `distance-to-target`: the share of the way from the worst value among the units to `best`.
 * - `distance-to-reference`: the same to the value of the unit `reference`.
 * - `fraction-of-max`: the share of the largest value; for indicators where more is better.
 * - `above-mean`: 1 for units above the mean of all by more than `band` (a share of it), -1 for those below, else 0.
 * - `percentile-scale`: the place among the percentiles `edges` of the units, in equal steps over the scale.
 * - `categories`: the place among raw values `edges`, with a score of `scores` for each.
 * - `none`: the value, times -1 where more is worse.
 */
export type NormalizeMethod =
  | "goalposts"
  | "min-max"
  | "z-score"
  | "percentile-rank"
  | "rank"
  | "borda"
  | "distance-to-target"
  | "distance-to-reference"
  | "fraction-of-max"
  | "above-mean"
  | "percentile-scale"
  | "categories"
  | "none"
  | CustomName;

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
  /** Ranks of tied values in a percentile rank, rank or Borda score; `min` if left out. */
  readonly ties?: "min" | "average" | "max";
  /** Code of the unit that scores highest, for `distance-to-reference`. */
  readonly reference?: string;
  /** Share of the mean that counts as near it, for `above-mean`; 0 if left out. */
  readonly band?: number;
  /** Rising: percentiles (0 to 100) for `percentile-scale`, values for `categories`. */
  readonly edges?: readonly number[];
  /** Scores of `categories`: one more than there are edges, for the class of the lowest values first. */
  readonly scores?: readonly number[];
}

/**
 * What makes one score of several. With w the weights, rescaled over the children present, and M their weighted mean:
 *
 * - `arithmetic`, `geometric`, `harmonic`; `generalized`: sum(w x^p)^(1/p) with p the `exponent`.
 * - `median`: the weighted median; `minimum`.
 * - `mean-min`: M - alpha (sqrt((M - min)^2 + beta^2) - beta) (Tarabusi and Guarini, 2013).
 * - `mazziotta-pareto`: M - S^2 / M with S the standard deviation of the children; plus with `penalty: "up"`.
 * - `owa`: the sum of `order` times the children sorted from best to worst (Yager, 1988); weights do not enter.
 * - `wroclaw`: 1 - d / (mean(d) + 2 sd(d)) with d the distance from the ideal unit (Hellwig, 1968).
 * - `copeland`: how many units it outranks less how many outrank it, by pairwise majority of the weights.
 * - `benefit-of-the-doubt`: the score, 0 to 1, under the weights that suit the unit best, if nobody may score above 1
 *   under them (Cherchye and others, 2007); weights do not enter, `shares` bounds the share of each child.
 */
export type AggregateMethod =
  | "arithmetic"
  | "geometric"
  | "harmonic"
  | "generalized"
  | "median"
  | "minimum"
  | "mean-min"
  | "mazziotta-pareto"
  | "owa"
  | "wroclaw"
  | "copeland"
  | "benefit-of-the-doubt"
  | CustomName;

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
  /** Power of a `generalized` mean, not zero: 2 is the quadratic mean, -1 the harmonic one. */
  readonly exponent?: number;
  /** Of `mean-min`: 0 is the mean, 1 the strongest penalty; 1 if left out. */
  readonly alpha?: number;
  /** Of `mean-min`: 0 if left out; large values weaken the penalty of small gaps. */
  readonly beta?: number;
  /** Of `mazziotta-pareto`: whether imbalance lowers the score (`down`, the default) or raises it. */
  readonly penalty?: "down" | "up";
  /** Divisor of variances, of `mazziotta-pareto` and `wroclaw`: n (the default) or n - 1. */
  readonly deviation?: "population" | "sample";
  /** Weights of `owa` for the best child, the second best, and so on; relative. */
  readonly order?: readonly number[];
  /** Least and largest share that a child may have in a score by `benefit-of-the-doubt`; [0, 1] if left out. */
  readonly shares?: readonly [least: number, largest: number];
}

/** What a higher value of an indicator means in an index: as its definition says, or best at a target of the methodology's. */
export type LeafDirection = Direction | "target";

/** A written decision on what a higher value means, where the definition leaves it open or is overruled. */
export interface DirectionOverride {
  /** `target`: best at the raw value `target`, and worse on both sides of it. */
  readonly value: Exclude<LeafDirection, "ambiguous">;
  /** With `value: "target"`, and only there: the raw value that is best. */
  readonly target?: number;
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
  /** For groups: how the weights of its children are found. */
  readonly weighting?: WeightingOptions;
  /** Id of an indicator definition: makes the node a leaf. */
  readonly indicator?: string;
  /** For leaves. */
  readonly denominate?: DenominateOptions;
  /** For leaves. */
  readonly impute?: ImputeOptions;
  /** For leaves. */
  readonly treat?: TreatOptions;
  /** For leaves. */
  readonly normalize?: NormalizeOptions;
  /** For leaves. */
  readonly select?: SelectOptions;
  /** For leaves. */
  readonly direction?: DirectionOverride;
  /** What a reader must know about the choices made here. */
  readonly note?: string;
}

/**
 * Options for all nodes that are so many steps below the index: they go before the defaults of the methodology, and
 * those of a node before them, option by option.
 */
export interface LevelOptions {
  /** Steps below the index; 0 is the index itself. */
  readonly depth: number;
  /** For the groups of the level. */
  readonly aggregate?: AggregateOptions;
  readonly weighting?: WeightingOptions;
  /** For the indicators of the level. */
  readonly impute?: ImputeOptions;
  readonly treat?: TreatOptions;
  readonly normalize?: NormalizeOptions;
  readonly select?: SelectOptions;
}

/** How units are ranked; 1 is the highest score. */
export interface RankOptions {
  /** `min` if left out. */
  readonly ties?: TieRule;
  /** Decimals to which scores are rounded before they are ranked; not rounded if left out or null. */
  readonly digits?: number | null;
}

/** How several periods are built together; see `buildPanel` of `@vitalcore/composite/panel`. */
export interface PanelOptions {
  /**
   * To what normalization is fitted: `each` period by itself (the default), all periods `pooled`, the `base`
   * period, or all periods `to-date`, up to the one that is scored, so that the best and worst values so far are the
   * frontier and a later one changes no score. Fixed goalposts are fitted to nothing.
   */
  readonly fit?: "each" | "pooled" | "base" | "to-date";
  /** Whether outliers are treated in `each` period by itself (the default), or as in what normalization is fitted to. */
  readonly treat?: "each" | "as-fit";
  /**
   * Whether units are screened in `each` period by itself (the default), or in all or none: by their values in all
   * periods `pooled`, or in the `base` period.
   */
  readonly screen?: "each" | "pooled" | "base";
  /** The period that others are measured by, for `base`. */
  readonly base?: string;
  /** How gaps are filled from other periods of the unit, before anything else is done; not at all if left out. */
  readonly impute?: PanelMethod;
  /** How many periods of the panel a value may be carried, of `latest`; no limit if left out. */
  readonly within?: number;
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
  readonly impute?: ImputeOptions;
  readonly imputations?: ImputationsOptions;
  readonly treat?: TreatOptions;
  readonly normalize?: NormalizeOptions;
  readonly aggregate?: AggregateOptions;
  readonly weighting?: WeightingOptions;
  readonly levels?: readonly LevelOptions[];
  readonly screening?: ScreeningOptions;
  readonly ranks?: RankOptions;
  readonly panel?: PanelOptions;
  /** Definitions of indicators that are this methodology's own. */
  readonly definitions?: readonly IndicatorDefinition[];
}

/** Version of the methodology format, and of the results, that this package reads and writes. */
export const formatVersion = 1;
