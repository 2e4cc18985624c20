import { buildIndex } from "@vitalcore/composite";
import { uncertainty } from "@vitalcore/composite/uncertainty";
import { floorMonteCarlo } from "../floors/monte-carlo-floor.mjs";

const REPLICATIONS = 2000;

/** Numbers between 0 and 1 that are the same everywhere (Weyl sequence). */
function numbers(count) {
  return Float64Array.from({ length: count }, (_, i) => (0.5 + (i + 1) * 0.6180339887498949) % 1);
}

function indexOf(units, leaves, pillars) {
  const ids = Array.from({ length: leaves }, (_, i) => `i${i}`);
  const draw = numbers(units * leaves);
  const data = { unit: Array.from({ length: units }, (_, u) => `u${u}`) };
  ids.forEach((id, k) => {
    data[id] = Array.from(draw.subarray(k * units, (k + 1) * units));
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
  return {
    data,
    methodology: { ...head, nodes, normalize },
    options: { unitColumn: "unit", definitions },
  };
}

async function suiteOf(units, leaves, pillars) {
  const { data, methodology, options } = indexOf(units, leaves, pillars);
  const run = (runs) =>
    uncertainty(
      data,
      methodology,
      {
        kind: "UncertaintySpec",
        version: 1,
        factors: [
          { id: "weights", kind: "weight-noise", noise: { distribution: "uniform", spread: 0.25 } },
          {
            id: "mean",
            kind: "choice",
            alternatives: [{}, { change: { aggregate: { method: "geometric" } } }],
          },
        ],
        design: { method: "monte-carlo", runs },
      },
      { ...options, pairs: false },
    );
  await run(10);
  return {
    title: `${REPLICATIONS} scenarios of an index (${units} × ${leaves}): draws, scores, ranks and summaries`,
    note: "Promised: at least 100 times a rerun of buildIndex for each scenario, so that the figure of buildIndex is at least 1. The floor computes scores and ranks alone, from weights that are drawn already.",
    ours: { name: "@vitalcore/composite uncertainty", run: () => run(REPLICATIONS) },
    others: [
      {
        name: "floor: blocked products and ranks (bench/floors/monte-carlo-floor.mjs)",
        run: floorMonteCarlo(numbers(units * leaves), units, leaves, REPLICATIONS),
      },
      {
        name: `buildIndex ${REPLICATIONS / 100} times, for a hundredth of the scenarios`,
        run: () => {
          for (let i = 0; i < REPLICATIONS / 100; i++) buildIndex(data, methodology, options);
        },
      },
    ],
  };
}

/** The uncertainty analysis at the size of the ASEM example, and of a large index. */
export async function suites() {
  return [await suiteOf(51, 49, 8), await suiteOf(200, 100, 10)];
}
