import type { Fields, Shape } from "@vitalcore/core/documents";
import { valuesOf } from "./choices.js";
import { LONELY_POLICIES, MISSING_POLICIES, REPLICATE_TYPES } from "./design-spec.js";

const TEXT: Shape = { is: "text" };
const NUMBER: Shape = { is: "number" };
const FLAG: Shape = { is: "flag" };
const NUMBERS: Shape = { is: "list", of: NUMBER };
const COLUMNS: Shape = { is: "either", of: [TEXT, { is: "list", of: TEXT }] };
const WEIGHTS: Shape = {
  is: "either",
  of: [
    TEXT,
    { is: "object", fields: { column: { is: "text", required: true }, divideBy: NUMBER } },
  ],
};
const MISSING: Shape = { is: "option", of: valuesOf(MISSING_POLICIES) };
const ESTIMATOR: Fields = { estimator: { is: "option", of: ["HT", "YG"] } };

/** The shape of a {@link DesignSpec}. */
export const DESIGN_SHAPE: Shape = {
  is: "object",
  fields: {
    weights: WEIGHTS,
    probabilities: TEXT,
    frequencies: TEXT,
    clusters: COLUMNS,
    strata: COLUMNS,
    fpc: COLUMNS,
    nest: FLAG,
    ultimateCluster: FLAG,
    pps: {
      is: "variant",
      by: "method",
      of: {
        brewer: {},
        overton: ESTIMATOR,
        joint: { joint: { is: "list", of: NUMBERS, required: true }, ...ESTIMATOR },
      },
    },
    lonely: { is: "option", of: valuesOf(LONELY_POLICIES) },
    lonelyInDomains: FLAG,
    missing: MISSING,
  },
};

/** The shape of a {@link ReplicateSpec}. */
export const REPLICATE_SHAPE: Shape = {
  is: "object",
  fields: {
    weights: WEIGHTS,
    replicates: {
      is: "object",
      fields: {
        columns: { is: "list", of: TEXT, required: true },
        type: { is: "option", of: valuesOf(REPLICATE_TYPES), required: true },
        combined: FLAG,
        scale: NUMBER,
        rscales: NUMBERS,
        rho: NUMBER,
        mse: FLAG,
      },
      required: true,
    },
    missing: MISSING,
  },
};
