import { jsonSchemas, uncertaintySpecSchema } from "@vitalcore/composite/schema";
import { type Factor, type UncertaintySpec, uncertainty } from "@vitalcore/composite/uncertainty";
import { isVitalError } from "@vitalcore/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { toy, toyData, toyDefinitions } from "./support/toy.js";

const validate = new Ajv2020({ strict: false }).compile(
  jsonSchemas()["uncertainty-spec"] as object,
);

const spec = (factors: readonly Factor[], rest: object = {}): UncertaintySpec => ({
  kind: "UncertaintySpec",
  version: 1,
  factors,
  ...rest,
});

const choice: Factor = {
  id: "mean",
  kind: "choice",
  source: "methods",
  alternatives: [
    { label: "as it is" },
    {
      share: 2,
      change: {
        aggregate: { method: "geometric" },
        nodes: { deaths: { weight: 2 } },
        levels: [{ depth: 1, weighting: { method: "equal" } }],
      },
    },
    { change: { drop: ["jobs"] } },
  ],
};

/** A specification that uses every option there is. */
const full = spec(
  [
    choice,
    {
      id: "rival figures",
      kind: "value-sets",
      source: "imputation",
      sets: [{ label: "a", share: 1, values: { deaths: { AAA: 3, BBB: null } } }],
    },
    {
      id: "bound",
      kind: "parameter",
      stage: "aggregate",
      option: "exponent",
      nodes: ["index"],
      distribution: { shape: "triangular", from: 0.1, peak: 0.5, to: 1 },
    },
    {
      id: "mean of z",
      kind: "parameter",
      stage: "normalize",
      option: "mean",
      distribution: { shape: "normal", mean: 0, sd: 1 },
    },
    {
      id: "goalposts",
      kind: "goalpost-error",
      distribution: "uniform",
      spread: { deaths: { worst: 1, best: 1 } },
    },
    { id: "experts", kind: "weight-sets", sets: [{ weights: { deaths: 2 } }] },
    {
      id: "noise",
      kind: "weight-noise",
      noise: { distribution: "dirichlet", concentration: 20 },
      nodes: ["deaths"],
    },
    {
      id: "errors",
      kind: "sampling-error",
      standardErrors: { deaths: { AAA: 0.1 } },
      intervals: { jobs: { AAA: { lower: 1, upper: 2, level: 0.95 } } },
      replicates: [{ estimates: { jobs: { BBB: [1, 2] } }, scale: 0.5, rscales: [1, 1] }],
      multiply: { deaths: 2 },
      distribution: "logit",
      correlation: { indicators: ["deaths"], matrix: [[1]] },
      correlationOfUnits: { units: ["AAA"], matrix: [[1]] },
    },
  ],
  { design: { method: "monte-carlo", runs: 100, precision: 0.1 }, seed: 3 },
);

const noise = (of: object): Factor =>
  ({ id: "noise", kind: "weight-noise", noise: of }) as unknown as Factor;

async function findingsOf(document: unknown) {
  try {
    await uncertainty(toyData, toy, document as UncertaintySpec, {
      unitColumn: "unit",
      definitions: toyDefinitions,
    });
  } catch (error) {
    if (isVitalError(error)) return error.findings;
    throw error;
  }
  return [];
}

describe("the schema of an uncertainty analysis", () => {
  it("declares the interface, no more and no less", () => {
    const there: z.infer<typeof uncertaintySpecSchema> = full;
    const back: UncertaintySpec = there;
    expect(uncertaintySpecSchema.parse(back)).toEqual(full);
    expect(validate(full)).toBe(true);
  });

  it("accepts what the analysis runs", async () => {
    const simple = spec([choice, noise({ distribution: "uniform", spread: 0.25 })], {
      design: { method: "sobol", runs: 16 },
    });
    expect(await findingsOf(simple)).toEqual([]);
    expect(uncertaintySpecSchema.safeParse(simple).success).toBe(true);
    expect(validate(simple)).toBe(true);
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["an empty object", {}],
    ["another kind", { ...spec([choice]), kind: "Spec" }],
    ["another version", { ...spec([choice]), version: 2 }],
    ["no factors", spec([])],
    ["factors that are no list", { ...spec([choice]), factors: choice }],
    ["a factor of no kind", spec([{ id: "x" } as unknown as Factor])],
    ["a factor of an unknown kind", spec([{ ...choice, kind: "choise" } as unknown as Factor])],
    ["an unknown key", { ...spec([choice]), desing: { method: "enumerate" } }],
    ["an unknown key of a factor", spec([{ ...choice, alternative: [] } as Factor])],
    ["a choice without alternatives", spec([{ id: "x", kind: "choice" } as unknown as Factor])],
    [
      "a change of what is no stage",
      spec([{ ...choice, alternatives: [{ change: { normalise: {} } as object }] } as Factor]),
    ],
    [
      "a change with an unknown method",
      spec([
        {
          ...choice,
          alternatives: [{ change: { treat: { first: "magic" } } }],
        } as unknown as Factor,
      ]),
    ],
    ["noise of an unknown kind", spec([noise({ distribution: "normal", spread: 0.1 })])],
    ["noise without its spread", spec([noise({ distribution: "uniform" })])],
    ["noise with a spread of text", spec([noise({ distribution: "uniform", spread: "0.1" })])],
    ["an unknown design", spec([choice], { design: { method: "random", runs: 5 } })],
    ["a design without runs", spec([choice], { design: { method: "sobol" } })],
    ["noise that takes a weight away", spec([noise({ distribution: "uniform", spread: 1 })])],
    ["more runs than are counted", spec([choice], { design: { method: "sobol", runs: 2 ** 40 } })],
    ["half a run", spec([choice], { design: { method: "sobol", runs: 0.5 } })],
  ])("refuses %s, three times over", async (_, document) => {
    const json = document === undefined ? undefined : JSON.parse(JSON.stringify(document));
    expect(uncertaintySpecSchema.safeParse(document).success).toBe(false);
    expect(validate(json)).toBe(false);
    expect((await findingsOf(json)).some(({ severity }) => severity === "error")).toBe(true);
  });

  it("refuses changes of nodes that are none, which would change nothing", async () => {
    const change = { nodes: { deths: { weight: 2 } }, drop: ["nothing"] };
    const findings = await findingsOf(spec([{ ...choice, alternatives: [{ change }] } as Factor]));
    expect(findings.map(({ code, found }) => [code, found])).toEqual([
      ["composite/factor-unknown-node", "deths"],
      ["composite/factor-unknown-node", "nothing"],
    ]);
  });

  it("names the place, and what was meant", async () => {
    const wrong = { ...choice, alternatives: [{ change: { agregate: {} } }] };
    const findings = await findingsOf({ ...spec([wrong as Factor]), desing: {} });
    expect(findings.map(({ place, suggestion }) => [place.path, suggestion])).toEqual([
      [["desing"], "design"],
      [["factors", 0, "alternatives", 0, "change", "agregate"], "aggregate"],
    ]);
  });
});
