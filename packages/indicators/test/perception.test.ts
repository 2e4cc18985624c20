import { isVitalError } from "@vitalcore/core";
import { type EstimateLike, observe } from "@vitalcore/domain";
import { trustInOthers } from "@vitalcore/domain/indicators";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemScaleEstimates } from "../src/microdata/index.js";
import { type ItemScale, itemScores } from "../src/perception/index.js";

const codesOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings.map(({ code }) => code);
    throw error;
  }
  return [];
};

const worry = { "1": 1, "2": 0.75, "3": 0.25, "4": 0 };
const missing = ["-1", "-2"];
const item = (column: string) => ({ column, scores: worry, missing });
const scale: ItemScale = {
  id: "insecurity",
  name: "Perceived insecurity",
  dimensions: [
    { id: "socioeconomic", items: [item("job"), item("school")], weight: 2 },
    { id: "personal", items: [item("street"), item("war")] },
  ],
};

describe("itemScores", () => {
  it("averages items to dimensions and dimensions to the index", () => {
    const { index, dimensions } = itemScores([{ job: 1, school: 2, street: 4, war: 3 }], scale);
    expect(dimensions.socioeconomic?.[0]).toBe(0.875);
    expect(dimensions.personal?.[0]).toBe(0.125);
    expect(index[0]).toBeCloseTo((2 * 0.875 + 0.125) / 3, 14);
  });

  it("don't know is no answer: all are needed, unless the scale says less", () => {
    const rows = [
      { job: 1, school: -1, street: 4, war: 4 },
      { job: null, school: -2, street: 4, war: 4 },
    ];
    const strict = itemScores(rows, scale);
    expect([strict.n, strict.nMissing]).toEqual([0, 2]);
    const half = itemScores(rows, { ...scale, leastAnswered: 0.5 });
    expect(half.index[0]).toBeCloseTo(2 / 3, 14);
    expect(half.index[1]).toBeNaN();
  });

  it("lies between the lowest and the highest answer, and turns round with the scores (property)", () => {
    const code = fc.integer({ min: 1, max: 4 });
    const person = fc.record({ job: code, school: code, street: code, war: code });
    const turned = Object.fromEntries(
      Object.entries(worry).map(([answer, score]) => [answer, 1 - score]),
    );
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 9 }), (rows) => {
        const { index } = itemScores(rows, scale);
        const dimensions = scale.dimensions.map((dimension) => ({
          ...dimension,
          items: dimension.items.map((each) => ({ ...each, scores: turned })),
        }));
        const back = itemScores(rows, { ...scale, dimensions }).index;
        rows.forEach((row, i) => {
          const scores = Object.values(row).map((answer) => worry[`${answer}` as "1"]);
          expect(index[i]).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-12);
          expect(index[i]).toBeLessThanOrEqual(Math.max(...scores) + 1e-12);
          expect(back[i]).toBeCloseTo(1 - (index[i] as number), 12);
        });
      }),
    );
  });

  it("reports an item that goes against the others", () => {
    const rows = Array.from({ length: 24 }, (_, i) => {
      const answer = 1 + (i % 4);
      return { job: answer, school: answer, street: answer, war: 5 - answer };
    });
    const { findings } = itemScores(rows, scale);
    expect(findings.map(({ code, place }) => [code, place.column])).toEqual([
      ["indicators/reversed-item", "war"],
    ]);
  });

  it.each([
    [
      "an answer that is none",
      [{ job: 9, school: 1, street: 1, war: 1 }],
      scale,
      "indicators/unknown-answer",
    ],
    ["a scale without items", [], { ...scale, dimensions: [] }, "indicators/item-scale"],
    [
      "a score of 10",
      [],
      { ...scale, dimensions: [{ id: "x", items: [{ column: "job", scores: { a: 10, b: 0 } }] }] },
      "indicators/item-scale",
    ],
    ["no such column", [{ job: 1 }], scale, "core/unknown-column"],
  ] as const)("refuses %s", (_, data, of, code) => {
    expect(codesOf(() => itemScores(data as never, of as ItemScale))).toContain(code);
  });
});

describe("itemScaleEstimates", () => {
  const trust: ItemScale = {
    id: "trust",
    name: "Trust",
    dimensions: [
      { id: "trust", items: [{ column: "q", scores: { yes: 1, no: 0 }, missing: ["dk"] }] },
    ],
  };
  const data = {
    psu: [1, 1, 2, 2, 3, 3],
    region: ["n", "n", "n", "n", "s", "s"],
    q: ["yes", "no", "no", "yes", "dk", "yes"],
  };

  it("the share of who agrees, with its error: a ratio over sampling units", () => {
    const { items, index } = itemScaleEstimates(data, trust, { clusters: "psu" });
    const [estimate] = items.q ?? [];
    expect(estimate?.value).toBeCloseTo(0.6, 14);
    // Residuals by unit: -0.2, -0.2, 0.4, over 5 people
    const variance = (3 / 2) * (0.04 + 0.04 + 0.16) * (1 / 25);
    expect(estimate?.standardError).toBeCloseTo(Math.sqrt(variance), 12);
    expect(index[0]?.value).toBeCloseTo(0.6, 14);
    const at = { area: "NAM", period: "2018" };
    expect(observe(trustInOthers, estimate as EstimateLike, at).value).toBeCloseTo(60, 12);
  });

  it("by group", () => {
    const { items } = itemScaleEstimates(data, trust, { clusters: "psu" }, { by: "region" });
    expect(items.q?.map(({ value }) => value)).toEqual([0.5, 1]);
  });
});
