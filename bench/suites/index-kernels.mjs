import { table as arqueroTable, desc, op } from "arquero";
import { weightedFloor } from "../floors/weighted-index-floor.mjs";
import { GROUPS, kernelOf, problemOf, scorerOf, times } from "../skewed-index.mjs";

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

/** The input of both ways to write it in arquero, as of ours: a column for each indicator. */
function wideTable({ values, units, ids }) {
  return arqueroTable({
    unit: Array.from({ length: units }, (_, i) => i),
    ...Object.fromEntries(ids.map((id, k) => [id, values.subarray(k * units, (k + 1) * units)])),
  });
}

/** Program text made for one framework: an expression for each indicator and group, over the table as it is. */
function arqueroWide(problem) {
  const { ids } = problem;
  const data = wideTable(problem);
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

/** The same program for any framework, which is data, as in ours: the table is folded and grouped level by level. */
function arqueroLong(problem) {
  const { ids } = problem;
  const data = wideTable(problem);
  const framework = arqueroTable({
    indicator: ids,
    pillar: ids.map((_, k) => k % GROUPS),
    weight: ids.map((_, k) => 1 + (k % 5)),
  });
  const top = arqueroTable({
    pillar: Array.from({ length: GROUPS }, (_, g) => g),
    share: Array.from({ length: GROUPS }, (_, g) => 1 + (g % 3)),
  });
  return () =>
    data
      .fold(ids, { as: ["indicator", "value"] })
      .groupby("indicator")
      .derive({
        score: (d) => (100 * (d.value - op.min(d.value))) / (op.max(d.value) - op.min(d.value)),
      })
      .ungroup()
      .join(framework)
      .groupby("unit", "pillar")
      .rollup({ pillarScore: (d) => op.sum(d.weight * d.score) / op.sum(d.weight) })
      .join(top)
      .groupby("unit")
      .rollup({ index: (d) => op.sum(d.share * d.pillarScore) })
      .orderby(desc("index"))
      .derive({ rank: op.rank() })
      .orderby("unit")
      .array("rank");
}

function sameRanks(ours, others) {
  const expected = Array.from(ours());
  for (const other of others) {
    const ranks = Array.from(other());
    if (ranks.some((rank, i) => rank !== expected[i])) throw new Error("other ranks");
  }
}

function arithmetic(units, indicators, { repeat = 1, withArquero = true } = {}) {
  const problem = problemOf(units, indicators);
  const [ours, whole, floor] = [scorerOf(problem), kernelOf(problem), floorOf(problem)];
  const [wide, long] = withArquero ? [arqueroWide(problem), arqueroLong(problem)] : [];
  sameRanks(ours, withArquero ? [whole, floor, long] : [whole, floor]);
  return {
    title: `Normalize, aggregate, rank: ${units.toLocaleString("en-US")} × ${indicators}`,
    note: "Promised: at most 1.5 times the floor, so that its figure is at least 0.67; and 100 times as fast as arquero.",
    clock: "cpu",
    ours: {
      name: "@vitalcore/composite scoreUnits: scores and ranks of the index, as an uncertainty analysis asks for them",
      run: times(repeat, ours),
    },
    others: [
      {
        name: "@vitalcore/composite runPlan: every indicator's and group's scores kept, as in a build",
        run: times(repeat, whole),
      },
      {
        name: "floor: plain typed-array loops, level by level (bench/floors/weighted-index-floor.mjs)",
        run: times(repeat, floor),
      },
      ...(withArquero
        ? [
            {
              name: "arquero, a program for any framework: folded, then grouped by level",
              run: times(repeat, long),
            },
            {
              name: "arquero, a program written for this framework: an expression for each column",
              run: times(repeat, wide),
            },
          ]
        : []),
    ],
  };
}

/** Normalization, aggregation and ranks at four sizes. */
export function suites() {
  return [
    arithmetic(51, 49, { repeat: 100 }),
    arithmetic(200, 100, { repeat: 20 }),
    arithmetic(5000, 100),
    arithmetic(100_000, 200, { withArquero: false }),
  ];
}
