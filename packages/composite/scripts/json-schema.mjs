// Makes json-schema/*.json from the zod schema in src/schema/index.ts.
//   node scripts/json-schema.mjs
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = fileURLToPath(new URL("../", import.meta.url));
const bundle = await build({
  entryPoints: [`${folder}src/schema/index.ts`],
  bundle: true,
  format: "esm",
  platform: "neutral",
  mainFields: ["module", "main"],
  conditions: ["@vitalcore/source"],
  write: false,
});
const source = Buffer.from(bundle.outputFiles[0].contents).toString("base64");
const { jsonSchemas } = await import(`data:text/javascript;base64,${source}`);
mkdirSync(`${folder}json-schema`, { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas())) {
  writeFileSync(`${folder}json-schema/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
}
