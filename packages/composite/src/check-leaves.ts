import type { Finding } from "@vitalcore/core";
import { find, meant } from "./catalog.js";
import { isCustomName } from "./custom-name.js";
import { type Leaf, transformBound, transformed } from "./leaf.js";
import { NORMALIZE_METHODS } from "./method-names.js";
import type { NormalizeMethod, NormalizeOptions } from "./methodology.js";
import { type Path, pathKey } from "./read-document.js";
import { suggester } from "./suggest.js";

/**
 * Checks every indicator of a framework: definition, direction, normalization, selection.
 *
 * @param known - ids of all definitions, for suggestions.
 * @param faulty - places that were found to be wrong already.
 */
export function checkLeaves(
  leaves: readonly Leaf[],
  known: readonly string[],
  faulty: ReadonlySet<string>,
): Finding[] {
  const suggest = suggester(known);
  return leaves.flatMap((leaf) => [
    ...checkDefinition(leaf, suggest),
    ...checkDirection(leaf, faulty),
    ...checkNormalize(leaf, faulty),
  ]);
}

function checkDefinition(
  leaf: Leaf,
  suggest: (word: string) => string | undefined,
): readonly Finding[] {
  if (leaf.definition !== undefined) return [];
  const suggestion = suggest(leaf.indicator);
  const place = { node: leaf.node.id, path: [...leaf.path, "indicator"] };
  const facts = { meant: meant(suggestion) };
  return [find("composite/unknown-indicator", { place, found: leaf.indicator, suggestion, facts })];
}

function checkDirection(leaf: Leaf, faulty: ReadonlySet<string>): readonly Finding[] {
  const { node, indicator, direction } = leaf;
  const path = [...leaf.path, "direction"];
  const place = { node: node.id, path };
  if (direction === "ambiguous") {
    return [find("composite/ambiguous-direction", { place, facts: { indicator } })];
  }
  const target = node.direction?.target;
  if (direction === "target" && target === undefined) {
    if (faulty.has(pathKey([...path, "target"]))) return [];
    return [find("composite/lacking-target", { place, facts: { indicator } })];
  }
  if (direction === "target" || target === undefined) return [];
  const kind = `the direction ${direction}`;
  const remedy = 'Write "value": "target", or leave the target out.';
  return [
    find("composite/misplaced-option", {
      place: { node: node.id, path: [...path, "target"] },
      facts: { option: "target", kind, remedy },
    }),
  ];
}

function checkNormalize(leaf: Leaf, faulty: ReadonlySet<string>): readonly Finding[] {
  const { node, normalize } = leaf;
  const path = [...leaf.path, "normalize"];
  const place = { node: node.id, path };
  if (normalize.method === undefined) {
    const reported = [
      ["normalize", "method"],
      [...path, "method"],
    ].some((at) => faulty.has(pathKey(at)));
    return reported
      ? []
      : [find("composite/no-method", { place, facts: { known: NORMALIZE_METHODS } })];
  }
  return [
    ...idleOptions(leaf),
    ...(normalize.method === "goalposts"
      ? checkGoalposts(leaf, path, faulty)
      : [...checkTarget(leaf, path), ...checkParameters(leaf, path, faulty)]),
  ];
}

const REQUIRED_BY: Readonly<Partial<Record<NormalizeMethod, readonly (keyof NormalizeOptions)[]>>> =
  {
    "distance-to-target": ["best"],
    "distance-to-reference": ["reference"],
    "percentile-scale": ["edges"],
    categories: ["edges", "scores"],
  };

/** What methods other than goalposts cannot do without, and whether it fits the direction. */
function checkParameters(leaf: Leaf, path: Path, faulty: ReadonlySet<string>): readonly Finding[] {
  const { node, indicator, normalize, direction } = leaf;
  const method = normalize.method as NormalizeMethod;
  const place = { node: node.id, path };
  const lacking = (REQUIRED_BY[method] ?? []).filter(
    (option) => normalize[option] === undefined && !faulty.has(pathKey([...path, option])),
  );
  if (lacking.length > 0) {
    return [find("composite/lacking-options", { place, facts: { method, lacking } })];
  }
  if (method === "fraction-of-max" && direction !== undefined && direction !== "higherBetter") {
    return [find("composite/method-needs-more-is-better", { place, facts: { method, indicator } })];
  }
  return checkEdges(leaf, path);
}

function checkEdges(
  { node, indicator, normalize, direction, target }: Leaf,
  path: Path,
): Finding[] {
  const { method, edges, scores } = normalize;
  if (edges === undefined || (method !== "percentile-scale" && method !== "categories")) return [];
  const place = { node: node.id, path: [...path, "edges"] };
  const isRising = edges.every((edge, i) => i === 0 || edge > (edges[i - 1] as number));
  const isPercent = method === "categories" || edges.every((edge) => edge >= 0 && edge <= 100);
  if (edges.length === 0 || !isRising || !isPercent) {
    const wanted = `a rising list${method === "categories" ? "" : " of numbers from 0 to 100"}`;
    return [find("composite/out-of-bounds", { place, found: `[${edges}]`, facts: { wanted } })];
  }
  if (method !== "categories" || scores === undefined) return [];
  const at = { node: node.id, path: [...path, "scores"] };
  if (scores.length !== edges.length + 1) {
    const wanted = `a list of ${edges.length + 1} scores, one more than there are edges`;
    return [
      find("composite/out-of-bounds", { place: at, found: `[${scores}]`, facts: { wanted } }),
    ];
  }
  const sign = direction === "higherBetter" ? 1 : -1;
  const fits = scores.every(
    (score, i) => i === 0 || sign * (score - (scores[i - 1] as number)) >= 0,
  );
  if (fits || target !== undefined || direction === undefined) return [];
  const facts = { indicator, direction };
  return [
    find("composite/categories-against-direction", { place: at, found: `[${scores}]`, facts }),
  ];
}

/** With goalposts the best one is the target, and is checked as such. */
function checkTarget(leaf: Leaf, path: Path): readonly Finding[] {
  const { node, indicator, normalize, target } = leaf;
  const bound = transformBound(normalize);
  if (target === undefined || bound === undefined || target > bound) return [];
  const transform = TRANSFORM_IN_WORDS[normalize.transform ?? "none"];
  const place = { node: node.id, path: [...path, "transform"] };
  const facts = { indicator, target, bound, transform };
  return [find("composite/target-outside-transform", { place, facts })];
}

type BuiltIn = (typeof NORMALIZE_METHODS)[number];

const OPTIONS_OF: Readonly<Record<BuiltIn, readonly string[]>> = {
  goalposts: ["worst", "best", "scale", "clamp"],
  "min-max": ["scale"],
  "z-score": ["mean", "sd"],
  "percentile-rank": ["scale", "ties"],
  rank: ["ties"],
  borda: ["ties"],
  "distance-to-target": ["best", "scale", "clamp"],
  "distance-to-reference": ["reference", "scale", "clamp"],
  "fraction-of-max": ["scale"],
  "above-mean": ["band"],
  "percentile-scale": ["edges", "scale"],
  categories: ["edges", "scores"],
  none: [],
};

/** Options written at the node itself; defaults of the methodology may not concern every node. */
function idleOptions(leaf: Leaf): Finding[] {
  const { node, path, normalize } = leaf;
  const method = normalize.method as NormalizeMethod;
  const options = isCustomName(method) ? [] : OPTIONS_OF[method];
  const used = ["method", "transform", ...options];
  return Object.keys(node.normalize ?? {})
    .filter((option) => !used.includes(option))
    .map((option) =>
      find("composite/misplaced-option", {
        place: { node: node.id, path: [...path, "normalize", option] },
        facts: {
          option,
          kind: method,
          remedy: `With ${method} go: ${options.join(", ") || "no options"}.`,
        },
      }),
    );
}

function checkGoalposts(leaf: Leaf, path: Path, faulty: ReadonlySet<string>): readonly Finding[] {
  const { node, normalize } = leaf;
  const { worst, best } = normalize;
  const lacking = (["worst", "best"] as const).filter(
    (option) => normalize[option] === undefined && !faulty.has(pathKey([...path, option])),
  );
  if (lacking.length > 0) {
    return [find("composite/no-goalposts", { place: { node: node.id, path }, facts: { lacking } })];
  }
  if (worst === undefined || best === undefined) return [];
  const outside = outsideTransform(leaf, path);
  if (outside.length > 0) return outside;
  if (transformed(worst, normalize) === transformed(best, normalize)) {
    const place = { node: node.id, path: [...path, "best"] };
    const facts = { transformed: worst === best ? "" : ` after ${normalize.transform}` };
    return [find("composite/equal-goalposts", { place, found: best, facts })];
  }
  return againstDirection(leaf, path, worst, best);
}

function outsideTransform(leaf: Leaf, path: Path): readonly Finding[] {
  const { node, normalize } = leaf;
  const bound = transformBound(normalize);
  if (bound === undefined) return [];
  return (["worst", "best"] as const)
    .filter((option) => (normalize[option] as number) <= bound)
    .map((option) =>
      find("composite/goalpost-outside-transform", {
        place: { node: node.id, path: [...path, option] },
        found: normalize[option],
        facts: { option, bound, transform: TRANSFORM_IN_WORDS[normalize.transform ?? "none"] },
      }),
    );
}

/** A transform as it is called in sentences. */
export const TRANSFORM_IN_WORDS: Readonly<
  Record<NonNullable<NormalizeOptions["transform"]>, string>
> = {
  none: "value",
  ln: "ln(x)",
  ln1p: "ln(1 + x)",
};

function againstDirection(leaf: Leaf, path: Path, worst: number, best: number): readonly Finding[] {
  const { node, indicator, direction, target } = leaf;
  const place = { node: node.id, path };
  if (target !== undefined) {
    if (best === target) return [];
    return [
      find("composite/best-off-target", {
        place: { node: node.id, path: [...path, "best"] },
        found: best,
        facts: { indicator, target },
      }),
    ];
  }
  const rises = best > worst;
  if (direction !== (rises ? "higherWorse" : "higherBetter")) return [];
  return [
    find("composite/goalposts-against-direction", {
      place,
      facts: { worst, best, direction, indicator },
    }),
  ];
}
