import {
  builtIn,
  type Datatype,
  isDate,
  isNumeric,
  numberFormatOf,
  traitsOf,
} from "./datatypes.js";
import { datePattern } from "./date-format.js";
import { readPattern } from "./number-format.js";
import type { Json, Path, Report } from "./report.js";
import { textPattern } from "./text-pattern.js";

/**
 * A datatype of the metadata, with what cannot be reported.
 *
 * @param said - its properties, as far as each is what it may be.
 */
export function readDatatype(said: Json, at: Path, report: Report): Datatype {
  const id = said["@id"];
  if (typeof id === "string" && /^http:\/\/www\.w3\.org\/(?:2001\/XMLSchema|ns\/csvw)#/.test(id)) {
    report.invalid(at, "@id", "it is the address of a built-in datatype");
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
    report.invalid(at, given.map(([key]) => key).join(", "), `values of ${base} have no order`);
  }
  checkBounds(bounds, at, report);
  const { length, minLength, maxLength } = said as Readonly<Record<string, number | undefined>>;
  if ([length, minLength, maxLength].some((each) => each !== undefined) && traits !== "measured") {
    report.invalid(at, "length", `values of ${base} have none`);
  }
  if (
    (minLength !== undefined && maxLength !== undefined && minLength > maxLength) ||
    (length !== undefined && (length < (minLength ?? 0) || length > (maxLength ?? length)))
  ) {
    report.invalid(at, "length", "no value can have it");
  }
  const format = readFormat(said.format, base, at, report);
  return {
    base,
    ...format,
    ...(length !== undefined && { length }),
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
    ...Object.fromEntries(given.map(([key, bound]) => [key, String(bound)])),
  };
}

function checkBounds(bounds: Json, path: Path, report: Report): void {
  const number = (key: string) => {
    const bound = bounds[key];
    const value = bound === undefined ? Number.NaN : Number(bound);
    return bound === undefined || !Number.isNaN(value) ? value : Date.parse(String(bound));
  };
  const [low, high] = [number("minInclusive"), number("maxInclusive")];
  const [over, under] = [number("minExclusive"), number("maxExclusive")];
  const both = (a: string, b: string) => bounds[a] !== undefined && bounds[b] !== undefined;
  if (both("minInclusive", "minExclusive") || both("maxInclusive", "maxExclusive")) {
    report.invalid(path, "datatype", "a bound is given with and without the value itself");
  }
  if (high < low || under < over || under <= low || high <= over) {
    report.invalid(path, "datatype", "no value lies between the bounds");
  }
}

/** A format that is none is left aside. */
function readFormat(
  value: unknown,
  base: string,
  path: Path,
  report: Report,
): Pick<Datatype, "format" | "matches"> {
  if (value === undefined) return {};
  const format = value as string | Json;
  const pattern = isNumeric(base) ? numberFormatOf({ base, format }).pattern : format;
  if (pattern === undefined) return { format };
  const read = typeof pattern === "string" ? readPatternOf(base, pattern) : "invalid";
  if (typeof read !== "string") return { format, ...read };
  report.ignored([...path, "format"], "format", FAULTS[read](base));
  return {};
}

const FAULTS = {
  invalid: (base: string) => `it is no form of ${base}`,
  unbounded: () =>
    "the time it takes has no bound that is known: leave out look-ahead, look-behind and references back, repeat at most 1,000 times, and name properties of characters by their short names (\\p{Lu})",
};

function readPatternOf(
  base: string,
  pattern: string,
): Pick<Datatype, "matches"> | keyof typeof FAULTS {
  const orInvalid = (isRight: boolean) => (isRight ? {} : "invalid");
  if (isNumeric(base)) return orInvalid(readPattern(pattern) !== undefined);
  if (isDate(base)) return orInvalid(datePattern(pattern) !== undefined);
  if (base === "boolean") return orInvalid(/^[^|]+\|[^|]+$/.test(pattern));
  const matches = textPattern(pattern);
  return typeof matches === "string" ? matches : { matches };
}
