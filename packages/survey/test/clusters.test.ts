import { readFileSync } from "node:fs";
import { overChunks } from "@vitalcore/core";
import { count, type EstimatesResult, mean, surveyDesign, total } from "@vitalcore/survey";
import { type StatisticsPlan, surveyStatistic } from "@vitalcore/survey/statistics";
import { describe, expect, it } from "vitest";
import { pickRows } from "./synthetic.js";

/** The made-up sample of the benchmarks: 2,000 clusters in 100 strata. */
function clusterSample(n: number) {
  let state = 12345;
  const draw = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
  const column = () => new Float64Array(n);
  const sample = {
    psu: column(),
    stratum: column(),
    w: column(),
    y: column(),
    x: column(),
    g: column(),
  };
  for (let i = 0; i < n; i++) {
    const [a, b, c, d] = [draw(), draw(), draw(), draw()] as const;
    const psu = Math.floor(i / (n / 2000));
    sample.psu[i] = psu;
    sample.stratum[i] = Math.floor(psu / 20);
    sample.w[i] = 50 + 100 * a;
    sample.y[i] = b < 0.02 + 0.004 * (psu % 50) ? 1 : 0;
    sample.x[i] = 100 * c + (psu % 7);
    sample.g[i] = Math.floor(5 * d);
  }
  return sample;
}

const DESIGN = { weights: "w", strata: "stratum", clusters: "psu" } as const;
const TWO = { op: "==", args: [{ column: "g" }, 2] } as const;

interface Expected {
  readonly value: readonly number[];
  readonly standardError: readonly number[];
}
const expected = JSON.parse(
  readFileSync(new URL("./fixtures/synthetic/clusters.json", import.meta.url), "utf8"),
) as Record<"means" | "byGroup" | "totalOfDomain", Expected> &
  Record<"sumWeights" | "sumY", readonly [number]>;

function agree({ estimates }: EstimatesResult, { value, standardError }: Expected): void {
  expect(estimates.length).toBe(value.length);
  estimates.forEach((estimate, i) => {
    expect(Math.abs(estimate.value! / value[i]! - 1)).toBeLessThan(1e-12);
    expect(Math.abs(estimate.standardError! / standardError[i]! - 1)).toBeLessThan(1e-9);
  });
}

const sample = clusterSample(20_000);
const rows = [...sample.w.keys()];
/** A walk through all rows in leaps: no two rows of a cluster next to each other. */
const scattered = pickRows(
  sample,
  rows.map((row) => (row * 7919) % rows.length),
);
const orders = { "sorted by cluster": sample, scattered } as const;

describe.each(Object.entries(orders))("20,000 rows in 2,000 clusters, %s", (_, data) => {
  const design = surveyDesign(data, DESIGN);

  it("gives R's means, of groups also when asked again", () => {
    agree(mean(design, ["y", "x"]), expected.means);
    for (let asked = 0; asked < 3; asked++) {
      agree(mean(design, "y", { by: "g" }), expected.byGroup);
    }
  });

  it("gives R's total of a domain", () => {
    agree(total(design.subset(TWO), "x"), expected.totalOfDomain);
  });

  const plans: readonly (readonly [keyof typeof expected, StatisticsPlan])[] = [
    ["means", { version: 1, statistic: "mean", columns: ["y", "x"], design: DESIGN }],
    ["byGroup", { version: 1, statistic: "mean", columns: ["y"], by: ["g"], design: DESIGN }],
    [
      "totalOfDomain",
      { version: 1, statistic: "total", columns: ["x"], subset: TWO, design: DESIGN },
    ],
  ];
  it.each(plans)("gives R's %s in parts", (name, plan) => {
    const parts = [0, 3, 7001, 7002, rows.length].map((start, i, starts) =>
      pickRows(data, rows.slice(start, starts[i + 1] ?? start)),
    );
    agree(overChunks(surveyStatistic(plan), parts), expected[name] as Expected);
  });
});

describe("totals of groups", () => {
  // In each unit and group 10 times (1e16, 1, -1e16), and 0.5 or 2.5: plain sums lose every 1.
  const n = 40 * 2 * 31;
  const cells = {
    psu: Array.from({ length: n }, (_, i) => Math.floor(i / 62)),
    g: Array.from({ length: n }, (_, i) => i % 2),
    w: Array.from({ length: n }, () => 1),
    x: Array.from({ length: n }, (_, i) => [1e16, 1, -1e16][Math.floor((i % 62) / 2) % 3]!),
  };
  for (let i = 0; i < n; i++) if (i % 62 >= 60) cells.x[i] = i % 124 >= 62 ? 2.5 : 0.5;
  const scatteredCells = pickRows(
    cells,
    Array.from({ length: n }, (_, i) => (i * 977) % n),
  );

  it.each([cells, scatteredCells])("lose nothing that rows of a unit cancel (%#)", (data) => {
    const design = surveyDesign(data, { weights: "w", clusters: "psu" });
    const values = total(design, "x", { by: "g" }).estimates.map(({ value }) => value);
    expect(values).toEqual([40 * 10 + 20 * 3, 40 * 10 + 20 * 3]);
  });
});

describe("a million rows", () => {
  it("gives the values that the benchmarks check", () => {
    const data = clusterSample(1_000_000);
    const design = surveyDesign(data, DESIGN);
    expect(data.y.reduce((sum, y) => sum + y, 0)).toBe(117505);
    // A plain sum of these weights is off by 1e-11.
    expect(Math.abs(count(design).estimates[0]!.value! / 100029098.0411917 - 1)).toBeLessThan(
      2e-16,
    );
    const [estimate] = mean(design, "y").estimates;
    expect(Math.abs(estimate!.value! - 0.11755390261817751)).toBeLessThan(1e-15);
    expect(Math.abs(estimate!.standardError! - 0.0010259314880761829)).toBeLessThan(1e-15);
  });
});

describe("rows in any order and number", () => {
  // Everything that has its own way through the code: no weight, no answer, no group, outside the domain.
  const n = 600;
  const odd = (row: number, every: number) => row % every === every - 1;
  const rough = {
    stratum: Array.from({ length: n }, (_, i) => `s${Math.floor(i / 200)}`),
    psu: Array.from({ length: n }, (_, i) => Math.floor(i / 20)),
    w: Array.from({ length: n }, (_, i) => (odd(i, 11) ? 0 : 1 + (i % 5))),
    x: Array.from({ length: n }, (_, i) => (odd(i, 13) ? null : (i * 37) % 101)),
    g: Array.from({ length: n }, (_, i) => (odd(i, 17) ? null : ["a", "b", "c"][i % 3])),
    h: Array.from({ length: n }, (_, i) => (i * 31) % 300),
    in: Array.from({ length: n }, (_, i) => (odd(i, 7) ? null : i % 4 !== 0)),
  };
  const spec = { ...DESIGN, missing: "exclude", lonely: "adjust" } as const;
  const subset = { column: "in" } as const;
  const whole = surveyDesign(rough, spec);
  const shuffled = pickRows(
    rough,
    Array.from({ length: n }, (_, i) => (i * 173) % n),
  );
  const kinds: readonly (readonly [
    string,
    Omit<StatisticsPlan, "statistic" | "columns" | "version" | "design">,
    EstimatesResult,
  ])[] = [
    ["all", {}, mean(whole, "x")],
    ["groups", { by: ["g"] }, mean(whole, "x", { by: "g" })],
    ["a domain", { subset }, mean(whole.subset(subset), "x")],
    ["groups in a domain", { by: ["g"], subset }, mean(whole.subset(subset), "x", { by: "g" })],
    ["many groups", { by: ["g", "h"] }, mean(whole, "x", { by: ["g", "h"] })],
  ];
  it.each(kinds)("%s: the same from memory, shuffled, in parts", (_, plan, result) => {
    const full = { ...plan, version: 1, statistic: "mean", columns: ["x"], design: spec } as const;
    const statistic = surveyStatistic(full);
    for (const data of [rough, shuffled]) {
      const cuts = [0, 1, 250, n];
      const parts = cuts.slice(1).map((end, i) =>
        pickRows(
          data,
          Array.from({ length: end - cuts[i]! }, (_row, k) => cuts[i]! + k),
        ),
      );
      for (const chunks of [[data], parts]) {
        const { estimates } = overChunks(statistic, chunks as never);
        const key = (group: object) => JSON.stringify(group);
        const byGroup = new Map(estimates.map((estimate) => [key(estimate.group), estimate]));
        // In parts, groups without any answer are left out.
        const known = result.estimates.filter(({ n: answers }) => answers > 0);
        for (const one of known) {
          const other = byGroup.get(key(one.group))!;
          expect([other.n, other.nMissing, other.degreesOfFreedom]).toEqual([
            one.n,
            one.nMissing,
            one.degreesOfFreedom,
          ]);
          expect(other.value).toBeCloseTo(one.value!, 11);
          expect(other.standardError ?? -1).toBeCloseTo(one.standardError ?? -1, 11);
        }
      }
    }
  });
});
