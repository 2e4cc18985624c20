import { contrast, mean, quantile, replicatesOf, surveyDesign } from "@vitalcore/survey";
import { describe, expect, it } from "vitest";
import { DESIGN, syntheticSample } from "./synthetic.js";

const sample = syntheticSample({ strata: 2, clusters: 8, rows: 20 });
const design = surveyDesign(sample, DESIGN);
const probabilities = [0.3, 0.6];
const options = { by: "g", covariance: true } as const;

describe("covariances of quantiles", () => {
  const result = quantile(design, "x", probabilities, options);

  it("have the squared errors on their diagonal, whose quantiles stay as they are", () => {
    const alone = quantile(design, "x", probabilities, { by: "g" });
    expect(result.estimates).toEqual(alone.estimates);
    result.estimates.forEach(({ standardError }, i) => {
      expect(result.covariance?.[i]?.[i]).toBeCloseTo(standardError! ** 2, 10);
    });
  });

  it("are correlated as the shares of people below them are", () => {
    const below = result.estimates.map(({ value, group }) =>
      Array.from(sample.x, (x, i) => (sample.g[i] === group.g && x <= value! ? 1 : 0)),
    );
    const inGroup = result.estimates.map(({ group }) => sample.g.map((g) => +(g === group.g)));
    // The influence of a share in a group: (1(x <= q) - F) in the group, over its people.
    const columns = Object.fromEntries(
      below.map((indicator, j) => {
        const member = inGroup[j]!;
        const people = sample.w.reduce((sum, w, i) => sum + w * member[i]!, 0);
        const share = sample.w.reduce((sum, w, i) => sum + w * indicator[i]!, 0) / people;
        return [`s${j}`, indicator.map((one, i) => (one - share * member[i]!) / people)];
      }),
    );
    const shares = surveyDesign({ ...sample, ...columns } as never, DESIGN as never);
    const { covariance } = mean(shares, Object.keys(columns) as never, { covariance: true });
    const correlation = (matrix: readonly (readonly number[])[], i: number, j: number) =>
      matrix[i]![j]! / Math.sqrt(matrix[i]![i]! * matrix[j]![j]!);
    for (let i = 0; i < below.length; i++) {
      for (let j = 0; j < below.length; j++) {
        const own = correlation(result.covariance!, i, j);
        expect(own).toBeCloseTo(correlation(covariance!, i, j), 9);
      }
    }
  });

  it("of replicates are those of the replicates' quantiles", () => {
    const replicated = replicatesOf(design, { type: "bootstrap", replicates: 60, seed: 5 });
    const own = quantile(replicated, "x", [0.5], { ...options, interval: "replicates" });
    const [a, b] = own.estimates;
    const gap = contrast(own, { gap: { "x=0.5[g=a]": 1, "x=0.5[g=b]": -1 } }).estimates[0];
    const variance = a!.standardError! ** 2 + b!.standardError! ** 2 - 2 * own.covariance![0]![1]!;
    expect(gap?.standardError).toBeCloseTo(Math.sqrt(variance), 10);
    const whole = quantile(replicated, "x", [0.5], { by: "g", interval: "replicates" });
    expect(own.estimates).toEqual(whole.estimates);
  });

  it("a quantile without an error gives a contrast without one", () => {
    const small = surveyDesign({ x: [1, 2, 3, 4], g: ["a", "a", "b", "b"] }, {});
    const medians = quantile(small, "x", [0.5], { by: "g", covariance: true });
    expect(medians.estimates[0]?.standardError).toBeNull();
    const [gap] = contrast(medians, { gap: { "x=0.5[g=b]": 1, "x=0.5[g=a]": -1 } }).estimates;
    expect(gap).toMatchObject({ value: 2, standardError: null, interval: null });
  });
});
