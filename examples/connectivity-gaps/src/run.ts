import { readFileSync } from "node:fs";
import { writeSdmxCsv } from "@vitalcore/interop/sdmx-csv";
import { readCsv } from "@vitalcore/table/csv";
import { computeGaps } from "./compute.js";

const file = new URL("../../digital-human-security/data/unsd-sdg-series-2020.csv", import.meta.url);
const { table } = readCsv(readFileSync(file), { columns: { value: { type: "text" } } });
const { observations, findings } = computeGaps(table);
process.stdout.write(writeSdmxCsv(observations));

const counts = new Map<string, number>();
for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
console.error(`${observations.length} observations`);
for (const [code, count] of counts) console.error(`${count} × ${code}`);
