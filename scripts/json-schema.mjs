// Makes json-schema/*.json of the packages that publish some, from the zod schemas of their entry ./schema.
//   npm run json-schema
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const packages = fileURLToPath(new URL("../packages/", import.meta.url));

async function schemasOf(folder) {
  const bundle = await build({
    entryPoints: [`${folder}/src/schema/index.ts`],
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["@vitalcore/source"],
    write: false,
  });
  const source = Buffer.from(bundle.outputFiles[0].contents).toString("base64");
  const { jsonSchemas } = await import(`data:text/javascript;base64,${source}`);
  return jsonSchemas();
}

for (const name of readdirSync(packages)) {
  const folder = `${packages}${name}`;
  const { vitalcore } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  if (!vitalcore.files?.includes("json-schema")) continue;
  mkdirSync(`${folder}/json-schema`, { recursive: true });
  for (const [id, schema] of Object.entries(await schemasOf(folder))) {
    writeFileSync(`${folder}/json-schema/${id}.json`, `${JSON.stringify(schema, null, 2)}\n`);
  }
}
