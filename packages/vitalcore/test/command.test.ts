import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { command, testFolder } from "./support/terminal.js";

const { folder, file } = testFolder();

const methodology = {
  kind: "IndexMethodology",
  version: 1,
  id: "small",
  title: "Income and health",
  nodes: [
    { id: "index" },
    {
      id: "income",
      parent: "index",
      indicator: "gni-per-person",
      normalize: { transform: "ln", worst: 100, best: 10000 },
    },
    {
      id: "life",
      parent: "index",
      indicator: "life-expectancy",
      normalize: { worst: 20, best: 80 },
    },
  ],
  normalize: { method: "goalposts", scale: [0, 100] },
};

const OBSERVATIONS = `indicator,area,period,value,unit,source
gni-per-person,NAM,2018,1000,PPP_DOLLAR_2021,made up
gni-per-person,DEU,2018,10000,PPP_DOLLAR_2021,made up
life-expectancy,NAM,2018,50,YEARS,made up
life-expectancy,DEU,2018,80,YEARS,made up
`;

const methodologyFile = file("methodology.json", methodology);
const dataFile = file("observations.csv", OBSERVATIONS);

describe("vitalcore build", () => {
  it("prints the ranking, with names, and keeps Namibia", async () => {
    const { code, out } = await command("build", methodologyFile, "--data", dataFile);
    expect(code).toBe(0);
    expect(out).toMatch(/1 {2}Germany +100\.0/);
    expect(out).toMatch(/2 {2}Namibia +50\.0/);
  });

  it("writes results.csv and results.json, with checksums of what went in", async () => {
    const out = join(folder, "nested", "results");
    const { code, err } = await command("build", methodologyFile, "-d", dataFile, "-o", out);
    expect(code).toBe(0);
    expect(err).toContain(`wrote ${join(out, "results.json")}`);
    const result = JSON.parse(readFileSync(join(out, "results.json"), "utf8"));
    expect(result).toMatchObject({ kind: "IndexResult", methodology: { id: "small" } });
    expect(result.inputs.map(({ name }: { name: string }) => name)).toEqual([
      "methodology.json",
      "observations.csv",
    ]);
    // sha256sum of the text above
    expect(result.inputs[1].sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(readFileSync(join(out, "results.csv"), "utf8").split("\n")[1]).toMatch(
      /^DEU,Germany,1,2,100,/,
    );
  });

  it("reads JSON, several files, and wide tables with --unit", async () => {
    const rows = OBSERVATIONS.trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));
    const half = (wanted: string) =>
      rows
        .filter(([indicator]) => indicator === wanted)
        .map(([indicator, area, period, value, unit]) => ({
          indicator,
          area,
          period,
          value: Number(value),
          unit,
        }));
    const a = file("a.json", half("gni-per-person"));
    const b = file("b.json", half("life-expectancy"));
    const wide = file(
      "wide.csv",
      "country,gni-per-person,life-expectancy\nNAM,1000,50\nDEU,10000,80\n",
    );
    const results = await Promise.all([
      command("build", methodologyFile, "--data", dataFile, "--json"),
      command("build", methodologyFile, "--data", a, b, "--json"),
      command("build", methodologyFile, "--data", wide, "--unit", "country", "--json"),
    ]);
    const scores = results.map(({ out }) =>
      JSON.parse(out).units.map(({ unit, score }: { unit: string; score: number }) => [
        unit,
        score,
      ]),
    );
    expect(scores[1]).toEqual(scores[0]);
    expect(scores[2]).toEqual(scores[0]);
  });

  it("gives the same result bit for bit when it runs again", async () => {
    const first = await command("build", methodologyFile, "--data", dataFile, "--json");
    const second = await command("build", methodologyFile, "--data", dataFile, "--json");
    expect(second.out).toBe(first.out);
  });
});

describe("vitalcore check", () => {
  it("finds nothing wrong with what is right", async () => {
    const { code, out } = await command("check", methodologyFile);
    expect(code).toBe(0);
    expect(out).toBe("0 findings, 0 of them errors\n");
  });

  it("lists all problems of a methodology at once, with places and suggestions", async () => {
    const broken = file("broken.json", {
      ...methodology,
      nodes: [
        { id: "index" },
        {
          id: "income",
          parent: "indx",
          indicator: "gni-per-persn",
          weight: -1,
          normalize: { worst: 1, best: 1 },
        },
        { id: "a", parent: "b" },
        { id: "b", parent: "a" },
      ],
    });
    const { code, out } = await command("check", broken, "--json");
    expect(code).toBe(1);
    const findings: { code: string; suggestion?: string; message: string }[] = JSON.parse(out);
    const codes = findings.map((finding) => finding.code);
    expect(codes).toEqual(
      expect.arrayContaining([
        "composite/unknown-parent",
        "composite/cycle",
        "composite/invalid-weight",
        "composite/unknown-indicator",
      ]),
    );
    expect(findings.find((finding) => finding.code === "composite/cycle")?.message).toContain(
      "a -> b -> a",
    );
    expect(
      findings.find((finding) => finding.code === "composite/unknown-indicator")?.suggestion,
    ).toBe("gni-per-person");
  });

  it("finds duplicates, unknown areas and percent given as proportion in the data", async () => {
    const data = file(
      "doubtful.csv",
      `${OBSERVATIONS}gni-per-person,NAM,2018,999,PPP_DOLLAR_2021,again\nlife-expectancy,Atlantis,2018,60,YEARS,legend\n`,
    );
    const { code, err } = await command("check", methodologyFile, "--data", data);
    expect(code).toBe(1);
    expect(err).toMatch(/rows 1 and 5/);
    expect(err).toMatch(/There is no area "Atlantis"/);
  });

  it("warns of proportions where percent are declared", async () => {
    const at = (indicator: string, area: string, value: number) =>
      `${indicator},${area},2018,${value},PERCENT\n`;
    const data = file(
      "proportions.csv",
      `indicator,area,period,value,unit\n${at("coverage-gap", "NAM", 0.4)}${at("coverage-gap", "DEU", 0.1)}`,
    );
    const { err } = await command("check", methodologyFile, "--data", data);
    expect(err).toMatch(/proportion/);
  });
});

describe("compute", () => {
  it("gives an observation in the unit of the definition", async () => {
    const inputs = file("gap.json", '{ "coverage": 0.88, "use": 0.32 }');
    const { code, out } = await command(
      ...["compute", "usage-gap-covered", "--inputs", inputs, "--area", "IND", "--period", "2017"],
    );
    expect(code).toBe(0);
    const { value, unit, area } = JSON.parse(out) as Record<string, unknown>;
    expect([Number(value).toFixed(6), unit, area]).toEqual(["63.636364", "PERCENT", "IND"]);
  });

  it("says so where the inputs define no value: more users than covered people", async () => {
    const inputs = file("impossible.json", '{ "coverage": 0.3, "use": 0.5 }');
    const at = ["--inputs", inputs, "--area", "IND", "--period", "2017"];
    const { code, out, err } = await command("compute", "usage-gap-covered", ...at);
    expect([code, (JSON.parse(out) as { value: unknown }).value]).toEqual([0, null]);
    expect(err).toMatch(/not defined for these inputs: it has no value, and status O, D/);
  });

  it("lists what can be computed, and says which inputs are taken", async () => {
    expect((await command("compute")).out.split("\n")).toContain("usage-gap-covered");
    const { out } = await command("compute", "coverage-gap", "--schema");
    expect(JSON.parse(out)).toMatchObject({ required: ["coverage"] });
  });
});

describe("wrong use and wrong files", () => {
  it.each([
    [["biuld"], 2, "Did you mean build?"],
    [["build", "--data", "x.csv"], 2, "missing required argument 'methodology'"],
    [["build", "m.json"], 2, "required option '-d, --data <files...>' not specified"],
    [["build", methodologyFile, "--data", join(folder, "none.csv")], 1, "there is no such file"],
    [["build", methodologyFile, "--data", file("data.xls", "x")], 1, "neither CSV nor JSON"],
    [["build", file("not.json", "{"), "--data", dataFile], 1, "is not JSON"],
    [
      ["build", methodologyFile, "--data", dataFile, "--out", join(file("taken", "x"), "results")],
      1,
      "cannot be written",
    ],
    [
      ["vocabulary", "export", "--format", "bibtex", "--out", join(folder, "no/such/folder.bib")],
      1,
      "cannot be written: there is no such file or folder",
    ],
    [
      ["build", methodologyFile, "--data", file("wide2.csv", "country,x\nNAM,1\n")],
      1,
      "--unit does not say",
    ],
    [
      [
        "build",
        methodologyFile,
        "--data",
        file("short.csv", "indicator,area,value,unit\na,NAM,1,YEARS\n"),
      ],
      1,
      'needs a column "period"',
    ],
    [["build", file("list.json", "[]"), "--data", dataFile], 1, "✗"],
    [["compute", "usage-gap-covered"], 2, "--inputs, --area and --period are needed"],
    [["compute", "usage-gap-covred", "--schema"], 1, "usage-gap-covered"],
    [
      [
        ...["compute", "usage-gap", "--area", "NAM", "--period", "2024", "--inputs"],
        file("percent.json", '{ "coverage": 88, "use": 0.3 }'),
      ],
      1,
      "coverage",
    ],
    [
      [
        "check",
        methodologyFile,
        "--data",
        file(
          "hostile.csv",
          "indicator,area,period,value,unit\n__proto__,constructor,2018,1,YEARS\n",
        ),
      ],
      1,
      "✗",
    ],
  ])("%j exits with %d and says why", async (args, expected, words) => {
    const { code, err } = await command(...args);
    expect(err).toContain(words);
    expect(code).toBe(expected);
  });

  it("prints help and version", async () => {
    const help = await command("--help");
    expect(help.code).toBe(0);
    expect(help.out).toContain(
      "vitalcore build methodology.json --data observations.csv --out results/",
    );
    expect((await command("--version")).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
