import type { IndicatorDefinition } from "@vitalcore/domain";

const REPORT = {
  publisher: "UNDP, Human Development Report Office",
  dataset: "Human Development Report, composite indices and components",
} as const;

const INDEX = {
  unit: "INDEX_0_1",
  range: [0, 1],
  source: REPORT,
  methodKind: "index",
  digital: false,
  status: "established",
} as const;

/** The Human Development Index: achievement in health, education and income. Unit: `INDEX_0_1`. */
export const humanDevelopmentIndex: IndicatorDefinition = {
  ...INDEX,
  id: "human-development-index",
  name: "Human Development Index",
  definition:
    "Geometric mean of normalized indices of life expectancy, of schooling and of national income per person.",
  direction: "higherBetter",
  home: "economic",
  dimensions: ["economic", "health", "community"],
  formula: "(health * education * income)^(1/3)",
  calculator: "human-development#hdi",
  notes:
    "Every edition re-estimates all years: never mix editions. An index itself: use it or its components in another index, not both.",
};

/** The Inequality-adjusted Human Development Index. Unit: `INDEX_0_1`. */
export const inequalityAdjustedIndex: IndicatorDefinition = {
  ...INDEX,
  id: "inequality-adjusted-human-development-index",
  name: "Inequality-adjusted Human Development Index",
  definition:
    "Human Development Index less what inequality in the distribution of each dimension takes away.",
  direction: "higherBetter",
  home: "economic",
  dimensions: ["economic", "health", "community"],
  formula: "HDI * ((1 - A_health) * (1 - A_education) * (1 - A_income))^(1/3)",
  calculator: "human-development#ihdi",
  notes: "Rests on the unrounded Human Development Index.",
};

/** The Gender Development Index: women's over men's human development. Unit: `RATIO`. */
export const genderDevelopmentIndex: IndicatorDefinition = {
  ...INDEX,
  id: "gender-development-index",
  name: "Gender Development Index",
  definition: "Human Development Index of women divided by that of men.",
  unit: "RATIO",
  range: [0, null],
  direction: "targetOne",
  home: "community",
  dimensions: ["community", "economic", "health"],
  formula: "HDI(F) / HDI(M)",
  calculator: "human-development#gdi",
};

/** The Gender Inequality Index: what inequality between women and men takes away. Unit: `INDEX_0_1`. */
export const genderInequalityIndex: IndicatorDefinition = {
  ...INDEX,
  id: "gender-inequality-index",
  name: "Gender Inequality Index",
  definition:
    "Loss in reproductive health, empowerment and the labour market that is due to inequality between women and men.",
  direction: "higherWorse",
  home: "community",
  dimensions: ["community", "health", "political", "economic"],
  formula: "1 - harmonic(G_F, G_M) / G",
  calculator: "human-development#gii",
  notes: "The floor for parliaments without women belongs to the edition.",
};

/** The Planetary pressures-adjusted Human Development Index. Unit: `INDEX_0_1`. */
export const planetaryPressuresAdjustedIndex: IndicatorDefinition = {
  ...INDEX,
  id: "planetary-pressures-adjusted-human-development-index",
  name: "Planetary pressures-adjusted Human Development Index",
  definition:
    "Human Development Index reduced by carbon dioxide emissions and material footprint per person.",
  direction: "higherBetter",
  home: "environmental",
  dimensions: ["environmental", "economic"],
  formula: "HDI * mean(1 - co2 / max, 1 - footprint / max)",
  calculator: "human-development#phdi",
};
