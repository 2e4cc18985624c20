import { throwIfErrors } from "@vitalcore/core";
import { type IndexDataOptions, type IndexInput, inspectIndex } from "./inspect-index.js";
import type { IndexMethodology } from "./methodology.js";

/** Completed data, several times over. */
export interface ImputedSets {
  /** Codes of the units that were not screened out, in order. */
  readonly units: readonly string[];
  /** Ids of the leaves, in the order of the columns, and their indicators. */
  readonly nodes: readonly string[];
  readonly indicators: readonly string[];
  /** By set, then leaf: values after denomination and imputation, before treatment; NaN where a gap stays. */
  readonly sets: readonly (readonly Float64Array[])[];
}

/**
 * The completed data sets of an index some of whose indicators are imputed by `multiple`: what `buildIndex` pools its
 * scores from, for an analysis of one's own. The same for the same seed.
 *
 * @throws VitalError with every error of the methodology and of the data. Without such indicators there is one set.
 *
 * @example
 * ```ts
 * import { imputedSets } from "@vitalcore/composite";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const { units, sets } = imputedSets(
 *   {
 *     area: ["A", "B", "C", "D", "E", "F"],
 *     "gni-per-person": [100, 900, 2000, 3000, 5000, null],
 *     "life-expectancy": [50, 55, 57, 60, 63, 70],
 *   },
 *   {
 *     kind: "IndexMethodology", version: 1, id: "example", title: "Example",
 *     nodes: [
 *       { id: "index" },
 *       { id: "income", parent: "index", indicator: "gni-per-person", impute: { method: "multiple" } },
 *       { id: "life", parent: "index", indicator: "life-expectancy" },
 *     ],
 *     imputations: { sets: 10 },
 *     normalize: { method: "min-max" },
 *   },
 *   { unitColumn: "area", definitions: [gniPerPerson, lifeExpectancy] },
 * );
 * sets.length; // => 10
 * sets.every(([income]) => (income?.[units.indexOf("F")] ?? 0) > 3000); // => true
 * ```
 */
export function imputedSets(
  data: IndexInput,
  methodology: IndexMethodology,
  options: IndexDataOptions = {},
): ImputedSets {
  const { leaves, findings, run } = inspectIndex(data, methodology, options);
  throwIfErrors(findings);
  // Without errors there is a run.
  const { prepared, data: read } = run as NonNullable<typeof run>;
  const total = read.units.length;
  const single = () =>
    prepared.imputed ??
    leaves.map((_, i) => {
      const column = prepared.denominated?.[i] ?? read.values.subarray(i * total, (i + 1) * total);
      return Float64Array.from(prepared.screened.included, (unit) => column[unit] as number);
    });
  return {
    units: prepared.units,
    nodes: leaves.map(({ node }) => node.id),
    indicators: leaves.map(({ indicator }) => indicator),
    sets: prepared.sets?.map(({ imputed }) => imputed) ?? [single()],
  };
}
