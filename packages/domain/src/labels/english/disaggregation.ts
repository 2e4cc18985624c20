import type { DisaggregationId } from "../../vocabulary/disaggregation.js";

/**
 * English labels of axes of difference.
 *
 * @example
 * ```ts
 * import { disaggregationLabels } from "@vitalcore/domain/labels/en";
 * disaggregationLabels.gender; // => "Gender"
 * ```
 */
export const disaggregationLabels: Readonly<Record<DisaggregationId, string>> = {
  gender: "Gender",
  class: "Class",
  race: "Race",
  ethnicity: "Ethnicity",
  religion: "Religion",
  age: "Age",
  income: "Income",
  "migration-status": "Migration status",
  location: "Geographic location",
  "development-status": "Development status of the country",
  time: "Point in time",
};
