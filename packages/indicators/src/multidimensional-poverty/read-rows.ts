import {
  type Column,
  cellAt,
  type Finding,
  numbersOf,
  requireColumns,
  type Table,
  throwIfErrors,
} from "@vitalcore/core";
import { hasMissing } from "./block-masks.js";
import { find } from "./catalog.js";
import type { PovertyPlan } from "./plan.js";
import type { DeprivationRows } from "./score-table.js";

/** Columns beside the deprivations. */
export interface PovertyColumns {
  /** Survey weight of the household (or of the person). */
  readonly weight?: string;
  /** Household size: persons are the unit, rows are households. */
  readonly size?: string;
  /** Groups by which results are wanted as well. */
  readonly by?: string;
}

const MISSING = 255;

/** Reads and checks the columns that a plan needs; all problems together. */
export function readRows(
  table: Table,
  plan: PovertyPlan,
  columns: PovertyColumns,
): DeprivationRows {
  const { weight, size, by } = columns;
  const factorNames = [weight, size].filter((name) => name !== undefined);
  requireColumns(table, [...plan.ids, ...factorNames, ...(by === undefined ? [] : [by])]);
  const findings: Finding[] = [];
  const deprivations = plan.ids.map((id) => deprivationCodes(table, id, findings));
  const factors = factorNames.map((name) => factorOf(table, name, findings));
  throwIfErrors(findings);
  const withMissing = [...deprivations.keys()].filter((j) => hasMissing(deprivations[j]!));
  return { deprivations, factors, withMissing };
}

function deprivationCodes(table: Table, name: string, findings: Finding[]): Uint8Array {
  const column: Column = table.column(name);
  if (column.kind === "boolean") return column.values;
  const codes = new Uint8Array(table.length);
  let row = -1;
  if (column.kind === "number") {
    const { values } = column;
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      if (value === 1) codes[i] = 1;
      else if (Number.isNaN(value)) codes[i] = MISSING;
      else if (value !== 0 && row < 0) row = i;
    }
  } else {
    codes.fill(MISSING);
    row = column.codes.findIndex((code) => code >= 0);
  }
  if (row >= 0) {
    const withhold = table.identifying.has(name);
    const place = { column: name, row: row + 1 };
    findings.push(
      find("indicators/not-a-deprivation", { place, found: cellAt(column, row), withhold }),
    );
  }
  return codes;
}

function factorOf(table: Table, name: string, findings: Finding[]): Float64Array {
  const values = numbersOf(table, name);
  let isPositive = false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value > 0) isPositive = true;
    else if (value !== 0) return refuseFactor(table, name, i, values, findings);
  }
  if (!isPositive && values.length > 0) return refuseFactor(table, name, 0, values, findings);
  return values;
}

function refuseFactor(
  table: Table,
  column: string,
  row: number,
  values: Float64Array,
  findings: Finding[],
): Float64Array {
  const value = values[row] as number;
  findings.push(
    find("indicators/poverty-weight", {
      place: { column, row: row + 1 },
      found: Number.isNaN(value) ? null : value,
      withhold: table.identifying.has(column),
    }),
  );
  return values;
}

/** The first row that lacks a deprivation, and how many do. */
export function missingRows(
  plan: PovertyPlan,
  { deprivations, withMissing }: DeprivationRows,
): Finding | undefined {
  if (withMissing.length === 0) return undefined;
  const rows = deprivations[0]?.length ?? 0;
  let count = 0;
  let first: { row: number; column: string } | undefined;
  for (let i = 0; i < rows; i++) {
    const j = deprivations.findIndex((column) => (column[i] as number) > 1);
    if (j < 0) continue;
    count++;
    first ??= { row: i + 1, column: plan.ids[j] as string };
  }
  if (first === undefined) return undefined;
  return find("indicators/missing-deprivation", { place: first, facts: { count, rows } });
}
