import {
  type AnyTable,
  type Column,
  type Expression,
  type Finding,
  isVitalError,
  nearest,
  type Result,
  type RunOptions,
  type Table,
  type TableLike,
  tableFrom,
  tableOf,
  VitalError,
} from "@vitalcore/core";
import { find } from "../catalog.js";
import type { ValidationLevel } from "../level.js";
import type { ValidationReport } from "../report/report-data.js";
import { LISTED, type OpenTally, openTally } from "../report/tally.js";
import { reportOf } from "../report/validation-report.js";
import { ColumnFacts, demandsByColumn } from "./column-facts.js";
import { columnsIn, truthOf } from "./expression.js";
import type { Rule, RuleSet } from "./rule.js";
import type { Chunk, RuleContext, RuleKind, RuleRun } from "./rule-kind.js";
import { kindOf, ruleNames } from "./rule-kinds.js";

/** What a validation is given beside the rules and the data. */
export interface ValidateOptions {
  /** What is validated, for the report. */
  readonly subject?: string;
  /** Tables that rules refer to by name: code lists, earlier deliveries. */
  readonly tables?: Readonly<Record<string, TableLike>>;
  /** The levels that are checked; all if left out. */
  readonly levels?: readonly ValidationLevel[];
  /** Findings listed of each rule and code; 100 if left out. All are counted. */
  readonly listed?: number;
  /** Names of columns that identify people, beside those of the table. */
  readonly identifying?: Iterable<string>;
}

/** A validation under way: it takes the data in chunks and gives the report of all of them. */
export interface Validation {
  /** Takes the next rows. Columns may not change their meaning between chunks. */
  add(chunk: TableLike): void;
  /** Rows so far. */
  readonly rows: number;
  /** The report; nothing can be added after it. */
  finish(): Result<ValidationReport>;
}

interface RunningRule {
  readonly rule: Rule;
  readonly kind: RuleKind<Rule>;
  readonly run: RuleRun;
  readonly tally: OpenTally;
  readonly columns: readonly string[];
  /** Set when the rule cannot go on: its columns are missing, or it does not fit them. */
  stopped: boolean;
}

/** Kind and columns of a rule, as it is named where it has no id. */
function nameOf(rule: Rule, columns: readonly string[]): string {
  return columns.length === 0 ? rule.rule : `${rule.rule} ${columns.join(", ")}`;
}

function checkRules(rules: readonly Rule[]): void {
  const ids = new Set<string>();
  const findings: Finding[] = [];
  rules.forEach((rule, i) => {
    if (kindOf(rule) === undefined) {
      const suggestion = nearest(String(rule.rule), ruleNames);
      const meant = suggestion === undefined ? "" : `Did you mean "${suggestion}"? `;
      const facts = { position: i + 1, kinds: ruleNames, meant };
      findings.push(find("validate/unknown-rule", { found: rule.rule, suggestion, facts }));
    }
    if (rule.id === undefined) return;
    if (ids.has(rule.id)) findings.push(find("validate/duplicate-rule", { found: rule.id }));
    ids.add(rule.id);
  });
  if (findings.length > 0) throw new VitalError(findings);
}

/** The rows of a table in which a condition holds. */
function rowsWhere(chunk: Chunk, condition: Expression): Chunk {
  const truth = truthOf(condition, chunk.table);
  const rows: number[] = [];
  for (let i = 0; i < chunk.table.length; i++) if (truth(i) === true) rows.push(i);
  const columns = chunk.table.names.map((name): [string, Column] => [
    name,
    pick(chunk.table.column(name), rows),
  ]);
  const { identifying } = chunk.table;
  const table = tableOf(columns, { identifying });
  const rowOf = (index: number): number => chunk.rowOf(rows[index] as number);
  return { table, rowOf, facts: new ColumnFacts(table, new Map()) };
}

function pick(column: Column, rows: readonly number[]): Column {
  if (column.kind === "number") {
    return {
      kind: "number",
      values: Float64Array.from(rows, (row) => column.values[row] as number),
    };
  }
  if (column.kind === "boolean") {
    return {
      kind: "boolean",
      values: Uint8Array.from(rows, (row) => column.values[row] as number),
    };
  }
  const codes = Int32Array.from(rows, (row) => column.codes[row] as number);
  return { kind: "text", codes, levels: column.levels };
}

/**
 * Begins to validate a data set that comes in chunks. The report is the same for any cutting.
 *
 * @param ruleSet - the rules; see `ruleSetSchema` of `@vitalcore/validate/schema` for rules from a file.
 * @throws VitalError `validate/unknown-rule`, `validate/duplicate-rule`.
 *
 * @example
 * ```ts
 * import { startValidation } from "@vitalcore/validate";
 * const validation = startValidation({
 *   kind: "RuleSet",
 *   version: 1,
 *   id: "ages",
 *   rules: [{ rule: "range", column: "age", min: 0, max: 120 }],
 * });
 * validation.add({ age: [30, 40] });
 * validation.add({ age: [150] });
 * validation.finish().findings[0]?.place.row; // => 3
 * ```
 */
export function startValidation(ruleSet: RuleSet, options: ValidateOptions = {}): Validation {
  checkRules(ruleSet.rules);
  const { subject = null, levels, listed = LISTED } = options;
  const identifying = new Set(options.identifying ?? []);
  const tables = new Map<string, AnyTable>(
    Object.entries(options.tables ?? {}).map(([name, table]) => [name, tableFrom(table) as Table]),
  );
  const context: RuleContext = { tables };
  const names = new Map<string, number>();
  const running = ruleSet.rules.flatMap((rule): RunningRule[] => {
    const kind = kindOf(rule) as RuleKind<Rule>;
    const level = rule.level ?? kind.level;
    if (levels !== undefined && !levels.includes(level)) return [];
    const columns = kind.columns(rule);
    const name = rule.id ?? nameOf(rule, columns);
    const times = (names.get(name) ?? 0) + 1;
    names.set(name, times);
    const tally = openTally({
      id: times === 1 ? name : `${name} (${times})`,
      level,
      severity: rule.severity,
      listed,
      identifies: (column) => identifying.has(column),
    });
    const needed = rule.where === undefined ? columns : [...columns, ...columnsIn(rule.where)];
    return [{ rule, kind, run: kind.start(rule, context), tally, columns: needed, stopped: false }];
  });
  const demands = demandsByColumn(
    running.flatMap(({ rule, kind }) =>
      rule.where === undefined ? (kind.asks?.(rule) ?? []) : [],
    ),
  );
  let rows = 0;

  const withIdentifying = (table: AnyTable): AnyTable => {
    for (const column of table.identifying) identifying.add(column);
    if ([...identifying].every((column) => table.identifying.has(column))) return table;
    return tableOf(
      table.names.map((name): [string, Column] => [name, table.column(name)]),
      { identifying },
    );
  };
  const take = (each: RunningRule, chunk: Chunk): void => {
    const { rule, kind, run, tally, columns } = each;
    const absent = [...new Set(columns)].filter((column) => !chunk.table.has(column));
    if (absent.length > 0) {
      each.stopped = true;
      const list = absent.map((column) => `"${column}"`).join(", ");
      tally.cannot(`there is no column ${list}`, kind.absence ?? "warning");
      return;
    }
    try {
      run.chunk(rule.where === undefined ? chunk : rowsWhere(chunk, rule.where), tally);
    } catch (error) {
      if (!isVitalError(error)) throw error;
      each.stopped = true;
      tally.cannot(error.findings.map(({ message }) => message).join(" "));
    }
  };
  return {
    get rows() {
      return rows;
    },
    add(input) {
      const before = rows;
      const table = withIdentifying(tableFrom(input, { identifying }) as Table);
      const rowOf = (index: number): number => before + index + 1;
      const chunk: Chunk = { table, rowOf, facts: new ColumnFacts(table, demands) };
      for (const each of running) if (!each.stopped) take(each, chunk);
      rows += table.length;
    },
    finish() {
      for (const { run, tally, stopped } of running) if (!stopped) run.finish?.(tally);
      return reportOf(
        subject,
        rows,
        running.map(({ tally }) => tally.result()),
        running.flatMap(({ tally }) => tally.findings()),
      );
    },
  };
}

/**
 * Validates a table by a set of rules. Nothing is changed and nothing thrown for what the data hold: the
 * report says of every rule whether it passed, failed or could not be evaluated, with the cells.
 *
 * @param table - a table, rows, columns, an Arrow or Arquero table.
 * @param ruleSet - the rules, as plain JSON.
 * @returns the report; `assertValid` stops at its errors.
 * @throws VitalError `validate/unknown-rule`, `validate/duplicate-rule`; those of `tableFrom`.
 *
 * @example
 * ```ts
 * import { type RuleSet, validateTable } from "@vitalcore/validate";
 * const rules: RuleSet = {
 *   kind: "RuleSet",
 *   version: 1,
 *   id: "prevalence",
 *   rules: [
 *     { rule: "area", column: "area" },
 *     { rule: "range", column: "value", min: 0, max: 100 },
 *   ],
 * };
 * const report = validateTable([{ area: "KEN", value: 12 }, { area: "Keyna", value: 104 }], rules);
 * report.verdict; // => "reject"
 * report.findings.map(({ place, suggestion }) => [place.row, place.column, suggestion]); // => [[2, "area", "KEN"], [2, "value", undefined]]
 * ```
 */
export function validateTable(
  table: TableLike,
  ruleSet: RuleSet,
  options: ValidateOptions = {},
): Result<ValidationReport> {
  const validation = startValidation(ruleSet, options);
  validation.add(table);
  return validation.finish();
}

/**
 * Validates chunks as they arrive, for example those of `readCsvChunks`: flat in memory but for the keys
 * that rules must remember.
 *
 * @param chunks - tables of consecutive rows.
 * @param run - progress (in rows) and cancellation.
 * @throws the signal's reason when it is aborted.
 *
 * @example
 * ```ts
 * import { validateChunks } from "@vitalcore/validate";
 * const rules = { kind: "RuleSet", version: 1, id: "ages", rules: [{ rule: "required", columns: ["age"] }] } as const;
 * const report = await validateChunks([{ age: [1] }, { age: [null] }], rules);
 * report.rules[0]?.failed; // => 1
 * ```
 */
export async function validateChunks(
  chunks: AsyncIterable<TableLike> | Iterable<TableLike>,
  ruleSet: RuleSet,
  options: ValidateOptions = {},
  run: RunOptions = {},
): Promise<Result<ValidationReport>> {
  const { signal, onProgress } = run;
  signal?.throwIfAborted();
  const validation = startValidation(ruleSet, options);
  for await (const chunk of chunks) {
    validation.add(chunk);
    onProgress?.({ stage: "validating", done: validation.rows });
    // A chunk from memory is no pause: let the event loop have its turn, so that a signal can arrive.
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
  }
  return validation.finish();
}
