import { availability } from "@vitalcore/composite";
import {
  columnStatistics,
  componentAnalysis,
  correlateColumns,
  correlationFlags,
  correlationPairs,
  cronbachAlpha,
  nodeAvailability,
  type StatisticsFlag,
} from "@vitalcore/composite/audit";
import type { CorrelationMethod } from "@vitalcore/stats";
import { expect } from "vitest";
import { PASS } from "./aggregate.js";
import {
  build,
  columnsOf,
  directionsOf,
  expectNumber,
  expectTable,
  leaves,
  meta,
  nodesOf,
  type OracleCase,
  type OracleTable,
  type Runner,
  readDataset,
} from "./oracle.js";

const parentOf = new Map(meta.map(({ id, parent }) => [id, parent]));
const levelOf = new Map(meta.map(({ id, level }) => [id, level]));

/** The ancestor of a node at a level of the oracle, in which indicators are level 1. */
function ancestor(id: string, level: number): string {
  let at = id;
  while ((levelOf.get(at) as number) < level) at = parentOf.get(at) as string;
  return at;
}

function columnsById(dset: string, ids: readonly string[]) {
  const rows = readDataset(dset);
  const columns = columnsOf(rows, ids);
  return Object.fromEntries(ids.map((id, i) => [id, columns[i] as Float64Array]));
}

export const runCorrelations: Runner = ({ params, input, output }: OracleCase) => {
  const rows = readDataset(input.dset);
  const ids = Object.keys(rows[0] ?? {}).filter((id) => levelOf.has(id));
  const directions = directionsOf({});
  const columns = Object.fromEntries(
    Object.entries(columnsById(input.dset, ids)).map(([id, column]) => [
      id,
      params.use_directions === true ? column.map((x) => x * (directions.get(id) ?? 1)) : column,
    ]),
  );
  const method = (params.cortype as CorrelationMethod | undefined) ?? "pearson";
  const bound = params.pval as number;
  const { Var1, Var2, Correlation } = output.columns;
  (Var1 as readonly string[]).forEach((name, i) => {
    const second = Var2?.[i] as string;
    const level = /^Level_(\d)$/.exec(name)?.[1];
    const first = level === undefined ? name : ancestor(second, Number(level));
    const { correlation, pValue } = correlateColumns(columns, first, second, { method });
    const isShown = bound === 0 || (pValue !== null && pValue <= bound);
    // The oracle leaves out pairs that are not of the same group.
    const wanted = Correlation?.[i];
    expectNumber(isShown ? correlation : null, wanted, `${first} with ${second}`, 1e-9);
  });
  return output.nrow;
};

export const runPValues: Runner = ({
  params,
  input,
  output,
}: OracleCase<{ names: readonly string[]; p: readonly (readonly number[])[] }>) => {
  const columns = columnsById(input.dset, output.names);
  const method = params.method as CorrelationMethod;
  let compared = 0;
  for (const { first, second, pValue } of correlationPairs(columns, { method })) {
    const wanted = output.p[output.names.indexOf(first)]?.[output.names.indexOf(second)] as number;
    const error = Math.abs((pValue as number) - wanted);
    // Below the smallest p-value that it can tell from zero the oracle's series gives zero.
    expect(error, `${first} with ${second}: ${pValue}, ${wanted} is right`).toBeLessThan(
      Math.max(1e-8 * wanted, 1e-9),
    );
    compared += 1;
  }
  return compared;
};

export const runFlags: Runner = ({ params, input, output }: OracleCase) => {
  const ids = leaves.map(({ id }) => id);
  const level = params.grouplev as number;
  const bound = params.cor_thresh as number;
  const isHigh = params.thresh_type === "high";
  const flags = correlationFlags(
    columnsById(input.dset, ids),
    Object.fromEntries(ids.map((id) => [id, ancestor(id, level)])),
    isHigh ? { above: bound, below: -2 } : { above: 2, below: bound },
  );
  const key = (a: unknown, b: unknown) => [a, b].map(String).sort().join(" ");
  const byPair = new Map(flags.map((flag) => [key(flag.first, flag.second), flag]));
  expect(byPair.size).toBe(output.nrow);
  for (let i = 0; i < output.nrow; i++) {
    const flag = byPair.get(key(output.columns.Ind1?.[i], output.columns.Ind2?.[i]));
    expectNumber(flag?.correlation, output.columns.Corr?.[i], String(i));
    expect(flag?.group).toBe(output.columns.Group?.[i]);
  }
  return output.nrow;
};

export const runDenominatorCorrelations: Runner = ({ params, input, output }: OracleCase) => {
  const ids = leaves.map(({ id }) => id);
  const about = new Map(readDataset(input.iData as string).map((row) => [row.uCode, row]));
  const denominators = ["Area", "Energy", "GDP", "Population"];
  const rows = readDataset(input.dset);
  const columns = {
    ...columnsById(input.dset, ids),
    ...Object.fromEntries(
      denominators.map((id) => [
        id,
        columnsOf(
          rows.map(({ uCode }) => about.get(uCode) ?? {}),
          [id],
        )[0] as Float64Array,
      ]),
    ),
  };
  const method = (params.cortype as CorrelationMethod | undefined) ?? "pearson";
  const bound = params.cor_thresh as number;
  const found = correlationPairs(columns, { method }, [ids, denominators]).filter(
    ({ correlation }) => Math.abs(correlation ?? 0) > bound,
  );
  const byPair = new Map(
    found.map(({ first, second, correlation }) => [`${first} ${second}`, correlation]),
  );
  expect(byPair.size).toBe(output.nrow);
  for (let i = 0; i < output.nrow; i++) {
    const pair = `${output.columns.Ind?.[i]} ${output.columns.Denom?.[i]}`;
    // It normalizes the sign by the direction of the indicator, except where it is told not to.
    const correlation = byPair.get(pair);
    expectNumber(
      Math.abs(correlation as number),
      Math.abs(output.columns.Corr?.[i] as number),
      pair,
    );
  }
  return output.nrow;
};

export const runCronbach: Runner = ({ params, input, output }: OracleCase<number>) => {
  const level = params.Level as number;
  const given = params.columns as readonly string[] | undefined;
  const ids = given ?? meta.filter((row) => row.level === level).map(({ id }) => id);
  const missing = params.use === "complete.obs" ? "complete" : "pairwise";
  expectNumber(cronbachAlpha(columnsById(input.dset, ids), { missing }), output, "alpha");
  return 1;
};

interface Component {
  readonly iCodes: readonly string[];
  readonly pc1: readonly number[];
  readonly sdev: readonly number[];
  readonly rotation: readonly (readonly number[])[];
}

export const runComponents: Runner = ({
  input,
  output,
}: OracleCase<{ groups: Readonly<Record<string, Component>> }>) => {
  let compared = 0;
  for (const { iCodes, sdev, rotation } of Object.values(output.groups)) {
    const { eigenvalues, loadings } = componentAnalysis(columnsById(input.dset, iCodes));
    sdev.forEach((sd, k) => {
      expectNumber(Math.sqrt(eigenvalues[k] as number), sd, `component ${k}`, 1e-8);
      const theirs = rotation.map((row) => row[k] as number);
      // The sign of a component is a convention.
      const sign = Math.sign(
        theirs.reduce((sum, x, i) => sum + x * (loadings[k]?.[i] as number), 0),
      );
      theirs.forEach((loading, i) => {
        expectNumber(sign * (loadings[k]?.[i] as number), loading, `${iCodes[i]} in ${k}`, 1e-8);
      });
      compared += 1 + theirs.length;
    });
  }
  return compared;
};

export const runAvailability: Runner = ({
  input,
  output,
}: OracleCase<{ Summary: OracleTable; ByGroup: OracleTable }>) => {
  const nodes = nodesOf(meta, ({ isLeaf }) =>
    isLeaf ? { normalize: PASS } : { aggregate: { atLeast: 0 } },
  );
  const rows = readDataset(input.dset);
  const counts = availability(
    columnsOf(
      rows,
      leaves.map(({ id }) => id),
    ),
  );
  const byUnit = new Map(rows.map((row, i) => [row.uCode, counts[i]]));
  const shares = nodeAvailability(build(rows, nodes, directionsOf({})));
  const groups = Object.keys(output.ByGroup.columns).filter((id) => id !== "uCode");
  return (
    expectTable(output.Summary, ["Dat_Avail"], (unit) => byUnit.get(unit)?.available) +
    expectTable(output.Summary, ["Non_Zero"], (unit) => byUnit.get(unit)?.nonzero) +
    expectTable(output.Summary, ["N_zero"], (unit) => byUnit.get(unit)?.zeros) +
    expectTable(output.ByGroup, groups, (unit, id) => shares[unit]?.[id])
  );
};

const FLAGS: Readonly<Record<string, StatisticsFlag>> = {
  "Flag.Avail": "few-values",
  "Flag.NonZero": "many-zeros",
  "Flag.Unique": "few-different-values",
  "Flag.SkewKurt": "outliers",
};

export const runStatistics: Runner = ({ params, input, output }: OracleCase) => {
  const { t_skew, t_kurt, t_avail, t_zero, t_unq } = params as Readonly<Record<string, number>>;
  const bounds = {
    ...(t_skew !== undefined && { skewness: t_skew }),
    ...(t_kurt !== undefined && { kurtosis: t_kurt }),
    ...(t_avail !== undefined && { available: t_avail }),
    ...(t_zero !== undefined && { nonzero: t_zero }),
    ...(t_unq !== undefined && { distinct: t_unq }),
  };
  const ids = output.columns.iCode as readonly string[];
  const columns = columnsById(input.dset, ids);
  ids.forEach((id, i) => {
    const found = columnStatistics(columns[id] as Float64Array, bounds);
    const wanted = (name: string) => output.columns[name]?.[i];
    const check = (value: number | null, name: string) =>
      expectNumber(value, wanted(name), `${name} of ${id}`);
    check(found.min, "Min");
    check(found.max, "Max");
    check(found.mean, "Mean");
    check(found.median, "Median");
    check(found.sd, "Std");
    check(found.skewness, "Skew");
    check(found.kurtosis, "Kurt");
    check(found.count, "N.Avail");
    check(found.nonzero, "N.NonZero");
    check(found.distinct, "N.Unique");
    check(found.same, "N.Same");
    check(found.available, "Frc.Avail");
    for (const [name, flag] of Object.entries(FLAGS)) {
      expect(found.flags.includes(flag), `${name} of ${id}`).toBe(wanted(name) !== "ok");
    }
  });
  return 16 * ids.length;
};
