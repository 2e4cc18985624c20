import { buildIndex, type IndexMethodology, type PanelOptions } from "@vitalcore/composite";
import {
  type BuildPanelOptions,
  buildPanel,
  fixTreatment,
  type PanelResult,
  regionalScores,
} from "@vitalcore/composite/panel";
import type { Observation } from "@vitalcore/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { definition, methodology, observation } from "./support/toy.js";

const IDS = ["a", "b", "c"] as const;
const definitions = IDS.map((id, k) => definition(id, k === 1 ? "higherWorse" : "higherBetter"));
const YEARS = ["2018", "2019", "2020"];
const AREAS = Array.from({ length: 12 }, (_, i) => `U${String(i).padStart(2, "0")}`);
/** Indicator b has an outlier in 2019; here and there a gap. */
const valueAt = (i: number, k: number, year: number): number | null => {
  if ((i + 2 * k + 3 * year) % 13 === 0) return null;
  const regular = 10 + ((7 * i + 5 * k + 4 * year) % 17) + year;
  return k === 1 && i === 4 && year === 1 ? 400 : regular;
};
const cells = YEARS.flatMap((year, t) => AREAS.map((area, i) => ({ area, i, year, t })));
const table = {
  area: cells.map(({ area }) => area),
  year: cells.map(({ year }) => year),
  ...Object.fromEntries(IDS.map((id, k) => [id, cells.map(({ i, t }) => valueAt(i, k, t))])),
} as Record<string, (string | number | null)[]>;
const observations: readonly Observation[] = cells.flatMap(({ area, i, year, t }) =>
  IDS.map((id, k) => observation(id, area, valueAt(i, k, t), { period: year })),
);
const document = (panel: PanelOptions, more: Partial<IndexMethodology> = {}): IndexMethodology =>
  methodology([{ id: "index" }, ...IDS.map((id) => ({ id, parent: "index", indicator: id }))], {
    aggregate: { atLeast: 0.5 },
    normalize: { method: "min-max" },
    panel,
    ...more,
  });
const inTable: BuildPanelOptions = { unitColumn: "area", periodColumn: "year", definitions };
const scoresOf = ({ periods }: PanelResult) =>
  periods.map(({ period, result }) => [
    period,
    Object.fromEntries(result.units.map(({ unit, scores }) => [unit, scores])),
  ]);

describe("a panel of observations", () => {
  it.each([
    [{ fit: "each" }],
    [{ fit: "pooled", treat: "as-fit" }],
    [{ fit: "base", base: "2019" }],
    [{ fit: "to-date", impute: "latest" }],
    [{ fit: "pooled", impute: "constant" }],
    [{ fit: "pooled", screen: "pooled" }],
  ] as const)("gives what the table gives, %o", (panel) => {
    const more = { treat: { atMost: 2 }, screening: { indicatorsAtLeast: 0.6 } };
    const method = document(panel, more);
    const ofTable = buildPanel(table, method, inTable);
    const found = buildPanel(observations, method, { definitions });
    expect(scoresOf(found)).toEqual(scoresOf(ofTable));
    const counts = Object.values(ofTable.filled).filter((count) => count > 0);
    expect(Object.values(found.filled).sort()).toEqual(counts.sort());
  });

  it("says where a value comes from that another period has lent", () => {
    const { periods } = buildPanel(observations, document({ impute: "latest" }), { definitions });
    const lent = periods.flatMap(({ result }) =>
      result.units.flatMap(({ values }) =>
        Object.values(values).filter(({ status }) => status?.includes("I")),
      ),
    );
    expect(lent.length).toBeGreaterThan(0);
    for (const { note } of lent) expect(note).toMatch(/the value of 20(18|19)/);
    const { entries } = periods[1]?.result.coverage ?? { entries: [] };
    expect(entries.some(({ detail }) => detail === "status I")).toBe(true);
  });

  it("takes an observation into the period that holds it, and counts those in none", () => {
    const quarters = observations.flatMap((each) => [
      { ...each, period: `${each.period}-Q1`, value: each.value === null ? null : each.value - 5 },
      { ...each, period: `${each.period}-Q4` },
    ]);
    const years = buildPanel(quarters, document({ fit: "pooled" }), {
      definitions,
      periods: YEARS,
    });
    expect(scoresOf(years)).toEqual(
      scoresOf(buildPanel(observations, document({ fit: "pooled" }), { definitions })),
    );
    const two = buildPanel(quarters, document({}), { definitions, periods: ["2018", "2019"] });
    expect([two.periods.length, two.outside]).toEqual([2, 72]);
    const own = buildPanel([...quarters, ...observations], document({}), { definitions });
    expect(own.periods.map(({ period }) => period)).toEqual(YEARS);
  });

  it("refuses what is no panel, or no period", () => {
    const bad = [...observations, observation("a", "U01", 3, { period: "20-18" })];
    expect(() => buildPanel(bad, document({}), { definitions })).toThrow(/as period/);
    expect(() => buildPanel(observations, document({}), { definitions, periods: ["x"] })).toThrow(
      /not a period/,
    );
    expect(() => buildPanel(table, document({}), { definitions })).toThrow(
      /neither a list of observations/,
    );
    expect(() => buildPanel(observations, document({ screen: "base" }), { definitions })).toThrow(
      /base period/,
    );
  });
});

describe("what is fitted to several periods", () => {
  const treat = { atMost: 3 };

  it("treats outliers as in all periods pooled, to the last digit", () => {
    const method = document({ fit: "pooled", treat: "as-fit" }, { treat });
    const panel = buildPanel(table, method, inTable);
    const pooled = buildIndex(
      {
        ...table,
        area: cells.map(({ area, year }) => `${area} in ${year}`),
        year: table.year?.map(() => "x") as string[],
      },
      document({}, { treat }),
      { unitColumn: "area", definitions },
    );
    expect(pooled.nodes.find(({ id }) => id === "b")?.treatment?.by).toBe("winsorize");
    for (const { period, result } of panel.periods) {
      for (const { unit, values, scores } of result.units) {
        const same = pooled.units.find((each) => each.unit === `${unit} in ${period}`);
        expect(values.b?.treated).toBe(same?.values.b?.treated);
        expect(scores.b === null).toBe(same?.scores.b === null);
        if (scores.b !== null) expect(scores.b).toBeCloseTo(same?.scores.b as number, 10);
      }
    }
  });

  it("to date: a later period changes no score, and the last has all of them", () => {
    const method = document({ fit: "to-date" });
    const all = buildPanel(table, method, inTable);
    const early = cells.flatMap(({ t }, row) => (t < 2 ? [row] : []));
    const first = Object.fromEntries(
      Object.entries(table).map(([name, column]) => [
        name,
        early.map((row) => column[row] ?? null),
      ]),
    );
    expect(scoresOf(buildPanel(first, method, inTable))).toEqual(scoresOf(all).slice(0, 2));
    const pooled = buildPanel(table, document({ fit: "pooled" }), inTable);
    expect(scoresOf(all)[2]).toEqual(scoresOf(pooled)[2]);
  });

  it("screens units in all periods or none", () => {
    const holes = {
      ...table,
      a: table.a?.map((x, row) =>
        cells[row]?.i === 3 && cells[row]?.t !== 2 ? null : x,
      ) as number[],
      c: table.c?.map((x, row) =>
        cells[row]?.i === 3 && cells[row]?.t === 0 ? null : x,
      ) as number[],
    };
    const outIn = (panel: PanelOptions) =>
      buildPanel(
        holes,
        document(panel, { screening: { indicatorsAtLeast: 0.55 } }),
        inTable,
      ).periods.map(({ result }) =>
        result.notRanked
          .filter(({ reasons }) => reasons[0]?.rule === "screening")
          .map(({ unit }) => unit),
      );
    const present = (t: number) =>
      ["a", "b", "c"].filter((id) => holes[id as "a"]?.[t * 12 + 3] !== null).length;
    expect([present(0), present(1), present(2)]).toEqual([1, 2, 2]);
    expect(outIn({ screen: "each" }).map((list) => list.includes("U03"))).toEqual([
      true,
      false,
      false,
    ]);
    expect(outIn({ screen: "base", base: "2018" }).map((list) => list.includes("U03"))).toEqual([
      true,
      true,
      true,
    ]);
    expect(outIn({ screen: "pooled" }).map((list) => list.includes("U03"))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("a fixed treatment does to the same units what was done to them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 8, maxLength: 20 }),
        fc.constantFrom("log-ct", "log-ct-plus", "log-ct-orig", "box-cox", "none"),
        fc.boolean(),
        fc.boolean(),
        (column, second, combine, isNegative) => {
          const tail = [900, 1000, 1500].map((x) => (isNegative ? -x : x));
          const a = [...column, ...tail];
          const data = {
            area: a.map((_, i) => `U${i}`),
            a,
            b: a.map((_, i) => i),
            c: a.map((_, i) => i % 5),
          };
          const method = document({}, { treat: { atMost: 1, second, combine, lambda: 0.5 } });
          const options = { unitColumn: "area", definitions };
          const result = buildIndex(data, method, options);
          const again = buildIndex(data, fixTreatment(result), options);
          const treated = ({ units }: typeof result) =>
            Object.fromEntries(
              units.map(({ unit, values }) => [unit, values.a?.treated ?? values.a?.value]),
            );
          expect(treated(again)).toEqual(treated(result));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("regional values", () => {
  it("are weighted means of what was measured, where enough weight is covered", () => {
    const result = buildIndex(
      { area: ["X", "Y", "Z"], a: [10, null, 40], b: [1, 2, 3], c: [5, 4, 3] },
      document({}, { impute: { method: "mean" } }),
      { unitColumn: "area", definitions },
    );
    const regions = regionalScores(result, {
      groups: { X: "one", Y: "one", Z: "two" },
      weights: { X: 3, Y: 1, Z: 2 },
      of: "values",
      coverage: 0.8,
    });
    const at = (group: string, node: string) =>
      regions.find((each) => each.group === group && each.node === node);
    expect(regions).toHaveLength(6);
    expect(at("one", "a")).toMatchObject({ score: null, coverage: 0.75, units: 1, of: 2 });
    expect(at("one", "b")?.score).toBe((3 * 1 + 2) / 4);
    expect(at("two", "a")?.score).toBe(40);
  });
});
