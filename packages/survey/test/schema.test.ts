import { readFileSync } from "node:fs";
import { isVitalError, type Table, tableFrom } from "@vitalcore/core";
import {
  type DesignSpec,
  type ReplicateSpec,
  replicateDesign,
  surveyDesign,
} from "@vitalcore/survey";
import { designSpecSchema, jsonSchemas, replicateSpecSchema } from "@vitalcore/survey/schema";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type * as z from "zod";

const schemas = jsonSchemas();
const validDesign = new Ajv2020({ strict: false }).compile(schemas["design-spec"] as object);
const validReplicates = new Ajv2020({ strict: false }).compile(schemas["replicate-spec"] as object);

const table = tableFrom({
  w: [1, 2, 1, 2],
  r1: [0, 2, 1, 2],
  r2: [1, 0, 1, 2],
  psu: [1, 2, 3, 4],
  hh: [1, 2, 3, 4],
  s: ["a", "a", "b", "b"],
  n: [9, 9, 9, 9],
  p: [0.5, 0.5, 0.5, 0.5],
}) as Table;

const designs: readonly DesignSpec[] = [
  {},
  { weights: "w", strata: "s", clusters: "psu", fpc: "n", nest: true, lonely: "adjust" },
  {
    weights: { column: "w", divideBy: 1e6 },
    clusters: ["psu", "hh"],
    strata: ["s"],
    ultimateCluster: true,
    lonely: "average",
    lonelyInDomains: true,
    missing: "exclude",
  },
  { probabilities: "p", clusters: "psu" },
  { fpc: "p", clusters: "psu", pps: { method: "overton", estimator: "YG" } },
];

const replicates: ReplicateSpec = {
  weights: "w",
  replicates: {
    columns: ["r1", "r2"],
    type: "other",
    combined: true,
    scale: 0.5,
    rscales: [1, 1],
    rho: 0,
    mse: true,
  },
  missing: "exclude",
};

/** Whether something says in words that a document is wrong. */
function refuses(run: () => unknown): boolean {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return true;
    throw error;
  }
  return false;
}

describe("the schemas of designs", () => {
  it("declare the interfaces, no more and no less", () => {
    const there: z.infer<typeof designSpecSchema>[] = [...designs];
    const back: readonly DesignSpec[] = there;
    for (const design of back) expect(designSpecSchema.parse(design)).toEqual(design);
    const also: z.infer<typeof replicateSpecSchema> = replicates;
    const again: ReplicateSpec = also;
    expect(replicateSpecSchema.parse(again)).toEqual(replicates);
  });

  it("are the JSON Schemas that are published", () => {
    for (const [name, schema] of Object.entries(schemas)) {
      const file = new URL(`../json-schema/${name}.json`, import.meta.url);
      const stored = JSON.parse(readFileSync(file, "utf8"));
      expect(stored, "run `npm run json-schema`").toEqual(schema);
    }
  });

  it("accept what makes a design, as does an independent validator", () => {
    for (const design of designs) {
      expect(validDesign(design)).toBe(true);
      expect(surveyDesign(table, design).spec).toEqual(design);
    }
    expect(validReplicates(replicates)).toBe(true);
    expect(replicateDesign(table, replicates).spec).toEqual(replicates);
  });

  it.each<[string, unknown]>([
    ["a list", []],
    ["a slip in a name", { weight: "w" }],
    ["weights that are a number", { weights: 1 }],
    ["weights without a column", { weights: { divideBy: 1e6 } }],
    ["a stage that is a number", { clusters: ["psu", 2] }],
    ["an unknown policy", { lonely: "centered" }],
    ["a flag that is text", { nest: "true" }],
    ["an unknown method of unequal probabilities", { pps: { method: "hajek" } }],
    ["joint probabilities that are lacking", { pps: { method: "joint" } }],
  ])("refuse %s, three times over", (_, document) => {
    expect(designSpecSchema.safeParse(document).success).toBe(false);
    expect(validDesign(document)).toBe(false);
    expect(refuses(() => surveyDesign(table, document as DesignSpec))).toBe(true);
  });

  it.each<[string, object]>([
    ["no replicates", { replicates: undefined }],
    ["an unknown type", { replicates: { columns: ["r1", "r2"], type: "jackknife" } }],
    ["a column that is no list", { replicates: { columns: "r1", type: "JK1" } }],
    ["a slip in a name", { replicates: { columns: ["r1", "r2"], type: "JK1", scales: 1 } }],
  ])("of replicate weights refuse %s, three times over", (_, change) => {
    const document = JSON.parse(JSON.stringify({ ...replicates, ...change }));
    expect(replicateSpecSchema.safeParse(document).success).toBe(false);
    expect(validReplicates(document)).toBe(false);
    expect(refuses(() => replicateDesign(table, document as ReplicateSpec))).toBe(true);
  });
});
