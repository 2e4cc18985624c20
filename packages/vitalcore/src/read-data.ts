import { extname } from "node:path";
import { type Finding, type Table, VitalError } from "@vitalcore/core";
import { checkObservations, type IndicatorDefinition, type Observation } from "@vitalcore/domain";
import { observationsFromTable } from "@vitalcore/domain/tabular";
import { readCsv } from "@vitalcore/table/csv";
import { readJson } from "@vitalcore/table/json";
import { find } from "./catalog.js";
import { type FileRead, readWhole } from "./files.js";

/** What the data files hold: observations, or one wide table with one unit in a row. */
export interface DataRead {
  readonly files: readonly FileRead[];
  readonly data: readonly Observation[] | Table;
  readonly findings: readonly Finding[];
}

const atFile =
  (file: string) =>
  (finding: Finding): Finding => ({
    ...finding,
    place: { file, ...finding.place },
  });

/** Reads a file as a table; values of identifying columns are never quoted. */
export function readTable(
  file: FileRead,
  { identifying = [] }: { readonly identifying?: readonly string[] } = {},
): { table: Table; findings: readonly Finding[] } {
  switch (extname(file.name).toLowerCase()) {
    case ".csv":
    case ".tsv":
      return readCsv(file.bytes, { file: file.path, identifying });
    case ".json":
      return readJson(file.bytes, { identifying });
    default:
      throw new VitalError([find("vitalcore/unknown-format", { place: { file: file.path } })]);
  }
}

/**
 * Reads data files. Tables with a column `indicator` hold observations, and several such files are joined;
 * any other table is wide, and needs the name of its column of units. Observations are checked against the
 * definitions: areas, periods, units, ranges, keys.
 */
export async function readData(
  paths: readonly string[],
  definitions: readonly IndicatorDefinition[],
  unitColumn?: string,
): Promise<DataRead> {
  const files = await Promise.all(paths.map(readWhole));
  const observations: Observation[] = [];
  const findings: Finding[] = [];
  for (const file of files) {
    const { table, findings: oddities } = readTable(file);
    findings.push(...oddities.map(atFile(file.path)));
    if (!table.has("indicator")) {
      if (unitColumn !== undefined && files.length === 1) return { files, data: table, findings };
      const facts = { columns: table.names };
      throw new VitalError([
        ...findings.filter(({ severity }) => severity === "error"),
        find("vitalcore/unit-column", { place: { file: file.path }, facts }),
      ]);
    }
    const read = observationsFromTable(table);
    observations.push(...read.observations);
    findings.push(...read.findings.map(atFile(file.path)));
  }
  return {
    files,
    data: observations,
    findings: [...findings, ...checkObservations(observations, definitions)],
  };
}
