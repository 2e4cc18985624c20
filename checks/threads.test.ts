import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./workspace.js";

/** Threads start from built packages only. */
const built = join(root, "packages/composite/dist/esm/uncertainty-worker.js");

const program = `
import { uncertainty } from "@vitalcore/composite/uncertainty";
let started = 0;
process.on("worker", () => { started += 1; });
// A clock by which everything takes long: threads start where they are worth it, and here that must not be by chance.
let clock = 0;
performance.now = () => { clock += 1000; return clock; };
const units = Array.from({ length: 12 }, (_, u) => "u" + u);
const ids = ["a", "b", "c"];
const data = { unit: units };
ids.forEach((id, k) => { data[id] = units.map((_, u) => (u * 37 + u * u * k + 5 * k) % 23); });
const methodology = {
  kind: "IndexMethodology", version: 1, id: "threads", title: "Threads",
  nodes: [{ id: "index" }, ...ids.map((id) => ({ id, parent: "index", indicator: id }))],
  normalize: { method: "min-max", scale: [1, 100] },
};
const definitions = ids.map((id) => ({
  id, name: id, definition: id, unit: "SCORE", range: [null, null], direction: "higherBetter",
  home: "economic", dimensions: ["economic"], digital: false, status: "established",
}));
const spec = {
  kind: "UncertaintySpec", version: 1,
  factors: [
    { id: "noise", kind: "weight-noise", noise: { distribution: "uniform", spread: 0.4 } },
    { id: "mean", kind: "choice", alternatives: [{}, { change: { aggregate: { method: "geometric" } } }] },
  ],
  design: { method: "monte-carlo", runs: 300000 },
};
const results = [];
for (const workers of [1, 2, 3]) {
  const result = await uncertainty(data, methodology, spec, { unitColumn: "unit", definitions }, { workers });
  results.push(JSON.stringify(result));
}
console.log(JSON.stringify({ started, same: results.every((each) => each === results[0]), length: results[0].length }));
`;

describe("an uncertainty analysis on threads of the built package", () => {
  it.skipIf(!existsSync(built))("starts them, and gives the same result to the last bit", () => {
    const output = execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
      cwd: join(root, "bench"),
      encoding: "utf8",
    });
    const { started, same, length } = JSON.parse(output) as Record<string, unknown>;
    expect(started).toBe(1 + 2);
    expect(same).toBe(true);
    expect(length).toBeGreaterThan(1000);
  });
});
