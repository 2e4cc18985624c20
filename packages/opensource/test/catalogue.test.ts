import { openSourceFreedomIds } from "@vitalcore/domain/ids";
import { populationGroups, threats } from "@vitalcore/domain/vocabulary";
import { describe, expect, it } from "vitest";
import * as entry from "../src/catalogue/index.js";
import { assessFreedoms, readLicense } from "../src/index.js";
import { checkCatalogue } from "../src/match/index.js";
import { needSchema, solutionSchema, stackComponentSchema } from "../src/schema/index.js";

const { catalogue } = entry;
const byId = new Map(catalogue.map((solution) => [solution.id, solution]));

/** The technologies of UNDP (2025) that are a solution; OpenSSF is an organization, the others are kinds of technology. */
const NAMED_IN_UNDP_2025 = [
  "linux",
  "openssl",
  "openmrs",
  "openelis-global",
  "qgis",
  "openweathermap",
  "curl",
  "python",
  "signal",
  "smos",
];

describe("the catalogue", () => {
  it("has at least forty solutions, in the order of their ids, each once", () => {
    const ids = catalogue.map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(40);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it("is well formed by its own check and by its schema", () => {
    expect(checkCatalogue(catalogue)).toEqual([]);
    for (const solution of catalogue) {
      expect(solutionSchema.safeParse(solution)).toMatchObject({ success: true });
      expect(JSON.parse(JSON.stringify(solution))).toEqual(solution);
    }
  });

  it("names threats and groups by ids of the vocabulary", () => {
    const known = {
      threats: new Set(Object.keys(threats)),
      groups: new Set(Object.keys(populationGroups)),
    };
    for (const part of ["threats", "groups"] as const) {
      const unknown = catalogue.flatMap((solution) =>
        (solution[part] ?? [])
          .filter((id) => !known[part].has(id))
          .map((id) => `${solution.id}: ${id}`),
      );
      expect(unknown).toEqual([]);
    }
  });

  it("exports every solution under its own name too", () => {
    const exported = Object.values(entry).filter((value) => !Array.isArray(value));
    expect(new Set(exported)).toEqual(new Set(catalogue));
  });

  it("has every solution named in the founding text", () => {
    expect(NAMED_IN_UNDP_2025.filter((id) => !byId.has(id))).toEqual([]);
  });

  it("does not pass OpenWeatherMap and SMOS off as open source software", () => {
    for (const id of ["openweathermap", "smos"]) {
      const solution = byId.get(id);
      expect(solution?.kind).not.toBe("software");
      expect(solution?.dpg.status).toBe("not-registered");
      expect(assessFreedoms({ license: solution?.license ?? "NOASSERTION" }).allFour).toBe(
        "unknown",
      );
      expect(solution?.note).toContain("not open source software");
    }
  });

  it("writes licences as the list does, and every software is under a free one", () => {
    for (const { license, kind } of catalogue) {
      const { findings, canonical } = readLicense(license);
      expect([license, findings]).toEqual([canonical, []]);
      if (kind !== "software") continue;
      const { freedoms } = assessFreedoms({ license: license as string, sourceAvailable: true });
      for (const freedom of openSourceFreedomIds) expect(freedoms[freedom].exercisable).toBe("yes");
    }
  });

  it("calls verified only what has evidence of licence and status, with the day it was seen", () => {
    for (const { id, verified, evidence, dpg } of catalogue) {
      const supported = new Set(evidence.flatMap(({ supports }) => supports));
      if (verified)
        expect([id, supported.has("license"), supported.has("dpg")]).toEqual([id, true, true]);
      if (dpg.status === "registered")
        expect([id, dpg.evidence === null, dpg.seen === null]).toEqual([id, false, false]);
      if (dpg.evidence !== null) expect(evidence.map(({ url }) => url)).toContain(dpg.evidence);
    }
    expect(catalogue.filter(({ verified }) => verified).length).toBeGreaterThanOrEqual(30);
  });

  it("covers all seven dimensions", () => {
    expect(new Set(catalogue.flatMap(({ dimensions }) => dimensions)).size).toBe(7);
  });
});

describe("checkCatalogue", () => {
  it("reports every problem of every solution, with its path", () => {
    const good = byId.get("dhis2");
    const findings = checkCatalogue([
      good,
      { ...good, id: "Not An Id", dimensions: ["helth"], offline: "maybe" },
      { ...good, license: "Apache 2", dpg: { status: "yes", seen: "soon", evidence: 3 } },
      null,
      { ...good, id: "x", evidence: [null], verified: "yes" },
      JSON.parse('{"__proto__": {"id": "ghost"}}'),
    ]);
    const at = (row: number) =>
      findings.filter(({ place }) => place.row === row).map(({ place }) => place.path?.join("."));
    expect(at(1)).toEqual([]);
    expect(at(2)).toEqual(["id", "dimensions", "offline"]);
    expect(at(3)).toEqual(["dpg.status", "dpg.seen", "dpg.evidence", "license", undefined]);
    expect(at(4)).toEqual([""]);
    expect(at(5)).toEqual(["verified", "evidence"]);
    expect(at(6).length).toBeGreaterThan(8);
    expect(findings.find(({ code }) => code === "opensource/duplicate-solution")?.found).toBe(
      "dhis2",
    );
    expect(findings.find(({ place }) => place.path?.[0] === "license")?.suggestion).toBe(
      "Apache-2.0",
    );
  });
});

describe("schemas", () => {
  it("refuses what the check refuses", () => {
    const good = byId.get("qgis") as object;
    for (const wrong of [
      { id: "A b" },
      { kind: "hardware" },
      { dimensions: ["helth"] },
      { dpg: { status: "registered" } },
      { offline: true },
      { verified: 1 },
    ]) {
      expect(solutionSchema.safeParse({ ...good, ...wrong }).success).toBe(false);
      expect(checkCatalogue([{ ...good, ...wrong }])).not.toEqual([]);
    }
  });

  it("knows which values a criterion takes", () => {
    const fits = (need: object) => needSchema.safeParse(need).success;
    expect(fits({ criterion: "freedom", value: "modify", weight: 2 })).toBe(true);
    expect(fits({ criterion: "freedom", value: true })).toBe(false);
    expect(fits({ criterion: "offline", value: "yes" })).toBe(false);
    expect(fits({ criterion: "price", value: "low" })).toBe(false);
    expect(fits({ criterion: "threat", value: "drought", weight: -1 })).toBe(false);
  });

  it("knows a component", () => {
    expect(
      stackComponentSchema.safeParse({ name: "a", license: ["MIT", "ISC"], depth: 1 }).success,
    ).toBe(true);
    expect(stackComponentSchema.safeParse({ name: "a", depth: 0.5 }).success).toBe(false);
  });
});
