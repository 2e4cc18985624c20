import {
  cellAt,
  type Finding,
  requireColumns,
  type Table,
  type TableLike,
  tableFrom,
  throwIfErrors,
} from "@vitalcore/core";
import { pearson } from "@vitalcore/stats";
import { find } from "./catalog.js";
import { checkScale, type ItemScale, type ScaleDimension, type ScaleItem } from "./item-scale.js";

/** Scores of persons, in the order of the rows; NaN where a person has answered too little. */
export interface ItemScores {
  /** 0 to 1: the weighted mean of the dimensions; a person needs all of these. */
  readonly index: Float64Array;
  /** The weighted mean of the items of each dimension that were answered. */
  readonly dimensions: Readonly<Record<string, Float64Array>>;
  /** Scores of single answers by column. */
  readonly items: Readonly<Record<string, Float64Array>>;
  /** Persons with and without an index. */
  readonly n: number;
  readonly nMissing: number;
  readonly findings: readonly Finding[];
}

/** Below this correlation with the other items, an item is reported as likely reversed. */
const LIKELY_REVERSED = -0.1;
const FEWEST = 10;

/**
 * Scores of persons on an index made from answers, such as the Index of Perceived Human Insecurity: items to dimensions, and
 * these to the index, by weighted means. Don't know and refused are no answers; who has answered too little has no score.
 *
 * @param data - a row for each person.
 * @param scale - questions, scores of answers, weights: as published with the index, or stated with the result.
 * @returns scores from 0 to 1. For means with errors, see `itemScaleEstimates` of `@vitalcore/indicators/microdata`.
 * @throws VitalError `indicators/item-scale`, `indicators/unknown-answer`, `core/unknown-column`.
 *
 * Source: the manner of the Index of Perceived Human Insecurity, UNDP (2022), New threats to human security in the Anthropocene,
 * annex 1.2 (the items themselves are to be given); Likert (1932), A technique for the measurement of attitudes.
 *
 * @example
 * ```ts
 * import { itemScores } from "@vitalcore/indicators/perception";
 * const worry = { "1": 1, "2": 0.666667, "3": 0.333333, "4": 0 };
 * const missing = ["-1", "-2"];
 * const { index, nMissing } = itemScores(
 *   { job: [1, 4, 2], war: [1, 3, -1], street: [4, 4, 1] },
 *   {
 *     id: "insecurity",
 *     name: "Perceived insecurity",
 *     dimensions: [
 *       { id: "socioeconomic", items: [{ column: "job", scores: worry, missing }] },
 *       {
 *         id: "personal",
 *         items: [{ column: "war", scores: worry, missing }, { column: "street", scores: worry, missing }],
 *       },
 *     ],
 *     leastAnswered: 0.5,
 *   },
 * );
 * [...index]; // => [0.75, 0.083333, 0.833333]
 * nMissing; // => 0
 * ```
 */
export function itemScores(data: TableLike, scale: ItemScale): ItemScores {
  checkScale(scale);
  const table = tableFrom(data);
  const items = scale.dimensions.flatMap((dimension) => dimension.items);
  requireColumns(
    table,
    items.map(({ column }) => column),
  );
  const unknown: Finding[] = [];
  const scores = Object.fromEntries(
    items.map((item) => [item.column, scoresOf(table, item, unknown)]),
  );
  throwIfErrors(unknown);
  const { leastAnswered = 1 } = scale;
  const dimensions = Object.fromEntries(
    scale.dimensions.map((dimension) => [
      dimension.id,
      meansOf(dimension, scores, leastAnswered, table.length),
    ]),
  );
  const index = Float64Array.from({ length: table.length }, (_, row) => {
    let [total, whole] = [0, 0];
    for (const { id, weight = 1 } of scale.dimensions) {
      total += weight * ((dimensions[id] as Float64Array)[row] as number);
      whole += weight;
    }
    return total / whole;
  });
  const n = index.filter((value) => !Number.isNaN(value)).length;
  return {
    index,
    dimensions,
    items: scores,
    n,
    nMissing: table.length - n,
    findings: reversedItems(items, scores),
  };
}

function scoresOf(table: Table, item: ScaleItem, findings: Finding[]): Float64Array {
  const column = table.column(item.column);
  const known = new Map(Object.entries(item.scores));
  const missing = new Set(item.missing);
  const scores = new Float64Array(table.length).fill(Number.NaN);
  for (let row = 0; row < table.length; row++) {
    const cell = cellAt(column, row);
    if (cell === null || missing.has(String(cell))) continue;
    const score = known.get(String(cell));
    if (score === undefined) {
      findings.push(
        find("indicators/unknown-answer", {
          place: { column: item.column, row: row + 1 },
          found: cell,
          withhold: table.identifying.has(item.column),
          facts: { known: [...known.keys(), ...missing] },
        }),
      );
      return scores;
    }
    scores[row] = score;
  }
  return scores;
}

function meansOf(
  { items }: ScaleDimension,
  scores: Readonly<Record<string, Float64Array>>,
  leastAnswered: number,
  length: number,
): Float64Array {
  return Float64Array.from({ length }, (_, row) => {
    let [total, whole, answered] = [0, 0, 0];
    for (const { column, weight = 1 } of items) {
      const score = (scores[column] as Float64Array)[row] as number;
      if (Number.isNaN(score)) continue;
      total += weight * score;
      whole += weight;
      answered++;
    }
    return answered > 0 && answered >= leastAnswered * items.length ? total / whole : Number.NaN;
  });
}

/** Items that go against the mean of all others, among persons who have answered both. */
function reversedItems(
  items: readonly ScaleItem[],
  scores: Readonly<Record<string, Float64Array>>,
): Finding[] {
  return items.flatMap(({ column }) => {
    const others = items.filter((item) => item.column !== column);
    const own: number[] = [];
    const rest: number[] = [];
    (scores[column] as Float64Array).forEach((score, row) => {
      const answered = others
        .map((item) => (scores[item.column] as Float64Array)[row] as number)
        .filter((value) => !Number.isNaN(value));
      if (Number.isNaN(score) || answered.length === 0) return;
      own.push(score);
      rest.push(answered.reduce((sum, value) => sum + value, 0) / answered.length);
    });
    if (own.length < FEWEST || new Set(own).size < 2 || new Set(rest).size < 2) return [];
    const correlation = pearson(own, rest);
    if (!(correlation < LIKELY_REVERSED)) return [];
    const facts = { name: column, correlation: Number(correlation.toFixed(2)) };
    return [find("indicators/reversed-item", { place: { column }, facts })];
  });
}
