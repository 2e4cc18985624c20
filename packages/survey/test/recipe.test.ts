import { isVitalError } from "@vitalcore/core";
import {
  answers,
  anyOf,
  prepareSurvey,
  prevalence,
  type Question,
  type SurveyRecipe,
  surveyDesign,
  withColumns,
} from "@vitalcore/survey";
import { describe, expect, it } from "vitest";

const users = { op: "==", args: [{ column: "internet" }, 1] } as const;
const codes = { yes: 1, no: 2, dontKnow: 8, refused: 9 } as const;
const ever = (act: string): Question => ({ column: act, ...codes, asked: users });
const file = {
  psu: [1, 1, 2, 2, 3, 3, 4, 4],
  w: [10, 12, 8, 9, 11, 10, 0, 9],
  age: [20, 30, 98, 40, 50, 60, 25, 35],
  internet: [1, 1, 1, 2, 1, 1, 1, 1],
  threat: [1, 2, 1, null, 8, 2, 2, 7],
  image: [2, 2, 1, null, 2, 9, 2, 2],
  threat_year: [2, null, 1, null, null, null, null, null],
};
const recipe: SurveyRecipe = {
  version: 1,
  title: "made up",
  design: { weights: "w", clusters: "psu", missing: "exclude" },
  missingCodes: { age: 98 },
  columns: { older: { op: ">=", args: [{ column: "age" }, 30] } },
  outcomes: {
    threatened: ever("threat"),
    lastYear: { column: "threat_year", ...codes, after: ever("threat") },
    any: { anyOf: [ever("threat"), ever("image")] },
    both: { atLeast: 2, of: [ever("threat"), ever("image")] },
    acts: { count: [ever("threat"), ever("image")], unknown: "zero" },
  },
};

describe("recipes", () => {
  it("survive JSON and give what the steps give one by one", () => {
    const again = JSON.parse(JSON.stringify(recipe)) as SurveyRecipe;
    const survey = prepareSurvey(file, again);
    const read = ["threat", "image"].map((act) => answers(withColumns(file, {}), ever(act)));
    const table = withColumns(file, { any: anyOf(read) });
    const steps = surveyDesign(table, recipe.design as never).subset(users).parts;
    const own = survey.asked("any");
    expect([...own.parts.domain!]).toEqual([...steps.domain!]);
    const direct = prevalence(
      surveyDesign(table, recipe.design as never).subset(users),
      "any" as never,
    );
    expect(prevalence(own, "any").estimates).toEqual(direct.estimates);
  });

  it("tally the answers, not asked apart", () => {
    const { tallies } = prepareSurvey(file, recipe);
    expect(tallies.find(({ outcome }) => outcome === "threatened")).toEqual({
      outcome: "threatened",
      yes: 2,
      no: 3,
      "dont-know": 1,
      refused: 0,
      missing: 1,
      "not-asked": 1,
    });
    // Never is a no for the last year; what is not known stays so.
    expect(tallies.find(({ outcome }) => outcome === "lastYear")).toMatchObject({
      yes: 1,
      no: 4,
      "dont-know": 1,
      missing: 1,
    });
    expect(tallies.find(({ outcome }) => outcome === "any")).toMatchObject({
      yes: 2,
      "not-asked": 1,
    });
    expect(tallies.every((tally) => tally["not-asked"] === 1)).toBe(true);
  });

  it("report codes that no question lists, once", () => {
    const { findings } = prepareSurvey(file, recipe);
    const strange = findings.filter(({ code }) => code === "survey/unlisted-code");
    expect(strange.map(({ message }) => message)).toEqual([
      'Column "threat" has the value 7 in 1 rows (first in row 8), which the question does not list: it is read as missing.',
    ]);
  });

  it("take the population as a domain, and missing codes as missing", () => {
    const { design } = prepareSurvey(file, { ...recipe, population: { column: "older" } });
    expect([...design.weights]).toEqual([0, 12, 0, 9, 11, 10, 0, 9]);
    expect(design.findings.map(({ code }) => code)).toContain("survey/undecided-rows");
    expect(design.degreesOfFreedom).toBe(3);
  });

  it("read files with replicate weights", () => {
    const design = {
      weights: "w",
      replicates: { columns: ["r1", "r2"], type: "bootstrap" },
      missing: "exclude",
    } as const;
    const own = { ...file, r1: file.w, r2: file.w.map((w) => w + 1) };
    const survey = prepareSurvey(own, { ...recipe, design });
    expect(survey.design.isReplicated).toBe(true);
  });

  it("refuse unknown columns, names that are taken, and outcomes that are not there", () => {
    const faulty: SurveyRecipe = {
      ...recipe,
      outcomes: { age: ever("threat"), nothing: { anyOf: [] } },
    };
    try {
      prepareSurvey(file, faulty);
      expect.unreachable();
    } catch (error) {
      if (!isVitalError(error)) throw error;
      expect(error.findings.map(({ message }) => message)).toEqual([
        'the outcome "age" is "age", and a name that is no column is needed.',
        'the outcome "nothing" is "empty", and one question or more is needed.',
      ]);
    }
    expect(() => prepareSurvey(file, recipe).asked("treat")).toThrow(
      /"treat", and one of: threatened/,
    );
    expect(() => prepareSurvey(file, { ...recipe, missingCodes: { agee: 98 } })).toThrow(/agee/);
  });
});
