import { readFile } from "node:fs/promises";
import {
  type BuildIndexOptions,
  buildIndex,
  type IndexMethodology,
  type IndexResult,
} from "@vitalcore/composite";
import { auditIndex, type IndexAudit } from "@vitalcore/composite/audit";
import { importCoinr } from "@vitalcore/composite/import";
import type { Result, Table } from "@vitalcore/core";
import { readCsv } from "@vitalcore/table/csv";

const data = new URL("../data/", import.meta.url);

/** A table of the package; R writes missing values as NA. */
async function read(file: string): Promise<Table> {
  const { table } = readCsv(await readFile(new URL(file, data)), { missing: ["NA", ""] });
  return table;
}

/** The index, its audit, and what they were made of. */
export interface Asem {
  readonly iData: Table;
  readonly methodology: IndexMethodology;
  readonly options: BuildIndexOptions;
  readonly index: Result<IndexResult>;
  readonly audit: Result<IndexAudit>;
}

/**
 * The ASEM index of sustainable connectivity as the example of COINr builds it: divided by denominators, gaps filled by
 * the mean of Europe or Asia, screened, treated for outliers, min-max, weighted arithmetic means.
 */
export async function asem(): Promise<Asem> {
  const [iData, iMeta] = await Promise.all([read("asem_iData.csv"), read("asem_iMeta.csv")]);
  const imported = importCoinr(iMeta, { id: "asem", title: "ASEM Sustainable Connectivity" });
  const methodology: IndexMethodology = {
    ...imported.methodology,
    notes: ["An example for methods. Data of 2018, as they were shipped with COINr."],
    impute: { method: "mean", group: "EurAsia_group" },
    screening: { indicatorsAtLeast: 0.9, after: "impute" },
    treat: { first: "winsorize", second: "log-ct", atMost: 5 },
  };
  const options = { unitColumn: "uCode", definitions: imported.definitions };
  const index = buildIndex(iData, methodology, options);
  return { iData, methodology, options, index, audit: auditIndex(index) };
}
