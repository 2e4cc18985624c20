import type { Observation } from "@vitalcore/domain";
import { observationKey } from "@vitalcore/domain";
import { formatPeriod, parsePeriod } from "@vitalcore/domain/periods";
import fc from "fast-check";

const HOSTILE = [
  "=1+1",
  "@SUM(A1)",
  "-2+3",
  '"; DROP TABLE',
  "__proto__",
  "constructor",
  "toString",
  "a,b;c|d\te",
  "line\nbreak",
  "carriage\r\nreturn",
  " leading and trailing ",
  "NA",
  "null",
  "NaN",
  "05",
  "1e5",
  "TRUE",
  "مرحبا",
  "食料安全保障",
  "\u{1F30D}",
  "\\",
  "'",
  "<script>alert(1)</script>",
  "F: Female",
  "sep=;",
  "#tag",
  "_T_",
];

/** Text without halves of surrogate pairs and without control characters that no file can hold. */
export const text: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: "grapheme", minLength: 1 }),
  fc.string({ unit: "binary", minLength: 1 }).filter((s) => !/\p{Surrogate}/u.test(s)),
);

/** Any text, halves of surrogate pairs included. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  text,
  fc.string({ unit: "binary", minLength: 1 }),
);

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const period = fc
  .constantFrom(
    ...["2018", "2018-S1", "2018-T3", "2018-Q3", "2018-03", "2018-W07", "2018-03-15"],
    ...["2014/2018", "2014-03/2018-07", "2014-03-02/2018-07-31", "2020-02-29/2020-03-01"],
  )
  .map((each) => formatPeriod(parsePeriod(each)));

const axis = fc.oneof(
  fc.constantFrom("sex", "age", "urbanisation", "income", "migrationStatus", "violenceType"),
  fc.constantFrom("indicator", "area", "OBS_VALUE", "xAxis", "x", "SEX", "refArea", "ageGroup5"),
  text,
);

const STATUSES = ["A", "B", "D", "E", "F", "G", "I", "N", "O", "P", "Q", "U", "V"] as const;

function parametersOf(strings: fc.Arbitrary<string>) {
  const value = fc.oneof(strings, fc.constantFrom("", "12", '"'), number, fc.boolean());
  return fc.dictionary(axis, fc.option(value), { minKeys: 1, maxKeys: 3, noNullPrototype: true });
}

function observationOf(
  strings: fc.Arbitrary<string>,
  parameters: ReturnType<typeof parametersOf> | fc.Arbitrary<undefined> = fc.constant(undefined),
): fc.Arbitrary<Observation> {
  const category = strings.filter((each) => each !== "_T");
  return fc
    .record({
      indicator: strings,
      area: fc.oneof(fc.constantFrom("NAM", "DEU", "M49:002", "ISO3166-2:NA-KH"), strings),
      period: fc.oneof(
        period,
        strings.filter((each) => !each.includes("/")),
      ),
      unit: fc.oneof(fc.constant("PERCENT"), strings),
      value: fc.option(number),
      breakdown: optional(
        fc.dictionary(axis, category, { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
      ),
      edition: optional(strings),
      asOf: optional(strings),
      standardError: optional(number),
      interval: optional(fc.record({ lower: number, upper: number, level: number })),
      n: optional(fc.nat()),
      nMissing: optional(fc.nat()),
      status: optional(fc.uniqueArray(fc.constantFrom(...STATUSES), { minLength: 1 })),
      parameters: optional<Observation["parameters"]>(parameters),
      note: optional(strings),
      source: optional(strings),
    })
    .map((fields) => {
      // An absent field is an absent key.
      const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
      return Object.fromEntries(entries) as unknown as Observation;
    });
}

/** Observations of every kind that formats of text can hold. */
export const observations: fc.Arbitrary<readonly Observation[]> = fc.array(
  observationOf(text, parametersOf(text)),
  { maxLength: 8 },
);

/** Observations without parameters, for which SDMX has no place. */
export const sdmxObservations: fc.Arbitrary<readonly Observation[]> = fc.array(
  observationOf(text),
  {
    maxLength: 8,
  },
);

/** Observations with text of any code units. */
export const anyObservations: fc.Arbitrary<readonly Observation[]> = fc.array(
  observationOf(anyText, parametersOf(anyText)),
  { maxLength: 8 },
);

/** Observations whose keys differ. */
export const distinctObservations: fc.Arbitrary<readonly Observation[]> = fc.uniqueArray(
  observationOf(text),
  { maxLength: 8, selector: observationKey },
);
