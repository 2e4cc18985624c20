import { type Finding, throwIfErrors } from "@vitalcore/core";

import { findNonProportions } from "../proportion.js";
import { find } from "./catalog.js";

/** Shares of the population, as proportions from 0 to 1. */
export interface ConnectivityShares {
  /** People who live where there is a mobile broadband signal (3G or better). */
  readonly coverage: number;
  /** People who use the internet. */
  readonly use: number;
}

/** Options of {@link connectivityGaps}. */
export interface ConnectivityGapOptions {
  /**
   * By how much use may exceed coverage, as a proportion, before the two are held to measure different
   * things. 0.01 if left out.
   */
  readonly tolerance?: number;
}

/** 0.98 - 0.97 exceeds 0.01 by the rounding of doubles, not by people. */
const ROUNDING = 1e-12;

/** Connectivity gaps as proportions; `null` where a gap is not defined, with a finding that says why. */
export interface ConnectivityGaps {
  /** People without coverage, of all. */
  readonly coverageGap: number;
  /** People covered and offline, of all. Never put it in an index: it falls when coverage falls. */
  readonly usageGap: number | null;
  /** People covered and offline, of the covered. */
  readonly usageGapCovered: number | null;
  readonly findings: readonly Finding[];
}

/**
 * Coverage gap, usage gap of all and usage gap of the covered from the two shares they rest on. The
 * check is 0 ≤ use ≤ coverage: the identity use + usage gap + coverage gap = 1 holds by construction
 * here, and proves nothing.
 *
 * Use slightly above coverage (within the tolerance) gives a gap of 0 and a finding; further above, the
 * gaps are `null`, since use (any network, any device) and coverage (mobile networks) then measure
 * different people.
 *
 * @param shares - coverage and use, as proportions from 0 to 1.
 * @returns the gaps as proportions, and findings.
 * @throws VitalError `indicators/not-a-proportion`.
 *
 * Source: GSMA (2024), The State of Mobile Internet Connectivity, definitions of the two gaps.
 *
 * @example
 * ```ts
 * import { connectivityGaps } from "@vitalcore/indicators/connectivity";
 * // India, 2017: 88 % covered, 32 % online
 * const gaps = connectivityGaps({ coverage: 0.88, use: 0.32 });
 * gaps.coverageGap; // => 0.12
 * gaps.usageGap; // => 0.56
 * gaps.usageGapCovered; // => 0.6363636364
 * ```
 */
export function connectivityGaps(
  shares: ConnectivityShares,
  options: ConnectivityGapOptions = {},
): ConnectivityGaps {
  const { coverage, use } = shares;
  const { tolerance = 0.01 } = options;
  throwIfErrors(findNonProportions({ coverage, use, tolerance }));
  const coverageGap = 1 - coverage;
  const facts = { coverage, use, tolerance };
  if (use - coverage > tolerance + ROUNDING) {
    const findings = [find("indicators/definition-differs", { facts })];
    return { coverageGap, usageGap: null, usageGapCovered: null, findings };
  }
  const findings: Finding[] = [];
  if (use > coverage) findings.push(find("indicators/use-above-coverage", { facts }));
  if (coverage === 0) findings.push(find("indicators/nobody-covered", {}));
  const usageGap = Math.max(0, coverage - use);
  const usageGapCovered = coverage === 0 ? null : usageGap / coverage;
  return { coverageGap, usageGap, usageGapCovered, findings };
}
