import {
  booleanColumn,
  type Column,
  numberColumn,
  type Table,
  type TableLike,
  tableFrom,
  tableOf,
  throwIfErrors,
} from "@vitalcore/core";
import {
  type DesignSpec,
  type Estimate,
  mean,
  type ProportionOptions,
  proportion,
  ratio,
  surveyDesign,
} from "@vitalcore/survey";
import { type PovertyPlan, planOf } from "../multidimensional-poverty/plan.js";
import { factorFindings, readRows } from "../multidimensional-poverty/read-rows.js";
import type { PovertySpecification } from "../multidimensional-poverty/specification.js";

/** Multidimensional poverty with standard errors; one of each for every group. */
export interface PovertyEstimates {
  /** H. */
  readonly headcount: readonly Estimate[];
  /** M0. */
  readonly adjustedHeadcount: readonly Estimate[];
  /** A: the ratio of both. */
  readonly intensity: readonly Estimate[];
  /** Poor and deprived, by indicator. */
  readonly censored: Readonly<Record<string, readonly Estimate[]>>;
  /** Deprived, by indicator. */
  readonly uncensored: Readonly<Record<string, readonly Estimate[]>>;
}

/** Groups and intervals. */
export interface PovertyEstimateOptions
  extends Pick<ProportionOptions, "by" | "level" | "interval" | "df"> {
  /** Column of household sizes, where rows are households: persons are the unit. */
  readonly size?: string;
}

const NAMES = { weight: "mpi:weight", poor: "mpi:poor", score: "mpi:score" } as const;
const deprivedName = (id: string, kind: "censored" | "uncensored") => `mpi:${kind}:${id}`;

/**
 * Multidimensional poverty with standard errors by the design of the survey. Rows that lack a deprivation are outside, and their
 * sampling units stay in the design; with household sizes, persons are the unit.
 *
 * @param data - rows are households or persons; deprivations 1 or true, 0 or false, missing otherwise.
 * @param specification - dimensions, weights and cutoff.
 * @param design - of the sample: weights (a column), strata, clusters.
 * @param options - household sizes; groups and interval.
 * @throws VitalError as `multidimensionalPoverty`, and `survey/...` for the design.
 *
 * Source: Alkire and Foster (2011); Taylor linearization, with A as a ratio, as in Suppa (2023), mpitb, Stata
 * Journal 23.
 *
 * @example
 * ```ts
 * import { multidimensionalPovertyEstimates } from "@vitalcore/indicators/microdata";
 * import { equalWeights } from "@vitalcore/indicators/multidimensional-poverty";
 * const { headcount, adjustedHeadcount } = multidimensionalPovertyEstimates(
 *   { psu: [1, 1, 2, 2, 3, 3], offline: [1, 0, 1, 1, 0, 0], hungry: [1, 0, 1, 0, 0, 0] },
 *   { id: "two", name: "Two", dimensions: equalWeights({ a: ["offline"], b: ["hungry"] }), cutoff: [1, 1] },
 *   { clusters: "psu" },
 * );
 * headcount[0]?.value; // => 0.333333
 * adjustedHeadcount[0]?.standardError; // => 0.166667
 * ```
 */
export function multidimensionalPovertyEstimates(
  data: TableLike,
  specification: PovertySpecification,
  design: DesignSpec,
  options: PovertyEstimateOptions = {},
): PovertyEstimates {
  const plan = planOf(specification);
  const { size, interval, ...plain } = options;
  const scored = withScores(tableFrom(data), plan, design, size);
  const domain = surveyDesign(scored, { ...design, weights: NAMES.weight }).subset({
    op: "not",
    args: [{ op: "missing", args: [{ column: NAMES.poor }] }],
  });
  const shares = { ...plain, ...(interval !== undefined && { interval }) };
  const share = (column: string) => proportion(domain, column, shares).estimates;
  const byIndicator = (kind: "censored" | "uncensored") =>
    Object.fromEntries(plan.ids.map((id) => [id, share(deprivedName(id, kind))]));
  return {
    headcount: share(NAMES.poor),
    adjustedHeadcount: mean(domain, NAMES.score, plain).estimates,
    intensity: ratio(domain, { numerator: NAMES.score, denominator: "mpi:poor01" }, plain)
      .estimates,
    censored: byIndicator("censored"),
    uncensored: byIndicator("uncensored"),
  };
}

/** The table with weights of persons, who is poor, and censored scores and deprivations. */
function withScores(
  table: Table,
  plan: PovertyPlan,
  { weights }: DesignSpec,
  size: string | undefined,
): Table {
  const weight = typeof weights === "object" ? weights.column : weights;
  const divisor = typeof weights === "object" ? (weights.divideBy ?? 1) : 1;
  const columns = {
    ...(weight !== undefined && { weight }),
    ...(size !== undefined && { size }),
  };
  const rows = readRows(table, plan, columns);
  throwIfErrors(factorFindings(table, columns));
  const { deprivations, factors } = rows;
  const length = table.length;
  const persons = new Float64Array(length);
  const poor: (boolean | null)[] = [];
  const score: (number | null)[] = [];
  for (let row = 0; row < length; row++) {
    persons[row] =
      factors.reduce((product, factor) => product * (factor[row] as number), 1) / divisor;
    const isMissing = deprivations.some((codes) => (codes[row] as number) > 1);
    const sum = deprivations.reduce(
      (total, codes, j) => total + (codes[row] as number) * (plan.weights[j] as number),
      0,
    );
    const isPoor = sum >= plan.poorFrom;
    poor.push(isMissing ? null : isPoor);
    score.push(isMissing ? null : isPoor ? sum / plan.total : 0);
  }
  const deprived = (codes: Uint8Array, isCensored: boolean): Column =>
    booleanColumn(
      poor.map((isPoor, row) =>
        isPoor === null ? null : codes[row] === 1 && (isPoor || !isCensored),
      ),
    );
  return tableOf(
    [
      ...table.names.map((name): [string, Column] => [name, table.column(name)]),
      [NAMES.weight, { kind: "number", values: persons }],
      [NAMES.poor, booleanColumn(poor)],
      ["mpi:poor01", numberColumn(poor.map((isPoor) => (isPoor === null ? null : Number(isPoor))))],
      [NAMES.score, numberColumn(score)],
      ...plan.ids.flatMap((id, j): [string, Column][] => [
        [deprivedName(id, "censored"), deprived(deprivations[j] as Uint8Array, true)],
        [deprivedName(id, "uncensored"), deprived(deprivations[j] as Uint8Array, false)],
      ]),
    ],
    { identifying: table.identifying },
  );
}
