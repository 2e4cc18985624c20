import { TOTAL } from "../breakdown.js";
import type { IndicatorDefinition, IndicatorInput } from "../indicator-definition.js";
import type { Observation } from "../observation.js";

/** Whether an indicator can be computed for an area and period, and what is missing for it. */
export interface Computability {
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  /** Inputs for which there is a value. */
  readonly present: readonly IndicatorInput[];
  /** Inputs for which there is none, or that no indicator holds. */
  readonly missing: readonly IndicatorInput[];
  /** Nothing is missing. */
  readonly computable: boolean;
}

/** Broken down by what is asked, and by nothing else. */
function fits(observation: Observation, input: IndicatorInput): boolean {
  if (observation.indicator !== input.indicator || observation.value === null) return false;
  const wanted = input.breakdown ?? {};
  const given = observation.breakdown ?? {};
  const axes = new Set([...Object.keys(wanted), ...Object.keys(given)]);
  return [...axes].every((axis) => (given[axis] ?? TOTAL) === (wanted[axis] ?? TOTAL));
}

/**
 * Which indicators can be computed from observations by their formula, for each area and period in which at
 * least one input is there. It says what is possible; the calculators of `@vitalcore/indicators` compute.
 *
 * @param definitions - those with `inputs` are looked at.
 * @param observations - a missing value (`null`) is no input.
 *
 * @example
 * ```ts
 * import { usageGap } from "@vitalcore/domain/indicators";
 * import { computableFrom } from "@vitalcore/domain/model";
 * const use = { indicator: "internet-use", area: "NAM", period: "2018", value: 51, unit: "PERCENT" };
 * const [found] = computableFrom([usageGap], [use]);
 * found?.computable; // => false
 * found?.missing.map(({ indicator }) => indicator); // => ["mobile-broadband-coverage"]
 * ```
 */
export function computableFrom(
  definitions: Iterable<IndicatorDefinition>,
  observations: Iterable<Observation>,
): readonly Computability[] {
  const cells = new Map<string, Observation[]>();
  for (const observation of observations) {
    const key = JSON.stringify([observation.area, observation.period]);
    const held = cells.get(key);
    if (held === undefined) cells.set(key, [observation]);
    else held.push(observation);
  }
  const found: Computability[] = [];
  for (const { id, inputs = [] } of definitions) {
    if (!inputs.some(({ indicator }) => indicator !== undefined)) continue;
    for (const cell of cells.values()) {
      const present = inputs.filter((input) => cell.some((each) => fits(each, input)));
      if (present.length === 0) continue;
      const { area, period } = cell[0] as Observation;
      const missing = inputs.filter((input) => !present.includes(input));
      const computable = missing.length === 0;
      found.push({ indicator: id, area, period, present, missing, computable });
    }
  }
  return found;
}
