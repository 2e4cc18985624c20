import { readFileSync } from "node:fs";
import { isVitalError } from "@vitalcore/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changePoints, seriesOf, watch } from "../src/early-warning/index.js";
import { fixture } from "./csv.js";

interface Stored {
  readonly values: number[];
  readonly bic: number[];
  readonly breaks: number[];
  readonly ci: number[][];
  readonly each: number[][];
}
const cases = JSON.parse(
  readFileSync(fixture("early-warning/change-points.json"), "utf8"),
) as readonly Stored[];

const codesOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings.map(({ code }) => code);
    throw error;
  }
  return [];
};

describe("changePoints, against R strucchange", () => {
  it.each(cases)("series $values.length", ({ values, bic, breaks, ci }) => {
    const found = changePoints(values);
    expect(found.changes.map(({ after }) => after + 1)).toEqual(breaks);
    found.bic.forEach((value, i) => {
      expect(value).toBeCloseTo(bic[i] as number, 8);
    });
    expect(found.bic).toHaveLength(bic.length);
    found.changes.forEach(({ interval }, i) => {
      const [from, , to] = ci[i] as [number, number, number];
      expect(interval).toEqual({ from: from - 1, to: to - 1, level: 0.95 });
    });
  });
});

describe("changePoints", () => {
  it("leaves the smallest sum of squares of all partitions (property)", () => {
    const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 12 });
    fc.assert(
      fc.property(values, (list) => {
        const { changes, bic } = changePoints(list, { shortest: 2, most: 2 });
        const spread = (from: number, to: number) => {
          const part = list.slice(from, to);
          const mean = part.reduce((a, b) => a + b, 0) / part.length;
          return part.reduce((sum, value) => sum + (value - mean) ** 2, 0);
        };
        const n = list.length;
        let [one, two] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
        for (let i = 2; i <= n - 2; i++) {
          one = Math.min(one, spread(0, i) + spread(i, n));
          for (let j = i + 2; j <= n - 2; j++) {
            two = Math.min(two, spread(0, i) + spread(i, j) + spread(j, n));
          }
        }
        const of = (squares: number, m: number) =>
          n * (Math.log(squares / n) + 1 + Math.log(2 * Math.PI)) + 2 * (m + 1) * Math.log(n);
        [spread(0, n), one, two].forEach((squares, m) => {
          if (squares > 1e-9) expect(bic[m]).toBeCloseTo(of(squares, m), 6);
        });
        const least = bic.indexOf(Math.min(...bic));
        expect(changes).toHaveLength(least);
      }),
    );
  });

  it("does not care for scale and origin (property)", () => {
    const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 1000 }), (list, factor) => {
        const [plain, moved] = [list, list.map((value) => 1000 + factor * value)].map((each) =>
          changePoints(each).changes.map(({ after }) => after),
        );
        expect(moved).toEqual(plain);
      }),
    );
  });

  it("finds none in a level series, and the very place where levels do not vary", () => {
    expect(changePoints(new Float64Array(20).fill(7)).changes).toEqual([]);
    const steps = [...new Array(6).fill(1), ...new Array(6).fill(5), ...new Array(6).fill(2)];
    const { changes } = changePoints(steps);
    expect(changes.map(({ after, interval }) => [after, interval?.from, interval?.to])).toEqual([
      [5, 5, 5],
      [11, 11, 11],
    ]);
    const quiet = [...new Array(8).fill(1), 5, 6, 5, 7, 5, 6, 7, 5];
    expect(changePoints(quiet).changes[0]?.interval).toBeNull();
  });

  it("keeps the place of missing periods", () => {
    const values = [5, 6, Number.NaN, 5, 6, 5, 6, 15, 16, Number.NaN, 15, 16];
    expect(changePoints(values).changes[0]?.after).toBe(6);
  });

  it("refuses what is too short, and options that leave no room", () => {
    expect(codesOf(() => changePoints([1, 2, 3]))).toEqual(["indicators/too-short-series"]);
    expect(
      codesOf(() => changePoints([1, 2, 3, 4, 5, 6, 7, 8], { shortest: 5, most: 0, level: 2 })),
    ).toHaveLength(3);
  });

  it("alerts at every change, with the limits of its time", () => {
    const at = { indicator: "displaced", area: "COL", unit: "PERSONS" };
    const values = [5, 6, 4, 5, 6, 9, 10, 9, 11, 10, 3, 2, 3, 2, 3];
    const series = seriesOf(values.map((value, i) => ({ ...at, period: `${2001 + i}`, value })));
    const alerts = watch(series, [{ kind: "change-points" }]);
    expect(alerts.map(({ period, evidence }) => [period, evidence])).toEqual([
      ["2006", "level from 5.2 to 9.8, last before: between 2004 and 2006 at 95 %"],
      ["2011", "level from 9.8 to 2.6, last before: between 2009 and 2011 at 95 %"],
    ]);
  });
});
