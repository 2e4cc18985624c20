import { type Observation, observationKey } from "@vitalcore/domain";
import { internetUse } from "@vitalcore/domain/indicators";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  readSdmxDataMessage,
  sdmxDataMessage,
  sdmxStructureMessage,
} from "../src/sdmx-json/index.js";
import { distinctObservations } from "./arbitrary-observations.js";
import { dataMessageRules, structureMessageRules } from "./sdmx-json-rules.js";

const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);
const prepared = "2026-01-31T12:00:00Z";
const row = { indicator: "internet-use", area: "NAM", period: "2018", value: 1, unit: "PERCENT" };
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const isDataMessage = ajv.compile(dataMessageRules);
const isStructureMessage = ajv.compile(structureMessageRules);

/** JSON has no -0, and data sets are in the order of vintages. */
const asSet = (observations: readonly Observation[]) =>
  (JSON.parse(JSON.stringify(observations)) as Observation[])
    .map((observation) => [observationKey(observation), observation] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));

describe("SDMX-JSON data messages", () => {
  it("give back what was written (property)", () => {
    fc.assert(
      fc.property(distinctObservations, (written) => {
        const text = JSON.stringify(sdmxDataMessage(written, { prepared }));
        const { observations, findings } = readSdmxDataMessage(text);
        expect(asSet(observations)).toEqual(asSet(written));
        expect(findings).toEqual([]);
      }),
    );
  });

  it("keep the rules of the schema (property)", () => {
    fc.assert(
      fc.property(distinctObservations, (written) => {
        if (written.length === 0) return;
        isDataMessage(JSON.parse(JSON.stringify(sdmxDataMessage(written, { prepared }))));
        expect(isDataMessage.errors ?? []).toEqual([]);
      }),
    );
  });

  it("hold vintages as data sets, and names beside codes", () => {
    const message = sdmxDataMessage(
      [
        { ...row, edition: "2024" },
        { ...row, edition: "2025", value: null, status: ["P", "O"] },
        { ...row, area: "M49:002", breakdown: { sex: "F" } },
      ],
      { prepared, definitions: [internetUse], areaNames: { NAM: "Namibia" } },
    );
    const [structure] = message.data.structures;
    expect(structure?.dimensions.observation.map(({ id, values }) => [id, values])).toEqual([
      ["INDICATOR", [{ id: "internet-use", name: "Individuals using the internet" }]],
      ["REF_AREA", [{ id: "NAM", name: "Namibia" }, { value: "M49:002" }]],
      [
        "SEX",
        [
          { id: "_T", name: "Total" },
          { id: "F", name: "F" },
        ],
      ],
      ["TIME_PERIOD", [{ value: "2018" }]],
    ]);
    expect(message.data.dataSets.map(({ attributes }) => attributes)).toEqual([
      ["2024", null],
      ["2025", null],
      [null, null],
    ]);
    expect(message.data.dataSets[1]?.observations).toEqual({ "0:0:0:0": [null, 0, 0, ["P", "O"]] });
  });

  it("refuse two observations with one key, and name both", () => {
    expect(() => sdmxDataMessage([row, row], { prepared })).toThrow(
      "Observations 1 and 2 have the same key, internet-use|NAM|2018.",
    );
  });

  it("refuse a time without its zone", () => {
    expect(() => sdmxDataMessage([row], { prepared: "2026-01-31" })).toThrow(/prepared/);
  });
});

describe("reading foreign data messages", () => {
  /** In series, with attributes at every level, as services send them. */
  const foreign = {
    meta: { id: "X", prepared, sender: { id: "X" } },
    data: {
      structures: [
        {
          dimensions: {
            dataSet: [{ id: "FREQ", keyPosition: 0, values: [{ id: "A", name: "Annual" }] }],
            series: [
              { id: "SERIES", keyPosition: 1, values: [{ id: "IT_USE", name: "x" }] },
              {
                id: "REF_AREA",
                keyPosition: 2,
                values: [
                  { id: "NAM", name: "Namibia" },
                  { id: "DEU", name: "Germany" },
                ],
              },
              {
                id: "SEX",
                keyPosition: 3,
                values: [
                  { id: "_T", name: "Total" },
                  { id: "F", name: "Female" },
                ],
              },
            ],
            observation: [
              {
                id: "TIME_PERIOD",
                keyPosition: 4,
                values: [{ value: "2017" }, { value: "2014-01-01/P5Y" }],
              },
            ],
          },
          measures: { observation: [{ id: "OBS_VALUE" }] },
          attributes: {
            dataSet: [
              { id: "COMMENT_DSET", values: [{ value: "all" }], relationship: { dataflow: {} } },
            ],
            dimensionGroup: [
              {
                id: "UNIT_MEASURE",
                values: [{ id: "PERCENT", name: "%" }],
                relationship: { dimensions: ["SERIES"] },
              },
              {
                id: "UNIT_MULT",
                values: [
                  { id: "0", name: "Units" },
                  { id: "3", name: "Thousands" },
                ],
                relationship: { dimensions: ["REF_AREA"] },
              },
            ],
            series: [{ id: "SOURCE_DETAIL", relationship: { dimensions: ["SERIES", "REF_AREA"] } }],
            observation: [
              {
                id: "OBS_STATUS",
                values: [
                  { id: "A", name: "Normal" },
                  { id: "O", name: "Missing" },
                ],
                relationship: { observation: {} },
              },
            ],
          },
        },
      ],
      dataSets: [
        {
          structure: 0,
          attributes: [0],
          dimensionGroupAttributes: { ":0:::": [0], "::1::": [null, 1] },
          series: {
            "0:0:0": { attributes: ["survey"], observations: { "0": ["34.5", 0], "1": [null, 1] } },
            "0:1:1": { attributes: [null], observations: { "0": [2] } },
          },
        },
      ],
    },
  };

  it("takes values from all levels", () => {
    const { observations, findings } = readSdmxDataMessage(foreign, {
      components: { SERIES: "INDICATOR" },
    });
    const expected = { indicator: "IT_USE", area: "NAM", unit: "PERCENT", source: "survey" };
    expect(observations).toEqual([
      { ...expected, period: "2017", value: 34.5, status: ["A"] },
      { ...expected, period: "2014/2018", value: null, status: ["O"] },
      {
        indicator: "IT_USE",
        area: "DEU",
        period: "2017",
        unit: "PERCENT",
        value: 2000,
        breakdown: { sex: "F" },
      },
    ]);
    expect(codes(findings)).toEqual(["interop/unused-column", "interop/unit-multiplier"]);
  });

  it("reads version 1.0, in which one structure has no measures", () => {
    const version1 = {
      header: { id: "X", prepared, sender: { id: "X" } },
      structure: {
        dimensions: {
          observation: [
            { id: "INDICATOR", keyPosition: 0, values: [{ id: "a", name: "a" }] },
            { id: "REF_AREA", keyPosition: 1, values: [{ id: "NAM", name: "Namibia" }] },
            { id: "TIME_PERIOD", keyPosition: 2, values: [{ id: "2018", name: "2018" }] },
          ],
        },
        attributes: {
          observation: [{ id: "UNIT_MEASURE", values: [{ id: "PERCENT", name: "%" }] }],
        },
      },
      dataSets: [{ action: "Information", observations: { "0:0:0": [5.1, 0] } }],
    };
    expect(readSdmxDataMessage(version1)).toEqual({
      observations: [{ indicator: "a", area: "NAM", period: "2018", value: 5.1, unit: "PERCENT" }],
      findings: [],
    });
  });

  it("reports indices that lead nowhere, shapes and absent components together", () => {
    const message = JSON.parse(JSON.stringify(foreign));
    const series = message.data.dataSets[0].series;
    series["0:7:0"] = { observations: { "0": [1] } };
    series["0:0:0"].observations["9"] = [1];
    series["0:0:0"].observations["1"] = "no list";
    message.data.dataSets.push(null);
    const { findings } = readSdmxDataMessage(message);
    expect(codes(findings).sort()).toEqual([
      ...Array(1).fill("interop/missing-column"),
      ...Array(4).fill("interop/shape"),
      "interop/unused-column",
    ]);
  });

  it("survives any change of a message (property)", () => {
    const paths = fc.array(fc.nat(6), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(paths, fc.jsonValue(), (path, by) => {
        const message = JSON.parse(JSON.stringify(foreign));
        let at = message;
        for (const step of path.slice(0, -1)) {
          const keys = Object.keys(at);
          const next = at[keys[step % keys.length] as string];
          if (typeof next !== "object" || next === null || Object.keys(next).length === 0) break;
          at = next;
        }
        const keys = Object.keys(at);
        at[keys[(path.at(-1) as number) % keys.length] as string] = by;
        expect(Array.isArray(readSdmxDataMessage(message).findings)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("survives any JSON (property)", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(readSdmxDataMessage(json).observations).toEqual([]);
      }),
    );
  });
});

describe("SDMX-JSON structure messages", () => {
  it("keep the rules of the schema (property)", () => {
    fc.assert(
      fc.property(distinctObservations, (written) => {
        isStructureMessage(JSON.parse(JSON.stringify(sdmxStructureMessage(written, { prepared }))));
        expect(isStructureMessage.errors ?? []).toEqual([]);
      }),
    );
  });

  it("describe every component of the data message, and name what they refer to (property)", () => {
    fc.assert(
      fc.property(distinctObservations, (written) => {
        const { data } = sdmxStructureMessage(written, { prepared });
        const message = sdmxDataMessage(written, { prepared });
        const [definition] = data.dataStructures;
        const { dimensionList, measureList, attributeList } =
          definition?.dataStructureComponents ?? expect.fail("no definition");
        const described = [
          ...dimensionList.dimensions,
          dimensionList.timeDimension,
          ...measureList.measures,
          ...attributeList.attributes,
        ];
        const ids = new Set(described.map(({ id }) => id));
        const [used] = message.data.structures;
        for (const { id } of [
          ...(used?.dimensions.observation ?? []),
          ...(used?.measures.observation ?? []),
          ...(used?.attributes.observation ?? []),
          ...(used?.attributes.dataSet ?? []),
        ]) {
          expect(ids).toContain(id);
        }
        const concepts = new Set(data.conceptSchemes[0]?.concepts.map(({ id }) => id));
        const lists = new Set(data.codelists?.map(({ id }) => id));
        for (const { id, conceptIdentity, localRepresentation } of described) {
          if (!conceptIdentity.includes("=SDMX:")) expect(concepts).toContain(id);
          if (!("enumeration" in localRepresentation)) continue;
          expect(lists).toContain(/:(CL_[^(]+)\(/.exec(localRepresentation.enumeration)?.[1]);
        }
      }),
    );
  });
});
