import type { Cell } from "./column.js";

/** A column of a summary table. */
export interface SummaryColumn {
  readonly name: string;
  /** Numbers are set to the right, everything else to the left. */
  readonly kind?: "number" | "text";
  /** Decimals shown; as many as there are if left out. */
  readonly digits?: number;
}

/** A table in a summary. */
export interface SummaryTable {
  readonly caption?: string;
  readonly columns: readonly SummaryColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * What a result shows of itself: one description, from which text for terminals, HTML and Markdown
 * for notebooks are made.
 */
export interface Summary {
  readonly title: string;
  /** Short facts: label and value. */
  readonly facts?: readonly (readonly [label: string, value: Cell])[];
  readonly tables?: readonly SummaryTable[];
  /** What a reader must know: warnings, caveats, sources. */
  readonly notes?: readonly string[];
}

/** A cell as it is shown: numbers to the column's digits, missing as an en dash. */
export function showCell(cell: Cell, column?: SummaryColumn): string {
  if (cell === null) return "–";
  if (typeof cell !== "number") return String(cell);
  return column?.digits === undefined ? String(cell) : cell.toFixed(column.digits);
}

/** Whether a summary column is set to the right. */
export function isNumeric(table: SummaryTable, index: number): boolean {
  const kind = table.columns[index]?.kind;
  if (kind !== undefined) return kind === "number";
  return table.rows.some((row) => typeof row[index] === "number");
}
