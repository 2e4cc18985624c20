import {
  type Column,
  numberColumn,
  numbersOf,
  requireColumns,
  type Table,
  type TableLike,
  tableFrom,
  tableOf,
} from "@vitalcore/core";
import {
  type DesignSpec,
  type Estimate,
  mean,
  type ProportionOptions,
  ratio,
  surveyDesign,
} from "@vitalcore/survey";
import { positive, requireInputs } from "../input-checks.js";
import { withPersonWeights } from "./person-weights.js";
import { present } from "./present-rows.js";

/** Incomes at two times, lines, groups and intervals. */
export interface PovertyTransitionOptions extends Pick<ProportionOptions, "by" | "level" | "df"> {
  /** Columns of incomes of the same people at the two times. */
  readonly before: string;
  readonly after: string;
  readonly lines: { readonly before: number; readonly after: number };
  /** Column of household sizes, where rows are households: persons are the unit. */
  readonly size?: string;
}

/** Entries and exits with standard errors; one of each for every group. */
export interface PovertyTransitionEstimates {
  /** Downside risk: share of those not poor at first who are poor later. Not defined where all were poor. */
  readonly entryRate: readonly Estimate[];
  /** Share of the poor who are not poor later. Not defined where nobody was poor. */
  readonly exitRate: readonly Estimate[];
  /** Shares of all. */
  readonly alwaysPoor: readonly Estimate[];
  readonly entered: readonly Estimate[];
  readonly left: readonly Estimate[];
}

const NAMES = {
  notPoor: "transition:not-poor",
  poor: "transition:poor",
  entered: "transition:entered",
  left: "transition:left",
  always: "transition:always",
} as const;

/**
 * Entries into poverty and exits from it in a panel, with standard errors by the design of the survey. Who was not observed at both
 * times is outside, and stays in the design: give longitudinal weights that make up for those who left. A person at the line is
 * poor. Errors of measurement look like transitions.
 *
 * @param data - a row for each person or household.
 * @param design - of the sample, with longitudinal weights.
 * @param options - incomes and lines at the two times; household sizes; groups and level.
 * @returns proportions, as `observe` of `@vitalcore/domain` takes them.
 * @throws VitalError `indicators/invalid-input`, `indicators/poverty-weight`, `core/unknown-column`, and `survey/...`.
 *
 * Source: Commission on Human Security (2003), chapter 5, on downside risks; Bane and Ellwood (1986), Journal of Human Resources
 * 21; rates as ratios by Taylor linearization.
 *
 * @example
 * ```ts
 * import { povertyTransitionEstimates } from "@vitalcore/indicators/microdata";
 * const { entryRate, exitRate } = povertyTransitionEstimates(
 *   { psu: [1, 1, 2, 2, 3], before: [1, 2, 5, 6, 7], after: [1, 6, 2, 6, 8] },
 *   { clusters: "psu" },
 *   { before: "before", after: "after", lines: { before: 4, after: 4 } },
 * );
 * entryRate[0]?.value; // => 0.333333
 * exitRate[0]?.value; // => 0.5
 * ```
 */
export function povertyTransitionEstimates(
  data: TableLike,
  design: DesignSpec,
  options: PovertyTransitionOptions,
): PovertyTransitionEstimates {
  const { before, after, lines, size, ...plain } = options;
  requireInputs([
    positive("the line before", lines.before),
    positive("the line after", lines.after),
  ]);
  const table = tableFrom(data);
  requireColumns(table, [before, after]);
  const persons = withPersonWeights(withStates(table, options), design, size);
  const sample = surveyDesign(persons.table, persons.design).subset(present(NAMES.poor));
  const asProportions = (estimates: readonly Estimate[]) =>
    estimates.map((estimate): Estimate => ({ ...estimate, scale: "proportion" }));
  const rate = (numerator: string, denominator: string) =>
    asProportions(ratio(sample, { numerator, denominator }, plain).estimates);
  const share = (name: string) => asProportions(mean(sample, name, plain).estimates);
  return {
    entryRate: rate(NAMES.entered, NAMES.notPoor),
    exitRate: rate(NAMES.left, NAMES.poor),
    alwaysPoor: share(NAMES.always),
    entered: share(NAMES.entered),
    left: share(NAMES.left),
  };
}

/** The table with a column for each state, missing where an income is. */
function withStates(table: Table, { before, after, lines }: PovertyTransitionOptions): Table {
  const [first, second] = [numbersOf(table, before), numbersOf(table, after)];
  const state = (of: (wasPoor: boolean, isPoor: boolean) => boolean): Column =>
    numberColumn(
      Array.from(first, (income, row) => {
        const later = second[row] as number;
        if (Number.isNaN(income) || Number.isNaN(later)) return null;
        return Number(of(income <= lines.before, later <= lines.after));
      }),
    );
  return tableOf(
    [
      ...table.names.map((name): [string, Column] => [name, table.column(name)]),
      [NAMES.poor, state((wasPoor) => wasPoor)],
      [NAMES.notPoor, state((wasPoor) => !wasPoor)],
      [NAMES.entered, state((wasPoor, isPoor) => !wasPoor && isPoor)],
      [NAMES.left, state((wasPoor, isPoor) => wasPoor && !isPoor)],
      [NAMES.always, state((wasPoor, isPoor) => wasPoor && isPoor)],
    ],
    { identifying: table.identifying },
  );
}
