import * as z from "zod";
import type { Definition } from "../definitions/definition.js";
import type {
  Anomaly,
  Claim,
  Mapping,
  MappingScheme,
  Statistic,
} from "../vocabulary/evidence-types.js";
import { textShape } from "./text-forms.js";
import { idShape, referenceShape } from "./vocabulary.js";

const sources = z.array(textShape);

const definitionShape = z.strictObject({
  text: textShape,
  sources,
  basis: z.exactOptional(z.literal("own")),
});

const claimShape = z.strictObject({
  id: idShape,
  cause: textShape,
  effect: textShape,
  causes: z.array(referenceShape),
  effects: z.array(referenceShape),
  polarity: z.enum(["supports", "aggravates", "reduces", "mixed", "shapes", "insufficient"]),
  hedge: z.enum(["asserted", "often", "can", "conditional", "may", "implied"]),
  wording: z.exactOptional(textShape),
  sources,
});

const statisticShape = z.strictObject({
  id: idShape,
  label: textShape,
  printed: textShape,
  value: z.number().nullable(),
  bound: z.exactOptional(z.literal("lower")),
  unit: textShape,
  base: z.exactOptional(textShape),
  area: textShape,
  referencePeriod: z.exactOptional(textShape),
  publicationYear: z.exactOptional(z.number().int()),
  cited: z.exactOptional(textShape),
  indicator: z.exactOptional(idShape),
  flags: z.exactOptional(z.array(textShape)),
  sources,
});

const anomalyShape = z.strictObject({
  id: idShape,
  note: textShape,
  about: z.exactOptional(
    z.array(
      z.union([
        referenceShape,
        z.templateLiteral(["statistic/", z.string().min(1)]),
        z.templateLiteral(["source/", z.string().min(1)]),
      ]),
    ),
  ),
  sources,
});

const mappingShape = z.strictObject({
  concept: referenceShape,
  scheme: textShape,
  code: textShape,
  iri: z.exactOptional(z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i)),
  match: z.enum(["exact", "close", "broad", "narrow", "related"]),
  verified: z.boolean(),
});

const mappingSchemeShape = z.strictObject({
  id: textShape,
  title: textShape,
  version: textShape,
  license: textShape,
  URL: z.exactOptional(z.string().regex(/^https?:\/\/\S+$/)),
});

/** A definition. */
export const definitionSchema: z.ZodType<Definition> = definitionShape;
/** A claim. */
export const claimSchema: z.ZodType<Claim> = claimShape;
/** A statistic as a text prints it. */
export const statisticSchema: z.ZodType<Statistic> = statisticShape;
/** An anomaly of a text. */
export const anomalySchema: z.ZodType<Anomaly> = anomalyShape;
/** A mapping to another scheme. */
export const mappingSchema: z.ZodType<Mapping> = mappingShape;
/** A scheme of mappings. */
export const mappingSchemeSchema: z.ZodType<MappingScheme> = mappingSchemeShape;

/** What the schemas infer, which must be the declared types. */
export interface EvidenceInferred {
  readonly definition: z.infer<typeof definitionShape>;
  readonly claim: z.infer<typeof claimShape>;
  readonly statistic: z.infer<typeof statisticShape>;
  readonly anomaly: z.infer<typeof anomalyShape>;
  readonly mapping: z.infer<typeof mappingShape>;
  readonly mappingScheme: z.infer<typeof mappingSchemeShape>;
}
