import { checkMethodology, type IndexMethodology } from "@vitalcore/composite";
import type { IndicatorDefinition } from "@vitalcore/domain";
import { indicators } from "@vitalcore/domain/indicators";
import { type FileRead, parseJson, readWhole } from "./files.js";

/** A methodology file, and the definitions that hold for it: the catalogue's and its own. */
export interface MethodologyRead {
  readonly file: FileRead;
  /** As it stands in the file: nothing is known of it yet. */
  readonly methodology: IndexMethodology;
  readonly definitions: readonly IndicatorDefinition[];
}

/** The methodology's own definitions, if they can be used; what is wrong with them is reported later. */
function ownDefinitions(methodology: IndexMethodology): readonly IndicatorDefinition[] {
  const faulty = checkMethodology(methodology, { definitions: indicators }).some(
    ({ place }) =>
      place.path === undefined || place.path.length === 0 || place.path[0] === "definitions",
  );
  return faulty ? [] : (methodology.definitions ?? []);
}

/** Reads a methodology file; what is wrong with the document is found when it is checked. */
export async function readMethodology(path: string): Promise<MethodologyRead> {
  const file = await readWhole(path);
  const methodology = parseJson(file) as IndexMethodology;
  return { file, methodology, definitions: [...indicators, ...ownDefinitions(methodology)] };
}
