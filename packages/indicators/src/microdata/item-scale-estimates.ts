import { type Column, type Finding, type TableLike, tableFrom, tableOf } from "@vitalcore/core";
import {
  type DesignSpec,
  type Estimate,
  mean,
  type ProportionOptions,
  surveyDesign,
} from "@vitalcore/survey";
import type { ItemScale } from "../perception/item-scale.js";
import { itemScores } from "../perception/item-scores.js";
import { present } from "./present-rows.js";

/** Groups and intervals. */
export type ItemScaleEstimateOptions = Pick<ProportionOptions, "by" | "level" | "df">;

/** Means of an index made from answers, its dimensions and its items; one of each for every group. */
export interface ItemScaleEstimates {
  readonly index: readonly Estimate[];
  readonly dimensions: Readonly<Record<string, readonly Estimate[]>>;
  /** Mean score of each item: where answers count 0 and 1, the share of those who count 1. */
  readonly items: Readonly<Record<string, readonly Estimate[]>>;
  readonly findings: readonly Finding[];
}

const INDEX = "scale:index";

/**
 * Means of an index made from answers with standard errors by the design of the survey: perceived insecurity, trust, agency and
 * participation. Who has answered too little is outside each mean, and stays in the design.
 *
 * @param data - a row for each person.
 * @param scale - questions, scores of answers, weights. For the share of people who give certain answers, score these 1 and
 *   the others 0.
 * @param design - of the sample: weights, strata, clusters.
 * @param options - groups and level.
 * @returns means from 0 to 1.
 * @throws VitalError as `itemScores`, and `survey/...` for the design.
 *
 * Source: as `itemScores`; Taylor linearization (Lumley 2010, chapter 2).
 *
 * @example
 * ```ts
 * import { itemScaleEstimates } from "@vitalcore/indicators/microdata";
 * const { items } = itemScaleEstimates(
 *   { psu: [1, 1, 2, 2, 3, 3], trust: [1, 2, 2, 1, 9, 1] },
 *   {
 *     id: "trust",
 *     name: "Generalized trust",
 *     dimensions: [{ id: "trust", items: [{ column: "trust", scores: { "1": 1, "2": 0 }, missing: ["9"] }] }],
 *   },
 *   { clusters: "psu" },
 * );
 * items.trust?.[0]?.value; // => 0.6
 * items.trust?.[0]?.n; // => 5
 * ```
 */
export function itemScaleEstimates(
  data: TableLike,
  scale: ItemScale,
  design: DesignSpec,
  options: ItemScaleEstimateOptions = {},
): ItemScaleEstimates {
  const table = tableFrom(data);
  const { index, dimensions, items, findings } = itemScores(table, scale);
  const named: [string, Float64Array][] = [
    [INDEX, index],
    ...Object.entries(dimensions).map(([id, values]): [string, Float64Array] => [
      `scale:dimension:${id}`,
      values,
    ]),
    ...Object.entries(items).map(([column, values]): [string, Float64Array] => [
      `scale:item:${column}`,
      values,
    ]),
  ];
  const scored = tableOf(
    [
      ...table.names.map((name): [string, Column] => [name, table.column(name)]),
      ...named.map(([name, values]): [string, Column] => [name, { kind: "number", values }]),
    ],
    { identifying: table.identifying },
  );
  const sample = surveyDesign(scored, design);
  const estimates = (name: string) =>
    mean(sample.subset(present(name)), name, options).estimates.map(
      (estimate): Estimate => ({ ...estimate, scale: "proportion" }),
    );
  return {
    index: estimates(INDEX),
    dimensions: Object.fromEntries(
      Object.keys(dimensions).map((id) => [id, estimates(`scale:dimension:${id}`)]),
    ),
    items: Object.fromEntries(
      Object.keys(items).map((column) => [column, estimates(`scale:item:${column}`)]),
    ),
    findings,
  };
}
