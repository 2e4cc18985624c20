import type { LeafPlan } from "./plan.js";

/** Origin and width of a column: given by goalposts, or taken from the units. */
export function fitColumn(
  leaf: LeafPlan,
  column: Float64Array,
  at: number,
  units: number,
  fitted: Float64Array,
  slot: number,
): void {
  if (leaf.method === "goalposts" || leaf.method === "none") {
    fitted[slot] = leaf.origin;
    fitted[slot + 1] = leaf.width;
    return;
  }
  findEnds(column, at, units, fitted, slot);
  const least = fitted[slot] as number;
  const most = fitted[slot + 1] as number;
  if (most < least) {
    fitted[slot] = Number.NaN;
    fitted[slot + 1] = Number.NaN;
    return;
  }
  const sign = leaf.ascending ? 1 : -1;
  const worst = leaf.ascending ? least : most;
  switch (leaf.method) {
    case "min-max":
      fitted[slot] = worst;
      fitted[slot + 1] = sign * (most - least);
      return;
    case "distance-to-target":
      fitted[slot] = worst;
      fitted[slot + 1] = (leaf.best ?? Number.NaN) - worst;
      return;
    case "distance-to-reference":
      fitted[slot] = worst;
      fitted[slot + 1] = referenceOf(leaf, column, at) - worst;
      return;
    case "fraction-of-max":
      fitted[slot] = 0;
      fitted[slot + 1] = most;
      return;
  }
  const mean = meanOf(column, at, units);
  fitted[slot] = mean;
  // Of equal values the sum of squares can come out above zero by rounding.
  fitted[slot + 1] = most > least ? sign * deviationOf(column, at, units, mean) : 0;
}

/**
 * Writes the least and the largest value; of none, infinities that are the wrong way round. Eight values at a time: the
 * loop costs as much as the comparisons.
 */
function findEnds(
  column: Float64Array,
  at: number,
  units: number,
  ends: Float64Array,
  slot: number,
): void {
  const end = at + units;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let i = at;
  for (; i + 7 < end; i += 8) {
    const a = column[i] as number;
    const b = column[i + 1] as number;
    const c = column[i + 2] as number;
    const d = column[i + 3] as number;
    const e = column[i + 4] as number;
    const f = column[i + 5] as number;
    const g = column[i + 6] as number;
    const h = column[i + 7] as number;
    if (a < least) least = a;
    if (a > most) most = a;
    if (b < least) least = b;
    if (b > most) most = b;
    if (c < least) least = c;
    if (c > most) most = c;
    if (d < least) least = d;
    if (d > most) most = d;
    if (e < least) least = e;
    if (e > most) most = e;
    if (f < least) least = f;
    if (f > most) most = f;
    if (g < least) least = g;
    if (g > most) most = g;
    if (h < least) least = h;
    if (h > most) most = h;
  }
  for (; i < end; i++) {
    const value = column[i] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  ends[slot] = least;
  ends[slot + 1] = most;
}

/** NaN where the unit of reference is not in the index: before the first unit lies another column. */
function referenceOf({ reference = -1 }: LeafPlan, column: Float64Array, at: number): number {
  return reference < 0 ? Number.NaN : (column[at + reference] as number);
}

/** In two passes, the second over what is left of the first: of large values that hardly differ, one loses digits. */
function meanOf(column: Float64Array, at: number, units: number): number {
  const first = meanAbout(0, column, at, units);
  return first + meanAbout(first, column, at, units);
}

function meanAbout(center: number, column: Float64Array, at: number, units: number): number {
  let sum = 0;
  let present = 0;
  for (let i = at; i < at + units; i++) {
    const value = column[i] as number;
    if (Number.isNaN(value)) continue;
    sum += value - center;
    present += 1;
  }
  return sum / present;
}

/** Standard deviation with n - 1, in a second pass, so that a large mean costs no digits. */
function deviationOf(column: Float64Array, at: number, units: number, mean: number): number {
  let squares = 0;
  let present = 0;
  for (let i = at; i < at + units; i++) {
    const value = column[i] as number;
    if (Number.isNaN(value)) continue;
    squares += (value - mean) * (value - mean);
    present += 1;
  }
  return Math.sqrt(squares / (present - 1));
}
