import type { GroupAssessment, Statement, ThreatAssessment } from "./threat-assessment.js";

/** One line of an assessment, for tables and spreadsheets. */
export interface AssessmentRow {
  readonly threat: string;
  readonly area: string;
  readonly period: string;
  /** Id of the guiding question, "community", or "assessor". */
  readonly question: string;
  /** "need", "rating", "measure" and so on. */
  readonly item: string;
  /** Group, criterion, measure or actor: its id, or the community's own words. */
  readonly subject: string | null;
  readonly value: string | number | null;
  readonly confidence: string | null;
  /** Ids of evidence, joined by semicolons. */
  readonly evidence: string | null;
  readonly note: string | null;
}

type Line = Partial<Omit<AssessmentRow, "threat" | "area" | "period">> & {
  readonly question: string;
  readonly item: string;
};

function cited(evidence: readonly string[] | undefined): string | null {
  return evidence === undefined || evidence.length === 0 ? null : evidence.join("; ");
}

function* triad(
  subject: string,
  { needs, vulnerabilities, capacities, note }: Omit<GroupAssessment, "group" | "label">,
): Generator<Line> {
  const question = "security-for-whom";
  const of = function* (item: string, statements: readonly Statement[]): Generator<Line> {
    for (const { text, evidence } of statements) {
      yield { question, item, subject, value: text, evidence: cited(evidence) };
    }
  };
  yield { question, item: "group", subject, note: note ?? null };
  yield* of("need", needs);
  yield* of("vulnerability", vulnerabilities);
  yield* of("capacity", capacities);
}

function* lines(assessment: ThreatAssessment): Generator<Line> {
  const { forWhom, fromWhat, byWhatMeans, community, assessor } = assessment;
  for (const each of forWhom.groups) yield* triad(each.group ?? each.label ?? "", each);
  if (forWhom.government !== undefined) yield* triad("government", forWhom.government);
  const what = "security-from-what";
  for (const [subject, rating] of Object.entries(fromWhat.ratings)) {
    const { value, confidence = null, evidence, note = null } = rating;
    yield {
      question: what,
      item: "rating",
      subject,
      value,
      confidence,
      evidence: cited(evidence),
      note,
    };
  }
  for (const { text, evidence } of fromWhat.rootCauses) {
    yield { question: what, item: "root-cause", value: text, evidence: cited(evidence) };
  }
  const actors = [
    [what, "perpetrator", fromWhat.perpetrators],
    ["security-by-what-means", "provider", byWhatMeans.providers],
  ] as const;
  for (const [question, item, parts] of actors) {
    for (const { actor, label, note = null, evidence } of parts) {
      yield { question, item, subject: actor ?? label ?? "", evidence: cited(evidence), note };
    }
  }
  for (const { measure, label, state, note = null, evidence } of byWhatMeans.measures) {
    yield {
      question: "security-by-what-means",
      item: "measure",
      subject: measure ?? label ?? "",
      value: state,
      evidence: cited(evidence),
      note,
    };
  }
  for (const { label, definition, definedBy } of community.dimensions) {
    const item = "dimension";
    yield { question: "community", item, subject: label, value: definition, note: definedBy };
  }
  for (const { what: subject, threshold, definedBy } of community.thresholds) {
    yield { question: "community", item: "threshold", subject, value: threshold, note: definedBy };
  }
  yield { question: "assessor", item: "standpoint", value: assessor.standpoint };
  for (const value of assessor.assumptions) {
    yield { question: "assessor", item: "assumption", value };
  }
}

/**
 * An assessment as rows, one line for each thing that it says: for a CSV file, a spreadsheet, a comparison.
 * What is not judged stands there with `null`.
 *
 * @example
 * ```ts
 * import { assessmentRows, assessmentTemplate } from "@vitalcore/domain/assessment";
 * import { createModel } from "@vitalcore/domain/model";
 * import { threats } from "@vitalcore/domain/vocabulary";
 * const model = createModel({ threats });
 * const template = assessmentTemplate(model, { threat: "drought", area: "example:north", period: "2025", groups: [] });
 * const [first] = assessmentRows(template);
 * first?.subject; // => "critical"
 * first?.value; // => null
 * ```
 */
export function assessmentRows(assessment: ThreatAssessment): readonly AssessmentRow[] {
  const { threat, context } = assessment;
  const { area, period } = context;
  const empty = { subject: null, value: null, confidence: null, evidence: null, note: null };
  return [...lines(assessment)].map((line) => ({ threat, area, period, ...empty, ...line }));
}
