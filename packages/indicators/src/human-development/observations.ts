import type { Finding, Place } from "@vitalcore/core";
import { type Observation, observationKey } from "@vitalcore/domain";
import { type Calculated, derive } from "../derive.js";
import { unmet } from "../input-checks.js";
import { type Together, together } from "../pairing.js";
import { find } from "./catalog.js";
import { componentDemands, HDI_COMPONENTS, type HdiComponent } from "./components.js";
import { humanDevelopmentIndex } from "./definitions.js";
import { type HdrEdition, hdiGoalposts } from "./edition.js";
import { uncheckedHdi } from "./hdi.js";

/** Observations of the four components: life expectancy and schooling in years, income in dollars. */
export type HdiObservations = Readonly<Record<HdiComponent, readonly Observation[]>>;

/**
 * The Human Development Index wherever its four components are observed for the same area, period and
 * breakdown. Incomes must be at the price base of the edition, and all components of one edition.
 *
 * @param components - observations by component.
 * @param edition - of the report: see `hdr2025`.
 * @returns observations of `humanDevelopmentIndex`, unrounded, with the edition as a parameter. Where a component is
 *   missing, impossible, of another edition or at another price base the index is `null`, and what is wrong is reported.
 *
 * Source: as `hdi`.
 *
 * Source: UNDP, Human Development Report, technical notes of the edition.
 *
 * @example
 * ```ts
 * import { hdiObservations, hdr2025 } from "@vitalcore/indicators/human-development";
 * const at = { area: "IND", period: "2023", edition: "hdr2025" };
 * const { observations } = hdiObservations(
 *   {
 *     lifeExpectancy: [{ ...at, indicator: "life-expectancy", value: 72.003, unit: "YEARS" }],
 *     expectedSchooling: [{ ...at, indicator: "expected-schooling", value: 12.95454025, unit: "YEARS" }],
 *     meanSchooling: [{ ...at, indicator: "mean-schooling", value: 6.880000114, unit: "YEARS" }],
 *     gniPerPerson: [{ ...at, indicator: "gni-per-person", value: 9046.756336, unit: "PPP_DOLLAR_2021" }],
 *   },
 *   hdr2025,
 * );
 * observations[0]?.value; // => 0.684539
 * ```
 */
export function hdiObservations(components: HdiObservations, edition: HdrEdition): Calculated {
  const findings: Finding[] = [];
  const roles = Object.fromEntries(
    HDI_COMPONENTS.map((component) => [component, components[component]]),
  ) as HdiObservations;
  const observations = together(roles, findings).flatMap((place) => {
    const inputs = HDI_COMPONENTS.map((component) => place[component]) as [
      Observation,
      ...Observation[],
    ];
    const problems = problemsOf(place, inputs, edition);
    findings.push(...problems);
    const value = problems.length > 0 ? null : indexOf(place);
    return derive(humanDevelopmentIndex, value, inputs, findings, {
      parameters: { edition: edition.id },
    });
  });
  return { observations, findings };
}

function valuesOf(place: Together<HdiComponent>) {
  const { lifeExpectancy, expectedSchooling, meanSchooling, gniPerPerson } = place;
  return {
    lifeExpectancy: lifeExpectancy.value as number,
    expectedSchooling: expectedSchooling.value as number,
    meanSchooling: meanSchooling.value as number,
    gniPerPerson: gniPerPerson.value as number,
  };
}

function indexOf(place: Together<HdiComponent>): number | null {
  const isComplete = HDI_COMPONENTS.every((component) => place[component].value !== null);
  return isComplete ? uncheckedHdi(valuesOf(place), hdiGoalposts).value : null;
}

function problemsOf(
  place: Together<HdiComponent>,
  inputs: readonly [Observation, ...Observation[]],
  edition: HdrEdition,
): Finding[] {
  const { area, period } = inputs[0];
  const at: Place = { observation: observationKey(inputs[0]), unit: area };
  const findings: Finding[] = [];
  const editions = new Set(inputs.map((input) => input.edition));
  if (editions.size > 1) {
    const facts = { area, period, editions: [...editions].map((each) => each ?? "none stated") };
    findings.push(find("indicators/mixed-editions", { place: at, facts }));
  }
  const { unit } = place.gniPerPerson;
  if (unit !== edition.incomeUnit) {
    const facts = { area, period, edition: edition.id, wanted: edition.incomeUnit };
    findings.push(find("indicators/price-base", { place: at, found: unit, facts }));
  }
  const present = new Set(
    HDI_COMPONENTS.filter((component) => place[component].value !== null) as string[],
  );
  const impossible = unmet(
    componentDemands(valuesOf(place)).filter(({ name }) => present.has(name)),
  );
  findings.push(...impossible.map((finding) => ({ ...finding, place: at })));
  return findings;
}
