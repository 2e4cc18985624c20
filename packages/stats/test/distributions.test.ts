import { group } from "d3-array";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  beta,
  binomial,
  type ContinuousDistribution,
  chiSquare,
  type DiscreteDistribution,
  fisherF,
  gamma,
  logGamma,
  normal,
  normalCdf,
  normalQuantile,
  poisson,
  studentT,
  triangular,
} from "../src/distributions/index.js";
import { expectClose } from "./closeness.js";
import reference from "./fixtures/distributions.json" with { type: "json" };

const TOLERANCE = 1e-12;

const continuous: Record<string, (a: number, b: number) => ContinuousDistribution> = {
  normal: (mean, sd) => normal({ mean, sd }),
  gamma: (shape, scale) => gamma({ shape, scale }),
  "chi-square": (df) => chiSquare({ df }),
  beta: (alpha, b) => beta({ alpha, beta: b }),
  "student-t": (df) => studentT({ df }),
  f: (df1, df2) => fisherF({ df1, df2 }),
};
const discrete: Record<string, (a: number, b: number) => DiscreteDistribution> = {
  binomial: (size, probability) => binomial({ size, probability }),
  poisson: (mean) => poisson({ mean }),
};

/** The stored cases of one distribution, by parameters: a weak region shows by its name. */
const regimes = group(reference, ({ name, a, b }) => `${name} (${a}, ${b})`);

describe("values agree with arbitrary precision to 1e-12, from 1e-300 to 1 - 1e-300", () => {
  it.each([...regimes])("%s", (_, cases) => {
    for (const { name, a, b, x, density, lower, upper, tail, p, quantile } of cases) {
      const distribution = continuous[name]?.(a, b);
      const counts = discrete[name]?.(a, b);
      const any = distribution ?? (counts as DiscreteDistribution);
      const at = (what: string) => `${what} at ${x}:`;
      if (lower !== null) expectClose(any.cdf(x), lower, TOLERANCE, at("cdf"));
      if (upper !== null) expectClose(any.survival(x), upper, TOLERANCE, at("survival"));
      const found = distribution?.pdf(x) ?? counts?.pmf(x);
      if (density !== null) expectClose(found as number, density, TOLERANCE, at("density"));
      if (quantile === undefined || quantile === null || distribution === undefined) continue;
      const reached = tail === "lower" ? distribution.quantile(p) : distribution.upperQuantile(p);
      expectClose(reached, quantile, TOLERANCE, `quantile of ${tail} ${p}:`);
    }
  });

  it("covers every distribution in many regimes", () => {
    expect(regimes.size).toBeGreaterThanOrEqual(85);
    expect(reference.length).toBeGreaterThanOrEqual(1400);
    expect(reference.filter(({ quantile }) => typeof quantile === "number").length).toBeGreaterThan(
      800,
    );
  });
});

const shape = fc.double({ min: -4, max: 6, noNaN: true }).map((e) => 10 ** e);
const probability = fc.oneof(
  fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }),
  fc.double({ min: -290, max: -1, noNaN: true }).map((e) => 10 ** e),
);
const anyContinuous = fc.oneof(
  fc.record({ mean: fc.double({ min: -5, max: 5, noNaN: true }), sd: shape }).map(normal),
  fc.record({ shape, scale: shape }).map(gamma),
  fc.record({ df: shape }).map(chiSquare),
  fc.record({ alpha: shape, beta: shape }).map(beta),
  fc.record({ df: shape }).map(studentT),
  fc.record({ df1: shape, df2: shape }).map(fisherF),
  fc.constant(triangular({ min: -1, mode: 0.3, max: 7 })),
);

describe("continuous distributions", () => {
  it("have tails that add up to 1", () => {
    fc.assert(
      fc.property(anyContinuous, fc.double({ min: -30, max: 1e6, noNaN: true }), (d, x) => {
        expect(d.cdf(x) + d.survival(x)).toBeCloseTo(1, 14);
      }),
    );
  });

  it("reach by their quantile the probability it was asked for", () => {
    /** Whether a probability lies between those at both ends of a point's rounding. */
    const reaches = (tail: (x: number) => number, x: number, p: number) => {
      const ends = [tail(x * (1 - 1e-12)), tail(x * (1 + 1e-12))];
      return Math.min(...ends) <= p * (1 + 1e-11) && Math.max(...ends) >= p * (1 - 1e-11);
    };
    // Small shapes have quantiles beyond the range of doubles.
    const isDouble = (x: number) => Number.isFinite(x) && Math.abs(x) > 1e-290;
    fc.assert(
      fc.property(anyContinuous, probability, (d, p) => {
        const [x, y] = [d.quantile(p), d.upperQuantile(p)];
        if (isDouble(x)) expect(reaches(d.cdf, x, p)).toBe(true);
        if (isDouble(y)) expect(reaches(d.survival, y, p)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("never fall in the cdf and never rise in the survival", () => {
    const points = fc.array(fc.double({ min: -10, max: 100, noNaN: true }), { minLength: 2 });
    fc.assert(
      fc.property(anyContinuous, points, (d, xs) => {
        const sorted = xs.toSorted((a, b) => a - b);
        for (let i = 1; i < sorted.length; i++) {
          const [before, after] = [sorted[i - 1] as number, sorted[i] as number];
          expect(d.cdf(after)).toBeGreaterThanOrEqual(d.cdf(before) * (1 - 1e-12));
          expect(d.survival(before)).toBeGreaterThanOrEqual(d.survival(after) * (1 - 1e-12));
        }
      }),
    );
  });

  it("begin and end where they should", () => {
    expect(gamma({ shape: 2 }).quantile(0)).toBe(0);
    expect(gamma({ shape: 2 }).quantile(1)).toBe(Infinity);
    expect(beta({ alpha: 2, beta: 3 }).quantile(1)).toBe(1);
    expect(studentT({ df: 3 }).quantile(0)).toBe(-Infinity);
    expect(normal().upperQuantile(0)).toBe(Infinity);
    expect(studentT({ df: 3 }).quantile(0.5)).toBe(0);
    expect(fisherF({ df1: 3, df2: 4 }).cdf(-1)).toBe(0);
    expect(fisherF({ df1: 3, df2: 4 }).survival(Infinity)).toBe(0);
    expect(beta({ alpha: 1, beta: 3 }).pdf(0)).toBe(3);
    expect(beta({ alpha: 0.5, beta: 3 }).pdf(0)).toBe(Infinity);
    expect(gamma({ shape: 1, scale: 4 }).pdf(0)).toBe(0.25);
    expect(normal().pdf(Infinity)).toBe(0);
    expect(triangular({ min: 0, mode: 0, max: 1 }).cdf(0)).toBe(0);
    expect(triangular({ min: 0, mode: 1, max: 1 }).quantile(1)).toBe(1);
  });
});

describe("relations between distributions", () => {
  it("t squared is F, and t with infinite degrees of freedom is normal", () => {
    fc.assert(
      fc.property(shape, fc.double({ min: 0.01, max: 50, noNaN: true }), (df, t) => {
        const f = fisherF({ df1: 1, df2: df }).survival(t * t);
        expectClose(2 * studentT({ df }).survival(t), f, 1e-11);
      }),
    );
    expect(studentT({ df: Infinity }).cdf(1.3)).toBe(normalCdf(1.3));
    expectClose(studentT({ df: 1e15 }).survival(5), normal().survival(5), 1e-12);
  });

  it("F with infinite degrees of freedom is chi-square over its own", () => {
    const limit = fisherF({ df1: 4, df2: Infinity }).upperQuantile(1e-10);
    expectClose(fisherF({ df1: 4, df2: 1e14 }).upperQuantile(1e-10), limit, 1e-11);
  });

  it("beta mirrored is beta with shapes exchanged", () => {
    fc.assert(
      fc.property(shape, shape, fc.integer({ min: 1, max: 255 }), (a, b, k) => {
        const [x, y] = [k / 256, (256 - k) / 256];
        const [one, other] = [beta({ alpha: a, beta: b }), beta({ alpha: b, beta: a })];
        expectClose(one.cdf(x) + 1e-300, other.survival(y) + 1e-300, 1e-12);
      }),
    );
  });

  it("binomial counts successes or failures", () => {
    const size = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 63 }), fc.nat(500), (n, p64, k) => {
        const successes = binomial({ size: n, probability: p64 / 64 });
        const failures = binomial({ size: n, probability: 1 - p64 / 64 });
        expectClose(successes.cdf(k) + 1e-300, failures.survival(n - k - 1) + 1e-300, 1e-12);
      }),
    );
  });
});

describe("discrete distributions", () => {
  const anyDiscrete = fc.oneof(
    fc
      .record({
        size: fc.integer({ min: 0, max: 2000 }),
        probability: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(binomial),
    fc.record({ mean: fc.double({ min: 0, max: 2000, noNaN: true }) }).map(poisson),
  );

  it("have the smallest k with cdf(k) >= p as quantile", () => {
    fc.assert(
      fc.property(anyDiscrete, fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (d, p) => {
        const k = d.quantile(p);
        expect(d.cdf(k)).toBeGreaterThanOrEqual(p * (1 - 1e-13));
        if (k > 0) expect(d.cdf(k - 1)).toBeLessThan(p);
        const upper = d.upperQuantile(p);
        expect(d.survival(upper)).toBeLessThanOrEqual(p * (1 + 1e-13));
        if (upper > 0) expect(d.survival(upper - 1)).toBeGreaterThan(p);
      }),
    );
  });

  it("come back from their own cdf and survival", () => {
    fc.assert(
      fc.property(anyDiscrete, fc.nat(2000), (d, k) => {
        const [below, above] = [d.cdf(k), d.survival(k)];
        const isInformative = below > 1e-300 && above > 1e-13 && d.pmf(k) > 1e-9 * below;
        if (isInformative) expect(d.quantile(below)).toBe(k);
        if (above > 1e-300 && below > 1e-13 && d.pmf(k) > 1e-9) {
          expect(d.upperQuantile(above)).toBe(k);
        }
      }),
    );
  });

  it("have probabilities that add up to the cdf", () => {
    fc.assert(
      fc.property(anyDiscrete, fc.nat(300), (d, k) => {
        let total = 0;
        for (let i = 0; i <= k; i++) total += d.pmf(i);
        expect(total).toBeCloseTo(d.cdf(k), 11);
      }),
      { numRuns: 30 },
    );
  });

  it("give nothing to what is not a whole number from 0", () => {
    const d = binomial({ size: 4, probability: 0.5 });
    expect([d.pmf(1.5), d.pmf(-1), d.pmf(5)]).toEqual([0, 0, 0]);
    expect([d.cdf(-0.1), d.cdf(2.9), d.cdf(4)]).toEqual([0, d.cdf(2), 1]);
    expect([d.quantile(0), d.quantile(1)]).toEqual([0, 4]);
    expect(poisson({ mean: 3 }).quantile(1)).toBe(Infinity);
    expect(poisson({ mean: 0 }).quantile(0.9)).toBe(0);
    expect(binomial({ size: 5, probability: 1 }).quantile(0.3)).toBe(5);
    expect(binomial({ size: 0, probability: 0.4 }).cdf(0)).toBe(1);
  });
});

describe("bad input", () => {
  it.each([
    ["a percentage", () => normal().quantile(97.5)],
    ["a negative probability", () => beta({ alpha: 1, beta: 1 }).quantile(-0.1)],
    ["NaN as a probability", () => poisson({ mean: 1 }).quantile(Number.NaN)],
    ["NaN as a value", () => gamma({ shape: 1 }).cdf(Number.NaN)],
    ["text as a value", () => normal().cdf("1" as unknown as number)],
    ["a shape of 0", () => gamma({ shape: 0 })],
    ["an infinite shape", () => beta({ alpha: Infinity, beta: 1 })],
    ["negative degrees of freedom", () => studentT({ df: -1 })],
    ["NaN degrees of freedom", () => chiSquare({ df: Number.NaN })],
    ["a size that is not whole", () => binomial({ size: 2.5, probability: 0.5 })],
    ["a probability of success above 1", () => binomial({ size: 2, probability: 50 })],
    ["a negative mean of counts", () => poisson({ mean: -1 })],
    ["a standard deviation of 0", () => normal({ sd: 0 })],
    ["a mode outside", () => triangular({ min: 0, mode: 2, max: 1 })],
    ["a missing parameter", () => fisherF({ df1: 1 } as { df1: number; df2: number })],
  ])("%s is refused with a code and a fix", (_, run) => {
    expect(run).toThrow(/must be|not between 0 and 1/);
  });
});

describe("parameters out of all proportion", () => {
  const wide = fc.double({ min: -12, max: 15, noNaN: true }).map((e) => 10 ** e);
  it("from 1e-12 to 1e15 give probabilities that add up to 1", () => {
    fc.assert(
      fc.property(wide, wide, wide, (a, b, x) => {
        for (const d of [
          gamma({ shape: a, scale: b }),
          beta({ alpha: a, beta: b }),
          fisherF({ df1: a, df2: b }),
          studentT({ df: a }),
        ]) {
          expect(d.cdf(x) + d.survival(x)).toBeCloseTo(1, 12);
          expect(d.quantile(x / 1e15)).not.toBeNaN();
        }
      }),
    );
  });

  it("beyond that are refused rather than answered by NaN", () => {
    const found = [1e-200, 1e-50, 1e50, 1e200].flatMap((a) =>
      [1e-200, 1e50, 1e200].flatMap((b) =>
        [0.3, 1e-100, 1e100].map((x) => {
          try {
            return fisherF({ df1: a, df2: b }).cdf(x);
          } catch (error) {
            return String(error).includes("double precision") ? 0 : Number.NaN;
          }
        }),
      ),
    );
    expect(found.every((p) => p >= 0 && p <= 1)).toBe(true);
  });
});

describe("special functions", () => {
  it("logGamma knows factorials, halves and its zeros", () => {
    let factorial = 1;
    for (let n = 1; n <= 25; n++) {
      expectClose(Math.exp(logGamma(n)), factorial, 2e-14);
      factorial *= n;
    }
    expectClose(logGamma(0.5), Math.log(Math.PI) / 2, 1e-15);
    expectClose(logGamma(1 + 1e-10), -0.5772156648192985e-10, 1e-7);
    expect([1, 2].every((x) => logGamma(x) === 0)).toBe(true);
    expect(logGamma(0)).toBe(Infinity);
    expect(logGamma(-0.5)).toBeNaN();
  });

  it("the normal quantile is antisymmetric and inverts the cdf", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 20 - 1 }), (k) => {
        const p = k / 2 ** 20;
        expectClose(normalQuantile(p), -normalQuantile(1 - p), 1e-14);
        expectClose(normalCdf(normalQuantile(p)), p, 1e-13);
      }),
    );
  });
});
