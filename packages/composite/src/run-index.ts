import type { Finding } from "@vitalcore/core";
import { find } from "./catalog.js";
import { checkValues } from "./check-values.js";
import { type Compiled, needed } from "./compile.js";
import type { Framework, PlacedNode } from "./framework.js";
import type { IndexData } from "./index-data.js";
import { createWorkspace, type GroupPlan, type Workspace } from "./kernels/plan.js";
import { runPlan } from "./kernels/run.js";
import { aggregateOptions, type Leaf } from "./leaf.js";
import type { IndexMethodology } from "./methodology.js";

/** Which units have enough data to enter. */
export interface Screened {
  /** Indices of the units in the index. */
  readonly included: readonly number[];
  /** How many indicators each unit has. */
  readonly present: Int32Array;
  /** How many indicators are needed; 0 without screening. */
  readonly needed: number;
}

/** Screens the units on the share of indicators that they have. */
export function screen(
  methodology: IndexMethodology,
  data: IndexData,
  leafCount: number,
): Screened {
  const { units, values } = data;
  const present = new Int32Array(units.length);
  values.forEach((value, i) => {
    if (!Number.isNaN(value)) present[i % units.length] = (present[i % units.length] as number) + 1;
  });
  const atLeast = methodology.screening?.indicatorsAtLeast;
  const least = atLeast === undefined ? 0 : needed(atLeast, leafCount);
  const included = [...units.keys()].filter((i) => (present[i] as number) >= least);
  return { included, present, needed: least };
}

/** A run of an index over the units that are in it. */
export interface IndexRun {
  readonly workspace: Workspace;
  readonly findings: readonly Finding[];
}

/** Raw values of the units in the index, leaf after leaf. */
export function includedValues(data: IndexData, included: readonly number[]): Float64Array {
  const total = data.units.length;
  if (included.length === total) return data.values;
  const leaves = total === 0 ? 0 : data.values.length / total;
  const values = new Float64Array(leaves * included.length);
  for (let leaf = 0; leaf < leaves; leaf++) {
    included.forEach((unit, i) => {
      values[leaf * included.length + i] = data.values[leaf * total + unit] as number;
    });
  }
  return values;
}

/** Checks the values that enter, indicator by indicator. */
export function checkEntering(
  leaves: readonly Leaf[],
  units: readonly string[],
  values: Float64Array,
): readonly Finding[] {
  return leaves.flatMap((leaf, i) =>
    checkValues({ leaf, units, values: values.subarray(i * units.length, (i + 1) * units.length) }),
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
): IndexRun {
  const workspace = createWorkspace(compiled.plan, units.length);
  runPlan(compiled.plan, values, workspace);
  const findings = [
    ...checkFits(leaves, workspace),
    ...compiled.plan.groups.flatMap((group, g) => {
      if (workspace.nonpositive[g] === 0) return [];
      const nodeIndex = compiled.columns[leaves.length + g] as number;
      const placed = framework.nodes[nodeIndex] as PlacedNode;
      return checkScores(methodology, placed, group, { framework, compiled, units, workspace });
    }),
  ];
  return { workspace, findings };
}

function checkFits(leaves: readonly Leaf[], { fitted, units }: Workspace): readonly Finding[] {
  if (units === 0) return [];
  return leaves.flatMap(({ node, indicator }, i) => {
    const width = fitted[2 * i + 1] as number;
    if (Math.abs(width) !== Number.POSITIVE_INFINITY) return [];
    return [find("composite/range-too-wide", { place: { node: node.id }, facts: { indicator } })];
  });
}

interface RunContext {
  readonly framework: Framework;
  readonly compiled: Compiled;
  readonly units: readonly string[];
  readonly workspace: Workspace;
}

/** The units with a child score that a geometric or harmonic mean does not take. */
function checkScores(
  methodology: IndexMethodology,
  { node, path }: PlacedNode,
  group: GroupPlan,
  { framework, compiled, units, workspace }: RunContext,
): readonly Finding[] {
  const { method, zeros } = aggregateOptions(methodology, node);
  const { children, weights } = compiled.plan;
  const refused: { readonly unit: string; readonly child: string; readonly score: number }[] = [];
  units.forEach((unit, u) => {
    for (let c = group.from; c < group.to; c++) {
      const column = children[c] as number;
      const score = workspace.scores[column * units.length + u] as number;
      const refuse = zeros === "annul" ? score < 0 : score <= 0;
      if (!refuse || weights[c] === 0) continue;
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
