import { rankInto, type SortWorkspace } from "@vitalcore/stats";
import type { Plan } from "../kernels/plan.js";

/** Moves for each unit that sorting by insertion may take before merging is faster. */
const MOVES = 16;

/**
 * Ranks units again and again, 1 being the highest score. One scenario's order is nearly that of the next: it is
 * where sorting starts, and insertion then takes a step or two for each unit. Scores far from the last ones, or
 * missing, are sorted from scratch; the ranks are the same.
 *
 * @param order - all units, in the order of the last call; kept from call to call.
 */
export function rerank(
  scores: Float64Array,
  ranks: Float64Array,
  ties: Plan["ties"],
  order: Int32Array,
  workspace: SortWorkspace,
): void {
  if (ties !== "min") {
    rankInto(scores, ranks, ties, true, workspace);
    return;
  }
  if (sortFrom(order, scores)) {
    rankSorted(order, scores, ranks);
    return;
  }
  rankInto(scores, ranks, ties, true, workspace);
  if (!ranks.includes(Number.NaN)) order.set(workspace.order.subarray(0, order.length).reverse());
}

/** Sorts by insertion, highest first; false where a score is missing or it takes too long. */
function sortFrom(order: Int32Array, scores: Float64Array): boolean {
  const units = order.length;
  let moves = MOVES * units;
  for (let i = 0; i < units; i++) {
    const unit = order[i] as number;
    const score = scores[unit] as number;
    if (Number.isNaN(score)) return false;
    let at = i;
    while (at > 0 && (scores[order[at - 1] as number] as number) < score) {
      order[at] = order[at - 1] as number;
      at -= 1;
    }
    order[at] = unit;
    moves -= i - at;
    if (moves < 0) return false;
  }
  return true;
}

/** Equal scores share the best of their ranks. */
function rankSorted(order: Int32Array, scores: Float64Array, ranks: Float64Array): void {
  let rank = 0;
  let before = Number.NaN;
  for (let k = 0; k < order.length; k++) {
    const unit = order[k] as number;
    const score = scores[unit] as number;
    if (score !== before) rank = k + 1;
    ranks[unit] = rank;
    before = score;
  }
}
