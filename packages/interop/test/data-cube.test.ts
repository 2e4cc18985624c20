import { type Observation, observationKey } from "@vitalcore/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataCubeJsonLd, dataCubeTurtle, readDataCube } from "../src/data-cube/index.js";
import { distinctObservations } from "./arbitrary-observations.js";
import { asText, quadsOfJsonLd, quadsOfTurtle } from "./quads.js";

const QB = "http://purl.org/linked-data/cube#";
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const row = { indicator: "internet-use", area: "NAM", period: "2018", value: 1, unit: "PERCENT" };

const asSet = (observations: readonly Observation[]) =>
  observations
    .map((observation) => [observationKey(observation), observation] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));

describe("RDF Data Cube", () => {
  it("gives back what was written as Turtle (property)", () => {
    fc.assert(
      fc.property(distinctObservations, (written) => {
        if (written.length === 0) return;
        const { observations, findings } = readDataCube(quadsOfTurtle(dataCubeTurtle(written)));
        expect(asSet(observations)).toEqual(asSet(written));
        expect(findings).toEqual([]);
      }),
    );
  });

  it("gives back what was written as JSON-LD, and holds the same triples (property)", async () => {
    await fc.assert(
      fc.asyncProperty(distinctObservations, async (written) => {
        if (written.length === 0) return;
        const quads = await quadsOfJsonLd(JSON.parse(JSON.stringify(dataCubeJsonLd(written))));
        expect(asSet(readDataCube(quads).observations)).toEqual(asSet(written));
        expect(asText(quads)).toEqual(asText(quadsOfTurtle(dataCubeTurtle(written))));
      }),
      { numRuns: 40 },
    );
  });

  it("keeps the integrity constraints of the vocabulary (property)", () => {
    fc.assert(
      fc.property(distinctObservations, (written) => {
        const quads = quadsOfTurtle(dataCubeTurtle(written));
        const objects = (subject: string, predicate: string) =>
          quads
            .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
            .map(({ object }) => object.value);
        const ofType = (type: string) =>
          quads
            .filter(({ predicate, object }) => predicate.value === TYPE && object.value === type)
            .map(({ subject }) => subject.value);
        const [structure = ""] = ofType(`${QB}DataStructureDefinition`);
        const components = objects(structure, `${QB}component`);
        const dimensions = components.flatMap((each) => objects(each, `${QB}dimension`));
        const measures = components.flatMap((each) => objects(each, `${QB}measure`));
        // IC-3: a structure has a measure.
        expect(measures).toHaveLength(1);
        for (const dataSet of ofType(`${QB}DataSet`)) {
          // IC-2: a data set has one structure.
          expect(objects(dataSet, `${QB}structure`)).toEqual([structure]);
        }
        const seen = new Set<string>();
        const observations = ofType(`${QB}Observation`);
        expect(observations).toHaveLength(written.length);
        for (const observation of observations) {
          const dataSets = objects(observation, `${QB}dataSet`);
          // IC-1: an observation has one data set.
          expect(dataSets).toHaveLength(1);
          // IC-11 and IC-14: it has one value of every dimension and of every measure.
          for (const property of [...dimensions, ...measures]) {
            expect(objects(observation, property)).toHaveLength(1);
          }
          seen.add(
            JSON.stringify([dataSets, ...dimensions.map((each) => objects(observation, each))]),
          );
        }
        // IC-12: no two observations of a data set have the same dimensions.
        expect(seen.size).toBe(written.length);
      }),
      { numRuns: 50 },
    );
  });

  it("writes the SDMX terms, years as years, and what is missing as no number", () => {
    const text = dataCubeTurtle([
      { ...row, value: null, status: ["O", "B"], breakdown: { sex: "F", technology: "4G" } },
    ]);
    expect(text).toContain('sdmx-dimension:refPeriod "2018"^^xsd:gYear');
    expect(text).toContain("sdmx-dimension:sex <https://w3id.org/vitalcore/code/sex/F>");
    expect(text).toContain("<https://w3id.org/vitalcore/axis/technology>");
    expect(text).toContain('sdmx-measure:obsValue "NaN"^^xsd:double');
    expect(text).toContain('sdmx-attribute:obsStatus "B"');
  });

  it("refuses half a character, a base that is none, and repeated observations", () => {
    const half = [{ ...row, note: "\ud800", breakdown: { sex: "\udc00" } }];
    expect(() => dataCubeTurtle(half)).toThrow(/2 problems/);
    expect(() => dataCubeTurtle([row], { base: "not an iri/" })).toThrow(/base/);
    expect(() => dataCubeTurtle([row, { ...row, value: 2 }])).toThrow(/same key/);
  });

  it("reports properties that are none of ours, and absent fields", () => {
    const text = `
      @prefix qb: <http://purl.org/linked-data/cube#> .
      <http://x/1> a qb:Observation ; qb:dataSet <http://x/d> ; <http://x/other> 5 ;
        <http://purl.org/linked-data/sdmx/2009/dimension#refArea> <http://x/area#NAM> .`;
    const { observations, findings } = readDataCube(quadsOfTurtle(text));
    expect(observations).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual([
      ...Array(3).fill("interop/cell"),
      "interop/unused-column",
    ]);
  });
});
