import { completePairs, pearson } from "@vitalcore/stats";
import type { IndexResult } from "../index-result.js";
import { nodeOf } from "./find-node.js";
import { nodeRanks } from "./node-ranks.js";

/** What is compared. */
export interface CompareOptions {
  /** `ranks` if left out. */
  readonly by?: "ranks" | "scores";
  /** Id of the node that is compared; the index of each if left out. */
  readonly node?: string;
}

/** A unit in several builds of an index. */
export interface ComparedUnit {
  readonly unit: string;
  /** Its rank or score in each build, by name; `null` without one. */
  readonly values: Readonly<Record<string, number | null>>;
  /** The value in the first build less that in the other: a rise in rank is positive. */
  readonly changes: Readonly<Record<string, number | null>>;
}

/** Builds of an index, side by side. */
export interface IndexComparison {
  readonly names: readonly string[];
  /** By the value in the first build, best first. */
  readonly units: readonly ComparedUnit[];
  /** By build: the mean of the absolute changes, and the correlation with the first build; `null` if undefined. */
  readonly summary: Readonly<
    Record<
      string,
      { readonly meanAbsoluteChange: number | null; readonly correlation: number | null }
    >
  >;
}

/**
 * Compares several builds of an index, or several indices of the same units, with the first of them.
 *
 * @param results - by name; the first is what the others are compared with.
 * @throws VitalError `composite/unknown-node`.
 *
 * @example
 * ```ts
 * import { buildIndex, type IndexMethodology } from "@vitalcore/composite";
 * import { compareIndices } from "@vitalcore/composite/compare";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const equal: IndexMethodology = {
 *   kind: "IndexMethodology", version: 1, id: "example", title: "Example",
 *   nodes: [
 *     { id: "index" },
 *     { id: "income", parent: "index", weight: 2, indicator: "gni-per-person" },
 *     { id: "life", parent: "index", weight: 1, indicator: "life-expectancy" },
 *   ],
 *   normalize: { method: "min-max", scale: [1, 100] },
 * };
 * const data = { area: ["AAA", "BBB"], "gni-per-person": [100, 10000], "life-expectancy": [65, 56] };
 * const options = { unitColumn: "area", definitions: [gniPerPerson, lifeExpectancy] };
 * const geometric = { ...equal, aggregate: { method: "geometric" } } as const;
 * const { units } = compareIndices({
 *   arithmetic: buildIndex(data, equal, options),
 *   geometric: buildIndex(data, geometric, options),
 * });
 * units[0]?.values; // => { arithmetic: 1, geometric: 1 }
 * ```
 */
export function compareIndices(
  results: Readonly<Record<string, IndexResult>>,
  { by = "ranks", node }: CompareOptions = {},
): IndexComparison {
  const names = Object.keys(results);
  const values = names.map((name) => valuesOf(results[name] as IndexResult, by, node));
  const base = values[0] ?? new Map<string, number>();
  const codes = new Set(
    names.flatMap((name) => results[name]?.units.map(({ unit }) => unit) ?? []),
  );
  const sign = by === "ranks" ? 1 : -1;
  const place = (unit: string) => sign * (base.get(unit) ?? sign * Number.MAX_VALUE);
  const ordered = [...codes].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  const units = ordered.map((unit): ComparedUnit => {
    const own = values.map((each) => each.get(unit) ?? null);
    const first = own[0] ?? null;
    const change = (value: number | null) =>
      first === null || value === null ? null : first - value;
    return {
      unit,
      values: Object.fromEntries(names.map((name, i) => [name, own[i] ?? null])),
      changes: Object.fromEntries(names.map((name, i) => [name, change(own[i] ?? null)])),
    };
  });
  return {
    names,
    units,
    summary: Object.fromEntries(names.map((name) => [name, summaryOf(units, names, name)])),
  };
}

function valuesOf(
  result: IndexResult,
  by: "ranks" | "scores",
  node: string | undefined,
): ReadonlyMap<string, number> {
  const root = result.nodes.find(({ parent }) => parent === null)?.id as string;
  const id = node === undefined ? root : nodeOf(result, node).id;
  if (by === "ranks") return nodeRanks(result, id);
  return new Map(
    result.units.flatMap(({ unit, scores }) => {
      const score = scores[id] ?? null;
      return score === null ? [] : [[unit, score] as const];
    }),
  );
}

function summaryOf(
  units: readonly ComparedUnit[],
  [base = ""]: readonly string[],
  name: string,
): IndexComparison["summary"][string] {
  const changes = units.flatMap(({ changes: { [name]: change } }) =>
    change === null || change === undefined ? [] : [Math.abs(change)],
  );
  const column = (id: string) => units.map(({ values }) => values[id] ?? Number.NaN);
  const { x, y } = completePairs(column(base), column(name));
  const varies = (list: Float64Array) => list.some((value) => value !== list[0]);
  return {
    meanAbsoluteChange:
      changes.length === 0 ? null : changes.reduce((sum, x) => sum + x, 0) / changes.length,
    correlation: varies(x) && varies(y) ? pearson(x, y) : null,
  };
}
