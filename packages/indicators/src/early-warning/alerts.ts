import { between, finite, oneOf, requireInputs } from "../input-checks.js";
import { changePoint } from "./change-point.js";
import { type ChangePointOptions, changePoints } from "./change-points.js";
import { cusumChart, ewmaChart, type InControl } from "./control-charts.js";
import { seasonalAnomalies } from "./seasonal.js";
import { presentOf, type Series } from "./series.js";
import { monotoneTrend } from "./trend.js";

/** What is watched for, as data. */
export type WarningRule =
  | {
      readonly kind: "threshold";
      readonly threshold: number;
      readonly direction: "above" | "below";
      /** Consecutive periods beyond the threshold that are needed; 1 if left out. A gap interrupts them. */
      readonly persistence?: number;
    }
  | {
      readonly kind: "trend";
      readonly direction: "rising" | "falling";
      /** Largest p-value of Mann and Kendall's test; 0.05 if left out. */
      readonly significance?: number;
    }
  | { readonly kind: "change-point"; readonly significance?: number }
  | ({ readonly kind: "change-points" } & ChangePointOptions)
  | { readonly kind: "seasonal-anomaly"; readonly seasons: number; readonly threshold?: number }
  | {
      readonly kind: "cusum";
      readonly inControl: InControl;
      readonly allowance?: number;
      readonly interval?: number;
    }
  | {
      readonly kind: "ewma";
      readonly inControl: InControl;
      readonly weight?: number;
      readonly width?: number;
    };

/** That a rule holds: which, when, on what data, how sure. */
export interface Alert {
  readonly rule: WarningRule;
  readonly indicator: string;
  readonly area: string;
  /** The period in which the rule came to hold. */
  readonly period: string;
  readonly value: number | null;
  /** What was found, in a sentence. */
  readonly evidence: string;
  /** Values that the rule rests on, and periods without one. */
  readonly n: number;
  readonly missing: number;
  /**
   * For a threshold: whether the limits of all values of the run lie beyond it too, so that sampling error does not explain
   * it; `null` where an observation has no limits.
   */
  readonly isCertain?: boolean | null;
  /** p-value of the rule, or periods between false alarms, where the rule has one. */
  readonly pValue?: number;
  readonly falseAlarmEvery?: number;
}

/**
 * Looks at a series with rules and gives an alert for each time that one comes to hold: which rule, when, on what data, how sure. An alert is a
 * question to people who know the place, not a finding.
 *
 * @param series - of {@link seriesOf}.
 * @param rules - as data.
 * @returns alerts in order of the rules, then of time.
 * @throws VitalError `indicators/invalid-input`, `indicators/too-short-series`.
 *
 * Source: Commission on Human Security (2003), Human Security Now, on prevention; the rules as the functions of
 * their names.
 *
 * @example
 * ```ts
 * import { seriesOf, watch } from "@vitalcore/indicators/early-warning";
 * const at = { indicator: "food-insecurity-fies", area: "SOM", unit: "PERCENT" };
 * const values = [20, 21, 26, 27, 28];
 * const series = seriesOf(values.map((value, i) => ({ ...at, period: `${2018 + i}`, value })));
 * const [alert] = watch(series, [{ kind: "threshold", threshold: 25, direction: "above", persistence: 2 }]);
 * alert?.period; // => "2021"
 * alert?.evidence; // => "above 25 for 2 periods"
 * ```
 */
export function watch(series: Series, rules: readonly WarningRule[]): Alert[] {
  requireInputs(
    rules.map(({ kind }) =>
      oneOf("the kind of a rule", kind, [
        "threshold",
        "trend",
        "change-point",
        "change-points",
        "seasonal-anomaly",
        "cusum",
        "ewma",
      ]),
    ),
  );
  return rules.flatMap((rule) => alertsOf(series, rule));
}

type Found = Pick<Alert, "evidence" | "isCertain" | "pValue" | "falseAlarmEvery"> & {
  readonly index: number;
};

function alertsOf(series: Series, rule: WarningRule): Alert[] {
  const { indicator, area, periods, values } = series;
  const n = presentOf(values).values.length;
  return foundBy(series, rule).map(({ index, ...rest }) => {
    const value = values[index] as number;
    return {
      rule,
      indicator,
      area,
      period: periods[index] as string,
      value: Number.isNaN(value) ? null : value,
      ...rest,
      n,
      missing: values.length - n,
    };
  });
}

function foundBy({ values, periods, limits }: Series, rule: WarningRule): Found[] {
  switch (rule.kind) {
    case "threshold":
      return crossings(values, limits, rule);
    case "trend": {
      const { direction, significance = 0.05 } = rule;
      const { s, slope, pValue } = monotoneTrend(values);
      const isSo = direction === "rising" ? s > 0 : s < 0;
      if (!isSo || pValue > significance) return [];
      const evidence = `${direction} by ${figure(Math.abs(slope))} a period`;
      return [{ index: values.length - 1, evidence, pValue }];
    }
    case "change-point": {
      const { after, before, since, pValue } = changePoint(values);
      if (pValue > (rule.significance ?? 0.05)) return [];
      return [
        { index: after + 1, evidence: `level from ${figure(before)} to ${figure(since)}`, pValue },
      ];
    }
    case "change-points":
      return changePoints(values, rule).changes.map(({ after, before, since, interval }) => {
        const sure =
          interval === null
            ? "no limits for its time"
            : `between ${periods[interval.from]} and ${periods[interval.to]} at ${100 * interval.level} %`;
        return {
          index: after + 1,
          evidence: `level from ${figure(before)} to ${figure(since)}, last before: ${sure}`,
        };
      });
    case "seasonal-anomaly":
      return seasonalAnomalies(values, rule.seasons, rule).map(({ index, expected, score }) => ({
        index,
        evidence: `${figure(expected)} was expected: ${figure(Math.abs(score))} robust standard deviations ${score > 0 ? "above" : "below"}`,
      }));
    default: {
      const chart =
        rule.kind === "cusum"
          ? cusumChart(values, rule.inControl, rule)
          : ewmaChart(values, rule.inControl, rule);
      const { falseAlarmEvery, limit } = chart;
      return chart.points
        .filter(({ alarm }) => alarm !== null)
        .map(({ index, alarm }) => ({
          index,
          evidence: `${alarm} alarm at ${figure(limit)}`,
          falseAlarmEvery,
        }));
    }
  }
}

/** Each run beyond the threshold alerts once, when it has lasted long enough. */
function crossings(
  values: Float64Array,
  limits: Series["limits"],
  rule: Extract<WarningRule, { kind: "threshold" }>,
): Found[] {
  const { threshold, direction, persistence = 1 } = rule;
  requireInputs([
    finite("the threshold", threshold),
    oneOf("the direction", direction, ["above", "below"]),
    {
      ...between("the persistence", persistence, 1, 10_000),
      isMet: Number.isInteger(persistence) && persistence >= 1,
    },
  ]);
  const passes = (value: number) => (direction === "above" ? value > threshold : value < threshold);
  const nearest = direction === "above" ? limits?.lower : limits?.upper;
  let run = 0;
  return [...values].flatMap((value, index) => {
    const isBeyond = passes(value);
    run = isBeyond ? run + 1 : 0;
    if (run !== persistence) return [];
    const lasting = persistence === 1 ? "" : ` for ${persistence} periods`;
    const within = nearest?.subarray(index - persistence + 1, index + 1);
    const isKnown = within !== undefined && !within.some(Number.isNaN);
    return [
      {
        index,
        evidence: `${direction} ${threshold}${lasting}`,
        isCertain: isKnown ? within.every(passes) : null,
      },
    ];
  });
}

const figure = (value: number) => String(Number(value.toPrecision(4)));
