import type { Compiled } from "./compile.js";
import type { Framework, PlacedNode } from "./framework.js";
import type {
  ResultAggregation,
  ResultNode,
  ResultNormalization,
  ResultWeighting,
} from "./index-result.js";
import type { GroupPlan, LeafPlan, Workspace } from "./kernels/plan.js";
import { aggregateOptions, type Leaf } from "./leaf.js";
import type { IndexMethodology } from "./methodology.js";
import type { Prepared } from "./stages/prepare.js";

/** The nodes of a result, in the order of the methodology, with the options that held for each. */
export function resultNodes(
  methodology: IndexMethodology,
  framework: Framework,
  leaves: readonly Leaf[],
  {
    compiled,
    workspace,
    prepared,
    weightings,
  }: {
    readonly compiled: Compiled;
    readonly workspace: Workspace;
    readonly prepared: Prepared;
    readonly weightings: ReadonlyMap<string, ResultWeighting>;
  },
): readonly ResultNode[] {
  const { plan, columns } = compiled;
  const { nodes, parents, depths } = framework;
  const columnOf = new Map(columns.map((node, column) => [node, column]));
  const shares = weightShares(compiled);
  const effective = effectiveWeights(framework, shares);
  return nodes.map((placed, i) => {
    const { node } = placed;
    const column = columnOf.get(i) as number;
    const leaf = leaves[column];
    const group = plan.groups[column - leaves.length];
    const parent = parents[i] as number;
    const weighting = weightings.get(node.id);
    return {
      id: node.id,
      label: node.label ?? leaf?.definition?.name ?? node.id,
      parent: parent < 0 ? null : (nodes[parent] as PlacedNode).node.id,
      depth: depths[i] as number,
      weight: shares[i] as number,
      effectiveWeight: effective[i] as number,
      indicator: leaf?.indicator ?? null,
      unit: leaf?.definition?.unit ?? null,
      normalize:
        leaf === undefined
          ? null
          : normalization(leaf, plan.leaves[column] as LeafPlan, column, workspace),
      ...(leaf !== undefined && stagesOf(leaf, column, prepared)),
      aggregate: group === undefined ? null : aggregation(methodology, placed, group),
      ...(weighting !== undefined && { weighting }),
    };
  });
}

function stagesOf(
  { denominate, impute }: Leaf,
  column: number,
  { imputed, treated, filled }: Prepared,
): Pick<ResultNode, "denominate" | "imputation" | "treatment"> {
  const method = impute.method ?? "none";
  const outcome = treated?.outcomes[column];
  return {
    ...(denominate !== undefined && { denominate: { ...denominate } }),
    ...(imputed !== undefined &&
      method !== "none" && { imputation: { method, count: filled(column).length } }),
    ...(outcome !== undefined && {
      treatment: {
        by: outcome.by,
        check: outcome.check,
        steps: outcome.steps,
        count: outcome.points.filter((point) => point !== null).length,
      },
    }),
  };
}

/** Shares of the weights among siblings, by node. */
function weightShares({ plan, columns }: Compiled): Float64Array {
  const shares = new Float64Array(columns.length).fill(1);
  for (const { from, to } of plan.groups) {
    let sum = 0;
    for (let c = from; c < to; c++) sum += plan.weights[c] as number;
    for (let c = from; c < to; c++) {
      shares[columns[plan.children[c] as number] as number] = (plan.weights[c] as number) / sum;
    }
  }
  return shares;
}

function effectiveWeights({ upwards, parents }: Framework, shares: Float64Array): Float64Array {
  const effective = new Float64Array(shares.length);
  for (let k = upwards.length - 1; k >= 0; k--) {
    const i = upwards[k] as number;
    const above = parents[i] as number;
    effective[i] = above < 0 ? 1 : (effective[above] as number) * (shares[i] as number);
  }
  return effective;
}

function normalization(
  { normalize, direction }: Leaf,
  leaf: LeafPlan,
  column: number,
  { fitted }: Workspace,
): ResultNormalization {
  const isGoalposts = leaf.method === "goalposts";
  const isRank = NOT_LINEAR.includes(leaf.method);
  return {
    method: leaf.method,
    transform: leaf.transform,
    direction: direction ?? "ambiguous",
    worst: isGoalposts ? (normalize.worst ?? null) : null,
    best: isGoalposts || leaf.method === "distance-to-target" ? (normalize.best ?? null) : null,
    target: finiteOrNull(leaf.target),
    origin: isRank ? null : finiteOrNull(fitted[2 * column]),
    width: isRank ? null : finiteOrNull(fitted[2 * column + 1]),
    low: leaf.low,
    span: leaf.span,
    clamp: leaf.clamp,
  };
}

/** Methods that are not of the form (t - origin) / width. */
const NOT_LINEAR: readonly LeafPlan["method"][] = [
  "percentile-rank",
  "rank",
  "borda",
  "above-mean",
  "percentile-scale",
  "categories",
];

/** An indicator without any value has nothing fitted to it. */
function finiteOrNull(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}

function aggregation(
  methodology: IndexMethodology,
  placed: PlacedNode,
  group: GroupPlan,
): ResultAggregation {
  const { method, atLeast } = aggregateOptions(methodology, placed);
  return { method, atLeast, needed: group.needed, children: group.to - group.from };
}
