import type { IndicatorDefinition } from "@vitalcore/domain";

const SHARE = {
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "economic",
  dimensions: ["economic", "health", "community"],
  denominator: "population",
  source: { publisher: "UNDP; OPHI", dataset: "Global Multidimensional Poverty Index" },
  methodKind: "index",
  digital: false,
  status: "established",
} as const;

/** Headcount of multidimensional poverty: share of people who are multidimensionally poor. Unit: `PERCENT`. */
export const multidimensionalHeadcount: IndicatorDefinition = {
  ...SHARE,
  id: "multidimensional-poverty-headcount",
  name: "Multidimensionally poor people",
  definition:
    "Share of people whose weighted deprivations reach the cutoff of a measure of multidimensional poverty.",
  numerator: "people who are multidimensionally poor",
  formula: "100 * poor / population",
  calculator: "multidimensional-poverty#multidimensionalPoverty",
  notes: "State the measure and its cutoff with every value.",
};

/** Intensity of multidimensional poverty: mean share of deprivations of the poor. Unit: `PERCENT`. */
export const multidimensionalIntensity: IndicatorDefinition = {
  ...SHARE,
  id: "multidimensional-poverty-intensity",
  name: "Intensity of multidimensional poverty",
  definition: "Mean share of weighted deprivations that the multidimensionally poor suffer.",
  numerator: "weighted deprivations of the poor",
  denominator: "all deprivations of as many people",
  formula: "100 * mean score of the poor",
  calculator: "multidimensional-poverty#multidimensionalPoverty",
  notes: "Undefined where nobody is poor. Never below the cutoff.",
};
