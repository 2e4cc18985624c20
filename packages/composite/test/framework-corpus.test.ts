import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkMethodology, type FrameworkNode } from "@vitalcore/composite";
import type { IndicatorDefinition } from "@vitalcore/domain";
import { describe, expect, it } from "vitest";
import { csvRows } from "./support/csv.js";
import { fixtures } from "./support/fixtures.js";
import { definition, methodology } from "./support/toy.js";

interface CorpusCase {
  readonly file: string;
  readonly wrong: string;
  readonly verdict: "accept" | "warn" | "reject" | "accept-or-reject";
  readonly rules: readonly string[];
}

const folder = join(fixtures, "framework");
const read = (file: string) => readFileSync(join(folder, file), "utf8");
const cases: readonly CorpusCase[] = JSON.parse(read("manifest.json")).cases;

/** What the rules of the corpus are called here. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  "hierarchy-cycle": ["composite/cycle"],
  "parent-unknown": ["composite/unknown-parent"],
  "multiple-roots": ["composite/several-roots"],
  "no-root": ["composite/no-root"],
  "duplicate-code": ["composite/duplicate-id"],
  "near-duplicate-code": ["composite/near-duplicate-id"],
  "weights-sum": ["composite/weights-sum", "composite/zero-weights"],
  "weight-invalid": ["composite/invalid-weight"],
  "weight-missing": ["composite/missing-weight"],
  "not-a-number": ["composite/invalid-weight"],
  "direction-invalid": ["composite/wrong-type"],
  "direction-missing": ["composite/wrong-type"],
  "indicator-has-children": ["composite/indicator-with-children"],
  "group-without-children": ["composite/empty-node"],
  "code-invalid": ["composite/invalid-id"],
  "single-child-group": ["composite/single-child"],
};

/** Where this package decides otherwise, and why. */
const DEVIATIONS: Readonly<Record<string, string>> = {
  "weights-percent.csv": "weights are relative: 50 and 50 are as good as 0.5 and 0.5",
  "level-skip.csv": "branches need not be equally deep",
  "unit-missing.csv":
    "a blank unit is a matter of the definition, which the domain's schema refuses",
};

function weightOf(cell: string): unknown {
  const number = Number(cell === "inf" ? "Infinity" : cell);
  return Number.isNaN(number) && cell.toLowerCase() !== "nan" ? cell : number;
}

const DIRECTIONS: Readonly<Record<string, string>> = { "1": "higherBetter", "-1": "higherWorse" };

function documentOf(file: string) {
  const rows = csvRows(read(file));
  const isLeaf = ({ type }: (typeof rows)[number]) => type === "Indicator";
  const nodes = rows.map((row) => ({
    id: row.code,
    ...(row.parent !== "" && { parent: row.parent }),
    ...(row.parent !== "" && row.weight !== "" && { weight: weightOf(row.weight ?? "") }),
    ...(isLeaf(row) && { indicator: row.name }),
  }));
  const definitions = rows.filter(isLeaf).map((row) => {
    const direction = DIRECTIONS[row.direction ?? ""] ?? row.direction;
    return definition(row.name ?? "", direction as IndicatorDefinition["direction"], {
      unit: row.unit ?? "",
    });
  });
  // A duplicate row would define its indicator twice, which is not what the case is about.
  const distinct = new Map(definitions.map((each) => [each.id, each]));
  return methodology(nodes as FrameworkNode[], {
    normalize: { method: "min-max" },
    definitions: [...distinct.values()],
  });
}

describe("the corpus of frameworks", () => {
  it.each(cases)("$file: $wrong", ({ file, verdict, rules }) => {
    const findings = checkMethodology(documentOf(file));
    const has = (severity: string) => findings.some((finding) => finding.severity === severity);
    if (file in DEVIATIONS) {
      expect(has("error"), DEVIATIONS[file]).toBe(false);
      return;
    }
    const codes = findings.map(({ code }) => code);
    if (verdict === "accept") expect(codes).toEqual([]);
    if (verdict === "reject") expect(has("error")).toBe(true);
    if (verdict === "warn") expect([has("error"), has("warning")]).toEqual([false, true]);
    for (const rule of rules) {
      expect(
        codes.some((code) => CODES[rule]?.includes(code)),
        `${rule} among ${codes.join(", ")}`,
      ).toBe(true);
    }
  });
});
