import { checkMethodology } from "@vitalcore/composite";
import type { Finding } from "@vitalcore/core";
import { indicators } from "@vitalcore/domain/indicators";
import type { Command } from "commander";
import { readData } from "../read-data.js";
import { readMethodology } from "../read-methodology.js";
import { EXIT, printFindings, type Terminal } from "../terminal.js";

interface CheckOptions {
  readonly data?: readonly string[];
  readonly unit?: string;
  readonly json?: boolean;
}

const MORE = `
Without --data the methodology alone is checked; with it, also whether the data can carry it.

Examples:
  $ vitalcore check methodology.json
  $ vitalcore check methodology.json --data observations.csv --json`;

/** Adds `vitalcore check`. */
export function checkCommand(
  program: Command,
  terminal: Terminal,
  exit: (code: number) => void,
): void {
  program
    .command("check")
    .description("check a methodology, and the data it is to be built from, and list all problems")
    .argument("<methodology>", "JSON file with the methodology")
    .option("-d, --data <files...>", "observations or a wide table, CSV or JSON")
    .option("-u, --unit <column>", "column of units of a wide table")
    .option("--json", "print the findings as JSON")
    .addHelpText("after", MORE)
    .action(async (path: string, { data, unit, json }: CheckOptions) => {
      const findings = await findAll(path, data, unit);
      const errors = findings.filter(({ severity }) => severity === "error").length;
      if (json) terminal.out(`${JSON.stringify(findings)}\n`);
      else {
        printFindings(findings, terminal);
        terminal.out(`${findings.length} findings, ${errors} of them errors\n`);
      }
      exit(errors > 0 ? EXIT.findings : EXIT.ok);
    });
}

async function findAll(
  path: string,
  dataPaths: readonly string[] | undefined,
  unitColumn: string | undefined,
): Promise<readonly Finding[]> {
  const { methodology, definitions } = await readMethodology(path);
  if (dataPaths === undefined) return checkMethodology(methodology, { definitions: indicators });
  const { data, findings } = await readData(dataPaths, definitions, unitColumn);
  return [
    ...findings,
    ...checkMethodology(methodology, {
      definitions: indicators,
      data,
      ...(unitColumn !== undefined && { unitColumn }),
    }),
  ];
}
