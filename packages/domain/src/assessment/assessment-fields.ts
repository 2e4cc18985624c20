import type { FieldRule } from "../model/fields.js";
import { threatCriterionIds } from "../vocabulary/threat-criteria.js";

type Fields = Readonly<Record<string, FieldRule>>;

const text = { holds: "text" } as const;
const texts = { holds: "texts" } as const;
const needed = { holds: "text", required: true } as const;
const object = { holds: "object", required: true } as const;
/** Rows that may be none. */
const rows = { holds: "objects" } as const;

export const assessmentFields: Fields = {
  kind: { holds: "one", of: ["ThreatAssessment"], required: true },
  version: { holds: "year", required: true },
  title: needed,
  threat: needed,
  context: object,
  forWhom: object,
  fromWhat: object,
  byWhatMeans: object,
  community: object,
  evidence: rows,
  assessor: object,
};

export const contextFields: Fields = { area: needed, period: needed, description: text };
export const forWhomFields: Fields = { groups: rows, government: { holds: "object" } };
export const groupFields: Fields = {
  group: text,
  label: text,
  needs: rows,
  vulnerabilities: rows,
  capacities: rows,
  note: text,
};
export const governmentFields: Fields = {
  needs: rows,
  vulnerabilities: rows,
  capacities: rows,
  note: text,
};
export const statementFields: Fields = { text: needed, evidence: texts };
export const fromWhatFields: Fields = {
  ratings: object,
  namedBy: text,
  perpetrators: rows,
  rootCauses: rows,
};
export const ratingsFields: Fields = /* @__PURE__ */ Object.fromEntries(
  threatCriterionIds.map((id) => [id, { holds: "object" } as const]),
);
export const ratingFields: Fields = {
  value: { holds: "anything" },
  confidence: { holds: "one", of: ["low", "medium", "high"] },
  evidence: texts,
  note: text,
};
export const byWhatMeansFields: Fields = { measures: rows, providers: rows };
export const actorFields: Fields = { actor: text, label: text, note: text, evidence: texts };
export const measureFields: Fields = {
  measure: text,
  label: text,
  strategies: { holds: "several", of: ["protection", "empowerment"], required: true },
  state: { holds: "one", of: ["in-place", "planned", "missing", "not-judged"], required: true },
  by: texts,
  note: text,
  evidence: texts,
};
export const communityFields: Fields = { dimensions: rows, thresholds: rows };
export const communityDimensionFields: Fields = {
  label: needed,
  definition: needed,
  definedBy: needed,
};
export const thresholdFields: Fields = {
  what: needed,
  threshold: needed,
  indicator: text,
  value: { holds: "anything" },
  unit: text,
  definedBy: needed,
};
export const evidenceFields: Fields = {
  id: needed,
  kind: {
    holds: "one",
    of: ["observation", "source", "testimony", "consultation", "own-observation"],
    required: true,
  },
  text: needed,
  reference: text,
  date: text,
};
export const assessorFields: Fields = {
  name: text,
  date: text,
  assumptions: texts,
  standpoint: { holds: "anything", required: true },
};
