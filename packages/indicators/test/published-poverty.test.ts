import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  globalMpi,
  multidimensionalPoverty,
  type PovertySpecification,
  withoutIndicators,
} from "../src/multidimensional-poverty/index.js";
import { csvRows, fixture, report } from "./csv.js";

const published = (cell: string | undefined) =>
  cell === undefined || cell === "" || cell === ".." ? Number.NaN : Number(cell);

const INDEX = "Multidimensional Poverty Index";
const HEADCOUNT = "Headcount ratio: Population in multidimensional poverty";
const INTENSITY = "Intensity of deprivation among the poor";

/** Columns of the published file by indicator of the specification. */
const CENSORED: Readonly<Record<string, string>> = {
  nutrition: "Nutrition",
  "child-mortality": "Child mortality",
  "years-of-schooling": "Years of schooling",
  "school-attendance": "School attendance",
  "cooking-fuel": "Cooking fuel",
  sanitation: "Sanitation",
  "drinking-water": "Drinking water",
  electricity: "Electricity",
  housing: "Housing",
  assets: "Assets",
};

describe("the tables of the global MPI 2023", () => {
  it("H times A is the index, within the rounding of the three", () => {
    const rows = csvRows(fixture("mpi/Global-MPI_national.csv")).filter(
      (row) => !Number.isNaN(published(row[INDEX])),
    );
    const differ = rows.filter((row) => {
      const product = (published(row[HEADCOUNT]) * published(row[INTENSITY])) / 10_000;
      return Math.abs(product - published(row[INDEX])) > 0.000_56;
    });
    report("MPI = H × A", rows.length - differ.length, rows.length);
    expect(differ).toEqual([]);
    expect(rows).toHaveLength(110);
  });

  it("weights that move inside a dimension where an indicator is missing give the index", () => {
    const rows = csvRows(fixture("mpi/Global-MPI_national_multiple_years.csv"));
    const reweighted = rows.filter((row) =>
      Object.values(CENSORED).some((column) => Number.isNaN(published(row[column]))),
    );
    const differ = rows.filter((row) => {
      const absent = Object.entries(CENSORED)
        .filter(([, column]) => Number.isNaN(published(row[column])))
        .map(([id]) => id);
      const { dimensions } = withoutIndicators(globalMpi, absent);
      const weighted = dimensions.flatMap(({ indicators }) => indicators);
      const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
      const index = weighted.reduce(
        (sum, { id, weight }) =>
          sum + ((weight / total) * published(row[CENSORED[id] as string])) / 100,
        0,
      );
      return Math.abs(index - published(row[INDEX])) > 0.000_75;
    });
    report("MPI = Σ w CH", rows.length - differ.length, rows.length);
    expect(differ).toEqual([]);
    expect([rows.length, reweighted.length]).toEqual([205, 42]);
  });

  it("population shares of households headed by women and men add the index up", () => {
    const national = new Map(
      csvRows(fixture("mpi/Global-MPI_national.csv")).map((row) => [row["country code"], row]),
    );
    const headship = csvRows(fixture("mpi/Global-MPI_headship.csv"));
    const byCountry = [...new Set(headship.map((row) => row["country code"] as string))].map(
      (code) => [code, headship.filter((row) => row["country code"] === code)] as const,
    );
    const compared = byCountry.filter(
      ([code, groups]) =>
        groups.length === 2 &&
        national.has(code) &&
        groups.every(
          (row) =>
            !Number.isNaN(published(row[INDEX])) &&
            !Number.isNaN(published(row["Population share by headship"])),
        ) &&
        groups.every((row) => row.Year === national.get(code)?.Year),
    );
    const differ = compared.filter(([code, groups]) => {
      const sum = groups.reduce(
        (total, row) =>
          total + (published(row[INDEX]) * published(row["Population share by headship"])) / 100,
        0,
      );
      return Math.abs(sum - published(national.get(code)?.[INDEX])) > 0.0012;
    });
    report("MPI = Σ share × MPI of groups", compared.length - differ.length, compared.length);
    expect(compared.length).toBeGreaterThan(80);
    expect(differ.length / compared.length).toBeLessThan(0.03);
  });
});

interface StoredMeasures {
  readonly k_18ths: number;
  readonly n_used: number;
  readonly pop: number;
  readonly H: number;
  readonly M0: number;
  readonly A: number;
  readonly uncensored: Readonly<Record<string, number>>;
  readonly censored: Readonly<Record<string, number>>;
  readonly contribution_pct: Readonly<Record<string, number>>;
  readonly pop_share?: number;
  readonly contribution_to_M0_pct?: number;
}

const stored = (name: string) =>
  (
    JSON.parse(readFileSync(fixture(`mpi/mpi_${name}.json`), "utf8")) as {
      results: Readonly<Record<string, StoredMeasures>>;
    }
  ).results;

/** The columns of the simulated survey for the indicators of the global index. */
const COLUMNS = [
  "d_nutr",
  "d_cm",
  "d_educ",
  "d_satt",
  "d_ckfl",
  "d_sani",
  "d_wtr",
  "d_elct",
  "d_hsg",
  "d_asst",
];

const specification = (cutoff: PovertySpecification["cutoff"] = [1, 3]): PovertySpecification => {
  const columns = COLUMNS.values();
  return {
    ...globalMpi,
    cutoff,
    dimensions: globalMpi.dimensions.map((dimension) => ({
      ...dimension,
      indicators: dimension.indicators.map((indicator) => ({
        ...indicator,
        id: columns.next().value as string,
      })),
    })),
  };
};

describe("a simulated survey of 1,200 households, against R", () => {
  const data = csvRows(fixture("mpi/mpi_households.csv")).map((row) => ({
    ...Object.fromEntries(
      COLUMNS.map((name) => [
        name,
        row[name] === "" || row[name] === "NA" ? null : Number(row[name]),
      ]),
    ),
    weight: Number(row.weight),
    hhsize: Number(row.hhsize),
    region: row.region as string,
    area: row.area as string,
    head: row.head_female as string,
  }));
  const columns = { weight: "weight", size: "hhsize", missing: "drop" } as const;
  const close = (found: number | null, expected: number) =>
    expect(Math.abs((found as number) - expected)).toBeLessThanOrEqual(
      1e-12 + 1e-10 * Math.abs(expected),
    );

  const compare = (
    found: Pick<
      ReturnType<typeof multidimensionalPoverty>,
      "headcount" | "adjustedHeadcount" | "intensity" | "n" | "indicators"
    >,
    expected: StoredMeasures,
  ) => {
    expect(found.n).toBe(expected.n_used);
    close(found.headcount, expected.H);
    close(found.adjustedHeadcount, expected.M0);
    close(found.intensity, expected.A);
    for (const { id, uncensored, censored, contribution } of found.indicators) {
      close(uncensored, expected.uncensored[id] as number);
      close(censored, expected.censored[id] as number);
      close(contribution, (expected.contribution_pct[id] as number) / 100);
    }
  };

  it("national", () => {
    const expected = stored("national").result as StoredMeasures;
    const found = multidimensionalPoverty(data, specification(), columns);
    compare(found, expected);
    close(found.population, expected.pop);
    expect(found.findings).toEqual([]);
    expect(found.n + found.nMissing).toBe(data.length);
  });

  it("at every cutoff from 1/18 to 1, both as cutoff and in the list of cutoffs", () => {
    const { cutoffs } = multidimensionalPoverty(data, specification(), columns);
    const cases = Object.values(stored("k_sweep"));
    expect(cases).toHaveLength(18);
    for (const expected of cases) {
      compare(
        multidimensionalPoverty(data, specification([expected.k_18ths, 18]), columns),
        expected,
      );
      const listed = cutoffs[expected.k_18ths - 1];
      close(listed?.headcount ?? null, expected.H);
      close(listed?.adjustedHeadcount ?? null, expected.M0);
    }
  });

  it.each([
    ["by_area", "area"],
    ["by_head", "head"],
    ["by_region", "region"],
  ])("groups: %s", (name, by) => {
    const { groups } = multidimensionalPoverty(data, specification(), { ...columns, by });
    const cases = stored(name);
    expect(groups.map(({ group }) => group).sort()).toEqual(Object.keys(cases).sort());
    for (const group of groups) {
      const expected = cases[group.group] as StoredMeasures;
      compare(group, expected);
      close(group.populationShare, expected.pop_share as number);
      close(group.contribution, (expected.contribution_to_M0_pct as number) / 100);
    }
  });
});
