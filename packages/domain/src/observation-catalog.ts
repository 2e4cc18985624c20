import { type Finder, finder } from "@vitalcore/core";

/** The rules of observations and of making them. */
export const observationCatalog = {
  // Observations
  "domain/not-an-observation": {
    severity: "error",
    message: "Row {row} is {found}, not an observation.",
    hint: "Give { indicator, area, period, value, unit }.",
  },
  "domain/wrong-type": {
    severity: "error",
    message: "Row {row}: {column} is {found}, and {wanted} is needed.",
  },
  "domain/unknown-indicator": {
    severity: "error",
    message: "There is no definition of indicator {found} ({rows} rows, the first is {row}).",
    hint: "Nearest: {nearest}. Pass the definitions of all indicators that occur.",
  },
  "domain/unit-mismatch": {
    severity: "error",
    message:
      'Indicator "{indicator}" is in {wanted}, and {rows} values are in {found} (first: {row}).',
    hint: "Convert the values, or name the unit that they are in.",
  },
  "domain/out-of-range": {
    severity: "error",
    message: "{label}: {found} is outside the range of {indicator}, {range} ({wanted}).",
    hint: "Check the value, its unit, and whether a proportion was taken for a percentage or the reverse.",
  },
  "domain/not-finite": {
    severity: "error",
    message: "{label}: {column} is {found}.",
    hint: "A value is a finite number, or null with a status that says why.",
  },
  "domain/null-without-status": {
    severity: "error",
    message: "{label}: the value is missing and no status says why.",
    hint: "Add O (missing), L (exists, not collected), M (cannot exist), H (holiday), K (counted elsewhere) or Q (suppressed).",
  },
  "domain/value-despite-status": {
    severity: "error",
    message: "{label}: there is a value, {found}, and status {status} says that there is none.",
    hint: "Remove the value (a suppressed value must not be passed on) or correct the status.",
  },
  "domain/unknown-status": {
    severity: "error",
    message: "{label}: there is no status {found}.",
    hint: "The codes are those of SDMX CL_OBS_STATUS: A B D E F G H I J K L M N O P Q S U V W.",
  },
  "domain/negative": {
    severity: "error",
    message: "{label}: {column} is {found}.",
    hint: "It cannot be negative; n and nMissing are whole numbers.",
  },
  "domain/interval-reversed": {
    severity: "error",
    message: "{label}: the interval runs from {lower} to {upper}.",
    hint: "Write the smaller bound first.",
  },
  "domain/interval-level": {
    severity: "error",
    message: "{label}: the interval has the level {found}.",
    hint: "Say the confidence level as a number between 0 and 1, for example 0.95.",
  },
  "domain/value-outside-interval": {
    severity: "warning",
    message: "{label}: the value {found} lies outside its interval, {lower} to {upper}.",
    hint: "Check that value and interval are in the same unit.",
  },
  "domain/breakdown": {
    severity: "error",
    message: "{label}: {found} cannot stand in a breakdown.",
    hint: 'Give axis and category as text, for example { sex: "F" }.',
  },
  "domain/parameter": {
    severity: "error",
    message: "{label}: {found} cannot stand in the parameters.",
    hint: "Give each parameter a name, and text, a finite number, true, false or null.",
  },
  "domain/not-a-day": {
    severity: "error",
    message: "{label}: {column} is {found}.",
    hint: "Write a day as YYYY-MM-DD.",
  },
  "domain/duplicate-observation": {
    severity: "error",
    message: "Rows {firstRow} and {row} are the same observation: {observation}.",
    hint: "Keep one; if they come from different editions or days, say so in `edition` or `asOf`.",
  },
  "domain/percent-as-proportion": {
    severity: "warning",
    message:
      'All {count} values of "{indicator}" lie between {least} and {most}, and its unit is PERCENT.',
    hint: 'If they are proportions, multiply by 100, or pass them to observe() with scale: "proportion".',
  },
  // Making observations
  "domain/no-value": {
    severity: "error",
    message: "{label}: the estimate has no value.",
    hint: "Give `value` or `estimate`: a number, or null with a status that says why.",
  },
  "domain/two-names": {
    severity: "error",
    message: "{label}: the estimate gives both {names}.",
    hint: "They are two names of the same thing: give one.",
  },
  "domain/unit-not-stated": {
    severity: "error",
    message: "{label}: nothing says whether {found} is in {wanted} or a proportion.",
    hint: 'Add unit: "{wanted}" if it is in that unit, or scale: "proportion" if it is between 0 and 1.',
  },
  "domain/unit-differs": {
    severity: "error",
    message: "{label}: the estimate is in {found}, and the definition is in {wanted}.",
    hint: 'Convert it first; only proportions (scale: "proportion") are rescaled.',
  },
  "domain/no-proportion": {
    severity: "error",
    message: "{label}: a proportion cannot be expressed in {wanted}.",
    hint: 'Leave out scale: "proportion", or use the definition that is meant.',
  },
  "domain/empty-text": {
    severity: "error",
    message: "{label}: {column} is {found}.",
    hint: "Write text, or leave the field out.",
  },
} as const;

export const find: Finder<typeof observationCatalog> = /* @__PURE__ */ finder(observationCatalog);
