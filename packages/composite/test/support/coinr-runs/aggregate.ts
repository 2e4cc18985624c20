import type { AggregateOptions, NormalizeOptions } from "@vitalcore/composite";
import { expect } from "vitest";
import {
  build,
  expectNumber,
  expectTable,
  groups,
  leaves,
  type MetaRow,
  meta,
  nodesOf,
  type OracleCase,
  type OracleTable,
  type Runner,
  readDataset,
  refusal,
  scoresOf,
} from "./oracle.js";

const METHODS: Readonly<Record<string, AggregateOptions>> = {
  a_amean: { method: "arithmetic" },
  a_gmean: { method: "geometric" },
  a_hmean: { method: "harmonic" },
  a_genmean: { method: "generalized" },
  a_copeland: { method: "copeland" },
};

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

/** Scores that are given pass through. */
export const PASS: NormalizeOptions = { method: "none" };
export const upwards: ReadonlyMap<string, 1 | -1> = new Map(
  leaves.map(({ id }) => [id, 1 as const]),
);

export const runAggregate: Runner = (oracle: OracleCase) => {
  const { params, input, output, coinr_error, coinr_defect } = oracle;
  const weightOf = weightReader(params.w);
  const exponent = (params.f_ag_para as { readonly p?: number } | undefined)?.p;
  const options = ({ level }: MetaRow): AggregateOptions => ({
    ...METHODS[ofLevel(params.f_ag as string, level) as string],
    ...(exponent !== undefined && { exponent }),
    atLeast: ofLevel(params.dat_thresh as number | undefined, level) ?? 0,
  });
  const nodes = nodesOf(meta, (row) => ({
    weight: weightOf(row),
    ...(row.isLeaf ? { normalize: PASS } : { aggregate: options(row) }),
  }));
  const rows = readDataset(input.dset);
  const ids = groups.map(({ id }) => id);
  if (coinr_error !== undefined && params.f_ag !== "a_copeland") {
    // Where the oracle stops there is no number: we say which node, unit and child are to blame.
    const codes = refusal(() => build(rows, nodes, upwards)).map(({ code }) => code);
    expect(codes).toContain("composite/nonpositive-score");
    return 1;
  }
  const read = scoresOf(build(rows, nodes, upwards));
  if (output === undefined || coinr_error !== undefined || coinr_defect !== undefined) {
    // Its Copeland fails by a clash of names, or depends on the order of rows; its power mean drops whoever has a gap.
    return expectComplete(oracle, rows, read);
  }
  return expectTable(output, ids, read);
};

/** What the oracle gets right in spite of its defect: groups of which nothing is missing. */
function expectComplete(
  { output, coinr_error, params }: OracleCase,
  rows: readonly Readonly<Record<string, string | number | null>>[],
  read: (unit: string, id: string) => number | null,
): number {
  let compared = 0;
  for (const { id, level } of groups.filter((row) => row.level === 2)) {
    const children = leaves.filter(({ parent }) => parent === id);
    for (const row of rows) {
      const unit = row.uCode as string;
      const isWhole = children.every((child) => row[child.id] !== null);
      const everyone = rows.every((other) => children.every((child) => other[child.id] !== null));
      const at = output?.columns?.uCode?.indexOf(unit) ?? -1;
      const comparable = params.f_ag === "a_copeland" ? everyone : isWhole;
      if (level !== 2 || !comparable) continue;
      if (at >= 0) expectNumber(read(unit, id), output.columns[id]?.[at], `${id} of ${unit}`);
      else expect(coinr_error === undefined || read(unit, id) !== null).toBe(true);
      compared += 1;
    }
  }
  return compared;
}

/** The weights of nodes in the index. */
export const runEffectiveWeights: Runner = ({ params, output }: OracleCase) => {
  const weightOf = weightReader(params.w);
  const nodes = nodesOf(meta, (row) => ({
    weight: weightOf(row),
    ...(row.isLeaf && { normalize: PASS }),
  }));
  const row = Object.fromEntries([["uCode", "A"], ...leaves.map(({ id }) => [id, 1] as const)]);
  const result = build([row, { ...row, uCode: "B" }], nodes, upwards);
  const byId = new Map(result.nodes.map((node) => [node.id, node.effectiveWeight]));
  (output.columns.iCode as readonly string[]).forEach((id, i) => {
    expectNumber(byId.get(id), output.columns.EffWeight?.[i], id);
  });
  return byId.size;
};
