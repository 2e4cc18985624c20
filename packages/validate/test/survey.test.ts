import { checkFramework, checkMetadata } from "@vitalcore/validate/definitions";
import { checkSurvey, findIdentifiers } from "@vitalcore/validate/survey";
import { describe, expect, it } from "vitest";

const codes = (findings: readonly { code: string }[]) =>
  findings.map(({ code }) => code.replace("validate/", ""));
const repeat = <Value>(n: number, value: (i: number) => Value): Value[] =>
  Array.from({ length: n }, (_, i) => value(i));

describe("identifiers", () => {
  it.each([
    "Name",
    "respondent_name",
    "nombre",
    "Nachname",
    "phone_no",
    "tel",
    "WhatsApp",
    "e-mail",
    "gps",
    "latitude",
    "dob",
    "fecha_nacimiento",
    "passport",
    "CPF",
    "imei",
    "address",
    "姓名",
  ])("by the name of the column: %s", (name) => {
    expect(codes(findIdentifiers({ [name]: ["x", "y"] }))).toEqual(["direct-identifier"]);
  });

  it.each([
    "age",
    "sex",
    "district",
    "hotel",
    "delta",
    "number",
    "email_use",
    "long_illness",
    "nationality",
    "unemployed",
    "username_known",
    "cellular_coverage",
    "phone_ownership",
    "has_passport",
  ])("but not: %s", (name) => {
    expect(findIdentifiers({ [name]: [1, 2] })).toEqual([]);
    expect(findIdentifiers({ [name]: ["Yes", "no", null] })).toEqual([]);
  });

  it("by its name where there is no answer yet", () => {
    expect(codes(findIdentifiers({ email_use: [null], phone: [null] }))).toHaveLength(2);
  });

  it.each([
    ["ada@example.org", "e-mail"],
    ["-1.28333, 36.81667", "coordinates"],
    ["+254 700 000000", "telephone"],
    ["0700 000 000", "telephone"],
  ])("by what cells look like: %s", (value, what) => {
    const [finding] = findIdentifiers({ q1: [value, value] });
    expect(finding?.severity).toBe("error");
    expect(finding?.message).toContain(what);
    expect(JSON.stringify(finding)).not.toContain(value);
  });

  it.each(["2018", "1.5", "12.5, 13.1", "5-9", "2020-01-01", "KEN-2018-004", "no", "12 345 678"])(
    "but not: %s",
    (value) => {
      expect(findIdentifiers({ q1: [value, value] })).toEqual([]);
    },
  );

  it("says what is at stake in data on violence", () => {
    expect(findIdentifiers({ name: ["x"] }, { violence: true })[0]?.hint).toContain("WHO");
  });

  it("costs little for a hostile cell", () => {
    const hostile = {
      a: [`${"a".repeat(100_000)}@`, "0 ".repeat(50_000), `+${"1 ".repeat(50_000)}`],
    };
    expect(findIdentifiers(hostile).length).toBeLessThanOrEqual(1);
  });
});

describe("survey files", () => {
  it("weights in every bad form", () => {
    const file = { w: [1, 0, -1, null, 200, 1, 1] };
    expect(codes(checkSurvey(file, { weight: "w" }))).toEqual([
      "weight-zero",
      "weight-negative",
      "weight-missing",
      "weight-extreme",
    ]);
    expect(codes(checkSurvey({ w: repeat(5, (i) => 900_000 + i) }, { weight: "w" }))).toEqual([
      "weight-scale",
    ]);
    expect(codes(checkSurvey({ w: [1, 1, 1] }, { weight: "w" }))).toEqual(["weight-constant"]);
  });

  it("strata and sampling units", () => {
    const file = { s: ["a", "a", "b", "b", "c", null], p: [1, 2, 1, 2, 3, 4] };
    const spec = { strata: "s", psu: "p" };
    expect(codes(checkSurvey(file, spec))).toEqual(["design-missing", "single-psu", "psu-reused"]);
    expect(codes(checkSurvey(file, { ...spec, nested: true }))).toEqual([
      "design-missing",
      "single-psu",
    ]);
  });

  it("routing: answers not asked for, and questions not answered", () => {
    const file = { net: [1, 1, 2, 2, null], act: [1, null, 2, null, 1] };
    const askedIf = { op: "==", args: [{ column: "net" }, 1] } as const;
    const findings = checkSurvey(file, { questions: [{ column: "act", askedIf }] });
    expect(findings.map(({ code, place }) => [code, place.row])).toEqual([
      ["validate/not-asked", 3],
      ["validate/not-answered", 2],
      ["validate/item-nonresponse", undefined],
    ]);
  });

  it("codes that must be declared before they enter a mean", () => {
    const file = { act: [1, 2, 8, 9, 7] };
    const question = { column: "act", codes: [1, 2], missing: [8] };
    const findings = checkSurvey(file, { questions: [question], nonresponse: 1 });
    expect(findings.map(({ place, hint }) => [place.row, hint?.includes("refused")])).toEqual([
      [4, true],
      [5, false],
    ]);
  });

  it("heaped ages, straight lines, copies", () => {
    const heaped = { age: repeat(200, (i) => 25 + 5 * (i % 8)) };
    expect(codes(checkSurvey(heaped, { age: "age" }))).toEqual(["age-heaping"]);
    expect(checkSurvey({ age: repeat(200, (i) => 23 + (i % 40)) }, { age: "age" })).toEqual([]);
    const battery = ["b1", "b2", "b3", "b4", "b5"];
    const lines = Object.fromEntries(
      battery.map((name, j) => [name, repeat(10, (i) => (i < 3 ? 4 : (i + j) % 5))]),
    );
    expect(codes(checkSurvey(lines, { batteries: [battery] }))).toEqual(["straight-lining"]);
    const questions = repeat(10, (j) => ({ column: `q${j}` }));
    const copies = Object.fromEntries(questions.map(({ column }, j) => [column, [j, 9 - j, j]]));
    expect(
      checkSurvey(copies, { questions }).map(({ code, place, facts }) => [
        code,
        place.row,
        facts.firstRow,
      ]),
    ).toEqual([["validate/duplicate-interview", 3, 1]]);
  });

  it("interviewers far from the others, told by a number and not by name", () => {
    const who = repeat(200, (i) => `Agent ${i % 8}`);
    const q = repeat(200, (i) => (i % 8 === 3 && i % 16 > 2 ? null : i % 25 === 0 ? null : 1));
    const findings = checkSurvey({ who, q }, { interviewer: "who", questions: [{ column: "q" }] });
    expect(codes(findings)).toEqual(["interviewer"]);
    expect(JSON.stringify(findings)).not.toContain("Agent");
  });

  it("needs the columns that it is told of, and says all that are not there", () => {
    expect(() => checkSurvey({ a: [1] }, { weight: "w", strata: "s", psu: "a" })).toThrowError(
      /"w"[\s\S]*"s"/,
    );
  });
});

describe("frameworks and metadata", () => {
  it("name the whole cycle, and the row", () => {
    const findings = checkFramework([
      { code: "I", parent: null },
      { code: "A", parent: "B" },
      { code: "B", parent: "A" },
      { code: "x", parent: "A", direction: 1 },
    ]);
    const cycle = findings.find(({ code }) => code === "composite/cycle");
    expect(cycle?.message).toMatch(/A -> B -> A|B -> A -> B/);
    expect(cycle?.place.row).toBe(2);
  });

  it("survive anything as a node", () => {
    const hostile = [
      { code: {} },
      { code: [], parent: 1 },
      { code: "x".repeat(1e5) },
      { code: "__proto__", parent: "constructor" },
    ];
    expect(checkFramework(hostile).length).toBeGreaterThan(0);
    expect(codes(checkFramework([]))).toEqual(["framework-shape"]);
    expect(codes(checkFramework({ a: [1] }))).toEqual(["framework-shape"]);
  });

  it.each([null, 4, [], "x", undefined])("metadata that are %j are refused", (document) => {
    expect(codes(checkMetadata(document))).toEqual(["metadata-type"]);
  });

  it("metadata with inherited names are not taken for known", () => {
    expect(codes(checkMetadata(JSON.parse('{"constructor":1,"__proto__":{}}')))).toContain(
      "metadata-unknown",
    );
  });
});
