import { estimate } from "./estimate.js";
import { syntheticSurvey } from "./synthetic-survey.js";

const { overall, byAge, byPlace, gap, tables } = estimate(syntheticSurvey());

console.log("SYNTHETIC DATA: no real person is in it.\n");
for (const { period, result } of overall) console.log(`${period}\n${String(result)}\n`);
console.log(`${String(byAge)}\n\n${String(byPlace)}\n`);
const points = (value: number) => (100 * value).toFixed(1);
console.log(
  `Urban less rural: ${points(gap.difference)} points (95 % ${points(gap.interval.lower ?? 0)} to ${points(gap.interval.upper ?? 0)}, p = ${gap.pValue.toFixed(3)})\n`,
);
for (const table of tables) console.log(`${String(table)}\n`);
