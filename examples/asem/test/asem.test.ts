import { auditText } from "@vitalcore/composite/audit";
import { explainDifference } from "@vitalcore/composite/compare";
import { methodsStatement, rebuild } from "@vitalcore/composite/reproduce";
import { cellAt } from "@vitalcore/core";
import { describe, expect, it } from "vitest";
import { asem } from "../src/asem.js";

const { iData, index, audit } = await asem();

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
    const column = (name: string) => {
      const [units, values] = [iData.column("uCode"), iData.column(name)];
      const rows = Array.from({ length: iData.length }, (_, row) => row);
      return Object.fromEntries(rows.map((row) => [cellAt(units, row), cellAt(values, row)]));
    };
    const again = rebuild(index, {
      denominators: {
        Area: column("Area") as Record<string, number>,
        Energy: column("Energy") as Record<string, number>,
        GDP: column("GDP") as Record<string, number>,
        Population: column("Population") as Record<string, number>,
      },
      groups: { EurAsia_group: column("EurAsia_group") as Record<string, string> },
    });
    expect(JSON.stringify(again)).toBe(JSON.stringify(index));
    expect(methodsStatement(index).steps.length).toBeGreaterThan(8);
  });
});
