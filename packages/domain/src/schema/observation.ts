import * as z from "zod";
import type { Interval, Observation } from "../observation.js";
import { allowsNull, forbidsValue } from "../status.js";
import { guarded, prototypeKey } from "./guard.js";
import { areaIdSchema, dayShape, periodSchema, textShape } from "./text-forms.js";

const count = z.number().int().min(0);

const obsStatusShape = z.enum([
  "A",
  "B",
  "D",
  "E",
  "F",
  "G",
  "H",
  "I",
  "J",
  "K",
  "L",
  "M",
  "N",
  "O",
  "P",
  "Q",
  "S",
  "U",
  "V",
  "W",
]);

export const intervalShape = z.strictObject({
  lower: z.number(),
  upper: z.number(),
  level: z.number().gt(0).lt(1),
});

const orderedInterval = intervalShape.refine(
  ({ lower, upper }) => lower <= upper,
  "the interval is reversed",
);

/**
 * An interval of an observation: bounds in order, level between 0 and 1.
 *
 * @example
 * ```ts
 * import { intervalSchema } from "@vitalcore/domain/schema";
 * intervalSchema.safeParse({ lower: 2, upper: 1, level: 0.95 }).success; // => false
 * ```
 */
export const intervalSchema: z.ZodType<Interval> = orderedInterval;

const nameShape = z.string().regex(/^(?!__proto__$)[\s\S]+$/);

const breakdown: z.ZodType<Record<string, string>> = guarded(
  prototypeKey,
  z.record(nameShape, textShape),
);

const parameters: z.ZodType<Record<string, string | number | boolean | null>> = guarded(
  prototypeKey,
  z.record(nameShape, z.union([z.string(), z.number(), z.boolean(), z.null()])),
);

export const observationShape = z.strictObject({
  indicator: textShape,
  area: areaIdSchema,
  period: periodSchema,
  breakdown: z.exactOptional(breakdown),
  edition: z.exactOptional(textShape),
  asOf: z.exactOptional(dayShape),
  value: z.number().nullable(),
  unit: textShape,
  standardError: z.exactOptional(z.number().min(0)),
  interval: z.exactOptional(orderedInterval),
  n: z.exactOptional(count),
  nMissing: z.exactOptional(count),
  status: z.exactOptional(z.array(obsStatusShape)),
  parameters: z.exactOptional(parameters),
  note: z.exactOptional(z.string()),
  source: z.exactOptional(textShape),
});

/**
 * An observation from outside. Beside the shape it checks what can be checked without a definition: area
 * and period exist, a missing value has a status that says why, and a status that denies a value has none.
 *
 * @example
 * ```ts
 * import { observationSchema } from "@vitalcore/domain/schema";
 * const row = { indicator: "internet-use", area: "NAM", period: "2018", value: null, unit: "PERCENT" };
 * observationSchema.safeParse(row).success; // => false
 * observationSchema.safeParse({ ...row, status: ["O"] }).success; // => true
 * ```
 */
export const observationSchema: z.ZodType<Observation> = observationShape.superRefine(
  ({ value, status = [] }, context) => {
    if (value === null && !status.some(allowsNull)) {
      const message = "the value is missing and no status says why (one of H, K, L, M, O, Q)";
      context.addIssue({ code: "custom", path: ["value"], message });
    }
    if (value !== null && status.some(forbidsValue)) {
      const message = "there is a value, and a status that says that there is none";
      context.addIssue({ code: "custom", path: ["status"], message });
    }
  },
);
