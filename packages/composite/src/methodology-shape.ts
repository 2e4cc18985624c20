/** What may stand at a place of a JSON document. */
export type Shape =
  | { readonly is: "text" | "number" | "flag" | "anything"; readonly required?: true }
  | { readonly is: "option"; readonly of: readonly string[]; readonly required?: true }
  | { readonly is: "pair"; readonly required?: true }
  | { readonly is: "dictionary"; readonly required?: true }
  | { readonly is: "constant"; readonly value: string | number; readonly required?: true }
  | { readonly is: "list"; readonly of: Shape; readonly required?: true }
  | { readonly is: "object"; readonly fields: Fields; readonly required?: true };

type Fields = Readonly<Record<string, Shape>>;

const TEXT: Shape = { is: "text" };
const NUMBER: Shape = { is: "number" };
const REQUIRED_TEXT: Shape = { is: "text", required: true };

/** The methods of normalization, as they are spelled. */
export const NORMALIZE_METHODS = ["goalposts", "min-max", "z-score", "percentile-rank"] as const;

const SELECT: Shape = {
  is: "object",
  fields: {
    from: TEXT,
    to: TEXT,
    take: { is: "option", of: ["latest", "only"] },
    breakdown: { is: "dictionary" },
    edition: TEXT,
  },
};

const NORMALIZE: Shape = {
  is: "object",
  fields: {
    method: { is: "option", of: NORMALIZE_METHODS },
    transform: { is: "option", of: ["none", "ln", "ln1p"] },
    worst: NUMBER,
    best: NUMBER,
    scale: { is: "pair" },
    clamp: { is: "flag" },
    mean: NUMBER,
    sd: NUMBER,
    ties: { is: "option", of: ["min", "average", "max"] },
  },
};

const AGGREGATE: Shape = {
  is: "object",
  fields: {
    method: { is: "option", of: ["arithmetic", "geometric", "harmonic"] },
    atLeast: NUMBER,
    zeros: { is: "option", of: ["refuse", "annul"] },
  },
};

const NODE: Shape = {
  is: "object",
  fields: {
    id: REQUIRED_TEXT,
    label: TEXT,
    parent: TEXT,
    // Judged with its siblings.
    weight: { is: "anything" },
    aggregate: AGGREGATE,
    indicator: TEXT,
    normalize: NORMALIZE,
    select: SELECT,
    direction: {
      is: "object",
      fields: {
        value: {
          is: "option",
          of: ["higherBetter", "higherWorse", "targetZero", "targetOne"],
          required: true,
        },
        reason: REQUIRED_TEXT,
      },
    },
    note: TEXT,
  },
};

/** The shape of a methodology document; what its parts mean together is checked elsewhere. */
export const METHODOLOGY_SHAPE: Shape = {
  is: "object",
  fields: {
    kind: { is: "constant", value: "IndexMethodology", required: true },
    version: { is: "constant", value: 1, required: true },
    id: REQUIRED_TEXT,
    title: REQUIRED_TEXT,
    description: TEXT,
    notes: { is: "list", of: TEXT },
    nodes: { is: "list", of: NODE, required: true },
    select: SELECT,
    normalize: NORMALIZE,
    aggregate: AGGREGATE,
    screening: { is: "object", fields: { indicatorsAtLeast: NUMBER } },
    ranks: {
      is: "object",
      fields: {
        ties: { is: "option", of: ["min", "max", "average", "dense"] },
        digits: { is: "anything" },
      },
    },
    definitions: { is: "list", of: { is: "anything" } },
  },
};
