import { describe, expect, it } from "vitest";
import {
  developmentClass,
  gdi,
  gii,
  type HdiComponents,
  type HdrEdition,
  hdi,
  hdiColumns,
  hdr2021,
  hdr2023,
  hdr2025,
  ihdi,
  phdi,
  published,
  publishedRanks,
} from "../src/human-development/index.js";
import { csvRows, fixture, report } from "./csv.js";

interface CountryYear {
  readonly code: string;
  readonly year: number;
  readonly isAggregate: boolean;
  /** The cell of a variable as a number, NaN where it is empty. */
  readonly at: (variable: string) => number;
  readonly record: Record<string, string>;
}

const numberIn = (cell: string | undefined) =>
  cell === undefined || cell === "" ? Number.NaN : Number(cell);

function longSeries(file: URL, from: number, to: number): CountryYear[] {
  return csvRows(file).flatMap((record) => {
    const code = (record.code ?? record.iso3) as string;
    return Array.from({ length: to - from + 1 }, (_, i) => ({
      code,
      year: from + i,
      isAggregate: code.startsWith("ZZ"),
      at: (variable: string) => numberIn(record[`${variable}_${from + i}`]),
      record,
    }));
  });
}

const editions = [
  {
    edition: hdr2025,
    rows: longSeries(
      new URL(
        "../../../examples/digital-human-security/data/hdr2025_composite_indices_time_series.csv",
        import.meta.url,
      ),
      1990,
      2023,
    ),
    counts: { hdi: 5940, aggregates: 374, ihdi: 2143, gdi: 4931, gii: 4600, phdi: 5327, ties: 9 },
  },
  {
    edition: hdr2021,
    rows: longSeries(fixture("hdr/hdr2021-22_composite_indices_time_series.csv"), 1990, 2021),
    counts: { hdi: 5571, aggregates: 352, ihdi: 1736, gdi: 4894, gii: 4889, phdi: 5029, ties: 7 },
  },
];

const has = (row: CountryYear, ...variables: string[]) =>
  variables.every((variable) => !Number.isNaN(row.at(variable)));

const components = (row: CountryYear, sex = "", income = "gnipc"): HdiComponents => ({
  lifeExpectancy: row.at(`le${sex}`),
  expectedSchooling: row.at(`eys${sex}`),
  meanSchooling: row.at(`mys${sex}`),
  gniPerPerson: row.at(income),
});

const HDI_VARIABLES = ["le", "eys", "mys", "gnipc"];

/** Compares computed with published values; the rows where they differ. */
function differing(
  rows: readonly CountryYear[],
  variable: string,
  compute: (row: CountryYear) => number,
): string[] {
  return rows
    .filter((row) => published(compute(row)) !== row.at(variable))
    .map(({ code, year }) => `${code} ${year}`);
}

describe.each(editions)("the published series of $edition.title", ({ edition, rows, counts }) => {
  const withHdi = rows.filter((row) => has(row, "hdi", ...HDI_VARIABLES));

  it("HDI: every country-year and aggregate, at three decimals", () => {
    const countries = withHdi.filter(({ isAggregate }) => !isAggregate);
    const differ = differing(withHdi, "hdi", (row) => hdi(components(row)).value);
    report(`HDI, ${edition.id}`, withHdi.length - differ.length, withHdi.length);
    expect(differ).toEqual([]);
    expect([countries.length, withHdi.length - countries.length]).toEqual([
      counts.hdi,
      counts.aggregates,
    ]);
  });

  it("HDI in columns is the same", () => {
    const columnOf = (variable: string) => Float64Array.from(rows, (row) => row.at(variable));
    const { value, findings } = hdiColumns({
      lifeExpectancy: columnOf("le"),
      expectedSchooling: columnOf("eys"),
      meanSchooling: columnOf("mys"),
      gniPerPerson: columnOf("gnipc"),
    });
    expect(findings).toEqual([]);
    expect(rows.filter((row, i) => has(row, ...HDI_VARIABLES) === Number.isNaN(value[i]))).toEqual(
      [],
    );
    expect(
      rows.filter((row, i) => has(row, "hdi") && published(value[i] as number) !== row.at("hdi")),
    ).toEqual([]);
  });

  it("IHDI, loss and coefficient, from the unrounded HDI", () => {
    const all = rows.filter(
      (row) =>
        !row.isAggregate && has(row, "ihdi", "ineq_le", "ineq_edu", "ineq_inc", ...HDI_VARIABLES),
    );
    const adjusted = (row: CountryYear) =>
      ihdi(hdi(components(row)).value, {
        health: row.at("ineq_le") / 100,
        education: row.at("ineq_edu") / 100,
        income: row.at("ineq_inc") / 100,
      });
    const differ = differing(all, "ihdi", (row) => adjusted(row).value);
    report(`IHDI, ${edition.id}`, all.length - differ.length, all.length);
    expect(differ).toEqual([]);
    expect(all).toHaveLength(counts.ihdi);
    for (const row of all) {
      const { loss, inequality } = adjusted(row);
      // Printed with eight or nine decimals.
      expect(Math.abs(100 * (loss as number) - row.at("loss"))).toBeLessThan(5.1e-9);
      expect(Math.abs(100 * inequality - row.at("coef_ineq"))).toBeLessThan(5.1e-9);
    }
  });

  it("GDI, and the indices of women and men to nine digits", () => {
    const sexes = ["f", "m"].flatMap((sex) => [
      `le_${sex}`,
      `eys_${sex}`,
      `mys_${sex}`,
      `gni_pc_${sex}`,
      `hdi_${sex}`,
    ]);
    const all = rows.filter((row) => !row.isAggregate && has(row, "gdi", ...sexes));
    const compared = (row: CountryYear) =>
      gdi({
        female: components(row, "_f", "gni_pc_f"),
        male: components(row, "_m", "gni_pc_m"),
      });
    const differ = differing(all, "gdi", (row) => compared(row).value as number);
    report(`GDI, ${edition.id}`, all.length - differ.length, all.length);
    expect(differ).toEqual([]);
    expect(all).toHaveLength(counts.gdi);
    for (const row of all) {
      const { female, male } = compared(row);
      expect(Math.abs(female.value - row.at("hdi_f"))).toBeLessThan(1e-9);
      expect(Math.abs(male.value - row.at("hdi_m"))).toBeLessThan(1e-9);
    }
    const last = Math.max(...rows.map(({ year }) => year));
    const grouped = all.filter(
      ({ year, record }) => year === last && record[`gdi_group_${last}`] !== "",
    );
    expect(
      grouped.filter((row) => compared(row).group !== Number(row.record[`gdi_group_${last}`])),
    ).toEqual([]);
    expect(grouped.length).toBeGreaterThan(150);
  });

  it("GII, with the floor of the edition", () => {
    const variables = ["mmr", "abr", "pr_f", "pr_m", "se_f", "se_m", "lfpr_f", "lfpr_m"];
    const all = rows.filter((row) => has(row, "gii", ...variables));
    const withFloor = (of: Pick<HdrEdition, "seatsFloor">) => (row: CountryYear) => {
      const sex = (letter: string) => ({
        seats: row.at(`pr_${letter}`) / 100,
        secondaryEducation: row.at(`se_${letter}`) / 100,
        labourForce: row.at(`lfpr_${letter}`) / 100,
      });
      return gii(
        {
          maternalMortality: row.at("mmr"),
          adolescentBirths: row.at("abr"),
          female: sex("f"),
          male: sex("m"),
        },
        of,
      ).value;
    };
    const countries = all.filter(({ isAggregate }) => !isAggregate);
    const differ = differing(all, "gii", withFloor(edition));
    report(`GII, ${edition.id}`, all.length - differ.length, all.length);
    expect(differ).toEqual([]);
    expect(countries).toHaveLength(counts.gii);
    // The floor of the other edition gives other values: it is part of the edition.
    const other = edition === hdr2025 ? hdr2021 : hdr2025;
    expect(differing(countries, "gii", withFloor(other)).length).toBeGreaterThan(50);
  });

  it("PHDI, but for ties of the publication's own rounding", () => {
    const all = rows.filter((row) => has(row, "phdi", "hdi", "co2_prod", "mf"));
    const adjusted = (row: CountryYear) =>
      phdi(
        {
          hdi: row.at("hdi"),
          carbonDioxide: row.at("co2_prod"),
          materialFootprint: row.at("mf"),
        },
        edition.pressureMaxima as NonNullable<HdrEdition["pressureMaxima"]>,
      ).value;
    const differ = differing(all, "phdi", adjusted);
    report(`PHDI, ${edition.id}`, all.length - differ.length, all.length);
    expect(all).toHaveLength(counts.phdi);
    expect(differ.length).toBeLessThanOrEqual(counts.ties);
    for (const row of all) {
      expect(Math.abs(adjusted(row) - row.at("phdi"))).toBeLessThan(0.00051);
    }
  });

  it("ranks and classes", () => {
    const last = Math.max(...rows.map(({ year }) => year));
    const ranked = rows.filter(
      (row) => row.year === last && !row.isAggregate && has(row, "hdi", ...HDI_VARIABLES),
    );
    const ranks = publishedRanks(ranked.map((row) => hdi(components(row)).value));
    expect([...ranks]).toEqual(ranked.map((row) => row.at("hdi_rank")));
    expect(
      ranked.filter(
        (row) => developmentClass(hdi(components(row)).value) !== row.record.hdicode?.toLowerCase(),
      ),
    ).toEqual([]);
    const unequal = rows.filter((row) => row.year === last && has(row, "gii_rank", "gii"));
    expect([
      ...publishedRanks(
        unequal.map((row) => row.at("gii")),
        "lowest",
      ),
    ]).toEqual(unequal.map((row) => row.at("gii_rank")));
  });
});

describe("the published values of 2022 in the report of 2023/2024", () => {
  const rows = csvRows(fixture("hdr/hdr2023-24-year-2022.csv")).map((record) => ({
    code: record.iso3 as string,
    year: 2022,
    isAggregate: false,
    at: (variable: string) => numberIn(record[variable]),
    record,
  }));

  it("HDI and GII", () => {
    const withHdi = rows.filter((row) => has(row, "hdi", ...HDI_VARIABLES));
    const withGii = rows.filter((row) => has(row, "gii", "mmr", "abr", "pr_f"));
    const differ = [
      ...differing(withHdi, "hdi", (row) => hdi(components(row)).value),
      ...differing(
        withGii,
        "gii",
        (row) =>
          gii(
            {
              maternalMortality: row.at("mmr"),
              adolescentBirths: row.at("abr"),
              female: {
                seats: row.at("pr_f") / 100,
                secondaryEducation: row.at("se_f") / 100,
                labourForce: row.at("lfpr_f") / 100,
              },
              male: {
                secondaryEducation: row.at("se_m") / 100,
                labourForce: row.at("lfpr_m") / 100,
              },
            },
            hdr2023,
          ).value,
      ),
    ];
    const compared = withHdi.length + withGii.length;
    report("HDI and GII of 2022, hdr2023-24", compared - differ.length, compared);
    expect(differ).toEqual([]);
    expect(compared).toBeGreaterThan(370);
  });
});
