import { type AnyTable, tableOf } from "@vitalcore/core";
import { decoderFor } from "../decode.js";
import { FileRefused, findingList } from "../finding-list.js";
import { fileReader } from "./file-reader.js";
import {
  type CsvOptions,
  type CsvResult,
  type CsvSchema,
  type CsvTable,
  settingsOf,
} from "./options.js";
import { tableBuilder } from "./table-builder.js";

/** Bytes or characters handled at a time: the file is never in memory twice. */
const PIECE = 1024 * 1024;

function* pieces<Whole extends { readonly length: number }>(
  whole: Whole,
  slice: (from: number, to: number) => Whole,
): Generator<Whole> {
  for (let from = 0; from < whole.length; from += PIECE) yield slice(from, from + PIECE);
}

/**
 * Reads a CSV file (RFC 4180 and what is sent in its name) into a table. Nothing is guessed silently:
 * only the empty cell is missing (Namibia's `NA` stays), a column is numeric only if every present cell
 * is plainly a number, and everything odd is a finding with its physical line. Rows whose cells
 * cannot be told apart (too few, too many) are left out; a cell that is not what its column is
 * declared to be is missing; a file beyond the limits gives an empty table: each with a finding of
 * severity `error`, at which `throwIfErrors` of `@vitalcore/core` stops.
 *
 * @param input - the text, or the bytes, whose encoding is then found.
 * @param options - columns with their types and marks for missing values, delimiter, encoding, limits.
 * @returns the table, and the findings in the order of the file; of each rule and column ten are
 *   listed and the others counted.
 * @throws VitalError `table/invalid-option`; never because of what the file holds.
 *
 * @example
 * ```ts
 * import { readCsv } from "@vitalcore/table/csv";
 * const text = "area,users\nNA,51.0\nDE,..\n";
 * const { table, findings } = readCsv(text, {
 *   columns: { area: { type: "text" }, users: { type: "number", missing: [".."] } },
 * });
 * table.column("area").levels; // => ["NA", "DE"]
 * table.column("users").values[0]; // => 51
 * findings.length; // => 0
 * ```
 */
export function readCsv<const Schema extends CsvSchema = Record<never, never>>(
  input: string | Uint8Array,
  options: CsvOptions<Schema> = {},
): CsvResult<Schema> {
  const settings = settingsOf(options);
  const findings = findingList(options.file);
  const builder = tableBuilder(settings, findings, false);
  const reader = fileReader(settings, findings, builder);
  let table: AnyTable;
  try {
    if (typeof input === "string") {
      for (const text of pieces(input, (from, to) => input.slice(from, to))) reader.push(text);
    } else {
      const decoder = decoderFor(options.encoding, findings);
      for (const bytes of pieces(input, (from, to) => input.subarray(from, to))) {
        reader.push(decoder.push(bytes));
      }
      reader.push(decoder.end());
    }
    reader.end();
    builder.end();
    table = builder.table();
  } catch (refusal) {
    if (!(refusal instanceof FileRefused)) throw refusal;
    table = tableOf([]);
  }
  return {
    table: table as CsvTable<Schema>,
    findings: [...findings.take(), ...findings.rest()],
    lineOf: builder.lineOf,
  };
}
