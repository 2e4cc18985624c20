import { cellAt, type Finding, nearest, type Table } from "@vitalcore/core";
import { find, meant } from "../catalog.js";
import type { Leaf } from "../leaf.js";

/** Groupings by name: for each unit its group, `null` where it is not known. */
export type Groupings = ReadonlyMap<string, readonly (string | null)[]>;

/** Groups of units by the name of the grouping, then by the code of the unit. */
export type GroupLabels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The groupings that leaves ask for. */
export function groupingsWanted(leaves: readonly Leaf[]): ReadonlySet<string> {
  return new Set(
    leaves.flatMap(({ impute }) =>
      impute.group !== undefined && (impute.method ?? "none") !== "none" ? [impute.group] : [],
    ),
  );
}

/**
 * Reads the groupings that are wanted: as they were passed, else from text columns of the table.
 *
 * @param table - with the column that names the units; none for observations.
 */
export function readGroupings(
  wanted: ReadonlySet<string>,
  units: readonly string[],
  labels: GroupLabels,
  table: { readonly table: Table; readonly unitColumn: string } | undefined,
): { readonly groupings: Groupings; readonly findings: readonly Finding[] } {
  const groupings = new Map<string, readonly (string | null)[]>();
  const findings: Finding[] = [];
  for (const name of wanted) {
    const given = Object.hasOwn(labels, name) ? labels[name] : undefined;
    const byUnit = given === undefined ? fromTable(name, table) : new Map(Object.entries(given));
    if (byUnit !== undefined) {
      groupings.set(
        name,
        units.map((unit) => byUnit.get(unit) ?? null),
      );
      continue;
    }
    const known = [...Object.keys(labels), ...(table?.table.names ?? [])];
    const suggestion = nearest(name, known);
    const facts = { meant: meant(suggestion) };
    findings.push(find("composite/unknown-grouping", { found: name, suggestion, facts }));
  }
  return { groupings, findings };
}

function fromTable(
  name: string,
  source: { readonly table: Table; readonly unitColumn: string } | undefined,
): ReadonlyMap<string, string> | undefined {
  if (source === undefined) return undefined;
  const { table, unitColumn } = source;
  if (!table.has(name) || !table.has(unitColumn)) return undefined;
  const [units, groups] = [table.column(unitColumn), table.column(name)];
  if (groups.kind !== "text" || units.kind !== "text") return undefined;
  const byUnit = new Map<string, string>();
  for (let row = 0; row < table.length; row++) {
    const [unit, group] = [cellAt(units, row), cellAt(groups, row)];
    if (unit !== null && group !== null) byUnit.set(unit, group);
  }
  return byUnit;
}
