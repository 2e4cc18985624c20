import { VitalError } from "@vitalcore/core";
import { isCustomName } from "../custom-name.js";
import { findIn as find } from "../function-catalog.js";
import type { IndexResult, LeafValue, ResultNode } from "../index-result.js";
import type { FixedTreatment, IndexMethodology, TreatOptions } from "../methodology.js";
import type { TreatTransform } from "../treat/transforms.js";

/**
 * A methodology whose treatment of outliers is fixed to what was done to the units of a result: what was winsorized there
 * is brought to the same bounds, what was transformed is transformed with the same parameters, and what was left
 * alone is left alone. Other units, or other periods, are then treated alike.
 *
 * @param methodology - that of the result if left out; another one for the same indicators, for example with its
 *   normalization fixed.
 * @throws VitalError `composite/not-fixable`, for treatments of one's own.
 *
 * @example
 * ```ts
 * import { buildIndex, type IndexMethodology } from "@vitalcore/composite";
 * import { fixTreatment } from "@vitalcore/composite/panel";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const methodology: IndexMethodology = {
 *   kind: "IndexMethodology", version: 1, id: "example", title: "Example",
 *   nodes: [
 *     { id: "index" },
 *     { id: "income", parent: "index", indicator: "gni-per-person" },
 *     { id: "life", parent: "index", indicator: "life-expectancy" },
 *   ],
 *   treat: {},
 *   normalize: { method: "min-max" },
 * };
 * const data = {
 *   area: ["A", "B", "C", "D", "E", "F"],
 *   "gni-per-person": [100, 200, 300, 400, 500, 90000],
 *   "life-expectancy": [50, 52, 54, 56, 58, 60],
 * };
 * const options = { unitColumn: "area", definitions: [gniPerPerson, lifeExpectancy] };
 * const fixed = fixTreatment(buildIndex(data, methodology, options));
 * fixed.nodes[1]?.treat; // => { fixed: { bounds: [null, 500] } }
 * fixed.nodes[2]?.treat; // => { first: "none" }
 * ```
 */
export function fixTreatment(
  result: IndexResult,
  methodology: IndexMethodology = result.methodology,
): IndexMethodology {
  const { treat: _treat, levels, ...rest } = methodology;
  const byId = new Map(result.nodes.map((node) => [node.id, node]));
  return {
    ...rest,
    ...(levels !== undefined && { levels: levels.map(({ treat: _own, ...level }) => level) }),
    nodes: methodology.nodes.map((node) => {
      const treated = byId.get(node.id);
      if (treated?.treatment === undefined) return node;
      return { ...node, treat: fixedOptions(result, treated, lambdaOf(result, treated)) };
    }),
  };
}

/** The power of a Box-Cox transform, wherever it was written. */
function lambdaOf({ methodology }: IndexResult, { id, depth }: ResultNode): number | undefined {
  const own = methodology.nodes.find((node) => node.id === id)?.treat;
  const level = methodology.levels?.find((each) => each.depth === depth)?.treat;
  return own?.lambda ?? level?.lambda ?? methodology.treat?.lambda;
}

function fixedOptions(
  result: IndexResult,
  { id, treatment }: ResultNode,
  lambda: number | undefined,
): TreatOptions {
  const { by = "none", steps = [] } = treatment ?? {};
  if (by === "none") return { first: "none" };
  const names = by === "both" ? steps.map((step) => step.function) : [by];
  const own = names.find(isCustomName);
  if (own !== undefined) {
    const place = { node: id };
    throw new VitalError([find("composite/not-fixable", { place, facts: { method: own } })]);
  }
  const values = result.units.flatMap(({ values: all }) => all[id] ?? []);
  const transform = names.find((name): name is TreatTransform => name !== "winsorize");
  const bounds = names.includes("winsorize") ? boundsOf(values) : undefined;
  const before = values.flatMap((value) => treatedFrom(value) ?? []);
  const clipped = before.map((x) => within(x, bounds));
  const skewness = (steps.length > 1 ? steps[0]?.check : treatment?.check)?.skewness ?? 0;
  const original = by === "both" ? skewness : (treatment?.check.skewness ?? 0);
  const fixed: FixedTreatment = {
    ...(bounds !== undefined && { bounds }),
    ...(transform !== undefined && {
      transform,
      range: [Math.min(...clipped), Math.max(...clipped)] as const,
      ...(transform === "log-ct-plus" && { skewed: original > 0 ? "right" : "left" }),
      ...(transform === "box-cox" && lambda !== undefined && { lambda }),
    }),
  };
  return { fixed };
}

function within(x: number, [low, high]: readonly [number | null, number | null] = [null, null]) {
  if (low !== null && x < low) return low;
  return high !== null && x > high ? high : x;
}

/** The value that treatment began with; `undefined` where there is none. */
function treatedFrom({ value, denominated, imputed }: LeafValue): number | undefined {
  return imputed ?? (denominated === undefined ? value : denominated) ?? undefined;
}

/** To what values were winsorized on either side: the outermost of those that were not; `null` where none was. */
function boundsOf(values: readonly LeafValue[]): readonly [number | null, number | null] {
  const kept = values.flatMap((value) =>
    value.treatment === "winsorized-high" || value.treatment === "winsorized-low"
      ? []
      : (treatedFrom(value) ?? []),
  );
  const isAny = (side: LeafValue["treatment"]) =>
    values.some(({ treatment }) => treatment === side);
  return [
    isAny("winsorized-low") ? Math.min(...kept) : null,
    isAny("winsorized-high") ? Math.max(...kept) : null,
  ];
}
