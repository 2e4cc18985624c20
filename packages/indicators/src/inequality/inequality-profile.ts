import { sum, weightedMean, weightedQuantile } from "@vitalcore/stats";
import {
  atkinson,
  generalizedEntropy,
  gini,
  lorenzCurve,
  lorenzShare,
  palmaRatio,
  quintileShareRatio,
} from "@vitalcore/stats/inequality";
import { between, groupDemands, positive, requireInputs } from "../input-checks.js";

/** Options of {@link inequalityProfile}. */
export interface InequalityOptions {
  /** Weights, as many as incomes; equal if left out. */
  readonly weights?: ArrayLike<number>;
  /** Aversions to inequality for Atkinson's measure; 0.5, 1 and 2 if left out. */
  readonly aversions?: readonly number[];
}

/** The usual measures of inequality; `null` where an income of zero or nothing at the bottom leaves one undefined. */
export interface InequalityProfile {
  readonly mean: number;
  readonly median: number;
  /** Gini coefficient, midpoint definition, as a proportion. */
  readonly gini: number;
  /** Mean logarithmic deviation; `null` where an income is 0. */
  readonly meanLogDeviation: number | null;
  readonly theil: number;
  /** By aversion; `null` where an income is 0 and the aversion 1 or more. */
  readonly atkinson: readonly { readonly aversion: number; readonly value: number | null }[];
  /** Income share of the richest 10 % over that of the poorest 40 %. */
  readonly palma: number | null;
  /** S80/S20. */
  readonly quintileRatio: number | null;
  /** Income share of each tenth of the population, poorest first. */
  readonly decileShares: readonly number[];
  readonly n: number;
}

/**
 * Measures of inequality of a distribution, with one definition of each: weights act as copies, and nothing
 * depends on their scale.
 *
 * @param incomes - zero or positive, none missing, not all zero.
 * @param options - weights and aversions.
 * @throws VitalError `stats/negative-value`, `stats/missing-value`, `stats/zero-total` and others of
 *   `statsCatalog`.
 *
 * Source: as the functions of `@vitalcore/stats/inequality`: Gini (1912), Theil (1967), Atkinson (1970), Cobham
 * and Sumner (2013), Eurostat (S80/S20).
 *
 * @example
 * ```ts
 * import { inequalityProfile } from "@vitalcore/indicators/inequality";
 * const profile = inequalityProfile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
 * profile.gini; // => 0.3
 * profile.palma; // => 1
 * profile.decileShares[9]; // => 0.181818
 * ```
 */
export function inequalityProfile(
  incomes: ArrayLike<number>,
  options: InequalityOptions = {},
): InequalityProfile {
  const { aversions = [0.5, 1, 2] } = options;
  const weights = options.weights ?? new Float64Array(incomes.length).fill(1);
  const curve = lorenzCurve(incomes, weights);
  const counted = Array.from(incomes).filter((_, i) => (weights[i] as number) > 0);
  const hasZero = counted.includes(0);
  const tenths = Array.from({ length: 11 }, (_, i) => lorenzShare(curve, i / 10));
  const low = weightedQuantile(incomes, weights, 0.2, "inverse-cdf");
  return {
    mean: weightedMean(incomes, weights),
    median: weightedQuantile(incomes, weights, 0.5, "inverse-cdf"),
    gini: gini(incomes, weights),
    meanLogDeviation: hasZero ? null : generalizedEntropy(incomes, 0, weights),
    theil: generalizedEntropy(incomes, 1, weights),
    atkinson: aversions.map((aversion) => ({
      aversion,
      value: hasZero && aversion >= 1 ? null : atkinson(incomes, aversion, weights),
    })),
    palma: (tenths[4] as number) > 0 ? palmaRatio(incomes, weights) : null,
    quintileRatio: low > 0 ? quintileShareRatio(incomes, weights) : null,
    decileShares: tenths.slice(1).map((share, i) => share - (tenths[i] as number)),
    n: counted.length,
  };
}

/** Inequality within groups and between them; the two add up. */
export interface InequalityByGroup {
  readonly total: number;
  readonly within: number;
  readonly between: number;
  readonly groups: readonly {
    readonly group: string;
    readonly populationShare: number;
    readonly incomeShare: number;
    /** Inequality inside the group. */
    readonly inequality: number;
  }[];
}

/**
 * Decomposes inequality into what there is within groups and between their means. Of the usual measures, only those of
 * generalized entropy add up so.
 *
 * @param incomes - positive (zero as well for Theil's), none missing.
 * @param groups - the group of each person.
 * @param options - weights; `measure`: Theil's (if left out) or the mean logarithmic deviation.
 * @throws VitalError `indicators/invalid-input`, and of `statsCatalog`.
 *
 * Source: Shorrocks (1980), The class of additively decomposable inequality measures, Econometrica 48.
 *
 * @example
 * ```ts
 * import { inequalityByGroup } from "@vitalcore/indicators/inequality";
 * const { within, between } = inequalityByGroup([1, 1, 3, 3], ["a", "a", "b", "b"]);
 * within; // => 0
 * between; // => 0.130812
 * ```
 */
export function inequalityByGroup(
  incomes: ArrayLike<number>,
  groups: ArrayLike<string>,
  options: {
    readonly weights?: ArrayLike<number>;
    readonly measure?: "theil" | "mean-log-deviation";
  } = {},
): InequalityByGroup {
  requireInputs(groupDemands(groups, incomes.length));
  const { measure = "theil" } = options;
  const parameter = measure === "theil" ? 1 : 0;
  const weights = Array.from(incomes, (_, i) => options.weights?.[i] ?? 1);
  const total = generalizedEntropy(incomes, parameter, weights);
  const population = sum(weights);
  const mean = weightedMean(incomes, weights);
  const names = [...new Set(Array.from(groups))].filter((name) =>
    weights.some((weight, i) => weight > 0 && groups[i] === name),
  );
  const parts = names.map((group) => {
    const members = weights.map((weight, i) => (groups[i] === group ? weight : 0));
    const populationShare = sum(members) / population;
    const own = weightedMean(incomes, members);
    return {
      group,
      populationShare,
      incomeShare: (populationShare * own) / mean,
      inequality: own === 0 ? 0 : generalizedEntropy(incomes, parameter, members),
    };
  });
  const within = parts.reduce(
    (all, part) =>
      all + part.inequality * (measure === "theil" ? part.incomeShare : part.populationShare),
    0,
  );
  return { total, within, between: Math.max(0, total - within), groups: parts };
}

/**
 * The concentration index: how a good is spread over people ranked by something else, from -1 (all with the lowest)
 * to 1 (all with the highest); 0 where it is spread evenly, or as much above as below.
 *
 * @param values - of the good, zero or positive, not all zero: users, connected people, services.
 * @param ranking - by what people or areas are ranked: income, distance.
 * @param weights - as many; equal if left out. For areas: their populations, with values per head.
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: Kakwani, Wagstaff and van Doorslaer (1997), Socioeconomic inequalities in health, Journal of
 * Econometrics 77.
 *
 * @example
 * ```ts
 * import { concentrationIndex } from "@vitalcore/indicators/inequality";
 * concentrationIndex([0, 0, 1, 1], [10, 20, 30, 40]); // => 0.5
 * concentrationIndex([1, 1, 0, 0], [10, 20, 30, 40]); // => -0.5
 * ```
 */
export function concentrationIndex(
  values: ArrayLike<number>,
  ranking: ArrayLike<number>,
  weights: ArrayLike<number> = new Float64Array(values.length).fill(1),
): number {
  const most = Number.MAX_VALUE;
  requireInputs([
    {
      name: "the number of ranked values and weights",
      value: `${ranking.length} and ${weights.length}`,
      wanted: `${values.length} of each`,
      isMet: ranking.length === values.length && weights.length === values.length,
    },
    ...Array.from(values, (value, i) =>
      between(`value ${i + 1}`, value, 0, most, "a number, zero or positive"),
    ),
    ...Array.from(ranking, (value, i) =>
      between(`ranking value ${i + 1}`, value, -most, most, "a number"),
    ),
    ...Array.from(weights, (value, i) =>
      between(`weight ${i + 1}`, value, 0, most, "a number, zero or positive"),
    ),
  ]);
  const all = Array.from(values, (value, i) => ({
    value,
    rank: ranking[i] as number,
    weight: weights[i] as number,
  }));
  const population = sum(all.map(({ weight }) => weight));
  const total = sum(all.map(({ value, weight }) => value * weight));
  requireInputs([
    positive("the sum of the weights", population),
    positive("the total of the values", total),
  ]);
  return (2 / (total * population)) * sum(withMidRanks(all)) - 1;
}

/** Weight times value times the weight below; those of one rank share theirs. */
function withMidRanks(all: readonly { value: number; rank: number; weight: number }[]): number[] {
  const sorted = [...all].sort((a, b) => a.rank - b.rank);
  const terms: number[] = [];
  let below = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    let tied = 0;
    while (end < sorted.length && sorted[end]?.rank === sorted[start]?.rank) {
      tied += sorted[end]?.weight ?? 0;
      end++;
    }
    for (const { value, weight } of sorted.slice(start, end)) {
      terms.push(value * weight * (below + tied / 2));
    }
    below += tied;
    start = end;
  }
  return terms;
}
