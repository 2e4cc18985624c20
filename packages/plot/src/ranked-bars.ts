import { inputCheck, listed, present } from "./input-checks.js";
import { type Picture, type PictureOptions, pictureOf } from "./picture.js";
import { drawRankedBars, type RankedLine } from "./ranked-bars-drawing.js";

/** A unit in a ranking. */
export interface RankedRow {
  readonly unit: string;
  readonly label: string;
  /** Missing (null or NaN) is drawn as a gap. */
  readonly score: number | null;
  /** Rank, 1 the first; null for a unit that is not ranked. */
  readonly rank: number | null;
  readonly group?: string;
  /** Low and high end of the score's interval. */
  readonly interval?: readonly [low: number, high: number];
}

/** What a ranked chart is made of. */
export interface RankedBarsInput {
  readonly rows: readonly RankedRow[];
  readonly title: string;
  /** What the score is: "Index, 1-100". */
  readonly scoreLabel?: string;
  /** Units to point out. */
  readonly highlight?: readonly string[];
  /** Draw only so many of the first and of the last. */
  readonly top?: number;
  /** Ends of the bars' scale; from 0 (or the lowest) to the highest score if left out. */
  readonly domain?: readonly [low: number, high: number];
  /** Decimals of the scores: 1 if left out. */
  readonly digits?: number;
}

function byRank(a: RankedRow, b: RankedRow): number {
  return (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) || 0;
}

function linesOf(sorted: readonly RankedRow[], top: number | undefined): RankedLine[] {
  const lines = sorted.map((row) => ({ row }));
  if (top === undefined || lines.length <= 2 * top) return lines;
  const ranked = lines.filter(({ row }) => present(row.score));
  if (ranked.length <= 2 * top) return lines;
  return [
    ...ranked.slice(0, top),
    { omitted: ranked.length - 2 * top },
    ...ranked.slice(ranked.length - top),
  ];
}

function domainOf(rows: readonly RankedRow[], domain: RankedBarsInput["domain"]): [number, number] {
  if (domain !== undefined) return [domain[0], domain[1]];
  const values = rows
    .flatMap(({ score, interval }) => [score, ...(interval ?? [])])
    .filter(present);
  const high = Math.max(0, ...values);
  const low = Math.min(0, ...values);
  return high === low ? [0, 1] : [low, high];
}

/**
 * Draws a ranking: rank, name, bar and score of every unit, in as many columns as the width allows, so
 * that also 180 countries can be read. Units without a score are drawn as gaps and named in the notes;
 * what is highlighted is bold and marked, groups have a shape beside their colour.
 *
 * @param input - rows in any order; scores of any scale.
 * @throws VitalError `plot/no-data`, `plot/infinite-value`, `plot/invalid-domain`, `plot/unknown-unit`.
 *
 * @example
 * ```ts
 * import { rankedBars } from "@vitalcore/plot";
 * const picture = rankedBars({
 *   title: "Connectivity",
 *   rows: [
 *     { unit: "NOR", label: "Norway", score: 94.7, rank: 1 },
 *     { unit: "ERI", label: "Eritrea", score: null, rank: null },
 *   ],
 * });
 * picture.notes; // => ["No score: Eritrea."]
 * ```
 */
export function rankedBars(input: RankedBarsInput, options: PictureOptions = {}): Picture {
  const { rows, title, scoreLabel = "Score", highlight = [], top, digits = 1 } = input;
  const check = inputCheck();
  check.notEmpty(rows.length, "no rows");
  check.domain(input.domain);
  const units = new Set(rows.map(({ unit }) => unit));
  for (const unit of highlight) check.known(unit, units, "unit");
  for (const { label, score, interval } of rows) {
    for (const value of [score, ...(interval ?? [])]) check.finite(value, label);
  }
  check.done();

  const sorted = [...rows].sort(byRank);
  const scored = sorted.filter(({ score }) => present(score));
  const without = sorted.filter(({ score }) => !present(score));
  const show = (score: number | null) => (present(score) ? score.toFixed(digits) : "–");
  const [first, last] = [scored[0], scored.at(-1)];
  const ends =
    first === undefined || last === undefined
      ? ""
      : ` First: ${first.label} (${show(first.score)}); last: ${last.label} (${show(last.score)}).`;
  const description = `${scoreLabel} of ${scored.length} units, ranked.${ends}`;
  const groups = [...new Set(rows.flatMap(({ group }) => group ?? []))];
  const lines = linesOf(sorted, top);
  const notes =
    without.length === 0 ? [] : [`No score: ${listed(without.map(({ label }) => label))}.`];

  return pictureOf(
    {
      kind: "rankedBars",
      title,
      description,
      notes,
      summary: {
        title,
        facts: [["Shows", description]],
        tables: [
          {
            columns: [
              { name: "Rank", kind: "number" },
              { name: "Unit" },
              { name: scoreLabel, kind: "number", digits },
              ...(groups.length > 0 ? [{ name: "Group" }] : []),
            ],
            rows: sorted.map(({ rank, label, score, group }) => [
              rank,
              label,
              present(score) ? score : null,
              ...(groups.length > 0 ? [group ?? null] : []),
            ]),
          },
        ],
        notes,
      },
      draw: (document, width) =>
        drawRankedBars(document, width, {
          lines,
          groups,
          show,
          domain: domainOf(rows, input.domain),
          highlighted: new Set(highlight),
          scoreLabel,
        }),
    },
    options,
  );
}
