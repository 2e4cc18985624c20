import { throwIfErrors } from "@vitalcore/core";
import { notNegative, positive, requireInputs } from "../input-checks.js";
import { findNonProportions } from "../proportion.js";

/** Bounds for the share who have all, and for the share who have at least one. */
export interface JointBounds {
  readonly all: { readonly lower: number; readonly upper: number };
  readonly any: { readonly lower: number; readonly upper: number };
}

/**
 * What shares of a population say together about who has all of several things, or at least one: covered, owning a device,
 * able to use it, able to pay. Without microdata only bounds can be known, and these cannot be narrowed.
 *
 * @param shares - as proportions of the same population.
 * @throws VitalError `indicators/not-a-proportion`, `indicators/invalid-input`.
 *
 * Source: Fréchet (1935), Généralisations du théorème des probabilités totales, Fundamenta Mathematicae 25.
 *
 * @example
 * ```ts
 * import { jointBounds } from "@vitalcore/indicators/connectivity";
 * // 80 % have a device, 70 % the skills: 50 to 70 % have both
 * const { all } = jointBounds([0.8, 0.7]);
 * [all.lower, all.upper]; // => [0.5, 0.7]
 * ```
 */
export function jointBounds(shares: readonly number[]): JointBounds {
  requireInputs([notNegative("the number of shares", shares.length - 1, "one share at least")]);
  throwIfErrors(
    findNonProportions(Object.fromEntries(shares.map((share, i) => [`share ${i + 1}`, share]))),
  );
  const missing = shares.reduce((sum, share) => sum + (1 - share), 0);
  return {
    all: { lower: Math.max(0, 1 - missing), upper: Math.min(...shares) },
    any: { lower: Math.max(...shares), upper: Math.min(1, shares.length - missing) },
  };
}

/**
 * What two shares of a population say about who of one group lacks another thing: the covered without a device of their own, users
 * without skills. From margins alone only bounds can be known.
 *
 * @param group - share in the group, such as the covered, as a proportion above 0.
 * @param having - share who have the thing, of the same population.
 * @returns bounds for the share of the group that lacks it, as proportions of the group.
 * @throws VitalError `indicators/not-a-proportion`, `indicators/invalid-input` for a group of nobody.
 *
 * Source: Fréchet (1935), Généralisations du théorème des probabilités totales, Fundamenta Mathematicae 25.
 *
 * @example
 * ```ts
 * import { lackingBounds } from "@vitalcore/indicators/connectivity";
 * // 90 % covered, 60 % with a device: 33 to 44 % of the covered have none
 * const { lower, upper } = lackingBounds(0.9, 0.6);
 * lower; // => 0.333333
 * upper; // => 0.444444
 * ```
 */
export function lackingBounds(
  group: number,
  having: number,
): { readonly lower: number; readonly upper: number } {
  requireInputs([positive("the share of the group", group)], { group, having });
  return {
    lower: Math.max(0, group - having) / group,
    upper: Math.min(1 - having, group) / group,
  };
}
