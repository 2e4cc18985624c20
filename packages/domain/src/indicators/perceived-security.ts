import type { DimensionId } from "../ids.js";
import type { IndicatorDefinition } from "../indicator-definition.js";

const worries = {
  economic: ["losing income or work", "economic-downturn"],
  food: ["not having enough to eat", "food-insecurity"],
  health: ["falling ill without care", "lack-of-basic-services"],
  environmental: ["being harmed by a disaster or by pollution", "natural-disaster"],
  personal: ["being harmed by violence or crime", "crime"],
  community: [
    "being attacked or excluded because of the group to which they belong",
    "discrimination",
  ],
  political: ["being punished for what they say or believe", "political-repression"],
} as const satisfies Record<DimensionId, readonly [string, string]>;

/**
 * The definition of perceived insecurity in one dimension: the share of people who worry much about a harm
 * that stands for it. Ours, and experimental: there is no standard question for all seven.
 *
 * @example
 * ```ts
 * import { perceivedInsecurityIn } from "@vitalcore/domain/indicators";
 * const definition = perceivedInsecurityIn("food");
 * definition.id; // => "perceived-insecurity-food"
 * definition.status; // => "experimental"
 * ```
 */
export function perceivedInsecurityIn(dimension: DimensionId): IndicatorDefinition {
  const [harm, threat] = worries[dimension];
  return {
    id: `perceived-insecurity-${dimension}`,
    name: `Perceived ${dimension} insecurity`,
    definition: `Share of people who worry much about ${harm} in the next twelve months.`,
    unit: "PERCENT",
    range: [0, 100],
    direction: "higherWorse",
    home: dimension,
    dimensions: [dimension],
    freedoms: ["from-fear"],
    threats: [threat],
    numerator: "people who worry much",
    denominator: "people who answered",
    formula: "100 * worrying / answered",
    calculator: "registry/microdata#estimateIndicator",
    parameters: { monthsAhead: [12] },
    disaggregation: [
      "sex",
      "age",
      "urbanisation",
      "income",
      "education",
      "disability",
      "migrationStatus",
    ],
    source: { publisher: "National surveys", dataset: "Perception surveys" },
    methodKind: "survey-prevalence",
    ohchrStage: "outcome",
    digital: false,
    status: "experimental",
    notes:
      "Ours. Worry and exposure differ: show it beside the threat itself, and publish the wording and the mode.",
  };
}
