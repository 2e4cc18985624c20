import { type AnyTable, type RunOptions, tableOf } from "@vitalcore/core";
import { decoderFor } from "../decode.js";
import { FileRefused, type FindingList, findingList } from "../finding-list.js";
import { type ByteSource, readBytes } from "./byte-source.js";
import { fileReader } from "./file-reader.js";
import {
  type CsvOptions,
  type CsvResult,
  type CsvSchema,
  type CsvTable,
  settingsOf,
} from "./options.js";
import { type TableBuilder, tableBuilder } from "./table-builder.js";

/** Feeds a builder from a source; yields after each piece, so that tables can be taken in between. */
async function* feed(
  source: ByteSource,
  options: CsvOptions,
  builder: TableBuilder,
  findings: FindingList,
  run: RunOptions,
): AsyncGenerator<void> {
  const settings = settingsOf(options);
  const decoder = decoderFor(options.encoding, findings);
  const reader = fileReader(settings, findings, builder);
  for await (const bytes of readBytes(source, run)) {
    reader.push(decoder.push(bytes));
    yield;
  }
  reader.push(decoder.end());
  reader.end();
  builder.end();
}

/**
 * Reads a CSV file as it arrives into one table: exactly what {@link readCsv} gives for the whole file.
 *
 * @param source - bytes: the `body` of a response, the `stream()` of a file in a page,
 *   `createReadStream` of Node, or any async iterable.
 * @param options - as for {@link readCsv}.
 * @param run - `onProgress` is told the bytes read; `signal` cancels.
 * @throws VitalError `table/invalid-option`; the signal's reason; what the source throws.
 *
 * @example
 * ```ts
 * import { readCsvStream } from "@vitalcore/table/csv";
 * const { table } = await readCsvStream(new Blob(["area,users\nNA,51\n"]).stream());
 * table.names; // => ["area", "users"]
 * ```
 */
export async function readCsvStream<const Schema extends CsvSchema = Record<never, never>>(
  source: ByteSource,
  options: CsvOptions<Schema> = {},
  run: RunOptions = {},
): Promise<CsvResult<Schema>> {
  const findings = findingList(options.file);
  const builder = tableBuilder(settingsOf(options), findings, false);
  let table: AnyTable;
  try {
    for await (const _ of feed(source, options, builder, findings, run));
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

/** Options of a file read in parts. */
export interface CsvChunkOptions<Schema extends CsvSchema = CsvSchema> extends CsvOptions<Schema> {
  /** Rows of each table; 10,000 if left out. */
  readonly rowsPerTable?: number;
}

/**
 * Reads a CSV file as it arrives, as tables of so many rows: memory stays flat, whatever the size of the
 * file. All tables have the same columns: those that `columns` describes, of their types, and all
 * others as text, for their type cannot be known before the end. `row` in findings, and in `lineOf`, counts through.
 *
 * @param source - bytes, as for {@link readCsvStream}.
 * @returns tables with the findings since the one before. At the end the rest, perhaps of no rows.
 *   A file that is refused ends with an empty table and the finding that says why.
 * @throws VitalError `table/invalid-option`; the signal's reason; what the source throws.
 *
 * @example
 * ```ts
 * import { readCsvChunks } from "@vitalcore/table/csv";
 * const source = new Blob(["value\n1\n2\n3\n"]).stream();
 * const lengths: number[] = [];
 * for await (const { table } of readCsvChunks(source, { rowsPerTable: 2 })) lengths.push(table.length);
 * lengths; // => [2, 1]
 * ```
 */
export async function* readCsvChunks<const Schema extends CsvSchema = Record<never, never>>(
  source: ByteSource,
  options: CsvChunkOptions<Schema> = {},
  run: RunOptions = {},
): AsyncGenerator<CsvResult<Schema>, void, undefined> {
  const { rowsPerTable = 10_000 } = options;
  const findings = findingList(options.file);
  const builder = tableBuilder(settingsOf(options), findings, true);
  const ready: CsvResult<Schema>[] = [];
  const cutWhenFull = (): void => {
    if (builder.rows < rowsPerTable) return;
    const table = builder.table() as CsvTable<Schema>;
    ready.push({ table, findings: findings.take(), lineOf: builder.lineOf });
  };
  const cutting: TableBuilder = {
    get rows() {
      return builder.rows;
    },
    add(record) {
      builder.add(record);
      cutWhenFull();
    },
    addPlain(block, from, to, at) {
      const taken = builder.addPlain(block, from, to, at);
      if (taken) cutWhenFull();
      return taken;
    },
    table: builder.table,
    end: builder.end,
    lineOf: builder.lineOf,
  };
  let last: AnyTable;
  try {
    for await (const _ of feed(source, options, cutting, findings, run)) {
      yield* ready.splice(0);
    }
    last = builder.table();
  } catch (refusal) {
    if (!(refusal instanceof FileRefused)) throw refusal;
    last = tableOf([]);
  }
  yield* ready.splice(0);
  const rest = [...findings.take(), ...findings.rest()];
  yield { table: last as CsvTable<Schema>, findings: rest, lineOf: builder.lineOf };
}
