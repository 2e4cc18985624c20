import {
  type Observation,
  type ObservationParameters,
  type ObserveContext,
  observe,
} from "@vitalcore/domain";
import { multidimensionalPoverty } from "@vitalcore/domain/indicators";
import { multidimensionalHeadcount, multidimensionalIntensity } from "./definitions.js";
import type { MultidimensionalPoverty, PovertyGroup } from "./poverty-result.js";
import type { PovertySpecification } from "./specification.js";

/**
 * Observations of a result: the index, the headcount and the intensity, of all and of every group.
 *
 * @param poverty - a result of `multidimensionalPoverty`.
 * @param context - area and period, and what else is known; `axis` names the breakdown of the groups.
 * @returns observations with the number of rows they rest on; the intensity is `null` (status "M") where
 *   nobody is poor. The specification is named in the note; its id and the cutoff
 *   `k` are parameters.
 * @throws VitalError as `observe`.
 *
 * Source: as `multidimensionalPoverty`.
 *
 * Source: Alkire and Foster (2011), Counting and multidimensional poverty measurement, Journal of Public Economics 95.
 *
 * @example
 * ```ts
 * import { equalWeights, multidimensionalPoverty, povertyObservations } from "@vitalcore/indicators/multidimensional-poverty";
 * const poverty = multidimensionalPoverty(
 *   { offline: [1, 0], hungry: [1, 0] },
 *   { id: "two", name: "Two", dimensions: equalWeights({ a: ["offline"], b: ["hungry"] }), cutoff: [1, 2] },
 * );
 * const observations = povertyObservations(poverty, { area: "NAM", period: "2018" });
 * observations.map(({ value, unit }) => [value, unit]); // => [[0.5, "INDEX_0_1"], [50, "PERCENT"], [100, "PERCENT"]]
 * ```
 */
export function povertyObservations(
  poverty: MultidimensionalPoverty,
  context: ObserveContext & { readonly axis?: string },
): Observation[] {
  const { axis = "group", ...of } = context;
  const note = of.note ?? poverty.specification.name;
  const parameters = { ...of.parameters, ...specificationParameters(poverty.specification) };
  return [
    ...measuresAsObservations(poverty, { ...of, note, parameters }),
    ...poverty.groups.flatMap((group) =>
      measuresAsObservations(group, {
        ...of,
        note,
        parameters,
        breakdown: { ...of.breakdown, [axis]: group.group },
      }),
    ),
  ];
}

/** What observations say of a specification: its id and the cutoff. */
export function specificationParameters({
  id,
  cutoff: [numerator, denominator],
}: PovertySpecification): ObservationParameters {
  return { specification: id, k: numerator / denominator };
}

function measuresAsObservations(
  measures: MultidimensionalPoverty | PovertyGroup,
  context: ObserveContext,
): Observation[] {
  const { n, nMissing, adjustedHeadcount, headcount, intensity } = measures;
  const rows = { n, nMissing };
  return [
    observe(
      multidimensionalPoverty,
      { value: adjustedHeadcount, unit: "INDEX_0_1", ...rows },
      context,
    ),
    observe(multidimensionalHeadcount, { value: headcount, scale: "proportion", ...rows }, context),
    observe(
      multidimensionalIntensity,
      { value: intensity, scale: "proportion", ...rows },
      intensity === null ? { ...context, status: "M" } : context,
    ),
  ];
}
