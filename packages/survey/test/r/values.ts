import type { SurveyDesign } from "@vitalcore/survey";

export type Scalar = number | string | boolean | null;

/** What an R expression of the reference cases gives. */
export type Value =
  | {
      readonly type: "vector";
      readonly values: readonly Scalar[];
      readonly names?: readonly string[];
    }
  | { readonly type: "frame"; columns: Readonly<Record<string, readonly Scalar[]>> }
  | { readonly type: "list"; readonly items: readonly Value[]; readonly names: readonly string[] }
  | {
      readonly type: "formula";
      readonly left: import("./parse.js").Node | undefined;
      readonly right: import("./parse.js").Node;
    }
  | { readonly type: "quote"; readonly node: import("./parse.js").Node }
  | {
      readonly type: "closure";
      readonly params: readonly string[];
      readonly body: import("./parse.js").Node;
    }
  | { readonly type: "design"; readonly design: SurveyDesign }
  | Stat
  | By
  | Quantiles
  | Test
  | Model
  | Matrix;

/** Named estimates, as `svystat` and its kin. */
export interface Stat {
  readonly type: "stat";
  readonly names: readonly string[];
  readonly estimate: readonly (number | null)[];
  readonly se: readonly (number | null)[];
  readonly covariance?: readonly (readonly number[])[] | undefined;
  readonly deff?: readonly (number | null)[] | undefined;
  readonly interval?: readonly [number, number] | undefined;
  /** Size and level that a proportion's interval was made with. */
  readonly sample?: { readonly n: number; readonly level: number } | undefined;
  /** svyvar of several columns: a matrix laid out by columns. */
  readonly side?: number | undefined;
}

/** Columns of an `svyby` table. */
export interface By {
  readonly type: "by";
  readonly table: Readonly<Record<string, readonly Scalar[]>>;
  readonly stat: Stat;
}

export interface Quantiles {
  readonly type: "quantiles";
  readonly p: readonly number[];
  readonly variables: Readonly<
    Record<string, { estimate: Scalar[]; lower: Scalar[]; upper: Scalar[]; se: Scalar[] }>
  >;
}

export interface Test {
  readonly type: "test";
  readonly statistic: number;
  readonly parameter: readonly number[];
  readonly pValue: number;
  readonly estimate?: number | null;
  readonly interval?: readonly [number, number] | null;
}

export interface Model {
  readonly type: "model";
  readonly names: readonly string[];
  readonly coefficients: readonly number[];
  readonly se: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly dfResidual: number;
  readonly p: readonly number[];
  readonly test: (terms: readonly string[]) => Test;
}

export interface Matrix {
  readonly type: "matrix";
  readonly rows: readonly (readonly Scalar[])[];
}

export const vector = (values: readonly Scalar[], names?: readonly string[]): Value =>
  names === undefined ? { type: "vector", values } : { type: "vector", values, names };

export const number = (value: Value): number => {
  if (value.type !== "vector" || value.values.length !== 1) throw new Error("expected one number");
  return Number(value.values[0]);
};

export const numbers = (value: Value): number[] => {
  if (value.type === "vector") return value.values.map(Number);
  throw new Error(`expected numbers, found ${value.type}`);
};

export const texts = (value: Value): string[] => {
  if (value.type === "vector") return value.values.map(String);
  throw new Error(`expected text, found ${value.type}`);
};

/** A function that the adapter does not know: the result is counted as excluded, with this reason. */
export class Unsupported extends Error {}
