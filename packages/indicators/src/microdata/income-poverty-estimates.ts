import {
  booleanColumn,
  type Column,
  numbersOf,
  type Table,
  type TableLike,
  tableFrom,
  tableOf,
} from "@vitalcore/core";
import {
  type DesignSpec,
  type Estimate,
  fosterGreerThorbecke,
  mean,
  type PovertyLine,
  type ProportionOptions,
  povertyLine,
  proportion,
  surveyDesign,
} from "@vitalcore/survey";
import { withPersonWeights } from "./person-weights.js";

/** Incomes, line, groups and intervals. */
export interface IncomePovertyEstimateOptions
  extends Pick<ProportionOptions, "by" | "level" | "interval" | "df"> {
  /** Column of incomes (or consumption) per person, or equivalized, in the money and period of the line. */
  readonly income: string;
  /** An amount, or a share of the median, of another quantile or of the mean of all. */
  readonly line: PovertyLine;
  /** Column of household sizes, where rows are households: persons are the unit. */
  readonly size?: string;
}

/** Income poverty with standard errors; one of each for every group. */
export interface IncomePovertyEstimates {
  /**
   * Foster-Greer-Thorbecke 0: the poor, at the line included. Where the line is an amount this is a proportion like any other, with the
   * interval of one; a relative line gives Wald's.
   */
  readonly headcount: readonly Estimate[];
  /** Foster-Greer-Thorbecke 1. */
  readonly gap: readonly Estimate[];
  /** Foster-Greer-Thorbecke 2. */
  readonly squaredGap: readonly Estimate[];
  /**
   * Watts' index: the mean of ln(line / income) of the poor. `null` where the line is relative (its error would be missing), or an
   * income is not positive: it has no logarithm.
   */
  readonly watts: readonly Estimate[] | null;
  /** The relative line, which has an error of its own; `null` where the line is an amount. */
  readonly line: Estimate | null;
}

/**
 * Income poverty with standard errors by the design of the survey: the measures of Foster, Greer and Thorbecke, and Watts' index. A relative
 * line is that of the whole sample, and its own sampling error is in the standard errors.
 *
 * @param data - rows are households or persons.
 * @param design - of the sample: weights, strata, clusters. `missing: "exclude"` leaves out who has no income.
 * @param options - incomes and line; household sizes; groups and level.
 * @returns proportions, as `observe` of `@vitalcore/domain` takes them.
 * @throws VitalError `indicators/poverty-weight`, and `survey/...` for the design, incomes that are missing and a line that
 *   is none.
 *
 * Source: Foster, Greer and Thorbecke (1984), Econometrica 52; Watts (1968); Taylor linearization, of relative lines as Deville (1999) and
 * Osier (2009), Survey Research Methods 3.
 *
 * @example
 * ```ts
 * import { incomePovertyEstimates } from "@vitalcore/indicators/microdata";
 * const households = { psu: [1, 1, 2, 2, 3, 3], income: [1, 3, 2, 8, 9, 4], people: [5, 2, 4, 1, 2, 2] };
 * const { headcount, gap } = incomePovertyEstimates(
 *   households,
 *   { clusters: "psu" },
 *   { income: "income", line: 2.5, size: "people" },
 * );
 * headcount[0]?.value; // => 0.5625
 * gap[0]?.value; // => 0.2375
 * headcount[0]?.standardError; // => 0.211046
 * ```
 */
export function incomePovertyEstimates(
  data: TableLike,
  design: DesignSpec,
  options: IncomePovertyEstimateOptions,
): IncomePovertyEstimates {
  const { income, line, size, interval, ...plain } = options;
  const given = tableFrom(data);
  const logGaps = typeof line === "number" ? logGapsOf(given, income, line) : null;
  const table = tableOf(
    [
      ...given.names.map((name): [string, Column] => [name, given.column(name)]),
      ...(typeof line === "number" ? [[POOR, poorAt(given, income, line)] as const] : []),
      ...(logGaps === null ? [] : [[WATTS, { kind: "number", values: logGaps } as const] as const]),
    ],
    { identifying: given.identifying },
  );
  const persons = withPersonWeights(table, design, size);
  const sample = surveyDesign(persons.table, persons.design);
  const measure = (alpha: number) =>
    fosterGreerThorbecke(sample, income, { ...plain, line, alpha }).estimates;
  const shares = { ...plain, ...(interval !== undefined && { interval }) };
  const { by: _, ...whole } = plain;
  return {
    gap: measure(1),
    squaredGap: measure(2),
    headcount: typeof line === "number" ? proportion(sample, POOR, shares).estimates : measure(0),
    watts: logGaps === null ? null : mean(sample, WATTS, plain).estimates,
    line:
      typeof line === "number"
        ? null
        : (povertyLine(sample, income, { ...whole, line }).estimates[0] ?? null),
  };
}

const POOR = "poverty:poor";
const WATTS = "poverty:watts";

/** Whose income is not above the line. */
function poorAt(table: Table, income: string, line: number): Column {
  const incomes = numbersOf(table, income);
  return booleanColumn(
    Array.from(incomes, (value) => (Number.isNaN(value) ? null : value <= line)),
  );
}

/** ln(line / income) of the poor, 0 of the others; `null` where an income is not positive, or the line no amount. */
function logGapsOf(table: Table, income: string, line: number): Float64Array | null {
  const incomes = numbersOf(table, income);
  if (!(line > 0) || incomes.some((value) => value <= 0)) return null;
  return incomes.map((value) => (value > line ? 0 : Math.log(line / value)));
}
