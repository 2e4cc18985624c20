import { VitalError } from "@vitalcore/core";
import type { Observation } from "@vitalcore/domain";
import { find } from "../catalog.js";
import { imputePanel } from "../impute/panel.js";
import type { IndexMethodology } from "../methodology.js";
import { breakdownKey } from "../observation-window.js";
import { type PeriodBounds, periodBounds } from "../period-bounds.js";
import { type PanelSource, pooledName } from "./panel-source.js";

/** An observation of the panel, in the period to which it belongs. */
interface Placed {
  readonly observation: Observation;
  readonly bounds: PeriodBounds;
  readonly period: number;
}

/**
 * The periods of a list of observations: an observation belongs to the period within which its own lies wholly. Gaps
 * of the index's indicators are filled from other periods where that is wanted, by observations that say so.
 *
 * @param wanted - the periods; those of the observations if left out, the longest ones where some lie within others.
 * @throws VitalError `composite/invalid-period`.
 */
export function observationSource(
  observations: readonly Observation[],
  { nodes, panel = {} }: IndexMethodology,
  wanted: readonly string[] | undefined,
): PanelSource {
  const indicators = new Set(nodes.flatMap(({ indicator }) => indicator ?? []));
  const bounds = boundsReader();
  const periods = rising(wanted ?? periodsOf(observations, indicators, bounds), bounds);
  const placed = observations.flatMap((observation): Placed[] => {
    const own = bounds(observation.period);
    // What is no period is reported with the first build.
    if (own === undefined) return [{ observation, bounds: NO_DAYS, period: 0 }];
    const period = periods.findIndex((each) => contains(bounds(each), own));
    return period < 0 ? [] : [{ observation, bounds: own, period }];
  });
  const { impute, within } = panel;
  const added =
    impute === undefined
      ? []
      : fillGaps(
          placed.filter(({ observation }) => indicators.has(observation.indicator)),
          periods,
          periods.map((period) => bounds(period)?.first ?? Number.NaN),
          { method: impute, ...(within !== undefined && { within }) },
        );
  const isFilled = new Set(added.map(placeKey));
  // An observation without a value gives way to the one that takes its place.
  const kept = placed.filter(
    (item) => item.observation.value !== null || !isFilled.has(placeKey(item)),
  );
  const all = [...kept, ...added];
  const byPeriod = periods.map((_, p) =>
    all.flatMap(({ observation, period }) => (period === p ? [observation] : [])),
  );
  const of = (period: string) => byPeriod[periods.indexOf(period)] ?? [];
  const filled: Record<string, number> = {};
  for (const { observation } of added) {
    filled[observation.indicator] = (filled[observation.indicator] ?? 0) + 1;
  }
  return {
    periods,
    of,
    pooled: (taken) =>
      taken.flatMap((period) =>
        of(period).map((each) => ({ ...each, area: pooledName(each.area, period) })),
      ),
    units: (period) => [...new Set(of(period).map(({ area }) => area))],
    filled,
    outside: observations.length - placed.length,
  };
}

const NO_DAYS: PeriodBounds = { first: Number.NaN, last: Number.NaN };

function boundsReader(): (period: string) => PeriodBounds | undefined {
  const known = new Map<string, PeriodBounds | undefined>();
  return (period) => {
    if (!known.has(period)) known.set(period, periodBounds(period));
    return known.get(period);
  };
}

function contains(outer: PeriodBounds | undefined, inner: PeriodBounds): boolean {
  return outer !== undefined && outer.first <= inner.first && inner.last <= outer.last;
}

function periodsOf(
  observations: readonly Observation[],
  indicators: ReadonlySet<string>,
  bounds: (period: string) => PeriodBounds | undefined,
): readonly string[] {
  const own = observations.flatMap(({ indicator, period }) =>
    indicators.has(indicator) && bounds(period) !== undefined ? [period] : [],
  );
  const all = [...new Set(own)];
  const isWithin = (period: string, other: string) => {
    const [inner, outer] = [bounds(period) as PeriodBounds, bounds(other) as PeriodBounds];
    const isSame = inner.first === outer.first && inner.last === outer.last;
    return contains(outer, inner) && (!isSame || other < period);
  };
  return all.filter((period) => !all.some((other) => other !== period && isWithin(period, other)));
}

function rising(
  periods: readonly string[],
  bounds: (period: string) => PeriodBounds | undefined,
): readonly string[] {
  const bad = periods.find((period) => bounds(period) === undefined);
  if (bad !== undefined) {
    const place = { path: ["periods"] };
    throw new VitalError([
      find("composite/invalid-period", { place, found: bad, facts: { meant: "" } }),
    ]);
  }
  const first = (period: string) => (bounds(period) as PeriodBounds).first;
  return [...new Set(periods)].sort((a, b) => first(a) - first(b) || (a < b ? -1 : 1));
}

/** Observations of one series are of the same indicator, area, part of the population and edition. */
function seriesOf({ indicator, area, breakdown, edition }: Observation): string {
  return JSON.stringify([indicator, area, breakdownKey(breakdown), edition]);
}

function placeKey({ observation, period }: Placed): string {
  return `${period} ${seriesOf(observation)}`;
}

/** Observations for the periods in which a series has none with a value, made of its other periods. */
function fillGaps(
  placed: readonly Placed[],
  periods: readonly string[],
  times: readonly number[],
  options: { readonly method: "latest" | "constant" | "linear"; readonly within?: number },
): readonly Placed[] {
  const series = new Map<string, Placed[]>();
  for (const item of placed) {
    const key = seriesOf(item.observation);
    const own = series.get(key);
    if (own === undefined) series.set(key, [item]);
    else own.push(item);
  }
  return [...series.values()].flatMap((own) => {
    const values = new Float64Array(periods.length).fill(Number.NaN);
    const ends = new Float64Array(periods.length).fill(Number.NEGATIVE_INFINITY);
    for (const { observation, bounds, period } of own) {
      if (observation.value === null || bounds.last < (ends[period] as number)) continue;
      values[period] = observation.value;
      ends[period] = bounds.last;
    }
    const { values: filled, sources } = imputePanel(values, times, options);
    const { standardError: _error, ...like } = (own[0] as Placed).observation;
    return periods.flatMap((period, p): Placed[] => {
      const value = filled[p] as number;
      if (Number.isNaN(value) || !Number.isNaN(values[p] as number)) return [];
      const from = sources[p] as number;
      const note =
        from < 0 ? "on the line between the neighbouring periods" : `the value of ${periods[from]}`;
      const observation: Observation = { ...like, period, value, status: ["I"], note };
      return [{ observation, bounds: periodBounds(period) as PeriodBounds, period: p }];
    });
  });
}
