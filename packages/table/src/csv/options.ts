import { type AnyTable, type ColumnOf, type Finding, VitalError } from "@vitalcore/core";
import { find } from "../finding-list.js";
import type { DecimalMark } from "./number-text.js";

/** What a column of a file holds. */
export interface CsvColumn {
  /** `text` as it stands; `number` plainly written; `boolean` as true or false, in any case. */
  readonly type: "text" | "number" | "boolean";
  /** Texts that stand for a missing value, beside the empty cell: `["..", "x"]`. */
  readonly missing?: readonly string[];
  /** The column identifies people: no finding quotes its values. */
  readonly identifying?: boolean;
}

/** The columns that a file is expected to have, by name. */
export type CsvSchema = Readonly<Record<string, CsvColumn>>;

/** The cells of a column of that description. */
export type CsvCellOf<Description extends CsvColumn> = Description["type"] extends "number"
  ? number | null
  : Description["type"] extends "boolean"
    ? boolean | null
    : string | null;

/** The rows of a table read with a schema, as far as the schema knows them. */
export type CsvRow<Schema extends CsvSchema> = {
  readonly [Name in keyof Schema & string]: CsvCellOf<Schema[Name]>;
};

/**
 * A table read with a schema: the columns that it names have their types, others are there too, of a
 * kind that is known only at run time.
 */
export type CsvTable<Schema extends CsvSchema> = [keyof Schema] extends [never]
  ? AnyTable
  : {
      column<Name extends keyof Schema & string>(name: Name): ColumnOf<CsvCellOf<Schema[Name]>>;
    } & AnyTable;

/** What is refused, so that a broken or hostile file costs little. */
export interface CsvLimits {
  /** Bytes of one record (as UTF-8), quoted line ends included; 4 MiB if left out. */
  readonly maxLineBytes?: number;
  /** Rows; 10,000,000 if left out. */
  readonly maxRows?: number;
  /** Columns; 16,384 (those of a spreadsheet) if left out. */
  readonly maxColumns?: number;
}

/** How a CSV file is to be read. Everything may be left out. */
export interface CsvOptions<Schema extends CsvSchema = CsvSchema> {
  /**
   * Columns that must be there, with their types; of those not named here the type is inferred: numbers
   * if every present cell is plainly one, text otherwise.
   */
  readonly columns?: Schema;
  /** Leave out the columns that `columns` does not name. */
  readonly onlyDeclared?: boolean;
  /** Texts that stand for a missing value in every column without a `missing` of its own. */
  readonly missing?: readonly string[];
  /** Names of further columns that identify people, for those that `columns` does not describe. */
  readonly identifying?: Iterable<string>;
  /** One character; found among comma, semicolon, tab and bar if left out. */
  readonly delimiter?: string;
  /** The decimal mark of all numbers of the file; a point if left out. */
  readonly decimal?: DecimalMark;
  /** A label of the Encoding Standard, such as `windows-1252`; found if left out. A byte order mark wins. */
  readonly encoding?: string;
  /** Lines above the header that are not part of the table. */
  readonly skipLines?: number;
  readonly limits?: CsvLimits;
  /** Name of the file, for the places of the findings. */
  readonly file?: string;
}

/** A table and everything odd about the file that it was read from. */
export interface CsvResult<Schema extends CsvSchema = Record<never, never>> {
  readonly table: CsvTable<Schema>;
  /** In the order of the file; `throwIfErrors` of `@vitalcore/core` stops at those that matter. */
  readonly findings: readonly Finding[];
  /** The physical line on which a row (from 1) of the table begins. */
  readonly lineOf: (row: number) => number | undefined;
}

/** Options with their defaults. */
export interface CsvSettings {
  readonly columns: ReadonlyMap<string, CsvColumn>;
  readonly onlyDeclared: boolean;
  readonly missing: readonly string[];
  readonly identifying: ReadonlySet<string>;
  readonly delimiter: string | undefined;
  readonly decimal: DecimalMark;
  readonly skipLines: number;
  readonly limits: Required<CsvLimits>;
}

const DEFAULT_LIMITS: Required<CsvLimits> = {
  maxLineBytes: 4 * 1024 * 1024,
  maxRows: 10_000_000,
  maxColumns: 16_384,
};

/** Whether a text can separate cells: one character that has no other meaning. */
export function isDelimiter(text: string): boolean {
  return /^[^"\r\n\uFEFF]$/.test(text);
}

function checkOptions(options: CsvOptions): Finding[] {
  const findings: Finding[] = [];
  const check = (option: string, right: boolean, found: unknown, wanted: string): void => {
    if (!right) findings.push(find("table/invalid-option", { found, facts: { option, wanted } }));
  };
  const { delimiter, decimal, skipLines, limits = {}, columns = {} } = options;
  check(
    "delimiter",
    delimiter === undefined || isDelimiter(delimiter),
    delimiter,
    "one character, neither a quote nor a line end",
  );
  check("decimal", decimal === undefined || /^[.,]$/.test(decimal), decimal, '"." or ","');
  const whole = (value: number | undefined) =>
    value === undefined || (Number.isSafeInteger(value) && value >= 0);
  check("skipLines", whole(skipLines), skipLines, "a whole number from 0");
  for (const [name, limit] of Object.entries(limits)) {
    check(`limits.${name}`, whole(limit as number), limit, "a whole number from 0");
  }
  for (const [name, { type }] of Object.entries(columns)) {
    const known = type === "text" || type === "number" || type === "boolean";
    check(`columns.${name}.type`, known, type, '"text", "number" or "boolean"');
  }
  return findings;
}

/** @throws VitalError `table/invalid-option`, all at once. */
export function settingsOf(options: CsvOptions): CsvSettings {
  const findings = checkOptions(options);
  if (findings.length > 0) throw new VitalError(findings);
  const columns = new Map(Object.entries(options.columns ?? {}));
  const declared = [...columns].filter(([, { identifying }]) => identifying === true);
  return {
    columns,
    onlyDeclared: options.onlyDeclared ?? false,
    missing: options.missing ?? [],
    identifying: new Set([...declared.map(([name]) => name), ...(options.identifying ?? [])]),
    delimiter: options.delimiter,
    decimal: options.decimal ?? ".",
    skipLines: options.skipLines ?? 0,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
  };
}
