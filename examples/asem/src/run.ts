// The ASEM index, step by step: each cell of a notebook is a paragraph here. Prints, and writes out/audit.md.
import { mkdir, writeFile } from "node:fs/promises";
import { buildIndex, explain } from "@vitalcore/composite";
import { auditText } from "@vitalcore/composite/audit";
import {
  compareIndices,
  explainDifference,
  peers,
  removeElements,
  strengths,
  whatIf,
} from "@vitalcore/composite/compare";
import { methodsStatement } from "@vitalcore/composite/reproduce";
import { asem } from "./asem.js";

const { iData, methodology, options, index, audit } = await asem();
console.log(String(index));

console.log(String(methodsStatement(index)));

// What became of each value of one country.
console.log(String(explain(index, "AUT")).split("\n").slice(0, 12).join("\n"));

// Who moves if the two halves of the index weigh 2 to 1?
const heavier = whatIf(index, { weights: { Conn: 2, Sust: 1 } });
console.log(`Connectivity twice as heavy: ${heavier.moved} of ${index.coverage.ranked} move`);

// The same data with geometric means, on a scale without zero.
const geometric = buildIndex(
  iData,
  {
    ...methodology,
    normalize: { method: "min-max", scale: [1, 100] },
    aggregate: { method: "geometric", atLeast: 0 },
  },
  options,
);
const { summary } = compareIndices({ arithmetic: index, geometric });
console.log("Geometric means:", summary.geometric);

// Why one country is ahead of another.
const { difference, parts } = explainDifference(index, "DEU", "CHE");
console.log(`CHE is ${difference.toFixed(2)} points ahead of DEU:`);
for (const { label, contribution } of parts.slice(0, 5)) {
  console.log(`  ${contribution.toFixed(2).padStart(6)}  ${label}`);
}

console.log(
  "Most like Austria:",
  peers(index, "AUT")
    .map(({ unit }) => unit)
    .join(", "),
);
console.log(
  "Strengths:",
  strengths(index, "AUT")
    .strengths.map(({ label }) => label)
    .join("; "),
);
console.log("Matters most:", removeElements(index)[0]);

console.log(String(audit));
await mkdir(new URL("../out/", import.meta.url), { recursive: true });
await writeFile(new URL("../out/audit.md", import.meta.url), auditText(audit));
