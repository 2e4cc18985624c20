import { require } from "../indices/check-numbers.js";
import type { RankSetType } from "./rank-families.js";
import type { RankSets } from "./rank-sets.js";

/**
 * The units that may be among the best: with sets of type `lower`, all that truly are, with the coverage of the sets.
 *
 * @param sets - simultaneous, of type `lower`.
 * @returns their places.
 * @throws VitalError `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import { rankSets, unitsAmongBest } from "@vitalcore/composite/uncertainty";
 * unitsAmongBest(rankSets([50, 49, 30], [1, 1, 1], { type: "lower" }), 1); // => [0, 1]
 * ```
 */
export function unitsAmongBest(
  sets: Pick<RankSets, "best" | "type" | "scope">,
  count: number,
): readonly number[] {
  requireSets(sets, "lower");
  return sets.best.flatMap((best, i) => (best <= count ? [i] : []));
}

/**
 * The units that may be among the worst: with sets of type `upper`, all that truly are, with the coverage of the sets.
 *
 * @param sets - simultaneous, of type `upper`.
 * @returns their places.
 * @throws VitalError `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import { rankSets, unitsAmongWorst } from "@vitalcore/composite/uncertainty";
 * unitsAmongWorst(rankSets([50, 49, 30], [1, 1, 1], { type: "upper" }), 1); // => [2]
 * ```
 */
export function unitsAmongWorst(
  sets: Pick<RankSets, "worst" | "type" | "scope">,
  count: number,
): readonly number[] {
  requireSets(sets, "upper");
  const units = sets.worst.length;
  return sets.worst.flatMap((worst, i) => (worst >= units - count + 1 ? [i] : []));
}

function requireSets({ type, scope }: Pick<RankSets, "type" | "scope">, wanted: RankSetType): void {
  const isRight = type === wanted && scope === "simultaneous";
  require(isRight, "The sets", `${scope}, ${type}`, `simultaneous and of type ${wanted}`);
}
