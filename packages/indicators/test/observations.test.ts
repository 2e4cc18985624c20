import type { Observation } from "@vitalcore/domain";
import { checkObservations } from "@vitalcore/domain";
import { indicators } from "@vitalcore/domain/indicators";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  coverageGaps,
  internetUseParity,
  mobileOwnershipParity,
  parities,
  usageGaps,
} from "../src/index.js";

const at = (area: string, value: number | null, more: Partial<Observation> = {}): Observation => ({
  indicator: "internet-use",
  area,
  period: "2017",
  unit: "PERCENT",
  value,
  ...(value === null && { status: ["O"] }),
  ...more,
});

describe("coverageGaps", () => {
  it("gives one gap for each coverage, and passes on source, edition and quality", () => {
    const { observations, findings } = coverageGaps([
      at("IND", 88, { source: "itu", edition: "2020", status: ["E"], note: "a note" }),
      at("NAM", null, { note: "not reported" }),
    ]);
    expect(findings).toEqual([]);
    expect(observations[0]).toEqual({
      indicator: "coverage-gap",
      area: "IND",
      period: "2017",
      unit: "PERCENT",
      value: 12,
      source: "itu",
      edition: "2020",
      status: ["E"],
      note: "a note",
    });
    expect(observations[1]).toMatchObject({
      area: "NAM",
      value: null,
      status: ["O"],
      note: "not reported",
    });
  });

  it("reports what is no share, and a place that occurs twice", () => {
    const { observations, findings } = coverageGaps([
      at("IND", 120),
      at("NAM", 9, { unit: "YEARS" }),
      at("DEU", 100),
      at("DEU", 99),
    ]);
    expect(observations.map(({ area, value }) => [area, value])).toEqual([
      ["IND", null],
      ["NAM", null],
      ["DEU", 0],
    ]);
    expect(findings.map(({ code }) => code)).toEqual([
      "indicators/duplicate-observation",
      "indicators/not-a-share",
      "indicators/not-a-share",
    ]);
    expect(findings[1]?.message).toBe(
      "IND, 2017: internet-use is 120 in PERCENT, which is no share from 0 to 100 %.",
    );
  });
});

describe("usageGaps", () => {
  const gapsOf = (coverage: Observation[], use: Observation[]) => {
    const { observations, findings } = usageGaps({ coverage, use });
    return {
      values: observations.map(({ indicator, area, value, status = [] }) => [
        indicator,
        area,
        value,
        status,
      ]),
      codes: findings.map(({ code }) => code),
      observations,
    };
  };

  it("pairs by area, period and breakdown", () => {
    const women = { breakdown: { sex: "F" } };
    const { values, codes } = gapsOf(
      [at("IND", 80), at("IND", 80, women), at("IND", 80, { period: "2018" })],
      [at("IND", 20, women), at("IND", 40)],
    );
    expect(values).toEqual([
      ["usage-gap", "IND", 40, []],
      ["usage-gap-covered", "IND", 50, []],
      ["usage-gap", "IND", expect.closeTo(60, 10), []],
      ["usage-gap-covered", "IND", expect.closeTo(75, 10), []],
    ]);
    expect(codes).toEqual(["indicators/unpaired-observation"]);
  });

  it("reports an unknown area once for each gap, and computes the others", () => {
    const { values, codes } = gapsOf(
      [at("XYZ", 80), at("IND", 80)],
      [at("XYZ", 20), at("IND", 40)],
    );
    expect(values.map(([, area]) => area)).toEqual(["IND", "IND"]);
    expect(codes).toEqual(["domain/unknown-area", "domain/unknown-area"]);
  });

  it("says in status and note why a gap is missing or doubtful", () => {
    const { values, codes, observations } = gapsOf(
      [at("LIE", 97), at("BRN", 90), at("ERI", 0), at("NAM", null)],
      [at("LIE", 98), at("BRN", 95), at("ERI", 0), at("NAM", 40)],
    );
    expect(values).toEqual([
      ["usage-gap", "LIE", 0, ["D"]],
      ["usage-gap-covered", "LIE", 0, ["D"]],
      ["usage-gap", "BRN", null, ["O", "D"]],
      ["usage-gap-covered", "BRN", null, ["O", "D"]],
      ["usage-gap", "ERI", 0, []],
      ["usage-gap-covered", "ERI", null, ["M"]],
      ["usage-gap", "NAM", null, ["O"]],
      ["usage-gap-covered", "NAM", null, ["O"]],
    ]);
    expect(codes).toEqual([
      "indicators/use-above-coverage",
      "indicators/definition-differs",
      "indicators/nobody-covered",
    ]);
    expect(observations[2]?.note).toContain("do not measure the same people");
    expect(checkObservations(observations, indicators)).toEqual([]);
  });
});

describe("parities", () => {
  const F = { breakdown: { sex: "F" }, indicator: "device-ownership" };
  const M = { breakdown: { sex: "M" }, indicator: "device-ownership" };

  it("gives score and gaps of women against men, and reports who has no partner", () => {
    const { observations, findings } = parities(
      [at("DZA", 83.1, F), at("DZA", 92.6, M), at("DZA", 87.9), at("IND", 50, F), at("PAK", 50, M)],
      mobileOwnershipParity,
    );
    expect(
      observations.map(({ indicator, value, unit, breakdown }) => [
        indicator,
        value,
        unit,
        breakdown,
      ]),
    ).toEqual([
      ["mobile-ownership-parity-score", expect.closeTo(83.1 / 92.6, 12), "RATIO", undefined],
      ["mobile-ownership-gender-gap", expect.closeTo(9.5, 10), "PERCENTAGE_POINT", undefined],
      [
        "mobile-ownership-gender-gap-relative",
        expect.closeTo((100 * 9.5) / 92.6, 10),
        "PERCENT",
        undefined,
      ],
    ]);
    expect(findings.map(({ facts }) => [facts.area, facts.absent])).toEqual([
      ["IND", "sex = M"],
      ["PAK", "sex = F"],
    ]);
  });

  it("keeps the other axes of the breakdown apart", () => {
    const rural = (sex: string, value: number) =>
      at("IND", value, { breakdown: { sex, urbanisation: "R" } });
    const { observations } = parities(
      [rural("F", 20), rural("M", 40), at("IND", 60, F)],
      internetUseParity,
    );
    expect(observations).toHaveLength(3);
    expect(observations[0]).toMatchObject({ value: 0.5, breakdown: { urbanisation: "R" } });
  });

  it("has no score where the reference is zero", () => {
    const { observations, findings } = parities(
      [at("IND", 1, F), at("IND", 0, M)],
      mobileOwnershipParity,
    );
    expect(observations.map(({ value }) => value)).toEqual([null, -1, null]);
    expect(findings.map(({ code }) => code)).toEqual(["indicators/zero-reference"]);
  });

  it("does not depend on the order of the rows (property)", () => {
    const areas = ["DZA", "IND", "NAM", "PAK"];
    const shares = fc.array(
      fc.tuple(
        fc.constantFrom(...areas),
        fc.constantFrom("F", "M"),
        fc.integer({ min: 1, max: 100 }),
      ),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(
          shares.filter((list) => list.length > 0).map((list) => list[0]!),
          { selector: ([area, sex]) => `${area}${sex}` },
        ),
        (list) => {
          const rows = list.map(([area, sex, value]) => at(area, value, { breakdown: { sex } }));
          const sorted = (input: Observation[]) =>
            parities(input, internetUseParity)
              .observations.map((o) => JSON.stringify(o))
              .sort();
          expect(sorted([...rows].reverse())).toEqual(sorted(rows));
        },
      ),
    );
  });
});
