import { type Finder, finder } from "@vitalcore/core";

/** The rules that `stats` checks. Positions count from 1. */
export const statsCatalog = {
  "stats/missing-value": {
    severity: "error",
    message:
      "Of the {length} {argument}, {count} are missing or not numbers (first at position {position}: {found}).",
    hint: "Leave them out with `present` (or `completePairs`), and say how many there were; missing is not zero.",
  },
  "stats/infinite-value": {
    severity: "error",
    message: "Of the {length} {argument}, {count} are infinite (first at position {position}).",
    hint: "Infinity comes from a division by zero or an overflow: mend it, or leave it out.",
  },
  "stats/too-few-values": {
    severity: "error",
    message: "{what} needs at least {needed} {argument}, and there are {found}.",
  },
  "stats/unequal-lengths": {
    severity: "error",
    message: "There are {found} {argument} for {length} {other}.",
    hint: "Give as many of one as of the other, in the same order.",
  },
  "stats/negative-weight": {
    severity: "error",
    message: "Weight {position} is negative: {found}.",
    hint: "Weights are zero or positive; change the sign of the values instead.",
  },
  "stats/weights-all-zero": {
    severity: "error",
    message: "The {length} weights add up to zero.",
    hint: "At least one weight must be positive.",
  },
  "stats/fractional-frequency": {
    severity: "error",
    message: "Weight {position} is {found}, and a frequency is a whole number.",
    hint: "Weights of a sample survey are not frequencies: ask for the kind `sampling`.",
  },
  "stats/no-variation": {
    severity: "error",
    message: "{what} is not defined: all {length} {argument} are {found}.",
    hint: "A constant says nothing here; leave it out.",
  },
  "stats/non-positive-value": {
    severity: "error",
    message:
      "{what} takes positive values only; of the {argument}, {count} are not (first at position {position}: {found}).",
    hint: "Shift or rescale the values so that all are above zero, or use the arithmetic mean.",
  },
  "stats/negative-value": {
    severity: "error",
    message:
      "{what} takes no negative values; of the {argument}, {count} are (first at position {position}: {found}).",
    hint: "Decide what a negative value means here: set it to zero, or leave it out, and say so.",
  },
  "stats/zero-total": {
    severity: "error",
    message: "{what} is not defined: the {length} values add up to zero.",
    hint: "At least one value with weight must be positive.",
  },
  "stats/invalid-probability": {
    severity: "error",
    message: "The probability {found} is not between 0 and 1.",
    hint: "Give a proportion, not a percentage.",
  },
  "stats/beyond-precision": {
    severity: "error",
    outcome: "not-evaluable",
    message: "This distribution cannot be computed at {found} in double precision.",
    hint: "Its parameters are too large or too small; those from 1e-12 to 1e15 always work.",
  },
  "stats/invalid-parameter": {
    severity: "error",
    message: "{what}: {name} is {found}, and must be {wanted}.",
  },
  "stats/unknown-option": {
    severity: "error",
    message: "There is no {what} {found}.",
    hint: "Known are: {known}.",
  },
  "stats/not-invertible": {
    severity: "error",
    message: "{what}: the columns are linearly dependent (rank {rank} of {columns}).",
    hint: "Leave out a column that the others determine.",
  },
  "stats/not-symmetric": {
    severity: "error",
    message:
      "Entry ({i}, {j}) is {found} and entry ({j}, {i}) is {other}: the matrix is not symmetric.",
  },
  "stats/undefined-correlation": {
    severity: "warning",
    outcome: "not-evaluable",
    message: 'Columns "{first}" and "{second}" have no correlation: {reason} ({n} complete pairs).',
    hint: "The entry is missing (NaN) in the matrix.",
  },
} as const;

export const find: Finder<typeof statsCatalog> = /* @__PURE__ */ finder(statsCatalog);
