import type { IndexMethodology } from "../methodology.js";

/**
 * A methodology with other weights. Siblings of a node that is given one, and have none themselves, get 1.
 *
 * @param weights - by id of the node; ids that are not there change nothing.
 *
 * @example
 * ```ts
 * import { withWeights } from "@vitalcore/composite/weights";
 * const { nodes } = withWeights(
 *   { kind: "IndexMethodology", version: 1, id: "x", title: "X", nodes: [{ id: "x" }, { id: "a", parent: "x" }] },
 *   { a: 2 },
 * );
 * nodes[1]?.weight; // => 2
 * ```
 */
export function withWeights(
  methodology: IndexMethodology,
  weights: Readonly<Record<string, number>>,
): IndexMethodology {
  const touched = new Set(
    methodology.nodes.flatMap(({ id, parent }) =>
      Object.hasOwn(weights, id) && parent !== undefined ? [parent] : [],
    ),
  );
  return {
    ...methodology,
    nodes: methodology.nodes.map((node) => {
      if (Object.hasOwn(weights, node.id)) return { ...node, weight: weights[node.id] as number };
      const isSibling = node.parent !== undefined && touched.has(node.parent);
      return isSibling && node.weight === undefined ? { ...node, weight: 1 } : node;
    }),
  };
}
