import { TOTAL } from "./breakdown.js";
import type { Observation } from "./observation.js";
import { readPeriod } from "./periods/parse-period.js";
import { formatPeriod } from "./periods/relations.js";

/** The fields that tell observations apart. */
export type ObservationIdentity = Pick<
  Observation,
  "indicator" | "area" | "period" | "breakdown" | "edition" | "asOf"
>;

const ESCAPES: Readonly<Record<string, string>> = {
  "%": "%25",
  "|": "%7C",
  ";": "%3B",
  "=": "%3D",
};

function escapeMarks(text: string): string {
  // Rows of any origin are given keys, so that findings can name them.
  if (typeof text !== "string") return "?";
  // Most texts need no escape: one test is cheaper than a replacement.
  return /[%|;=]/.test(text) ? text.replace(/[%|;=]/g, (mark) => ESCAPES[mark] as string) : text;
}

function restoreMarks(text: string): string {
  return text.replace(/%(25|7C|3B|3D)/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function breakdownText(breakdown: Observation["breakdown"]): string {
  if (breakdown === undefined || breakdown === null) return "";
  return Object.entries(breakdown)
    .filter(([, category]) => category !== TOTAL)
    .sort(([a], [b]) => compare(a, b))
    .map(([axis, category]) => `${escapeMarks(axis)}=${escapeMarks(category)}`)
    .join(";");
}

/** A period in its canonical form; a text that is no period stays as it is. */
function canonicalPeriod(text: string): string {
  const { period } = readPeriod(text);
  return period === undefined ? text : formatPeriod(period);
}

/** The key, for a period that is in its canonical form already. */
export function keyWithPeriod(observation: ObservationIdentity, period: string): string {
  const { indicator, area, breakdown, edition, asOf } = observation;
  const fields = [
    escapeMarks(indicator),
    escapeMarks(area),
    escapeMarks(period),
    breakdownText(breakdown),
    escapeMarks(edition ?? ""),
    escapeMarks(asOf ?? ""),
  ];
  while (fields.length > 3 && fields.at(-1) === "") fields.pop();
  return fields.join("|");
}

/**
 * The key of an observation as one text: indicator, area, period, breakdown, edition and date, divided by
 * bars. Two observations have the same key exactly if they are the same observation: the order of the
 * breakdown does not matter, `_T` (total) is no breakdown, an empty text is an absent one, and periods
 * are in their canonical form. Separators inside the fields are escaped.
 *
 * @example
 * ```ts
 * import { observationKey } from "@vitalcore/domain";
 * observationKey({ indicator: "internet-use", area: "IND", period: "2018", breakdown: { urbanisation: "R", sex: "F" } }); // => "internet-use|IND|2018|sex=F;urbanisation=R"
 * observationKey({ indicator: "internet-use", area: "IND", period: "2018-M03", edition: "itu2020" }); // => "internet-use|IND|2018-03||itu2020"
 * ```
 */
export function observationKey(observation: ObservationIdentity): string {
  return keyWithPeriod(observation, canonicalPeriod(observation.period));
}

/**
 * Reads a key back.
 *
 * @returns the fields, or `undefined` if the text is no key.
 *
 * @example
 * ```ts
 * import { parseObservationKey } from "@vitalcore/domain";
 * parseObservationKey("internet-use|IND|2018|sex=F"); // => { indicator: "internet-use", area: "IND", period: "2018", breakdown: { sex: "F" } }
 * ```
 */
export function parseObservationKey(key: string): ObservationIdentity | undefined {
  const fields = key.split("|");
  if (fields.length < 3 || fields.length > 6) return undefined;
  const [indicator, area, period, breakdown = "", edition = "", asOf = ""] = fields as [
    string,
    string,
    string,
    string?,
    string?,
    string?,
  ];
  const pairs = breakdown === "" ? [] : breakdown.split(";").map((pair) => pair.split("="));
  if (pairs.some((pair) => pair.length !== 2)) return undefined;
  const axes = pairs.map(([axis, category]) => [
    restoreMarks(axis ?? ""),
    restoreMarks(category ?? ""),
  ]);
  return {
    indicator: restoreMarks(indicator),
    area: restoreMarks(area),
    period: restoreMarks(period),
    // fromEntries makes own properties, so that an axis called __proto__ reaches no prototype.
    ...(axes.length > 0 && { breakdown: Object.fromEntries(axes) as Record<string, string> }),
    ...(edition !== "" && { edition: restoreMarks(edition) }),
    ...(asOf !== "" && { asOf: restoreMarks(asOf) }),
  };
}
