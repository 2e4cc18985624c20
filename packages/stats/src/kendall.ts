import { sortOrder, sortWorkspace } from "./sort-order.js";

/** What Kendall's tau-b and its test are made of. Counts of pairs are exact up to 2^53. */
export interface KendallCounts {
  /** Concordant less discordant pairs. */
  readonly score: number;
  /** Pairs that are not tied in x. */
  readonly untiedX: number;
  /** Pairs that are not tied in y. */
  readonly untiedY: number;
  /** Sizes of the groups of equal x values, those above one. */
  readonly xTies: readonly number[];
  readonly yTies: readonly number[];
}

const pairsOf = (n: number) => (n * (n - 1)) / 2;

/** Sizes above one of runs of equal values along an order. */
function runLengths(isSame: (k: number) => boolean, count: number): number[] {
  const lengths: number[] = [];
  let run = 1;
  for (let k = 1; k <= count; k++) {
    if (k < count && isSame(k)) {
      run++;
      continue;
    }
    if (run > 1) lengths.push(run);
    run = 1;
  }
  return lengths;
}

const sumPairs = (ties: readonly number[]) => ties.reduce((sum, t) => sum + pairsOf(t), 0);

/**
 * Pairs (j < k) with y[j] > y[k], counted while merging (Knight 1966): exchanges needed to sort y.
 * Leaves `y` sorted.
 */
function countExchanges(y: Float64Array): number {
  let exchanges = 0;
  let from = y;
  let to: Float64Array = new Float64Array(y.length);
  for (let width = 1; width < y.length; width *= 2) {
    for (let start = 0; start < y.length; start += 2 * width) {
      const middle = Math.min(start + width, y.length);
      const end = Math.min(middle + width, y.length);
      let left = start;
      let right = middle;
      for (let k = start; k < end; k++) {
        if (right >= end || (left < middle && (from[left] as number) <= (from[right] as number))) {
          to[k] = from[left++] as number;
        } else {
          exchanges += middle - left;
          to[k] = from[right++] as number;
        }
      }
    }
    [from, to] = [to, from];
  }
  if (from !== y) y.set(from);
  return exchanges;
}

/** Counts concordant, discordant and tied pairs of two complete lists of equal length. */
export function kendallCounts(x: Float64Array, y: Float64Array): KendallCounts {
  const n = x.length;
  // Sorted by y, then stably by x: ordered by x, and by y among equal x.
  const workspace = sortWorkspace(n);
  sortOrder(y, workspace);
  const byY = workspace.order.slice();
  sortOrder(
    x.map((_, k) => x[byY[k] as number] as number),
    workspace,
  );
  const order = workspace.order.map((k) => byY[k] as number);
  const xs = x.map((_, k) => x[order[k] as number] as number);
  const ys = y.map((_, k) => y[order[k] as number] as number);
  const sameX = (k: number) => xs[k] === xs[k - 1];
  const bothTies = runLengths((k) => sameX(k) && ys[k] === ys[k - 1], n);
  const xTies = runLengths(sameX, n);
  const exchanges = countExchanges(ys);
  const yTies = runLengths((k) => ys[k] === ys[k - 1], n);
  const [all, tiedX, tiedY, tiedBoth] = [
    pairsOf(n),
    sumPairs(xTies),
    sumPairs(yTies),
    sumPairs(bothTies),
  ];
  return {
    score: all - tiedX - tiedY + tiedBoth - 2 * exchanges,
    untiedX: all - tiedX,
    untiedY: all - tiedY,
    xTies,
    yTies,
  };
}
