import { isVitalError } from "@vitalcore/core";
import { Command, CommanderError } from "commander";
import { buildCommand } from "./commands/build.js";
import { checkCommand } from "./commands/check.js";
import { computeCommand } from "./commands/compute.js";
import { estimateCommand } from "./commands/estimate.js";
import { uncertaintyCommand } from "./commands/uncertainty.js";
import { validateCommand } from "./commands/validate.js";
import { vocabularyCommand } from "./commands/vocabulary.js";
import { EXIT, printFindings, type Terminal } from "./terminal.js";
import { VERSION } from "./version.js";

const ABOUT = [
  "Measures human security: validates data, estimates from surveys, computes indicators, builds composite indices and says how sure their ranks are, exports the vocabulary.",
  "A methodology is one JSON file: the framework, goalposts, means and thresholds. Data are observations (CSV or JSON with indicator, area, period, value, unit) or a wide table with one unit in a row.",
].join("\n\n");

const MORE = `
Start here:
  $ vitalcore validate observations.csv --observations
  $ vitalcore check methodology.json --data observations.csv
  $ vitalcore build methodology.json --data observations.csv --out results/
  $ vitalcore uncertainty methodology.json --data observations.csv --spec doubt.json

Exit codes: 0 done; 1 something in the files must be mended (every problem is listed); 2 wrong usage.
Results go to standard output, findings to standard error; --json makes both readable for programs.`;

/**
 * Runs the command line in this process.
 *
 * @param args - the words after the command's name.
 * @param terminal - where output and findings are written.
 * @returns the exit code: 0 done, 1 findings that must be mended, 2 wrong usage.
 *
 * @example
 * ```ts
 * import { run } from "vitalcore";
 * let text = "";
 * const code = await run(["--help"], { out: (part) => { text += part; }, err: () => {} });
 * code; // => 0
 * text.includes("vitalcore build"); // => true
 * ```
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = EXIT.ok;
  const program = new Command("vitalcore")
    .description(ABOUT)
    .version(VERSION)
    .addHelpText("after", MORE)
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .showSuggestionAfterError()
    .exitOverride();
  const commands = [
    validateCommand,
    estimateCommand,
    computeCommand,
    checkCommand,
    buildCommand,
    uncertaintyCommand,
    vocabularyCommand,
  ];
  for (const command of commands) {
    command(program, terminal, (result) => {
      code = result;
    });
  }
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (!isVitalError(error)) throw error;
    printFindings(error.findings, terminal);
    return EXIT.findings;
  }
}
