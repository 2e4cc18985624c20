/** A call of R as a tree: just enough of the language for the calls of the reference cases. */
export type Node =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "call"; readonly fn: Node; readonly args: readonly Argument[] }
  | { readonly kind: "block"; readonly body: readonly Node[] }
  | { readonly kind: "function"; readonly params: readonly string[]; readonly body: Node };

export interface Argument {
  readonly name?: string;
  readonly value: Node;
}

type Token = { readonly kind: "number" | "text" | "name" | "op" | "end"; readonly text: string };

const TOKEN =
  /\s*(?:(\d+\.?\d*(?:[eE][-+]?\d+)?L?|\.\d+(?:[eE][-+]?\d+)?)|'([^']*)'|"([^"]*)"|`([^`]*)`|([A-Za-z.][A-Za-z0-9._]*)|(%[a-z]*%|<-|==|!=|<=|>=|&&|\|\||\[\[|\]\]|[-+*/^~()[\]{},;=<>&|!$:]))/y;

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  let at = 0;
  while (source.slice(at).trim() !== "") {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (match === null) throw new Error(`cannot read R at: ${source.slice(at, at + 30)}`);
    at = TOKEN.lastIndex;
    const [, number, single, double, tick, name, op] = match;
    if (number !== undefined) tokens.push({ kind: "number", text: number.replace("L", "") });
    else if (single !== undefined || double !== undefined)
      tokens.push({ kind: "text", text: (single ?? double) as string });
    else if (tick !== undefined || name !== undefined)
      tokens.push({ kind: "name", text: (tick ?? name) as string });
    else tokens.push({ kind: "op", text: op as string });
  }
  tokens.push({ kind: "end", text: "" });
  return tokens;
}

const BINARY: Record<string, readonly [power: number, right?: boolean]> = {
  "<-": [1, true],
  "~": [2],
  "||": [3],
  "|": [3],
  "&&": [4],
  "&": [4],
  "==": [6],
  "!=": [6],
  "<": [6],
  ">": [6],
  "<=": [6],
  ">=": [6],
  "+": [7],
  "-": [7],
  "*": [8],
  "/": [8],
  ":": [10],
  "^": [12, true],
};

export function parse(source: string): Node {
  const tokens = tokenize(source);
  let next = 0;
  const peek = () => tokens[next] as Token;
  const isOp = (text: string) => peek().kind === "op" && peek().text === text;
  const take = (text?: string): Token => {
    const token = peek();
    if (text !== undefined && token.text !== text) {
      throw new Error(`expected ${text}, found ${token.text || "the end"} in: ${source}`);
    }
    next += 1;
    return token;
  };
  const call = (name: string, ...args: Node[]): Node => ({
    kind: "call",
    fn: { kind: "name", name },
    args: args.map((value) => ({ value })),
  });

  const args = (close: string): Argument[] => {
    const list: Argument[] = [];
    while (!isOp(close)) {
      const after = tokens[next + 1] as Token;
      const named =
        (peek().kind === "name" || peek().kind === "text") &&
        after.kind === "op" &&
        after.text === "=";
      if (named) {
        const name = take().text;
        take("=");
        list.push({ name, value: expression(0) });
      } else if (isOp(",")) list.push({ value: { kind: "name", name: "<empty>" } });
      else list.push({ value: expression(0) });
      if (isOp(",")) take(",");
    }
    take(close);
    return list;
  };

  const primary = (): Node => {
    const token = take();
    if (token.kind === "number") return { kind: "number", value: Number(token.text) };
    if (token.kind === "text") return { kind: "text", value: token.text };
    if (token.kind === "name") {
      if (token.text === "function") {
        take("(");
        const params: string[] = [];
        while (!isOp(")")) {
          params.push(take().text);
          if (isOp(",")) take(",");
        }
        take(")");
        return { kind: "function", params, body: expression(0) };
      }
      return { kind: "name", name: token.text };
    }
    if (token.text === "(") {
      const inner = expression(0);
      take(")");
      return inner;
    }
    if (token.text === "{") {
      const body: Node[] = [];
      while (!isOp("}")) {
        body.push(expression(0));
        if (isOp(";")) take(";");
      }
      take("}");
      return { kind: "block", body };
    }
    if (token.text === "-") return call("-", expression(9));
    if (token.text === "+") return expression(9);
    if (token.text === "!") return call("!", expression(5));
    if (token.text === "~") return call("~", expression(2));
    throw new Error(`unexpected ${token.text || "end"} in: ${source}`);
  };

  const postfix = (): Node => {
    let node = primary();
    for (;;) {
      if (isOp("(")) {
        take("(");
        node = { kind: "call", fn: node, args: args(")") };
      } else if (isOp("[[")) {
        take("[[");
        const list = args("]]");
        node = call("[[", node, ...list.map(({ value }) => value));
      } else if (isOp("[")) {
        take("[");
        const list = args("]");
        node = call("[", node, ...list.map(({ value }) => value));
      } else if (isOp("$")) {
        take("$");
        node = call("$", node, { kind: "text", value: take().text });
      } else return node;
    }
  };

  function expression(power: number): Node {
    let left = postfix();
    for (;;) {
      const token = peek();
      if (token.kind !== "op") return left;
      const spec = token.text.startsWith("%") ? ([9] as const) : BINARY[token.text];
      if (spec === undefined || spec[0] < power || (spec[0] === power && power > 0 && !spec[1]))
        return left;
      take();
      left = call(token.text, left, expression(spec[1] ? spec[0] : spec[0] + 0.5));
    }
  }

  const body: Node[] = [];
  while (peek().kind !== "end") {
    body.push(expression(0));
    if (isOp(";")) take(";");
  }
  return body.length === 1 ? (body[0] as Node) : { kind: "block", body };
}

/** The tree written back as R, as `deparse` would name a term. */
export function deparse(node: Node): string {
  if (node.kind === "number") return String(node.value);
  if (node.kind === "text") return JSON.stringify(node.value);
  if (node.kind === "name") return node.name;
  if (node.kind === "call" && node.fn.kind === "name") {
    const { name } = node.fn;
    const parts = node.args.map(({ value }) => deparse(value));
    if (BINARY[name] !== undefined && parts.length === 2) return `${parts[0]} ${name} ${parts[1]}`;
    return `${name}(${parts.join(", ")})`;
  }
  return "?";
}
