import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dimensionIds } from "../src/ids.js";
import {
  divide,
  indicators,
  internetUse,
  onlineViolenceByType,
  perceivedInsecurityIn,
} from "../src/indicators/index.js";
import { populationGroupIds, threatIds } from "../src/vocabulary/index.js";

const byId = new Map(indicators.map((definition) => [definition.id, definition]));
const rows = readFileSync(new URL("fixtures/indicator-catalogue.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(","));
const words = (cell = "") => cell.split(" ").filter((word) => word !== "");

describe("the catalogue", () => {
  test("has all 131 definitions, with the facts of the draft", () => {
    expect(rows).toHaveLength(131);
    for (const row of rows) {
      const [id = "", unit, least, most, direction, method, stage, digital] = row;
      const [dimensions, freedoms, threats, groups, sdg] = row.slice(8).map(words);
      const definition = byId.get(id);
      expect(definition, id).toBeDefined();
      expect(definition, id).toMatchObject({ unit, direction, methodKind: method });
      expect(definition?.ohchrStage, id).toBe(stage);
      expect(definition?.digital, id).toBe(digital === "true");
      const bound = (text = "") => (text === "" ? null : Number(text));
      expect(definition?.range, id).toEqual([bound(least), bound(most)]);
      expect([...(definition?.dimensions ?? [])].sort(), id).toEqual(dimensions?.toSorted());
      expect([...(definition?.freedoms ?? [])].sort(), id).toEqual(freedoms?.toSorted());
      expect([...(definition?.threats ?? [])].sort(), id).toEqual(threats?.toSorted());
      expect([...(definition?.groups ?? [])].sort(), id).toEqual(groups?.toSorted());
      expect((definition?.sdg ?? []).map(({ code }) => code).sort(), id).toEqual(sdg?.toSorted());
    }
  });

  test("adds measures of agency, participation, resilience and perceived security", () => {
    const known = new Set(rows.map(([id]) => id));
    const added = indicators.filter(({ id }) => !known.has(id));
    const about = (word: string) =>
      added.filter(({ notes = "" }) => notes.includes(`measure of ${word}`)).length;
    expect(about("agency")).toBeGreaterThanOrEqual(2);
    expect(about("participation")).toBeGreaterThanOrEqual(2);
    expect(about("resilience")).toBeGreaterThanOrEqual(2);
    expect(added.filter(({ id }) => id.startsWith("perceived-insecurity-"))).toHaveLength(7);
  });

  test("gives every definition one home, among its dimensions, and links that exist", () => {
    for (const { id, home, dimensions, threats = [], groups = [], inputs = [] } of indicators) {
      expect(dimensions[0], id).toBe(home);
      expect(new Set(dimensions).size, id).toBe(dimensions.length);
      for (const threat of threats) expect(threatIds, id).toContain(threat);
      for (const group of groups) expect(populationGroupIds, id).toContain(group);
      for (const { indicator } of inputs) {
        if (indicator !== undefined) expect(byId.has(indicator), `${id}: ${indicator}`).toBe(true);
      }
    }
    for (const dimension of dimensionIds) {
      expect(indicators.filter(({ home }) => home === dimension).length).toBeGreaterThan(4);
    }
  });

  test("names in its formula what it takes as input", () => {
    for (const { id, formula = "", inputs = [] } of indicators) {
      const plain = formula.toLowerCase();
      const named = inputs.filter(({ name }) => plain.includes(name.toLowerCase()));
      // Formulas of covered and not covered people are in numbers of people, inputs in percent.
      const inPeople = /\b[PCUS]\d?\b/.test(formula) || plain.includes("users");
      if (!inPeople) expect(named.length, id).toBe(inputs.length);
    }
  });

  test("signs follow from ranges: what may be negative is best at zero, or says why not", () => {
    for (const { id, range, direction, unit } of indicators) {
      const [least] = range;
      if (least === null || least < 0) {
        const free = ["targetZero", "higherWorse", "higherBetter"].includes(direction);
        expect(free, id).toBe(true);
        expect(["PERCENTAGE_POINT", "PERCENT", "Z_SCORE", "PER_1000"], id).toContain(unit);
      }
      if (unit === "PERCENTAGE_POINT" && direction === "targetZero") expect(range[0]).toBe(-100);
    }
  });
});

describe("families", () => {
  test("by type of violence keep their universe and their warning", () => {
    const types = indicators.filter(({ id }) => /^tfvaw-12m-(?!prevalence)/.test(id));
    expect(types).toHaveLength(8);
    for (const { universe, notes, threats } of types) {
      expect(universe).toMatchObject({ sex: "F", age: [15, null] });
      expect(notes).toContain("overlap");
      expect(threats).toContain("online-harassment");
    }
    expect(onlineViolenceByType("doxing").threats?.[0]).toBe("doxing");
  });

  test("of divides take axis and sides into range, direction and inputs", () => {
    const sides = {
      of: internetUse,
      axis: "education",
      upper: { code: "high", people: "people with more schooling" },
      lower: { code: "low", people: "people with less" },
    };
    const gap = divide({ ...sides, form: "difference" });
    expect(gap).toMatchObject({ unit: "PERCENTAGE_POINT", direction: "targetZero" });
    expect(gap.disaggregation).not.toContain("education");
    expect(gap.notes).toBeUndefined();
    const ratio = divide({ ...sides, form: "ratio" });
    expect(ratio).toMatchObject({ range: [0, null], direction: "targetOne", unit: "RATIO" });
    expect(ratio.id).not.toBe(gap.id);
  });

  test("of perceived insecurity have one member a dimension", () => {
    const homes = dimensionIds.map((dimension) => perceivedInsecurityIn(dimension).home);
    expect(homes).toEqual([...dimensionIds]);
  });
});
