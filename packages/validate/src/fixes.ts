import {
  type Cell,
  type Column,
  cellAt,
  numberColumn,
  type Table,
  type TableLike,
  tableFrom,
  tableOf,
  textColumn,
} from "@vitalcore/core";
import type { ValidationReport } from "./report/report-data.js";

/** A repair that can be made without a decision about the data. */
export interface Fix {
  /** Row from 1, as in the finding. */
  readonly row: number;
  readonly column: string;
  /** What stands there; the fix is not applied where it no longer does. */
  readonly from: string;
  readonly to: string;
  /** Code of the finding that it mends. */
  readonly code: string;
  /** Why it is safe. */
  readonly reason: string;
}

/** A fix and whether it was applied. */
export interface AppliedFix extends Fix {
  readonly applied: boolean;
}

/** Findings whose suggestion is another spelling of the same thing. Guesses (nearest names, scales) are not among them. */
const SAFE: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ["validate/code-form", "the same code, written as the list has it"],
  ["validate/serial-date", "the date that the serial number stands for (1900 date system)"],
  ["domain/period-form", "the same period, written as SDMX has it"],
]);

/** A number in other digits: the same number. */
const OTHER_DIGITS = "the same number in ASCII digits";
const INVISIBLE = /[\p{Cf}\p{Cc}]/gu;

function reasonFor(code: string, found: string, suggestion: string): string | undefined {
  const safe = SAFE.get(code);
  if (safe !== undefined) {
    // Two years joined by a dash are an interval only if that is what was meant.
    if (code === "domain/period-form" && /^\d{4}\/\d{4}$/.test(suggestion)) return undefined;
    return safe;
  }
  if (code === "validate/not-a-number" || code === "table/other-digits") return OTHER_DIGITS;
  const visible = found.replace(INVISIBLE, "");
  if (
    /^validate\/(?:code|area)-unknown$/.test(code) &&
    visible !== found &&
    visible === suggestion
  ) {
    return "the same code without characters that cannot be seen";
  }
  return undefined;
}

/**
 * The repairs that can be made without a decision: codes in another case, lost leading zeros, invisible characters,
 * serial dates, periods in another spelling, digits of another script. What must be decided (a typo, a scale, a
 * duplicate, a suppressed value) is not among them.
 *
 * @returns fixes in the order of the findings; only of what the report lists.
 *
 * @example
 * ```ts
 * import { suggestFixes, validateTable } from "@vitalcore/validate";
 * const report = validateTable({ area: ["ken", "Keyna"] }, {
 *   kind: "RuleSet", version: 1, id: "x", rules: [{ rule: "area", column: "area" }],
 * });
 * suggestFixes(report).map(({ row, from, to }) => [row, from, to]); // => [[1, "ken", "KEN"]]
 * ```
 */
export function suggestFixes(report: ValidationReport): readonly Fix[] {
  return report.findings.flatMap(({ code, place, found, suggestion }): Fix[] => {
    const { row, column } = place;
    if (row === undefined || column === undefined || suggestion === undefined) return [];
    if (found === undefined || found === null) return [];
    const from = String(found);
    const reason = reasonFor(code, from, suggestion);
    return reason === undefined ? [] : [{ row, column, from, to: suggestion, code, reason }];
  });
}

/**
 * Applies fixes to a copy of a table, and says of each whether it was applied. A cell that no longer holds what
 * the fix was made for is left alone.
 *
 * @param input - the table that was validated.
 * @param fixes - those of `suggestFixes` that are wanted.
 * @throws VitalError those of `tableFrom`.
 *
 * @example
 * ```ts
 * import { applyFixes, suggestFixes, validateTable } from "@vitalcore/validate";
 * const rules = { kind: "RuleSet", version: 1, id: "x", rules: [{ rule: "area", column: "area" }] } as const;
 * const data = { area: ["ken"] };
 * const { table, log } = applyFixes(data, suggestFixes(validateTable(data, rules)));
 * validateTable(table, rules).verdict; // => "accept"
 * log.map(({ applied }) => applied); // => [true]
 * ```
 */
export function applyFixes(
  input: TableLike,
  fixes: readonly Fix[],
): { readonly table: Table; readonly log: readonly AppliedFix[] } {
  const table = tableFrom(input) as Table;
  const changed = new Map<string, Cell[]>();
  const cellsOf = (name: string): Cell[] => {
    let cells = changed.get(name);
    if (cells === undefined) {
      const column: Column = table.column(name);
      cells = Array.from({ length: table.length }, (_, i) => cellAt(column, i));
      changed.set(name, cells);
    }
    return cells;
  };
  const log = fixes.map((fix): AppliedFix => {
    const known = table.has(fix.column) && fix.row >= 1 && fix.row <= table.length;
    const cells = known ? cellsOf(fix.column) : [];
    const applied = known && String(cells[fix.row - 1]) === fix.from;
    if (applied) cells[fix.row - 1] = fix.to;
    return { ...fix, applied };
  });
  const applied = new Set(log.filter((fix) => fix.applied).map(({ column }) => column));
  const columns = table.names.map((name): [string, Column] => [
    name,
    applied.has(name) ? columnOf(cellsOf(name)) : table.column(name),
  ]);
  return { table: tableOf(columns, { identifying: table.identifying }), log };
}

/** Text, unless every cell is a number again. */
function columnOf(cells: readonly Cell[]): Column {
  const isNumber = (cell: Cell) => cell === null || typeof cell === "number";
  if (cells.every(isNumber)) return numberColumn(cells as (number | null)[]);
  return textColumn(cells.map((cell) => (cell === null ? null : String(cell))));
}
