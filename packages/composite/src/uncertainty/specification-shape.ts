import type { Fields, Shape } from "@vitalcore/core/documents";
import { CHANGE_SHAPE } from "../methodology-shape.js";
import { PARAMETERS } from "./specification.js";

const TEXT: Shape = { is: "text" };
// Whether they are finite is checked with what they mean, so that all that is wrong with a factor is told at once.
const NUMBER: Shape = { is: "number", finite: false };
const REQUIRED_NUMBER: Shape = { ...NUMBER, required: true };
const NUMBER_OR_NULL: Shape = { is: "number-or-null", finite: false };
const NUMBERS: Shape = { is: "list", of: NUMBER };
const MATRIX: Shape = { is: "list", of: NUMBERS, required: true };

/** Something for every indicator and unit. */
function byUnit(of: Shape): Shape {
  return { is: "record", of: { is: "record", of } };
}

function listOf(fields: Fields): Shape {
  return { is: "list", of: { is: "object", fields }, required: true };
}

function optionOf(...of: readonly string[]): Shape {
  return { is: "option", of };
}

const ALTERNATIVE: Fields = { label: TEXT, share: NUMBER };

const NOISE: Shape = {
  is: "variant",
  by: "distribution",
  of: {
    uniform: { spread: REQUIRED_NUMBER },
    triangular: { spread: REQUIRED_NUMBER },
    dirichlet: { concentration: REQUIRED_NUMBER },
  },
  required: true,
};

const DISTRIBUTION: Shape = {
  is: "variant",
  by: "shape",
  of: {
    uniform: { from: REQUIRED_NUMBER, to: REQUIRED_NUMBER },
    triangular: { from: REQUIRED_NUMBER, peak: REQUIRED_NUMBER, to: REQUIRED_NUMBER },
    normal: { mean: REQUIRED_NUMBER, sd: REQUIRED_NUMBER },
  },
  required: true,
};

const INTERVAL: Shape = {
  is: "object",
  fields: { lower: REQUIRED_NUMBER, upper: REQUIRED_NUMBER, level: REQUIRED_NUMBER },
};

const SAMPLING_ERROR: Fields = {
  standardErrors: byUnit(NUMBER),
  intervals: byUnit(INTERVAL),
  replicates: {
    is: "list",
    of: {
      is: "object",
      fields: {
        estimates: { ...byUnit(NUMBERS), required: true },
        scale: NUMBER,
        rscales: NUMBERS,
      },
    },
  },
  multiply: { is: "record", of: NUMBER },
  distribution: optionOf("auto", "normal", "logit"),
  correlation: {
    is: "object",
    fields: { indicators: { is: "list", of: TEXT, required: true }, matrix: MATRIX },
  },
  correlationOfUnits: {
    is: "object",
    fields: { units: { is: "list", of: TEXT, required: true }, matrix: MATRIX },
  },
};

/** What each kind of factor holds beside its id. */
const FACTORS: Readonly<Record<string, Fields>> = {
  choice: {
    source: optionOf("methods", "weights", "data", "imputation"),
    alternatives: listOf({ ...ALTERNATIVE, change: CHANGE_SHAPE }),
  },
  "value-sets": {
    source: optionOf("data", "imputation"),
    sets: listOf({
      ...ALTERNATIVE,
      values: { ...byUnit(NUMBER_OR_NULL), required: true },
    }),
  },
  parameter: {
    stage: { is: "option", of: Object.keys(PARAMETERS), required: true },
    option: { is: "text", required: true },
    nodes: { is: "list", of: TEXT },
    distribution: DISTRIBUTION,
  },
  "goalpost-error": {
    distribution: optionOf("normal", "uniform"),
    spread: {
      is: "record",
      of: { is: "object", fields: { worst: NUMBER, best: NUMBER } },
      required: true,
    },
  },
  "weight-sets": {
    sets: listOf({ ...ALTERNATIVE, weights: { is: "record", of: NUMBER, required: true } }),
  },
  "weight-noise": { noise: NOISE, nodes: { is: "list", of: TEXT } },
  "sampling-error": SAMPLING_ERROR,
};

const RUNS: Fields = { runs: REQUIRED_NUMBER };

/** The shape of a specification; what its parts mean for a methodology is checked elsewhere. */
export const SPECIFICATION_SHAPE: Shape = {
  is: "object",
  fields: {
    kind: { is: "constant", value: "UncertaintySpec", required: true },
    version: { is: "constant", value: 1, required: true },
    factors: {
      is: "list",
      of: {
        is: "variant",
        by: "kind",
        of: Object.fromEntries(
          Object.entries(FACTORS).map(([kind, fields]) => [
            kind,
            { id: { is: "text", required: true }, ...fields },
          ]),
        ),
      },
      required: true,
    },
    design: {
      is: "variant",
      by: "method",
      of: {
        enumerate: {},
        "monte-carlo": { ...RUNS, precision: NUMBER },
        "latin-hypercube": RUNS,
        sobol: RUNS,
        replay: { alternatives: MATRIX },
      },
    },
    seed: NUMBER,
  },
};
