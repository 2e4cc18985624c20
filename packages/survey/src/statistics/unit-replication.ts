import type { DesignParts } from "../design/survey-design.js";
import type { Functional } from "../estimates/functional.js";
import type { Solution } from "../estimates/solution.js";
import { solveReplicateTotals } from "../estimates/solve-replicates.js";
import { rankOfColumns } from "../kernels/dense.js";
import { totalOfGroup, type UnitTotals } from "../kernels/unit-totals.js";
import { makeReplicates, type ReplicateMethod } from "../replicates/make-replicates.js";
import type { ReplicateSet } from "../replicates/replicate-set.js";

/** Tolerance of R's `qr(weights, tol = 1e-5)`. */
const RANK_TOLERANCE = 1e-5;

/** Replicates of a sample that is known by the totals of its units. */
export interface UnitReplication {
  readonly set: ReplicateSet;
  readonly degrees: Float64Array;
  readonly solve: (functional: Functional, joint: boolean) => Solution;
}

/** Makes replicates of the units, and evaluates functionals at their totals. */
export function unitReplication(
  parts: Pick<DesignParts, "frame" | "lonely" | "stratumLabel">,
  totals: UnitTotals,
  method: ReplicateMethod,
): UnitReplication {
  const { multipliers, of, ...scales } = makeReplicates(parts, method);
  const { stages } = parts.frame!;
  const first = of === "first-stage" ? unitsOfFirstStage(parts) : undefined;
  const { units, groups, sums, rows } = totals;
  const factorOf = (factors: Float64Array, unit: number) =>
    factors[first === undefined ? unit : first[unit]!]!;
  const totalsAt = (factors: Float64Array) =>
    Array.from({ length: groups }, (_, g) =>
      Float64Array.from(sums, (plane) => {
        let sum = 0;
        for (let u = 0; u < units; u++) sum += factorOf(factors, u) * plane[u * groups + g]!;
        return sum;
      }),
    );
  const full = Array.from({ length: groups }, (_, g) =>
    Float64Array.from(sums, (_plane, t) => totalOfGroup(totals, t, g)),
  );
  const count = multipliers.length;
  const set: ReplicateSet = { ...scales, count, fill: (_, out) => out };
  const degrees = Float64Array.from({ length: groups }, (_, g) => {
    const present: number[] = [];
    for (let u = 0; u < stages[stages.length - 1]!.units; u++) {
      if (rows[u * groups + g]! > 0) present.push(u);
    }
    const columns = multipliers.map((factors) =>
      Float64Array.from(present, (u) => factorOf(factors, u)),
    );
    return present.length === 0 ? 0 : rankOfColumns(columns, RANK_TOLERANCE) - 1;
  });
  return {
    set,
    degrees,
    solve: (functional, joint) =>
      solveReplicateTotals(set, full, (r) => totalsAt(multipliers[r]!), functional, joint),
  };
}

/** First-stage unit of each unit of the last stage. */
function unitsOfFirstStage({ frame }: Pick<DesignParts, "frame">): Int32Array {
  const stages = frame!.stages;
  let of = Int32Array.from({ length: stages[stages.length - 1]!.units }, (_, u) => u);
  for (let s = stages.length - 1; s > 0; s--) {
    const { parentOfUnit } = stages[s]!;
    of = of.map((unit) => parentOfUnit[unit]!);
  }
  return of;
}
