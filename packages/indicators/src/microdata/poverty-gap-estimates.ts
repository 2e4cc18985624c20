import { type Column, type TableLike, tableFrom, tableOf } from "@vitalcore/core";
import {
  type DesignSpec,
  type Estimate,
  mean,
  type ProportionOptions,
  ratio,
  surveyDesign,
} from "@vitalcore/survey";
import { planOf } from "../multidimensional-poverty/plan.js";
import { gapsOfRows } from "../multidimensional-poverty/poverty-gaps.js";
import type { PovertySpecification } from "../multidimensional-poverty/specification.js";
import { withPersonWeights } from "./person-weights.js";

/** How far the multidimensionally poor are below the lines, with standard errors; one of each for every group. */
export interface PovertyGapEstimates {
  /** M0. */
  readonly adjustedHeadcount: readonly Estimate[];
  /** M1: mean weighted gap of the poor, spread over the population. */
  readonly adjustedGap: readonly Estimate[];
  /** M2: the same of squared gaps. */
  readonly adjustedSquaredGap: readonly Estimate[];
  /** M1 / M0, the mean gap of a deprivation of the poor. */
  readonly averageGap: readonly Estimate[];
}

const NAMES = { score: "mpi:score", gap: "mpi:gap", squaredGap: "mpi:squared-gap" } as const;

/**
 * The adjusted poverty gaps M1 and M2 with standard errors by the design of the survey.
 *
 * @param data - rows are households or persons; columns of the indicators hold normalized gaps, 0 for not deprived, up to 1 for
 *   having nothing, none missing.
 * @param specification - dimensions, weights and cutoff.
 * @param design - of the sample: weights, strata, clusters.
 * @param options - household sizes, where rows are households; groups, level.
 * @throws VitalError as `povertyGaps`, and `survey/...` for the design.
 *
 * Source: Alkire and Foster (2011), Journal of Public Economics 95, equations 8 and 9; Taylor linearization, the average gap as a
 * ratio.
 *
 * @example
 * ```ts
 * import { povertyGapEstimates } from "@vitalcore/indicators/microdata";
 * import { equalWeights } from "@vitalcore/indicators/multidimensional-poverty";
 * const { adjustedGap, averageGap } = povertyGapEstimates(
 *   { psu: [1, 1, 2, 2, 3, 3], income: [0.5, 0, 0.1, 0.4, 0, 0], schooling: [1, 0, 0, 0.5, 0, 0] },
 *   { id: "two", name: "Two", dimensions: equalWeights({ a: ["income"], b: ["schooling"] }), cutoff: [1, 1] },
 *   { clusters: "psu" },
 * );
 * adjustedGap[0]?.value; // => 0.2
 * averageGap[0]?.value; // => 0.6
 * ```
 */
export function povertyGapEstimates(
  data: TableLike,
  specification: PovertySpecification,
  design: DesignSpec,
  options: { readonly size?: string } & Pick<ProportionOptions, "by" | "level" | "df"> = {},
): PovertyGapEstimates {
  const { size, ...plain } = options;
  const table = tableFrom(data);
  const rows = gapsOfRows(table, planOf(specification));
  const columns: [string, Column][] = [
    ...table.names.map((name): [string, Column] => [name, table.column(name)]),
    [NAMES.score, { kind: "number", values: rows.score }],
    [NAMES.gap, { kind: "number", values: rows.gap }],
    [NAMES.squaredGap, { kind: "number", values: rows.squaredGap }],
  ];
  const persons = withPersonWeights(
    tableOf(columns, { identifying: table.identifying }),
    design,
    size,
  );
  const sample = surveyDesign(persons.table, persons.design);
  const average = { numerator: NAMES.gap, denominator: NAMES.score };
  return {
    adjustedHeadcount: mean(sample, NAMES.score, plain).estimates,
    adjustedGap: mean(sample, NAMES.gap, plain).estimates,
    adjustedSquaredGap: mean(sample, NAMES.squaredGap, plain).estimates,
    averageGap: ratio(sample, average, plain).estimates,
  };
}
