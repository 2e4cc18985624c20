import type { Scalar } from "./values.js";

/** Reads a CSV text with quotes into columns; an empty cell is missing, a column of numbers is numbers. */
export function readCsv(
  source: string,
  factors: readonly string[] = [],
): Record<string, readonly Scalar[]> {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < source.length; i++) {
    const c = source[i] as string;
    if (quoted) {
      if (c === '"' && source[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"') quoted = true;
    else if (c === "," || c === "\n") {
      row.push(cell);
      cell = "";
      if (c === "\n") {
        rows.push(row);
        row = [];
      }
    } else if (c !== "\r") cell += c;
  }
  if (cell !== "" || row.length > 0) rows.push([...row, cell]);
  const [header = [], ...body] = rows;
  return Object.fromEntries(
    header.map((name, j) => {
      const cells = body.map((own) => own[j] ?? "");
      const isNumber = cells.every(
        (text) => text === "" || text === "NA" || Number.isFinite(Number(text)),
      );
      const asText = factors.includes(name) || !isNumber;
      return [
        name,
        cells.map((text): Scalar => {
          if (text === "" || text === "NA") return null;
          return asText ? text : Number(text);
        }),
      ];
    }),
  );
}
