import type { IndicatorDefinition } from "@vitalcore/domain";
import { indicators } from "@vitalcore/domain/indicators";
import {
  genderDevelopmentIndex,
  genderInequalityIndex,
  humanDevelopmentIndex,
  inequalityAdjustedIndex,
  planetaryPressuresAdjustedIndex,
} from "../human-development/definitions.js";
import {
  multidimensionalHeadcount,
  multidimensionalIntensity,
} from "../multidimensional-poverty/definitions.js";

/** The definitions of the catalogue, and those of the indices that are computed here. */
export function knownDefinitions(): ReadonlyMap<string, IndicatorDefinition> {
  const all = [
    ...indicators,
    humanDevelopmentIndex,
    inequalityAdjustedIndex,
    genderDevelopmentIndex,
    genderInequalityIndex,
    planetaryPressuresAdjustedIndex,
    multidimensionalHeadcount,
    multidimensionalIntensity,
  ];
  return new Map(all.map((definition) => [definition.id, definition]));
}
