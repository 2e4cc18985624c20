import ts from "typescript";

/** A block of TypeScript in the documentation. */
export interface Example {
  readonly file: string;
  /** Line of the block's fence in the file, from 1. */
  readonly line: number;
  readonly code: string;
}

/** The ```ts blocks of a Markdown text. */
export function markdownExamples(file: string, text: string): Example[] {
  return fencedBlocks(file, text.split("\n"), 0);
}

/** The ```ts blocks in the doc comments of a source text. */
export function docCommentExamples(file: string, text: string): Example[] {
  const examples: Example[] = [];
  for (const comment of text.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
    const before = text.slice(0, comment.index).split("\n").length - 1;
    const lines = comment[0].split("\n").map((line) => line.replace(/^\s*\* ?/, ""));
    examples.push(...fencedBlocks(file, lines, before));
  }
  return examples;
}

function fencedBlocks(file: string, lines: readonly string[], before: number): Example[] {
  const examples: Example[] = [];
  let start = -1;
  lines.forEach((line, i) => {
    if (start < 0 && /^\s*```(ts|typescript)\s*$/.test(line)) start = i;
    else if (start >= 0 && /^\s*```\s*$/.test(line)) {
      const code = lines.slice(start + 1, i).join("\n");
      examples.push({ file, line: before + start + 1, code });
      start = -1;
    }
  });
  return examples;
}

/** Defined in every instrumented example: deep equality, numbers to the digits that are shown. */
const CHECK = `import assert from "node:assert/strict";
function __check(actual: unknown, expected: unknown, shown: string): void {
  const decimals = Math.max(0, ...[...shown.matchAll(/\\.(\\d+)/g)].map(([, digits]) => digits!.length));
  const tolerance = decimals >= 4 ? 0.5 * 10 ** -decimals : 0;
  const plain = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (ArrayBuffer.isView(value)) return Array.from(value as never);
    return value instanceof Map || value instanceof Set ? value : JSON.parse(JSON.stringify(value));
  };
  const compare = (a: unknown, b: unknown): void => {
    if (typeof a === "number" && typeof b === "number" && Math.abs(a - b) <= tolerance + 1e-12 * Math.abs(b)) return;
    if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) return a.forEach((item, i) => compare(item, b[i]));
    assert.deepStrictEqual(a, b);
  };
  compare(plain(actual), plain(expected));
}
`;

/**
 * Turns an example into a module that checks itself: \`expression; // => value\` and
 * \`const name = ...; // => value\` assert the value.
 */
export function instrument(example: Example): string {
  const { code } = example;
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true);
  const edits: { at: number; remove: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    const promise = /^[ \t]*;?[ \t]*\/\/ => (.+)$/m.exec(lineAfter(code, node.getEnd()));
    if (promise !== null && ts.isExpressionStatement(node)) {
      const { expression } = node;
      const checked = `__check(${expression.getText()}, (${promise[1]}), ${JSON.stringify(promise[1])});`;
      edits.push({ at: node.getStart(), remove: node.getEnd() - node.getStart(), text: checked });
    } else if (promise !== null && ts.isVariableStatement(node)) {
      const name = node.declarationList.declarations[0]?.name.getText();
      const check = ` __check(${name}, (${promise[1]}), ${JSON.stringify(promise[1])});`;
      edits.push({ at: node.getEnd(), remove: 0, text: check });
    } else {
      ts.forEachChild(node, visit);
    }
  };
  visit(source);
  const instrumented = edits
    .sort((a, b) => b.at - a.at)
    .reduce(
      (text, { at, remove, text: by }) => text.slice(0, at) + by + text.slice(at + remove),
      code,
    );
  return `${CHECK}${instrumented}\nexport {};\n`;
}

function lineAfter(code: string, position: number): string {
  const end = code.indexOf("\n", position);
  return code.slice(position, end < 0 ? undefined : end);
}

/** Whether an instrumented example asserts anything. */
export function assertsSomething(instrumented: string): boolean {
  return instrumented.slice(CHECK.length).includes("__check(");
}
