import { isVitalError, revive, type VitalError } from "@vitalcore/core";
import { openSourceFreedomIds } from "@vitalcore/domain/ids";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assessFreedoms,
  freedomAssessment,
  type Grade,
  type LicenseExpression,
  type LicenseLeaf,
  readLicense,
} from "../src/index.js";

const standings = (license: string) => {
  const { freedoms } = assessFreedoms({ license });
  return openSourceFreedomIds.map((freedom) => freedoms[freedom].standing);
};
const granted = ["granted", "granted", "granted", "granted"];

function codeThrown(license: string): string {
  try {
    assessFreedoms({ license });
  } catch (error) {
    if (isVitalError(error)) return (error as VitalError).code;
  }
  return "nothing thrown";
}

describe("assessFreedoms", () => {
  it.each<[string, readonly string[]]>([
    ["MIT", granted],
    ["AGPL-3.0-only OR MIT", granted],
    ["CC-BY-NC-4.0", ["granted", "limited", "limited", "limited"]],
    ["CC-BY-ND-4.0", ["granted", "granted", "limited", "limited"]],
    ["CC-BY-ND-3.0", ["granted", "granted", "withheld", "limited"]],
    ["BUSL-1.1", ["granted", "limited", "granted", "granted"]],
    ["SSPL-1.0", ["granted", "limited", "granted", "granted"]],
    ["JSON", ["granted", "limited", "granted", "granted"]],
    ["MIT AND JSON", ["granted", "limited", "granted", "granted"]],
    ["MIT OR JSON", granted],
    ["NONE", ["withheld", "withheld", "withheld", "withheld"]],
    ["NOASSERTION", ["unknown", "unknown", "unknown", "unknown"]],
    ["LicenseRef-house", ["unknown", "unknown", "unknown", "unknown"]],
    ["MIT OR LicenseRef-house", granted],
    ["MIT AND LicenseRef-house", ["unknown", "unknown", "unknown", "unknown"]],
    ["MIT WITH AdditionRef-no-evil", ["unknown", "unknown", "unknown", "unknown"]],
    ["GPL-2.0-only WITH freertos-exception-2.0", ["granted", "limited", "granted", "granted"]],
    ["GPL-2.0-or-later WITH Classpath-exception-2.0", granted],
  ])("%s", (license, expected) => {
    expect(standings(license)).toEqual(expected);
  });

  it("keeps what can be known of an unknown combination", () => {
    const { freedoms } = assessFreedoms({ license: "CC-BY-NC-4.0 AND LicenseRef-house" });
    expect(freedoms.use).toMatchObject({
      standing: "unknown",
      atLeast: "withheld",
      atMost: "limited",
    });
  });

  it("does not piece four freedoms together from two choices that each lack one", () => {
    const { freedoms, allFour } = assessFreedoms({ license: "BUSL-1.1 OR CC-BY-ND-4.0" });
    expect(openSourceFreedomIds.map((freedom) => freedoms[freedom].standing)).toEqual([
      "granted",
      "granted",
      "granted",
      "granted",
    ]);
    expect(allFour).toBe("no");
  });

  it("says both what is granted and what can be made use of", () => {
    const closed = assessFreedoms({ license: "GPL-3.0-only", sourceAvailable: false });
    expect(closed.freedoms.inspect).toMatchObject({ standing: "granted", exercisable: "no" });
    expect(closed.freedoms.use).toMatchObject({ standing: "granted", exercisable: "yes" });
    expect(closed.findings.map(({ code }) => code)).toContain("opensource/source-owed");
    const untold = assessFreedoms({ license: "MIT" }).freedoms;
    expect([untold.modify.exercisable, untold.distribute.exercisable]).toEqual(["unknown", "yes"]);
    const open = assessFreedoms({ license: "MIT OR GPL-3.0-only", sourceAvailable: false });
    expect(open.findings).toEqual([]);
  });

  it("tells conditions that a choice avoids from those that stay", () => {
    const { conditions, copyleft } = assessFreedoms({ license: "AGPL-3.0-only OR MIT" });
    expect(conditions.map(({ kind, avoidable }) => [kind, avoidable])).toEqual([
      ["notice", false],
      ["changes", true],
      ["source", true],
      ["network", true],
      ["copyleft", true],
    ]);
    expect(copyleft).toEqual({ atLeast: "none", atMost: "network" });
    expect(assessFreedoms({ license: "MPL-2.0 OR GPL-3.0-only" }).copyleft).toEqual({
      atLeast: "file",
      atMost: "strong",
    });
    expect(assessFreedoms({ license: "MPL-2.0 AND GPL-3.0-only" }).copyleft).toEqual({
      atLeast: "strong",
      atMost: "strong",
    });
    expect(assessFreedoms({ license: "MIT AND LicenseRef-x" }).copyleft.atMost).toBeNull();
  });

  it("lets a linking exception shorten a strong copyleft", () => {
    const reach = (license: string) => assessFreedoms({ license }).copyleft.atMost;
    expect(reach("GPL-2.0-only WITH Classpath-exception-2.0")).toBe("library");
    expect(reach("GPL-2.0-only WITH Linux-syscall-note")).toBe("library");
    expect(reach("GPL-2.0-only WITH GPL-CC-1.0")).toBe("strong");
  });

  it("says what each licence says, the deciding one first", () => {
    const { freedoms, limits } = assessFreedoms({ license: "MIT AND BUSL-1.1" });
    expect(freedoms.use.reasons.map(({ license, kind }) => [license, kind])).toEqual([
      ["BUSL-1.1", "limit"],
      ["MIT", "osi-approved"],
    ]);
    expect(limits[0]?.becomes).toContain("Change Date");
  });

  it("tells who says so, and where OSI and the FSF disagree", () => {
    const reason = (license: string) => assessFreedoms({ license }).freedoms.use.reasons[0]?.kind;
    expect([reason("MIT"), reason("CC0-1.0"), reason("curl")]).toEqual([
      "osi-approved",
      "fsf-libre",
      "own-reading",
    ]);
    const codes = assessFreedoms({ license: "NASA-1.3" }).findings.map(({ code }) => code);
    expect(codes).toEqual(["opensource/fsf-disagrees"]);
  });

  it("knows when patents are granted, withheld or not mentioned", () => {
    const patent = (license: string) => assessFreedoms({ license }).patent;
    expect(
      ["Apache-2.0", "CC0-1.0", "MIT", "MIT AND Apache-2.0", "LicenseRef-x"].map(patent),
    ).toEqual(["grant", "withheld", "silent", "mixed", "unknown"]);
  });

  it("throws where the expression cannot be read, with all problems", () => {
    expect(codeThrown("Apache 2")).toBe("opensource/license-syntax");
    expect(codeThrown("MITT")).toBe("opensource/unknown-license");
    expect(codeThrown("")).toBe("opensource/license-missing");
    expect(codeThrown(undefined as unknown as string)).toBe("opensource/license-missing");
  });

  it("shows itself and comes back from JSON", () => {
    const assessment = assessFreedoms({ license: "AGPL-3.0-only OR MIT", sourceAvailable: true });
    expect(String(assessment)).toContain("AGPL-3.0-only OR MIT");
    const back = revive(JSON.parse(JSON.stringify(assessment)), [freedomAssessment]);
    expect(String(back)).toBe(String(assessment));
  });
});

const IDS = [
  "MIT",
  "GPL-3.0-only",
  "BUSL-1.1",
  "CC-BY-ND-3.0",
  "JSON",
  "CC-BY-NC-4.0",
  "LicenseRef-x",
];
const RANK: Record<Grade, number> = { withheld: 0, limited: 1, granted: 2 };

/** All ways to choose: the licences that apply under each. */
function choicesOf(expression: LicenseExpression): readonly (readonly LicenseLeaf[])[] {
  if (expression.kind === "license") return [[expression]];
  const parts = expression.parts.map(choicesOf);
  if (expression.kind === "or") return parts.flat();
  return parts.reduce((ways, part) =>
    ways.flatMap((way) => part.map((other) => [...way, ...other])),
  );
}

const { expressions } = fc.letrec<{ expressions: string }>((tie) => ({
  expressions: fc.oneof(
    { depthSize: "small", maxDepth: 4 },
    fc.constantFrom(...IDS),
    fc
      .tuple(tie("expressions"), fc.constantFrom("AND", "OR"), tie("expressions"))
      .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
  ),
}));

describe("laws", () => {
  it("is the best choice of the worst licence, worked out choice by choice", () => {
    fc.assert(
      fc.property(expressions, (license) => {
        const { expression } = readLicense(license);
        const choices = choicesOf(expression as LicenseExpression);
        const assessment = assessFreedoms({ license });
        const of = (id: string) => assessFreedoms({ license: id }).freedoms;
        for (const freedom of openSourceFreedomIds) {
          for (const end of ["atLeast", "atMost"] as const) {
            const best = Math.max(
              ...choices.map((way) => Math.min(...way.map(({ id }) => RANK[of(id)[freedom][end]]))),
            );
            expect(RANK[assessment.freedoms[freedom][end]]).toBe(best);
          }
        }
        const free = (end: "atLeast" | "atMost") =>
          choices.some((way) =>
            way.every(({ id }) => openSourceFreedomIds.every((f) => of(id)[f][end] === "granted")),
          );
        expect(assessment.allFour).toBe(
          free("atLeast") ? "yes" : free("atMost") ? "unknown" : "no",
        );
      }),
      { numRuns: 200 },
    );
  });

  it("gains by another choice and loses by another duty", () => {
    fc.assert(
      fc.property(expressions, fc.constantFrom(...IDS), (license, other) => {
        const of = (text: string) => assessFreedoms({ license: text }).freedoms;
        const [alone, chosen, bound] = [
          of(license),
          of(`(${license}) OR ${other}`),
          of(`(${license}) AND ${other}`),
        ];
        for (const freedom of openSourceFreedomIds) {
          expect(RANK[chosen[freedom].atLeast]).toBeGreaterThanOrEqual(
            RANK[alone[freedom].atLeast],
          );
          expect(RANK[bound[freedom].atMost]).toBeLessThanOrEqual(RANK[alone[freedom].atMost]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
