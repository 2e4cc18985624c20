import { VitalError } from "@vitalcore/core";
import type { Observation, Source } from "@vitalcore/domain";
import { tableFromObservations } from "@vitalcore/domain/tabular";
import { writeCsv } from "@vitalcore/table/csv";
import { find } from "../catalog.js";
import { type CsvWriting, csvWriting } from "../csv-options.js";
import { columnFacts } from "../observation-columns.js";

/** A column as Table Schema describes it. */
export interface TableField {
  readonly name: string;
  readonly type: "string" | "number" | "integer";
  readonly title: string;
  readonly description: string;
  readonly constraints?: { readonly required?: true; readonly minimum?: number };
}

/** A Table Schema, version 2. */
export interface TableSchema {
  readonly $schema: string;
  readonly fields: readonly TableField[];
  readonly missingValues: readonly string[];
  /** The columns that tell observations apart. */
  readonly uniqueKeys: readonly (readonly string[])[];
}

/** A table in a package. */
export interface DataResource {
  readonly $schema: string;
  readonly name: string;
  readonly type: "table";
  readonly path: string;
  readonly format: "csv";
  readonly mediatype: "text/csv";
  readonly encoding: "utf-8";
  readonly bytes: number;
  readonly schema: TableSchema;
}

/** A Data Package, version 2. */
export interface DataPackage {
  readonly $schema: string;
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly version?: string;
  readonly created?: string;
  readonly licenses?: readonly {
    readonly name?: string;
    readonly path?: string;
    readonly title?: string;
  }[];
  readonly sources?: readonly {
    readonly title: string;
    readonly path?: string;
    readonly version?: string;
  }[];
  readonly resources: readonly DataResource[];
}

/** How a package is to be written. */
export interface DataPackageOptions extends CsvWriting {
  /** Lower-case letters, digits, ".", "_" and "-". */
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly version?: string;
  /** Day and time with its zone at which the package was made. */
  readonly created?: string;
  readonly licenses?: DataPackage["licenses"];
  /** The sources of the observations. */
  readonly sources?: readonly Source[];
}

/** A package: the descriptor is `datapackage.json`, the others are files beside it. */
export interface WrittenPackage {
  readonly descriptor: DataPackage;
  /** Text of the files by their path. */
  readonly files: Readonly<Record<string, string>>;
}

const PROFILES = "https://datapackage.org/profiles/2.0";
const PATH = "observations.csv";
const TYPES = { text: "string", number: "number", count: "integer" } as const;

function checkOptions({ name, created, licenses = [] }: DataPackageOptions): void {
  const findings = [
    ...(/^[a-z0-9._-]+$/.test(name)
      ? []
      : [
          find("interop/invalid-option", {
            found: name,
            facts: { option: "name", wanted: "lower-case letters, digits, dots, _ and -" },
          }),
        ]),
    ...(created === undefined ||
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(created)
      ? []
      : [
          find("interop/invalid-option", {
            found: created,
            facts: {
              option: "created",
              wanted: "a day and time with its zone, 2026-01-31T12:00:00Z",
            },
          }),
        ]),
    ...licenses.flatMap((license, i) =>
      license.name !== undefined || license.path !== undefined
        ? []
        : [
            find("interop/invalid-option", {
              found: license.title ?? null,
              facts: { option: `licenses.${i}`, wanted: "a license with a name or a path" },
            }),
          ],
    ),
  ];
  if (findings.length > 0) throw new VitalError(findings);
}

function fieldOf(column: string): TableField {
  const { kind, required, title, description } = columnFacts(column);
  const constraints = {
    ...(required && { required: true as const }),
    ...(kind === "count" && { minimum: 0 }),
  };
  return {
    name: column,
    type: TYPES[kind],
    title,
    description,
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}

/**
 * Writes observations as a Data Package, version 2 (datapackage.org, 2024): a CSV file with a Table Schema that gives
 * every column its type and meaning.
 *
 * @returns the descriptor and the files, which {@link readDataPackage} reads back.
 * @throws VitalError `interop/invalid-option`, all at once.
 *
 * @example
 * ```ts
 * import { writeDataPackage } from "@vitalcore/interop/data-package";
 * const rows = [{ indicator: "internet-use", area: "NAM", period: "2018", value: 51, unit: "PERCENT" }];
 * const { descriptor, files } = writeDataPackage(rows, { name: "internet-use", licenses: [{ name: "CC-BY-4.0" }] });
 * Object.keys(files); // => ["observations.csv"]
 * descriptor.resources[0]?.schema.fields.map(({ name, type }) => `${name}: ${type}`); // => ["indicator: string", "area: string", "period: string", "value: number", "unit: string"]
 * ```
 */
export function writeDataPackage(
  observations: readonly Observation[],
  options: DataPackageOptions,
): WrittenPackage {
  checkOptions(options);
  const table = tableFromObservations(observations);
  const csv = writeCsv(table, csvWriting(options));
  const { name, title, description, version, created, licenses, sources = [] } = options;
  const descriptor: DataPackage = {
    $schema: `${PROFILES}/datapackage.json`,
    name,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(version !== undefined && { version }),
    ...(created !== undefined && { created }),
    ...(licenses !== undefined && licenses.length > 0 && { licenses }),
    ...(sources.length > 0 && { sources: sources.map(sourceOf) }),
    resources: [
      {
        $schema: `${PROFILES}/dataresource.json`,
        name: "observations",
        type: "table",
        path: PATH,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: new TextEncoder().encode(csv).length,
        schema: {
          $schema: `${PROFILES}/tableschema.json`,
          fields: table.names.map(fieldOf),
          missingValues: [""],
          uniqueKeys: [table.names.filter((column) => columnFacts(column).key)],
        },
      },
    ],
  };
  return { descriptor, files: { [PATH]: csv } };
}

function sourceOf({ title, URL: path, edition }: Source) {
  return {
    title,
    ...(path !== undefined && { path }),
    ...(edition !== undefined && { version: edition }),
  };
}
