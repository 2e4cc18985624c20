import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generalizedMean, geometricMean, harmonicMean, mean, weightedMean } from "../src/index.js";
import { expectClose } from "./closeness.js";

const positive = fc.array(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), {
  minLength: 1,
  maxLength: 30,
});
const weightsOf = (xs: readonly number[]) => xs.map((_, i) => 1 + (i % 4));

describe("power means", () => {
  it("of exponents 1, 0 and -1 are the named ones", () => {
    fc.assert(
      fc.property(positive, (xs) => {
        const ws = weightsOf(xs);
        expectClose(generalizedMean(xs, 1, ws), weightedMean(xs, ws), 1e-13);
        expectClose(generalizedMean(xs, 0, ws), geometricMean(xs, ws), 1e-15);
        expectClose(generalizedMean(xs, -1, ws), harmonicMean(xs, ws), 1e-13);
      }),
    );
  });

  it("rise with the exponent, between minimum and maximum", () => {
    fc.assert(
      fc.property(positive, (xs) => {
        const exponents = [-Infinity, -30, -1, -1e-9, 0, 1e-9, 0.5, 1, 2, 30, Infinity];
        const found = exponents.map((p) => generalizedMean(xs, p));
        for (let k = 1; k < found.length; k++) {
          const [before, after] = [found[k - 1] as number, found[k] as number];
          expect(after).toBeGreaterThanOrEqual(before * (1 - 1e-13));
        }
        expect(found[0]).toBe(Math.min(...xs));
        expect(found.at(-1)).toBe(Math.max(...xs));
      }),
    );
  });

  it("scale with the values and do not depend on the scale of the weights", () => {
    fc.assert(
      fc.property(positive, fc.constantFrom(-2, 0, 0.3, 3), (xs, p) => {
        const ws = weightsOf(xs);
        const scaled = xs.map((x) => x * 1000);
        const heavier = ws.map((w) => w * 7);
        const found = generalizedMean(xs, p, ws);
        expectClose(generalizedMean(scaled, p, ws), 1000 * found, 1e-13);
        expectClose(generalizedMean(xs, p, heavier), found, 1e-13);
      }),
    );
  });

  it("neither overflow nor vanish on the way", () => {
    expectClose(geometricMean(new Array(400).fill(10)), 10, 1e-15);
    expectClose(geometricMean([1e-300, 1e300]), 1, 1e-12);
    expectClose(generalizedMean([1e200, 1e200], 3), 1e200, 1e-15);
    expectClose(harmonicMean([1e-300, 1e300]), 2e-300, 1e-15);
  });

  it("near exponent 0 go over into the geometric mean to the first order", () => {
    // M(p) = g (1 + p s^2 / 2 + ...), s^2 the variance of the logarithms: here ln(2)^2.
    const excess = generalizedMean([1, 4], 1e-6) / 2 - 1;
    expectClose(excess, (1e-6 * Math.LN2 ** 2) / 2, 1e-6);
  });

  it("leave out what has weight 0", () => {
    expect(geometricMean([0, 4], [0, 1])).toBe(4);
    expect(generalizedMean([-5, 3], 2, [0, 2])).toBe(3);
  });

  it("with zeros: allowed where defined", () => {
    expect(generalizedMean([0, 8], 1)).toBe(mean([0, 8]));
    expect(generalizedMean([0, 0], 2)).toBe(0);
    expect(() => geometricMean([1, 0])).toThrow("first at position 2: 0");
    expect(() => harmonicMean([1, 0])).toThrow("positive values only");
    expect(() => generalizedMean([1, 0], -0.5)).toThrow("positive values only");
    expect(() => generalizedMean([1, -1], 2)).toThrow("no negative values");
    expect(() => generalizedMean([1, 2], Number.NaN)).toThrow("the exponent is NaN");
  });
});
