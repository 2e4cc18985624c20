import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Finding } from "@vitalcore/core";
import { readCsv } from "@vitalcore/table/csv";
import { readJson, readJsonLines } from "@vitalcore/table/json";
import { validateFile } from "@vitalcore/validate/file";
import { rulesFor } from "./corpus-rules.js";

/** An entry of the corpus: a file, and what a careful reader says of it. */
export interface Entry {
  readonly file: string;
  readonly kind: string;
  readonly wrong: string;
  readonly verdict: "accept" | "warn" | "reject" | "accept-or-reject";
  readonly findings: readonly Expected[];
  readonly mustNot?: readonly string[];
  readonly key?: readonly Readonly<Record<string, unknown>>[];
}

export interface Expected {
  readonly rule: string;
  readonly severity: string;
  readonly row?: number;
  readonly line?: number;
  readonly column?: string;
  readonly path?: string;
  readonly hint?: string;
}

export interface Outcome {
  readonly verdict: "accept" | "warn" | "reject";
  readonly findings: readonly (Finding & { readonly record: number | undefined })[];
}

export function bytesOf(path: string | URL): Uint8Array {
  const bytes = readFileSync(path);
  return String(path).endsWith(".gz") ? gunzipSync(bytes) : bytes;
}

/** The record (header = 1, blank ones count) that begins on or before a physical line. */
export function recordIndex(bytes: Uint8Array): (line: number) => number {
  const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n");
  const starts: number[] = [1];
  let line = 1;
  let quoted = false;
  let fresh = true;
  for (const character of text) {
    if (character === '"' && (quoted || fresh)) quoted = !quoted;
    fresh = character === "," || character === ";" || character === "\t" || character === "\n";
    if (character !== "\n") continue;
    line += 1;
    if (!quoted) starts.push(line);
  }
  return (at) => starts.filter((start) => start <= at).length;
}

export function outcomeOf(
  findings: readonly Finding[],
  record: (line: number) => number | undefined = () => undefined,
): Outcome {
  const errors = findings.some(({ severity }) => severity === "error");
  const warnings = findings.some(({ severity }) => severity === "warning");
  return {
    verdict: errors ? "reject" : warnings ? "warn" : "accept",
    findings: findings.map((finding) => ({
      ...finding,
      record: finding.place.line === undefined ? undefined : record(finding.place.line),
    })),
  };
}

/** Validates a table of observations, counts or estimates. */
export function checkTable(bytes: Uint8Array, kind: string, name: string): Outcome {
  const { table } = readCsv(bytes, {});
  const { report } = validateFile(bytes, rulesFor(table.names, kind), {
    name: name.replace(/\.gz$/, ""),
  });
  return outcomeOf(report.findings, recordIndex(bytes));
}

export function checkPlainCsv(bytes: Uint8Array, name: string): Outcome {
  const { report } = validateFile(
    bytes,
    { kind: "RuleSet", version: 1, id: "none", rules: [] },
    { name },
  );
  return outcomeOf(report.findings, recordIndex(bytes));
}

export function checkJson(bytes: Uint8Array, kind: string): Outcome {
  const { findings } = kind === "json-lines" ? readJsonLines(bytes) : readJson(bytes);
  return outcomeOf(findings, (line) => line);
}
