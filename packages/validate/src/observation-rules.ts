import type { Result, TableLike } from "@vitalcore/core";
import { checkObservations, type IndicatorDefinition, type Observation } from "@vitalcore/domain";
import { tableFromObservations } from "@vitalcore/domain/tabular";
import type { ValidationReport } from "./report/report-data.js";
import { mergeReports, reportFindings } from "./report/validation-report.js";
import type { NestedPair, Rule, RuleSet } from "./rules/rule.js";
import { startValidation, type ValidateOptions } from "./rules/validation.js";

/** What is known of the data set beyond the definitions of its indicators. */
export interface ObservationRuleOptions {
  /** Axes of breakdown that occur, for example `["sex"]`: they belong to the key. */
  readonly axes?: readonly string[];
  /** Indicators that cannot exceed others: severe within moderate-or-severe, 12 months within lifetime. */
  readonly nested?: readonly NestedPair[];
  /** Indicators that add up, for example `{ terms: ["usage", "usage-gap", "coverage-gap"], total: 100 }`. */
  readonly sums?: readonly { readonly terms: readonly string[]; readonly total: number | string }[];
  /** Plausible ranges of indicators that are small by nature, in the unit of the values. */
  readonly plausible?: Readonly<Record<string, readonly [number, number]>>;
  /** Whether series are searched for jumps and standing still; they are if left out. */
  readonly series?: boolean;
}

/**
 * The rules of a table of observations (columns as `tableFromObservations` of `@vitalcore/domain/tabular`
 * writes them), as data: areas, periods, codes and ranges of the indicators, keys, status, scales, series.
 *
 * @param definitions - of all indicators that may occur; ranges and codes are taken from them.
 *
 * @example
 * ```ts
 * import { indicators } from "@vitalcore/domain/indicators";
 * import { observationRules, validateTable } from "@vitalcore/validate";
 * const rules = observationRules(indicators);
 * const table = { indicator: ["coverage-gap"], area: ["KEN"], period: ["2018"], value: [104], unit: ["PERCENT"] };
 * validateTable(table, rules).findings.map(({ code }) => code); // => ["validate/out-of-range"]
 * ```
 */
export function observationRules(
  definitions: Iterable<IndicatorDefinition>,
  options: ObservationRuleOptions = {},
): RuleSet {
  const { axes = [], nested = [], sums = [], plausible = {}, series = true } = options;
  const known = [...definitions];
  const columns = axes.map((axis) => `breakdown.${axis}`);
  const place = ["area", "period", ...columns];
  const keys = ["indicator", ...place];
  const ranges = Object.fromEntries(known.map(({ id, range }) => [id, range]));
  const inSeries = { keys: ["indicator", "area", ...columns], period: "period", value: "value" };
  const rules: Rule[] = [
    { rule: "columns", required: ["indicator", "area", "period", "value", "unit"] },
    { rule: "type", column: "value", type: "number" },
    { rule: "required", columns: ["indicator", "area", "period", "unit"] },
    { rule: "codes", column: "indicator", codes: known.map(({ id }) => id) },
    { rule: "area", column: "area", scheme: "id", period: "period" },
    { rule: "period", column: "period" },
    { rule: "range", column: "value", by: { column: "indicator", ranges } },
    { rule: "scale", value: "value", unit: "unit", by: ["indicator"], plausible },
    { rule: "unique", columns: keys, value: "value" },
    ...(nested.length === 0
      ? []
      : [
          {
            rule: "nested",
            indicator: "indicator",
            value: "value",
            keys: place,
            pairs: nested,
          } as const,
        ]),
    ...sums.map(
      (sum) =>
        ({ rule: "sum", indicator: "indicator", value: "value", keys: place, ...sum }) as const,
    ),
    ...(series
      ? [{ rule: "jump", ...inSeries } as const, { rule: "constant", ...inSeries } as const]
      : []),
  ];
  return { kind: "RuleSet", version: 1, id: "observations", title: "Observations", rules };
}

/** Rules whose findings `checkObservations` makes too, with its own words. */
const OF_DOMAIN: ReadonlySet<Rule["rule"]> = /* @__PURE__ */ new Set([
  "columns",
  "type",
  "required",
  "codes",
  "area",
  "period",
  "range",
  "unique",
]);

/**
 * Validates observations: each by `checkObservations` of `@vitalcore/domain`, and with one another by the
 * rules of {@link observationRules} (nested measures, sums, scales, series).
 *
 * @param definitions - of all indicators that occur.
 * @throws VitalError as `validateTable`.
 *
 * @example
 * ```ts
 * import { indicators } from "@vitalcore/domain/indicators";
 * import { validateObservations } from "@vitalcore/validate";
 * const report = validateObservations(
 *   [{ indicator: "coverage-gap", area: "Kenya", period: "2018", value: 9, unit: "PERCENT" }],
 *   indicators,
 * );
 * report.findings[0]?.suggestion; // => "KEN"
 * ```
 */
export function validateObservations(
  observations: readonly Observation[],
  definitions: Iterable<IndicatorDefinition>,
  options: ObservationRuleOptions & Pick<ValidateOptions, "subject" | "listed" | "tables"> = {},
): Result<ValidationReport> {
  const known = [...definitions];
  const findings = checkObservations(observations, known);
  const { subject, listed, tables } = options;
  const settings = {
    ...(subject !== undefined && { subject }),
    ...(listed !== undefined && { listed }),
  };
  const single = reportFindings(findings, { ...settings, level: 1 });
  const axes = new Set(observations.flatMap((each) => Object.keys(each?.breakdown ?? {})));
  const ruleSet = observationRules(known, { axes: [...axes].sort(), ...options });
  const between = ruleSet.rules.filter(({ rule }) => !OF_DOMAIN.has(rule));
  const validation = startValidation(
    { ...ruleSet, rules: between },
    { ...settings, ...(tables !== undefined && { tables }) },
  );
  // What is no observation is reported already, and cannot be compared with others.
  const faulty = new Set(
    findings
      .filter(({ code }) => /not-an-observation|wrong-type|not-finite/.test(code))
      .map(({ place }) => place.row),
  );
  // An empty row in its place keeps the numbers of the others.
  const rows = observations.map((each, i) => (faulty.has(i + 1) ? ({} as Observation) : each));
  if (rows.length > 0) validation.add(tableFromObservations(rows) as TableLike);
  return mergeReports([single, validation.finish()], subject);
}
