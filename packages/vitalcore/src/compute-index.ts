import { buildIndex, type IndexResult } from "@vitalcore/composite";
import { type Finding, type Result, throwIfErrors } from "@vitalcore/core";
import { en } from "@vitalcore/domain/areas/names/en";
import { indicators } from "@vitalcore/domain/indicators";
import { readData } from "./read-data.js";
import { readMethodology } from "./read-methodology.js";

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
  const { file, methodology, definitions } = await readMethodology(methodologyPath);
  const { data, files, findings } = await readData(dataPaths, definitions, unitColumn);
  throwIfErrors(findings);
  const result = buildIndex(data, methodology, {
    definitions: indicators,
    labels: en.names,
    inputs: [file, ...files].map(({ name, sha256 }) => ({ name, sha256 })),
    ...(unitColumn !== undefined && { unitColumn }),
  });
  return { result, fileFindings: findings };
}
