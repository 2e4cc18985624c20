import type { SelectedRows } from "../estimates/select-rows.js";
import { insideGroup } from "../estimates/solve-statistic.js";

/** The smallest value at which the cumulative share of weights reaches p, among some rows. */
export function lowerQuantile(
  y: Float64Array,
  order: Int32Array,
  weights: Float64Array,
  p: number,
): number {
  let total = 0;
  for (const row of order) total += weights[row]!;
  let sum = 0;
  for (const row of order) {
    sum += weights[row]!;
    if (weights[row] !== 0 && sum / total >= p) return y[row]!;
  }
  return order.length > 0 ? y[order[order.length - 1]!]! : Number.NaN;
}

/** Rows sorted by value. */
export function orderOf(y: Float64Array, inside: (row: number) => boolean): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < y.length; row++) {
    if (!Number.isNaN(y[row]!) && inside(row)) rows.push(row);
  }
  return Int32Array.from(rows).sort((a, b) => y[a]! - y[b]! || a - b);
}

/** The rows of every group, sorted by amount. */
export function ordersOf(y: Float64Array, rows: SelectedRows): Int32Array[] {
  return rows.labels.map((_, g) => orderOf(y, insideGroup(rows, g)));
}

/** Sum of weights and weighted standard deviation (divisor N): what the bandwidth is made of. */
export function bandwidth(y: Float64Array, order: Int32Array, weights: Float64Array): number {
  let people = 0;
  let sum = 0;
  for (const row of order) {
    people += weights[row]!;
    sum += weights[row]! * y[row]!;
  }
  const mean = sum / people;
  let squares = 0;
  for (const row of order) squares += weights[row]! * (y[row]! - mean) ** 2;
  return Math.sqrt(squares / people) / people ** 0.2;
}

const INVERSE_ROOT = 1 / Math.sqrt(2 * Math.PI);

/**
 * Normal kernel estimate at x of the density of people (`moment` 0), or of their income (`moment` 1: the
 * derivative of the income of all below x, per person).
 */
export function kernelDensity(
  y: Float64Array,
  order: Int32Array,
  weights: Float64Array,
  x: number,
  h: number,
  moment: 0 | 1 = 0,
): number {
  let people = 0;
  let sum = 0;
  for (const row of order) {
    const d = (x - y[row]!) / h;
    people += weights[row]!;
    sum += weights[row]! * Math.exp((-d * d) / 2) * (moment === 1 ? y[row]! : 1);
  }
  return (sum * INVERSE_ROOT) / (h * people);
}
