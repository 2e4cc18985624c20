import type { IndexMethodology } from "@vitalcore/composite";
import type { Factor, UncertaintySpec } from "@vitalcore/composite/uncertainty";
import { definitionOf } from "./coinr-runs/oracle.js";

/** Two groups of two indicators: `left` of a and b, `right` of c and d. */
export function smallIndex(
  normalize: NonNullable<IndexMethodology["normalize"]>,
): IndexMethodology {
  return {
    kind: "IndexMethodology",
    version: 1,
    id: "small",
    title: "Small",
    nodes: [
      { id: "index" },
      { id: "left", parent: "index" },
      { id: "right", parent: "index" },
      { id: "a", parent: "left", indicator: "a" },
      { id: "b", parent: "left", indicator: "b" },
      { id: "c", parent: "right", indicator: "c" },
      { id: "d", parent: "right", indicator: "d" },
    ],
    normalize,
  };
}

/** Its indicators. */
export const ids: readonly string[] = ["a", "b", "c", "d"];

/** Five units; d is a proportion. */
export const data = {
  unit: ["u1", "u2", "u3", "u4", "u5"],
  a: [1, 2, 3, 4, 5],
  b: [5, 3, 4, 1, 2],
  c: [2.5, 1, 3, 5, 4],
  d: [0.1, 0.9, 0.5, 0.35, 0.2],
};

/** More is better in all of them; d has the bounds of a proportion. */
export const options = {
  unitColumn: "unit",
  definitions: [
    ...ids.slice(0, 3).map((id) => definitionOf(id, 1)),
    { ...definitionOf("d", 1), range: [0, 1] as const },
  ],
};

/** A specification of factors, explored as it is by default or by a design. */
export function spec(
  factors: readonly Factor[],
  design?: UncertaintySpec["design"],
): UncertaintySpec {
  return { kind: "UncertaintySpec", version: 1, factors, ...(design && { design }) };
}
