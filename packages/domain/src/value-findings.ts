import type { Finding } from "@vitalcore/core";
import type { IndicatorDefinition } from "./indicator-definition.js";
import { find } from "./observation-catalog.js";
import { isInRange, rangeInWords } from "./range.js";
import type { Sighting } from "./sighting.js";
import { allowsNull, forbidsValue, type ObsStatus } from "./status.js";

/** What is wrong with a value and its statuses. */
export function valueFindings(
  sighting: Sighting,
  value: number | null,
  status: readonly ObsStatus[],
  definition: IndicatorDefinition,
): readonly Finding[] {
  const { label, withhold } = sighting;
  const place = { ...sighting.place, column: "value" };
  if (value === null) {
    if (status.some(allowsNull)) return [];
    return [find("domain/null-without-status", { place, facts: { label } })];
  }
  const findings: Finding[] = [];
  const contradiction = status.find(forbidsValue);
  if (contradiction !== undefined) {
    const facts = { label, status: contradiction };
    findings.push(find("domain/value-despite-status", { place, found: value, withhold, facts }));
  }
  if (!isInRange(value, definition.range)) {
    const { id, unit, range } = definition;
    const facts = { label, indicator: id, wanted: unit, range: rangeInWords(range) };
    findings.push(find("domain/out-of-range", { place, found: value, withhold, facts }));
  }
  return findings;
}
