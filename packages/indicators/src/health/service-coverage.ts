import { throwIfErrors } from "@vitalcore/core";
import { positive, requireInputs } from "../input-checks.js";
import { findNonProportions } from "../proportion.js";

/** Coverage of the tracer interventions of essential health services, as proportions; `null` where not known. */
export interface ServiceTracers {
  /** Family planning, antenatal care, immunization of children, care for child pneumonia ... */
  readonly reproductiveAndChild: Readonly<Record<string, number | null>>;
  /** Tuberculosis, HIV, malaria (where it is endemic), sanitation ... */
  readonly infectious: Readonly<Record<string, number | null>>;
  /** Blood pressure, diabetes, no use of tobacco ... */
  readonly noncommunicable: Readonly<Record<string, number | null>>;
  /** Hospital beds, health workers, capacity for emergencies: each rescaled to its threshold. */
  readonly capacity: Readonly<Record<string, number | null>>;
}

/** The service coverage index with its parts, from 0 to 100. */
export interface ServiceCoverage {
  /** For `uhcIndex`; `null` where a group has no known tracer. */
  readonly value: number | null;
  readonly unit: "INDEX_0_100";
  readonly groups: Readonly<Record<keyof ServiceTracers, number | null>>;
  /** Tracers that are not known: their group rests on the others. */
  readonly unknown: readonly string[];
}

const GROUPS = ["reproductiveAndChild", "infectious", "noncommunicable", "capacity"] as const;

/** Coverage of nothing would make the whole index nothing: it counts as one per cent. */
const FLOOR = 0.01;

/**
 * The index of coverage of essential health services: the geometric mean of four groups, each the geometric mean of its tracers.
 *
 * @param tracers - coverage as proportions. A tracer that does not apply (bed nets where there is no malaria) is left out.
 * @returns a value that `observe` takes for `uhcIndex`.
 * @throws VitalError `indicators/not-a-proportion`, `indicators/invalid-input`.
 *
 * Source: WHO and World Bank (2023), Tracking universal health coverage, annex 1; metadata of SDG indicator 3.8.1; Hogan et al.
 * (2018), Lancet Global Health 6.
 *
 * @example
 * ```ts
 * import { serviceCoverage } from "@vitalcore/indicators/health";
 * const { value, groups } = serviceCoverage({
 *   reproductiveAndChild: { familyPlanning: 0.8, antenatalCare: 0.9, immunization: 0.85, pneumonia: 0.7 },
 *   infectious: { tuberculosis: 0.6, hiv: 0.7, sanitation: 0.5 },
 *   noncommunicable: { bloodPressure: 0.5, diabetes: 0.6, noTobacco: 0.8 },
 *   capacity: { beds: 0.9, workers: 0.5, emergencies: 0.6 },
 * });
 * value; // => 66.293882
 * groups.infectious; // => 59.439220
 * ```
 */
export function serviceCoverage(tracers: ServiceTracers): ServiceCoverage {
  const entries = GROUPS.map((group) => [group, Object.entries(tracers[group])] as const);
  const known = entries.flatMap(([group, own]) =>
    own
      .filter((entry): entry is [string, number] => entry[1] !== null)
      .map(([name, share]): [string, number] => [`${group}.${name}`, share]),
  );
  throwIfErrors(findNonProportions(Object.fromEntries(known)));
  requireInputs(
    entries.map(([group, own]) => positive(`the number of tracers of ${group}`, own.length)),
  );
  const groups = Object.fromEntries(
    entries.map(([group, own]) => [
      group,
      geometricMean(own.flatMap(([, share]) => (share === null ? [] : [Math.max(FLOOR, share)]))),
    ]),
  ) as Record<keyof ServiceTracers, number | null>;
  const means = GROUPS.flatMap((group) => groups[group] ?? []);
  const inPercent = (share: number | null) => (share === null ? null : 100 * share);
  return {
    value: means.length < GROUPS.length ? null : inPercent(geometricMean(means)),
    unit: "INDEX_0_100",
    groups: Object.fromEntries(GROUPS.map((group) => [group, inPercent(groups[group])])) as Record<
      keyof ServiceTracers,
      number | null
    >,
    unknown: entries.flatMap(([group, own]) =>
      own.filter(([, share]) => share === null).map(([name]) => `${group}.${name}`),
    ),
  };
}

function geometricMean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
