import type { Finding } from "@vitalcore/core";
import type { Observation, ObsStatus } from "@vitalcore/domain";
import { observationKey } from "@vitalcore/domain";
import { coverageGap, usageGap, usageGapCovered } from "@vitalcore/domain/indicators";
import { find } from "../catalog.js";
import { type Calculated, derive, proportionOf } from "../derive.js";
import { byPlace } from "../pairing.js";
import { type ConnectivityGapOptions, connectivityGaps } from "./gaps.js";

/**
 * The coverage gap (`coverage-gap`) of every observation of coverage.
 *
 * @param coverage - shares of the population covered, in percent or another multiple of a proportion.
 * @returns observations in the same order; a missing coverage gives a missing gap.
 *
 * Source: ITU, SDG indicator 9.c.1 (population covered by a mobile network); GSMA (2024), The State of Mobile Internet
 * Connectivity, coverage gap.
 *
 * @example
 * ```ts
 * import { coverageGaps } from "@vitalcore/indicators/connectivity";
 * const { observations } = coverageGaps([
 *   { indicator: "mobile-broadband-coverage", area: "IND", period: "2017", value: 88, unit: "PERCENT" },
 * ]);
 * observations[0]?.value; // => 12
 * ```
 */
export function coverageGaps(coverage: readonly Observation[]): Calculated {
  const findings: Finding[] = [];
  const observations = [...byPlace(coverage, findings).values()].flatMap((covered) => {
    const share = proportionOf(covered, findings);
    return derive(coverageGap, share === null ? null : 1 - share, [covered], findings);
  });
  return { observations, findings };
}

/** Coverage and use that are paired by area, period and breakdown. */
export interface UsageGapInput {
  /** Shares of the population covered by mobile broadband. */
  readonly coverage: readonly Observation[];
  /** Shares of the population that use the internet. */
  readonly use: readonly Observation[];
}

/**
 * Usage gaps of all people (`usage-gap`) and of the covered (`usage-gap-covered`), wherever coverage and
 * use are both observed. See {@link connectivityGaps} for what is computed when use exceeds coverage.
 *
 * @returns two observations for each pair. A gap that is not defined is `null` with a status: "D" where
 *   the definitions of use and coverage differ, "M" where nobody is covered, "O" where an input is missing.
 *   Observations without a partner are reported.
 *
 * Source: GSMA (2024), The State of Mobile Internet Connectivity, definitions of the two gaps.
 *
 * @example
 * ```ts
 * import { usageGaps } from "@vitalcore/indicators/connectivity";
 * const at = { area: "IND", period: "2017", unit: "PERCENT" };
 * const { observations } = usageGaps({
 *   coverage: [{ ...at, indicator: "mobile-broadband-coverage", value: 88 }],
 *   use: [{ ...at, indicator: "internet-use", value: 32 }],
 * });
 * observations.map(({ indicator, value }) => [indicator, value]); // => [["usage-gap", 56], ["usage-gap-covered", 63.636364]]
 * ```
 */
export function usageGaps(input: UsageGapInput, options: ConnectivityGapOptions = {}): Calculated {
  const findings: Finding[] = [];
  const coverageAt = byPlace(input.coverage, findings);
  const useAt = byPlace(input.use, findings);
  reportUnpaired(coverageAt, useAt, "internet use", findings);
  reportUnpaired(useAt, coverageAt, "coverage", findings);
  const observations = [...coverageAt].flatMap(([key, coverage]) => {
    const use = useAt.get(key);
    return use === undefined ? [] : gapsOf(coverage, use, options, findings);
  });
  return { observations, findings };
}

function reportUnpaired(
  places: ReadonlyMap<string, Observation>,
  others: ReadonlyMap<string, Observation>,
  absent: string,
  findings: Finding[],
): void {
  for (const [key, { area, period, indicator }] of places) {
    if (others.has(key)) continue;
    const facts = { area, period, present: indicator, absent };
    findings.push(find("indicators/unpaired-observation", { facts }));
  }
}

function gapsOf(
  coverage: Observation,
  use: Observation,
  options: ConnectivityGapOptions,
  findings: Finding[],
): Observation[] {
  const inputs = [coverage, use] as const;
  const parameters = { tolerance: options.tolerance ?? 0.01 };
  const shares = { coverage: proportionOf(coverage, findings), use: proportionOf(use, findings) };
  if (shares.coverage === null || shares.use === null) {
    return [usageGap, usageGapCovered].flatMap((gap) =>
      derive(gap, null, inputs, findings, { parameters }),
    );
  }
  const gaps = connectivityGaps({ coverage: shares.coverage, use: shares.use }, options);
  const place = { observation: observationKey(coverage), unit: coverage.area };
  findings.push(...gaps.findings.map((finding) => ({ ...finding, place })));
  const note = gaps.findings.map(({ message }) => message).join(" ");
  const remarks = {
    status: statusOf(gaps.findings),
    parameters,
    ...(note !== "" && { note }),
  };
  return [
    ...derive(usageGap, gaps.usageGap, inputs, findings, remarks),
    ...derive(usageGapCovered, gaps.usageGapCovered, inputs, findings, remarks),
  ];
}

/** What the findings of the gaps mean for the status of an observation. */
function statusOf(findings: readonly Finding[]): ObsStatus[] {
  const codes = new Map<string, ObsStatus>([
    ["indicators/definition-differs", "D"],
    ["indicators/use-above-coverage", "D"],
    ["indicators/nobody-covered", "M"],
  ]);
  return findings.flatMap(({ code }) => codes.get(code) ?? []);
}
