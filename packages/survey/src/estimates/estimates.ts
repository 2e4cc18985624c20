import {
  type Cell,
  defineResult,
  type Finding,
  type Result,
  type ResultData,
  type ResultKind,
  type Summary,
} from "@vitalcore/core";
import type { GroupLabels } from "../design/survey-design.js";

/** A confidence interval, and how it was made. */
export interface Interval {
  /** Confidence level, such as 0.95. */
  readonly level: number;
  /** Null where the sample does not reach as far as the limit: quantiles only. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly method: string;
}

/** One estimated number with its doubt. {@link observables} makes what `observe()` of `@vitalcore/domain` takes. */
export interface Estimate {
  /** The column, or the name of what is estimated. */
  readonly variable: string;
  /** The category or event, for shares of categories; otherwise null. */
  readonly category: Cell;
  /** Values of the columns of `by`. */
  readonly group: GroupLabels;
  /** Null where it is not defined: see the findings. */
  readonly value: number | null;
  readonly standardError: number | null;
  readonly interval: Interval | null;
  /** Rows with a positive weight and an answer. */
  readonly n: number;
  /** Rows of the domain with a positive weight and no answer. */
  readonly nMissing: number;
  /** Of the design in this domain; null where they are taken as infinite. */
  readonly degreesOfFreedom: number | null;
  /** Variance over that of a simple random sample; null where not asked for or not defined. */
  readonly designEffect: number | null;
  /** Size of the simple random sample that would be as precise; not capped at n. */
  readonly effectiveSampleSize: number | null;
  readonly scale: "proportion" | "number";
}

/** Estimates of one call: one per group and variable, groups first. */
export interface Estimates extends ResultData {
  readonly kind: "SurveyEstimates";
  readonly statistic: string;
  readonly estimates: readonly Estimate[];
  /** Covariance of all estimates in their order, where asked for. */
  readonly covariance: readonly (readonly number[])[] | null;
  readonly findings: readonly Finding[];
}

/** An estimate as a plain row: what tables, data frames and Arrow take. */
export type EstimateRow = Readonly<Record<string, Cell>>;

/** Digits that a standard error justifies: two of its own, and no more than six. */
function digitsFor(estimates: readonly Estimate[]): number {
  const errors = estimates.flatMap(({ standardError }) => standardError ?? []);
  const least = Math.min(...errors.filter((error) => error > 0), Number.POSITIVE_INFINITY);
  if (!Number.isFinite(least)) return 3;
  return Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(least))));
}

function summarize({ statistic, estimates, findings }: Estimates): Summary {
  const groups = [...new Set(estimates.flatMap(({ group }) => Object.keys(group)))];
  const hasCategory = estimates.some(({ category }) => category !== null);
  const hasEffect = estimates.some(({ designEffect }) => designEffect !== null);
  const digits = digitsFor(estimates);
  const level = estimates.find(({ interval }) => interval !== null)?.interval?.level;
  const bound = level === undefined ? "interval" : `${+(100 * level).toFixed(4)} %`;
  return {
    title: `${statistic}: ${estimates.length} ${estimates.length === 1 ? "estimate" : "estimates"}`,
    tables: [
      {
        columns: [
          ...groups.map((name) => ({ name })),
          { name: "variable" },
          ...(hasCategory ? [{ name: "category" }] : []),
          { name: "value", kind: "number" as const, digits },
          { name: "std. error", kind: "number" as const, digits: digits + 1 },
          { name: `${bound} from`, kind: "number" as const, digits },
          { name: "to", kind: "number" as const, digits },
          { name: "n", kind: "number" as const },
          ...(hasEffect ? [{ name: "deff", kind: "number" as const, digits: 2 }] : []),
        ],
        rows: estimates.map((estimate) => [
          ...groups.map((name) => estimate.group[name] ?? null),
          estimate.variable,
          ...(hasCategory ? [estimate.category] : []),
          estimate.value,
          estimate.standardError,
          estimate.interval?.lower ?? null,
          estimate.interval?.upper ?? null,
          estimate.n,
          ...(hasEffect ? [estimate.designEffect] : []),
        ]),
      },
    ],
    notes: [
      ...(estimates.some(({ nMissing }) => nMissing > 0)
        ? [
            `Without an answer, left out: ${Math.max(...estimates.map((e) => e.nMissing))} rows at the most.`,
          ]
        : []),
      ...findings.map(({ message }) => message),
    ],
  };
}

/** Results that hold estimates; how they are shown and read back from JSON. */
export const estimatesResult: ResultKind<Estimates> = /* @__PURE__ */ defineResult<Estimates>({
  kind: "SurveyEstimates",
  version: 1,
  summarize,
});

/** Estimates that show themselves. */
export type EstimatesResult = Result<Estimates>;

/**
 * Estimates as plain rows, one per estimate: the columns of `by`, then variable, category, value,
 * standardError, lower, upper, n, nMissing, degreesOfFreedom, designEffect, effectiveSampleSize.
 *
 * @example
 * ```ts
 * import { estimateRows, mean, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ age: [20, 30, 40, 50], place: ["u", "r", "u", "r"] }, {});
 * estimateRows(mean(design, "age", { by: "place" })).map(({ place, value }) => [place, value]); // => [["r", 40], ["u", 30]]
 * ```
 */
export function estimateRows({ estimates }: Pick<Estimates, "estimates">): EstimateRow[] {
  return estimates.map(({ group, interval, ...rest }) => ({
    ...group,
    variable: rest.variable,
    category: rest.category,
    value: rest.value,
    standardError: rest.standardError,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
    n: rest.n,
    nMissing: rest.nMissing,
    degreesOfFreedom: rest.degreesOfFreedom,
    designEffect: rest.designEffect,
    effectiveSampleSize: rest.effectiveSampleSize,
  }));
}

/**
 * Estimates as columns, for `tableFromArrays` of Apache Arrow, `aq.table` of Arquero or `tableFrom`.
 *
 * @example
 * ```ts
 * import { estimateColumns, mean, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ age: [20, 30, 40, 50] }, {});
 * estimateColumns(mean(design, "age")).value; // => [35]
 * ```
 */
export function estimateColumns(result: Pick<Estimates, "estimates">): Record<string, Cell[]> {
  const rows = estimateRows(result);
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  return Object.fromEntries([...names].map((name) => [name, rows.map((row) => row[name] ?? null)]));
}

/** An estimate as `observe()` of `@vitalcore/domain` takes it, and what else an observation says of it. */
export interface Observable {
  readonly variable: string;
  readonly category: Cell;
  /** The group, as the breakdown of an observation. */
  readonly breakdown: Readonly<Record<string, string>>;
  readonly estimate: {
    readonly value: number | null;
    readonly standardError: number | null;
    /** Null where one of the limits is not known. */
    readonly interval: {
      readonly lower: number;
      readonly upper: number;
      readonly level: number;
    } | null;
    readonly n: number;
    readonly nMissing: number;
    readonly scale?: "proportion";
  };
}

/**
 * Estimates as `observe()` of `@vitalcore/domain` takes them, with the groups as breakdowns.
 *
 * @returns one per estimate; those without a value have to be given a status that says why.
 *
 * @example
 * ```ts
 * import { observables, proportion, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ online: [1, 0, 1, 1], place: ["u", "r", "u", "r"] }, {});
 * const [rural] = observables(proportion(design, "online", { by: "place" }));
 * rural?.breakdown; // => { place: "r" }
 * rural?.estimate.scale; // => "proportion"
 * ```
 */
export function observables({ estimates }: Pick<Estimates, "estimates">): Observable[] {
  return estimates.map(({ variable, category, group, interval, ...rest }) => {
    const { lower = null, upper = null, level = 0 } = interval ?? {};
    const cells = Object.entries(group).map(([column, cell]) => [column, String(cell)] as const);
    return {
      variable,
      category,
      breakdown: Object.fromEntries(cells),
      estimate: {
        value: rest.value,
        standardError: rest.standardError,
        interval: lower === null || upper === null ? null : { lower, upper, level },
        n: rest.n,
        nMissing: rest.nMissing,
        ...(rest.scale === "proportion" && { scale: rest.scale }),
      },
    };
  });
}
