import { type Finding, type Place, VitalError } from "@vitalcore/core";
import { isAreaId } from "./areas/area-id.js";
import { likelyCode, unknownArea } from "./areas/suggest-area.js";
import type { IndicatorDefinition } from "./indicator-definition.js";
import type { Interval, Observation } from "./observation.js";
import { find } from "./observation-catalog.js";
import { keyWithPeriod } from "./observation-key.js";
import { readPeriod } from "./periods/parse-period.js";
import { formatPeriod } from "./periods/relations.js";
import { isInRange, rangeInWords } from "./range.js";
import type { Source } from "./source.js";
import { allowsNull, forbidsValue, isObsStatus, type ObsStatus } from "./status.js";
import { unitOf } from "./unit.js";

/**
 * What `observe` makes an observation of: a value with what is known about its uncertainty, under either
 * of its usual names. Estimates of `survey` and results of calculators have this shape.
 */
export interface EstimateLike {
  readonly value?: number | null;
  /** Another name of `value`. */
  readonly estimate?: number | null;
  readonly standardError?: number | null;
  /** Another name of `standardError`. */
  readonly se?: number | null;
  readonly interval?: Interval | null;
  /** Bounds of the interval, if they are not given as `interval`. */
  readonly lower?: number | null;
  readonly upper?: number | null;
  /** Confidence level of `lower` and `upper`, for example 0.95. */
  readonly level?: number;
  /** Respondents or records the value rests on. */
  readonly n?: number;
  /** Records left out because a value was missing. */
  readonly nMissing?: number;
  /** Id of the unit that the value is in. */
  readonly unit?: string;
  /** The value is a proportion (0-1) or a rate per head, whatever the unit of the definition. */
  readonly scale?: "proportion";
}

/** What an observation is of, and what else is known about it. */
export interface ObserveContext {
  /** ISO 3166-1 alpha-3, or a code of another scheme with its prefix, for example "M49:001". */
  readonly area: string;
  /** An SDMX period, see `parsePeriod`. */
  readonly period: string;
  readonly breakdown?: Readonly<Record<string, string>>;
  readonly edition?: string;
  /** YYYY-MM-DD. */
  readonly asOf?: string;
  /** A source, its id, or the source in words. */
  readonly source?: Source | string;
  readonly status?: ObsStatus | readonly ObsStatus[];
  readonly note?: string;
}

interface Sighting {
  /** Names the observation in sentences. */
  readonly label: string;
  readonly place: Place;
  readonly findings: Finding[];
}

/** One of two names of a quantity; both at once is an error. */
function either<Value>(
  sighting: Sighting,
  names: readonly [string, string],
  first: Value | undefined,
  second: Value | undefined,
): Value | undefined {
  if (first !== undefined && second !== undefined) {
    const { label, place } = sighting;
    const facts = { label, names: names.join(" and ") };
    sighting.findings.push(find("domain/two-names", { place, facts }));
  }
  return first === undefined ? second : first;
}

/** By what the numbers of an estimate are multiplied to be in the unit of the definition. */
function factorFor(
  sighting: Sighting,
  estimate: EstimateLike,
  value: number | null,
  unit: string,
): number {
  const { label, place, findings } = sighting;
  const perProportion = unitOf(unit)?.perProportion;
  const { scale } = estimate;
  const stated = scale === "proportion" ? (estimate.unit ?? "PROPORTION") : estimate.unit;
  const contradicts = scale === "proportion" && stated !== "PROPORTION";
  if (!contradicts && stated === unit) return 1;
  if (!contradicts && stated === "PROPORTION") {
    if (perProportion === undefined) {
      findings.push(find("domain/no-proportion", { place, facts: { label, wanted: unit } }));
    }
    return perProportion ?? 1;
  }
  if (stated === undefined) {
    // A number without unit can be mistaken only where a proportion could stand for it.
    if (perProportion === undefined || value === null) return 1;
    findings.push(
      find("domain/unit-not-stated", { place, found: value, facts: { label, wanted: unit } }),
    );
    return 1;
  }
  const found = contradicts ? `${stated} and a proportion at once` : stated;
  findings.push(find("domain/unit-differs", { place, found, facts: { label, wanted: unit } }));
  return 1;
}

/** A number that may be absent, rescaled; reported if it is not finite. */
function quantity(
  sighting: Sighting,
  column: string,
  number: number | null | undefined,
  factor: number,
): number | undefined {
  if (number === undefined || number === null) return undefined;
  if (typeof number === "number" && Number.isFinite(number)) return number * factor;
  const { label, place } = sighting;
  const found = typeof number === "number" ? String(number) : number;
  sighting.findings.push(
    find("domain/not-finite", { place: { ...place, column }, found, facts: { label } }),
  );
  return undefined;
}

/** A count, as it is; reported if it is negative or not whole. */
function count(sighting: Sighting, column: string, number: number | undefined): number | undefined {
  if (number === undefined || (Number.isSafeInteger(number) && number >= 0)) return number;
  const { label, place } = sighting;
  const found = typeof number === "number" ? String(number) : number;
  sighting.findings.push(
    find("domain/negative", { place: { ...place, column }, found, facts: { label } }),
  );
  return undefined;
}

function standardErrorOf(
  sighting: Sighting,
  estimate: EstimateLike,
  factor: number,
): number | undefined {
  const names = ["standardError", "se"] as const;
  const given = either(sighting, names, estimate.standardError, estimate.se);
  const standardError = quantity(sighting, "standardError", given, factor);
  if (standardError === undefined || standardError >= 0) return standardError;
  const { label, place } = sighting;
  sighting.findings.push(
    find("domain/negative", {
      place: { ...place, column: "standardError" },
      found: standardError,
      facts: { label },
    }),
  );
  return undefined;
}

function intervalOf(
  sighting: Sighting,
  estimate: EstimateLike,
  factor: number,
): Interval | undefined {
  const { label, place, findings } = sighting;
  const { interval, lower, upper, level } = estimate;
  const bounds = either(
    sighting,
    ["interval", "lower, upper"],
    interval ?? undefined,
    lower == null && upper == null ? undefined : { lower, upper, level },
  );
  if (bounds === undefined) return undefined;
  // One bound alone is no interval.
  const low = quantity(sighting, "lower", bounds.lower ?? Number.NaN, factor);
  const high = quantity(sighting, "upper", bounds.upper ?? Number.NaN, factor);
  if (low === undefined || high === undefined) return undefined;
  if (low > high) {
    const facts = { label, lower: low, upper: high };
    findings.push(find("domain/interval-reversed", { place, facts }));
  }
  if (typeof bounds.level === "number" && bounds.level > 0 && bounds.level < 1) {
    return { lower: low, upper: high, level: bounds.level };
  }
  const found = bounds.level === undefined ? null : bounds.level;
  findings.push(find("domain/interval-level", { place, found, facts: { label } }));
  return undefined;
}

/** What is wrong with a value and its statuses. */
export function valueFindings(
  sighting: { readonly label: string; readonly place: Place },
  value: number | null,
  status: readonly ObsStatus[],
  definition: IndicatorDefinition,
): readonly Finding[] {
  const { label } = sighting;
  const place = { ...sighting.place, column: "value" };
  if (value === null) {
    if (status.some(allowsNull)) return [];
    return [find("domain/null-without-status", { place, facts: { label } })];
  }
  const findings: Finding[] = [];
  const contradiction = status.find(forbidsValue);
  if (contradiction !== undefined) {
    // A suppressed value must not travel in the message that complains about it.
    const withhold = status.includes("Q");
    const facts = { label, status: contradiction };
    findings.push(find("domain/value-despite-status", { place, found: value, withhold, facts }));
  }
  if (!isInRange(value, definition.range)) {
    const { id, unit, range } = definition;
    const facts = { label, indicator: id, wanted: unit, range: rangeInWords(range) };
    const withhold = status.includes("Q");
    findings.push(find("domain/out-of-range", { place, found: value, withhold, facts }));
  }
  return findings;
}

function readStatus(
  sighting: Sighting,
  status: ObsStatus | readonly ObsStatus[] | undefined,
): readonly ObsStatus[] {
  if (status === undefined) return [];
  const list: readonly ObsStatus[] = typeof status === "string" ? [status] : status;
  const { label, place } = sighting;
  for (const code of list) {
    if (isObsStatus(code)) continue;
    sighting.findings.push(
      find("domain/unknown-status", {
        place: { ...place, column: "status" },
        found: code,
        facts: { label },
      }),
    );
  }
  return [...new Set(list)];
}

function checkContext(sighting: Sighting, context: ObserveContext): void {
  const { label, place, findings } = sighting;
  if (typeof context.area !== "string" || !isAreaId(context.area)) {
    findings.push(
      unknownArea(context.area, { ...place, column: "area" }, likelyCode(context.area)),
    );
  }
  for (const [axis, category] of Object.entries(context.breakdown ?? {})) {
    if (axis !== "" && typeof category === "string" && category !== "") continue;
    const found = `${axis}: ${String(category)}`;
    findings.push(
      find("domain/breakdown", {
        place: { ...place, column: "breakdown" },
        found,
        facts: { label },
      }),
    );
  }
  for (const column of ["edition", "note"] as const) {
    const text: unknown = context[column];
    if (text === undefined || (typeof text === "string" && text !== "")) continue;
    findings.push(
      find("domain/empty-text", { place: { ...place, column }, found: text, facts: { label } }),
    );
  }
  const { asOf } = context;
  if (asOf !== undefined && !isDay(asOf)) {
    const at = { ...place, column: "asOf" };
    findings.push(find("domain/not-a-day", { place: at, found: asOf, facts: { label } }));
  }
}

/** Whether a value is a day of the calendar as YYYY-MM-DD. */
export function isDay(value: unknown): boolean {
  return (
    typeof value === "string" && value.length === 10 && readPeriod(value).period?.kind === "day"
  );
}

/**
 * Makes an observation of an estimate and the definition of its indicator: checks it, and expresses it in
 * the definition's unit. This is the only place where values are rescaled, and only proportions are:
 * `scale: "proportion"` (or `unit: "PROPORTION"`) times the unit's factor. Where a number could be taken
 * for a proportion or not, the estimate must say which; nothing is guessed.
 *
 * @param definition - the indicator.
 * @param estimate - a value with its uncertainty; `null` for a missing value, with a status that says why.
 * @param context - area, period and what else is known.
 * @returns the observation, its period in canonical form.
 * @throws VitalError with all problems together: `domain/unit-not-stated`, `domain/unit-differs`,
 *   `domain/no-proportion`, `domain/not-finite`, `domain/out-of-range`, `domain/null-without-status`,
 *   `domain/value-despite-status`, `domain/unknown-area`, `domain/period-form` and the others of
 *   `domainCatalog`.
 *
 * @example
 * ```ts
 * import { observe } from "@vitalcore/domain";
 * import { internetUse } from "@vitalcore/domain/indicators";
 * const observation = observe(
 *   internetUse,
 *   { estimate: 0.345, se: 0.01, lower: 0.325, upper: 0.365, level: 0.95, n: 2000, scale: "proportion" },
 *   { area: "IND", period: "2017", status: "E" },
 * );
 * observation.value; // => 34.5
 * observation.interval; // => { lower: 32.5, upper: 36.5, level: 0.95 }
 * ```
 */
export function observe(
  definition: IndicatorDefinition,
  estimate: EstimateLike,
  context: ObserveContext,
): Observation {
  const { id: indicator, unit } = definition;
  const { area, breakdown, edition, asOf, note, source } = context;
  const { period, finding: periodFinding } = readPeriod(context.period);
  const periodText = period === undefined ? String(context.period) : formatPeriod(period);
  const identity = { indicator, area: String(area), period: periodText };
  const label = `${indicator} ${identity.area} ${periodText}`;
  const place: Place = { observation: keyWithPeriod(identity, periodText), unit: identity.area };
  const sighting: Sighting = { label, place, findings: [] };
  const { findings } = sighting;

  if (periodFinding !== undefined) {
    findings.push({ ...periodFinding, place: { ...place, column: "period" } });
  }
  checkContext(sighting, context);
  const status = readStatus(sighting, context.status);
  const given = either(sighting, ["value", "estimate"], estimate.value, estimate.estimate);
  if (given === undefined) findings.push(find("domain/no-value", { place, facts: { label } }));
  const factor = factorFor(sighting, estimate, given ?? null, unit);
  const value = given === null ? null : (quantity(sighting, "value", given, factor) ?? null);
  const unusable = given !== null && value === null;
  if (!unusable) findings.push(...valueFindings(sighting, value, status, definition));
  const standardError = standardErrorOf(sighting, estimate, factor);
  const interval = intervalOf(sighting, estimate, factor);
  const n = count(sighting, "n", estimate.n);
  const nMissing = count(sighting, "nMissing", estimate.nMissing);
  if (findings.length > 0) throw new VitalError(findings);

  return {
    indicator,
    area,
    period: periodText,
    ...(breakdown !== undefined && Object.keys(breakdown).length > 0 && { breakdown }),
    ...(edition !== undefined && { edition }),
    ...(asOf !== undefined && { asOf }),
    value,
    unit,
    ...(standardError !== undefined && { standardError }),
    ...(interval !== undefined && { interval }),
    ...(n !== undefined && { n }),
    ...(nMissing !== undefined && { nMissing }),
    ...(status.length > 0 && { status }),
    ...(note !== undefined && { note }),
    ...(source !== undefined && { source: typeof source === "string" ? source : source.id }),
  };
}
