/** A piece of an expression and where it starts, counted from 1. */
export interface Token {
  readonly kind: "id" | "operator" | "open" | "close" | "plus" | "stray";
  readonly text: string;
  readonly at: number;
  /** Nothing stands between it and the token before. */
  readonly attached: boolean;
}

const PIECE = /\s+|[A-Za-z0-9.:-]+|[\s\S]/gu;
const OPERATOR = /^(?:AND|OR|WITH)$/i;

function kindOf(text: string): Token["kind"] {
  if (text === "(") return "open";
  if (text === ")") return "close";
  if (text === "+") return "plus";
  if (OPERATOR.test(text)) return "operator";
  return /^[A-Za-z0-9.:-]+$/.test(text) ? "id" : "stray";
}

/** Cuts an expression into its pieces; blanks of every kind separate and are dropped. */
export function tokensOf(expression: string): readonly Token[] {
  const tokens: Token[] = [];
  let attached = false;
  for (const { 0: text, index } of expression.matchAll(PIECE)) {
    if (text.trim() === "") {
      attached = false;
      continue;
    }
    tokens.push({ kind: kindOf(text), text, at: index + 1, attached });
    attached = true;
  }
  return tokens;
}

/** A place where the pieces do not fit together, and why. */
export interface Misfit {
  readonly reason: string;
  readonly at: number;
}

/**
 * Where the pieces first break the grammar of SPDX 2.3, annex D. The parser we use says only that they do.
 */
export function misfitOf(tokens: readonly Token[]): Misfit | undefined {
  const open: number[] = [];
  let wantsLicense = true;
  for (const [index, { kind, text, at, attached }] of tokens.entries()) {
    const before = tokens[index - 1];
    const afterWith = before?.kind === "operator" && before.text.toUpperCase() === "WITH";
    if (kind === "stray") return { reason: `"${text}" has no meaning here`, at };
    if (kind === "plus") {
      if (before?.kind !== "id" || !attached || wantsLicense)
        return { reason: "a + must follow a licence id directly", at };
      if (/LicenseRef-/.test(before.text)) return { reason: "a + cannot follow a LicenseRef-", at };
      continue;
    }
    if (wantsLicense) {
      if (kind === "operator") return { reason: `a licence is missing before ${text}`, at };
      if (kind === "close") return { reason: "a licence is missing before the bracket", at };
      if (kind === "open" && afterWith) return { reason: "an exception must follow WITH", at };
      if (kind === "open") open.push(at);
      else wantsLicense = false;
      continue;
    }
    if (kind === "id" || kind === "open")
      return { reason: `AND or OR is missing before "${text}"`, at };
    if (kind === "close") {
      if (open.pop() === undefined) return { reason: "this bracket was never opened", at };
      continue;
    }
    if (text.toUpperCase() === "WITH" && before?.kind !== "id" && before?.kind !== "plus")
      return { reason: "WITH must follow a licence", at };
    wantsLicense = true;
  }
  const last = tokens.at(-1);
  const end = last === undefined ? 1 : last.at + last.text.length;
  if (wantsLicense) return { reason: "a licence is missing at the end", at: end };
  const unclosed = open.pop();
  if (unclosed !== undefined) return { reason: "this bracket is never closed", at: unclosed };
  return undefined;
}
