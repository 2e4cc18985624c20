import {
  type Finding,
  requireColumns,
  type Table,
  type TableLike,
  tableFrom,
} from "@vitalcore/core";
import { textView } from "../rules/column-views.js";
import { keyIndex } from "../rules/keys.js";
import { find } from "./publication-catalog.js";

/** What an extract of microdata is checked for. */
export interface AnonymityOptions {
  /** Columns that together may tell who somebody is. */
  readonly quasiIdentifiers: readonly string[];
  /** Every combination must occur at least so often. There is no default. */
  readonly k: number;
  /** Columns that nobody is to learn, each with at least `l` different values in every group. */
  readonly sensitive?: readonly string[];
  readonly l?: number;
}

/** How far records can be told apart. Never holds their values. */
export interface Anonymity {
  /** Records of the smallest group. */
  readonly k: number;
  /** Records in groups smaller than asked for. */
  readonly below: number;
  /** By sensitive column: the smallest number of different values in a group. */
  readonly l: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
}

/**
 * Checks k-anonymity (Sweeney 2002) and distinct l-diversity (Machanavajjhala et al. 2007) of an extract of
 * microdata. A missing value is a category of its own.
 *
 * @throws VitalError `core/unknown-column`, those of `tableFrom`.
 *
 * @example
 * ```ts
 * import { checkAnonymity } from "@vitalcore/validate/publication";
 * const people = { age: ["20-24", "20-24", "60+"], sex: ["F", "F", "F"], ill: ["yes", "no", "yes"] };
 * const { k, below, findings } = checkAnonymity(people, { quasiIdentifiers: ["age", "sex"], k: 2 });
 * [k, below, findings[0]?.place.row]; // => [1, 1, 3]
 * ```
 */
export function checkAnonymity(input: TableLike, options: AnonymityOptions): Anonymity {
  const table = tableFrom(input) as Table;
  const { quasiIdentifiers, k, sensitive = [], l = 2 } = options;
  requireColumns(table, [...quasiIdentifiers, ...sensitive]);
  const ids = groupIds(table, quasiIdentifiers);
  const sizes = new Map<number, number>();
  for (const id of ids) sizes.set(id, (sizes.get(id) ?? 0) + 1);
  const least = [...sizes.values()].reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const findings: Finding[] = [];
  let below = 0;
  let first: number | undefined;
  ids.forEach((id, i) => {
    if ((sizes.get(id) as number) >= k) return;
    below += 1;
    first ??= i + 1;
  });
  if (first !== undefined) {
    const facts = { count: below, columns: quasiIdentifiers, k, least };
    findings.push(find("validate/k-anonymity", { place: { row: first }, facts }));
  }
  const diversity = new Map<string, number>();
  for (const column of sensitive) {
    const distinct = new Map<number, Set<number>>();
    const { codes } = textView(table, column);
    ids.forEach((id, i) => {
      const values = distinct.get(id) ?? new Set();
      values.add(codes[i] as number);
      distinct.set(id, values);
    });
    const poorest = [...distinct.values()].reduce(
      (a, { size }) => Math.min(a, size),
      Number.POSITIVE_INFINITY,
    );
    diversity.set(column, Number.isFinite(poorest) ? poorest : 0);
    const poor = Array.from(ids, (id) => (distinct.get(id) as Set<number>).size < l);
    const count = poor.filter(Boolean).length;
    if (count === 0) continue;
    const facts = { count, columns: quasiIdentifiers, l, sensitive: column };
    findings.push(find("validate/l-diversity", { place: { row: poor.indexOf(true) + 1 }, facts }));
  }
  return {
    k: Number.isFinite(least) ? least : 0,
    below,
    l: Object.fromEntries(diversity),
    findings,
  };
}

/** Groups of rows with the same combination, a missing value being one of the categories. */
function groupIds(table: Table, columns: readonly string[]): Int32Array {
  const keys = keyIndex([]);
  let ids = keys.ids(table);
  for (const column of columns) {
    const { codes } = textView(table, column);
    const known = new Map<string, number>();
    ids = ids.map((id, i) => {
      const key = `${id} ${codes[i]}`;
      const next = known.get(key) ?? known.size;
      known.set(key, next);
      return next;
    });
  }
  return ids;
}
