import * as z from "zod";
import { valuesOf } from "../design/choices.js";
import {
  type DesignSpec,
  LONELY_POLICIES,
  MISSING_POLICIES,
  REPLICATE_TYPES,
  type ReplicateSpec,
} from "../design/design-spec.js";

const text = z.string().min(1);
const flag = z.exactOptional(z.boolean());
const columns = z.exactOptional(z.union([text, z.array(text)]));
const weights = z.exactOptional(
  z.union([
    text,
    z.strictObject({ column: text, divideBy: z.exactOptional(z.number().positive()) }),
  ]),
);
const estimator = z.exactOptional(z.enum(["HT", "YG"]));
const missing = z.exactOptional(z.enum(valuesOf(MISSING_POLICIES)));

const design = z.strictObject({
  weights,
  probabilities: z.exactOptional(text),
  frequencies: z.exactOptional(text),
  clusters: columns,
  strata: columns,
  fpc: columns,
  nest: flag,
  ultimateCluster: flag,
  pps: z.exactOptional(
    z.discriminatedUnion("method", [
      z.strictObject({ method: z.literal("brewer") }),
      z.strictObject({ method: z.literal("overton"), estimator }),
      z.strictObject({
        method: z.literal("joint"),
        joint: z.array(z.array(z.number().min(0).max(1))),
        estimator,
      }),
    ]),
  ),
  lonely: z.exactOptional(z.enum(valuesOf(LONELY_POLICIES))),
  lonelyInDomains: flag,
  missing,
});

const replicated = z.strictObject({
  weights,
  replicates: z.strictObject({
    columns: z.array(text).min(2),
    type: z.enum(valuesOf(REPLICATE_TYPES)),
    combined: flag,
    scale: z.exactOptional(z.number().positive()),
    rscales: z.exactOptional(z.array(z.number().min(0))),
    rho: z.exactOptional(z.number().min(0).lt(1)),
    mse: flag,
  }),
  missing,
});

/**
 * Schema of how a sample was drawn, from outside: the form of the document alone. Whether its columns are in a table, and
 * hold what they should, says `surveyDesign`.
 *
 * @example
 * ```ts
 * import { designSpecSchema } from "@vitalcore/survey/schema";
 * designSpecSchema.safeParse({ weights: "w", strata: "region", clusters: "village" }).success; // => true
 * designSpecSchema.safeParse({ weight: "w" }).success; // => false
 * ```
 */
export const designSpecSchema: z.ZodType<DesignSpec> = design;

/**
 * Schema of replicate weights that a data producer gives, from outside: the form of the document alone.
 *
 * @example
 * ```ts
 * import { replicateSpecSchema } from "@vitalcore/survey/schema";
 * const spec = { weights: "w", replicates: { columns: ["r1", "r2"], type: "JK1" } };
 * replicateSpecSchema.safeParse(spec).success; // => true
 * ```
 */
export const replicateSpecSchema: z.ZodType<ReplicateSpec> = replicated;

/**
 * The JSON Schemas (draft 2020-12) of designs, by the names of their files in `@vitalcore/survey/json-schema/`.
 *
 * @example
 * ```ts
 * import { jsonSchemas } from "@vitalcore/survey/schema";
 * Object.keys(jsonSchemas()); // => ["design-spec", "replicate-spec"]
 * ```
 */
export function jsonSchemas(): Readonly<Record<string, z.core.JSONSchema.BaseSchema>> {
  return {
    "design-spec": titled(
      design,
      "DesignSpec",
      "How a sample was drawn, over the columns of a table.",
    ),
    "replicate-spec": titled(
      replicated,
      "ReplicateSpec",
      "Replicate weights that the data producer gives, and how they were made.",
    ),
  };
}

function titled(of: z.ZodType, title: string, description: string): z.core.JSONSchema.BaseSchema {
  const { $schema, ...schema } = z.toJSONSchema(of, { io: "output" });
  return { ...($schema !== undefined && { $schema }), title, description, ...schema };
}
