import type { Finding } from "@vitalcore/core";
import { find } from "../catalog.js";
import { needed } from "../compile.js";
import type { Failure } from "../index-result.js";
import type { IndexMethodology, ScreeningOptions } from "../methodology.js";

/** Which units have enough data to enter. */
export interface Screened {
  /** Indices of the units in the index. */
  readonly included: readonly number[];
  /** How many indicators each unit has. */
  readonly present: Int32Array;
  /** How many indicators are needed; 0 without screening. */
  readonly needed: number;
  /** Why a unit was left out, by its index. */
  readonly reasons: ReadonlyMap<number, LeftOut>;
}

/** Why a unit was left out. */
interface LeftOut {
  readonly why: string;
  /** By a decision, whatever data it has. */
  readonly isDecided: boolean;
}

/** The data that a unit has, and whether they are enough. */
export interface Availability {
  /** Indicators with a value, and of these with zero. */
  readonly present: number;
  readonly zeros: number;
  /** Shares: of indicators that have a value, and of these that are not zero (NaN without any). */
  readonly available: number;
  readonly nonzero: number;
}

/**
 * Counts the values that each unit has.
 *
 * @param columns - one for each indicator, over the same units; NaN is missing.
 *
 * @example
 * ```ts
 * import { availability } from "@vitalcore/composite";
 * availability([[1, 0], [Number.NaN, 5]]); // => [{ present: 1, zeros: 0, available: 0.5, nonzero: 1 }, { present: 2, zeros: 1, available: 1, nonzero: 0.5 }]
 * ```
 */
export function availability(columns: readonly ArrayLike<number>[]): readonly Availability[] {
  const units = columns[0]?.length ?? 0;
  return Array.from({ length: units }, (_, unit) => {
    let present = 0;
    let zeros = 0;
    for (const column of columns) {
      const value = column[unit] as number;
      if (Number.isNaN(value)) continue;
      present += 1;
      if (value === 0) zeros += 1;
    }
    return {
      present,
      zeros,
      available: 1 - (columns.length - present) / columns.length,
      nonzero: 1 - zeros / present,
    };
  });
}

/** Screens the units on the data that they have, with the exceptions that were decided. */
export function screen(
  methodology: IndexMethodology,
  units: readonly string[],
  columns: readonly Float64Array[],
): Screened {
  const counts = availability(columns);
  const { screening = {} } = methodology;
  const atLeast = screening.indicatorsAtLeast;
  const least = atLeast === undefined ? 0 : needed(atLeast, columns.length);
  const exceptions = new Map((screening.exceptions ?? []).map((each) => [each.unit, each]));
  const reasons = new Map<number, LeftOut>();
  counts.forEach((count, i) => {
    const exception = exceptions.get(units[i] as string);
    if (exception !== undefined) {
      const why = `left out by decision: ${exception.reason}`;
      if (!exception.keep) reasons.set(i, { why, isDecided: true });
      return;
    }
    const why = whyOut(count, least, columns.length, screening);
    if (why !== undefined) reasons.set(i, { why, isDecided: false });
  });
  return {
    included: [...counts.keys()].filter((i) => !reasons.has(i)),
    present: Int32Array.from(counts, ({ present }) => present),
    needed: least,
    reasons,
  };
}

function whyOut(
  { present, zeros, nonzero }: Availability,
  least: number,
  total: number,
  { nonzeroAtLeast = 0 }: ScreeningOptions,
): string | undefined {
  if (present < least) return `${present} of ${total} indicators have a value, ${least} needed`;
  // As with the share of values, a threshold is not missed by its rounding.
  if (nonzero < nonzeroAtLeast - 1e-12) {
    return `${zeros} of ${present} values are zero, at most ${present - needed(nonzeroAtLeast, present)} allowed`;
  }
  return undefined;
}

/** A note for each unit that was left out. */
export function reportScreened(
  units: readonly string[],
  { present, needed: least, reasons }: Screened,
  total: number,
): readonly Finding[] {
  return [...reasons].map(([i, { why, isDecided }]) => {
    const unit = units[i] as string;
    const count = present[i] as number;
    if (count < least && !isDecided) {
      const facts = { present: count, total, needed: least };
      return find("composite/screened-out", { place: { unit }, facts });
    }
    return find("composite/left-out", { place: { unit }, facts: { why } });
  });
}

/** Exceptions for units that are not there, or that are made twice. */
export function checkExceptions(
  { screening }: IndexMethodology,
  units: readonly string[],
): readonly Finding[] {
  const known = new Set(units);
  return (screening?.exceptions ?? []).flatMap(({ unit }, i, all): Finding[] => {
    const path = ["screening", "exceptions", i, "unit"];
    if (all.findIndex((other) => other.unit === unit) < i) {
      return [find("composite/unit-listed-twice", { place: { path, unit } })];
    }
    if (known.has(unit)) return [];
    return [find("composite/exception-without-unit", { place: { path }, found: unit })];
  });
}

/** What keeps a unit that was screened out from having a score. */
export function screeningFailure(
  node: string,
  unit: number,
  { present, needed: least, reasons }: Screened,
  of: number,
): Failure {
  const message = reasons.get(unit)?.why ?? "";
  return { rule: "screening", node, present: present[unit] as number, needed: least, of, message };
}
