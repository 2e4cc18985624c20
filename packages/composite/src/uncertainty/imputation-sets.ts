import { imputeMultiple, type MultipleOptions } from "../impute/multiple.js";
import type { IndexDataOptions, IndexInput } from "../inspect-index.js";
import type { Leaf } from "../leaf.js";
import type { IndexMethodology } from "../methodology.js";
import { scenariosOf } from "./scenarios.js";
import type { ValueSetsFactor } from "./specification.js";

/** How gaps are filled several times over. */
export interface ImputationSetsOptions extends MultipleOptions {
  /** Of the factor; `imputation` if left out. */
  readonly id?: string;
  /**
   * Which indicators fill each other's gaps: `all` (the default), which needs clearly more units than indicators, or the
   * `siblings` of a group.
   */
  readonly among?: "all" | "siblings";
}

/**
 * The doubt about missing values as a factor: sets of values drawn by multiple imputation under a normal model, of
 * which each scenario takes one. Draws beyond the range of an indicator's definition are put on its bound. A set can
 * as well come from another program: the factor is plain JSON.
 * Source: Rubin (1987); Honaker and King (2010), American J. of Political Science 54.
 *
 * @param options.sets - 5 if left out; 20 or more where their spread is to be read.
 * @throws VitalError whatever `buildIndex` finds; `composite/em-undefined`.
 *
 * @example
 * ```ts
 * import type { IndexMethodology } from "@vitalcore/composite";
 * import { imputationSets } from "@vitalcore/composite/uncertainty";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const methodology: IndexMethodology = {
 *   kind: "IndexMethodology", version: 1, id: "example", title: "Income and health",
 *   nodes: [
 *     { id: "index", aggregate: { atLeast: 0.5 } },
 *     { id: "income", parent: "index", indicator: "gni-per-person", normalize: { transform: "ln" } },
 *     { id: "life", parent: "index", indicator: "life-expectancy" },
 *   ],
 *   normalize: { method: "min-max" },
 * };
 * const data = {
 *   area: ["A", "B", "C", "D", "E", "F", "G", "H"],
 *   "gni-per-person": [900, 1500, 3000, 6000, 12000, 25000, 40000, 60000],
 *   "life-expectancy": [58, 60, 66, 70, null, 78, 80, 83],
 * };
 * const factor = imputationSets(data, methodology, { sets: 20 }, { unitColumn: "area", definitions: [gniPerPerson, lifeExpectancy] });
 * factor.sets.length; // => 20
 * Object.keys(factor.sets[0]?.values["life"] ?? {}); // => ["E"]
 * ```
 */
export function imputationSets(
  input: IndexInput,
  methodology: IndexMethodology,
  options: ImputationSetsOptions = {},
  dataOptions: IndexDataOptions = {},
): ValueSetsFactor {
  const { id = "imputation", among = "all", ...multiple } = options;
  const { leaves, data } = scenariosOf(input, methodology, [], dataOptions).nominal;
  const units = data.units.length;
  const column = (leaf: number) => data.values.subarray(leaf * units, (leaf + 1) * units);
  const groups = new Map<string, number[]>();
  leaves.forEach(({ node }, leaf) => {
    const group = among === "siblings" ? (node.parent ?? "") : "";
    groups.set(group, [...(groups.get(group) ?? []), leaf]);
  });
  const drawn = [...groups.values()]
    .filter((group) => group.some((leaf) => column(leaf).some(Number.isNaN)))
    .map((group) => ({ group, sets: imputeMultiple(group.map(column), multiple) }));
  const { sets = 5 } = multiple;
  return {
    id,
    kind: "value-sets",
    source: "imputation",
    sets: Array.from({ length: sets }, (_, s) => {
      const values: Record<string, Record<string, number>> = {};
      for (const { group, sets: filled } of drawn) {
        group.forEach((leaf, k) => {
          const gaps = gapsOf(column(leaf), data.units, filled[s]?.[k], leaves[leaf] as Leaf);
          if (Object.keys(gaps).length > 0) values[(leaves[leaf] as Leaf).node.id] = gaps;
        });
      }
      return { label: `draw ${s + 1}`, values };
    }),
  };
}

function gapsOf(
  before: Float64Array,
  units: readonly string[],
  after: Float64Array | undefined,
  { definition }: Leaf,
): Record<string, number> {
  const [low, high] = definition?.range ?? [null, null];
  const within = (value: number) =>
    Math.min(high ?? Number.POSITIVE_INFINITY, Math.max(low ?? Number.NEGATIVE_INFINITY, value));
  const gaps: Record<string, number> = {};
  before.forEach((value, u) => {
    if (Number.isNaN(value)) gaps[units[u] as string] = within(after?.[u] as number);
  });
  return gaps;
}
