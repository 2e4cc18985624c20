import { buildIndex, type IndexMethodology } from "@vitalcore/composite";
import {
  meanContributions,
  sampledShapley,
  shapleyContributions,
} from "@vitalcore/composite/compare";
import { imputeByColumn } from "@vitalcore/composite/impute";
import { outrankingMatrix } from "@vitalcore/composite/outranking";
import { checkShape, treatColumn, winsorize } from "@vitalcore/composite/treat";
import { rankProbabilities } from "@vitalcore/composite/uncertainty";
import { benefitOfTheDoubt, budgetWeights, criticWeights } from "@vitalcore/composite/weights";
import { normalCdf } from "@vitalcore/stats/distributions";
import { describe, expect, it } from "vitest";
import { definition, methodology } from "./support/toy.js";

type Columns = Readonly<Record<string, readonly (number | null)[]>>;

/** Builds an index over columns, the units being A, B, C and so on. */
function build(columns: Columns, document: IndexMethodology) {
  const [first = []] = Object.values(columns);
  const unit = first.map((_, i) => String.fromCharCode(65 + i));
  const definitions = Object.keys(columns).map((id) => definition(id));
  const result = buildIndex({ unit, ...columns } as Record<string, (string | number)[]>, document, {
    unitColumn: "unit",
    definitions,
  });
  const sorted = [...result.units].sort((a, b) => (a.unit < b.unit ? -1 : 1));
  return { result, scores: sorted.map(({ score }) => score), ranks: sorted.map((u) => u.rank) };
}

const leaf = (id: string, weight?: number) => ({
  id,
  parent: "index",
  indicator: id,
  ...(weight !== undefined && { weight }),
});

describe("owa", () => {
  it("takes a child whatever its weight, as places have weights there", () => {
    const columns = { a: [1, 4], b: [3, 2] };
    const aggregate = { method: "owa", order: [3, 1] } as const;
    const document = (weights: readonly [number, number]) =>
      methodology([{ id: "index", aggregate }, leaf("a", weights[0]), leaf("b", weights[1])], {
        normalize: { method: "none" },
      });
    expect(build(columns, document([1, 0])).scores).toEqual([2.5, 3.5]);
    expect(build(columns, document([1, 1])).scores).toEqual([2.5, 3.5]);
  });
});

describe("distance to a unit of reference", () => {
  const columns = { a: [5, 6, 7, 8], b: [1, 2, null, 4] };
  const document = methodology(
    [
      { id: "index", aggregate: { atLeast: 0.5 } },
      { ...leaf("a"), normalize: { method: "min-max" } },
      { ...leaf("b"), normalize: { method: "distance-to-reference", reference: "D" } },
    ],
    {
      screening: {
        exceptions: [{ unit: "D", keep: false, reason: "It has another currency." }],
      },
    },
  );

  it("is refused where that unit was screened out, instead of taking another indicator's value", () => {
    expect(() => build(columns, document)).toThrow(/distance to D, which .* is not in the index/);
  });
});

describe("benefit of the doubt", () => {
  // Best by other weights each; in another unit of measurement, a few cells differ in the last digits only.
  const x = [1, 0.7, 0.4, 1, 0.9999999, 0.2, 0.9999998];
  const y = [0.2, 0.8, 1, 0.2, 0.2000001, 0.9, 0.2];

  it("does not depend on units of measurement", () => {
    const own = benefitOfTheDoubt([x, y]).map(({ score }) => score);
    const far = benefitOfTheDoubt([x.map((v) => 1e9 * v), y.map((v) => 1e-7 * v)]);
    far.forEach(({ score }, i) => {
      expect(score).toBeCloseTo(own[i] as number, 10);
    });
  });

  it("ties the units that nobody outdoes", () => {
    const columns = { a: [1, 0.3, 0.7, 0.1], b: [0.1, 0.9, 0.6, 0.1], c: [0.3, 0.3, 0.4, 0.2] };
    const aggregate = { method: "benefit-of-the-doubt" } as const;
    const nodes = [{ id: "index", aggregate }, leaf("a"), leaf("b"), leaf("c")];
    const { scores, ranks } = build(columns, methodology(nodes, { normalize: { method: "none" } }));
    expect(scores.slice(0, 3)).toEqual([1, 1, 1]);
    expect(ranks).toEqual([1, 1, 1, 4]);
  });

  it("gives a unit that has nothing a score and shares of zero", () => {
    expect(
      benefitOfTheDoubt([
        [1, 0],
        [2, 0],
      ])[1],
    ).toMatchObject({ score: 0, shares: [0, 0] });
  });

  it("names the child below zero whatever its weight, which does not enter", () => {
    const aggregate = { method: "benefit-of-the-doubt" } as const;
    const nodes = [{ id: "index", aggregate }, leaf("a", 1), leaf("b", 0)];
    const document = methodology(nodes, { normalize: { method: "none" } });
    expect(() => build({ a: [1, 2], b: [1, -2] }, document)).toThrow(/B: "b" with -2/);
  });
});

describe("winsorizing that leaves one value", () => {
  const column = [0, 0, 0, 0, 0, 0, 0, 0, 0, 7];

  it("leaves the column as it was, and goes on to no other function", () => {
    expect(checkShape(column).passes).toBe(false);
    expect([...winsorize(column).values]).toEqual(column);
    const { values, by, steps } = treatColumn(column);
    expect([...values]).toEqual(column);
    expect(by).toBe("none");
    expect(steps).toMatchObject([{ function: "winsorize", check: { passes: null } }]);
    const forced = treatColumn(column, { exhaust: true, atMost: null });
    expect([...forced.values]).toEqual(column);
    expect(forced.by).toBe("none");
  });

  it("does so when it is forced on, too", () => {
    const skewed = [1, 1, 1, 2, 2, 90];
    const forced = treatColumn(skewed, { exhaust: true, atMost: null, skewness: 1, kurtosis: 1 });
    expect([...forced.values]).toEqual(skewed);
    expect(forced.by).toBe("none");
  });
});

describe("large values that hardly differ", () => {
  // Exact in binary: the k / 1024 are what the values are beyond a million, or a thousand millions.
  const steps = Array.from({ length: 60 }, (_, i) => ((i * 37) % 61) / 1024);
  const shifted = steps.map((step) => 2 ** 40 + step);
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;

  it("keep the digits of their mean", () => {
    const [gap] = imputeByColumn([Number.NaN, ...shifted]);
    expect((gap as number) - 2 ** 40).toBeCloseTo(mean, 3);
  });

  it("have the shape of the small values", () => {
    const [far, near] = [checkShape(shifted), checkShape(steps)];
    expect(far.skewness).toBeCloseTo(near.skewness as number, 10);
    expect(far.kurtosis).toBeCloseTo(near.kurtosis as number, 10);
  });

  it("have the z-scores of the small values as far as their mean can be written down", () => {
    const document = methodology([{ id: "index" }, leaf("a")], {
      normalize: { method: "z-score" },
    });
    const sd = Math.sqrt(steps.reduce((sum, s) => sum + (s - mean) ** 2, 0) / (steps.length - 1));
    const unit = shifted.map((_, i) => `U${i}`);
    const { units } = buildIndex({ unit, a: shifted }, document, {
      unitColumn: "unit",
      definitions: [definition("a")],
    });
    // The mean of these, as a double, is right to 2^-13.
    const bound = 2 ** -13 / sd;
    for (const { unit: code, score } of units) {
      const z = ((steps[Number(code.slice(1))] as number) - mean) / sd;
      expect(Math.abs((score as number) - z)).toBeLessThanOrEqual(bound);
    }
  });

  it("keep their order in a logarithm from above", () => {
    const low = [...steps.map((step) => 2 ** 40 + step), 2 ** 40 - 9];
    const options = { first: "log-ct-plus", second: "none" } as const;
    const small = treatColumn([...steps, -9], options).values;
    treatColumn(low, options).values.forEach((value, i) => {
      expect(value).toBeCloseTo(small[i] as number, 10);
    });
  });
});

describe("probabilities of ranks", () => {
  it("are right where others are known exactly, or far better than the unit itself", () => {
    // Known neighbours at 0 and 2 cut the draws of the first unit, N(1, 2), in three.
    const [first] = rankProbabilities({ scores: [1, 0, 2], errors: [2, 0, 0] });
    const below = normalCdf(-0.5);
    [below, 1 - 2 * below, below].forEach((share, rank) => {
      expect(first?.[rank]).toBeCloseTo(share, 13);
    });
    const [steep] = rankProbabilities({ scores: [1, 0], errors: [1, 0.001] });
    expect(steep?.[0]).toBeCloseTo(normalCdf(1 / Math.hypot(1, 0.001)), 13);
  });
});

describe("weights where nothing can be weighed", () => {
  it("are refused for columns that agree in everything, and for medians of nothing", () => {
    const x = [0.1, 0.5, 0.9, 0.2];
    expect(() => criticWeights({ x, y: x.map((v) => 3 * v) })).toThrow(/correlate fully/);
    const all = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    expect(() => budgetWeights(all, "median")).toThrow(/median of the points is zero/);
  });

  it("are all that there is for a single column", () => {
    expect(criticWeights({ x: [1, 2, 4] })).toEqual({ x: 1 });
  });
});

describe("a single unit", () => {
  it("is compared with nobody", () => {
    expect(outrankingMatrix([[3], [1]])).toMatchObject({ dominant: 0, dominantShare: 0 });
  });
});

describe("input that functions cannot take", () => {
  it("is told together, instead of NaN", () => {
    expect(() => meanContributions([1, 0], [2], [1, -1], 0)).toThrow(
      /2 parts, 1 others and 2 weights; a part is 0, not positive; a weight is -1/,
    );
    expect(() => meanContributions([1], [2], [0])).toThrow(/no weight is above zero/);
    expect(meanContributions([1, 0], [2, -1], [1, 1])).toEqual([0.5, -0.5]);
    expect(() => outrankingMatrix([[1, 2], [3]], [1])).toThrow(
      /indicator 2 has 1 values, and the first 2; there are 2 indicators and 1 weights/,
    );
    expect(() => shapleyContributions(() => 1, -1)).toThrow(/cannot be of -1 parts/);
    expect(() => sampledShapley(() => 1, Number.NaN)).toThrow(/cannot be of NaN parts/);
    expect(() => sampledShapley(() => 1, 2, { pairs: 1 })).toThrow(/two at least/);
  });
});
