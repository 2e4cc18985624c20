import { ranks } from "@vitalcore/stats";
import { finite, requireInputs } from "../input-checks.js";
import { roundHalfUp } from "../round.js";

/**
 * A value as the Human Development Report prints it: rounded to three decimals, halves up. Classes, ranks,
 * groups and losses are read off the printed values.
 *
 * @param value - an index of the family.
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: reproduces the published series of 2022 and 2025 (UNDP, Human Development Report).
 *
 * @example
 * ```ts
 * import { published } from "@vitalcore/indicators/human-development";
 * published(0.970069); // => 0.97
 * ```
 */
export function published(value: number): number {
  requireInputs([finite("the value", value)]);
  return toThreeDecimals(value);
}

/** A value rounded to three decimals, halves up. */
export function toThreeDecimals(value: number): number {
  return roundHalfUp(value, 3);
}

/** The four classes of human development. */
export type DevelopmentClass = "low" | "medium" | "high" | "very high";

/**
 * The class of human development: low below 0.550, medium below 0.700, high below 0.800, very high from
 * there, on the index as it is printed.
 *
 * @param hdi - Human Development Index, 0 to 1, rounded or not.
 * @throws VitalError `indicators/not-a-proportion`.
 *
 * Source: UNDP (2025), Human Development Report 2025, technical note 1.
 *
 * @example
 * ```ts
 * import { developmentClass } from "@vitalcore/indicators/human-development";
 * developmentClass(0.6998); // => "high"
 * ```
 */
export function developmentClass(hdi: number): DevelopmentClass {
  requireInputs([], { hdi });
  const printed = toThreeDecimals(hdi);
  if (printed < 0.55) return "low";
  if (printed < 0.7) return "medium";
  return printed < 0.8 ? "high" : "very high";
}

/**
 * Ranks as the report gives them: of the printed values, ties sharing the lowest number.
 *
 * @param values - of one index, NaN where missing.
 * @param best - whether rank 1 is the highest (human development) or the lowest value (gender inequality).
 * @returns ranks from 1, NaN where the value is missing.
 *
 * Source: UNDP (2025), Human Development Report 2025, readers' guide.
 *
 * @example
 * ```ts
 * import { publishedRanks } from "@vitalcore/indicators/human-development";
 * [...publishedRanks([0.9699, 0.972, 0.9701, 0.388])]; // => [2, 1, 2, 4]
 * ```
 */
export function publishedRanks(
  values: ArrayLike<number>,
  best: "highest" | "lowest" = "highest",
): Float64Array {
  const printed = Float64Array.from(values, toThreeDecimals);
  return ranks(printed, {
    ties: "min",
    order: best === "highest" ? "descending" : "ascending",
  });
}
