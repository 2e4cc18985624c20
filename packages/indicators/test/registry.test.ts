import { isVitalError } from "@vitalcore/core";
import { checkObservations, type Observation } from "@vitalcore/domain";
import { indicators } from "@vitalcore/domain/indicators";
import { describe, expect, it } from "vitest";
import { parities, usageGaps } from "../src/connectivity/index.js";
import { internetUseParity } from "../src/connectivity/parities.js";
import { equalWeights } from "../src/multidimensional-poverty/index.js";
import {
  calculatorInputs,
  calculatorSchema,
  computable,
  computedIndicators,
  computeFrom,
  computeIndicator,
} from "../src/registry/index.js";
import { knownDefinitions } from "../src/registry/known-definitions.js";
import { csvRows, fixture } from "./csv.js";

const at = { area: "NAM", period: "2018" };
const definitions = knownDefinitions();

const findingsOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings;
    throw error;
  }
  return [];
};

/** Inputs for every calculator: a number for each name, and what is no number by indicator. */
const SAMPLE: Readonly<Record<string, unknown>> = {
  coverage: 0.8,
  use: 0.4,
  skilled: 0.3,
  meaningful: 0.2,
  older: 0.9,
  newer: 0.7,
  share: 0.05,
  female: 0.4,
  male: 0.5,
  femaleStandardError: 0.01,
  maleStandardError: 0.02,
  urban: 0.7,
  rural: 0.3,
  young: 0.8,
  old: 0.2,
  richest: 0.9,
  poorest: 0.2,
  withoutDisability: 0.5,
  withDisability: 0.3,
  reported: 0.3,
  population: 1000,
  events: 3,
  count: 3,
  part: 3,
  whole: 4,
  monthlyPrice: 3,
  annualIncomePerPerson: 1800,
  devicePrice: 40,
  monthlyIncome: 150,
  consumption: 2400,
  requirement: 1800,
  variation: 0.28,
  reports: 10,
  actioned: 4,
  incomes: [1, 2, 4, 8],
  base: 2021,
  line: 3,
  before: [1, 4, 5, 6],
  after: [1, 2, 5, 6],
  lines: { before: 3, after: 3 },
  income: 1e9,
  loss: 5,
  left: 20,
  came: 30,
  specialists: 1000,
  grossDomesticProduct: 100,
  probabilities: [0.02, 0.01],
  rates: [0.001, 0.0015, 0.002, 0.003, 0.005, 0.008, 0.012, 0.018],
  spending: [1, 1, 2],
  scores: [0.2, 0.6],
  weights: [1, 3],
  concentrations: [10, 30],
  populations: [100, 100],
  capacities: [50, 70],
  categories: [
    [80, 60],
    [0, 90],
  ],
  pillars: [20, 15, 12, 10, 8],
  years: [1, 1],
  survivors: [1, 0.9],
  generalizedPoverty: [0.2, 0.3],
  shutdowns: [{ from: "2019-01-01", to: "2019-01-03" }],
  window: { from: "2019-01-01", to: "2019-12-31" },
  schools: [{ connected: true, speed: 50, people: 10, data: 300 }, { connected: false }],
  lifeExpectancy: 72.003,
  expectedSchooling: 12.9545,
  meanSchooling: 6.88,
  gniPerPerson: 9046.8,
};

const person = { lifeExpectancy: 72, expectedSchooling: 13, meanSchooling: 7, gniPerPerson: 9000 };
const two = {
  id: "two",
  name: "Two",
  dimensions: equalWeights({ a: ["offline"], b: ["hungry"] }),
  cutoff: [1, 2],
};
const poverty = { data: { offline: [1, 0, 1], hungry: [1, 0, 0] }, specification: two };
const fies = csvRows(fixture("fies/fies-simulated.csv"));
const items = Object.keys(fies[0] as object).filter((name) => name !== "wt");
const OF: Readonly<Record<string, object>> = {
  "gender-development-index": { female: person, male: person },
  "gender-inequality-index": {
    maternalMortality: 100,
    adolescentBirths: 20,
    female: { seats: 0.3, secondaryEducation: 0.5, labourForce: 0.5 },
    male: { secondaryEducation: 0.6, labourForce: 0.8 },
    edition: "hdr2025",
  },
  "inequality-adjusted-human-development-index": {
    hdi: 0.7,
    health: 0.1,
    education: 0.2,
    income: 0.3,
  },
  "planetary-pressures-adjusted-human-development-index": {
    hdi: 0.7,
    carbonDioxide: 5,
    materialFootprint: 10,
    edition: "hdr2025",
  },
  "multidimensional-poverty": poverty,
  "multidimensional-poverty-headcount": poverty,
  "multidimensional-poverty-intensity": poverty,
  "voter-turnout": { count: 600, population: 1000 },
  "adverse-impact-ratio": {
    group: { favourable: 20, decisions: 100 },
    reference: { favourable: 40, decisions: 100 },
  },
  "food-insecurity-fies": {
    data: Object.fromEntries(items.map((item) => [item, fies.map((row) => answerOf(row[item]))])),
    items,
  },
  "food-price-anomaly": {
    start: [2010, 1],
    prices: Array.from({ length: 96 }, (_, i) => 100 + i + 10 * Math.sin(i / 2) + ((i * 7) % 5)),
  },
};

function answerOf(cell: string | undefined): 0 | 1 | null {
  return cell === "" || cell === "NA" || cell === undefined ? null : cell === "1" ? 1 : 0;
}

const sampleOf = (id: string) =>
  OF[id] ??
  Object.fromEntries(
    calculatorInputs(id)
      .filter((name) => Object.hasOwn(SAMPLE, name))
      .map((name) => [name, SAMPLE[name]]),
  );

describe("computeIndicator", () => {
  it.each(computedIndicators())("%s gives an observation that the definition allows", (id) => {
    const inputs = { ...sampleOf(id) } as Record<string, unknown>;
    if (id === "gini" || id.endsWith("poverty-rate") || id.startsWith("downside")) {
      delete inputs.weights;
    }
    const observation = computeIndicator(id, inputs, at);
    expect(observation.indicator).toBe(id);
    expect(observation.value).toBeTypeOf("number");
    expect(checkObservations([observation], [...definitions.values()])).toEqual([]);
    expect(calculatorSchema(id)).toMatchObject({ type: "object", additionalProperties: false });
  });

  it("gives the numbers of the calculators", () => {
    expect(computeIndicator("usage-gap-covered", { coverage: 0.8, use: 0.4 }, at)).toMatchObject({
      value: 50,
      unit: "PERCENT",
    });
    expect(computeIndicator("offline-population", { use: 0.4, population: 1000 }, at).value).toBe(
      600,
    );
    expect(
      computeIndicator("homicide-rate", { events: 12, population: 104_000 }, at).interval?.level,
    ).toBe(0.95);
    expect(computeIndicator("usage-gap-covered", { coverage: 0, use: 0 }, at)).toMatchObject({
      value: null,
      status: ["M"],
    });
  });

  it("reports every wrong input, by name", () => {
    const findings = findingsOf(() =>
      computeIndicator("usage-gap", { coverage: 88, uses: 0.3 }, at),
    );
    expect(findings.map(({ facts }) => facts.input)).toEqual(["coverage", "use", "(all)"]);
    expect(
      findingsOf(() => computeIndicator("safe-water", { part: 5, whole: 4 }, at))[0]?.message,
    ).toContain("exceeds");
    expect(findingsOf(() => computeIndicator("coverage-gap", null, at))).toHaveLength(1);
    expect(
      findingsOf(() =>
        computeIndicator("coverage-gap", { coverage: 0.5 }, { area: "XYZ", period: "2018" }),
      )[0]?.code,
    ).toBe("domain/unknown-area");
  });

  it("says what to do where there is no calculator", () => {
    expect(findingsOf(() => computeIndicator("usage-gapp", {}, at))[0]?.suggestion).toBe(
      "usage-gap",
    );
    expect(findingsOf(() => calculatorInputs("life-expectancy"))[0]?.hint).toContain(
      "as its source publishes it",
    );
    expect(findingsOf(() => calculatorInputs("tfvaw-harm"))[0]?.hint).toContain(
      "microdata#violenceFollowUp",
    );
    expect(findingsOf(() => calculatorInputs("__proto__"))[0]?.code).toBe(
      "indicators/no-calculator",
    );
  });
});

describe("the numbers of every kind", () => {
  const numberOf = (id: string, inputs: object) => computeIndicator(id, inputs, at).value as number;
  it("are those of the definitions", () => {
    expect(numberOf("gini", { incomes: [0, 0, 0, 1] })).toBeCloseTo(75, 10);
    expect(numberOf("human-development-index", sampleOf("human-development-index"))).toBeCloseTo(
      0.685,
      3,
    );
    expect(numberOf("vendor-concentration", { spending: [1, 1, 2] })).toBe(0.375);
    expect(numberOf("adverse-impact-ratio", OF["adverse-impact-ratio"] as object)).toBe(0.5);
    expect(numberOf("pm25-exposure", { concentrations: [10, 30], populations: [300, 100] })).toBe(
      15,
    );
    expect(
      numberOf("uhc-index", {
        categories: [
          [80, 20],
          [0, 100],
        ],
      }),
    ).toBeCloseTo(20, 10);
    expect(numberOf("under-five-mortality", { probabilities: [0.02, 0.01] })).toBeCloseTo(29.8, 10);
    expect(numberOf("digital-brain-drain", { left: 20, came: 30, specialists: 1000 })).toBe(-10);
    expect(numberOf("multidimensional-poverty", poverty)).toBe(0.5);
    expect(numberOf("affordability-gap", { share: 0.05 })).toBeCloseTo(3, 12);
    expect(numberOf("affordability-gap", { share: 0.05, target: 0.04 })).toBeCloseTo(1, 12);
    expect(numberOf("internet-shutdown-days", sampleOf("internet-shutdown-days"))).toBe(3);
    expect(numberOf("extreme-poverty-rate", { incomes: [2.5, 4], base: 2021 })).toBe(50);
    expect(numberOf("extreme-poverty-rate", { incomes: [2.5, 4], base: 2017 })).toBe(0);
  });
  it("are refused where they cannot be", () => {
    const problems = (id: string, inputs: object) =>
      findingsOf(() => computeIndicator(id, inputs, at)).map(({ facts }) => facts.input);
    expect(problems("meaningful-connectivity-gap", { use: 0.2, meaningful: 0.3 })).toEqual([
      "meaningful",
    ]);
    expect(problems("extreme-poverty-rate", { incomes: [2], base: 2005 })).toEqual(["base"]);
    expect(problems("pm25-exposure", { concentrations: [1], populations: [1, 2] })).toEqual([
      "populations",
    ]);
    expect(
      problems("adverse-impact-ratio", {
        group: { favourable: 5, decisions: 4 },
        reference: { favourable: 1, decisions: 4 },
      }),
    ).toEqual(["group.favourable"]);
  });
  it("have no value where they are not defined", () => {
    expect(computeIndicator("usage-gap", { coverage: 0.4, use: 0.8 }, at)).toMatchObject({
      value: null,
      status: ["O", "D"],
    });
    expect(computeIndicator("vendor-concentration", { spending: [0] }, at).status).toEqual(["M"]);
    expect(computeIndicator("skills-use-gap", { use: 0, skilled: 0 }, at).value).toBeNull();
  });
});

describe("from a set of observations", () => {
  const place = { area: "IND", period: "2017", unit: "PERCENT" };
  const observations: Observation[] = [
    { ...place, indicator: "mobile-broadband-coverage", value: 88, source: "a", edition: "2020" },
    { ...place, indicator: "internet-use", value: 32, source: "b" },
    { ...place, indicator: "internet-use", value: 20, breakdown: { sex: "F" } },
    { ...place, indicator: "internet-use", value: 42, breakdown: { sex: "M" } },
    { ...place, area: "BRN", indicator: "mobile-broadband-coverage", value: 90 },
    { ...place, area: "BRN", indicator: "internet-use", value: 95 },
    { ...place, area: "NAM", indicator: "affordability-ratio", value: 104 },
    { ...place, area: "NPL", indicator: "internet-use", value: 30 },
    { ...place, area: "NPL", indicator: "skills-basic", value: 35 },
  ];
  it("says what can be computed, what is missing, and what the rest needs", () => {
    const { cells, rest } = computable(observations);
    const of = (area: string) =>
      cells
        .filter((cell) => cell.area === area && cell.computable)
        .map(({ indicator }) => indicator);
    expect(of("IND")).toEqual([
      "coverage-gap",
      "usage-gap",
      "usage-gap-covered",
      "offline-share",
      "gender-gap-absolute",
      "gender-gap-relative",
      "gender-parity-score",
    ]);
    const population = cells.find((cell) => cell.indicator === "offline-population");
    expect(population?.missing.map(({ name }) => name)).toEqual(["population"]);
    const need = (id: string) => rest.find(({ indicator }) => indicator === id);
    expect(need("gini")).toMatchObject({ from: "numbers", needs: ["incomes", "weights"] });
    expect(need("tfvaw-harm")).toMatchObject({ from: "microdata", needs: [] });
    expect(need("life-expectancy")).toMatchObject({ from: "none", calculator: null });
    const all = new Set([...cells, ...rest].map(({ indicator }) => indicator));
    expect(all.size).toBe(definitions.size);
  });
  it("computes as the functions of the families do", () => {
    const { observations: found, findings } = computeFrom(observations);
    const only = (id: string) => observations.filter(({ indicator }) => indicator === id);
    const whole = only("internet-use").filter(({ breakdown }) => breakdown === undefined);
    const gaps = usageGaps({ coverage: only("mobile-broadband-coverage"), use: whole });
    const divides = parities(only("internet-use"), internetUseParity);
    const plain = ({ indicator, area, value }: Observation) => [indicator, area, value];
    for (const expected of [...gaps.observations, ...divides.observations]) {
      expect(found.map(plain)).toContainEqual(plain(expected));
    }
    const usage = found.find(({ indicator, area }) => indicator === "usage-gap" && area === "IND");
    expect(usage).toMatchObject({ source: "b; a", edition: "2020" });
    expect(
      found.find(({ indicator, area }) => indicator === "usage-gap" && area === "BRN"),
    ).toMatchObject({ value: null, status: ["O", "D"] });
    expect(
      found.find(({ indicator, area }) => indicator === "affordability-gap" && area === "NAM")
        ?.value,
    ).toBeCloseTo(102, 10);
    // More skilled people than users: no gap, and a finding that says so.
    expect(findings.map(({ code, place: { unit } }) => [code, unit])).toEqual([
      ["indicators/calculator-input", "NPL"],
    ]);
    expect(checkObservations(found, indicators)).toEqual([]);
    expect(computeFrom(observations, ["offline-share"]).observations).toHaveLength(3);
  });
  it("does not take percent for proportions, nor the other way around", () => {
    const { observations: none, findings } = computeFrom([
      { ...place, indicator: "internet-use", value: 320 },
    ]);
    expect(none).toEqual([]);
    expect(findings[0]?.code).toBe("indicators/not-a-share");
    const { observations: same } = computeFrom([
      { ...place, indicator: "internet-use", value: 0.32, unit: "PROPORTION" },
    ]);
    expect(same[0]?.value).toBeCloseTo(68, 12);
  });
});
