import type { EstimateLike } from "./estimate-like.js";
import type { Interval } from "./observation.js";
import { find } from "./observation-catalog.js";
import { type Inquiry, quotedNumber } from "./sighting.js";
import { unitOf } from "./unit.js";

/** One of two names of a quantity; both at once is an error. */
export function either<Value>(
  inquiry: Inquiry,
  names: readonly [string, string],
  first: Value | undefined,
  second: Value | undefined,
): Value | undefined {
  if (first !== undefined && second !== undefined) {
    const { label, place } = inquiry;
    const facts = { label, names: names.join(" and ") };
    inquiry.findings.push(find("domain/two-names", { place, facts }));
  }
  return first === undefined ? second : first;
}

/** By what the numbers of an estimate are multiplied to be in the unit of the definition. */
export function factorFor(
  inquiry: Inquiry,
  estimate: EstimateLike,
  value: number | null,
  unit: string,
): number {
  const { label, place, withhold, findings } = inquiry;
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
      find("domain/unit-not-stated", {
        place,
        found: value,
        withhold,
        facts: { label, wanted: unit },
      }),
    );
    return 1;
  }
  const found = contradicts ? `${stated} and a proportion at once` : stated;
  findings.push(find("domain/unit-differs", { place, found, facts: { label, wanted: unit } }));
  return 1;
}

/** A number that may be absent, rescaled; reported if it is not finite. */
export function quantity(
  inquiry: Inquiry,
  column: string,
  number: number | null | undefined,
  factor: number,
): number | undefined {
  if (number === undefined || number === null) return undefined;
  if (typeof number === "number" && Number.isFinite(number)) return number * factor;
  const { label, place } = inquiry;
  inquiry.findings.push(
    find("domain/not-finite", {
      place: { ...place, column },
      found: quotedNumber(number),
      facts: { label },
    }),
  );
  return undefined;
}

/** A count, as it is; reported if it is negative or not whole. */
export function count(
  inquiry: Inquiry,
  column: string,
  number: number | undefined,
): number | undefined {
  if (number === undefined || (Number.isSafeInteger(number) && number >= 0)) return number;
  const { label, place } = inquiry;
  inquiry.findings.push(
    find("domain/negative", {
      place: { ...place, column },
      found: quotedNumber(number),
      facts: { label },
    }),
  );
  return undefined;
}

export function standardErrorOf(
  inquiry: Inquiry,
  estimate: EstimateLike,
  factor: number,
): number | undefined {
  const names = ["standardError", "se"] as const;
  const given = either(inquiry, names, estimate.standardError, estimate.se);
  const standardError = quantity(inquiry, "standardError", given, factor);
  if (standardError === undefined || standardError >= 0) return standardError;
  const { label, place } = inquiry;
  inquiry.findings.push(
    find("domain/negative", {
      place: { ...place, column: "standardError" },
      found: standardError,
      facts: { label },
    }),
  );
  return undefined;
}

export function intervalOf(
  inquiry: Inquiry,
  estimate: EstimateLike,
  factor: number,
): Interval | undefined {
  const { label, place, findings } = inquiry;
  const { interval, lower, upper, level } = estimate;
  const bounds = either(
    inquiry,
    ["interval", "lower, upper"],
    interval ?? undefined,
    lower == null && upper == null ? undefined : { lower, upper, level },
  );
  if (bounds === undefined) return undefined;
  // One bound alone is no interval.
  const low = quantity(inquiry, "lower", bounds.lower ?? Number.NaN, factor);
  const high = quantity(inquiry, "upper", bounds.upper ?? Number.NaN, factor);
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
