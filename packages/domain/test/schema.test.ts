import { readFileSync } from "node:fs";
import { type Expression, type Finding, finder, type Operator } from "@vitalcore/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import type { IndicatorDefinition, Interval, Observation, Source } from "../src/index.js";
import { indicators } from "../src/indicators/index.js";
import {
  expressionSchema,
  type expressionShape,
  type operators,
} from "../src/schema/expression.js";
import type { FindingInferred } from "../src/schema/finding.js";
import {
  areaIdSchema,
  findingSchema,
  indicatorDefinitionSchema,
  intervalSchema,
  jsonSchemas,
  observationSchema,
  periodSchema,
  sourceSchema,
} from "../src/schema/index.js";
import type { indicatorDefinitionShape } from "../src/schema/indicator-definition.js";
import type { intervalShape, observationShape } from "../src/schema/observation.js";
import type { SourceInferred } from "../src/schema/source.js";

/** The same type with everything writable: schemas know no `readonly`. */
type Writable<T> = T extends object ? { -readonly [Key in keyof T]: Writable<T[Key]> } : T;

test("declared interfaces and schemas agree, in both directions", () => {
  expectTypeOf<z.infer<typeof observationShape>>().toEqualTypeOf<Writable<Observation>>();
  expectTypeOf<z.infer<typeof intervalShape>>().toEqualTypeOf<Writable<Interval>>();
  expectTypeOf<SourceInferred>().toEqualTypeOf<Writable<Source>>();
  expectTypeOf<z.infer<typeof indicatorDefinitionShape>>().toEqualTypeOf<
    Writable<IndicatorDefinition>
  >();
  expectTypeOf<keyof FindingInferred>().toEqualTypeOf<keyof Finding>();
  expectTypeOf<FindingInferred>().toExtend<Finding>();
  expectTypeOf<Writable<Finding>>().toExtend<FindingInferred>();
  expectTypeOf<z.infer<typeof expressionShape>>().toEqualTypeOf<Expression>();
  expectTypeOf<(typeof operators)[number]>().toEqualTypeOf<Operator>();
});

const observation: Observation = {
  indicator: "internet-use",
  area: "NAM",
  period: "2014/2018",
  breakdown: { sex: "F" },
  edition: "itu2020",
  asOf: "2020-10-19",
  value: 51,
  unit: "PERCENT",
  standardError: 1,
  interval: { lower: 49, upper: 53, level: 0.95 },
  n: 1000,
  nMissing: 3,
  status: ["E"],
  parameters: { line: 2.15, edition: "hdr2025", weighted: true, recall: null },
  note: "",
  source: "itu",
};
const source: Source = {
  id: "itu",
  type: "dataset",
  title: "DataHub",
  author: [{ literal: "ITU" }],
  issued: { "date-parts": [[2020, 10]] },
  retrieved: "2020-10-19",
  license: "CC-BY-4.0",
  URL: "https://datahub.itu.int",
  sha256: "a".repeat(64),
};
const finding: Finding = finder({
  "demo/rule": { severity: "error", message: "Row {row}: {found}, one of {list}." },
})("demo/rule", {
  place: { row: 3, path: ["a", 0] },
  found: 7,
  facts: { list: ["a", null, 1] },
});
const expression: Expression = {
  op: "and",
  args: [{ op: "==", args: [{ column: "sex" }, "F"] }, { op: "missing", args: [null] }, true, 1],
};

/** Good records and their mutants: what each changes, and whether JSON Schema can see it. */
const cases = {
  observation: {
    schema: observationSchema as z.ZodType<unknown>,
    good: [
      observation,
      { indicator: "a", area: "XKX", period: "2018", value: 0, unit: "x" },
      { indicator: "a", area: "M49:001", period: "2018-Q3", value: null, unit: "x", status: ["O"] },
      { indicator: "a", area: "NAM", period: "2010-01-01/P3Y", value: -1.5, unit: "x", status: [] },
      { indicator: "a", area: "NAM", period: "2018-W07", value: 1, unit: "x", status: ["K"] },
    ],
    bad: [
      { ...observation, value: null },
      { ...observation, value: null, status: ["E"] },
      { ...observation, value: "51" },
      { ...observation, value: 5, status: ["Q"] },
      { ...observation, area: "NA" },
      { ...observation, area: "" },
      { ...observation, period: "2018-H1" },
      { ...observation, period: 2018 },
      { ...observation, unit: "" },
      { ...observation, status: "E" },
      { ...observation, status: ["Z"] },
      { ...observation, breakdown: { sex: 1 } },
      { ...observation, breakdown: { "": "F" } },
      { ...observation, breakdown: ["F"] },
      { ...observation, breakdown: JSON.parse('{"__proto__":"x"}') },
      { ...observation, parameters: { acts: ["a"] } },
      { ...observation, parameters: { "": 1 } },
      { ...observation, parameters: JSON.parse('{"__proto__":1}') },
      { ...observation, parameters: ["line"] },
      { ...observation, n: 1.5 },
      { ...observation, n: -1 },
      { ...observation, standardError: -1 },
      { ...observation, interval: { lower: 49, upper: 53 } },
      { ...observation, interval: { lower: 49, upper: 53, level: 95 } },
      { ...observation, asOf: "19.10.2020" },
      { ...observation, extra: 1 },
      JSON.parse(
        `{"__proto__":{"value":1},"indicator":"a","area":"NAM","period":"2018","unit":"x"}`,
      ),
      [observation],
      null,
    ],
    unseen: [
      { ...observation, area: "ZZZ" },
      { ...observation, period: "2018-13" },
      { ...observation, period: "2018/2014" },
      { ...observation, asOf: "2020-02-30" },
      { ...observation, interval: { lower: 53, upper: 49, level: 0.95 } },
    ],
  },
  "indicator-definition": {
    schema: indicatorDefinitionSchema as z.ZodType<unknown>,
    good: indicators,
    bad: [
      { ...indicators[0], id: "Internet Use" },
      { ...indicators[0], id: "a".repeat(65) },
      { ...indicators[0], range: [0] },
      { ...indicators[0], range: [0, "100"] },
      { ...indicators[0], direction: "up" },
      { ...indicators[0], home: "digital" },
      { ...indicators[0], dimensions: [] },
      { ...indicators[0], digital: "no" },
      { ...indicators[0], status: "draft" },
      { ...indicators[0], sdg: [{ code: "1.1.1" }] },
      { ...indicators[0], unknown: true },
    ],
    unseen: [
      { ...indicators[0], range: [100, 0] },
      { ...indicators[0], home: "food", dimensions: ["economic"] },
    ],
  },
  interval: {
    schema: intervalSchema as z.ZodType<unknown>,
    good: [{ lower: -1, upper: 1, level: 0.9 }],
    bad: [
      {},
      { lower: 0, upper: 1 },
      { lower: 0, upper: 1, level: 1 },
      { lower: "0", upper: 1, level: 0.9 },
    ],
    unseen: [{ lower: 1, upper: 0, level: 0.9 }],
  },
  source: {
    schema: sourceSchema as z.ZodType<unknown>,
    good: [source, { id: "a", type: "report", title: "b" }],
    bad: [
      { ...source, id: "" },
      { ...source, title: undefined, extra: 1 },
      { ...source, URL: "javascript:alert(1)" },
      { ...source, sha256: "A" },
      { ...source, issued: { "date-parts": [] } },
      { ...source, author: ["ITU"] },
    ],
    unseen: [{ ...source, retrieved: "2020-13-01" }],
  },
  finding: {
    schema: findingSchema as z.ZodType<unknown>,
    good: [JSON.parse(JSON.stringify(finding))],
    bad: [
      { ...finding, code: "x" },
      { ...finding, severity: "bad" },
      { ...finding, place: { row: 0 } },
      { ...finding, place: { rows: 1 } },
      { ...finding, facts: { a: {} } },
      { ...finding, message: "" },
    ],
    unseen: [{ ...finding, facts: JSON.parse('{"__proto__":1}') }],
  },
  expression: {
    schema: expressionSchema as z.ZodType<unknown>,
    good: [expression, 1, "a", null, true, { column: "a" }],
    bad: [
      { op: "eval", args: [] },
      { op: "and" },
      { column: 1 },
      { column: "a", op: "and" },
      [],
      {},
    ],
    unseen: [],
  },
};

const documents = jsonSchemas();

describe.each(Object.entries(cases))("%s", (name, { schema, good, bad, unseen }) => {
  const validate = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
  }).compile(documents[name] as object);

  test("zod and JSON Schema accept good records", () => {
    for (const record of good) {
      expect(schema.safeParse(record).error?.issues).toBeUndefined();
      expect(validate(JSON.parse(JSON.stringify(record))), JSON.stringify(validate.errors)).toBe(
        true,
      );
    }
  });

  test("what zod accepts comes out unchanged", () => {
    for (const record of good) expect(schema.parse(record)).toEqual(record);
  });

  test("zod refuses mutants", () => {
    for (const record of [...bad, ...unseen]) {
      expect([record, schema.safeParse(record).success]).toEqual([record, false]);
    }
  });

  test("JSON Schema refuses those that break the form", () => {
    for (const record of bad) {
      const json = JSON.parse(JSON.stringify(record));
      expect([record, validate(json)]).toEqual([record, false]);
    }
  });

  test("the file is up to date", () => {
    const file = new URL(`../json-schema/${name}.json`, import.meta.url);
    expect(readFileSync(file, "utf8")).toBe(`${JSON.stringify(documents[name], null, 2)}\n`);
  });
});

describe("hostile input", () => {
  test("a deep expression is refused, and does not exhaust the stack", () => {
    const nested = (depth: number): unknown => {
      let inner: unknown = true;
      for (let i = 0; i < depth; i++) inner = { op: "not", args: [inner] };
      return inner;
    };
    expect(expressionSchema.safeParse(nested(90)).success).toBe(true);
    expect(expressionSchema.safeParse(nested(101)).success).toBe(false);
    expect(expressionSchema.safeParse(nested(100_000)).success).toBe(false);
    const circular: { op: string; args: unknown[] } = { op: "not", args: [] };
    circular.args.push(circular);
    expect(expressionSchema.safeParse(circular).success).toBe(false);
  });

  test("anything at all is refused without an exception", () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withDate: true, withBigInt: true }),
        (value) => {
          for (const { schema } of Object.values(cases)) schema.safeParse(value);
        },
      ),
    );
  });
});

test("text forms", () => {
  expect(areaIdSchema.safeParse("NAM").success).toBe(true);
  expect(areaIdSchema.safeParse("NA").success).toBe(false);
  expect(periodSchema.safeParse("2018-Q3").success).toBe(true);
  expect(periodSchema.safeParse("2018-01-01T00:00:00/P1Y").success).toBe(true);
  expect(periodSchema.safeParse("2018-Q5").success).toBe(false);
});
