import type { ResultWeighting } from "../index-result.js";
import type { FrameworkNode } from "../methodology.js";
import type { WeightingMethod, WeightingOptions } from "../weighting-options.js";
import { ahpWeights, budgetWeights } from "../weights/from-experts.js";

/** Methods whose weights are in the methodology itself; those of others depend on the scores. */
const WRITTEN: readonly WeightingMethod[] = ["given", "equal", "ahp", "budget"];

/** Whether the weights by a method can be told from the methodology alone. */
export function isWritten(method: WeightingMethod): boolean {
  return WRITTEN.includes(method);
}

/**
 * The weights of the children of a group, as far as the methodology tells them: equal ones where they are to be
 * computed from scores.
 */
export function writtenWeights(
  { method = "given", compared = [], pairwise = [], budgets = [], center }: WeightingOptions,
  children: readonly FrameworkNode[],
): readonly number[] {
  switch (method) {
    case "given":
      return children.map(({ weight }) => weight ?? 1);
    case "ahp": {
      const { weights } = ahpWeights(pairwise);
      return children.map(({ id }) => weights[compared.indexOf(id)] as number);
    }
    case "budget": {
      const points = budgets.map((budget) => children.map(({ id }) => pointsOf(budget, id)));
      return budgetWeights(points, center).weights;
    }
    default:
      return children.map(() => 1);
  }
}

/** What is to be said of weights that the methodology tells; nothing of those that are given. */
export function writtenWeighting(
  { method = "given", pairwise = [], budgets = [] }: WeightingOptions,
  children: readonly FrameworkNode[],
): ResultWeighting | undefined {
  if (method === "given") return undefined;
  const said = { method, units: 0 };
  if (method === "ahp") return { ...said, consistencyRatio: ahpWeights(pairwise).consistencyRatio };
  if (method !== "budget" || budgets.length < 2) return said;
  const points = budgets.map((budget) => children.map(({ id }) => pointsOf(budget, id)));
  return { ...said, agreement: budgetWeights(points).agreement };
}

function pointsOf(
  { points }: { readonly points: Readonly<Record<string, number>> },
  id: string,
): number {
  return Object.hasOwn(points, id) ? (points[id] as number) : 0;
}
