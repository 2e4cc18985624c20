import {
  type Finding,
  requireColumns,
  type Table,
  type TableLike,
  tableFrom,
} from "@vitalcore/core";
import type { CountCell, CountRelation } from "@vitalcore/survey/publication";
import { numberView } from "../rules/column-views.js";
import { keyIndex } from "../rules/keys.js";
import { auditCells } from "./audit-cells.js";

/** How a table of counts, one cell in a row, is laid out. */
export interface CellTable {
  /** The column of counts; a missing one is hidden. */
  readonly count: string;
  /** The columns of categories, each with the category that stands for all. */
  readonly dimensions: readonly { readonly column: string; readonly total: string }[];
}

/** The cells and sums of a table, ready for `protectCounts` of `@vitalcore/survey/publication` and for `auditCells`. */
export interface TableCells {
  /** In the order of the rows; ids are the categories joined by " | ". */
  readonly cells: readonly CountCell[];
  /** One for each total that is in the table. */
  readonly relations: readonly CountRelation[];
}

/**
 * Reads the cells of a table of counts and what readers know of them: along each dimension the categories add
 * up to the total. Tables that share cells are linked by joining their cells and relations.
 *
 * @throws VitalError `core/unknown-column`, those of `tableFrom`.
 *
 * @example
 * ```ts
 * import { cellsOfTable } from "@vitalcore/validate/publication";
 * const table = { district: ["A", "B", "all"], cases: [140, 3, 143] };
 * const { relations } = cellsOfTable(table, { count: "cases", dimensions: [{ column: "district", total: "all" }] });
 * relations; // => [{ terms: { A: 1, B: 1, all: -1 }, op: "=", right: 0 }]
 * ```
 */
export function cellsOfTable(input: TableLike, { count, dimensions }: CellTable): TableCells {
  const table = tableFrom(input) as Table;
  const columns = dimensions.map(({ column }) => column);
  requireColumns(table, [count, ...columns]);
  const keys = keyIndex(columns);
  const ids = keys.ids(table);
  const counts = numberView(table, count);
  const cells: { id: string; value: number | null; parts: readonly string[] }[] = [];
  ids.forEach((key, i) => {
    if (key < 0) return;
    const parts = keys.parts(key);
    const value = counts[i] as number;
    cells.push({ id: parts.join(" | "), value: Number.isNaN(value) ? null : value, parts });
  });
  const relations = dimensions.flatMap(({ total }, dimension) => {
    const families = new Map<string, { whole?: string; parts: string[] }>();
    for (const { id, parts } of cells) {
      const others = JSON.stringify(parts.filter((_, i) => i !== dimension));
      const family = families.get(others) ?? { parts: [] };
      if (parts[dimension] === total) family.whole = id;
      else family.parts.push(id);
      families.set(others, family);
    }
    return [...families.values()].flatMap(({ whole, parts }): CountRelation[] => {
      if (whole === undefined || parts.length === 0) return [];
      const terms = Object.fromEntries([
        ...parts.map((id): [string, number] => [id, 1]),
        [whole, -1],
      ]);
      return [{ terms, op: "=", right: 0 }];
    });
  });
  return { cells: cells.map(({ id, value }) => ({ id, value })), relations };
}

/**
 * Checks a table of counts with hidden (missing) cells: which of them readers can work out from the totals.
 *
 * @returns `validate/complementary-disclosure` and `validate/narrow-disclosure`, with the row of the cell.
 * @throws VitalError as `cellsOfTable` and `auditCells`.
 *
 * @example
 * ```ts
 * import { checkHiddenCells } from "@vitalcore/validate/publication";
 * const table = { district: ["A", "B", "C", "all"], cases: [140, null, 57, 200] };
 * const layout = { count: "cases", dimensions: [{ column: "district", total: "all" }] };
 * checkHiddenCells(table, layout)[0]?.message; // => "B is hidden, and can be worked out from what is published: it is 3."
 * ```
 */
export function checkHiddenCells(
  input: TableLike,
  layout: CellTable,
  threshold?: number,
): readonly Finding[] {
  const { cells, relations } = cellsOfTable(input, layout);
  const rowOf = new Map(cells.map(({ id }, i) => [id, i + 1]));
  const options = threshold === undefined ? {} : { threshold };
  return auditCells(cells, relations, options).findings.map((finding) => {
    const row = rowOf.get(String(finding.facts.cell));
    return { ...finding, place: { ...(row !== undefined && { row }), column: layout.count } };
  });
}
