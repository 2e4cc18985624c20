import {
  type Cell,
  type Finding,
  requireColumns,
  type Table,
  type TableLike,
  tableFrom,
  throwIfErrors,
} from "@vitalcore/core";
import { find } from "../catalog.js";
import { listOf } from "../design/design-spec.js";
import {
  type CheckedWeights,
  designNumbers,
  readProbabilities,
  readWeights,
} from "../design/read-columns.js";
import { readBinary, readEvent, readNumbers } from "../estimates/read-variable.js";
import { hasHoles } from "../kernels/holes.js";
import { addRows, emptyUnitTotals, type RunningTotals } from "../kernels/unit-totals.js";
import {
  type ChunkGroups,
  type ChunkUnits,
  cellsOfChunk,
  codeGroups,
  codeUnits,
  unitOfRows,
} from "./code-chunk.js";
import { keyColumns, plannedColumns, type StatisticsPlan } from "./plan.js";
import { addTo, keyText, type UnitTable, unitRow } from "./unit-table.js";

function readValues(table: Table, plan: StatisticsPlan): Float64Array[] {
  if (plan.statistic !== "proportion") {
    return plannedColumns(plan).map((column) => readNumbers(table, column).values);
  }
  if (plan.event === undefined) return [readBinary(table, plan.column).values];
  return [readEvent(table, plan.column, plan.event).variable.values];
}

/** Weights of a chunk; a chunk may be all zero, a file may not. */
function readChunkWeights(
  table: Table,
  { design: { weights, probabilities } }: StatisticsPlan,
  findings: Finding[],
): CheckedWeights {
  const own: Finding[] = [];
  const check = { table, findings: own };
  const read =
    weights !== undefined
      ? readWeights(check, weights)
      : probabilities !== undefined
        ? readProbabilities(check, probabilities)
        : { weights: new Float64Array(table.length).fill(1), zeroWeights: false };
  findings.push(...own.filter(({ code }) => code !== "survey/all-weights-zero"));
  return read;
}

/** What the rows of a chunk add to the cells (unit x group) in which they lie. */
interface ChunkTotals {
  readonly totals: RunningTotals;
  /** Rows with a weight other than zero and an answer. */
  readonly positive: Float64Array;
  /** Rows with a weight and without an answer. */
  readonly missing: Float64Array | undefined;
  /** Cells that any row lies in, as unit * (groups + 1) + group + 1; undefined: those with rows in the totals. */
  readonly seen: Uint8Array | undefined;
}

interface ChunkRows extends CheckedWeights {
  readonly values: readonly Float64Array[];
  readonly units: ChunkUnits;
  readonly groups: ChunkGroups;
  /** Whether the units hold the groups, all of them seen. */
  readonly combined: boolean;
}

function totalsOf(rows: ChunkRows, plan: StatisticsPlan): ChunkTotals {
  const { weights, zeroWeights, values, units, groups, combined } = rows;
  const { count } = groups;
  const totals = emptyUnitTotals(units.count, count, values.length);
  const incomplete = values.some(hasHoles);
  const simple = groups.group === undefined && !incomplete;
  const byRuns = simple && !zeroWeights && units.runs !== undefined;
  const unit = byRuns ? new Int32Array(0) : unitOfRows(units, weights.length);
  const seen =
    (plan.by ?? []).length > 0 && !combined && (groups.outside || incomplete)
      ? cellsSeen(unit, groups, units.count)
      : undefined;
  let { group } = groups;
  let missing: Float64Array | undefined;
  if (incomplete) {
    missing = new Float64Array(units.count * count);
    group = group?.slice() ?? new Int32Array(weights.length);
    takeOutHoles(rows, plan, unit, { group, missing });
  }
  addRows(totals, {
    length: weights.length,
    unit,
    runs: units.runs,
    group,
    weight: weights,
    terms: values,
  });
  if (!zeroWeights) return { totals, positive: totals.rows, missing, seen };
  const positive = new Float64Array(units.count * count);
  for (let row = 0; row < weights.length; row++) {
    const g = group === undefined ? 0 : group[row]!;
    if (g >= 0 && weights[row] !== 0) positive[unit[row]! * count + g]! += 1;
  }
  return { totals, positive, missing, seen };
}

function cellsSeen(unit: Int32Array, { group, count }: ChunkGroups, units: number): Uint8Array {
  const seen = new Uint8Array(units * (count + 1));
  for (let row = 0; row < unit.length; row++) {
    const g = group === undefined ? 0 : group[row]!;
    seen[unit[row]! * (count + 1) + g + 1] = 1;
  }
  return seen;
}

/** Puts rows without an answer outside, and counts them. */
function takeOutHoles(
  { weights, values, groups }: ChunkRows,
  plan: StatisticsPlan,
  unit: Int32Array,
  { group, missing }: { readonly group: Int32Array; readonly missing: Float64Array },
): void {
  const allowed = plan.design.missing === "exclude";
  for (let row = 0; row < group.length; row++) {
    const g = group[row]!;
    if (g < 0) continue;
    const hole = values.findIndex((column) => Number.isNaN(column[row]!));
    if (hole < 0) continue;
    group[row] = -1;
    // Outside the sample nobody was asked, and nothing is missing.
    if (weights[row] === 0) continue;
    if (!allowed) {
      const place = { column: plannedColumns(plan)[hole]!, row: row + 1 };
      throwIfErrors([find("survey/missing-values", { place, facts: { count: 1 } })]);
    }
    missing[unit[row]! * groups.count + g]! += 1;
  }
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
  const chunkUnits = codeUnits(table, [...strata, ...clusters], findings);
  throwIfErrors(findings);
  const cells = cellsOfChunk(chunkUnits, codeGroups(table, plan), table.length);
  const rows: ChunkRows = { ...weights, ...cells, values: readValues(table, plan) };
  addCells(units, by.length, rows, { ...totalsOf(rows, plan), sizes });
  return units;
}

/** Adds what a chunk gave to the rows of the table. */
function addCells(
  into: UnitTable,
  by: number,
  { units, groups, combined }: ChunkRows,
  given: ChunkTotals & { readonly sizes: readonly Float64Array[] },
): void {
  const { totals, positive, missing, seen, sizes } = given;
  const grouped = by > 0 && !combined;
  const labels = Array.from({ length: groups.count }, (_, g) => groups.cells(g));
  const nobody = Array.from({ length: by }, () => null);
  const keys = labels.map(keyText);
  const nobodyKey = keyText(nobody);
  for (let u = 0; u < units.count; u++) {
    const cells = units.cells(u);
    const key = keyText(cells);
    const fpc = sizes.map((column) => column[units.firstRow[u]!]!);
    const rowOf = (label: readonly Cell[], text: string) =>
      grouped
        ? unitRow(into, [...cells, ...label], fpc, `${key}\u0000${text}`)
        : unitRow(into, cells, fpc, key);
    if (seen?.[u * (groups.count + 1)] === 1) rowOf(nobody, nobodyKey);
    for (let g = 0; g < groups.count; g++) {
      const cell = u * groups.count + g;
      if (seen !== undefined ? seen[cell + u + 1] !== 1 : grouped && totals.rows[cell] === 0)
        continue;
      const at = rowOf(labels[g]!, keys[g]!);
      into.rows[at]! += totals.rows[cell]!;
      into.positive[at]! += positive[cell]!;
      if (missing !== undefined) into.missing[at]! += missing[cell]!;
      for (let t = 0; t < totals.sums.length; t++) {
        addTo(into.totals[t]!, into.lost[t]!, at, totals.sums[t]![cell]!);
        into.lost[t]![at]! += totals.lost[t]![cell]!;
      }
    }
  }
}
