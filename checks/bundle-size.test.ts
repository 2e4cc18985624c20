import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { type Entry, entrySources, packages, root } from "./workspace.js";

/** Every entry as a user bundles it from the built packages: minified, for browsers. */
async function bundle(entry: string, { external = [], platform = "browser" }: Entry) {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `export * from ${JSON.stringify(entry)};`,
      resolveDir: join(root, "checks"),
    },
    bundle: true,
    minify: true,
    format: "esm",
    platform,
    external: ["node:*", ...external],
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const [output] = Object.values(metafile.outputs);
  const used = Object.entries(output?.inputs ?? {}).filter(
    ([, { bytesInOutput }]) => bytesInOutput > 0,
  );
  const contains = new Set(
    used.map(([path]) => packageOf(path)).filter((name) => name !== undefined),
  );
  return { size: gzipSync(outputFiles[0]?.contents as Uint8Array).length, contains };
}

function packageOf(path: string): string | undefined {
  const installed = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path);
  if (installed !== null) return installed[1];
  const own = /packages\/([^/]+)\//.exec(path);
  return own === null
    ? undefined
    : packages.find(({ folder }) => folder.endsWith(`/${own[1]}`))?.manifest.name;
}

const bytes = (budget: string) => Number.parseFloat(budget) * 1000;

describe.each(packages)("$manifest.name", (each) => {
  const { folder, manifest } = each;
  const declared = Object.entries(manifest.vitalcore.entries);
  const allowance = (subpath: string): Entry =>
    (declared.find(([key]) => key === subpath) ??
      declared.find(
        ([key]) => key.includes("*") && subpath.startsWith(key.split("*")[0] as string),
      ))?.[1] as Entry;

  it("is built", () => {
    expect(existsSync(join(folder, "dist/esm/index.js")), "run `npm run build` first").toBe(true);
  });

  it.each([...entrySources(each).keys()])(
    "%s keeps its budget and contains what it may",
    async (subpath) => {
      const entry = allowance(subpath);
      const { budget, contains = [] } = entry;
      const found = await bundle(`${manifest.name}${subpath.slice(1)}`, entry);
      const foreign = [...found.contains].filter((name) => name !== manifest.name);
      expect(contains).toEqual(expect.arrayContaining(foreign));
      expect(found.size, `bytes of ${relative(root, folder)} ${subpath}`).toBeLessThanOrEqual(
        bytes(budget),
      );
    },
  );
});
