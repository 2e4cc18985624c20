import { buildIndex, checkMethodology, type DirectionOverride } from "@vitalcore/composite";
import { strengths } from "@vitalcore/composite/compare";
import { rebuild } from "@vitalcore/composite/reproduce";
import { indexMethodologySchema } from "@vitalcore/composite/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { definition, methodology } from "./support/toy.js";

const reason = "Replacement level.";
const definitions = [definition("fertility", "ambiguous"), definition("life")];
const data = { unit: ["A", "B", "C", "D"], fertility: [1.1, 2.1, 3.6, 2.6], life: [1, 2, 3, 4] };

function documentOf(direction: DirectionOverride, normalize = {}) {
  return methodology(
    [
      { id: "index" },
      { id: "fertility", parent: "index", indicator: "fertility", direction, normalize },
      { id: "life", parent: "index", indicator: "life" },
    ],
    { normalize: { method: "min-max" } },
  );
}

const atTarget = documentOf({ value: "target", target: 2.1, reason });
const build = (document = atTarget, columns = data) =>
  buildIndex(columns, document, { unitColumn: "unit", definitions });

function scoresOf(result: ReturnType<typeof build>) {
  return Object.fromEntries(result.units.map(({ unit, scores }) => [unit, scores.fertility]));
}

const codesOf = (direction: DirectionOverride, normalize = {}) =>
  checkMethodology(documentOf(direction, normalize), { definitions }).map(({ code }) => code);

describe("an indicator that is best at a target", () => {
  it("scores by its distance from it, on both sides", () => {
    const { A, B, C, D } = scoresOf(build());
    expect([B, C]).toEqual([100, 0]);
    expect(A).toBeCloseTo(100 / 3, 10);
    expect(D).toBeCloseTo(200 / 3, 10);
    const node = build().nodes.find(({ id }) => id === "fertility");
    expect([node?.normalize?.direction, node?.normalize?.target]).toEqual(["target", 2.1]);
  });

  it("is one that lies at zero, of values less the target", () => {
    const shift = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(
        shift,
        fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 4, maxLength: 4 }),
        (target, values) => {
          const moved = values.map((x) => x + target);
          const there = build(documentOf({ value: "target", target, reason }), {
            ...data,
            fertility: moved,
          });
          const atZero = build(documentOf({ value: "targetZero", reason }), {
            ...data,
            fertility: values,
          });
          expect(scoresOf(there)).toEqual(scoresOf(atZero));
        },
      ),
      { numRuns: 30 },
    );
  });

  it("takes a transform, and goalposts whose best one is the target", () => {
    const direction = { value: "target", target: 2, reason } as const;
    const normalize = { method: "goalposts", transform: "ln", worst: 8, best: 2 };
    const result = build(documentOf(direction, normalize), { ...data, fertility: [1, 2, 4, 16] });
    const { A, B, C, D } = scoresOf(result);
    expect([A, B, C, D].map((score) => Math.round(score ?? -1))).toEqual([50, 100, 50, 0]);
    expect(codesOf(direction, { ...normalize, best: 3 })).toContain("composite/best-off-target");
  });

  it("is ranked so among the strengths of a unit, and built again from its result", () => {
    const result = build();
    const ranks = data.unit.map((unit) => {
      const { strengths: all } = strengths(result, unit, { discardLast: false });
      return all.find(({ node }) => node === "fertility")?.rank;
    });
    expect(ranks).toEqual([3, 1, 4, 2]);
    expect(JSON.stringify(rebuild(result))).toBe(JSON.stringify(result));
  });

  it("names the target, which other directions do not take", () => {
    expect(codesOf({ value: "target", target: 2.1, reason })).toEqual([]);
    expect(codesOf({ value: "target", reason })).toEqual(["composite/lacking-target"]);
    expect(codesOf({ value: "higherBetter", target: 2.1, reason })).toEqual([
      "composite/misplaced-option",
    ]);
    expect(indexMethodologySchema.safeParse(atTarget).success).toBe(true);
  });

  describe("imputed from how good a unit is elsewhere", () => {
    const imputing = { ...atTarget, impute: { method: "unit-mean" } } as const;
    const imputed = (columns: Record<string, readonly (number | null | string)[]>, node: string) =>
      buildIndex({ ...data, ...columns }, imputing, { unitColumn: "unit", definitions }).units.find(
        ({ unit }) => unit === "B",
      )?.values[node]?.imputed;

    it("counts for others by its distance from the target", () => {
      // At the target B is the best there is: it gets the best of the other indicator.
      expect(imputed({ life: [1, null, 3, 4] }, "life")).toBeCloseTo(4, 10);
    });

    it("gets a value on the side on which all are", () => {
      expect(
        imputed({ fertility: [3.1, null, 5.1, 2.1], life: [1, 2, 3, 4] }, "fertility"),
      ).toBeCloseTo(2.1 + 2, 10);
      expect(
        imputed({ fertility: [1.1, null, 0.1, 2.1], life: [1, 4, 3, 2] }, "fertility"),
      ).toBeCloseTo(2.1, 10);
    });

    it("gets none where two values are equally good", () => {
      expect(() => imputed({ fertility: [1.1, null, 3.6, 2.6] }, "fertility")).toThrow(
        /both sides/,
      );
    });
  });
});
