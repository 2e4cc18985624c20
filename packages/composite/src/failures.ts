import type { Compiled } from "./compile.js";
import type { Failure } from "./index-result.js";
import type { GroupPlan } from "./kernels/plan.js";

/** Tells which nodes have no score for a unit, and why, from its presence of data alone. */
export type FailureFinder = (
  hasValue: (leaf: number) => boolean,
  /** Whether a group is without a score, for reasons that presence does not tell. */
  isWithout?: (column: number) => boolean,
) => readonly Failure[];

/**
 * Makes the finder of a compiled methodology. It applies the rules to units that were screened out too: their
 * reader wants to know all that is lacking.
 *
 * @param ids - of the nodes, by column.
 */
export function failureFinder(
  { plan }: Compiled,
  ids: readonly string[],
  labels: readonly string[],
): FailureFinder {
  const leafCount = plan.leaves.length;
  const scored = new Uint8Array(leafCount + plan.groups.length);
  return (hasValue, isWithout = () => false) => {
    for (let leaf = 0; leaf < leafCount; leaf++) scored[leaf] = hasValue(leaf) ? 1 : 0;
    const failures: Failure[] = [];
    plan.groups.forEach((group, g) => {
      const column = leafCount + g;
      const { present, mass, without } = countChildren(group, plan.children, plan.weights, scored);
      const enough = present >= group.needed;
      const isRefused = enough && mass > 0 && isWithout(column);
      scored[column] = enough && mass > 0 && !isRefused ? 1 : 0;
      if (scored[column] === 1) return;
      const of = group.to - group.from;
      const label = labels[column] as string;
      failures.push({
        rule: isRefused ? "no-result" : enough ? "no-weight" : "too-few-children",
        node: ids[column] as string,
        present,
        needed: group.needed,
        of,
        message: isRefused
          ? `${label}: its method gives no score for these parts`
          : enough
            ? `${label}: the parts with a score have no weight`
            : `${label}: ${present} of ${of} parts have a score, ${group.needed} needed (without: ${list(without.map((child) => labels[child] as string))})`,
      });
    });
    return failures;
  };
}

function countChildren(
  group: GroupPlan,
  children: Int32Array,
  weights: Float64Array,
  scored: Uint8Array,
): { readonly present: number; readonly mass: number; readonly without: readonly number[] } {
  let present = 0;
  let mass = 0;
  const without: number[] = [];
  for (let c = group.from; c < group.to; c++) {
    const child = children[c] as number;
    if (scored[child] === 1) {
      present += 1;
      mass += weights[c] as number;
    } else without.push(child);
  }
  return { present, mass, without };
}

const LONGEST_LIST = 10;

function list(words: readonly string[]): string {
  const shown = words.slice(0, LONGEST_LIST).join(", ");
  return words.length > LONGEST_LIST ? `${shown} and ${words.length - LONGEST_LIST} more` : shown;
}
