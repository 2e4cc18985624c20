import type { Finding } from "@vitalcore/core";
import {
  mainStatus,
  type Observation,
  type ObservationParameters,
  type ObsStatus,
  TOTAL,
} from "@vitalcore/domain";
import { find } from "./catalog.js";
import {
  type Field,
  NUMBER_FIELDS,
  type NumberField,
  REQUIRED_FIELDS,
  TEXT_FIELDS,
} from "./observation-fields.js";

/** Observations read from a file, and everything that was odd about it. */
export interface ObservationsRead {
  readonly observations: readonly Observation[];
  /** `throwIfErrors` of `@vitalcore/core` stops at those that matter. */
  readonly findings: readonly Finding[];
}

/** One row of a file: what stands in it, in terms of an observation. */
export interface FileRecord {
  /** From 1. */
  readonly row: number;
  /** What the row holds for a field; `null` or `undefined` where it holds nothing. */
  readonly cellOf: (field: Field) => unknown;
  /** Name of the column, as the file calls it. */
  readonly columnOf: (field: Field) => string;
  /** Axes and categories. */
  readonly breakdown: Iterable<readonly [axis: string, category: unknown]>;
  /** Names and values of parameters, as values of JSON. */
  readonly parameters?: Iterable<readonly [name: string, value: unknown]>;
  /** The number that a value is; plain digits with a point if left out. */
  readonly numberOf?: (value: unknown, field: NumberField) => number | undefined;
  /** All status codes where the format holds the main one apart; several are a list. */
  readonly allStatuses?: unknown;
}

const PLAIN_NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

/** A number, or text that is plainly one; `undefined` for anything else. */
export function plainNumber(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "string" || !PLAIN_NUMBER.test(value)) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function textFrom(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  // Codes and years are numbers in some files.
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

function statusesFrom(value: unknown): readonly unknown[] {
  if (isAbsent(value)) return [];
  return Array.isArray(value) ? value : [value];
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

class RecordReader {
  faulty = false;
  constructor(
    private readonly record: FileRecord,
    private readonly findings: Finding[],
  ) {}

  reject(column: string, found: unknown, wanted: string): undefined {
    this.faulty = true;
    const place = { row: this.record.row, column };
    this.findings.push(find("interop/cell", { place, found: found ?? null, facts: { wanted } }));
    return undefined;
  }

  text(field: (typeof TEXT_FIELDS)[number]): string | undefined {
    const value = this.record.cellOf(field);
    const required = (REQUIRED_FIELDS as readonly string[]).includes(field);
    if (isAbsent(value)) {
      return required ? this.reject(this.record.columnOf(field), null, "text") : undefined;
    }
    return textFrom(value) ?? this.reject(this.record.columnOf(field), value, "text");
  }

  number(field: NumberField): number | undefined {
    const value = this.record.cellOf(field);
    // SDMX 3.0 and xsd:double write a number that is missing as NaN.
    if (isAbsent(value) || (field === "value" && (value === "NaN" || Number.isNaN(value)))) {
      return undefined;
    }
    const { numberOf = plainNumber } = this.record;
    return numberOf(value, field) ?? this.reject(this.record.columnOf(field), value, "a number");
  }

  interval(): Observation["interval"] {
    const fields = ["lower", "upper", "level"] as const;
    const present = fields.filter((field) => !isAbsent(this.record.cellOf(field)));
    const [lower, upper, level] = fields.map((field) => this.number(field));
    if (present.length === 0) return undefined;
    if (present.length < fields.length) {
      this.faulty = true;
      const facts = {
        given: present.map(this.record.columnOf),
        columns: fields.map(this.record.columnOf),
      };
      this.findings.push(
        find("interop/incomplete-interval", { place: { row: this.record.row }, facts }),
      );
      return undefined;
    }
    return { lower: lower as number, upper: upper as number, level: level as number };
  }

  statuses(): readonly ObsStatus[] {
    const column = this.record.columnOf("status");
    const codes = (value: unknown): ObsStatus[] =>
      statusesFrom(value).flatMap((code) => {
        const text = textFrom(code);
        if (text === undefined) this.reject(column, code, "a status code");
        return text === undefined || text === "" ? [] : [text as ObsStatus];
      });
    const main = codes(this.record.cellOf("status"));
    const all = codes(this.record.allStatuses);
    if (all.length === 0) return main;
    const [first] = main;
    if (main.length === 1 && first !== mainStatus(all)) {
      const place = { row: this.record.row, column };
      const facts = { statuses: all };
      this.findings.push(find("interop/conflicting-status", { place, found: first, facts }));
    }
    return all;
  }

  breakdown(): Record<string, string> | undefined {
    const categories: [string, string][] = [];
    for (const [axis, category] of this.record.breakdown) {
      if (isAbsent(category) || category === TOTAL) continue;
      const text = textFrom(category) ?? this.reject(axis, category, "text");
      if (text !== undefined) categories.push([axis, text]);
    }
    // fromEntries makes own properties, so that an axis called __proto__ reaches no prototype.
    return categories.length > 0 ? Object.fromEntries(categories) : undefined;
  }

  parameters(): ObservationParameters | undefined {
    const told: [string, string | number | boolean | null][] = [];
    for (const [name, value] of this.record.parameters ?? []) {
      if (isPlain(value)) told.push([name, value]);
      else this.reject(`parameters.${name}`, value, "text, a number, true, false or null");
    }
    return told.length > 0 ? Object.fromEntries(told) : undefined;
  }
}

/**
 * Reads one row into an observation, in which what is absent is left out: empty text, `_T` (total) in
 * a breakdown, an empty list of statuses.
 *
 * @returns the observation, or `undefined` if a field is faulty; all that is wrong goes to `findings`.
 */
export function readRecord(record: FileRecord, findings: Finding[]): Observation | undefined {
  const reader = new RecordReader(record, findings);
  const fields: Record<string, unknown> = {};
  for (const field of TEXT_FIELDS) {
    const text = reader.text(field);
    if (text !== undefined) fields[field] = text;
  }
  for (const field of NUMBER_FIELDS) {
    if (field === "lower" || field === "upper" || field === "level") continue;
    const number = reader.number(field);
    if (number !== undefined) fields[field] = number;
  }
  const interval = reader.interval();
  const status = reader.statuses();
  const breakdown = reader.breakdown();
  const parameters = reader.parameters();
  if (reader.faulty) return undefined;
  return {
    ...fields,
    value: (fields.value as number | undefined) ?? null,
    ...(breakdown !== undefined && { breakdown }),
    ...(parameters !== undefined && { parameters }),
    ...(interval !== undefined && { interval }),
    ...(status.length > 0 && { status }),
  } as unknown as Observation;
}
