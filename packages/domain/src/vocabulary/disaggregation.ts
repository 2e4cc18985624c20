import type { DisaggregationAxis } from "./record-types.js";

/**
 * Axes along which the texts see threats felt differently.
 *
 * @example
 * ```ts
 * import { disaggregationIds } from "@vitalcore/domain/vocabulary";
 * disaggregationIds.length; // => 11
 * ```
 */
export const disaggregationIds = [
  "gender",
  "class",
  "race",
  "ethnicity",
  "religion",
  "age",
  "income",
  "migration-status",
  "location",
  "development-status",
  "time",
] as const;

/** Id of an axis of difference. */
export type DisaggregationId = (typeof disaggregationIds)[number];

/**
 * The axes of difference, and the key in `breakdownAxes` by which values are broken down where there is one.
 *
 * @example
 * ```ts
 * import { disaggregation } from "@vitalcore/domain/vocabulary";
 * disaggregation.gender.axis; // => "sex"
 * ```
 */
export const disaggregation: Readonly<Record<DisaggregationId, DisaggregationAxis>> = {
  gender: { axis: "sex" },
  class: { axis: "income" },
  race: {},
  ethnicity: { axis: "ethnicity" },
  religion: {},
  age: { axis: "age" },
  income: { axis: "income" },
  "migration-status": { axis: "migrationStatus" },
  location: { axis: "urbanisation" },
  "development-status": {},
  time: {},
};
