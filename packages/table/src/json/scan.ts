import { type FindingList, refuse } from "../finding-list.js";

// Repetitions are bounded: the engine's matcher keeps a stack of them.
/** A quote, bracket or mark, a number or word, a line end, blanks; else one character that is none of these. */
const TOKEN = /["[\]{}:,]|[-+\w.]{1,10000}|\n|[ \t\r]{1,10000}|./suy;
/** Characters of a string, or an escape. */
const IN_STRING = /(?:[^"\\\p{Cc}]|[\u007F-\u009F]){1,10000}|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/uy;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const NOT_JSON = /^(?:[-+]?(?:Infinity|inf|nan)|undefined|None)$/i;

type Expected =
  | "a value"
  | "a value or ]"
  | "a key"
  | "a key or }"
  | ":"
  | ", or an end"
  | "the end";

const ADVICE: readonly (readonly [RegExp, string])[] = [
  [NOT_JSON, "Write null where a value is missing or infinite."],
  [/^[\]}]$/, "Remove the comma before it, or write what is missing."],
  [/^'/, "Strings stand in double quotes."],
  [/^(?:True|False)$/, "Write true and false in small letters."],
  [/^"$/, "Close the string; write line ends and tabs in it as \\n and \\t."],
];
const GENERAL_ADVICE = "Write the file with a JSON library, not by joining text.";

function kindOf(token: string): string {
  if (token === '"') return "a string that is not closed or holds control characters";
  if (token === '""') return "a string";
  return /^[\w.+-]/.test(token) ? "a word or number" : token;
}

function isValue(token: string): boolean {
  if (token === '""') return true;
  return token === "true" || token === "false" || token === "null" || NUMBER.test(token);
}

/** Where the last string of the scan stands, quotes included. */
interface LastString {
  from: number;
  to: number;
}

/** Splits JSON text; a string comes as `""` if it is one, as `"` if it is not. */
function* tokensOf(text: string, last: LastString): Generator<string> {
  const token = new RegExp(TOKEN);
  const inString = new RegExp(IN_STRING);
  while (token.lastIndex < text.length) {
    const [found] = token.exec(text) as RegExpExecArray;
    if (found !== '"') {
      yield found;
      continue;
    }
    inString.lastIndex = token.lastIndex;
    let end = token.lastIndex;
    while (inString.test(text)) end = inString.lastIndex;
    if (text[end] !== '"') {
      yield '"';
      return;
    }
    last.from = token.lastIndex - 1;
    last.to = end + 1;
    token.lastIndex = end + 1;
    yield '""';
  }
}

/** An array or object that is open. */
interface Level {
  readonly bracket: "[" | "{";
  /** Which value of it, from 0. */
  index: number;
  key: string | undefined;
  keys: Set<string> | undefined;
}

/**
 * Goes through JSON text before `JSON.parse` does, which is silent about numbers that it cannot hold and
 * says in no way that engines agree on where it stopped. Does not recurse: nesting is no danger.
 *
 * @param withhold - quote no values, not even numbers.
 * @param firstLine - where the text begins in its file.
 */
export function scanJson(
  text: string,
  maxDepth: number,
  withhold: boolean,
  findings: FindingList,
  firstLine = 1,
): void {
  let line = firstLine;
  const open: Level[] = [];
  const lastString: LastString = { from: 0, to: 0 };
  let expected = "a value" as Expected;

  const unexpected = (token: string | undefined): never => {
    const kind = token === undefined ? "the text ends" : kindOf(token);
    const known = ADVICE.find(([form]) => token !== undefined && form.test(token));
    const word = token !== undefined && NOT_JSON.test(token) ? token : kind;
    const facts = {
      problem: `${word} where ${expected} should be`,
      advice: known?.[1] ?? GENERAL_ADVICE,
    };
    return refuse(findings, "table/json-syntax", { place: { line }, facts });
  };
  /** Row and column of the value at hand, in a list of rows or an object of columns. */
  const cell = (): { row?: number; column?: string } => {
    const list = open.find((level) => level.bracket === "[");
    const object = open.find((level) => level.bracket === "{");
    return {
      ...(list !== undefined && { row: list.index + 1 }),
      ...(object?.key !== undefined && { column: object.key }),
    };
  };
  const close = (bracket: "[" | "{", token: string): void => {
    if (open.pop()?.bracket !== bracket) unexpected(token);
    expected = open.length === 0 ? "the end" : ", or an end";
  };
  const checkNumber = (token: string): void => {
    if (withhold || !NUMBER.test(token)) return;
    const place = { line, ...cell() };
    const value = Number(token);
    if (!Number.isFinite(value)) findings.add("table/json-number", { place, found: token });
    else if (/^-?\d+$/.test(token) && BigInt(token) !== BigInt(value)) {
      findings.add("table/json-precision", { place, found: token });
    }
  };
  const takeValue = (token: string): void => {
    if (token === "[" || token === "{") {
      open.push({ bracket: token, index: 0, key: undefined, keys: undefined });
      if (open.length > maxDepth) {
        refuse(findings, "table/json-too-deep", { place: { line }, facts: { limit: maxDepth } });
      }
      expected = token === "[" ? "a value or ]" : "a key or }";
    } else if (token === "]" && expected === "a value or ]") close("[", token);
    else if (isValue(token)) {
      checkNumber(token);
      expected = open.length === 0 ? "the end" : ", or an end";
    } else unexpected(token);
  };
  const takeName = (): void => {
    const level = open.at(-1) as Level;
    const name = JSON.parse(text.slice(lastString.from, lastString.to)) as string;
    level.keys ??= new Set();
    if (level.keys.has(name)) {
      const { row } = cell();
      const place = { line, ...(row !== undefined && { row }), column: name };
      findings.add("table/json-duplicate-key", { place });
    }
    level.keys.add(name);
    level.key = name;
  };
  const takeKey = (token: string): void => {
    if (token === "}" && expected === "a key or }") close("{", token);
    else if (token === '""') {
      takeName();
      expected = ":";
    } else unexpected(token);
  };
  const takeSeparator = (token: string): void => {
    if (token === ",") {
      const level = open.at(-1) as Level;
      level.index += 1;
      expected = level.bracket === "[" ? "a value" : "a key";
    } else if (token === "]") close("[", token);
    else if (token === "}") close("{", token);
    else unexpected(token);
  };

  for (const token of tokensOf(text, lastString)) {
    if (token === "\n") line++;
    else if (/^[ \t\r]/.test(token)) continue;
    else if (expected === ":") {
      if (token !== ":") unexpected(token);
      expected = "a value";
    } else if (expected === ", or an end") takeSeparator(token);
    else if (expected === "a key" || expected === "a key or }") takeKey(token);
    else if (expected === "the end") unexpected(token);
    else takeValue(token);
  }
  if (expected !== "the end") unexpected(undefined);
}
