import type { Finding } from "@vitalcore/core";
import * as z from "zod";
import { guarded, prototypeKey } from "./guard.js";
import { textShape } from "./text-forms.js";

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const fact = z.union([value, z.array(value)]);
const facts: z.ZodType<Record<string, z.infer<typeof fact>>> = guarded(
  prototypeKey,
  z.record(z.string(), fact),
);
const fromOne = z.exactOptional(z.number().int().min(1));
const text = z.exactOptional(z.string());

const findingShape = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  severity: z.enum(["error", "warning", "info"]),
  outcome: z.enum(["fail", "not-evaluable"]),
  place: z.strictObject({
    file: text,
    sheet: text,
    line: fromOne,
    row: fromOne,
    column: text,
    observation: text,
    node: text,
    unit: text,
    path: z.exactOptional(z.array(z.union([z.string(), z.number()]))),
  }),
  facts,
  found: z.exactOptional(value),
  message: textShape,
  hint: text,
  suggestion: text,
});

/**
 * A finding from outside, for example from a stored report.
 *
 * @example
 * ```ts
 * import { checkObservations } from "@vitalcore/domain";
 * import { findingSchema } from "@vitalcore/domain/schema";
 * const [finding] = checkObservations([4], []);
 * findingSchema.safeParse(finding).success; // => true
 * ```
 */
export const findingSchema: z.ZodType<Finding> = findingShape;

/** What the schema infers, which must be `Finding`. */
export type FindingInferred = z.infer<typeof findingShape>;
