import { throwIfErrors } from "@vitalcore/core";
import type { IndexDataOptions, IndexInput } from "../inspect-index.js";
import type { IndexMethodology } from "../methodology.js";
import { readShaped } from "../read-document.js";
import { checkSpecification } from "./check-specification.js";
import { type Scenarios, scenariosOf } from "./scenarios.js";
import { isScenarioFactor, type Model, modelOf } from "./simulate.js";
import type { UncertaintySpec } from "./specification.js";
import { SPECIFICATION_SHAPE } from "./specification-shape.js";
import type { Nominal } from "./tally.js";

/** The methodology of an index over its data, with what is uncertain about it. */
export function modelFor(
  input: IndexInput,
  methodology: IndexMethodology,
  spec: UncertaintySpec,
  options: IndexDataOptions,
): Model {
  throwIfErrors(readShaped(spec, SPECIFICATION_SHAPE, "specification").findings);
  const choices = spec.factors.filter(isScenarioFactor);
  const scenarios = scenariosOf(input, methodology, choices, options);
  checkSpecification(spec, scenarios.nominal);
  return modelOf(spec.factors, scenarios);
}

/** Scores and ranks of all units by the methodology as it stands. */
export function nominalOf({ units, nominal }: Scenarios): Nominal {
  const scores = new Float64Array(units.length).fill(Number.NaN);
  const ranks = new Float64Array(units.length).fill(Number.NaN);
  nominal.places.forEach((place, u) => {
    scores[place] = nominal.scores[u] as number;
    ranks[place] = nominal.ranks[u] as number;
  });
  return { scores, ranks };
}
