import type { FrameworkNode, IndexMethodology } from "../methodology.js";

/** A node with everything below it, the node first. */
export type Branch = readonly FrameworkNode[];

/** What a group may say of itself. */
export type GroupOptions = Pick<
  FrameworkNode,
  "label" | "weight" | "aggregate" | "weighting" | "note"
>;

/** What the place of an indicator may say of itself. */
export type LeafOptions = Omit<
  FrameworkNode,
  "id" | "parent" | "indicator" | "aggregate" | "weighting"
> & {
  /** Id of the node; that of the indicator if left out. */
  readonly id?: string;
};

/**
 * A place for an indicator.
 *
 * @param indicator - id of its definition.
 *
 * @example
 * ```ts
 * import { leaf } from "@vitalcore/composite/author";
 * leaf("life-expectancy", { weight: 2 }); // => [{ id: "life-expectancy", indicator: "life-expectancy", weight: 2 }]
 * ```
 */
export function leaf(indicator: string, options: LeafOptions = {}): Branch {
  const { id = indicator, ...rest } = options;
  return [{ id, indicator, ...rest }];
}

/**
 * A group of indicators or of other groups.
 *
 * @example
 * ```ts
 * import { group, leaf } from "@vitalcore/composite/author";
 * group("health", { aggregate: { method: "geometric" } }, [leaf("life-expectancy")]).map(({ id, parent }) => [id, parent]); // => [["health", undefined], ["life-expectancy", "health"]]
 * ```
 */
export function group(id: string, options: GroupOptions, children: readonly Branch[]): Branch {
  return [
    { id, ...options },
    ...children.flatMap(([top, ...below]) =>
      top === undefined ? [] : [{ ...top, parent: id }, ...below],
    ),
  ];
}

/**
 * The methodology of an index, of which the compiler knows every option. It gives the same JSON that one could write by
 * hand, and checks nothing: `checkMethodology` does.
 *
 * @param root - the index itself, as a group.
 *
 * @example
 * ```ts
 * import { checkMethodology } from "@vitalcore/composite";
 * import { group, indexOf, leaf } from "@vitalcore/composite/author";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const methodology = indexOf(
 *   group("index", {}, [leaf("gni-per-person", { weight: 1 }), leaf("life-expectancy", { weight: 2 })]),
 *   { id: "example", title: "Income and health", normalize: { method: "min-max" } },
 * );
 * checkMethodology(methodology, { definitions: [gniPerPerson, lifeExpectancy] }); // => []
 * ```
 */
export function indexOf(
  root: Branch,
  options: Omit<IndexMethodology, "kind" | "version" | "nodes">,
): IndexMethodology {
  return { kind: "IndexMethodology", version: 1, ...options, nodes: root };
}
