import fc from "fast-check";
import { expect, test } from "vitest";
import { isAreaId } from "../src/areas/area-id.js";
import { claims } from "../src/claims/index.js";
import { everything } from "../src/everything.js";
import { breakdownAxes } from "../src/index.js";
import { mappingSchemes, mappings } from "../src/mappings/index.js";
import { createModel } from "../src/model/index.js";
import { anomalies, parseCitation, sources } from "../src/sources/index.js";
import { statistics } from "../src/statistics/index.js";
import {
  conceptKinds,
  measures,
  mechanisms,
  parseReference,
  populationGroups,
  referenceTo,
  technologies,
  threats,
} from "../src/vocabulary/index.js";

const model = createModel(everything);
const sourceIds = new Set(sources.map(({ id }) => id));

test("ids are lower-case words, and every kind has some", () => {
  for (const kind of conceptKinds) {
    const { ids } = model.all(kind);
    expect(ids.length, kind).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/);
  }
});

test("every concept has a label, a definition and a source that is listed", () => {
  for (const reference of model.references()) {
    const { labels, definition, sources: cited } = model.concept(reference);
    const { en } = labels;
    expect(en?.trim(), reference).toBe(en);
    expect(en, reference).toMatch(/^[A-Z0-9c]/);
    expect(definition, reference).toMatch(/^[A-Z].*[.?]$/s);
    expect(cited.length, reference).toBeGreaterThan(0);
    for (const citation of cited)
      expect(sourceIds, citation).toContain(parseCitation(citation).source);
  }
});

test("every relation leads somewhere", () => {
  let count = 0;
  for (const reference of [...model.references(), ...model.indicators.references()]) {
    for (const { to, relation } of model.links(reference)) {
      expect(model.has(to), `${reference} ${relation} ${to}`).toBe(true);
      count++;
    }
  }
  expect(count).toBeGreaterThan(1000);
});

test("nothing is broader than itself", () => {
  for (const reference of model.references()) {
    const met = new Set([reference]);
    let each = model.concept(reference).broader[0];
    while (each !== undefined) {
      expect(met.has(each), `${reference} by way of ${each}`).toBe(false);
      met.add(each);
      each = model.concept(each).broader[0];
    }
  }
});

test("every threat strikes a dimension and undermines a freedom; dimensions stand once", () => {
  for (const [id, threat] of Object.entries(threats)) {
    expect(threat.affects.length, id).toBeGreaterThan(0);
    expect(threat.undermines.length, id).toBeGreaterThan(0);
    const dimensions = [...threat.affects, ...(threat.affectsIndirectly ?? [])];
    expect(new Set(dimensions).size, id).toBe(dimensions.length);
  }
});

test("what is narrower than a digital threat says so itself", () => {
  for (const id of model.threats.digital()) {
    expect(threats[id as keyof typeof threats].digital, id).toBe(true);
  }
});

test("an actor stands behind a threat if and only if it is called a perpetrator", () => {
  const behind = new Set(Object.values(threats).flatMap(({ perpetratedBy = [] }) => perpetratedBy));
  expect([...behind].sort()).toEqual([...model.actors.as("perpetrator").ids].sort());
  const acting = new Set(Object.values(measures).flatMap(({ carriedOutBy = [] }) => carriedOutBy));
  for (const id of acting) expect(model.actors.as("provider").ids, id).toContain(id);
  expect(model.actors.onBothSides().ids).toContain("state");
});

test("conditions of groups use known axes", () => {
  for (const [id, { where = [] }] of Object.entries(populationGroups)) {
    for (const { axis } of where) expect(Object.keys(breakdownAxes), id).toContain(axis);
  }
});

test("claims, statistics, anomalies and mappings point to what is there", () => {
  const targets = [
    ...claims.flatMap(({ causes, effects }) => [...causes, ...effects]),
    ...mappings.map(({ concept }) => concept),
    ...Object.values(mechanisms).flatMap(({ steps }) => steps),
  ];
  for (const target of targets) expect(model.has(target), target).toBe(true);
  const statisticIds = statistics.map(({ id }) => `statistic/${id}`);
  for (const { about = [] } of anomalies) {
    for (const each of about) {
      const there =
        model.has(each) ||
        statisticIds.includes(each) ||
        sourceIds.has(each.replace("source/", ""));
      expect(there, each).toBe(true);
    }
  }
  for (const { cited, indicator, id, area } of statistics) {
    if (cited !== undefined) expect(sourceIds, id).toContain(cited);
    if (indicator !== undefined) expect(model.indicator(indicator), id).toBeDefined();
    expect(area === "world" || area === "LDC" || isAreaId(area), id).toBe(true);
  }
  const schemes = mappingSchemes.map(({ id }) => id);
  for (const { scheme } of mappings) expect(schemes).toContain(scheme);
  expect(new Set(mappings.map((each) => JSON.stringify(each))).size).toBe(mappings.length);
});

test("hazard codes of 2020 and of 2025 have different forms of number", () => {
  // 2020 counts through a type (TL0026), 2025 puts a cluster first (TL0106): no cluster is 00.
  for (const { scheme, code } of mappings.filter(({ scheme }) => scheme.startsWith("hips"))) {
    expect(code).toMatch(/^(MH|GH|EN|CH|BI|TL|SO|ET)\d{4}$/);
    expect(code.slice(2, 4) === "00", code).toBe(scheme === "hips-2020");
  }
});

test("what a text wrongly calls open source is disputed and grants nothing", () => {
  for (const id of ["openweathermap", "smos"] as const) {
    expect(technologies[id].disputed).toBe(true);
    expect(technologies[id].grants).toBeUndefined();
  }
  for (const { digitalPublicGood } of Object.values(technologies)) {
    if (digitalPublicGood === undefined) continue;
    expect(digitalPublicGood.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    if (digitalPublicGood.verified) expect(digitalPublicGood.evidence).toMatch(/^https:/);
  }
});

test("references are read as they are written", () => {
  const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
  const origin = fc.stringMatching(/^[a-z0-9]{1,8}(\.[a-z0-9]{1,8}){0,2}$/);
  fc.assert(
    fc.property(fc.constantFrom(...conceptKinds), slug, fc.option(origin), (kind, id, prefix) => {
      const full = prefix === null ? id : `${prefix}:${id}`;
      expect(parseReference(referenceTo(kind, full))).toEqual({ kind, id: full });
    }),
  );
  for (const bad of ["", "threat", "threat/", "thraet/x", "/x", "__proto__/x"]) {
    expect(parseReference(bad)).toBeUndefined();
  }
});
