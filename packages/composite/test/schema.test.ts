import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkMethodology, type IndexMethodology } from "@vitalcore/composite";
import { indexMethodologySchema, jsonSchemas } from "@vitalcore/composite/schema";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { toy, toyDefinitions } from "./support/toy.js";

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), "json-schema");
const validate = new Ajv2020({ strict: false }).compile(
  jsonSchemas()["index-methodology"] as object,
);

/** A methodology that uses every option there is. */
const full: IndexMethodology = {
  ...toy,
  description: "Everything.",
  notes: ["Not official."],
  select: { from: "2010", to: "2018-Q4", take: "latest", breakdown: { sex: "F" }, edition: "2025" },
  screening: {
    indicatorsAtLeast: 0.65,
    nonzeroAtLeast: 0.1,
    exceptions: [{ unit: "AAA", keep: true, reason: "The capital." }],
    after: "impute",
  },
  impute: {
    method: "mean",
    group: "region",
    fallback: "overall",
    above: 1,
    rescale: false,
    predictors: ["income"],
    neighbors: 3,
  },
  treat: {
    first: "winsorize",
    second: "none",
    skewness: 2,
    kurtosis: 3.5,
    atMost: null,
    exhaust: false,
    combine: false,
    always: false,
    lambda: 0.5,
    fixed: {
      bounds: [null, 9],
      transform: "box-cox",
      range: [0, 9],
      skewed: "left",
      lambda: 0.5,
    },
  },
  imputations: { sets: 5, seed: 2 },
  weighting: {
    method: "given",
    outcome: "income",
    targets: { income: 1 },
    compared: ["income", "jobs"],
    pairwise: [
      [1, 2],
      [0.5, 1],
    ],
    budgets: [{ expert: "one", points: { income: 60 } }],
    center: "median",
  },
  levels: [{ depth: 1, aggregate: { shares: [0, 1] }, weighting: { center: "mean" } }],
  panel: {
    fit: "base",
    base: "2018",
    treat: "as-fit",
    screen: "pooled",
    impute: "latest",
    within: 3,
  },
  ranks: { ties: "average", digits: null },
  nodes: toy.nodes.map((node) =>
    node.id === "deaths"
      ? {
          ...node,
          label: "Deaths",
          note: "Modelled.",
          denominate: { by: "population", per: 1000, operation: "divide" },
          impute: { method: "multiple" },
          treat: { first: "none" },
          direction: { value: "higherWorse", reason: "Obviously." },
          normalize: {
            ...node.normalize,
            clamp: false,
            transform: "none",
            scale: [1, 10],
            method: "goalposts",
          },
        }
      : node,
  ),
  definitions: toyDefinitions,
};

describe("the schema of a methodology", () => {
  it("declares the interface, no more and no less", () => {
    const there: z.infer<typeof indexMethodologySchema> = full;
    const back: IndexMethodology = there;
    expect(indexMethodologySchema.parse(back)).toEqual(full);
  });

  it("takes methods of one's own by their prefix", () => {
    const asking = (method: string) => ({ ...toy, impute: { method } });
    for (const [method, isRight] of [
      ["custom:mine", true],
      ["custom:", false],
      ["mine", false],
    ] as const) {
      expect(indexMethodologySchema.safeParse(asking(method)).success, method).toBe(isRight);
      expect(validate(asking(method)), method).toBe(isRight);
    }
  });

  it("is the JSON Schema that is published", () => {
    for (const [name, schema] of Object.entries(jsonSchemas())) {
      const stored = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
      expect(stored, "run `npm run json-schema`").toEqual(schema);
    }
  });

  it("accepts what is right, as does an independent validator, and as does the check", () => {
    for (const document of [toy, full]) {
      expect(indexMethodologySchema.safeParse(document).success).toBe(true);
      expect(validate(document)).toBe(true);
      expect(checkMethodology(document, { definitions: toyDefinitions })).toEqual([]);
    }
  });

  const node = toy.nodes[3] as IndexMethodology["nodes"][number];
  const withNode = (change: object) => ({
    ...toy,
    nodes: [...toy.nodes.slice(0, 3), { ...node, ...change }, ...toy.nodes.slice(4)],
  });

  it.each([
    ["another kind", { ...toy, kind: "Index" }],
    ["another version", { ...toy, version: 2 }],
    ["no nodes", { ...toy, nodes: undefined }],
    ["an unknown key", { ...toy, wieghts: {} }],
    ["a numeric title", { ...toy, title: 3 }],
    ["an unknown key in a node", withNode({ wieght: 1 })],
    ["a negative weight", withNode({ weight: -1 })],
    ["a weight that is text", withNode({ weight: "1" })],
    ["a weight that is null", withNode({ weight: null })],
    ["an id with a space", withNode({ id: "a b" })],
    ["an unknown method", withNode({ normalize: { method: "magic" } })],
    ["an unknown transform", withNode({ normalize: { transform: "log" } })],
    ["a goalpost that is null", withNode({ normalize: { worst: null } })],
    ["a scale of one number", withNode({ normalize: { scale: [1] } })],
    ["an override without reason", withNode({ direction: { value: "higherBetter" } })],
    ["an ambiguous override", withNode({ direction: { value: "ambiguous", reason: "?" } })],
    ["a share above one", { ...toy, aggregate: { atLeast: 65 } }],
    ["half a digit", { ...toy, ranks: { digits: 0.5 } }],
    ["an unknown tie rule", { ...toy, ranks: { ties: "random" } }],
    ["a definition without direction", { ...toy, definitions: [{ id: "a" }] }],
  ])("refuses %s, three times over", (_, document) => {
    const json = JSON.parse(JSON.stringify(document));
    expect(indexMethodologySchema.safeParse(document).success).toBe(false);
    expect(validate(json)).toBe(false);
    const findings = checkMethodology(json, { definitions: toyDefinitions });
    expect(findings.some(({ severity }) => severity === "error")).toBe(true);
  });

  it("refuses periods that do not exist, and keys that reach for a prototype", () => {
    expect(indexMethodologySchema.safeParse({ ...toy, select: { from: "2018-13" } }).success).toBe(
      false,
    );
    const breakdown = JSON.parse('{"__proto__":"F"}');
    expect(indexMethodologySchema.safeParse({ ...toy, select: { breakdown } }).success).toBe(false);
  });
});
