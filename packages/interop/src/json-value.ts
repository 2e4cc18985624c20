import type { Finding } from "@vitalcore/core";
import { find } from "./catalog.js";

/** An object of JSON, whose keys are looked at one by one. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object's own value of that key: keys of foreign documents must not reach a prototype. */
export function ownValue(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** An object's own list of that key; empty if there is none. */
export function ownList(value: unknown, key: string): readonly unknown[] {
  const list = ownValue(value, key);
  return Array.isArray(list) ? list : [];
}

/** Parses JSON, a byte order mark apart; what is wrong with it goes to `findings`. */
export function parseJson(text: string, findings: Finding[]): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    findings.push(find("interop/json-syntax", { facts: { reason: (error as Error).message } }));
    return undefined;
  }
}
