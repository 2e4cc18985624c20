import type { DimensionId, FreedomId, OpenSourceFreedomId } from "../ids.js";
import { dimensionIds, freedomIds, openSourceFreedomIds } from "../ids.js";
import { type ConceptKind, conceptKinds } from "../vocabulary/kinds.js";

/** What a field of a record holds. */
export type Field =
  | { readonly holds: "id" | "ids"; readonly of: ConceptKind; readonly relation: string }
  | { readonly holds: "references"; readonly relation: string }
  | { readonly holds: "one" | "several"; readonly of: readonly string[] }
  | {
      readonly holds:
        | "text"
        | "texts"
        | "year"
        | "yes"
        | "boolean"
        | "conditions"
        | "registry"
        | "deprecation"
        | "range"
        | "object"
        | "anything"
        | "universe"
        | "inputs"
        | "links"
        | "parameters"
        | "publisher"
        | "objects";
    };

/** A field, and whether a record needs it (a list: at least one entry). */
export type FieldRule = Field & { readonly required?: true };

const id = (of: ConceptKind, relation: string) => ({ holds: "id", of, relation }) as const;
const ids = (of: ConceptKind, relation: string) => ({ holds: "ids", of, relation }) as const;
const needed = <F extends Field>(field: F): F & { readonly required: true } => ({
  ...field,
  required: true,
});

const dimensions: readonly DimensionId[] = dimensionIds;
const freedoms: readonly FreedomId[] = freedomIds;
const openSourceFreedoms: readonly OpenSourceFreedomId[] = openSourceFreedomIds;

/** The members of the kinds to which nobody may add. */
export const closedKinds = {
  dimension: dimensions,
  freedom: freedoms,
  "open-source-freedom": openSourceFreedoms,
} as const;

const all = {
  related: { holds: "references", relation: "related" },
  deprecated: { holds: "deprecation" },
} as const satisfies Record<string, FieldRule>;

/**
 * The fields of the records, kind by kind: what they hold, and which relation they state. The graph of a
 * model and the check of a pack both follow this table.
 */
export const recordFields: Readonly<Record<ConceptKind, Readonly<Record<string, FieldRule>>>> = {
  dimension: all,
  freedom: all,
  "open-source-freedom": all,
  principle: { informs: ids("strategy", "informs"), ...all },
  "core-value": all,
  "guiding-question": {
    answeredBy: needed({ holds: "several", of: conceptKinds } as const),
    ...all,
  },
  "threat-criterion": all,
  strategy: {
    direction: needed({ holds: "one", of: ["top-down", "bottom-up"] } as const),
    ...all,
  },
  "added-value": all,
  "issue-area": { hard: { holds: "yes" }, threats: ids("threat", "dealsWith"), ...all },
  "population-group": {
    broader: id("population-group", "broader"),
    where: { holds: "conditions" },
    areaGroup: { holds: "text" },
    approximate: { holds: "yes" },
    ...all,
  },
  disaggregation: { axis: { holds: "text" }, ...all },
  level: all,
  actor: {
    type: needed({
      holds: "one",
      of: [
        ...["state", "state-coalition", "regional", "un", "commission", "financial-institution"],
        ...["intergovernmental", "civil-society", "private", "academic", "multi-stakeholder"],
        ...["armed-or-criminal", "people"],
      ],
    } as const),
    roles: needed({
      holds: "several",
      of: [
        ...["provider", "perpetrator", "funder", "data-source", "standard-setter", "advocate"],
        ...["researcher", "technology-supplier", "affected"],
      ],
    } as const),
    broader: id("actor", "broader"),
    ...all,
  },
  concept: { broader: id("concept", "broader"), ...all },
  theory: all,
  framework: { year: { holds: "year" }, source: { holds: "text" }, ...all },
  measure: {
    broader: id("measure", "broader"),
    strategies: needed(ids("strategy", "appliesStrategy")),
    mitigates: needed(ids("threat", "mitigates")),
    carriedOutBy: ids("actor", "carriedOutBy"),
    levels: ids("level", "atLevel"),
    stated: { holds: "several", of: ["mitigates", "carriedOutBy", "levels"] },
    ...all,
  },
  threat: {
    category: needed({
      holds: "one",
      of: [
        ...["deprivation", "economic-shock", "health", "environmental", "violence", "crime"],
        ...["rights", "discrimination", "displacement", "cohesion", "governance"],
        ...["digital-attack", "digital-surveillance", "digital-exclusion", "digital-governance"],
      ],
    } as const),
    broader: id("threat", "broader"),
    digital: { holds: "yes" },
    affects: needed(ids("dimension", "affects")),
    affectsIndirectly: ids("dimension", "affects"),
    undermines: needed(ids("freedom", "undermines")),
    fallsOn: ids("population-group", "fallsOn"),
    perpetratedBy: ids("actor", "perpetratedBy"),
    stated: {
      holds: "several",
      of: ["broader", "affects", "undermines", "fallsOn", "perpetratedBy"],
    },
    ...all,
  },
  opportunity: {
    benefits: needed(ids("dimension", "benefits")),
    through: ids("technology", "through"),
    ...all,
  },
  technology: {
    nature: needed({
      holds: "one",
      of: ["software", "service", "data", "organization", "class", "practice", "agent"],
    } as const),
    broader: id("technology", "broader"),
    safeguards: ids("dimension", "safeguards"),
    endangers: ids("dimension", "endangers"),
    grants: ids("open-source-freedom", "grants"),
    digitalPublicGood: { holds: "registry" },
    implements: ids("measure", "implements"),
    disputed: { holds: "yes" },
    ...all,
  },
  mechanism: {
    loop: needed({
      holds: "one",
      of: ["virtuous", "vicious", "mutual", "cascade", "amplification", "two-sided"],
    } as const),
    steps: { holds: "references", relation: "involves" },
    ...all,
  },
  case: {
    areas: { holds: "texts" },
    region: { holds: "text" },
    threats: ids("threat", "shows"),
    ...all,
  },
  debate: { about: { holds: "references", relation: "about" }, ...all },
};
