import { readFile } from "node:fs/promises";
import {
  buildIndex,
  type IndexMethodology,
  type IndexResult,
  type InputRecord,
} from "@vitalcore/composite";
import type { Finding, Result } from "@vitalcore/core";
import { indicators } from "@vitalcore/domain/indicators";
import { type Ingest, ingest, type SourceTables } from "./ingest/index.js";
import { exampleFolder, readFiles } from "./read-files.js";

/** Everything that the example computes. */
export interface Computed extends Ingest {
  readonly tables: SourceTables;
  readonly methodology: IndexMethodology;
  readonly result: Result<IndexResult>;
  readonly inputs: readonly InputRecord[];
  /** What was odd about the files. */
  readonly fileFindings: readonly Finding[];
}

/** The methodology of `methodology.json`. */
export async function readMethodology(): Promise<IndexMethodology> {
  return JSON.parse(await readFile(new URL("methodology.json", exampleFolder), "utf8"));
}

/** Reads the files, makes observations of them and builds the index. */
export async function compute(): Promise<Computed> {
  const [files, methodology] = await Promise.all([readFiles(), readMethodology()]);
  const ingested = ingest(files.tables);
  const result = buildIndex(ingested.observations, methodology, {
    definitions: indicators,
    labels: new Map(ingested.candidates.map(({ area, name }) => [area, name])),
    inputs: files.inputs,
  });
  const { tables, inputs, findings: fileFindings } = files;
  return { ...ingested, tables, inputs, methodology, result, fileFindings };
}
