import { type Finding, nearest } from "@vitalcore/core";
import { isAreaId } from "./areas/area-id.js";
import { unknownArea } from "./areas/suggest-area.js";
import { likelyArea } from "./areas/suggest-name.js";
import type { IndicatorDefinition } from "./indicator-definition.js";
import type { Observation } from "./observation.js";
import { find } from "./observation-catalog.js";
import { identityFindings, statusList, uncertaintyFindings } from "./observation-details.js";
import { keyWithPeriod } from "./observation-key.js";
import { parameterFindings } from "./parameters.js";
import { readPeriod } from "./periods/parse-period.js";
import { formatPeriod } from "./periods/relations.js";
import { quotedNumber, type Sighting } from "./sighting.js";
import { valueFindings } from "./value-findings.js";

/** A problem that many rows may share: reported once, with its first row and the number of rows. */
interface Shared {
  readonly row: number;
  rows: number;
  readonly say: (row: number, rows: number) => Finding;
}

/** Looking for the area that was meant costs a millisecond: a wrong column must not cost minutes. */
const MOST_SUGGESTED = 100;

interface Spread {
  count: number;
  least: number;
  most: number;
  inside: boolean;
}

class Check {
  readonly findings: Finding[] = [];
  private readonly shared = new Map<string, Shared>();
  private readonly definitions: ReadonlyMap<string, IndicatorDefinition>;
  private readonly areas = new Map<string, boolean>();
  private readonly periods = new Map<string, string | null>();
  private readonly firstRows = new Map<string, number>();
  private suggested = 0;
  private readonly spreads = new Map<string, Spread>();

  constructor(definitions: Iterable<IndicatorDefinition>) {
    this.definitions = new Map(
      Array.from(definitions, (definition) => [definition.id, definition]),
    );
  }

  /** Reports a problem that does not depend on the row once, whatever the number of rows. */
  private share(key: string, row: number, say: Shared["say"]): void {
    const known = this.shared.get(key);
    if (known === undefined) this.shared.set(key, { row, rows: 1, say });
    else known.rows += 1;
  }

  row(candidate: unknown, row: number): void {
    if (typeof candidate !== "object" || candidate === null || Array.isArray(candidate)) {
      this.findings.push(find("domain/not-an-observation", { place: { row }, found: candidate }));
      return;
    }
    const record = candidate as Readonly<Record<string, unknown>>;
    if (!this.hasTexts(record, row)) return;
    const observation = candidate as Observation;
    const definition = this.definitionOf(observation.indicator, row);
    this.area(observation.area, row);
    const period = this.period(observation.period, row);
    const { indicator, area } = observation;
    const sighting: Sighting = {
      label: `Row ${row} (${indicator}, ${area}, ${observation.period})`,
      place: { row, unit: area },
      withhold: statusList(observation.status).includes("Q"),
    };
    const inKey = identityFindings(observation, sighting);
    this.findings.push(...inKey, ...uncertaintyFindings(observation, sighting));
    this.findings.push(...parameterFindings(observation.parameters, sighting));
    if (definition !== undefined) this.value(observation, definition, sighting, row);
    if (inKey.length === 0 && period !== null) this.duplicate(observation, period, row);
  }

  private hasTexts(record: Readonly<Record<string, unknown>>, row: number): boolean {
    const wrong = ["indicator", "area", "period", "unit"].filter(
      (column) => typeof record[column] !== "string" || record[column] === "",
    );
    for (const column of wrong) {
      const place = { row, column };
      const facts = { wanted: "text" };
      this.findings.push(
        find("domain/wrong-type", { place, found: record[column] ?? null, facts }),
      );
    }
    return wrong.length === 0;
  }

  private definitionOf(indicator: string, row: number): IndicatorDefinition | undefined {
    const definition = this.definitions.get(indicator);
    if (definition !== undefined) return definition;
    this.share(`indicator ${indicator}`, row, (first, rows) => {
      const suggestion = nearest(indicator, this.definitions.keys());
      return find("domain/unknown-indicator", {
        place: { row: first, column: "indicator" },
        found: indicator,
        facts: { rows, nearest: suggestion ?? "none" },
        suggestion,
      });
    });
    return undefined;
  }

  private area(area: string, row: number): void {
    let known = this.areas.get(area);
    if (known === undefined) {
      known = isAreaId(area);
      this.areas.set(area, known);
    }
    if (known) return;
    this.share(`area ${area}`, row, (first) => {
      this.suggested += 1;
      const suggestion = this.suggested <= MOST_SUGGESTED ? likelyArea(area) : undefined;
      return unknownArea(area, { row: first, column: "area", unit: area }, suggestion);
    });
  }

  private period(text: string, row: number): string | null {
    let canonical = this.periods.get(text);
    if (canonical === undefined) {
      const { period } = readPeriod(text);
      canonical = period === undefined ? null : formatPeriod(period);
      this.periods.set(text, canonical);
    }
    if (canonical === null) {
      this.share(`period ${text}`, row, (first) => ({
        ...(readPeriod(text).finding as Finding),
        place: { row: first, column: "period" },
      }));
    }
    return canonical;
  }

  private value(
    observation: Observation,
    definition: IndicatorDefinition,
    sighting: Sighting,
    row: number,
  ): void {
    const { indicator, unit, value, status } = observation;
    if (unit !== definition.unit) {
      // A value in another unit cannot be compared with the range.
      this.share(`unit ${indicator}\n${unit}`, row, (first, rows) =>
        find("domain/unit-mismatch", {
          place: { row: first, column: "unit" },
          found: unit,
          facts: { indicator, wanted: definition.unit, rows },
          suggestion: definition.unit,
        }),
      );
      return;
    }
    const { label, withhold } = sighting;
    if (value !== null && !Number.isFinite(value)) {
      const place = { ...sighting.place, column: "value" };
      const found = quotedNumber(value ?? null);
      this.findings.push(find("domain/not-finite", { place, found, withhold, facts: { label } }));
      return;
    }
    this.findings.push(...valueFindings(sighting, value, statusList(status), definition));
    if (value !== null && unit === "PERCENT" && !withhold) this.spread(indicator, value);
  }

  private spread(indicator: string, value: number): void {
    const inside = value > 0 && value < 1;
    const spread = this.spreads.get(indicator);
    if (spread === undefined) {
      this.spreads.set(indicator, { count: 1, least: value, most: value, inside });
      return;
    }
    spread.count += 1;
    spread.least = Math.min(spread.least, value);
    spread.most = Math.max(spread.most, value);
    spread.inside ||= inside;
  }

  private duplicate(observation: Observation, period: string, row: number): void {
    const key = keyWithPeriod(observation, period);
    const firstRow = this.firstRows.get(key);
    if (firstRow === undefined) {
      this.firstRows.set(key, row);
      return;
    }
    const place = { row, observation: key, unit: observation.area };
    this.findings.push(find("domain/duplicate-observation", { place, facts: { firstRow } }));
  }

  finish(): readonly Finding[] {
    for (const { row, rows, say } of this.shared.values()) {
      const finding = say(row, rows);
      this.findings.push({ ...finding, facts: { ...finding.facts, rows } });
    }
    for (const [indicator, { count, least, most, inside }] of this.spreads) {
      if (!inside || least < 0 || most > 1) continue;
      const facts = { indicator, count, least, most };
      this.findings.push(
        find("domain/percent-as-proportion", { place: { column: "value" }, facts }),
      );
    }
    return this.findings;
  }
}

/**
 * Checks a list of observations against the definitions of their indicators, and reports everything
 * together: what is no observation, unknown indicators and areas (with the likely right ones), bad
 * periods, other units than the definition's, values out of range or not finite, missing values without a
 * reason, values despite a status that denies them, bad statuses, breakdowns, errors and intervals, and
 * duplicates (both rows are named). Percentages that look like proportions give a warning.
 *
 * A problem that rows share (an unknown area, a wrong unit) is reported once, with its first row and the
 * number of rows.
 *
 * @param observations - objects of any origin; rows count from 1.
 * @param definitions - of all indicators that occur.
 *
 * @example
 * ```ts
 * import { checkObservations } from "@vitalcore/domain";
 * import { internetUse } from "@vitalcore/domain/indicators";
 * const row = { indicator: "internet-use", area: "IND", period: "2017", value: 34.5, unit: "PERCENT" };
 * const findings = checkObservations([row, { ...row, area: "Namibia", value: 345 }, row], [internetUse]);
 * findings.map(({ code }) => code); // => ["domain/out-of-range", "domain/duplicate-observation", "domain/unknown-area"]
 * findings[2]?.suggestion; // => "NAM"
 * ```
 */
export function checkObservations(
  observations: Iterable<unknown>,
  definitions: Iterable<IndicatorDefinition>,
): readonly Finding[] {
  const check = new Check(definitions);
  let row = 0;
  for (const observation of observations) {
    row += 1;
    check.row(observation, row);
  }
  return check.finish();
}
