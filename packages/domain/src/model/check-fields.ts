import type { Finding } from "@vitalcore/core";
import { find } from "./catalog.js";
import type { FieldRule } from "./fields.js";

type Path = readonly (string | number)[];
type Row = Readonly<Record<string, unknown>>;

/** A JSON object, and no list. */
export function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function isBound(value: unknown): boolean {
  return value === null || (typeof value === "number" && Number.isFinite(value));
}

function isCondition(value: unknown): boolean {
  if (!isRow(value)) return false;
  const { axis, in: among, from, to } = value;
  if (!isText(axis)) return false;
  if (among !== undefined) {
    return Array.isArray(among) && among.length > 0 && among.every(isText) && !("from" in value);
  }
  const ages = [from, to].filter((age) => age !== undefined);
  return (
    axis === "age" &&
    ages.length > 0 &&
    ages.every((age) => Number.isInteger(age) && (age as number) >= 0)
  );
}

function isRegistry(value: unknown): boolean {
  if (!isRow(value)) return false;
  const { status, asOf } = value;
  return isText(status) && isText(asOf);
}

function isDeprecation(value: unknown): boolean {
  if (!isRow(value)) return false;
  const { since } = value;
  return isText(since);
}

/** An object with these texts, with those others if they are there, and with nothing else. */
function hasTexts(
  value: unknown,
  needed: readonly string[],
  more: readonly string[] = [],
): boolean {
  if (!isRow(value)) return false;
  const names = Object.keys(value);
  return (
    needed.every((name) => Object.hasOwn(value, name)) &&
    names.every((name) => (needed.includes(name) || more.includes(name)) && isText(value[name]))
  );
}

function isUniverse(value: unknown): boolean {
  if (!isRow(value)) return false;
  const { sex, age, ...rest } = value;
  const isAge = (each: unknown) =>
    each === null || (Number.isInteger(each) && (each as number) >= 0);
  return (
    hasTexts(rest, ["description"]) &&
    (sex === undefined || sex === "F" || sex === "M") &&
    (age === undefined || (Array.isArray(age) && age.length === 2 && age.every(isAge)))
  );
}

function isInput(value: unknown): boolean {
  if (!isRow(value)) return false;
  const { breakdown, ...rest } = value;
  return (
    hasTexts(rest, ["name"], ["indicator", "what"]) &&
    (breakdown === undefined || (isRow(breakdown) && Object.values(breakdown).every(isText)))
  );
}

function isChoice(value: unknown): boolean {
  const plain = (each: unknown) =>
    typeof each === "string" || (typeof each === "number" && Number.isFinite(each));
  return Array.isArray(value) && value.length > 0 && value.every(plain);
}

const wanted = {
  id: "an id",
  ids: "a list of ids",
  references: 'a list of references such as "threat/poverty"',
  one: "one of the known words",
  several: "a list of known words",
  text: "text",
  texts: "a list of texts",
  year: "a year",
  yes: "true, or nothing",
  boolean: "true or false",
  conditions: 'a list of conditions such as { axis: "sex", in: ["F"] }',
  registry: "a status with a date",
  deprecation: "{ since, replacedBy? }",
  range: "two bounds, each a number or null",
  object: "an object",
  objects: "a list of objects",
  anything: "a value",
  universe: "{ description, sex?, age? }",
  inputs: "a list of { name, indicator?, breakdown?, what? }",
  links: "a list of { code, iri, framework }",
  parameters: "lists of choices by name",
  publisher: "{ publisher, dataset }",
} as const satisfies Record<FieldRule["holds"], string>;

function hasForm(rule: FieldRule, value: unknown): boolean {
  const list = (test: (each: unknown) => boolean) =>
    Array.isArray(value) && value.every(test) && !(rule.required === true && value.length === 0);
  switch (rule.holds) {
    case "id":
    case "one":
    case "text":
      return isText(value);
    case "ids":
    case "references":
    case "several":
    case "texts":
      return list(isText);
    case "year":
      return Number.isInteger(value);
    case "yes":
      return value === true;
    case "boolean":
      return typeof value === "boolean";
    case "conditions":
      return list(isCondition);
    case "registry":
      return isRegistry(value);
    case "deprecation":
      return isDeprecation(value);
    case "range":
      return Array.isArray(value) && value.length === 2 && value.every(isBound);
    case "object":
      return isRow(value);
    case "objects":
      return list(isRow);
    case "anything":
      return true;
    case "universe":
      return isUniverse(value);
    case "inputs":
      return list(isInput);
    case "links":
      return list((each) => hasTexts(each, ["code", "iri", "framework"]));
    case "parameters":
      return isRow(value) && Object.values(value).every(isChoice);
    case "publisher":
      return hasTexts(value, ["publisher", "dataset"]);
  }
}

/** The codes under which problems of form are reported. */
export interface FormCodes {
  readonly shape: "domain/pack-shape" | "domain/assessment-shape";
  readonly missing: "domain/pack-missing" | "domain/assessment-missing";
  readonly unknownField: "domain/pack-unknown-field" | "domain/assessment-unknown-field";
}

export const packCodes: FormCodes = {
  shape: "domain/pack-shape",
  missing: "domain/pack-missing",
  unknownField: "domain/pack-unknown-field",
};

/** Checks the form of one object against its fields; what is well-formed may still point nowhere. */
export function checkFields(
  row: unknown,
  fields: Readonly<Record<string, FieldRule>>,
  path: Path,
  codes: FormCodes,
): readonly Finding[] {
  if (!isRow(row)) {
    const facts = { wanted: "an object" };
    return [find(codes.shape, { place: { path }, found: row ?? null, facts })];
  }
  const findings: Finding[] = [];
  for (const name of Object.keys(row)) {
    if (Object.hasOwn(fields, name)) continue;
    const facts = { known: Object.keys(fields) };
    findings.push(find(codes.unknownField, { place: { path }, found: name, facts }));
  }
  for (const [name, rule] of Object.entries(fields)) {
    const value = Object.hasOwn(row, name) ? row[name] : undefined;
    const place = { path: [...path, name] };
    if (value === undefined) {
      if (rule.required === true) {
        findings.push(find(codes.missing, { place, facts: { what: wanted[rule.holds] } }));
      }
    } else if (!hasForm(rule, value)) {
      const facts = { wanted: wanted[rule.holds] };
      findings.push(find(codes.shape, { place, found: value, facts }));
    } else if (rule.holds === "one" || rule.holds === "several") {
      const words = (Array.isArray(value) ? value : [value]) as readonly string[];
      for (const word of words.filter((each) => !rule.of.includes(each))) {
        const facts = { wanted: `one of ${rule.of.join(", ")}` };
        findings.push(find(codes.shape, { place, found: word, facts }));
      }
    }
  }
  return findings;
}
