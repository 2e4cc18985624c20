import { join } from "node:path";
import {
  type UncertaintyResult,
  type UncertaintySpec,
  uncertainty,
} from "@vitalcore/composite/uncertainty";
import { type Cell, tableFrom } from "@vitalcore/core";
import { writeCsv } from "@vitalcore/table/csv";
import { type Command, InvalidArgumentError } from "commander";
import { readIndex } from "../compute-index.js";
import { makeFolder, parseJson, readWhole, writeText } from "../files.js";
import { EXIT, printFindings, type Terminal } from "../terminal.js";

interface UncertaintyCommandOptions {
  readonly data: readonly string[];
  readonly spec: string;
  readonly out?: string;
  readonly unit?: string;
  readonly workers?: number;
  readonly json?: boolean;
}

const MORE = `
The specification says what is in doubt: choices of method, weights, values, sampling error. For example, weights that
may be a quarter lower or higher, and two means:
  { "kind": "UncertaintySpec", "version": 1, "factors": [
    { "id": "weights", "kind": "weight-noise", "noise": { "distribution": "uniform", "spread": 0.25 } },
    { "id": "mean", "kind": "choice", "alternatives": [{}, { "change": { "aggregate": { "method": "geometric" } } }] } ] }

All combinations are computed where they are at most 10,000, otherwise 10,000 scenarios are drawn; "design" and "seed" of
the specification say otherwise. Intervals hold 90 % of the scenarios: methods are choices, not draws of nature.

Examples:
  $ vitalcore uncertainty methodology.json --data observations.csv --spec doubt.json
  $ vitalcore uncertainty methodology.json --data wide.csv --unit country --spec doubt.json --out results/
  $ vitalcore uncertainty methodology.json --data observations.csv --spec doubt.json --json | jq '.units[0].rank'`;

/** A whole number of threads, from 1. */
function threads(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1) return count;
  throw new InvalidArgumentError("It is a whole number, from 1.");
}

/** A row for each unit: where it stands, and where the scenarios put it. */
function rowsOf({ units }: UncertaintyResult): readonly Readonly<Record<string, Cell>>[] {
  return units.map(({ unit, nominal, rank, score, scored, isStable }) => ({
    unit,
    rank: nominal.rank,
    score: nominal.score,
    "rank:median": rank?.median ?? null,
    "rank:q05": rank?.q05 ?? null,
    "rank:q95": rank?.q95 ?? null,
    "score:median": score?.median ?? null,
    "score:q05": score?.q05 ?? null,
    "score:q95": score?.q95 ?? null,
    scored,
    isStable,
  }));
}

async function writeResult(result: UncertaintyResult, folder: string): Promise<readonly string[]> {
  await makeFolder(folder);
  const files = {
    "uncertainty.csv": writeCsv(tableFrom(rowsOf(result))),
    "uncertainty.json": `${JSON.stringify(result, null, 1)}\n`,
  };
  return Promise.all(
    Object.entries(files).map(async ([name, content]) => {
      const path = join(folder, name);
      await writeText(path, content);
      return path;
    }),
  );
}

/** Adds `vitalcore uncertainty`. */
export function uncertaintyCommand(
  program: Command,
  terminal: Terminal,
  exit: (code: number) => void,
): void {
  program
    .command("uncertainty")
    .description("how far the ranks of an index move when its methods and data are in doubt")
    .argument("<methodology>", "JSON file with the methodology")
    .requiredOption("-d, --data <files...>", "observations or a wide table, CSV or JSON")
    .requiredOption("-s, --spec <file>", "JSON file with what is in doubt")
    .option("-o, --out <folder>", "write uncertainty.csv and uncertainty.json there")
    .option("-u, --unit <column>", "column of units of a wide table")
    .option("-w, --workers <count>", "threads that may share the work", threads)
    .option("--json", "print the whole result as JSON instead of the ranking")
    .addHelpText("after", MORE)
    .action(async (methodologyPath: string, given: UncertaintyCommandOptions) => {
      const { methodology, data, options, findings } = await readIndex(
        methodologyPath,
        given.data,
        given.unit,
      );
      // What is wrong with the document is told when it is run.
      const spec = parseJson(await readWhole(given.spec)) as UncertaintySpec;
      const { workers } = given;
      const run = workers === undefined ? {} : { workers };
      const result = await uncertainty(data, methodology, spec, options, run);
      printFindings([...findings, ...result.findings], terminal);
      terminal.out(`${given.json ? JSON.stringify(result) : result}\n`);
      if (given.out !== undefined) {
        for (const path of await writeResult(result, given.out)) terminal.err(`wrote ${path}\n`);
      }
      exit(EXIT.ok);
    });
}
