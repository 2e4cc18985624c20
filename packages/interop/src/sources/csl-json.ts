import { type Finding, throwIfErrors } from "@vitalcore/core";
import type { Source, SourceDate, SourceName } from "@vitalcore/domain";
import { find } from "../catalog.js";
import { isObject, ownList, ownValue, parseJson } from "../json-value.js";

/** An item of CSL-JSON (Citation Style Language 1.0.2), as far as sources have it. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly SourceName[];
  readonly publisher?: string;
  readonly issued?: SourceDate;
  readonly edition?: string;
  readonly DOI?: string;
  readonly URL?: string;
  /** Day on which it was fetched. */
  readonly accessed?: SourceDate;
  readonly note?: string;
  /** What CSL has no variable for: license and checksum. */
  readonly custom?: { readonly license?: string; readonly sha256?: string };
}

/** Sources read from a file, and everything that was odd about it. */
export interface SourcesRead {
  readonly sources: readonly Source[];
  readonly findings: readonly Finding[];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function dateOf(day: string): SourceDate {
  return { "date-parts": [day.split("-").map(Number)] };
}

function requireDays(sources: readonly Source[]): void {
  throwIfErrors(
    sources.flatMap(({ retrieved }, i) => {
      if (retrieved === undefined || DAY.test(retrieved)) return [];
      const place = { row: i + 1, column: "retrieved" };
      const facts = { wanted: "a day, YYYY-MM-DD," };
      return [find("interop/cell", { place, found: retrieved, facts })];
    }),
  );
}

/**
 * Gives sources as CSL-JSON, which reference managers and citation processors read: the day of retrieval is `accessed`,
 * license and checksum stand under `custom`.
 *
 * @throws VitalError `interop/cell` for a day of retrieval that is none.
 *
 * @example
 * ```ts
 * import { cslJson } from "@vitalcore/interop/sources";
 * const source = { id: "itu2025", type: "dataset", title: "DataHub", retrieved: "2025-11-03", license: "CC-BY-4.0" };
 * cslJson([source])[0]; // => { id: "itu2025", type: "dataset", title: "DataHub", accessed: { "date-parts": [[2025, 11, 3]] }, custom: { license: "CC-BY-4.0" } }
 * ```
 */
export function cslJson(sources: readonly Source[]): readonly CslItem[] {
  requireDays(sources);
  return sources.map(({ retrieved, license, sha256, ...rest }) => ({
    ...rest,
    ...(retrieved !== undefined && { accessed: dateOf(retrieved) }),
    ...((license !== undefined || sha256 !== undefined) && {
      custom: {
        ...(license !== undefined && { license }),
        ...(sha256 !== undefined && { sha256 }),
      },
    }),
  }));
}

const TEXTS = ["publisher", "edition", "DOI", "URL", "note"] as const;
const KNOWN: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...["id", "type", "title", "author", "issued", "accessed", "custom", ...TEXTS],
]);

/**
 * Reads sources from CSL-JSON. Variables that sources do not have are reported once each; an item without id, type and
 * title is left out.
 *
 * @param input - the text, or what `JSON.parse` gave.
 *
 * @example
 * ```ts
 * import { cslJson, readCslJson } from "@vitalcore/interop/sources";
 * const source = { id: "itu2025", type: "dataset", title: "DataHub", retrieved: "2025-11-03" };
 * readCslJson(JSON.stringify(cslJson([source]))); // => { sources: [source], findings: [] }
 * ```
 */
export function readCslJson(input: unknown): SourcesRead {
  const findings: Finding[] = [];
  const items = typeof input === "string" ? parseJson(input, findings) : input;
  if (findings.length > 0) return { sources: [], findings };
  if (!Array.isArray(items)) {
    const facts = { at: "The document", wanted: "a list of CSL items" };
    return { sources: [], findings: [find("interop/shape", { found: items, facts })] };
  }
  const unused = new Set<string>();
  const sources = items.flatMap((item: unknown, i) => {
    const source = sourceOf(item, i + 1, findings);
    if (isObject(item)) for (const key of Object.keys(item)) if (!KNOWN.has(key)) unused.add(key);
    return source === undefined ? [] : [source];
  });
  for (const column of unused) {
    const facts = { remedy: "Put what a reader must know into `note`." };
    findings.push(find("interop/unused-column", { place: { column }, facts }));
  }
  return { sources, findings };
}

function sourceOf(item: unknown, row: number, findings: Finding[]): Source | undefined {
  const text = (key: string): string | undefined => {
    const value = ownValue(item, key);
    return typeof value === "number"
      ? String(value)
      : typeof value === "string"
        ? value
        : undefined;
  };
  const [id, type, title] = ["id", "type", "title"].map(text);
  const absent = Object.entries({ id, type, title }).filter(([, value]) => value === undefined);
  for (const [column] of absent) {
    const facts = { wanted: "text" };
    findings.push(
      find("interop/cell", {
        place: { row, column },
        found: ownValue(item, column) ?? null,
        facts,
      }),
    );
  }
  if (id === undefined || type === undefined || title === undefined) return undefined;
  const texts = TEXTS.flatMap((key) => {
    const value = text(key);
    return value === undefined ? [] : [[key, value] as const];
  });
  const author = ownList(item, "author").flatMap(nameOf);
  const issued = partsOf(ownValue(item, "issued"));
  const accessed = partsOf(ownValue(item, "accessed"));
  if (accessed !== undefined && accessed.length !== 3) {
    const place = { row, column: "accessed" };
    const facts = { wanted: "a whole day" };
    const found = accessed.join("-");
    findings.push(find("interop/cell", { place, found, facts, severity: "warning" }));
  }
  const custom = ownValue(item, "custom");
  const license = ownValue(custom, "license");
  const sha256 = ownValue(custom, "sha256");
  return {
    id,
    type,
    title,
    ...(author.length > 0 && { author }),
    ...Object.fromEntries(texts),
    ...(issued !== undefined && { issued: { "date-parts": [issued] } }),
    ...(accessed?.length === 3 && { retrieved: dayOf(accessed) }),
    ...(typeof license === "string" && { license }),
    ...(typeof sha256 === "string" && { sha256 }),
  };
}

function dayOf(parts: readonly number[]): string {
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, "0")).join("-");
}

function nameOf(name: unknown): SourceName[] {
  const parts = ["literal", "family", "given"].flatMap((key) => {
    const value = ownValue(name, key);
    return typeof value === "string" ? [[key, value] as const] : [];
  });
  return parts.length > 0 ? [Object.fromEntries(parts) as SourceName] : [];
}

function partsOf(date: unknown): readonly number[] | undefined {
  const parts = ownList(date, "date-parts")[0];
  if (!Array.isArray(parts) || parts.length === 0) return undefined;
  const numbers = parts.map(Number);
  return numbers.every(Number.isInteger) ? numbers : undefined;
}
