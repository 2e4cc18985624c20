import type { Finding } from "@vitalcore/core";
import { find } from "./catalog.js";
import { checkRawValues, checkScoredValues } from "./check-values.js";
import type { Compiled } from "./compile.js";
import type { Framework, PlacedNode } from "./framework.js";
import type { IndexData } from "./index-data.js";
import type { ResultWeighting } from "./index-result.js";
import { normalizeLeaves } from "./kernels/normalize.js";
import { createWorkspace, type GroupPlan, type Workspace } from "./kernels/plan.js";
import { runPlan } from "./kernels/run.js";
import { aggregateOptions, type Leaf, refusedScores, weightingOptions } from "./leaf.js";
import type { IndexMethodology } from "./methodology.js";
import type { Prepared } from "./stages/prepare.js";
import {
  hasComputedWeights,
  type WeighContext,
  type Weighed,
  weighGroups,
} from "./stages/weigh.js";
import { writtenWeighting } from "./stages/written-weights.js";

/** A run of an index over the units that are in it. */
export interface IndexRun {
  readonly workspace: Workspace;
  /** How weights were found, by id of the group. */
  readonly weightings: ReadonlyMap<string, ResultWeighting>;
  readonly findings: readonly Finding[];
}

/** Checks the raw values of the units that enter, indicator by indicator, against their definitions. */
export function checkRaw(
  leaves: readonly Leaf[],
  data: IndexData,
  included: readonly number[],
): readonly Finding[] {
  const total = data.units.length;
  const areAll = included.length === total;
  const units = areAll ? data.units : included.map((i) => data.units[i] as string);
  return leaves.flatMap((leaf, i) => {
    const column = data.values.subarray(i * total, (i + 1) * total);
    const values = areAll ? column : Float64Array.from(included, (unit) => column[unit] as number);
    return checkRawValues({ leaf, units, values });
  });
}

/** Checks the values that are to be normalized, indicator by indicator. */
export function checkPrepared(
  leaves: readonly Leaf[],
  { units, values }: Prepared,
): readonly Finding[] {
  return leaves.flatMap((leaf, i) =>
    checkScoredValues({
      leaf,
      units,
      values: values.subarray(i * units.length, (i + 1) * units.length),
    }),
  );
}

/** Runs a compiled methodology, and finds scores that cannot be. */
export function runIndex(
  methodology: IndexMethodology,
  framework: Framework,
  leaves: readonly Leaf[],
  compiled: Compiled,
  units: readonly string[],
  values: Float64Array,
  beside: Pick<WeighContext, "methods" | "outcomes">,
): IndexRun {
  const workspace = createWorkspace(compiled.plan, units.length);
  const weighed = hasComputedWeights(methodology, framework)
    ? weighScores({ methodology, framework, compiled, ...beside }, values, workspace)
    : undefined;
  runPlan(compiled.plan, values, workspace);
  const findings = [
    ...(weighed?.findings ?? []),
    ...checkFits(leaves, workspace),
    ...checkOwnScores(leaves, compiled, units, values, workspace),
    ...compiled.plan.groups.flatMap((group, g) => {
      if (workspace.nonpositive[g] === 0) return [];
      const nodeIndex = compiled.columns[leaves.length + g] as number;
      const placed = framework.nodes[nodeIndex] as PlacedNode;
      return checkScores(methodology, placed, group, { framework, compiled, units, workspace });
    }),
  ];
  const weightings = new Map([
    ...writtenWeightings(methodology, framework),
    ...(weighed?.weightings ?? []),
  ]);
  return { workspace, weightings, findings };
}

function weighScores(context: WeighContext, values: Float64Array, workspace: Workspace): Weighed {
  normalizeLeaves(context.compiled.plan, values, workspace);
  return weighGroups(context, workspace);
}

function writtenWeightings(
  methodology: IndexMethodology,
  { nodes, children }: Framework,
): readonly (readonly [string, ResultWeighting])[] {
  return nodes.flatMap((placed, i) => {
    if (placed.node.indicator !== undefined) return [];
    const below = (children[i] ?? []).map((child) => (nodes[child] as PlacedNode).node);
    const said = writtenWeighting(weightingOptions(methodology, placed), below);
    return said === undefined ? [] : [[placed.node.id, said] as const];
  });
}

/** A normalization of the user's own may give no score for a value: that must not pass for a missing one. */
function checkOwnScores(
  leaves: readonly Leaf[],
  { plan }: Compiled,
  units: readonly string[],
  values: Float64Array,
  { columns }: Workspace,
): readonly Finding[] {
  return leaves.flatMap(({ node, path, normalize }, i): Finding[] => {
    if (plan.leaves[i]?.custom === undefined) return [];
    const lost = units.filter(
      (_, u) =>
        !Number.isNaN(values[i * units.length + u] as number) &&
        !Number.isFinite(columns[i]?.[u] as number),
    );
    const [unit] = lost;
    if (unit === undefined) return [];
    const place = { node: node.id, path: [...path, "normalize"], unit };
    const facts = { method: normalize.method ?? "", count: lost.length };
    return [find("composite/own-scores-missing", { place, facts })];
  });
}

function checkFits(leaves: readonly Leaf[], { fitted, units }: Workspace): readonly Finding[] {
  if (units === 0) return [];
  return leaves.flatMap(({ node, indicator, normalize, direction }, i): Finding[] => {
    const width = fitted[2 * i + 1] as number;
    const worst = fitted[2 * i] as number;
    const place = { node: node.id };
    if (Math.abs(width) === Number.POSITIVE_INFINITY) {
      return [find("composite/range-too-wide", { place, facts: { indicator } })];
    }
    if (Number.isNaN(worst)) return [];
    const rises = direction === "higherBetter" ? width > 0 : width < 0;
    switch (normalize.method) {
      case "distance-to-target": {
        if (rises) return [];
        const facts = { indicator, worst };
        return [find("composite/target-not-beyond", { place, found: normalize.best, facts })];
      }
      case "distance-to-reference": {
        if (rises) return [];
        const facts = { indicator, unit: normalize.reference ?? "", why: whyNoReference(width) };
        return [find("composite/reference-unusable", { place, facts })];
      }
      case "fraction-of-max":
        if (width > 0) return [];
        return [
          find("composite/no-positive-maximum", { place, found: width, facts: { indicator } }),
        ];
      default:
        return [];
    }
  });
}

function whyNoReference(width: number): string {
  return Number.isNaN(width)
    ? "has no value there, or is not in the index"
    : "has the worst value of all there";
}

interface RunContext {
  readonly framework: Framework;
  readonly compiled: Compiled;
  readonly units: readonly string[];
  readonly workspace: Workspace;
}

/** The units with a child score that an aggregation does not take. */
function checkScores(
  methodology: IndexMethodology,
  placed: PlacedNode,
  group: GroupPlan,
  { framework, compiled, units, workspace }: RunContext,
): readonly Finding[] {
  const { node, path } = placed;
  const options = aggregateOptions(methodology, placed);
  const { method } = options;
  const refusal = refusedScores(options);
  const { children, weights } = compiled.plan;
  const refused: { readonly unit: string; readonly child: string; readonly score: number }[] = [];
  units.forEach((unit, u) => {
    for (let c = group.from; c < group.to; c++) {
      const column = children[c] as number;
      const score = workspace.scores[column * units.length + u] as number;
      // Where nothing is refused by itself, a mean of zero or less is, which takes such a child.
      const refuse = refusal === "negative" ? score < 0 : score <= 0;
      // Weights do not enter there.
      const isOut = weights[c] === 0 && method !== "benefit-of-the-doubt";
      if (!refuse || isOut) continue;
      const child = framework.nodes[compiled.columns[column] as number] as PlacedNode;
      refused.push({ unit, child: child.node.id, score });
      break;
    }
  });
  const [first] = refused;
  if (first === undefined) return [];
  const place = { node: node.id, path: [...path, "aggregate"], unit: first.unit };
  const facts = { method, count: refused.length, child: first.child };
  return [find("composite/nonpositive-score", { place, found: first.score, facts })];
}
