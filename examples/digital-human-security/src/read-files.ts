import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { InputRecord } from "@vitalcore/composite";
import { type Finding, type Table, throwIfErrors } from "@vitalcore/core";
import { type CsvColumn, readCsv } from "@vitalcore/table/csv";
import type { SourceTables } from "./ingest/index.js";
import { type SourceName, sourceFiles } from "./ingest/source-files.js";

/** The example's folder, from its sources and from its build alike. */
export const exampleFolder: URL = new URL("../", import.meta.url);

const TEXT: CsvColumn = { type: "text" };
const NUMBER: CsvColumn = { type: "number" };
const INFORM_NODE: CsvColumn = { type: "number", missing: ["x"] };

/** The columns that are read; a file that lacks one is refused with the nearest name. */
const COLUMNS: Readonly<Record<SourceName, Readonly<Record<string, CsvColumn>>>> = {
  hdr: {
    code: TEXT,
    country: TEXT,
    gnipc_2018: NUMBER,
    le_2018: NUMBER,
    mmr_2018: NUMBER,
    pr_f_2018: NUMBER,
    pop_total_2018: NUMBER,
    hdi_2018: NUMBER,
  },
  sdg: { series: TEXT, iso3: TEXT, year: NUMBER, sex: TEXT, age: TEXT, value: TEXT },
  internet: { Code: TEXT, Year: NUMBER, Percentage: NUMBER },
  inform: {
    ISO3: TEXT,
    Natural: INFORM_NODE,
    Human: INFORM_NODE,
    "Recent Shocks": INFORM_NODE,
    "Food Security": INFORM_NODE,
    Governance: INFORM_NODE,
    "Access to health care": INFORM_NODE,
  },
  conflict: { location_inc: TEXT, year: NUMBER, bd_best: NUMBER },
  refugees: { year: NUMBER, coo_iso: TEXT, refugees: NUMBER, asylum_seekers: NUMBER, oip: NUMBER },
  displaced: { year: NUMBER, coo_name: TEXT, coo_iso: TEXT, total: NUMBER },
};

/** The tables of all files, the record of what was read, and what was odd about them. */
export interface FilesRead {
  readonly tables: SourceTables;
  readonly inputs: readonly InputRecord[];
  readonly findings: readonly Finding[];
}

/** Reads the files of `data/`. */
export async function readFiles(): Promise<FilesRead> {
  const names = Object.keys(sourceFiles) as SourceName[];
  const read = await Promise.all(
    names.map(async (name) => {
      const { file, source } = sourceFiles[name];
      const bytes = await readFile(fileURLToPath(new URL(`data/${file}`, exampleFolder)));
      const { table, findings } = readCsv(bytes, {
        columns: COLUMNS[name],
        onlyDeclared: true,
        file,
      });
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const cited = `${source.title}. ${source.publisher}. ${source.license}`;
      return {
        name,
        table: table as Table,
        findings,
        input: { name: file, sha256, source: cited },
      };
    }),
  );
  const findings = read.flatMap((each) => each.findings);
  throwIfErrors(findings);
  return {
    tables: Object.fromEntries(read.map(({ name, table }) => [name, table])) as SourceTables,
    inputs: read.map(({ input }) => input),
    findings,
  };
}
