import type { TableLike } from "@vitalcore/core";
import { multidimensionalPoverty, type PovertyOptions } from "./multidimensional-poverty.js";
import { type RankAgreement, rankAgreement } from "./robustness.js";
import type { PovertySpecification } from "./specification.js";

/** How far the ranking of groups survives one other specification. */
export interface RobustnessTo extends RankAgreement {
  /** Id of the other specification. */
  readonly specification: string;
  /** Adjusted headcount of each group under it. */
  readonly adjustedHeadcount: Readonly<Record<string, number>>;
  /** Pairs of groups whose order turns round: the first is the poorer under the baseline. */
  readonly reversed: readonly (readonly [string, string])[];
}

/** Robustness of a ranking of groups. */
export interface PovertyRobustness {
  /** Adjusted headcount of each group under the baseline. */
  readonly baseline: Readonly<Record<string, number>>;
  readonly alternatives: readonly RobustnessTo[];
  /** Share of the pairs of groups that are in the same order under all specifications. */
  readonly alwaysSame: number;
}

/**
 * How far a ranking of groups by the adjusted headcount survives other weights, cutoffs or sets of indicators. A ranking that
 * turns round with a choice nobody can defend against another is no finding.
 *
 * @param data - as `multidimensionalPoverty`.
 * @param baseline - the specification of the figures.
 * @param alternatives - others that could as well have been chosen, with ids of their own.
 * @param options - as `multidimensionalPoverty`, with the groups to rank.
 * @throws VitalError as `multidimensionalPoverty`, and `stats/too-few-values` with fewer than two groups.
 *
 * Source: Alkire and Santos (2014), Measuring acute poverty in the developing world, World Development 59, section 5; Alkire et al.
 * (2015), Multidimensional Poverty Measurement and Analysis, section 8.2.
 *
 * @example
 * ```ts
 * import { equalWeights, povertyRobustness } from "@vitalcore/indicators/multidimensional-poverty";
 * const dimensions = equalWeights({ a: ["x"], b: ["y"] });
 * const union = { id: "union", name: "Any", dimensions, cutoff: [1, 2] } as const;
 * const both = { id: "both", name: "Both", dimensions, cutoff: [1, 1] } as const;
 * const data = { area: ["n", "n", "s", "s"], x: [1, 1, 1, 0], y: [0, 0, 1, 0] };
 * const { alternatives, alwaysSame } = povertyRobustness(data, union, [both], { by: "area" });
 * alternatives[0]?.adjustedHeadcount; // => { n: 0, s: 0.5 }
 * alwaysSame; // => 0
 * ```
 */
export function povertyRobustness(
  data: TableLike,
  baseline: PovertySpecification,
  alternatives: readonly PovertySpecification[],
  options: PovertyOptions & { readonly by: string },
): PovertyRobustness {
  const valuesOf = (specification: PovertySpecification) =>
    new Map(
      multidimensionalPoverty(data, specification, options).groups.map((each) => [
        each.group,
        each.adjustedHeadcount,
      ]),
    );
  const base = valuesOf(baseline);
  const others = alternatives.map(
    (specification) => [specification.id, valuesOf(specification)] as const,
  );
  // A group that nobody can be measured in under one of them is compared in none.
  const groups = [...base.keys()].filter((group) =>
    others.every(([, values]) => values.has(group)),
  );
  const pairs = groups.flatMap((a, i) => groups.slice(i + 1).map((b) => [a, b] as const));
  const order = (values: ReadonlyMap<string, number>, [a, b]: readonly [string, string]) => {
    const difference = (values.get(a) as number) - (values.get(b) as number);
    return Math.abs(difference) < ROUNDING ? 0 : Math.sign(difference);
  };
  const inOrder = (values: ReadonlyMap<string, number>) =>
    groups.map((group) => values.get(group) as number);
  const isSame = (values: ReadonlyMap<string, number>, pair: readonly [string, string]) =>
    order(base, pair) !== 0 && order(values, pair) === order(base, pair);
  return {
    baseline: Object.fromEntries(base),
    alternatives: others.map(([specification, values]) => ({
      specification,
      adjustedHeadcount: Object.fromEntries(values),
      ...rankAgreement(inOrder(base), inOrder(values)),
      reversed: pairs
        .filter((pair) => order(values, pair) * order(base, pair) < 0)
        .map(([a, b]) => (order(base, [a, b]) > 0 ? ([a, b] as const) : ([b, a] as const))),
    })),
    alwaysSame:
      pairs.length === 0
        ? 1
        : pairs.filter((pair) => others.every(([, values]) => isSame(values, pair))).length /
          pairs.length,
  };
}

/** Headcounts that differ by less are the same. */
const ROUNDING = 1e-12;
