import { displacementTotals } from "@vitalcore/indicators/displacement";
import {
  changePoints,
  monotoneTrend,
  seasonalAnomalies,
} from "@vitalcore/indicators/early-warning";
import { standardWeights } from "@vitalcore/indicators/rates";
import { describe, expect, it } from "vitest";

describe("changes of level", () => {
  it("have a finite criterion where a level fits exactly", () => {
    const flat = changePoints(new Array(12).fill(3));
    expect(flat.changes).toEqual([]);
    expect(flat.bic.every(Number.isFinite)).toBe(true);
    const step = changePoints([1, 1, 1, 1, 1, 1, 5, 5, 5, 5, 5, 5]);
    expect(step.changes.map(({ after }) => after)).toEqual([5]);
    expect(step.bic.every(Number.isFinite)).toBe(true);
  });
});

describe("series", () => {
  it("refuse infinite values, which are not missing", () => {
    const values = [1, 2, Number.POSITIVE_INFINITY, 4, 5, 6, 7, 8, 9];
    expect(() => monotoneTrend(values)).toThrow(/value 3 is Infinity/);
    expect(() => seasonalAnomalies([...values, ...values, ...values], 4)).toThrow(/value 3/);
    expect(monotoneTrend([1, 2, Number.NaN, 4, 5]).n).toBe(4);
  });
});

describe("rows of displaced people", () => {
  it("name the row that has no year", () => {
    const rows = [
      { year: 2024, from: "SYR", in: "TUR", refugees: 5 },
      { year: null, from: "SYR", in: "LBN", refugees: 7 },
    ];
    const columns = { year: "year", origin: "from", asylum: "in", counts: ["refugees"] };
    expect(() => displacementTotals(rows, "origin", columns)).toThrow(/Row 2: it has no year/);
  });
});

describe("a standard population", () => {
  it("needs a weight for each of its age groups", () => {
    const ages = [
      { from: 0, to: 14 },
      { from: 15, to: null },
    ];
    const standard = { id: "own", name: "Our standard", ages, weights: [3] };
    expect(() => standardWeights(standard, ages)).toThrow(/number of weights of Our standard is 1/);
    expect(standardWeights({ ...standard, weights: [3, 7] }, ages)).toEqual([3, 7]);
  });
});
