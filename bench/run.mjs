// npm run bench [word ...]: prints a markdown table of ratios for every suite (or those with the word in their name).
import { readdirSync } from "node:fs";
import { cpus } from "node:os";
import { table } from "./measure.mjs";

const words = process.argv.slice(2);
const folder = new URL("./suites/", import.meta.url);
const names = readdirSync(folder).filter(
  (name) => words.length === 0 || words.some((word) => name.includes(word)),
);

console.log(
  `Node ${process.version} on ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}\n`,
);
for (const name of names.toSorted()) {
  const { suites } = await import(new URL(name, folder).href);
  for (const suite of await suites()) console.log(await table(suite));
}
