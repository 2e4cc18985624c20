import { type Finding, nearest } from "@vitalcore/core";
import { find, meant } from "./catalog.js";
import { isCustomName } from "./custom-name.js";
import type { Shape } from "./methodology-shape.js";

/** Keys and indices from the root of a document to a place in it. */
export type Path = readonly (string | number)[];

/** A path as one text, for a set of places. */
export function pathKey(path: Path): string {
  return JSON.stringify(path);
}

/** What could be read of a document, what is wrong with it, and where. */
export interface Reading {
  /** The document without what is wrong; a misspelt option is read as the one that was meant. */
  readonly value: unknown;
  readonly findings: readonly Finding[];
  /** Places that are wrong, so that a missing value is not reported there once more. */
  readonly faulty: ReadonlySet<string>;
}

/**
 * Reads a document of a shape, and reports everything that does not fit it. Later checks run on what
 * could be read, so that one slip does not hide the others.
 */
export function readDocument(document: unknown, shape: Shape): Reading {
  const findings: Finding[] = [];
  const faulty = new Set<string>();
  const value = read(document, shape, [], (finding, path) => {
    findings.push(finding);
    faulty.add(pathKey(path));
  });
  return { value, findings, faulty };
}

type Report = (finding: Finding, path: Path) => void;

function read(value: unknown, shape: Shape, path: Path, report: Report): unknown {
  switch (shape.is) {
    case "anything":
      return value;
    case "object":
      return readObject(value, shape, path, report);
    case "list":
      if (!Array.isArray(value)) return wrongType(value, "a list", path, report);
      return value.map((item, i) => read(item, shape.of, [...path, i], report));
    case "option":
      if (shape.custom === true && isCustomName(value)) return value;
      return readOption(value, shape.of, path, report);
    case "number-or-null":
      return value === null || Number.isFinite(value)
        ? value
        : wrongType(value, "a number or null", path, report);
    case "constant":
      if (value !== shape.value) wrongType(value, JSON.stringify(shape.value), path, report);
      return shape.value;
    case "pair":
      return isPair(value)
        ? value
        : wrongType(value, "two numbers, [lowest, highest]", path, report);
    case "dictionary":
      return isTextByText(value) ? value : wrongType(value, "text by text", path, report);
    case "numbers-by-text":
      return isNumbersByText(value) ? value : wrongType(value, "numbers by text", path, report);
    case "text":
      return typeof value === "string" && value.trim() !== ""
        ? value
        : wrongType(value, "text", path, report);
    case "number":
      return Number.isFinite(value) ? value : wrongType(value, "a number", path, report);
    case "flag":
      return typeof value === "boolean" ? value : wrongType(value, "true or false", path, report);
  }
}

function isPair(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every(Number.isFinite);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTextByText(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((text) => typeof text === "string");
}

/** A key `__proto__` would be lost when the object is made again. */
function isNumbersByText(value: unknown): boolean {
  return (
    isRecord(value) &&
    Object.values(value).every(Number.isFinite) &&
    !Object.hasOwn(value, "__proto__")
  );
}

function wrongType(value: unknown, wanted: string, path: Path, report: Report): undefined {
  const found = typeof value === "number" ? String(value) : describe(value);
  const place = path.length > 0 ? { path } : { path: ["methodology"] };
  report(find("composite/wrong-type", { place, found, facts: { wanted } }), path);
}

function describe(value: unknown): unknown {
  if (value === undefined) return "undefined";
  return isRecord(value) ? "an object" : value;
}

function readOption(
  value: unknown,
  known: readonly string[],
  path: Path,
  report: Report,
): string | undefined {
  if (typeof value === "string" && known.includes(value)) return value;
  if (typeof value !== "string")
    return wrongType(value, `one of ${known.join(", ")}`, path, report);
  const suggestion = nearest(value, known);
  const facts = { known, meant: meant(suggestion) };
  report(
    find("composite/unknown-option", { place: { path }, found: value, suggestion, facts }),
    path,
  );
  return suggestion;
}

function readObject(
  value: unknown,
  shape: Extract<Shape, { is: "object" }>,
  path: Path,
  report: Report,
): Readonly<Record<string, unknown>> | undefined {
  if (!isRecord(value)) return wrongType(value, "an object", path, report);
  const known = Object.keys(shape.fields);
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const suggestion = nearest(key, known);
    const place = { path: [...path, key] };
    const facts = { known, meant: meant(suggestion) };
    report(find("composite/unknown-field", { place, suggestion, facts }), place.path);
  }
  const fields: [string, unknown][] = [];
  for (const [key, field] of Object.entries(shape.fields)) {
    // An own key only: a document must not inherit its fields.
    const isThere = Object.hasOwn(value, key) && value[key] !== undefined;
    if (!isThere && field.required !== true) continue;
    const at = [...path, key];
    if (!isThere) {
      const facts = { wanted: inWords(field) };
      report(find("composite/missing-field", { place: { path: at }, facts }), at);
      continue;
    }
    const item = read(value[key], field, at, report);
    if (item !== undefined) fields.push([key, item]);
  }
  return Object.fromEntries(fields);
}

function inWords(shape: Shape): string {
  if (shape.is === "constant") return JSON.stringify(shape.value);
  if (shape.is === "option") return `one of ${shape.of.join(", ")}`;
  return shape.is === "list" ? "a list" : shape.is;
}
