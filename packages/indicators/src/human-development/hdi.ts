import { requireInputs } from "../input-checks.js";
import {
  componentDemands,
  goalpostDemands,
  HDI_COMPONENTS,
  type HdiComponent,
  type HdiComponents,
} from "./components.js";
import { type HdiGoalposts, hdiGoalposts } from "./edition.js";
import { combined, educationIndex, healthIndex, incomeIndex } from "./hdi-kernel.js";

/** The Human Development Index with its parts; none is rounded. */
export interface Hdi {
  /** Geometric mean of the three indices, 0 to 1. */
  readonly value: number;
  readonly health: number;
  readonly education: number;
  readonly income: number;
  /** Components beyond their goalposts, which count as at them. */
  readonly capped: readonly HdiComponent[];
}

/**
 * The Human Development Index: (health × education × income)^(1/3), where health is life expectancy between
 * its goalposts, education the mean of the two indices of schooling, and income the logarithm of income
 * per person between those of its goalposts. Every component counts as at its goalpost when it is beyond.
 *
 * @param components - years, years, years, and dollars at the price base of one edition.
 * @param goalposts - of the report since 2014 if left out.
 * @returns the index and its three parts, 0 to 1, unrounded; see `published` for the printed value.
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: UNDP (2025), Human Development Report 2025, technical note 1.
 *
 * @example
 * ```ts
 * import { hdi, published } from "@vitalcore/indicators/human-development";
 * // India in 2023, edition of 2025
 * const india = hdi({
 *   lifeExpectancy: 72.003,
 *   expectedSchooling: 12.95454025,
 *   meanSchooling: 6.880000114,
 *   gniPerPerson: 9046.756336,
 * });
 * india.education; // => 0.589182
 * published(india.value); // => 0.685
 * ```
 */
export function hdi(components: HdiComponents, goalposts: HdiGoalposts = hdiGoalposts): Hdi {
  requireInputs([...goalpostDemands(goalposts), ...componentDemands(components)]);
  return uncheckedHdi(components, goalposts);
}

/** The index of components that are checked already. */
export function uncheckedHdi(components: HdiComponents, goalposts: HdiGoalposts): Hdi {
  const health = healthIndex(components.lifeExpectancy, goalposts);
  const education = educationIndex(
    components.expectedSchooling,
    components.meanSchooling,
    goalposts,
  );
  const income = incomeIndex(components.gniPerPerson, goalposts);
  const capped = HDI_COMPONENTS.filter((component) => {
    const [lowest, highest] = goalposts[component];
    return components[component] < lowest || components[component] > highest;
  });
  return { value: combined(health, education, income), health, education, income, capped };
}
