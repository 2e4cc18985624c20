import {
  type Cell,
  type Expression,
  evaluate,
  type Finding,
  type Table,
  tableOf,
  throwIfErrors,
} from "@vitalcore/core";
import { find } from "../catalog.js";
import { readNumbers } from "../estimates/read-variable.js";
import { sortedCodes } from "../kernels/codes.js";

/** What stands in a term of a model: a column, categorical with its base category, or a function of columns. */
export type Factor<Name extends string = string> =
  | Name
  | { readonly column: Name; readonly base?: Cell }
  /** A number made of columns: a power, a logarithm. `name` is that of its coefficient. */
  | { readonly expression: Expression; readonly name: string };

/** A term of a model. */
export type Term<Name extends string = string> =
  | Factor<Name>
  /** The product of factors (R: `a:b`). */
  | { readonly interaction: readonly Factor<Name>[] }
  /** The factors, and their products of every order (R: `a * b`). */
  | { readonly crossing: readonly Factor<Name>[] };

/** Columns of a model, one array per coefficient, NaN where a value is missing. */
export interface ModelMatrix {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
  /** Which term each coefficient belongs to, by the name of the term. */
  readonly termOf: readonly string[];
  readonly findings: readonly Finding[];
}

interface Columns {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
}

/** A factor that has been read: a number, or all its categories of which one is the base. */
interface ReadFactor {
  readonly name: string;
  readonly all: Columns;
  /** Position of the base category; undefined for a number. */
  readonly base: number | undefined;
}

const nameOf = (factor: Factor): string => {
  if (typeof factor === "string") return factor;
  return "expression" in factor ? factor.name : factor.column;
};

function readFactor(table: Table, factor: Factor, findings: Finding[]): ReadFactor {
  const name = nameOf(factor);
  if (typeof factor !== "string" && "expression" in factor) {
    const made = evaluate(factor.expression, table);
    findings.push(...made.findings);
    const { values } = readNumbers(tableOf([[name, made.column]]), name);
    return { name, all: { names: [name], columns: [values] }, base: undefined };
  }
  const base = typeof factor === "string" ? undefined : factor.base;
  if (table.column(name).kind !== "text" && base === undefined) {
    const { values } = readNumbers(table, name);
    return { name, all: { names: [name], columns: [values] }, base: undefined };
  }
  const { codes, labels } = sortedCodes(table.column(name));
  const reference = base === undefined ? 0 : labels.indexOf(base);
  const withhold = table.identifying.has(name);
  if (reference < 0) {
    const wanted = withhold ? "one of its values" : `one of: ${labels.join(", ")}`;
    const facts = { option: `the base of "${name}"`, wanted };
    throwIfErrors([find("survey/option", { found: base, withhold, facts })]);
  }
  return {
    name,
    base: reference,
    all: {
      names: labels.map((label, level) => `${name}${withhold ? `(${level + 1})` : String(label)}`),
      columns: labels.map((_, level) =>
        Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : code === level ? 1 : 0)),
      ),
    },
  };
}

/** All products of factors, by rising order, as R has them: a, b, c, a:b, a:c, b:c, a:b:c. */
function crossed(factors: readonly Factor[]): Factor[][] {
  let sets: Factor[][] = [[]];
  for (const factor of factors) sets = [...sets, ...sets.map((set) => [...set, factor])];
  const place = (set: readonly Factor[]) => set.map((factor) => factors.indexOf(factor));
  return sets
    .filter((set) => set.length > 0)
    .sort((a, b) => {
      if (a.length !== b.length) return a.length - b.length;
      const [left, right] = [place(a), place(b)];
      const at = left.findIndex((position, i) => position !== right[i]);
      return at < 0 ? 0 : left[at]! - right[at]!;
    });
}

function factorsOf(term: Term): readonly (readonly Factor[])[] {
  if (typeof term === "string") return [[term]];
  if ("crossing" in term) return crossed(term.crossing);
  return ["interaction" in term ? term.interaction : [term]];
}

const keyOf = (names: readonly string[]) => [...names].sort().join("\u0000");

/** Terms by rising order, each once, their factors in the order in which the model first names them. */
function orderedTerms(terms: readonly Term[]): (readonly Factor[])[] {
  const given = terms.flatMap(factorsOf);
  const names = [...new Set(given.flat().map(nameOf))];
  const place = (factor: Factor) => names.indexOf(nameOf(factor));
  const seen = new Map<string, readonly Factor[]>();
  for (const factors of given) {
    const key = keyOf(factors.map(nameOf));
    if (!seen.has(key))
      seen.set(
        key,
        [...factors].sort((a, b) => place(a) - place(b)),
      );
  }
  return [...seen.values()].sort((a, b) => a.length - b.length);
}

const product = (a: Columns, b: Columns): Columns => ({
  names: b.names.flatMap((right) => a.names.map((left) => `${left}:${right}`)),
  columns: b.columns.flatMap((right) =>
    a.columns.map((left) => left.map((value, row) => value * right[row]!)),
  ),
});

function withoutBase({ all, base }: ReadFactor): Columns {
  const keep = (_: unknown, level: number) => level !== base;
  return { names: all.names.filter(keep), columns: all.columns.filter(keep) };
}

/**
 * The columns of a model, treatment contrasts against the base category. A category needs its base left out
 * only where the term without it is in the model; else all its categories have a column, so that `a:b`
 * alone describes every cell. Source: Chambers and Hastie (1992), *Statistical Models in S*, section 2.4.1.
 */
export function modelMatrix(table: Table, terms: readonly Term[], intercept = true): ModelMatrix {
  const findings: Finding[] = [];
  const ordered = orderedTerms(terms);
  const read = new Map<string, ReadFactor>();
  for (const factor of ordered.flat()) {
    const name = nameOf(factor);
    if (!read.has(name)) read.set(name, readFactor(table, factor, findings));
  }
  const present = new Set(ordered.map((factors) => keyOf(factors.map(nameOf))));
  if (intercept) present.add("");
  const blocks: (Columns & { readonly name: string })[] = [];
  if (intercept) {
    const one = new Float64Array(table.length).fill(1);
    blocks.push({ name: "(Intercept)", names: ["(Intercept)"], columns: [one] });
  }
  for (const factors of ordered) {
    const names = factors.map(nameOf);
    const parts = names.map((name) => {
      const factor = read.get(name)!;
      const margin = keyOf(names.filter((other) => other !== name));
      const contrasts = factor.base !== undefined && present.has(margin);
      return contrasts ? withoutBase(factor) : factor.all;
    });
    blocks.push({ name: names.join(":"), ...parts.reduce(product) });
    // All categories of one factor add up to the intercept that was left out.
    if (names.length === 1 && read.get(names[0]!)!.base !== undefined) present.add("");
  }
  return {
    names: blocks.flatMap(({ names }) => names),
    columns: blocks.flatMap(({ columns }) => columns),
    termOf: blocks.flatMap(({ name, names }) => names.map(() => name)),
    findings,
  };
}
