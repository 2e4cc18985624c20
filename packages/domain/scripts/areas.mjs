// Makes src/areas/data/*.ts from the tables in data/ (see data/SOURCES.md).
//   node scripts/areas.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { csvRows } from "./csv.mjs";

const folder = fileURLToPath(new URL("../", import.meta.url));
const table = (name) => csvRows(readFileSync(`${folder}data/${name}.csv`, "utf8"));

const LANGUAGES = { en: "en", fr: "fr", es: "es", ar: "ar", ru: "ru", zh: "cn" };
const digits = (number) => (number === "" ? "---" : number.padStart(3, "0"));
const byCode = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const text = (value) => JSON.stringify(value);

function countries() {
  const rows = table("country-codes").map((row) => ({
    alpha3: row["ISO3166-1-Alpha-3"],
    alpha2: row["ISO3166-1-Alpha-2"],
    numeric: digits(row["ISO3166-1-numeric"]),
    // UNSD does not list Taiwan apart; its ISO number is not an M49 code.
    m49: row["ISO3166-1-Alpha-3"] === "TWN" ? "---" : digits(row.M49),
    region: digits(
      row["Intermediate Region Code"] || row["Sub-region Code"] || row["Region Code"] || "1",
    ),
    row,
  }));
  rows.push({ alpha3: "XKX", alpha2: "XK", numeric: "---", m49: "---", region: "039", row: {} });
  return rows.sort((a, b) => byCode(a.alpha3, b.alpha3));
}

function codesModule(areas) {
  const packed = areas.map((a) => a.alpha3 + a.alpha2 + a.numeric + a.m49 + a.region).join("");
  return `/** alpha-3, alpha-2, ISO number, M49 number, finest M49 region: 14 characters an area. */
export const AREA_CODES: string =
  ${text(packed)};
`;
}

function regionsModule(areas) {
  const regions = new Map([["001", { name: "World", parent: "" }]]);
  for (const { row } of areas) {
    let parent = "001";
    for (const level of ["Region", "Sub-region", "Intermediate Region"]) {
      const code = row[`${level} Code`];
      if (!code) continue;
      regions.set(digits(code), { name: row[`${level} Name`], parent });
      parent = digits(code);
    }
  }
  const lines = [...regions]
    .sort(([a], [b]) => byCode(a, b))
    .map(([code, { name, parent }]) => `${code}${parent || "---"}${name}`);
  return `/** M49 code, code of the parent, English name. */
export const REGIONS: string = ${text(lines.join("|"))};
`;
}

function namesOf(areas, language) {
  const corrections = new Map(
    table("name-corrections")
      .filter((row) => row.language === language)
      .map((row) => [row.alpha3, row.name]),
  );
  return areas.map(({ alpha3, row }) => [
    alpha3,
    corrections.get(alpha3) ?? row[`official_name_${LANGUAGES[language]}`].replaceAll("’", "'"),
  ]);
}

function namesModule(areas, language) {
  const lines = namesOf(areas, language).map(([alpha3, name]) => `  ${alpha3}: ${text(name)},`);
  return `export const NAMES: Readonly<Record<string, string>> = {
${lines.join("\n")}
};
`;
}

/** Other names of the same area, where they differ from those of \`namesModule\` by more than case. */
function otherNamesModule(areas) {
  const fold = (name) =>
    name
      .normalize("NFKD")
      .replace(/[\p{M}\p{P}\p{S}]/gu, "")
      .replace(/\bthe\b|\s+/giu, "")
      .toLowerCase();
  const known = new Map();
  for (const language of Object.keys(LANGUAGES)) {
    for (const [alpha3, name] of namesOf(areas, language)) known.set(fold(name), alpha3);
  }
  const cldr = new Map(table("cldr-short-names").map((row) => [row.alpha3, row]));
  const worldBank = new Map(
    table("worldbank-country-classification").map((row) => [row.iso3c, row.country]),
  );
  const unhcr = new Map(table("unhcr-codes").map((row) => [row.iso3, row.name]));
  const hdr = new Map(table("undp-groups-hdr2025").map((row) => [row.code, row.country]));
  const lines = [];
  const explicit = new Set(table("aliases").map((row) => fold(row.alias)));
  for (const { alpha3, row } of areas) {
    const candidates = [
      ...Object.keys(LANGUAGES).map((language) => cldr.get(alpha3)?.[language]),
      row["UNTERM English Formal"],
      row["UNTERM English Short"]?.replace(/\s*\((the|an?)\)/, ""),
      row["ISO4217-currency_country_name"],
      worldBank.get(alpha3),
      unhcr.get(alpha3),
      hdr.get(alpha3),
    ];
    const others = [];
    for (const candidate of candidates) {
      const name = candidate
        ?.replaceAll("’", "'")
        .replace(/\s*\*+\s*$/, "")
        .trim();
      if (!name || explicit.has(fold(name)) || fold(name) === "") continue;
      const holder = known.get(fold(name));
      if (holder === alpha3) continue;
      if (holder !== undefined) throw new Error(`${name}: ${holder} and ${alpha3}`);
      known.set(fold(name), alpha3);
      others.push(name);
    }
    if (others.length > 0) lines.push(`  ${alpha3}: ${text(others.join("|"))},`);
  }
  const aliases = table("aliases").map(({ alias, areas: codes }) => `${alias}=${codes}`);
  return `/** Other names by area: CLDR short names, UN formal names, spellings of data publishers. */
export const OTHER_NAMES: Readonly<Record<string, string>> = {
${lines.join("\n")}
};

/** Aliases, and names that may mean several areas. */
export const ALIASES: string =
  ${text(aliases.join("|"))};
`;
}

function groupsModule(areas) {
  const marked = (column) =>
    areas
      .filter(({ row }) => row[column] === "x")
      .map(({ alpha3 }) => alpha3)
      .join("");
  const where = (rows, code, column, value) =>
    rows
      .filter((row) => row[column] === value)
      .map((row) => row[code])
      .sort(byCode)
      .join("");
  const bank = table("worldbank-country-classification").filter(
    (row) => row.region !== "Aggregates",
  );
  const isChannelIslands = (row) => row.iso3c === "CHI";
  const income = (name) =>
    where(
      bank.filter((row) => !isChannelIslands(row)),
      "iso3c",
      "income",
      name,
    ) + (bank.some((row) => isChannelIslands(row) && row.income === name) ? "GGYJEY" : "");
  const hdr = table("undp-groups-hdr2025").filter((row) => !row.code.startsWith("ZZ"));
  const ldc = table("ldc-history").map((row) => `${row.alpha3}${row.from}${row.until}`);
  const groups = {
    LDC_SPELLS: ldc.join("|"),
    LLDC: marked("Land Locked Developing Countries (LLDC)"),
    SIDS: marked("Small Island Developing States (SIDS)"),
    INCOME_HIGH: income("High income"),
    INCOME_UPPER_MIDDLE: income("Upper middle income"),
    INCOME_LOWER_MIDDLE: income("Lower middle income"),
    INCOME_LOW: income("Low income"),
    HDI_VERY_HIGH: where(hdr, "code", "hdicode", "Very High"),
    HDI_HIGH: where(hdr, "code", "hdicode", "High"),
    HDI_MEDIUM: where(hdr, "code", "hdicode", "Medium"),
    HDI_LOW: where(hdr, "code", "hdicode", "Low"),
    UNDP_ARAB_STATES: where(hdr, "code", "region", "AS"),
    UNDP_EAST_ASIA_PACIFIC: where(hdr, "code", "region", "EAP"),
    UNDP_EUROPE_CENTRAL_ASIA: where(hdr, "code", "region", "ECA"),
    UNDP_LATIN_AMERICA_CARIBBEAN: where(hdr, "code", "region", "LAC"),
    UNDP_SOUTH_ASIA: where(hdr, "code", "region", "SA"),
    UNDP_SUB_SAHARAN_AFRICA: where(hdr, "code", "region", "SSA"),
  };
  const lines = Object.entries(groups).map(
    ([name, members]) => `export const ${name}: string =\n  ${text(members)};`,
  );
  return `/** Alpha-3 codes end to end; LDC_SPELLS: code, year of entry, date of leaving. */
${lines.join("\n")}
`;
}

function crosswalksModule(areas) {
  const isArea = new Set(areas.map(({ alpha3 }) => alpha3));
  const unhcr = table("unhcr-codes")
    .filter((row) => isArea.has(row.iso3))
    .map((row) => row.unhcr + row.iso3);
  const gw = table("gleditsch-ward").map((row) => `${row.number}=${row.alpha3}`);
  const other = table("other-codes").map((row) =>
    [row.scheme, row.code, row.alpha3, row.name].join("="),
  );
  const aggregates = [
    ...table("worldbank-country-classification")
      .filter((row) => row.region === "Aggregates")
      .map((row) => ["worldbank", row.iso3c, "", row.country.trim()].join("=")),
    ...table("undp-groups-hdr2025")
      .filter((row) => row.code.startsWith("ZZ"))
      .map((row) => ["hdr", row.code, "", row.country].join("=")),
  ];
  const bank = table("worldbank-country-classification")
    .filter((row) => row.region !== "Aggregates" && isArea.has(row.iso3c))
    .map((row) => row.iso3c);
  const historic = table("historic-codes").map((row) =>
    [row.alpha3, row.alpha2, row.numeric, row.name, row.until, row.successors, row.renamed].join(
      "=",
    ),
  );
  return `/** UNHCR code and alpha-3, end to end. */
export const UNHCR_CODES: string =
  ${text(unhcr.join(""))};
/** Gleditsch-Ward number = alpha-3. */
export const GLEDITSCH_WARD: string =
  ${text(gw.join("|"))};
/** Alpha-3 codes of the economies that the World Bank lists, end to end. */
export const WORLD_BANK_ECONOMIES: string =
  ${text(bank.join(""))};
/** scheme = code = alpha-3 or historic code = name, where it is not an area. */
export const OTHER_CODES: string =
  ${text([...other, ...aggregates].join("|"))};
/** alpha-3 = alpha-2 = number = name = last year = successors = renamed. */
export const HISTORIC_CODES: string =
  ${text(historic.join("|"))};
`;
}

/** The modules by path below src/areas/data/. */
export function areaModules() {
  const areas = countries();
  const head = "// Made by scripts/areas.mjs from the tables in data/. Do not edit.\n\n";
  const modules = {
    "codes.ts": codesModule(areas),
    "regions.ts": regionsModule(areas),
    "other-names.ts": otherNamesModule(areas),
    "groups.ts": groupsModule(areas),
    "crosswalks.ts": crosswalksModule(areas),
  };
  for (const language of Object.keys(LANGUAGES)) {
    modules[`names-${language}.ts`] = namesModule(areas, language);
  }
  return Object.fromEntries(Object.entries(modules).map(([path, source]) => [path, head + source]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, source] of Object.entries(areaModules())) {
    writeFileSync(`${folder}src/areas/data/${path}`, source);
  }
}
