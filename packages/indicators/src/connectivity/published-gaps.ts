import { type Finding, throwIfErrors } from "@vitalcore/core";
import { findNonProportions } from "../proportion.js";
import { find } from "./catalog.js";

/** A published triple, as proportions of all people. */
export interface PublishedGaps {
  readonly use: number;
  readonly usageGap: number;
  readonly coverageGap: number;
}

/**
 * Checks that published use, usage gap and coverage gap add up to the whole, as they must where one source
 * publishes all three of the same people.
 *
 * @param gaps - the three, as proportions of all people.
 * @param options - `tolerance`: 0.015 if left out, three figures rounded to a percent.
 * @returns a finding where they do not.
 * @throws VitalError `indicators/not-a-proportion`.
 *
 * Source: GSMA (2024), The State of Mobile Internet Connectivity: connected + usage gap + coverage gap = 100 %.
 *
 * @example
 * ```ts
 * import { checkPublishedGaps } from "@vitalcore/indicators/connectivity";
 * checkPublishedGaps({ use: 0.57, usageGap: 0.39, coverageGap: 0.04 }); // => []
 * checkPublishedGaps({ use: 0.57, usageGap: 0.41, coverageGap: 0.04 }).length; // => 1
 * ```
 */
export function checkPublishedGaps(
  gaps: PublishedGaps,
  options: { readonly tolerance?: number } = {},
): Finding[] {
  const { use, usageGap, coverageGap } = gaps;
  const { tolerance = 0.015 } = options;
  throwIfErrors(findNonProportions({ use, usageGap, coverageGap, tolerance }));
  const sum = use + usageGap + coverageGap;
  if (Math.abs(sum - 1) <= tolerance + 1e-12) return [];
  const facts = { use, usageGap, coverageGap, tolerance };
  return [find("indicators/triple-does-not-add-up", { found: Number(sum.toPrecision(12)), facts })];
}

/** Change of use between two times: through coverage and through use of the covered; the two add up. */
export interface UseChange {
  readonly change: number;
  /** Through more or fewer people being covered. */
  readonly coverage: number;
  /** Through more or fewer of the covered being online. */
  readonly usage: number;
}

/**
 * Decomposes the change of internet use between two times into coverage and use among the covered; what both do
 * together is shared equally (Shapley).
 *
 * @param from - coverage and use at the first time, as proportions, use not above coverage.
 * @param to - at the second time.
 * @returns parts in proportions of all people.
 * @throws VitalError `indicators/not-a-proportion`, `indicators/definition-differs` where use exceeds coverage,
 *   `indicators/nobody-covered`.
 *
 * Source: Shorrocks (2013), Decomposition procedures for distributional analysis, Journal of Economic Inequality 11.
 *
 * @example
 * ```ts
 * import { useChange } from "@vitalcore/indicators/connectivity";
 * const parts = useChange({ coverage: 0.5, use: 0.2 }, { coverage: 0.8, use: 0.4 });
 * parts.coverage; // => 0.135
 * parts.usage; // => 0.065
 * ```
 */
export function useChange(
  from: { readonly coverage: number; readonly use: number },
  to: { readonly coverage: number; readonly use: number },
): UseChange {
  throwIfErrors(
    findNonProportions({
      "coverage before": from.coverage,
      "use before": from.use,
      "coverage after": to.coverage,
      "use after": to.use,
    }),
  );
  throwIfErrors(
    [from, to].flatMap(({ coverage, use }): Finding[] => {
      if (coverage === 0) return [find("indicators/nobody-covered", { severity: "error" })];
      const facts = { coverage, use };
      return use > coverage
        ? [find("indicators/definition-differs", { severity: "error", facts })]
        : [];
    }),
  );
  const [before, after] = [from.use / from.coverage, to.use / to.coverage];
  return {
    change: to.use - from.use,
    coverage: ((to.coverage - from.coverage) * (before + after)) / 2,
    usage: ((after - before) * (from.coverage + to.coverage)) / 2,
  };
}
