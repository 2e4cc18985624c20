import type { Observation } from "@vitalcore/domain";
import { observationsFromTable, tableFromObservations } from "@vitalcore/domain/tabular";
import { writeCsv } from "@vitalcore/table/csv";
import { type CsvWriting, csvWriting } from "../csv-options.js";
import { type CsvTextOptions, readTypedCsv } from "../csv-table.js";
import { isNumberField } from "../observation-fields.js";
import type { ObservationsRead } from "../read-record.js";

/**
 * Writes observations as plain CSV, one in a row: the fields by name, breakdowns as `breakdown.sex`, several
 * statuses as `B;E`. Only columns that occur are written. Empty text is absent text.
 *
 * @returns CSV text (RFC 4180), which {@link readTidyCsv} reads back.
 *
 * @example
 * ```ts
 * import { writeTidyCsv } from "@vitalcore/interop/tidy";
 * const rows = [{ indicator: "internet-use", area: "NAM", period: "2018", value: 51, unit: "PERCENT", breakdown: { sex: "F" } }];
 * writeTidyCsv(rows, { lineEnd: "\n" }); // => "indicator,area,period,breakdown.sex,value,unit\ninternet-use,NAM,2018,F,51,PERCENT\n"
 * ```
 */
export function writeTidyCsv(
  observations: readonly Observation[],
  options: CsvWriting = {},
): string {
  return writeCsv(tableFromObservations(observations), csvWriting(options));
}

/**
 * Reads plain CSV with one observation in a row. Codes stay text ("05" is not 5); unknown columns, faulty
 * cells and oddities of the file are findings.
 *
 * @param text - the file's text; of bytes in an unknown encoding, `readCsv` of `@vitalcore/table/csv` makes a
 *   table for `observationsFromTable`.
 *
 * @example
 * ```ts
 * import { readTidyCsv } from "@vitalcore/interop/tidy";
 * const text = "indicator,area,period,value,unit,breakdown.age,colour\ninternet-use,NAM,2018,,PERCENT,05,red\n";
 * const { observations, findings } = readTidyCsv(text);
 * observations[0]; // => { indicator: "internet-use", area: "NAM", period: "2018", value: null, unit: "PERCENT", breakdown: { age: "05" } }
 * findings.map(({ code }) => code); // => ["domain/unused-column"]
 * ```
 */
export function readTidyCsv(text: string, options: CsvTextOptions = {}): ObservationsRead {
  const { table, findings } = readTypedCsv(
    text,
    (name) => ({ type: isNumberField(name) ? "number" : "text" }),
    options,
  );
  const read = observationsFromTable(table);
  return { observations: read.observations, findings: [...findings, ...read.findings] };
}
