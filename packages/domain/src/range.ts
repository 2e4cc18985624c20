import type { IndicatorDefinition } from "./indicator-definition.js";

/** A range in words: "0 to 100", "at least 0", "at most 100", "any number". */
export function rangeInWords([least, most]: IndicatorDefinition["range"]): string {
  if (least !== null && most !== null) return `${least} to ${most}`;
  if (least !== null) return `at least ${least}`;
  return most === null ? "any number" : `at most ${most}`;
}

/**
 * Whether a value lies in a range. A hair of 1e-9 beside a bound is let through: 100 times a proportion
 * that should be 1 may come out as 100.00000000000001.
 */
export function isInRange(value: number, [least, most]: IndicatorDefinition["range"]): boolean {
  const hair = (bound: number): number => 1e-9 * Math.max(1, Math.abs(bound));
  if (least !== null && value < least - hair(least)) return false;
  return most === null || value <= most + hair(most);
}
