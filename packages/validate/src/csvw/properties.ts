import { builtIn } from "./datatypes.js";

/** Tells whether a value may stand for a property; nothing is said of it otherwise. */
type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === "string";
const truth: Check = (value) => typeof value === "boolean";
const count: Check = (value) => Number.isInteger(value) && (value as number) >= 0;
const list: Check = Array.isArray;
const object: Check = (value) => typeof value === "object" && value !== null;
const textOrNull: Check = (value) => value === null || text(value);
const texts: Check = (value) => text(value) || (list(value) && (value as unknown[]).every(text));
const objectOrText: Check = (value) => text(value) || (object(value) && !list(value));
const among =
  (...allowed: readonly unknown[]): Check =>
  (value) =>
    allowed.includes(value);

/** Language tags as BCP 47 forms them; private and grandfathered ones apart. */
export function isLanguage(value: unknown): value is string {
  return (
    typeof value === "string" &&
    /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?$/i.test(
      value,
    )
  );
}

function isEncoding(value: unknown): boolean {
  try {
    return typeof value === "string" && new TextDecoder(value).encoding !== "";
  } catch {
    return false;
  }
}

/** Names of columns are variables of URI templates (RFC 6570) that do not begin with an underscore. */
function isName(value: unknown): boolean {
  return (
    typeof value === "string" &&
    /^(?!_)(?:[\p{L}\p{N}_]|%[0-9A-Fa-f]{2})(?:\.?(?:[\p{L}\p{N}_]|%[0-9A-Fa-f]{2}))*$/u.test(value)
  );
}

const INHERITED = {
  aboutUrl: text,
  datatype: (value: unknown) => builtIn(value) !== undefined || (object(value) && !list(value)),
  default: text,
  lang: isLanguage,
  null: texts,
  ordered: truth,
  propertyUrl: text,
  required: truth,
  separator: textOrNull,
  textDirection: among("ltr", "rtl", "auto", "inherit"),
  valueUrl: text,
};

const TABLES = {
  dialect: objectOrText,
  notes: list,
  tableDirection: among("ltr", "rtl", "auto"),
  tableSchema: objectOrText,
  transformations: list,
  ...INHERITED,
};

/** Properties of each kind of object, with what each may be (W3C, Metadata Vocabulary for Tabular Data, section 5). */
export const PROPERTIES = {
  TableGroup: { ...TABLES, tables: list },
  Table: { ...TABLES, url: text, suppressOutput: truth },
  Schema: {
    columns: list,
    foreignKeys: list,
    primaryKey: texts,
    rowTitles: texts,
    ...INHERITED,
  },
  Column: {
    name: isName,
    suppressOutput: truth,
    titles: (value: unknown) => text(value) || object(value),
    virtual: truth,
    ...INHERITED,
  },
  Dialect: {
    commentPrefix: textOrNull,
    delimiter: text,
    doubleQuote: truth,
    encoding: isEncoding,
    header: truth,
    headerRowCount: count,
    lineTerminators: texts,
    quoteChar: textOrNull,
    skipBlankRows: truth,
    skipColumns: count,
    skipInitialSpace: truth,
    skipRows: count,
    trim: among(true, false, "true", "false", "start", "end"),
  },
  Template: {
    url: text,
    targetFormat: text,
    scriptFormat: text,
    source: among("json", "rdf", null),
    titles: (value: unknown) => text(value) || object(value),
  },
  Datatype: {
    base: (value: unknown) => builtIn(value) !== undefined,
    format: objectOrText,
    length: count,
    minLength: count,
    maxLength: count,
    minimum: (value: unknown) => text(value) || typeof value === "number",
    maximum: (value: unknown) => text(value) || typeof value === "number",
    minInclusive: (value: unknown) => text(value) || typeof value === "number",
    maxInclusive: (value: unknown) => text(value) || typeof value === "number",
    minExclusive: (value: unknown) => text(value) || typeof value === "number",
    maxExclusive: (value: unknown) => text(value) || typeof value === "number",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Check>>>>;

export type Kind = keyof typeof PROPERTIES;

/** Names of what inherits from table groups to tables, schemas and columns. */
export const inherited: readonly string[] = /* @__PURE__ */ Object.keys(INHERITED);
