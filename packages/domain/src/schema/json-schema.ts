import * as z from "zod";
import { threatAssessmentSchema } from "./assessment.js";
import {
  anomalySchema,
  claimSchema,
  definitionSchema,
  mappingSchema,
  mappingSchemeSchema,
  statisticSchema,
} from "./evidence.js";
import { expressionShape } from "./expression.js";
import { findingSchema } from "./finding.js";
import { indicatorDefinitionShape } from "./indicator-definition.js";
import { intervalShape, observationShape } from "./observation.js";
import { packShape } from "./pack.js";
import { sourceSchema } from "./source.js";
import { recordShapes } from "./vocabulary.js";

/** A JSON Schema document. */
export type JsonSchema = Readonly<Record<string, unknown>>;

function holds(codes: string): JsonSchema {
  return { type: "array", contains: { enum: [...codes] } };
}

/** What the refinement of `observationSchema` says, for JSON Schema. */
function valueAndStatus(): JsonSchema {
  return {
    type: "object",
    if: { properties: { value: { type: "null" } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { required: ["status"], properties: { status: holds("HKLMOQ") } },
    else: { properties: { status: { not: holds("HLMOQ") } } },
  };
}

function schemaOf(shape: z.ZodType, title: string, description: string): JsonSchema {
  // "output" is what a checked value looks like; the guards before recursive parts are left out.
  const { $schema, ...schema } = z.toJSONSchema(shape, { io: "output" });
  return { $schema, title, description, ...schema };
}

/** "population-group" -> "PopulationGroup". */
function titleOf(name: string): string {
  return name.replace(/(?:^|-)([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

/** Of the vocabulary: records of each kind, evidence, packs and assessments. */
const vocabularyShapes = (): Readonly<Record<string, readonly [z.ZodType, string]>> => ({
  ...Object.fromEntries(
    Object.entries(recordShapes).map(([kind, shape]) => [
      kind,
      [shape, `The record of a ${kind.replaceAll("-", " ")}: what it relates to.`] as const,
    ]),
  ),
  definition: [definitionSchema, "What a concept means, and where texts say so."],
  claim: [claimSchema, "One causal statement, as it is read in a text."],
  statistic: [statisticSchema, "A number as a text prints it."],
  anomaly: [anomalySchema, "Something in a text that is wrong, dated or contradictory."],
  mapping: [mappingSchema, "A link to a concept of another scheme."],
  "mapping-scheme": [mappingSchemeSchema, "A scheme to which concepts are mapped."],
  pack: [packShape, "What a third party adds to the vocabulary."],
  "threat-assessment": [threatAssessmentSchema, "One threat in one context, by guiding question."],
});

/**
 * The JSON Schemas (draft 2020-12) of the data that flows between packages, by the name of their file in
 * `@vitalcore/domain/json-schema/`. They check form; that an area or a day exists, and that bounds are in
 * order, is checked by the zod schemas alone.
 *
 * @example
 * ```ts
 * import { jsonSchemas } from "@vitalcore/domain/schema";
 * Object.keys(jsonSchemas()).slice(0, 3); // => ["observation", "indicator-definition", "interval"]
 * jsonSchemas()["threat"]?.["title"]; // => "Threat"
 * ```
 */
export function jsonSchemas(): Readonly<Record<string, JsonSchema>> {
  const observation = schemaOf(
    observationShape,
    "Observation",
    "One value of one indicator for one area and period.",
  );
  return {
    observation: { ...observation, allOf: [valueAndStatus()] },
    "indicator-definition": schemaOf(
      indicatorDefinitionShape,
      "IndicatorDefinition",
      "What an indicator measures and how.",
    ),
    interval: schemaOf(intervalShape, "Interval", "An interval for a value, in its unit."),
    source: schemaOf(
      sourceSchema,
      "Source",
      "Where a value comes from: CSL-JSON with edition and licence.",
    ),
    finding: schemaOf(
      findingSchema,
      "Finding",
      "One thing that is wrong, doubtful or worth knowing.",
    ),
    expression: schemaOf(
      expressionShape,
      "Expression",
      "An expression over the columns of a table, as JSON.",
    ),
    ...Object.fromEntries(
      Object.entries(vocabularyShapes()).map(([name, [shape, description]]) => [
        name,
        schemaOf(shape, titleOf(name), description),
      ]),
    ),
  };
}
