import { lorenzCurve, lorenzShare } from "@vitalcore/stats/inequality";
import type { IncomeWeights } from "./income-weights.js";

/** Which of two distributions is more equal at every point of the Lorenz curve. */
export type LorenzDominance = "first more equal" | "second more equal" | "equal" | "curves cross";

/**
 * Whether one distribution is more equal than another whatever the measure: its Lorenz curve lies nowhere below. Where curves
 * cross, measures may disagree.
 *
 * @param first - incomes (zero or positive) with weights.
 * @param second - incomes with weights.
 * @throws VitalError of `statsCatalog`, as `lorenzCurve`.
 *
 * Source: Atkinson (1970), On the measurement of inequality, Journal of Economic Theory 2.
 *
 * @example
 * ```ts
 * import { lorenzDominance } from "@vitalcore/indicators/inequality";
 * lorenzDominance({ incomes: [2, 3, 4] }, { incomes: [1, 3, 5] }); // => "first more equal"
 * ```
 */
export function lorenzDominance(first: IncomeWeights, second: IncomeWeights): LorenzDominance {
  const [ours, theirs] = [first, second].map(({ incomes, weights }) =>
    lorenzCurve(incomes, weights),
  ) as [ReturnType<typeof lorenzCurve>, ReturnType<typeof lorenzCurve>];
  // Both are straight between their own points: differences are largest at one of these.
  const points = new Set([...ours.population, ...theirs.population]);
  const differences = [...points].map((p) => lorenzShare(ours, p) - lorenzShare(theirs, p));
  const isAbove = differences.some((difference) => difference > ROUNDING);
  const isBelow = differences.some((difference) => difference < -ROUNDING);
  if (isAbove && isBelow) return "curves cross";
  if (isAbove) return "first more equal";
  return isBelow ? "second more equal" : "equal";
}

/** Shares that differ by less are the same. */
const ROUNDING = 1e-12;
