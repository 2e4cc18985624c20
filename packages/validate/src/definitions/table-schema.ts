import { type Finding, nearest } from "@vitalcore/core";
import { find } from "./definitions-catalog.js";

type Json = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** Types of fields (Table Schema, Data Package 2.0). */
const TYPES: readonly string[] = [
  "any",
  "array",
  "boolean",
  "date",
  "datetime",
  "duration",
  "geojson",
  "geopoint",
  "integer",
  "list",
  "number",
  "object",
  "string",
  "time",
  "year",
  "yearmonth",
];

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The names in a text or a list of texts, or nothing if it is neither. */
function namesIn(value: unknown): readonly string[] | undefined {
  if (typeof value === "string") return [value];
  const isList = Array.isArray(value) && value.length > 0;
  return isList && value.every((each) => typeof each === "string") ? value : undefined;
}

/**
 * Checks a Table Schema, with which Data Packages describe the columns of a table: fields with names of their own and
 * known types, keys that name fields, references that fit together.
 *
 * @param schema - the parsed document.
 * @returns findings with the path in the document.
 *
 * @example
 * ```ts
 * import { checkTableSchema } from "@vitalcore/validate/definitions";
 * const schema = { fields: [{ name: "area", type: "sting" }], primaryKey: "id" };
 * checkTableSchema(schema).map(({ place, suggestion }) => [place.path, suggestion]); // => [[["fields", 0, "type"], "string"], [["primaryKey"], undefined]]
 * ```
 */
export function checkTableSchema(schema: unknown): readonly Finding[] {
  const findings: Finding[] = [];
  const add = (path: Path, problem: string, suggestion?: string): void => {
    const facts = { at: `/${path.join("/")}`, problem };
    findings.push(find("validate/table-schema", { place: { path }, facts, suggestion }));
  };
  if (!isObject(schema)) {
    add([], "a schema is an object");
    return findings;
  }
  const names = checkFields(schema.fields, add);
  const checkNames = (value: unknown, path: Path): number => {
    const given = namesIn(value);
    if (given === undefined) add(path, "the name of a field is wanted, or a list of names");
    for (const name of given ?? []) {
      if (!names.includes(name)) add(path, `there is no field ${name}`, nearest(name, names));
    }
    return given?.length ?? 0;
  };
  if (schema.primaryKey !== undefined) checkNames(schema.primaryKey, ["primaryKey"]);
  const { foreignKeys = [] } = schema;
  if (!Array.isArray(foreignKeys)) add(["foreignKeys"], "a list is wanted");
  else {
    foreignKeys.forEach((key: unknown, i) => {
      const path = ["foreignKeys", i];
      if (!isObject(key) || !isObject(key.reference)) {
        add(path, "an object with fields and a reference is wanted");
        return;
      }
      const count = checkNames(key.fields, [...path, "fields"]);
      const referenced = namesIn(key.reference.fields);
      if (referenced === undefined || referenced.length !== count) {
        add([...path, "reference", "fields"], "as many fields are wanted as refer to them");
      }
    });
  }
  return findings;
}

function checkFields(
  fields: unknown,
  add: (path: Path, problem: string, suggestion?: string) => void,
): readonly string[] {
  if (!Array.isArray(fields) || fields.length === 0) {
    add(["fields"], "a list of fields is wanted");
    return [];
  }
  const names: string[] = [];
  fields.forEach((field: unknown, i) => {
    const path = ["fields", i];
    if (!isObject(field)) {
      add(path, "an object is wanted");
      return;
    }
    const { name, type } = field;
    if (typeof name !== "string" || name === "") add([...path, "name"], "a field needs a name");
    else if (names.includes(name)) add([...path, "name"], `two fields are called ${name}`);
    else names.push(name);
    if (type === undefined || (typeof type === "string" && TYPES.includes(type))) return;
    add([...path, "type"], `${String(type)} is no type`, nearest(String(type), TYPES));
  });
  return names;
}
