import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { command, testFolder } from "./support/terminal.js";

const { folder, file } = testFolder();

describe("vitalcore estimate", () => {
  // The figures are those of R's survey 4.1-1: svyciprop(~I(online == 1), svydesign(~psu, strata = ~region, weights = ~w)).
  const survey = file(
    "survey.csv",
    `region,psu,w,online,name
N,1,10,1,Ada
N,1,12,2,Bea
N,2,9,1,Cleo
S,3,20,2,Dora
S,4,21,1,Eva
S,4,19,2,Fay
`,
  );
  const plan = {
    version: 1,
    statistic: "proportion",
    column: "online",
    event: 1,
    design: { weights: "w", strata: "region", clusters: "psu" },
  };

  it("estimates with errors by design, as text, JSON and CSV", async () => {
    const planFile = file("plan.json", plan);
    const { code, out } = await command("estimate", survey, "--plan", planFile);
    expect(code).toBe(0);
    expect(out).toContain("proportion: 1 estimate");
    const csv = join(folder, "estimates.csv");
    const asJson = await command("estimate", survey, "-p", planFile, "--json", "--out", csv);
    const [estimate] = JSON.parse(asJson.out).estimates;
    expect(estimate.value).toBeCloseTo(40 / 91, 12);
    expect(estimate.standardError).toBeCloseTo(0.1438171767822374, 12);
    expect(estimate.interval.lower).toBeCloseTo(0.05981440888500669, 9);
    expect(estimate.interval.upper).toBeCloseTo(0.90627164680448813, 9);
    expect(readFileSync(csv, "utf8").split("\n")).toHaveLength(3);
  });

  it("says what is wrong with the plan and with the file", async () => {
    const slip = file("slip.json", { ...plan, design: { weight: "w", clusters: "psu" } });
    const wrongPlan = await command("estimate", survey, "--plan", slip);
    expect(wrongPlan.code).toBe(1);
    expect(wrongPlan.err).toContain("`design.weight` is nothing that the plan knows.");
    const column = file("column.json", { ...plan, column: "onlin" });
    const wrongColumn = await command("estimate", survey, "--plan", column);
    expect(wrongColumn.code).toBe(1);
    expect(wrongColumn.err).toContain("online");
    const nothing = await command("estimate", join(folder, "none.csv"), "--plan", slip);
    expect(nothing.code).toBe(1);
    expect((await command("estimate", survey)).code).toBe(2);
  });

  it("never quotes what identifies", async () => {
    const byName = file("name.json", {
      version: 1,
      statistic: "mean",
      columns: ["name"],
      design: { clusters: "psu" },
    });
    const { code, err, out } = await command(
      "estimate",
      survey,
      "-p",
      byName,
      "--identifying",
      "name",
    );
    expect(code).toBe(1);
    expect(`${err}${out}`).not.toMatch(/Ada|Bea|Cleo|Dora|Eva|Fay/);
  });
});

describe("vitalcore uncertainty", () => {
  const methodology = file("methodology.json", {
    kind: "IndexMethodology",
    version: 1,
    id: "small",
    title: "Income and health",
    nodes: [
      { id: "index" },
      { id: "income", parent: "index", indicator: "gni-per-person" },
      { id: "life", parent: "index", indicator: "life-expectancy" },
    ],
    normalize: { method: "min-max", scale: [1, 100] },
  });
  const data = file(
    "wide.csv",
    "area,gni-per-person,life-expectancy\nNAM,9716,62.3\nNOR,66494,82.9\nCRI,20248,80.3\n",
  );
  const spec = file("doubt.json", {
    kind: "UncertaintySpec",
    version: 1,
    factors: [
      {
        id: "mean",
        kind: "choice",
        alternatives: [{}, { change: { aggregate: { method: "geometric" } } }],
      },
      { id: "weights", kind: "weight-sets", sets: [{ weights: {} }, { weights: { income: 3 } }] },
    ],
  });
  const args = ["uncertainty", methodology, "--data", data, "--unit", "area"];

  it("says where the scenarios put every unit", async () => {
    const { code, out } = await command(...args, "--spec", spec);
    expect(code).toBe(0);
    expect(out).toContain("Uncertainty of small: all 4 combinations");
    expect(out).toContain("not probabilities");
    const results = join(folder, "results");
    const whole = await command(...args, "--spec", spec, "--workers", "1", "--json", "-o", results);
    const { units, isExact } = JSON.parse(whole.out);
    expect(isExact).toBe(true);
    expect(
      units.map(({ unit, rank }: { unit: string; rank: { median: number } }) => [
        unit,
        rank.median,
      ]),
    ).toEqual([
      ["CRI", 2],
      ["NAM", 3],
      ["NOR", 1],
    ]);
    const csv = readFileSync(join(results, "uncertainty.csv"), "utf8").split("\n");
    expect(csv[0]).toMatch(/^unit,rank,score,rank:median,rank:q05,rank:q95/);
    expect(existsSync(join(results, "uncertainty.json"))).toBe(true);
  });

  it("says what is wrong with the specification, all of it", async () => {
    const slip = file("slip-spec.json", {
      kind: "UncertaintySpec",
      version: 1,
      factors: [{ id: "mean", kind: "choise" }],
      desing: {},
    });
    const { code, err } = await command(...args, "--spec", slip);
    expect(code).toBe(1);
    expect(err).toContain("desing");
    expect(err).toContain("choise");
    expect((await command(...args)).code).toBe(2);
    expect((await command(...args, "--spec", spec, "--workers", "0.5")).code).toBe(2);
  });
});
