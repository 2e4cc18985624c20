import { type Finding, VitalError } from "@vitalcore/core";
import { expressionSchema } from "@vitalcore/domain/schema";
import * as z from "zod";
import { find } from "./catalog.js";
import type { Rule, RuleSet } from "./rules/rule.js";

const text = z.string().min(1);
const names = z.array(text).min(1);
const number = z.number();
const share = z.number().min(0).max(1);

const base = {
  id: z.exactOptional(text),
  severity: z.exactOptional(z.enum(["error", "warning", "info"])),
  level: z.exactOptional(
    z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  ),
  where: z.exactOptional(expressionSchema),
  note: z.exactOptional(z.string()),
};

/** A record would drop a key `__proto__` without a word. */
function record<Value extends z.ZodType>(value: Value) {
  return z
    .unknown()
    .refine(
      (input) => typeof input !== "object" || input === null || !Object.hasOwn(input, "__proto__"),
      '"__proto__" is not a key here',
    )
    .pipe(z.record(z.string(), value));
}

function rule<const Name extends Rule["rule"], Shape extends z.ZodRawShape>(
  name: Name,
  shape: Shape,
) {
  return z.strictObject({ rule: z.literal(name), ...base, ...shape });
}

const bound = z.nullable(number);
const longForm = {
  indicator: z.exactOptional(text),
  value: z.exactOptional(text),
  keys: z.exactOptional(z.array(text)),
};
const series = { keys: z.array(text), period: text, value: text };

const shapes = [
  rule("columns", {
    required: z.array(text),
    optional: z.exactOptional(z.array(text)),
    closed: z.exactOptional(z.boolean()),
  }),
  rule("type", { column: text, type: z.enum(["number", "integer", "text", "boolean"]) }),
  rule("required", { columns: names }),
  rule("range", {
    column: text,
    min: z.exactOptional(bound),
    max: z.exactOptional(bound),
    by: z.exactOptional(z.strictObject({ column: text, ranges: record(z.tuple([bound, bound])) })),
    tolerance: z.exactOptional(number.min(0)),
  }),
  rule("codes", {
    column: text,
    list: z.exactOptional(
      z.enum(["CL_CONF_STATUS", "CL_DECIMALS", "CL_OBS_STATUS", "CL_SEX", "CL_UNIT_MULT"]),
    ),
    codes: z.exactOptional(z.array(z.union([z.string(), number])).min(1)),
  }).refine(
    ({ list, codes }) => list !== undefined || codes !== undefined,
    "name a list, or give the codes",
  ),
  rule("area", {
    column: text,
    scheme: z.exactOptional(z.enum(["id", "iso3", "iso2", "m49", "name", "any"])),
    period: z.exactOptional(text),
    aggregates: z.exactOptional(z.boolean()),
  }),
  rule("period", { column: text, frequency: z.exactOptional(text) }),
  rule("unique", { columns: names, value: z.exactOptional(text) }),
  rule("reference", {
    columns: names,
    table: z.exactOptional(text),
    to: z.exactOptional(names),
  }),
  rule("completeness", {
    value: text,
    unit: text,
    indicator: text,
    group: z.exactOptional(text),
    atLeast: share,
  }),
  rule("parts", {
    category: text,
    total: text,
    parts: names,
    value: text,
    keys: z.array(text),
    measure: z.enum(["count", "rate", "share"]),
  }),
  rule("nested", {
    pairs: z
      .array(
        z.strictObject({
          part: text,
          whole: text,
          severity: z.exactOptional(z.enum(["error", "warning", "info"])),
          reason: z.exactOptional(z.string()),
        }),
      )
      .min(1),
    ...longForm,
  }),
  rule("sum", {
    terms: names,
    total: z.union([number, text]),
    tolerance: z.exactOptional(number.min(0)),
    ...longForm,
  }),
  rule("ratio", { numerator: text, denominator: text, proportion: z.boolean() }),
  rule("interval", {
    value: z.exactOptional(text),
    lower: z.exactOptional(text),
    upper: z.exactOptional(text),
    standardError: z.exactOptional(text),
    n: z.exactOptional(text),
  }),
  rule("status", { status: text, value: text }),
  rule("jump", {
    ...series,
    status: z.exactOptional(text),
    deviations: z.exactOptional(number.positive()),
    factor: z.exactOptional(number.min(1)),
  }),
  rule("constant", { ...series, periods: z.exactOptional(z.int().min(2)) }),
  rule("outlier", {
    value: text,
    by: z.exactOptional(z.array(text)),
    method: z.exactOptional(z.enum(["mad", "sigma"])),
    deviations: z.exactOptional(number.positive()),
  }),
  rule("scale", {
    value: text,
    unit: z.exactOptional(text),
    is: z.exactOptional(z.enum(["percent", "proportion"])),
    percent: z.exactOptional(z.array(text)),
    proportion: z.exactOptional(z.array(text)),
    by: z.exactOptional(z.array(text)),
    plausible: z.exactOptional(record(z.tuple([number, number]))),
  }),
  rule("sentinel", { column: text, values: z.exactOptional(z.array(number)) }),
  rule("digits", { column: text, atMost: z.exactOptional(share) }),
  rule("vintage", {
    table: text,
    keys: names,
    value: text,
    tolerance: z.exactOptional(number.min(0)),
  }),
  rule("expression", {
    holds: expressionSchema,
    message: text,
    column: z.exactOptional(text),
    hint: z.exactOptional(z.string()),
  }),
] as const;

const shape = z.strictObject({
  kind: z.literal("RuleSet"),
  version: z.literal(1),
  id: text,
  title: z.exactOptional(text),
  rules: z.array(z.discriminatedUnion("rule", shapes)),
});

/**
 * A rule set from outside, as zod checks it.
 *
 * @example
 * ```ts
 * import { ruleSetSchema } from "@vitalcore/validate/schema";
 * ruleSetSchema.safeParse({ kind: "RuleSet", version: 1, id: "x", rules: [] }).success; // => true
 * ```
 */
export const ruleSetSchema: z.ZodType<RuleSet> = shape;

/** What the schema infers, which must be `RuleSet`. */
export type RuleSetInferred = z.infer<typeof shape>;

/**
 * Reads a rule set from parsed JSON.
 *
 * @param json - whatever `JSON.parse` gave.
 * @throws VitalError `validate/rule-shape`, one finding with its path for each problem.
 *
 * @example
 * ```ts
 * import { isVitalError } from "@vitalcore/core";
 * import { readRuleSet } from "@vitalcore/validate/schema";
 * try {
 *   readRuleSet({ kind: "RuleSet", version: 1, id: "x", rules: [{ rule: "range" }] });
 * } catch (error) {
 *   if (isVitalError(error)) error.findings[0]?.facts.path; // => "/rules/0/column"
 * }
 * ```
 */
export function readRuleSet(json: unknown): RuleSet {
  const { success, data, error } = shape.safeParse(json);
  if (success) return data;
  const findings = error.issues.map(({ path, message }): Finding => {
    const at = path.map((part) => (typeof part === "symbol" ? String(part) : part));
    const facts = { path: `/${at.join("/")}`, problem: message };
    return find("validate/rule-shape", { place: { path: at }, facts });
  });
  throw new VitalError(findings);
}
