import type { Finding } from "@vitalcore/core";
import { type IndicatorDefinition, type Observation, observationKey } from "@vitalcore/domain";
import { type Calculated, derive } from "../derive.js";
import { requireInputs } from "../input-checks.js";
import { together } from "../pairing.js";
import { find } from "./catalog.js";
import { type IntervalOptions, levelDemand } from "./crude-rate.js";
import { poissonLimits } from "./interval.js";

/** Counts and the populations that divide them. */
export interface RateObservations {
  /** Events or people counted, in people, cases or movements. */
  readonly counts: readonly Observation[];
  /** Population, in people: not in thousands. */
  readonly population: readonly Observation[];
}

/** Options of {@link rates}. */
export interface RatesOptions extends IntervalOptions {
  /**
   * Whether the counts are of independent events, so that chance has a part in them: deaths have exact limits
   * then (`events`); people who fled together, or a register, have none (`people`, if left out).
   */
  readonly counted?: "events" | "people";
}

const COUNTS: ReadonlySet<string> = new Set(["PERSONS", "CASES", "MOVEMENTS"]);

/**
 * Rates per population wherever a count and a population are observed for the same area, period and breakdown: deaths,
 * victims, displaced people. The definition says per how many.
 *
 * @param definition - of the rate, for example `idpShare`.
 * @param input - observations of counts and of population, each in people or cases.
 * @param options - whether counts are `events`, with exact limits, and their `level`.
 * @returns observations in the unit of the definition; where a count or a population is impossible or in another unit the
 *   value is `null`, and what is wrong is reported.
 * @throws VitalError `indicators/invalid-input` for the level.
 *
 * Source: limits of Garwood (1936), Biometrika 28.
 *
 * @example
 * ```ts
 * import { idpShare } from "@vitalcore/domain/indicators";
 * import { rates } from "@vitalcore/indicators/rates";
 * const at = { area: "COL", period: "2020", unit: "PERSONS" };
 * const { observations } = rates(idpShare, {
 *   counts: [{ ...at, indicator: "idps", value: 4_922_000 }],
 *   population: [{ ...at, indicator: "population", value: 50_882_000 }],
 * });
 * observations[0]?.value; // => 9673.3619
 * ```
 */
export function rates(
  definition: IndicatorDefinition,
  input: RateObservations,
  options: RatesOptions = {},
): Calculated {
  const { counted = "people", level = 0.95 } = options;
  requireInputs([levelDemand(level)]);
  const findings: Finding[] = [];
  const { counts, population } = input;
  const parameters = { counted };
  const observations = together({ counts, population }, findings).flatMap((place) => {
    const inputs = [place.counts, place.population] as const;
    const problems = [
      ...problemsOf(place.counts, (value) => value >= 0, "a number, zero or positive"),
      ...problemsOf(place.population, (value) => value > 0, "a positive number"),
    ];
    findings.push(...problems);
    const [count, people] = [place.counts.value, place.population.value];
    if (problems.length > 0 || count === null || people === null) {
      return derive(definition, null, inputs, findings, { parameters });
    }
    const remarks = {
      parameters,
      ...(counted === "events" && { uncertainty: limitsOf(count, people, level) }),
    };
    return derive(definition, count / people, inputs, findings, remarks);
  });
  return { observations, findings };
}

function limitsOf(count: number, people: number, level: number) {
  const { lower, upper } = poissonLimits(count, level);
  return { interval: { lower: lower / people, upper: upper / people, level } };
}

function problemsOf(
  observation: Observation,
  isPossible: (value: number) => boolean,
  wanted: string,
): Finding[] {
  const { area, period, indicator: name, value, unit } = observation;
  const place = { observation: observationKey(observation), unit: area };
  if (!COUNTS.has(unit)) {
    return [find("indicators/count-unit", { place, found: unit, facts: { area, period, name } })];
  }
  if (value === null || isPossible(value)) return [];
  const facts = { area, period, name, wanted };
  return [find("indicators/impossible-count", { place, found: value, facts })];
}
