import { imputePanel } from "@vitalcore/composite/impute";
import {
  buildPanel,
  growthRate,
  type PanelResult,
  percentChange,
} from "@vitalcore/composite/panel";
import { optimizeWeights } from "@vitalcore/composite/weights";
import { expect } from "vitest";
import { PASS, upwards } from "./aggregate.js";
import {
  build,
  columnsOf,
  definitionOf,
  directionsOf,
  expectNumber,
  groups,
  HEAD,
  leaves,
  meta,
  nodesOf,
  type OracleCase,
  type OracleTable,
  type Runner,
  readDataset,
} from "./oracle.js";

const all = leaves.map(({ id }) => id);
const definitions = [...directionsOf({})].map(([id, direction]) => definitionOf(id, direction));

function expectPanel(
  table: OracleTable,
  panel: PanelResult,
  ids: readonly string[],
  read: (
    unit: PanelResult["periods"][number]["result"]["units"][number],
    id: string,
  ) => number | null,
): number {
  const byPeriod = new Map(
    panel.periods.map(({ period, result }) => [
      period,
      new Map(result.units.map((unit) => [unit.unit, unit])),
    ]),
  );
  for (let i = 0; i < table.nrow; i++) {
    const period = String(table.columns.Time?.[i]);
    const unit = byPeriod.get(period)?.get(table.columns.uCode?.[i] as string);
    if (unit === undefined) throw new Error(`no ${table.columns.uCode?.[i]} in ${period}`);
    for (const id of ids) {
      expectNumber(read(unit, id), table.columns[id]?.[i], `${id} of ${unit.unit} in ${period}`);
    }
  }
  return ids.length * table.nrow;
}

const nodes = nodesOf(meta, ({ isLeaf }) => (isLeaf ? {} : { aggregate: { atLeast: 0 } }));
const options = { unitColumn: "uCode", periodColumn: "Time", definitions };

export const runPanelImpute: Runner = ({ params, input, output }: OracleCase) => {
  const panel = buildPanel(
    readDataset(input.panel as string),
    {
      ...HEAD,
      nodes,
      normalize: { method: "none" },
      panel: { impute: params.imp_type as "latest" },
    },
    options,
  );
  return expectPanel(output, panel, all, ({ values }, id) => values[id]?.value ?? null);
};

function normalized(dset: string, isGlobal: boolean): PanelResult {
  return buildPanel(
    readDataset(dset),
    {
      ...HEAD,
      nodes,
      normalize: { method: "min-max" },
      panel: { fit: isGlobal ? "pooled" : "each" },
    },
    options,
  );
}

export const runPanelNormalise: Runner = ({ params, input, output }: OracleCase) => {
  const panel = normalized(input.panel_dset as string, params.global === true);
  return expectPanel(output, panel, all, ({ scores }, id) => scores[id] ?? null);
};

export const runPanelAggregate: Runner = ({ input, output }: OracleCase) => {
  const panel = normalized(input.panel_dset as string, true);
  const ids = [...all, ...groups.map(({ id }) => id)];
  return expectPanel(output, panel, ids, ({ scores }, id) => scores[id] ?? null);
};

/** Filled between the values that are there, not beyond them. */
function between(raw: Float64Array, times: readonly number[]): Float64Array {
  const known = [...raw.keys()].filter((i) => !Number.isNaN(raw[i] as number));
  const { values } = imputePanel(raw, times, { method: "linear" });
  return values.map((value, i) =>
    i >= (known[0] ?? 0) && i <= (known.at(-1) ?? -1) ? value : Number.NaN,
  );
}

export const runTrends: Runner = ({ params, input, output, coinr_defect }: OracleCase) => {
  const rows = readDataset(input.panel as string);
  const name = params.f_trend as string;
  const trend = name === "CAGR" ? growthRate : percentChange;
  const latest = params.use_latest as number | undefined;
  let compared = 0;
  for (let i = 0; i < output.nrow; i++) {
    const [unit, id] = [output.columns.uCode?.[i], output.columns.iCode?.[i] as string];
    const own = rows
      .filter(({ uCode }) => uCode === unit)
      .sort((a, b) => (a.Time as number) - (b.Time as number));
    const times = own.map((row) => row.Time as number);
    const raw = columnsOf(own, [id])[0] as Float64Array;
    const series = params.interp_at === undefined ? raw : between(raw, times);
    // The latest so many periods end with the last that has a value.
    const end = raw.findLastIndex((value) => !Number.isNaN(value)) + 1;
    const from = latest === undefined ? 0 : Math.max(0, end - latest);
    const found = trend(series.subarray(from, end), times.slice(from, end));
    // It takes the values of other years where some years only are asked for.
    const wanted = output.columns[name]?.[i];
    // Of the latest periods it gives up on series that end two or more years before the others.
    if (latest !== undefined && wanted === null) continue;
    if (coinr_defect === undefined) expectNumber(found, wanted, `${id} of ${unit}`);
    else expect(Number.isNaN(found) || Number.isFinite(found)).toBe(true);
    compared += 1;
  }
  return compared;
};

interface Optimal {
  readonly objective: number;
  readonly WeightsOpt: OracleTable;
  readonly CorrResultsNorm: OracleTable;
}

/** The path of a search is its own: ours must come at least as far. */
export const runOptimalWeights: Runner = ({ params, input, output }: OracleCase<Optimal>) => {
  const level = params.Level as number;
  const result = build(
    readDataset(input.dset),
    nodesOf(meta, ({ isLeaf }) => (isLeaf ? { normalize: PASS } : { aggregate: { atLeast: 0 } })),
    upwards,
  );
  const ids = meta.filter((row) => row.level === level).map(({ id }) => id);
  const given = params.itarg;
  // The targets are in an order of the oracle's own: each is told by the weight that it led to.
  const { WeightsOpt: weights, CorrResultsNorm: rows } = output;
  const nodeAt = (k: number) =>
    ids.find(
      (id) =>
        weights.columns.Weight?.[weights.columns.iCode?.indexOf(id) ?? -1] ===
        rows.columns.OptWeight?.[k],
    ) as string;
  const targets = Array.isArray(given)
    ? Object.fromEntries(ids.map((_, k) => [nodeAt(k), rows.columns.Desired?.[k] as number]))
    : {};
  const aim = params.optype === "infomax" ? "information" : "balance";
  const bounded = optimizeWeights(result, { depth: 4 - level, aim, targets });
  expect(Object.values(bounded.weights).every((weight) => weight >= 0)).toBe(true);
  // The oracle has no bound at zero.
  const found = optimizeWeights(result, { depth: 4 - level, aim, targets, allowNegative: true });
  expect(Object.keys(found.weights).sort()).toEqual([...ids].sort());
  const reached = Math.min(found.objective, bounded.objective);
  expect(reached, `${reached}`).toBeLessThanOrEqual(output.objective + 1e-6);
  return ids.length;
};
