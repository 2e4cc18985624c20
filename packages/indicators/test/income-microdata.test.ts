import { existsSync, readFileSync } from "node:fs";
import { isVitalError } from "@vitalcore/core";
import { type EstimateLike, observe } from "@vitalcore/domain";
import { foodInsecurityFies } from "@vitalcore/domain/indicators";
import { describe, expect, it } from "vitest";
import { fiesStandard, foodInsecurity, raschModel } from "../src/food/index.js";
import { inequalityProfile } from "../src/inequality/index.js";
import {
  foodInsecurityEstimates,
  incomePovertyEstimates,
  inequalityEstimates,
  povertyGapEstimates,
  povertyTransitionEstimates,
} from "../src/microdata/index.js";
import { povertyGaps } from "../src/multidimensional-poverty/index.js";
import { incomePoverty, povertyTransitions } from "../src/poverty/index.js";
import { csvRows, fixture } from "./csv.js";

const expected: Record<string, [estimate: number, se: number]> = JSON.parse(
  readFileSync(fixture("microdata/estimates.json"), "utf8"),
);
const rows = csvRows(fixture("microdata/incomes.csv")).map(({ region, ...numbers }) => ({
  region,
  ...(Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, Number(value)]),
  ) as Record<"stratum" | "psu" | "people" | "w" | "income", number>),
}));
const design = { weights: "w", strata: "stratum", clusters: "psu" };
const persons = rows.map(({ w, people }) => w * people);
const incomes = rows.map(({ income }) => income);

type Found = { readonly value: number | null; readonly standardError: number | null } | undefined;

function agrees(found: Found, name: string, tolerance = 1e-9) {
  const [estimate, se] = expected[name] ?? [Number.NaN, Number.NaN];
  expect(Math.abs((found?.value ?? Number.NaN) / estimate - 1)).toBeLessThan(1e-12);
  expect(Math.abs((found?.standardError ?? Number.NaN) / se - 1)).toBeLessThan(tolerance);
}

const codesOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings.map(({ code }) => code);
    throw error;
  }
  return [];
};

describe("incomePovertyEstimates", () => {
  const options = { income: "income", line: 120, size: "people" };

  it("gives the headcount the interval of a proportion, as svyciprop of R's survey 4.1-1", () => {
    const households = {
      psu: [1, 1, 2, 2, 3, 3],
      income: [1, 3, 2, 8, 9, 4],
      people: [5, 2, 4, 1, 2, 2],
    };
    const at = { income: "income", line: 2.5, size: "people" };
    const [logit] = incomePovertyEstimates(households, { clusters: "psu" }, at).headcount;
    expect(logit?.interval?.lower).toBeCloseTo(0.0311115530870737, 11);
    expect(logit?.interval?.upper).toBeCloseTo(0.9809452289638579, 11);
    const asBeta = { ...at, interval: "beta" } as const;
    const [beta] = incomePovertyEstimates(households, { clusters: "psu" }, asBeta).headcount;
    expect(beta?.interval?.lower).toBeCloseTo(0.0198299591810842, 11);
    expect(beta?.interval?.upper).toBeCloseTo(0.9935738219639783, 11);
  });

  it("agrees with R's survey, of all and by region", () => {
    const all = incomePovertyEstimates(rows, design, options);
    const byRegion = incomePovertyEstimates(rows, design, { ...options, by: "region" });
    (["headcount", "gap", "squaredGap"] as const).forEach((measure, alpha) => {
      agrees(all[measure][0], `fgt${alpha}`);
      agrees(byRegion[measure][0], `fgt${alpha}North`);
    });
    agrees(all.watts?.[0], "watts");
    expect(all.line).toBeNull();
  });

  it("has the values of the calculator without a design", () => {
    const { headcount, gap, squaredGap, watts } = incomePovertyEstimates(rows, design, options);
    const poverty = incomePoverty(incomes, 120, { weights: persons });
    expect(headcount[0]?.value).toBeCloseTo(poverty.headcount, 12);
    expect(gap[0]?.value).toBeCloseTo(poverty.gap, 12);
    expect(watts?.[0]?.value).toBeCloseTo(poverty.watts as number, 12);
    expect(squaredGap[0]?.value).toBeCloseTo(poverty.squaredGap, 12);
  });

  it("Watts' index has no value where an income has no logarithm", () => {
    const withZero = [{ ...rows[0], income: 0 }, ...rows.slice(1)];
    const { watts, headcount } = incomePovertyEstimates(withZero, design, options);
    expect(watts).toBeNull();
    expect(headcount[0]?.value).toBeGreaterThan(0);
  });

  it("a relative line follows the money: nothing else changes in other units", () => {
    const line = { share: 0.6, of: "median" } as const;
    const cents = rows.map((row) => ({ ...row, income: row.income * 100 }));
    const [ours, inCents] = [rows, cents].map((data) =>
      incomePovertyEstimates(data, design, { ...options, line }),
    );
    expect(inCents?.headcount[0]?.value).toBeCloseTo(ours?.headcount[0]?.value as number, 12);
    expect(inCents?.headcount[0]?.standardError).toBeCloseTo(
      ours?.headcount[0]?.standardError as number,
      12,
    );
    expect(inCents?.line?.value).toBeCloseTo(100 * (ours?.line?.value as number), 8);
    expect(ours?.line?.standardError).toBeGreaterThan(0);
  });

  it.each([
    [
      "a missing income",
      [{ ...rows[0], income: null }, ...rows.slice(1)],
      options,
      "survey/missing-values",
    ],
    [
      "a household of minus two",
      [{ ...rows[0], people: -2 }, ...rows.slice(1)],
      options,
      "indicators/poverty-weight",
    ],
    ["a line of zero", rows, { ...options, line: 0 }, "survey/option"],
    ["no such column", rows, { ...options, income: "wage" }, "core/unknown-column"],
  ] as const)("refuses %s", (_, data, given, code) => {
    expect(codesOf(() => incomePovertyEstimates(data as never, design, given))).toContain(code);
  });
});

describe("inequalityEstimates", () => {
  const options = { income: "income", size: "people" };

  it("agrees with the numerical linearization in R", () => {
    const found = inequalityEstimates(rows, design, options);
    agrees(found.gini[0], "gini", 1e-6);
    agrees(found.theil[0], "theil", 1e-6);
    agrees(found.meanLogDeviation[0], "mld", 1e-6);
    for (const [i, name] of ["atkinson05", "atkinson1", "atkinson2"].entries()) {
      agrees(found.atkinson[i]?.estimates[0], name, 1e-6);
    }
    expect(found.findings).toEqual([]);
  });

  it("has the values of the calculator without a design, where both define them alike", () => {
    const found = inequalityEstimates(rows, design, options);
    const profile = inequalityProfile(incomes, { weights: persons });
    expect(found.gini[0]?.value).toBeCloseTo(profile.gini, 12);
    const poorest = profile.decileShares.slice(0, 4).reduce((sum, share) => sum + share);
    expect(found.poorestFortyShare[0]?.value).toBeCloseTo(poorest, 12);
    expect(found.quintileRatio[0]?.standardError).toBeGreaterThan(0);
  });

  it("says that incomes of zero are left out of measures that have no value for them", () => {
    const withZero = [{ ...rows[0], income: 0 }, ...rows.slice(1)];
    const { findings } = inequalityEstimates(withZero, design, options);
    expect(findings.map(({ code }) => code)).toEqual(["survey/not-positive"]);
  });
});

describe("povertyTransitionEstimates", () => {
  const panel = rows.map((row, i) => ({
    ...row,
    later:
      i % 60 === 16
        ? null
        : Math.round(row.income * Math.exp(0.35 * Math.sin((i + 1) * 1.7)) * 100) / 100,
  }));
  const options = {
    before: "income",
    after: "later",
    lines: { before: 120, after: 120 },
    size: "people",
  };

  it("agrees with R's survey, and in value with the calculator", () => {
    const found = povertyTransitionEstimates(panel, design, options);
    agrees(found.entryRate[0], "entryRate");
    agrees(found.exitRate[0], "exitRate");
    agrees(found.entered[0], "entered");
    const seen = panel.filter(({ later }) => later !== null);
    const { entryRate, alwaysPoor } = povertyTransitions({
      before: seen.map(({ income }) => income),
      after: seen.map(({ later }) => later as number),
      lines: options.lines,
      weights: seen.map(({ w, people }) => w * people),
    });
    expect(found.entryRate[0]?.value).toBeCloseTo(entryRate as number, 12);
    expect(found.alwaysPoor[0]?.value).toBeCloseTo(alwaysPoor, 12);
  });

  it("refuses a line of zero and a column that is not there", () => {
    const zero = { ...options, lines: { before: 0, after: 1 } };
    expect(codesOf(() => povertyTransitionEstimates(panel, design, zero))).toEqual([
      "indicators/invalid-input",
    ]);
    const absent = { ...options, after: "x" };
    expect(codesOf(() => povertyTransitionEstimates(panel, design, absent))).toEqual([
      "core/unknown-column",
    ]);
  });
});

const convey = new URL("../../../../shared/reference/survey/", import.meta.url);
describe.skipIf(!existsSync(convey))(
  "R's convey, if the reference is beside the repository",
  () => {
    it("agrees on the measures that its clustered case has", () => {
      const { results } = JSON.parse(
        readFileSync(new URL("cases/ineq_convey_cluster.json", convey), "utf8"),
      );
      const data = csvRows(new URL("data/eusilc_third.csv", convey)).map((row) => ({
        hid: row.hid,
        region: row.region,
        w: Number(row.w),
        income: Number(row.income),
      }));
      const clusters = { weights: "w", strata: "region", clusters: "hid" };
      const { quintileRatio } = inequalityEstimates(data, clusters, { income: "income" });
      expect(quintileRatio[0]?.value).toBeCloseTo(results.qsr.estimate.income, 9);
      expect(quintileRatio[0]?.standardError).toBeCloseTo(results.qsr.se.income, 9);
    });
  },
);

describe("foodInsecurityEstimates", () => {
  const items = fiesStandard.map(({ id }) => id);
  const answers = csvRows(fixture("fies/fies-simulated.csv")).map((row, i) => ({
    ...Object.fromEntries(
      items.map((id) => [id, row[id] === "" || row[id] === "NA" ? null : Number(row[id])]),
    ),
    wt: Number(row.wt),
    psu: i % 35,
    half: i % 2 === 0 ? "even" : "odd",
  }));
  const byDesign = { weights: "wt", clusters: "psu" };

  it("agrees with R's survey, and in value with the model", () => {
    const found = foodInsecurityEstimates(answers, byDesign, { items });
    agrees(found.moderateOrSevere[0], "moderate");
    agrees(found.severe[0], "severe");
    const whole = foodInsecurity(raschModel(answers, { items, weight: "wt" }));
    expect(found.severe[0]?.value).toBeCloseTo(whole.severe, 12);
    expect(found.moderateOrSevere[0]).toMatchObject({ n: 697, scale: "proportion" });
  });

  it("measures groups on one scale, so that they average to the whole", () => {
    const all = foodInsecurityEstimates(answers, byDesign, { items }).severe[0]?.value as number;
    const halves = foodInsecurityEstimates(answers, byDesign, { items, by: "half" }).severe;
    const values = halves.map(({ value }) => value as number);
    expect(values).toHaveLength(2);
    expect(Math.min(...values)).toBeLessThan(all);
    expect(Math.max(...values)).toBeGreaterThan(all);
  });

  it("gives what an observation takes", () => {
    const [estimate] = foodInsecurityEstimates(answers, byDesign, { items }).moderateOrSevere;
    const at = { area: "KEN", period: "2021" };
    const { value } = observe(foodInsecurityFies, estimate as EstimateLike, at);
    expect(value).toBeCloseTo(100 * expected.moderate![0], 9);
  });

  it("refuses answers that are none, and a scale of other items", () => {
    const odd = [{ ...answers[0], WORRIED: 2 }, ...answers.slice(1)];
    expect(codesOf(() => foodInsecurityEstimates(odd, byDesign, { items }))).toEqual([
      "indicators/not-an-answer",
    ]);
    const seven = { items: items.slice(1) };
    expect(codesOf(() => foodInsecurityEstimates(answers, byDesign, seven))).toEqual([
      "indicators/no-rasch-model",
    ]);
  });
});

describe("multidimensional gaps by design", () => {
  const withGaps = rows.map((row, i) => ({
    ...row,
    g1: Math.max(0, (120 - row.income) / 120),
    g2: (row.psu * 7 + i + 1) % 3 === 0 ? ((row.psu * 5 + i + 1) % 10) / 10 : 0,
    g3: (row.psu + i + 1) % 2 === 0 ? ((row.psu * 3 + i + 1) % 8) / 8 : 0,
  }));
  const specification = {
    id: "three",
    name: "Three",
    dimensions: [
      { id: "a", indicators: [{ id: "g1", weight: 2 }] },
      {
        id: "b",
        indicators: [
          { id: "g2", weight: 1 },
          { id: "g3", weight: 1 },
        ],
      },
    ],
    cutoff: [1, 2] as const,
  };

  it("are those of R's survey, and of the calculator without a design", () => {
    const found = povertyGapEstimates(withGaps, specification, design, { size: "people" });
    for (const name of [
      "adjustedHeadcount",
      "adjustedGap",
      "adjustedSquaredGap",
      "averageGap",
    ] as const) {
      agrees(found[name][0], name);
    }
    const north = povertyGapEstimates(withGaps, specification, design, {
      size: "people",
      by: "region",
    });
    agrees(
      north.adjustedGap.find(({ group }) => group.region === "north"),
      "adjustedGapNorth",
    );
    const plain = povertyGaps(withGaps, specification, { weight: "w", size: "people" });
    expect(found.adjustedSquaredGap[0]?.value).toBeCloseTo(plain.adjustedSquaredGap, 12);
    expect(found.averageGap[0]?.value).toBeCloseTo(plain.averageGap ?? Number.NaN, 12);
  });
});
