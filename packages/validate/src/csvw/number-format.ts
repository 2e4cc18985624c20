/** How numbers are written, by the patterns of Unicode TR35 that CSV on the Web names (section 6.4.2 of its data model). */
export interface NumberFormat {
  readonly pattern: string | undefined;
  readonly decimal: string;
  readonly group: string | undefined;
}

interface Grouped {
  readonly least: number;
  readonly most: number;
  /** Sizes of groups, from the decimal mark on; the last one repeats. */
  readonly groups: readonly number[];
}

interface Pattern {
  readonly whole: Grouped;
  readonly fraction: Grouped | undefined;
  readonly exponentDigits: number;
  readonly suffix: string;
}

const PATTERN = /^([+-]?)([#0,]+)(?:\.([#0,]*))?(?:E\+?(#*0+))?([%‰]?)$/;

function grouped(text: string, fromEnd: boolean): Grouped {
  const digits = text.replaceAll(",", "");
  const parts = text.split(",");
  const sizes = (fromEnd ? parts.slice(1).reverse() : parts.slice(0, -1)).map(
    ({ length }) => length,
  );
  return {
    least: digits.split("0").length - 1,
    most: fromEnd ? Number.POSITIVE_INFINITY : digits.length,
    groups: fromEnd ? sizes.slice(0, 2) : sizes.slice(0, 1),
  };
}

/** A pattern, or nothing if it is none. Patterns are written with `.` and `,`, whatever stands in the data. */
export function readPattern(text: string): Pattern | undefined {
  const match = PATTERN.exec(text);
  if (match === null) return undefined;
  const [, , whole = "", fraction, exponent = "", suffix = ""] = match;
  const wholeDigits = whole.replaceAll(",", "");
  if (wholeDigits === "" || !/^#*0*$/.test(wholeDigits)) return undefined;
  if (fraction !== undefined && !/^0*#*$/.test(fraction.replaceAll(",", ""))) return undefined;
  return {
    whole: grouped(whole, true),
    fraction: fraction === undefined ? undefined : grouped(fraction, false),
    exponentDigits: exponent.split("0").length - 1,
    suffix,
  };
}

/** Digits with a mark between groups, as the pattern wants them. */
function written(digits: string, { groups }: Grouped, mark: string, fromEnd: boolean): string {
  if (groups.length === 0) return digits;
  const parts: string[] = [];
  let rest = digits;
  for (let i = 0; ; i++) {
    const size = groups[Math.min(i, groups.length - 1)] as number;
    if (rest.length <= size) break;
    parts.push(fromEnd ? rest.slice(-size) : rest.slice(0, size));
    rest = fromEnd ? rest.slice(0, -size) : rest.slice(size);
  }
  parts.push(rest);
  return (fromEnd ? parts.reverse() : parts).join(mark);
}

function fits(text: string, wanted: Grouped, mark: string, fromEnd: boolean): boolean {
  const digits = text.replaceAll(mark, "");
  if (!/^\d*$/.test(digits)) return false;
  if (digits.length < wanted.least || digits.length > wanted.most) return false;
  return text === written(digits, wanted, mark, fromEnd);
}

const SPECIAL: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  INF: Number.POSITIVE_INFINITY,
  "-INF": Number.NEGATIVE_INFINITY,
};

/** The number that a text is in a format, or nothing. */
export function readFormatted(text: string, format: NumberFormat): number | undefined {
  if (Object.hasOwn(SPECIAL, text)) return SPECIAL[text];
  const { decimal, pattern } = format;
  const suffix = /[%‰]$/.exec(text)?.[0] ?? "";
  const bare = text.slice(0, text.length - suffix.length).replace(/^[+-]/, "");
  const [mantissa = "", exponent, ...more] = bare.split(/[Ee]/);
  const [whole = "", fraction, ...others] = mantissa.split(decimal);
  if (more.length > 0 || others.length > 0) return undefined;
  if (exponent !== undefined && !/^[+-]?\d+$/.test(exponent)) return undefined;
  if (fraction === "") return undefined;
  const mark = format.group ?? ",";
  if (pattern !== undefined) {
    const wanted = readPattern(pattern);
    if (wanted === undefined) return undefined;
    if (!fits(whole, wanted.whole, mark, true)) return undefined;
    if (!fits(fraction ?? "", wanted.fraction ?? { least: 0, most: 0, groups: [] }, mark, false))
      return undefined;
    const exponentDigits = (exponent ?? "").replace(/^[+-]/, "").length;
    if (exponentDigits < wanted.exponentDigits || suffix !== wanted.suffix) return undefined;
    if (wanted.exponentDigits === 0 && exponent !== undefined) return undefined;
  } else if (format.group === undefined) {
    if (!/^\d*$/.test(whole) || !/^\d*$/.test(fraction ?? "")) return undefined;
  } else if (mantissa.includes(mark + mark)) return undefined;
  const digits = `${whole.replaceAll(mark, "")}.${(fraction ?? "").replaceAll(mark, "")}`;
  if (!/^\d*\.\d*$/.test(digits) || digits === ".") return undefined;
  const value = Number(`${text.startsWith("-") ? "-" : ""}0${digits}0e${exponent ?? "0"}`);
  return suffix === "%" ? value / 100 : suffix === "‰" ? value / 1000 : value;
}
