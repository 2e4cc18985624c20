import type { Model } from "../model/model.js";
import { referenceTo } from "../vocabulary/reference.js";
import { threatCriterionIds } from "../vocabulary/threat-criteria.js";
import type { ThreatAssessment } from "./threat-assessment.js";

/** What an assessment is about. */
export interface AssessmentContext {
  /** Id of a threat in the model. */
  readonly threat: string;
  /** As in observations. */
  readonly area: string;
  readonly period: string;
  /** Ids of population groups; those on which the threat is said to fall where they are left out. */
  readonly groups?: readonly string[];
  readonly description?: string;
}

/**
 * An empty assessment with what the model knows filled in by guiding question: for whom (the groups on which
 * the threat is said to fall), from what (every criterion, not judged; who is said to be behind it), by what
 * means (measures that are meant to reduce it, not judged; who carries them out). It rates nothing.
 *
 * @throws VitalError `domain/unknown-concept`, with the nearest reference.
 *
 * @example
 * ```ts
 * import { assessmentTemplate } from "@vitalcore/domain/assessment";
 * import { everything } from "@vitalcore/domain/everything";
 * import { createModel } from "@vitalcore/domain/model";
 * const context = { threat: "political-repression", area: "example:north", period: "2025" };
 * const template = assessmentTemplate(createModel(everything), context);
 * template.forWhom.groups.map(({ group }) => group); // => ["activists", "journalists"]
 * template.fromWhat.perpetrators.map(({ actor }) => actor); // => ["state"]
 * template.byWhatMeans.providers.some(({ actor }) => actor === "state"); // => true
 * template.fromWhat.ratings.critical; // => { value: null }
 * ```
 */
export function assessmentTemplate(model: Model, context: AssessmentContext): ThreatAssessment {
  const { threat, area, period, description } = context;
  const reference = referenceTo("threat", threat);
  const label = model.label(reference);
  const said = (relation: string) =>
    model.links(reference).flatMap((link) => (link.relation === relation ? [link.to] : []));
  const idOf = (each: string) => model.concept(each as typeof reference).id;
  const groups = context.groups ?? said("fallsOn").map(idOf);
  for (const group of groups) model.concept(referenceTo("population-group", group));
  const measures = model.measures.mitigating(threat);
  const providers = new Set(measures.records().flatMap(({ carriedOutBy = [] }) => carriedOutBy));
  return {
    kind: "ThreatAssessment",
    version: 1,
    title: `${label}, ${area}, ${period}`,
    threat,
    context: { area, period, ...(description !== undefined && { description }) },
    forWhom: {
      groups: groups.map((group) => ({ group, needs: [], vulnerabilities: [], capacities: [] })),
    },
    fromWhat: {
      ratings: Object.fromEntries(threatCriterionIds.map((id) => [id, { value: null }])),
      perpetrators: said("perpetratedBy").map((actor) => ({ actor: idOf(actor) })),
      rootCauses: [],
    },
    byWhatMeans: {
      measures: measures.ids.map((measure, i) => ({
        measure,
        strategies: measures.records()[i]?.strategies ?? [],
        state: "not-judged" as const,
      })),
      providers: [...providers].map((actor) => ({ actor })),
    },
    community: { dimensions: [], thresholds: [] },
    evidence: [],
    assessor: { assumptions: [], standpoint: "" },
  };
}
