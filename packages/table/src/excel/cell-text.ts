import type { Cell } from "exceljs";

/** What a cell holds, as text, and what is to be said of it. */
export interface CellText {
  readonly text: string;
  readonly kind: "empty" | "text" | "number" | "boolean" | "date" | "error";
  /** The value is what a formula gave when the file was saved; without one it is not known. */
  readonly formula?: "computed" | "unknown";
  readonly percent?: boolean;
}

const EMPTY: CellText = { text: "", kind: "empty" };

/** ISO 8601, to the second; days without a time of day as days. */
function dateText(date: Date): string {
  const seconds = Math.round(date.getTime() / 1000) * 1000;
  if (Number.isNaN(seconds)) return "";
  const text = new Date(seconds).toISOString().slice(0, 19);
  return text.endsWith("T00:00:00") ? text.slice(0, 10) : text;
}

function plainText(value: unknown, format: string): CellText {
  if (value === null || value === undefined || value === "") return EMPTY;
  if (typeof value === "number") {
    const percent = /%/.test(format.replace(/"[^"]*"/g, ""));
    return { text: String(value), kind: "number", ...(percent && { percent }) };
  }
  if (typeof value === "boolean") return { text: String(value), kind: "boolean" };
  if (value instanceof Date) return { text: dateText(value), kind: "date" };
  if (typeof value !== "object") return { text: String(value), kind: "text" };
  if ("error" in value) return { text: String(value.error), kind: "error" };
  if ("richText" in value) {
    const runs = value.richText as readonly { readonly text: string }[];
    return { text: runs.map(({ text }) => text).join(""), kind: "text" };
  }
  // A link shows its text.
  return "text" in value ? plainText(value.text, format) : EMPTY;
}

/** Cells of a merged range repeat the first one in memory; in the sheet they are empty. */
export function cellText(cell: Cell): CellText {
  const { value } = cell;
  if (cell.isMerged && cell.master !== cell) return EMPTY;
  const format = cell.numFmt ?? "";
  if (typeof value !== "object" || value === null || value instanceof Date) {
    return plainText(value, format);
  }
  if (!("formula" in value) && !("sharedFormula" in value)) return plainText(value, format);
  const { result } = value;
  const formula = result === undefined || result === null ? "unknown" : "computed";
  return { ...plainText(result, format), formula };
}
