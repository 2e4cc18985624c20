import { Bench } from "tinybench";

const ROUNDS = 5;
const MILLISECONDS = 150;
/** Before the first round: the engine goes on compiling what is long, such as a whole build, for a hundred runs. */
const WARM_UP = 1000;

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {() => unknown} [run]
 * @property {number} [milliseconds] in place of `run`: what takes too long to be run again and again, measured once
 *
 * @typedef {object} Suite
 * @property {string} title
 * @property {Case} ours
 * @property {Case[]} others peers and floors; the table gives their time as a multiple of ours
 * @property {string} [note] a word on what is measured, or on what is promised
 * @property {"wall" | "cpu"} [clock] "cpu": processor time of all threads, which other work on the machine disturbs
 *   less; too coarse for what takes microseconds. Default "wall".
 */

const cpuMilliseconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * Times all cases in turn, several rounds over: the machine's speed drifts, so a ratio is taken within each
 * round, and the median of the rounds is what counts.
 *
 * @param {Suite} suite
 */
async function measure({ ours, others, clock = "wall" }) {
  const cases = [ours, ...others];
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const bench = new Bench({
      time: MILLISECONDS,
      iterations: 3,
      warmup: round === 0,
      warmupTime: WARM_UP,
      throws: true,
      ...(clock === "cpu" && { now: cpuMilliseconds }),
    });
    for (const { name, run } of cases) if (run !== undefined) bench.add(name, run);
    await bench.run();
    const timed = new Map(bench.tasks.map(({ name, result }) => [name, result.latency.p50]));
    rounds.push(cases.map(({ name, milliseconds }) => milliseconds ?? timed.get(name)));
  }
  return cases.map(({ name }, i) => {
    const ratios = rounds.map((times) => times[i] / times[0]);
    return {
      name,
      milliseconds: median(rounds.map((times) => times[i])),
      ratio: median(ratios),
      least: Math.min(...ratios),
      most: Math.max(...ratios),
    };
  });
}

const figure = (value) => value.toLocaleString("en-US", { maximumSignificantDigits: 3 });

/**
 * Measures a suite and gives its markdown table.
 *
 * @param {Suite} suite
 */
export async function table(suite) {
  const rows = (await measure(suite)).map(
    ({ name, milliseconds, ratio, least, most }) =>
      `| ${name} | ${figure(milliseconds)} | ${figure(ratio)} | ${figure(least)} – ${figure(most)} |`,
  );
  return [
    `### ${suite.title}`,
    "",
    ...(suite.note === undefined ? [] : [suite.note, ""]),
    "| what | ms (median) | time / ours | least – most |",
    "|---|---:|---:|---:|",
    ...rows,
    "",
  ].join("\n");
}
