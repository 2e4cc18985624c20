import {
  AGGREGATE_METHODS,
  IMPUTE_METHODS,
  NORMALIZE_METHODS,
  TREAT_FUNCTIONS,
  WEIGHTING_METHODS,
} from "./method-names.js";

/** What may stand at a place of a JSON document. */
export type Shape =
  | { readonly is: "text" | "number" | "flag" | "anything"; readonly required?: true }
  | {
      readonly is: "option";
      readonly of: readonly string[];
      /** Whether a name of the user's own, `custom:...`, is allowed too. */
      readonly custom?: true;
      readonly required?: true;
    }
  | { readonly is: "number-or-null"; readonly required?: true }
  | { readonly is: "pair"; readonly required?: true }
  | { readonly is: "dictionary"; readonly required?: true }
  | { readonly is: "numbers-by-text"; readonly required?: true }
  | { readonly is: "constant"; readonly value: string | number; readonly required?: true }
  | { readonly is: "list"; readonly of: Shape; readonly required?: true }
  | { readonly is: "object"; readonly fields: Fields; readonly required?: true };

type Fields = Readonly<Record<string, Shape>>;

const TEXT: Shape = { is: "text" };
const NUMBER: Shape = { is: "number" };
const REQUIRED_TEXT: Shape = { is: "text", required: true };

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

const DENOMINATE: Shape = {
  is: "object",
  fields: {
    by: REQUIRED_TEXT,
    per: NUMBER,
    operation: { is: "option", of: ["divide", "multiply"] },
    select: SELECT,
  },
};

const IMPUTE: Shape = {
  is: "object",
  fields: {
    method: { is: "option", of: IMPUTE_METHODS, custom: true },
    group: TEXT,
    fallback: { is: "option", of: ["none", "overall"] },
    above: NUMBER,
    rescale: { is: "flag" },
    predictors: { is: "list", of: TEXT },
    neighbors: NUMBER,
  },
};

const TREAT: Shape = {
  is: "object",
  fields: {
    first: { is: "option", of: TREAT_FUNCTIONS, custom: true },
    second: { is: "option", of: TREAT_FUNCTIONS, custom: true },
    skewness: NUMBER,
    kurtosis: NUMBER,
    atMost: { is: "number-or-null" },
    exhaust: { is: "flag" },
    combine: { is: "flag" },
    always: { is: "flag" },
    lambda: NUMBER,
    fixed: {
      is: "object",
      fields: {
        bounds: { is: "list", of: { is: "number-or-null" } },
        transform: {
          is: "option",
          of: ["log-ct", "log-ct-orig", "log-ct-plus", "log-gii", "box-cox"],
        },
        range: { is: "pair" },
        skewed: { is: "option", of: ["right", "left"] },
        lambda: NUMBER,
      },
    },
  },
};

const NORMALIZE: Shape = {
  is: "object",
  fields: {
    method: { is: "option", of: NORMALIZE_METHODS, custom: true },
    transform: { is: "option", of: ["none", "ln", "ln1p"] },
    worst: NUMBER,
    best: NUMBER,
    scale: { is: "pair" },
    clamp: { is: "flag" },
    mean: NUMBER,
    sd: NUMBER,
    ties: { is: "option", of: ["min", "average", "max"] },
    reference: TEXT,
    band: NUMBER,
    edges: { is: "list", of: NUMBER },
    scores: { is: "list", of: NUMBER },
  },
};

const AGGREGATE: Shape = {
  is: "object",
  fields: {
    method: { is: "option", of: AGGREGATE_METHODS, custom: true },
    atLeast: NUMBER,
    zeros: { is: "option", of: ["refuse", "annul"] },
    exponent: NUMBER,
    alpha: NUMBER,
    beta: NUMBER,
    penalty: { is: "option", of: ["down", "up"] },
    deviation: { is: "option", of: ["population", "sample"] },
    order: { is: "list", of: NUMBER },
    shares: { is: "pair" },
  },
};

const WEIGHTING: Shape = {
  is: "object",
  fields: {
    method: { is: "option", of: WEIGHTING_METHODS, custom: true },
    outcome: TEXT,
    targets: { is: "numbers-by-text" },
    compared: { is: "list", of: TEXT },
    pairwise: { is: "list", of: { is: "list", of: NUMBER } },
    budgets: {
      is: "list",
      of: {
        is: "object",
        fields: { expert: REQUIRED_TEXT, points: { is: "numbers-by-text", required: true } },
      },
    },
    center: { is: "option", of: ["mean", "median", "trimmed"] },
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
    weighting: WEIGHTING,
    indicator: TEXT,
    denominate: DENOMINATE,
    impute: IMPUTE,
    treat: TREAT,
    normalize: NORMALIZE,
    select: SELECT,
    direction: {
      is: "object",
      fields: {
        value: {
          is: "option",
          of: ["higherBetter", "higherWorse", "targetZero", "targetOne", "target"],
          required: true,
        },
        target: NUMBER,
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
    impute: IMPUTE,
    imputations: { is: "object", fields: { sets: NUMBER, seed: NUMBER } },
    treat: TREAT,
    normalize: NORMALIZE,
    aggregate: AGGREGATE,
    weighting: WEIGHTING,
    levels: {
      is: "list",
      of: {
        is: "object",
        fields: {
          depth: { is: "number", required: true },
          aggregate: AGGREGATE,
          weighting: WEIGHTING,
          impute: IMPUTE,
          treat: TREAT,
          normalize: NORMALIZE,
          select: SELECT,
        },
      },
    },
    screening: {
      is: "object",
      fields: {
        indicatorsAtLeast: NUMBER,
        nonzeroAtLeast: NUMBER,
        exceptions: {
          is: "list",
          of: {
            is: "object",
            fields: {
              unit: REQUIRED_TEXT,
              keep: { is: "flag", required: true },
              reason: REQUIRED_TEXT,
            },
          },
        },
        after: { is: "option", of: ["denominate", "impute"] },
      },
    },
    ranks: {
      is: "object",
      fields: {
        ties: { is: "option", of: ["min", "max", "average", "dense"] },
        digits: { is: "anything" },
      },
    },
    panel: {
      is: "object",
      fields: {
        fit: { is: "option", of: ["each", "pooled", "base", "to-date"] },
        treat: { is: "option", of: ["each", "as-fit"] },
        screen: { is: "option", of: ["each", "pooled", "base"] },
        base: TEXT,
        impute: { is: "option", of: ["latest", "constant", "linear"] },
        within: NUMBER,
      },
    },
    definitions: { is: "list", of: { is: "anything" } },
  },
};
