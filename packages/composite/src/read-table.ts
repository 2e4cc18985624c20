import { type Column, cellAt, type Finding, type Table } from "@vitalcore/core";
import { find, meant } from "./catalog.js";
import type { CoverageEntry } from "./coverage.js";
import { type IndexData, sortedUnits } from "./index-data.js";
import type { Leaf } from "./leaf.js";
import { reportAbsent, reportUnlisted, reportUnused } from "./report-mismatch.js";
import { suggester } from "./suggest.js";

/** Reads a table with a row per unit and a column per indicator; other columns are reported. */
export function readTable(
  table: Table,
  unitColumn: string,
  leaves: readonly Leaf[],
  listed: readonly string[] | undefined,
  groupings: ReadonlySet<string> = new Set(),
): IndexData {
  const { rowOf, findings } = readUnits(table, unitColumn);
  const isListed = listed === undefined ? undefined : new Set(listed);
  const unlisted = [...rowOf.keys()].filter((unit) => isListed?.has(unit) === false);
  const units = sortedUnits(listed ?? rowOf.keys());
  const values = new Float64Array(leaves.length * units.length).fill(Number.NaN);
  const wanted = new Set(leaves.map(({ indicator }) => indicator));
  const columns = new Map<string, Float64Array>();
  for (const indicator of wanted) {
    if (!table.has(indicator) || indicator === unitColumn) continue;
    const column: Column = table.column(indicator);
    if (column.kind === "number") {
      columns.set(indicator, column.values);
    } else findings.push(wrongKind(indicator, column, "numbers"));
  }
  const rows = Int32Array.from(units, (unit) => rowOf.get(unit) ?? -1);
  leaves.forEach(({ indicator }, i) => {
    const column = columns.get(indicator);
    if (column === undefined) return;
    for (let u = 0; u < rows.length; u++) {
      const row = rows[u] as number;
      if (row >= 0) values[i * rows.length + u] = column[row] as number;
    }
  });
  const names = table.names.filter((name) => name !== unitColumn);
  const others = countsOf(
    names.filter((name) => !wanted.has(name) && !groupings.has(name)),
    table.length,
  );
  const hasRules = leaves.some(({ select }) => Object.keys(select).length > 0);
  return {
    units,
    values,
    isTable: true,
    observation: () => undefined,
    entries: [...columns].flatMap(([indicator, column]) =>
      unlistedEntries(indicator, column, unlisted, rowOf),
    ),
    findings: [
      ...findings,
      ...[...columns].flatMap(([indicator, column]) => checkInfinite(indicator, column)),
      ...reportAbsent(leaves, new Set(names)),
      ...reportUnused(others, leaves, new Set(names)),
      ...reportUnlisted(
        countsOf(unlisted, columns.size),
        (listed ?? []).filter((unit) => !rowOf.has(unit)),
      ),
      ...(hasRules ? [find("composite/selection-not-applied", {})] : []),
    ],
  };
}

/** Columns that an index would show although they are marked as identifying. */
export function reportIdentifying(
  table: Table,
  unitColumn: string,
  leaves: readonly Leaf[],
): readonly Finding[] {
  const shown = new Set([unitColumn, ...leaves.map(({ indicator }) => indicator)]);
  return [...shown]
    .filter((column) => table.identifying.has(column))
    .map((column) => find("composite/identifying-column", { place: { column } }));
}

function countsOf(names: readonly string[], count: number): ReadonlyMap<string, number> {
  return new Map(names.map((name) => [name, count]));
}

function readUnits(
  table: Table,
  unitColumn: string,
): { readonly rowOf: ReadonlyMap<string, number>; readonly findings: Finding[] } {
  const rowOf = new Map<string, number>();
  const findings: Finding[] = [];
  if (!table.has(unitColumn)) {
    const suggestion = suggester(table.names)(unitColumn);
    const facts = { columns: table.names, meant: meant(suggestion) };
    const place = { column: unitColumn };
    return { rowOf, findings: [find("composite/unknown-column", { place, suggestion, facts })] };
  }
  const column: Column = table.column(unitColumn);
  if (column.kind !== "text") return { rowOf, findings: [wrongKind(unitColumn, column, "text")] };
  const missing: number[] = [];
  for (let row = 0; row < table.length; row++) {
    const unit = cellAt(column, row);
    const other = unit === null ? undefined : rowOf.get(unit);
    if (unit === null || unit.trim() === "") missing.push(row + 1);
    else if (other === undefined) rowOf.set(unit, row);
    else {
      const place = { unit, row: row + 1, column: unitColumn };
      findings.push(find("composite/duplicate-unit", { place, facts: { otherRow: other + 1 } }));
    }
  }
  const [first] = missing;
  if (first !== undefined) {
    const place = { column: unitColumn, row: first };
    findings.push(find("composite/missing-unit", { place, facts: { count: missing.length } }));
  }
  return { rowOf, findings };
}

const KINDS = { number: "numbers", text: "text", boolean: "truth values" } as const;

function wrongKind(name: string, column: Column, wanted: string): Finding {
  const place = { column: name };
  return find("composite/column-kind", { place, found: KINDS[column.kind], facts: { wanted } });
}

/** A table that was made of finished columns may hold what `tableFrom` refuses. */
function checkInfinite(indicator: string, values: Float64Array): readonly Finding[] {
  let count = 0;
  let first = -1;
  for (let row = 0; row < values.length; row++) {
    if (Math.abs(values[row] as number) !== Number.POSITIVE_INFINITY) continue;
    count += 1;
    if (first < 0) first = row;
  }
  if (count === 0) return [];
  const place = { column: indicator, row: first + 1, unit: `row ${first + 1}` };
  const found = String(values[first]);
  return [find("composite/infinite-value", { place, found, facts: { indicator, count } })];
}

function unlistedEntries(
  indicator: string,
  values: Float64Array,
  unlisted: readonly string[],
  rowOf: ReadonlyMap<string, number>,
): readonly CoverageEntry[] {
  return unlisted
    .filter((unit) => !Number.isNaN(values[rowOf.get(unit) as number]))
    .map((unit) => ({
      outcome: "dropped",
      unit,
      indicator,
      node: null,
      reason: "unit-not-listed",
      count: 1,
      detail: "the unit is not among those listed",
    }));
}
