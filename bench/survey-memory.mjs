// node survey-memory.mjs stream|design: what one process needs, as JSON in bytes.
import { tableFrom } from "@vitalcore/core";
import { mean, prevalence, surveyDesign } from "@vitalcore/survey";
import { surveyStatistic } from "@vitalcore/survey/statistics";
import { surveySample } from "./survey-sample.mjs";

const DESIGN = { weights: "w", strata: "stratum", clusters: "psu" };
const peak = () => process.resourceUsage().maxRSS * 1024;

/** A file of many rows that is never whole: 2,000 clusters in 100 strata, made up chunk by chunk. */
function* fileOf(rows, size) {
  let state = 12345;
  const draw = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
  for (let from = 0; from < rows; from += size) {
    const column = () => new Float64Array(size);
    const [psu, stratum, w, y] = [column(), column(), column(), column()];
    for (let i = 0; i < size; i++) {
      psu[i] = Math.floor(((from + i) * 2000) / rows);
      stratum[i] = Math.floor(psu[i] / 20);
      w[i] = 50 + 100 * draw();
      y[i] = draw() < 0.02 + 0.004 * (psu[i] % 50) ? 1 : 0;
    }
    yield tableFrom({ psu, stratum, w, y });
  }
}

function stream() {
  const statistic = surveyStatistic({
    version: 1,
    statistic: "mean",
    columns: ["y"],
    design: DESIGN,
  });
  let units = statistic.empty();
  let rows = 0;
  let half = 0;
  for (const chunk of fileOf(10_000_000, 100_000)) {
    units = statistic.accumulate(units, chunk);
    rows += chunk.length;
    if (rows === 5_000_000) half = peak();
  }
  const [{ value }] = statistic.finish(units).estimates;
  return { rows, value, half, after: peak() };
}

function design() {
  const sample = surveySample(1_000_000);
  const columns = Object.values(sample).reduce((sum, { byteLength }) => sum + byteLength, 0);
  const table = tableFrom(sample);
  const before = peak();
  const held = surveyDesign(table, DESIGN);
  const [{ value }] = mean(held, "y").estimates;
  const used = peak() - before;
  mean(held, "x", { by: "g" });
  prevalence(held, { column: "y", event: 1 });
  return { value, columns, used, usedByMore: peak() - before };
}

console.log(JSON.stringify(process.argv[2] === "stream" ? stream() : design()));
