import { readFileSync } from "node:fs";
import { defineConfig, type Options } from "tsup";

/**
 * The JavaScript of every package. Run from the package's folder; the entries are the sources that
 * its `exports` name under the condition `@vitalcore/source`. Declarations are made by
 * `scripts/build-package.mjs`.
 */
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
  exports: Record<string, string | Record<string, unknown>>;
  bin?: Record<string, string>;
};

const commands = Object.values(manifest.bin ?? {}).map((file) =>
  file.replace("./dist/esm/", "src/").replace(/js$/, "ts"),
);
const modules = Object.values(manifest.exports)
  .map((conditions) => (typeof conditions === "string" ? "" : conditions["@vitalcore/source"]))
  .filter((source): source is string => typeof source === "string" && source.endsWith(".ts"));

const shared: Options = {
  entry: [...modules, ...commands],
  external: [/^node:/],
  target: "node20",
  platform: "neutral",
  sourcemap: true,
  splitting: true,
  treeshake: true,
  silent: true,
};

export default defineConfig([
  { ...shared, format: "esm", outDir: "dist/esm", outExtension: () => ({ js: ".js" }) },
  // The shims give CommonJS an `import.meta.url`, by which scripts of worker threads are found.
  {
    ...shared,
    format: "cjs",
    outDir: "dist/cjs",
    shims: true,
    outExtension: () => ({ js: ".js" }),
  },
]);
