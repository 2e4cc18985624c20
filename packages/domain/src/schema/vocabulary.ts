import * as z from "zod";
import { dimensionIds, freedomIds, openSourceFreedomIds } from "../ids.js";
import { conceptKinds, type Reference } from "../vocabulary/kinds.js";
import type {
  Actor,
  AxisCondition,
  Case,
  Concept,
  ConceptRecord,
  Debate,
  DisaggregationAxis,
  Framework,
  GuidingQuestion,
  IssueArea,
  Measure,
  Mechanism,
  Opportunity,
  PopulationGroup,
  Principle,
  Strategy,
  Technology,
  Threat,
} from "../vocabulary/record-types.js";
import { dayShape, textShape } from "./text-forms.js";

const kinds = [...conceptKinds, "indicator"].join("|");
const SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*";
const ORIGIN = "[a-z0-9]+(?:[.-][a-z0-9]+)*";

/** An id: lower-case words, with the name of the third party before them. */
export const idShape: z.ZodType<string> = z
  .string()
  .max(128)
  .regex(new RegExp(`^(?:${ORIGIN}:)?${SLUG}$`));

/** A reference: kind and id. */
export const referenceShape = z
  .string()
  .max(192)
  .regex(new RegExp(`^(?:${ORIGIN}:)?(?:${kinds})/${SLUG}$`)) as unknown as z.ZodType<Reference>;

const ids = z.array(idShape);
const references = z.array(referenceShape);
const dimensions = z.array(z.enum(dimensionIds));
const strategies = z.array(z.enum(["protection", "empowerment"]));
const yes = z.exactOptional(z.literal(true));

const base = {
  related: z.exactOptional(references),
  deprecated: z.exactOptional(
    z.strictObject({ since: textShape, replacedBy: z.exactOptional(idShape) }),
  ),
};

export const conditionShape = z.union([
  z.strictObject({ axis: textShape, in: z.array(textShape).min(1) }),
  z
    .strictObject({
      axis: z.literal("age"),
      from: z.exactOptional(z.number().int().min(0)),
      to: z.exactOptional(z.number().int().min(0)),
    })
    .refine(({ from, to }) => from !== undefined || to !== undefined, "no age is given"),
]) satisfies z.ZodType<AxisCondition>;

const registryShape = z.strictObject({
  status: z.enum(["registered", "not-registered", "not-eligible", "unknown"]),
  asOf: dayShape,
  evidence: z.exactOptional(z.string().regex(/^https?:\/\/\S+$/)),
  verified: z.boolean(),
});

const threatCategories = [
  ...(["deprivation", "economic-shock", "health", "environmental", "violence", "crime"] as const),
  ...(["rights", "discrimination", "displacement", "cohesion", "governance"] as const),
  ...(["digital-attack", "digital-surveillance", "digital-exclusion"] as const),
  "digital-governance",
] as const;

const actorTypes = [
  ...(["state", "state-coalition", "regional", "un", "commission"] as const),
  ...(["financial-institution", "intergovernmental", "civil-society", "private"] as const),
  ...(["academic", "multi-stakeholder", "armed-or-criminal", "people"] as const),
] as const;

const actorRoles = [
  ...(["provider", "perpetrator", "funder", "data-source", "standard-setter"] as const),
  ...(["advocate", "researcher", "technology-supplier", "affected"] as const),
] as const;

/** The records by kind. */
export const recordShapes = {
  "concept-record": z.strictObject(base),
  principle: z.strictObject({ informs: z.exactOptional(strategies), ...base }),
  "guiding-question": z.strictObject({ answeredBy: z.array(z.enum(conceptKinds)).min(1), ...base }),
  strategy: z.strictObject({ direction: z.enum(["top-down", "bottom-up"]), ...base }),
  "issue-area": z.strictObject({ hard: yes, threats: z.exactOptional(ids), ...base }),
  "population-group": z.strictObject({
    broader: z.exactOptional(idShape),
    where: z.exactOptional(z.array(conditionShape)),
    areaGroup: z.exactOptional(textShape),
    approximate: yes,
    ...base,
  }),
  disaggregation: z.strictObject({ axis: z.exactOptional(textShape), ...base }),
  actor: z.strictObject({
    type: z.enum(actorTypes),
    roles: z.array(z.enum(actorRoles)).min(1),
    broader: z.exactOptional(idShape),
    ...base,
  }),
  concept: z.strictObject({ broader: z.exactOptional(idShape), ...base }),
  framework: z.strictObject({
    year: z.exactOptional(z.number().int()),
    source: z.exactOptional(textShape),
    ...base,
  }),
  measure: z.strictObject({
    broader: z.exactOptional(idShape),
    strategies: strategies.min(1),
    mitigates: ids.min(1),
    carriedOutBy: z.exactOptional(ids),
    levels: z.exactOptional(ids),
    stated: z.exactOptional(z.array(z.enum(["mitigates", "carriedOutBy", "levels"]))),
    ...base,
  }),
  threat: z.strictObject({
    category: z.enum(threatCategories),
    broader: z.exactOptional(idShape),
    digital: yes,
    affects: dimensions.min(1),
    affectsIndirectly: z.exactOptional(dimensions),
    undermines: z.array(z.enum(freedomIds)).min(1),
    fallsOn: z.exactOptional(ids),
    perpetratedBy: z.exactOptional(ids),
    stated: z.exactOptional(
      z.array(z.enum(["broader", "affects", "undermines", "fallsOn", "perpetratedBy"])),
    ),
    ...base,
  }),
  opportunity: z.strictObject({
    benefits: dimensions.min(1),
    through: z.exactOptional(ids),
    ...base,
  }),
  technology: z.strictObject({
    nature: z.enum(["software", "service", "data", "organization", "class", "practice", "agent"]),
    broader: z.exactOptional(idShape),
    safeguards: z.exactOptional(dimensions),
    endangers: z.exactOptional(dimensions),
    grants: z.exactOptional(z.array(z.enum(openSourceFreedomIds))),
    digitalPublicGood: z.exactOptional(registryShape),
    implements: z.exactOptional(ids),
    disputed: yes,
    ...base,
  }),
  mechanism: z.strictObject({
    loop: z.enum(["virtuous", "vicious", "mutual", "cascade", "amplification", "two-sided"]),
    steps: references,
    ...base,
  }),
  case: z.strictObject({
    areas: z.exactOptional(z.array(textShape)),
    region: z.exactOptional(textShape),
    threats: z.exactOptional(ids),
    ...base,
  }),
  debate: z.strictObject({ about: z.exactOptional(references), ...base }),
} as const;

/** A record that has no fields of its own. */
export const conceptRecordSchema: z.ZodType<ConceptRecord> = recordShapes["concept-record"];
/** The record of a principle. */
export const principleSchema: z.ZodType<Principle> = recordShapes.principle;
/** The record of a guiding question. */
export const guidingQuestionSchema: z.ZodType<GuidingQuestion> = recordShapes["guiding-question"];
/** The record of a strategy. */
export const strategySchema: z.ZodType<Strategy> = recordShapes.strategy;
/** The record of an issue area. */
export const issueAreaSchema: z.ZodType<IssueArea> = recordShapes["issue-area"];
/** The record of a population group. */
export const populationGroupSchema: z.ZodType<PopulationGroup> = recordShapes["population-group"];
/** The record of an axis of difference. */
export const disaggregationSchema: z.ZodType<DisaggregationAxis> = recordShapes.disaggregation;
/** The record of an actor. */
export const actorSchema: z.ZodType<Actor> = recordShapes.actor;
/** The record of a concept. */
export const conceptSchema: z.ZodType<Concept> = recordShapes.concept;
/** The record of a document, agenda or programme. */
export const frameworkSchema: z.ZodType<Framework> = recordShapes.framework;
/** The record of a measure. */
export const measureSchema: z.ZodType<Measure> = recordShapes.measure;
/**
 * The record of a threat.
 *
 * @example
 * ```ts
 * import { threatSchema } from "@vitalcore/domain/schema";
 * import { threats } from "@vitalcore/domain/vocabulary";
 * threatSchema.safeParse(threats.doxing).success; // => true
 * threatSchema.safeParse({ ...threats.doxing, affects: [] }).success; // => false
 * ```
 */
export const threatSchema: z.ZodType<Threat> = recordShapes.threat;
/** The record of an opportunity. */
export const opportunitySchema: z.ZodType<Opportunity> = recordShapes.opportunity;
/** The record of a technology. */
export const technologySchema: z.ZodType<Technology> = recordShapes.technology;
/** The record of a mechanism. */
export const mechanismSchema: z.ZodType<Mechanism> = recordShapes.mechanism;
/** The record of a case. */
export const caseSchema: z.ZodType<Case> = recordShapes.case;
/** The record of a debate. */
export const debateSchema: z.ZodType<Debate> = recordShapes.debate;
