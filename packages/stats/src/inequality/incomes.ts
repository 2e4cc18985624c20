import { VitalError } from "@vitalcore/core";
import { find } from "../catalog.js";
import { requireValues, requireWeighted } from "../check-input.js";
import { sumError } from "../double-double.js";
import { sortOrder, sortWorkspace } from "../sort-order.js";
import { compensatedDot, compensatedSum } from "../sum.js";

/** Checked incomes with their weights: those with weight, in the order given. */
export interface Incomes {
  readonly values: Float64Array;
  readonly weights: Float64Array;
  /** Sum of the weights. */
  readonly population: number;
  /** Weighted mean. */
  readonly mean: number;
}

/** What a measure cannot take: negative incomes, or zero as well. */
export type Refused = "nothing" | "negative" | "non-positive";

function refuse(what: string, values: Float64Array, refused: Refused): void {
  if (refused === "nothing") return;
  const isBad = (x: number) => (refused === "negative" ? x < 0 : x <= 0);
  const first = values.findIndex(isBad);
  if (first < 0) return;
  const count = values.reduce((n, x) => n + Number(isBad(x)), 0);
  const facts = { what, argument: "values", count, position: first + 1 };
  const code = refused === "negative" ? "stats/negative-value" : "stats/non-positive-value";
  throw new VitalError([find(code, { found: values[first], facts })]);
}

/** Checks incomes and weights (equal if left out); what has weight 0 is outside. */
export function requireIncomes(
  what: string,
  values: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
  refused: Refused,
): Incomes {
  const given =
    weights === undefined
      ? requireValues(values, { what })
      : requireWeighted(values, weights, { what });
  const [all, allWeights] =
    given instanceof Float64Array ? [given, new Float64Array(given.length).fill(1)] : given;
  const isInside = (_: number, i: number) => (allWeights[i] as number) > 0;
  const inside = all.filter(isInside);
  const insideWeights = allWeights.filter(isInside);
  refuse(what, inside, refused);
  const population = compensatedSum(insideWeights);
  const mean = compensatedDot(inside, insideWeights) / population;
  return { values: inside, weights: insideWeights, population, mean };
}

/** The error for incomes that add up to zero. */
export function zeroTotal(what: string, { values }: Incomes): VitalError {
  return new VitalError([find("stats/zero-total", { facts: { what, length: values.length } })]);
}

/** Throws if the incomes add up to zero, so that shares of them are not defined. */
export function requireTotal(what: string, incomes: Incomes): void {
  if (!(incomes.mean > 0)) throw zeroTotal(what, incomes);
}

/** Ascending by income. */
export function sortIncomes({ values, weights, population, mean }: Incomes): Incomes {
  const workspace = sortWorkspace(values.length);
  sortOrder(values, workspace);
  const { order } = workspace;
  return {
    values: Float64Array.from(order, (i) => values[i] as number),
    weights: Float64Array.from(order, (i) => weights[i] as number),
    population,
    mean,
  };
}

/** The weighted mean of a function of the incomes, with a compensated sum. */
export function meanOf(incomes: Incomes, transform: (income: number) => number): number {
  const { values, weights, population } = incomes;
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const term = (weights[i] as number) * transform(values[i] as number);
    const next = total + term;
    lost += sumError(total, term, next);
    total = next;
  }
  return (total + lost) / population;
}
