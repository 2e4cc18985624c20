import { describe, expect, it } from "vitest";
import { outcomeFor } from "./support/corpus-outcome.js";

type Verdict = "accept" | "warn" | "reject";
/** Record (header = 1) and column of a finding that is to be there, or its code alone. */
type Wanted = readonly [record: number | undefined, column: string | undefined, code: string];

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
};

type Variant = readonly [
  what: string,
  kind: string,
  content: string | Uint8Array,
  verdict: Verdict,
  findings?: readonly Wanted[],
];

const LINES = [
  "iso3,indicator,period,value,unit",
  "KEN,IPV12,2018,12.5,percent",
  "UGA,IPV12,2019,15.6,percent",
  "TZA,IPV12,2020,18.7,percent",
  "RWA,IPV12,2021,21.8,percent",
];
const csv = (...lines: string[]) => `${lines.join("\n")}\n`;
const good = csv(...LINES);
/** The good file with other lines in place of some. */
const withLine = (at: number, ...lines: string[]) =>
  csv(...LINES.slice(0, at - 1), ...lines, ...LINES.slice(at));

const BYTES: readonly Variant[] = [
  ["UTF-8 mark and CRLF", "observations", utf8(`\uFEFF${good.replaceAll("\n", "\r\n")}`), "accept"],
  ["UTF-16BE with its mark", "observations", utf16(`\uFEFF${good}`, false), "accept"],
  ["UTF-16LE without its mark", "observations", utf16(good, true), "reject"],
  ["UTF-16LE of odd length", "observations", utf16(`\uFEFF${good}`, true).slice(0, -1), "reject"],
  [
    "Latin-1 in a note",
    "observations",
    latin1(csv("iso3,period,value,note", "KEN,2018,1,d\xe9j\xe0", "UGA,2019,2,x")),
    "reject",
    [[2, undefined, "table/encoding-guessed"]],
  ],
  [
    "windows-1252 quotes",
    "observations",
    latin1(csv("iso3,period,value,note", "KEN,2018,1,\x93so\x94", "UGA,2019,2,x")),
    "reject",
  ],
  [
    "a replacement character, so that bytes are lost already",
    "observations",
    csv("iso3,period,value,note", "KEN,2018,1,d\uFFFDj", "UGA,2019,2,x"),
    "reject",
    [[2, "note", "table/damaged-text"]],
  ],
  [
    "a byte that cannot be, at the end",
    "observations",
    Uint8Array.of(...utf8(good), 0xff),
    "reject",
  ],
  [
    "only a mark",
    "observations",
    utf8("\uFEFF"),
    "reject",
    [[undefined, undefined, "table/empty-file"]],
  ],
  ["only blank lines", "observations", "\n\n\n", "reject"],
  ["only spaces", "observations", "   ", "reject"],
  [
    "a CR alone among LF",
    "observations",
    "iso3,period,value\nKEN,2018,1\rUGA,2019,2\n",
    "reject",
    [[2, undefined, "table/ragged-row"]],
  ],
  [
    "a word joiner in a code",
    "observations",
    withLine(3, "U\u2060GA,IPV12,2019,15.6,percent"),
    "reject",
    [[3, "iso3", "validate/area-unknown"]],
  ],
  [
    "a soft hyphen in a code",
    "observations",
    withLine(3, "U\u00adGA,IPV12,2019,15.6,percent"),
    "reject",
    [[3, "iso3", "validate/area-unknown"]],
  ],
  [
    "full-width letters in a code",
    "observations",
    withLine(3, "ＵＧＡ,IPV12,2019,15.6,percent"),
    "reject",
    [[3, "iso3", "validate/area-unknown"]],
  ],
  [
    "a Greek letter in a code",
    "observations",
    withLine(3, "UG\u0391,IPV12,2019,15.6,percent"),
    "reject",
    [[3, "iso3", "validate/area-unknown"]],
  ],
  [
    "a bell in a note",
    "observations",
    csv("iso3,period,value,note", "KEN,2018,1,a\u0007b", "UGA,2019,2,x"),
    "warn",
    [[2, "note", "table/control-character"]],
  ],
  [
    "a no-break space round a code",
    "observations",
    withLine(3, "\u00a0UGA,IPV12,2019,15.6,percent"),
    "warn",
    [[3, "iso3", "validate/code-form"]],
  ],
  [
    "spaces round a code",
    "observations",
    withLine(3, " UGA ,IPV12,2019,15.6,percent"),
    "warn",
    [[3, "iso3", "validate/code-form"]],
  ],
];

const STRUCTURE: readonly Variant[] = [
  [
    "a header quoted whole",
    "observations",
    good.replace(/^.*$/m, '"iso3","indicator","period","value","unit"'),
    "accept",
  ],
  [
    "two cells too few",
    "observations",
    withLine(4, "TZA,IPV12,2020"),
    "reject",
    [[4, undefined, "table/ragged-row"]],
  ],
  [
    "one cell too many, not blank",
    "observations",
    withLine(5, "RWA,IPV12,2021,21.8,percent,?"),
    "reject",
    [[5, undefined, "table/ragged-row"]],
  ],
  ["a delimiter at every line's end", "observations", good.replaceAll("\n", ",\n"), "warn"],
  [
    "a total row without its area",
    "observations",
    withLine(5, ",IPV12,2021,21.8,percent"),
    "accept",
  ],
  [
    "a quote never closed in the last row",
    "observations",
    withLine(5, 'RWA,IPV12,2021,"21.8,percent'),
    "reject",
    [[5, undefined, "table/unclosed-quote"]],
  ],
  [
    "two quotes inside quotes",
    "observations",
    csv("iso3,period,value,note", 'KEN,2018,1,"a ""b"" c"', "UGA,2019,2,x"),
    "accept",
  ],
  [
    "quotes escaped by a backslash",
    "observations",
    csv("iso3,period,value,note", 'KEN,2018,1,"a \\"b\\" c"', "UGA,2019,2,x"),
    "reject",
  ],
  [
    "single quotes round cells",
    "observations",
    withLine(3, "'UGA',IPV12,2019,15.6,percent"),
    "reject",
    [[3, "iso3", "validate/area-unknown"]],
  ],
  [
    "headers that are equal but for a no-break space",
    "observations",
    csv("iso3,period,value,value\u00a0", "KEN,2018,1,2"),
    "reject",
  ],
  ["the header in another case", "observations", csv("ISO3,Period,Value", "KEN,2018,1"), "accept"],
  [
    "the header repeated",
    "observations",
    csv(...LINES, LINES[0] as string, "BDI,IPV12,2022,24.9,percent"),
    "reject",
    [[6, undefined, "table/repeated-header"]],
  ],
  [
    "a source under the data, one cell",
    "observations",
    csv(...LINES, "", "Source: World Bank"),
    "reject",
  ],
  [
    "a footnote star under the data",
    "observations",
    csv(...LINES, "* provisional,,,,"),
    "reject",
    [[6, "iso3", "validate/area-unknown"]],
  ],
  [
    "one title above the header",
    "observations",
    csv("Table 1. Violence,,,,", ...LINES),
    "warn",
    [[1, undefined, "table/header-not-found"]],
  ],
  [
    "a total beneath the data",
    "observations",
    csv(...LINES, "Total,IPV12,2021,68.6,percent"),
    "reject",
    [[6, "iso3", "validate/area-unknown"]],
  ],
  ["a blank line first", "observations", csv("", ...LINES), "warn"],
  [
    "all cells quoted",
    "observations",
    csv(
      ...LINES.map((line) =>
        line
          .split(",")
          .map((cell) => `"${cell}"`)
          .join(","),
      ),
    ),
    "accept",
  ],
];

const at = (...cells: string[]) =>
  csv("iso3,period,value", ...cells.map((cell) => `KEN,2020,${cell}`));
/** The good file with other delimiters; with what a reader has to have found. */
const SEPARATORS: readonly Variant[] = [
  [
    "semicolons",
    "observations",
    good.replaceAll(",", ";"),
    "accept",
    [[undefined, undefined, "table/delimiter-found"]],
  ],
  [
    "tabs",
    "observations",
    good.replaceAll(",", "\t"),
    "accept",
    [[undefined, undefined, "table/delimiter-found"]],
  ],
  [
    "bars",
    "observations",
    good.replaceAll(",", "|"),
    "accept",
    [[undefined, undefined, "table/delimiter-found"]],
  ],
  [
    "semicolons, and 101 percent",
    "observations",
    withLine(2, "KEN,IPV12,2018,101,percent").replaceAll(",", ";"),
    "reject",
    [[2, "value", "validate/out-of-range"]],
  ],
  [
    "semicolons and decimal commas",
    "observations",
    good.replaceAll(",", ";").replace(/(\d)\.(\d)/g, "$1,$2"),
    "reject",
    [[2, "value", "table/decimal-comma"]],
  ],
];

const VALUES: readonly Variant[] = [
  [
    "an Excel error in German",
    "observations",
    at("#NV"),
    "reject",
    [[2, "value", "table/spreadsheet-error"]],
  ],
  ["#DIV/0!", "observations", at("#DIV/0!"), "reject"],
  ["#CALC!", "observations", at("#CALC!"), "reject", [[2, "value", "table/spreadsheet-error"]]],
  [
    "an Excel error in Spanish",
    "observations",
    at("#¡VALOR!"),
    "reject",
    [[2, "value", "table/spreadsheet-error"]],
  ],
  [
    "an Excel error in Portuguese",
    "observations",
    at("#N/D"),
    "reject",
    [[2, "value", "table/spreadsheet-error"]],
  ],
  ["a percent sign", "observations", at("12%"), "reject"],
  ["a number with its unit", "observations", at("12 km"), "reject"],
  ["a note mark", "observations", at("12.5ᵃ"), "reject"],
  ["a note in brackets", "observations", at("12.5 (a)"), "reject"],
  ["below detection", "observations", at("<0.1"), "reject"],
  ["a fraction", "observations", at("½"), "reject"],
  ["a range", "observations", at("10-15"), "reject"],
  ["hexadecimal", "observations", at("0x1F"), "reject"],
  ["true", "observations", at("true"), "reject"],
  ["Persian digits", "observations", at("۳۴"), "reject"],
  ["Devanagari digits", "observations", at("३४"), "reject"],
  ["an object", "observations", at("{}"), "reject"],
  ["minus infinity", "observations", at("-Infinity"), "reject"],
  ["a trailing E", "observations", at("1E"), "reject"],
  ["a French number", "observations", at('"1\u202f234,5"'), "reject"],
  ["an Indian number", "observations", at('"1,23,456"'), "reject"],
  ["a plus", "observations", at("+5"), "accept"],
  [
    "two dots, not declared as missing",
    "observations",
    at(".."),
    "reject",
    [[2, "value", "table/missing-mark"]],
  ],
  ["n.a.", "observations", at("n.a."), "reject"],
  ["a leading decimal point", "observations", at(".5"), "accept"],
  [
    "a formula",
    "observations",
    csv("iso3,period,value,note", "KEN,2018,1,=1+1"),
    "warn",
    [[2, "note", "table/formula-cell"]],
  ],
  [
    "a formula after a tab",
    "observations",
    csv("iso3,period,value,note", 'KEN,2018,1,"\t=1+1"'),
    "warn",
    [[2, "note", "table/formula-cell"]],
  ],
  [
    "a command",
    "observations",
    csv("iso3,period,value,note", "KEN,2018,1,@SUM(A1)"),
    "warn",
    [[2, "note", "table/formula-cell"]],
  ],
  [
    "a minus that runs",
    "observations",
    csv("iso3,period,value,note", "KEN,2018,1,-2+3+cmd|' /C calc'!A0"),
    "warn",
    [[2, "note", "table/formula-cell"]],
  ],
  [
    "a date as an area",
    "observations",
    csv("iso3,period,value", "2020-01-01,2020,1"),
    "reject",
    [[2, "iso3", "validate/area-unknown"]],
  ],
];

const AREA_CASES: readonly (readonly [
  scheme: string,
  raw: string,
  verdict: Verdict,
  hint?: string,
])[] = [
  ["iso3", "NAM", "accept"],
  ["iso3", "uga", "warn", "UGA"],
  ["iso3", "GER", "reject", "DEU"],
  ["iso3", "SUN", "reject", "RUS"],
  ["iso3", "YUG", "reject", "SRB"],
  ["iso3", "DDR", "reject", "DEU"],
  ["iso3", "ANT", "reject", "CUW"],
  ["iso3", "ZAR", "warn", "COD"],
  ["iso3", "WLD", "reject"],
  ["iso3", "EUU", "reject"],
  ["iso3", "UK", "reject", "GBR"],
  ["iso3", "KE", "reject", "KEN"],
  ["iso3", "404", "reject", "KEN"],
  ["iso3", "Kenya", "reject", "KEN"],
  ["iso3", "ZZZ", "reject"],
  ["iso3", "N/A", "reject", "missing code"],
  ["name", "Nigeria", "accept"],
  ["name", "Guinea", "accept"],
  ["name", "Guinea-Bissau", "accept"],
  ["name", "Dominica", "accept"],
  ["name", "Mali", "accept"],
  ["name", "Austria", "accept"],
  ["name", "Iran", "accept"],
  ["name", "Burma", "accept"],
  ["name", "Zaire", "accept"],
  ["name", "Czechoslovakia", "reject", "CZE"],
  ["name", "Soviet Union", "reject"],
  ["name", "Côte d’Ivoire", "accept"],
  ["name", "Ivory Coast", "accept"],
  ["name", "Republic of Korea", "accept"],
  ["name", "Türkiye", "accept"],
  ["name", "Turkey", "accept"],
  ["name", "Afganistan", "accept"],
  ["name", "Atlantis", "reject"],
  ["name", "World", "reject"],
  ["m49", "404", "accept"],
  ["m49", "8", "warn", "008"],
  ["m49", "202", "reject"],
  ["m49", "810", "reject"],
  ["m49", "KEN", "reject", "404"],
];

const PERIOD_CASES: readonly (readonly [raw: string, verdict: Verdict, hint?: string])[] = [
  ["1999", "accept"],
  ["2021-A1", "accept"],
  ["2021-S2", "accept"],
  ["2021-T1", "accept"],
  ["2021-T3", "accept"],
  ["2021-Q1", "accept"],
  ["2021-Q0", "reject"],
  ["2021-M01", "accept"],
  ["2021-M1", "reject"],
  ["2021-M00", "reject"],
  ["2021-01", "accept"],
  ["2021-00", "reject"],
  ["2021-W01", "accept"],
  ["2021-W53", "reject"],
  ["2015-W53", "accept"],
  ["2021-W1", "reject"],
  ["2020-D366", "accept"],
  ["2021-D365", "accept"],
  ["2021-D020", "accept"],
  ["2021-D090", "accept"],
  ["2021-D1", "reject"],
  ["2021-02-29", "reject"],
  ["2000-02-29", "accept"],
  ["1900-02-29", "reject"],
  ["2021-04-31", "reject"],
  ["2021-1-1", "reject"],
  ["2021-01-01/P3M", "accept"],
  ["2020/2021", "accept", "school"],
  ["2018/2020", "accept"],
  ["2019-01-01/2019-12-31", "accept"],
  ["P1Y/2020-12-31", "accept"],
  ["P1Y/P1Y", "reject"],
  ["P9999Y/2020-12-31", "reject"],
  ["2020-01-01/P", "reject"],
  ["2021-01-01T24:00:00", "reject"],
  ["2021-01-01T12:30:00", "accept"],
  ["2021-01-01T12:30:00+03:00", "accept"],
  ["2021-01-01T25:00:00", "reject"],
  ["01/02/2020", "reject"],
  ["31.12.2020", "reject"],
  ["Jan 2020", "reject"],
  ["2020Q1", "reject", "2020-Q1"],
  ["1Q2020", "reject"],
  ["2020M05", "reject", "2020-05"],
  ["2021q3", "reject", "2021-Q3"],
  ["FY2020", "reject"],
  ["2020/21", "reject"],
  ["2020-21", "reject"],
  ["20", "reject"],
  ["20201", "reject"],
  ["44197", "reject", "2021-01-01"],
  ["44197.5", "reject"],
  ["2021.0", "reject"],
  [" 2021", "reject"],
  ["+2021", "reject"],
  ["-2021", "reject"],
  ["2021-12-31Z", "reject"],
  ["12:00", "reject"],
];

const series = (values: readonly (number | string)[], from = 2000) =>
  csv("iso3,indicator,period,value", ...values.map((value, i) => `KEN,X,${from + i},${value}`));
const MEANING: readonly Variant[] = [
  [
    "a thousandfold slip and back",
    "observations",
    series([5.1, 5.2, 5.3, 5200, 5.4, 5.1, 5.2]),
    "warn",
    [[5, "value", "validate/unit-slip"]],
  ],
  [
    "a slip that stays is a jump",
    "observations",
    series([5, 5.1, 5.2, 5.3, 51, 52, 53, 52]),
    "warn",
  ],
  ["four equal values are no series of one", "observations", series([5, 5, 5, 5, 6]), "accept"],
  [
    "five equal values are",
    "observations",
    series([5, 5, 5, 5, 5, 6]),
    "accept",
    [[undefined, undefined, "validate/constant-series"]],
  ],
  ["a steady rise", "observations", series([5, 6, 7, 8, 9, 10, 11]), "accept"],
  ["a zero in a series", "observations", series([5, 6, 0, 6, 5]), "accept"],
  [
    "repeated, equal",
    "observations",
    csv("iso3,indicator,period,value", "KEN,X,2020,1", "KEN,X,2020,1"),
    "warn",
    [[3, undefined, "validate/duplicate-row"]],
  ],
  [
    "repeated, other value",
    "observations",
    csv("iso3,indicator,period,value", "KEN,X,2020,1", "UGA,X,2020,1", "KEN,X,2020,2"),
    "reject",
    [[4, undefined, "validate/duplicate-conflict"]],
  ],
  [
    "repeated, one missing",
    "observations",
    csv("iso3,indicator,period,value", "KEN,X,2020,1", "KEN,X,2020,"),
    "reject",
    [[3, undefined, "validate/duplicate-conflict"]],
  ],
  [
    "101 percent",
    "observations",
    withLine(2, "KEN,IPV12,2018,101,percent"),
    "reject",
    [[2, "value", "validate/out-of-range"]],
  ],
  [
    "minus a percent",
    "observations",
    withLine(2, "KEN,IPV12,2018,-0.1,percent"),
    "reject",
    [[2, "value", "validate/out-of-range"]],
  ],
  [
    "equal nested values",
    "observations",
    csv("iso3,indicator,value", "KEN,FIES_SEV,10", "KEN,FIES_MODSEV,10"),
    "accept",
  ],
  [
    "the whole is missing",
    "observations",
    csv("iso3,indicator,value", "KEN,FIES_SEV,10", "KEN,FIES_MODSEV,"),
    "accept",
  ],
  [
    "severe above moderate, the whole first",
    "observations",
    csv("iso3,indicator,value", "KEN,FIES_MODSEV,9", "KEN,FIES_SEV,10"),
    "reject",
    [[3, "value", "validate/nested"]],
  ],
  [
    "nested across countries says nothing",
    "observations",
    csv("iso3,indicator,value", "KEN,FIES_MODSEV,9", "UGA,FIES_SEV,10"),
    "accept",
  ],
  [
    "sexes add up",
    "counts",
    csv("iso3,period,sex,value", "KEN,2020,F,5", "KEN,2020,M,6", "KEN,2020,T,11"),
    "accept",
  ],
  [
    "the total is too high by far",
    "counts",
    csv("iso3,period,sex,value", "KEN,2020,T,20", "KEN,2020,F,5", "KEN,2020,M,6"),
    "warn",
    [[2, "value", "validate/parts-sum"]],
  ],
  [
    "a part above the whole",
    "counts",
    csv("iso3,period,sex,value", "KEN,2020,F,50", "KEN,2020,M,6", "KEN,2020,T,11"),
    "reject",
    [[4, "value", "validate/parts-exceed-total"]],
  ],
  [
    "a part is missing",
    "counts",
    csv("iso3,period,sex,value", "KEN,2020,F,5", "KEN,2020,M,", "KEN,2020,T,11"),
    "accept",
  ],
  [
    "one part above a whole, the other missing",
    "counts",
    csv("iso3,period,sex,value", "KEN,2020,F,50", "KEN,2020,M,", "KEN,2020,T,11"),
    "reject",
  ],
  [
    "a rate of both below the lesser",
    "observations",
    csv(
      "iso3,period,sex,value,unit",
      "KEN,2020,F,20,percent",
      "KEN,2020,M,30,percent",
      "KEN,2020,T,18,percent",
    ),
    "reject",
    [[4, "value", "validate/total-outside-parts"]],
  ],
  [
    "a rate of both equal to one",
    "observations",
    csv(
      "iso3,period,sex,value,unit",
      "KEN,2020,F,20,percent",
      "KEN,2020,M,30,percent",
      "KEN,2020,T,30,percent",
    ),
    "accept",
  ],
  [
    "gap identity with a hole",
    "observations",
    csv("iso3,usage,usage_gap,coverage_gap", "KEN,50,40,"),
    "accept",
  ],
  [
    "gap identity of 90",
    "observations",
    csv("iso3,usage,usage_gap,coverage_gap", "KEN,50,30,10"),
    "reject",
    [[2, undefined, "validate/sum"]],
  ],
  [
    "0 of 0",
    "counts",
    csv("iso3,period,numerator,denominator", "KEN,2020,0,0"),
    "reject",
    [[2, "denominator", "validate/denominator-zero"]],
  ],
  [
    "as many as there are",
    "counts",
    csv("iso3,period,numerator,denominator", "KEN,2020,5,5"),
    "accept",
  ],
  [
    "fewer than none",
    "counts",
    csv("iso3,period,numerator,denominator", "KEN,2020,-5,5"),
    "reject",
    [[2, "numerator", "validate/numerator-negative"]],
  ],
  [
    "on the limit of its interval",
    "estimates",
    csv("iso3,value,ci_low,ci_high,se,n", "KEN,15,15,25,2,100"),
    "accept",
  ],
  [
    "above its interval",
    "estimates",
    csv("iso3,value,ci_low,ci_high,se,n", "KEN,26,15,25,2,100"),
    "reject",
    [[2, "value", "validate/value-outside-interval"]],
  ],
  [
    "half a respondent",
    "estimates",
    csv("iso3,value,ci_low,ci_high,se,n", "KEN,20,15,25,2,100.5"),
    "warn",
    [[2, "n", "validate/n-not-whole"]],
  ],
  [
    "a forecast without a value",
    "observations",
    csv("iso3,period,value,obs_status", "KEN,2020,,F"),
    "reject",
    [[2, "obs_status", "validate/status-without-value"]],
  ],
  [
    "missing and a number",
    "observations",
    csv("iso3,period,value,obs_status", "KEN,2020,5,O"),
    "reject",
    [[2, "obs_status", "validate/value-despite-status"]],
  ],
  [
    "a break without a value",
    "observations",
    csv("iso3,period,value,obs_status", "KEN,2020,,B"),
    "accept",
  ],
  [
    "derogation with a value",
    "observations",
    csv("iso3,period,value,obs_status", "KEN,2020,5,J"),
    "accept",
  ],
  [
    "a holiday with a value",
    "observations",
    csv("iso3,period,value,obs_status", "KEN,2020,5,H"),
    "reject",
  ],
  ["two flags", "observations", csv("iso3,period,value,obs_status", "KEN,2020,5,E;P"), "accept"],
  [
    "a month said to be yearly",
    "sdmx-csv-like",
    csv("FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE", "A,KEN,2020-01,1"),
    "reject",
    [[2, "TIME_PERIOD", "validate/frequency"]],
  ],
  [
    "weeks weekly",
    "sdmx-csv-like",
    csv(
      "FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE",
      "W,KEN,2020-W53,1",
      "D,KEN,2020-02-29,1",
      "S,KEN,2020-S1,1",
    ),
    "accept",
  ],
  [
    "a week said to be daily",
    "sdmx-csv-like",
    csv("FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE", "D,KEN,2020-W01,1"),
    "reject",
    [[2, "TIME_PERIOD", "validate/frequency"]],
  ],
  [
    "a proportion of a proportion",
    "observations",
    csv(
      "iso3,indicator,period,value,unit",
      ..."KEN UGA TZA RWA BDI ETH".split(" ").map((area, i) => `${area},X,2020,0.${i + 2},percent`),
    ),
    "warn",
  ],
  [
    "a proportion above 1",
    "observations",
    csv(
      "iso3,indicator,period,value,unit",
      "KEN,X,2020,0.4,proportion",
      "UGA,X,2020,1.4,proportion",
    ),
    "reject",
  ],
];

const SURVEY_HEADER = "id,stratum,psu,wt,sex,age,ipv12";
const survey = (...change: readonly (readonly [row: number, column: number, cell: string])[]) => {
  const rows = Array.from({ length: 12 }, (_, i) => [
    String(i + 1).padStart(3, "0"),
    `S${(i % 2) + 1}`,
    `P${(i % 4) + 1}`,
    (0.85 + i / 20).toFixed(2),
    String((i % 2) + 1),
    String(19 + i),
    String(i % 3 === 0 ? 1 : 0),
  ]);
  for (const [row, column, cell] of change) (rows[row - 2] as string[])[column] = cell;
  return csv(SURVEY_HEADER, ...rows.map((cells) => cells.join(",")));
};
const renamed = (name: string, cells: readonly string[]) =>
  csv(
    `${SURVEY_HEADER},${name}`,
    ...survey()
      .trim()
      .split("\n")
      .slice(1)
      .map((line, i) => `${line},${cells[i % cells.length]}`),
  );
const SURVEY: readonly Variant[] = [
  ["nothing wrong", "survey", survey(), "accept"],
  ["a weight of 0", "survey", survey([4, 3, "0"]), "warn", [[4, "wt", "validate/weight-zero"]]],
  [
    "a weight below 0",
    "survey",
    survey([4, 3, "-0.1"]),
    "reject",
    [[4, "wt", "validate/weight-negative"]],
  ],
  ["a weight that is infinite", "survey", survey([4, 3, "Infinity"]), "reject"],
  [
    "a weight in words",
    "survey",
    survey([4, 3, "none"]),
    "reject",
    [[4, "wt", "table/missing-mark"]],
  ],
  ["no weight", "survey", survey([4, 3, ""]), "reject", [[4, "wt", "validate/weight-missing"]]],
  [
    "a weight with a decimal comma",
    "survey",
    survey([4, 3, '"0,9"']),
    "reject",
    [[4, "wt", "table/decimal-comma"]],
  ],
  [
    "all weights 1",
    "survey",
    survey(...Array.from({ length: 12 }, (_, i) => [i + 2, 3, "1"] as const)),
    "warn",
    [[undefined, "wt", "validate/weight-constant"]],
  ],
  [
    "no stratum",
    "survey",
    survey([4, 1, ""]),
    "reject",
    [[4, "stratum", "validate/design-missing"]],
  ],
  ["no cluster", "survey", survey([4, 2, ""]), "reject", [[4, "psu", "validate/design-missing"]]],
  [
    "a cluster in two strata",
    "survey",
    survey([2, 2, "P2"]),
    "warn",
    [[undefined, "psu", "validate/psu-reused"]],
  ],
  [
    "a stratum of one cluster",
    "survey",
    survey([2, 1, "S3"], [2, 2, "P9"]),
    "warn",
    [[undefined, "stratum", "validate/single-psu"]],
  ],
  [
    "an answer that is no code",
    "survey",
    survey([5, 6, "7"]),
    "reject",
    [[5, "ipv12", "validate/undeclared-code"]],
  ],
  ["an answer in words", "survey", survey([5, 6, "yes"]), "reject"],
  [
    "the same person twice",
    "survey",
    survey([5, 0, "001"]),
    "reject",
    [[5, "id", "validate/duplicate-key"]],
  ],
  ["no id", "survey", survey([5, 0, ""], [6, 0, ""]), "accept"],
  [
    "an age of 121",
    "survey",
    survey([5, 5, "121"]),
    "reject",
    [[5, "age", "validate/out-of-range"]],
  ],
  [
    "an e-mail in a remark",
    "survey",
    renamed("remark", ["none", "write to a.b@example.org", "no"]),
    "warn",
    [[undefined, "remark", "validate/direct-identifier"]],
  ],
  [
    "coordinates in half of the remarks",
    "survey",
    renamed("remark", ["none", '"-1.28333, 36.81667"']),
    "reject",
    [[undefined, "remark", "validate/direct-identifier"]],
  ],
  [
    "a column of telephones",
    "survey",
    renamed("contact", ["+254 700 000 001", "+254 700 000 002"]),
    "reject",
    [[undefined, "contact", "validate/direct-identifier"]],
  ],
  [
    "a name in French",
    "survey",
    renamed("nom", ["Ada", "Bea"]),
    "reject",
    [[undefined, "nom", "validate/direct-identifier"]],
  ],
  [
    "a name in Spanish",
    "survey",
    renamed("nombre_completo", ["Ada", "Bea"]),
    "reject",
    [[undefined, "nombre_completo", "validate/direct-identifier"]],
  ],
  ["a name in Portuguese", "survey", renamed("sobrenome", ["Ada", "Bea"]), "reject"],
  ["a name in German", "survey", renamed("Nachname", ["Ada", "Bea"]), "reject"],
  ["a name in Arabic", "survey", renamed("الاسم", ["Ada", "Bea"]), "reject"],
  ["a name in Russian", "survey", renamed("фамилия", ["Ada", "Bea"]), "reject"],
  ["a name in Chinese", "survey", renamed("姓名", ["Ada", "Bea"]), "reject"],
  ["a name in Swahili", "survey", renamed("jina", ["Ada", "Bea"]), "reject"],
  ["a telephone in Spanish", "survey", renamed("teléfono", ["700", "701"]), "reject"],
  ["latitude", "survey", renamed("lat", ["-1.28", "-1.30"]), "reject"],
  ["GPS", "survey", renamed("gps_latitude", ["-1.28333", "-1.30000"]), "reject"],
  ["date of birth", "survey", renamed("date_of_birth", ["1991-04-02", "1988-12-30"]), "reject"],
  ["national id", "survey", renamed("national_id", ["12345678", "23456789"]), "reject"],
  ["passport", "survey", renamed("passport_no", ["A1234567", "B2345678"]), "reject"],
  ["an address", "survey", renamed("street_address", ["1 Road", "2 Road"]), "reject"],
  ["an IP address", "survey", renamed("ip_address", ["10.0.0.1", "10.0.0.2"]), "reject"],
  ["phoneNumber", "survey", renamed("phoneNumber", ["700123456", "701123456"]), "reject"],
  [
    "a number of a telephone in French",
    "survey",
    renamed("numéro_de_téléphone", ["70 12 34 56", "71 12 34 56"]),
    "reject",
  ],
  ["a name of a mother", "survey", renamed("mothers_name", ["Ada", "Bea"]), "reject"],
  ["a full name", "survey", renamed("fullName", ["Ada", "Bea"]), "reject"],
  ["a template without answers", "survey", renamed("phone_number", [""]), "reject"],
  ["whether there is a telephone", "survey", renamed("owns_mobile_phone", ["0", "1"]), "accept"],
  ["whether there is one, in words", "survey", renamed("phone_ownership", ["yes", "no"]), "accept"],
  ["how long it takes", "survey", renamed("how_long", ["5", "30"]), "accept"],
  ["whether there is a passport", "survey", renamed("has_passport", ["yes", "no"]), "accept"],
  ["a country's name", "survey", renamed("country_name", ["Kenya", "Uganda"]), "accept"],
  ["a column that only sounds like a name", "survey", renamed("nominated", ["0", "1"]), "accept"],
  ["a platform, not latitude", "survey", renamed("platform", ["web", "app"]), "accept"],
];

const HSI = [
  "code,name,level,parent,type,direction,weight,unit",
  "HSI,Human security,3,,Aggregate,1,1,",
  "A,Pillar A,2,HSI,Aggregate,1,0.5,",
  "B,Pillar B,2,HSI,Aggregate,1,0.5,",
  "A1,i1,1,A,Indicator,-1,0.5,percent",
  "A2,i2,1,A,Indicator,1,0.5,percent",
  "B1,i3,1,B,Indicator,-1,0.6,per 100 000",
  "B2,i4,1,B,Indicator,1,0.4,years",
];
const framework = (...change: readonly (readonly [row: number, line: string])[]) => {
  const lines = [...HSI];
  for (const [row, line] of change) lines[row - 1] = line;
  return csv(...lines.filter((line) => line !== ""));
};
const chain = (levels: number) =>
  csv(
    "code,parent,type,direction,weight,unit",
    ...Array.from(
      { length: levels },
      (_, i) =>
        `N${i},${i === 0 ? "" : `N${i - 1}`},${i === levels - 1 ? "Indicator" : "Aggregate"},1,1,${i === levels - 1 ? "percent" : ""}`,
    ),
  );
const FRAMEWORK: readonly Variant[] = [
  ["nothing wrong", "framework", framework(), "accept"],
  [
    "a cycle of three",
    "framework",
    csv(...HSI, "X,x,2,Z,Aggregate,1,1,", "Y,y,2,X,Aggregate,1,1,", "Z,z,2,Y,Aggregate,1,1,"),
    "reject",
  ],
  [
    "an orphan",
    "framework",
    framework([5, "A1,i1,1,AA,Indicator,-1,0.5,percent"]),
    "reject",
    [[5, "parent", "composite/unknown-parent"]],
  ],
  ["two roots", "framework", framework([4, "B,Pillar B,2,,Aggregate,1,0.5,"]), "reject"],
  [
    "an indicator with a child",
    "framework",
    framework([6, "A2,i2,1,A1,Indicator,1,0.5,percent"]),
    "reject",
  ],
  [
    "a group without children",
    "framework",
    csv(...HSI, "C,Pillar C,2,HSI,Aggregate,1,0,"),
    "reject",
    [[9, undefined, "composite/empty-node"]],
  ],
  [
    "weights of 30 and 70",
    "framework",
    framework([7, "B1,i3,1,B,Indicator,-1,30,per 100 000"], [8, "B2,i4,1,B,Indicator,1,70,years"]),
    "warn",
  ],
  [
    "a weight below 0",
    "framework",
    framework([7, "B1,i3,1,B,Indicator,-1,-0.6,x"]),
    "reject",
    [[7, "weight", ""]],
  ],
  [
    "a weight in words",
    "framework",
    framework([7, "B1,i3,1,B,Indicator,-1,equal,x"]),
    "reject",
    [[7, "weight", ""]],
  ],
  [
    "no weight",
    "framework",
    framework([7, "B1,i3,1,B,Indicator,-1,,x"]),
    "reject",
    [[7, "weight", ""]],
  ],
  [
    "weights that sum to 1.01",
    "framework",
    framework([7, "B1,i3,1,B,Indicator,-1,0.61,x"]),
    "warn",
  ],
  [
    "direction 2",
    "framework",
    framework([7, "B1,i3,1,B,Indicator,2,0.6,x"]),
    "reject",
    [[7, "direction", ""]],
  ],
  [
    "no direction",
    "framework",
    framework([7, "B1,i3,1,B,Indicator,,0.6,x"]),
    "reject",
    [[7, "direction", ""]],
  ],
  [
    "no unit",
    "framework",
    framework([7, "B1,i3,1,B,Indicator,-1,0.6,"]),
    "warn",
    [[7, "unit", "validate/unit-missing"]],
  ],
  [
    "a code twice",
    "framework",
    framework([8, "B1,i4,1,B,Indicator,1,0.4,years"]),
    "reject",
    [[8, "code", ""]],
  ],
  [
    "a code that differs by case",
    "framework",
    framework([8, "b1,i4,1,B,Indicator,1,0.4,years"]),
    "warn",
    [[8, "code", ""]],
  ],
  [
    "a blank code",
    "framework",
    framework([8, ",i4,1,B,Indicator,1,0.4,years"]),
    "reject",
    [[8, "code", ""]],
  ],
  [
    "a parent that is a code in another case",
    "framework",
    framework([8, "B2,i4,1,b,Indicator,1,0.4,years"]),
    "reject",
    [[8, "parent", ""]],
  ],
  ["a chain of 50", "framework", chain(50), "warn"],
  ["only a root", "framework", csv(...HSI.slice(0, 2)), "reject"],
];

const JSON_CASES: readonly Variant[] = [
  ["a comment", "json", "[1] // one", "reject"],
  ["single quotes", "json", "[{'a': 1}]", "reject"],
  ["a trailing comma", "json", '[{"a": 1},]', "reject"],
  ["undefined", "json", '[{"a": undefined}]', "reject"],
  ["-Infinity", "json", '[{"a": -Infinity}]', "reject"],
  ["a number with a leading zero", "json", '[{"a": 012}]', "reject"],
  ["an unsafe whole number", "json", '[{"a": 9007199254740993}]', "warn"],
  ["a number that is no double", "json", '[{"a": 1e999}]', "reject"],
  ["a key twice", "json", '[{"a": 1, "a": 2}]', "warn"],
  ["__proto__", "json", '[{"__proto__": {"x": 1}}]', "reject"],
  ["objects deep", "json", '{"a":'.repeat(100_000), "reject"],
  ["nothing", "json", "", "reject"],
  [
    "a good line, a bad line",
    "json-lines",
    '{"a": 1}\n{"a": \n',
    "reject",
    [[2, undefined, "table/json-syntax"]],
  ],
  ["a blank line", "json-lines", '{"a": 1}\n\n{"a": 2}\n', "accept"],
];

const districts = (...rows: readonly string[]) => csv("district,cases", ...rows);
const groups = (...rows: readonly string[]) => csv("group,n,value", ...rows);
const PUBLICATION: readonly Variant[] = [
  ["nothing hidden", "counts", districts("A,20", "B,30", "Total,50"), "accept"],
  [
    "one cell hidden under its total",
    "counts",
    districts("A,20", "B,", "C,30", "Total,60"),
    "reject",
    [[3, "cases", "validate/complementary-disclosure"]],
  ],
  [
    "two cells hidden under their total",
    "counts",
    districts("A,", "B,", "C,30", "Total,60"),
    "accept",
  ],
  [
    "two hidden cells that can only be nothing",
    "counts",
    districts("A,", "B,", "C,60", "Total,60"),
    "reject",
  ],
  ["the total hidden with a cell", "counts", districts("A,20", "B,", "C,30", "Total,"), "accept"],
  ["the total hidden alone", "counts", districts("A,20", "B,10", "C,30", "Total,"), "reject"],
  ["parts above their total", "counts", districts("A,20", "B,", "C,50", "Total,60"), "reject"],
  [
    "25 cases, in parentheses",
    "estimates",
    groups("a,25,10.5", "b,200,11"),
    "warn",
    [[2, "n", "validate/few-cases"]],
  ],
  [
    "24 cases",
    "estimates",
    groups("a,24,10.5", "b,200,11"),
    "reject",
    [[2, "n", "validate/too-few-cases"]],
  ],
  ["50 cases", "estimates", groups("a,50,10.5", "b,200,11"), "accept"],
  ["24 cases whose value is hidden", "estimates", groups("a,24,", "b,200,11"), "accept"],
];

const description = (change: object) =>
  JSON.stringify({
    code: "IPV12",
    name: "Intimate partner violence, last 12 months",
    definition: "Share of ever-partnered women aged 15-49 who met violence in the last 12 months",
    unit: "percent",
    direction: -1,
    source: { title: "DHS", publisher: "ICF", url: "https://dhsprogram.com", licence: "CC-BY-4.0" },
    period: { start: "2018-01-01", end: "2022-12-31" },
    ...change,
  });
const METADATA: readonly Variant[] = [
  ["nothing wrong", "metadata", description({}), "accept"],
  ["no name", "metadata", description({ name: "" }), "reject"],
  ["no unit", "metadata", description({ unit: undefined }), "reject"],
  ["direction 0", "metadata", description({ direction: 0 }), "reject"],
  [
    "an ftp address",
    "metadata",
    description({ source: { title: "x", url: "ftp://x.org", licence: "CC0-1.0" } }),
    "reject",
  ],
  [
    "a data address",
    "metadata",
    description({ source: { title: "x", url: "data:text/html,x", licence: "CC0-1.0" } }),
    "reject",
  ],
  [
    "a file address",
    "metadata",
    description({ source: { title: "x", url: "file:///etc/passwd", licence: "CC0-1.0" } }),
    "reject",
  ],
  [
    "a script in other letters",
    "metadata",
    description({ source: { title: "x", url: " JaVaScRiPt:alert(1)", licence: "CC0-1.0" } }),
    "reject",
  ],
  [
    "a licence in words",
    "metadata",
    description({ source: { title: "x", url: "https://x.org", licence: "Creative Commons" } }),
    "warn",
  ],
  ["a name of spaces", "metadata", description({ name: "  " }), "reject"],
  [
    "a blank address",
    "metadata",
    description({ source: { title: "x", url: "", licence: "CC0-1.0" } }),
    "reject",
  ],
  [
    "a licence left open",
    "metadata",
    description({ source: { title: "x", url: "https://x.org", licence: " " } }),
    "warn",
  ],
  [
    "a day that is none",
    "metadata",
    description({ period: { start: "2021-02-30", end: "2021-12-31" } }),
    "reject",
  ],
  [
    "a month that is none",
    "metadata",
    description({ period: { start: "2021-13", end: "2022" } }),
    "reject",
  ],
  [
    "months of the year in which it ends",
    "metadata",
    description({ period: { start: "2018-05", end: "2018" } }),
    "accept",
  ],
  [
    "a period of one day",
    "metadata",
    description({ period: { start: "2020-01-01", end: "2020-01-01" } }),
    "accept",
  ],
  [
    "a period backwards",
    "metadata",
    description({ period: { start: "2020-05-01", end: "2020-01-31" } }),
    "reject",
  ],
  [
    "a script in the definition",
    "metadata",
    description({ definition: "<img src=x onerror=alert(1)>" }),
    "warn",
  ],
];

function check([, kind, content]: Variant) {
  const bytes = typeof content === "string" ? utf8(content) : content;
  const entry = { file: "variant.csv", kind, wrong: "", verdict: "accept", findings: [] } as const;
  return outcomeFor(entry, bytes, () => bytes);
}

function said(outcome: ReturnType<typeof check>) {
  return outcome?.findings.map(
    ({ record, place, code, message, hint }) =>
      `${record} ${place.column} ${code}: ${message} ${hint}`,
  );
}

describe.each([
  ["bytes", BYTES],
  ["structure", STRUCTURE],
  ["separators", SEPARATORS],
  ["values", VALUES],
  ["meaning", MEANING],
  ["survey files", SURVEY],
  ["frameworks", FRAMEWORK],
  ["JSON", JSON_CASES],
  ["publications", PUBLICATION],
  ["descriptions", METADATA],
])("%s", (_, variants) => {
  it.each(variants.map((variant) => [variant[0], variant] as const))("%s", (_, variant) => {
    const outcome = check(variant);
    const [, , , verdict, wanted = []] = variant;
    expect(outcome?.verdict, said(outcome)?.join("\n")).toBe(verdict);
    for (const [record, column, code] of wanted) {
      const found = outcome?.findings.some(
        (finding) =>
          finding.code.startsWith(code) &&
          (record === undefined ||
            finding.record === record ||
            (record === 1 && finding.record === undefined)) &&
          (column === undefined || finding.place.column === column),
      );
      expect(found, `${record} ${column} ${code} among\n${said(outcome)?.join("\n")}`).toBe(true);
    }
  });
});

type Case = readonly [text: string, verdict: Verdict, hint: string | undefined];

function judge(content: string, [, verdict, hint]: Case) {
  const outcome = check(["", "observations", content, verdict]);
  expect(outcome?.verdict, said(outcome)?.join("\n")).toBe(verdict);
  if (hint !== undefined) expect(said(outcome)?.join()).toContain(hint);
}

it.each(AREA_CASES.map((each) => [each[0], each[1], each] as const))(
  "area by %s: %s",
  (_, _raw, [scheme, raw, verdict, hint]) => {
    judge(csv(`${scheme},period,value`, `${raw},2020,1`), [raw, verdict, hint]);
  },
);

it.each(PERIOD_CASES.map((each) => [each[0], each] as const))("period: %s", (_, each) => {
  const [raw, verdict, hint] = each;
  judge(csv("iso3,period,value", `KEN,"${raw}",1`), [raw, verdict, hint]);
});
