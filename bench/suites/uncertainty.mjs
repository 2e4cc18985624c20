import { buildIndex } from "@vitalcore/composite";
import { uncertainty } from "@vitalcore/composite/uncertainty";
import { floorMonteCarlo } from "../floors/monte-carlo-floor.mjs";
import { indexOf, MEAN, NOISE } from "../synthetic-index.mjs";

const REPLICATIONS = 10_000;

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
