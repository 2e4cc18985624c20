import type { JsonSchema } from "@vitalcore/domain/schema";
import * as z from "zod";
import { indexMethodologySchema } from "./methodology.js";
import { uncertaintySpecSchema } from "./uncertainty.js";

export { indexMethodologySchema, uncertaintySpecSchema };

/**
 * The JSON Schemas (draft 2020-12) of a methodology and of an uncertainty analysis, by the names of their files in
 * `@vitalcore/composite/json-schema/`.
 *
 * @example
 * ```ts
 * import { jsonSchemas } from "@vitalcore/composite/schema";
 * Object.keys(jsonSchemas()); // => ["index-methodology", "uncertainty-spec"]
 * ```
 */
export function jsonSchemas(): Readonly<Record<string, JsonSchema>> {
  return {
    "index-methodology": titled(
      indexMethodologySchema,
      "IndexMethodology",
      "How a composite index is built: framework, selection, denomination, imputation, treatment, normalization, aggregation, ranks.",
    ),
    "uncertainty-spec": titled(
      uncertaintySpecSchema,
      "UncertaintySpec",
      "What is uncertain about a composite index, and how it is explored: choices, parameters, weights, values, sampling error.",
    ),
  };
}

function titled(of: z.ZodType, title: string, description: string): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(of, { io: "output" });
  return { $schema, title, description, ...schema } as JsonSchema;
}
