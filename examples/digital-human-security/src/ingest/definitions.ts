import type { IndicatorDefinition } from "@vitalcore/domain";
import { indicators } from "@vitalcore/domain/indicators";

const byId = new Map<string, IndicatorDefinition>(
  Object.values(indicators).map((definition) => [definition.id, definition]),
);

/** The definition of an indicator of the catalogue. */
export function definitionOf(id: string): IndicatorDefinition {
  const definition = byId.get(id);
  if (definition === undefined) throw new Error(`The catalogue has no indicator ${id}.`);
  return definition;
}
