import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildIndex } from "@vitalcore/composite";
import { auditIndex, correlationRatio, importanceParts } from "@vitalcore/composite/audit";
import { normal } from "@vitalcore/stats/distributions";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixtures } from "./support/fixtures.js";
import { definition, methodology } from "./support/toy.js";

interface Part {
  readonly id: string;
  readonly ratio: number;
  readonly own: number;
  readonly splines: { readonly ratio: number; readonly own: number };
}
const reference: { columns: Record<string, number[]>; index: number[]; parts: Part[] } = JSON.parse(
  readFileSync(join(fixtures, "weights", "importance.json"), "utf8"),
);

const N = 150;

/** Three columns of normal numbers, spread evenly by the Kronecker sequence of the plastic number; uncorrelated, of variance 1. */
function normals(): readonly (readonly number[])[] {
  const ratio = 1.2207440846057596;
  const made: number[][] = [];
  for (const power of [1, 2, 3]) {
    const drawn = Array.from({ length: N }, (_, i) =>
      normal().quantile((0.5 + (i + 1) / ratio ** power) % 1),
    );
    const mean = drawn.reduce((sum, x) => sum + x, 0) / N;
    let left = drawn.map((x) => x - mean);
    for (const other of made) {
      const shared = dot(left, other) / N;
      left = left.map((x, i) => x - shared * (other[i] as number));
    }
    const scale = Math.sqrt(dot(left, left) / N);
    made.push(left.map((x) => x / scale));
  }
  return made;
}

function dot(x: readonly number[], y: readonly number[]): number {
  return x.reduce((sum, value, i) => sum + value * (y[i] as number), 0);
}

describe("the importance of the parts of an index", () => {
  it.each(reference.parts)("is that of lm() with kernel weights: $id", ({ id, ratio, own }) => {
    const part = importanceParts(reference.columns, reference.index)?.[id];
    expect(part?.ratio).toBeCloseTo(ratio, 8);
    expect(part?.own).toBeCloseTo(own, 8);
    expect(part?.correlated).toBeCloseTo(ratio - own, 8);
  });

  it.each(reference.parts)("is near that of penalized splines: $id", ({ id, splines }) => {
    const part = importanceParts(reference.columns, reference.index)?.[id];
    expect(Math.abs((part?.ratio as number) - splines.ratio)).toBeLessThan(0.05);
    expect(Math.abs((part?.own as number) - splines.own)).toBeLessThan(0.05);
  });

  it("is the closed form for a weighted mean of normal columns", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.integer({ min: -8, max: 8 }).map((x) => x / 10),
          { minLength: 3, maxLength: 3 },
        ),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 }),
        ([p, q, r] = [], weights) => {
          const [u, v, w] = normals() as [number[], number[], number[]];
          const [l21, l31, l32] = [p as number, q as number, r as number];
          const columns = {
            a: u,
            b: v.map((x, i) => l21 * (u[i] as number) + x),
            c: w.map((x, i) => l31 * (u[i] as number) + l32 * (v[i] as number) + x),
          };
          const index = u.map((_, i) =>
            Object.values(columns).reduce(
              (sum, column, k) => sum + (weights[k] as number) * (column[i] as number),
              0,
            ),
          );
          const [wa, wb, wc] = weights as [number, number, number];
          // Covariances with the index, from the columns of the lower triangle that makes the parts.
          const loads = [wa + wb * l21 + wc * l31, wb + wc * l32, wc] as const;
          const variance = loads.reduce((sum, x) => sum + x * x, 0);
          const withIndex = [
            loads[0],
            l21 * loads[0] + loads[1],
            l31 * loads[0] + l32 * loads[1] + loads[2],
          ];
          const variances = [1, 1 + l21 ** 2, 1 + l31 ** 2 + l32 ** 2];
          // What a part has of its own has variance one over its place on the diagonal of the inverse.
          const lower = l31 - l21 * l32;
          const inverse = [1 + l21 ** 2 + lower ** 2, 1 + l32 ** 2, 1];
          const parts = importanceParts(columns, index);
          const lines = importanceParts(columns, index, { along: "line" });
          for (const [k, id] of ["a", "b", "c"].entries()) {
            const ratio = (withIndex[k] as number) ** 2 / ((variances[k] as number) * variance);
            const own = (weights[k] as number) ** 2 / ((inverse[k] as number) * variance);
            expect(lines?.[id]?.ratio).toBeCloseTo(ratio, 9);
            expect(lines?.[id]?.own).toBeCloseTo(own, 9);
            expect(lines?.[id]?.correlated).toBeCloseTo(ratio - own, 9);
            // A curve follows the sample a little as well.
            expect(Math.abs((parts?.[id]?.ratio as number) - ratio)).toBeLessThan(0.1);
            expect(Math.abs((parts?.[id]?.own as number) - own)).toBeLessThan(0.1);
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  const columnsArbitrary = fc.array(
    fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: -999, max: 999 }))),
    { minLength: 12, maxLength: 25 },
  );
  const columnsOf = (rows: readonly (readonly number[])[]) => ({
    a: rows.map(([x], i) => (x as number) + i / 7),
    b: rows.map(([x, y], i) => (x as number) / 2 + (y as number) + Math.sin(i)),
    c: rows.map(([, , z], i) => (z as number) + Math.cos(i)),
  });

  it("adds up, and does not see affine changes, nor the order of units and parts", () => {
    fc.assert(
      fc.property(columnsArbitrary, fc.integer({ min: 1, max: 9 }), (rows, slope) => {
        const columns = columnsOf(rows);
        const index = rows.map(
          (_, i) =>
            (columns.a[i] as number) + 2 * (columns.b[i] as number) + (columns.c[i] as number),
        );
        const parts = importanceParts(columns, index);
        const turned = importanceParts(
          {
            c: columns.c.map((x) => -slope * x + 3).reverse(),
            b: [...columns.b].reverse(),
            a: columns.a.map((x) => slope * x).reverse(),
          },
          index.map((x) => 5 - slope * x).reverse(),
        );
        for (const id of ["a", "b", "c"] as const) {
          const part = parts?.[id];
          expect((part?.own as number) + (part?.correlated as number)).toBeCloseTo(
            part?.ratio as number,
            12,
          );
          expect(part?.ratio).toBe(correlationRatio(columns[id], index)?.ratio);
          expect(turned?.[id]?.ratio).toBeCloseTo(part?.ratio as number, 6);
          expect(turned?.[id]?.own).toBeCloseTo(part?.own as number, 6);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is all of its own where there is one part, and is taken over the units that have all", () => {
    const { a = [], b = [], c = [] } = reference.columns;
    const alone = importanceParts({ a }, reference.index)?.a;
    expect(alone?.own).toBeCloseTo(alone?.ratio as number, 9);
    const gap = importanceParts(
      { a, b: b.with(0, Number.NaN), c },
      reference.index.with(1, Number.NaN),
    );
    const cut = (list: readonly number[]) => list.slice(2);
    expect(gap).toEqual(importanceParts({ a: cut(a), b: cut(b), c: cut(c) }, cut(reference.index)));
  });

  it("is not defined for parts that are functions of others, without variation, or for few units", () => {
    const { a = [], b = [] } = reference.columns;
    const { index } = reference;
    expect(importanceParts({ a, b, c: a.map((x, i) => x + (b[i] as number)) }, index)).toBeNull();
    expect(importanceParts({ a, b: b.map(() => 1) }, index)).toBeNull();
    expect(
      importanceParts(
        { a },
        index.map(() => 1),
      ),
    ).toBeNull();
    expect(importanceParts({ a: [1, 2, 4], b: [1, 3, 2] }, [1, 2, 3])).toBeNull();
  });

  it("is told by the audit for every part of a group, with those that say what the others say", () => {
    const unit = Array.from({ length: N }, (_, i) => `U${i}`);
    const [a = [], c = [], noise = []] = normals();
    const b = a.map((x, i) => x + (c[i] as number) + (noise[i] as number) / 20);
    const index = buildIndex(
      { unit, a, b, c },
      methodology(
        [{ id: "index" }, ...["a", "b", "c"].map((id) => ({ id, parent: "index", indicator: id }))],
        { normalize: { method: "min-max" } },
      ),
      { unitColumn: "unit", definitions: ["a", "b", "c"].map((id) => definition(id)) },
    );
    const { indicators, groups, steps } = auditIndex(index);
    expect(groups.find(({ node }) => node === "index")?.withinGroup).toBeNull();
    const found = indicators.find(({ node }) => node === "b")?.withinGroup;
    expect(found?.ratio).toBeGreaterThan(0.9);
    expect(found?.own).toBeLessThan(0.05);
    const claims = steps.flatMap((step) => step.claims.map(({ text }) => text));
    expect(claims.some((text) => text.startsWith('"b" tells of its group what the rest'))).toBe(
      true,
    );
  });
});
