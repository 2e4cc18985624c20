import { isVitalError } from "@vitalcore/core";
import { checkObservations } from "@vitalcore/domain";
import { indicators } from "@vitalcore/domain/indicators";
import { describe, expect, it } from "vitest";
import { calculatorInputs, computedIndicators, computeIndicator } from "../src/registry/index.js";

const at = { area: "NAM", period: "2018" };

const findingsOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings;
    throw error;
  }
  return [];
};

/** A number that every input of its name takes. */
const SAMPLE: Readonly<Record<string, number>> = {
  coverage: 0.8,
  use: 0.4,
  female: 0.4,
  male: 0.5,
  population: 1000,
  events: 3,
  count: 3,
  part: 3,
  whole: 4,
  monthlyPrice: 3,
  annualIncomePerPerson: 1800,
  consumption: 2400,
  requirement: 1800,
  variation: 0.28,
  reports: 10,
  actioned: 4,
};

describe("computeIndicator", () => {
  it.each(computedIndicators())("%s gives an observation that the definition allows", (id) => {
    const inputs = Object.fromEntries(calculatorInputs(id).map((name) => [name, SAMPLE[name]]));
    const observation = computeIndicator(id, inputs, at);
    expect(observation.indicator).toBe(id);
    expect(observation.value).toBeTypeOf("number");
    expect(checkObservations([observation], indicators)).toEqual([]);
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
    expect(findingsOf(() => calculatorInputs("gini"))[0]?.hint).toContain("in the catalogue");
    expect(findingsOf(() => calculatorInputs("__proto__"))[0]?.code).toBe(
      "indicators/no-calculator",
    );
  });
});
