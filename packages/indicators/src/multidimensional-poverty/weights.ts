import { VitalError } from "@vitalcore/core";
import { find } from "./catalog.js";
import type { PovertyDimension, PovertySpecification } from "./specification.js";

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function leastCommonMultiple(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => (all / greatestCommonDivisor(all, each)) * each, 1);
}

/**
 * Dimensions of equal weight, with indicators of equal weight in each, as whole numbers.
 *
 * @param dimensions - ids of the indicators by id of the dimension.
 * @returns dimensions for a `PovertySpecification`.
 * @throws VitalError `indicators/poverty-specification` for a dimension without indicators.
 *
 * Source: nested equal weights, Alkire and Foster (2011), Counting and multidimensional poverty measurement,
 * Journal of Public Economics 95.
 *
 * @example
 * ```ts
 * import { equalWeights } from "@vitalcore/indicators/multidimensional-poverty";
 * const dimensions = equalWeights({ connectivity: ["coverage", "device"], safety: ["threats"] });
 * dimensions.map(({ indicators }) => indicators.map(({ weight }) => weight)); // => [[1, 1], [2]]
 * ```
 */
export function equalWeights(
  dimensions: Readonly<Record<string, readonly string[]>>,
): PovertyDimension[] {
  const entries = Object.entries(dimensions);
  const empty = entries.filter(([, ids]) => ids.length === 0);
  if (empty.length > 0) throw new VitalError(empty.map(([id]) => withoutAny(id)));
  const whole = leastCommonMultiple(entries.map(([, ids]) => ids.length));
  return entries.map(([id, ids]) => ({
    id,
    indicators: ids.map((indicator) => ({ id: indicator, weight: whole / ids.length })),
  }));
}

/**
 * A specification without some indicators: their weight goes to the others of the same dimension, in
 * proportion. This is how the global index treats a survey that lacks an indicator.
 *
 * @param specification - with whole weights.
 * @param ids - indicators that were not observed.
 * @returns the specification with new whole weights; shares of the dimensions are as before.
 * @throws VitalError `indicators/poverty-specification` where an indicator is unknown, or a dimension is left
 *   without any: it cannot be computed then.
 *
 * Source: UNDP and OPHI (2023), Global Multidimensional Poverty Index 2023, on missing indicators.
 *
 * @example
 * ```ts
 * import { globalMpi, withoutIndicators } from "@vitalcore/indicators/multidimensional-poverty";
 * const { dimensions } = withoutIndicators(globalMpi, ["housing"]);
 * // of 90: schooling 15 (1/6), cooking fuel 6 (1/15)
 * dimensions.map(({ indicators }) => indicators[0]?.weight); // => [15, 15, 6]
 * ```
 */
export function withoutIndicators(
  specification: PovertySpecification,
  ids: readonly string[],
): PovertySpecification {
  const { dimensions } = specification;
  const known = new Set(dimensions.flatMap(({ indicators }) => indicators.map(({ id }) => id)));
  const left = dimensions.map((dimension) => ({
    ...dimension,
    indicators: dimension.indicators.filter(({ id }) => !ids.includes(id)),
  }));
  const findings = [
    ...ids
      .filter((id) => !known.has(id))
      .map((found) =>
        find("indicators/poverty-specification", {
          found,
          facts: { name: "an indicator to leave out", wanted: `one of ${[...known].join(", ")}` },
        }),
      ),
    ...left.filter(({ indicators }) => indicators.length === 0).map(({ id }) => withoutAny(id)),
  ];
  if (findings.length > 0) throw new VitalError(findings);
  const totals = dimensions.map(({ indicators }) => sumOfWeights(indicators));
  const kept = left.map(({ indicators }) => sumOfWeights(indicators));
  const factor = leastCommonMultiple(
    kept.map((sum, i) => sum / greatestCommonDivisor(sum, totals[i] as number)),
  );
  return {
    ...specification,
    dimensions: left.map((dimension, i) => ({
      ...dimension,
      indicators: dimension.indicators.map((indicator) => ({
        ...indicator,
        weight: (indicator.weight * factor * (totals[i] as number)) / (kept[i] as number),
      })),
    })),
  };
}

function sumOfWeights(indicators: PovertyDimension["indicators"]): number {
  return indicators.reduce((sum, { weight }) => sum + weight, 0);
}

function withoutAny(id: string) {
  return find("indicators/poverty-specification", {
    found: 0,
    facts: { name: `the number of indicators in dimension ${id}`, wanted: "one at least" },
  });
}
