import type { Arguments, Builtin } from "./evaluate.js";
import { numbers, type Scalar, Unsupported, type Value, vector } from "./values.js";

function recycle(a: Value, b: Value, combine: (x: Scalar, y: Scalar) => Scalar): Value {
  if (a.type !== "vector" || b.type !== "vector") {
    if (a.type === "matrix" && b.type === "vector") {
      const by = b.values[0] as Scalar;
      return { type: "matrix", rows: a.rows.map((row) => row.map((x) => combine(x, by))) };
    }
    throw new Unsupported(`arithmetic on ${a.type} and ${b.type}`);
  }
  const length = Math.max(a.values.length, b.values.length);
  return vector(
    Array.from({ length }, (_, i) => {
      const x = a.values[i % a.values.length] as Scalar;
      const y = b.values[i % b.values.length] as Scalar;
      return x === null || y === null ? null : combine(x, y);
    }),
  );
}

const arithmetic =
  (combine: (x: number, y: number) => Scalar): Builtin =>
  ({ positional: [a, b] }) =>
    recycle(a as Value, b as Value, (x, y) => combine(Number(x), Number(y)));

const comparison =
  (combine: (x: Scalar, y: Scalar) => boolean): Builtin =>
  ({ positional: [a, b] }) =>
    recycle(a as Value, b as Value, (x, y) =>
      typeof x === "string" || typeof y === "string"
        ? combine(String(x), String(y))
        : combine(Number(x), Number(y)),
    );

const each =
  (compute: (x: number) => Scalar): Builtin =>
  ({ positional: [a] }) => {
    const value = a as Value;
    if (value.type !== "vector") throw new Unsupported(`function of ${value.type}`);
    return vector(value.values.map((x) => (x === null ? null : compute(Number(x)))));
  };

const concat: Builtin = ({ positional, named }) => {
  const parts = [...positional.map((value) => ["", value] as const), ...named];
  if (parts.some(([, value]) => value.type !== "vector")) throw new Unsupported("c() of objects");
  const values: Scalar[] = [];
  const names: string[] = [];
  for (const [name, value] of parts) {
    if (value.type !== "vector") continue;
    value.values.forEach((item, i) => {
      values.push(item);
      names.push(value.values.length === 1 ? name : name + (value.names?.[i] ?? ""));
    });
  }
  return named.size > 0 ? vector(values, names) : vector(values);
};

/** Arithmetic, vectors, data frames: what the cases use of base R. */
export const base: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ["+", arithmetic((x, y) => x + y)],
  [
    "-",
    (args: Arguments, scope) =>
      args.positional.length === 1
        ? each((x) => -x)(args, scope)
        : arithmetic((x, y) => x - y)(args, scope),
  ],
  ["*", arithmetic((x, y) => x * y)],
  ["/", arithmetic((x, y) => x / y)],
  ["^", arithmetic((x, y) => x ** y)],
  ["==", comparison((x, y) => x === y)],
  ["!=", comparison((x, y) => x !== y)],
  ["<", comparison((x, y) => (x as number) < (y as number))],
  [">", comparison((x, y) => (x as number) > (y as number))],
  ["<=", comparison((x, y) => (x as number) <= (y as number))],
  [">=", comparison((x, y) => (x as number) >= (y as number))],
  ["&", arithmetic((x, y) => x !== 0 && y !== 0)],
  ["|", arithmetic((x, y) => x !== 0 || y !== 0)],
  ["!", each((x) => x === 0)],
  [
    ":",
    ({ positional: [a, b] }) => {
      const [from, to] = [Number(numbers(a as Value)[0]), Number(numbers(b as Value)[0])];
      return vector(Array.from({ length: to - from + 1 }, (_, i) => from + i));
    },
  ],
  [
    "%in%",
    ({ positional: [a, b] }) => {
      if (a?.type !== "vector" || b?.type !== "vector") throw new Unsupported("%in%");
      return vector(a.values.map((x) => b.values.map(String).includes(String(x))));
    },
  ],
  ["log", each(Math.log)],
  ["sqrt", each(Math.sqrt)],
  ["exp", each(Math.exp)],
  [
    "is.na",
    ({ positional: [a] }) => {
      if (a?.type !== "vector") throw new Unsupported("is.na");
      return vector(a.values.map((x) => x === null));
    },
  ],
  ["as.integer", each((x) => Math.trunc(x))],
  ["as.numeric", each((x) => x)],
  ["I", ({ positional: [a] }) => a as Value],
  ["as.character", ({ positional: [a] }) => a as Value],
  ["suppressWarnings", ({ positional: [a] }) => a as Value],
  ["c", concat],
  [
    "sum",
    ({ positional: [a] }) => {
      if (a?.type === "matrix")
        return vector([a.rows.flat().reduce<number>((s, x) => s + Number(x), 0)]);
      return vector([numbers(a as Value).reduce((s, x) => s + x, 0)]);
    },
  ],
  [
    "ifelse",
    ({ positional: [test, yes, no] }) => {
      if (test?.type !== "vector" || yes?.type !== "vector" || no?.type !== "vector")
        throw new Unsupported("ifelse");
      return vector(
        test.values.map((condition, i) => {
          if (condition === null) return null;
          const from = condition ? yes.values : no.values;
          return from[i % from.length] as Scalar;
        }),
      );
    },
  ],
  [
    "seq",
    ({ positional, named }) => {
      const [from, to, by] = positional.map((value) => Number(numbers(value)[0]));
      const length = named.get("length.out");
      const n =
        length === undefined
          ? Math.round(((to as number) - (from as number)) / (by as number)) + 1
          : Number(numbers(length)[0]);
      return vector(
        Array.from(
          { length: n },
          (_, i) => (from as number) + (i * ((to as number) - (from as number))) / (n - 1),
        ),
      );
    },
  ],
  [
    "data.frame",
    ({ named }) => ({
      type: "frame",
      columns: Object.fromEntries(
        [...named].map(([name, value]) => {
          if (value.type !== "vector") throw new Unsupported("data.frame");
          return [name, value.values];
        }),
      ),
    }),
  ],
  [
    "list",
    ({ positional, named }) => ({
      type: "list",
      items: [...positional, ...named.values()],
      names: [...positional.map(() => ""), ...named.keys()],
    }),
  ],
  [
    "$",
    ({ positional: [owner, field] }) => {
      const name = field?.type === "vector" ? String(field.values[0]) : "";
      if (owner?.type === "frame") return vector(owner.columns[name] ?? []);
      if (owner?.type === "design") {
        const { replicates } = owner.design.parts;
        if (name === "scale") return vector([replicates?.scale ?? null]);
        if (name === "rscales") return vector([...(replicates?.rscales ?? [])]);
      }
      if (owner?.type === "list") return owner.items[owner.names.indexOf(name)] as Value;
      throw new Unsupported(`$${name}`);
    },
  ],
  [
    "[",
    ({ positional: [owner, index] }) => {
      if (owner?.type !== "vector" || index?.type !== "vector") throw new Unsupported("[");
      if (typeof index.values[0] === "boolean")
        return vector(owner.values.filter((_, i) => index.values[i] === true));
      return vector(index.values.map((i) => owner.values[Number(i) - 1] as Scalar));
    },
  ],
  [
    "table",
    ({ positional, named }) => {
      const parts = positional.length > 0 ? positional : [...named.values()];
      const names = [...named.keys()];
      const columns = parts.map((part) => (part.type === "vector" ? part.values.map(String) : []));
      const levels = columns.map((column) => [...new Set(column)].sort());
      const counts = new Map<string, number>();
      columns[0]?.forEach((_, i) => {
        const key = columns.map((column) => column[i]).join("\u0000");
        counts.set(key, (counts.get(key) ?? 0) + 1);
      });
      let combos: string[][] = [[]];
      for (const own of [...levels].reverse()) {
        combos = combos.flatMap((rest) => own.map((level) => [level, ...rest]));
      }
      // First factor fastest, as R lays a table out.
      combos.sort((x, y) => {
        for (let i = x.length - 1; i >= 0; i--) {
          if (x[i] !== y[i]) return (x[i] as string) < (y[i] as string) ? -1 : 1;
        }
        return 0;
      });
      const frequency = combos.map((combo) => counts.get(combo.join("\u0000")) ?? 0);
      if (names.length === 0)
        return vector(
          frequency,
          combos.map((combo) => combo.join(".")),
        );
      return {
        type: "frame",
        columns: {
          ...Object.fromEntries(
            names.map((name, i) => [name, combos.map((combo) => combo[i] as string)]),
          ),
          Freq: frequency,
        },
      };
    },
  ],
  ["as.data.frame", ({ positional: [a] }) => a as Value],
  [
    "as.matrix",
    ({ positional: [a] }) => {
      if (a?.type !== "frame") throw new Unsupported("as.matrix");
      const columns = Object.values(a.columns);
      const length = columns[0]?.length ?? 0;
      return {
        type: "matrix",
        rows: Array.from({ length }, (_, i) => columns.map((column) => column[i] as Scalar)),
      };
    },
  ],
  ["set.seed", () => vector([])],
]);
