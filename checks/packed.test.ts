import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { transformSync } from "esbuild";
import { publint } from "publint";
import { afterAll, describe, expect, it } from "vitest";
import { assertsSomething, instrument, markdownExamples } from "./examples.js";
import { type Package, packages, root } from "./workspace.js";

/** Everything here looks at the packages as a user gets them: packed, and installed from the tarballs. */
const workspace = mkdtempSync(join(tmpdir(), "packed-"));
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

function npm(cwd: string, ...args: string[]): string {
  const shell = process.platform === "win32";
  return execFileSync("npm", args, {
    cwd,
    encoding: "utf8",
    shell,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

const { overrides } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  overrides: Readonly<Record<string, string>>;
};

/** A peer at the version that this repository is tested with. */
function installedVersion(name: string): string {
  const manifest = readFileSync(join(root, "node_modules", name, "package.json"), "utf8");
  return `${name}@${(JSON.parse(manifest) as { version: string }).version}`;
}

const tarballs = new Map(
  packages.map(({ folder, manifest }) => {
    const directory = mkdtempSync(join(workspace, "tarball-"));
    npm(folder, "pack", "--ignore-scripts", "--silent", "--pack-destination", directory);
    return [manifest.name, join(directory, readdirSync(directory)[0] as string)];
  }),
);

/** A package's tarball and those of the workspace packages it depends on, at any depth. */
function neededTarballs(name: string, seen = new Set<string>()): Set<string> {
  if (!tarballs.has(name) || seen.has(name)) return seen;
  seen.add(name);
  const { manifest } = packages.find((each) => each.manifest.name === name) as Package;
  for (const other of Object.keys(manifest.dependencies ?? {})) neededTarballs(other, seen);
  return seen;
}

/** The same example for `require`: imports become calls, the rest may await. */
function asCommonJs(code: string): string {
  const { code: javascript } = transformSync(code, {
    loader: "ts",
    format: "esm",
    target: "node20",
  });
  const body = javascript
    .replace(/^import (\w+) from ("[^"]+");$/gm, "const $1 = require($2);")
    .replace(/^import \* as (\w+) from ("[^"]+");$/gm, "const $1 = require($2);")
    .replace(/^import (\{[\s\S]*?\}) from ("[^"]+");$/gm, (_, names: string, from: string) => {
      return `const ${names.replace(/ as /g, ": ")} = require(${from});`;
    })
    .replace(/^export \{\};?$/gm, "");
  return `(async () => {\n${body}\n})().catch((error) => { console.error(error); process.exit(1); });\n`;
}

describe.each(packages)("$manifest.name, packed", ({ folder, manifest }) => {
  const tarball = tarballs.get(manifest.name) as string;

  it("passes publint", async () => {
    const data = readFileSync(tarball);
    const { messages } = await publint({
      pack: {
        tarball: data.buffer.slice(data.byteOffset, data.byteOffset + data.length) as ArrayBuffer,
      },
      strict: true,
    });
    expect(messages).toEqual([]);
  });

  it("gives the right types under every kind of resolution", async () => {
    const result = await checkPackage(
      createPackageFromTarballData(new Uint8Array(readFileSync(tarball))),
    );
    if (result.types === false) throw new Error("the package has no types");
    // Subpaths exist through `exports` only, which the resolution of Node 10 does not read.
    const problems = result.problems.filter(
      (problem) =>
        !(
          "entrypoint" in problem &&
          problem.resolutionKind === "node10" &&
          problem.entrypoint !== "."
        ),
    );
    expect(problems).toEqual([]);
  });

  it("contains a licence, a README and no tests", () => {
    const files = npm(workspace, "pack", tarball, "--dry-run", "--json");
    const paths = (JSON.parse(files) as [{ files: { path: string }[] }])[0].files.map(
      ({ path }) => path,
    );
    expect(paths).toEqual(expect.arrayContaining(["LICENSE", "README.md", "package.json"]));
    expect(paths.filter((path) => /(^|\/)test\//.test(path))).toEqual([]);
  });

  it("installs into an empty project, where its README runs as ESM and as CommonJS", () => {
    const project = join(workspace, manifest.name.replace(/\W+/g, "-"));
    mkdirSync(project);
    // The same pins as in this repository: a peer's own dependencies may have moved on.
    writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, overrides }));
    const needed = [...neededTarballs(manifest.name)].map((name) => tarballs.get(name) as string);
    const peers = Object.keys(manifest.peerDependencies ?? {}).map(installedVersion);
    npm(
      project,
      "install",
      "--prefer-offline",
      "--no-audit",
      "--no-fund",
      "--silent",
      ...needed,
      ...peers,
    );
    const examples = markdownExamples("README.md", readFileSync(join(folder, "README.md"), "utf8"));
    expect(examples.length).toBeGreaterThan(0);
    examples.forEach((example, i) => {
      const code = instrument(example);
      if (i === 0) expect(assertsSomething(code)).toBe(true);
      const { code: javascript } = transformSync(code, {
        loader: "ts",
        format: "esm",
        target: "node20",
      });
      writeFileSync(join(project, `${i}.mjs`), javascript);
      writeFileSync(join(project, `${i}.cjs`), asCommonJs(code));
      execFileSync(process.execPath, [`${i}.mjs`], { cwd: project, stdio: "pipe" });
      execFileSync(process.execPath, [`${i}.cjs`], { cwd: project, stdio: "pipe" });
    });
    rmSync(project, { recursive: true, force: true });
  }, 180_000);
});
