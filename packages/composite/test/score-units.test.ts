import {
  createWorkspace,
  type LeafPlan,
  type Plan,
  runPlan,
  scoreUnits,
  type Workspace,
} from "@vitalcore/composite/kernels";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const UNITS = 12;
const LEAVES = 11;

const line: LeafPlan = {
  method: "min-max",
  transform: "none",
  target: Number.NaN,
  ascending: true,
  origin: Number.NaN,
  width: Number.NaN,
  low: 0,
  span: 100,
  clamp: false,
  ties: "min",
};

/** Leaves that are lines in their raw values, and leaves that are not. */
const LEAF_KINDS: readonly LeafPlan[] = [
  line,
  { ...line, ascending: false, low: 1, span: 99 },
  { ...line, method: "goalposts", origin: 20, width: 60 },
  { ...line, method: "z-score", low: 100, span: 15 },
  { ...line, method: "fraction-of-max" },
  { ...line, method: "none", origin: 0, width: 1, span: 1 },
  { ...line, method: "goalposts", origin: 20, width: 60, clamp: true },
  { ...line, transform: "ln1p" },
  { ...line, target: 50, ascending: false },
  { ...line, method: "percentile-rank" },
  { ...line, method: "above-mean", low: 0, span: 1, band: 0.1 },
  { ...line, method: "percentile-scale", edges: Float64Array.of(25, 50, 75) },
];

interface Problem {
  readonly plan: Plan;
  readonly values: Float64Array;
}

/** Three groups of leaves, two of them under a fourth, which with the third makes the index. */
function problems({
  gaps,
  means = ["arithmetic"],
}: {
  readonly gaps: boolean;
  readonly means?: readonly ("arithmetic" | "geometric")[];
}): fc.Arbitrary<Problem> {
  return fc
    .record({
      leaves: fc.array(fc.constantFrom(...LEAF_KINDS), { minLength: LEAVES, maxLength: LEAVES }),
      weights: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 15 }),
      needed: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 5, maxLength: 5 }),
      means: fc.array(fc.constantFrom(...means), { minLength: 5, maxLength: 5 }),
      values: fc.array(
        fc.tuple(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: gaps ? 19 : 18 })),
        { minLength: UNITS * LEAVES, maxLength: UNITS * LEAVES },
      ),
    })
    .map(({ leaves, weights, needed, means: chosen, values }) => {
      const stretches = [
        [0, 3],
        [3, 9],
        [9, 11],
        [11, 13],
        [13, 15],
      ] as const;
      const plan: Plan = {
        leaves,
        groups: stretches.map(([from, to], g) => ({
          method: chosen[g] as "arithmetic" | "geometric",
          needed: needed[g] as number,
          from,
          to,
        })),
        children: Int32Array.of(0, 4, 8, 1, 2, 3, 5, 6, 7, 9, 10, 11, 12, 13, 14),
        weights: Float64Array.from(weights),
        ties: "min",
        digits: -1,
      };
      return {
        plan,
        values: Float64Array.from(values, ([x, gap]) => (gap === 19 ? Number.NaN : x / 1000)),
      };
    });
}

function indexOf({ columns }: Workspace): Float64Array {
  return columns.at(-1) as Float64Array;
}

function both({ plan, values }: Problem, weights = plan.weights) {
  const [whole, short] = [createWorkspace(plan, UNITS), createWorkspace(plan, UNITS)];
  runPlan(plan, values, whole, weights);
  scoreUnits(plan, values, short, weights);
  return { whole, short };
}

/** The largest score of a leaf in absolute value: what the rounding of a sum is relative to. */
function scaleOf({ columns }: Workspace): number {
  return columns
    .flatMap((column) => [...column])
    .reduce((most, x) => Math.max(most, Math.abs(x) || 0), 1);
}

function expectAgreement(problem: Problem): void {
  const { whole, short } = both(problem);
  const tolerance = 1e-13 * scaleOf(whole);
  indexOf(whole).forEach((score, i) => {
    const other = indexOf(short)[i] as number;
    if (Number.isNaN(score)) expect(other).toBeNaN();
    else expect(Math.abs(other - score)).toBeLessThanOrEqual(tolerance);
  });
}

describe("scores and ranks alone", () => {
  it("are those of the whole run", () => {
    fc.assert(fc.property(problems({ gaps: false }), expectAgreement));
  });

  it("are those of the whole run where units have gaps, which have its very numbers", () => {
    fc.assert(
      fc.property(problems({ gaps: true }), (problem) => {
        expectAgreement(problem);
        const { whole, short } = both(problem);
        for (let unit = 0; unit < UNITS; unit++) {
          const hasGap = whole.columns
            .slice(0, LEAVES)
            .some((column) => Number.isNaN(column[unit]));
          if (hasGap) expect(indexOf(short)[unit]).toBe(indexOf(whole)[unit]);
        }
      }),
    );
  });

  it("are those of the whole run, to the last bit, where not all means are arithmetic", () => {
    fc.assert(
      fc.property(problems({ gaps: true, means: ["geometric", "arithmetic"] }), (problem) => {
        fc.pre(problem.plan.groups.some(({ method }) => method === "geometric"));
        const { whole, short } = both(problem);
        expect([...short.ranks]).toEqual([...whole.ranks]);
        expect([...indexOf(short)]).toEqual([...indexOf(whole)]);
      }),
    );
  });

  it("tie where units are equal, wherever they stand", () => {
    fc.assert(
      fc.property(
        problems({ gaps: true }),
        fc.nat(UNITS - 1),
        fc.nat(UNITS - 1),
        (problem, a, b) => {
          const { plan, values } = problem;
          for (let leaf = 0; leaf < LEAVES; leaf++) {
            values[leaf * UNITS + b] = values[leaf * UNITS + a] as number;
          }
          const workspace = createWorkspace(plan, UNITS);
          scoreUnits(plan, values, workspace);
          expect(workspace.ranks[b]).toBe(workspace.ranks[a]);
          expect(indexOf(workspace)[b]).toBe(indexOf(workspace)[a]);
        },
      ),
    );
  });

  it("do not lose digits in large numbers of small spread, nor in the smallest and largest widths", () => {
    const plan: Plan = {
      leaves: [line, line, { ...line, method: "goalposts", origin: 0, width: 1e-307 }, line],
      groups: [{ method: "arithmetic", needed: 1, from: 0, to: 4 }],
      children: Int32Array.of(0, 1, 2, 3),
      weights: Float64Array.of(1, 2, 3, 4),
      ties: "min",
      digits: -1,
    };
    const values = Float64Array.of(
      ...[1e9 + 1, 1e9 + 2, 1e9 + 4],
      ...[2020.25, 2020.5, 2021],
      ...[0, 5e-308, 1e-307],
      ...[-8e307, 0, 8e307],
    );
    const workspace = createWorkspace(plan, 3);
    scoreUnits(plan, values, workspace);
    const [first, second, third] = indexOf(workspace);
    expect(first).toBe(0);
    expect(second).toBeCloseTo((100 / 3 + 2 * (100 / 3) + 3 * 50 + 4 * 50) / 10, 12);
    expect(third).toBeCloseTo(100, 12);
  });

  it("take a workspace from run to run, and weights beside the plan's own", () => {
    fc.assert(
      fc.property(problems({ gaps: true }), problems({ gaps: true }), ({ plan, values }, other) => {
        const weights = Float64Array.from(plan.weights, (weight) => weight + 1);
        const used = createWorkspace(plan, UNITS);
        scoreUnits(plan, other.values, used);
        scoreUnits(plan, values, used, weights);
        const { short } = both({ plan, values }, weights);
        expect([...indexOf(used)]).toEqual([...indexOf(short)]);
        expect([...used.ranks]).toEqual([...short.ranks]);
      }),
    );
  });
});
