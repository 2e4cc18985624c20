import { planIndex } from "@vitalcore/composite";
import { createWorkspace, runPlan, scoreUnits } from "@vitalcore/composite/kernels";

/** Groups of an index: indicator k belongs to group k % GROUPS. */
export const GROUPS = 8;

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

/** An index of two levels over right-skewed data. */
export function problemOf(units, indicators) {
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

/** Runs a kernel over and over in a workspace of its own. */
function repeated({ methodology, definitions, values, units }, run) {
  const { plan } = planIndex(methodology, { definitions });
  const workspace = createWorkspace(plan, units);
  return () => {
    run(plan, values, workspace);
    return workspace.ranks;
  };
}

/** Normalizes, aggregates and ranks; the scores of every level are kept. */
export const kernelOf = (problem) => repeated(problem, runPlan);

/** Normalizes, aggregates and ranks; nothing is kept but the index and its ranks. */
export const scorerOf = (problem) => repeated(problem, scoreUnits);

/** Short work a few times over: processor time has no finer grain than microseconds. */
export function times(count, run) {
  return () => {
    for (let i = 0; i < count; i++) run();
  };
}
