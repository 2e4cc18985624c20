import { VitalError } from "@vitalcore/core";
import { findIn as find } from "../function-catalog.js";
import type { OutrankingMatrix } from "./outranking.js";

/** The order that agrees best with the comparisons in pairs. */
export interface KemenyOrder {
  /** Positions of the units, best first; all orders that are best, up to a hundred. */
  readonly orders: readonly (readonly number[])[];
  /** How many orders are best. */
  readonly optimal: number;
  /** Sum of the shares of each unit over those below it. */
  readonly agreement: number;
}

/** 2^16 sets of units are searched in well under a second. */
const MOST_UNITS = 16;
const MOST_ORDERS = 100;
const TIE = 1e-9;

/**
 * The order of the units in which the shares of each over those below it sum to the most, found exactly by dynamic
 * programming over sets of units. Several orders can be best: all of them are right. Source: Kemeny (1959); Young
 * and Levenglick (1978); OECD/JRC Handbook (2008), step 6.
 *
 * @param matrix - of at most 16 units.
 * @throws VitalError `composite/too-many-parts`.
 *
 * @example
 * ```ts
 * import { kemenyOrder, outrankingMatrix } from "@vitalcore/composite/outranking";
 * const { orders, optimal } = kemenyOrder(outrankingMatrix([[3, 1, 2], [3, 2, 1], [3, 1, 2]]));
 * orders[0]; // => [0, 2, 1]
 * optimal; // => 1
 * ```
 */
export function kemenyOrder({ shares }: Pick<OutrankingMatrix, "shares">): KemenyOrder {
  const units = shares.length;
  if (units > MOST_UNITS) {
    const remedy = "Order more units by Copeland or Borda scores.";
    const facts = { what: "The Kemeny order", most: MOST_UNITS, remedy };
    throw new VitalError([find("composite/too-many-parts", { found: units, facts })]);
  }
  const sets = 2 ** units;
  // Of the sets of units that are placed last: their agreement, and in how many orders it is reached.
  const best = new Float64Array(sets).fill(Number.NEGATIVE_INFINITY);
  const ways = new Float64Array(sets);
  best[0] = 0;
  ways[0] = 1;
  for (let set = 1; set < sets; set++) {
    for (let unit = 0; unit < units; unit++) {
      if (((set >> unit) & 1) === 0) continue;
      const rest = set & ~(1 << unit);
      const agreement = (best[rest] as number) + over(shares, unit, rest);
      const known = best[set] as number;
      if (agreement > known + TIE) {
        best[set] = agreement;
        ways[set] = ways[rest] as number;
      } else if (agreement > known - TIE)
        ways[set] = (ways[set] as number) + (ways[rest] as number);
    }
  }
  return {
    orders: bestOrders(shares, best, units),
    optimal: ways[sets - 1] as number,
    agreement: best[sets - 1] as number,
  };
}

/** What a unit adds if it is placed above a set of others. */
function over(shares: readonly Float64Array[], unit: number, below: number): number {
  const row = shares[unit] as Float64Array;
  let sum = 0;
  for (let other = 0; other < row.length; other++) {
    if (((below >> other) & 1) === 1) sum += row[other] as number;
  }
  return sum;
}

function bestOrders(
  shares: readonly Float64Array[],
  best: Float64Array,
  units: number,
): readonly (readonly number[])[] {
  let partial: { readonly order: readonly number[]; readonly rest: number }[] = [
    { order: [], rest: 2 ** units - 1 },
  ];
  for (let place = 0; place < units; place++) {
    partial = partial
      .flatMap(({ order, rest }) =>
        Array.from({ length: units }, (_, unit) => unit)
          .filter((unit) => ((rest >> unit) & 1) === 1)
          .filter((unit) => {
            const below = rest & ~(1 << unit);
            const agreement = (best[below] as number) + over(shares, unit, below);
            return agreement > (best[rest] as number) - TIE;
          })
          .map((unit) => ({ order: [...order, unit], rest: rest & ~(1 << unit) })),
      )
      .slice(0, MOST_ORDERS);
  }
  return partial.map(({ order }) => order);
}
