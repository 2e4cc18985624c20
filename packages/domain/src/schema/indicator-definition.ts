import * as z from "zod";
import { dimensionIds, freedomIds } from "../ids.js";
import type { IndicatorDefinition } from "../indicator-definition.js";
import { guarded, prototypeKey } from "./guard.js";
import { textShape } from "./text-forms.js";

const bound = z.number().nullable();
const age = z.number().int().min(0).nullable();

const breakdown: z.ZodType<Record<string, string>> = guarded(
  prototypeKey,
  z.record(textShape, textShape),
);
const parameters: z.ZodType<Record<string, (string | number)[]>> = guarded(
  prototypeKey,
  z.record(textShape, z.array(z.union([z.string(), z.number()])).min(1)),
);

const universeShape = z.strictObject({
  description: textShape,
  sex: z.exactOptional(z.enum(["F", "M"])),
  age: z.exactOptional(z.tuple([age, age])),
});

const inputShape = z.strictObject({
  name: textShape,
  indicator: z.exactOptional(textShape),
  breakdown: z.exactOptional(breakdown),
  what: z.exactOptional(textShape),
});

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
  freedoms: z.exactOptional(z.array(z.enum(freedomIds))),
  threats: z.exactOptional(z.array(textShape)),
  groups: z.exactOptional(z.array(textShape)),
  numerator: z.exactOptional(textShape),
  denominator: z.exactOptional(textShape),
  universe: z.exactOptional(universeShape),
  formula: z.exactOptional(textShape),
  calculator: z.exactOptional(z.string().regex(/^[a-z-]+(?:\/[a-z-]+)?#[a-zA-Z]+$/)),
  inputs: z.exactOptional(z.array(inputShape)),
  parameters: z.exactOptional(parameters),
  disaggregation: z.exactOptional(z.array(textShape)),
  sdg: z.exactOptional(
    z.array(z.strictObject({ code: textShape, iri: textShape, framework: textShape })),
  ),
  source: z.exactOptional(z.strictObject({ publisher: textShape, dataset: textShape })),
  methodKind: z.exactOptional(textShape),
  ohchrStage: z.exactOptional(z.enum(["structural", "process", "outcome"])),
  digital: z.boolean(),
  status: z.enum(["established", "experimental"]),
  notes: z.exactOptional(z.string()),
  unverified: z.exactOptional(z.array(textShape)),
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
