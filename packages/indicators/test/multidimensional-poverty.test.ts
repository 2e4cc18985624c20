import { isVitalError, overChunks, revive, tableFrom } from "@vitalcore/core";
import { checkObservations } from "@vitalcore/domain";
import { indicators } from "@vitalcore/domain/indicators";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  equalWeights,
  globalMpi,
  multidimensionalHeadcount,
  multidimensionalIntensity,
  multidimensionalPoverty,
  multidimensionalPovertyResult,
  normalizedGap,
  type PovertySpecification,
  povertyChange,
  povertyDominance,
  povertyGaps,
  povertyObservations,
  povertyStatistic,
  rankAgreement,
  withoutIndicators,
} from "../src/multidimensional-poverty/index.js";

const findingsOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings;
    throw error;
  }
  return [];
};

const specification: PovertySpecification = {
  id: "test",
  name: "Test",
  dimensions: equalWeights({ one: ["a", "b"], two: ["c"], three: ["d"] }),
  cutoff: [1, 3],
  vulnerableFrom: [1, 6],
  severeFrom: [1, 2],
};

const person = fc.record({
  a: fc.integer({ min: 0, max: 1 }),
  b: fc.integer({ min: 0, max: 1 }),
  c: fc.integer({ min: 0, max: 1 }),
  d: fc.integer({ min: 0, max: 1 }),
  w: fc.double({ min: 0.01, max: 100, noNaN: true }),
  g: fc.constantFrom("x", "y", "z"),
});
const people = fc.array(person, { minLength: 1, maxLength: 60 });

describe("multidimensionalPoverty", () => {
  it("counts exactly: deprived in eight of ten is poor at a cutoff of eight tenths", () => {
    const ids = Array.from({ length: 10 }, (_, i) => `i${i}`);
    // Added as fractions, eight tenths fall short.
    expect(ids.slice(0, 8).reduce((sum) => sum + 1 / 10, 0)).toBeLessThan(8 / 10);
    const row = Object.fromEntries(ids.map((id, i) => [id, i < 8]));
    const tenths = { id: "tenths", name: "Tenths", dimensions: equalWeights({ all: ids }) };
    const poverty = multidimensionalPoverty([row], { ...tenths, cutoff: [8, 10] });
    expect([poverty.headcount, poverty.intensity]).toEqual([1, 0.8]);
    expect(multidimensionalPoverty([row], { ...tenths, cutoff: [9, 10] }).headcount).toBe(0);
  });

  it("is the definition, for any data (property)", () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 6 }), (rows, k) => {
        const poverty = multidimensionalPoverty(
          rows,
          { ...specification, cutoff: [k, 6] },
          { weight: "w" },
        );
        const all = rows.reduce((sum, { w }) => sum + w, 0);
        const scored = rows.map((row) => ({
          ...row,
          score: row.a + row.b + 2 * row.c + 2 * row.d,
        }));
        const poor = scored.filter(({ score }) => score >= k);
        const poorWeight = poor.reduce((sum, { w }) => sum + w, 0);
        const adjusted = poor.reduce((sum, { w, score }) => sum + (w * score) / 6, 0) / all;
        expect(poverty.headcount).toBeCloseTo(poorWeight / all, 12);
        expect(poverty.adjustedHeadcount).toBeCloseTo(adjusted, 12);
        const censored = poor.reduce((sum, { w, c }) => sum + w * c, 0) / all;
        expect(poverty.indicators[2]?.censored).toBeCloseTo(censored, 12);
        if (poverty.intensity !== null) {
          expect(poverty.headcount * poverty.intensity).toBeCloseTo(adjusted, 12);
          expect(poverty.intensity).toBeGreaterThanOrEqual(k / 6 - 1e-12);
        }
      }),
    );
  });

  it("contributions of indicators, dimensions and groups add up (property)", () => {
    fc.assert(
      fc.property(people, (rows) => {
        const poverty = multidimensionalPoverty(rows, specification, { weight: "w", by: "g" });
        const sum = (terms: readonly (number | null)[]) =>
          terms.reduce<number>((total, term) => total + (term ?? 0), 0);
        const whole = poverty.adjustedHeadcount === 0 ? 0 : 1;
        expect(sum(poverty.indicators.map(({ contribution }) => contribution))).toBeCloseTo(
          whole,
          12,
        );
        expect(sum(poverty.dimensions.map(({ contribution }) => contribution))).toBeCloseTo(
          whole,
          12,
        );
        expect(sum(poverty.groups.map(({ contribution }) => contribution))).toBeCloseTo(whole, 12);
        expect(sum(poverty.groups.map(({ populationShare }) => populationShare))).toBeCloseTo(
          1,
          12,
        );
        const added = sum(poverty.groups.map((group) => group.populationShare * group.headcount));
        expect(added).toBeCloseTo(poverty.headcount, 12);
      }),
    );
  });

  it("does not care for order, copies, or the scale of the weights (property)", () => {
    fc.assert(
      fc.property(people, (rows) => {
        const once = multidimensionalPoverty(rows, specification, { weight: "w" });
        const twice = multidimensionalPoverty(
          [...rows, ...rows].reverse().map((row) => ({ ...row, w: row.w * 1000 })),
          specification,
          { weight: "w" },
        );
        expect(twice.headcount).toBeCloseTo(once.headcount, 12);
        expect(twice.adjustedHeadcount).toBeCloseTo(once.adjustedHeadcount, 12);
      }),
    );
  });

  it("never falls when somebody loses something, and falls as the cutoff rises (property)", () => {
    fc.assert(
      fc.property(people, fc.nat(), fc.constantFrom("a", "b", "c", "d"), (rows, at, id) => {
        const worse = rows.map((row, i) => (i === at % rows.length ? { ...row, [id]: 1 } : row));
        const before = multidimensionalPoverty(rows, specification, { weight: "w" });
        const after = multidimensionalPoverty(worse, specification, { weight: "w" });
        expect(after.adjustedHeadcount).toBeGreaterThanOrEqual(before.adjustedHeadcount - 1e-12);
        const curve = before.cutoffs.map(({ adjustedHeadcount }) => adjustedHeadcount);
        expect(
          curve.every((value, i) => i === 0 || value <= (curve[i - 1] as number) + 1e-15),
        ).toBe(true);
      }),
    );
  });

  it("in parts is as at once (property)", () => {
    fc.assert(
      fc.property(people, fc.nat(), (rows, cut) => {
        const at = cut % rows.length;
        const statistic = povertyStatistic(specification, { weight: "w" });
        const chunks = [rows.slice(0, at), rows.slice(at)].filter((chunk) => chunk.length > 0);
        const inParts = overChunks(statistic, chunks);
        const merged = statistic.finish(
          chunks
            .map((chunk) => statistic.accumulate(statistic.empty(), chunk))
            .reduce(statistic.merge),
        );
        const whole = multidimensionalPoverty(rows, specification, { weight: "w" });
        for (const found of [inParts, merged]) {
          expect(found.n).toBe(whole.n);
          expect(found.adjustedHeadcount).toBeCloseTo(whole.adjustedHeadcount, 13);
        }
      }),
    );
  });

  it("takes more indicators than fit in a mask, with the same result", () => {
    const ids = Array.from({ length: 20 }, (_, j) => `i${j}`);
    const wide: PovertySpecification = {
      id: "wide",
      name: "Wide",
      dimensions: equalWeights({ all: ids }),
      cutoff: [2, 5],
    };
    const narrow: PovertySpecification = {
      ...wide,
      dimensions: equalWeights({ all: ids.slice(0, 10) }),
    };
    // Every deprivation twice: the scores are the same shares.
    const rows = Array.from({ length: 200 }, (_, row) =>
      Object.fromEntries(
        ids.map((id, j) => [id, ((row * 7 + (j % 10) * 13 + row * (j % 10)) % 5) % 2]),
      ),
    );
    const [all, half] = [
      multidimensionalPoverty(rows, wide),
      multidimensionalPoverty(rows, narrow),
    ];
    expect(all.headcount).toBeCloseTo(half.headcount, 13);
    expect(all.adjustedHeadcount).toBeCloseTo(half.adjustedHeadcount, 13);
    expect(all.headcount).toBeGreaterThan(0);
    const missing = rows.map((row, i) => (i < 3 ? { ...row, i7: null } : row));
    expect(multidimensionalPoverty(missing, wide, { missing: "drop" }).nMissing).toBe(3);
  });

  it("keeps its digits over many rows", () => {
    const n = 200_000;
    const table = tableFrom({
      a: new Float64Array(n).map((_, i) => i % 2),
      b: new Float64Array(n),
      c: new Float64Array(n).map((_, i) => i % 2),
      d: new Float64Array(n),
      w: new Float64Array(n).fill(0.1),
    });
    const poverty = multidimensionalPoverty(table, specification, { weight: "w" });
    expect(poverty.population / 20_000).toBeCloseTo(1, 13);
    expect(poverty.headcount).toBeCloseTo(0.5, 13);
  });

  it("shows itself, and comes back from JSON", () => {
    const rows = [
      { a: 1, b: 1, c: 1, d: null, g: "x" },
      { a: 0, b: 0, c: 0, d: 0, g: "x" },
      { a: 1, b: 0, c: 1, d: 0, g: "y" },
    ];
    const poverty = multidimensionalPoverty(rows, specification, { missing: "drop", by: "g" });
    expect(String(poverty)).toContain("Test: 0.250");
    const again = revive(JSON.parse(JSON.stringify(poverty)), [multidimensionalPovertyResult]);
    expect(String(again)).toBe(String(poverty));
    const observations = povertyObservations(poverty, {
      area: "NAM",
      period: "2018",
      axis: "region",
    });
    expect(observations).toHaveLength(9);
    expect(observations[5]).toMatchObject({
      value: null,
      status: ["M"],
      breakdown: { region: "x" },
    });
    const definitions = [...indicators, multidimensionalHeadcount, multidimensionalIntensity];
    expect(checkObservations(observations, definitions)).toEqual([]);
  });
});

describe("what is refused or flagged", () => {
  const row = { a: 0, b: 0, c: 1, d: 0 };
  it.each([
    ["survey codes", [{ ...row, a: 2 }], "indicators/not-a-deprivation"],
    ["a percentage", [{ ...row, a: 0.3 }], "indicators/not-a-deprivation"],
    ["words", [{ ...row, a: "yes" }], "indicators/not-a-deprivation"],
    ["a missing deprivation", [row, { ...row, b: null }], "indicators/missing-deprivation"],
    ["a negative weight", [{ ...row, w: -1 }], "indicators/poverty-weight"],
    [
      "a missing weight",
      [
        { ...row, w: 1 },
        { ...row, w: null },
      ],
      "indicators/poverty-weight",
    ],
    ["weights of zero", [{ ...row, w: 0 }], "indicators/poverty-weight"],
    ["no such column", [{ a: 1 }], "core/unknown-column"],
    ["no rows", { a: [], b: [], c: [], d: [], w: [] }, "indicators/nobody-measured"],
  ] as const)("%s", (_, data, code) => {
    const first = Array.isArray(data) ? data[0] : data;
    const options = "w" in (first as object) ? { weight: "w" } : {};
    const findings = findingsOf(() =>
      multidimensionalPoverty(data as never, specification, options),
    );
    expect(findings.map((finding) => finding.code)).toContain(code);
  });

  it("names row and column, and never quotes what identifies", () => {
    const table = tableFrom([row, { ...row, c: 9 }], { identifying: ["c"] });
    const [finding] = findingsOf(() => multidimensionalPoverty(table, specification));
    expect(finding?.place).toEqual({ column: "c", row: 2 });
    expect(finding).not.toHaveProperty("found");
    const missing = findingsOf(() =>
      multidimensionalPoverty([row, { ...row, g: "x" }], specification, { by: "g" }),
    );
    expect(missing[0]).toMatchObject({
      code: "indicators/missing-group",
      place: { row: 1, column: "g" },
    });
  });

  it("a specification with everything wrong, all at once", () => {
    const wrong: PovertySpecification = {
      ...specification,
      dimensions: [
        {
          id: "x",
          indicators: [
            { id: "a", weight: 0.5 },
            { id: "a", weight: -1 },
          ],
        },
      ],
      cutoff: [2, 1],
      severeFrom: [0, 3],
    };
    expect(findingsOf(() => multidimensionalPoverty([row], wrong))).toHaveLength(5);
    expect(
      findingsOf(() => withoutIndicators(globalMpi, ["nutrition", "child-mortality", "wealth"])),
    ).toHaveLength(2);
    expect(findingsOf(() => equalWeights({ a: [] }))).toHaveLength(1);
  });

  it("a deprivation that is likely coded the other way round", () => {
    const rows = Array.from({ length: 40 }, (_, i) => {
      const poor = i % 3 === 0 ? 1 : 0;
      return { a: poor, b: poor, c: poor, d: 1 - poor };
    });
    const { findings } = multidimensionalPoverty(rows, specification);
    expect(findings.map(({ code, facts }) => [code, facts.name])).toEqual([
      ["indicators/likely-reversed", "d"],
    ]);
  });
});

describe("weights", () => {
  it("keep the share of every dimension when indicators are left out (property)", () => {
    const ids = globalMpi.dimensions.flatMap(({ indicators }) => indicators.map(({ id }) => id));
    fc.assert(
      fc.property(fc.subarray(ids, { maxLength: 6 }), (absent) => {
        const leavesNone = globalMpi.dimensions.some(({ indicators }) =>
          indicators.every(({ id }) => absent.includes(id)),
        );
        if (leavesNone) {
          expect(findingsOf(() => withoutIndicators(globalMpi, absent))).not.toEqual([]);
          return;
        }
        const { dimensions } = withoutIndicators(globalMpi, absent);
        const sums = dimensions.map(({ indicators }) =>
          indicators.reduce((sum, { weight }) => sum + weight, 0),
        );
        expect(new Set(sums).size).toBe(1);
        expect(
          dimensions
            .flatMap(({ indicators }) => indicators)
            .every(({ weight }) => Number.isInteger(weight)),
        ).toBe(true);
      }),
    );
  });
});

describe("change and robustness", () => {
  it("parts add up to the change, by every way of dividing it (property)", () => {
    const everyGroup = ["x", "y", "z"].map((g) => ({ a: 0, b: 1, c: 1, d: 0, w: 1, g }));
    fc.assert(
      fc.property(people, people, (first, second) => {
        const of = (rows: typeof first) =>
          multidimensionalPoverty([...rows, ...everyGroup], specification, {
            weight: "w",
            by: "g",
          });
        const change = povertyChange(of(first), of(second));
        expect(change.byHeadcount + change.byIntensity).toBeCloseTo(change.change, 12);
        expect(change.indicators.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(
          change.change,
          12,
        );
        const groups = change.groups.reduce(
          (sum, { within, demographic }) => sum + within + demographic,
          0,
        );
        expect(groups).toBeCloseTo(change.change, 12);
      }),
    );
  });

  it("refuses to compare what was measured differently", () => {
    const row = { a: 1, b: 0, c: 1, d: 0, g: "x" };
    const other = multidimensionalPoverty([row], { ...specification, cutoff: [1, 2] });
    const one = multidimensionalPoverty([row], specification);
    const grouped = multidimensionalPoverty([row], specification, { by: "g" });
    expect(findingsOf(() => povertyChange(one, other))[0]?.message).toContain(
      "specifications differ",
    );
    expect(findingsOf(() => povertyChange(one, grouped))[0]?.message).toContain("groups differ");
    const unlike = multidimensionalPoverty([row], {
      ...specification,
      dimensions: equalWeights({ a: ["a", "b"], b: ["c", "d"] }),
    });
    expect(findingsOf(() => povertyDominance(one, unlike))[0]?.code).toBe(
      "indicators/incomparable-poverty",
    );
  });

  it("dominance turns round with its arguments", () => {
    const of = (rows: object[]) => multidimensionalPoverty(rows as never, specification);
    const none = { a: 0, b: 0, c: 0, d: 0 };
    const [rich, poor] = [of([none, none]), of([none, { ...none, a: 1, c: 1 }])];
    expect(povertyDominance(rich, poor)).toBe("second poorer");
    expect(povertyDominance(poor, rich)).toBe("first poorer");
    expect(povertyDominance(poor, poor)).toBe("equal");
    expect(rankAgreement([1, 1, 1], [1, 2, 3])).toEqual({
      spearman: null,
      kendall: null,
      robustPairs: 0,
    });
    expect(rankAgreement([1, 2], [3, 4])).toMatchObject({ kendall: 1, robustPairs: 1 });
  });
});

describe("povertyGaps", () => {
  it("lie below the adjusted headcount, and equal it where everybody has nothing (property)", () => {
    const gap = fc.constantFrom(0, 0.25, 0.5, 1);
    const rows = fc.array(fc.record({ a: gap, b: gap, c: gap, d: gap }), { minLength: 1 });
    fc.assert(
      fc.property(rows, (data) => {
        const { adjustedHeadcount, adjustedGap, adjustedSquaredGap } = povertyGaps(
          data,
          specification,
        );
        expect(adjustedGap).toBeLessThanOrEqual(adjustedHeadcount + 1e-12);
        expect(adjustedSquaredGap).toBeLessThanOrEqual(adjustedGap + 1e-12);
        const all = data.map((row) =>
          Object.fromEntries(Object.entries(row).map(([id, d]) => [id, d > 0 ? 1 : 0])),
        );
        const whole = povertyGaps(all as never, specification);
        expect(whole.adjustedGap).toBeCloseTo(adjustedHeadcount, 12);
        const counted = multidimensionalPoverty(all as never, specification);
        expect(counted.adjustedHeadcount).toBeCloseTo(adjustedHeadcount, 12);
      }),
    );
  });

  it("refuses what is no gap", () => {
    const rows = [{ a: 0, b: 1.5, c: -0.1, d: null }];
    expect(
      findingsOf(() => povertyGaps(rows, specification)).map(({ place }) => place.column),
    ).toEqual(["b", "c", "d"]);
    expect(findingsOf(() => normalizedGap(-1, 0))).toHaveLength(2);
  });
});
