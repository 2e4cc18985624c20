import { checkMetadata, checkTableSchema } from "@vitalcore/validate/definitions";
import { checkHxl } from "@vitalcore/validate/file";
import { findIdentifiers } from "@vitalcore/validate/survey";
import {
  checkForPublication,
  checkFrameworkFile,
  checkIndexData,
  checkJson,
  checkJsonSyntax,
  checkPlainCsv,
  checkSurveyFile,
  checkTable,
  type Entry,
  type Outcome,
  outcomeOf,
} from "./corpus.js";

/** What is said of an entry; `undefined` if nothing here reads its kind. */
export function outcomeFor(
  entry: Entry,
  bytes: Uint8Array,
  sibling: (file: string) => Uint8Array,
): Outcome | undefined {
  const { kind, file } = entry;
  const text = () => new TextDecoder().decode(bytes);
  switch (kind) {
    case "observations":
    case "counts":
    case "estimates":
    case "sdmx-csv-like": {
      const table = checkTable(bytes, kind, file);
      const publication = checkForPublication(bytes);
      return together(table, publication);
    }
    case "survey":
      return checkSurveyFile(bytes, file);
    case "framework":
    case "framework-json":
      return checkFrameworkFile(bytes, kind);
    case "index-data":
      return checkIndexData(bytes, sibling("framework/good.csv"));
    case "metadata":
      return outcomeOf(checkMetadata(JSON.parse(text())));
    case "json":
      return file.includes("JSONTestSuite") ? checkJsonSyntax(bytes) : checkJson(bytes, kind);
    case "json-lines":
    case "observations-json":
      return checkJson(bytes, kind);
    case "csv":
    case "tsv":
    case "hierarchy":
    case "observations-long":
      return checkPlainCsv(bytes, file);
    case "table-schema":
      return outcomeOf(checkTableSchema(JSON.parse(text())));
    case "hxl":
      return outcomeOf(checkHxl(bytes));
    case "hxl-schema":
      // A list of rules in the form of HXL.
      return outcomeOf(checkHxl(bytes));
    case "strings":
      return outcomeOf(findIdentifiers({ text: JSON.parse(text()) as string[] }));
    default:
      return undefined;
  }
}

/** Both together. */
function together(a: Outcome, b: Outcome): Outcome {
  const verdicts = [a.verdict, b.verdict];
  const verdict = verdicts.includes("reject")
    ? "reject"
    : verdicts.includes("warn")
      ? "warn"
      : "accept";
  return { verdict, findings: [...a.findings, ...b.findings] };
}
