import { mkdir, writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { resultRows } from "@vitalcore/composite";
import { type Finding, type Summary, summaryText, tableFrom } from "@vitalcore/core";
import { tableFromObservations } from "@vitalcore/domain/tabular";
import { writeCsv } from "@vitalcore/table/csv";
import { compute } from "./compute.js";
import { doubtOf, rankInterval } from "./doubt.js";
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

console.log("Making other choices, alone and together …");
const doubt = await doubtOf(computed);
const ranked = result.units.filter(({ rank }) => rank !== null);
const table: Summary = {
  title: `${computed.methodology.title}: the first ${SHOWN} of ${ranked.length}`,
  tables: [
    {
      columns: [
        { name: "Rank", kind: "number" },
        { name: "In 9 of 10 scenarios" },
        { name: "Country" },
        { name: "Index", kind: "number", digits: 1 },
        { name: "Order open with", kind: "number" },
      ],
      rows: ranked
        .slice(0, SHOWN)
        .map(({ unit, rank, label, score }) => [
          rank,
          (rankInterval(doubt, unit) ?? [rank, rank]).join("–"),
          label,
          score,
          doubt.undecided.get(unit)?.length ?? 0,
        ]),
    },
  ],
  notes: [
    `The order of ${doubt.pairs.undecided} of ${doubt.pairs.all} pairs of countries is not decided: the report says which.`,
  ],
};
const width = process.stdout.columns ?? 120;
console.log(`\n${summaryText(table, { width })}\n`);

console.log("Drawing, writing …");
const page = reportPage(computed, doubt, pictures(result, doubt));
const intervals = resultRows(result).map((row) => {
  const [best, worst] = rankInterval(doubt, String(row.unit)) ?? [null, null];
  return { ...row, "rank best": best, "rank worst": worst };
});
const out = new URL("out/", exampleFolder);
await mkdir(out, { recursive: true });
const files = {
  "observations.csv": writeCsv(tableFromObservations(observations)),
  "results.csv": writeCsv(tableFrom(intervals)),
  "results.json": `${JSON.stringify(result, null, 1)}\n`,
  "uncertainty.json": `${JSON.stringify(doubt.scenarios)}\n`,
  "report.html": page,
};
for (const [name, content] of Object.entries(files)) await writeFile(new URL(name, out), content);

const path = (name: string) => relative(process.cwd(), fileURLToPath(new URL(name, out)));
console.log(
  `\n${coverage.ranked} of ${coverage.units} countries are ranked. The rest, and why, is in the report:`,
);
for (const name of Object.keys(files)) console.log(`  ${path(name)}`);
