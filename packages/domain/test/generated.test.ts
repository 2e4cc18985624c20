import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { areaModules } from "../scripts/areas.mjs";
import { unverified } from "../scripts/unverified.mjs";

const folder = new URL("../", import.meta.url);

test("src/areas/data is what scripts/areas.mjs makes of data/", () => {
  const modules = areaModules();
  expect(readdirSync(new URL("src/areas/data/", folder)).sort()).toEqual(
    Object.keys(modules).sort(),
  );
  for (const [path, source] of Object.entries(modules)) {
    expect(readFileSync(new URL(`src/areas/data/${path}`, folder), "utf8")).toBe(source);
  }
});

test("docs/unverified.md is what scripts/unverified.mjs makes of the records", async () => {
  const file = new URL("../../docs/unverified.md", folder);
  expect(readFileSync(file, "utf8")).toBe(await unverified());
});

describe("a bundle holds what is used", () => {
  async function bundleOf(code: string): Promise<{ text: string; inputs: readonly string[] }> {
    const { outputFiles, metafile } = await build({
      stdin: { contents: code, resolveDir: new URL(".", folder).pathname, loader: "ts" },
      bundle: true,
      minify: true,
      format: "esm",
      platform: "neutral",
      mainFields: ["module", "main"],
      conditions: ["@vitalcore/source"],
      metafile: true,
      write: false,
    });
    const used = Object.values(metafile.outputs)[0]?.inputs ?? {};
    const inputs = Object.keys(used).filter((path) => (used[path]?.bytesInOutput ?? 0) > 0);
    return { text: outputFiles[0]?.text ?? "", inputs };
  }

  test("one indicator brings no other", async () => {
    const { text } = await bundleOf(
      'import { homicideRate } from "./src/indicators/index.ts"; console.log(homicideRate);',
    );
    expect(text).toContain("homicide-rate");
    expect(text).not.toContain("conflict-death-rate");
    expect(text).not.toContain("internet-use");
  });

  test("observe() brings neither names of areas nor schemas nor date-fns", async () => {
    const { inputs } = await bundleOf(
      'import { observe } from "./src/index.ts"; console.log(observe);',
    );
    expect(inputs.filter((path) => /zod|date-fns|names-|groups|crosswalk/.test(path))).toEqual([]);
  });

  test("looking up a code brings the names of no language but English", async () => {
    const { inputs } = await bundleOf(
      'import { areaOf } from "./src/areas/index.ts"; console.log(areaOf("NAM"));',
    );
    expect(inputs.filter((path) => /names-(?!en)|other-names|groups|crosswalk/.test(path))).toEqual(
      [],
    );
  });

  test("periods without dates bring no date-fns", async () => {
    const { inputs } = await bundleOf(
      'import { parsePeriod } from "./src/periods/index.ts"; console.log(parsePeriod("2018"));',
    );
    expect(inputs.filter((path) => path.includes("date-fns"))).toEqual([]);
  });

  test.each([
    ["strategies", "vocabulary"],
    ["guidingQuestions", "vocabulary"],
    ["principles", "vocabulary"],
    ["coreValueIds", "vocabulary"],
    ["threatCriterionIds", "vocabulary"],
    ["levelIds", "vocabulary"],
    ["threatIds", "vocabulary"],
    ["en", "labels/en"],
  ])("one closed kind, or the ids of an open one, is below 1 kB: %s", async (name, entry) => {
    const path = entry === "vocabulary" ? "vocabulary/index" : entry;
    const { text } = await bundleOf(
      `import { ${name} } from "./src/${path}.ts"; console.log(${name});`,
    );
    expect(gzipSync(text).length).toBeLessThan(1000);
  });

  test("ids and relations of everything are below 12 kB", async () => {
    const { text, inputs } = await bundleOf('export * from "./src/vocabulary/index.ts";');
    expect(gzipSync(text).length).toBeLessThan(12_000);
    expect(inputs.filter((path) => /labels|definitions|zod|model/.test(path))).toEqual([]);
  });

  test("a model brings no data", async () => {
    const { text } = await bundleOf('export * from "./src/model/index.ts";');
    expect(text).not.toContain("online-harassment");
  });
});
