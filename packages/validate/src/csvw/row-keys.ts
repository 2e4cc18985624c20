import type { Finding } from "@vitalcore/core";
import { find } from "./csvw-catalog.js";
import type { TableDescription } from "./metadata.js";

/** Rows by the values of a key: the line of the first, and how many there are. */
type Rows = Map<string, { readonly line: number; count: number }>;

type ForeignKey = TableDescription["foreignKeys"][number];

function nameOf(columns: readonly string[]): string {
  return JSON.stringify(columns);
}

/** Whether a foreign key is one to this table. */
export function pointsAt(
  { resource, schema }: ForeignKey,
  { url, schemaId }: TableDescription,
): boolean {
  return resource === undefined ? schema !== undefined && schema === schemaId : resource === url;
}

/** The keys of the rows of a table: its primary key, those that others point at, and those that point at others. */
export class RowKeys {
  private readonly rowsOf: ReadonlyMap<string, Rows>;
  private readonly pointers: (readonly [foreignKey: number, key: string, line: number])[] = [];

  /** @param wanted - columns of the keys that others point at. */
  constructor(
    private readonly table: TableDescription,
    wanted: readonly (readonly string[])[],
  ) {
    const keys = [table.primaryKey, ...wanted].filter((columns) => columns.length > 0);
    this.rowsOf = new Map(keys.map((columns) => [nameOf(columns), new Map()]));
  }

  /** Takes the values of a row, by the names of the columns; says if its primary key was there before. */
  add(values: ReadonlyMap<string, string>, line: number): readonly Finding[] {
    const { url: file, primaryKey, foreignKeys } = this.table;
    const keyOf = (columns: readonly string[]) =>
      JSON.stringify(columns.map((name) => values.get(name) ?? ""));
    const findings: Finding[] = [];
    for (const [name, rows] of this.rowsOf) {
      const key = keyOf(JSON.parse(name) as readonly string[]);
      const before = rows.get(key);
      if (before === undefined) rows.set(key, { line, count: 1 });
      else {
        before.count += 1;
        if (name !== nameOf(primaryKey)) continue;
        const facts = { key: key.slice(1, -1), firstLine: before.line };
        findings.push(find("validate/csvw-key", { place: { file, line }, facts }));
      }
    }
    foreignKeys.forEach(({ columns }, i) => {
      // A key without any value points at nothing.
      if (columns.some((name) => (values.get(name) ?? "") !== "")) {
        this.pointers.push([i, keyOf(columns), line]);
      }
    });
    return findings;
  }

  /** Looks up, in all tables, what the rows point at. */
  checkReferences(all: readonly RowKeys[]): readonly Finding[] {
    const { url: file, foreignKeys } = this.table;
    const findings: Finding[] = [];
    const targets = foreignKeys.map((key) => {
      const target = all.find((each) => pointsAt(key, each.table));
      const problem = targetProblem(key, target?.table);
      if (problem === undefined) return target;
      const facts = { property: "foreignKeys", problem };
      findings.push(find("validate/csvw-invalid", { place: { file }, facts }));
      return undefined;
    });
    for (const [i, key, line] of this.pointers) {
      const target = targets[i];
      const { referenced } = foreignKeys[i] as ForeignKey;
      const count = target?.rowsOf.get(nameOf(referenced))?.get(key)?.count ?? 0;
      if (target === undefined || count === 1) continue;
      const facts = { key: key.slice(1, -1), count, table: target.table.url };
      findings.push(find("validate/csvw-reference", { place: { file, line }, facts }));
    }
    return findings;
  }
}

/** Why a key cannot point where it says, if so. */
function targetProblem(
  { referenced }: ForeignKey,
  target: TableDescription | undefined,
): string | undefined {
  if (target === undefined) return "it points at no table that is described";
  const named = (target.columns ?? []).filter(({ isNamed }) => isNamed).map(({ name }) => name);
  const missing = referenced.filter((name) => !named.includes(name));
  return missing.length === 0
    ? undefined
    : `there is no column ${missing.join(", ")} in ${target.url}`;
}
