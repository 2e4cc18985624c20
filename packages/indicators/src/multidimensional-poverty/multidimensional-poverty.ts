import {
  type Column,
  cellAt,
  type Finding,
  type Result,
  type Table,
  type TableLike,
  tableFrom,
  throwIfErrors,
  VitalError,
} from "@vitalcore/core";
import { find } from "./catalog.js";
import type { DeprivationRows } from "./mask-histogram.js";
import { cutoffMeasuresOf, itemRestCorrelations, measuresOf, populationOf } from "./measures.js";
import { type PovertyPlan, planOf } from "./plan.js";
import {
  type MultidimensionalPoverty,
  multidimensionalPovertyResult,
  type PovertyGroup,
} from "./poverty-result.js";
import { type PovertyColumns, readRows, rowFindings } from "./read-rows.js";
import { addRows, addTable, emptyScoreTable, type ScoreTable } from "./score-table.js";
import type { PovertySpecification } from "./specification.js";

/** How multidimensional poverty is computed. */
export interface PovertyOptions extends PovertyColumns {
  /**
   * What to do with a row that lacks a deprivation: refuse the data (`error`, if left out), or leave the row
   * out and count it (`drop`), as the global index does.
   */
  readonly missing?: "error" | "drop";
}

/** Below this correlation with the other deprivations, a column is reported as likely reversed. */
const LIKELY_REVERSED = -0.1;

/**
 * Multidimensional poverty in the manner of Alkire and Foster: headcount H, intensity A, adjusted headcount
 * M0 = H × A, censored and uncensored headcounts, contributions of indicators, dimensions and groups, and the main
 * measures at every cutoff. Scores are whole numbers, so that whoever is at the cutoff counts: weights that are
 * added as fractions can fall short of it.
 *
 * @param data - rows are households or persons; a column for each indicator of the specification: 1 or true
 *   deprived, 0 or false not deprived, missing otherwise.
 * @param specification - dimensions, weights and cutoff: see {@link globalMpi}.
 * @param options - columns of weights, household sizes and groups; what to do with missing deprivations.
 * @returns proportions of the population, without standard errors (these need the design of the survey).
 * @throws VitalError `indicators/poverty-specification`, `indicators/not-a-deprivation`,
 *   `indicators/missing-deprivation`, `indicators/poverty-weight`, `indicators/missing-group`,
 *   `indicators/nobody-measured`, `core/unknown-column`.
 *
 * Source: Alkire and Foster (2011), Counting and multidimensional poverty measurement, Journal of Public
 * Economics 95, equations 3 to 7.
 *
 * @example
 * ```ts
 * import { equalWeights, multidimensionalPoverty } from "@vitalcore/indicators/multidimensional-poverty";
 * const poverty = multidimensionalPoverty(
 *   [
 *     { offline: true, unsafe: true, hungry: true, people: 4 },
 *     { offline: true, unsafe: false, hungry: false, people: 5 },
 *     { offline: false, unsafe: true, hungry: true, people: 1 },
 *   ],
 *   {
 *     id: "insecurity",
 *     name: "Insecurity",
 *     dimensions: equalWeights({ community: ["offline"], personal: ["unsafe"], food: ["hungry"] }),
 *     cutoff: [2, 3],
 *   },
 *   { size: "people" },
 * );
 * poverty.headcount; // => 0.5
 * poverty.adjustedHeadcount; // => 0.466667
 * poverty.indicators.map(({ censored }) => censored); // => [0.4, 0.5, 0.5]
 * ```
 */
export function multidimensionalPoverty(
  data: TableLike,
  specification: PovertySpecification,
  options: PovertyOptions = {},
): Result<MultidimensionalPoverty> {
  const plan = planOf(specification);
  const table = tableFrom(data);
  const rows = readRows(table, plan, options);
  const parts = options.by === undefined ? undefined : partsBy(table, options.by, rows);
  const whole = emptyScoreTable(plan);
  const groups: [string, ScoreTable][] = [];
  let isValid = true;
  for (const [group, part] of parts ?? []) {
    const scores = emptyScoreTable(plan);
    isValid = addRows(scores, plan, part) && isValid;
    groups.push([group, scores]);
    addTable(whole, scores);
  }
  if (parts === undefined) isValid = addRows(whole, plan, rows);
  throwIfErrors(rowFindings(table, plan, rows, options, { isValid, scores: whole }));
  return povertyOf(plan, whole, groups);
}

/** The result of a score table and those of the groups that make it up. */
export function povertyOf(
  plan: PovertyPlan,
  whole: ScoreTable,
  groups: readonly (readonly [string, ScoreTable])[],
): Result<MultidimensionalPoverty> {
  const population = populationOf(whole);
  if (!(population > 0)) {
    const facts = { rows: whole.n + whole.nMissing, missing: whole.nMissing };
    throw new VitalError([find("indicators/nobody-measured", { facts })]);
  }
  const measures = measuresOf(whole, plan);
  return multidimensionalPovertyResult.create({
    specification: plan.specification,
    n: whole.n,
    nMissing: whole.nMissing,
    population,
    ...measures,
    cutoffs: cutoffMeasuresOf(whole, plan),
    groups: groups.flatMap(([group, scores]) => groupOf(plan, group, scores, whole)),
    findings: likelyReversed(plan, whole),
  });
}

/** A group, unless nobody in it can be measured. */
function groupOf(
  plan: PovertyPlan,
  group: string,
  scores: ScoreTable,
  whole: ScoreTable,
): PovertyGroup[] {
  const population = populationOf(scores);
  if (!(population > 0)) return [];
  const measures = measuresOf(scores, plan);
  const populationShare = population / populationOf(whole);
  const all = measuresOf(whole, plan).adjustedHeadcount;
  return [
    {
      group,
      n: scores.n,
      nMissing: scores.nMissing,
      populationShare,
      contribution: all === 0 ? null : (populationShare * measures.adjustedHeadcount) / all,
      ...measures,
    },
  ];
}

function likelyReversed(plan: PovertyPlan, whole: ScoreTable): Finding[] {
  return itemRestCorrelations(whole, plan).flatMap((correlation, j) => {
    if (correlation >= LIKELY_REVERSED) return [];
    const name = plan.ids[j] as string;
    const facts = { name, correlation: Number(correlation.toFixed(2)) };
    return [find("indicators/likely-reversed", { place: { column: name }, facts })];
  });
}

/** The rows of each group, in order of first appearance. */
function partsBy(table: Table, by: string, rows: DeprivationRows): Map<string, DeprivationRows> {
  const column: Column = table.column(by);
  const members = new Map<string, number[]>();
  for (let row = 0; row < table.length; row++) {
    const cell = cellAt(column, row);
    if (cell === null) {
      const place = { column: by, row: row + 1 };
      throwIfErrors([find("indicators/missing-group", { place })]);
    }
    const group = String(cell);
    const list = members.get(group);
    if (list === undefined) members.set(group, [row]);
    else list.push(row);
  }
  return new Map(
    [...members].map(([group, indices]) => [
      group,
      {
        length: indices.length,
        deprivations: rows.deprivations.map((codes) =>
          Uint8Array.from(indices, (row) => codes[row] as number),
        ),
        factors: rows.factors.map((values) =>
          Float64Array.from(indices, (row) => values[row] as number),
        ),
      },
    ]),
  );
}
