import type { CsvColumn } from "@vitalcore/table/csv";
import type { Rule } from "../rules/rule.js";

type ColumnType = CsvColumn["type"];

/** What a rule takes a column for: numbers, or text whose spelling matters. */
function typesIn(rule: Rule): readonly (readonly [column: string | undefined, type: ColumnType])[] {
  const texts = (columns: readonly (string | undefined)[] = []) =>
    columns.map((column) => [column, "text"] as const);
  const numbers = (columns: readonly (string | undefined)[] = []) =>
    columns.map((column) => [column, "number"] as const);
  switch (rule.rule) {
    case "type":
      return [[rule.column, rule.type === "integer" ? "number" : rule.type]];
    case "range":
      return [...numbers([rule.column]), ...texts([rule.by?.column])];
    case "sentinel":
    case "digits":
      return numbers([rule.column]);
    case "codes":
      return texts([rule.column]);
    case "area":
      return texts([rule.column, rule.period]);
    case "period":
      return texts([rule.column, rule.frequency]);
    case "unique":
      return texts(rule.columns);
    case "reference":
      return texts([...rule.columns, ...(rule.table === undefined ? (rule.to ?? []) : [])]);
    case "completeness":
      return texts([rule.unit, rule.indicator, rule.group]);
    case "parts":
      return [...texts([rule.category, ...rule.keys]), ...numbers([rule.value])];
    case "nested":
      if (rule.indicator === undefined) {
        return numbers(rule.pairs.flatMap(({ part, whole }) => [part, whole]));
      }
      return [...texts([rule.indicator, ...(rule.keys ?? [])]), ...numbers([rule.value])];
    case "sum":
      if (rule.indicator === undefined) {
        return numbers(typeof rule.total === "string" ? [...rule.terms, rule.total] : rule.terms);
      }
      return [...texts([rule.indicator, ...(rule.keys ?? [])]), ...numbers([rule.value])];
    case "ratio":
      return numbers([rule.numerator, rule.denominator]);
    case "interval":
      return numbers([rule.value, rule.lower, rule.upper, rule.standardError, rule.n]);
    case "status":
      return texts([rule.status]);
    case "jump":
    case "constant":
      return [...texts([...rule.keys, rule.period]), ...numbers([rule.value])];
    case "outlier":
      return [...texts(rule.by), ...numbers([rule.value])];
    case "scale":
      return [...texts([rule.unit, ...(rule.by ?? [])]), ...numbers([rule.value])];
    case "vintage":
      return [...texts(rule.keys), ...numbers([rule.value])];
    default:
      return [];
  }
}

const STRENGTH: Readonly<Record<ColumnType, number>> = { text: 0, number: 1, boolean: 2 };

/** How the columns of a file are to be read, as far as rules say: numbers where one needs them, else text. */
export function columnTypes(rules: readonly Rule[]): ReadonlyMap<string, ColumnType> {
  const types = new Map<string, ColumnType>();
  for (const [column, type] of rules.flatMap(typesIn)) {
    if (column === undefined) continue;
    const known = types.get(column);
    if (known === undefined || STRENGTH[type] > STRENGTH[known]) types.set(column, type);
  }
  return types;
}
