import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { overChunks, tableFrom } from "@vitalcore/core";
import { surveyStatistic } from "@vitalcore/survey/statistics";
import { psuTotals } from "../floors/psu-totals-floor.mjs";
import { surveySample } from "../survey-sample.mjs";

const ROWS = 1_000_000;
const CHUNKS = 10;
const DESIGN = { weights: "w", strata: "stratum", clusters: "psu" };
const MEAN = { version: 1, statistic: "mean", columns: ["y"], design: DESIGN };
const ERROR = 0.0010259314880761829;
const MEGABYTE = 1e6;

/** What a process of its own reports: the memory of this one is that of other suites, too. */
function reported(script, ...options) {
  const file = fileURLToPath(new URL(`../${script}`, import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [file, ...options], { encoding: "utf8" }));
}

const megabytes = (bytes) => `${Math.round(bytes / MEGABYTE)} MB`;

function cut(sample, chunks) {
  return Array.from({ length: chunks }, (_, c) => {
    const part = ([name, cells]) => [
      name,
      cells.slice((c * ROWS) / chunks, ((c + 1) * ROWS) / chunks),
    ];
    return tableFrom(Object.fromEntries(Object.entries(sample).map(part)));
  });
}

/** Suites of one pass over a file, of memory, and of threads. */
export async function suites() {
  const sample = surveySample(ROWS);
  const psu = Int32Array.from(sample.psu);
  const chunks = cut(sample, CHUNKS);
  const statistic = surveyStatistic(MEAN);
  const groups = surveyStatistic({ ...MEAN, by: ["g"] });
  const [{ standardError }] = overChunks(statistic, chunks).estimates;
  if (Math.abs(standardError / ERROR - 1) > 1e-12) {
    throw new Error(`The chunks give an error of ${standardError}, not ${ERROR} as they must.`);
  }
  const file = reported("survey-memory.mjs", "stream");
  const design = reported("survey-memory.mjs", "design");

  const [small, large] = reported("survey-threads.mjs");
  const start =
    small.two - ((large.two - small.two) * small.millions) / (large.millions - small.millions);
  const efficiency = (large.one - small.one) / (large.two - small.two);
  const threads = `Threads (\`estimateTable\`, columns in shared memory): processor time of one over that of two ${efficiency.toFixed(2)} for every row beyond the first ${small.millions} million; starting two threads takes ${Math.max(0, start).toFixed(0)} ms of it (${large.millions},000,000 rows: ${large.one.toFixed(0)} ms on one, ${large.two.toFixed(0)} ms on two).`;
  const memory = `10,000,000 rows in chunks of 100,000: the process has taken ${megabytes(file.after)} at most after all of them, ${megabytes(file.half)} after half. Design and mean of 1,000,000 rows: ${megabytes(design.used)} beside columns of ${megabytes(design.columns)}; with five groups and prevalence, ${megabytes(design.usedByMore)}. Promised: less than twice the columns.`;
  return [
    {
      title: `One pass over ${CHUNKS} chunks, 1,000,000 rows`,
      note: `${memory}\n\n${threads}`,
      clock: "cpu",
      ours: { name: "surveyStatistic: mean", run: () => overChunks(statistic, chunks) },
      others: [
        {
          name: "floor: a plain typed-array loop with Neumaier sums",
          run: () => psuTotals(psu, sample.w, sample.y, 2000),
        },
        { name: "surveyStatistic: mean by g", run: () => overChunks(groups, chunks) },
      ],
    },
  ];
}
