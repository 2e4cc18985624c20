import { type Column, type Finding, type Table, tableOf } from "@vitalcore/core";
import { observationsFromTable } from "@vitalcore/domain/tabular";
import type { CsvColumn } from "@vitalcore/table/csv";
import { find } from "../catalog.js";
import { type CsvTextOptions, readTypedCsv } from "../csv-table.js";
import { segmentText } from "../iri.js";
import { isObject, ownList, ownValue, parseJson } from "../json-value.js";
import { isNumberField } from "../observation-fields.js";
import type { ObservationsRead } from "../read-record.js";

/** A column of the file, and the column of a table of observations that it is. */
interface Described {
  readonly titles: readonly string[];
  readonly name: string;
  readonly missing: readonly string[];
}

/**
 * Reads a CSV file by its CSVW metadata: columns are recognized by their titles and called by their names, so that the
 * header may be in any language; `null` marks and the dialect's delimiter are followed.
 *
 * @param csv - text of the file.
 * @param metadata - of a table, or of a group of tables with one, as text or parsed.
 *
 * @example
 * ```ts
 * import { readCsvw } from "@vitalcore/interop/csvw";
 * const columns = ["indicator", "area", "period", "value", "unit"].map((name) => ({ name, titles: name.toUpperCase() }));
 * const metadata = { "@context": "http://www.w3.org/ns/csvw", url: "x.csv", tableSchema: { columns } };
 * readCsvw("INDICATOR,AREA,PERIOD,VALUE,UNIT\na,NAM,2018,51,PERCENT\n", metadata).observations[0]?.value; // => 51
 * ```
 */
export function readCsvw(csv: string, metadata: unknown): ObservationsRead {
  const findings: Finding[] = [];
  const parsed = typeof metadata === "string" ? parseJson(metadata, findings) : metadata;
  if (findings.length > 0) return { observations: [], findings };
  const table = ownList(parsed, "tables")[0] ?? parsed;
  const described = ownList(ownValue(table, "tableSchema"), "columns").flatMap(describe);
  if (described.length === 0) {
    const facts = {
      wanted: "table schema with columns in the metadata",
      remedy: "CSVW metadata has tableSchema.columns, each with a name.",
    };
    return { observations: [], findings: [find("interop/no-table", { facts })] };
  }
  const byTitle = new Map(described.flatMap((each) => each.titles.map((title) => [title, each])));
  const typeOf = (title: string): CsvColumn => {
    const column = byTitle.get(title);
    return {
      type: isNumberField(column?.name ?? title) ? "number" : "text",
      ...(column !== undefined && { missing: column.missing }),
    };
  };
  const read = readTypedCsv(csv, typeOf, dialectOf(table, parsed));
  const named = renamed(read.table, byTitle);
  const { observations, findings: oddities } = observationsFromTable(named);
  return { observations, findings: [...read.findings, ...oddities] };
}

function renamed(table: Table, byTitle: ReadonlyMap<string, Described>): Table {
  return tableOf(
    table.names.map((title): [string, Column] => [
      byTitle.get(title)?.name ?? title,
      table.column(title),
    ]),
  );
}

function describe(column: unknown): Described[] {
  const titles = textsOf(ownValue(column, "titles"));
  const name = ownValue(column, "name") ?? titles[0];
  const decoded = typeof name === "string" ? (segmentText(name) ?? name) : undefined;
  if (decoded === undefined) return [];
  const missing = textsOf(ownValue(column, "null")).filter((mark) => mark !== "");
  return [{ titles: titles.length > 0 ? titles : [decoded], name: decoded, missing }];
}

/** Text, a list of texts, or texts by language. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  const list = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  return list.flatMap((each: unknown) => (Array.isArray(each) ? each : [each])).filter(isText);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function dialectOf(table: unknown, group: unknown): CsvTextOptions {
  const dialect = ownValue(table, "dialect") ?? ownValue(group, "dialect");
  const delimiter = ownValue(dialect, "delimiter");
  return typeof delimiter === "string" && delimiter.length === 1 ? { delimiter } : {};
}
