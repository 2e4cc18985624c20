import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { cellAt, type Finding } from "@vitalcore/core";
import { readCsv } from "@vitalcore/table/csv";
import { readJson, readJsonLines } from "@vitalcore/table/json";
import type { Rule, RuleSet } from "@vitalcore/validate";
import { checkFramework } from "@vitalcore/validate/definitions";
import { validateFile } from "@vitalcore/validate/file";
import {
  checkAnonymity,
  checkHiddenCells,
  checkPublication,
} from "@vitalcore/validate/publication";
import { checkSurvey } from "@vitalcore/validate/survey";
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
  return (at) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
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

const SURVEY = {
  id: "id",
  weight: "wt",
  strata: "stratum",
  psu: "psu",
  questions: [{ column: "ipv12", codes: [0, 1] }],
  violence: true,
};

/** The columns of the survey files, as a survey team would describe them. */
export function checkSurveyFile(bytes: Uint8Array, name: string): Outcome {
  const { table } = readCsv(bytes);
  const has = (column: string) => table.names.includes(column);
  const rules: RuleSet = {
    kind: "RuleSet",
    version: 1,
    id: "survey",
    rules: [
      ...(has("age") && has("wt")
        ? ([
            { rule: "range", column: "age", min: 0, max: 120 },
            { rule: "type", column: "age", type: "integer" },
          ] as const)
        : []),
      ...(has("wt") ? ([{ rule: "type", column: "wt", type: "number" }] as const) : []),
      { rule: "unique", columns: ["id"] },
    ],
  };
  const { table: typed, report } = validateFile(bytes, rules, { name });
  const { id: _, questions, ...columns } = SURVEY;
  const known = Object.entries(columns).filter(([, column]) => has(String(column)));
  const spec = {
    ...Object.fromEntries(known),
    violence: true,
    questions: questions.filter(({ column }) => has(column)),
  };
  const quasi = ["age", "sex", "district", "marital"];
  const anonymity = quasi.every(has)
    ? checkAnonymity(typed, { quasiIdentifiers: quasi, k: 3 }).findings
    : [];
  const { lineOf } = readCsv(bytes);
  const survey = [...checkSurvey(typed, spec), ...anonymity].map((finding) => {
    const line = finding.place.row === undefined ? undefined : lineOf(finding.place.row);
    return line === undefined ? finding : { ...finding, place: { ...finding.place, line } };
  });
  return outcomeOf([...report.findings, ...survey], recordIndex(bytes));
}

/** A framework, as a spreadsheet or as JSON. */
export function checkFrameworkFile(bytes: Uint8Array, kind: string): Outcome {
  if (kind === "framework-json") {
    return outcomeOf(checkFramework(JSON.parse(new TextDecoder().decode(bytes)).nodes));
  }
  const { table, findings, lineOf } = readCsv(bytes, {
    columns: { code: { type: "text" }, parent: { type: "text" } },
  });
  const placed = checkFramework(table).map((finding) => {
    const line = finding.place.row === undefined ? undefined : lineOf(finding.place.row);
    return line === undefined ? finding : { ...finding, place: { ...finding.place, line } };
  });
  return outcomeOf([...findings, ...placed], (line) => line);
}

/** Data of an index against the framework that they are for. */
export function checkIndexData(bytes: Uint8Array, framework: Uint8Array): Outcome {
  const codes = readCsv(framework).table;
  const indicators: string[] = [];
  const type = codes.column("type");
  const code = codes.column("code");
  for (let i = 0; i < codes.length; i++) {
    if (cellAt(type, i) === "Indicator") indicators.push(String(cellAt(code, i)));
  }
  const rules: RuleSet = {
    kind: "RuleSet",
    version: 1,
    id: "index data",
    rules: [
      { rule: "columns", required: ["uCode", ...indicators], closed: true },
      ...indicators.map((column) => ({ rule: "type", column, type: "number" }) as const),
    ],
  };
  const { report } = validateFile(bytes, rules);
  return outcomeOf(report.findings, recordIndex(bytes));
}

/** Values that are to be published: cases, and hidden cells. */
export function checkForPublication(bytes: Uint8Array): Outcome {
  const { table, lineOf } = readCsv(bytes);
  const has = (column: string) => table.names.includes(column);
  const findings = [
    ...(has("group") && has("n")
      ? checkPublication(table, { preset: "dhs", n: "n", value: "value" })
      : []),
    ...(has("district") && has("cases")
      ? checkHiddenCells(table, {
          count: "cases",
          dimensions: [{ column: "district", total: "Total" }],
        })
      : []),
  ].map((finding) => {
    const line = finding.place.row === undefined ? undefined : lineOf(finding.place.row);
    return line === undefined ? finding : { ...finding, place: { ...finding.place, line } };
  });
  return outcomeOf(findings, recordIndex(bytes));
}

/** What the suites that files come from say of their columns. */
const KNOWN: Readonly<Record<string, readonly Rule[]>> = {
  "number-test.csv": ["number", "required", "unique", "minimum", "maximum", "enum"].map(
    (column) => ({ rule: "type", column, type: "number" }) as const,
  ),
  "unique-field.csv": [{ rule: "unique", columns: ["id"] }],
  "nested-invalid.csv": [{ rule: "reference", columns: ["cat"], to: ["id"] }],
  "table-infer-missing-values.csv": [{ rule: "type", column: "id", type: "integer" }],
  "covid.csv": [
    { rule: "period", column: "DateTime" },
    {
      rule: "unique",
      columns: ["geoId", "DateTime", "Observation_Period"],
      value: "CumulativeCount_MedicalTest_ConditionCOVID_19_Positive",
    },
  ],
};

export function checkPlainCsv(bytes: Uint8Array, file: string): Outcome {
  const base = file.slice(file.lastIndexOf("/") + 1);
  const rules: RuleSet = { kind: "RuleSet", version: 1, id: "known", rules: KNOWN[base] ?? [] };
  const { report } = validateFile(bytes, rules, { name: "file.csv" });
  return outcomeOf(report.findings, recordIndex(bytes));
}

/** Whether text is JSON; whether it makes a table is another question. */
export function checkJsonSyntax(bytes: Uint8Array): Outcome {
  const { findings } = readJson(bytes);
  return outcomeOf(findings.filter(({ code }) => !code.startsWith("core/")));
}

/** Rows of JSON are counted from 0; an object of values alone is one row. */
export function checkJson(bytes: Uint8Array, kind: string): Outcome {
  const text = new TextDecoder().decode(bytes);
  const lines = kind === "json-lines" || (kind === "observations-json" && !text.includes("["));
  const { findings } = lines ? readJsonLines(bytes) : readJson(bytes);
  const outcome = outcomeOf(findings, (line) => line);
  if (lines) return outcome;
  const inRows = outcome.findings.map((finding) => {
    const { row } = finding.place;
    return row === undefined ? finding : { ...finding, record: row - 1 };
  });
  return { ...outcome, findings: inRows };
}
