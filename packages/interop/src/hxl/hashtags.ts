import type { Field } from "../observation-fields.js";

/** A hashtag with its attributes, as a column of an HXL table has it. */
export interface HxlTag {
  /** Without "#", in lower case. */
  readonly tag: string;
  /** Without "+", in lower case. */
  readonly attributes: ReadonlySet<string>;
}

/**
 * The hashtag of each field. The tags are those of the HXL 1.1 dictionary (2018); of the attributes, `num`, `code`,
 * `name` and `v_iso3` have their meaning there, the others are ours, as the standard allows.
 */
export const TAG_OF_FIELD: Readonly<Record<Exclude<Field, "area">, string>> = {
  indicator: "#indicator+code",
  period: "#date+period",
  value: "#indicator+value+num",
  unit: "#indicator+unit",
  status: "#status+code",
  standardError: "#indicator+error+num",
  lower: "#indicator+lower+num",
  upper: "#indicator+upper+num",
  level: "#indicator+level+num",
  n: "#indicator+sample+num",
  nMissing: "#indicator+missing+num",
  edition: "#meta+edition",
  asOf: "#date+asof",
  source: "#meta+source",
  note: "#meta+note",
};

/** Periods that are dates; HXL's own validator takes every `#date` for one, so that the others are metadata. */
export const PERIOD_TAGS = { dates: "#date+period", any: "#meta+period" } as const;

/** Countries by their codes; areas of any kind by codes that name their scheme. */
export const AREA_TAGS = { countries: "#country+code+v_iso3", any: "#region+code" } as const;

const AREA: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "country",
  "region",
  "adm1",
  "adm2",
  "adm3",
  "adm4",
  "adm5",
]);
const AXIS = "axis_";
const PARAMETER = "parameter_";
const TAG = /^#[a-z][a-z0-9_]*(?:\+[a-z][a-z0-9_]*)*$/;

/** Reads a hashtag; white space and case do not matter (HXL 1.1, tagging conventions, section 2). */
export function parseTag(text: string): HxlTag | undefined {
  const tidy = text.toLowerCase().replace(/\s+/g, "");
  if (!TAG.test(tidy)) return undefined;
  const [tag = "", ...attributes] = tidy.slice(1).split("+");
  return { tag, attributes: new Set(attributes) };
}

function lowerSnake(axis: string): string {
  return axis.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function camel(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * The hashtag of an axis of breakdown: `#group+axis_migration_status` for `migrationStatus`. An axis that cannot be
 * told again from its words has its characters escaped.
 */
export function tagOfAxis(axis: string): string {
  return `#group+${attributeOf(AXIS, axis)}`;
}

/** The hashtag of a parameter: `#meta+parameter_line`, with the name written as that of an axis is. */
export function tagOfParameter(name: string): string {
  return `#meta+${attributeOf(PARAMETER, name)}`;
}

function attributeOf(prefix: string, name: string): string {
  const words = lowerSnake(name);
  if (/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(words) && camel(words) === name) {
    return `${prefix}${words}`;
  }
  const safe = name.replace(
    /[^a-z0-9]/g,
    (unit) => `_${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${prefix}_${safe}`;
}

/** The axis of breakdown that a hashtag stands for. */
export function axisOfTag({ tag, attributes }: HxlTag): string | undefined {
  return tag === "group" ? nameIn(attributes, AXIS) : undefined;
}

/** The parameter that a hashtag stands for. */
export function parameterOfTag({ tag, attributes }: HxlTag): string | undefined {
  return tag === "meta" ? nameIn(attributes, PARAMETER) : undefined;
}

function nameIn(attributes: ReadonlySet<string>, prefix: string): string | undefined {
  const attribute = [...attributes].find((each) => each.startsWith(prefix));
  if (attribute === undefined) return undefined;
  const name = attribute.slice(prefix.length);
  if (!name.startsWith("_")) return camel(name);
  return name
    .slice(1)
    .replace(/_([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The field that a hashtag stands for: it has at least the attributes of ours. */
export function fieldOfTag(found: HxlTag): Field | undefined {
  if (AREA.has(found.tag)) return found.attributes.has("code") ? "area" : undefined;
  const fits = (wanted: string): boolean => {
    const { tag, attributes } = parseTag(wanted) as HxlTag;
    return found.tag === tag && [...attributes].every((each) => found.attributes.has(each));
  };
  const entries = Object.entries(TAG_OF_FIELD) as [Field, string][];
  const own = entries.find(([, tag]) => fits(tag))?.[0];
  // A plain #date is the period, a plain #indicator+value the value, as others write them.
  if (own === undefined && found.tag === "date" && found.attributes.size === 0) return "period";
  if (own === undefined && fits(PERIOD_TAGS.any)) return "period";
  if (own === undefined && found.tag === "indicator" && found.attributes.has("value"))
    return "value";
  return own;
}
