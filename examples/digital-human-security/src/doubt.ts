import { type VarianceSplit, varianceSplit } from "@vitalcore/composite/sensitivity";
import {
  type Factor,
  type UncertaintyResult,
  type UncertaintySpec,
  uncertainty,
  undecidedPairs,
  type ValueSetsFactor,
} from "@vitalcore/composite/uncertainty";
import { type Choices, choicesOf } from "./choices.js";
import type { Computed } from "./compute.js";
import { type Alternative, dataOptions, oneAtATime } from "./one-at-a-time.js";

/** Weights of the dimensions vary by so much of their value. */
export const WEIGHT_SPREAD = 0.25;
/** The share of scenarios that decides an order. */
export const DECIDED = 0.95;

/** How far the ranks can be trusted. */
export interface Doubt {
  /** Each choice by itself. */
  readonly alternatives: readonly Alternative[];
  /** All that can be combined, and the weights, together. */
  readonly scenarios: UncertaintyResult;
  /** What each of them has in the variance of ranks. */
  readonly split: VarianceSplit;
  /** For each country, those whose order with it is not decided. */
  readonly undecided: ReadonlyMap<string, readonly string[]>;
  readonly pairs: { readonly undecided: number; readonly all: number };
}

/**
 * What varies together. A choice under which countries drop out of the ranking would move all below them: undernourishment,
 * which loses many, is looked at by itself only; what is not known of displacement stays zero where a country could not
 * be ranked without it.
 */
function specification(
  { choices }: Choices,
  alternatives: readonly Alternative[],
): UncertaintySpec {
  const lostBy = new Map(alternatives.map(({ id, lost }) => [id, lost]));
  const factors = choices.flatMap(({ factor }): Factor[] => {
    const lost = lostBy.get(factor.id) ?? [];
    if (lost.length === 0) return [factor];
    return factor.kind === "value-sets" ? [without(factor, lost)] : [];
  });
  return {
    kind: "UncertaintySpec",
    version: 1,
    factors: [
      ...factors,
      {
        id: "weights",
        kind: "weight-noise",
        noise: { distribution: "uniform", spread: WEIGHT_SPREAD },
      },
    ],
  };
}

/** The sets of values without those of some countries, which keep theirs. */
function without(factor: ValueSetsFactor, areas: readonly string[]): ValueSetsFactor {
  const kept = (byArea: Readonly<Record<string, number | null>>) =>
    Object.fromEntries(Object.entries(byArea).filter(([area]) => !areas.includes(area)));
  const sets = factor.sets.map((set) => ({
    ...set,
    values: Object.fromEntries(
      Object.entries(set.values).map(([indicator, byArea]) => [indicator, kept(byArea)]),
    ),
  }));
  return { ...factor, sets };
}

/** Computes how far the ranks can be trusted. */
export async function doubtOf(computed: Computed): Promise<Doubt> {
  const choices = choicesOf(computed);
  const { observations } = choices;
  const { methodology } = computed;
  const alternatives = await oneAtATime(computed, choices);
  const spec = specification(choices, alternatives);
  const scenarios = await uncertainty(observations, methodology, spec, dataOptions);
  const split = await varianceSplit(observations, methodology, spec, {
    ...dataOptions,
    together: {},
    rows: 256,
  });
  const pairs = undecidedPairs(scenarios, { level: DECIDED });
  const undecided = new Map<string, string[]>();
  for (const { units } of pairs) {
    units.forEach((unit, i) => {
      const others = undecided.get(unit) ?? [];
      others.push(units[1 - i] as string);
      undecided.set(unit, others);
    });
  }
  const ranked = scenarios.units.filter(({ nominal }) => nominal.rank !== null).length;
  return {
    alternatives,
    scenarios,
    split,
    undecided,
    pairs: { undecided: pairs.length, all: (ranked * (ranked - 1)) / 2 },
  };
}

/** The ranks that a country has in nine of ten scenarios, as whole numbers. */
export function rankInterval(
  { scenarios }: Pick<Doubt, "scenarios">,
  area: string,
): readonly [best: number, worst: number] | null {
  const rank = scenarios.units.find(({ unit }) => unit === area)?.rank ?? null;
  return rank === null ? null : [Math.floor(rank.q05), Math.ceil(rank.q95)];
}
