import type { CustomName, SelectOptions } from "./methodology.js";

/** What the values of an indicator are divided by, so that units of different size can be compared. */
export interface DenominateOptions {
  /** Id of the indicator (column of a table) that holds the denominator. */
  readonly by: string;
  /** 1000 gives values per thousand of the denominator; 1 if left out. */
  readonly per?: number;
  /** `divide` if left out; `multiply` is for rates that are to become amounts. */
  readonly operation?: "divide" | "multiply";
  /** Which observations of the denominator are taken; as the methodology says for all, option by option, if left out. */
  readonly select?: SelectOptions;
}

/**
 * What fills the gaps of an indicator.
 *
 * - `none`: nothing.
 * - `mean`, `median`: that of the other units; with `group`, of the same group.
 * - `unit-mean`, `unit-median`: that of the unit's other indicators, brought to one scale.
 * - `regression`: on `predictors`, fitted to units without gaps.
 * - `nearest`: the mean of the `neighbors` units most alike in `predictors`.
 * - `em`: the mean given `predictors` under a normal distribution, by maximum likelihood.
 * - `multiple`: the mean of several draws given `predictors`, so that the result tells what the gaps make uncertain;
 *   see `imputations` of the methodology.
 */
export type ImputeMethod =
  | "none"
  | "mean"
  | "median"
  | "unit-mean"
  | "unit-median"
  | "regression"
  | "nearest"
  | "em"
  | "multiple"
  | CustomName;

/** Options of imputation; those of a node override the defaults of the methodology one by one. */
export interface ImputeOptions {
  /** `none` if left out: nothing is imputed unless it is asked for. */
  readonly method?: ImputeMethod;
  /** A grouping of the units, in which `mean` and `median` are taken. */
  readonly group?: string;
  /** What a unit takes whose group has no value: nothing (`none`, the default), or the `overall` statistic. */
  readonly fallback?: "none" | "overall";
  /**
   * For `unit-mean` and `unit-median`: how many steps above the indicator the node is whose indicators are
   * averaged (1 is its parent); the index if left out.
   */
  readonly above?: number;
  /** For `unit-mean` and `unit-median`: whether indicators are brought to 0..1 first, which is the default. */
  readonly rescale?: boolean;
  /** Ids of leaves, for `regression`, `nearest`, `em` and `multiple`; all siblings of the node if left out. */
  readonly predictors?: readonly string[];
  /** For `nearest`; 5 if left out. */
  readonly neighbors?: number;
}

/** A function that takes outliers in; the transforms are explained at `treatTransform`. */
export type TreatFunction =
  | "none"
  | "winsorize"
  | "log-ct"
  | "log-ct-orig"
  | "log-ct-plus"
  | "log-gii"
  | "box-cox"
  | CustomName;

/** A treatment as it was done elsewhere, to other units or in another period; see `fixTreatment` of `/panel`. */
export interface FixedTreatment {
  /** Values beyond these are brought to them; `null` where there is no bound. */
  readonly bounds?: readonly [low: number | null, high: number | null];
  /** Applied after that. */
  readonly transform?: "log-ct" | "log-ct-orig" | "log-ct-plus" | "log-gii" | "box-cox";
  /** The least and largest value to which the transform was fitted. */
  readonly range?: readonly [least: number, largest: number];
  /** The longer tail, of `log-ct-plus`; `right` if left out. */
  readonly skewed?: "right" | "left";
  /** Power of `box-cox`; 0 if left out. */
  readonly lambda?: number;
}

/**
 * Treatment of outliers: an indicator that fails the check of skewness and kurtosis is treated by the first
 * function, and if it still fails, by the second. Options of a node override those of the methodology one by
 * one. Nothing is treated unless the methodology or the node has these options.
 */
export interface TreatOptions {
  /** `winsorize` if left out; `none` leaves the indicator as it is. */
  readonly first?: TreatFunction;
  /** `log-ct` if left out; `none` keeps what the first function gave. */
  readonly second?: TreatFunction;
  /** Bound of the absolute skewness; 2 if left out. An indicator fails if both bounds are reached. */
  readonly skewness?: number;
  /** Bound of the excess kurtosis; 3.5 if left out. */
  readonly kurtosis?: number;
  /** How many points may be winsorized; 5 if left out, `null` for no limit. */
  readonly atMost?: number | null;
  /** Whether to winsorize up to the limit although the check is passed before. */
  readonly exhaust?: boolean;
  /** Whether the second function is applied to what the first gave, instead of to the original. */
  readonly combine?: boolean;
  /** Whether to treat an indicator that passes the check, too. */
  readonly always?: boolean;
  /** Power of `box-cox`; 0, the logarithm, if left out. */
  readonly lambda?: number;
  /** A treatment that is done whatever the check says, in the place of all others. */
  readonly fixed?: FixedTreatment;
}

/** A unit that is kept in or out of the index whatever data it has. */
export interface ScreeningException {
  readonly unit: string;
  readonly keep: boolean;
  /** Why, in a sentence. */
  readonly reason: string;
}

/** A unit with too little data is left out of the index, and of every statistic that the index takes of the units. */
export interface ScreeningOptions {
  /** The share of all indicators that must have a value, 0 to 1. */
  readonly indicatorsAtLeast?: number;
  /** The share of the values present that must not be zero, 0 to 1. */
  readonly nonzeroAtLeast?: number;
  /** Units that are kept or left out whatever data they have. */
  readonly exceptions?: readonly ScreeningException[];
  /** What is screened: values after denomination, before anything is imputed (the default), or after imputation. */
  readonly after?: "denominate" | "impute";
}

/** How often values are drawn that are imputed by `multiple`. */
export interface ImputationsOptions {
  /** 20 if left out. */
  readonly sets?: number;
  /** 1 if left out. */
  readonly seed?: number;
}
