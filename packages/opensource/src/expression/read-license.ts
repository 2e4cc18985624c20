import type { Finding, Place } from "@vitalcore/core";
import { find } from "../catalog.js";
import { exceptionFacts } from "../licenses/exceptions.js";
import { licenseFacts, listedSpelling } from "../licenses/license-facts.js";
import { parseSkeleton } from "./grammar.js";
import { type LicenseExpression, type LicenseLeaf, writeExpression } from "./license-expression.js";
import { suggestException, suggestLicense } from "./suggest.js";
import { misfitOf, type Token, tokensOf } from "./tokens.js";

/** Longer expressions are not read: a hostile file must not cost seconds, or the stack. */
const LONGEST = 10_000;
const DEEPEST = 64;
const NOTHING_NEAR = "none";

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
 * const text = "gpl-2.0-only with classpath-exception-2.0";
 * readLicense(text).canonical; // => "GPL-2.0-only WITH Classpath-exception-2.0"
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

/** Reads one expression; keeps the findings and the operands met on the way. */
class ExpressionReader {
  private readonly findings: Finding[] = [];
  private readonly operands: LicenseLeaf[] = [];

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
      const facts = { reason: misfit.reason, at: misfit.at, nearest: suggestion ?? NOTHING_NEAR };
      return this.unreadable([
        find("opensource/license-syntax", { place, found: source, facts, suggestion }),
      ]);
    }
    const skeleton = this.skeletonOf(tokens);
    if (this.findings.some(({ severity }) => severity === "error")) return this.unreadable([]);
    return readingOf(parseSkeleton(skeleton, this.operands), this.findings);
  }

  private unreadable(more: readonly Finding[]): LicenseReading {
    return { ...UNREADABLE, findings: [...this.findings, ...more] };
  }

  /** Operators and brackets, with a number for each operand. */
  private skeletonOf(tokens: readonly Token[]): readonly (string | number)[] {
    const skeleton: (string | number)[] = [];
    for (let i = 0; i < tokens.length; i++) {
      const { kind, text } = tokens[i] as Token;
      if (kind !== "id") {
        skeleton.push(kind === "operator" ? this.operator(text) : text);
        continue;
      }
      const orLater = tokens[i + 1]?.kind === "plus";
      const id = this.license(text, orLater);
      if (orLater) i++;
      const attached = tokens[i + 1]?.text ?? "";
      const hasException = attached.toUpperCase() === "WITH";
      if (hasException) this.operator(attached);
      const exception = hasException ? this.exception((tokens[i + 2] as Token).text) : undefined;
      if (hasException) i += 2;
      skeleton.push(this.operands.length);
      this.operands.push({
        kind: "license",
        id,
        orLater,
        ...(exception !== undefined && { exception }),
      });
    }
    return skeleton;
  }

  private operator(text: string): string {
    const upper = text.toUpperCase();
    if (text !== upper) {
      const details = { place: this.place, found: text, suggestion: upper };
      this.findings.push(find("opensource/operator-case", details));
    }
    return upper;
  }

  private exception(text: string): string {
    if (ADDITION_REF.test(text)) return text;
    const listed = exceptionFacts(text)?.id;
    if (listed !== undefined) return this.spelledAs(text, listed);
    const suggestion = this.suggest ? suggestException(text) : undefined;
    const facts = { nearest: suggestion ?? NOTHING_NEAR };
    const details = { place: this.place, found: text, facts, suggestion };
    this.findings.push(find("opensource/unknown-exception", details));
    return text;
  }

  private license(text: string, orLater: boolean): string {
    if (LICENSE_REF.test(text)) return text;
    const listed = listedSpelling(text);
    if (listed === undefined) {
      this.unknownLicense(text);
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
    const facts = { nearest: suggestion ?? NOTHING_NEAR };
    const details = { place: this.place, found: text, facts, suggestion };
    this.findings.push(find("opensource/unknown-license", details));
  }

  private spelledAs(text: string, listed: string): string {
    if (text !== listed) {
      const details = { place: this.place, found: text, suggestion: listed };
      this.findings.push(find("opensource/license-case", details));
    }
    return listed;
  }
}
