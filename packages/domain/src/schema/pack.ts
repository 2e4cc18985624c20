import * as z from "zod";
import type { Pack } from "../model/pack.js";
import { claimSchema, mappingSchema } from "./evidence.js";
import { guarded, nestedDeeperThan, prototypeKey } from "./guard.js";
import { indicatorDefinitionShape } from "./indicator-definition.js";
import { sourceSchema } from "./source.js";
import { textShape } from "./text-forms.js";
import { idShape, recordShapes, referenceShape } from "./vocabulary.js";

const DEEPEST = 20;

const naming = {
  id: idShape,
  label: textShape,
  definition: textShape,
  sources: z.exactOptional(z.array(textShape)),
};

function listOf<Shape extends z.ZodRawShape>(
  shape: z.ZodObject<Shape, z.core.$strict>,
): z.ZodExactOptional<z.ZodArray<z.ZodObject<Shape & typeof naming, z.core.$strict>>> {
  const named = z.strictObject({ ...shape.shape, ...naming }) as unknown as z.ZodObject<
    Shape & typeof naming,
    z.core.$strict
  >;
  return z.exactOptional(z.array(named));
}

const labels: z.ZodType<Record<string, Record<string, string>>> = guarded(
  prototypeKey,
  z.record(textShape, guarded(prototypeKey, z.record(referenceShape, textShape))),
) as z.ZodType<Record<string, Record<string, string>>>;

export const packShape = z.strictObject({
  origin: z.string().regex(/^(?!core$)[a-z0-9]+(?:[.-][a-z0-9]+)*$/),
  version: textShape,
  requires: z.exactOptional(textShape),
  issueAreas: listOf(recordShapes["issue-area"]),
  populationGroups: listOf(recordShapes["population-group"]),
  disaggregation: listOf(recordShapes.disaggregation),
  actors: listOf(recordShapes.actor),
  concepts: listOf(recordShapes.concept),
  theories: listOf(recordShapes["concept-record"]),
  frameworks: listOf(recordShapes.framework),
  measures: listOf(recordShapes.measure),
  threats: listOf(recordShapes.threat),
  opportunities: listOf(recordShapes.opportunity),
  technologies: listOf(recordShapes.technology),
  mechanisms: listOf(recordShapes.mechanism),
  cases: listOf(recordShapes.case),
  debates: listOf(recordShapes.debate),
  indicators: z.exactOptional(z.array(indicatorDefinitionShape.extend({ id: idShape }))),
  claims: z.exactOptional(z.array(claimSchema)),
  sources: z.exactOptional(z.array(sourceSchema)),
  mappings: z.exactOptional(z.array(mappingSchema)),
  labels: z.exactOptional(labels),
});

/**
 * A pack of a third party: its form. What it points to is checked by `checkPack` of `@vitalcore/domain/model`.
 *
 * @example
 * ```ts
 * import { packSchema } from "@vitalcore/domain/schema";
 * packSchema.safeParse({ origin: "org.example", version: "1.0.0" }).success; // => true
 * packSchema.safeParse({ origin: "core", version: "1.0.0" }).success; // => false
 * ```
 */
export const packSchema: z.ZodType<Pack> = guarded(
  nestedDeeperThan(DEEPEST),
  packShape,
) as unknown as z.ZodType<Pack>;
