import { notNegative, positive, requireInputs, wholeCount } from "../input-checks.js";

/** Counts of a platform's transparency report. */
export interface PlatformCounts {
  /** Reports by users in the period. */
  readonly reports: number;
  /** Those acted on: removed, restricted, account suspended. */
  readonly actioned: number;
}

/** What a platform did with reports; counts enforcement, not violence, and is never pooled with prevalence. */
export interface PlatformAction {
  readonly value: number | null;
  readonly scale: "proportion";
  readonly n: number;
}

/**
 * The share of reports on which a platform acted. It says what a platform does with what is reported to it, and nothing about how
 * much violence there is.
 *
 * @param counts - of one platform and period; action on what nobody reported is outside.
 * @returns a proportion; `null` without reports.
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: transparency reporting under the EU Digital Services Act, articles 15 and 24.
 *
 * @example
 * ```ts
 * import { platformActionRate } from "@vitalcore/indicators/violence";
 * platformActionRate({ reports: 1200, actioned: 300 }).value; // => 0.25
 * ```
 */
export function platformActionRate(counts: PlatformCounts): PlatformAction {
  const { reports, actioned } = counts;
  requireInputs([
    wholeCount("reports", reports),
    wholeCount("actioned", actioned),
    {
      name: "actioned",
      value: actioned,
      wanted: `not more than the ${reports} reports`,
      isMet: !(actioned > reports),
    },
  ]);
  return { value: reports === 0 ? null : actioned / reports, scale: "proportion", n: reports };
}

/** What remains unseen by the authorities. */
export interface DarkFigure {
  /** Share of victims who did not report, as a proportion. */
  readonly unreported: number;
  /** Incidents told to the survey for each one recorded; `null` where nothing is recorded. */
  readonly ratio: number | null;
}

/**
 * The dark figure: the share of victims who did not report, and how many incidents the survey finds for each one on
 * record.
 *
 * @param reporting - `reported`: share of victims who reported, as a proportion; `surveyed`: incidents estimated from
 *   the survey; `recorded`: offences on record, of the same acts, people and time.
 * @throws VitalError `indicators/not-a-proportion`, `indicators/invalid-input`.
 *
 * Source: Skogan (1977), Dimensions of the dark figure of unreported crime, Crime and Delinquency 23.
 *
 * @example
 * ```ts
 * import { darkFigure } from "@vitalcore/indicators/violence";
 * const { unreported, ratio } = darkFigure({ reported: 0.268, surveyed: 42_000, recorded: 1500 });
 * unreported; // => 0.732
 * ratio; // => 28
 * ```
 */
export function darkFigure(reporting: {
  readonly reported: number;
  readonly surveyed: number;
  readonly recorded: number;
}): DarkFigure {
  const { reported, surveyed, recorded } = reporting;
  requireInputs([notNegative("surveyed", surveyed), notNegative("recorded", recorded)], {
    reported,
  });
  return { unreported: 1 - reported, ratio: recorded === 0 ? null : surveyed / recorded };
}

/** Acts with the severity that counts for each. */
export interface SeverityScale {
  /** Severity by act, zero or positive; a choice of the study, published with every figure. */
  readonly severity: Readonly<Record<string, number>>;
  /** The highest frequency code: how often is "often". */
  readonly mostFrequent: number;
}

/**
 * The severity score of one respondent: frequencies weighted by severity over the highest possible, 0 (none) to 100 (all acts as often
 * as can be). Its mean over respondents is the severity index.
 *
 * @param frequencies - by act, 0 for not met; every act of the scale.
 * @param scale - severities, and the highest frequency.
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: composite abuse scales: Hegarty, Bush and Sheehan (2005), The composite abuse scale, Violence and Victims 20.
 *
 * @example
 * ```ts
 * import { severityScore } from "@vitalcore/indicators/violence";
 * const scale = { severity: { threats: 3, insults: 1 }, mostFrequent: 3 };
 * severityScore({ threats: 1, insults: 3 }, scale); // => 50
 * ```
 */
export function severityScore(
  frequencies: Readonly<Record<string, number>>,
  scale: SeverityScale,
): number {
  const { severity, mostFrequent } = scale;
  const acts = Object.keys(severity);
  requireInputs([
    positive("mostFrequent", mostFrequent),
    ...acts.map((act) => notNegative(`the severity of ${act}`, severity[act])),
    positive(
      "the sum of severities",
      acts.reduce((sum, act) => sum + (severity[act] ?? 0), 0),
    ),
    ...acts.map((act) => ({
      name: `the frequency of ${act}`,
      value: frequencies[act] ?? null,
      wanted: `a number from 0 to ${mostFrequent}`,
      isMet: (frequencies[act] ?? -1) >= 0 && (frequencies[act] as number) <= mostFrequent,
    })),
    ...Object.keys(frequencies)
      .filter((act) => !Object.hasOwn(severity, act))
      .map((act) => ({ name: "an act", value: act, wanted: "one with a severity", isMet: false })),
  ]);
  const sum = acts.reduce(
    (all, act) => all + (severity[act] as number) * (frequencies[act] as number),
    0,
  );
  const most = acts.reduce((all, act) => all + (severity[act] as number) * mostFrequent, 0);
  return (100 * sum) / most;
}
