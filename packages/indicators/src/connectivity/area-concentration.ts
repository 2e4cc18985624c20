import { gini } from "@vitalcore/stats/inequality";
import { between, requireInputs } from "../input-checks.js";

/** How much the people offline live in few areas. */
export interface AreaConcentration {
  /** Of the population, as a proportion. */
  readonly offlineShare: number;
  /** Gini coefficient of the shares offline, over people: 0 where all areas are alike. */
  readonly gini: number;
  /** Hoover's index: the part of those offline who would have to live elsewhere for all areas to be alike. */
  readonly hoover: number;
  /** Part of all people offline who live where the shares are highest, in the areas with `top` of the population. */
  readonly topShare: number;
  /** Fewest areas that hold half of all people offline. */
  readonly areasWithHalf: number;
  readonly areas: number;
}

/**
 * Concentration of the people offline over subnational areas: whether a gap is everywhere or in few places, which decides what would
 * close it.
 *
 * @param offline - share of people offline in each area, as proportions.
 * @param population - people in each area, in the same order.
 * @param options - `top`: part of the population for `topShare`; 0.2 if left out.
 * @throws VitalError `indicators/invalid-input`, with the area.
 *
 * Source: Hoover (1936), The measurement of industrial localization, Review of Economics and Statistics 18; Gini (1912).
 *
 * @example
 * ```ts
 * import { areaConcentration } from "@vitalcore/indicators/connectivity";
 * const { offlineShare, hoover, topShare } = areaConcentration([0.8, 0.2, 0.2], [200, 400, 400]);
 * offlineShare; // => 0.32
 * hoover; // => 0.3
 * topShare; // => 0.5
 * ```
 */
export function areaConcentration(
  offline: ArrayLike<number>,
  population: ArrayLike<number>,
  options: { readonly top?: number } = {},
): AreaConcentration {
  const { top = 0.2 } = options;
  const shares = Float64Array.from(offline);
  const people = Float64Array.from(population);
  requireInputs([
    between("top", top, 0, 1),
    {
      name: "the number of areas",
      value: `${shares.length} shares and ${people.length} populations`,
      wanted: "the same number of both, one at least",
      isMet: shares.length === people.length && shares.length > 0,
    },
    ...Array.from(shares, (share, i) => between(`the share offline of area ${i + 1}`, share, 0, 1)),
    ...Array.from(people, (count, i) => between(`the population of area ${i + 1}`, count, 0, 1e12)),
  ]);
  const whole = people.reduce((a, b) => a + b, 0);
  const counts = shares.map((share, i) => share * (people[i] as number));
  const all = counts.reduce((a, b) => a + b, 0);
  requireInputs([
    between("the population", whole, Number.MIN_VALUE, 1e13, "a positive number"),
    between("the number of people offline", all, Number.MIN_VALUE, 1e13, "a positive number"),
  ]);
  const apart = counts.reduce(
    (sum, count, i) => sum + Math.abs(count / all - (people[i] as number) / whole),
    0,
  );
  const most = [...counts].sort((a, b) => b - a);
  let [held, areasWithHalf] = [0, 0];
  while (held < all / 2) held += most[areasWithHalf++] as number;
  return {
    offlineShare: all / whole,
    gini: gini(shares, people),
    hoover: apart / 2,
    topShare: heldByTop(shares, people, top * whole) / all,
    areasWithHalf,
    areas: shares.length,
  };
}

/** People offline in the areas with the highest shares that hold so many people; the last area in part. */
function heldByTop(shares: Float64Array, people: Float64Array, top: number): number {
  const order = [...shares.keys()].sort((a, b) => (shares[b] as number) - (shares[a] as number));
  let [left, held] = [top, 0];
  for (const area of order) {
    const taken = Math.min(left, people[area] as number);
    held += taken * (shares[area] as number);
    left -= taken;
  }
  return held;
}
