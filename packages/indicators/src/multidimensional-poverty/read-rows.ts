import {
  type Column,
  cellAt,
  type Finding,
  numbersOf,
  requireColumns,
  type Table,
  throwIfErrors,
} from "@vitalcore/core";
import { find } from "./catalog.js";
import type { DeprivationRows } from "./mask-histogram.js";
import { populationOf } from "./measures.js";
import type { PovertyPlan } from "./plan.js";
import type { ScoreTable } from "./score-table.js";

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

const factorNames = ({ weight, size }: PovertyColumns): string[] =>
  [weight, size].filter((name) => name !== undefined);

/**
 * Reads the columns that a plan needs. Cells that are no deprivation are reported (with faulty weights, if there are both);
 * the weights by themselves and missing deprivations are looked for by who adds the rows, in the same pass.
 */
export function readRows(
  table: Table,
  plan: PovertyPlan,
  columns: PovertyColumns,
): DeprivationRows {
  const { by } = columns;
  const names = factorNames(columns);
  requireColumns(table, [...plan.ids, ...names, ...(by === undefined ? [] : [by])]);
  const findings: Finding[] = [];
  const deprivations = plan.ids.map((id) => deprivationCodes(table, id, findings));
  const factors = names.map((name) => numbersOf(table, name));
  if (findings.length > 0) throwIfErrors([...findings, ...factorFindings(table, columns)]);
  return { length: table.length, deprivations, factors };
}

/** The first value of weights and of sizes that is none, or the first row where all of them are zero. */
export function factorFindings(table: Table, columns: PovertyColumns): Finding[] {
  return factorNames(columns).flatMap((name) => {
    const values = numbersOf(table, name);
    const faulty = values.findIndex((value) => !(value >= 0));
    const isZero = values.length > 0 && values.every((value) => value === 0);
    if (faulty < 0 && !isZero) return [];
    const row = Math.max(0, faulty);
    const value = values[row] as number;
    return [
      find("indicators/poverty-weight", {
        place: { column: name, row: row + 1 },
        found: Number.isNaN(value) ? null : value,
        withhold: table.identifying.has(name),
      }),
    ];
  });
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

/** What is wrong with rows that were added: looked for only if there is something to find. */
export function rowFindings(
  table: Table,
  plan: PovertyPlan,
  rows: DeprivationRows,
  options: PovertyColumns & { readonly missing?: "error" | "drop" },
  { isValid, scores }: { readonly isValid: boolean; readonly scores: ScoreTable },
): Finding[] {
  const isWeightless = scores.n > 0 && !(populationOf(scores) > 0);
  const missing =
    options.missing !== "drop" && scores.nMissing > 0 ? missingRows(plan, rows) : undefined;
  return [
    ...(isValid && !isWeightless ? [] : factorFindings(table, options)),
    ...(missing === undefined ? [] : [missing]),
  ];
}

/** The first row that lacks a deprivation, and how many do. */
function missingRows(
  plan: PovertyPlan,
  { deprivations, length: rows }: DeprivationRows,
): Finding | undefined {
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
