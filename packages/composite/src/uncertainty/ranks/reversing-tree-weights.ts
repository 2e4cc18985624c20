import type { IndexDataOptions, IndexInput } from "../../inspect-index.js";
import type { GroupPlan } from "../../kernels/plan.js";
import type { IndexMethodology } from "../../methodology.js";
import { require } from "../indices/check-numbers.js";
import { type Scenario, scenariosOf } from "../scenarios.js";
import { reversingWeights } from "./smaa.js";

/** The smallest change of the weights of an index that makes one unit as good as another. */
export interface IndexWeightReversal {
  /** By id of the node, relative to its siblings, which sum to 1: those that can change. */
  readonly weights: Readonly<Record<string, number>>;
  /** The share of all weight that has to move, 0 to 1. */
  readonly moved: number;
}

/** Options of {@link reversingIndexWeights}. */
export interface ReversingOptions extends IndexDataOptions {
  /** Steps below the index of the nodes between which weight moves; as deep as the framework goes if left out. */
  readonly depth?: number;
}

/**
 * The least weight that has to move for one unit to draw level with another in an index of weighted arithmetic means,
 * however they are nested: a tree of such means is one weighted mean of its leaves, whose shares of weight are the
 * products along their paths, and every choice of shares is one of weights in the tree. With `depth` only the weights
 * above that level change, and any aggregation may stand below it.
 *
 * @param pair - codes of the unit that is behind and of that ahead.
 * @returns `null` if no weights make them level.
 * @throws VitalError `composite/analysis-invalid`, and whatever `buildIndex` finds.
 *
 * @example
 * ```ts
 * import type { IndexMethodology } from "@vitalcore/composite";
 * import { reversingIndexWeights } from "@vitalcore/composite/uncertainty";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const methodology: IndexMethodology = {
 *   kind: "IndexMethodology", version: 1, id: "example", title: "Income and health",
 *   nodes: [
 *     { id: "index" },
 *     { id: "income", parent: "index", indicator: "gni-per-person", normalize: { worst: 100, best: 75000 } },
 *     { id: "life", parent: "index", indicator: "life-expectancy", normalize: { worst: 20, best: 85 } },
 *   ],
 *   normalize: { method: "goalposts" },
 * };
 * const data = { area: ["A", "B"], "gni-per-person": [15080, 22570], "life-expectancy": [72, 65.5] };
 * const found = reversingIndexWeights(data, methodology, { behind: "B", ahead: "A" }, {
 *   unitColumn: "area", definitions: [gniPerPerson, lifeExpectancy],
 * });
 * found?.moved.toFixed(6); // => "0.000000"
 * ```
 */
export function reversingIndexWeights(
  input: IndexInput,
  methodology: IndexMethodology,
  pair: { readonly behind: string; readonly ahead: string },
  { depth = Number.POSITIVE_INFINITY, ...options }: ReversingOptions = {},
): IndexWeightReversal | null {
  require(depth >= 1, "The depth", depth, "1 or more");
  const { nominal } = scenariosOf(input, methodology, [], options);
  const [behind, ahead] = [pair.behind, pair.ahead].map((unit) => {
    const place = nominal.data.units.indexOf(unit);
    const at = nominal.places.indexOf(place);
    require(place >= 0 && at >= 0, "The unit", unit, "in the index");
    return at;
  }) as [number, number];
  const tree = treeOf(nominal, depth);
  const scoresOf = (unit: number) =>
    tree.movable.map(({ column, id }) => {
      const score = nominal.workspace.columns[column]?.[unit] ?? Number.NaN;
      require(!Number.isNaN(score), `The score of "${id}"`, null, "there for both units");
      return score;
    });
  const shares = tree.movable.map(({ share }) => share);
  const found = reversingWeights(shares, scoresOf(behind), scoresOf(ahead));
  if (found === null) return null;
  return { weights: weightsOf(nominal, tree, found.weights), moved: found.moved };
}

interface Movable {
  readonly id: string;
  readonly column: number;
  /** Of the weight of the whole index. */
  readonly share: number;
}

interface Tree {
  readonly movable: readonly Movable[];
  /** Groups above the movable nodes, by column. */
  readonly groups: readonly number[];
}

/** The nodes between which weight moves: those at a depth, and leaves above it. */
function treeOf({ plan, weighted }: Scenario, depth: number): Tree {
  const { leaves, groups, children, weights } = plan;
  const movable: Movable[] = [];
  const above: number[] = [];
  const visit = (column: number, share: number, level: number, id: string): void => {
    const group = groups[column - leaves.length];
    if (group === undefined || level === depth) {
      movable.push({ id, column, share });
      return;
    }
    require(group.method ===
      "arithmetic", `The aggregation of "${id}"`, group.method, "arithmetic");
    above.push(column);
    const mass = massOf(group, weights);
    for (let c = group.from; c < group.to; c++) {
      const part = (share * (weights[c] as number)) / mass;
      visit(children[c] as number, part, level + 1, weighted[c] as string);
    }
  };
  visit(leaves.length + groups.length - 1, 1, 0, "index");
  return { movable, groups: above };
}

function massOf({ from, to }: GroupPlan, weights: Float64Array): number {
  let mass = 0;
  for (let c = from; c < to; c++) mass += weights[c] as number;
  return mass;
}

/** Weights within siblings from shares of the whole; a group that has none left keeps the weights it has. */
function weightsOf(
  { plan, weighted }: Scenario,
  { movable, groups }: Tree,
  shares: readonly number[],
): Readonly<Record<string, number>> {
  const { leaves, children, weights } = plan;
  const shareOf = new Map(movable.map(({ column }, i) => [column, shares[i] as number]));
  const found: Record<string, number> = {};
  // Children before their parent.
  for (const column of [...groups].sort((a, b) => a - b)) {
    const group = plan.groups[column - leaves.length] as GroupPlan;
    let share = 0;
    for (let c = group.from; c < group.to; c++) share += shareOf.get(children[c] as number) ?? 0;
    shareOf.set(column, share);
    const mass = massOf(group, weights);
    for (let c = group.from; c < group.to; c++) {
      const own = shareOf.get(children[c] as number) ?? 0;
      found[weighted[c] as string] = share > 0 ? own / share : (weights[c] as number) / mass;
    }
  }
  return found;
}
