import { find } from "./catalog.js";
import type { Summary } from "./summary.js";
import { summaryHtml, summaryMarkdown } from "./summary-html.js";
import { summaryText } from "./summary-text.js";
import { VitalError } from "./vital-error.js";

/** What every result has: it says what it is, and which version of that. */
export interface ResultData {
  readonly kind: string;
  readonly version: number;
}

/** What results show of themselves; attached, not enumerable, never part of the JSON. */
export interface Displayed {
  /** Plain text, for terminals. */
  toString(): string;
  /** An HTML fragment, for pages and notebooks. */
  toHTML(): string;
}

/** A result: readonly JSON that shows itself. */
export type Result<Data extends ResultData> = Data & Displayed;

/** A kind of result: how it is made, recognized, shown and read back from JSON. */
export interface ResultKind<Data extends ResultData> {
  readonly kind: Data["kind"];
  readonly version: number;
  /** Freezes the data (deeply) and lets it show itself. */
  create(data: Omit<Data, "kind" | "version">): Result<Data>;
  /** Reads a result back from parsed JSON, or gives `undefined` if it is of another kind or version. */
  revive(json: unknown): Result<Data> | undefined;
}

const JUPYTER = Symbol.for("Jupyter.display");
const INSPECT = Symbol.for("nodejs.util.inspect.custom");

/** Results have many thousand small parts: none is visited twice, and nothing is allocated on the way. */
function deepFreeze(value: object): void {
  Object.freeze(value);
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const child: unknown = value[i];
      if (typeof child === "object" && child !== null) freezeChild(child);
    }
    return;
  }
  for (const key in value) {
    const child: unknown = value[key as keyof typeof value];
    if (typeof child === "object" && child !== null) freezeChild(child);
  }
}

function freezeChild(child: object): void {
  if (!ArrayBuffer.isView(child) && !Object.isFrozen(child)) deepFreeze(child);
}

/**
 * Lets an object show itself: as text in terminals and `console.log`, as HTML and Markdown in notebooks
 * (the convention of Deno's Jupyter kernel). Nothing enumerable is added.
 *
 * @example
 * ```ts
 * import { withDisplay } from "@vitalcore/core";
 * const shown = withDisplay({ n: 2 }, ({ n }) => ({ title: `${n} users` }));
 * String(shown); // => "2 users"
 * JSON.stringify(shown); // => '{"n":2}'
 * ```
 */
export function withDisplay<Data extends object>(
  data: Data,
  summarize: (data: Data) => Summary,
): Data & Displayed {
  const hidden = (value: unknown) => ({ value, enumerable: false });
  Object.defineProperties(data, {
    toString: hidden(() => summaryText(summarize(data))),
    toHTML: hidden(() => summaryHtml(summarize(data))),
    [INSPECT]: hidden(() => summaryText(summarize(data))),
    [JUPYTER]: hidden(() => ({
      "text/plain": summaryText(summarize(data)),
      "text/markdown": summaryMarkdown(summarize(data)),
      "text/html": summaryHtml(summarize(data)),
    })),
  });
  return data as Data & Displayed;
}

/**
 * Defines a kind of result.
 *
 * @param definition.kind - its name, for example "IndexResult".
 * @param definition.version - raised when the shape of the data changes.
 * @param definition.summarize - what it shows of itself.
 *
 * @example
 * ```ts
 * import { defineResult } from "@vitalcore/core";
 * interface Count { readonly kind: "Count"; readonly version: number; readonly n: number }
 * const count = defineResult<Count>({
 *   kind: "Count",
 *   version: 1,
 *   summarize: ({ n }) => ({ title: `${n} units` }),
 * });
 * const result = count.create({ n: 3 });
 * String(count.revive(JSON.parse(JSON.stringify(result)))); // => "3 units"
 * ```
 */
export function defineResult<Data extends ResultData>(definition: {
  readonly kind: Data["kind"];
  readonly version: number;
  readonly summarize: (data: Data) => Summary;
}): ResultKind<Data> {
  const { kind, version, summarize } = definition;
  const show = (data: Data): Result<Data> => {
    const shown = withDisplay(data, summarize);
    deepFreeze(shown);
    return shown;
  };
  return {
    kind,
    version,
    create: (data) => show({ kind, version, ...data } as unknown as Data),
    revive: (json) => {
      const stored = json as Partial<ResultData> | null | undefined;
      if (stored?.kind !== kind || stored.version !== version) return undefined;
      return show({ ...stored } as Data);
    },
  };
}

/**
 * Reads a stored result back from parsed JSON: it shows itself again.
 *
 * @param json - what `JSON.parse` gave.
 * @param kinds - the kinds of result that are expected.
 * @throws VitalError `core/unknown-result` if it is none of these, or of another version.
 *
 * @example
 * ```ts
 * import { defineResult, revive } from "@vitalcore/core";
 * interface Count { readonly kind: "Count"; readonly version: number; readonly n: number }
 * const count = defineResult<Count>({ kind: "Count", version: 1, summarize: ({ n }) => ({ title: `${n}` }) });
 * String(revive(JSON.parse('{"kind":"Count","version":1,"n":3}'), [count])); // => "3"
 * ```
 */
export function revive<Data extends ResultData>(
  json: unknown,
  kinds: readonly ResultKind<Data>[],
): Result<Data> {
  for (const kind of kinds) {
    const result = kind.revive(json);
    if (result !== undefined) return result;
  }
  const stored = (typeof json === "object" ? json : undefined) as
    | Partial<ResultData>
    | null
    | undefined;
  throw new VitalError([
    find("core/unknown-result", {
      found: stored?.kind ?? null,
      facts: {
        version: stored?.version ?? null,
        kinds: kinds.map(({ kind, version }) => `${kind} ${version}`),
      },
    }),
  ]);
}
