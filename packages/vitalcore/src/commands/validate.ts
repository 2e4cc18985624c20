import { basename } from "node:path";
import { type Table, VitalError } from "@vitalcore/core";
import { indicators } from "@vitalcore/domain/indicators";
import { writeCsv } from "@vitalcore/table/csv";
import {
  applyFixes,
  mergeReports,
  observationRules,
  type RuleSet,
  suggestFixes,
  type ValidationReport,
} from "@vitalcore/validate";
import { validateExcel } from "@vitalcore/validate/excel";
import { type FileValidation, validateFile } from "@vitalcore/validate/file";
import { annotationsOf, htmlReport, sarifOf } from "@vitalcore/validate/report";
import { readRuleSet } from "@vitalcore/validate/schema";
import { type Command, Option } from "commander";
import { find } from "../catalog.js";
import { parseJson, readWhole, writeText } from "../files.js";
import { EXIT, type Terminal } from "../terminal.js";

type Format = "text" | "json" | "sarif" | "github" | "html";

interface ValidateOptions {
  readonly rules?: string;
  readonly observations?: boolean;
  readonly table?: readonly string[];
  readonly missing?: readonly string[];
  readonly identifying?: readonly string[];
  readonly format: Format;
  readonly json?: boolean;
  readonly out?: string;
  readonly failOn: "error" | "warning" | "never";
  readonly fix?: string;
  readonly sheet?: string;
}

const WORKBOOK = /\.xls[xm]$/i;

const MORE = `
Rules are one JSON file: { "kind": "RuleSet", "version": 1, "id": "...", "rules": [...] }. Without them the form of
the file is checked: encoding, rows, headers, quotes, numbers. --observations adds the rules of a table of
observations (columns indicator, area, period, value, unit).

The report goes to standard output, or to --out. Exit codes: 0 nothing that stops, 1 errors (or warnings, with
--fail-on warning), 2 wrong usage.

Examples:
  $ vitalcore validate data.csv --rules rules.json
  $ vitalcore validate observations.csv --observations --format html --out report.html
  $ vitalcore validate data.csv --rules rules.json --table before=last-year.csv --format github
  $ vitalcore validate data.csv --rules rules.json --fix data.fixed.csv`;

/** The rule set asked for: that of a file, that of observations, both, or none. */
async function rulesOf({ rules, observations }: ValidateOptions): Promise<RuleSet> {
  const sets: RuleSet[] = [];
  if (rules !== undefined) sets.push(readRuleSet(parseJson(await readWhole(rules))));
  if (observations === true) sets.push(observationRules(indicators));
  const [first, ...others] = sets;
  if (first === undefined) return { kind: "RuleSet", version: 1, id: "form", rules: [] };
  return { ...first, rules: [...first.rules, ...others.flatMap((set) => set.rules)] };
}

const NO_RULES: RuleSet = { kind: "RuleSet", version: 1, id: "reference", rules: [] };

/** Tables that rules refer to, by name. */
async function tablesOf(options: readonly string[]): Promise<Record<string, Table>> {
  const named = await Promise.all(
    options.map(async (option): Promise<[string, Table]> => {
      const [name, path] = option.split(/=(.*)/s) as [string, string | undefined];
      if (path === undefined || path === "") {
        throw new VitalError([find("vitalcore/table-option", { found: option })]);
      }
      const { bytes } = await readWhole(path);
      const settings = { name: basename(path) };
      if (WORKBOOK.test(path))
        return [name, (await validateExcel(bytes, NO_RULES, settings)).table];
      return [name, validateFile(bytes, NO_RULES, settings).table];
    }),
  );
  return Object.fromEntries(named);
}

const FORMS: Readonly<Record<Format, (report: ValidationReport) => string>> = {
  text: String,
  json: (report) => JSON.stringify(report),
  sarif: (report) => JSON.stringify(sarifOf(report), null, 1),
  github: annotationsOf,
  html: htmlReport,
};

async function writeFixed(
  { table, report }: FileValidation,
  path: string,
  { err }: Terminal,
): Promise<void> {
  const { table: mended, log } = applyFixes(table, suggestFixes(report));
  await writeText(path, writeCsv(mended));
  for (const { applied, row, column, from, to, reason } of log) {
    const done = applied ? "fixed" : "left";
    err(
      `${done} row ${row}, ${column}: ${JSON.stringify(from)} -> ${JSON.stringify(to)} (${reason})\n`,
    );
  }
  err(`wrote ${path}\n`);
}

/** Adds `vitalcore validate`. */
export function validateCommand(
  program: Command,
  terminal: Terminal,
  exit: (code: number) => void,
): void {
  program
    .command("validate")
    .description("validate data files by rules: findings that point at the cell and say what to do")
    .argument("<files...>", "CSV, TSV, JSON, JSON Lines or Excel (.xlsx)")
    .option("-r, --rules <file>", "rule set, JSON")
    .option("--observations", "add the rules of a table of observations")
    .option("-t, --table <name=file...>", "tables that rules refer to by name")
    .option("-m, --missing <texts...>", "texts that stand for a missing value")
    .option("--identifying <columns...>", "columns whose values are never quoted")
    .addOption(
      new Option("-f, --format <format>", "form of the report")
        .choices(["text", "json", "sarif", "github", "html"])
        .default("text"),
    )
    .option("--sheet <name>", "sheet of a workbook; the first visible one if left out")
    .option("--json", "the same as --format json")
    .option("-o, --out <file>", "write the report there")
    .addOption(
      new Option("--fail-on <severity>", "what makes the exit code 1")
        .choices(["error", "warning", "never"])
        .default("error"),
    )
    .option("--fix <file>", "write a CSV with the safe repairs there, and log them (one file only)")
    .addHelpText("after", MORE)
    .action(async (files: readonly string[], options: ValidateOptions) => {
      if (options.fix !== undefined && files.length > 1) {
        terminal.err("--fix takes one file at a time\n");
        exit(EXIT.usage);
        return;
      }
      const [ruleSet, tables] = await Promise.all([
        rulesOf(options),
        tablesOf(options.table ?? []),
      ]);
      const { missing, identifying } = options;
      const checked = await Promise.all(
        files.map(async (path) => {
          const { bytes } = await readWhole(path);
          const settings = {
            name: path,
            tables,
            ...(missing !== undefined && { missing }),
            ...(identifying !== undefined && { identifying }),
          };
          if (!WORKBOOK.test(path)) return validateFile(bytes, ruleSet, settings);
          return validateExcel(bytes, ruleSet, {
            ...settings,
            ...(options.sheet !== undefined && { sheet: options.sheet }),
          });
        }),
      );
      const [only] = checked;
      const report =
        checked.length === 1 && only !== undefined
          ? only.report
          : mergeReports(checked.map((each) => each.report));
      const text = FORMS[options.json === true ? "json" : options.format](report);
      if (options.out === undefined) terminal.out(`${text}\n`);
      else {
        await writeText(options.out, `${text}\n`);
        terminal.err(`wrote ${options.out}\n`);
      }
      if (options.fix !== undefined && only !== undefined)
        await writeFixed(only, options.fix, terminal);
      exit(stops(report, options.failOn) ? EXIT.findings : EXIT.ok);
    });
}

function stops({ errors, warnings }: ValidationReport, failOn: ValidateOptions["failOn"]): boolean {
  if (failOn === "never") return false;
  return errors > 0 || (failOn === "warning" && warnings > 0);
}
