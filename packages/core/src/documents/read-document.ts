import { nearest } from "../nearest.js";
import { type Fields, type Shape, wordsFor } from "./shape.js";

/** Keys and indices from the root of a document to a place in it. */
export type DocumentPath = readonly (string | number)[];

/** What does not fit, and where. */
export type Misfit =
  | {
      readonly misfit: "wrong-type";
      readonly path: DocumentPath;
      readonly found: unknown;
      readonly wanted: string;
    }
  | { readonly misfit: "missing-field"; readonly path: DocumentPath; readonly wanted: string }
  | {
      readonly misfit: "unknown-field";
      readonly path: DocumentPath;
      readonly known: readonly string[];
      readonly suggestion: string | undefined;
    }
  | {
      readonly misfit: "unknown-option";
      readonly path: DocumentPath;
      readonly found: string;
      readonly known: readonly string[];
      readonly suggestion: string | undefined;
    };

/** What could be read of a document, and what is wrong with it. */
export interface DocumentReading {
  /** The document without what is wrong; a misspelt option is read as the one that was meant. */
  readonly value: unknown;
  readonly misfits: readonly Misfit[];
}

/**
 * Reads a document from outside by its shape, and tells everything that does not fit it, so that one slip does not hide the
 * others. What is left can be checked further: it has no fields but those of the shape, each of its kind.
 *
 * @example
 * ```ts
 * import { readDocument } from "@vitalcore/core/documents";
 * const shape = { is: "object", fields: { method: { is: "option", of: ["mean", "median"] } } } as const;
 * const { value, misfits } = readDocument({ method: "medain", extra: 1 }, shape);
 * value; // => { method: "median" }
 * misfits.map(({ misfit, path }) => [misfit, path]); // => [["unknown-field", ["extra"]], ["unknown-option", ["method"]]]
 * ```
 */
export function readDocument(document: unknown, shape: Shape): DocumentReading {
  const misfits: Misfit[] = [];
  const value = read(document, shape, { path: [], misfits });
  return { value, misfits };
}

interface Place {
  readonly path: DocumentPath;
  readonly misfits: Misfit[];
}

function below({ path, misfits }: Place, key: string | number): Place {
  return { path: [...path, key], misfits };
}

function read(value: unknown, shape: Shape, place: Place): unknown {
  switch (shape.is) {
    case "object":
      return readObject(value, shape.fields, place);
    case "variant":
      return readVariant(value, shape, place);
    case "record":
      return readRecord(value, shape, place);
    case "list":
      if (!Array.isArray(value)) return wrongType(value, shape, place);
      if (isPlain(shape.of) && value.every((item) => isOfKind(item, shape.of))) return value;
      return value.map((item, i) => read(item, shape.of, below(place, i)));
    case "either": {
      const fitting = shape.of.find((each) => isOfKind(value, each));
      return fitting === undefined ? wrongType(value, shape, place) : read(value, fitting, place);
    }
    case "option":
      return readOption(value, shape, place);
    case "constant":
      if (value !== shape.value) wrongType(value, shape, place);
      return shape.value;
    default:
      return isOfKind(value, shape) ? value : wrongType(value, shape, place);
  }
}

/** Whether a value is of the kind of a shape, its parts aside. */
function isOfKind(value: unknown, shape: Shape): boolean {
  switch (shape.is) {
    case "anything":
      return true;
    case "text":
      return typeof value === "string" && value.trim() !== "";
    case "number":
      return isNumber(value, shape);
    case "number-or-null":
      return value === null || isNumber(value, shape);
    case "flag":
      return typeof value === "boolean";
    case "pair":
      return Array.isArray(value) && value.length === 2 && value.every(Number.isFinite);
    case "constant":
      return value === shape.value;
    case "option":
      return typeof value === "string";
    case "list":
      return Array.isArray(value);
    case "record":
    case "object":
    case "variant":
      return isRecord(value);
    case "either":
      return shape.of.some((each) => isOfKind(value, each));
  }
}

function isNumber(value: unknown, { finite }: { readonly finite?: false }): boolean {
  return finite === false ? typeof value === "number" : Number.isFinite(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wrongType(value: unknown, shape: Shape, place: Place): undefined {
  const wanted = wordsFor(shape);
  place.misfits.push({ misfit: "wrong-type", path: place.path, found: told(value), wanted });
}

/** A value as a message can show it. */
function told(value: unknown): unknown {
  if (value === undefined) return "undefined";
  if (typeof value === "number") return String(value);
  return isRecord(value) ? "an object" : value;
}

function readOption(
  value: unknown,
  shape: Extract<Shape, { is: "option" }>,
  place: Place,
): string | undefined {
  if (typeof value !== "string") return wrongType(value, shape, place);
  if (shape.of.includes(value) || shape.allows?.(value) === true) return value;
  const { of: known } = shape;
  const suggestion = nearest(value, known);
  place.misfits.push({
    misfit: "unknown-option",
    path: place.path,
    found: value,
    known,
    suggestion,
  });
  return suggestion;
}

/** Whether a value of this kind has no parts; long lists of numbers are looked over, not copied. */
function isPlain({ is }: Shape): boolean {
  return is === "number" || is === "text" || is === "number-or-null";
}

/** A key `__proto__` would be lost when the object is made again. */
function readRecord(
  value: unknown,
  shape: Extract<Shape, { is: "record" }>,
  place: Place,
): Readonly<Record<string, unknown>> | undefined {
  if (!isRecord(value)) return wrongType(value, shape, place);
  const entries: [string, unknown][] = [];
  for (const [key, item] of Object.entries(value)) {
    const at = below(place, key);
    if (key === "__proto__") {
      const wanted = "another name";
      at.misfits.push({ misfit: "wrong-type", path: at.path, found: key, wanted });
      continue;
    }
    const entry = read(item, shape.of, at);
    if (entry !== undefined) entries.push([key, entry]);
  }
  return Object.fromEntries(entries);
}

function readVariant(
  value: unknown,
  shape: Extract<Shape, { is: "variant" }>,
  place: Place,
): Readonly<Record<string, unknown>> | undefined {
  if (!isRecord(value)) return wrongType(value, shape, place);
  const { by, of } = shape;
  const which: Shape = { is: "option", of: Object.keys(of), required: true };
  const kind = readField(value, by, which, place);
  const fields = typeof kind === "string" ? of[kind] : undefined;
  // What else it may hold cannot be told before this is known.
  return fields && { [by]: kind, ...readObject(value, fields, place, [by]) };
}

function readObject(
  value: unknown,
  fields: Fields,
  place: Place,
  read: readonly string[] = [],
): Readonly<Record<string, unknown>> | undefined {
  if (!isRecord(value)) return wrongType(value, { is: "object", fields }, place);
  const known = [...read, ...Object.keys(fields)];
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const { path } = below(place, key);
    place.misfits.push({ misfit: "unknown-field", path, known, suggestion: nearest(key, known) });
  }
  const entries: [string, unknown][] = [];
  for (const [key, field] of Object.entries(fields)) {
    const item = readField(value, key, field, place);
    if (item !== undefined) entries.push([key, item]);
  }
  return Object.fromEntries(entries);
}

/** An own field only: a document must not inherit any. */
function readField(
  value: Readonly<Record<string, unknown>>,
  key: string,
  field: Shape,
  place: Place,
): unknown {
  const at = below(place, key);
  if (Object.hasOwn(value, key) && value[key] !== undefined) return read(value[key], field, at);
  if (field.required === true) {
    place.misfits.push({ misfit: "missing-field", path: at.path, wanted: wordsFor(field) });
  }
  return undefined;
}
