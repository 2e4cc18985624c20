import { SurveyDesign } from "@vitalcore/survey";
import { deparse, type Node, parse } from "./parse.js";
import { type Scalar, Unsupported, type Value, vector } from "./values.js";

export type Arguments = {
  /** Positional values, in order. */
  readonly positional: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  readonly nodes: readonly Node[];
};

export type Builtin = (args: Arguments, scope: Scope) => Value;

/** Names and the functions that give them meaning. */
export class Scope {
  readonly #values = new Map<string, Value>();
  readonly #builtins: ReadonlyMap<string, Builtin>;
  readonly options: Readonly<Record<string, unknown>>;

  constructor(
    builtins: ReadonlyMap<string, Builtin>,
    options: Readonly<Record<string, unknown>> = {},
  ) {
    this.#builtins = builtins;
    this.options = options;
  }

  child(entries: readonly (readonly [string, Value])[]): Scope {
    const inner = new Scope(this.#builtins, this.options);
    for (const [name, value] of this.#values) inner.#values.set(name, value);
    for (const [name, value] of entries) inner.#values.set(name, value);
    return inner;
  }

  set(name: string, value: Value): void {
    this.#values.set(name, value);
  }

  get(name: string): Value {
    const value = this.#values.get(name);
    if (value === undefined) throw new Unsupported(`name ${name}`);
    return value;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  run(source: string): Value {
    return this.evaluate(parse(source));
  }

  evaluate(node: Node): Value {
    switch (node.kind) {
      case "number":
        return vector([node.value]);
      case "text":
        return vector([node.value]);
      case "name":
        if (node.name === "TRUE") return vector([true]);
        if (node.name === "FALSE") return vector([false]);
        if (node.name === "NULL") return vector([]);
        if (node.name === "NA") return vector([null]);
        if (node.name === "Inf") return vector([Number.POSITIVE_INFINITY]);
        return this.get(node.name);
      case "function":
        return { type: "closure", params: node.params, body: node.body };
      case "block": {
        let last: Value = vector([]);
        for (const statement of node.body) last = this.evaluate(statement);
        return last;
      }
      case "call":
        return this.#call(node);
    }
  }

  #call(node: Node & { kind: "call" }): Value {
    if (node.fn.kind !== "name") throw new Unsupported("computed function");
    const { name } = node.fn;
    const [first, second] = node.args;
    if (name === "~") {
      return second === undefined
        ? { type: "formula", left: undefined, right: (first as { value: Node }).value }
        : { type: "formula", left: (first as { value: Node }).value, right: second.value };
    }
    if (name === "<-")
      return this.#assign((first as { value: Node }).value, (second as { value: Node }).value);
    if (name === "quote") return { type: "quote", node: (first as { value: Node }).value };
    if (name === "function") throw new Unsupported("function");
    if (this.#values.get(name)?.type === "closure") {
      const closure = this.#values.get(name) as Value & { type: "closure" };
      const values = node.args.map(({ value }) => this.evaluate(value));
      return this.child(closure.params.map((param, i) => [param, values[i] as Value])).evaluate(
        closure.body,
      );
    }
    const builtin = this.#builtins.get(name);
    if (builtin === undefined) throw new Unsupported(`function ${name}`);
    if (LAZY.has(name)) {
      return builtin(
        { positional: [], named: new Map(), nodes: node.args.map(({ value }) => value) },
        this,
      );
    }
    const positional: Value[] = [];
    const named = new Map<string, Value>();
    for (const argument of node.args) {
      if (
        argument.name === undefined &&
        argument.value.kind === "name" &&
        BARE.has(argument.value.name)
      ) {
        positional.push({ type: "quote", node: argument.value });
      } else if (argument.name === undefined) positional.push(this.evaluate(argument.value));
      else if (argument.value.kind === "name" && BARE.has(argument.value.name))
        named.set(argument.name, { type: "quote", node: argument.value });
      else named.set(argument.name, this.evaluate(argument.value));
    }
    return builtin({ positional, named, nodes: node.args.map(({ value }) => value) }, this);
  }

  #assign(target: Node, source: Node): Value {
    const value = this.evaluate(source);
    if (target.kind === "name") this.set(target.name, value);
    else if (
      target.kind === "call" &&
      target.fn.kind === "name" &&
      target.fn.name === "$" &&
      target.args[0]?.value.kind === "name" &&
      target.args[1]?.value.kind === "text"
    ) {
      const name = target.args[0].value.name;
      const field = target.args[1].value.value;
      const owner = this.get(name);
      if (owner.type === "frame" && value.type === "vector") {
        const length = Object.values(owner.columns)[0]?.length ?? 0;
        const column = Array.from(
          { length },
          (_, i) => value.values[i % value.values.length] as Scalar,
        );
        this.set(name, { type: "frame", columns: { ...owner.columns, [field]: column } });
      } else if (owner.type === "design" && field === "mse") {
        const { parts } = owner.design;
        const { replicates } = parts;
        if (replicates === undefined) throw new Unsupported("mse");
        const mse = value.type === "vector" && value.values[0] === true;
        this.set(name, {
          type: "design",
          design: new SurveyDesign({ ...parts, replicates: { ...replicates, mse } }),
        });
      } else throw new Unsupported(`assignment to ${deparse(target)}`);
    } else throw new Unsupported(`assignment to ${deparse(target)}`);
    return value;
  }
}

/** Functions whose arguments are read as written. */
const LAZY = new Set(["subset", "sapply", "tapply", "uniroot"]);
/** Names of functions that are handed to svyby. */
const BARE = new Set([
  "svymean",
  "svytotal",
  "svyratio",
  "svyciprop",
  "svyquantile",
  "svygini",
  "svyarpr",
  "svyfgt",
  "length",
]);
