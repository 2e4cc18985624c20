import {
  buildIndex,
  type CustomMethods,
  checkMethodology,
  type IndexMethodology,
} from "@vitalcore/composite";
import { rebuild } from "@vitalcore/composite/reproduce";
import { treatColumn } from "@vitalcore/composite/treat";
import { describe, expect, it } from "vitest";
import { definition, methodology, observation } from "./support/toy.js";

const definitions = ["a", "b", "c", "people"].map((id) => definition(id));
const data = { unit: ["X", "Y", "Z"], a: [1, 2, 4], b: [4, 1, 2], c: [1, 2, 9] };
const options = { unitColumn: "unit", definitions };
const uneven = (more: Partial<IndexMethodology>): IndexMethodology =>
  methodology(
    [
      { id: "index" },
      { id: "inner", parent: "index" },
      { id: "a", parent: "inner", indicator: "a" },
      { id: "b", parent: "inner", indicator: "b" },
      { id: "c", parent: "index", indicator: "c" },
    ],
    { normalize: { method: "min-max", scale: [1, 100] }, ...more },
  );

describe("options by level", () => {
  it("go between those of the methodology and those of a node", () => {
    const levels = [
      { depth: 0, aggregate: { method: "geometric" } },
      { depth: 1, normalize: { scale: [1, 11] }, aggregate: { method: "minimum" } },
      { depth: 2, normalize: { scale: [1, 21] } },
    ] as const;
    const result = buildIndex(data, uneven({ levels }), options);
    const same = uneven({
      nodes: uneven({}).nodes.map((node) => {
        if (node.id === "index") return { ...node, aggregate: { method: "geometric" } };
        if (node.id === "inner") return { ...node, aggregate: { method: "minimum" } };
        return { ...node, normalize: { scale: node.id === "c" ? [1, 11] : [1, 21] } };
      }),
    });
    const other = buildIndex(data, same, options);
    expect(result.units.map(({ scores }) => scores)).toEqual(
      other.units.map(({ scores }) => scores),
    );
    expect(JSON.stringify(rebuild(result))).toBe(JSON.stringify(result));
    const own = {
      ...uneven({ levels }),
      nodes: uneven({ levels }).nodes.map((node) =>
        node.id === "inner" ? { ...node, aggregate: { method: "arithmetic" } as const } : node,
      ),
    };
    expect(buildIndex(data, own, options).nodes[1]?.aggregate?.method).toBe("arithmetic");
  });

  it("are told where they concern nothing", () => {
    const levels = [
      { depth: 5, aggregate: { method: "median" } },
      { depth: 2, aggregate: { method: "median" } },
      { depth: 0, treat: {} },
      { depth: 0, impute: { method: "mean" } },
      { depth: 0.5 },
    ] as const;
    const findings = checkMethodology(uneven({ levels }), { definitions });
    expect(findings.map(({ code, place }) => [code, place.path?.join(".")])).toEqual([
      ["composite/idle-level", "levels.0"],
      ["composite/idle-level", "levels.1.aggregate"],
      ["composite/idle-level", "levels.2.treat"],
      ["composite/out-of-bounds", "levels.3.depth"],
      ["composite/out-of-bounds", "levels.4.depth"],
    ]);
  });
});

describe("methods of one's own", () => {
  const document = uneven({
    treat: { first: "custom:halve", second: "none", always: true },
    normalize: { method: "custom:share" },
  });
  const methods: CustomMethods = {
    treat: { "custom:halve": (values) => values.map((x) => x / 2) },
    normalize: {
      "custom:share": (values, isMoreBetter) => {
        const most = values.reduce((x, y) => (Number.isNaN(y) ? x : Math.max(x, y)), 0);
        return values.map((x) => (isMoreBetter ? x / most : 1 - x / most));
      },
    },
  };

  it("treat and normalize, and their gaps stay gaps", () => {
    const rows = { ...data, a: [1, null, 4], c: [1, 2, 3] };
    const more = {
      ...options,
      definitions: [...definitions.slice(0, 2), definition("c", "higherWorse")],
    };
    const result = buildIndex(
      rows,
      { ...document, aggregate: { atLeast: 0.5 } },
      { ...more, methods },
    );
    const y = result.units.find(({ unit }) => unit === "Y");
    expect(y?.scores).toMatchObject({ a: null, b: 0.25 });
    expect(y?.scores.c).toBeCloseTo(1 / 3, 12);
    expect(y?.values.b).toMatchObject({ value: 1, treated: 0.5, treatment: "custom:halve" });
    expect(JSON.stringify(rebuild(result, { methods }))).toBe(JSON.stringify(result));
    expect(treatColumn([1, 2, 3, 4], document.treat, methods.treat).values).toEqual(
      Float64Array.of(0.5, 1, 1.5, 2),
    );
  });

  it("must be passed, and must give what is needed", () => {
    const codes = (given: CustomMethods) => {
      const found = checkMethodology(document, { ...options, data, methods: given });
      return [
        ...new Set(found.filter(({ severity }) => severity === "error").map(({ code }) => code)),
      ];
    };
    expect(codes({})).toEqual(["composite/method-not-passed"]);
    expect(codes(methods)).toEqual([]);
    expect(codes({ ...methods, treat: { "custom:halve": () => [1] } })).toEqual([
      "composite/treatment-undefined",
    ]);
    expect(codes({ ...methods, normalize: { "custom:share": () => [1, Number.NaN] } })).toEqual([
      "composite/own-scores-missing",
    ]);
    expect(checkMethodology(document, { definitions, methods })).toEqual([]);
  });
});

describe("selection of denominators", () => {
  const document = (select?: object): IndexMethodology =>
    methodology(
      [
        { id: "index" },
        {
          id: "a",
          parent: "index",
          indicator: "a",
          denominate: { by: "people", ...(select && { select }) },
        },
        { id: "b", parent: "index", indicator: "b", denominate: { by: "people" } },
      ],
      { normalize: { method: "min-max" }, select: { from: "2015" } },
    );
  const observations = [
    ...["X", "Y"].flatMap((area, i) => [
      observation("a", area, 10 + i),
      observation("b", area, 20 + i),
      observation("people", area, 5, { period: "2018" }),
      observation("people", area, 2, { period: "2016" }),
    ]),
  ];

  it("takes the period that the leaf asks for, and the methodology's where it does not", () => {
    const [x] = buildIndex(observations, document({ to: "2016" }), { definitions }).units.filter(
      ({ unit }) => unit === "X",
    );
    expect(x?.values.a?.denominated).toBe(5);
    expect(x?.values.b?.denominated).toBe(4);
    const [same] = buildIndex(observations, document(), { definitions }).units.filter(
      ({ unit }) => unit === "X",
    );
    expect(same?.values.a?.denominated).toBe(2);
  });

  it("is checked like any other", () => {
    const found = checkMethodology(document({ from: "2018", to: "20-16" }), { definitions });
    expect(found.map(({ code, place }) => [code, place.path?.slice(2).join(".")])).toEqual([
      ["composite/invalid-period", "denominate.select.to"],
    ]);
  });
});
