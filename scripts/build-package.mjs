// Builds the package in the current folder: JavaScript by tsup, declarations by the native compiler.

import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const run = (script, ...args) =>
  execFileSync(process.execPath, [join(root, "node_modules", script), ...args], {
    stdio: "inherit",
  });

rmSync("dist", { recursive: true, force: true });
run("tsup/dist/cli-default.js", "--config", join(root, "tsup.config.ts"));
run("typescript7/bin/tsc", "-p", "tsconfig.build.json");
if (existsSync("dist/esm")) {
  cpSync("dist/esm", "dist/cjs", {
    recursive: true,
    filter: (from) => !/\.js(\.map)?$/.test(from),
  });
  // Declarations for `require` are the same files, read as CommonJS.
  writeFileSync("dist/cjs/package.json", '{ "type": "commonjs" }\n');
}
// npm packs the licence that stands in the package's own folder.
copyFileSync(join(root, "LICENSE"), "LICENSE");
