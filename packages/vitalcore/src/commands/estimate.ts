import { tableFrom, throwIfErrors } from "@vitalcore/core";
import { type Estimates, estimateColumns } from "@vitalcore/survey";
import {
  type ReplicatePlan,
  type StatisticsPlan,
  surveyStatistic,
} from "@vitalcore/survey/statistics";
import { writeCsv } from "@vitalcore/table/csv";
import type { Command } from "commander";
import { parseJson, readWhole, writeText } from "../files.js";
import { readTable } from "../read-data.js";
import { EXIT, printFindings, type Terminal } from "../terminal.js";

interface EstimateOptions {
  readonly plan: string;
  readonly identifying?: readonly string[];
  readonly out?: string;
  readonly json?: boolean;
}

const MORE = `
A plan says what is estimated and how the sample was drawn:
  { "version": 1, "statistic": "proportion", "column": "online", "event": 1, "by": ["region"],
    "design": { "weights": "w", "strata": "region", "clusters": "village" } }
The statistic is mean or total (with "columns"), ratio ("numerator", "denominator"), proportion ("column", "event") or
count. A design has its weights, strata, clusters and fpc, or the replicate weights of the file.

Estimates come with standard errors and 95 % intervals by design, as R's survey gives them. They are for the analyst: a
table that is made for publication names its suppression rules (publicationTable of @vitalcore/survey/publication).

Examples:
  $ vitalcore estimate survey.csv --plan online.json
  $ vitalcore estimate survey.csv --plan online.json --out estimates.csv --identifying name phone`;

/** Adds `vitalcore estimate`. */
export function estimateCommand(
  program: Command,
  terminal: Terminal,
  exit: (code: number) => void,
): void {
  program
    .command("estimate")
    .description(
      "estimates from survey microdata, with standard errors by the design of the sample",
    )
    .argument("<data>", "microdata, CSV, TSV or JSON")
    .requiredOption("-p, --plan <file>", "JSON file with the statistic and the design")
    .option("--identifying <columns...>", "columns whose values are never quoted")
    .option("-o, --out <file>", "write the estimates there, as CSV")
    .option("--json", "print the estimates as JSON")
    .addHelpText("after", MORE)
    .action(async (path: string, { plan, identifying = [], out, json }: EstimateOptions) => {
      // What is wrong with the document is told by the plan's own check.
      const document = parseJson(await readWhole(plan)) as StatisticsPlan | ReplicatePlan;
      const statistic = surveyStatistic(document);
      const { table, findings } = readTable(await readWhole(path), { identifying });
      throwIfErrors(findings);
      const result = statistic.finish(statistic.accumulate(statistic.empty(), table));
      printFindings([...findings, ...result.findings], terminal);
      terminal.out(`${json ? JSON.stringify(result) : result}\n`);
      if (out !== undefined) await writeEstimates(result, out, terminal);
      exit(EXIT.ok);
    });
}

async function writeEstimates(result: Estimates, path: string, { err }: Terminal): Promise<void> {
  await writeText(path, writeCsv(tableFrom(estimateColumns(result))));
  err(`wrote ${path}\n`);
}
