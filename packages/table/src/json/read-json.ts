import { type AnyTable, type Finding, isVitalError, tableFrom, tableOf } from "@vitalcore/core";
import { decoderFor, utf8Length } from "../decode.js";
import { FileRefused, type FindingList, findingList, refuse } from "../finding-list.js";
import { scanJson } from "./scan.js";

/** What is refused, so that a broken or hostile file costs little. */
export interface JsonLimits {
  /** Bytes of the text; 256 MiB if left out. */
  readonly maxBytes?: number;
  /** Levels of nesting; 32 if left out, though a table has two. */
  readonly maxDepth?: number;
}

/** How JSON is to be read. Everything may be left out. */
export interface JsonOptions {
  /** Names of columns that identify people: no finding quotes their values. */
  readonly identifying?: Iterable<string>;
  /** A label of the Encoding Standard; UTF-8, as JSON has it, if left out. A byte order mark wins. */
  readonly encoding?: string;
  readonly limits?: JsonLimits;
  /** Name of the file, for the places of the findings. */
  readonly file?: string;
}

/** A table and everything odd about the JSON that it was read from. */
export interface JsonResult {
  readonly table: AnyTable;
  /** `throwIfErrors` of `@vitalcore/core` stops at those that matter. */
  readonly findings: readonly Finding[];
}

/** The text of bytes, by their mark or as UTF-8. */
export function decoded(
  bytes: Uint8Array,
  encoding: string | undefined,
  findings: FindingList,
): string {
  const decoder = decoderFor(encoding, findings);
  return decoder.push(bytes) + decoder.end();
}

/**
 * Reads JSON text into a table: rows (a list of objects) or columns (an object of lists). Values keep the
 * types they have in JSON; a column that mixes them is an error that names the row.
 *
 * @param input - the text, or its bytes.
 * @returns the table and the findings; with an error among them the table is empty.
 * @throws VitalError `table/invalid-option`; never because of what the file holds.
 *
 * @example
 * ```ts
 * import { readJson } from "@vitalcore/table/json";
 * const { table, findings } = readJson('[{ "area": "NA", "users": 0.51 }, { "area": "ER", "users": null }]');
 * table.names; // => ["area", "users"]
 * findings.length; // => 0
 * ```
 */
export function readJson(input: string | Uint8Array, options: JsonOptions = {}): JsonResult {
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
    const text = raw.replace(/^\uFEFF/, "");
    if (text.trim() === "") refuse(findings, "table/empty-file", {});
    scanJson(text, maxDepth, identifying.size > 0, findings);
    table = tableFrom(JSON.parse(text), { identifying });
  } catch (error) {
    if (isVitalError(error)) for (const finding of error.findings) findings.append(finding);
    else if (!(error instanceof FileRefused)) throw error;
  }
  return { table, findings: [...findings.take(), ...findings.rest()] };
}
