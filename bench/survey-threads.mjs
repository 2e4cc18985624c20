// node survey-threads.mjs: processor time by rows and threads, as JSON in milliseconds; the least of several, in turn.
import { tableFrom } from "@vitalcore/core";
import { estimateTable } from "@vitalcore/survey/statistics";
import { surveySample } from "./survey-sample.mjs";

const MILLIONS = [4, 12];
const ROUNDS = 5;
const PLAN = {
  version: 1,
  statistic: "mean",
  columns: ["y"],
  design: { weights: "w", strata: "stratum", clusters: "psu" },
};

function inSharedMemory(columns) {
  const share = ([name, cells]) => {
    const shared = new Float64Array(new SharedArrayBuffer(cells.byteLength));
    shared.set(cells);
    return [name, shared];
  };
  return tableFrom(Object.fromEntries(Object.entries(columns).map(share)));
}

const times = [];
for (const millions of MILLIONS) {
  const { psu, stratum, w, y } = surveySample(millions * 1e6);
  const table = inSharedMemory({ psu, stratum, w, y });
  const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round++) {
    for (const threads of [1, 2]) {
      const before = process.cpuUsage();
      await estimateTable(PLAN, table, {}, { workers: threads });
      const { user, system } = process.cpuUsage(before);
      least[threads - 1] = Math.min(least[threads - 1], (user + system) / 1000);
    }
  }
  times.push({ millions, one: least[0], two: least[1] });
}
console.log(JSON.stringify(times));
