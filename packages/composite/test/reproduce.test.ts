import { buildIndex, type IndexResult, indexResult } from "@vitalcore/composite";
import { methodsStatement, rebuild } from "@vitalcore/composite/reproduce";
import { revive } from "@vitalcore/core";
import { describe, expect, it } from "vitest";
import { definition, methodology, observation } from "./support/toy.js";

const definitions = ["a", "b", "people", "wealth"].map((id) => definition(id));
const document = methodology(
  [
    { id: "index", weighting: { method: "regression", outcome: "wealth" } },
    {
      id: "a",
      parent: "index",
      indicator: "a",
      denominate: { by: "people", select: { to: "2017" } },
    },
    { id: "b", parent: "index", indicator: "b" },
    { id: "women", parent: "index", indicator: "b", select: { breakdown: { sex: "F" } } },
  ],
  {
    impute: { method: "mean", group: "region" },
    normalize: { method: "min-max" },
    definitions: [definition("b", "higherWorse")],
  },
);
const areas = ["P", "Q", "R", "S", "T", "U"];
const observations = areas.flatMap((area, i) => [
  observation("a", area, i === 2 ? null : 3 * i + (i % 2)),
  observation("b", area, (i * i) % 7),
  observation("b", area, (3 * i + 1) % 5, { breakdown: { sex: "F" } }),
  observation("people", area, 2 + i, { period: "2016" }),
  observation("people", area, 900),
  observation("wealth", area, i + (i % 3) - ((i * i) % 7)),
]);
const groups = { region: { P: "N", Q: "N", R: "N", S: "S", T: "S" } };
const build = (input = observations) => buildIndex(input, document, { definitions, groups });

describe("what a result carries to be built again", () => {
  it("is all of it: series beside the index, groups, selections, definitions", () => {
    const result = build();
    const back = revive(JSON.parse(JSON.stringify(result)), [indexResult]) as IndexResult;
    expect(JSON.stringify(rebuild(back))).toBe(JSON.stringify(result));
    expect(result.units.find(({ unit }) => unit === "R")?.values.a?.imputed).toBeDefined();
  });

  it("does not depend on the order of the input, or of the keys of the methodology", () => {
    const { fingerprints } = build();
    expect(build([...observations].reverse()).fingerprints).toEqual(fingerprints);
    const turned = Object.fromEntries(Object.entries(document).reverse()) as typeof document;
    const other = buildIndex(observations, turned, { definitions, groups });
    expect(other.fingerprints).toEqual(fingerprints);
    expect(methodsStatement(other).fingerprints).toEqual(fingerprints);
  });

  it("shows a change by hand of a value, a denominator, a group or the methodology", () => {
    const changes: ((result: IndexResult) => void)[] = [
      ({ units }) => Object.assign(units[0]?.values.b ?? {}, { value: 6.5 }),
      ({ beside }) => Object.assign(Object.values(beside.series)[0] ?? {}, { P: 77 }),
      ({ beside }) => Object.assign(beside.groups.region ?? {}, { U: "N" }),
      ({ methodology: changed }) => Object.assign(changed, { title: "Other" }),
    ];
    for (const change of changes) {
      const copy = JSON.parse(JSON.stringify(build())) as IndexResult;
      change(copy);
      expect(() => rebuild(copy)).toThrow(/is not what it was built from/);
    }
  });

  it("tells data apart that differ in one digit, and not 0 from -0", () => {
    const table = (x: number) =>
      buildIndex(
        { unit: ["A", "B", "C"], a: [x, 1, 2], b: [1, 2, 4] },
        methodology(
          [{ id: "index" }, ...["a", "b"].map((id) => ({ id, parent: "index", indicator: id }))],
          { normalize: { method: "min-max" } },
        ),
        { unitColumn: "unit", definitions },
      ).fingerprints.data;
    expect(table(0)).toBe(table(-0));
    expect(table(0)).not.toBe(table(Number.EPSILON));
  });
});
