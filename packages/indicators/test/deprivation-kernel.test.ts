import { tableOf } from "@vitalcore/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  equalWeights,
  multidimensionalPoverty,
  type PovertySpecification,
} from "../src/multidimensional-poverty/index.js";

const MISSING = 255;

/** Spread cells without a random generator: a cell is deprived, or missing in some blocks of rows. */
function cellAt(row: number, j: number, missingFrom: number): number {
  const mixed = Math.imul(row + 1, 2_654_435_761) ^ Math.imul(j + 1, 40_503);
  if (row >= missingFrom && (mixed >>> 3) % 11 === 0) return MISSING;
  return (mixed >>> 7) % 5 < 2 ? 1 : 0;
}

function columnsOf(rows: number, indicators: number, missingFrom: number): Uint8Array[] {
  return Array.from({ length: indicators }, (_, j) =>
    Uint8Array.from({ length: rows }, (__, row) => cellAt(row, j, missingFrom)),
  );
}

function specificationOf(indicators: number): PovertySpecification {
  const ids = Array.from({ length: indicators }, (_, j) => `d${j}`);
  const half = Math.ceil(indicators / 2);
  const dimensions = equalWeights({ a: ids.slice(0, half), b: ids.slice(half) });
  return { id: "x", name: "X", dimensions, cutoff: [1, 3] };
}

/** H, M0 and censored headcounts at a score, row by row as the definition says. */
function byDefinition(
  columns: readonly Uint8Array[],
  points: readonly number[],
  weights: readonly number[],
  from: number,
) {
  const total = points.reduce((a, b) => a + b);
  const censored = columns.map(() => 0);
  let [population, poor, scores] = [0, 0, 0];
  weights.forEach((weight, row) => {
    if (columns.some((codes) => codes[row] === MISSING)) return;
    population += weight;
    const score = columns.reduce((sum, codes, j) => sum + codes[row]! * points[j]!, 0);
    if (score < from) return;
    poor += weight;
    scores += weight * score;
    columns.forEach((codes, j) => {
      censored[j]! += weight * codes[row]!;
    });
  });
  return {
    headcount: poor / population,
    adjustedHeadcount: scores / (total * population),
    censored: censored.map((weight) => weight / population),
  };
}

describe("rows added through masks", () => {
  it("give the measures of the definition at every cutoff, for any number of rows and indicators (property)", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 13 }),
        fc.integer({ min: 1, max: 13_000 }),
        fc.constantFrom(0, 4096, 5000, 20_000),
        (indicators, rows, missingFrom) => {
          const columns = columnsOf(rows, indicators, missingFrom);
          const specification = specificationOf(indicators);
          const points = specification.dimensions.flatMap((each) =>
            each.indicators.map(({ weight }) => weight),
          );
          const weights = Array.from({ length: rows }, (_, row) => 1 + (row % 7));
          const table = tableOf([
            ...columns.map((values, j) => [`d${j}`, { kind: "boolean", values }] as const),
            ["w", { kind: "number", values: Float64Array.from(weights) }],
          ]);
          const isMeasured = columns[0]!.some((_, row) =>
            columns.every((codes) => codes[row] !== MISSING),
          );
          fc.pre(isMeasured);
          const result = multidimensionalPoverty(table, specification, {
            weight: "w",
            missing: "drop",
          });
          const total = points.reduce((a, b) => a + b);
          for (const k of [1, Math.ceil(total / 3), total]) {
            const expected = byDefinition(columns, points, weights, k);
            const cutoff = result.cutoffs[k - 1]!;
            expect(cutoff.headcount).toBeCloseTo(expected.headcount, 12);
            expect(cutoff.adjustedHeadcount).toBeCloseTo(expected.adjustedHeadcount, 12);
            cutoff.censored.forEach((share, j) => {
              expect(share).toBeCloseTo(expected.censored[j]!, 12);
            });
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("the censored headcounts at the cutoff of the specification are those of the result", () => {
    const columns = columnsOf(5000, 4, 20_000);
    const data = Object.fromEntries(columns.map((codes, j) => [`d${j}`, [...codes]]));
    const { cutoffs, indicators } = multidimensionalPoverty(data, specificationOf(4));
    const at = cutoffs.find(({ cutoff }) => cutoff >= 1 / 3)!;
    expect(at.censored).toEqual(indicators.map(({ censored }) => censored));
  });

  it.each([
    ["one column", { weight: "w" }, "w"],
    ["a product that hides two signs", { weight: "w", size: "size" }, "size"],
  ])("find a weight that is none among thousands: %s", (_, options, column) => {
    const rows = 6001;
    const columns = columnsOf(rows, 3, 20_000);
    const weights = Array.from({ length: rows }, (__, row) => (row === 5000 ? -1 : 1));
    const data = Object.fromEntries(columns.map((codes, j) => [`d${j}`, [...codes]]));
    const wrong = () =>
      multidimensionalPoverty({ ...data, w: weights, size: weights }, specificationOf(3), options);
    expect(wrong).toThrow(`Column "${column}", row 5001: -1 is no weight.`);
  });

  it("report faulty weights and missing deprivations together", () => {
    const data = { d0: [1, null, 0], d1: [1, 1, 0], w: [1, 1, -2] };
    expect(() => multidimensionalPoverty(data, specificationOf(2), { weight: "w" })).toThrow(
      /row 3: -2 is no weight[\s\S]*1 of 3 rows lack/,
    );
  });
});
