import { find } from "../catalog.js";
import type { FindingTally } from "../finding-tally.js";

/** An object of parsed JSON. Only own keys are ever read: `__proto__` in a file is a key like another. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Where in the document something stands. */
export type JsonPath = readonly (string | number)[];

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function valueAt(object: unknown, key: string): unknown {
  return isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;
}

export function textAt(object: unknown, key: string): string | undefined {
  const value = valueAt(object, key);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** A list under a key; an absent one is empty, anything else is noted and left out. */
export function listAt(
  object: unknown,
  key: string,
  path: JsonPath,
  tally: FindingTally,
): readonly unknown[] {
  const value = valueAt(object, key);
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  leaveOut(tally, [...path, key], value, "a list");
  return [];
}

/** Texts of a list, or one text standing alone. */
export function textsAt(object: unknown, key: string): readonly string[] {
  const value = valueAt(object, key);
  const values = Array.isArray(value) ? value : [value];
  return values.filter((text): text is string => typeof text === "string");
}

export function leaveOut(
  tally: FindingTally,
  path: JsonPath,
  found: unknown,
  wanted: string,
): void {
  const code = "opensource/sbom-element";
  tally.note(code, () => find(code, { place: { path }, found, facts: { wanted } }));
}
