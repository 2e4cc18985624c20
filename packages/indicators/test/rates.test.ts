import { readFileSync } from "node:fs";
import { isVitalError } from "@vitalcore/core";
import { checkObservations, type Observation } from "@vitalcore/domain";
import {
  conflictDeathRate,
  homicideRate,
  idpShare,
  indicators,
} from "@vitalcore/domain/indicators";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  crudeRate,
  europeanStandard1976,
  europeanStandard2013,
  probabilityOfDying,
  rateRatio,
  rates,
  segiStandard,
  standardizedRate,
  standardizedRatio,
  standardWeights,
  whoStandard,
} from "../src/rates/index.js";
import { fixture } from "./csv.js";

const reference = JSON.parse(readFileSync(fixture("rates/rates.json"), "utf8")) as {
  readonly crude: readonly (readonly [number, number, number, number, number])[];
  readonly ratios: readonly (readonly [number, number, number, number, number, number | "Inf"])[];
  readonly standardized: readonly {
    readonly d: number[];
    readonly n: number[];
    readonly w: number[];
    readonly r: readonly number[];
  }[];
};

const close = (found: number, expected: number, tolerance = 1e-10) =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected));

const findingsOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings;
    throw error;
  }
  return [];
};

describe("rates against R", () => {
  it.each(reference.crude)("crude: %d of %d at %d", (events, population, level, lower, upper) => {
    const rate = crudeRate({ events, population }, { level });
    close(rate.value, events / population);
    close(rate.lower, lower);
    close(rate.upper, upper);
  });

  it.each(reference.ratios)("ratio: %d of %d over %d of %d", (a, n, b, m, lower, upper) => {
    const ratio = rateRatio({ events: a, population: n }, { events: b, population: m });
    close(ratio.lower, lower);
    if (upper === "Inf")
      expect(ratio).toMatchObject({ value: null, upper: Number.POSITIVE_INFINITY });
    else close(ratio.upper, upper);
  });

  it.each(reference.standardized)("standardized: $d of $n", ({ d, n, w, r }) => {
    const kinds = ["gamma", "gamma-modified", "dobson", "normal"] as const;
    kinds.forEach((interval, i) => {
      const rate = standardizedRate({ events: d, population: n }, w, { interval });
      close(rate.value, r[0] as number);
      // Without events Dobson's limits are undefined: the gamma limits stand for them.
      if (interval === "dobson" && rate.value === 0) return;
      close(rate.lower, r[1 + 2 * i] as number);
      close(rate.upper, r[2 + 2 * i] as number);
    });
  });
});

describe("standard populations", () => {
  it.each([
    [whoStandard, 100.03, 18],
    [segiStandard, 100_000, 18],
    [europeanStandard1976, 100_000, 18],
    [europeanStandard2013, 100_000, 19],
  ])("$name adds up", (standard, sum, groups) => {
    expect(standard.weights.reduce((total, weight) => total + weight, 0)).toBeCloseTo(sum, 8);
    expect([standard.ages.length, standard.weights.length]).toEqual([groups, groups]);
    expect(standardWeights(standard, standard.ages)).toEqual(standard.weights);
    expect(standardWeights(standard, [{ from: 0, to: null }])[0]).toBeCloseTo(sum, 8);
  });

  it.each([
    ["cut through", [{ from: 0, to: 17 }]],
    [
      "overlap",
      [
        { from: 0, to: 14 },
        { from: 10, to: null },
      ],
    ],
    [
      "leave a gap",
      [
        { from: 0, to: 14 },
        { from: 20, to: null },
      ],
    ],
    ["end below they start", [{ from: 20, to: 14 }]],
  ])("refuse age groups that %s", (_, ages) => {
    expect(findingsOf(() => standardWeights(segiStandard, ages)).map(({ code }) => code)).toEqual([
      "indicators/age-groups",
    ]);
  });
});

describe("laws", () => {
  const ages = fc.array(
    fc.record({
      d: fc.integer({ min: 0, max: 500 }),
      n: fc.integer({ min: 1000, max: 1e6 }),
      w: fc.integer({ min: 1, max: 100 }),
    }),
    { minLength: 1, maxLength: 18 },
  );

  it("a standardized rate lies among the rates, and is the crude one for its own structure (property)", () => {
    fc.assert(
      fc.property(ages, (groups) => {
        const events = groups.map(({ d }) => d);
        const population = groups.map(({ n }) => n);
        const specific = groups.map(({ d, n }) => d / n);
        const { value, lower, upper } = standardizedRate(
          { events, population },
          groups.map(({ w }) => w),
        );
        expect(value).toBeGreaterThanOrEqual(Math.min(...specific) - 1e-15);
        expect(value).toBeLessThanOrEqual(Math.max(...specific) + 1e-15);
        expect(lower).toBeLessThanOrEqual(value);
        expect(upper).toBeGreaterThan(value);
        const own = standardizedRate({ events, population }, population);
        const total = {
          events: events.reduce((a, b) => a + b),
          population: population.reduce((a, b) => a + b),
        };
        close(own.value, crudeRate(total).value, 1e-12);
        // With one weight per person the gamma limits are the exact ones.
        close(own.upper, crudeRate(total).upper, 1e-9);
      }),
    );
  });

  it("a ratio turns round with its groups (property)", () => {
    const counts = fc.record({
      events: fc.integer({ min: 1, max: 1000 }),
      population: fc.integer({ min: 1, max: 1e6 }),
    });
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const [there, back] = [rateRatio(a, b), rateRatio(b, a)];
        close((there.value as number) * (back.value as number), 1, 1e-12);
        close(there.lower * back.upper, 1, 1e-9);
      }),
    );
  });

  it("expected events of a population at its own rates are its events", () => {
    const { value, expected } = standardizedRatio(30, [1000, 2000], [0.01, 0.01]);
    expect([value, expected]).toEqual([1, 30]);
    close(probabilityOfDying([0.001]), 0.005 / 1.0025, 1e-12);
  });
});

describe("what is refused", () => {
  it("counts that cannot be, all together", () => {
    expect(findingsOf(() => crudeRate({ events: 1.5, population: 0 }, { level: 95 }))).toHaveLength(
      3,
    );
    expect(
      findingsOf(() => rateRatio({ events: 0, population: 1 }, { events: 0, population: 1 }))[0]
        ?.message,
    ).toContain("one event");
    expect(
      findingsOf(() => standardizedRate({ events: [1, 2], population: [1] }, [1, 1]))[0]?.code,
    ).toBe("indicators/unequal-lengths");
    expect(
      findingsOf(() =>
        standardizedRate({ events: [1], population: [Number.NaN] }, [0], {
          interval: "exact" as never,
        }),
      ),
    ).toHaveLength(3);
    expect(findingsOf(() => standardizedRatio(-1, [0], [0.1], {}))).toHaveLength(1);
    expect(findingsOf(() => standardizedRatio(1, [0], [0.1]))[0]?.message).toContain("expected");
    expect(findingsOf(() => probabilityOfDying([50, 0.001]))).toHaveLength(1);
  });
});

describe("rates of observations", () => {
  const at = (value: number | null, more: Partial<Observation> = {}): Observation => ({
    indicator: "deaths",
    area: "COL",
    period: "2020",
    unit: "CASES",
    value,
    ...(value === null && { status: ["O"] }),
    ...more,
  });
  const people = (value: number | null, more: Partial<Observation> = {}) =>
    at(value, { indicator: "population", unit: "PERSONS", ...more });

  it("are in the unit of the definition, with limits for events", () => {
    const { observations, findings } = rates(
      homicideRate,
      { counts: [at(12, { source: "unodc" })], population: [people(104_000, { source: "wpp" })] },
      { counted: "events" },
    );
    expect(findings).toEqual([]);
    expect(observations[0]).toMatchObject({ unit: "PER_100000", source: "unodc; wpp" });
    close(observations[0]?.value as number, 11.538461538461538);
    close(observations[0]?.interval?.upper as number, 20.15537023863);
    expect(checkObservations(observations, indicators)).toEqual([]);
  });

  it("have none where counts are of people, or not possible, or in other units", () => {
    const { observations, findings } = rates(idpShare, {
      counts: [
        at(5),
        at(-5, { area: "NAM" }),
        at(5, { area: "DEU" }),
        at(null, { area: "FRA" }),
        at(5, { area: "IND" }),
      ],
      population: [
        people(50),
        people(50, { area: "NAM" }),
        people(0, { area: "DEU" }),
        people(50, { area: "FRA" }),
        people(1.4, { area: "IND", unit: "MILLIONS" }),
      ],
    });
    expect(observations.map(({ area, value, interval }) => [area, value, interval])).toEqual([
      ["COL", 10_000, undefined],
      ["NAM", null, undefined],
      ["DEU", null, undefined],
      ["FRA", null, undefined],
      ["IND", null, undefined],
    ]);
    expect(findings.map(({ code }) => code)).toEqual([
      "indicators/impossible-count",
      "indicators/impossible-count",
      "indicators/count-unit",
    ]);
    expect(rates(conflictDeathRate, { counts: [at(1)], population: [] }).findings[0]?.code).toBe(
      "indicators/unpaired-observation",
    );
  });
});
