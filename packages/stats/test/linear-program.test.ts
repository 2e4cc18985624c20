import { LinearProgram, type LinearRow } from "@vitalcore/stats/linear-program";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solve } from "yalps";

/** The same programme for YALPS, a solver that shares nothing with ours. */
function byYalps(uppers: readonly number[], rows: readonly LinearRow[], costs: readonly number[]) {
  const constraints = new Map(
    rows.map(({ op, right }, i) => [
      `r${i}`,
      op === "=" ? { equal: right } : op === "<=" ? { max: right } : { min: right },
    ]),
  );
  uppers.forEach((upper, j) => {
    if (Number.isFinite(upper)) constraints.set(`u${j}`, { max: upper });
  });
  const variables = costs.map((cost, j): [string, Map<string, number>] => {
    const column = new Map([["cost", cost]]);
    if (Number.isFinite(uppers[j])) column.set(`u${j}`, 1);
    rows.forEach(({ terms }, i) => {
      const coefficient = terms
        .filter(([variable]) => variable === j)
        .reduce((sum, [, value]) => sum + value, 0);
      if (coefficient !== 0) column.set(`r${i}`, coefficient);
    });
    return [`x${j}`, column];
  });
  return solve({ direction: "minimize", objective: "cost", constraints, variables });
}

const small = fc.integer({ min: -4, max: 6 });
const programme = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.record({
    uppers: fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(Infinity)), {
      minLength: width,
      maxLength: width,
    }),
    costs: fc.array(small, { minLength: width, maxLength: width }),
    rows: fc.array(
      fc.record({
        coefficients: fc.array(small, { minLength: width, maxLength: width }),
        op: fc.constantFrom("=" as const, "<=" as const, ">=" as const),
        right: fc.integer({ min: -12, max: 20 }),
      }),
      { maxLength: 4 },
    ),
  }),
);

describe("LinearProgram", () => {
  it("finds the optimum that another solver finds, or none where it finds none", () => {
    let optimal = 0;
    fc.assert(
      fc.property(programme, ({ uppers, costs, rows: drawn }) => {
        const rows = drawn.map(
          ({ coefficients, op, right }): LinearRow => ({
            terms: coefficients.map((value, j) => [j, value]),
            op,
            right,
          }),
        );
        const program = new LinearProgram(uppers, rows);
        const found = program.minimize(new Map(costs.entries()));
        const other = byYalps(uppers, rows, costs);
        expect(program.feasible).toBe(other.status !== "infeasible");
        expect(found === undefined).toBe(other.status !== "optimal");
        if (found === undefined) return;
        optimal += 1;
        expect(found.value).toBeCloseTo(other.result, 6);
        const value = found.variables.reduce((sum, x, j) => sum + x * (costs[j] as number), 0);
        expect(value).toBeCloseTo(found.value, 8);
        for (const [j, x] of found.variables.entries()) {
          expect(x).toBeGreaterThanOrEqual(-1e-9);
          expect(x).toBeLessThanOrEqual((uppers[j] as number) + 1e-9);
        }
      }),
      { numRuns: 500 },
    );
    expect(optimal).toBeGreaterThan(100);
  });

  it("answers for other objectives as if it were new", () => {
    fc.assert(
      fc.property(programme, fc.array(small, { minLength: 4 }), ({ uppers, costs, rows }, more) => {
        const given = rows.map(
          ({ coefficients, op, right }): LinearRow => ({
            terms: coefficients.map((value, j) => [j, value]),
            op,
            right,
          }),
        );
        const asked = new LinearProgram(uppers, given);
        asked.minimize(new Map(costs.entries()));
        const second = new Map(costs.map((_, j) => [j, more[j] as number]));
        const again = asked.minimize(second)?.value;
        const fresh = new LinearProgram(uppers, given).minimize(second)?.value;
        expect(again === undefined).toBe(fresh === undefined);
        if (fresh !== undefined) expect(again).toBeCloseTo(fresh, 8);
      }),
    );
  });

  it("does not cycle (Beale 1955)", () => {
    const rows: LinearRow[] = [
      {
        terms: [
          [0, 0.25],
          [1, -60],
          [2, -0.04],
          [3, 9],
        ],
        op: "<=",
        right: 0,
      },
      {
        terms: [
          [0, 0.5],
          [1, -90],
          [2, -0.02],
          [3, 3],
        ],
        op: "<=",
        right: 0,
      },
      { terms: [[2, 1]], op: "<=", right: 1 },
    ];
    const program = new LinearProgram(new Array(4).fill(Infinity), rows);
    expect(
      program.minimize(
        new Map([
          [0, -0.75],
          [1, 150],
          [2, -0.02],
          [3, 6],
        ]),
      )?.value,
    ).toBeCloseTo(-0.05, 12);
  });

  it("keeps its digits where rows hardly differ and start feasible", () => {
    // Benefit of the doubt of the third unit of these: w'y at most 1 for each. The optimum, in rationals, is where the
    // second and the first row meet.
    const units = [
      [1, 0.2],
      [1 - 1e-9, 0.2 + 2e-9],
      [0.5, 0.6],
      [1 - 1e-7, 0.2 + 1e-7],
      [0.2, 0.6 + 1e-8],
    ] as const;
    const rows: LinearRow[] = units.map((unit) => ({
      terms: [...unit.entries()],
      op: "<=",
      right: 1,
    }));
    const own = [0.4, 0.5] as const;
    const costs = new Map(own.map((y, k) => [k, -y]));
    const best = new LinearProgram([Infinity, Infinity], rows).minimize(costs);
    // All vertices of two rows, and of one row and an axis.
    const vertices = units.flatMap(([a, b], i) => [
      [1 / a, 0],
      [0, 1 / b],
      ...units.slice(i + 1).map(([c, d]) => {
        const determinant = a * d - b * c;
        return [(d - b) / determinant, (a - c) / determinant];
      }),
    ]) as [number, number][];
    const allowed = vertices.filter(
      ([x, y]) => x >= 0 && y >= 0 && units.every(([a, b]) => a * x + b * y <= 1 + 1e-15),
    );
    const largest = Math.max(...allowed.map(([x, y]) => own[0] * x + own[1] * y));
    expect(-(best?.value as number)).toBeCloseTo(largest, 12);
  });

  it("refuses what is no programme, all of it together", () => {
    const rows: LinearRow[] = [{ terms: [[2, Number.NaN]], op: "=", right: Infinity }];
    expect(() => new LinearProgram([-1], rows)).toThrowError(
      /upper bound of variable 0 is -1[\s\S]*variable of row 0 is 2[\s\S]*coefficient[\s\S]*right-hand side/,
    );
  });
});
