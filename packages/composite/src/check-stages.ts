import { type Finding, nearest } from "@vitalcore/core";
import { find, meant } from "./catalog.js";
import type { CustomMethods } from "./custom-methods.js";
import { isCustomName } from "./custom-name.js";
import type { PlacedNode } from "./framework.js";
import { aggregateOptions, type Leaf } from "./leaf.js";
import type {
  AggregateOptions,
  FixedTreatment,
  FrameworkNode,
  ImputeMethod,
  ImputeOptions,
  IndexMethodology,
  TreatOptions,
} from "./methodology.js";
import type { Path } from "./read-document.js";

/** Checks the options of denomination, screening, imputation, treatment and of the newer aggregations. */
export function checkStages(
  methodology: IndexMethodology,
  nodes: readonly PlacedNode[],
  leaves: readonly Leaf[],
  methods: CustomMethods,
): Finding[] {
  return [
    ...checkOptionsAt(methodology, []),
    ...outside(methodology.panel?.within, isCount, "a whole number from 1", ["panel", "within"]),
    ...checkImputations(methodology, leaves),
    ...(methodology.levels ?? []).flatMap((level, i) => checkOptionsAt(level, ["levels", i])),
    ...nodes.flatMap(({ node, path }) => checkOptionsAt(node, path)),
    ...leaves.flatMap((leaf) => checkOwnMethods(leaf, methods)),
    ...leaves.flatMap((leaf) => checkImputation(leaf, leaves, methods)),
    ...nodes.flatMap((placed) => checkAggregation(methodology, placed, nodes, methods)),
  ];
}

function checkImputations({ imputations }: IndexMethodology, leaves: readonly Leaf[]): Finding[] {
  if (imputations === undefined) return [];
  const { sets, seed } = imputations;
  const isSeveral = (x: number) => isCount(x) && x >= 2;
  const isSeed = (x: number) => Number.isSafeInteger(x) && x >= 0;
  const path = ["imputations"];
  const isUsed = leaves.some(({ impute }) => impute.method === "multiple");
  return [
    ...outside(sets, isSeveral, "a whole number from 2", [...path, "sets"]),
    ...outside(seed, isSeed, "a whole number from 0", [...path, "seed"]),
    ...(isUsed ? [] : [find("composite/idle-imputations", { place: { path } })]),
  ];
}

type Options = Pick<FrameworkNode, "denominate" | "impute" | "treat" | "aggregate"> &
  Pick<IndexMethodology, "screening">;

/** The numbers among the options that the methodology has for all nodes, or a node for itself. */
function checkOptionsAt(options: Options, path: Path): Finding[] {
  const { denominate, impute, treat, aggregate, screening } = options;
  // Most nodes have no options of their own.
  const findings: Finding[] = [];
  if (denominate !== undefined) {
    const place = [...path, "denominate", "per"];
    findings.push(...outside(denominate.per, (per) => per > 0, "above zero", place));
  }
  if (screening !== undefined) {
    const place = ["screening", "nonzeroAtLeast"];
    findings.push(...outside(screening.nonzeroAtLeast, isShare, SHARE, place));
  }
  if (impute !== undefined) findings.push(...checkImputeNumbers(impute, [...path, "impute"]));
  if (treat !== undefined) findings.push(...checkTreatNumbers(treat, [...path, "treat"]));
  if (aggregate !== undefined) {
    findings.push(...checkAggregateNumbers(aggregate, [...path, "aggregate"]));
  }
  return findings;
}

const SHARE = "a share from 0 to 1";
const isShare = (x: number) => x >= 0 && x <= 1;
const isCount = (x: number) => Number.isInteger(x) && x >= 1;

function outside(
  value: number | null | undefined,
  fits: (value: number) => boolean,
  wanted: string,
  path: Path,
): Finding[] {
  if (value === undefined || value === null || fits(value)) return [];
  return [find("composite/out-of-bounds", { place: { path }, found: value, facts: { wanted } })];
}

function checkImputeNumbers({ above, neighbors }: ImputeOptions, path: Path): Finding[] {
  const wanted = "a whole number from 1";
  return [
    ...outside(above, isCount, wanted, [...path, "above"]),
    ...outside(neighbors, isCount, wanted, [...path, "neighbors"]),
  ];
}

function checkTreatNumbers({ skewness, atMost, fixed }: TreatOptions, path: Path): Finding[] {
  const isWhole = (x: number) => Number.isInteger(x) && x >= 0;
  return [
    ...outside(skewness, (x) => x >= 0, "zero or more", [...path, "skewness"]),
    ...outside(atMost, isWhole, "a whole number from 0, or null", [...path, "atMost"]),
    ...checkFixed(fixed, [...path, "fixed"]),
  ];
}

function checkFixed(fixed: FixedTreatment | undefined, path: Path): Finding[] {
  const { bounds = [null, null], transform, range } = fixed ?? {};
  const [low, high] = bounds;
  const isOrdered = low === null || high === null || (low as number) <= (high as number);
  const isPair = bounds.length === 2;
  const hasRange = transform === undefined || (range !== undefined && range[0] < range[1]);
  return [
    ...(isPair && isOrdered
      ? []
      : [
          find("composite/out-of-bounds", {
            place: { path: [...path, "bounds"] },
            found: `[${bounds}]`,
            facts: { wanted: "two numbers or null, the lower one first" },
          }),
        ]),
    ...(hasRange
      ? []
      : [
          find("composite/out-of-bounds", {
            place: { path: [...path, "range"] },
            found: range === undefined ? "missing" : `[${range}]`,
            facts: { wanted: "the least and the largest value to which the transform was fitted" },
          }),
        ]),
  ];
}

function checkAggregateNumbers(options: AggregateOptions, path: Path): Finding[] {
  const { exponent, alpha, beta, order, shares } = options;
  const sound = (weights: readonly number[]) =>
    weights.every((weight) => weight >= 0) && weights.some((weight) => weight > 0);
  const wanted = "weights of zero or more, one of them above zero";
  const at = { path: [...path, "order"] };
  return [
    ...outside(exponent, (x) => x !== 0, "other than zero: that mean is the geometric one", [
      ...path,
      "exponent",
    ]),
    ...outside(alpha, isShare, SHARE, [...path, "alpha"]),
    ...outside(beta, (x) => x >= 0, "zero or more", [...path, "beta"]),
    ...(shares === undefined || (isShare(shares[0]) && isShare(shares[1]) && shares[0] <= shares[1])
      ? []
      : [
          find("composite/out-of-bounds", {
            place: { path: [...path, "shares"] },
            found: `[${shares}]`,
            facts: { wanted: "two shares from 0 to 1, the least first" },
          }),
        ]),
    ...(order === undefined || sound(order)
      ? []
      : [find("composite/out-of-bounds", { place: at, found: `[${order}]`, facts: { wanted } })]),
  ];
}

/** Treatments and normalizations of the user's own must have been passed. */
function checkOwnMethods(
  { node, path, treat, normalize }: Leaf,
  methods: CustomMethods,
): Finding[] {
  const wanted = [
    ["treat", treat?.first, methods.treat],
    ["treat", treat?.second, methods.treat],
    ["normalize", normalize.method, methods.normalize],
  ] as const;
  return wanted.flatMap(([kind, found, passed]) => {
    if (!isCustomName(found) || passed?.[found] !== undefined) return [];
    const place = { node: node.id, path: [...path, kind] };
    return [find("composite/method-not-passed", { place, found, facts: { kind } })];
  });
}

/** Imputations that need other indicators. */
const MODELS: readonly ImputeMethod[] = ["regression", "nearest", "em", "multiple"];

function checkImputation(
  { node, path, impute }: Leaf,
  leaves: readonly Leaf[],
  methods: CustomMethods,
): Finding[] {
  const { method = "none", predictors } = impute;
  const place = { node: node.id, path: [...path, "impute"] };
  if (isCustomName(method) && methods.impute?.[method] === undefined) {
    return [
      find("composite/method-not-passed", { place, found: method, facts: { kind: "impute" } }),
    ];
  }
  const isModel = MODELS.includes(method);
  if (!isModel && predictors === undefined) return [];
  const ids = leaves.map((leaf) => leaf.node.id);
  const unknown = (predictors ?? []).filter((id) => !ids.includes(id));
  const findings = unknown.map((found) => {
    const suggestion = nearest(found, ids);
    const facts = { meant: meant(suggestion) };
    return find("composite/unknown-predictor", { place, found, suggestion, facts });
  });
  if (!isModel) return findings;
  const siblings = leaves.filter((leaf) => leaf.node.parent === node.parent);
  const isAlone =
    predictors === undefined ? siblings.length === 1 : predictors.every((id) => id === node.id);
  if (!isAlone) return findings;
  return [...findings, find("composite/no-predictors", { place, facts: { method } })];
}

function checkAggregation(
  methodology: IndexMethodology,
  placed: PlacedNode,
  nodes: readonly PlacedNode[],
  methods: CustomMethods,
): Finding[] {
  const { node, path } = placed;
  if (node.indicator !== undefined) return [];
  const { method, exponent, order } = aggregateOptions(methodology, placed);
  const place = { node: node.id, path: [...path, "aggregate"] };
  if (isCustomName(method)) {
    if (methods.aggregate?.[method] !== undefined) return [];
    const facts = { kind: "aggregate" };
    return [find("composite/method-not-passed", { place, found: method, facts })];
  }
  if (method === "generalized" && exponent === undefined) {
    const facts = { method, option: "exponent", remedy: "2 gives the quadratic mean." };
    return [find("composite/lacking-parameter", { place, facts })];
  }
  if (method === "benefit-of-the-doubt") return checkDoubt(placed, methodology, nodes);
  if (method !== "owa") return [];
  const children = nodes.filter((other) => other.node.parent === node.id);
  if (order === undefined || order.length !== children.length) {
    const remedy = `Give ${children.length} weights, one for each child, the first for the best score.`;
    return [
      find("composite/lacking-parameter", { place, facts: { method, option: "order", remedy } }),
    ];
  }
  const weights = new Set(children.map((child) => child.node.weight));
  if (weights.size <= 1) return [];
  return [find("composite/weights-not-used", { place, facts: { method } })];
}

/** Shares of children must be able to sum to 1, and weights of theirs have no effect. */
function checkDoubt(
  placed: PlacedNode,
  methodology: IndexMethodology,
  nodes: readonly PlacedNode[],
): Finding[] {
  const { node, path } = placed;
  const { method, shares = [0, 1] } = aggregateOptions(methodology, placed);
  const place = { node: node.id, path: [...path, "aggregate"] };
  const children = nodes.filter((other) => other.node.parent === node.id);
  const count = children.length;
  const [least, largest] = shares;
  const fits = least * count <= 1 + 1e-12 && largest * count >= 1 - 1e-12;
  const weights = new Set(children.map((child) => child.node.weight));
  return [
    ...(weights.size <= 1
      ? []
      : [find("composite/weights-not-used", { place, facts: { method } })]),
    ...(fits || count === 0
      ? []
      : [
          find("composite/out-of-bounds", {
            place: { path: [...path, "aggregate", "shares"] },
            found: `[${shares}]`,
            facts: { wanted: `such that the shares of ${count} children can sum to 1` },
          }),
        ]),
  ];
}
