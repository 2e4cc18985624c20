import type { Cell, Columns, Finding } from "@vitalcore/core";
import type { Choices } from "../design/choices.js";
import { listOf } from "../design/design-spec.js";
import type { ColumnName, SurveyDesign } from "../design/survey-design.js";
import {
  buildEstimates,
  type IntervalInput,
  type ValueName,
  waldInterval,
} from "./build-estimates.js";
import { designEffects } from "./design-effect.js";
import type { EstimatesResult, Interval } from "./estimates.js";
import {
  countFunctional,
  type Functional,
  meansFunctional,
  ratioFunctional,
  totalsFunctional,
} from "./functional.js";
import { checkOptions, type EstimateOptions } from "./options.js";
import { readCategories, readNumbers } from "./read-variable.js";
import { selectRows, type Variable } from "./select-rows.js";
import { solveFunctional } from "./solve-functional.js";

interface NamedVariables {
  readonly variables: readonly Variable[];
  readonly names: readonly ValueName[];
}

/** Numeric columns as they are, text columns as one 0/1 variable per category. */
function readColumns(design: SurveyDesign, columns: readonly string[]): NamedVariables {
  const { table } = design.parts;
  const variables: Variable[] = [];
  const names: ValueName[] = [];
  for (const column of columns) {
    if (table.column(column).kind === "text") {
      const read = readCategories(table, column);
      variables.push(...read.variables);
      names.push(...read.categories.map((category: Cell) => ({ variable: column, category })));
    } else {
      variables.push(readNumbers(table, column));
      names.push({ variable: column });
    }
  }
  return { variables, names };
}

/** Options of means. */
export interface MeanOptions<Name extends string = string> extends EstimateOptions<Name> {
  /**
   * "logit": on the scale of log(m/(1-m)), for means that lie between 0 and 1, such as intensities; default
   * "wald": mean +- t * standard error.
   */
  readonly interval?: "wald" | "logit";
}

const MEAN_INTERVALS: Choices<NonNullable<MeanOptions["interval"]>> = { wald: true, logit: true };

/** The interval on the logit scale; Wald's outside (0, 1). */
function logitInterval(input: IntervalInput): Interval | null {
  const { value, variance, level } = input;
  const t = input.critical();
  if (t === undefined || !(value > 0 && value < 1)) return waldInterval(input);
  const center = Math.log(value / (1 - value));
  const half = (t * Math.sqrt(variance)) / (value * (1 - value));
  const back = (u: number) => 1 / (1 + Math.exp(-u));
  return { level, lower: back(center - half), upper: back(center + half), method: "logit" };
}

function estimateColumnsWith(
  design: SurveyDesign,
  columns: readonly string[],
  options: MeanOptions,
  statistic: "mean" | "total",
): EstimatesResult {
  checkOptions(options, { interval: MEAN_INTERVALS });
  const { parts } = design;
  const { variables, names } = readColumns(design, columns);
  const rows = selectRows(parts, variables, options);
  const terms = variables.map(({ values }) => values);
  const functional = statistic === "mean" ? meansFunctional(terms) : totalsFunctional(terms);
  const solution = solveFunctional(parts, rows, functional, { joint: options.covariance === true });
  const findings: Finding[] = [];
  const width = terms.length;
  const designEffect = designEffects(parts, rows, terms, {
    kind: options.designEffect ?? "none",
    of: statistic,
    variance: (g, j) => solution.groups[g]!.covariance[j * width + j]!,
    names: names.map(({ variable }) => variable),
    findings,
  });
  return buildEstimates({
    statistic,
    parts,
    rows,
    solution,
    names,
    options,
    findings,
    ...(options.interval === "logit" && { interval: logitInterval }),
    ...(designEffect && {
      designEffect,
      effectiveSize: (g: number, j: number) => {
        const effect = designEffect(g, j);
        return effect === null ? null : rows.n[g]! / effect;
      },
    }),
  });
}

/**
 * Estimates population means of columns, with linearized or replicate standard errors. A text column
 * gives the share of each category.
 *
 * @param design - from {@link surveyDesign} or {@link replicateDesign}.
 * @param columns - one or several; a row without an answer in any of them is missing for all.
 * @returns one estimate per group and column, on the scale of the column.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`, `core/unknown-column`.
 *
 * Source: Cochran (1977), sections 2.9 and 5A.7; Lumley (2010), chapter 2.
 *
 * @example
 * ```ts
 * import { mean, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ x: [1, 2, 4, 5], w: [2, 2, 1, 1] }, { weights: "w" });
 * const [estimate] = mean(design, "x").estimates;
 * estimate?.value; // => 2.5
 * estimate?.standardError; // => 0.827759
 * ```
 */
export function mean<Row extends Columns>(
  design: SurveyDesign<Row>,
  columns: ColumnName<Row> | readonly ColumnName<Row>[],
  options: MeanOptions<ColumnName<Row>> = {},
): EstimatesResult {
  return estimateColumnsWith(design as SurveyDesign, listOf(columns), options, "mean");
}

/**
 * Estimates population totals of columns. A text column gives the number of people in each category.
 *
 * @param design - with weights that sum to the population: normalized weights give totals of no meaning.
 * @param columns - one or several; a row without an answer in any of them is missing for all.
 * @returns one estimate per group and column, on the scale of the column.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`, `core/unknown-column`.
 *
 * Source: Cochran (1977), section 9A; Horvitz and Thompson (1952).
 *
 * @example
 * ```ts
 * import { surveyDesign, total } from "@vitalcore/survey";
 * const design = surveyDesign({ x: [1, 2, 4, 5], w: [2, 2, 1, 1] }, { weights: "w" });
 * total(design, "x").estimates[0]?.value; // => 15
 * ```
 */
export function total<Row extends Columns>(
  design: SurveyDesign<Row>,
  columns: ColumnName<Row> | readonly ColumnName<Row>[],
  options: EstimateOptions<ColumnName<Row>> = {},
): EstimatesResult {
  return estimateColumnsWith(design as SurveyDesign, listOf(columns), options, "total");
}

/**
 * Estimates how many people the domain or its groups have: the sum of weights.
 *
 * @returns one estimate per group.
 * @throws VitalError `survey/lonely-psu`, `survey/option`, `core/unknown-column`.
 *
 * @example
 * ```ts
 * import { count, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ place: ["u", "r", "u"], w: [20, 30, 40] }, { weights: "w" });
 * count(design, { by: "place" }).estimates.map(({ value }) => value); // => [30, 60]
 * ```
 */
export function count<Row extends Columns>(
  design: SurveyDesign<Row>,
  options: EstimateOptions<ColumnName<Row>> = {},
): EstimatesResult {
  checkOptions(options);
  const { parts } = design;
  const rows = selectRows(parts, [], options);
  const functional: Functional = countFunctional();
  const solution = solveFunctional(parts, rows, functional, { joint: options.covariance === true });
  const names = [{ variable: "count" }];
  return buildEstimates({ statistic: "count", parts, rows, solution, names, options });
}

/**
 * Estimates the ratio of two totals, such as spending per person from totals of households. A row
 * without an answer in either column is left out of both.
 *
 * @param what.numerator - column of the upper total.
 * @param what.denominator - column of the lower total.
 * @returns one estimate per group; no value where the denominator is zero.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`, `core/unknown-column`.
 *
 * Source: Cochran (1977), section 6.
 *
 * @example
 * ```ts
 * import { ratio, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ phones: [2, 1, 4], people: [4, 3, 5] }, {});
 * ratio(design, { numerator: "phones", denominator: "people" }).estimates[0]?.value; // => 0.583333
 * ```
 */
export function ratio<Row extends Columns>(
  design: SurveyDesign<Row>,
  what: { readonly numerator: ColumnName<Row>; readonly denominator: ColumnName<Row> },
  options: EstimateOptions<ColumnName<Row>> = {},
): EstimatesResult {
  checkOptions(options);
  const { parts } = design;
  const above = readNumbers(parts.table, what.numerator);
  const below = readNumbers(parts.table, what.denominator);
  const rows = selectRows(parts, [above, below], options);
  const functional = ratioFunctional(above.values, below.values);
  const solution = solveFunctional(parts, rows, functional, { joint: options.covariance === true });
  const findings: Finding[] = [];
  const name = `${what.numerator}/${what.denominator}`;
  const kind = options.designEffect ?? "none";
  const residuals = kind === "none" ? new Float64Array(0) : new Float64Array(above.values.length);
  for (let row = 0; row < residuals.length; row++) {
    const g = rows.group === undefined ? 0 : rows.group[row]!;
    if (g < 0) continue;
    const { totals, values } = solution.groups[g]!;
    residuals[row] = (above.values[row]! - values[0]! * below.values[row]!) / totals[2]!;
  }
  const designEffect = designEffects(parts, rows, [residuals], {
    kind,
    of: "total",
    variance: (g) => solution.groups[g]!.covariance[0]!,
    names: [name],
    findings,
  });
  return buildEstimates({
    statistic: "ratio",
    parts,
    rows,
    solution,
    names: [{ variable: name }],
    options,
    findings,
    ...(designEffect && { designEffect }),
  });
}
