import { type Finding, isVitalError } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { Compiled } from "../compile.js";
import type { CustomMethods, CustomWeighting } from "../custom-methods.js";
import type { Framework, PlacedNode } from "../framework.js";
import type { ResultWeighting } from "../index-result.js";
import { aggregateGroups } from "../kernels/aggregate.js";
import {
  createWorkspace,
  type GroupPlan,
  PASS,
  type Plan,
  type Workspace,
} from "../kernels/plan.js";
import { weightingOptions } from "../leaf.js";
import type { IndexMethodology } from "../methodology.js";
import type { WeightingOptions } from "../weighting-options.js";
import {
  criticWeights,
  entropyWeights,
  factorWeights,
  pcaWeights,
} from "../weights/data-driven.js";
import { regressionWeights } from "../weights/regression.js";
import { correlate, seekWeights } from "../weights/seek-weights.js";
import { isWritten } from "./written-weights.js";

/** What weights are computed with beside the scores. */
export interface WeighContext {
  readonly methodology: IndexMethodology;
  readonly framework: Framework;
  readonly compiled: Compiled;
  readonly methods: CustomMethods;
  /** Values of outcomes by id of the indicator, for the units of the workspace. */
  readonly outcomes: ReadonlyMap<string, Float64Array>;
}

/** What was found about the weights of groups, by the id of the group. */
export interface Weighed {
  readonly weightings: ReadonlyMap<string, ResultWeighting>;
  readonly findings: readonly Finding[];
}

/** Whether a methodology has weights that its scores must tell. */
export function hasComputedWeights(methodology: IndexMethodology, { nodes }: Framework): boolean {
  return nodes.some(
    (placed) =>
      placed.node.indicator === undefined &&
      !isWritten(weightingOptions(methodology, placed).method),
  );
}

/**
 * Computes the weights that are to be computed from scores, children before parents, and writes them into the plan.
 *
 * @param workspace - with the scores of the leaves; those of the groups are computed on the way.
 */
export function weighGroups(context: WeighContext, workspace: Workspace): Weighed {
  const { methodology, framework, compiled } = context;
  const { plan, columns } = compiled;
  const weightings = new Map<string, ResultWeighting>();
  const findings: Finding[] = [];
  plan.groups.forEach((group, g) => {
    const placed = framework.nodes[columns[plan.leaves.length + g] as number] as PlacedNode;
    const options = weightingOptions(methodology, placed);
    if (isWritten(options.method)) return;
    aggregateGroups({ ...plan, groups: plan.groups.slice(0, g) }, workspace);
    const family = familyOf(group, compiled, framework, workspace);
    const outcome = weigh(family, options, group, context);
    if (typeof outcome === "string") {
      const place = { node: placed.node.id, path: [...placed.path, "weighting"] };
      const facts = { method: options.method, why: outcome };
      findings.push(find("composite/weights-undefined", { place, facts }));
      return;
    }
    const { weights, details } = outcome;
    plan.weights.set(weights, group.from);
    weightings.set(placed.node.id, {
      method: options.method,
      units: family.units.length,
      ...details,
    });
  });
  return { weightings, findings };
}

/** The scores of the children of a group, for the units that have all of them. */
interface Family {
  readonly ids: readonly string[];
  /** Places of the units. */
  readonly units: readonly number[];
  readonly scores: Readonly<Record<string, Float64Array>>;
}

function familyOf(
  { from, to }: GroupPlan,
  { plan, columns }: Compiled,
  { nodes }: Framework,
  workspace: Workspace,
): Family {
  const children = [...plan.children.subarray(from, to)];
  const all = children.map((column) => workspace.columns[column] as Float64Array);
  const units = Array.from({ length: workspace.units }, (_, unit) => unit).filter((unit) =>
    all.every((column) => !Number.isNaN(column[unit] as number)),
  );
  const ids = children.map((column) => (nodes[columns[column] as number] as PlacedNode).node.id);
  const scores = ids.map(
    (id, k) => [id, Float64Array.from(units, (unit) => all[k]?.[unit] as number)] as const,
  );
  return { ids, units, scores: Object.fromEntries(scores) };
}

interface Computed {
  readonly weights: readonly number[];
  readonly details: Omit<ResultWeighting, "method" | "units">;
}

/** Units without which there is nothing to compute. */
const FEWEST = 3;

/** The weights of the children in their order; or why there are none. */
function weigh(
  family: Family,
  options: WeightingOptions,
  group: GroupPlan,
  { methods, outcomes, compiled }: WeighContext,
): Computed | string {
  const { ids, scores, units } = family;
  if (units.length < FEWEST)
    return `${units.length} units have all parts, and ${FEWEST} are needed`;
  const inOrder = (weights: Readonly<Record<string, number>>) =>
    ids.map((id) => weights[id] as number);
  try {
    switch (options.method) {
      case "pca": {
        const { weights, share, opposed } = pcaWeights(scores);
        return { weights: inOrder(weights), details: { share, opposed } };
      }
      case "factor": {
        const { weights, explained } = factorWeights(scores);
        const share = explained.reduce((sum, x) => sum + x, 0) / ids.length;
        return { weights: inOrder(weights), details: { share } };
      }
      case "entropy":
        return { weights: inOrder(entropyWeights(scores)), details: {} };
      case "critic":
        return { weights: inOrder(criticWeights(scores)), details: {} };
      case "regression":
        return byRegression(family, outcomes.get(options.outcome ?? ""));
      case "balance":
      case "information":
        return bySearch(family, options.method, options.targets ?? {}, group, compiled.plan);
      default:
        return byOwn(family, methods.weight?.[options.method as `custom:${string}`]);
    }
  } catch (error) {
    if (!isVitalError(error)) throw error;
    return error.findings.map(({ message }) => message).join(" ");
  }
}

function byRegression(
  { ids, units, scores }: Family,
  outcome: Float64Array | undefined,
): Computed | string {
  const known = units.flatMap((unit, i) =>
    Number.isNaN(outcome?.[unit] ?? Number.NaN) ? [] : [i],
  );
  if (known.length < FEWEST)
    return `${known.length} units have all parts and the outcome, and ${FEWEST} are needed`;
  const columns = ids.map(
    (id) => [id, Float64Array.from(known, (i) => scores[id]?.[i] as number)] as const,
  );
  const target = Float64Array.from(known, (i) => outcome?.[units[i] as number] as number);
  const { weights, r2, dropped } = regressionWeights(Object.fromEntries(columns), target);
  return { weights: ids.map((id) => weights[id] as number), details: { r2, opposed: dropped } };
}

function bySearch(
  { ids, units, scores }: Family,
  aim: "balance" | "information",
  targets: Readonly<Record<string, number>>,
  group: GroupPlan,
  plan: Plan,
): Computed | string {
  const mini: Plan = {
    ...plan,
    leaves: ids.map(() => PASS),
    groups: [{ ...group, from: 0, to: ids.length }],
    children: Int32Array.from(ids, (_, k) => k),
    weights: new Float64Array(ids.length).fill(1),
  };
  const workspace = createWorkspace(mini, units.length);
  ids.forEach((id, k) => {
    workspace.scores.set(scores[id] as Float64Array, k * units.length);
  });
  const wanted = ids.map((id) => (Object.hasOwn(targets, id) ? (targets[id] as number) : 1));
  const total = wanted.reduce((sum, x) => sum + x, 0);
  const goal = wanted.map((x) => x / total);
  const found = seekWeights({
    aim,
    goal,
    start: goal,
    allowNegative: false,
    evaluations: 5000,
    correlations: (weights) => {
      aggregateGroups(mini, workspace, Float64Array.from(weights));
      const whole = workspace.columns.at(-1) as Float64Array;
      return ids.map((id) => correlate(scores[id] as Float64Array, whole));
    },
  });
  if (found.correlations.some((r) => Number.isNaN(r))) return "a part, or the group, does not vary";
  const sum = found.weights.reduce((all, x) => all + x, 0);
  const correlations = ids.map((id, k) => [id, found.correlations[k] as number] as const);
  return {
    weights: found.weights.map((x) => x / sum),
    details: { correlations: Object.fromEntries(correlations) },
  };
}

function byOwn({ ids, scores }: Family, own: CustomWeighting | undefined): Computed | string {
  if (own === undefined) return "the function was not passed";
  const given = own(scores);
  const weights = ids.map((id) => given[id] ?? Number.NaN);
  const isSound = weights.every((x) => x >= 0 && x <= 1e100) && weights.some((x) => x > 0);
  return isSound
    ? { weights, details: {} }
    : "it must give a weight for each part by id, none below zero, one at least above";
}
