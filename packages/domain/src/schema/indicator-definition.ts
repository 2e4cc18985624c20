import * as z from "zod";
import { dimensionIds } from "../ids.js";
import type { IndicatorDefinition } from "../indicator-definition.js";
import { textShape } from "./text-forms.js";

const bound = z.number().nullable();

export const indicatorDefinitionShape = z.strictObject({
  id: z
    .string()
    .max(64)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  name: textShape,
  definition: textShape,
  unit: textShape,
  range: z.tuple([bound, bound]),
  direction: z.enum(["higherBetter", "higherWorse", "targetZero", "targetOne", "ambiguous"]),
  home: z.enum(dimensionIds),
  dimensions: z.array(z.enum(dimensionIds)).min(1),
  numerator: z.exactOptional(textShape),
  denominator: z.exactOptional(textShape),
  formula: z.exactOptional(textShape),
  disaggregation: z.exactOptional(z.array(textShape)),
  sdg: z.exactOptional(
    z.array(z.strictObject({ code: textShape, iri: textShape, framework: textShape })),
  ),
  source: z.exactOptional(z.strictObject({ publisher: textShape, dataset: textShape })),
  methodKind: z.exactOptional(textShape),
  digital: z.boolean(),
  status: z.enum(["established", "experimental"]),
  notes: z.exactOptional(z.string()),
});

/**
 * The definition of an indicator from outside: its range in order, its home among its dimensions.
 *
 * @example
 * ```ts
 * import { homicideRate } from "@vitalcore/domain/indicators";
 * import { indicatorDefinitionSchema } from "@vitalcore/domain/schema";
 * indicatorDefinitionSchema.safeParse(homicideRate).success; // => true
 * ```
 */
export const indicatorDefinitionSchema: z.ZodType<IndicatorDefinition> = indicatorDefinitionShape
  .refine(({ range: [least, most] }) => least === null || most === null || least <= most, {
    path: ["range"],
    message: "the range is reversed",
  })
  .refine(({ home, dimensions }) => dimensions.includes(home), {
    path: ["dimensions"],
    message: "the home is not among the dimensions",
  });
