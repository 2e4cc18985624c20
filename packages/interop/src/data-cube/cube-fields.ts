import type { Field } from "../observation-fields.js";

/** Attributes of an observation that are numbers, with their datatypes. */
export const NUMBER_ATTRIBUTES = [
  ["standardError", "decimal"],
  ["lower", "decimal"],
  ["upper", "decimal"],
  ["level", "decimal"],
  ["n", "nonNegativeInteger"],
  ["nMissing", "nonNegativeInteger"],
] as const satisfies readonly (readonly [Field, string])[];

/** Attributes of an observation that are text. */
export const TEXT_ATTRIBUTES = ["source", "note"] as const satisfies readonly Field[];

/** Attributes of a data set: vintages are data sets of their own. */
export const DATA_SET_ATTRIBUTES = ["edition", "asOf"] as const satisfies readonly Field[];

/** All statuses of an observation that has several, in their order. */
export const ALL_STATUSES = "statuses";
export const STATUS_SEPARATOR = ";";
