import { type AnyTable, isVitalError, tableFrom, tableOf } from "@vitalcore/core";
import { utf8Length } from "../decode.js";
import { FileRefused, findingList, refuse } from "../finding-list.js";
import { decoded, type JsonOptions, type JsonResult } from "./read-json.js";
import { scanJson } from "./scan.js";

/**
 * Reads JSON Lines (one row, as an object, on each line) into a table. A line that is no JSON is left out
 * with an error that names it; the others are read. Blank lines count for nothing.
 *
 * @param input - the text, or its bytes.
 * @returns the table of the good lines, and the findings.
 * @throws VitalError `table/invalid-option`; never because of what the file holds.
 *
 * @example
 * ```ts
 * import { readJsonLines } from "@vitalcore/table/json";
 * const { table, findings } = readJsonLines('{"area":"NA","users":0.51}\n{"area":"ER",}\n');
 * table.length; // => 1
 * findings.map(({ code, place }) => [code, place.line]); // => [["table/json-syntax", 2]]
 * ```
 */
export function readJsonLines(input: string | Uint8Array, options: JsonOptions = {}): JsonResult {
  const { maxBytes = 256 * 1024 * 1024, maxDepth = 32 } = options.limits ?? {};
  const findings = findingList(options.file);
  const identifying = new Set(options.identifying ?? []);
  let table: AnyTable = tableOf([], { identifying });
  try {
    const size = typeof input === "string" ? utf8Length(input) : input.byteLength;
    if (size > maxBytes) {
      refuse(findings, "table/json-too-large", { found: size, facts: { limit: maxBytes } });
    }
    const raw = typeof input === "string" ? input : decoded(input, options.encoding, findings);
    const lines = raw.replace(/^\uFEFF/, "").split("\n");
    if (lines.every((line) => line.trim() === "")) refuse(findings, "table/empty-file", {});
    const rows: unknown[] = [];
    lines.forEach((line, i) => {
      if (line.trim() === "") return;
      try {
        scanJson(line, maxDepth, identifying.size > 0, findings, i + 1);
        rows.push(JSON.parse(line));
      } catch (error) {
        if (!(error instanceof FileRefused)) throw error;
      }
    });
    table = tableFrom(rows as never, { identifying });
  } catch (error) {
    if (isVitalError(error)) for (const finding of error.findings) findings.append(finding);
    else if (!(error instanceof FileRefused)) throw error;
  }
  return { table, findings: [...findings.take(), ...findings.rest()] };
}
