import { type Finding, isVitalError } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { CustomMethods } from "../custom-methods.js";
import { isCustomName } from "../custom-name.js";
import type { Framework, PlacedNode } from "../framework.js";
import { imputeByColumn } from "../impute/by-column.js";
import { imputeByUnit } from "../impute/by-unit.js";
import { fitEm } from "../impute/em.js";
import { imputeMultiple, type MultipleOptions } from "../impute/multiple.js";
import { imputeByNearest } from "../impute/nearest.js";
import { fitRegression } from "../impute/regression.js";
import type { Leaf } from "../leaf.js";
import type { ImputationsOptions, ImputeMethod } from "../methodology.js";
import type { Groupings } from "./groupings.js";

/** What imputation works on, and with. */
export interface ImputeContext {
  readonly leaves: readonly Leaf[];
  readonly units: readonly string[];
  readonly framework: Framework;
  readonly groupings: Groupings;
  readonly methods: CustomMethods;
  readonly imputations: ImputationsOptions;
}

/** The columns after imputation. */
export interface ImputedColumns {
  readonly columns: readonly Float64Array[];
  /** The columns of each set, where some are drawn several times. */
  readonly sets: readonly (readonly Float64Array[])[] | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Fills the gaps of every leaf as its options say. All of them start from the columns as they were, so the
 * order of the leaves does not matter; `undefined` if nothing is to be imputed.
 */
export function imputeLeaves(
  columns: readonly Float64Array[],
  context: ImputeContext,
): ImputedColumns | undefined {
  const { leaves } = context;
  if (leaves.every(({ impute }) => (impute.method ?? "none") === "none")) return undefined;
  const findings: Finding[] = [];
  const drawn = drawFamilies(columns, context);
  const filled = leaves.map((leaf, i) => {
    const column = columns[i] as Float64Array;
    const method = leaf.impute.method ?? "none";
    const hasGaps = column.some((value) => Number.isNaN(value));
    if (method === "none" || !hasGaps) return column;
    const outcome =
      method === "multiple" ? meanDraw(drawn, i) : imputeLeaf(i, method, columns, context);
    if (typeof outcome === "string") {
      const facts = { method, why: outcome };
      findings.push(find("composite/imputation-undefined", { place: placeOf(leaf), facts }));
      return column;
    }
    // Values that were there are not the imputation's to change.
    const kept = column.map((value, u) => (Number.isNaN(value) ? (outcome[u] as number) : value));
    findings.push(...reportImputed(leaf, method, column, kept, context.units));
    return kept;
  });
  return { columns: filled, sets: setsOf(drawn, filled), findings };
}

/** The draws of a leaf, one column for each set; or why there are none. */
type Draws = readonly Float64Array[] | string;

/**
 * Draws the gaps of all leaves that are imputed several times. Leaves with the same predictors, as siblings have, are
 * drawn together, so that what is drawn for one goes with what is drawn for the others.
 */
function drawFamilies(
  columns: readonly Float64Array[],
  context: ImputeContext,
): ReadonlyMap<number, Draws> {
  const { leaves, imputations } = context;
  const families = new Map<string, readonly number[]>();
  const familyOf = new Map<number, string>();
  leaves.forEach(({ impute }, i) => {
    const hasGaps = (columns[i] as Float64Array).some((value) => Number.isNaN(value));
    if (impute.method !== "multiple" || !hasGaps) return;
    const members = [i, ...predictorsOf(i, context)].sort((a, b) => a - b);
    const key = members.map((k) => (leaves[k] as Leaf).node.id).join(" ");
    families.set(key, members);
    familyOf.set(i, key);
  });
  const { sets = 20, seed = 1 } = imputations;
  const drawn = new Map(
    [...families].map(([family, members]) => {
      const own = members.map((k) => columns[k] as Float64Array);
      return [family, drawSets(own, { sets, seed, family })] as const;
    }),
  );
  return new Map(
    [...familyOf].map(([leaf, key]) => {
      const sets = drawn.get(key) ?? "";
      const at = (families.get(key) ?? []).indexOf(leaf);
      return [leaf, typeof sets === "string" ? sets : sets.map((set) => set[at] as Float64Array)];
    }),
  );
}

function drawSets(
  columns: readonly Float64Array[],
  options: MultipleOptions,
): readonly (readonly Float64Array[])[] | string {
  try {
    return imputeMultiple(columns, options);
  } catch (error) {
    if (!isVitalError(error)) throw error;
    return String(error.findings[0]?.facts?.why ?? error.message);
  }
}

function meanDraw(drawn: ReadonlyMap<number, Draws>, leaf: number): ArrayLike<number> | string {
  const sets = drawn.get(leaf) ?? "";
  if (typeof sets === "string") return sets;
  return Float64Array.from(sets[0] as Float64Array, (_, unit) => {
    const sum = sets.reduce((total, column) => total + (column[unit] as number), 0);
    return sum / sets.length;
  });
}

function setsOf(
  drawn: ReadonlyMap<number, Draws>,
  filled: readonly Float64Array[],
): ImputedColumns["sets"] {
  const [first] = [...drawn.values()].filter((draws) => typeof draws !== "string");
  return first?.map((_, set) =>
    filled.map((column, leaf) => {
      const draws = drawn.get(leaf);
      return draws === undefined || typeof draws === "string"
        ? column
        : (draws[set] as Float64Array);
    }),
  );
}

function placeOf({ node, path }: Leaf) {
  return { node: node.id, path: [...path, "impute"] };
}

function reportImputed(
  leaf: Leaf,
  method: ImputeMethod,
  before: Float64Array,
  after: Float64Array,
  units: readonly string[],
): readonly Finding[] {
  const gaps = units.filter((_, u) => Number.isNaN(before[u] as number));
  const left = units.filter((_, u) => Number.isNaN(after[u] as number));
  const count = gaps.length - left.length;
  const place = { node: leaf.node.id };
  const { indicator } = leaf;
  const facts = { indicator, method, count, total: units.length };
  const done = count === 0 ? [] : [find("composite/imputed", { place, facts })];
  if (left.length === 0) return done;
  const rest = { indicator, method, count: left.length, units: left };
  return [...done, find("composite/not-imputed", { place, facts: rest })];
}

/** The column of a leaf with its gaps filled; or why that cannot be done. */
function imputeLeaf(
  index: number,
  method: ImputeMethod,
  columns: readonly Float64Array[],
  context: ImputeContext,
): ArrayLike<number> | string {
  const { impute } = context.leaves[index] as Leaf;
  const column = columns[index] as Float64Array;
  const others = () => predictorsOf(index, context).map((i) => columns[i] as Float64Array);
  if (isCustomName(method)) {
    const custom = context.methods.impute?.[method];
    return custom === undefined ? "it was not passed" : custom(column, others());
  }
  switch (method) {
    case "mean":
    case "median": {
      const groups = impute.group === undefined ? undefined : context.groupings.get(impute.group);
      return imputeByColumn(column, {
        statistic: method,
        ...(groups !== undefined && { groups }),
        ...(impute.fallback !== undefined && { fallback: impute.fallback }),
      });
    }
    case "unit-mean":
    case "unit-median":
      return imputeFromUnit(index, method, columns, context);
    case "regression": {
      const fit = fitRegression(column, others());
      return typeof fit === "string" ? fit : fit.values;
    }
    case "nearest":
      return imputeByNearest(column, others(), {
        ...(impute.neighbors !== undefined && { neighbors: impute.neighbors }),
      });
    case "em": {
      const fit = fitEm([column, ...others()], {});
      return typeof fit === "string" ? fit : (fit.columns[0] as Float64Array);
    }
    default:
      return column;
  }
}

/** Leaves that predict another: those that are named, else its siblings. */
function predictorsOf(index: number, { leaves, framework }: ImputeContext): readonly number[] {
  const { impute, node } = leaves[index] as Leaf;
  const named = impute.predictors;
  const family = named ?? siblingsOf(node.id, framework);
  return leaves.flatMap((leaf, i) => (i !== index && family.includes(leaf.node.id) ? [i] : []));
}

function siblingsOf(id: string, { nodes, parents, children }: Framework): readonly string[] {
  const at = nodes.findIndex(({ node }) => node.id === id);
  const parent = parents[at] as number;
  return (children[parent] ?? []).map((child) => (nodes[child] as PlacedNode).node.id);
}

function imputeFromUnit(
  index: number,
  method: "unit-mean" | "unit-median",
  columns: readonly Float64Array[],
  { leaves, framework }: ImputeContext,
): Float64Array | string {
  const { impute, target } = leaves[index] as Leaf;
  const { rescale = true } = impute;
  const side = target === undefined ? 0 : sideOf(columns[index] as Float64Array, target);
  if (rescale && target !== undefined && side === 0) {
    return "it is best at a target, with values on both sides of it, so that two are equally good";
  }
  const families = leaves.map(({ node }) => ancestorOf(node.id, impute.above, framework));
  const family = leaves.flatMap((_, i) => (families[i] === families[index] ? [i] : []));
  const filled = imputeByUnit(
    family.map((i) =>
      distancesOf(columns[i] as Float64Array, rescale ? leaves[i]?.target : undefined),
    ),
    {
      statistic: method === "unit-mean" ? "mean" : "median",
      directions: family.map((i) => (leaves[i]?.direction === "higherBetter" ? 1 : -1)),
      rescale,
    },
  );
  const own = filled[family.indexOf(index)] as Float64Array;
  return rescale && target !== undefined ? own.map((distance) => target + side * distance) : own;
}

/** On which side of a target all values lie: 1 above, -1 below, 0 on both. */
function sideOf(column: Float64Array, target: number): -1 | 0 | 1 {
  if (!column.some((value) => value < target)) return 1;
  return column.some((value) => value > target) ? 0 : -1;
}

/** The column itself; or, where it is best at a target and is to be compared with others, its distances from it. */
function distancesOf(column: Float64Array, target: number | undefined): Float64Array {
  return target === undefined ? column : column.map((value) => Math.abs(value - target));
}

/** The node so many steps above a leaf; the root beyond it, and where no number is given. */
function ancestorOf(
  id: string,
  steps: number | undefined,
  { nodes, parents, root }: Framework,
): number {
  if (steps === undefined) return root;
  let at = nodes.findIndex(({ node }) => node.id === id);
  for (let step = 0; step < steps && at !== root; step++) at = parents[at] as number;
  return at;
}
