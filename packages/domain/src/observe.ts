import { type Place, VitalError } from "@vitalcore/core";
import { isAreaId } from "./areas/area-id.js";
import { likelyCode, unknownArea } from "./areas/suggest-area.js";
import type { EstimateLike } from "./estimate-like.js";
import type { IndicatorDefinition } from "./indicator-definition.js";
import type { Observation } from "./observation.js";
import { find } from "./observation-catalog.js";
import { keyWithPeriod } from "./observation-key.js";
import { type ObservationParameters, parameterFindings } from "./parameters.js";
import { readPeriod } from "./periods/parse-period.js";
import { formatPeriod } from "./periods/relations.js";
import {
  count,
  either,
  factorFor,
  intervalOf,
  quantity,
  standardErrorOf,
} from "./read-estimate.js";
import { type Inquiry, isDay, quotedCategory } from "./sighting.js";
import type { Source } from "./source.js";
import { isObsStatus, type ObsStatus } from "./status.js";
import { valueFindings } from "./value-findings.js";

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
  /** What the calculator was told, beyond the data, so that the number can be computed again. */
  readonly parameters?: ObservationParameters;
  readonly note?: string;
}

function readStatus(inquiry: Inquiry, statuses: readonly ObsStatus[]): readonly ObsStatus[] {
  const { label, place } = inquiry;
  for (const code of statuses) {
    if (isObsStatus(code)) continue;
    inquiry.findings.push(
      find("domain/unknown-status", {
        place: { ...place, column: "status" },
        found: code,
        facts: { label },
      }),
    );
  }
  return [...new Set(statuses)];
}

function checkContext(inquiry: Inquiry, context: ObserveContext): void {
  const { label, place, findings } = inquiry;
  if (typeof context.area !== "string" || !isAreaId(context.area)) {
    findings.push(
      unknownArea(context.area, { ...place, column: "area" }, likelyCode(context.area)),
    );
  }
  for (const [axis, category] of Object.entries(context.breakdown ?? {})) {
    if (axis !== "" && typeof category === "string" && category !== "") continue;
    const found = quotedCategory(axis, category);
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
  findings.push(...parameterFindings(context.parameters, inquiry));
}

function textOr(otherwise: string, value: unknown): string {
  return typeof value === "string" ? value : otherwise;
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
  const { area, breakdown, edition, asOf, note, parameters, source } = context;
  const { period, finding: periodFinding } = readPeriod(context.period);
  const periodText = period === undefined ? textOr("?", context.period) : formatPeriod(period);
  const areaText = textOr("?", area);
  const label = `${indicator} ${areaText} ${periodText}`;
  const place: Place = {
    observation: keyWithPeriod({ ...context, indicator }, periodText),
    unit: areaText,
  };
  const statuses = typeof context.status === "string" ? [context.status] : (context.status ?? []);
  const inquiry: Inquiry = { label, place, withhold: statuses.includes("Q"), findings: [] };
  const { findings } = inquiry;

  if (periodFinding !== undefined) {
    findings.push({ ...periodFinding, place: { ...place, column: "period" } });
  }
  checkContext(inquiry, context);
  const status = readStatus(inquiry, statuses);
  const given = either(inquiry, ["value", "estimate"], estimate.value, estimate.estimate);
  if (given === undefined) findings.push(find("domain/no-value", { place, facts: { label } }));
  const factor = factorFor(inquiry, estimate, given ?? null, unit);
  const value = given === null ? null : (quantity(inquiry, "value", given, factor) ?? null);
  const unusable = given !== null && value === null;
  if (!unusable) findings.push(...valueFindings(inquiry, value, status, definition));
  const standardError = standardErrorOf(inquiry, estimate, factor);
  const interval = intervalOf(inquiry, estimate, factor);
  const n = count(inquiry, "n", estimate.n);
  const nMissing = count(inquiry, "nMissing", estimate.nMissing);
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
    ...(parameters !== undefined && Object.keys(parameters).length > 0 && { parameters }),
    ...(note !== undefined && { note }),
    ...(source !== undefined && { source: typeof source === "string" ? source : source.id }),
  };
}
