import { dimensionIds, freedomIds } from "../ids.js";
import { type FieldRule, recordFields } from "./fields.js";
import { packKinds } from "./pack.js";

type Fields = Readonly<Record<string, FieldRule>>;

const text = { holds: "text" } as const;
const texts = { holds: "texts" } as const;
const neededText = { holds: "text", required: true } as const;

const naming: Fields = {
  id: neededText,
  label: neededText,
  definition: neededText,
  sources: texts,
};

const indicator: Fields = {
  id: neededText,
  name: neededText,
  definition: neededText,
  unit: neededText,
  range: { holds: "range", required: true },
  direction: {
    holds: "one",
    of: ["higherBetter", "higherWorse", "targetZero", "targetOne", "ambiguous"],
    required: true,
  },
  home: { holds: "one", of: dimensionIds, required: true },
  dimensions: { holds: "several", of: dimensionIds, required: true },
  freedoms: { holds: "several", of: freedomIds },
  threats: { holds: "ids", of: "threat", relation: "measures" },
  groups: { holds: "ids", of: "population-group", relation: "singlesOut" },
  numerator: text,
  denominator: text,
  universe: { holds: "universe" },
  formula: text,
  calculator: text,
  inputs: { holds: "inputs" },
  parameters: { holds: "parameters" },
  disaggregation: texts,
  sdg: { holds: "links" },
  source: { holds: "publisher" },
  methodKind: text,
  ohchrStage: { holds: "one", of: ["structural", "process", "outcome"] },
  digital: { holds: "boolean", required: true },
  status: { holds: "one", of: ["established", "experimental"], required: true },
  notes: text,
  unverified: texts,
};

const claim: Fields = {
  id: neededText,
  cause: neededText,
  effect: neededText,
  causes: { holds: "references", relation: "causes", required: true },
  effects: { holds: "references", relation: "effects", required: true },
  polarity: {
    holds: "one",
    of: ["supports", "aggravates", "reduces", "mixed", "shapes", "insufficient"],
    required: true,
  },
  hedge: {
    holds: "one",
    of: ["asserted", "often", "can", "conditional", "may", "implied"],
    required: true,
  },
  wording: text,
  sources: { holds: "texts", required: true },
};

const source: Fields = {
  id: neededText,
  type: neededText,
  title: neededText,
  author: { holds: "objects" },
  publisher: text,
  issued: { holds: "object" },
  edition: text,
  DOI: text,
  URL: text,
  retrieved: text,
  license: text,
  sha256: text,
  note: text,
};

const mapping: Fields = {
  concept: neededText,
  scheme: neededText,
  code: neededText,
  iri: text,
  match: {
    holds: "one",
    of: ["exact", "close", "broad", "narrow", "related"],
    required: true,
  },
  verified: { holds: "boolean", required: true },
};

/** The lists of a pack, and the fields of what they hold. */
export function packLists(): Readonly<Record<string, Fields>> {
  const concepts = Object.entries(packKinds).map(([name, kind]) => [
    name,
    { ...naming, ...recordFields[kind] },
  ]);
  return {
    ...(Object.fromEntries(concepts) as Record<string, Fields>),
    indicators: indicator,
    claims: claim,
    sources: source,
    mappings: mapping,
  };
}
