import type { Finding } from "@vitalcore/core";
import { observationsFromTable } from "@vitalcore/domain/tabular";
import type { CsvColumn } from "@vitalcore/table/csv";
import { find } from "../catalog.js";
import { type CsvTextOptions, readTypedCsv } from "../csv-table.js";
import { isObject, ownList, ownValue, parseJson } from "../json-value.js";
import { isNumberField } from "../observation-fields.js";
import type { ObservationsRead } from "../read-record.js";
import { readTidyJson } from "../tidy/tidy-json.js";

/** A package as it was read from a folder or an archive. */
export interface ReadDataPackageOptions {
  /** Name of the resource that holds the observations; the first table with a column `indicator` if left out. */
  readonly resource?: string;
}

/**
 * Reads the observations of a Data Package, version 2 or 1: of a CSV file with its Table Schema (types, missing
 * values, delimiter), or of rows in the descriptor itself. Nothing is fetched: a file that was not handed over is a
 * finding.
 *
 * @param descriptor - `datapackage.json`, as text or parsed.
 * @param files - text of the files by the path that the descriptor gives them.
 *
 * @example
 * ```ts
 * import { readDataPackage, writeDataPackage } from "@vitalcore/interop/data-package";
 * const rows = [{ indicator: "internet-use", area: "NAM", period: "2018", value: 51, unit: "PERCENT" }];
 * const { descriptor, files } = writeDataPackage(rows, { name: "internet-use" });
 * readDataPackage(JSON.stringify(descriptor), files); // => { observations: rows, findings: [] }
 * readDataPackage(descriptor, {}).findings[0]?.message; // => "There is no file observations.csv."
 * ```
 */
export function readDataPackage(
  descriptor: unknown,
  files: Readonly<Record<string, string>>,
  options: ReadDataPackageOptions = {},
): ObservationsRead {
  const findings: Finding[] = [];
  const parsed = typeof descriptor === "string" ? parseJson(descriptor, findings) : descriptor;
  if (findings.length > 0) return { observations: [], findings };
  const resource = resourceOf(parsed, options.resource);
  if (resource === undefined) {
    const facts = {
      wanted: `resource ${options.resource ?? "with a column indicator"} in the package`,
      remedy:
        "A package of observations has a table with the columns indicator, area, period, value and unit.",
    };
    return { observations: [], findings: [find("interop/no-table", { facts })] };
  }
  const inline = ownValue(resource, "data");
  if (Array.isArray(inline)) return readTidyJson(inline);
  return readFiles(resource, files);
}

function resourceOf(descriptor: unknown, name: string | undefined): unknown {
  const resources = ownList(descriptor, "resources");
  if (name !== undefined) return resources.find((each) => ownValue(each, "name") === name);
  return resources.find((each) => {
    const fields = ownList(ownValue(each, "schema"), "fields");
    const inline = ownList(each, "data");
    return (
      fields.some((field) => ownValue(field, "name") === "indicator") ||
      inline.some((row) => ownValue(row, "indicator") !== undefined)
    );
  });
}

function readFiles(resource: unknown, files: Readonly<Record<string, string>>): ObservationsRead {
  const path = ownValue(resource, "path");
  const paths = (Array.isArray(path) ? path : [path]).map(String);
  const absent = paths.filter((each) => !Object.hasOwn(files, each));
  if (absent.length > 0) {
    const remedy = `Hand its text over; the files given are: ${Object.keys(files).join(", ") || "none"}.`;
    const findings = absent.map((file) =>
      find("interop/no-table", { place: { file }, facts: { wanted: `file ${file}`, remedy } }),
    );
    return { observations: [], findings };
  }
  const describe = columnsOf(ownValue(resource, "schema"));
  const delimiter = delimiterOf(resource);
  const reads = paths.map((file): ObservationsRead => {
    const options: CsvTextOptions = { file, ...(delimiter !== undefined && { delimiter }) };
    const { table, findings } = readTypedCsv(files[file] as string, describe, options);
    const read = observationsFromTable(table);
    return { observations: read.observations, findings: [...findings, ...read.findings] };
  });
  return {
    observations: reads.flatMap(({ observations }) => observations),
    findings: reads.flatMap(({ findings }) => findings),
  };
}

function delimiterOf(resource: unknown): string | undefined {
  const delimiter = ownValue(ownValue(resource, "dialect"), "delimiter");
  return typeof delimiter === "string" && delimiter.length === 1 ? delimiter : undefined;
}

/** The type of a column and its marks for missing values, those of the field before those of the table. */
function columnsOf(schema: unknown): (name: string) => CsvColumn {
  const fields = new Map(
    ownList(schema, "fields").map((field) => [ownValue(field, "name"), field] as const),
  );
  const ofTable = marksOf(schema);
  return (name) => {
    const field = fields.get(name);
    const missing = marksOf(field) ?? ofTable;
    // Codes and years that a schema calls numbers stay text; a value that it calls text is read as a number.
    return {
      type: isNumberField(name) ? "number" : "text",
      ...(missing !== undefined && { missing }),
    };
  };
}

/** Version 2 allows marks with labels: `{ value, label }`. */
function marksOf(owner: unknown): readonly string[] | undefined {
  const marks = ownValue(owner, "missingValues");
  if (!Array.isArray(marks)) return undefined;
  return marks
    .map((mark: unknown) => (isObject(mark) ? ownValue(mark, "value") : mark))
    .filter((mark): mark is string => typeof mark === "string" && mark !== "");
}
