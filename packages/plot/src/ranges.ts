import { inputCheck, listed, present } from "./input-checks.js";
import { type Picture, type PictureOptions, pictureOf } from "./picture.js";
import { drawRanges } from "./ranges-drawing.js";

/** Something that lies between two ends. */
export interface RangeRow {
  readonly id: string;
  readonly label: string;
  /** The ends; missing (null or NaN) is drawn as a gap. */
  readonly low: number | null;
  readonly high: number | null;
  /** A point in it, or outside of it: the rank as published, the median. */
  readonly value?: number | null;
  /** What the ends stand for, for what is said when it is pointed at: names of two alternatives. */
  readonly lowLabel?: string;
  readonly highLabel?: string;
  /** What stands at the end of the row; the ends of the range if left out. */
  readonly text?: string;
  readonly group?: string;
}

/** What a chart of ranges is made of. */
export interface RangesInput {
  /** In the order in which they are drawn. */
  readonly rows: readonly RangeRow[];
  readonly title: string;
  /** What the numbers are: "Rank", "Mean shift in rank". */
  readonly valueLabel?: string;
  /** Where a line is drawn through all rows: the value as it stands. */
  readonly reference?: number;
  /** Ids of rows to point out. */
  readonly highlight?: readonly string[];
  /** Ends of the scale; those of all rows if left out. */
  readonly domain?: readonly [low: number, high: number];
  /** Decimals of the numbers: 0 if left out. */
  readonly digits?: number;
  /** What a reader must know, in sentences. */
  readonly notes?: readonly string[];
}

/**
 * Draws ranges: of the rank of each unit over scenarios, or of an output over the alternatives of each factor (a tornado).
 * A bar from the low to the high end, and a dot; in as many columns as the width allows.
 *
 * @param input - rows in the order in which they are drawn.
 * @throws VitalError `plot/no-data`, `plot/infinite-value`, `plot/invalid-domain`, `plot/unknown-unit`.
 *
 * @example
 * ```ts
 * import { ranges } from "@vitalcore/plot";
 * const picture = ranges({
 *   title: "Ranks over all scenarios",
 *   valueLabel: "Rank",
 *   rows: [
 *     { id: "NOR", label: "Norway", low: 1, high: 3, value: 1 },
 *     { id: "ERI", label: "Eritrea", low: null, high: null },
 *   ],
 * });
 * picture.notes; // => ["No range: Eritrea."]
 * ```
 */
export function ranges(input: RangesInput, options: PictureOptions = {}): Picture {
  const { rows, title, valueLabel = "Value", reference, highlight = [], digits = 0 } = input;
  const check = inputCheck();
  check.notEmpty(rows.length, "no rows");
  check.domain(input.domain);
  check.finite(reference, "the reference");
  const ids = new Set(rows.map(({ id }) => id));
  for (const id of highlight) check.known(id, ids, "row");
  for (const { label, low, high, value } of rows) {
    for (const number of [low, high, value]) check.finite(number, label);
  }
  check.done();

  const without = rows.filter(({ low, high }) => !(present(low) && present(high)));
  const show = (value: number | null | undefined) => (present(value) ? value.toFixed(digits) : "–");
  const notes = [
    ...(input.notes ?? []),
    ...(without.length === 0 ? [] : [`No range: ${listed(without.map(({ label }) => label))}.`]),
  ];
  const description = `${valueLabel}: the ranges of ${rows.length - without.length} rows.`;
  const groups = [...new Set(rows.flatMap(({ group }) => group ?? []))];
  const hasValue = rows.some(({ value }) => present(value));
  const number = { kind: "number", digits } as const;
  return pictureOf(
    {
      kind: "ranges",
      title,
      description,
      notes,
      summary: {
        title,
        facts: [["Shows", description]],
        tables: [
          {
            columns: [
              { name: "Name" },
              ...(hasValue ? [{ name: valueLabel, ...number }] : []),
              { name: "From", ...number },
              { name: "To", ...number },
              ...(groups.length > 0 ? [{ name: "Group" }] : []),
            ],
            rows: rows.map(({ label, low, high, value, group }) => [
              label,
              ...(hasValue ? [present(value) ? value : null] : []),
              present(low) ? low : null,
              present(high) ? high : null,
              ...(groups.length > 0 ? [group ?? null] : []),
            ]),
          },
        ],
        notes,
      },
      draw: (document, width) =>
        drawRanges(document, width, {
          rows,
          groups,
          show,
          domain: input.domain ?? domainOf(rows, reference),
          reference,
          highlighted: new Set(highlight),
          valueLabel,
        }),
    },
    options,
  );
}

function domainOf(rows: readonly RangeRow[], reference: number | undefined): [number, number] {
  const values = [reference, ...rows.flatMap(({ low, high, value }) => [low, high, value])].filter(
    present,
  );
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  return high === low ? [low - 1, high + 1] : [low, high];
}
