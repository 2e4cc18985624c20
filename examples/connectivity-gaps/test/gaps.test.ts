import { readFileSync } from "node:fs";
import { checkObservations } from "@vitalcore/domain";
import { indicators } from "@vitalcore/domain/indicators";
import { readSdmxCsv, writeSdmxCsv } from "@vitalcore/interop/sdmx-csv";
import { readCsv } from "@vitalcore/table/csv";
import { describe, expect, it } from "vitest";
import { computeGaps } from "../src/compute.js";

const file = new URL("../../digital-human-security/data/unsd-sdg-series-2020.csv", import.meta.url);
const { table } = readCsv(readFileSync(file), { columns: { value: { type: "text" } } });
const { observations, findings } = computeGaps(table);
const valueAt = (indicator: string, area: string, period: string) =>
  observations.find(
    (each) => each.indicator === indicator && each.area === area && each.period === period,
  )?.value;

describe("connectivity gaps of all countries with data", () => {
  it("are what the published shares say", () => {
    // India, 2017: 88 % covered (3G), 34.45 % online; Algeria, 2018: 83.1 % of women and 92.6 % of men own a phone
    // (printed; the file has more digits).
    expect(valueAt("coverage-gap", "IND", "2017")).toBeCloseTo(12, 6);
    expect(valueAt("usage-gap", "IND", "2017")).toBeCloseTo(88 - 34.45, 6);
    expect(valueAt("mobile-ownership-parity-score", "DZA", "2018")).toBeCloseTo(0.897, 3);
  });

  it("cover the countries of the file, and are all allowed by their definitions", () => {
    const areas = new Set(observations.map(({ area }) => area));
    expect(areas.size).toBeGreaterThan(190);
    expect(checkObservations(observations, indicators)).toEqual([]);
    // The file holds shares above 100 % (113 % of the men of Costa Rica in 2016): no parity is made of them.
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(new Set(errors.map(({ facts }) => `${facts.area} ${facts.period}`))).toEqual(
      new Set(["CRI 2016", "ZAF 2015"]),
    );
    expect(valueAt("mobile-ownership-parity-score", "CRI", "2016")).toBeNull();
    expect(findings.some(({ code }) => code === "indicators/definition-differs")).toBe(true);
  });

  it("come back from SDMX-CSV as they are", () => {
    const read = readSdmxCsv(writeSdmxCsv(observations));
    expect(read.findings).toEqual([]);
    expect(read.observations).toHaveLength(observations.length);
    expect(read.observations[0]).toEqual(observations[0]);
  });
});
