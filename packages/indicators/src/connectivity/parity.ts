import { type Finding, throwIfErrors } from "@vitalcore/core";

import { findNonProportions } from "../proportion.js";
import { find } from "./catalog.js";

/** Shares of two groups, as proportions from 0 to 1: women against men, rural against urban. */
export interface GroupShares {
  /** The group looked at, for example women. */
  readonly group: number;
  /** The group compared with, for example men. */
  readonly reference: number;
}

/** How two groups compare; `null` where the reference share is 0. */
export interface Parity {
  /** Group share over reference share; 1 is parity. */
  readonly score: number | null;
  /** Reference share minus group share, as a proportion; negative where the group leads. */
  readonly absoluteGap: number;
  /** The absolute gap as a proportion of the reference share. */
  readonly relativeGap: number | null;
  /** Read off the score with the bounds 0.98 and 1.02, both included. */
  readonly verdict: "parity" | "behind" | "ahead" | "undefined";
  readonly findings: readonly Finding[];
}

const PARITY_FROM = 0.98;
const PARITY_TO = 1.02;

/**
 * Parity score, absolute and relative gap between two groups. Give unrounded shares: published parity
 * scores come from these, and rounding moves the second decimal (65/70 was published as 0.92 and as
 * 0.94).
 *
 * @param shares - of the group and of the reference group, as proportions from 0 to 1.
 * @throws VitalError `indicators/not-a-proportion`.
 *
 * Source: ITU (2022), Measuring digital development: Facts and Figures, "The gender digital divide":
 * score = share of women / share of men; parity from 0.98 to 1.02. The gap is in per cent of men.
 *
 * @example
 * ```ts
 * import { parity } from "@vitalcore/indicators/connectivity";
 * // Algeria, 2018: 42.9 % of women and 55.1 % of men were online
 * const algeria = parity({ group: 0.429, reference: 0.551 });
 * algeria.score; // => 0.77858
 * algeria.absoluteGap; // => 0.12200
 * algeria.verdict; // => "behind"
 * ```
 */
export function parity(shares: GroupShares): Parity {
  const { group, reference } = shares;
  throwIfErrors(findNonProportions({ group, reference }));
  const absoluteGap = reference - group;
  if (reference === 0) {
    const findings = [find("indicators/zero-reference", {})];
    return { score: null, absoluteGap, relativeGap: null, verdict: "undefined", findings };
  }
  const score = group / reference;
  const relativeGap = absoluteGap / reference;
  return { score, absoluteGap, relativeGap, verdict: verdictOf(score), findings: [] };
}

function verdictOf(score: number): Parity["verdict"] {
  if (score < PARITY_FROM) return "behind";
  return score > PARITY_TO ? "ahead" : "parity";
}
