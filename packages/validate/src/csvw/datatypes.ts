import { readDate } from "./date-format.js";
import { type NumberFormat, readFormatted } from "./number-format.js";

const ALIASES: Readonly<Record<string, string>> = {
  number: "double",
  binary: "base64Binary",
  datetime: "dateTime",
  any: "anyAtomicType",
};

const INTEGERS: Readonly<Record<string, readonly [low: number, high: number]>> = {
  integer: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  long: [-(2 ** 63), 2 ** 63],
  int: [-(2 ** 31), 2 ** 31 - 1],
  short: [-32768, 32767],
  byte: [-128, 127],
  nonNegativeInteger: [0, Number.POSITIVE_INFINITY],
  positiveInteger: [1, Number.POSITIVE_INFINITY],
  unsignedLong: [0, 2 ** 64],
  unsignedInt: [0, 2 ** 32 - 1],
  unsignedShort: [0, 65535],
  unsignedByte: [0, 255],
  nonPositiveInteger: [Number.NEGATIVE_INFINITY, 0],
  negativeInteger: [Number.NEGATIVE_INFINITY, -1],
};

const DATES = ["date", "time", "dateTime", "dateTimeStamp"];
const ZONE = "(?:Z|[+-]\\d{2}:\\d{2})?";
/** Forms of the other built-in types, as XML Schema has them. */
const FORMS: Readonly<Record<string, RegExp>> = {
  duration: /^-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/,
  dayTimeDuration: /^-?P(?=.)(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/,
  yearMonthDuration: /^-?P(?=.)(?:\d+Y)?(?:\d+M)?$/,
  gDay: new RegExp(`^---(?:0[1-9]|[12]\\d|3[01])${ZONE}$`),
  gMonth: new RegExp(`^--(?:0[1-9]|1[0-2])${ZONE}$`),
  gMonthDay: new RegExp(`^--(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])${ZONE}$`),
  gYear: new RegExp(`^-?\\d{4,}${ZONE}$`),
  gYearMonth: new RegExp(`^-?\\d{4,}-(?:0[1-9]|1[0-2])${ZONE}$`),
  hexBinary: /^(?:[0-9a-fA-F]{2})*$/,
  base64Binary: /^(?:[A-Za-z0-9+/]\s?)*={0,2}$/,
  QName: /^(?:[\p{L}_][\p{L}\p{N}_.-]*:)?[\p{L}_][\p{L}\p{N}_.-]*$/u,
  Name: /^[\p{L}_:][\p{L}\p{N}_.:-]*$/u,
  NMTOKEN: /^[\p{L}\p{N}_.:-]+$/u,
  language: /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/,
};

/** Types whose spaces mean something. */
const VERBATIM: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "string",
  "json",
  "xml",
  "html",
  "anyAtomicType",
]);

const TEXTS = [...VERBATIM, "normalizedString", "token", "anyURI"];
const NUMBERS = ["decimal", "double", "float", ...Object.keys(INTEGERS)];

/** A datatype with its defaults filled in. */
export interface Datatype {
  readonly base: string;
  readonly format?: string | Readonly<Record<string, unknown>>;
  /** Whether a text has the form that a pattern asks for. */
  readonly matches?: (text: string) => boolean;
  readonly length?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minInclusive?: string;
  readonly maxInclusive?: string;
  readonly minExclusive?: string;
  readonly maxExclusive?: string;
}

/** The canonical name of a built-in datatype, or nothing. */
export function builtIn(name: unknown): string | undefined {
  if (typeof name !== "string") return undefined;
  const base = Object.hasOwn(ALIASES, name) ? (ALIASES[name] as string) : name;
  const known =
    TEXTS.includes(base) ||
    NUMBERS.includes(base) ||
    DATES.includes(base) ||
    base === "boolean" ||
    Object.hasOwn(FORMS, base);
  return known ? base : undefined;
}

/** What may be said of a datatype: bounds only where values have an order, lengths only where they have one. */
export function traitsOf(base: string): "ordered" | "measured" | "neither" {
  if (NUMBERS.includes(base) || DATES.includes(base) || /^g[A-Z]|uration$/.test(base)) {
    return "ordered";
  }
  return TEXTS.includes(base) || /Binary$|^(?:QName|Name|NMTOKEN|language)$/.test(base)
    ? "measured"
    : "neither";
}

export function isNumeric(base: string): boolean {
  return NUMBERS.includes(base);
}

export function isDate(base: string): boolean {
  return DATES.includes(base);
}

/** A cell as its datatype sees it: spaces that mean nothing are gone. */
export function collapse(cell: string, base: string): string {
  if (VERBATIM.has(base)) return cell;
  const spaced = cell.replace(/[\r\n\t]/g, " ");
  return base === "normalizedString" ? spaced : spaced.replace(/ +/g, " ").trim();
}

export function numberFormatOf({ format }: Datatype): NumberFormat {
  const said = typeof format === "string" ? { pattern: format } : (format ?? {});
  const text = (key: string) => (typeof said[key] === "string" ? (said[key] as string) : undefined);
  return {
    pattern: text("pattern"),
    decimal: text("decimalChar") ?? ".",
    group: text("groupChar"),
  };
}

function numberProblem(value: string, datatype: Datatype): string | number {
  const { base } = datatype;
  const number = readFormatted(value, numberFormatOf(datatype));
  const { pattern, decimal } = numberFormatOf(datatype);
  const form = pattern === undefined ? "" : ` in the form ${pattern}`;
  if (number === undefined) return `is no ${base}${form}`;
  if (base === "double" || base === "float") return number;
  if (!Number.isFinite(number) || /e/i.test(value)) return `is no ${base}`;
  if (base === "decimal") return number;
  const [low, high] = INTEGERS[base] as readonly [number, number];
  if (value.includes(decimal) || !Number.isInteger(number)) return `is no ${base}`;
  return number < low || number > high ? `is out of the range of ${base}` : number;
}

/** What a cell is worth in comparisons, or what is wrong with it. */
function read(value: string, datatype: Datatype): number | string | undefined {
  const { base, format } = datatype;
  if (isNumeric(base)) return numberProblem(value, datatype);
  const pattern = typeof format === "string" ? format : undefined;
  if (isDate(base)) {
    const form = pattern === undefined ? "" : ` in the form ${pattern}`;
    return readDate(value, base, pattern) ?? `is no ${base}${form}`;
  }
  if (base === "boolean") {
    const said = (pattern ?? "").split("|");
    const allowed = said.length === 2 ? said : ["true", "false", "1", "0"];
    return allowed.includes(value) ? undefined : `is none of ${allowed.join(", ")}`;
  }
  if (Object.hasOwn(FORMS, base) && FORMS[base]?.test(value) === false) return `is no ${base}`;
  if (datatype.matches?.(value) === false) return `does not match ${pattern}`;
  return undefined;
}

function lengthOf(value: string, base: string): number {
  if (base === "hexBinary") return value.length / 2;
  if (base !== "base64Binary") return [...value].length;
  const digits = value.replace(/[\s=]/g, "").length;
  return Math.floor((digits * 6) / 8);
}

/** What is wrong with a cell that holds a value, or nothing. */
export function valueProblem(value: string, datatype: Datatype): string | undefined {
  const { base } = datatype;
  const worth = read(value, datatype);
  if (typeof worth === "string") return worth;
  const { length, minLength = length, maxLength = length } = datatype;
  const size = lengthOf(value, base);
  if (minLength !== undefined && size < minLength) return `is shorter than ${minLength}`;
  if (maxLength !== undefined && size > maxLength) return `is longer than ${maxLength}`;
  if (worth === undefined) return undefined;
  const bound = (text: string | undefined): number => {
    const { format: _, ...plain } = datatype;
    const at = text === undefined ? Number.NaN : read(text, datatype);
    const other = typeof at === "number" || text === undefined ? at : read(text, plain);
    return typeof other === "number" ? other : Number.NaN;
  };
  const { minInclusive, maxInclusive, minExclusive, maxExclusive } = datatype;
  if (worth < bound(minInclusive)) return `is less than ${minInclusive}`;
  if (worth > bound(maxInclusive)) return `is greater than ${maxInclusive}`;
  if (worth <= bound(minExclusive)) return `is not greater than ${minExclusive}`;
  if (worth >= bound(maxExclusive)) return `is not less than ${maxExclusive}`;
  return undefined;
}
