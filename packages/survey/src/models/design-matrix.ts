import { type Cell, type Table, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import { readNumbers } from "../estimates/read-variable.js";
import { sortedCodes } from "../kernels/codes.js";

/** A term of a model: a numeric column, a categorical one with its base category, or a product of terms. */
export type Term<Name extends string = string> =
  | Name
  | { readonly column: Name; readonly base?: Cell }
  | { readonly interaction: readonly (Name | { readonly column: Name; readonly base?: Cell })[] };

/** Columns of a model, one array per coefficient, NaN where a value is missing. */
export interface ModelMatrix {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
  /** Which term each coefficient belongs to, by the name of the term. */
  readonly termOf: readonly string[];
}

interface Block {
  readonly name: string;
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
}

function mainEffect(table: Table, column: string, base: Cell | undefined): Block {
  if (table.column(column).kind !== "text" && base === undefined) {
    return { name: column, names: [column], columns: [readNumbers(table, column).values] };
  }
  const { codes, labels } = sortedCodes(table.column(column));
  const reference = base === undefined ? 0 : labels.indexOf(base);
  if (reference < 0) {
    throwIfErrors([
      find("survey/option", {
        found: base,
        facts: { option: `the base of "${column}"`, wanted: `one of: ${labels.join(", ")}` },
      }),
    ]);
  }
  const withhold = table.identifying.has(column);
  const kept = labels.map((_, level) => level).filter((level) => level !== reference);
  return {
    name: column,
    names: kept.map((level) => `${column}${withhold ? `(${level + 1})` : String(labels[level])}`),
    columns: kept.map((level) =>
      Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : code === level ? 1 : 0)),
    ),
  };
}

function blockOf(table: Table, term: Term): Block {
  if (typeof term === "string") return mainEffect(table, term, undefined);
  if ("column" in term) return mainEffect(table, term.column, term.base);
  const parts = term.interaction.map((part) => blockOf(table, part));
  return parts.reduce((a, b) => ({
    name: `${a.name}:${b.name}`,
    names: b.names.flatMap((right) => a.names.map((left) => `${left}:${right}`)),
    columns: b.columns.flatMap((right) =>
      a.columns.map((left) => left.map((value, row) => value * right[row]!)),
    ),
  }));
}

/** The columns of a model with an intercept, treatment contrasts against the base category. */
export function modelMatrix(table: Table, terms: readonly Term[], intercept = true): ModelMatrix {
  const blocks = terms.map((term) => blockOf(table, term));
  const one: Block[] = intercept
    ? [
        {
          name: "(Intercept)",
          names: ["(Intercept)"],
          columns: [new Float64Array(table.length).fill(1)],
        },
      ]
    : [];
  const all = [...one, ...blocks];
  return {
    names: all.flatMap(({ names }) => names),
    columns: all.flatMap(({ columns }) => columns),
    termOf: all.flatMap(({ name, names }) => names.map(() => name)),
  };
}
