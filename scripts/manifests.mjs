// Keeps every package.json alike. A package says only what is its own: name, description,
// dependencies, and under "vitalcore" its entries. Everything else is derived here.
//   node scripts/manifests.mjs          writes the files
//   node scripts/manifests.mjs --check  lists the files that differ, and fails
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const REPOSITORY = "git+https://github.com/vitalcore/vitalcore.git";

/** "." -> index, "./labels/fr" -> labels/fr; a folder with an index.ts is found too. */
function moduleOf(folder, entry) {
  const name = entry === "." ? "index" : entry.slice(2);
  if (entry.includes("*")) return name;
  return existsSync(join(folder, "src", name, "index.ts")) ? `${name}/index` : name;
}

function exportsOf(folder, manifest) {
  const entries = Object.keys(manifest.vitalcore.entries).map((entry) => {
    const module = moduleOf(folder, entry);
    return [
      entry,
      {
        "@vitalcore/source": `./src/${module}.ts`,
        import: { types: `./dist/esm/${module}.d.ts`, default: `./dist/esm/${module}.js` },
        require: { types: `./dist/cjs/${module}.d.ts`, default: `./dist/cjs/${module}.js` },
      },
    ];
  });
  const files = (manifest.vitalcore.files ?? []).map((path) => [`./${path}/*`, `./${path}/*`]);
  return Object.fromEntries([...entries, ...files, ["./package.json", "./package.json"]]);
}

function complete(folder, manifest) {
  const { name, version, description, keywords, bin, dependencies, vitalcore } = manifest;
  const { peerDependencies, peerDependenciesMeta, devDependencies } = manifest;
  const path = folder.replaceAll("\\", "/");
  const derived = {
    name,
    version,
    description,
    ...(keywords && { keywords }),
    license: "MIT",
    repository: { type: "git", url: REPOSITORY, directory: path },
    homepage: `https://github.com/vitalcore/vitalcore/tree/main/${path}#readme`,
    bugs: "https://github.com/vitalcore/vitalcore/issues",
    type: "module",
    sideEffects: false,
    engines: { node: ">=20" },
    ...(bin && { bin }),
    main: "./dist/cjs/index.js",
    module: "./dist/esm/index.js",
    types: "./dist/esm/index.d.ts",
    exports: exportsOf(folder, manifest),
    files: ["dist", "src", ...(vitalcore.files ?? []), "CHANGELOG.md"],
    publishConfig: { access: "public", provenance: true },
    scripts: { build: "node ../../scripts/build-package.mjs" },
    ...(dependencies && { dependencies }),
    ...(peerDependencies && { peerDependencies }),
    ...(peerDependenciesMeta && { peerDependenciesMeta }),
    ...(devDependencies && { devDependencies }),
    vitalcore,
  };
  return `${JSON.stringify(derived, null, 2)}\n`;
}

/** A package whose results record its version keeps it in src/version.ts. */
function versionModule(folder, { version }) {
  const file = join(folder, "src", "version.ts");
  if (!existsSync(file)) return undefined;
  const before = readFileSync(file, "utf8");
  const after = before.replace(/VERSION = "[^"]*"/, `VERSION = "${version}"`);
  return before === after ? undefined : { file, after };
}

const check = process.argv.includes("--check");
const differing = [];
for (const directory of readdirSync("packages")) {
  const folder = join("packages", directory);
  const file = join(folder, "package.json");
  if (!existsSync(file)) continue;
  const before = readFileSync(file, "utf8");
  const manifest = JSON.parse(before);
  const after = complete(folder, manifest);
  const module = versionModule(folder, manifest);
  if (module !== undefined) {
    differing.push(module.file);
    if (!check) writeFileSync(module.file, module.after);
  }
  // Compared by content: the formatter may lay short arrays out on one line.
  if (JSON.stringify(JSON.parse(before)) === JSON.stringify(JSON.parse(after))) continue;
  differing.push(file);
  if (!check) writeFileSync(file, after);
}
for (const file of differing) console.log(check ? `differs: ${file}` : `wrote ${file}`);
if (check && differing.length > 0) {
  console.error("Run `npm run manifests` and commit the result.");
  process.exit(1);
}
