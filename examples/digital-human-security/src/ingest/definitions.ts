import type { IndicatorDefinition } from "@vitalcore/domain";
import { indicators } from "@vitalcore/domain/indicators";

/** Stands in for battle deaths in one of the alternatives, and is not in the catalogue. */
export const informHuman: IndicatorDefinition = {
  id: "inform-human-hazard",
  name: "Human-made hazards (INFORM)",
  definition: "Score of exposure to conflict, current and projected, from 0 (least) to 10 (most).",
  unit: "SCORE_0_10",
  range: [0, 10],
  direction: "higherWorse",
  home: "personal",
  dimensions: ["personal"],
  digital: false,
  status: "experimental",
};

const byId = new Map<string, IndicatorDefinition>(
  [...indicators, informHuman].map((definition) => [definition.id, definition]),
);

/** The definition of an indicator that the example uses. */
export function definitionOf(id: string): IndicatorDefinition {
  const definition = byId.get(id);
  if (definition === undefined) throw new Error(`The catalogue has no indicator ${id}.`);
  return definition;
}
