/** The fields of Unicode TR35 that CSV on the Web names, as parts of a pattern. */
const FIELDS: readonly (readonly [field: string, pattern: string])[] = [
  ["yyyy", "(?<year>-?\\d{4,})"],
  ["MM", "(?<month>\\d{2})"],
  ["M", "(?<month>\\d{1,2})"],
  ["dd", "(?<day>\\d{2})"],
  ["d", "(?<day>\\d{1,2})"],
  ["HH", "(?<hour>\\d{2})"],
  ["mm", "(?<minute>\\d{2})"],
  ["ss", "(?<second>\\d{2})"],
  ["XXX", "(?<zone>Z|[+-]\\d{2}:\\d{2})"],
  ["XX", "(?<zone>Z|[+-]\\d{4})"],
  ["X", "(?<zone>Z|[+-]\\d{2}(?:\\d{2})?)"],
  ["xxx", "(?<zone>[+-]\\d{2}:\\d{2})"],
  ["xx", "(?<zone>[+-]\\d{4})"],
  ["x", "(?<zone>[+-]\\d{2}(?:\\d{2})?)"],
];

const XSD: Readonly<Record<string, string>> = {
  date: "yyyy-MM-dd",
  time: "HH:mm:ss",
  dateTime: "yyyy-MM-ddTHH:mm:ss",
};

/** A pattern of dates and times as a regular expression, or nothing if it is none. */
export function datePattern(format: string): RegExp | undefined {
  let source = "";
  let rest = format;
  while (rest !== "") {
    const field = FIELDS.find(([name]) => rest.startsWith(name));
    const fraction = /^\.(S+)/.exec(rest);
    if (field !== undefined) {
      source += field[1];
      rest = rest.slice(field[0].length);
    } else if (fraction !== null) {
      source += `(?:\\.(?<fraction>\\d{1,${(fraction[1] as string).length}}))?`;
      rest = rest.slice(fraction[0].length);
    } else if (/^[-/.:T ]/.test(rest)) {
      source += rest[0] === "." ? "\\." : rest[0];
      rest = rest.slice(1);
    } else return undefined;
  }
  try {
    return new RegExp(`^${source}$`, "u");
  } catch {
    // A field that stands twice.
    return undefined;
  }
}

/** The usual form of XML Schema: any fraction of a second, and perhaps a time zone. */
function defaultPattern(base: string): RegExp {
  const pattern = datePattern(
    XSD[base === "dateTimeStamp" ? "dateTime" : base] as string,
  ) as RegExp;
  const fraction = base === "date" ? "" : "(?:\\.(?<fraction>\\d+))?";
  const zone = "(?<zone>Z|[+-]\\d{2}:\\d{2})";
  const end = base === "dateTimeStamp" ? zone : `${zone}?`;
  return new RegExp(`${pattern.source.slice(0, -1)}${fraction}${end}$`, "u");
}

function offset(zone: string | undefined): number {
  if (zone === undefined || zone === "Z") return 0;
  const digits = zone.slice(1).replace(":", "").padEnd(4, "0");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone.startsWith("-") ? -minutes : minutes) * 60_000;
}

/** The point in time that a text is, in milliseconds, or nothing. */
export function readDate(
  text: string,
  base: string,
  format: string | undefined,
): number | undefined {
  const pattern = (format === undefined ? undefined : datePattern(format)) ?? defaultPattern(base);
  const groups = pattern.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { year = "1970", month = "1", day = "1", hour = "0", minute = "0", second = "0" } = groups;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const date = new Date(0);
  date.setUTCFullYear(y, m - 1, d);
  if (date.getUTCFullYear() !== y || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) {
    return undefined;
  }
  const [h, min, s] = [Number(hour), Number(minute), Number(second)];
  if (min > 59 || s > 59 || h > 24 || (h === 24 && min + s > 0)) return undefined;
  const fraction = Number(`0.${groups.fraction ?? "0"}`);
  return date.getTime() + ((h * 60 + min) * 60 + s + fraction) * 1000 - offset(groups.zone);
}
