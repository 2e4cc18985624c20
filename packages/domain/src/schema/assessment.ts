import * as z from "zod";
import type { ThreatAssessment } from "../assessment/threat-assessment.js";
import type { ThreatCriterionId } from "../vocabulary/threat-criteria.js";
import { threatCriterionIds } from "../vocabulary/threat-criteria.js";
import { areaIdSchema, periodSchema, textShape } from "./text-forms.js";
import { idShape } from "./vocabulary.js";

const text = z.exactOptional(textShape);
const cited = z.exactOptional(z.array(textShape));
const statements = z.array(z.strictObject({ text: textShape, evidence: cited }));
const strategies = z.array(z.enum(["protection", "empowerment"])).min(1);

const triad = {
  needs: statements,
  vulnerabilities: statements,
  capacities: statements,
  note: text,
};

const ratingShape = z.strictObject({
  value: z.union([z.number(), textShape, z.null()]),
  confidence: z.exactOptional(z.enum(["low", "medium", "high"])),
  evidence: cited,
  note: text,
});
const ratings = z.strictObject(
  Object.fromEntries(threatCriterionIds.map((id) => [id, z.exactOptional(ratingShape)])) as Record<
    ThreatCriterionId,
    z.ZodExactOptional<typeof ratingShape>
  >,
);

const actors = z.array(
  z.strictObject({ actor: z.exactOptional(idShape), label: text, note: text, evidence: cited }),
);

const measures = z.array(
  z.strictObject({
    measure: z.exactOptional(idShape),
    label: text,
    strategies,
    state: z.enum(["in-place", "planned", "missing", "not-judged"]),
    by: z.exactOptional(z.array(idShape)),
    note: text,
    evidence: cited,
  }),
);

const evidenceShape = z.strictObject({
  id: textShape,
  kind: z.enum(["observation", "source", "testimony", "consultation", "own-observation"]),
  text: textShape,
  reference: text,
  date: text,
});

const threatAssessmentShape = z.strictObject({
  kind: z.literal("ThreatAssessment"),
  version: z.literal(1),
  title: textShape,
  threat: idShape,
  context: z.strictObject({ area: areaIdSchema, period: periodSchema, description: text }),
  forWhom: z.strictObject({
    groups: z.array(z.strictObject({ group: z.exactOptional(idShape), label: text, ...triad })),
    government: z.exactOptional(z.strictObject(triad)),
  }),
  fromWhat: z.strictObject({
    ratings,
    namedBy: text,
    perpetrators: actors,
    rootCauses: statements,
  }),
  byWhatMeans: z.strictObject({ measures, providers: actors }),
  community: z.strictObject({
    dimensions: z.array(
      z.strictObject({ label: textShape, definition: textShape, definedBy: textShape }),
    ),
    thresholds: z.array(
      z.strictObject({
        what: textShape,
        threshold: textShape,
        indicator: z.exactOptional(idShape),
        value: z.exactOptional(z.number()),
        unit: text,
        definedBy: textShape,
      }),
    ),
  }),
  evidence: z.array(evidenceShape),
  assessor: z.strictObject({
    name: text,
    date: text,
    assumptions: z.array(textShape),
    standpoint: z.string(),
  }),
});

/**
 * A threat assessment from outside: its form. Whether what it names exists, and whether ratings are on their
 * scales, is checked by `checkAssessment` of `@vitalcore/domain/assessment`.
 *
 * @example
 * ```ts
 * import { assessmentTemplate } from "@vitalcore/domain/assessment";
 * import { createModel } from "@vitalcore/domain/model";
 * import { threatAssessmentSchema } from "@vitalcore/domain/schema";
 * import { threats } from "@vitalcore/domain/vocabulary";
 * const context = { threat: "drought", area: "example:north", period: "2025", groups: [] };
 * const template = assessmentTemplate(createModel({ threats }), context);
 * threatAssessmentSchema.safeParse(template).success; // => true
 * ```
 */
export const threatAssessmentSchema: z.ZodType<ThreatAssessment> = threatAssessmentShape;

/** What the schema infers, which must be `ThreatAssessment`. */
export type ThreatAssessmentInferred = z.infer<typeof threatAssessmentShape>;
