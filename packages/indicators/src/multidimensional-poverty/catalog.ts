import { type Finder, finder } from "@vitalcore/core";

/** The rules of the calculators of multidimensional poverty. */
export const multidimensionalPovertyCatalog = {
  "indicators/poverty-specification": {
    severity: "error",
    message: "The specification: {name} is {found}, and {wanted} is needed.",
  },
  "indicators/not-a-deprivation": {
    severity: "error",
    message: 'Column "{column}", row {row}: {found} is no deprivation.',
    hint: "Code 1 (or true) for deprived, 0 (or false) for not deprived, null for missing. Survey codes such as 1 yes, 2 no must be recoded first.",
  },
  "indicators/missing-deprivation": {
    severity: "error",
    message: "{count} of {rows} rows lack a deprivation (first: row {row}, column {column}).",
    hint: 'Ask for `missing: "drop"` to leave them out, and report how many they are; if a whole indicator is missing, see `withoutIndicators`.',
  },
  "indicators/poverty-weight": {
    severity: "error",
    message: 'Column "{column}", row {row}: {found} is no weight.',
    hint: "Weights and household sizes are numbers, zero or positive, none missing, not all zero.",
  },
  "indicators/nobody-measured": {
    severity: "error",
    message:
      "Nobody can be measured: of {rows} rows, {missing} lack a deprivation, and the others have no weight.",
  },
  "indicators/missing-group": {
    severity: "error",
    message: 'Column "{column}", row {row}: the group is missing.',
    hint: "Groups must cover the population, or their contributions do not add up: give the rest a group of its own.",
  },
  "indicators/likely-reversed": {
    severity: "warning",
    message:
      '"{name}" goes against the other deprivations (correlation {correlation} with their score).',
    hint: "Is it coded the other way round? 1 means deprived.",
  },
  "indicators/incomparable-poverty": {
    severity: "error",
    message: "The two results cannot be compared: {reason}.",
    hint: "Compute both with the same specification and the same groups.",
  },
} as const;

export const find: Finder<typeof multidimensionalPovertyCatalog> = /* @__PURE__ */ finder(
  multidimensionalPovertyCatalog,
);
