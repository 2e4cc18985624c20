import { type Finding, throwIfErrors } from "@vitalcore/core";
import { positive, requireInputs, wholeCount } from "../input-checks.js";
import { find } from "./catalog.js";

/** A known breach of personal data. */
export interface DataBreach {
  /** Of the notification, so that none is counted twice. */
  readonly id: string;
  /** Records of persons of the population; `null` where not known. */
  readonly records: number | null;
}

/** Exposure of a population to known breaches. */
export interface DataBreachExposure {
  /** Records per head: `observe` expresses them per 1,000 for `dataBreachExposure`. */
  readonly value: number;
  readonly scale: "proportion";
  readonly records: number;
  /** Share of the records that the largest breach has; `null` without records. */
  readonly largest: number | null;
  /** Breaches, and those whose records are not known. */
  readonly breaches: number;
  readonly unknown: number;
  readonly findings: readonly Finding[];
}

/**
 * Records in known breaches of personal data per head. Records are no people: one person may stand in many, so that the value can
 * exceed 1, and what nobody noticed or notified is outside.
 *
 * @param breaches - notified in a year, each once.
 * @param population - people at mid-year.
 * @throws VitalError `indicators/invalid-input`, `indicators/repeated-breach`.
 *
 * Source: notifications as article 33 of the EU General Data Protection Regulation (2016/679) and laws like it ask for them.
 *
 * @example
 * ```ts
 * import { observe } from "@vitalcore/domain";
 * import { dataBreachExposure } from "@vitalcore/domain/indicators";
 * import { breachExposure } from "@vitalcore/indicators/digital-governance";
 * const exposure = breachExposure(
 *   [{ id: "2024-17", records: 120_000 }, { id: "2024-31", records: null }],
 *   2_000_000,
 * );
 * observe(dataBreachExposure, exposure, { area: "NAM", period: "2024" }).value; // => 60
 * exposure.unknown; // => 1
 * ```
 */
export function breachExposure(
  breaches: readonly DataBreach[],
  population: number,
): DataBreachExposure {
  requireInputs([
    positive("population", population),
    ...breaches
      .filter(({ records }) => records !== null)
      .map(({ id, records }) => wholeCount(`records of ${id}`, records)),
  ]);
  const ids = breaches.map(({ id }) => id);
  throwIfErrors(
    ids.flatMap((found, i) => {
      const first = ids.indexOf(found) + 1;
      if (first === i + 1) return [];
      return [find("indicators/repeated-breach", { found, facts: { first, second: i + 1 } })];
    }),
  );
  const known = breaches.flatMap(({ records }) => records ?? []);
  const records = known.reduce((sum, each) => sum + each, 0);
  const unknown = breaches.length - known.length;
  return {
    value: records / population,
    scale: "proportion",
    records,
    largest: records === 0 ? null : Math.max(...known) / records,
    breaches: breaches.length,
    unknown,
    findings:
      unknown === 0
        ? []
        : [
            find("indicators/records-unknown", {
              found: unknown,
              facts: { count: breaches.length },
            }),
          ],
  };
}
