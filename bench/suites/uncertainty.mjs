import { buildIndex } from "@vitalcore/composite";
import { uncertainty } from "@vitalcore/composite/uncertainty";
import { floorMonteCarlo } from "../floors/monte-carlo-floor.mjs";

const REPLICATIONS = 10_000;

/** Numbers that look like an index: what a unit does well in one indicator it tends to do well in others. */
function valuesOf(units, leaves) {
  let state = units + leaves;
  const draw = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const level = Float64Array.from({ length: units }, draw);
  return Float64Array.from({ length: units * leaves }, (_, i) => level[i % units] + 2 * draw());
}

function indexOf(units, leaves, pillars) {
  const ids = Array.from({ length: leaves }, (_, i) => `i${i}`);
  const values = valuesOf(units, leaves);
  const column = (k) => values.subarray(k * units, (k + 1) * units);
  const data = { unit: Array.from({ length: units }, (_, u) => `u${u}`) };
  ids.forEach((id, k) => {
    data[id] = Array.from(column(k));
  });
  const nodes = [
    { id: "index" },
    ...Array.from({ length: pillars }, (_, p) => ({ id: `p${p}`, parent: "index", weight: 1 })),
    ...ids.map((id, k) => ({ id, parent: `p${k % pillars}`, indicator: id, weight: 1 })),
  ];
  const definitions = ids.map((id) => ({
    id,
    name: id,
    definition: "A number.",
    unit: "SCORE",
    range: [null, null],
    direction: "higherBetter",
    home: "economic",
    dimensions: ["economic"],
    digital: false,
    status: "established",
  }));
  const head = { kind: "IndexMethodology", version: 1, id: "bench", title: "Bench" };
  const normalize = { method: "min-max", scale: [1, 100] };
  const scores = values.map((value, i) => {
    const own = column(Math.floor(i / units));
    const least = Math.min(...own);
    return 1 + (99 * (value - least)) / (Math.max(...own) - least);
  });
  return {
    data,
    scores,
    methodology: { ...head, nodes, normalize },
    options: { unitColumn: "unit", definitions, pairs: false },
  };
}

const NOISE = {
  id: "weights",
  kind: "weight-noise",
  noise: { distribution: "uniform", spread: 0.25 },
};
const MEAN = {
  id: "mean",
  kind: "choice",
  alternatives: [{}, { change: { aggregate: { method: "geometric" } } }],
};

function specOf(factors) {
  const design = { method: "monte-carlo", runs: REPLICATIONS };
  return { kind: "UncertaintySpec", version: 1, factors, design };
}

async function suitesOf(units, leaves, pillars) {
  const { data, methodology, options, scores } = indexOf(units, leaves, pillars);
  const floor = floorMonteCarlo(scores, units, leaves, pillars, REPLICATIONS);
  const size = `${units} × ${leaves}`;
  const mixed = {
    ...methodology,
    nodes: methodology.nodes.map((node) =>
      node.id === "index" ? { ...node, aggregate: { method: "geometric" } } : node,
    ),
  };
  return [
    {
      title: `${REPLICATIONS} scenarios, ${size}, the same mean throughout`,
      note: "Promised: at most 1.5 times the floor, so that its figure is at least 0.67; and at least 100 times a rerun of buildIndex for each scenario, so that the figure of buildIndex is at least 0.1. Ours is the whole call: it also reads the data, draws from Philox, and keeps distributions; the floor computes scores and ranks alone.",
      ours: {
        name: "@vitalcore/composite uncertainty",
        run: () => uncertainty(data, methodology, specOf([NOISE, MEAN]), options),
      },
      others: [
        {
          name: "floor: blocked products and ranks (bench/floors/monte-carlo-floor.mjs)",
          run: floor.blocked,
        },
        {
          name: "the same with counts of all pairs",
          run: () =>
            uncertainty(data, methodology, specOf([NOISE, MEAN]), { ...options, pairs: true }),
        },
        {
          name: `buildIndex ${REPLICATIONS / 1000} times, for a thousandth of the scenarios`,
          run: () => {
            for (let i = 0; i < REPLICATIONS / 1000; i++) buildIndex(data, methodology, options);
          },
        },
      ],
    },
    {
      title: `${REPLICATIONS} scenarios, ${size}, mixed means`,
      note: "Promised: at most 1.5 times the floor, so that its figure is at least 0.67.",
      ours: {
        name: "@vitalcore/composite uncertainty",
        run: () => uncertainty(data, mixed, specOf([NOISE]), options),
      },
      others: [{ name: "floor: stage after stage, and ranks", run: floor.staged }],
    },
  ];
}

/** The uncertainty analysis at the size of the ASEM example, and of a large index. */
export async function suites() {
  return [...(await suitesOf(51, 49, 8)), ...(await suitesOf(200, 100, 10))];
}
