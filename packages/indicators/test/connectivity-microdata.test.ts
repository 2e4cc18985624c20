import { readFileSync } from "node:fs";
import { isVitalError } from "@vitalcore/core";
import { checkObservations } from "@vitalcore/domain";
import { indicators, internetUse } from "@vitalcore/domain/indicators";
import type { DesignSpec } from "@vitalcore/survey";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Barrier,
  type ConnectivityTraits,
  connectivityEstimates,
  groupGapEstimate,
  observeEstimates,
  offlineByBarrier,
  type Trait,
} from "../src/microdata/index.js";
import { csvRows, fixture } from "./csv.js";
import { tallied } from "./violence-survey.js";

const { close } = tallied("connectivity microdata");
const data = csvRows(fixture("connectivity/survey.csv")).map((row) =>
  Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [
      name,
      cell === "" ? null : name === "sex" || name === "place" ? cell : Number(cell),
    ]),
  ),
);
const design: DesignSpec = { weights: "w", strata: "stratum", clusters: "psu" };
const asked = (column: string): Trait => ({ column, yes: 1, no: 2, noAnswer: [8] });
const device = asked("phone");
const quality: Trait = { column: "mbps", atLeast: 10 };
const traits: ConnectivityTraits = {
  uses: { column: "online", yes: 1, no: 2 },
  covered: asked("signal"),
  device,
  skills: asked("skills"),
  quality,
  meaningful: { all: [device, quality, asked("daily")] },
};
const barriers: readonly Barrier[] = [
  { name: "signal", has: asked("signal") },
  { name: "device", has: device },
  { name: "skills", has: asked("skills") },
];
type Stored = Readonly<
  Record<string, Readonly<Record<string, number[]>> & { n: number; df: number }>
>;
const stored = JSON.parse(readFileSync(fixture("connectivity/survey.json"), "utf8")) as Stored;

const findingsOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings;
    throw error;
  }
  return [];
};

describe("a simulated survey, against R survey 4.1.1", () => {
  it("shares of everybody and by place", () => {
    const { shares, findings } = connectivityEstimates(data, design, traits);
    expect(findings).toEqual([]);
    const byPlace = connectivityEstimates(data, design, traits, { by: "place" }).shares;
    expect(Object.keys(shares)).toHaveLength(14);
    for (const [id, [found]] of Object.entries(shares)) {
      const { n, df, mean, se, ci, by, bySe } = stored[id] as Stored[string];
      expect([found?.n, found?.degreesOfFreedom]).toEqual([n, df]);
      close(found?.value, mean?.[0] as number);
      close(found?.standardError, se?.[0] as number);
      close(found?.interval?.lower, ci?.[0] as number, 1e-8);
      close(found?.interval?.upper, ci?.[1] as number, 1e-8);
      byPlace[id as keyof typeof byPlace]?.forEach(({ value, standardError }, g) => {
        close(value, by?.[g] as number);
        close(standardError, bySe?.[g] as number);
      });
    }
  });

  it("offline people by the first barrier", () => {
    const { shares, offline } = offlineByBarrier(data, design, traits.uses, barriers);
    for (const [name, [found]] of Object.entries({ ...shares, offline })) {
      const { n, mean, se } = stored[`barrier ${name}`] as Stored[string];
      expect(found?.n).toBe(n);
      close(found?.value, mean?.[0] as number);
      close(found?.standardError, se?.[0] as number);
    }
    const parts = Object.values(shares).reduce((sum, [share]) => sum + (share?.value as number), 0);
    expect(parts).toBeCloseTo(offline[0]?.value as number, 12);
  });

  it("gaps between groups", () => {
    const place = { by: "place", group: "R", reference: "U" };
    for (const [id, trait] of [
      ["internet-use", traits.uses],
      ["mobile-broadband-coverage", traits.covered],
      ["skills-basic", traits.skills],
    ] as const) {
      const { absolute, score, relative } = groupGapEstimate(data, design, trait as Trait, place);
      const { difference, ratio } = stored[id] as Stored[string];
      [absolute.value, absolute.standardError, absolute.lower, absolute.upper].forEach(
        (found, i) => {
          close(found, difference?.[i] as number, 1e-8);
        },
      );
      [score?.value, score?.lower, score?.upper].forEach((found, i) => {
        close(found, ratio?.[i] as number, 1e-8);
      });
      close(relative?.value, 1 - (ratio?.[0] as number), 1e-8);
    }
    const women = { by: "sex", group: "F", reference: "M" };
    for (const [id, trait] of [
      ["internet-use", traits.uses],
      ["device-ownership", device],
    ] as const) {
      const { absolute, score } = groupGapEstimate(data, design, trait, women);
      const expected = stored[`${id} by sex`] as Stored[string];
      [absolute.value, absolute.standardError, absolute.lower, absolute.upper].forEach(
        (found, i) => {
          close(found, expected.absolute?.[i] as number, 1e-8);
        },
      );
      [score?.value, score?.lower, score?.upper].forEach((found, i) => {
        close(found, expected.score?.[i] as number, 1e-8);
      });
    }
  });
});

describe("what surveys leave open", () => {
  it("an answer that nobody gave a meaning is refused", () => {
    const trait: Trait = { column: "phone", yes: 1, no: 2 };
    expect(findingsOf(() => connectivityEstimates(data, design, { uses: trait }))[0]).toMatchObject(
      { code: "indicators/unknown-code", place: { column: "phone" }, found: 8 },
    );
    expect(
      findingsOf(() =>
        connectivityEstimates(data, design, {
          ...traits,
          quality: { column: "mbps", atLeast: Number.NaN },
        }),
      ),
    ).toHaveLength(1);
  });
  it("what was not asked gives no share", () => {
    const { shares } = connectivityEstimates(data, design, { uses: traits.uses, device });
    expect(Object.keys(shares)).toEqual(["internet-use", "offline-share", "device-ownership"]);
  });
  it("a reference of which nobody has it gives no score", () => {
    const { score, relative, verdict, maybeParity } = groupGapEstimate(
      [0, 1, 2, 3].map((i) => ({ group: i % 2, online: i === 0 ? 1 : 2 })),
      {},
      { column: "online", yes: 1, no: 2 },
      { by: "group", group: 0, reference: 1 },
    );
    expect({ score, relative, verdict, maybeParity }).toEqual({
      score: null,
      relative: null,
      verdict: "undefined",
      maybeParity: null,
    });
  });
  it("the identity of use, usage gap and coverage gap holds for users who are covered (property)", () => {
    const person = fc
      .record({
        online: fc.constantFrom(1, 2),
        signal: fc.constantFrom(1, 2),
        w: fc.integer({ min: 1, max: 9 }),
      })
      .map((each) => (each.online === 1 ? { ...each, signal: 1 } : each));
    fc.assert(
      fc.property(fc.array(person, { minLength: 2, maxLength: 40 }), (people) => {
        const { shares } = connectivityEstimates(
          people,
          { weights: "w" },
          { uses: traits.uses, covered: { column: "signal", yes: 1, no: 2 } },
        );
        const value = (id: keyof typeof shares) => shares[id]?.[0]?.value as number;
        expect(value("internet-use") + value("usage-gap") + value("coverage-gap")).toBeCloseTo(
          1,
          12,
        );
      }),
    );
  });
});

describe("observeEstimates", () => {
  it("writes groups as breakdowns, in the unit of the definition", () => {
    const { shares } = connectivityEstimates(data, design, traits, { by: ["place", "sex"] });
    const { observations, findings } = observeEstimates(
      internetUse,
      shares["internet-use"] ?? [],
      { area: "NAM", period: "2018", source: "survey" },
      { axes: { place: { axis: "urbanisation" } } },
    );
    expect(findings).toEqual([]);
    expect(observations).toHaveLength(4);
    expect(observations[0]?.breakdown).toEqual({ urbanisation: "R", sex: "F" });
    expect(observations[0]?.value).toBeCloseTo(
      100 * (shares["internet-use"]?.[0]?.value as number),
      10,
    );
    expect(checkObservations(observations, indicators)).toEqual([]);
  });
  it("an estimate without a value is missing, and an unknown area a finding", () => {
    const [estimate] = connectivityEstimates(data, design, traits).shares["internet-use"] ?? [];
    const none = { ...estimate, value: null, standardError: null, interval: null } as never;
    const { observations } = observeEstimates(internetUse, [none], { area: "NAM", period: "2018" });
    expect(observations[0]).toMatchObject({ value: null, status: ["M"] });
    const { findings } = observeEstimates(internetUse, [none], { area: "XYZ", period: "2018" });
    expect(findings[0]?.code).toBe("domain/unknown-area");
  });
});
