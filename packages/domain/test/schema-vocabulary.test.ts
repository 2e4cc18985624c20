import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import * as mini from "zod/mini";
import { assessmentTemplate, type ThreatAssessment } from "../src/assessment/index.js";
import { claims } from "../src/claims/index.js";
import * as definitions from "../src/definitions/index.js";
import { everything } from "../src/everything.js";
import { mappingSchemes, mappings } from "../src/mappings/index.js";
import { checkPack, createModel, type Pack } from "../src/model/index.js";
import type { ThreatAssessmentInferred } from "../src/schema/assessment.js";
import type { EvidenceInferred } from "../src/schema/evidence.js";
import {
  anomalySchema,
  claimSchema,
  definitionSchema,
  jsonSchemas,
  mappingSchema,
  mappingSchemeSchema,
  packSchema,
  sourceSchema,
  statisticSchema,
  threatAssessmentSchema,
} from "../src/schema/index.js";
import type { packShape } from "../src/schema/pack.js";
import { recordShapes } from "../src/schema/vocabulary.js";
import { anomalies, sources } from "../src/sources/index.js";
import { statistics } from "../src/statistics/index.js";
import type {
  Anomaly,
  Claim,
  Mapping,
  MappingScheme,
  Statistic,
} from "../src/vocabulary/evidence-types.js";
import * as vocabulary from "../src/vocabulary/index.js";

/** The same type with everything writable: schemas know no `readonly`. */
type Writable<T> = T extends object ? { -readonly [Key in keyof T]: Writable<T[Key]> } : T;
type Shapes = typeof recordShapes;

test("declared interfaces and schemas agree, in both directions", () => {
  expectTypeOf<z.infer<Shapes["threat"]>>().toEqualTypeOf<Writable<vocabulary.Threat>>();
  expectTypeOf<z.infer<Shapes["measure"]>>().toEqualTypeOf<Writable<vocabulary.Measure>>();
  expectTypeOf<z.infer<Shapes["actor"]>>().toEqualTypeOf<Writable<vocabulary.Actor>>();
  expectTypeOf<z.infer<Shapes["technology"]>>().toEqualTypeOf<Writable<vocabulary.Technology>>();
  expectTypeOf<z.infer<Shapes["population-group"]>>().toEqualTypeOf<
    Writable<vocabulary.PopulationGroup>
  >();
  expectTypeOf<z.infer<Shapes["principle"]>>().toEqualTypeOf<Writable<vocabulary.Principle>>();
  expectTypeOf<z.infer<Shapes["guiding-question"]>>().toEqualTypeOf<
    Writable<vocabulary.GuidingQuestion>
  >();
  expectTypeOf<z.infer<Shapes["strategy"]>>().toEqualTypeOf<Writable<vocabulary.Strategy>>();
  expectTypeOf<z.infer<Shapes["issue-area"]>>().toEqualTypeOf<Writable<vocabulary.IssueArea>>();
  expectTypeOf<z.infer<Shapes["disaggregation"]>>().toEqualTypeOf<
    Writable<vocabulary.DisaggregationAxis>
  >();
  expectTypeOf<z.infer<Shapes["concept"]>>().toEqualTypeOf<Writable<vocabulary.Concept>>();
  expectTypeOf<z.infer<Shapes["concept-record"]>>().toEqualTypeOf<
    Writable<vocabulary.ConceptRecord>
  >();
  expectTypeOf<z.infer<Shapes["framework"]>>().toEqualTypeOf<Writable<vocabulary.Framework>>();
  expectTypeOf<z.infer<Shapes["opportunity"]>>().toEqualTypeOf<Writable<vocabulary.Opportunity>>();
  expectTypeOf<z.infer<Shapes["mechanism"]>>().toEqualTypeOf<Writable<vocabulary.Mechanism>>();
  expectTypeOf<z.infer<Shapes["case"]>>().toEqualTypeOf<Writable<vocabulary.Case>>();
  expectTypeOf<z.infer<Shapes["debate"]>>().toEqualTypeOf<Writable<vocabulary.Debate>>();
  expectTypeOf<EvidenceInferred["claim"]>().toEqualTypeOf<Writable<Claim>>();
  expectTypeOf<EvidenceInferred["statistic"]>().toEqualTypeOf<Writable<Statistic>>();
  expectTypeOf<EvidenceInferred["anomaly"]>().toEqualTypeOf<Writable<Anomaly>>();
  expectTypeOf<EvidenceInferred["mapping"]>().toEqualTypeOf<Writable<Mapping>>();
  expectTypeOf<EvidenceInferred["mappingScheme"]>().toEqualTypeOf<Writable<MappingScheme>>();
  expectTypeOf<EvidenceInferred["definition"]>().toEqualTypeOf<Writable<definitions.Definition>>();
  expectTypeOf<ThreatAssessmentInferred>().toEqualTypeOf<Writable<ThreatAssessment>>();
  expectTypeOf<keyof z.infer<typeof packShape>>().toEqualTypeOf<keyof Pack>();
});

const model = createModel(everything);
const recordsOf = (part: object) => Object.values(part);
const allDefinitions = Object.values(definitions).flatMap((part) => recordsOf(part));

const pack: Pack = {
  origin: "org.example",
  version: "1.0.0",
  threats: [
    {
      id: "org.example:crop-theft",
      label: "Crop theft",
      definition: "Theft of crops.",
      category: "crime",
      broader: "crime",
      affects: ["food"],
      undermines: ["from-want"],
    },
  ],
  indicators: [
    {
      ...(everything.indicators?.[0] as NonNullable<typeof everything.indicators>[number]),
      id: "org.example:x",
    },
  ],
  mappings: [...mappings],
  labels: { sw: { "threat/poverty": "Umaskini" } },
};

/** Schema, shipped records, and what may not be left out of one. */
const cases: Readonly<Record<string, readonly [z.ZodType<unknown>, readonly unknown[]]>> = {
  "concept-record": [recordShapes["concept-record"], [{}, ...recordsOf(vocabulary.theories)]],
  principle: [recordShapes.principle, recordsOf(vocabulary.principles)],
  "guiding-question": [recordShapes["guiding-question"], recordsOf(vocabulary.guidingQuestions)],
  strategy: [recordShapes.strategy, recordsOf(vocabulary.strategies)],
  "issue-area": [recordShapes["issue-area"], recordsOf(vocabulary.issueAreas)],
  "population-group": [recordShapes["population-group"], recordsOf(vocabulary.populationGroups)],
  disaggregation: [recordShapes.disaggregation, recordsOf(vocabulary.disaggregation)],
  actor: [recordShapes.actor, recordsOf(vocabulary.actors)],
  concept: [recordShapes.concept, recordsOf(vocabulary.concepts)],
  framework: [recordShapes.framework, recordsOf(vocabulary.frameworks)],
  measure: [recordShapes.measure, recordsOf(vocabulary.measures)],
  threat: [recordShapes.threat, recordsOf(vocabulary.threats)],
  opportunity: [recordShapes.opportunity, recordsOf(vocabulary.opportunities)],
  technology: [recordShapes.technology, recordsOf(vocabulary.technologies)],
  mechanism: [recordShapes.mechanism, recordsOf(vocabulary.mechanisms)],
  case: [recordShapes.case, recordsOf(vocabulary.cases)],
  debate: [recordShapes.debate, recordsOf(vocabulary.debates)],
  definition: [definitionSchema, allDefinitions],
  claim: [claimSchema, claims],
  statistic: [statisticSchema, statistics],
  anomaly: [anomalySchema, anomalies],
  mapping: [mappingSchema, mappings],
  "mapping-scheme": [mappingSchemeSchema, mappingSchemes],
  source: [sourceSchema, sources],
  "threat-assessment": [
    threatAssessmentSchema,
    model.threats.ids.map((threat) =>
      assessmentTemplate(model, { threat, area: "example:north", period: "2025" }),
    ),
  ],
  pack: [packSchema, [pack, { origin: "org.example", version: "1" }]],
};

const documents = jsonSchemas();

/** Changes one thing somewhere in a record to something that cannot be right there. */
const mutations: readonly ((record: Record<string, unknown>, key: string) => unknown)[] = [
  (record, key) => ({ ...record, [key]: { unheard: "of" } }),
  (record, key) => ({ ...record, [key]: [[[]]] }),
  (record, key) => ({ ...record, [`${key}x`]: record[key] }),
  (record) => ({ ...record, unknownField: 1 }),
  (record) =>
    JSON.parse(`{"__proto__":{"a":1},${JSON.stringify(record).slice(1)}`.replace(",}", "}")),
  (record) => [record],
  () => null,
];

describe.each(Object.entries(cases))("%s", (name, [schema, records]) => {
  const validate = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
  }).compile(documents[name] as object);

  test("every shipped record is accepted, by zod and by JSON Schema, and comes out unchanged", () => {
    expect(records.length).toBeGreaterThan(0);
    for (const record of records) {
      expect(schema.safeParse(record).error?.issues, JSON.stringify(record)).toBeUndefined();
      expect(schema.parse(record)).toEqual(record);
      const json = JSON.parse(JSON.stringify(record));
      expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  test("mutants are refused by both", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...records),
        fc.constantFrom(...mutations),
        fc.nat(),
        (record, mutate, n) => {
          const keys = Object.keys(record as object);
          const key = keys[n % Math.max(1, keys.length)] ?? "id";
          const mutant = mutate(record as Record<string, unknown>, key);
          expect([mutant, schema.safeParse(mutant).success]).toEqual([mutant, false]);
          expect([mutant, validate(mutant)]).toEqual([mutant, false]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("the file is up to date", () => {
    const file = new URL(`../json-schema/${name}.json`, import.meta.url);
    expect(readFileSync(file, "utf8")).toBe(`${JSON.stringify(documents[name], null, 2)}\n`);
  });
});

test("there is a file for every schema, and no other", () => {
  const files = readdirSync(new URL("../json-schema", import.meta.url));
  expect(files.sort()).toEqual(
    Object.keys(documents)
      .map((name) => `${name}.json`)
      .sort(),
  );
});

test("the schemas work with zod/mini", () => {
  expect(mini.safeParse(recordShapes.threat, vocabulary.threats.poverty).success).toBe(true);
  expect(mini.safeParse(packSchema, { origin: "x" }).success).toBe(false);
});

test("what the schema of a pack refuses, its check refuses", () => {
  const key = fc.constantFrom(...(Object.keys(pack) as (keyof Pack)[]));
  fc.assert(
    fc.property(key, fc.jsonValue(), (name, value) => {
      const changed = { ...pack, [name]: value };
      if (packSchema.safeParse(changed).success) return;
      const findings = checkPack(model, changed);
      expect(
        findings.some(({ severity }) => severity === "error"),
        JSON.stringify(value),
      ).toBe(true);
    }),
    { numRuns: 300 },
  );
});
