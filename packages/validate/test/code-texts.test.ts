import type { Rule } from "@vitalcore/validate";
import { describe, expect, it } from "vitest";
import { placesOf, verdictOf } from "./support/verdict.js";

/** Code, severity, suggestion and hint of what is said of one text. */
function saidOf(text: string, rule: Rule) {
  const [finding] = verdictOf(rule, { c: [text] }).findings;
  if (finding === undefined) return "fine";
  const { code, suggestion = "-", hint } = finding;
  return `${code.slice(code.indexOf("/") + 1)} | ${suggestion} | ${hint}`;
}

const NOTHING_NEAR = "code-unknown | - | Nothing in the list is near it.";
const turned = (band: string) =>
  `${band} turned into a date by a spreadsheet? Format the column as text before entering it.`;
const FOOTNOTE =
  "It looks like a footnote or a title in the data: remove the row, or keep it out of the table.";

describe("what a text that is no code of the list probably was", () => {
  const codes = ["5-9", "10-14", "004", "KE", "fe", "FE", "1004", "01.0", "rural"];
  const rule: Rule = { rule: "codes", column: "c", codes };

  it.each([
    // Bands of ages that a spreadsheet took for days.
    ["05-Sep", `code-unknown | 5-9 | ${turned("5-9")}`],
    ["9-May", `code-unknown | 5-9 | ${turned("5-9")}`],
    ["May-09", `code-unknown | 5-9 | ${turned("5-9")}`],
    ["14-OCT", `code-unknown | 10-14 | ${turned("10-14")}`],
    ["31-Dec", `code-unknown | - | ${turned("31-12")}`],
    ["Dec-31", `code-unknown | - | ${turned("12-31")}`],
    ["2024-10-14", `code-unknown | 10-14 | ${turned("10-14")}`],
    ["2024-10-14 00:00:00", `code-unknown | 10-14 | ${turned("10-14")}`],
    ["2024-10-14T00:00:00", `code-unknown | 10-14 | ${turned("10-14")}`],
    // And what only holds a day.
    ["x05-Sep", NOTHING_NEAR],
    ["05-Sept", NOTHING_NEAR],
    ["xMay-09", NOTHING_NEAR],
    ["May-091", NOTHING_NEAR],
    ["05-Xyz", NOTHING_NEAR],
    ["x2024-10-14", NOTHING_NEAR],
    ["2024-10-14x", NOTHING_NEAR],
    // Zeros that are lost, and what only has the same value.
    ["4", "code-form | 004 | Leading zeros are lost: write 004."],
    ["04", "code-form | 004 | Leading zeros are lost: write 004."],
    ["+4", NOTHING_NEAR],
    ["4e0", NOTHING_NEAR],
    ["01004", "code-unknown | 1004 | Did you mean 1004?"],
    ["1", NOTHING_NEAR],
    // Case: of two codes that differ in it only, the first.
    ["Fe", "code-form | fe | Write fe."],
    [" RURAL", "code-form | rural | Write rural."],
    // Letters of another script, some or all.
    [
      "КE",
      "code-unknown | KE | Did you mean KE? It holds a letter of another script that looks alike.",
    ],
    [
      "КЕ",
      "code-unknown | KE | Did you mean KE? It holds a letter of another script that looks alike.",
    ],
    [
      "r\u200Bu\u00ADral",
      "code-unknown | rural | Did you mean rural? It holds an invisible character (U+200B, U+00AD).",
    ],
    // Sentences among the codes: long ones, or of three words.
    ["ruralandurbanareastogether", `code-unknown | - | ${FOOTNOTE}`],
    ["abcdefghijklmnopqrstuvwxy", `code-unknown | - | ${FOOTNOTE}`],
    ["abcdefghijklmnopqrstuvwx", NOTHING_NEAR],
    ["see the note", `code-unknown | - | ${FOOTNOTE}`],
    ["see note", NOTHING_NEAR],
  ])("%j: %s", (text, said) => {
    expect(saidOf(text, rule)).toBe(said);
  });

  it("takes blank text for a missing code, and says what is listed nothing", () => {
    expect(placesOf(rule, { c: [" ", "", null, "KE", "rural"] })).toEqual([]);
    expect(placesOf(rule, { c: [null, "x?", null, " ", "y?"] })).toEqual([
      "2 code-unknown c",
      "5 code-unknown c",
    ]);
  });

  it("looks for the nearest of 200 codes only, but always for those", () => {
    const texts = Array.from({ length: 202 }, (_, i) => `rura${String.fromCodePoint(0x4e00 + i)}`);
    const { findings } = verdictOf(rule, { c: [...texts, texts[0]] }, { listed: 300 });
    const hints = findings.map(({ hint }) => hint);
    const tooMany = "Too many codes are unknown to look for the nearest: is it the right column?";
    expect(hints.slice(0, 200).every((hint) => hint === "Did you mean rural?")).toBe(true);
    expect(hints.slice(200)).toEqual([tooMany, tooMany, "Did you mean rural?"]);
  });
});

describe("what a text that is no area of the scheme probably was", () => {
  it.each<[Extract<Rule, { rule: "area" }>["scheme"], string, string]>([
    ["iso3", "KEN", "fine"],
    ["iso3", "ken", "code-form | KEN | Write KEN."],
    ["iso3", " KEN", "code-form | KEN | Write KEN."],
    ["iso3", "Kenya", "area-unknown | KEN | Did you mean KEN (Kenya)?"],
    ["iso3", "158", "area-unknown | TWN | Did you mean TWN (Taiwan)?"],
    ["iso3", "Congo ", "area-ambiguous | - | Write the code of the one that is meant."],
    ["iso3", "1a4", "area-unknown | - | Nothing in the list is near it."],
    [
      "iso3",
      "ROM",
      "area-renamed | ROU | Write ROU, if the borders are the same for the years at hand.",
    ],
    ["iso2", "KE", "fine"],
    ["iso2", " KE", "code-form | KE | Write KE."],
    ["iso2", "KEN", "area-unknown | KE | Did you mean KE (Kenya)?"],
    ["iso2", "158", "area-unknown | TW | Did you mean TW (Taiwan)?"],
    ["iso2", "EL", "area-unknown | GR | Did you mean GR (Greece)?"],
    ["m49", "404", "fine"],
    ["m49", "4", "code-form | 004 | Write 004."],
    ["m49", " 404", "code-form | 404 | Write 404."],
    ["m49", "KEN", "area-unknown | 404 | Did you mean 404 (Kenya)?"],
    // In ISO 3166-1, but not in the list of the United Nations.
    ["m49", "158", "area-unknown | 108 | Did you mean 108?"],
    // No M49 code: its alpha-3 is better than none.
    ["m49", "Kosovo", "area-unknown | XKX | Did you mean XKX (Kosovo)?"],
    [
      "m49",
      "ROM",
      "area-renamed | 642 | Write 642, if the borders are the same for the years at hand.",
    ],
    ["name", "Kenya", "fine"],
    ["name", "KENYA", "fine"],
    ["name", "Viet Nam", "fine"],
    ["name", "KEN", "code-form | Kenya | Write Kenya."],
    ["name", " KEN ", "code-form | Kenya | Write Kenya."],
    ["name", "404", "code-form | Kenya | Write Kenya."],
    ["any", "KEN", "fine"],
    ["any", "404", "fine"],
    ["any", "Kenya", "fine"],
    ["id", "KEN", "fine"],
    ["id", "M49:002", "fine"],
  ])("%s %j: %s", (scheme = "iso3", text, said) => {
    expect(saidOf(text, { rule: "area", column: "c", scheme })).toBe(said);
  });

  it("are regions only if these are allowed, and never countries that are no more", () => {
    const rule: Rule = { rule: "area", column: "c" };
    const table = { c: ["KEN", "WLD", "SUN"] };
    expect(placesOf(rule, table)).toEqual(["2 not-a-country c", "3 historic-area c"]);
    expect(verdictOf(rule, table).findings.map(({ severity }) => severity)).toEqual([
      "error",
      "error",
    ]);
    expect(placesOf({ ...rule, aggregates: true }, table)).toEqual(["3 historic-area c"]);
  });

  it("are right in their time, which has to be known", () => {
    const rule: Rule = { rule: "area", column: "c", period: "p" };
    const c = ["SUN", "SUN", "SUN", "SUN", "SUN", "SUN", "KEN", null];
    const p = ["1980", "1992", "1992-12", "1993", "x", null, "1900", "1980"];
    expect(placesOf(rule, { c, p })).toEqual([
      "4 historic-area c",
      "5 historic-area c",
      "6 historic-area c",
    ]);
  });

  it("looks for the nearest of 100 texts only", () => {
    // Short ones, for which no name is compared.
    const texts = Array.from({ length: 102 }, (_, i) => String.fromCodePoint(0x4e00 + i));
    const { findings } = verdictOf({ rule: "area", column: "c" }, { c: texts }, { listed: 300 });
    const tooMany = "Too many are unknown to look for the nearest: is it the right column?";
    expect(findings.map(({ code }) => code)).toEqual(texts.map(() => "validate/area-unknown"));
    expect(findings.map(({ hint }) => hint === tooMany).indexOf(true)).toBe(100);
    expect(findings.slice(100).map(({ hint, found }) => [hint, found])).toEqual([
      [tooMany, texts[100]],
      [tooMany, texts[101]],
    ]);
  });
});
