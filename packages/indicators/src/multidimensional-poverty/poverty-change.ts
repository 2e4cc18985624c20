import { type Finding, VitalError } from "@vitalcore/core";
import { find } from "./catalog.js";
import type { MultidimensionalPoverty } from "./poverty-result.js";

/** How multidimensional poverty changed, and through what. Parts of one kind add up to the change. */
export interface PovertyChange {
  /** Change of the adjusted headcount. */
  readonly change: number;
  /** The change over the first value; `null` where nobody was poor. */
  readonly relative: number | null;
  /** Through more or fewer people being poor. */
  readonly byHeadcount: number;
  /** Through the poor being more or less deprived. */
  readonly byIntensity: number;
  /** Through each deprivation: its weight times the change of its censored headcount. */
  readonly indicators: readonly { readonly id: string; readonly part: number }[];
  /** Through poverty inside each group, and through groups growing or shrinking; empty without groups. */
  readonly groups: readonly {
    readonly group: string;
    readonly within: number;
    readonly demographic: number;
  }[];
}

/**
 * Decomposes the change of the adjusted headcount between two times: by headcount and intensity, by
 * deprivation, and by group. Effects of two factors are shared equally between them (Shapley), so that
 * nothing is left over and the order does not matter.
 *
 * @param from - the result at the first time.
 * @param to - the result at the second time, with the same specification and groups.
 * @returns parts in the unit of the adjusted headcount, proportions.
 * @throws VitalError `indicators/incomparable-poverty`.
 *
 * Source: Roche (2013), Monitoring progress in child poverty reduction, Social Indicators Research 112;
 * Shorrocks (2013), Decomposition procedures for distributional analysis, Journal of Economic Inequality 11.
 *
 * @example
 * ```ts
 * import { equalWeights, multidimensionalPoverty, povertyChange } from "@vitalcore/indicators/multidimensional-poverty";
 * const specification = {
 *   id: "two",
 *   name: "Two deprivations",
 *   dimensions: equalWeights({ a: ["offline"], b: ["hungry"] }),
 *   cutoff: [1, 2],
 * } as const;
 * const before = multidimensionalPoverty({ offline: [1, 1, 0, 0], hungry: [1, 1, 0, 0] }, specification);
 * const after = multidimensionalPoverty({ offline: [1, 0, 0, 0], hungry: [0, 0, 0, 0] }, specification);
 * const { change, byHeadcount, byIntensity } = povertyChange(before, after);
 * change; // => -0.375
 * byHeadcount; // => -0.1875
 * byIntensity; // => -0.1875
 * ```
 */
export function povertyChange(
  from: MultidimensionalPoverty,
  to: MultidimensionalPoverty,
): PovertyChange {
  const reason = incomparable(from, to);
  if (reason !== undefined) throw new VitalError([reason]);
  const change = to.adjustedHeadcount - from.adjustedHeadcount;
  // Where nobody is poor there is no intensity: the other's stands for it, so that all is headcount.
  const first = from.intensity ?? to.intensity ?? 0;
  const second = to.intensity ?? from.intensity ?? 0;
  const weights = from.specification.dimensions.flatMap(({ indicators }) => indicators);
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  return {
    change,
    relative: from.adjustedHeadcount === 0 ? null : change / from.adjustedHeadcount,
    byHeadcount: ((to.headcount - from.headcount) * (first + second)) / 2,
    byIntensity: ((second - first) * (from.headcount + to.headcount)) / 2,
    indicators: weights.map(({ id, weight }, j) => ({
      id,
      part: (weight / total) * (censoredOf(to, j) - censoredOf(from, j)),
    })),
    groups: from.groups.map((before) => {
      const after = to.groups.find(({ group }) => group === before.group) as typeof before;
      const share = (before.populationShare + after.populationShare) / 2;
      const poverty = (before.adjustedHeadcount + after.adjustedHeadcount) / 2;
      return {
        group: before.group,
        within: share * (after.adjustedHeadcount - before.adjustedHeadcount),
        demographic: poverty * (after.populationShare - before.populationShare),
      };
    }),
  };
}

const censoredOf = (poverty: MultidimensionalPoverty, j: number) =>
  poverty.indicators[j]?.censored ?? 0;

function incomparable(
  from: MultidimensionalPoverty,
  to: MultidimensionalPoverty,
): Finding | undefined {
  const reasonFor = (reason: string) =>
    find("indicators/incomparable-poverty", { facts: { reason } });
  const essence = ({ specification: { dimensions, cutoff } }: MultidimensionalPoverty) =>
    JSON.stringify([
      cutoff,
      dimensions.map(({ indicators }) => indicators.map(({ id, weight }) => [id, weight])),
    ]);
  if (essence(from) !== essence(to)) return reasonFor("their specifications differ");
  const names = ({ groups }: MultidimensionalPoverty) => groups.map(({ group }) => group).sort();
  const [before, after] = [names(from), names(to)];
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
  return reasonFor(`their groups differ (${before.join(", ")} against ${after.join(", ")})`);
}
