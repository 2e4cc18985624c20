import {
  calculatorSchema,
  computedIndicators,
  computeIndicator,
} from "@vitalcore/indicators/registry";
import type { Command } from "commander";
import { parseJson, readWhole } from "../files.js";
import { EXIT, type Terminal } from "../terminal.js";

interface ComputeOptions {
  readonly inputs?: string;
  readonly area?: string;
  readonly period?: string;
  readonly schema?: boolean;
}

const MORE = `
Inputs are one JSON object by name; proportions are from 0 to 1, counts in people or cases. --schema says which inputs an
indicator takes, as JSON Schema. The result is an observation in the unit of the indicator's definition, as JSON, with
the options of its calculator as parameters. Without an indicator, the ids that can be computed are listed.

Examples:
  $ vitalcore compute
  $ vitalcore compute usage-gap-covered --schema
  $ vitalcore compute usage-gap-covered --inputs namibia.json --area NAM --period 2024`;

/** Adds `vitalcore compute`. */
export function computeCommand(
  program: Command,
  terminal: Terminal,
  exit: (code: number) => void,
): void {
  const command = program
    .command("compute")
    .description("compute one indicator by its id from numbers in JSON")
    .argument("[indicator]", "id of the indicator")
    .option("-i, --inputs <file>", "JSON file with the inputs")
    .option("-a, --area <code>", "area of the observation, ISO 3166-1 alpha-3 or M49")
    .option("-p, --period <period>", "period of the observation, 2024 or 2024-Q1")
    .option("--schema", "print the JSON Schema of the inputs")
    .addHelpText("after", MORE)
    .action(async (id: string | undefined, options: ComputeOptions) => {
      terminal.out(`${await answer(command, terminal, id, options)}\n`);
      exit(EXIT.ok);
    });
}

async function answer(
  command: Command,
  { err }: Terminal,
  id: string | undefined,
  { inputs, area, period, schema }: ComputeOptions,
): Promise<string> {
  if (id === undefined) return [...computedIndicators()].sort().join("\n");
  if (schema === true) return JSON.stringify(calculatorSchema(id), null, 1);
  if (inputs === undefined || area === undefined || period === undefined) {
    command.error("--inputs, --area and --period are needed; --schema says which inputs");
  }
  const observation = computeIndicator(id, parseJson(await readWhole(inputs)), { area, period });
  const { value, status = [] } = observation;
  if (value === null) {
    err(
      `! ${id} is not defined for these inputs: it has no value, and status ${status.join(", ")}.\n`,
    );
  }
  return JSON.stringify(observation);
}
