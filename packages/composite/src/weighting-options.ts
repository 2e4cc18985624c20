import type { CustomName } from "./methodology.js";

/**
 * How the weights of the children of a group are found.
 *
 * - `given`: as written at the nodes, equal where nothing is.
 * - `equal`: equal, whatever is written.
 * - `pca`: squared loadings of the first principal component of the scores.
 * - `factor`: from rotated factors (Nicoletti, Scarpetta and Boylaud, 2000; OECD/JRC Handbook, 2008).
 * - `entropy`, `critic`: the more an indicator tells the units apart, the more.
 * - `regression`: coefficients of the scores in a regression of `outcome`, none below zero.
 * - `balance`: such that the correlations of the children with the score of the group are as `targets` say;
 *   `information`: such that their sum is largest (Becker, Saisana, Paruolo and Vandecasteele, 2017).
 * - `ahp`: from comparisons in pairs (Saaty, 1980); `budget`: from points that experts give out.
 */
export type WeightingMethod =
  | "given"
  | "equal"
  | "pca"
  | "factor"
  | "entropy"
  | "critic"
  | "regression"
  | "balance"
  | "information"
  | "ahp"
  | "budget"
  | CustomName;

/** The points that one expert, or one community, gives out. */
export interface Budget {
  readonly expert: string;
  /** Points by id of the child; a child that is not named has none. */
  readonly points: Readonly<Record<string, number>>;
}

/**
 * Options of weighting; those of a node override the defaults of the methodology one by one. Weights that are
 * computed from scores are those of the units which have all children of the group.
 */
export interface WeightingOptions {
  /** `given` if left out. */
  readonly method?: WeightingMethod;
  /** Id of an indicator (column of a table) outside of the index, more of it being better; for `regression`. */
  readonly outcome?: string;
  /** Relative importance that each child should have, by id; equal if left out. For `balance`. */
  readonly targets?: Readonly<Record<string, number>>;
  /** Ids of the children in the order of the rows of `pairwise`; for `ahp`. */
  readonly compared?: readonly string[];
  /** How many times as important the child of the row is as that of the column; for `ahp`. */
  readonly pairwise?: readonly (readonly number[])[];
  /** For `budget`. */
  readonly budgets?: readonly Budget[];
  /** What is taken of the budgets: `mean` if left out. */
  readonly center?: "mean" | "median" | "trimmed";
}
