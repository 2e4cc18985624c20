import { type Cell, type Finding, isVitalError } from "@vitalcore/core";
import {
  type IndicatorDefinition,
  type Observation,
  type ObserveContext,
  observe,
} from "@vitalcore/domain";
import type { Estimate } from "@vitalcore/survey";
import type { Calculated } from "../derive.js";

/** How a column of groups is written in a breakdown. */
export interface BreakdownAxis {
  /** Axis of the breakdown, such as "urbanisation". */
  readonly axis: string;
  /** Categories by the values of the column, such as `{ 1: "U", 2: "R" }`; the values themselves if left out. */
  readonly categories?: Readonly<Record<string, string>>;
}

/** What the observations are of, and how groups are written. */
export interface ObserveEstimatesOptions {
  /** Axes by column of the groups; a column that is not named is its own axis. */
  readonly axes?: Readonly<Record<string, BreakdownAxis>>;
}

/**
 * Observations of survey estimates, one for each group: value, standard error, interval and n in the unit of the definition, groups as breakdown. An
 * estimate without a value is missing, with status "M".
 *
 * @param definition - the indicator that was estimated.
 * @param estimates - of one indicator, as proportions or in the unit of the definition.
 * @param context - area, period, source; `breakdown` joins that of the groups.
 * @param options - how groups are written.
 * @returns observations, and findings for those that `observe` refuses.
 *
 * Source: SDMX (2021), breakdowns as dimensions of observations; the estimates name their own method.
 *
 * @example
 * ```ts
 * import { internetUse } from "@vitalcore/domain/indicators";
 * import { connectivityEstimates, observeEstimates } from "@vitalcore/indicators/microdata";
 * const { shares } = connectivityEstimates(
 *   { psu: [1, 1, 2, 2], place: [1, 2, 1, 2], online: [1, 2, 1, 1] },
 *   { clusters: "psu" },
 *   { uses: { column: "online", yes: 1, no: 2 } },
 *   { by: "place" },
 * );
 * const { observations } = observeEstimates(
 *   internetUse,
 *   shares["internet-use"] ?? [],
 *   { area: "NAM", period: "2018" },
 *   { axes: { place: { axis: "urbanisation", categories: { 1: "U", 2: "R" } } } },
 * );
 * observations.map(({ breakdown, value }) => [breakdown?.["urbanisation"], value]); // => [["U", 100], ["R", 50]]
 * ```
 */
export function observeEstimates(
  definition: IndicatorDefinition,
  estimates: readonly Estimate[],
  context: ObserveContext,
  options: ObserveEstimatesOptions = {},
): Calculated {
  const findings: Finding[] = [];
  const observations = estimates.flatMap((estimate): Observation[] => {
    const { value, standardError, interval, n, nMissing, scale } = estimate;
    const breakdown = { ...context.breakdown, ...breakdownOf(estimate.group, options) };
    const limits =
      interval?.lower == null || interval.upper === null
        ? null
        : { lower: interval.lower, upper: interval.upper, level: interval.level };
    try {
      return [
        observe(
          definition,
          {
            value,
            ...(value !== null && { standardError, interval: limits }),
            n,
            nMissing,
            ...(scale === "proportion" ? { scale } : { unit: definition.unit }),
          },
          {
            ...context,
            ...(Object.keys(breakdown).length > 0 && { breakdown }),
            ...(value === null && context.status === undefined && { status: "M" }),
          },
        ),
      ];
    } catch (error) {
      if (!isVitalError(error)) throw error;
      findings.push(...error.findings);
      return [];
    }
  });
  return { observations, findings };
}

function breakdownOf(
  group: Readonly<Record<string, Cell>>,
  { axes = {} }: ObserveEstimatesOptions,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(group).map(([column, cell]) => {
      const { axis, categories = {} } = axes[column] ?? { axis: column };
      return [axis, categories[String(cell)] ?? String(cell)];
    }),
  );
}
