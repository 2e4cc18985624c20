import type { FrameworkNode, IndexResult } from "@vitalcore/composite";
import {
  compareIndices,
  removeElements,
  scoreTable,
  strengths,
  unitProfile,
} from "@vitalcore/composite/compare";
import { copelandScores, outrankingMatrix } from "@vitalcore/composite/outranking";
import { expect } from "vitest";
import { PASS, upwards } from "./aggregate.js";
import {
  build,
  columnsOf,
  directionsOf,
  expectNumber,
  expectTable,
  groups,
  HEAD,
  leaves,
  meta,
  nodesOf,
  type OracleCase,
  type OracleTable,
  type Runner,
  readCsv,
  readDataset,
} from "./oracle.js";

/** A result whose nodes have the scores of a data set: each passes its own on. */
function scored(dset: string): IndexResult {
  const rows = readDataset(dset);
  const ids = meta.map(({ id }) => id).filter((id) => Object.hasOwn(rows[0] ?? {}, id));
  const nodes: FrameworkNode[] = [
    { id: "root", aggregate: { atLeast: 0 } },
    ...ids.map((id) => ({ id, parent: "root", indicator: id, normalize: PASS })),
  ];
  return build(rows, nodes, new Map(ids.map((id) => [id, 1 as const])));
}

const group = (name: string) =>
  Object.fromEntries(
    readCsv("inputs/asem_iData.csv").flatMap((row) =>
      row[name] === null ? [] : [[row.uCode as string, row[name] as string]],
    ),
  );

export const runResults: Runner = ({ params, input, output }: OracleCase) => {
  const result = scored(input.dset);
  const by = (params.order_by as string | undefined) ?? "Index";
  const use = params.use as string;
  const rows = scoreTable(result, {
    show: use === "groupranks" ? "group-ranks" : use === "ranks" ? "ranks" : "scores",
    orderBy: by,
    ...(typeof params.use_group === "string" && { groups: group(params.use_group) }),
  });
  const byUnit = new Map(rows.map((row) => [row.unit, row]));
  const ids = Object.keys(output.columns).filter((id) => meta.some((row) => row.id === id));
  // Tables that are shown are rounded.
  const rounded = typeof params.nround === "number" ? 10 ** -(params.nround as number) : 0;
  const tolerance = Math.max(1e-10, use === "scores" ? rounded : 0);
  const read = (unit: string, id: string) => byUnit.get(unit)?.[id] as number | null;
  if (output.columns.Rank !== undefined) {
    (output.columns.uCode as readonly string[]).forEach((unit, i) => {
      expect(byUnit.get(unit)?.rank, `rank of ${unit}`).toBe(output.columns.Rank?.[i]);
    });
  }
  if (params.order_by !== undefined) {
    expect(rows.map(({ unit }) => unit)).toEqual(output.columns.uCode);
  }
  return expectTable(output, ids, read, tolerance);
};

export const runCompare: Runner = ({ params, input, output }: OracleCase) => {
  const { units } = compareIndices(
    { a: scored(input.a as string), b: scored(input.b as string) },
    { by: params.compare_by as "ranks" | "scores", node: params.iCode as string },
  );
  const byUnit = new Map(units.map((each) => [each.unit, each]));
  (output.columns.uCode as readonly string[]).forEach((unit, i) => {
    const found = byUnit.get(unit);
    expectNumber(found?.values.a, output.columns["coin.1"]?.[i], unit);
    expectNumber(found?.values.b, output.columns["coin.2"]?.[i], unit);
    expectNumber(found?.changes.b, output.columns.Diff?.[i], unit);
    expectNumber(Math.abs(found?.changes.b as number), output.columns["Abs.diff"]?.[i], unit);
  });
  return 4 * units.length;
};

interface Multi {
  readonly Values: OracleTable;
  readonly Diffs: OracleTable;
  readonly AbsDiffs: OracleTable;
}

export const runCompareMulti: Runner = ({ params, input, output }: OracleCase<Multi>) => {
  const names = ["Base", "GM", "HM"];
  const results = Object.fromEntries(names.map((name) => [name, scored(input[name] as string)]));
  const { units } = compareIndices(results, { node: params.iCode as string });
  const byUnit = new Map(units.map((each) => [each.unit, each]));
  return (
    expectTable(output.Values, names, (unit, name) => byUnit.get(unit)?.values[name]) +
    // There the first is taken from the other, here the other from the first: so that a rise in rank is positive.
    expectTable(output.Diffs, names, (unit, name) => -(byUnit.get(unit)?.changes[name] as number)) +
    expectTable(output.AbsDiffs, names, (unit, name) =>
      Math.abs(byUnit.get(unit)?.changes[name] as number),
    )
  );
};

export const runCompareCorrelation: Runner = ({ params, input, output }: OracleCase) => {
  const results = { a: scored(input.a as string), b: scored(input.b as string) };
  const { summary } = compareIndices(results, { node: params.iCode as string });
  expectNumber(summary.b?.correlation, output.columns.Correlation?.[0], "correlation");
  return 1;
};

interface Removal {
  readonly Scores: OracleTable;
  readonly Ranks: OracleTable;
  readonly RankDiffs: OracleTable;
  readonly MeanAbsDiff: Readonly<Record<string, number>>;
}

export const runRemoveElements: Runner = ({ params, input, output }: OracleCase<Removal>) => {
  const nodes = nodesOf(meta, (row) =>
    row.isLeaf ? { normalize: PASS } : { aggregate: { atLeast: 0 } },
  );
  const result = build(readDataset(input.dset), nodes, upwards);
  const removed = removeElements(result, { depth: 4 - (params.Level as number) });
  const byNode = new Map(removed.map((each) => [each.node, each]));
  const ids = Object.keys(output.MeanAbsDiff).filter((id) => id !== "Nominal");
  expect(removed.map(({ node }) => node).sort()).toEqual([...ids].sort());
  const nominal = new Map(result.units.map(({ unit, rank }) => [unit, rank]));
  for (const id of ids) {
    expectNumber(byNode.get(id)?.meanAbsoluteChange, output.MeanAbsDiff[id], id);
  }
  return (
    expectTable(output.Scores, ids, (unit, id) => byNode.get(id)?.scores[unit]) +
    expectTable(output.Ranks, ids, (unit, id) => byNode.get(id)?.ranks[unit]) +
    expectTable(
      output.RankDiffs,
      ids,
      (unit, id) => (nominal.get(unit) as number) - (byNode.get(id)?.ranks[unit] as number),
    )
  );
};

interface StrengthsTable {
  readonly Strengths: OracleTable;
  readonly Weaknesses: OracleTable;
}

/** The oracle has its indicators in the order of their parents, which decides ties. */
const byParent = [...meta].sort((a, b) => {
  const [x, y] = [`${a.level} ${a.parent}`, `${b.level} ${b.parent}`];
  return x < y ? -1 : x > y ? 1 : 0;
});

export const runStrengths: Runner = ({ params, input, output }: OracleCase<StrengthsTable>) => {
  const nodes = nodesOf(byParent, ({ isLeaf }) =>
    isLeaf ? { normalize: PASS } : { aggregate: { atLeast: 0 } },
  );
  const directions = params.adjust_direction === false ? upwards : directionsOf({});
  const result = build(readDataset(input.dset), nodes, directions);
  const found = strengths(result, params.usel as string, {
    count: params.topN as number,
    discardLast: params.min_discard as boolean,
    ...(params.unq_discard !== undefined && { distinctAbove: params.unq_discard as number }),
  });
  for (const [table, list] of [
    [output.Strengths, found.strengths],
    [output.Weaknesses, found.weaknesses],
  ] as const) {
    expect(list.map(({ node }) => node)).toEqual(table.columns.Code);
    expect(list.map(({ rank }) => rank)).toEqual(table.columns.Rank);
    expect(list.map(({ parent }) => parent)).toEqual(table.columns.Level_2);
    list.forEach(({ value }, i) => {
      expectNumber(value, table.columns.Value?.[i], "value");
    });
  }
  return 4 * (found.strengths.length + found.weaknesses.length);
};

export const runUnitSummary: Runner = ({ params, input, output }: OracleCase) => {
  const profile = unitProfile(scored(input.dset), params.usel as string);
  const byNode = new Map(profile.map((each) => [each.node, each]));
  (output.columns.Code as readonly string[]).forEach((id, i) => {
    expectNumber(byNode.get(id)?.score, output.columns.Score?.[i], id);
    expectNumber(byNode.get(id)?.rank, output.columns.Rank?.[i], id);
  });
  return 2 * output.nrow;
};

interface Outranking {
  readonly OutRankMatrix: readonly (readonly number[])[];
  readonly nDominant: number;
  readonly fracDominant: number;
}

export const runOutranking: Runner = (oracle: OracleCase<Outranking>) => {
  const { params, input, output, coinr_defect } = oracle;
  const columns = columnsOf(readDataset(input.dset), params.columns as readonly string[]);
  const matrix = outrankingMatrix(columns, params.w as readonly number[]);
  let compared = 0;
  output.OutRankMatrix.forEach((row, i) => {
    row.forEach((share, j) => {
      // Pairs with a gap depend on the order of the rows there.
      const isWhole = columns.every(
        (column) => !Number.isNaN(column[i] as number) && !Number.isNaN(column[j] as number),
      );
      if (coinr_defect !== undefined && !isWhole) return;
      expectNumber(matrix.shares[i]?.[j], share, `${i} over ${j}`);
      compared += 1;
    });
  });
  if (coinr_defect === undefined) {
    expect(matrix.dominant).toBe(output.nDominant);
    expectNumber(matrix.dominantShare, output.fracDominant, "share");
  }
  return compared;
};

export const runCopeland: Runner = ({ params, input, output }: OracleCase<readonly number[]>) => {
  const columns = columnsOf(readDataset(input.dset), params.columns as readonly string[]);
  const scores = copelandScores(outrankingMatrix(columns, params.w as readonly number[]));
  output.forEach((score, i) => {
    expectNumber(scores[i], score, String(i));
  });
  return output.length;
};

interface Coin {
  readonly lineage: OracleTable;
  readonly raw_units: readonly string[];
  readonly raw_indicators: readonly string[];
  readonly maxlev: number;
}

/** The framework that is read: who is above whom. */
export const runNewCoin: Runner = ({ input, output }: OracleCase<Coin>) => {
  const nodes = nodesOf(meta, ({ isLeaf }) =>
    isLeaf ? { normalize: PASS } : { aggregate: { atLeast: 0 } },
  );
  const result = build(readDataset(input.iData as string), nodes, directionsOf({}));
  const parents = new Map(result.nodes.map(({ id, parent }) => [id, parent]));
  const { columns } = output.lineage;
  (columns.Level_1 as readonly string[]).forEach((id, i) => {
    const above = [columns.Level_2, columns.Level_3, columns.Level_4].map((level) => level?.[i]);
    const ours = [parents.get(id), parents.get(parents.get(id) ?? "")];
    expect([...ours, parents.get(ours[1] ?? "")]).toEqual(above);
  });
  expect(result.units.map(({ unit }) => unit).sort()).toEqual(output.raw_units);
  expect(leaves.map(({ id }) => id).sort()).toEqual([...output.raw_indicators].sort());
  expect(1 + Math.max(...result.nodes.map(({ depth }) => depth))).toBe(output.maxlev);
  return 3 * output.lineage.nrow;
};

interface Pipeline {
  readonly [stage: string]: OracleTable;
}

/** The example of the package from the raw data to the results. */
export const runPipeline: Runner = ({ input, output }: OracleCase<Pipeline>) => {
  const denominators = new Map(
    readCsv(input.iMeta as string).map(({ iCode, Denominator }) => [iCode, Denominator]),
  );
  const nodes = nodesOf(meta, ({ id, isLeaf }) => {
    const by = denominators.get(id);
    return isLeaf && by !== null && by !== undefined ? { denominate: { by } } : {};
  });
  const result = build(readDataset(input.iData as string), nodes, directionsOf({}), {
    ...HEAD,
    impute: { method: "mean", group: "EurAsia_group" },
    screening: { indicatorsAtLeast: 0.9, after: "impute" },
    treat: { first: "winsorize", second: "log-ct", atMost: 5 },
    normalize: { method: "min-max" },
    aggregate: { atLeast: 0 },
  });
  const byUnit = new Map(result.units.map((unit) => [unit.unit, unit]));
  const ids = leaves.map(({ id }) => id);
  const value = (unit: string, id: string) => byUnit.get(unit)?.values[id] ?? { value: null };
  const divided = (unit: string, id: string) => {
    const { value: raw, denominated } = value(unit, id);
    return denominated === undefined ? raw : denominated;
  };
  const filled = (unit: string, id: string) => value(unit, id).imputed ?? divided(unit, id);
  const score = (unit: string, id: string) => byUnit.get(unit)?.scores[id];
  const table = (stage: string) => output[stage] as OracleTable;
  return (
    expectTable(table("Raw"), ids, (unit, id) => value(unit, id).value) +
    expectTable(table("Denominated"), ids, divided) +
    expectTable(table("Imputed"), ids, filled) +
    expectTable(table("Screened"), ids, filled) +
    expectTable(table("Treated"), ids, (unit, id) => value(unit, id).treated ?? filled(unit, id)) +
    expectTable(table("Normalised"), ids, score) +
    expectTable(table("Aggregated"), [...ids, ...groups.map(({ id }) => id)], score)
  );
};
