import { buildIndex } from "@vitalcore/composite";
import {
  explainDifference,
  sampledShapley,
  shapleyContributions,
} from "@vitalcore/composite/compare";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { definition, methodology } from "./support/toy.js";

describe("contributions from drawn orders", () => {
  it("are within four standard errors of the exact ones, and sum to the difference", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })), {
          minLength: 3,
          maxLength: 8,
        }),
        (pairs) => {
          const value = (changed: readonly boolean[]) =>
            pairs.reduce((least, [x, y], k) => Math.min(least, changed[k] ? y : x), 100) ** 1.5;
          const exact = shapleyContributions(value, pairs.length);
          const drawn = sampledShapley(value, pairs.length, { pairs: 400 });
          const total = value(pairs.map(() => true)) - value(pairs.map(() => false));
          expect(drawn.contributions.reduce((sum, x) => sum + x, 0)).toBeCloseTo(total, 7);
          drawn.contributions.forEach((x, k) => {
            const error = Math.abs(x - (exact[k] as number));
            // One in a great many pairs may pay at once for what others rarely see.
            expect(error).toBeLessThanOrEqual(
              5 * (drawn.standardErrors[k] as number) + 0.02 * Math.abs(total) + 1e-9,
            );
          });
        },
      ),
      { numRuns: 50, seed: 11 },
    );
  });

  it("explain a group of any size", () => {
    const ids = Array.from({ length: 40 }, (_, k) => `i${String(k).padStart(2, "0")}`);
    const unit = Array.from({ length: 12 }, (_, i) => `U${String(i).padStart(2, "0")}`);
    const columns = ids.map((id, k) => [
      id,
      unit.map((_, i) => (i === 3 && k === 5 ? null : ((i + 1) * (k + 7)) % 53)),
    ]);
    for (const method of ["median", "arithmetic"] as const) {
      const result = buildIndex(
        { unit, ...Object.fromEntries(columns) },
        methodology(
          [{ id: "index" }, ...ids.map((id) => ({ id, parent: "index", indicator: id }))],
          { aggregate: { method, atLeast: 0.5 }, normalize: { method: "min-max" } },
        ),
        { unitColumn: "unit", definitions: ids.map((id) => definition(id)) },
      );
      const { difference, parts } = explainDifference(result, "U03", "U07");
      expect(parts).toHaveLength(40);
      expect(parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(
        difference,
        9,
      );
      for (const { standardError } of parts) expect(standardError).toBeLessThan(1);
      expect(explainDifference(result, "U03", "U07")).toEqual(
        explainDifference(result, "U03", "U07"),
      );
    }
  });
});
