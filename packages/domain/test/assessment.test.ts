import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  assessmentRows,
  assessmentTemplate,
  checkAssessment,
  ratingScales,
  type ThreatAssessment,
} from "../src/assessment/index.js";
import { everything } from "../src/everything.js";
import { createModel } from "../src/model/index.js";
import { threatCriterionIds, threatIds } from "../src/vocabulary/index.js";

const model = createModel(everything);
const context = { threat: "political-repression", area: "example:north", period: "2025" };
const template = assessmentTemplate(model, context);

const filled: ThreatAssessment = {
  ...template,
  forWhom: {
    groups: [
      {
        group: "journalists",
        needs: [{ text: "Safe channels to speak.", evidence: ["talks"] }],
        vulnerabilities: [{ text: "Known by name." }],
        capacities: [{ text: "An association of their own." }],
      },
      { label: "Night market sellers", needs: [], vulnerabilities: [], capacities: [] },
    ],
    government: {
      needs: [{ text: "Courts with judges." }],
      vulnerabilities: [],
      capacities: [],
    },
  },
  fromWhat: {
    ...template.fromWhat,
    namedBy: "The journalists' association, in two meetings.",
    ratings: {
      ...template.fromWhat.ratings,
      critical: { value: 3, confidence: "medium", evidence: ["talks"] },
      "internal-or-external": { value: "internal", note: "By what the association says." },
    },
    rootCauses: [{ text: "The security law.", evidence: ["law"] }],
  },
  byWhatMeans: {
    ...template.byWhatMeans,
    measures: [
      {
        measure: "encrypted-communication",
        strategies: ["empowerment"],
        state: "in-place",
        by: ["open-source-communities"],
      },
      { label: "A list of lawyers", strategies: ["protection"], state: "missing" },
    ],
  },
  community: {
    dimensions: [
      {
        label: "Being heard",
        definition: "What is said at the market reaches the council.",
        definedBy: "Sellers, asked one by one.",
      },
    ],
    thresholds: [
      {
        what: "Detentions",
        threshold: "More than two in a month.",
        indicator: "journalists-killed",
        value: 2,
        unit: "CASES",
        definedBy: "The association.",
      },
    ],
  },
  evidence: [
    {
      id: "talks",
      kind: "consultation",
      text: "Two meetings with twelve members.",
      date: "2025-05",
    },
    { id: "law", kind: "source", text: "Text of the law.", reference: "law-2024" },
  ],
  assessor: {
    name: "A. Assessor",
    date: "2025-06-01",
    assumptions: ["Who came to the meetings could speak freely."],
    standpoint: "From outside the country, paid by a donor.",
  },
};

const problems = (assessment: unknown) =>
  checkAssessment(model, assessment).map(({ code, severity, place }) => [
    code.replace("domain/assessment-", ""),
    severity,
    (place.path ?? []).join("."),
  ]);

describe("11: for one area, an assessment by guiding question", () => {
  test("is filled with what the model knows, and rates nothing", () => {
    expect(template.title).toBe("Political repression, example:north, 2025");
    expect(template.forWhom.groups.map(({ group }) => group)).toEqual(["activists", "journalists"]);
    expect(template.fromWhat.perpetrators).toEqual([{ actor: "state" }]);
    expect(template.byWhatMeans.measures.map(({ measure }) => measure)).toEqual([
      "good-governance",
      "participatory-processes",
      "non-violent-action",
      "encrypted-communication",
    ]);
    expect(Object.keys(template.fromWhat.ratings)).toEqual([...threatCriterionIds]);
    for (const rating of Object.values(template.fromWhat.ratings)) {
      expect(rating).toEqual({ value: null });
    }
    for (const { state } of template.byWhatMeans.measures) expect(state).toBe("not-judged");
  });

  test("names the state as provider and as threat, and says so", () => {
    expect(problems(template)).toEqual([
      ["open", "info", "forWhom"],
      ["open", "info", "fromWhat"],
      ["open", "info", "byWhatMeans"],
      ["both-sides", "info", "byWhatMeans.providers"],
      ["standpoint", "warning", "assessor"],
      ["standpoint", "warning", "assessor"],
    ]);
  });

  test("can be made of every threat, for groups of one's own choice too", () => {
    for (const threat of threatIds) {
      const made = assessmentTemplate(model, { ...context, threat });
      const findings = checkAssessment(model, made);
      expect(
        findings.filter(({ severity }) => severity === "error"),
        threat,
      ).toEqual([]);
    }
    const own = assessmentTemplate(model, { ...context, groups: ["refugees"] });
    expect(own.forWhom.groups.map(({ group }) => group)).toEqual(["refugees"]);
    expect(() => assessmentTemplate(model, { ...context, threat: "represion" })).toThrow(
      /no concept/,
    );
    expect(() => assessmentTemplate(model, { ...context, groups: ["refugee"] })).toThrow(/refugee/);
  });
});

describe("a filled assessment", () => {
  test("is in order, with the community's words beside those of the vocabulary", () => {
    expect(problems(filled)).toEqual([["both-sides", "info", "byWhatMeans.providers"]]);
  });

  test("is exported line by line, and as JSON without loss", () => {
    expect(JSON.parse(JSON.stringify(filled))).toEqual(filled);
    const rows = assessmentRows(filled);
    expect(rows).toContainEqual({
      threat: "political-repression",
      area: "example:north",
      period: "2025",
      question: "security-from-what",
      item: "rating",
      subject: "critical",
      value: 3,
      confidence: "medium",
      evidence: "talks",
      note: null,
    });
    const words = JSON.stringify(rows);
    for (const said of [
      "Night market sellers",
      "Being heard",
      "More than two",
      "A list of lawyers",
    ]) {
      expect(words).toContain(said);
    }
    expect(rows.filter(({ item }) => item === "rating")).toHaveLength(threatCriterionIds.length);
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toBeUndefined();
  });
});

describe("what is wrong", () => {
  const { fromWhat, byWhatMeans, forWhom } = filled;
  const rated = (rating: unknown) => ({
    ...filled,
    fromWhat: { ...fromWhat, ratings: { critical: rating } },
  });

  test.each<[string, unknown, string, string]>([
    [
      "a score off the scale",
      rated({ value: 5, note: "x" }),
      "shape",
      "fromWhat.ratings.critical.value",
    ],
    ["half a score", rated({ value: 2.5, note: "x" }), "shape", "fromWhat.ratings.critical.value"],
    [
      "a word on an ordinal scale",
      rated({ value: "high", note: "x" }),
      "shape",
      "fromWhat.ratings.critical.value",
    ],
    ["no value", rated({ note: "x" }), "missing", "fromWhat.ratings.critical.value"],
    [
      "an unknown confidence",
      rated({ value: 2, confidence: "sure", note: "x" }),
      "shape",
      "fromWhat.ratings.critical.confidence",
    ],
    [
      "evidence that is not there",
      rated({ value: 2, evidence: ["talk"] }),
      "unknown",
      "fromWhat.ratings.critical.evidence.0",
    ],
    [
      "a criterion of its own",
      {
        ...filled,
        fromWhat: { ...fromWhat, ratings: { ...fromWhat.ratings, ugly: { value: 1 } } },
      },
      "unknown-field",
      "fromWhat.ratings",
    ],
    ["an unknown threat", { ...filled, threat: "repression" }, "unknown", "threat"],
    [
      "an area that is none",
      { ...filled, context: { ...filled.context, area: "Ruritania" } },
      "shape",
      "context.area",
    ],
    [
      "a period that is none",
      { ...filled, context: { ...filled.context, period: "2025-13" } },
      "shape",
      "context.period",
    ],
    [
      "a group without a name",
      {
        ...filled,
        forWhom: { ...forWhom, groups: [{ needs: [], vulnerabilities: [], capacities: [] }] },
      },
      "missing",
      "forWhom.groups.0",
    ],
    [
      "an unknown measure",
      {
        ...filled,
        byWhatMeans: {
          ...byWhatMeans,
          measures: [{ measure: "prayer", strategies: ["empowerment"], state: "planned" }],
        },
      },
      "unknown",
      "byWhatMeans.measures.0.measure",
    ],
    [
      "an unknown state",
      {
        ...filled,
        byWhatMeans: {
          ...byWhatMeans,
          measures: [{ label: "x", strategies: ["empowerment"], state: "done" }],
        },
      },
      "shape",
      "byWhatMeans.measures.0.state",
    ],
    [
      "two pieces of evidence of one id",
      { ...filled, evidence: [...filled.evidence, filled.evidence[0]] },
      "shape",
      "evidence.2.id",
    ],
    [
      "an unknown indicator",
      {
        ...filled,
        community: {
          dimensions: [],
          thresholds: [{ what: "x", threshold: "y", definedBy: "z", indicator: "homicide" }],
        },
      },
      "unknown",
      "community.thresholds.0.indicator",
    ],
    ["a field too many", { ...filled, score: 7 }, "unknown-field", ""],
    ["another version", { ...filled, version: 2 }, "shape", "version"],
    ["no evidence list", { ...filled, evidence: "see file" }, "shape", "evidence"],
  ])("%s is found, with its path", (_what, assessment, code, path) => {
    const errors = problems(assessment).filter(([, severity]) => severity === "error");
    expect(errors).toContainEqual([code, "error", path]);
  });

  test("all of it is found together", () => {
    const broken = {
      ...filled,
      threat: "repression",
      context: { area: "", period: "x" },
      assessor: { assumptions: "none", standpoint: 3 },
    };
    const errors = problems(broken).filter(([, severity]) => severity === "error");
    expect(errors.map(([, , path]) => path).sort()).toEqual([
      "assessor.assumptions",
      "assessor.standpoint",
      "context.area",
      "context.period",
      "threat",
    ]);
  });

  test("a rating that rests on nothing is doubted, one with a reason is not", () => {
    expect(problems(rated({ value: 2 }))).toContainEqual([
      "unevidenced",
      "warning",
      "fromWhat.ratings.critical",
    ]);
    expect(problems(rated({ value: 2, note: "By sight." })).map(([code]) => code)).not.toContain(
      "unevidenced",
    );
  });

  test("any JSON in any place is answered with findings", () => {
    const keys = Object.keys(filled) as (keyof ThreatAssessment)[];
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
        for (const { message } of checkAssessment(model, { ...filled, [key]: value })) {
          expect(message).not.toMatch(/\{(path|found|wanted|what|known|kind|held|criterion)\}/);
        }
      }),
      { numRuns: 400 },
    );
    for (const input of [null, [], 7, "x", undefined]) {
      expect(problems(input)[0]?.[1]).toBe("error");
    }
  });
});

test("scales are whole: values once, anchors in words", () => {
  for (const { kind, levels } of Object.values(ratingScales)) {
    const values = levels.map(({ value }) => value);
    expect(new Set(values).size).toBe(values.length);
    if (kind === "ordinal") expect(values).toEqual([0, 1, 2, 3, 4]);
    for (const { anchor } of levels) expect(anchor).toMatch(/^[A-Z].*\.$/);
  }
});
