import { auditText } from "@vitalcore/composite/audit";
import { explainDifference } from "@vitalcore/composite/compare";
import { methodsStatement, rebuild } from "@vitalcore/composite/reproduce";
import { describe, expect, it } from "vitest";
import { asem } from "../src/asem.js";

const { index, audit } = await asem();

describe("the ASEM index", () => {
  it("is that of COINr", () => {
    // From its stored results (asemfull__pipeline of the package's cases).
    expect(index.units[0]?.unit).toBe("CHE");
    expect(index.units[0]?.score).toBeCloseTo(68.38372423834171, 10);
    expect(index.coverage.ranked).toBe(51);
  });

  it("explains a difference that sums", () => {
    const { difference, parts } = explainDifference(index, "DEU", "CHE");
    const sum = parts.reduce((total, { contribution }) => total + contribution, 0);
    expect(sum).toBeCloseTo(difference, 10);
  });

  it("is audited in ten steps, warnings first", () => {
    expect(audit.steps).toHaveLength(10);
    expect(auditText(audit)).toContain("## What asks for attention");
    expect(audit.groups.find(({ node }) => node === "SusEcFin")?.alpha).toBeLessThan(0.7);
  });

  it("comes out the same from its own result", () => {
    const again = rebuild(index);
    expect(JSON.stringify(again)).toBe(JSON.stringify(index));
    expect(methodsStatement(index).steps.length).toBeGreaterThan(8);
  });
});
