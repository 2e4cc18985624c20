import { readFileSync } from "node:fs";
import { isVitalError } from "@vitalcore/core";
import { describe, expect, test } from "vitest";
import { definitions } from "../src/definitions/index.js";
import {
  allowsNull,
  breakdownAxes,
  dimensionIds,
  forbidsValue,
  freedomIds,
  isDimensionId,
  isFreedomId,
  isObsStatus,
  isOpenSourceFreedomId,
  isPrincipleId,
  label,
  mainStatus,
  type ObsStatus,
  openSourceFreedomIds,
  principleIds,
  statusLabels,
  unitOf,
  units,
} from "../src/index.js";
import { indicators } from "../src/indicators/index.js";
import { ar } from "../src/labels/ar.js";
import { en } from "../src/labels/en.js";
import { es } from "../src/labels/es.js";
import { fr } from "../src/labels/fr.js";
import { ru } from "../src/labels/ru.js";
import { zh } from "../src/labels/zh.js";
import { indicatorDefinitionSchema, sourceSchema } from "../src/schema/index.js";
import { sources as allSources, parseCitation } from "../src/sources/index.js";

const ids = [...dimensionIds, ...freedomIds, ...openSourceFreedomIds, ...principleIds];

describe("ids", () => {
  test("are seven, three, four and five, and each is one of one kind", () => {
    expect(
      [dimensionIds, freedomIds, openSourceFreedomIds, principleIds].map((l) => l.length),
    ).toEqual([7, 3, 4, 5]);
    expect(new Set(ids).size).toBe(19);
    const guards = [isDimensionId, isFreedomId, isOpenSourceFreedomId, isPrincipleId];
    for (const id of ids) expect(guards.filter((guard) => guard(id))).toHaveLength(1);
    for (const other of ["digital", "", "toString", null, 7]) {
      expect(guards.some((guard) => guard(other))).toBe(false);
    }
  });
});

describe("labels", () => {
  const scripts = {
    en: "Latin",
    fr: "Latin",
    es: "Latin",
    ar: "Arabic",
    ru: "Cyrillic",
    zh: "Han",
  };

  test.each([en, fr, es, ar, ru, zh])("in $language: one for each id, in its script", (labels) => {
    expect(Object.keys(labels.entries).sort()).toEqual([...ids].sort());
    const script = scripts[labels.language as keyof typeof scripts];
    for (const id of ids) {
      expect(label(labels, id)).toMatch(new RegExp(`^[\\p{Script=${script}}\\p{M}' -]+$`, "u"));
      expect(labels.entries[id].value.trim()).toBe(labels.entries[id].value);
    }
    expect(new Set(ids.map((id) => label(labels, id))).size).toBe(ids.length);
  });

  test("claim no review", () => {
    for (const { entries } of [en, fr, es, ar, ru, zh]) {
      for (const entry of Object.values(entries)) expect(entry.reviewed).toBeUndefined();
    }
  });

  test("an id without label is refused", () => {
    try {
      label(en, "toString" as "food");
      expect.unreachable();
    } catch (error) {
      expect(isVitalError(error) && error.code).toBe("domain/unknown-label");
    }
  });
});

test("each definition names texts that are listed", () => {
  const known = new Set(allSources.map(({ id }) => id));
  expect(Object.keys(definitions).sort()).toEqual([...ids].sort());
  for (const { text, sources } of Object.values(definitions)) {
    expect(text).toMatch(/^[A-Z].*\.$/);
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) expect(known.has(parseCitation(source).source)).toBe(true);
  }
  for (const source of allSources) {
    expect(sourceSchema.safeParse(source).error?.issues).toBeUndefined();
  }
});

describe("status", () => {
  const codes = Object.keys(statusLabels) as ObsStatus[];

  test("has the 20 codes of CL_OBS_STATUS 2.2", () => {
    expect([...codes].sort().join("")).toBe("ABDEFGHIJKLMNOPQSUVW");
    for (const code of codes) expect(isObsStatus(code)).toBe(true);
    for (const other of ["Z", "", "AB", null, 1]) expect(isObsStatus(other)).toBe(false);
  });

  test("reduces to one flag in the order of SDMX 2019", () => {
    // Section 2 of the guideline, from the highest importance down.
    const hierarchy = "B O M L H Q J S D K W I F E P N U V G A".split(" ") as ObsStatus[];
    expect(codes).toEqual(hierarchy);
    hierarchy.forEach((higher, i) => {
      for (const lower of hierarchy.slice(i)) {
        expect(mainStatus([lower, higher])).toBe(higher);
        expect(mainStatus([higher, lower])).toBe(higher);
      }
    });
    expect(mainStatus([])).toBeUndefined();
  });

  test("says which codes go with a missing value", () => {
    expect(codes.filter(allowsNull).sort().join("")).toBe("HKLMOQ");
    expect(codes.filter(forbidsValue).sort().join("")).toBe("HLMOQ");
  });
});

describe("units", () => {
  test("are looked up by id, and never on a prototype", () => {
    expect(unitOf("PERCENT")).toEqual({
      id: "PERCENT",
      label: "percent",
      symbol: "%",
      perProportion: 100,
    });
    for (const other of ["percent", "", "constructor", "__proto__"]) {
      expect(unitOf(other)).toBeUndefined();
    }
  });

  test("that count per number of people have the factor that their id says", () => {
    for (const [id, facts] of Object.entries(units)) {
      const per = /^PER_(\d+)/.exec(id)?.[1];
      if (per !== undefined) expect(facts).toMatchObject({ perProportion: Number(per) });
    }
  });
});

describe("indicators", () => {
  const byId = new Map(indicators.map((definition) => [definition.id, definition]));

  test("are well-formed, with known units and axes, each id once", () => {
    expect(byId.size).toBe(indicators.length);
    for (const definition of indicators) {
      expect(indicatorDefinitionSchema.safeParse(definition).error?.issues).toBeUndefined();
      expect(unitOf(definition.unit)).toBeDefined();
      expect(definition.dimensions[0]).toBe(definition.home);
      expect(definition.definition).toMatch(/\.$/);
      expect(definition.source).toBeDefined();
      for (const { iri, code } of definition.sdg ?? []) {
        expect(iri).toMatch(/^http:\/\/metadata\.un\.org\/sdg\/C\d{2}[0-9a-z]{2}\d{2}$/);
        // Some indicators stand under several targets and have one IRI of their own.
        const shared = { C200303: ["1.5.1", "11.5.1", "13.1.1"], C200204: ["10.3.1", "16.b.1"] };
        const codes = shared[iri.slice(-7) as keyof typeof shared];
        if (codes !== undefined) {
          expect(codes).toContain(code);
          continue;
        }
        // C030101 is 3.1.1: goal, target and number in two characters each.
        const [, goal, target, number] = /C(..)(..)(..)$/.exec(iri) as unknown as string[];
        const plain = (digits = "") => digits.replace(/^0/, "");
        expect(`${plain(goal)}.${plain(target)}.${plain(number)}`).toBe(code);
      }
    }
  });

  test("hold all that the first index needs, in its units, directions and homes", () => {
    const rows = readFileSync(new URL("fixtures/first-index.csv", import.meta.url), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));
    expect(rows).toHaveLength(17);
    for (const [id, home, unit, direction] of rows) {
      expect(byId.get(id as string)).toMatchObject({ id, home, unit, direction });
    }
    expect(new Set(rows.map(([, home]) => home))).toEqual(new Set(dimensionIds));
  });

  test("break down by axes that are known", () => {
    const axes = Object.keys(breakdownAxes);
    const unknown = new Set(
      indicators.flatMap(({ disaggregation = [] }) =>
        disaggregation.filter((a) => !axes.includes(a)),
      ),
    );
    // Axes of single indicators, which mean nothing elsewhere.
    expect([...unknown].sort()).toEqual([
      ...["act", "asylumCountry", "capacity", "category", "cause", "chamber", "channel"],
      ...["commodity", "conflictType", "domain", "employment", "exploitation", "ground", "harm"],
      ...["keyPopulation", "level", "mechanism", "phase", "pillar", "place", "populationGroup"],
      ...["practice", "reaction", "relation", "route", "scope", "sector", "service", "severity"],
      ...["side", "skill", "speed", "system"],
    ]);
  });
});
