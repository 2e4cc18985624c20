import type { Finding } from "@vitalcore/core";
import type { Observation } from "./observation.js";
import { find } from "./observation-catalog.js";
import { isDay, quotedCategory, quotedNumber, type Sighting } from "./sighting.js";
import { isObsStatus, type ObsStatus } from "./status.js";

// Observations of any origin: what their types promise is not relied on here.

/** The statuses of an observation as a list, whatever stands there. */
export function statusList(status: unknown): readonly ObsStatus[] {
  if (Array.isArray(status)) return status as ObsStatus[];
  return status === undefined ? [] : [status as ObsStatus];
}

/** What is wrong with the optional fields of the key: breakdown, edition and day. */
export function identityFindings(observation: Observation, sighting: Sighting): readonly Finding[] {
  const { breakdown, edition, asOf } = observation;
  const { label, place } = sighting;
  const findings: Finding[] = [];
  if (breakdown !== undefined) {
    const isObject = typeof breakdown === "object" && breakdown !== null;
    const pairs: readonly [string, unknown][] = isObject
      ? Object.entries(breakdown)
      : [["", breakdown]];
    for (const [axis, category] of pairs) {
      if (axis !== "" && typeof category === "string" && category !== "") continue;
      const at = { ...place, column: "breakdown" };
      const found = quotedCategory(axis, category);
      findings.push(find("domain/breakdown", { place: at, found, facts: { label } }));
    }
  }
  if (edition !== undefined && (typeof edition !== "string" || edition === "")) {
    const at = { ...place, column: "edition" };
    findings.push(find("domain/empty-text", { place: at, found: edition, facts: { label } }));
  }
  if (asOf !== undefined && !isDay(asOf)) {
    const at = { ...place, column: "asOf" };
    findings.push(find("domain/not-a-day", { place: at, found: asOf, facts: { label } }));
  }
  return findings;
}

/** What is wrong with the statuses of an observation and with what it says of its uncertainty. */
export function uncertaintyFindings(
  observation: Observation,
  sighting: Sighting,
): readonly Finding[] {
  const { status, standardError, n, nMissing, interval } = observation;
  const { label, place } = sighting;
  const findings: Finding[] = [];
  const add = (
    code: "domain/unknown-status" | "domain/negative" | "domain/not-finite",
    column: string,
    value: unknown,
  ): void => {
    const found = quotedNumber(value ?? null);
    findings.push(find(code, { place: { ...place, column }, found, facts: { label } }));
  };
  for (const code of statusList(status)) {
    if (!isObsStatus(code)) add("domain/unknown-status", "status", code);
  }
  if (standardError !== undefined && !Number.isFinite(standardError)) {
    add("domain/not-finite", "standardError", standardError);
  } else if (standardError !== undefined && standardError < 0) {
    add("domain/negative", "standardError", standardError);
  }
  if (n !== undefined && !isCount(n)) add("domain/negative", "n", n);
  if (nMissing !== undefined && !isCount(nMissing)) add("domain/negative", "nMissing", nMissing);
  if (interval !== undefined) findings.push(...intervalFindings(observation, interval, sighting));
  return findings;
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0;
}

function intervalFindings(
  { value }: Observation,
  interval: unknown,
  { label, place: row, withhold }: Sighting,
): readonly Finding[] {
  const place = { ...row, column: "interval" };
  if (typeof interval !== "object" || interval === null) {
    const facts = { wanted: "{ lower, upper, level }" };
    return [find("domain/wrong-type", { place, found: interval, facts })];
  }
  const { lower, upper, level } = interval as { lower: number; upper: number; level: number };
  const findings: Finding[] = [];
  const bad = [lower, upper].find((bound) => !Number.isFinite(bound));
  if (!Number.isFinite(lower) || !Number.isFinite(upper)) {
    const found = quotedNumber(bad ?? null);
    findings.push(find("domain/not-finite", { place, found, facts: { label } }));
  } else if (lower > upper) {
    findings.push(find("domain/interval-reversed", { place, facts: { label, lower, upper } }));
  } else if (typeof value === "number" && (value < lower || value > upper) && !withhold) {
    const facts = { label, lower, upper };
    findings.push(find("domain/value-outside-interval", { place, found: value, facts }));
  }
  if (!(level > 0 && level < 1)) {
    const found = level ?? null;
    findings.push(find("domain/interval-level", { place, found, facts: { label } }));
  }
  return findings;
}
