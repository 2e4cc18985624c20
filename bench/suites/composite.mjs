import { buildIndex, planIndex } from "@vitalcore/composite";
import { removeElements } from "@vitalcore/composite/compare";
import { createWorkspace, runPlan } from "@vitalcore/composite/kernels";
import { outrankingMatrix } from "@vitalcore/composite/outranking";
import { treatColumn } from "@vitalcore/composite/treat";
import { table as arqueroTable, desc, op } from "arquero";
import { weightedFloor } from "../floors/weighted-index-floor.mjs";

const GROUPS = 8;

/** Numbers that look like data: right-skewed, the same in every run. */
function noise(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return -Math.log(1 - state / 4294967296);
  };
}

const definitionOf = (id) => ({
  id,
  name: id,
  definition: id,
  unit: "POINTS",
  range: [null, null],
  direction: "higherBetter",
  home: "economic",
  dimensions: ["economic"],
  digital: false,
  status: "experimental",
});

function problemOf(units, indicators) {
  const draw = noise(units + indicators);
  const values = Float64Array.from({ length: units * indicators }, draw);
  const ids = Array.from({ length: indicators }, (_, k) => `i${String(k).padStart(3, "0")}`);
  const groups = Array.from({ length: GROUPS }, (_, g) => `g${g}`);
  const methodology = {
    kind: "IndexMethodology",
    version: 1,
    id: "bench",
    title: "Bench",
    nodes: [
      { id: "index" },
      ...groups.map((id, g) => ({ id, parent: "index", weight: 1 + (g % 3) })),
      ...ids.map((id, k) => ({
        id,
        parent: groups[k % GROUPS],
        indicator: id,
        weight: 1 + (k % 5),
      })),
    ],
    normalize: { method: "min-max" },
  };
  return {
    units,
    indicators,
    values,
    ids,
    groups,
    methodology,
    definitions: ids.map(definitionOf),
  };
}

function kernelOf({ methodology, definitions, values, units }) {
  const { plan } = planIndex(methodology, { definitions });
  const workspace = createWorkspace(plan, units);
  return () => {
    runPlan(plan, values, workspace);
    return workspace.ranks;
  };
}

function floorOf({ values, units, indicators }) {
  const groupOf = Int32Array.from({ length: indicators }, (_, k) => k % GROUPS);
  const raw = Float64Array.from({ length: indicators }, (_, k) => 1 + (k % 5));
  const mass = new Float64Array(GROUPS);
  raw.forEach((w, k) => {
    mass[groupOf[k]] += w;
  });
  const top = Float64Array.from({ length: GROUPS }, (_, g) => 1 + (g % 3));
  const total = top.reduce((sum, w) => sum + w, 0);
  const design = {
    groupOf,
    weights: raw.map((w, k) => w / mass[groupOf[k]]),
    groupWeights: top.map((w) => w / total),
  };
  const room = {
    groups: new Float64Array(units * GROUPS),
    scores: new Float64Array(units),
    ranks: new Float64Array(units),
    order: new Float64Array(units),
  };
  return () => {
    weightedFloor(values, units, design, room);
    return room.ranks;
  };
}

/** As a data frame does it: derived columns, a mean of means, a rank over the sorted table. */
function arqueroOf({ values, units, ids }) {
  const data = arqueroTable({
    unit: Array.from({ length: units }, (_, i) => i),
    ...Object.fromEntries(ids.map((id, k) => [id, values.subarray(k * units, (k + 1) * units)])),
  });
  const scaled = Object.fromEntries(
    ids.map((id) => [
      `s_${id}`,
      `d => 100 * (d.${id} - op.min(d.${id})) / (op.max(d.${id}) - op.min(d.${id}))`,
    ]),
  );
  const groups = Object.fromEntries(
    Array.from({ length: GROUPS }, (_, g) => {
      const own = ids.flatMap((id, k) => (k % GROUPS === g ? [[id, 1 + (k % 5)]] : []));
      const mass = own.reduce((sum, [, w]) => sum + w, 0);
      return [`g${g}`, `d => (${own.map(([id, w]) => `${w} * d.s_${id}`).join(" + ")}) / ${mass}`];
    }),
  );
  const top = Array.from({ length: GROUPS }, (_, g) => `${1 + (g % 3)} * d.g${g}`).join(" + ");
  return () =>
    data
      .derive(scaled)
      .derive(groups)
      .derive({ index: `d => ${top}` })
      .orderby(desc("index"))
      .derive({ rank: op.rank() })
      .array("rank");
}

function sameRanks(ours, others) {
  const expected = Array.from(ours());
  for (const other of others) {
    const ranks = Array.from(other());
    if (ranks.some((rank, i) => rank !== expected[i])) throw new Error("other ranks");
  }
}

function arithmetic(units, indicators, withArquero) {
  const problem = problemOf(units, indicators);
  const [ours, floor] = [kernelOf(problem), floorOf(problem)];
  sameRanks(ours, [floor]);
  return {
    title: `Normalize, aggregate, rank: ${units.toLocaleString("en-US")} × ${indicators}`,
    note: "Promised: at most 1.5 times the floor, so the floor's figure is at least 0.67; arquero's at least 100.",
    ours: { name: "@vitalcore/composite kernels", run: ours },
    others: [
      {
        name: "floor: plain typed-array loops (bench/floors/weighted-index-floor.mjs)",
        run: floor,
      },
      ...(withArquero ? [{ name: "arquero: derived columns", run: arqueroOf(problem) }] : []),
    ],
  };
}

/** What COINr 1.1.14 took on a machine of this class, in milliseconds; it does not run here. */
const COINR = { build: 260, aggregate: 2400, treat: 7300, outranking: 30_000, removal: 41_000 };

function stored(milliseconds) {
  return `stored time of COINr: ${milliseconds.toLocaleString("en-US")} ms, to be divided by ours`;
}

export async function suites() {
  const asem = problemOf(51, 49);
  const rows = Array.from({ length: asem.units }, (_, i) => ({
    unit: `U${String(i).padStart(2, "0")}`,
    ...Object.fromEntries(asem.ids.map((id, k) => [id, asem.values[k * asem.units + i]])),
  }));
  const options = { unitColumn: "unit", definitions: asem.definitions };
  const treated = { ...asem.methodology, treat: {} };
  const whole = buildIndex(rows, asem.methodology, options);
  const large = problemOf(5000, 100);
  const small = problemOf(200, 10);
  const column = (problem, k) =>
    problem.values.subarray(k * problem.units, (k + 1) * problem.units);
  const columns = (problem) => problem.ids.map((_, k) => column(problem, k));
  return [
    arithmetic(51, 49, true),
    arithmetic(200, 100, true),
    arithmetic(5000, 100, true),
    arithmetic(100_000, 200, false),
    {
      title: "A whole build with treatment: 51 × 49",
      note: stored(COINR.build),
      ours: { name: "buildIndex", run: () => buildIndex(rows, treated, options) },
      others: [],
    },
    {
      title: "Aggregate 5,000 × 100",
      note: stored(COINR.aggregate),
      ours: { name: "kernels: normalize, aggregate, rank", run: kernelOf(large) },
      others: [],
    },
    {
      title: "Treat 5,000 × 100",
      note: stored(COINR.treat),
      ours: {
        name: "treatColumn on every column",
        run: () => columns(large).map((each) => treatColumn(each)),
      },
      others: [],
    },
    {
      title: "Outranking matrix 200 × 10",
      note: stored(COINR.outranking),
      ours: { name: "outrankingMatrix", run: () => outrankingMatrix(columns(small)) },
      others: [],
    },
    {
      title: "Removing each of 49 indicators in turn, 51 units",
      note: stored(COINR.removal),
      ours: { name: "removeElements", run: () => removeElements(whole) },
      others: [],
    },
  ];
}
