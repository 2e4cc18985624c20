import type { Columns } from "@vitalcore/core";
import { listOf } from "../design/design-spec.js";
import type { ColumnName, DesignParts, SurveyDesign } from "../design/survey-design.js";
import { buildEstimates } from "./build-estimates.js";
import type { EstimatesResult } from "./estimates.js";
import { composed, type Functional } from "./functional.js";
import { groupTotals } from "./group-totals.js";
import { checkOptions, type EstimateOptions } from "./options.js";
import { readNumbers } from "./read-variable.js";
import { type SelectedRows, selectRows } from "./select-rows.js";
import type { Solved } from "./solution.js";
import { solveFunctional } from "./solve-functional.js";

type Pair = readonly [number, number];

/** Values less the mean of their group, so that squares do not cancel. */
function centered(
  parts: DesignParts,
  rows: SelectedRows,
  terms: readonly Float64Array[],
): Float64Array[] {
  const totals = groupTotals(parts.weights, rows, terms);
  return terms.map((values, j) => {
    const means = totals.map((sums) => sums[j + 1]! / sums[0]!);
    return values.map((value, row) => {
      const g = rows.group === undefined ? 0 : rows.group[row]!;
      return g < 0 ? 0 : value - means[g]!;
    });
  });
}

/** Rows of each group, whatever their weight: what R's replicate designs count. */
function rowsOfGroups({ group, groups }: SelectedRows, length: number): Float64Array {
  const rows = new Float64Array(groups);
  if (group === undefined) return rows.fill(length);
  for (const g of group) if (g >= 0) rows[g]! += 1;
  return rows;
}

/** Moments about the mean, without the factor n/(n-1), of pairs of centred variables. */
function productMoments(terms: readonly Float64Array[], pairs: readonly Pair[]): Functional {
  const products = pairs.map(([a, b]) =>
    Float64Array.from(terms[a]!, (value, row) => value * terms[b]![row]!),
  );
  const columns = terms.length + pairs.length + 1;
  const first = terms.length + 1;
  return {
    terms: [...terms, ...products],
    width: pairs.length,
    evaluate: (totals) => {
      const people = totals[0]!;
      return Float64Array.from(pairs, ([a, b], j) => {
        const means = (totals[a + 1]! / people) * (totals[b + 1]! / people);
        return totals[first + j]! / people - means;
      });
    },
    gradient: (totals) => {
      const people = totals[0]!;
      const gradient = new Float64Array(pairs.length * columns);
      pairs.forEach(([a, b], j) => {
        const at = j * columns;
        const meanA = totals[a + 1]! / people;
        const meanB = totals[b + 1]! / people;
        gradient[at] = (2 * meanA * meanB - totals[first + j]! / people) / people;
        gradient[at + a + 1]! -= meanB / people;
        gradient[at + b + 1]! -= meanA / people;
        gradient[at + first + j] = 1 / people;
      });
      return gradient;
    },
  };
}

function moments(
  design: SurveyDesign,
  columns: readonly string[],
  pairs: readonly Pair[],
  options: EstimateOptions,
  statistic: "variance" | "standard deviation" | "covariance",
): EstimatesResult {
  checkOptions(options);
  const { parts } = design;
  const variables = columns.map((column) => readNumbers(parts.table, column));
  const rows = selectRows(parts, variables, options);
  const terms = centered(
    parts,
    rows,
    variables.map(({ values }) => values),
  );
  let functional = productMoments(terms, pairs);
  if (statistic === "standard deviation") {
    const width = pairs.length;
    functional = composed(
      functional,
      width,
      (values) => values.map(Math.sqrt),
      (values) => {
        const gradient = new Float64Array(width * width);
        for (let j = 0; j < width; j++) gradient[j * width + j] = 1 / (2 * Math.sqrt(values[j]!));
        return gradient;
      },
    );
  }
  const solution = solveFunctional(parts, rows, functional, { joint: options.covariance === true });
  const sizes = parts.replicates === undefined ? rows.n : rowsOfGroups(rows, parts.table.length);
  const factors = Float64Array.from(sizes, (n) => {
    const factor = n / (n - 1);
    return statistic === "standard deviation" ? Math.sqrt(factor) : factor;
  });
  const scaled = solution.groups.map(
    (solved, g): Solved => ({
      ...solved,
      values: solved.values.map((value) => value * factors[g]!),
      covariance: solved.covariance.map((value) => value * factors[g]! ** 2),
    }),
  );
  const size = rows.groups * pairs.length;
  const joint = solution.joint?.map((value, i) => {
    const row = Math.floor(Math.floor(i / size) / pairs.length);
    const column = Math.floor((i % size) / pairs.length);
    return value * factors[row]! * factors[column]!;
  });
  return buildEstimates({
    statistic,
    parts,
    rows,
    solution: { groups: scaled, joint, lonely: solution.lonely },
    names: pairs.map(([a, b]) => ({
      variable:
        a === b && statistic !== "covariance" ? columns[a]! : `${columns[a]} × ${columns[b]}`,
    })),
    options,
  });
}

const diagonal = (columns: readonly string[]): Pair[] => columns.map((_, j) => [j, j]);

/**
 * Estimates population variances of columns: the weighted mean square about the mean, times n/(n-1).
 *
 * @param columns - numbers; a row without an answer in any of them is missing for all.
 * @returns one estimate per group and column; its error takes the mean as known, which is exact to first order.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`.
 *
 * Source: R's `svyvar` (survey 4.5), n being the rows with a positive weight and an answer.
 *
 * @example
 * ```ts
 * import { surveyDesign, variance } from "@vitalcore/survey";
 * const design = surveyDesign({ age: [20, 30, 40] }, {});
 * variance(design, "age").estimates[0]?.value; // => 100
 * ```
 */
export function variance<Row extends Columns>(
  design: SurveyDesign<Row>,
  columns: ColumnName<Row> | readonly ColumnName<Row>[],
  options: EstimateOptions<ColumnName<Row>> = {},
): EstimatesResult {
  const list = listOf(columns);
  return moments(design as SurveyDesign, list, diagonal(list), options, "variance");
}

/**
 * Estimates population standard deviations of columns: roots of {@link variance}, errors by the delta
 * method.
 *
 * @param columns - numbers; a row without an answer in any of them is missing for all.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`.
 *
 * @example
 * ```ts
 * import { standardDeviation, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ age: [20, 30, 40] }, {});
 * standardDeviation(design, "age").estimates[0]?.value; // => 10
 * ```
 */
export function standardDeviation<Row extends Columns>(
  design: SurveyDesign<Row>,
  columns: ColumnName<Row> | readonly ColumnName<Row>[],
  options: EstimateOptions<ColumnName<Row>> = {},
): EstimatesResult {
  const list = listOf(columns);
  return moments(design as SurveyDesign, list, diagonal(list), options, "standard deviation");
}

/**
 * Estimates the population covariance matrix of columns, variances included. (For the covariance of
 * estimates, ask any estimator for `covariance: true`.)
 *
 * @param columns - numbers; a row without an answer in any of them is missing for all.
 * @returns one estimate per group and pair of columns, `a × b`, with a not after b.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`.
 *
 * @example
 * ```ts
 * import { populationCovariance, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ x: [1, 2, 3], y: [2, 4, 6] }, {});
 * populationCovariance(design, ["x", "y"]).estimates.map(({ value }) => value); // => [1, 2, 4]
 * ```
 */
export function populationCovariance<Row extends Columns>(
  design: SurveyDesign<Row>,
  columns: readonly ColumnName<Row>[],
  options: EstimateOptions<ColumnName<Row>> = {},
): EstimatesResult {
  const pairs = columns.flatMap((_, a) =>
    columns.slice(a).map((_column, offset): Pair => [a, a + offset]),
  );
  return moments(design as SurveyDesign, columns, pairs, options, "covariance");
}
