import { VitalError } from "@vitalcore/core";
import { notNegative, requireInputs } from "../input-checks.js";
import { find } from "./catalog.js";

/** An age group, both ends included; open above where `to` is `null`. */
export interface AgeGroup {
  readonly from: number;
  readonly to: number | null;
}

/** The age structure to which rates are standardized. */
export interface StandardPopulation {
  readonly id: string;
  readonly name: string;
  readonly ages: readonly AgeGroup[];
  /** People in each age group. */
  readonly weights: readonly number[];
}

/** Groups of five years from 0, the last open. */
function fiveYearGroups(last: number): AgeGroup[] {
  return Array.from({ length: last / 5 + 1 }, (_, i) => ({
    from: 5 * i,
    to: 5 * i === last ? null : 5 * i + 4,
  }));
}

/**
 * The world standard population of WHO: expected mean structure of 2000-2025, in percent as published (they add
 * up to 100.03).
 *
 * Source: Ahmad, Boschi-Pinto, Lopez, Murray, Lozano and Inoue (2001), Age standardization of rates: a new WHO
 * standard, GPE Discussion Paper 31.
 */
export const whoStandard: StandardPopulation = {
  id: "who-2000-2025",
  name: "WHO world standard population (2000-2025)",
  ages: /* @__PURE__ */ fiveYearGroups(85),
  weights: [
    8.86, 8.69, 8.6, 8.47, 8.22, 7.93, 7.61, 7.15, 6.59, 6.04, 5.37, 4.55, 3.72, 2.96, 2.21, 1.52,
    0.91, 0.63,
  ],
};

/**
 * The world standard population of Segi, as modified by Doll, for 100,000 people.
 *
 * Source: Segi (1960); Doll, Payne and Waterhouse (1966), Cancer Incidence in Five Continents.
 */
export const segiStandard: StandardPopulation = {
  id: "segi-1960",
  name: "World standard population (Segi 1960, Doll 1966)",
  ages: /* @__PURE__ */ fiveYearGroups(85),
  weights: [
    12_000, 10_000, 9000, 9000, 8000, 8000, 6000, 6000, 6000, 6000, 5000, 4000, 4000, 3000, 2000,
    1000, 500, 500,
  ],
};

/**
 * The European standard population of 1976, for 100,000 people.
 *
 * Source: Waterhouse, Muir, Correa and Powell (1976), Cancer Incidence in Five Continents III.
 */
export const europeanStandard1976: StandardPopulation = {
  id: "european-1976",
  name: "European standard population (1976)",
  ages: /* @__PURE__ */ fiveYearGroups(85),
  weights: [
    8000, 7000, 7000, 7000, 7000, 7000, 7000, 7000, 7000, 7000, 7000, 6000, 5000, 4000, 3000, 2000,
    1000, 1000,
  ],
};

/**
 * The European standard population of 2013, for 100,000 people.
 *
 * Source: Eurostat (2013), Revision of the European Standard Population, report of Eurostat's task force.
 */
export const europeanStandard2013: StandardPopulation = {
  id: "european-2013",
  name: "European standard population (2013)",
  ages: /* @__PURE__ */ fiveYearGroups(90),
  weights: [
    5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000,
    2500, 1500, 1000,
  ],
};

/**
 * Weights of a standard population for the age groups of the data, which may be wider than its own.
 *
 * @param standard - for example {@link whoStandard}.
 * @param ages - age groups in order, without gaps; each a union of groups of the standard.
 * @returns a weight for each age group; ages of the standard that are not asked for are left out, as for
 *   rates of a part of life.
 * @throws VitalError `indicators/age-groups` where an age group cuts through one of the standard.
 *
 * Source: as {@link StandardPopulation} says for each: WHO (2001), Segi (1960), Eurostat (1976, 2013).
 *
 * @example
 * ```ts
 * import { standardWeights, segiStandard } from "@vitalcore/indicators/rates";
 * standardWeights(segiStandard, [{ from: 0, to: 14 }, { from: 15, to: 64 }, { from: 65, to: null }]); // => [31000, 62000, 7000]
 * ```
 */
export function standardWeights(standard: StandardPopulation, ages: readonly AgeGroup[]): number[] {
  const { weights } = standard;
  requireInputs([
    {
      name: `the number of weights of ${standard.name}`,
      value: weights.length,
      wanted: `${standard.ages.length}, one for each age group,`,
      isMet: weights.length === standard.ages.length,
    },
    ...weights.map((weight, i) => notNegative(`weight ${i + 1} of ${standard.name}`, weight)),
  ]);
  const end = ({ to }: AgeGroup) => to ?? Number.POSITIVE_INFINITY;
  const isUnion = (age: AgeGroup) =>
    standard.ages.some(({ from }) => from === age.from) &&
    standard.ages.some((own) => end(own) === end(age)) &&
    age.from <= end(age);
  const follows = (age: AgeGroup, i: number) =>
    i === 0 || age.from === end(ages[i - 1] as AgeGroup) + 1;
  const wrong = ages.filter((age, i) => !isUnion(age) || !follows(age, i));
  if (wrong.length > 0) {
    throw new VitalError(
      wrong.map((age) =>
        find("indicators/age-groups", {
          found: age.to === null ? `${age.from} and over` : `${age.from} to ${age.to}`,
          facts: { standard: standard.name },
        }),
      ),
    );
  }
  return ages.map((age) =>
    standard.ages.reduce(
      (sum, own, i) =>
        own.from >= age.from && end(own) <= end(age) ? sum + (standard.weights[i] as number) : sum,
      0,
    ),
  );
}
