import { type CodeListName, validateTable } from "@vitalcore/validate";
import { readRuleSet } from "@vitalcore/validate/schema";
import { describe, expect, it } from "vitest";
import { ruleSet } from "./support/rules.js";

const unknownIn = (list: CodeListName, cells: readonly (string | number)[], codes?: string[]) => {
  const rule = { rule: "codes", column: "x", list, ...(codes && { codes }) } as const;
  const { findings } = validateTable({ x: cells }, ruleSet(rule));
  return findings.map(({ code, found }) => [code.replace("validate/", ""), found]);
};

describe("code lists of SDMX by name", () => {
  it.each<[CodeListName, readonly (string | number)[]]>([
    ["CL_SEX", ["F", "M", "_T", "_U", "_Z", "_O", "_N"]],
    ["CL_OBS_STATUS", ["A", "B", "E", "M", "Q"]],
    ["CL_CONF_STATUS", ["F", "N", "C", "D", "S"]],
    ["CL_UNIT_MULT", [0, 3, 6, 9]],
    ["CL_DECIMALS", [0, 2, 15]],
  ])("%s", (list, cells) => {
    expect(unknownIn(list, cells)).toEqual([]);
  });

  it("say what is not in them, and what is written otherwise", () => {
    expect(unknownIn("CL_SEX", ["f", "T", "1"])).toEqual([
      ["code-form", "f"],
      ["code-unknown", "T"],
      ["code-unknown", "1"],
    ]);
    expect(unknownIn("CL_UNIT_MULT", [7])).toEqual([["code-unknown", "7"]]);
  });

  it("can be added to", () => {
    expect(unknownIn("CL_SEX", ["F", "X"], ["X"])).toEqual([]);
  });

  it("are named in rule sets from outside, or the codes are given", () => {
    const read = (rule: object) => () => readRuleSet({ ...ruleSet(), rules: [rule] });
    expect(read({ rule: "codes", column: "x", list: "CL_SEX" })).not.toThrow();
    expect(read({ rule: "codes", column: "x" })).toThrow("name a list, or give the codes");
    expect(read({ rule: "codes", column: "x", list: "CL_SEXES" })).toThrow("CL_SEX");
  });
});
