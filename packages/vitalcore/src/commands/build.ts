import { join } from "node:path";
import { type IndexResult, rankedTable, resultRows } from "@vitalcore/composite";
import { summaryText, tableFrom } from "@vitalcore/core";
import { writeCsv } from "@vitalcore/table/csv";
import type { Command } from "commander";
import { computeIndex } from "../compute-index.js";
import { makeFolder, writeText } from "../files.js";
import { EXIT, printFindings, type Terminal } from "../terminal.js";

interface BuildOptions {
  readonly data: readonly string[];
  readonly out?: string;
  readonly unit?: string;
  readonly json?: boolean;
}

const MORE = `
The methodology is checked first, then the data; every problem of both is listed, with the place and what to do.
Data are observations (columns indicator, area, period, value, unit; optional edition, status, source, note,
standardError, breakdown.sex and the like), or a wide table with --unit naming its column of units.

Examples:
  $ vitalcore build methodology.json --data observations.csv
  $ vitalcore build methodology.json --data a.csv b.json --out results/
  $ vitalcore build methodology.json --data wide.csv --unit country --json | jq '.units[0]'`;

/** Writes the files of a result into a folder. */
async function writeResult(result: IndexResult, folder: string): Promise<string[]> {
  await makeFolder(folder);
  const files = {
    "results.csv": writeCsv(tableFrom(resultRows(result))),
    "results.json": `${JSON.stringify(result, null, 1)}\n`,
  };
  return Promise.all(
    Object.entries(files).map(async ([name, content]) => {
      const path = join(folder, name);
      await writeText(path, content);
      return path;
    }),
  );
}

const SHOWN = 20;

function ranking(result: IndexResult, { width }: Terminal): string {
  const summary = rankedTable(result, { top: SHOWN, digits: 1 });
  return summaryText(summary, { ...(width !== undefined && { width }) });
}

/** Adds `vitalcore build`. */
export function buildCommand(
  program: Command,
  terminal: Terminal,
  exit: (code: number) => void,
): void {
  program
    .command("build")
    .description(
      "build a composite index: ranks, scores and the account of everything that entered",
    )
    .argument("<methodology>", "JSON file with the methodology")
    .requiredOption("-d, --data <files...>", "observations or a wide table, CSV or JSON")
    .option("-o, --out <folder>", "write results.csv and results.json there")
    .option("-u, --unit <column>", "column of units of a wide table")
    .option("--json", "print the whole result as JSON instead of the ranking")
    .addHelpText("after", MORE)
    .action(async (methodology: string, options: BuildOptions) => {
      const { result, fileFindings } = await computeIndex(methodology, options.data, options.unit);
      printFindings([...fileFindings, ...result.findings], terminal);
      terminal.out(`${options.json ? JSON.stringify(result) : ranking(result, terminal)}\n`);
      if (options.out !== undefined) {
        const written = await writeResult(result, options.out);
        for (const path of written) terminal.err(`wrote ${path}\n`);
      }
      exit(EXIT.ok);
    });
}
