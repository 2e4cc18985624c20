import { expect } from "vitest";

/** Relative difference, with 0 for equal values (both zero, both infinite). */
export function relativeDifference(found: number, expected: number): number {
  if (Object.is(found, expected) || found === expected) return 0;
  return Math.abs(found - expected) / Math.abs(expected);
}

/** Digits that agree, at most 15: the log relative error of McCullough (1998). */
export function agreeingDigits(found: number, expected: number): number {
  const difference = relativeDifference(found, expected);
  return difference === 0 ? 15 : Math.min(15, -Math.log10(difference));
}

/** Expects two numbers to agree to a relative tolerance; says what differs. */
export function expectClose(found: number, expected: number, tolerance: number, of = ""): void {
  const difference = relativeDifference(found, expected);
  if (difference <= tolerance) return;
  expect.fail(`${of} ${found} differs from ${expected} by ${difference}, more than ${tolerance}`);
}
