import type { Observation } from "@vitalcore/domain";
import { tableFromObservations } from "@vitalcore/domain/tabular";
import { writeCsv } from "@vitalcore/table/csv";
import { type CsvWriting, csvWriting } from "../csv-options.js";
import { propertyOf } from "../data-cube/properties.js";
import { DEFAULT_BASE, segment } from "../iri.js";
import { columnFacts } from "../observation-columns.js";
import { requireBase, requireUnicode } from "../rdf/check-text.js";

/** A column as CSVW describes it. */
export interface CsvwColumn {
  readonly name: string;
  readonly titles: string;
  readonly "dc:description": string;
  readonly datatype: "string" | "double" | "nonNegativeInteger";
  readonly required?: true;
  readonly separator?: string;
  readonly propertyUrl: string;
}

/** Metadata of a table (CSVW, Metadata Vocabulary for Tabular Data, 2015). */
export interface CsvwMetadata {
  readonly "@context": readonly [string, { readonly "@language": "en" }];
  readonly url: string;
  readonly "dc:title"?: string;
  readonly "dc:license"?: { readonly "@id": string };
  readonly tableSchema: { readonly columns: readonly CsvwColumn[] };
}

/** How a table is to be written. */
export interface CsvwOptions extends CsvWriting {
  /** Name of the CSV file, as the metadata links to it; observations.csv if left out. */
  readonly url?: string;
  readonly title?: string;
  /** IRI of the license. */
  readonly license?: string;
  /** Base of the IRIs of our own properties; `https://w3id.org/vitalcore/`, which is not resolvable, if left out. */
  readonly base?: string;
}

/** A table and its metadata, usually in a file `<url>-metadata.json` beside it. */
export interface WrittenCsvw {
  readonly csv: string;
  readonly metadata: CsvwMetadata;
}

const DATATYPES = { text: "string", number: "double", count: "nonNegativeInteger" } as const;

/** A name as CSVW allows it: letters, digits, "_" and escapes, with dots between them. */
function csvwName(column: string): string {
  return column
    .split(".")
    .map((part) => segment(part).replaceAll("-", "%2D"))
    .join(".");
}

/**
 * Writes observations as CSV with CSVW metadata: every column has its datatype and the property it stands for, the
 * SDMX terms of the RDF Data Cube vocabulary where there are such. Several statuses are a list.
 *
 * @returns the CSV text and the metadata, which {@link readCsvw} reads back.
 * @throws VitalError `interop/invalid-option`.
 *
 * @example
 * ```ts
 * import { writeCsvw } from "@vitalcore/interop/csvw";
 * const rows = [{ indicator: "internet-use", area: "NAM", period: "2018", value: 51, unit: "PERCENT" }];
 * const { metadata } = writeCsvw(rows, { url: "internet-use.csv" });
 * metadata.tableSchema.columns[3]?.propertyUrl; // => "http://purl.org/linked-data/sdmx/2009/measure#obsValue"
 * ```
 */
export function writeCsvw(
  observations: readonly Observation[],
  options: CsvwOptions = {},
): WrittenCsvw {
  const { url = "observations.csv", title, license, base = DEFAULT_BASE } = options;
  requireBase(base);
  requireUnicode(observations);
  const table = tableFromObservations(observations);
  return {
    csv: writeCsv(table, csvWriting(options)),
    metadata: {
      "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
      url,
      ...(title !== undefined && { "dc:title": title }),
      ...(license !== undefined && { "dc:license": { "@id": license } }),
      tableSchema: { columns: table.names.map((column) => columnOf(column, base)) },
    },
  };
}

function columnOf(column: string, base: string): CsvwColumn {
  const { kind, required, description, axis } = columnFacts(column);
  return {
    name: csvwName(column),
    titles: column,
    "dc:description": description,
    datatype: DATATYPES[kind],
    ...(required && { required: true }),
    ...(column === "status" && { separator: ";" }),
    propertyUrl: propertyOf(base, axis === undefined ? { field: column } : { axis }),
  };
}
