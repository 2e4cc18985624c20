import { type Column, cellAt, type Finding, type Table } from "@vitalcore/core";
import { type CsvTextOptions, delimiterAfter, readTypedCsv } from "../csv-table.js";
import type { ObservationsRead } from "../read-record.js";
import { COMPONENT_OF_FIELD } from "../sdmx/component-ids.js";
import { readComponents, type SdmxRow } from "../sdmx/read-components.js";
import type { SdmxReading } from "../sdmx/reading-options.js";
import { idOfHeader, readHeader, type SdmxHeader } from "./header.js";

/** How an SDMX-CSV file is to be read. */
export interface ReadSdmxCsvOptions extends CsvTextOptions, SdmxReading {
  /** Names of the dimensions; those known here and all columns left of OBS_VALUE if left out. */
  readonly dimensions?: Iterable<string>;
}

/** Components without codes: a colon in them is part of the text. */
const FREE_TEXT: ReadonlySet<string> = /* @__PURE__ */ new Set([
  COMPONENT_OF_FIELD.note,
  COMPONENT_OF_FIELD.source,
]);
const FIRST_CELL = /^\uFEFF?"?(?:STRUCTURE(?:\[[^\]]*\])?|DATAFLOW)"?/;

/**
 * Reads an SDMX-CSV data message, version 2.0 or 1.0, with ids, ids and names in one column (`labels=both`) or names
 * in columns of their own (`labels=name`). Dimensions become breakdowns (SEX is `sex`; `_T` is no breakdown), `NaN` and
 * an empty measure are a missing value, UNIT_MULT is applied. Deleted rows, rows of attributes alone and unknown
 * columns are findings.
 *
 * @param text - the file's text; the delimiter is the character after the first column's name.
 *
 * @example
 * ```ts
 * import { readSdmxCsv } from "@vitalcore/interop/sdmx-csv";
 * const text = "DATAFLOW,SERIES,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nUNSD:SDG(1.0),IT_USE,NAM,F,2018,,O\n";
 * const { observations } = readSdmxCsv(text, { components: { SERIES: "INDICATOR" }, constants: { UNIT_MEASURE: "PERCENT" } });
 * observations[0]; // => { indicator: "IT_USE", area: "NAM", period: "2018", value: null, unit: "PERCENT", breakdown: { sex: "F" }, status: ["O"] }
 * ```
 */
export function readSdmxCsv(text: string, options: ReadSdmxCsvOptions = {}): ObservationsRead {
  const delimiter = options.delimiter ?? delimiterAfter(text, FIRST_CELL);
  const csvOptions: CsvTextOptions = {
    ...(delimiter !== undefined && { delimiter }),
    ...(options.file !== undefined && { file: options.file }),
  };
  // As text: in rows that delete, a measure is marked "-".
  const { table, findings: oddities } = readTypedCsv(text, () => ({ type: "text" }), csvOptions);
  if (table.names.length === 0) return { observations: [], findings: oddities };
  const findings: Finding[] = [...oddities];
  const header = readHeader(table.names, options, findings);
  const rows = rowsOf(table, header);
  const observations = readComponents(rows, header.components, options, findings);
  return { observations, findings };
}

function* rowsOf(table: Table, header: SdmxHeader): Generator<SdmxRow> {
  const actions = header.action === undefined ? undefined : table.column(header.action);
  const columns = new Map(header.components.map((component) => [component.name, component]));
  for (let row = 0; row < table.length; row++) {
    const deleted = actions !== undefined && cellAt(actions, row) === "D";
    const cellOf = (name: string): unknown => {
      const cell = cellAt(table.column(name) as Column, row);
      if (typeof cell !== "string") return cell;
      const parts = columns.get(name)?.multiple ? cell.split(header.subFields ?? ";") : [cell];
      const values = header.labelled && !FREE_TEXT.has(idOfHeader(name)) ? parts.map(idOf) : parts;
      return values.length === 1 ? values[0] : values;
    };
    yield { row: row + 1, cellOf, ...(deleted && { skipped: "their action is Delete" }) };
  }
}

/** The id of `F: Female`. */
function idOf(cell: string): string {
  const end = cell.indexOf(": ");
  return end < 0 ? cell : cell.slice(0, end);
}
