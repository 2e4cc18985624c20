import { VitalError } from "@vitalcore/core";
import { findIn as find } from "../function-catalog.js";
import type { IndexResult, ResultNode } from "../index-result.js";
import type { IndexMethodology, NormalizeOptions } from "../methodology.js";

/**
 * A methodology whose normalization is fixed to what was fitted to the units of a result: min-max becomes goalposts at
 * the worst and best value there, z-scores keep the mean and standard deviation. Other units, or other periods,
 * are then scored on the same scale, beyond its ends too.
 *
 * @throws VitalError `composite/not-fixable`, for ranks, classes and distances to targets.
 *
 * @example
 * ```ts
 * import { buildIndex, type IndexMethodology } from "@vitalcore/composite";
 * import { fixNormalization } from "@vitalcore/composite/panel";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const methodology: IndexMethodology = {
 *   kind: "IndexMethodology", version: 1, id: "example", title: "Example",
 *   nodes: [
 *     { id: "index" },
 *     { id: "income", parent: "index", indicator: "gni-per-person" },
 *     { id: "life", parent: "index", indicator: "life-expectancy" },
 *   ],
 *   normalize: { method: "min-max" },
 * };
 * const data = { area: ["AAA", "BBB"], "gni-per-person": [100, 10000], "life-expectancy": [65, 55] };
 * const options = { unitColumn: "area", definitions: [gniPerPerson, lifeExpectancy] };
 * const fixed = fixNormalization(buildIndex(data, methodology, options));
 * fixed.nodes[2]?.normalize; // => { method: "goalposts", transform: "none", worst: 55, best: 65, scale: [0, 100], clamp: false }
 * ```
 */
export function fixNormalization(result: IndexResult): IndexMethodology {
  const { normalize: _defaults, ...methodology } = result.methodology;
  const byId = new Map(result.nodes.map((node) => [node.id, node]));
  return {
    ...methodology,
    nodes: methodology.nodes.map((node) =>
      node.indicator === undefined
        ? node
        : { ...node, normalize: fixedOptions(byId.get(node.id) as ResultNode, result) },
    ),
  };
}

const LINEAR: readonly string[] = ["min-max", "z-score", "fraction-of-max"];

function fixedOptions(node: ResultNode, { methodology }: IndexResult): NormalizeOptions {
  const { normalize } = node;
  const own = methodology.nodes.find(({ id }) => id === node.id)?.normalize;
  const level = methodology.levels?.find(({ depth }) => depth === node.depth)?.normalize;
  const given: NormalizeOptions = { ...methodology.normalize, ...level, ...own };
  if (normalize === null || normalize.method === "goalposts" || normalize.method === "none") {
    return given;
  }
  const { method, origin, width, low, span, transform, target } = normalize;
  if (!LINEAR.includes(method) || origin === null || width === null || target !== null) {
    const place = { node: node.id };
    throw new VitalError([find("composite/not-fixable", { place, facts: { method } })]);
  }
  const back = (t: number) => {
    if (transform === "ln") return Math.exp(t);
    return transform === "ln1p" ? Math.expm1(t) : t;
  };
  return {
    method: "goalposts",
    transform,
    worst: back(origin),
    best: back(origin + width),
    scale: [low, low + span],
    clamp: false,
  };
}
