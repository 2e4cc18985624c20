import { type Finding, throwIfErrors } from "@vitalcore/core";
import { find } from "./catalog.js";
import type { Fraction, PovertySpecification } from "./specification.js";

/** A checked specification, as kernels use it. */
export interface PovertyPlan {
  readonly specification: PovertySpecification;
  /** Ids of the indicators, in order of the specification. */
  readonly ids: readonly string[];
  readonly weights: Int32Array;
  /** Sum of the weights: the score of who is deprived in everything. */
  readonly total: number;
  /** Smallest scores that reach the cutoff, vulnerability and severe poverty. */
  readonly poorFrom: number;
  readonly vulnerableFrom: number | null;
  readonly severeFrom: number | null;
}

/** Scores are kept one by one: far more than any sensible set of weights needs. */
const MOST_WEIGHT = 100_000;

function problem(name: string, found: unknown, wanted: string): Finding {
  return find("indicators/poverty-specification", { found, facts: { name, wanted } });
}

const isFraction = (fraction: Fraction): boolean => {
  const [numerator, denominator] = fraction;
  return (
    Number.isSafeInteger(numerator) &&
    Number.isSafeInteger(denominator) &&
    numerator > 0 &&
    denominator >= numerator
  );
};

/** Checks a specification, all problems together, and lays out what kernels need. */
export function planOf(specification: PovertySpecification): PovertyPlan {
  const indicators = specification.dimensions.flatMap((dimension) => dimension.indicators);
  const ids = indicators.map(({ id }) => id);
  const total = indicators.reduce((sum, { weight }) => sum + weight, 0);
  const repeated = ids.filter((id, i) => ids.indexOf(id) < i);
  const fractions = ["cutoff", "vulnerableFrom", "severeFrom"] as const;
  throwIfErrors([
    ...(ids.length === 0 ? [problem("the number of indicators", 0, "one at least")] : []),
    ...repeated.map((id) => problem("an indicator that stands twice", id, "every id once")),
    ...indicators
      .filter(({ weight }) => !(Number.isSafeInteger(weight) && weight > 0))
      .map(({ id, weight }) => problem(`the weight of ${id}`, weight, "a positive whole number")),
    ...(total > MOST_WEIGHT
      ? [problem("the sum of the weights", total, `${MOST_WEIGHT} at the most`)]
      : []),
    ...fractions.flatMap((name) => {
      const fraction = specification[name];
      if (fraction === undefined || isFraction(fraction)) return [];
      return [
        problem(name, fraction.join("/"), "a fraction of whole numbers above 0, not above 1"),
      ];
    }),
  ]);
  const scoreOf = (fraction: Fraction | undefined) =>
    fraction === undefined ? null : Math.ceil((fraction[0] * total) / fraction[1]);
  return {
    specification,
    ids,
    weights: Int32Array.from(indicators, ({ weight }) => weight),
    total,
    poorFrom: scoreOf(specification.cutoff) as number,
    vulnerableFrom: scoreOf(specification.vulnerableFrom),
    severeFrom: scoreOf(specification.severeFrom),
  };
}
