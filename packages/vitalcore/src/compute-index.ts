import {
  buildIndex,
  type IndexDataOptions,
  type IndexInput,
  type IndexMethodology,
  type IndexResult,
} from "@vitalcore/composite";
import { type Finding, type Result, throwIfErrors } from "@vitalcore/core";
import { en } from "@vitalcore/domain/areas/names/en";
import { indicators } from "@vitalcore/domain/indicators";
import type { FileRead } from "./files.js";
import { readData } from "./read-data.js";
import { readMethodology } from "./read-methodology.js";

/** What an index is made of, read from files. */
export interface IndexRead {
  readonly methodology: IndexMethodology;
  readonly data: IndexInput;
  readonly options: IndexDataOptions;
  /** The files, methodology first. */
  readonly files: readonly FileRead[];
  readonly findings: readonly Finding[];
}

/**
 * Reads a methodology file and the data files that it is applied to.
 *
 * @throws VitalError with all errors of the data files.
 */
export async function readIndex(
  methodologyPath: string,
  dataPaths: readonly string[],
  unitColumn?: string,
): Promise<IndexRead> {
  const { file, methodology, definitions } = await readMethodology(methodologyPath);
  const { data, files, findings } = await readData(dataPaths, definitions, unitColumn);
  throwIfErrors(findings);
  const options = { definitions: indicators, ...(unitColumn !== undefined && { unitColumn }) };
  return { methodology, data, options, files: [file, ...files], findings };
}

/** An index, and what was found when its files were read. */
export interface ComputedIndex {
  readonly result: Result<IndexResult>;
  readonly fileFindings: readonly Finding[];
}

/** Builds the index that a methodology file and data files describe. */
export async function computeIndex(
  methodologyPath: string,
  dataPaths: readonly string[],
  unitColumn?: string,
): Promise<ComputedIndex> {
  const { methodology, data, options, files, findings } = await readIndex(
    methodologyPath,
    dataPaths,
    unitColumn,
  );
  const result = buildIndex(data, methodology, {
    ...options,
    labels: en.names,
    inputs: files.map(({ name, sha256 }) => ({ name, sha256 })),
  });
  return { result, fileFindings: findings };
}
