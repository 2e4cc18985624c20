import type { Finding } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { CustomMethods } from "../custom-methods.js";
import { isCustomName } from "../custom-name.js";
import type { Leaf } from "../leaf.js";
import type { NormalizeMethod, TreatOptions } from "../methodology.js";
import { runTreatment, type TreatedColumn } from "../treat/treat-column.js";

/** The columns after treatment, and what was done to each. */
export interface TreatedColumns {
  /** By leaf; `undefined` for those that are not to be treated. */
  readonly outcomes: readonly (TreatedColumn | undefined)[];
  readonly columns: readonly Float64Array[];
  readonly findings: readonly Finding[];
}

/** Treats the outliers of every leaf as its options say; `undefined` if none is to be treated. */
export function treatLeaves(
  columns: readonly Float64Array[],
  leaves: readonly Leaf[],
  methods: CustomMethods["treat"],
): TreatedColumns | undefined {
  if (leaves.every(({ treat }) => treat === undefined)) return undefined;
  const outcomes = leaves.map(({ treat }, i) =>
    treat === undefined || isLacking(treat, methods)
      ? undefined
      : runTreatment(columns[i] as Float64Array, treat, methods),
  );
  return {
    outcomes,
    columns: columns.map((column, i) => outcomes[i]?.values ?? column),
    findings: leaves.flatMap((leaf, i) => reportTreated(leaf, outcomes[i])),
  };
}

/** Whether a function was not passed, which is reported with the methodology. */
function isLacking({ first, second }: TreatOptions, methods: CustomMethods["treat"] = {}): boolean {
  return [first, second].some((name) => isCustomName(name) && methods[name] === undefined);
}

/** Methods whose parameters are raw values. */
const IN_RAW_VALUES: readonly (NormalizeMethod | undefined)[] = [
  "goalposts",
  "distance-to-target",
  "categories",
];

function reportTreated(leaf: Leaf, outcome: TreatedColumn | undefined): readonly Finding[] {
  if (outcome === undefined) return [];
  const { indicator, node, path, normalize, treat } = leaf;
  const place = { node: node.id, path: [...path, "treat"] };
  if (outcome.problem !== undefined) {
    const facts = { transform: `treatment of "${indicator}"`, why: outcome.problem };
    return [find("composite/treatment-undefined", { place, facts })];
  }
  const { by, check, steps } = outcome;
  if (by === "none") {
    if (check.passes !== null && steps.length === 0) return [];
    return [find("composite/not-treated", { place: { node: node.id }, facts: { indicator } })];
  }
  const last = steps.at(-1);
  const count = outcome.points.filter((point) => point !== null).length;
  const facts = { indicator, by: steps.map((step) => step.function).join(", then "), count };
  const done = find("composite/treated", { place: { node: node.id }, facts });
  // Whether a function of the user's own keeps the scale only the user knows.
  const isTransformed = !(by === "both" ? steps.map((step) => step.function) : [by]).every(
    keepsScale,
  );
  // Parameters that were fixed together with the treatment are on its scale.
  const isOnScale = treat?.fixed !== undefined;
  if (isTransformed && !isOnScale && IN_RAW_VALUES.includes(normalize.method)) {
    const method = normalize.method as string;
    return [done, find("composite/treated-scale", { place, facts: { indicator, method, by } })];
  }
  if (last?.check.passes !== false) return [done];
  const { skewness, kurtosis } = last.check;
  const rest = { indicator, skewness: shown(skewness), kurtosis: shown(kurtosis) };
  return [done, find("composite/still-skewed", { place: { node: node.id }, facts: rest })];
}

function keepsScale(name: TreatedColumn["by"]): boolean {
  return name === "winsorize" || isCustomName(name);
}

function shown(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(3));
}
