import type { Fields, Shape } from "@vitalcore/core/documents";
import { isCustomName } from "./custom-name.js";
import {
  AGGREGATE_METHODS,
  IMPUTE_METHODS,
  NORMALIZE_METHODS,
  TREAT_FUNCTIONS,
  WEIGHTING_METHODS,
} from "./method-names.js";

const TEXT: Shape = { is: "text" };
const NUMBER: Shape = { is: "number" };
const REQUIRED_TEXT: Shape = { is: "text", required: true };

const SELECT: Shape = {
  is: "object",
  fields: {
    from: TEXT,
    to: TEXT,
    take: { is: "option", of: ["latest", "only"] },
    breakdown: { is: "record", of: TEXT },
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
    method: { is: "option", of: IMPUTE_METHODS, allows: isCustomName },
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
    first: { is: "option", of: TREAT_FUNCTIONS, allows: isCustomName },
    second: { is: "option", of: TREAT_FUNCTIONS, allows: isCustomName },
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
    method: { is: "option", of: NORMALIZE_METHODS, allows: isCustomName },
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
    method: { is: "option", of: AGGREGATE_METHODS, allows: isCustomName },
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
    method: { is: "option", of: WEIGHTING_METHODS, allows: isCustomName },
    outcome: TEXT,
    targets: { is: "record", of: NUMBER },
    compared: { is: "list", of: TEXT },
    pairwise: { is: "list", of: { is: "list", of: NUMBER } },
    budgets: {
      is: "list",
      of: {
        is: "object",
        fields: { expert: REQUIRED_TEXT, points: { is: "record", of: NUMBER, required: true } },
      },
    },
    center: { is: "option", of: ["mean", "median", "trimmed"] },
  },
};

const NODE_FIELDS: Fields = {
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
};

const LEVELS: Shape = {
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
};

const SCREENING: Shape = {
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
};

/** What an alternative of an uncertainty analysis can change, too. */
const STAGES: Fields = {
  select: SELECT,
  impute: IMPUTE,
  imputations: { is: "object", fields: { sets: NUMBER, seed: NUMBER } },
  treat: TREAT,
  normalize: NORMALIZE,
  aggregate: AGGREGATE,
  weighting: WEIGHTING,
  levels: LEVELS,
  screening: SCREENING,
  ranks: {
    is: "object",
    fields: {
      ties: { is: "option", of: ["min", "max", "average", "dense"] },
      digits: { is: "anything" },
    },
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
    nodes: { is: "list", of: { is: "object", fields: NODE_FIELDS }, required: true },
    ...STAGES,
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

const { id: _id, parent: _parent, ...CHANGEABLE } = NODE_FIELDS;

/** The shape of a change to a methodology. */
export const CHANGE_SHAPE: Shape = {
  is: "object",
  fields: {
    ...STAGES,
    nodes: { is: "record", of: { is: "object", fields: CHANGEABLE } },
    drop: { is: "list", of: TEXT },
  },
};
