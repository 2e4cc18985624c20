import type { Finding } from "@vitalcore/core";
import type { Observation } from "@vitalcore/domain";
import { find } from "../catalog.js";
import { isObject, parseJson } from "../json-value.js";
import { type Field, isField } from "../observation-fields.js";
import { type ObservationsRead, readRecord } from "../read-record.js";

const BREAKDOWN = "breakdown.";
const PARAMETERS = "parameters.";
const STATUS_SEPARATOR = ";";
const NESTED: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "breakdown",
  "interval",
  "parameters",
]);

/**
 * Writes observations as JSON: a list of objects, as they are.
 *
 * @example
 * ```ts
 * import { readTidyJson, writeTidyJson } from "@vitalcore/interop/tidy";
 * const rows = [{ indicator: "internet-use", area: "NAM", period: "2018", value: 51, unit: "PERCENT" }];
 * readTidyJson(writeTidyJson(rows)).observations; // => rows
 * ```
 */
export function writeTidyJson(observations: readonly Observation[]): string {
  return `${JSON.stringify(observations, null, 1)}\n`;
}

/**
 * Reads observations from JSON: a list of objects, nested as `Observation` has them (`breakdown`, `interval`,
 * `parameters`, `status`) or flat as a table's rows (`breakdown.sex`, `lower`, `status: "B;E"`). Unknown keys and faulty values
 * are findings with their row; no key can reach a prototype.
 *
 * @param input - the text, or what `JSON.parse` gave.
 *
 * @example
 * ```ts
 * import { readTidyJson } from "@vitalcore/interop/tidy";
 * const row = { indicator: "internet-use", area: "NAM", period: "2018", value: null, unit: "PERCENT", "breakdown.sex": "F", status: "O" };
 * readTidyJson([row]).observations[0]?.breakdown; // => { sex: "F" }
 * readTidyJson([{ ...row, value: "12 %" }]).findings[0]?.message; // => 'Row 1: value is "12 %", and a number is needed.'
 * ```
 */
export function readTidyJson(input: unknown): ObservationsRead {
  const findings: Finding[] = [];
  const rows = typeof input === "string" ? parseJson(input, findings) : input;
  if (findings.length > 0) return { observations: [], findings };
  if (!Array.isArray(rows)) {
    const facts = { at: "The document", wanted: "a list of observations" };
    return { observations: [], findings: [find("interop/shape", { found: rows, facts })] };
  }
  const unused = new Set<string>();
  const observations = rows.flatMap((row: unknown, i) => {
    const observation = readRow(row, i + 1, unused, findings);
    return observation === undefined ? [] : [observation];
  });
  for (const column of unused) {
    const facts = {
      remedy: "Breakdowns stand in an object, or in keys like breakdown.sex; so do parameters.",
    };
    findings.push(find("interop/unused-column", { place: { column }, facts }));
  }
  return { observations, findings };
}

function readRow(
  row: unknown,
  number: number,
  unused: Set<string>,
  findings: Finding[],
): Observation | undefined {
  if (!isObject(row)) {
    const facts = { at: `Row ${number}`, wanted: "an object" };
    findings.push(find("interop/shape", { place: { row: number }, found: row, facts }));
    return undefined;
  }
  const own = (key: string): unknown => (Object.hasOwn(row, key) ? row[key] : undefined);
  const breakdown: [string, unknown][] = [];
  const parameters: [string, unknown][] = [];
  const interval = own("interval");
  const nested = own("breakdown");
  const told = own("parameters");
  for (const [key, value] of Object.entries(row)) {
    if (key.startsWith(BREAKDOWN)) breakdown.push([key.slice(BREAKDOWN.length), value]);
    else if (key.startsWith(PARAMETERS)) parameters.push([key.slice(PARAMETERS.length), value]);
    else if (!isField(key) && !NESTED.has(key)) unused.add(key);
  }
  let faulty = false;
  for (const [column, value] of [
    ["breakdown", nested],
    ["parameters", told],
    ["interval", interval],
  ] as const) {
    if (value === undefined || value === null || isObject(value)) continue;
    faulty = true;
    const place = { row: number, column };
    findings.push(find("interop/cell", { place, found: value, facts: { wanted: "an object" } }));
  }
  if (isObject(nested)) breakdown.push(...Object.entries(nested));
  if (isObject(told)) parameters.push(...Object.entries(told));
  const cellOf = (field: Field): unknown => {
    const inInterval = isObject(interval) && Object.hasOwn(interval, field);
    if (inInterval && isBound(field)) return interval[field];
    const value = own(field);
    return field === "status" && typeof value === "string" ? value.split(STATUS_SEPARATOR) : value;
  };
  const columnOf = (field: Field): string =>
    isBound(field) && isObject(interval) ? `interval.${field}` : field;
  const observation = readRecord(
    { row: number, cellOf, columnOf, breakdown, parameters },
    findings,
  );
  return faulty ? undefined : observation;
}

function isBound(field: Field): field is "lower" | "upper" | "level" {
  return field === "lower" || field === "upper" || field === "level";
}
