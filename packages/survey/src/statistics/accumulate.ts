import {
  type Cell,
  type Column,
  cellAt,
  evaluate,
  type Finding,
  requireColumns,
  type Table,
  type TableLike,
  tableFrom,
  throwIfErrors,
} from "@vitalcore/core";
import { find } from "../catalog.js";
import { listOf } from "../design/design-spec.js";
import { designNumbers, readProbabilities, readWeights } from "../design/read-columns.js";
import { readBinary, readEvent, readNumbers } from "../estimates/read-variable.js";
import { type Codes, codesOf, oneCode, pairCodes } from "../kernels/codes.js";
import { keyColumns, plannedColumns, type StatisticsPlan } from "./plan.js";
import { addTo, type UnitTable, unitRow } from "./unit-table.js";

function readValues(table: Table, plan: StatisticsPlan): Float64Array[] {
  if (plan.statistic !== "proportion") {
    return plannedColumns(plan).map((column) => readNumbers(table, column).values);
  }
  if (plan.event === undefined) return [readBinary(table, plan.column).values];
  return [readEvent(table, plan.column, plan.event).variable.values];
}

/** Weights of a chunk; a chunk may be all zero, a file may not. */
function readChunkWeights(table: Table, plan: StatisticsPlan, findings: Finding[]): Float64Array {
  const { weights, probabilities } = plan.design;
  const own: Finding[] = [];
  const check = { table, findings: own };
  const values =
    weights !== undefined
      ? readWeights(check, weights).weights
      : probabilities !== undefined
        ? readProbabilities(check, probabilities).weights
        : new Float64Array(table.length).fill(1);
  findings.push(...own.filter(({ code }) => code !== "survey/all-weights-zero"));
  return values;
}

/** Rows that are in the domain and in a group: others are kept under nulls. */
function insideOf(table: Table, { subset, by = [] }: StatisticsPlan): Uint8Array {
  const inside = new Uint8Array(table.length).fill(1);
  if (subset !== undefined) {
    const { column } = evaluate({ op: "and", args: [subset] }, table);
    for (let row = 0; row < inside.length; row++) if (cellAt(column, row) !== true) inside[row] = 0;
  }
  for (const name of by) {
    const { codes } = codesOf(table.column(name));
    for (let row = 0; row < inside.length; row++) if (codes[row]! < 0) inside[row] = 0;
  }
  return inside;
}

/** Takes the rows of a chunk into a unit table, in place. */
export function accumulateChunk(
  units: UnitTable,
  plan: StatisticsPlan,
  input: TableLike,
): UnitTable {
  const table = tableFrom(input) as unknown as Table;
  if (table.length === 0) return units;
  const { strata, clusters, by } = keyColumns(plan);
  const fpcNames = listOf(plan.design.fpc);
  requireColumns(table, [...strata, ...clusters, ...by, ...fpcNames, ...plannedColumns(plan)]);
  const findings: Finding[] = by
    .filter((name) => table.identifying.has(name))
    .map((found) =>
      find("survey/option", {
        found,
        facts: { option: "`by`", wanted: "columns that do not identify people" },
      }),
    );
  const check = { table, findings };
  const weights = readChunkWeights(table, plan, findings);
  const sizes = fpcNames.map((name) => designNumbers(check, name, "finite population size"));
  const columns = [...strata, ...clusters].map((name): Column => table.column(name));
  let codes: Codes = oneCode(table.length);
  [...strata, ...clusters].forEach((name, i) => {
    const own = codesOf(columns[i]!);
    const row = own.missing === 0 ? -1 : own.codes.indexOf(-1);
    if (row >= 0) {
      const facts = {
        count: own.codes.filter((code) => code < 0).length,
        role: "stratum or cluster",
      };
      findings.push(
        find("survey/missing-design-value", { place: { column: name, row: row + 1 }, facts }),
      );
    }
    codes = pairCodes(codes, own);
  });
  throwIfErrors(findings);
  const inside = insideOf(table, plan);
  const byColumns = by.map((name): Column => table.column(name));
  codes = pairCodes(codes, {
    codes: Int32Array.from(inside),
    count: 2,
    firstRow: new Int32Array(2),
    missing: 0,
  });
  for (const column of byColumns) {
    const own = codesOf(column);
    const group = own.codes.map((code, row) => (inside[row] === 1 ? code + 1 : 0));
    codes = pairCodes(codes, {
      codes: group,
      count: own.count + 1,
      firstRow: own.firstRow,
      missing: 0,
    });
  }
  const position = Int32Array.from(codes.firstRow, (row) => {
    const cells: Cell[] = columns.map((column) => cellAt(column, row));
    // Without groups, whether a row is in the domain must still be told: a single key would mix them.
    const group = byColumns.map((column) => (inside[row] === 1 ? cellAt(column, row) : null));
    return unitRow(
      units,
      [...cells, ...group],
      sizes.map((values) => values[row]!),
    );
  });
  addRows(units, plan, { table, weights, inside, codes, position });
  return units;
}

function addRows(
  units: UnitTable,
  plan: StatisticsPlan,
  chunk: {
    readonly table: Table;
    readonly weights: Float64Array;
    readonly inside: Uint8Array;
    readonly codes: Codes;
    readonly position: Int32Array;
  },
): void {
  const { table, weights, inside, codes, position } = chunk;
  const values = readValues(table, plan);
  const names = plannedColumns(plan);
  const { rows, positive, missing, totals, lost } = units;
  const allowed = plan.design.missing === "exclude";
  for (let row = 0; row < weights.length; row++) {
    if (inside[row] === 0) continue;
    const at = position[codes.codes[row]!]!;
    const weight = weights[row]!;
    const hole = values.findIndex((column) => Number.isNaN(column[row]!));
    if (hole >= 0) {
      if (weight === 0) continue;
      if (!allowed) {
        const place = { column: names[hole]!, row: row + 1 };
        throwIfErrors([find("survey/missing-values", { place, facts: { count: 1 } })]);
      }
      missing[at]! += 1;
      continue;
    }
    rows[at]! += 1;
    if (weight !== 0) positive[at]! += 1;
    addTo(totals[0]!, lost[0]!, at, weight);
    for (let t = 0; t < values.length; t++) {
      addTo(totals[t + 1]!, lost[t + 1]!, at, weight * values[t]![row]!);
    }
  }
}
