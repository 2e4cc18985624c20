import { VitalError } from "@vitalcore/core";
import { type Demand, notNegative, positive, requireInputs } from "../input-checks.js";
import { find } from "./catalog.js";
import type { HdrEdition } from "./edition.js";
import { toThreeDecimals } from "./published.js";

/** What the index adjusted for planetary pressures is made of. */
export interface PhdiComponents {
  /** Human Development Index, 0 to 1; it enters as printed, with three decimals. */
  readonly hdi: number;
  /** Carbon dioxide emitted in production, tonnes per person. */
  readonly carbonDioxide: number;
  /** Material footprint, tonnes per person. */
  readonly materialFootprint: number;
}

/** The index adjusted for planetary pressures. */
export interface Phdi {
  /** 0 to 1, unrounded. */
  readonly value: number;
  /** By what the Human Development Index is multiplied: 1 is no pressure. */
  readonly adjustment: number;
  /** 1 - PHDI / HDI of the printed values, as a proportion; `null` where the HDI is 0. */
  readonly loss: number | null;
}

/**
 * The Planetary pressures-adjusted Human Development Index: the printed HDI × the mean of (highest - emissions) /
 * highest and (highest - footprint) / highest, the highest being that of the edition's own series.
 *
 * @param components - index, tonnes per person, tonnes per person.
 * @param maxima - highest values of the edition: `hdr2025.pressureMaxima`.
 * @throws VitalError `indicators/not-a-proportion`, `indicators/invalid-input`, `indicators/above-maximum`.
 *
 * Source: UNDP (2025), Human Development Report 2025, technical note 6.
 *
 * @example
 * ```ts
 * import { hdr2025, phdi, published } from "@vitalcore/indicators/human-development";
 * const { value } = phdi(
 *   { hdi: 0.97, carbonDioxide: 7, materialFootprint: 38 },
 *   hdr2025.pressureMaxima!,
 * );
 * published(value); // => 0.722
 * ```
 */
export function phdi(
  components: PhdiComponents,
  maxima: NonNullable<HdrEdition["pressureMaxima"]>,
): Phdi {
  const { hdi, carbonDioxide, materialFootprint } = components;
  const pressures = { carbonDioxide, materialFootprint };
  const names = ["carbonDioxide", "materialFootprint"] as const;
  const demands: Demand[] = names.flatMap((name) => [
    notNegative(name, pressures[name], "tonnes per person, zero or positive"),
    positive(`the highest ${name}`, maxima[name]),
  ]);
  requireInputs(demands, { hdi });
  const above = names.filter((name) => pressures[name] > maxima[name]);
  if (above.length > 0) {
    throw new VitalError(
      above.map((name) =>
        find("indicators/above-maximum", {
          found: pressures[name],
          facts: { name, most: maxima[name] },
        }),
      ),
    );
  }
  const [carbon, material] = names.map((name) => 1 - pressures[name] / maxima[name]) as [
    number,
    number,
  ];
  const adjustment = (carbon + material) / 2;
  const printed = toThreeDecimals(hdi);
  const value = printed * adjustment;
  return { value, adjustment, loss: printed === 0 ? null : 1 - toThreeDecimals(value) / printed };
}
