/** How bad a finding is: an `error` stops a computation, a `warning` stands beside its result. */
export type Severity = "error" | "warning" | "info";

/** `fail`: the rule was checked and does not hold. `not-evaluable`: it could not be checked. */
export type Outcome = "fail" | "not-evaluable";

/** A value that a finding may quote. */
export type FindingValue = string | number | boolean | null;

/** A fact from which the sentence of a finding is made: a value, or a list of values. */
export type Fact = FindingValue | readonly FindingValue[];

/**
 * Where a finding is. Fill what is known; every field may be left out.
 *
 * `row` counts data rows from 1, without a header; `line` counts physical lines of a file from 1.
 */
export interface Place {
  readonly file?: string;
  readonly sheet?: string;
  /** Physical line in the file, from 1. */
  readonly line?: number;
  /** Data row, from 1. */
  readonly row?: number;
  readonly column?: string;
  /** Key of an observation, as `observationKey` of `@vitalcore/domain` writes it. */
  readonly observation?: string;
  /** Code of a node of an index framework. */
  readonly node?: string;
  /** Code of a unit of an index: a country, a region, a company. */
  readonly unit?: string;
  /** Path inside a JSON document, outermost key first. */
  readonly path?: readonly (string | number)[];
}

/**
 * One thing that is wrong, doubtful or worth knowing: what, where, what was found, what to do.
 * Plain JSON. Programs branch on `code`; people read `message` and `hint`, which are made from
 * `place`, `facts` and `found`, so that they can be made again in another language.
 */
export interface Finding<Code extends string = string> {
  /** `package/rule`, for example `table/duplicate-header`. */
  readonly code: Code;
  readonly severity: Severity;
  readonly outcome: Outcome;
  readonly place: Place;
  /** The facts that the sentence names. Never holds values of identifying columns. */
  readonly facts: Readonly<Record<string, Fact>>;
  /** The value found. Absent when the column is marked identifying. */
  readonly found?: FindingValue;
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** The likely right value, where one can be named. */
  readonly suggestion?: string;
}

/** One rule of a catalog: its severity and its sentences, with `{facts}` in braces. */
export interface FindingRule {
  readonly severity: Severity;
  readonly outcome?: Outcome;
  readonly message: string;
  readonly hint?: string;
}

/** The rules of a package by code. Another language is another catalog with the same codes. */
export type Catalog = Readonly<Record<string, FindingRule>>;

/** The `{names}` of a template; braces around more than one word are text. */
type Placeholder<Template> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string} ${string}` ? never : Name) | Placeholder<Rest>
  : never;

/** The facts that a rule's sentences need beyond the place, the value found and the suggestion. */
export type FactsOf<Rule> = Rule extends { message: infer Message }
  ? Exclude<
      Placeholder<Message> | (Rule extends { hint: infer Hint } ? Placeholder<Hint> : never),
      keyof Place | "found" | "suggestion"
    >
  : never;

type FactsArgument<Names extends string> = [Names] extends [never]
  ? { readonly facts?: Readonly<Record<string, Fact>> }
  : { readonly facts: Readonly<Record<Names, Fact>> };

/** What a rule is told about the case at hand. */
export type FindingDetails<Rule> = FactsArgument<FactsOf<Rule> & string> & {
  readonly place?: Place;
  readonly found?: unknown;
  readonly suggestion?: string | undefined;
  /** Withhold `found`: the column is marked identifying. */
  readonly withhold?: boolean;
  /** Overrides the severity of the rule. */
  readonly severity?: Severity;
};

/** Makes findings of one catalog; codes and the facts they need are checked by the compiler. */
export type Finder<Rules extends Catalog> = <Code extends keyof Rules & string>(
  code: Code,
  details: FindingDetails<Rules[Code]>,
) => Finding<Code>;

const LONGEST_QUOTE = 80;
const LONGEST_LIST = 10;

/** A value as it may stand in a sentence: text quoted and cut, everything else by its kind. */
function quotable(value: unknown): FindingValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "boolean") return value;
  const text = typeof value === "string" ? value : describeKind(value);
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

function describeKind(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value instanceof Date)
    return `a Date (${Number.isNaN(value.getTime()) ? "invalid" : value.toISOString()})`;
  return `a value of type ${typeof value}`;
}

function inWords(fact: Fact): string {
  if (!Array.isArray(fact)) return String(fact);
  const shown = fact.slice(0, LONGEST_LIST).map(String).join(", ");
  const more = fact.length - LONGEST_LIST;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

function fill(template: string, words: ReadonlyMap<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => words.get(name) ?? hole);
}

function wordsFor(finding: Omit<Finding, "message" | "hint">): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const [name, value] of Object.entries(finding.place)) {
    words.set(name, Array.isArray(value) ? value.join(".") : String(value));
  }
  for (const [name, value] of Object.entries(finding.facts)) words.set(name, inWords(value));
  const { found } = finding;
  const quoted = typeof found === "string" ? JSON.stringify(found) : String(found);
  words.set("found", found === undefined ? "a value that is withheld" : quoted);
  if (finding.suggestion !== undefined) words.set("suggestion", finding.suggestion);
  return words;
}

function say<Code extends string>(
  finding: Omit<Finding<Code>, "message" | "hint">,
  rule: FindingRule,
): Finding<Code> {
  const words = wordsFor(finding);
  return {
    ...finding,
    message: fill(rule.message, words),
    ...(rule.hint !== undefined && { hint: fill(rule.hint, words) }),
  };
}

/**
 * Makes the function that makes a package's findings from its catalog of rules.
 *
 * @param catalog - rules by code; `{name}` in a sentence stands for a fact, a field of the place,
 *   `{found}` or `{suggestion}`.
 * @returns a function of a code and the details of the case, giving a {@link Finding}.
 *
 * @example
 * ```ts
 * import { finder } from "@vitalcore/core";
 * const find = finder({
 *   "demo/too-old": {
 *     severity: "error",
 *     message: "Row {row}: an age of {found} is above {limit}.",
 *     hint: "Check the unit: years, not months.",
 *   },
 * });
 * const finding = find("demo/too-old", { place: { row: 3 }, found: 444, facts: { limit: 120 } });
 * finding.message; // => "Row 3: an age of 444 is above 120."
 * ```
 */
export function finder<const Rules extends Catalog>(catalog: Rules): Finder<Rules> {
  return (code, details) => {
    const rule = catalog[code] as FindingRule;
    const { found, suggestion } = details;
    return say(
      {
        code,
        severity: details.severity ?? rule.severity,
        outcome: rule.outcome ?? "fail",
        place: details.place ?? {},
        facts: details.facts ?? {},
        ...(found !== undefined && details.withhold !== true && { found: quotable(found) }),
        ...(suggestion !== undefined && { suggestion }),
      },
      rule,
    );
  };
}

/**
 * Says a finding again with the sentences of another catalog, for example in another language.
 *
 * @returns the finding with new `message` and `hint`; unchanged if the catalog lacks its code.
 *
 * @example
 * ```ts
 * import { finder, translate } from "@vitalcore/core";
 * const find = finder({ "demo/empty": { severity: "error", message: "Column {column} is empty." } });
 * const french = { "demo/empty": { severity: "error", message: "La colonne {column} est vide." } } as const;
 * translate(find("demo/empty", { place: { column: "age" } }), french).message; // => "La colonne age est vide."
 * ```
 */
export function translate(finding: Finding, catalog: Catalog): Finding {
  const rule = catalog[finding.code];
  if (rule === undefined) return finding;
  const { message: _message, hint: _hint, ...facts } = finding;
  return say(facts, rule);
}
