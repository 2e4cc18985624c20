import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const src = new URL("../src/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, src), "utf8");
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".ts"),
);

/** Names that a file exports from others. */
function namesIn(path: string): string[] {
  return [...read(path).matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, names = ""]) =>
    names
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  );
}

const families = [...read("index.ts").matchAll(/from "\.\/([\w-]+)\/index\.js"/g)].map(
  ([, family]) => family as string,
);
const entries = files.filter((path) => path.endsWith("/index.ts") || path === "index.ts");

describe("src/index.ts", () => {
  it("lists every name of every family, by hand and once", () => {
    const listed = namesIn("index.ts");
    expect(new Set(listed).size).toBe(listed.length);
    const all = new Set([...new Set(families)].flatMap((family) => namesIn(`${family}/index.ts`)));
    expect([...all].filter((name) => !listed.includes(name))).toEqual([]);
    expect(read("index.ts")).not.toContain("export *");
  });
  it("has every family but those that need more: microdata and the registry", () => {
    const folders = files
      .filter((path) => /^[\w-]+\/index\.ts$/.test(path))
      .map((path) => path.split("/")[0] as string);
    expect(folders.filter((folder) => !families.includes(folder)).sort()).toEqual([
      "microdata",
      "registry",
    ]);
  });
});

/** An author with a year, or a publisher or document by name. */
const CITED =
  /Source:[\s\S]*?(?:\((?:\w+ )?(?:1[6-9]|20)\d{2}\b|\b(?:1[6-9]|20)\d{2}\)|ITU|WHO|UNDP|UNSD|UNHCR|SDG|SDMX|OPHI|FAO|WFP|INFORM|ND-GAIN|GSMA|IDMC|Access Now|World Bank|JSON Schema|catalogue of|calculator of|as \{@link|as the function|EU Digital Services Act)/;

describe("every public function", () => {
  const published = new Set([
    ...entries.flatMap(namesIn),
    "estimateIndicator",
    "estimatedIndicators",
    "estimatorSchema",
  ]);
  const functions = files.flatMap((path) =>
    [
      ...read(path).matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:async )?function (\w+)/g),
    ].map(([, doc = "", name = ""]) => ({ path, name, doc })),
  );
  const known = functions.filter(({ name }) => published.has(name));

  it("is looked at", () => {
    expect(known.length).toBeGreaterThan(90);
  });
  it("names the source of its method", () => {
    const bare = known.filter(({ doc }) => !CITED.test(doc));
    expect(bare.map(({ path, name }) => `${name} (${path})`)).toEqual([]);
  });
});
