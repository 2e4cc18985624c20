import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { everything } from "../src/everything.js";
import { checkPack, createModel, diffModels, extend, type Pack } from "../src/model/index.js";

const model = createModel(everything, { version: "0.4.2" });

const threat = {
  id: "org.example:crop-theft",
  label: "Crop theft",
  definition: "Theft of crops from the field.",
  sources: ["org.example:survey-2024#3"],
  category: "crime",
  broader: "crime",
  affects: ["food", "economic"],
  undermines: ["from-want"],
  fallsOn: ["farmers"],
} as const;

const pack: Pack = {
  origin: "org.example",
  version: "1.0.0",
  requires: "^0.4.0",
  threats: [
    threat,
    { ...threat, id: "org.example:cattle-theft", broader: "org.example:crop-theft" },
  ],
  measures: [
    {
      id: "org.example:village-watch",
      label: "Village watch",
      definition: "Neighbours watch the fields.",
      strategies: ["empowerment"],
      mitigates: ["org.example:crop-theft"],
      carriedOutBy: ["people"],
    },
  ],
  indicators: [
    {
      id: "org.example:crop-theft-rate",
      name: "Crop theft",
      definition: "Share of farms from which crops were stolen.",
      unit: "PERCENT",
      range: [0, 100],
      direction: "higherWorse",
      home: "food",
      dimensions: ["food"],
      threats: ["org.example:crop-theft"],
      digital: false,
      status: "experimental",
    },
  ],
  claims: [
    {
      id: "org.example:c1",
      cause: "crop theft",
      effect: "poverty",
      causes: ["org.example:threat/crop-theft"],
      effects: ["threat/poverty"],
      polarity: "aggravates",
      hedge: "often",
      sources: ["org.example:survey-2024"],
    },
  ],
  sources: [{ id: "org.example:survey-2024", type: "dataset", title: "Farm survey 2024" }],
  mappings: [
    {
      concept: "threat/drought",
      scheme: "org.example:hazards",
      code: "D1",
      match: "close",
      verified: true,
    },
  ],
  labels: {
    sw: { "threat/poverty": "Umaskini", "org.example:threat/crop-theft": "Wizi wa mazao" },
  },
};

describe("a good pack", () => {
  test("adds what it says, and leaves the model as it was", () => {
    const before = model.toString();
    const { model: larger, findings } = extend(model, pack);
    expect(findings).toEqual([]);
    expect(model.toString()).toBe(before);
    expect(model.has("org.example:threat/crop-theft")).toBe(false);
    expect(larger.packs).toEqual([{ origin: "org.example", version: "1.0.0" }]);
    expect(diffModels(model, larger)).toMatchObject({
      added: [
        "org.example:measure/village-watch",
        "org.example:threat/crop-theft",
        "org.example:threat/cattle-theft",
        "indicator/org.example:crop-theft-rate",
      ],
      removed: [],
      changed: [],
    });
    expect(larger.concept("org.example:threat/crop-theft")).toMatchObject({
      origin: "org.example",
      labels: { en: "Crop theft", sw: "Wizi wa mazao" },
      broader: ["threat/crime"],
      narrower: ["org.example:threat/cattle-theft"],
    });
    expect(larger.threats.fallingOn("farmers").indicators().ids).toContain(
      "org.example:crop-theft-rate",
    );
    expect(larger.measures.mitigating("org.example:cattle-theft").ids).toEqual([
      "rule-of-law",
      "org.example:village-watch",
    ]);
    expect(larger.threats.mappedTo("org.example:hazards", "D1").ids).toEqual(["drought"]);
    expect(larger.label("threat/poverty", "sw")).toBe("Umaskini");
  });

  test("may follow another, and say the same mapping again", () => {
    const { model: larger } = extend(model, pack);
    const other = {
      origin: "net.other",
      version: "2",
      mappings: pack.mappings,
      threats: [{ ...threat, id: "net.other:x", broader: "org.example:crop-theft" }],
    };
    const { model: both, findings } = extend(larger, other);
    expect(findings).toEqual([]);
    expect(both.data.mappings.length).toBe(larger.data.mappings.length);
    expect(both.threats.within("crime").ids).toContain("net.other:x");
  });
});

describe("a bad pack", () => {
  const problems = (changes: object) =>
    checkPack(model, { ...pack, ...changes }).map(({ code, place: { path = [] } }) => [
      code.replace("domain/pack-", ""),
      path.join("."),
    ]);

  test("shows all its problems together, each with its path", () => {
    const broken = {
      origin: "org.example",
      version: 1,
      planets: [],
      threats: [
        { ...threat, id: "poverty" },
        { ...threat, id: "org.example:Crop_Theft", affects: ["fodo"], undermines: [] },
        { ...threat, id: "org.example:a", broader: "org.example:b", category: "cirme" },
        { ...threat, id: "org.example:b", broader: "org.example:a", fallsOn: ["farmer"] },
        "crop theft",
      ],
    };
    const findings = checkPack(model, broken);
    expect(
      findings.map(({ code, place, suggestion }) => [
        code.replace("domain/pack-", ""),
        (place.path ?? []).join("."),
        suggestion,
      ]),
    ).toEqual(
      [
        ["unknown-field", "", undefined],
        ["shape", "version", undefined],
        ["shape", "threats.1.undermines", undefined],
        ["shape", "threats.2.category", undefined],
        ["shape", "threats.4", undefined],
        ["id", "threats.0.id", undefined],
        ["duplicate", "threats.0.id", undefined],
        ["id", "threats.1.id", undefined],
        ["unknown-target", "threats.0.sources.0", undefined],
        ["unknown-target", "threats.1.sources.0", undefined],
        ["closed", "threats.1.affects.0", undefined],
        ["unknown-target", "threats.2.sources.0", undefined],
        ["unknown-target", "threats.3.sources.0", undefined],
        ["unknown-target", "threats.3.fallsOn.0", "farmers"],
        ["cycle", "threats.2.broader", undefined],
      ].map((row) => expect.arrayContaining(row)),
    );
    expect(extend(model, broken).model).toBe(model);
  });

  test.each<[string, object, [string, string][]]>([
    ["another version of the vocabulary", { requires: "^0.5.0" }, [["requires", "requires"]]],
    ["a version that is none", { requires: "latest" }, [["requires", "requires"]]],
    ["a dimension", { dimensions: [{ id: "org.example:digital" }] }, [["unknown-field", ""]]],
    ["a list that is none", { measures: {} }, [["shape", "measures"]]],
    [
      "a label that is there",
      { labels: { en: { "threat/poverty": "Being poor" } } },
      [["conflict", "labels.en.threat/poverty"]],
    ],
    [
      "a label of nothing",
      { labels: { fr: { "threat/povrety": "Pauvreté" } } },
      [["unknown-target", "labels.fr.threat/povrety"]],
    ],
    [
      "an empty label",
      { labels: { fr: { "threat/poverty": " " } } },
      [["shape", "labels.fr.threat/poverty"]],
    ],
    [
      "another match for a mapping",
      {
        mappings: [
          {
            concept: "threat/drought",
            scheme: "hips-2025",
            code: "MH0401",
            match: "close",
            verified: true,
          },
        ],
      },
      [["conflict", "mappings.0"]],
    ],
    [
      "a reversed range and a home elsewhere",
      {
        indicators: [{ ...pack.indicators?.[0], range: [100, 0], home: "personal" }],
      },
      [
        ["range", "indicators.0.range"],
        ["home", "indicators.0.home"],
      ],
    ],
    [
      "a range without end",
      { indicators: [{ ...pack.indicators?.[0], range: [0, Number.POSITIVE_INFINITY] }] },
      [["shape", "indicators.0.range"]],
    ],
    [
      "parts of an indicator that are malformed",
      {
        indicators: [
          {
            ...pack.indicators?.[0],
            universe: { description: "women", sex: "female" },
            inputs: [{ indicator: "internet-use" }],
            parameters: { line: [] },
            sdg: [{ code: "1.1.1" }],
            source: { publisher: "FAO" },
          },
        ],
      },
      [
        ["shape", "indicators.0.universe"],
        ["shape", "indicators.0.inputs"],
        ["shape", "indicators.0.parameters"],
        ["shape", "indicators.0.sdg"],
        ["shape", "indicators.0.source"],
      ],
    ],
    [
      "a claim that cites nothing",
      { claims: [{ ...pack.claims?.[0], sources: [] }] },
      [["shape", "claims.0.sources"]],
    ],
    [
      "a missing label",
      {
        threats: [{ ...threat, label: undefined }],
        measures: [],
        indicators: [],
        claims: [],
        labels: {},
      },
      [["missing", "threats.0.label"]],
    ],
  ])("with %s is refused", (_what, changes, expected) => {
    expect(problems(changes)).toEqual(expected);
  });

  test("cannot take the place of the core, nor use the ids of another", () => {
    const codes = problems({ origin: "core" });
    expect(codes[0]).toEqual(["shape", "origin"]);
    expect(codes.slice(1).every(([code]) => code === "id")).toBe(true);
    expect(problems({ origin: "net.other" }).map(([code]) => code)).toEqual(Array(6).fill("id"));
  });

  test.each([null, 7, "pack", [], undefined, () => 1])("that is %s is no pack", (input) => {
    expect(checkPack(model, input).some(({ severity }) => severity === "error")).toBe(true);
  });

  test("cannot reach a prototype, nor exhaust the stack", () => {
    const hostile = JSON.parse(
      `{"origin":"org.example","version":"1","__proto__":{"polluted":true},
        "threats":[{"id":"org.example:__proto__","__proto__":{"polluted":true}}],
        "labels":{"__proto__":{"threat/poverty":"x"},"constructor":{"threat/poverty":"x"}}}`,
    );
    expect(extend(model, hostile).model).toBe(model);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    let deep: unknown = "x";
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(checkPack(model, { ...pack, threats: deep }).map(({ code }) => code)).toEqual([
      "domain/pack-too-deep",
    ]);
  });

  test("of any JSON is answered with findings", () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom("threats", "indicators", "labels", "claims", "mappings"),
        (value, key) => {
          const findings = checkPack(model, { origin: "org.example", version: "1", [key]: value });
          for (const { message } of findings)
            expect(message).not.toMatch(/\{(path|found|wanted|what|known|kind|held|criterion)\}/);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("differing from a good one in one field is refused or adds what it says", () => {
    const fields = Object.keys(threat) as (keyof typeof threat)[];
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.jsonValue(), (field, value) => {
        const changed = { ...pack, measures: [], indicators: [], claims: [], labels: {} };
        const { model: larger, findings } = extend(model, {
          ...changed,
          threats: [{ ...threat, [field]: value }],
        });
        expect(findings.length === 0).toBe(larger !== model);
      }),
      { numRuns: 300 },
    );
  });
});
