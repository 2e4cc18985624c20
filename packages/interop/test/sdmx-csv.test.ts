import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisOfComponent, componentOfAxis } from "../src/sdmx/component-ids.js";
import { readSdmxCsv, writeSdmxCsv } from "../src/sdmx-csv/index.js";
import { anyText, sdmxObservations } from "./arbitrary-observations.js";

const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);
const row = { indicator: "a", area: "NAM", period: "2018", value: 1, unit: "PERCENT" } as const;

describe("components of axes", () => {
  it("have ids of SDMX, and lead back to the axis (property)", () => {
    fc.assert(
      fc.property(anyText, (axis) => {
        const id = componentOfAxis(axis);
        expect(id).toMatch(/^[A-Za-z][A-Za-z0-9_-]*$/);
        expect(axisOfComponent(id)).toBe(axis);
      }),
    );
  });

  it("are the concepts of SDMX where there is one", () => {
    const axes = ["sex", "education", "migrationStatus", "indicator", "xAxis", "__proto__"];
    expect(axes.map(componentOfAxis)).toEqual([
      "SEX",
      "EDUCATION_LEV",
      "MIGRATION_STATUS",
      "X_indicator",
      "xAxis",
      "X__005F_005Fproto_005F_005F",
    ]);
  });
});

describe("SDMX-CSV", () => {
  it("gives back what was written (property)", () => {
    fc.assert(
      fc.property(sdmxObservations, (written) => {
        expect(readSdmxCsv(writeSdmxCsv(written)).observations).toEqual(written);
      }),
    );
  });

  it("follows the field guide: structure, action, dimensions, measure, attributes", () => {
    const text = writeSdmxCsv(
      [
        { ...row, period: "2014/2018", value: null, status: ["E", "B", "O"], note: "half; full" },
        { ...row, breakdown: { sex: "F", age: "Y15T24" }, edition: "2025" },
      ],
      { lineEnd: "\n" },
    );
    expect(text.split("\n")).toEqual([
      "STRUCTURE[;],STRUCTURE_ID,ACTION,INDICATOR,REF_AREA,AGE,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,OBS_STATUS_ALL[],EDITION,COMMENT_OBS",
      'dataflow,VITALCORE:OBSERVATIONS(1.0.0),I,a,NAM,_T,_T,2014-01-01/P5Y,,PERCENT,B,"E;B;O",,"half; full"',
      "dataflow,VITALCORE:OBSERVATIONS(1.0.0),I,a,NAM,Y15T24,F,2018,1,PERCENT,,,2025,",
      "",
    ]);
  });

  it("reads names beside ids (labels=both), a semicolon as delimiter and a decimal comma", () => {
    const text = [
      "STRUCTURE[|];STRUCTURE_ID;ACTION;INDICATOR: Indicateur;REF_AREA: Pays;SEX: Sexe;TIME_PERIOD: Temps;OBS_VALUE: Valeur;UNIT_MEASURE: Unité;OBS_STATUS: Statut;COMMENT_OBS: Remarque",
      "dataflow;X:Y(1.0.0): Nom;I;a: Un;NAM: Namibie;F: Femmes;2018: 2018;12,5;PERCENT: Pour cent;E: Estimée;note: entière",
      "",
    ].join("\r\n");
    const { observations: read, findings } = readSdmxCsv(text, { decimal: "," });
    expect(read).toEqual([
      { ...row, value: 12.5, breakdown: { sex: "F" }, status: ["E"], note: "note: entière" },
    ]);
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  it("reads names in columns of their own (labels=name)", () => {
    const text = [
      "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,INDICATOR,Indicator,REF_AREA,Area,TIME_PERIOD,Time,OBS_VALUE,Value,UNIT_MEASURE,Unit",
      "dataflow,X:Y(1.0.0),Name,I,a,An a,NAM,Namibia,2018,2018,1,,PERCENT,percent",
    ].join("\n");
    const { observations: read, findings } = readSdmxCsv(text);
    expect(read).toEqual([row]);
    expect(codes(findings)).toEqual(["table/similar-header"]);
  });

  it("reads version 1.0, with constants for what it lacks and the multiplier applied", () => {
    const text =
      "DATAFLOW,FREQ,SERIES,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT,LOWER_BOUND,UPPER_BOUND,NATURE\nUN:SDG(1.0),A,a,NAM,2018,1.1,3,1,1.2,C\n";
    const { observations: read, findings } = readSdmxCsv(text, {
      components: { SERIES: "INDICATOR" },
      constants: { UNIT_MEASURE: "PERSONS", CONF_LEVEL: "0.95" },
    });
    expect(read).toEqual([
      { ...row, unit: "PERSONS", value: 1100, interval: { lower: 1000, upper: 1200, level: 0.95 } },
    ]);
    expect(codes(findings)).toEqual(["interop/unused-column", "interop/unit-multiplier"]);
  });

  it("takes a status attribute with several values", () => {
    const text =
      "STRUCTURE[|],STRUCTURE_ID,INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS[]\ndataflow,X:Y(1.0.0),a,NAM,2018,NaN,PERCENT,O|B\n";
    expect(readSdmxCsv(text).observations).toEqual([{ ...row, value: null, status: ["O", "B"] }]);
  });

  it("reports deleted rows, partial keys, bounds without a level and a main status that is none", () => {
    const text = [
      "STRUCTURE[;],STRUCTURE_ID,ACTION,INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,LOWER_BOUND,OBS_STATUS,OBS_STATUS_ALL[]",
      "dataflow,X:Y(1.0.0),D,a,NAM,2018,-,,,,",
      "dataflow,X:Y(1.0.0),A,a,,,,PERCENT,,,",
      "dataflow,X:Y(1.0.0),A,a,NAM,2018,1,PERCENT,0.5,,",
      "dataflow,X:Y(1.0.0),A,a,NAM,2018,1,PERCENT,,E,E;B",
    ].join("\n");
    const { observations: read, findings } = readSdmxCsv(text);
    expect(read).toEqual([{ ...row, status: ["E", "B"] }]);
    expect(codes(findings)).toEqual(
      expect.arrayContaining([
        "interop/not-an-observation",
        "interop/incomplete-interval",
        "interop/conflicting-status",
      ]),
    );
    const skipped = findings.filter(({ code }) => code === "interop/not-an-observation");
    expect(codes(findings).filter((code) => code.startsWith("table/"))).toEqual([]);
    expect(skipped.map(({ message }) => message)).toEqual([
      "1 rows are no observations, and are not read: their action is Delete (first: row 1).",
      "1 rows are no observations, and are not read: their key is incomplete, and they have no value (first: row 2).",
    ]);
  });

  it("refuses a multiplier that is none, and multiplies by digits", () => {
    const header = "DATAFLOW,INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT\n";
    const line = (value: string, multiplier: string) =>
      `X:Y(1.0),a,NAM,2018,${value},PERCENT,${multiplier}\n`;
    const { observations: read, findings } = readSdmxCsv(
      `${header}${line("1e21", "3")}${line("1.1", "-1")}${line("1", "many")}${line("1", "99")}`,
    );
    expect(read.map(({ value }) => value)).toEqual([1e24, 0.11]);
    expect(codes(findings).filter((code) => code === "interop/cell")).toHaveLength(2);
  });

  it("does not take thousands for decimals", () => {
    const text =
      "DATAFLOW;INDICATOR;REF_AREA;TIME_PERIOD;OBS_VALUE;UNIT_MEASURE\nX:Y(1.0);a;NAM;2018;1.500;PERCENT\n";
    expect(readSdmxCsv(text, { decimal: "," }).findings.map(({ message }) => message)).toContain(
      'Row 1: OBS_VALUE is "1.500", and a number is needed.',
    );
  });

  it("reads a component once, and says which column was left", () => {
    const text =
      "DATAFLOW,INDICATOR,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,GENDER\nX:Y(1.0),a,NAM,F,2018,1,PERCENT,M\n";
    const { observations: read, findings } = readSdmxCsv(text, { components: { GENDER: "SEX" } });
    expect(read).toEqual([{ ...row, breakdown: { sex: "F" } }]);
    expect(findings.map(({ place }) => place.column)).toEqual(["GENDER"]);
  });

  it("names all components that are absent", () => {
    const { findings } = readSdmxCsv(
      "STRUCTURE,STRUCTURE_ID,ACTION,SEX\ndataflow,X:Y(1.0.0),I,F\n",
    );
    expect(findings.map(({ place }) => place.column)).toEqual([
      "INDICATOR",
      "REF_AREA",
      "TIME_PERIOD",
      "OBS_VALUE",
      "UNIT_MEASURE",
    ]);
  });

  it("refuses structures that no registry could hold, all faults at once", () => {
    const structure = { agency: "UN,X", id: "1", version: "new" };
    expect(() => writeSdmxCsv([row], { structure })).toThrow(/3 problems/);
  });

  it("survives any text (property)", () => {
    fc.assert(
      fc.property(anyText, fc.string(), (header, body) => {
        const { observations: read, findings } = readSdmxCsv(`${header}\n${body}`);
        expect(read.length + findings.length).toBeGreaterThan(0);
      }),
    );
  });
});
