import {
  type AggregateOptions,
  buildIndex,
  type FrameworkNode,
  type IndexMethodology,
  type IndexResult,
  type NormalizeOptions,
} from "@vitalcore/composite";
import { isVitalError } from "@vitalcore/core";
import { afterAll, describe, expect, it } from "vitest";
import {
  caseList,
  definitionOf,
  type MetaRow,
  meta,
  nodesOf,
  type OracleCase,
  type OracleTable,
  readCase,
  readCsv,
  readDataset,
} from "./support/coinr.js";

/** The suggested tolerance of the oracle's index. */
const TOLERANCE = 1e-10;

const HEAD = { kind: "IndexMethodology", version: 1, id: "asem", title: "ASEM" } as const;
const leaves = meta.filter(({ isLeaf }) => isLeaf);

function build(
  dataset: string,
  nodes: readonly FrameworkNode[],
  directions: ReadonlyMap<string, 1 | -1>,
  more: Partial<IndexMethodology> = {},
): IndexResult {
  const definitions = [...directions].map(([id, direction]) => definitionOf(id, direction));
  return buildIndex(
    readDataset(dataset),
    { ...HEAD, nodes, ...more },
    { unitColumn: "uCode", definitions },
  );
}

/** Compares the scores of nodes with the columns of that name, by unit; returns how many were compared. */
function expectScores(result: IndexResult, table: OracleTable, ids: readonly string[]): number {
  const units = table.columns.uCode as readonly string[];
  const byUnit = new Map(result.units.map((unit) => [unit.unit, unit]));
  let compared = 0;
  for (const id of ids) {
    const column = table.columns[id] as readonly (number | string | null)[];
    units.forEach((unit, i) => {
      const wanted = column[i] === "NaN" ? null : column[i];
      const score = byUnit.get(unit)?.scores[id] ?? null;
      compared += 1;
      if (wanted === null || score === null) {
        expect(score, `${id} of ${unit}`).toBe(wanted);
        return;
      }
      const error = Math.abs(score - (wanted as number));
      expect(error, `${id} of ${unit}`).toBeLessThanOrEqual(
        TOLERANCE * Math.max(1, Math.abs(score)),
      );
    });
  }
  return compared;
}

function directionsOf(params: OracleCase["params"]): Map<string, 1 | -1> {
  const given = params.directions as OracleTable | undefined;
  if (given === undefined) return new Map(leaves.map(({ id, direction }) => [id, direction]));
  const codes = given.columns.iCode as readonly string[];
  return new Map(codes.map((id, i) => [id, given.columns.Direction?.[i] === -1 ? -1 : 1]));
}

/** The oracle normalizes the column times its direction; its goalposts are not turned with it. */
function normalizeBy(
  f: string,
  para: Readonly<Record<string, unknown>>,
  direction: 1 | -1,
): NormalizeOptions {
  if (f === "n_minmax") {
    const [low, high] = para.l_u as [number, number];
    return { method: "min-max", scale: low < high ? [low, high] : [high, low] };
  }
  if (f === "n_zscore") {
    const [mean, sd] = para.m_sd as [number, number];
    return { method: "z-score", mean, sd };
  }
  if (f === "n_prank") {
    return {
      method: "percentile-rank",
      scale: [0, 1],
      ties: para["ties.method"] === "average" ? "average" : "min",
    };
  }
  const [low, high, scale] = para.gposts as [number, number, number];
  const clamp = para.trunc2posts !== false;
  return {
    method: "goalposts",
    worst: direction * low,
    best: direction * high,
    scale: [0, scale],
    clamp,
  };
}

function runNormalise({ params, input, output }: OracleCase): number {
  const directions = directionsOf(params);
  const para = (params.f_n_para ?? {}) as Readonly<Record<string, unknown>>;
  const [low = 0, high = 1] = (para.l_u ?? []) as number[];
  if (low > high) {
    // A reversed scale is refused here; the same scores are those of the opposite directions.
    for (const [id, direction] of directions) directions.set(id, direction === 1 ? -1 : 1);
  }
  const nodes = nodesOf(meta, (row) =>
    row.isLeaf
      ? { normalize: normalizeBy(params.f_n as string, para, directions.get(row.id) as 1 | -1) }
      : {},
  );
  const result = build(input.dset, nodes, directions);
  return expectScores(
    result,
    output,
    leaves.map(({ id }) => id),
  );
}

const iMetaParameters = new Map(
  readCsv("inputs/asem_norm_params.csv").map((row) => [row.iCode, row]),
);

function normalizeByMeta(f: string, { id, direction }: MetaRow): NormalizeOptions {
  const row = iMetaParameters.get(id);
  const number = (name: string) => Number(row?.[name]);
  if (f === "n_minmax")
    return { method: "min-max", scale: [number("minmax_lower"), number("minmax_upper")] };
  if (f === "n_zscore")
    return { method: "z-score", mean: number("zscore_mean"), sd: number("zscore_sd") };
  const posts = [number("goalpost_lower"), number("goalpost_upper")] as const;
  return {
    method: "goalposts",
    worst: direction === 1 ? posts[0] : posts[1],
    best: direction === 1 ? posts[1] : posts[0],
    scale: [0, number("goalpost_scale")],
    clamp: row?.goalpost_trunc2posts === "TRUE",
  };
}

function runNormaliseByMeta({ params, input, output }: OracleCase): number {
  const nodes = nodesOf(meta, (row) =>
    row.isLeaf ? { normalize: normalizeByMeta(params.f_n as string, row) } : {},
  );
  const result = build(input.dset, nodes, directionsOf({}));
  return expectScores(
    result,
    output,
    leaves.map(({ id }) => id),
  );
}

const MEANS = { a_amean: "arithmetic", a_gmean: "geometric", a_hmean: "harmonic" } as const;

/** An entry for each level of aggregation, the lowest first; or one for all. */
function ofLevel<Value>(
  given: Value | readonly Value[] | undefined,
  level: number,
): Value | undefined {
  return Array.isArray(given)
    ? (given as readonly Value[])[level - 2]
    : (given as Value | undefined);
}

function weightReader(given: unknown): (row: MetaRow) => number {
  if (given === undefined || given === "iMeta" || given === null) return ({ weight }) => weight;
  return ({ id, level, weight }) => {
    // The weights of the children belong to the level above them.
    const table = ofLevel(given as OracleTable, level + 1);
    const at = table?.columns.iCode?.indexOf(id) ?? -1;
    return at < 0 ? weight : (table?.columns.Weight?.[at] as number);
  };
}

/** Scores that are given pass through: goalposts 0 and 1 on a scale from 0 to 1. */
const PASS: NormalizeOptions = {
  method: "goalposts",
  worst: 0,
  best: 1,
  scale: [0, 1],
  clamp: false,
};
const upwards = new Map(leaves.map(({ id }) => [id, 1 as const]));

function runAggregate({ params, input, output, coinr_error }: OracleCase): number {
  const weightOf = weightReader(params.w);
  const options = ({ level }: MetaRow): AggregateOptions => ({
    method: MEANS[ofLevel(params.f_ag as keyof typeof MEANS, level) as keyof typeof MEANS],
    atLeast: ofLevel(params.dat_thresh as number | undefined, level) ?? 0,
  });
  const nodes = nodesOf(meta, (row) => ({
    weight: weightOf(row),
    ...(row.isLeaf ? { normalize: PASS } : { aggregate: options(row) }),
  }));
  if (coinr_error !== undefined) {
    // Where the oracle stops there is no number: we say which node, unit and child are to blame.
    expect(refusal(() => build(input.dset, nodes, upwards))).toContain(
      "composite/nonpositive-score",
    );
    return 1;
  }
  const groups = meta.filter(({ isLeaf }) => !isLeaf).map(({ id }) => id);
  return expectScores(build(input.dset, nodes, upwards), output, groups);
}

function refusal(run: () => unknown): readonly string[] {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings.map(({ code }) => code);
    throw error;
  }
  return [];
}

function runScreen({ params, input, output }: OracleCase): number {
  const nodes = nodesOf(meta, ({ isLeaf }) =>
    isLeaf ? { normalize: { method: "percentile-rank" } } : { aggregate: { atLeast: 0 } },
  );
  const screening = { indicatorsAtLeast: params.dat_thresh as number };
  const result = build(input.dset, nodes, directionsOf({}), { screening });
  const isOut = (failures: IndexResult["units"][number]["failures"]) =>
    failures.some(({ rule }) => rule === "screening");
  const removed = result.units.filter(({ failures }) => isOut(failures)).map(({ unit }) => unit);
  expect(removed.sort()).toEqual([...output.RemovedUnits].sort());
  return result.units.length;
}

/** Ranks of every aggregate: each is the index of its own branch. */
function runResults({ output, input }: OracleCase): number {
  const dataset = readDataset(input.dset);
  let compared = 0;
  for (const [id, ranks] of Object.entries(output.columns)) {
    if (id === "uCode") continue;
    const nodes: FrameworkNode[] = [
      { id: "root" },
      { id, parent: "root", indicator: id, normalize: PASS },
    ];
    const data = dataset.map((row) => ({ uCode: row.uCode ?? null, [id]: row[id] ?? null }));
    const result = buildIndex(
      data,
      { ...HEAD, nodes },
      { unitColumn: "uCode", definitions: [definitionOf(id, 1)] },
    );
    const byUnit = new Map(result.units.map(({ unit, rank }) => [unit, rank]));
    (output.columns.uCode as readonly string[]).forEach((unit, i) => {
      expect(byUnit.get(unit), `${id} of ${unit}`).toBe(ranks[i]);
      compared += 1;
    });
  }
  return compared;
}

const RUNNERS: Readonly<Record<string, (oracle: OracleCase) => number>> = {
  normalise: runNormalise,
  normalise_iMeta: runNormaliseByMeta,
  aggregate: runAggregate,
  screen: runScreen,
  results: runResults,
};

describe("agreement with COINr", () => {
  const passed: string[] = [];
  let numbers = 0;

  it.each(caseList)("$case", ({ case: name, file, op }) => {
    const compared = RUNNERS[op]?.(readCase(file)) ?? 0;
    expect(compared).toBeGreaterThan(0);
    numbers += compared;
    passed.push(name);
  });

  afterAll(() => {
    process.stdout.write(
      `COINr: ${caseList.length} cases, ${passed.length} passed, 0 excluded; ${numbers} numbers compared\n`,
    );
  });
});
