import { BLOCK } from "./linear-forms.js";
import type { Scenario } from "./scenarios.js";
import type { Factor } from "./specification.js";
import { type WeightDraw, weightDraw, weightsOfSet } from "./weight-draws.js";

/** What the runs of a scenario write into. */
export interface Buffers {
  readonly weights: Float64Array;
  /** By factor: how it draws weights, or the weights of its sets. */
  readonly draws: readonly (WeightDraw | undefined)[];
  readonly sets: readonly (readonly Float64Array[] | undefined)[];
  /** The units as the last run ordered them. */
  readonly order: Int32Array;
  readonly block: Float64Array;
  readonly scores: readonly Float64Array[];
  readonly ranks: readonly Float64Array[];
}

/** The buffers of a scenario. */
export function buffersOf(
  scenario: Scenario,
  factors: readonly Factor[],
  placeOfNode: ReadonlyMap<string, number>,
  setsOf: (weighted: readonly string[]) => Buffers["sets"],
): Buffers {
  const { plan, units, weighted } = scenario;
  const coordinates = Int32Array.from(weighted, (id) => placeOfNode.get(id) ?? 0);
  const block = new Float64Array(BLOCK * units);
  const part = (array: Float64Array) =>
    Array.from({ length: BLOCK }, (_, k) => array.subarray(k * units, (k + 1) * units));
  return {
    weights: new Float64Array(plan.weights.length),
    draws: factors.map((factor) =>
      factor.kind === "weight-noise" ? weightDraw(factor, plan, weighted, coordinates) : undefined,
    ),
    sets: setsOf(weighted),
    order: Int32Array.from({ length: units }, (_, u) => u),
    block,
    scores: part(block),
    ranks: part(new Float64Array(BLOCK * units)),
  };
}

/** The weights of sets by the nodes that they are for: most scenarios weight the same. */
export function setsByNodes(
  factors: readonly Factor[],
): (weighted: readonly string[]) => Buffers["sets"] {
  const known = new Map<string, Buffers["sets"]>();
  return (weighted) => {
    const key = JSON.stringify(weighted);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = factors.map((factor) =>
      factor.kind === "weight-sets"
        ? factor.sets.map((set) => weightsOfSet(weighted, set))
        : undefined,
    );
    known.set(key, made);
    return made;
  };
}
