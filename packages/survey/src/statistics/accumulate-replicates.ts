import {
  type Cell,
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
import type { ScaledColumn } from "../design/design-spec.js";
import { designNumbers } from "../design/read-columns.js";
import { readBinary, readEvent, readNumbers } from "../estimates/read-variable.js";
import { type Codes, codesOf, oneCode, pairCodes } from "../kernels/codes.js";
import { plannedColumns, plannedWeights, type ReplicatePlan } from "./plan.js";
import { addTo, type UnitTable, unitRow } from "./unit-table.js";

/** Outcomes of a chunk, NaN where missing. */
function readOutcomes(table: Table, plan: ReplicatePlan): Float64Array[] {
  if (plan.statistic !== "proportion") {
    return plannedColumns(plan).map((column) => readNumbers(table, column).values);
  }
  if (plan.event === undefined) return [readBinary(table, plan.column).values];
  return [readEvent(table, plan.column, plan.event).variable.values];
}

/** The full weight, then every replicate weight, as they multiply the outcomes. */
function readAllWeights(table: Table, plan: ReplicatePlan): Float64Array[] {
  const { weights, replicates } = plan.design;
  const findings: Finding[] = [];
  const check = { table, findings };
  const full = new Float64Array(table.length).fill(1);
  if (weights !== undefined) {
    const { column, divideBy = 1 }: ScaledColumn =
      typeof weights === "string" ? { column: weights } : weights;
    const given = designNumbers(check, column, "weight");
    const negative = given.findIndex((weight) => weight < 0);
    if (negative >= 0) {
      const place = { column, row: negative + 1 };
      const withhold = table.identifying.has(column);
      const facts = { role: "weight" };
      const found = given[negative];
      findings.push(find("survey/negative-weight", { place, found, withhold, facts }));
    }
    full.set(given.map((weight) => weight / divideBy));
  }
  const others = replicates.columns.map((column) => {
    const given = designNumbers(check, column, "replicate weight");
    if (replicates.combined ?? true) return given;
    return given.map((factor, row) => factor * full[row]!);
  });
  throwIfErrors(findings);
  return [full, ...others];
}

function rowsByGroup(table: Table, { subset, by = [] }: ReplicatePlan): Codes {
  let codes = oneCode(table.length);
  for (const name of by) codes = pairCodes(codes, codesOf(table.column(name)));
  if (subset === undefined) return codes;
  const { column } = evaluate({ op: "and", args: [subset] }, table);
  const inside = codes.codes.map((code, row) => (cellAt(column, row) === true ? code : -1));
  return { ...codes, codes: inside };
}

/** Takes the rows of a chunk into the table of a replicate plan, in place: rows outside are not kept. */
export function accumulateReplicates(
  into: UnitTable,
  plan: ReplicatePlan,
  input: TableLike,
): UnitTable {
  const table = tableFrom(input) as unknown as Table;
  if (table.length === 0) return into;
  const { by = [] } = plan;
  const names = plannedColumns(plan);
  const weightColumns = plannedWeights(plan).filter((name) => name !== null);
  requireColumns(table, [...by, ...names, ...weightColumns]);
  throwIfErrors(
    by
      .filter((name) => table.identifying.has(name))
      .map((found) =>
        find("survey/option", {
          found,
          facts: { option: "`by`", wanted: "columns that do not identify people" },
        }),
      ),
  );
  const weights = readAllWeights(table, plan);
  const outcomes = readOutcomes(table, plan);
  const { codes, count } = rowsByGroup(table, plan);
  const position = new Int32Array(count).fill(-1);
  const terms = outcomes.length + 1;
  for (let row = 0; row < table.length; row++) {
    const code = codes[row]!;
    if (code < 0) continue;
    if (position[code] === -1) {
      const cells = by.map((name): Cell => cellAt(table.column(name), row));
      position[code] = unitRow(into, cells, []);
    }
    const at = position[code]!;
    const weight = weights[0]![row]!;
    const hole = outcomes.findIndex((values) => Number.isNaN(values[row]!));
    if (hole >= 0) {
      if (weight === 0) continue;
      if (plan.design.missing !== "exclude") {
        const place = { column: names[hole]!, row: row + 1 };
        throwIfErrors([find("survey/missing-values", { place, facts: { count: 1 } })]);
      }
      into.missing[at]! += 1;
      continue;
    }
    into.rows[at]! += 1;
    if (weight !== 0) into.positive[at]! += 1;
    for (let s = 0; s < weights.length; s++) {
      const own = weights[s]![row]!;
      addTo(into.totals[s * terms]!, into.lost[s * terms]!, at, own);
      for (let t = 1; t < terms; t++) {
        const x = own * outcomes[t - 1]![row]!;
        addTo(into.totals[s * terms + t]!, into.lost[s * terms + t]!, at, x);
      }
    }
  }
  return into;
}
