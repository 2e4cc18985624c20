import { VitalError } from "@vitalcore/core";
import type { CustomMethods, CustomTreatment } from "../custom-methods.js";
import { isCustomName } from "../custom-name.js";
import { findIn as find } from "../function-catalog.js";
import type { CustomName, TreatFunction, TreatOptions } from "../methodology.js";
import { applyFixed } from "./fixed-treatment.js";
import { checkShape, type ShapeCheck } from "./shape-check.js";
import { applyTransform, type TreatTransform, transformProblem } from "./transforms.js";
import { winsorizeChecked } from "./winsorize.js";

/** What treatment did to a point: winsorized from above or below, transformed, or nothing. */
export type TreatedPoint =
  | "winsorized-high"
  | "winsorized-low"
  | TreatTransform
  | CustomName
  | null;

/** Treatments of your own, by name. */
export type OwnTreatments = NonNullable<CustomMethods["treat"]>;

/** A step of treatment that was taken, and the check after it. */
export interface TreatStep {
  readonly function: Exclude<TreatFunction, "none">;
  /** Points changed, of winsorizing; `null` for transforms, which change all. */
  readonly winsorized: number | null;
  readonly check: ShapeCheck;
}

/** A column after treatment, and how it came to be. */
export interface TreatedColumn {
  readonly values: Float64Array;
  /** For each point, what was done to it. */
  readonly points: readonly TreatedPoint[];
  /** Before any treatment. */
  readonly check: ShapeCheck;
  /** The steps tried, in their order; none for a column that passed. */
  readonly steps: readonly TreatStep[];
  /** The function that gave the values; `none` if the column stayed as it was. */
  readonly by: TreatFunction | "both";
  /** Why a treatment that was wanted could not be done. */
  readonly problem?: string;
}

/**
 * Treats the outliers of a column. If it fails {@link checkShape} the first function is applied (winsorizing of
 * at most 5 points), and if it then fails still, the second (`log-ct`) to the original column instead, or,
 * with `combine`, to what the first one gave. A column whose check is not defined stays as it is.
 * Source: OECD/JRC Handbook (2008), step 4, in the form of COINr (2022).
 *
 * @param values - raw values, whatever their direction; NaN is missing, and stays so.
 * @param methods - functions of your own, by the names under which the options ask for them.
 * @throws VitalError `composite/treatment-undefined` if a transform of the column is not defined.
 *
 * @example
 * ```ts
 * import { treatColumn } from "@vitalcore/composite/treat";
 * const { values, by, steps } = treatColumn([1, 2, 3, 4, 5, 6, 7, 8, 9, 100]);
 * by; // => "winsorize"
 * steps[0]?.winsorized; // => 1
 * values[9]; // => 9
 * ```
 */
export function treatColumn(
  values: ArrayLike<number>,
  options: TreatOptions = {},
  methods: OwnTreatments = {},
): TreatedColumn {
  const treated = runTreatment(Float64Array.from(values), options, methods);
  if (treated.problem === undefined) return treated;
  const facts = { transform: options.second ?? "log-ct", why: treated.problem };
  throw new VitalError([find("composite/treatment-undefined", { facts })]);
}

/** As {@link treatColumn}; a problem is told in the result, with the column as it was. */
export function runTreatment(
  values: Float64Array,
  options: TreatOptions,
  methods: OwnTreatments = {},
): TreatedColumn {
  if (options.fixed !== undefined) return applyFixed(values, options.fixed, options);
  const { first = "winsorize", second = "log-ct", combine = false, always = false } = options;
  const check = checkShape(values, options);
  const none: TreatedPoint[] = new Array(values.length).fill(null);
  const untouched: TreatedColumn = { values, points: none, check, steps: [], by: "none" };
  if (first === "none" || (check.passes === true && !always)) return untouched;
  if (check.passes === null) return untouched;
  const one = applyFunction(values, values, first, options, methods);
  if (typeof one === "string") return { ...untouched, problem: one };
  const afterOne = one.check ?? checkShape(one.values, options);
  const steps: TreatStep[] = [{ function: first, winsorized: one.count, check: afterOne }];
  if (afterOne.passes === null) return { ...untouched, steps };
  const done = { values: one.values, points: one.points, check, steps, by: first } as const;
  if (afterOne.passes || second === "none") return done;
  const two = applyFunction(combine ? one.values : values, values, second, options, methods);
  if (typeof two === "string") return { ...untouched, steps, problem: two };
  const afterTwo = two.check ?? checkShape(two.values, options);
  steps.push({ function: second, winsorized: two.count, check: afterTwo });
  if (afterTwo.passes === null) return { ...untouched, steps };
  return {
    values: two.values,
    points: combine ? two.points.map((point, i) => one.points[i] ?? point) : two.points,
    check,
    steps,
    by: combine ? "both" : second,
  };
}

interface Applied {
  readonly values: Float64Array;
  readonly points: readonly TreatedPoint[];
  readonly count: number | null;
  /** The last check that the function made itself. */
  readonly check?: ShapeCheck;
}

/** Applies one function to a column; or says why it cannot be. */
function applyFunction(
  column: Float64Array,
  original: Float64Array,
  name: Exclude<TreatFunction, "none">,
  options: TreatOptions,
  methods: OwnTreatments,
): Applied | string {
  if (isCustomName(name)) return applyOwn(column, name, methods[name]);
  if (name === "winsorize") {
    const { points, ...winsorized } = winsorizeChecked(column, options);
    const marks = points.map((point) => (point === null ? null : (`winsorized-${point}` as const)));
    return { ...winsorized, points: marks };
  }
  const problem = transformProblem(column, name);
  if (problem !== undefined) return problem;
  const skewness = checkShape(column, options).skewness ?? 0;
  const values = applyTransform(column, name, {
    lambda: options.lambda ?? 0,
    skewed: skewness > 0 ? "right" : "left",
  });
  const points: TreatedPoint[] = new Array(original.length).fill(name);
  for (let i = 0; i < original.length; i++)
    if (Number.isNaN(original[i] as number)) points[i] = null;
  return { values, points, count: null };
}

/** A function of the user's own; values that were missing stay so. */
function applyOwn(
  column: Float64Array,
  name: CustomName,
  own: CustomTreatment | undefined,
): Applied | string {
  if (own === undefined) return `${name} was not passed`;
  const result = own(Float64Array.from(column));
  if (result.length !== column.length) return `${name} gave ${result.length} values`;
  const values = column.map((x, i) => (Number.isNaN(x) ? x : (result[i] as number)));
  const isLost = values.some((x, i) => !Number.isFinite(x) && !Number.isNaN(column[i] as number));
  if (isLost) return `${name} gave no number for a value`;
  return { values, points: pointsOf(column, values, name), count: null };
}

function pointsOf(
  before: Float64Array,
  after: Float64Array,
  name: CustomName,
): readonly TreatedPoint[] {
  return Array.from(after, (x, i) => (Number.isNaN(x) || x === before[i] ? null : name));
}
