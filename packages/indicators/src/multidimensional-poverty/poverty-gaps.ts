import {
  numbersOf,
  requireColumns,
  type Table,
  type TableLike,
  tableFrom,
  throwIfErrors,
} from "@vitalcore/core";
import { notNegative, positive, requireInputs } from "../input-checks.js";
import { find } from "./catalog.js";
import { type PovertyPlan, planOf } from "./plan.js";
import { factorFindings, readRows } from "./read-rows.js";
import type { PovertySpecification } from "./specification.js";

/** The measures of Alkire and Foster that see how far the poor are below the lines. */
export interface PovertyGaps {
  readonly headcount: number;
  /** M0. */
  readonly adjustedHeadcount: number;
  /** M1: mean weighted gap of the poor, spread over the population. */
  readonly adjustedGap: number;
  /** M2: the same of squared gaps. */
  readonly adjustedSquaredGap: number;
  /** M1 / M0, the mean gap of a deprivation of the poor; `null` where nobody is poor. */
  readonly averageGap: number | null;
  /** M2 / M0. */
  readonly averageSquaredGap: number | null;
}

/**
 * The adjusted poverty gaps M1 and M2, for indicators that measure how far: each column holds a normalized gap, 0 for
 * not deprived, up to 1 for having nothing (see {@link normalizedGap}).
 *
 * @param gaps - rows are households or persons, columns the indicators of the specification.
 * @param specification - dimensions, weights and cutoff.
 * @param columns - names of the columns of weights and household sizes.
 * @throws VitalError `indicators/poverty-specification`, `indicators/not-a-deprivation` (for a gap that is
 *   missing or not from 0 to 1), `indicators/poverty-weight`, `core/unknown-column`.
 *
 * Source: Alkire and Foster (2011), Counting and multidimensional poverty measurement, Journal of Public
 * Economics 95, equations 8 and 9.
 *
 * @example
 * ```ts
 * import { equalWeights, povertyGaps } from "@vitalcore/indicators/multidimensional-poverty";
 * const { adjustedHeadcount, adjustedGap } = povertyGaps(
 *   { income: [0.5, 0, 0.1], schooling: [1, 0, 0] },
 *   { id: "two", name: "Two", dimensions: equalWeights({ a: ["income"], b: ["schooling"] }), cutoff: [1, 1] },
 * );
 * adjustedHeadcount; // => 0.333333
 * adjustedGap; // => 0.25
 * ```
 */
export function povertyGaps(
  gaps: TableLike,
  specification: PovertySpecification,
  columns: { readonly weight?: string; readonly size?: string } = {},
): PovertyGaps {
  const plan = planOf(specification);
  const table = tableFrom(gaps);
  const rows = gapsOfRows(table, plan);
  const { factors } = readRows(table, { ...plan, ids: [] }, columns);
  throwIfErrors(factorFindings(table, columns));
  let [population, poor, m0, m1, m2] = [0, 0, 0, 0, 0];
  for (let i = 0; i < table.length; i++) {
    const weight = factors.reduce((product, factor) => product * (factor[i] as number), 1);
    population += weight;
    poor += weight * (rows.poor[i] as number);
    m0 += weight * (rows.score[i] as number);
    m1 += weight * (rows.gap[i] as number);
    m2 += weight * (rows.squaredGap[i] as number);
  }
  if (population === 0) {
    throwIfErrors([
      find("indicators/nobody-measured", { facts: { rows: table.length, missing: 0 } }),
    ]);
  }
  return {
    headcount: poor / population,
    adjustedHeadcount: m0 / population,
    adjustedGap: m1 / population,
    adjustedSquaredGap: m2 / population,
    averageGap: m0 === 0 ? null : m1 / m0,
    averageSquaredGap: m0 === 0 ? null : m2 / m0,
  };
}

/** What the measures of gaps are means of, row by row; 0 for who is not poor. */
export interface RowGaps {
  readonly poor: Float64Array;
  /** Weighted share of deprivations. */
  readonly score: Float64Array;
  /** Weighted mean of gaps, and of squared gaps. */
  readonly gap: Float64Array;
  readonly squaredGap: Float64Array;
}

/** The censored scores and gaps of rows (Alkire and Foster 2011, equations 8 and 9). */
export function gapsOfRows(table: Table, { ids, weights, poorFrom, total }: PovertyPlan): RowGaps {
  requireColumns(table, ids);
  const depths = ids.map((id) => numbersOf(table, id));
  throwIfErrors(
    depths.flatMap((depth, j) => {
      const row = depth.findIndex((gap) => !(gap >= 0 && gap <= 1));
      const found = depth[row] as number;
      const place = { column: ids[j] as string, row: row + 1 };
      return row < 0 ? [] : [find("indicators/not-a-deprivation", { place, found })];
    }),
  );
  const empty = () => new Float64Array(table.length);
  const rows = { poor: empty(), score: empty(), gap: empty(), squaredGap: empty() };
  for (let i = 0; i < table.length; i++) {
    let [score, gap, squared] = [0, 0, 0];
    depths.forEach((depth, j) => {
      const d = depth[i] as number;
      const w = weights[j] as number;
      if (d > 0) score += w;
      gap += w * d;
      squared += w * d * d;
    });
    if (score < poorFrom) continue;
    rows.poor[i] = 1;
    rows.score[i] = score / total;
    rows.gap[i] = gap / total;
    rows.squaredGap[i] = squared / total;
  }
  return rows;
}

/**
 * The normalized gap (line - value) / line of who is below a line, 0 at or above it.
 *
 * @param value - an achievement, zero or positive.
 * @param line - the deprivation line, positive.
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: Alkire and Foster (2011), section 3.
 *
 * @example
 * ```ts
 * import { normalizedGap } from "@vitalcore/indicators/multidimensional-poverty";
 * normalizedGap(3, 6); // => 0.5
 * normalizedGap(7, 6); // => 0
 * ```
 */
export function normalizedGap(value: number, line: number): number {
  requireInputs([notNegative("the value", value), positive("the line", line)]);
  return Math.max(0, (line - value) / line);
}
