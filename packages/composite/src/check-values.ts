import type { Finding } from "@vitalcore/core";
import { find } from "./catalog.js";
import { TRANSFORM_IN_WORDS } from "./check-leaves.js";
import { isCustomName } from "./custom-name.js";
import { type Leaf, positionBy, transformBound } from "./leaf.js";
import type { NormalizeMethod } from "./methodology.js";

/** The values of one indicator, for units that are in the index. */
export interface LeafColumn {
  readonly leaf: Leaf;
  readonly units: readonly string[];
  /** NaN is missing. */
  readonly values: Float64Array;
}

/** Checks the raw values of an indicator against its definition. */
export function checkRawValues(column: LeafColumn): readonly Finding[] {
  return [...checkRange(column), ...checkPercent(column)];
}

/** Checks the values of an indicator against what is to be done to them in normalization. */
export function checkScoredValues(column: LeafColumn): readonly Finding[] {
  return [...checkTransform(column), ...checkVariation(column)];
}

/** The first of the values for which a rule does not hold, and how many there are. */
function offenders(
  { units, values }: LeafColumn,
  offends: (value: number) => boolean,
): { readonly unit: string; readonly found: number; readonly count: number } | undefined {
  let first = -1;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    if (!offends(values[i] as number)) continue;
    if (first < 0) first = i;
    count += 1;
  }
  if (first < 0) return undefined;
  return { unit: units[first] as string, found: values[first] as number, count };
}

function checkRange(column: LeafColumn): readonly Finding[] {
  const { leaf } = column;
  if (leaf.definition === undefined) return [];
  const [low, high] = leaf.definition.range;
  if (low === null && high === null) return [];
  // A share that was computed may pass 100 by a rounding.
  const slack = 1e-9 * Math.max(Math.abs(low ?? 0), Math.abs(high ?? 0));
  const bad = offenders(
    column,
    (value) => (low !== null && value < low - slack) || (high !== null && value > high + slack),
  );
  if (bad === undefined) return [];
  const range = `${low ?? "no lower bound"} to ${high ?? "no upper bound"}`;
  const facts = { indicator: leaf.indicator, count: bad.count, range };
  const place = { node: leaf.node.id, unit: bad.unit };
  return [find("composite/out-of-range", { place, found: bad.found, facts })];
}

function checkPercent({ leaf, values }: LeafColumn): readonly Finding[] {
  if (leaf.definition?.unit !== "PERCENT") return [];
  const present = values.filter((value) => !Number.isNaN(value));
  const within = present.every((value) => value >= 0 && value <= 1);
  const strictly = present.some((value) => value > 0 && value < 1);
  if (!within || !strictly) return [];
  const facts = { indicator: leaf.indicator, count: present.length };
  return [find("composite/proportion-not-percent", { place: { node: leaf.node.id }, facts })];
}

function checkTransform(column: LeafColumn): readonly Finding[] {
  const { indicator, node, normalize } = column.leaf;
  const bound = transformBound(normalize);
  if (bound === undefined) return [];
  const bad = offenders(column, (value) => value <= bound);
  if (bad === undefined) return [];
  const transform = TRANSFORM_IN_WORDS[normalize.transform ?? "none"];
  const facts = { indicator, count: bad.count, transform, bound };
  const place = { node: node.id, unit: bad.unit };
  return [find("composite/outside-transform", { place, found: bad.found, facts })];
}

function checkVariation({ leaf, units, values }: LeafColumn): readonly Finding[] {
  const { indicator, node, normalize } = leaf;
  const position = positionBy(normalize, leaf.target);
  let first = Number.NaN;
  let present = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isNaN(value)) continue;
    if (present === 0) first = value;
    if (position(value) !== position(first)) return [];
    present += 1;
  }
  if (present === 0) return [];
  const place = { node: node.id };
  const needsVariation =
    normalize.method !== undefined &&
    !WITHOUT_VARIATION.includes(normalize.method) &&
    !isCustomName(normalize.method);
  if (needsVariation) {
    const method = normalize.method as NormalizeMethod;
    const facts = { indicator, present, count: units.length, method };
    return [find("composite/no-variation", { place, found: first, facts })];
  }
  if (present === 1) return [];
  const facts = { indicator, count: present };
  return [find("composite/constant-indicator", { place, found: first, facts })];
}

/** Methods that score a value whatever the others are. */
const WITHOUT_VARIATION: readonly NormalizeMethod[] = [
  "goalposts",
  "distance-to-target",
  "none",
  "categories",
  "rank",
  "borda",
  "above-mean",
  "fraction-of-max",
];
