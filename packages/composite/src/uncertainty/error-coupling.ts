import { VitalError } from "@vitalcore/core";
import type { Leaf } from "../leaf.js";
import { find } from "./catalog.js";
import { lowerFactor } from "./matrix.js";
import type { SamplingErrorFactor } from "./specification.js";

/** Correlations of errors. */
export interface Coupling {
  /** Within a unit: places of leaves, and the lower factor of their correlation. */
  readonly leaves: Part | undefined;
  /** Within an indicator: places of units. */
  readonly units: Part | undefined;
  /** Correlates independent normals (leaf by leaf, units side by side) in place. */
  apply(normals: Float64Array): void;
}

interface Part {
  readonly places: readonly number[];
  readonly factor: Float64Array;
}

/**
 * The correlations of a factor. Where both are given they multiply: the errors of two indicators of two units have the
 * correlation of the indicators times that of the units.
 */
export function couple(
  factor: SamplingErrorFactor,
  leaves: readonly Leaf[],
  units: readonly string[],
): Coupling | undefined {
  const { correlation, correlationOfUnits } = factor;
  if (correlation === undefined && correlationOfUnits === undefined) return undefined;
  const within =
    correlation &&
    partOf(factor.id, "the indicator", correlation.indicators, correlation.matrix, (name) =>
      leaves.findIndex(({ node, indicator }) => node.id === name || indicator === name),
    );
  const between =
    correlationOfUnits &&
    partOf(factor.id, "the unit", correlationOfUnits.units, correlationOfUnits.matrix, (name) =>
      units.indexOf(name),
    );
  const count = units.length;
  return {
    leaves: within,
    units: between,
    apply: (normals) => {
      if (within !== undefined) {
        for (let unit = 0; unit < count; unit++)
          mix(within, normals, (leaf) => leaf * count + unit);
      }
      if (between !== undefined) {
        for (let leaf = 0; leaf < leaves.length; leaf++) {
          mix(between, normals, (unit) => leaf * count + unit);
        }
      }
    },
  };
}

function partOf(
  id: string,
  what: string,
  names: readonly string[],
  matrix: readonly (readonly number[])[],
  placeOf: (name: string) => number,
): Part {
  const places = names.map((name) => {
    const place = placeOf(name);
    if (place >= 0) return place;
    const facts = { factor: id, what };
    throw new VitalError([find("composite/factor-unknown-node", { found: name, facts })]);
  });
  const factor = lowerFactor(matrix);
  if (factor === undefined || factor.length !== places.length ** 2) {
    const facts = {
      factor: id,
      what: "a correlation matrix",
      wanted: `symmetric and positive definite, with a row for each of ${what.slice(4)}s`,
    };
    throw new VitalError([find("composite/factor-invalid", { found: matrix, facts })]);
  }
  return { places, factor };
}

/** Correlates normals in place, from the last one up, which the lower ones do not need. */
function mix({ places, factor }: Part, normals: Float64Array, at: (place: number) => number): void {
  const size = places.length;
  for (let i = size - 1; i >= 0; i--) {
    let sum = 0;
    for (let j = 0; j <= i; j++) {
      sum += (factor[i * size + j] as number) * (normals[at(places[j] as number)] as number);
    }
    normals[at(places[i] as number)] = sum;
  }
}
