import type { Rule, RuleSet } from "@vitalcore/validate";

const AREAS = { iso3: "iso3", REF_AREA: "iso3", name: "name", m49: "m49" } as const;
const AGE_BANDS = ["0-4", "5-9", "10-14", "15-19", "20-24", "25-29"];

/** Indicators of the corpus as their definitions would tell: which are nested, and which are small by nature. */
const NESTED = [
  { part: "FIES_SEV", whole: "FIES_MODSEV" },
  { part: "IPV12", whole: "IPVLIFE" },
  {
    part: "COV4G",
    whole: "COV3G",
    severity: "warning",
    reason: "It can be where 3G is switched off: a warning, not an error.",
  },
] as const;
const PLAUSIBLE = { HIVINC: [0, 1] } as const;

/** One rule set for all tables of observations, by the columns that they have; never by the name of a file. */
export function rulesFor(names: readonly string[], kind: string): RuleSet {
  const has = (...columns: string[]) => columns.every((column) => names.includes(column));
  const rules: Rule[] = [];
  for (const [column, scheme] of Object.entries(AREAS)) {
    if (has(column)) {
      // A name beside a code is a label: odd, but the code decides.
      const severity = column === "name" && has("iso3") ? ({ severity: "warning" } as const) : {};
      rules.push({ rule: "area", column, scheme, ...severity });
    }
  }
  const frequency = has("FREQ") ? { frequency: "FREQ" } : {};
  if (has("period")) rules.push({ rule: "period", column: "period", ...frequency });
  if (has("TIME_PERIOD")) rules.push({ rule: "period", column: "TIME_PERIOD", ...frequency });
  for (const column of [
    "value",
    "cases",
    "usage",
    "usage_gap",
    "coverage_gap",
    "numerator",
    "denominator",
    "OBS_VALUE",
  ]) {
    if (has(column)) rules.push({ rule: "type", column, type: "number" });
  }
  if (has("age") && !has("wt")) rules.push({ rule: "codes", column: "age", codes: AGE_BANDS });
  if (has("value", "unit")) {
    const where = { op: "==", args: [{ column: "unit" }, "percent"] } as const;
    rules.push({ rule: "range", column: "value", min: 0, max: 100, where });
    const by = has("indicator") ? ["indicator"] : [];
    if (!has("sex"))
      rules.push({ rule: "scale", value: "value", unit: "unit", by, plausible: PLAUSIBLE });
  }
  const keys = ["iso3", "indicator", "period", "group", "sex", "age", "m49", "region"].filter(
    (column) => has(column),
  );
  if (has("value", "iso3") && kind === "observations")
    rules.push({ rule: "unique", columns: keys, value: "value" });
  if (has("iso3", "indicator", "period", "value")) {
    const status = has("obs_status") ? { status: "obs_status" } : {};
    rules.push({
      rule: "jump",
      keys: ["iso3", "indicator"],
      period: "period",
      value: "value",
      ...status,
    });
    rules.push({ rule: "constant", keys: ["iso3", "indicator"], period: "period", value: "value" });
  }
  if (has("obs_status")) rules.push({ rule: "status", status: "obs_status", value: "value" });
  if (has("indicator", "value")) {
    rules.push({
      rule: "nested",
      indicator: "indicator",
      value: "value",
      keys: ["iso3"],
      pairs: NESTED,
    });
  }
  if (has("sex", "value") && !has("wt")) {
    rules.push({
      rule: "parts",
      category: "sex",
      total: "T",
      parts: ["F", "M"],
      value: "value",
      keys: ["iso3", "period"],
      measure: has("unit") ? "rate" : "count",
    });
  }
  if (has("usage", "usage_gap", "coverage_gap")) {
    const terms = ["usage", "usage_gap", "coverage_gap"];
    for (const column of terms) rules.push({ rule: "range", column, min: 0, max: 100 });
    rules.push({ rule: "sum", terms, total: 100 });
  }
  if (has("numerator", "denominator")) {
    rules.push({
      rule: "ratio",
      numerator: "numerator",
      denominator: "denominator",
      proportion: true,
    });
  }
  if (has("ci_low", "ci_high")) {
    rules.push({
      rule: "interval",
      value: "value",
      lower: "ci_low",
      upper: "ci_high",
      standardError: "se",
      n: "n",
    });
    rules.push({ rule: "range", column: "ci_low", min: 0, severity: "warning" });
  }
  if (has("region", "indicator")) {
    rules.push({
      rule: "completeness",
      value: "value",
      unit: "iso3",
      indicator: "indicator",
      group: "region",
      atLeast: 0.65,
    });
  }
  return { kind: "RuleSet", version: 1, id: "corpus", rules };
}
