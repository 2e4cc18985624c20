import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { root } from "./workspace.js";

/** Threads run the built packages; from sources none starts. */
const SCRIPT = `
  import { estimateTable } from "@vitalcore/survey/statistics";
  let started = 0;
  process.on("worker", () => { started += 1; });
  const n = 2_500_000;
  const psu = Float64Array.from({ length: n }, (_, i) => Math.floor(i / 30_000));
  const x = Float64Array.from({ length: n }, (_, i) => Math.sin(i));
  const g = Float64Array.from({ length: n }, (_, i) => i % 3);
  const plan = { version: 1, statistic: "mean", columns: ["x"], by: ["g"], design: { clusters: "psu" } };
  const results = [];
  for (const workers of [1, 2, 3]) {
    const { estimates } = await estimateTable(plan, { psu, x, g }, {}, { workers });
    results.push(JSON.stringify(estimates));
  }
  console.log(JSON.stringify({ started, results }));
`;

it("a table is estimated on several threads, to the same bits as on one", () => {
  const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", SCRIPT], {
    cwd: root,
    encoding: "utf8",
  });
  const { started, results } = JSON.parse(printed) as { started: number; results: string[] };
  expect(started).toBe(2 + 3);
  expect(JSON.parse(results[0] as string)).toHaveLength(3);
  expect(new Set(results).size).toBe(1);
}, 60_000);
