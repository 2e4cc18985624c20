import { describe, expect, it } from "vitest";
import {
  finder,
  isVitalError,
  nearest,
  throwIfErrors,
  translate,
  VitalError,
} from "../src/index.js";

const find = finder({
  "demo/range": {
    severity: "error",
    message: 'Column "{column}", row {row}: {found} is outside {low} to {high}.',
    hint: "Did you mean {suggestion}?",
  },
  "demo/empty": { severity: "warning", outcome: "not-evaluable", message: "{columns} are empty." },
});

describe("finder", () => {
  it("makes the sentence from place, facts, the value found and the suggestion", () => {
    const finding = find("demo/range", {
      place: { column: "age", row: 7 },
      facts: { low: 0, high: 120 },
      found: 444,
      suggestion: "44",
    });
    expect(finding).toEqual({
      code: "demo/range",
      severity: "error",
      outcome: "fail",
      place: { column: "age", row: 7 },
      facts: { low: 0, high: 120 },
      found: 444,
      suggestion: "44",
      message: 'Column "age", row 7: 444 is outside 0 to 120.',
      hint: "Did you mean 44?",
    });
    expect(JSON.parse(JSON.stringify(finding))).toEqual(finding);
  });

  it("withholds the value of an identifying column from the finding and from its sentence", () => {
    const finding = find("demo/range", {
      place: { column: "phone", row: 2 },
      facts: { low: 0, high: 1 },
      found: "0791234567",
      withhold: true,
    });
    expect(JSON.stringify(finding)).not.toContain("0791234567");
    expect(finding.message).toContain("a value that is withheld");
  });

  it("cuts long values and long lists, and says how many are left out", () => {
    const columns = Array.from({ length: 13 }, (_, i) => `c${i}`);
    const finding = find("demo/empty", { facts: { columns } });
    expect(finding.message).toBe("c0, c1, c2, c3, c4, c5, c6, c7, c8, c9 and 3 more are empty.");
    const long = find("demo/range", { found: "x".repeat(1e6), facts: { low: 0, high: 1 } });
    expect((long.found as string).length).toBeLessThan(100);
  });

  it("does not fill braces that stand in a value", () => {
    const finding = find("demo/range", {
      place: { column: "{low}", row: 1 },
      facts: { low: "{high}", high: 2 },
      found: "{column}",
    });
    expect(finding.message).toBe('Column "{low}", row 1: "{column}" is outside {high} to 2.');
  });

  it.each([
    [10n, "10n"],
    [[1, 2], "a list of 2"],
    [new Date(Date.UTC(2020, 0, 1)), "a Date (2020-01-01T00:00:00.000Z)"],
    [{}, "a value of type object"],
  ])("describes %s in words", (found, words) => {
    expect(find("demo/range", { found, facts: { low: 0, high: 1 } }).found).toBe(words);
  });

  it("is said again in another language, withheld values staying withheld", () => {
    const german = {
      "demo/range": { severity: "error", message: "{found} liegt nicht in {low} bis {high}." },
    } as const;
    const finding = find("demo/range", { found: 9, facts: { low: 0, high: 1 } });
    expect(translate(finding, german).message).toBe("9 liegt nicht in 0 bis 1.");
    expect(translate(finding, german).hint).toBeUndefined();
    expect(translate(finding, {})).toBe(finding);
  });
});

describe("VitalError", () => {
  const problem = (found: number) => find("demo/range", { found, facts: { low: 0, high: 1 } });

  it("is recognized by its brand, not by its class", () => {
    expect(isVitalError(new VitalError([problem(2)]))).toBe(true);
    const fromAnotherCopy = Object.assign(new Error("x"), {
      [Symbol.for("@vitalcore/VitalError")]: true,
    });
    expect(isVitalError(fromAnotherCopy)).toBe(true);
    expect(isVitalError(new Error("x"))).toBe(false);
    expect(isVitalError(undefined)).toBe(false);
  });

  it("carries all findings, and spells out the first five", () => {
    const error = new VitalError([2, 3, 4, 5, 6, 7, 8].map(problem));
    expect(error.findings).toHaveLength(7);
    expect(error.code).toBe("demo/range");
    expect(error.message).toMatch(/^7 problems:\n(- .+\n){5}- and 2 more, in `findings`$/);
    expect(error.toJSON().findings).toHaveLength(7);
  });

  it("is thrown for errors only", () => {
    const warning = find("demo/empty", { facts: { columns: [] } });
    expect(() => throwIfErrors([warning])).not.toThrow();
    expect(() => throwIfErrors([warning, problem(3)])).toThrow("3 is outside 0 to 1");
  });
});

describe("nearest", () => {
  const dimensions = ["economic", "food", "health", "environmental", "Côte d'Ivoire"];
  it.each([
    ["helth", "health"],
    ["FOOD ", "food"],
    ["cote d'ivoire", "Côte d'Ivoire"],
    ["ehalth", "health"],
    ["political", undefined],
    ["", undefined],
    ["x".repeat(1e6), undefined],
  ])("of %j is %j", (word, expected) => {
    expect(nearest(word, dimensions)).toBe(expected);
  });
});
