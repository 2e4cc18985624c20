import { isVitalError, type VitalError } from "@vitalcore/core";
import { describe, expect, it } from "vitest";
import {
  assessDpg,
  type DpgAnswer,
  type DpgCandidate,
  type DpgIndicatorId,
  dpgIndicators,
} from "../src/dpg/index.js";
import { assessStack } from "../src/index.js";

const shown: DpgAnswer = {
  met: true,
  authorized: true,
  evidence: [{ url: "https://example.org/evidence", date: "2026-01-31" }],
};
const complete: DpgCandidate = {
  types: ["software"],
  license: "AGPL-3.0-or-later",
  facts: { nonPersonalData: true, personalData: true, content: true, interaction: true },
  answers: Object.fromEntries(dpgIndicators.map(({ id }) => [id, shown])),
};
const check = (candidate: DpgCandidate, id: DpgIndicatorId) =>
  assessDpg(candidate).checks.find((each) => each.id === id);
const licensing = (types: DpgCandidate["types"], license: DpgCandidate["license"]) =>
  check({ types, ...(license !== undefined && { license }) }, "2")?.outcome;

function findingsThrown(candidate: unknown): readonly string[] {
  try {
    assessDpg(candidate as DpgCandidate);
  } catch (error) {
    if (isVitalError(error)) return (error as VitalError).findings.map(({ message }) => message);
  }
  return [];
}

describe("assessDpg", () => {
  it("has nine indicators, the ninth in three parts", () => {
    expect(dpgIndicators.map(({ id }) => id).join(" ")).toBe("1 2 3 4 5 6 7 8 9 9a 9b 9c");
    const { counts } = assessDpg(complete);
    expect(counts.met + counts["not-met"] + counts["not-evaluable"]).toBe(9);
  });

  it("is met when all nine are, and by nothing less", () => {
    expect(assessDpg(complete).outcome).toBe("met");
    for (const { id } of dpgIndicators.filter(({ id: each }) => each !== "2")) {
      const answers = { ...complete.answers, [id]: { met: false } };
      expect([id, assessDpg({ ...complete, answers }).outcome]).toEqual([id, "not-met"]);
      const { [id]: _left, ...rest } = complete.answers ?? {};
      expect([id, assessDpg({ ...complete, answers: rest }).outcome]).toEqual([
        id,
        "not-evaluable",
      ]);
    }
  });

  it.each<[DpgCandidate["types"], DpgCandidate["license"], string | undefined]>([
    [["software"], "MIT", "met"],
    [["software"], "GPL-2.0-only WITH Classpath-exception-2.0", "met"],
    [["software"], "CC-BY-4.0", "not-met"],
    [["software"], "SSPL-1.0 OR MIT", "met"],
    [["software"], "SSPL-1.0 AND MIT", "not-met"],
    [["software"], "LicenseRef-x OR MIT", "met"],
    [["software"], "LicenseRef-x", "not-evaluable"],
    [["software"], "NOASSERTION", "not-evaluable"],
    [["software"], "NONE", "not-met"],
    [["software"], undefined, "not-evaluable"],
    [["content"], "CC-BY-NC-SA-4.0", "met"],
    [["content"], "CC-BY-ND-4.0", "not-met"],
    [["content"], "MIT", "not-met"],
    [["data"], "ODbL-1.0", "met"],
    [["data"], "CC-BY-NC-4.0", "not-met"],
    [["ai-system"], "Apache-2.0", "not-evaluable"],
    [["software", "data"], { software: "MIT", data: "ODbL-1.0" }, "met"],
    [["software", "data"], { software: "MIT" }, "not-evaluable"],
    [["software", "data"], "MIT", "not-met"],
    [[], "MIT", "not-evaluable"],
  ])("derives indicator 2 for %j under %j: %s", (types, license, outcome) => {
    expect(licensing(types, license)).toBe(outcome);
  });

  it("counts nothing as met without evidence, nor 7 to 9 without authority", () => {
    const answers = { "3": { met: true }, "7": { ...shown, authorized: false } };
    const candidate = { types: ["software"], answers } as const;
    expect(check(candidate, "3")).toMatchObject({
      outcome: "not-evaluable",
      reason: { kind: "no-evidence" },
    });
    expect(check(candidate, "7")?.reason.kind).toBe("no-authority");
    expect(check(candidate, "5")?.reason.kind).toBe("no-answer");
  });

  it("asks conditional indicators only where they apply", () => {
    const none = {
      nonPersonalData: false,
      personalData: false,
      content: false,
      interaction: false,
    };
    for (const id of ["6", "9a", "9b", "9c"] as const) {
      expect(check({ types: ["data"], facts: none }, id)).toMatchObject({
        outcome: "met",
        reason: { kind: "does-not-apply" },
      });
      expect(check({ types: ["data"] }, id)?.reason.kind).toBe("applicability-unknown");
    }
  });

  it("lets the parts of the ninth decide it", () => {
    const answers = { ...complete.answers, "9b": { met: false } };
    expect(check({ ...complete, answers }, "9")).toMatchObject({
      outcome: "not-met",
      reason: { kind: "parts", statement: "Decided by 9b: not-met." },
    });
  });

  it("derives independence from free components, and asks for proof otherwise", () => {
    const free = assessStack([{ name: "a", license: "MIT" }]);
    const mixed = assessStack([
      { name: "a", license: "MIT" },
      { name: "b", license: "SSPL-1.0" },
    ]);
    const on = (stack: typeof free, answers: DpgCandidate["answers"] = {}) =>
      check({ types: ["software"], stack, answers }, "4");
    expect(on(free)).toMatchObject({ outcome: "met", reason: { kind: "derived" } });
    expect(on(mixed)?.reason.kind).toBe("restrictive-components");
    expect(on(mixed, { "4": shown })).toMatchObject({
      outcome: "met",
      reason: { kind: "evidence" },
    });
    expect(on(free, { "4": { met: false } })?.outcome).toBe("not-met");
    expect(on(assessStack([]))?.reason.kind).toBe("no-answer");
  });

  it("reports all that is wrong at once", () => {
    const messages = findingsThrown({
      types: ["software"],
      license: "MITT",
      answers: {
        "9d": shown,
        "3": { met: "yes" },
        "5": { met: true, evidence: [{ url: "docs" }, {}, { text: "x", date: "yesterday" }] },
        "6": { met: true, evidence: "a link" },
        __proto__x: shown,
      },
    });
    expect(messages.length).toBe(8);
    expect(messages.join("\n")).toContain('"MITT" is not on the SPDX License List');
  });
});
