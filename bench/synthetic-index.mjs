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

/** An index of two levels with min-max scores, its data, and the scores of its leaves. */
export function indexOf(units, leaves, pillars) {
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

export const NOISE = {
  id: "weights",
  kind: "weight-noise",
  noise: { distribution: "uniform", spread: 0.25 },
};
export const MEAN = {
  id: "mean",
  kind: "choice",
  alternatives: [{}, { change: { aggregate: { method: "geometric" } } }],
};
