import type { Finding, Place } from "@vitalcore/core";
import { find } from "../catalog.js";
import { exceptionFacts } from "../licenses/exceptions.js";
import { licenseFacts, listedSpelling } from "../licenses/license-facts.js";
import { parseExpression, parserKnows } from "./grammar.js";
import { type LicenseExpression, type LicenseLeaf, writeExpression } from "./license-expression.js";
import { suggestException, suggestLicense } from "./suggest.js";
import { misfitOf, type Token, tokensOf } from "./tokens.js";

/** Longer expressions are not read: a hostile file must not cost seconds, or the stack. */
const LONGEST = 10_000;
const DEEPEST = 64;

const LICENSE_REF = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/;
const ADDITION_REF = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?AdditionRef-[A-Za-z0-9.-]+$/;

/** How licences are read. */
export interface LicenseReadingOptions {
  /**
   * What texts that are no SPDX expressions stand for, for example
   * `{ "The Apache License, Version 2.0": "Apache-2.0" }`. Only these are read as something else.
   */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Where the text stands, for the findings. */
  readonly place?: Place;
  /** Whose licence it is, for the findings. */
  readonly what?: string;
  /** Leave out suggestions, which cost a look through the whole list. */
  readonly suggest?: boolean;
}

/** A licence expression read, and what is to be said about it. */
export interface LicenseReading {
  /** `null` if it cannot be read. */
  readonly expression: LicenseExpression | null;
  /** The expression as SPDX writes it; `null` if it cannot be read. */
  readonly canonical: string | null;
  readonly findings: readonly Finding[];
}

const UNREADABLE = { expression: null, canonical: null } as const;

/**
 * Reads an SPDX licence expression: AND, OR, WITH, +, brackets, LicenseRef-, DocumentRef-, AdditionRef-,
 * NONE and NOASSERTION. Ids match without regard to case. Never throws; problems are findings.
 *
 * @param text - the expression, as it stands in a manifest or an SBOM.
 * @returns the tree, its spelling, and findings with severity `error` where it cannot be read.
 *
 * Source: SPDX Specification 2.3, annex D, and 3.0, annex "SPDX License Expressions".
 *
 * @example
 * ```ts
 * import { readLicense } from "@vitalcore/opensource";
 * readLicense("gpl-2.0-or-later with classpath-exception-2.0").canonical;
 * // => "GPL-2.0-or-later WITH Classpath-exception-2.0"
 * readLicense("Apache 2").findings[0]?.suggestion; // => "Apache-2.0"
 * ```
 */
export function readLicense(text: unknown, options: LicenseReadingOptions = {}): LicenseReading {
  const { aliases = {}, place = {}, what = "The work" } = options;
  const given = typeof text === "string" ? text.trim() : "";
  if (given === "") {
    return {
      ...UNREADABLE,
      findings: [find("opensource/license-missing", { place, found: text, facts: { what } })],
    };
  }
  const source = Object.hasOwn(aliases, given) ? (aliases[given] as string) : given;
  return (
    readWhole(source, place) ??
    new ExpressionReader(source, place, options.suggest !== false).read()
  );
}

/** NONE, NOASSERTION and npm's words stand for the whole expression. */
function readWhole(source: string, place: Place): LicenseReading | undefined {
  const word = source.toUpperCase();
  if (word === "NONE" || word === "NOASSERTION") return readingOf(whole(word), []);
  const fromNpm =
    word === "UNLICENSED" ? "NONE" : word.startsWith("SEE LICENSE IN ") ? "NOASSERTION" : undefined;
  if (fromNpm === undefined) return undefined;
  return readingOf(whole(fromNpm), [
    find("opensource/npm-license", { place, found: source, suggestion: fromNpm }),
  ]);
}

function whole(id: string): LicenseLeaf {
  return { kind: "license", id, orLater: false };
}

function readingOf(expression: LicenseExpression, findings: readonly Finding[]): LicenseReading {
  return { expression, canonical: writeExpression(expression), findings };
}

function depthOf(tokens: readonly Token[]): number {
  let depth = 0;
  let deepest = 0;
  for (const { kind } of tokens) {
    if (kind === "open") deepest = Math.max(deepest, ++depth);
    if (kind === "close") depth--;
  }
  return deepest;
}

/** Reads one expression; keeps the findings and the additions met on the way. */
class ExpressionReader {
  private readonly findings: Finding[] = [];
  /** Operands with an AdditionRef-, which the parser does not know, by the stand-in it is given. */
  private readonly standIns = new Map<string, LicenseLeaf>();

  constructor(
    private readonly source: string,
    private readonly place: Place,
    private readonly suggest: boolean,
  ) {}

  read(): LicenseReading {
    const { source, place } = this;
    const tokens = source.length <= LONGEST ? tokensOf(source) : [];
    const depth = depthOf(tokens);
    if (source.length > LONGEST || depth > DEEPEST) {
      const facts = { length: source.length, depth, longest: LONGEST, deepest: DEEPEST };
      return this.unreadable([find("opensource/license-too-long", { place, facts })]);
    }
    const misfit = misfitOf(tokens);
    if (misfit !== undefined) {
      const suggestion = this.suggest ? suggestLicense(source) : undefined;
      const facts = { reason: misfit.reason, at: misfit.at };
      return this.unreadable([
        find("opensource/license-syntax", { place, found: source, facts, suggestion }),
      ]);
    }
    const canonical = tokens.map((_, index) => this.respelled(tokens, index)).join(" ");
    if (this.findings.some(({ severity }) => severity === "error")) return this.unreadable([]);
    const parsed = parseExpression(canonical.replaceAll(" +", "+").trim());
    return readingOf(this.restored(parsed), this.findings);
  }

  private unreadable(more: readonly Finding[]): LicenseReading {
    return { ...UNREADABLE, findings: [...this.findings, ...more] };
  }

  /** The token as the parser must see it. */
  private respelled(tokens: readonly Token[], index: number): string {
    const token = tokens[index] as Token;
    if (token.kind === "operator") return this.operator(tokens, index);
    if (token.kind === "plus")
      return this.additionAfter(tokens, index - 1) === undefined ? token.text : "";
    if (token.kind !== "id") return token.text;
    if (tokens[index - 1]?.text.toUpperCase() === "WITH") return this.exception(token.text);
    const license = this.license(token.text, tokens[index + 1]?.kind === "plus");
    const addition = this.additionAfter(tokens, index);
    if (addition === undefined) return license;
    const standIn = `LicenseRef-addition-${this.standIns.size}`;
    const orLater = tokens[index + 1]?.kind === "plus";
    this.standIns.set(standIn, { kind: "license", id: license, orLater, exception: addition });
    return standIn;
  }

  private additionAfter(tokens: readonly Token[], index: number): string | undefined {
    const next = index + (tokens[index + 1]?.kind === "plus" ? 2 : 1);
    const addition = tokens[next + 1]?.text ?? "";
    return tokens[next]?.text.toUpperCase() === "WITH" && ADDITION_REF.test(addition)
      ? addition
      : undefined;
  }

  private operator(tokens: readonly Token[], index: number): string {
    const { text } = tokens[index] as Token;
    const upper = text.toUpperCase();
    if (text !== upper) {
      const details = { place: this.place, found: text, suggestion: upper };
      this.findings.push(find("opensource/operator-case", details));
    }
    return upper === "WITH" && ADDITION_REF.test(tokens[index + 1]?.text ?? "") ? "" : upper;
  }

  private exception(text: string): string {
    if (ADDITION_REF.test(text)) return "";
    const listed = exceptionFacts(text)?.id;
    if (listed !== undefined) return this.spelledAs(text, listed);
    if (parserKnows(`GPL-3.0-only WITH ${text}`)) return text;
    const suggestion = this.suggest ? suggestException(text) : undefined;
    const details = { place: this.place, found: text, suggestion };
    this.findings.push(find("opensource/unknown-exception", details));
    return text;
  }

  private license(text: string, orLater: boolean): string {
    if (LICENSE_REF.test(text)) return text;
    const listed = listedSpelling(text);
    if (listed === undefined) {
      if (!parserKnows(text)) this.unknownLicense(text);
      return text;
    }
    const replacement = licenseFacts(listed)?.deprecatedFor;
    if (replacement !== undefined) this.deprecated(listed, replacement, orLater);
    return this.spelledAs(text, listed);
  }

  private deprecated(listed: string, replacement: string, orLater: boolean): void {
    const suggestion =
      replacement === ""
        ? "the licences it is made of"
        : orLater
          ? replacement.replace(/-only$/, "-or-later")
          : replacement;
    const found = orLater ? `${listed}+` : listed;
    this.findings.push(
      find("opensource/deprecated-license", { place: this.place, found, suggestion }),
    );
  }

  private unknownLicense(text: string): void {
    const suggestion = this.suggest
      ? (suggestLicense(this.source) ?? suggestLicense(text))
      : undefined;
    const details = { place: this.place, found: text };
    this.findings.push(
      suggestion === undefined
        ? find("opensource/unlisted-license", details)
        : find("opensource/unknown-license", { ...details, suggestion }),
    );
  }

  private spelledAs(text: string, listed: string): string {
    if (text !== listed) {
      const details = { place: this.place, found: text, suggestion: listed };
      this.findings.push(find("opensource/license-case", details));
    }
    return listed;
  }

  private restored(expression: LicenseExpression): LicenseExpression {
    if (expression.kind === "license") return this.standIns.get(expression.id) ?? expression;
    return { ...expression, parts: expression.parts.map((part) => this.restored(part)) };
  }
}
