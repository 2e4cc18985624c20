import { existsSync } from "node:fs";
import { isVitalError } from "@vitalcore/core";
import { describe, expect, it } from "vitest";
import { displacedPeople, displacementTotals } from "../src/displacement/index.js";
import { csvRows, report } from "./csv.js";

const COLUMNS = {
  year: "year",
  origin: "coo",
  asylum: "coa",
  counts: ["refugees", "asylum_seekers", "idps", "oip"],
  internallyDisplaced: "idps",
} as const;

const findingsOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings;
    throw error;
  }
  return [];
};

describe("displacementTotals", () => {
  const folder = new URL("../../../../shared/reference/data/unhcr/", import.meta.url);
  // 24,487 pairs: too many to keep a copy of; run where they are at hand.
  it.skipIf(!existsSync(folder))("sums pairs as UNHCR does, by origin and by asylum", () => {
    const count = (cell: string | undefined) =>
      cell === undefined || cell === "" ? null : Number(cell);
    const rows = csvRows(new URL("unhcr-population-origin-asylum-2022-2025.csv", folder)).map(
      (row) => ({
        year: Number(row.year),
        coo: row.coo_iso as string,
        coa: row.coa_iso as string,
        refugees: count(row.refugees),
        asylum_seekers: count(row.asylum_seekers),
        idps: count(row.idps),
        oip: count(row.oip),
      }),
    );
    const byOrigin = displacementTotals(rows, "origin", COLUMNS).totals;
    const byAsylum = displacementTotals(rows, "asylum", COLUMNS).totals;
    const world = (totals: typeof byOrigin, name: string, year: number) =>
      totals
        .filter((total) => total.year === year)
        .reduce((sum, { counts }) => sum + (counts[name] ?? 0), 0);
    for (const totals of [byOrigin, byAsylum]) {
      expect(world(totals, "refugees", 2023)).toBe(31_637_408);
      expect(world(totals, "idps", 2023)).toBe(63_251_367);
    }
    let [matched, compared] = [0, 0];
    for (const [file, totals, column] of [
      ["unhcr-population-by-origin-year.csv", byOrigin, "coo_iso"],
      ["unhcr-population-by-asylum-year.csv", byAsylum, "coa_iso"],
    ] as const) {
      const published = csvRows(new URL(file, folder)).filter(({ year }) => Number(year) >= 2022);
      for (const row of published) {
        compared++;
        const found = totals.find(
          ({ year, area }) => year === Number(row.year) && area === row[column],
        );
        if (
          found?.counts.refugees === Number(row.refugees) &&
          found.counts.idps === Number(row.idps)
        )
          matched++;
      }
    }
    report("UNHCR totals", matched, compared);
    expect(matched).toBe(compared);
    expect(compared).toBeGreaterThan(1500);
  });

  const row = {
    year: 2024,
    coo: "SYR",
    coa: "TUR",
    refugees: 5,
    asylum_seekers: 1,
    idps: 0,
    oip: null,
  };

  it("misses what nobody counted", () => {
    const { totals } = displacementTotals(
      [row, { ...row, coa: "DEU", refugees: null }],
      "origin",
      COLUMNS,
    );
    expect(totals).toEqual([
      { year: 2024, area: "SYR", counts: { refugees: 5, asylum_seekers: 2, idps: 0, oip: null } },
    ]);
  });

  it("flags the internally displaced abroad, and refuses what would count people twice", () => {
    const { findings } = displacementTotals([{ ...row, idps: 7 }], "asylum", COLUMNS);
    expect(findings.map(({ code, place }) => [code, place.row])).toEqual([
      ["indicators/displaced-abroad", 1],
    ]);
    expect(
      findingsOf(() =>
        displacementTotals(
          [row, { ...row, refugees: -1 }, { ...row, coa: "DEU", refugees: 0.5 }],
          "origin",
          COLUMNS,
        ),
      ).map(({ code, place }) => [code, place.row]),
    ).toEqual([
      ["indicators/repeated-pair", 2],
      ["indicators/population-count", 2],
      ["indicators/population-count", 3],
    ]);
    expect(
      findingsOf(() => displacementTotals([row], "origin", { ...COLUMNS, counts: ["refugee"] }))[0]
        ?.suggestion,
    ).toBe("refugees");
  });
});

describe("displacedPeople", () => {
  it("counts each once, and says what is not in it", () => {
    expect(
      displacedPeople({
        refugees: 10,
        asylumSeekers: 5,
        othersInNeed: 3,
        palestineRefugees: 2,
        internallyDisplaced: { count: 20, source: "UNHCR" },
      }),
    ).toEqual({ total: 40, acrossBorders: 20, internally: 20, source: "UNHCR", notIncluded: [] });
    expect(displacedPeople({ refugees: 1, asylumSeekers: 0 }).internally).toBeNull();
  });

  it("takes the internally displaced from one source only", () => {
    const both = {
      refugees: 1.5,
      asylumSeekers: -1,
      internallyDisplaced: { count: 3, source: "both" as never },
    };
    expect(findingsOf(() => displacedPeople(both)).map(({ facts }) => facts.name)).toEqual([
      "refugees",
      "asylumSeekers",
      "the source of internallyDisplaced",
    ]);
  });
});
