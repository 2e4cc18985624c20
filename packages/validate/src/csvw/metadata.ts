import type { Finding } from "@vitalcore/core";
import { find } from "./csvw-catalog.js";
import {
  builtIn,
  type Datatype,
  isDate,
  isNumeric,
  numberFormatOf,
  textPattern,
  traitsOf,
} from "./datatypes.js";
import { datePattern } from "./date-format.js";
import { readPattern } from "./number-format.js";
import { inherited, isLanguage, type Kind, PROPERTIES } from "./properties.js";

type Json = Readonly<Record<string, unknown>>;

/** A column with everything that it inherits. */
export interface ColumnDescription {
  /** Its own name, else one made of its first title: keys may use the former only. */
  readonly name: string;
  readonly isNamed: boolean;
  /** Titles with their languages; `und` fits every language. */
  readonly titles: readonly (readonly [language: string, title: string])[];
  readonly virtual: boolean;
  readonly datatype: Datatype;
  readonly required: boolean;
  readonly separator: string | undefined;
  readonly nulls: readonly string[];
  readonly fallback: string;
}

/** A reference to rows of the same or another table. */
export interface ForeignKey {
  readonly columns: readonly string[];
  /** Address of the table, or of the schema of the table. */
  readonly resource: string | undefined;
  readonly schema: string | undefined;
  readonly referenced: readonly string[];
}

/** A table as its metadata describe it. */
export interface TableDescription {
  readonly url: string;
  readonly schemaId: string | undefined;
  readonly language: string;
  /** Nothing if the metadata do not speak of columns. */
  readonly columns: readonly ColumnDescription[] | undefined;
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly dialect: Json;
}

const NAMESPACE = "http://www.w3.org/ns/csvw";
/** Terms that may stand as types of annotations beside those with a prefix. */
const TERMS: ReadonlySet<string> = /* @__PURE__ */ new Set(Object.keys(PROPERTIES));

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function namesIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return listOf(value).filter((each): each is string => typeof each === "string");
}

/** Reads the metadata of tables; everything odd goes to the findings, in the place where it stands. */
export class MetadataReader {
  readonly findings: Finding[] = [];
  private language = "und";

  /**
   * @param base - address of the document.
   * @param load - gives a schema that is a document of its own, as JSON, or nothing.
   */
  constructor(
    private readonly file: string,
    private base: string,
    private readonly load: (url: string) => Promise<unknown>,
  ) {}

  async tables(document: unknown): Promise<readonly TableDescription[]> {
    if (!isObject(document)) {
      this.invalid([], "The document", "it is to be an object");
      return [];
    }
    this.readContext(document["@context"]);
    const isGroup = "tables" in document || document["@type"] === "TableGroup";
    if (!isGroup) {
      const table = await this.table(document, [], {});
      return table === undefined ? [] : [table];
    }
    const group = this.properties(document, "TableGroup", []);
    const tables: TableDescription[] = [];
    for (const [i, each] of listOf(group.tables).entries()) {
      const path = ["tables", i];
      if (!isObject(each)) this.ignored(path, `tables/${i}`, "it is to be an object");
      else {
        const table = await this.table(each, path, group);
        if (table !== undefined) tables.push(table);
      }
    }
    if (listOf(group.tables).length === 0) {
      this.invalid(["tables"], "tables", "at least one table is to be described");
    }
    return tables;
  }

  private readContext(context: unknown): void {
    const [name, more, ...rest] = Array.isArray(context) ? context : [context];
    if (name !== NAMESPACE || rest.length > 0) {
      this.invalid(["@context"], "@context", `it is to be ${NAMESPACE}`);
    }
    if (more === undefined) return;
    if (
      !isObject(more) ||
      Object.keys(more).some((key) => key !== "@base" && key !== "@language")
    ) {
      this.invalid(["@context"], "@context", "it may hold @base and @language only");
      return;
    }
    if (typeof more["@base"] === "string") this.base = new URL(more["@base"], this.base).href;
    const language = more["@language"];
    if (isLanguage(language)) this.language = language;
    else if (language !== undefined)
      this.ignored(["@context"], "@language", "it is no language tag");
  }

  private async table(
    source: Json,
    path: readonly (string | number)[],
    group: Json,
  ): Promise<TableDescription | undefined> {
    const table = this.properties(source, "Table", path);
    if (typeof table.url !== "string") {
      this.invalid([...path, "url"], "url", "a table needs an address");
      return undefined;
    }
    const schema = await this.schema(table.tableSchema ?? group.tableSchema, path);
    const dialect = isObject(table.dialect) ? table.dialect : group.dialect;
    const context = { ...pickInherited(group), ...pickInherited(table), ...pickInherited(schema) };
    const columns = "columns" in schema ? this.columns(schema, path, context) : undefined;
    const language = typeof context.lang === "string" ? context.lang : this.language;
    const names = new Set(columns?.filter(({ isNamed }) => isNamed).map(({ name }) => name));
    const known = (name: string, property: string) => {
      if (columns === undefined || names.has(name)) return;
      this.invalid([...path, property], property, `no column has the name ${name}`);
    };
    const primaryKey = namesIn(schema.primaryKey);
    for (const name of primaryKey) known(name, "primaryKey");
    const foreignKeys = listOf(schema.foreignKeys).flatMap((each) => this.foreignKey(each, path));
    for (const name of foreignKeys.flatMap((key) => key.columns)) known(name, "foreignKeys");
    return {
      url: new URL(table.url, this.base).href,
      schemaId:
        typeof schema["@id"] === "string" ? new URL(schema["@id"], this.base).href : undefined,
      language,
      columns,
      primaryKey,
      foreignKeys,
      dialect: isObject(dialect) ? this.properties(dialect, "Dialect", [...path, "dialect"]) : {},
    };
  }

  /** A schema, here or in a document of its own. */
  private async schema(value: unknown, path: readonly (string | number)[]): Promise<Json> {
    if (value === undefined) return {};
    const at = [...path, "tableSchema"];
    if (isObject(value)) return this.properties(value, "Schema", at);
    // What is no schema acts as an empty one.
    if (typeof value !== "string") return { columns: [] };
    const url = new URL(value, this.base).href;
    const document = await this.load(url);
    if (!isObject(document)) {
      this.findings.push(find("validate/csvw-not-found", { place: { file: url } }));
      return {};
    }
    return { "@id": url, ...this.properties(document, "Schema", at) };
  }

  private columns(
    schema: Json,
    path: readonly (string | number)[],
    context: Json,
  ): readonly ColumnDescription[] {
    const seen = new Set<string>();
    return listOf(schema.columns).flatMap((each, i): ColumnDescription[] => {
      const at = [...path, "tableSchema", "columns", i];
      if (!isObject(each)) {
        this.ignored(at, `columns/${i}`, "it is to be an object");
        return [];
      }
      const own = this.properties(each, "Column", at);
      const all: Json = { ...context, ...pickInherited(own) };
      const language = typeof all.lang === "string" ? all.lang : this.language;
      const titles = this.titles(own.titles, language, at);
      const title = titles[0]?.[1];
      const name =
        typeof own.name === "string"
          ? own.name
          : title === undefined
            ? `_col.${i + 1}`
            : encodeURIComponent(title);
      if (seen.has(name)) this.invalid(at, "name", `two columns are called ${name}`);
      seen.add(name);
      return [
        {
          name,
          isNamed: typeof own.name === "string",
          titles,
          virtual: own.virtual === true,
          datatype: this.datatype(all.datatype, at),
          required: all.required === true,
          separator: typeof all.separator === "string" ? all.separator : undefined,
          nulls: all.null === undefined ? [""] : namesIn(all.null),
          fallback: typeof all.default === "string" ? all.default : "",
        },
      ];
    });
  }

  private titles(
    value: unknown,
    language: string,
    path: readonly (string | number)[],
  ): readonly (readonly [string, string])[] {
    const plain = (titles: unknown, of: string): readonly (readonly [string, string])[] => {
      const texts = namesIn(titles);
      if (titles !== undefined && texts.length !== (Array.isArray(titles) ? titles.length : 1)) {
        this.ignored([...path, "titles"], "titles", "they are to be texts");
      }
      return texts.map((text) => [of, text] as const);
    };
    if (!isObject(value)) return plain(value, language);
    return Object.entries(value).flatMap(([tag, titles]) => {
      if (isLanguage(tag)) return plain(titles, tag);
      this.invalid([...path, "titles"], "titles", `${tag} is no language tag`);
      return [];
    });
  }

  private foreignKey(value: unknown, path: readonly (string | number)[]): readonly ForeignKey[] {
    const at = [...path, "tableSchema", "foreignKeys"];
    if (!isObject(value) || !isObject(value.reference)) {
      this.ignored(at, "foreignKeys", "a key is to be an object with a reference");
      return [];
    }
    const { reference } = value;
    const odd = [
      ...Object.keys(value).filter((key) => !["columnReference", "reference"].includes(key)),
      ...Object.keys(reference).filter(
        (key) => !["resource", "schemaReference", "columnReference"].includes(key),
      ),
    ];
    if (odd.length > 0) this.invalid(at, "foreignKeys", `${odd.join(", ")} may not stand there`);
    const { resource, schemaReference } = reference;
    const address = (text: unknown) =>
      typeof text === "string" ? new URL(text, this.base).href : undefined;
    return [
      {
        columns: namesIn(value.columnReference),
        resource: address(resource),
        schema: address(schemaReference),
        referenced: namesIn(reference.columnReference),
      },
    ];
  }

  private datatype(value: unknown, path: readonly (string | number)[]): Datatype {
    if (!isObject(value)) return { base: builtIn(value) ?? "string" };
    const at = [...path, "datatype"];
    const said = this.properties(value, "Datatype", at);
    const id = value["@id"];
    if (
      typeof id === "string" &&
      /^http:\/\/www\.w3\.org\/(?:2001\/XMLSchema|ns\/csvw)#/.test(id)
    ) {
      this.invalid(at, "@id", "it is the address of a built-in datatype");
    }
    const base = builtIn(said.base) ?? "string";
    const traits = traitsOf(base);
    const bounds: Readonly<Record<string, unknown>> = {
      minInclusive: said.minInclusive ?? said.minimum,
      maxInclusive: said.maxInclusive ?? said.maximum,
      minExclusive: said.minExclusive,
      maxExclusive: said.maxExclusive,
    };
    const given = Object.entries(bounds).filter(([, bound]) => bound !== undefined);
    if (given.length > 0 && traits !== "ordered") {
      this.invalid(at, given.map(([key]) => key).join(", "), `values of ${base} have no order`);
    }
    this.checkBounds(bounds, at);
    const { length, minLength, maxLength } = said as Readonly<Record<string, number | undefined>>;
    if (
      [length, minLength, maxLength].some((each) => each !== undefined) &&
      traits !== "measured"
    ) {
      this.invalid(at, "length", `values of ${base} have none`);
    }
    if (
      (minLength !== undefined && maxLength !== undefined && minLength > maxLength) ||
      (length !== undefined && (length < (minLength ?? 0) || length > (maxLength ?? length)))
    ) {
      this.invalid(at, "length", "no value can have it");
    }
    const format = this.format(said.format, base, at);
    return {
      base,
      ...(format !== undefined && { format }),
      ...(length !== undefined && { length }),
      ...(minLength !== undefined && { minLength }),
      ...(maxLength !== undefined && { maxLength }),
      ...Object.fromEntries(given.map(([key, bound]) => [key, String(bound)])),
    };
  }

  private checkBounds(
    bounds: Readonly<Record<string, unknown>>,
    path: readonly (string | number)[],
  ) {
    const number = (key: string) => {
      const bound = bounds[key];
      const value = bound === undefined ? Number.NaN : Number(bound);
      return bound === undefined || !Number.isNaN(value) ? value : Date.parse(String(bound));
    };
    const [low, high] = [number("minInclusive"), number("maxInclusive")];
    const [over, under] = [number("minExclusive"), number("maxExclusive")];
    const both = (a: string, b: string) => bounds[a] !== undefined && bounds[b] !== undefined;
    if (both("minInclusive", "minExclusive") || both("maxInclusive", "maxExclusive")) {
      this.invalid(path, "datatype", "a bound is given with and without the value itself");
    }
    if (high < low || under < over || under <= low || high <= over) {
      this.invalid(path, "datatype", "no value lies between the bounds");
    }
  }

  /** A format that is none is left aside. */
  private format(value: unknown, base: string, path: readonly (string | number)[]) {
    if (value === undefined) return undefined;
    const format = value as string | Json;
    const pattern = isNumeric(base) ? numberFormatOf({ base, format }).pattern : format;
    const isRight =
      pattern === undefined ||
      (typeof pattern === "string" &&
        (isNumeric(base)
          ? readPattern(pattern) !== undefined
          : isDate(base)
            ? datePattern(pattern) !== undefined
            : base === "boolean"
              ? /^[^|]+\|[^|]+$/.test(pattern)
              : textPattern(pattern) !== undefined));
    if (isRight) return format;
    this.ignored([...path, "format"], "format", `it is no form of ${base}`);
    return undefined;
  }

  /** The properties of an object that are as they are to be; the others are reported. */
  private properties(source: Json, kind: Kind, path: readonly (string | number)[]): Json {
    const known = PROPERTIES[kind] as Readonly<Record<string, (value: unknown) => boolean>>;
    const kept: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(source)) {
      const at = [...path, key];
      if (key === "@context" && path.length === 0) continue;
      if (key === "@type") {
        if (value !== kind && kind !== "Datatype") this.invalid(at, key, `it is to be ${kind}`);
      } else if (key === "@id") {
        if (typeof value === "string" && value.startsWith("_:")) {
          this.invalid(at, key, "it may not begin with _:");
        } else kept[key] = value;
      } else if (key.includes(":")) this.annotation(value, at);
      else if (!Object.hasOwn(known, key)) {
        this.ignored(at, key, `it is no property of ${kind}`);
      } else if (known[key]?.(value) === true) kept[key] = value;
      else {
        this.ignored(at, key, "it may not have this value");
        // What is no list acts as an empty one, and what is no schema as one of no columns.
        if (["tables", "columns", "foreignKeys"].includes(key)) kept[key] = [];
        if (key === "tableSchema") kept[key] = { columns: [] };
      }
      if (key === "notes") for (const note of listOf(value)) this.annotation(note, at);
      if (key === "transformations") this.transformations(value, at);
      if (key === "dialect" && kind === "TableGroup" && isObject(value)) {
        this.properties(value, "Dialect", at);
      }
    }
    return kept;
  }

  private transformations(value: unknown, path: readonly (string | number)[]): void {
    for (const each of listOf(value)) {
      if (!isObject(each)) this.ignored(path, "transformations", "each is to be an object");
      else this.properties(each, "Template", path);
    }
  }

  /** Annotations are a subset of JSON-LD (section 6.1 of the vocabulary). */
  private annotation(value: unknown, path: readonly (string | number)[]): void {
    if (Array.isArray(value)) {
      for (const each of value) this.annotation(each, path);
      return;
    }
    if (!isObject(value)) return;
    const refuse = (problem: string) => this.invalid(path, String(path.at(-1)), problem);
    if ("@value" in value) {
      const others = Object.keys(value).filter((key) => key !== "@value");
      if (others.length > 1) refuse("a value may have a type or a language, and nothing else");
      else if (others[0] !== undefined && !["@type", "@language"].includes(others[0])) {
        refuse(`a value may not have ${others[0]}`);
      }
    }
    for (const [key, each] of Object.entries(value)) {
      if (key === "@id") {
        if (typeof each === "string" && each.startsWith("_:")) refuse("no blank nodes");
      } else if (key === "@type") {
        for (const type of namesIn(each)) if (!isType(type)) refuse(`${type} is no type`);
      } else if (key === "@language") {
        if (!("@value" in value) || !isLanguage(each)) refuse("a language belongs to a value");
      } else if (key === "@value") continue;
      else if (key.startsWith("@")) refuse(`${key} may not stand in an annotation`);
      else this.annotation(each, [...path, key]);
    }
  }

  private invalid(path: readonly (string | number)[], property: string, problem: string): void {
    const place = { file: this.file, path };
    this.findings.push(find("validate/csvw-invalid", { place, facts: { property, problem } }));
  }

  private ignored(path: readonly (string | number)[], property: string, problem: string): void {
    const place = { file: this.file, path };
    this.findings.push(find("validate/csvw-ignored", { place, facts: { property, problem } }));
  }
}

function isType(type: string): boolean {
  if (type.startsWith("_:")) return false;
  return TERMS.has(type) || builtIn(type) !== undefined || /^[A-Za-z][\w+.-]*:\S+$/.test(type);
}

function pickInherited(source: Json): Json {
  return Object.fromEntries(Object.entries(source).filter(([key]) => inherited.includes(key)));
}
