import { breakdownAxes } from "@vitalcore/domain";
import { isNumberField } from "./observation-fields.js";

const BREAKDOWN = "breakdown.";
const PARAMETERS = "parameters.";

/** A column of a table of observations, as formats that describe tables describe it. */
export interface ColumnFacts {
  /** As in the header: a field, `breakdown.<axis>` or `parameters.<name>`. */
  readonly name: string;
  readonly kind: "text" | "number" | "count";
  /** Every row has a value. */
  readonly required: boolean;
  readonly title: string;
  readonly description: string;
  /** Part of the key of an observation. */
  readonly key: boolean;
  readonly axis?: string;
  readonly parameter?: string;
}

const DESCRIPTIONS: Readonly<Record<string, readonly [title: string, description: string]>> = {
  indicator: ["Indicator", "Id of the indicator."],
  area: ["Area", "ISO 3166-1 alpha-3 for countries; other schemes with their prefix, M49:001."],
  period: ["Period", "SDMX period: 2018, 2018-Q3, 2018-W07, 2014/2018."],
  edition: ["Edition", "The edition of the source: vintages are different observations."],
  asOf: ["As of", "Day at which the value was current."],
  value: ["Value", "In the unit; empty where it is missing, and the status says why."],
  unit: ["Unit", "Id of the unit."],
  standardError: ["Standard error", "In the unit of the value."],
  lower: ["Lower bound", "Of the interval, in the unit of the value."],
  upper: ["Upper bound", "Of the interval, in the unit of the value."],
  level: ["Level", "Confidence level of the interval, between 0 and 1."],
  n: ["n", "Respondents or records the value rests on."],
  nMissing: ["Missing", "Records left out because a value was missing."],
  status: ["Status", "Codes of SDMX CL_OBS_STATUS 2.2; several are divided by semicolons."],
  source: ["Source", "Id of the source, or the source in words."],
  note: ["Note", "What a reader must know about this value."],
};

const KEY: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...["indicator", "area", "period", "edition", "asOf"],
]);
const ALWAYS_THERE: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...["indicator", "area", "period", "unit"],
]);

/** What a column of a table of observations holds, by its name. */
export function columnFacts(name: string): ColumnFacts {
  if (name.startsWith(BREAKDOWN)) {
    const axis = name.slice(BREAKDOWN.length);
    const known = Object.hasOwn(breakdownAxes, axis)
      ? breakdownAxes[axis as keyof typeof breakdownAxes].label
      : axis;
    const description = `Category of the axis ${axis}; empty where the value is not broken down.`;
    return { name, kind: "text", required: false, title: known, description, key: true, axis };
  }
  if (name.startsWith(PARAMETERS)) {
    const parameter = name.slice(PARAMETERS.length);
    const description = `What the calculator was told as ${parameter}: text as it is or in quotes, or a number, true, false or null.`;
    return {
      name,
      kind: "text",
      required: false,
      title: parameter,
      description,
      key: false,
      parameter,
    };
  }
  const [title, description] = Object.hasOwn(DESCRIPTIONS, name)
    ? (DESCRIPTIONS[name] as readonly [string, string])
    : [name, ""];
  const count = name === "n" || name === "nMissing";
  return {
    name,
    kind: count ? "count" : isNumberField(name) ? "number" : "text",
    required: ALWAYS_THERE.has(name),
    title,
    description,
    key: KEY.has(name),
  };
}
