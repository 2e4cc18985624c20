import { randomStream } from "@vitalcore/core";
import {
  gini,
  mean,
  type ProportionMethod,
  proportion,
  quantile,
  surveyDesign,
  total,
} from "@vitalcore/survey";
import { describe, expect, it } from "vitest";

const SAMPLES = 2000;
const CLUSTERS = 400;
const SIZE = 20;
const SAMPLED = 20;

/** A population whose clusters differ: a share that varies about 0.2, an amount with a cluster effect. */
function population() {
  const stream = randomStream({ label: "survey/coverage", seed: 20 });
  return Array.from({ length: CLUSTERS }, (_, c) => {
    const share = 0.05 + 0.3 * stream.uniform(c, 0);
    return Array.from({ length: SIZE }, (_row, i) => ({
      y: stream.uniform(c, 2 * i + 1) < share ? 1 : 0,
      x: 50 * stream.uniform(c, 2 * i + 2) + 20 * share,
    }));
  });
}

describe("coverage of intervals by simulation", () => {
  it(`is near 95 % over ${SAMPLES} samples`, () => {
    const clusters = population();
    const people = clusters.flat();
    const everyone = surveyDesign(people, {});
    const firstValue = (estimates: readonly { readonly value: number | null }[]) =>
      estimates[0]?.value ?? Number.NaN;
    const truth = {
      y: people.reduce((sum, { y }) => sum + y, 0) / people.length,
      x: people.reduce((sum, { x }) => sum + x, 0) / people.length,
      total: people.reduce((sum, { x }) => sum + x, 0),
      median: firstValue(quantile(everyone, "x").estimates),
      gini: firstValue(gini(everyone, "x").estimates),
    };
    const stream = randomStream({ label: "survey/coverage/sample", seed: 21 });
    const methods = [
      "logit",
      "wilson",
      "korn-graubard",
      "mean",
    ] as const satisfies readonly ProportionMethod[];
    const hits: Record<string, number> = {
      "mean of x": 0,
      "total of x": 0,
      "median of x": 0,
      "Gini of x": 0,
    };
    for (const method of methods) hits[method] = 0;
    for (let s = 0; s < SAMPLES; s++) {
      const order = Array.from({ length: CLUSTERS }, (_, c) => [stream.uniform(s, c), c] as const);
      const drawn = order.sort((a, b) => a[0] - b[0]).slice(0, SAMPLED);
      const psu = new Float64Array(SAMPLED * SIZE);
      const y = new Float64Array(SAMPLED * SIZE);
      const x = new Float64Array(SAMPLED * SIZE);
      drawn.forEach(([, c], i) => {
        clusters[c]?.forEach((person, j) => {
          psu[i * SIZE + j] = i;
          y[i * SIZE + j] = person.y;
          x[i * SIZE + j] = person.x;
        });
      });
      const fpc = new Float64Array(psu.length).fill(CLUSTERS);
      const design = surveyDesign({ psu, y, x, fpc }, { clusters: "psu", fpc: "fpc" });
      const covers = (
        interval: { lower: number | null; upper: number | null } | null | undefined,
        value: number,
      ) => interval != null && (interval.lower ?? 1) <= value && value <= (interval.upper ?? 0);
      for (const method of methods) {
        const [e] = proportion(design, "y", { interval: method }).estimates;
        if (covers(e?.interval, truth.y)) hits[method]! += 1;
      }
      const [m] = mean(design, "x").estimates;
      if (covers(m?.interval, truth.x)) hits["mean of x"]! += 1;
      const [sum] = total(design, "x").estimates;
      if (covers(sum?.interval, truth.total)) hits["total of x"]! += 1;
      const [median] = quantile(design, "x").estimates;
      if (covers(median?.interval, truth.median)) hits["median of x"]! += 1;
      const [inequality] = gini(design, "x").estimates;
      if (covers(inequality?.interval, truth.gini)) hits["Gini of x"]! += 1;
    }
    const rates = Object.entries(hits).map(
      ([name, count]) => `${name} ${((100 * count) / SAMPLES).toFixed(1)} %`,
    );
    process.stdout.write(`Coverage of 95 % intervals: ${rates.join(", ")}\n`);
    // Four binomial standard errors around 95 % are 1.95 points; Korn-Graubard is conservative by design.
    for (const [name, count] of Object.entries(hits)) {
      expect(count / SAMPLES, name).toBeGreaterThan(0.93);
      expect(count / SAMPLES, name).toBeLessThan(name === "korn-graubard" ? 0.99 : 0.97);
    }
  });
});
