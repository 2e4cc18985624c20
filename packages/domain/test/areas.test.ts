import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvRows } from "../scripts/csv.mjs";
import { buildNameIndex } from "../src/areas/area-index.js";
import {
  areaGroups,
  areaName,
  areaOf,
  areas,
  areasIn,
  codeIn,
  findArea,
  foreignCodes,
  groupMembers,
  groupsOf,
  historicAreas,
  isAreaId,
  matchAreas,
  regions,
  regionsOf,
  unDisclaimer,
} from "../src/areas/index.js";
import { ar } from "../src/areas/names/ar.js";
import { en } from "../src/areas/names/en.js";
import { es } from "../src/areas/names/es.js";
import { fr } from "../src/areas/names/fr.js";
import { ru } from "../src/areas/names/ru.js";
import { zh } from "../src/areas/names/zh.js";

const LANGUAGES = [en, fr, es, ar, ru, zh];
const codeOf = (text: string): string | undefined => findArea(text).area?.alpha3;
const problemOf = (text: string): string | undefined => findArea(text).finding?.code;

describe("the table", () => {
  test("has the 249 of ISO 3166-1 and Kosovo, each code once", () => {
    expect(areas).toHaveLength(250);
    for (const key of ["alpha3", "alpha2", "numeric", "m49"] as const) {
      const codes = areas.map((area) => area[key]).filter((code) => code !== null);
      expect(new Set(codes).size).toBe(codes.length);
    }
    expect(areas.filter(({ numeric }) => numeric === null).map(({ alpha3 }) => alpha3)).toEqual([
      "XKX",
    ]);
  });

  test("writes numbers as text with leading zeros", () => {
    expect(areaOf("AFG")).toMatchObject({ numeric: "004", m49: "004", region: "034" });
  });

  test("says what is special about Taiwan and Kosovo, and disclaims", () => {
    expect(areaOf("TWN")).toMatchObject({ numeric: "158", m49: null });
    expect(areaOf("TWN")?.note).toMatch(/UNSD does not list it apart/);
    expect(areaOf("XKX")?.note).toMatch(/1244/);
    expect(unDisclaimer).toMatch(/do not imply the expression of any opinion/);
  });

  test("regions form one tree with the world at its root", () => {
    const codes = new Set(regions.map(({ code }) => code));
    expect(regions.filter(({ parent }) => parent === null).map(({ code }) => code)).toEqual([
      "001",
    ]);
    for (const { parent } of regions) expect(parent === null || codes.has(parent)).toBe(true);
    for (const { alpha3, region } of areas) {
      expect(codes.has(region)).toBe(true);
      expect(regionsOf(alpha3)[0]?.code).toBe("001");
    }
    expect(regionsOf("018").map(({ code }) => code)).toEqual(["001", "002", "202"]);
    expect(regionsOf("nowhere")).toEqual([]);
  });

  test("the parts of a region hold all its areas", () => {
    for (const { code } of regions) {
      const parts = regions.filter(({ parent }) => parent === code);
      if (parts.length === 0 || code === "001") continue;
      const inParts = new Set(
        parts.flatMap((part) => areasIn(part.code)).map(({ alpha3 }) => alpha3),
      );
      expect(new Set(areasIn(code).map(({ alpha3 }) => alpha3))).toEqual(inParts);
    }
  });

  test("every area has a name in six languages", () => {
    for (const language of LANGUAGES) {
      for (const { alpha3 } of areas) expect(areaName(language, alpha3)?.trim()).toBeTruthy();
      expect(Object.keys(language.names)).toHaveLength(areas.length);
      expect(areaName(language, "constructor")).toBeUndefined();
    }
    expect(LANGUAGES.filter(({ dir }) => dir === "rtl")).toEqual([ar]);
  });
});

describe("findArea", () => {
  test("finds every area by each of its codes and by its name in each language", () => {
    for (const area of areas) {
      for (const code of [area.alpha3, area.alpha2, area.numeric, area.m49]) {
        if (code !== null) expect(codeOf(code)).toBe(area.alpha3);
      }
      for (const { language, names } of LANGUAGES) {
        const { alpha3 } = area;
        expect([language, alpha3, codeOf(names[alpha3] as string)]).toEqual([
          language,
          alpha3,
          alpha3,
        ]);
      }
    }
  });

  test("finds names without accents, in capitals, with other apostrophes and blanks", () => {
    for (const area of areas) {
      for (const { names } of LANGUAGES) {
        const name = names[area.alpha3] as string;
        const plain = name.normalize("NFD").replace(/\p{M}/gu, "");
        for (const variant of [plain, name.toUpperCase(), name.replaceAll("'", "’"), ` ${name} `]) {
          expect([variant, codeOf(variant)]).toEqual([variant, area.alpha3]);
        }
      }
    }
  });

  test.each([
    ["NA", "NAM"],
    ["nam", "NAM"],
    ["Congo", "COG"],
    ["DR Congo (Zaire)", "COD"],
    ["Congo, Dem. Rep.", "COD"],
    ["Congo - Kinshasa", "COD"],
    ["Myanmar (Burma)", "MMR"],
    ["Russia (Soviet Union)", "RUS"],
    ["Turkey", "TUR"],
    ["Türkiye", "TUR"],
    ["Yemen (North Yemen)", "YEM"],
    ["Bosnia-Herzegovina", "BIH"],
    ["Serbia (Yugoslavia)", "SRB"],
    ["Cambodia (Kampuchea)", "KHM"],
    ["Côte d'Ivoire", "CIV"],
    ["Côte d’Ivoire", "CIV"],
    ["COTE D'IVOIRE", "CIV"],
    ["Ivory Coast", "CIV"],
    ["Korea, Republic of", "KOR"],
    ["Korea, Dem. People's Rep.", "PRK"],
    ["Iran, Islamic Rep.", "IRN"],
    ["Bahamas, The", "BHS"],
    ["The Gambia", "GMB"],
    ["St. Vincent & the Grenadines", "VCT"],
    ["Hong Kong SAR, China", "HKG"],
    ["West Bank and Gaza", "PSE"],
    ["Republic of Namibia", "NAM"],
    ["U.S.A.", "USA"],
    ["UK", "GBR"],
    ["Россия", "RUS"],
    ["США", "USA"],
    ["مصر", "EGY"],
    ["سوريا", "SYR"],
    ["英国", "GBR"],
    ["Reino Unido", "GBR"],
    ["Corée du Sud", "KOR"],
    ["M49:516", "NAM"],
    ["4", "AFG"],
    ["OWID_KOS", "XKX"],
    ["Kosovo", "XKX"],
    ["Taiwan", "TWN"],
    ["Swaziland", "SWZ"],
    ["Macedonia, FYR", "MKD"],
    ["Cape Verde", "CPV"],
  ])("reads %j as %s", (text, alpha3) => {
    expect(codeOf(text)).toBe(alpha3);
  });

  test.each([
    ["Korea", "domain/ambiguous-area"],
    ["Virgin Islands", "domain/ambiguous-area"],
    ["Micronesia", "domain/ambiguous-area"],
    ["Saint Martin", "domain/ambiguous-area"],
    ["Republic of China", "domain/ambiguous-area"],
    ["World", "domain/not-a-country"],
    ["001", "domain/not-a-country"],
    ["M49:002", "domain/not-a-country"],
    ["EUU", "domain/not-a-country"],
    ["Euro area", "domain/not-a-country"],
    ["ZZA.VHHD", "domain/not-a-country"],
    ["ZZK.WORLD", "domain/not-a-country"],
    ["OWID_WRL", "domain/not-a-country"],
    ["UNK", "domain/not-a-country"],
    ["XXA", "domain/not-a-country"],
    ["AB9", "domain/not-a-country"],
    ["CHI", "domain/not-a-country"],
    ["SUN", "domain/historic-area"],
    ["YUG", "domain/historic-area"],
    ["SCG", "domain/historic-area"],
    ["CSK", "domain/historic-area"],
    ["DDR", "domain/historic-area"],
    ["ANT", "domain/historic-area"],
    ["Czechoslovakia", "domain/historic-area"],
    ["OWID_USS", "domain/historic-area"],
    ["na", "domain/unknown-area"],
    ["N/A", "domain/unknown-area"],
    ["", "domain/unknown-area"],
    ["Wakanda", "domain/unknown-area"],
    ["__proto__", "domain/unknown-area"],
    ["constructor", "domain/unknown-area"],
    ["999", "domain/unknown-area"],
    ["M49:999", "domain/unknown-area"],
  ])("finds no area in %j: %s", (text, code) => {
    expect([codeOf(text), problemOf(text)]).toEqual([undefined, code]);
  });

  test.each([
    ["ZAR", "COD"],
    ["BUR", "MMR"],
    ["TMP", "TLS"],
    ["ROM", "ROU"],
    ["HVO", "BFA"],
  ])("reads the former code %s as %s, and says so", (text, alpha3) => {
    expect([codeOf(text), problemOf(text)]).toEqual([alpha3, "domain/renamed-area"]);
  });

  test("reads UNHCR codes and Gleditsch-Ward numbers only when they are named", () => {
    expect(codeOf("ARE")).toBe("ARE");
    expect(findArea("ARE", { scheme: "unhcr" }).area?.alpha3).toBe("EGY");
    expect(codeOf("AUS")).toBe("AUS");
    expect(findArea("AUS", { scheme: "unhcr" }).area?.alpha3).toBe("AUT");
    expect(findArea("775", { scheme: "gleditsch-ward" }).area?.alpha3).toBe("MMR");
    expect(findArea("90", { scheme: "gleditsch-ward" }).area?.alpha3).toBe("GTM");
    expect(findArea("345", { scheme: "gleditsch-ward" }).area?.alpha3).toBe("SRB");
    expect(findArea("XKX", { scheme: "worldbank" }).area?.alpha3).toBe("XKX");
    expect(findArea("WBG", { scheme: "worldbank" }).area?.alpha3).toBe("PSE");
  });

  test("suggests what is near", () => {
    const suggestionFor = (text: string) => findArea(text).finding?.suggestion;
    expect(suggestionFor("Germny")).toBe("DEU");
    expect(suggestionFor("Nambia")).toBe("NAM");
    expect(suggestionFor("Guinea Bissaau")).toBe("GNB");
    expect(suggestionFor("Alemagne")).toBe("DEU");
    expect(suggestionFor("na")).toBe("NAM");
    expect(suggestionFor("GER")).toBe("DEU");
    expect(suggestionFor("CÃ´te d'Ivoire")).toBe("CIV");
    expect(findArea("Wakanda").finding?.message).toBe('There is no area "Wakanda".');
  });

  test("never throws and never takes long", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (text) => {
        const { area, finding } = findArea(text);
        expect(area !== null || finding !== undefined).toBe(true);
      }),
      { numRuns: 200 },
    );
    for (const hostile of [null, undefined, 4, {}, "a".repeat(1e6), "(".repeat(1e5), "\u0000"]) {
      expect(findArea(hostile as string).area).toBeNull();
    }
  });

  test("no name stands for two areas but those that are listed", () => {
    const ambiguous = [...buildNameIndex().byKey]
      .filter(([, meaning]) => meaning.kind === "ambiguous")
      .map(([key]) => key)
      .sort();
    expect(ambiguous).toEqual(
      [
        "china republic",
        "corea",
        "coree",
        "islands virgin",
        "korea",
        "martin saint",
        "martin san",
        "micronesia",
        "корея",
        "سانت مارتن",
        "كوريا",
        "圣马丁",
        "朝鲜半岛",
      ].sort(),
    );
  });
});

describe("matchAreas", () => {
  test("keeps order and length, and reports each text once", () => {
    const { areas: found, findings } = matchAreas(["NA", "Wakanda", "World", "NAM", "Wakanda"]);
    expect(found.map((area) => area?.alpha3 ?? null)).toEqual(["NAM", null, null, "NAM", null]);
    expect(findings.map(({ code, place, facts }) => [code, place.row, facts.rows])).toEqual([
      ["domain/unknown-area", 2, 2],
      ["domain/not-a-country", 3, 1],
    ]);
  });
});

describe("crosswalks", () => {
  test("lead only to areas and historic areas", () => {
    const known = new Set([...areas, ...historicAreas].map(({ alpha3 }) => alpha3));
    for (const { alpha3 } of foreignCodes) {
      expect(alpha3 === undefined || known.has(alpha3)).toBe(true);
    }
    for (const { successors } of historicAreas) {
      for (const successor of successors) expect(areaOf(successor)).toBeDefined();
    }
  });

  test("go and come back", () => {
    for (const { alpha3 } of areas) {
      for (const scheme of ["unhcr", "gleditsch-ward", "worldbank", "owid"] as const) {
        const code = codeIn(scheme, alpha3);
        if (code !== undefined) expect(findArea(code, { scheme }).area?.alpha3).toBe(alpha3);
      }
    }
    expect(codeIn("gleditsch-ward", "SRB")).toBe("345");
    expect(codeIn("worldbank", "ROU")).toBe("ROU");
    expect(codeIn("unhcr", "EGY")).toBe("ARE");
    expect(codeIn("iso", "NAM")).toBe("NAM");
    expect(codeIn("iso", "XXX")).toBeUndefined();
  });

  test("UCDP's numbers and names agree, as its file pairs them", () => {
    const rows = csvRows(
      readFileSync(new URL("fixtures/ucdp-locations.csv", import.meta.url), "utf8"),
    );
    expect(rows).toHaveLength(88);
    for (const { number, name } of rows) {
      const byNumber = findArea(number as string, { scheme: "gleditsch-ward" }).area?.alpha3;
      expect([name, byNumber]).toEqual([name, codeOf(name as string)]);
      expect(byNumber).toBeDefined();
    }
  });

  test("UNHCR's codes agree with the ISO codes that its file gives", () => {
    const table = new URL("../data/unhcr-codes.csv", import.meta.url);
    for (const { unhcr, iso3, name } of csvRows(readFileSync(table, "utf8"))) {
      const { area } = findArea(unhcr as string, { scheme: "unhcr" });
      if (areaOf(iso3 as string) === undefined) expect(area).toBeNull();
      else expect([name, area?.alpha3, codeOf(name as string)]).toEqual([name, iso3, iso3]);
    }
  });

  test("World Bank names and codes agree, aggregates are told apart", () => {
    const table = new URL("../data/worldbank-country-classification.csv", import.meta.url);
    for (const { iso3c, country, region } of csvRows(readFileSync(table, "utf8"))) {
      const match = findArea(iso3c as string, { scheme: "worldbank" });
      if (region === "Aggregates" || iso3c === "CHI") {
        expect([iso3c, match.finding?.code]).toEqual([iso3c, "domain/not-a-country"]);
      } else {
        expect([country, match.area?.alpha3, codeOf(country as string)]).toEqual([
          country,
          iso3c,
          iso3c,
        ]);
      }
    }
  });
});

describe("groups", () => {
  test("have the sizes that their publishers give", () => {
    expect(groupMembers("ldc")).toHaveLength(44);
    expect(groupMembers("lldc")).toHaveLength(32);
    expect(groupMembers("income-low")).toHaveLength(26);
    expect(groupMembers("income-lower-middle")).toHaveLength(51);
    expect(groupMembers("income-upper-middle")).toHaveLength(54);
    // 85 high-income economies, one of them the Channel Islands: here Guernsey and Jersey.
    expect(groupMembers("income-high")).toHaveLength(86);
    const hdi = ["hdi-very-high", "hdi-high", "hdi-medium", "hdi-low"] as const;
    expect(hdi.map((id) => groupMembers(id).length)).toEqual([74, 50, 43, 26]);
  });

  test("are dated: least developed countries have graduated", () => {
    // UN Committee for Development Policy: 45 members in mid-2024, 46 in mid-2023, 48 in 2012.
    expect(groupMembers("ldc", "2024-06-30")).toHaveLength(45);
    expect(groupMembers("ldc", "2023-06-30")).toHaveLength(46);
    expect(groupMembers("ldc", "2013-06-30")).toHaveLength(49);
    expect(groupMembers("ldc", "2023-12-12").includes("BTN")).toBe(true);
    expect(groupMembers("ldc", "2023-12-13").includes("BTN")).toBe(false);
  });

  test("differ from the mark in the source only by São Tomé and Príncipe", () => {
    const table = new URL("../data/country-codes.csv", import.meta.url);
    const marked = csvRows(readFileSync(table, "utf8"))
      .filter((row) => row["Least Developed Countries (LDC)"] === "x")
      .map((row) => row["ISO3166-1-Alpha-3"]);
    const members = groupMembers("ldc");
    expect(marked.filter((code) => !members.includes(code as string))).toEqual(["STP"]);
    expect(members.filter((code) => !marked.includes(code))).toEqual([]);
  });

  test("say of when they are and from where, and hold only areas", () => {
    for (const { from, until, source, members } of areaGroups) {
      expect(from <= until && source.length > 10).toBe(true);
      for (const { area } of members) expect(areaOf(area)).toBeDefined();
    }
    expect(groupsOf("VEN").map(({ id }) => id)).not.toContain("income-upper-middle");
  });

  test("refuse days for which they are not known, and unknown groups", () => {
    expect(() => groupMembers("income-low", "2015-01-01")).toThrow(/not known here/);
    expect(() => groupMembers("ldc", "1960-01-01")).toThrow(/not known here/);
    expect(() => groupMembers("ldc", "soon")).toThrow(/not known here/);
    expect(() => groupMembers("g7" as "ldc")).toThrow(/no group of areas "g7"/);
  });
});

describe("isAreaId", () => {
  test("takes alpha-3, M49 regions and prefixed codes, and nothing else", () => {
    for (const id of ["NAM", "XKX", "M49:001", "ISO3166-2:NA-KH"]) expect(isAreaId(id)).toBe(true);
    for (const text of ["NA", "nam", "M49:999", "001", "", "World", "WLD", ":", "A:"]) {
      expect(isAreaId(text)).toBe(false);
    }
  });
});

const reference = new URL("../../../../shared/reference/data/", import.meta.url);
test.skipIf(!existsSync(reference))(
  "all names of the reference files are found (skipped where these are absent)",
  () => {
    const files = [
      ["inform/inform-mid2018-v034.csv", "COUNTRY", "ISO3"],
      ["inform/inform-2016.csv", "COUNTRY", "ISO3"],
      ["hdr/hdr2025_composite_indices_time_series.csv", "country", "code"],
      ["hdr/hdr2021-22_composite_indices_time_series.csv", "country", "iso3"],
      ["sdg/unsd-sdg-series-2020.csv", "name", "iso3"],
      ["worldbank/owid-wdi-share-individuals-using-internet.csv", "Country", "Code"],
      ["unhcr/unhcr-population-by-origin-year.csv", "coo_name", "coo_iso"],
    ] as const;
    const missed = new Set<string>();
    for (const [file, name, code] of files) {
      const rows = csvRows(readFileSync(new URL(file, reference), "utf8"));
      const pairs = new Map(rows.map((row) => [row[name] as string, row[code] as string]));
      for (const [text, alpha3] of pairs) {
        if (areaOf(alpha3) !== undefined && codeOf(text) !== alpha3)
          missed.add(`${text} ${alpha3}`);
      }
    }
    expect([...missed].sort()).toEqual([
      // Mojibake of a copy; a name that is also a region's; a residual of the SDG files.
      "CÃ´te d'Ivoire CIV",
      "Micronesia FSM",
      "Other non-specified areas in Eastern Asia TWN",
    ]);
  },
);
