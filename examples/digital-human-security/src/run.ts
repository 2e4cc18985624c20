import { mkdir, writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { rankedTable, resultRows } from "@vitalcore/composite";
import { type Finding, summaryText, tableFrom } from "@vitalcore/core";
import { tableFromObservations } from "@vitalcore/domain/tabular";
import { writeCsv } from "@vitalcore/table/csv";
import { alternatives } from "./alternatives.js";
import { compute } from "./compute.js";
import { exampleFolder } from "./read-files.js";
import { reportPage } from "./report/page.js";
import { pictures } from "./report/pictures.js";

const SHOWN = 20;

function countsOf(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => `  ${String(count).padStart(4)}  ${code}`).join("\n");
}

console.log("Reading seven files, making observations, building the index …");
const computed = await compute();
const { result, observations, findings, fileFindings } = computed;
const { coverage } = result;
console.log(
  `${observations.length} observations of ${computed.candidates.length} countries; the checks found:`,
);
console.log(countsOf([...fileFindings, ...findings]));
const width = process.stdout.columns ?? 120;
console.log(`\n${summaryText(rankedTable(result, { top: SHOWN, digits: 1 }), { width })}\n`);

console.log("Trying other choices, drawing, writing …");
const others = alternatives(computed);
const page = reportPage(computed, others, pictures(result));
const out = new URL("out/", exampleFolder);
await mkdir(out, { recursive: true });
const files = {
  "observations.csv": writeCsv(tableFromObservations(observations)),
  "results.csv": writeCsv(tableFrom(resultRows(result))),
  "results.json": `${JSON.stringify(result, null, 1)}\n`,
  "report.html": page,
};
for (const [name, content] of Object.entries(files)) await writeFile(new URL(name, out), content);

const path = (name: string) => relative(process.cwd(), fileURLToPath(new URL(name, out)));
console.log(
  `\n${coverage.ranked} of ${coverage.units} countries are ranked. The rest, and why, is in the report:`,
);
for (const name of Object.keys(files)) console.log(`  ${path(name)}`);
