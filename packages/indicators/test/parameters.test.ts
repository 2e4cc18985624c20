import type { Observation } from "@vitalcore/domain";
import { idpShare } from "@vitalcore/domain/indicators";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverageGaps, internetUseParity, parities, usageGaps } from "../src/connectivity/index.js";
import {
  equalWeights,
  multidimensionalPoverty,
  povertyObservations,
} from "../src/multidimensional-poverty/index.js";
import { rates } from "../src/rates/index.js";
import { computeFrom, computeIndicator } from "../src/registry/index.js";
import { estimateIndicator } from "../src/registry/microdata.js";
import { ACTS, dataOf, questionnaire, design as violenceDesign } from "./violence-survey.js";

const at = { area: "NAM", period: "2018" };
const two = {
  id: "two",
  name: "Two",
  dimensions: equalWeights({ a: ["offline"], b: ["hungry"] }),
  cutoff: [1, 4],
} as const;
const deprivations = { offline: [1, 0, 1], hungry: [1, 0, 0] };
const parametersOf = ({ observations }: { readonly observations: readonly Observation[] }) =>
  observations.map(({ parameters }) => parameters);

describe("what computeIndicator was told", () => {
  const incomes = [1, 2, 2.5, 4];

  it("is a line, with the price base of an international one", () => {
    const national = computeIndicator("national-poverty-rate", { incomes, line: 2.2 }, at);
    expect(national.parameters).toEqual({ line: 2.2 });
    const extreme = computeIndicator("extreme-poverty-rate", { incomes, base: 2017 }, at);
    expect(extreme.parameters).toEqual({ base: 2017, line: 2.15 });
    const entry = computeIndicator(
      "downside-poverty-entry",
      { before: [3, 1], after: [1, 1], lines: { before: 2, after: 2.5 } },
      at,
    );
    expect(entry.parameters).toEqual({ "lines.before": 2, "lines.after": 2.5 });
  });

  it("is what was taken where nothing was said", () => {
    const gap = (inputs: object) => computeIndicator("affordability-gap", inputs, at).parameters;
    expect(gap({ share: 0.05 })).toEqual({ target: 0.02 });
    expect(gap({ share: 0.05, target: 0.05 })).toEqual({ target: 0.05 });
    const price: Observation = {
      ...at,
      indicator: "affordability-ratio",
      value: 5,
      unit: "PERCENT",
    };
    const [computed] = computeFrom([price]).observations;
    expect(computed?.parameters).toEqual({ target: 0.02 });
  });

  it("is the cutoff and the id of a specification, and the edition of a report", () => {
    const poverty = { data: deprivations, specification: two, missing: "drop" };
    expect(computeIndicator("multidimensional-poverty", poverty, at).parameters).toEqual({
      specification: "two",
      k: 0.25,
      missing: "drop",
    });
    const pressures = { hdi: 0.7, carbonDioxide: 5, materialFootprint: 10, edition: "hdr2021" };
    const id = "planetary-pressures-adjusted-human-development-index";
    expect(computeIndicator(id, pressures, at).parameters).toEqual({ edition: "hdr2021" });
  });

  it("is nothing where there are data alone, and joins what the caller says", () => {
    expect(computeIndicator("coverage-gap", { coverage: 0.8 }, at)).not.toHaveProperty(
      "parameters",
    );
    const told = { ...at, parameters: { basket: "5 GB", line: 9 } };
    const { parameters } = computeIndicator("national-poverty-rate", { incomes, line: 2 }, told);
    expect(parameters).toEqual({ basket: "5 GB", line: 2 });
  });

  it("computes the number again, after JSON too (property)", () => {
    const amount = fc.integer({ min: 0, max: 10_000 }).map((cents) => cents / 100);
    const positive = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1 }), positive, (given, line) => {
        const inputs = { incomes: given, line };
        const observation = computeIndicator("national-poverty-rate", inputs, at);
        const read = JSON.parse(JSON.stringify(observation)) as Observation;
        expect(read).toEqual(observation);
        const again = { incomes: given, ...read.parameters };
        expect(computeIndicator("national-poverty-rate", again, at)).toEqual(observation);
      }),
    );
  });
});

describe("what estimateIndicator was told", () => {
  const data = Object.fromEntries(
    Object.keys(dataOf(1)[0] as object).map((name) => [
      name,
      dataOf(1).map((row) => (row as Record<string, unknown>)[name]),
    ]),
  );
  const violence = { data, design: violenceDesign, questionnaire };

  it("is recall, acts, policy and denominator of a prevalence, in every group", () => {
    const inputs = { ...violence, denominator: "asked", by: "place" };
    const found = parametersOf(estimateIndicator("tfvaw-12m-prevalence", inputs, at));
    expect(found.length).toBeGreaterThan(1);
    for (const parameters of found) {
      expect(parameters).toEqual({
        recall: "12 months",
        acts: JSON.stringify(ACTS),
        policy: "yes-dominates",
        denominator: "asked",
      });
    }
    const chosen = { ...violence, denominator: "all-upper-bound", acts: ["threat"] };
    const [lifetime] = parametersOf(
      estimateIndicator("tfvaw-lifetime-prevalence", { ...chosen, policy: "dont-know-as-no" }, at),
    );
    expect(lifetime).toEqual({
      recall: "lifetime",
      acts: '["threat"]',
      policy: "dont-know-as-no",
      denominator: "all-upper-bound",
    });
  });

  it("is the groups of a gap and the line of a poverty rate", () => {
    const gap = {
      data: { online: [1, 0, 1, 1], sex: ["F", "F", "M", "M"], town: [1, 2, 1, 2] },
      design: { clusters: "town" },
      trait: { column: "online", yes: 1, no: 0 },
      by: "sex",
      group: "F",
      reference: "M",
    };
    expect(parametersOf(estimateIndicator("gender-gap-absolute", gap, at))).toEqual([
      { by: "sex", group: "F", reference: "M" },
    ]);
    const incomes = {
      data: { income: [1, 2, 3, 4], heads: [1, 2, 3, 4], town: [1, 1, 2, 2] },
      design: { clusters: "town" },
      income: "income",
      size: "heads",
    };
    const relative = { ...incomes, line: { shareOfMedian: 0.6 } };
    expect(parametersOf(estimateIndicator("national-poverty-rate", relative, at))).toEqual([
      { "line.shareOfMedian": 0.6, size: "heads" },
    ]);
    const extreme = { ...incomes, base: 2021 };
    expect(parametersOf(estimateIndicator("extreme-poverty-rate", extreme, at))).toEqual([
      { base: 2021, line: 3, size: "heads" },
    ]);
  });
});

describe("what calculators on observations were told", () => {
  const coverage: Observation = {
    ...at,
    indicator: "mobile-broadband-coverage",
    value: 88,
    unit: "PERCENT",
  };
  const use: Observation = { ...coverage, indicator: "internet-use", value: 32 };

  it("is the tolerance of gaps, the groups of a parity, what a rate counts", () => {
    expect(parametersOf(usageGaps({ coverage: [coverage], use: [use] }))).toEqual([
      { tolerance: 0.01 },
      { tolerance: 0.01 },
    ]);
    const sexes = ["F", "M"].map((sex) => ({ ...use, breakdown: { sex } }));
    const [score] = parities(sexes, internetUseParity).observations;
    expect(score?.parameters).toEqual({ axis: "sex", group: "F", reference: "M" });
    const people = { ...at, unit: "PERSONS" };
    const counts = [{ ...people, indicator: "idps", value: 10 }];
    const population = [{ ...people, indicator: "population", value: 1000 }];
    expect(parametersOf(rates(idpShare, { counts, population }))).toEqual([{ counted: "people" }]);
  });

  it("is the specification of multidimensional poverty", () => {
    const poverty = multidimensionalPoverty(deprivations, two);
    for (const { parameters } of povertyObservations(poverty, at)) {
      expect(parameters).toEqual({ specification: "two", k: 0.25 });
    }
  });

  it("is not what was said of the inputs", () => {
    const [gap] = coverageGaps([{ ...coverage, parameters: { signal: "3G" } }]).observations;
    expect(gap).not.toHaveProperty("parameters");
  });
});
