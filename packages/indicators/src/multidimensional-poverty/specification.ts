/** A fraction of two whole numbers, so that a third is a third: [1, 3]. */
export type Fraction = readonly [numerator: number, denominator: number];

/** One deprivation. */
export interface PovertyIndicator {
  /** Name of its column: 1 deprived, 0 not deprived. */
  readonly id: string;
  readonly name?: string;
  /** Whole number; its share is this over the sum of all weights. */
  readonly weight: number;
}

/** Deprivations that belong together. */
export interface PovertyDimension {
  readonly id: string;
  readonly name?: string;
  readonly indicators: readonly PovertyIndicator[];
}

/**
 * A measure of multidimensional poverty in the manner of Alkire and Foster, as data: dimensions, deprivations
 * and their weights, and from which weighted share of deprivations on a person is poor.
 */
export interface PovertySpecification {
  readonly id: string;
  readonly name: string;
  readonly dimensions: readonly PovertyDimension[];
  /** Poor from this share of weighted deprivations on. */
  readonly cutoff: Fraction;
  /** Vulnerable from this share on, up to the cutoff. */
  readonly vulnerableFrom?: Fraction;
  /** In severe poverty from this share on. */
  readonly severeFrom?: Fraction;
  readonly source?: string;
}

/**
 * The global Multidimensional Poverty Index: ten deprivations in three dimensions of equal weight, poor from a
 * third on. Columns are deprivations of the household; the unit is the person.
 *
 * Source: UNDP and OPHI (2023), Global Multidimensional Poverty Index 2023; Alkire and Santos (2010); Alkire and
 * Jahan (2018).
 *
 * @example
 * ```ts
 * import { globalMpi } from "@vitalcore/indicators/multidimensional-poverty";
 * globalMpi.dimensions.map(({ id }) => id); // => ["health", "education", "living-standards"]
 * globalMpi.cutoff; // => [1, 3]
 * ```
 */
export const globalMpi: PovertySpecification = {
  id: "global-mpi",
  name: "Global Multidimensional Poverty Index",
  cutoff: [1, 3],
  vulnerableFrom: [1, 5],
  severeFrom: [1, 2],
  dimensions: [
    {
      id: "health",
      name: "Health",
      indicators: [
        { id: "nutrition", name: "Nutrition", weight: 3 },
        { id: "child-mortality", name: "Child mortality", weight: 3 },
      ],
    },
    {
      id: "education",
      name: "Education",
      indicators: [
        { id: "years-of-schooling", name: "Years of schooling", weight: 3 },
        { id: "school-attendance", name: "School attendance", weight: 3 },
      ],
    },
    {
      id: "living-standards",
      name: "Standard of living",
      indicators: [
        { id: "cooking-fuel", name: "Cooking fuel", weight: 1 },
        { id: "sanitation", name: "Sanitation", weight: 1 },
        { id: "drinking-water", name: "Drinking water", weight: 1 },
        { id: "electricity", name: "Electricity", weight: 1 },
        { id: "housing", name: "Housing", weight: 1 },
        { id: "assets", name: "Assets", weight: 1 },
      ],
    },
  ],
  source: "UNDP and OPHI (2023), Global Multidimensional Poverty Index 2023",
};
