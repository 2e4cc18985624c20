import {
  buildIndex,
  type FrameworkNode,
  type IndexMethodology,
  type IndexResult,
  type NormalizeMethod,
  planIndex,
} from "@vitalcore/composite";
import { createWorkspace, runPlan } from "@vitalcore/composite/kernels";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { definition, methodology } from "./support/toy.js";

const INDICATORS = ["a", "b", "c", "d", "e"] as const;
const definitions = INDICATORS.map((id, i) =>
  definition(id, i % 2 === 0 ? "higherBetter" : "higherWorse"),
);

type Row = { readonly unit: string } & {
  readonly [Id in (typeof INDICATORS)[number]]: number | null;
};

interface Problem {
  readonly document: IndexMethodology;
  readonly rows: readonly Row[];
}

const value = fc.double({ min: 0, max: 100, noNaN: true }).map((x) => Math.round(x * 1000) / 1000);
const weight = fc.integer({ min: 1, max: 10 });
const methods = ["goalposts", "min-max", "z-score", "percentile-rank"] as const;

/** Rows in which every indicator varies, with a gap here and there. */
const rowsArbitrary: fc.Arbitrary<readonly Row[]> = fc
  .tuple(
    fc.array(fc.tuple(...INDICATORS.map(() => fc.option(value, { freq: 6 }))), {
      minLength: 0,
      maxLength: 8,
    }),
    fc.tuple(...INDICATORS.map(() => value)),
  )
  .map(([others, first]) => {
    const cells = [first, first.map((x) => (x < 50 ? x + 40 : x - 40)), ...others];
    return cells.map((row, i) => ({
      unit: `U${i}`,
      ...(Object.fromEntries(INDICATORS.map((id, k) => [id, row[k] ?? null])) as Omit<Row, "unit">),
    }));
  });

/** A tree of two or three levels over the five indicators. */
function documentArbitrary(
  method: NormalizeMethod,
  mean: "arithmetic" | "geometric" | "harmonic",
): fc.Arbitrary<IndexMethodology> {
  return fc
    .record({
      weights: fc.array(weight, { minLength: 8, maxLength: 8 }),
      split: fc.integer({ min: 1, max: 4 }),
      nested: fc.boolean(),
      atLeast: fc.constantFrom(0, 0.5, 1),
    })
    .map(({ weights, split, nested, atLeast }) => {
      const nodes: FrameworkNode[] = [
        { id: "index" },
        { id: "left", parent: "index", weight: weights[5] as number },
        { id: "right", parent: nested ? "left" : "index", weight: weights[6] as number },
        ...INDICATORS.map((id, i) => ({
          id,
          parent: i < split ? "left" : "right",
          indicator: id,
          weight: weights[i] as number,
          ...(method === "goalposts" && {
            normalize: i % 2 === 0 ? { worst: 0, best: 100 } : { worst: 100, best: 0 },
          }),
        })),
      ];
      const normalize =
        method === "z-score" ? { method, mean: 100, sd: 1 } : { method, scale: [1, 100] as const };
      return methodology(nodes, { normalize, aggregate: { method: mean, atLeast } });
    });
}

const problem = (...choice: readonly NormalizeMethod[]): fc.Arbitrary<Problem> =>
  fc
    .tuple(
      fc.constantFrom(...(choice.length > 0 ? choice : methods)),
      fc.constantFrom("arithmetic", "geometric", "harmonic"),
    )
    .chain(([method, mean]) =>
      fc.record({ document: documentArbitrary(method, mean), rows: rowsArbitrary }),
    );

const build = (rows: readonly Row[], document: IndexMethodology): IndexResult =>
  buildIndex(rows, document, { unitColumn: "unit", definitions });

const unitsOf = (result: IndexResult) =>
  result.units.map(({ unit, rank, score, scores }) => ({ unit, rank, score, scores }));
const scoreOf = (result: IndexResult, unit: string) =>
  result.units.find((each) => each.unit === unit)?.score ?? null;

function reversed<Value>(list: readonly Value[]): Value[] {
  return [...list].reverse();
}

describe("what holds for every index", () => {
  it("the order of rows, columns and nodes does not matter, to the last bit", () => {
    fc.assert(
      fc.property(problem(), fc.infiniteStream(fc.nat()), ({ document, rows }, keys) => {
        const shuffled = <Value>(list: readonly Value[]): Value[] =>
          list
            .map((item) => ({ item, key: keys.next().value as number }))
            .sort((x, y) => x.key - y.key)
            .map(({ item }) => item);
        const columns = reversed(["unit", ...INDICATORS] as const);
        const turned = shuffled(rows).map(
          (row) => Object.fromEntries(columns.map((name) => [name, row[name]])) as unknown as Row,
        );
        const other = build(turned, { ...document, nodes: shuffled(document.nodes) });
        expect(unitsOf(other)).toEqual(unitsOf(build(rows, document)));
      }),
    );
  });

  it("the names of the units do not matter", () => {
    fc.assert(
      fc.property(problem(), ({ document, rows }) => {
        // Names in the opposite order.
        const renamed = rows.map((row, i) => ({
          ...row,
          unit: `V${String.fromCharCode(122 - i)}`,
        }));
        const [one, other] = [build(rows, document), build(renamed, document)];
        rows.forEach(({ unit }, i) => {
          const [x, y] = [scoreOf(one, unit), scoreOf(other, renamed[i]?.unit ?? "")];
          if (x === null || y === null) expect(x).toBe(y);
          else expect(Math.abs(x - y)).toBeLessThanOrEqual(1e-10 * Math.abs(x));
        });
      }),
    );
  });

  it("weights are relative within a group", () => {
    fc.assert(
      fc.property(problem(), fc.constantFrom(0.25, 3, 1000), ({ document, rows }, factor) => {
        const nodes = document.nodes.map((node) =>
          node.parent === "left" && node.weight !== undefined
            ? { ...node, weight: node.weight * factor }
            : node,
        );
        const [one, other] = [build(rows, document), build(rows, { ...document, nodes })];
        for (const { unit, score } of one.units) {
          const same = scoreOf(other, unit);
          if (score === null || same === null) expect(same).toBe(score);
          else expect(Math.abs(score - same)).toBeLessThanOrEqual(1e-10 * Math.abs(score));
        }
      }),
    );
  });

  it("with fixed goalposts a better value never lowers a score, nor moves another unit's", () => {
    fc.assert(
      fc.property(
        problem("goalposts"),
        fc.constantFrom(...INDICATORS),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ document, rows }, id, step) => {
          const [first] = rows;
          const before = first?.[id] as number;
          const better =
            INDICATORS.indexOf(id) % 2 === 0 ? before + step * (100 - before) : before * (1 - step);
          const changed = rows.map((row, i) => (i === 0 ? { ...row, [id]: better } : row));
          const [one, other] = [build(rows, document), build(changed, document)];
          expect(scoreOf(other, "U0") as number).toBeGreaterThanOrEqual(
            (scoreOf(one, "U0") as number) * (1 - 1e-12),
          );
          for (const { unit } of rows.slice(1))
            expect(scoreOf(other, unit)).toBe(scoreOf(one, unit));
        },
      ),
    );
  });

  it("that is not so of z-scores: a better value of one unit lowers another's score, and turns two others round", () => {
    const document = methodology(
      [{ id: "index" }, ...["a", "c"].map((id) => ({ id, parent: "index", indicator: id }))],
      { normalize: { method: "z-score" } },
    );
    const at = (a: number) =>
      buildIndex({ unit: ["U0", "U1", "U2"], a: [a, 6, 4], c: [9, 4, 5] }, document, {
        unitColumn: "unit",
        definitions,
      });
    const [before, after] = [at(5), at(100)];
    expect(scoreOf(after, "U0")).toBeGreaterThan(scoreOf(before, "U0") as number);
    expect(scoreOf(after, "U1")).toBeLessThan(scoreOf(before, "U1") as number);
    expect(scoreOf(before, "U1")).toBeGreaterThan(scoreOf(before, "U2") as number);
    expect(scoreOf(after, "U1")).toBeLessThan(scoreOf(after, "U2") as number);
  });

  it("nor of Mazziotta-Pareto: where one part is far ahead, a better value costs more in balance than it brings", () => {
    const ids = ["a", "c", "e"];
    const document = methodology(
      [
        { id: "index", aggregate: { method: "mazziotta-pareto" } },
        ...ids.map((id) => ({ id, parent: "index", indicator: id })),
      ],
      { normalize: { method: "goalposts", worst: 0, best: 100, scale: [1, 100] } },
    );
    const at = (a: number) =>
      scoreOf(
        buildIndex({ unit: ["U0", "U1"], a: [a, 50], c: [1, 50], e: [2, 40] }, document, {
          unitColumn: "unit",
          definitions,
        }),
        "U0",
      ) as number;
    expect(at(90)).toBeLessThan(at(60));
  });

  it("min-max and z-scores do not see an affine change of an indicator, percentile ranks no increasing one", () => {
    fc.assert(
      fc.property(
        problem("min-max", "z-score"),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: -1e3, max: 1e3, noNaN: true }),
        ({ document, rows }, slope, shift) => {
          const changed = rows.map((row) => ({
            ...row,
            c: row.c === null ? null : slope * row.c + shift,
          }));
          const [one, other] = [build(rows, document), build(changed, document)];
          for (const { unit, score } of one.units) {
            const same = scoreOf(other, unit);
            if (score === null || same === null) expect(same).toBe(score);
            else expect(Math.abs(score - same)).toBeLessThanOrEqual(1e-6 * Math.abs(score));
          }
        },
      ),
    );
    fc.assert(
      fc.property(problem("percentile-rank"), ({ document, rows }) => {
        const changed = rows.map((row) => ({ ...row, c: row.c === null ? null : row.c ** 3 }));
        expect(unitsOf(build(changed, document))).toEqual(unitsOf(build(rows, document)));
      }),
    );
  });

  it("scores lie within the scale, means between their children, and ranks agree with scores", () => {
    fc.assert(
      fc.property(problem("goalposts", "min-max", "percentile-rank"), ({ document, rows }) => {
        const result = build(rows, document);
        for (const { scores } of result.units) {
          for (const score of Object.values(scores)) {
            if (score === null) continue;
            expect(score).toBeGreaterThanOrEqual(1 - 1e-9);
            expect(score).toBeLessThanOrEqual(100 + 1e-9);
          }
          for (const { id } of result.nodes.filter(({ aggregate }) => aggregate !== null)) {
            const score = scores[id] ?? null;
            const below = result.nodes
              .filter(({ parent }) => parent === id)
              .flatMap((child) => scores[child.id] ?? []);
            if (score === null) continue;
            expect(score).toBeGreaterThanOrEqual(Math.min(...below) * (1 - 1e-12));
            expect(score).toBeLessThanOrEqual(Math.max(...below) * (1 + 1e-12));
          }
        }
        const ranked = result.units.filter(({ rank }) => rank !== null);
        for (const one of ranked) {
          const above = ranked.filter(
            ({ score }) => (score as number) > (one.score as number),
          ).length;
          expect(one.rank).toBe(above + 1);
        }
      }),
    );
  });

  it("a missing child counts as the mean of its siblings", () => {
    fc.assert(
      fc.property(problem("goalposts"), ({ document, rows }) => {
        const result = build(rows, document);
        const leaves = result.nodes.filter(({ indicator }) => indicator !== null);
        for (const { unit, values, scores } of result.units) {
          const gaps = leaves.filter(
            ({ id, parent }) => values[id]?.value === null && scores[parent as string] !== null,
          );
          const row = rows.find((each) => each.unit === unit) as Row;
          const filled = gaps.map(({ id, parent }) => {
            const share = ((scores[parent as string] as number) - 1) / 99;
            return [id, INDICATORS.indexOf(id as "a") % 2 === 0 ? 100 * share : 100 - 100 * share];
          });
          const complete = build([{ ...row, ...Object.fromEntries(filled) }], document).units[0];
          for (const { parent } of gaps) {
            const [with_, without] = [
              complete?.scores[parent as string] as number,
              scores[parent as string] as number,
            ];
            expect(Math.abs(with_ - without)).toBeLessThanOrEqual(1e-9 * without);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it("a unit is scored or has a reason, for the index and for every group", () => {
    fc.assert(
      fc.property(
        problem(),
        fc.constantFrom(0, 0.5, 0.8, 1),
        ({ document, rows }, indicatorsAtLeast) => {
          const normalize = { method: "goalposts", worst: -1, best: 101, scale: [1, 100] } as const;
          const nodes = document.nodes.map(({ normalize: _, ...node }) => node);
          const allUp = INDICATORS.map((id) => definition(id));
          const result = buildIndex(
            rows,
            { ...document, nodes, normalize, screening: { indicatorsAtLeast } },
            { unitColumn: "unit", definitions: allUp },
          );
          const groups = result.nodes
            .filter(({ aggregate }) => aggregate !== null)
            .map(({ id }) => id);
          for (const { rank, score, scores, failures } of result.units) {
            expect(rank === null).toBe(score === null);
            const screenedOut = failures.some(({ rule }) => rule === "screening");
            for (const id of groups) {
              const fails = failures.some(({ rule, node }) => node === id && rule !== "screening");
              expect(scores[id] === null).toBe(fails || screenedOut);
            }
            expect(rank === null).toBe(failures.some(({ node }) => node === "index"));
          }
          expect(result.notRanked).toHaveLength(result.units.length - result.coverage.ranked);
        },
      ),
    );
  });

  it("the kernels alone give the scores and ranks of the result, run after run", () => {
    fc.assert(
      fc.property(problem(), ({ document, rows }) => {
        const result = build(rows, document);
        const { plan, nodes, indicators } = planIndex(document, { definitions });
        const units = [...rows].sort((x, y) => (x.unit < y.unit ? -1 : 1));
        const values = Float64Array.from(
          indicators.flatMap((id) => units.map((row) => row[id as "a"] ?? Number.NaN)),
        );
        const workspace = createWorkspace(plan, units.length);
        runPlan(
          plan,
          values,
          workspace,
          plan.weights.map(() => 1),
        );
        runPlan(plan, values, workspace);
        units.forEach(({ unit }, u) => {
          const each = result.units.find((one) => one.unit === unit);
          nodes.forEach((id, column) => {
            expect(workspace.columns[column]?.[u]).toBe(each?.scores[id] ?? Number.NaN);
          });
          expect(workspace.ranks[u]).toBe(each?.rank ?? Number.NaN);
        });
      }),
    );
  });
});
