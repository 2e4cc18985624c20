import {
  availability,
  type DenominateOptions,
  type ImputeOptions,
  type IndexResult,
  type LeafValue,
  type TreatFunction,
  type TreatOptions,
} from "@vitalcore/composite";
import { imputeByColumn, imputePanel, type PanelMethod } from "@vitalcore/composite/impute";
import { checkShape, type ShapeCheck, treatTransform, winsorize } from "@vitalcore/composite/treat";
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
  readCsv,
  readDataset,
  refusal,
} from "./oracle.js";

type Row = Readonly<Record<string, string | number | null>>;

/** A data set with the denominators and groups of the units beside its indicators. */
function withUnits(dset: string, iData: string): readonly Row[] {
  const about = new Map(readDataset(iData).map((row) => [row.uCode, row]));
  const ids = new Set(leaves.map(({ id }) => id));
  return readDataset(dset).map((row) => {
    const beside = Object.entries(about.get(row.uCode as string) ?? {});
    return { ...Object.fromEntries(beside.filter(([name]) => !ids.has(name))), ...row };
  });
}

function valuesOf(
  result: IndexResult,
  read: (value: LeafValue) => number | null,
): (unit: string, id: string) => number | null {
  const byUnit = new Map(result.units.map((unit) => [unit.unit, unit]));
  return (unit, id) => {
    const value = byUnit.get(unit)?.values[id];
    return value === undefined ? null : read(value);
  };
}

const all = leaves.map(({ id }) => id);
const denominatorInMeta = new Map(
  readCsv("inputs/asem_iMeta.csv").map(({ iCode, Denominator }) => [iCode, Denominator]),
);

export const runDenominate: Runner = ({ params, input, output }: OracleCase) => {
  const table = params.denomby as OracleTable | string;
  const given = typeof table === "string" ? undefined : table.columns;
  const optionsOf = (id: string): DenominateOptions | undefined => {
    const at = given?.iCode?.indexOf(id) ?? -1;
    const by = given === undefined ? denominatorInMeta.get(id) : given.Denominator?.[at];
    if (by === undefined || by === null) return undefined;
    const per = given?.ScaleFactor?.[at] as number | undefined;
    const operation = params.f === "multiply" ? "multiply" : "divide";
    return { by: by as string, operation, ...(per !== undefined && { per }) };
  };
  const nodes = nodesOf(meta, ({ id, isLeaf }) => {
    const denominate = optionsOf(id);
    return isLeaf ? { normalize: PASS, ...(denominate && { denominate }) } : {};
  });
  const rows = withUnits(input.dset, input.iData as string);
  const result = build(rows, nodes, directionsOf({}), { aggregate: { atLeast: 0 } });
  const read = valuesOf(result, ({ value, denominated }) =>
    denominated === undefined ? value : denominated,
  );
  return expectTable(output, all, read);
};

export const runImpute: Runner = ({ params, input, output }: OracleCase) => {
  const byRow = params.impute_by === "row";
  const statistic = String(params.f_i).includes("median") ? "median" : "mean";
  const impute: ImputeOptions = byRow
    ? {
        method: `unit-${statistic}`,
        rescale: params.normalise_first !== false,
        // The second level is that of the pillars, right above the indicators.
        ...(params.group_level === 2 && { above: 1 }),
      }
    : {
        method: statistic,
        ...(typeof params.use_group === "string" && { group: params.use_group }),
      };
  const nodes = nodesOf(meta, ({ isLeaf }) => (isLeaf ? { normalize: PASS } : {}));
  const rows = withUnits(input.dset, input.iData as string);
  const result = build(rows, nodes, directionsOf({}), { impute, aggregate: { atLeast: 0 } });
  const read = valuesOf(result, ({ value, imputed }) => imputed ?? value);
  return expectTable(output, all, read);
};

const FUNCTIONS: Readonly<Record<string, TreatFunction>> = {
  winsorise: "winsorize",
  log_CT: "log-ct",
  log_CT_orig: "log-ct-orig",
  log_CT_plus: "log-ct-plus",
  log_GII: "log-gii",
  boxcox: "box-cox",
};

interface TreatSpecification {
  readonly f1?: string;
  readonly f2?: string;
  readonly winmax?: number | null;
  readonly f1_para?: {
    readonly winmax?: number | null;
    readonly skew_thresh?: number;
    readonly kurt_thresh?: number;
    readonly force_win?: boolean;
  };
  readonly f2_para?: { readonly lambda?: number };
  readonly f_pass_para?: { readonly skew_thresh?: number; readonly kurt_thresh?: number };
  readonly skew_thresh?: number;
  readonly kurt_thresh?: number;
  readonly combine_treat?: boolean;
}

function treatBy(given: TreatSpecification): TreatOptions {
  const { f1 = "winsorise", f2 = "log_CT", f1_para = {}, f_pass_para = {} } = given;
  const skewness = f_pass_para.skew_thresh ?? given.skew_thresh;
  const kurtosis = f_pass_para.kurt_thresh ?? given.kurt_thresh;
  const atMost = f1_para.winmax ?? given.winmax;
  return {
    first: FUNCTIONS[f1] as TreatFunction,
    second: FUNCTIONS[f2] as TreatFunction,
    ...(skewness !== undefined && { skewness }),
    ...(kurtosis !== undefined && { kurtosis }),
    ...(atMost !== undefined && { atMost }),
    ...(f1_para.force_win === true && { exhaust: true }),
    ...(given.combine_treat === true && { combine: true }),
    ...(given.f2_para?.lambda !== undefined && { lambda: given.f2_para.lambda }),
  };
}

interface Treated {
  readonly x_treat: OracleTable;
  readonly Dets_Table: OracleTable;
  readonly Treated_Points?: OracleTable;
}

export const runTreat: Runner = ({ params, input, output, coinr_defect }: OracleCase<Treated>) => {
  const individual = (params.indiv_specs ?? {}) as Readonly<
    Record<string, TreatSpecification | "none">
  >;
  const nodes = nodesOf(meta, ({ id, isLeaf }) => {
    if (!isLeaf) return {};
    const own = individual[id];
    if (own === undefined) return { normalize: PASS };
    return { normalize: PASS, treat: own === "none" ? { first: "none" } : treatBy(own) };
  });
  const directions = directionsOf({});
  const rows = readDataset(input.dset);
  const asked = treatBy(params as TreatSpecification);
  // Its logarithm of the Global Innovation Index gives the values back as they were; ours refuses a maximum below 1.
  const treat = coinr_defect === undefined ? asked : { ...asked, second: "none" as const };
  if (coinr_defect !== undefined) {
    const refused = refusal(() => build(rows, nodes, directions, { treat: asked }));
    expect(new Set(refused.map(({ code }) => code))).toEqual(
      new Set(["composite/treatment-undefined"]),
    );
  }
  const result = build(rows, nodes, directions, { treat, aggregate: { atLeast: 0 } });
  const read = valuesOf(result, ({ value, treated }) => treated ?? value);
  const sound = (id: string) =>
    coinr_defect === undefined ||
    result.nodes.find((node) => node.id === id)?.treatment?.steps.at(-1)?.check.passes !== false;
  return (
    expectTable(output.x_treat, all.filter(sound), read) +
    expectDetails(output.Dets_Table, result, sound) +
    expectPoints(output, result, rows, sound)
  );
};

function expectDetails(
  { columns }: OracleTable,
  result: IndexResult,
  sound: (id: string) => boolean,
): number {
  const byId = new Map(result.nodes.map((node) => [node.id, node]));
  let compared = 0;
  (columns.iCode as readonly string[]).forEach((id, i) => {
    const treatment = byId.get(id)?.treatment;
    if (treatment === undefined || !sound(id)) return;
    const checks = [treatment.check, ...treatment.steps.map(({ check }) => check)];
    checks.forEach((check: ShapeCheck, step) => {
      const at = (name: string) => columns[`check_SkewKurt${step}.${name}`]?.[i] as number | null;
      expect(check.passes, `check ${step} of ${id}`).toBe(at("Pass"));
      expectNumber(check.skewness, at("Skew"), `skewness ${step} of ${id}`);
      expectNumber(check.kurtosis, at("Kurt"), `kurtosis ${step} of ${id}`);
      compared += 3;
    });
    const nwin = columns["winsorise.nwin"]?.[i];
    if (nwin === undefined || nwin === null) return;
    expect(treatment.steps[0]?.winsorized, `points of ${id}`).toBe(nwin);
    compared += 1;
  });
  return compared;
}

/** The points are in the order of the units of the data set, which the table of points does not name. */
function expectPoints(
  { Treated_Points: table, x_treat }: Treated,
  result: IndexResult,
  rows: readonly Row[],
  sound: (id: string) => boolean,
): number {
  if (table === undefined) return 0;
  const byUnit = new Map(result.units.map((unit) => [unit.unit, unit]));
  const present = new Map(rows.map((row) => [row.uCode, row]));
  let compared = 0;
  for (const [id, marks] of Object.entries(table.columns)) {
    if (!sound(id)) continue;
    (x_treat.columns.uCode as readonly string[]).forEach((unit, i) => {
      if (present.get(unit)?.[id] === null) return;
      const treatment = byUnit.get(unit)?.values[id]?.treatment;
      const mark = String(marks[i] ?? "");
      const words = {
        "winsorized-high": "winhi",
        "winsorized-low": "winlo",
        "log-ct-plus": "log_CT",
        // It leaves no mark.
        "box-cox": "",
      } as const;
      const ours =
        treatment === undefined
          ? ""
          : (words[treatment as keyof typeof words] ??
            (Object.keys(FUNCTIONS).find((name) => FUNCTIONS[name] === treatment) as string));
      expect(mark.replaceAll(/[()]/g, ""), `${id} of ${unit}`).toContain(ours);
      if (treatment === undefined) expect(mark, `${id} of ${unit}`).toBe("");
      compared += 1;
    });
  }
  return compared;
}

export const runCheckShape: Runner = ({ params, input, output }: OracleCase) => {
  const rows = readDataset(input.dset);
  const ids = output.columns.iCode as readonly string[];
  const bounds = {
    skewness: params.skew_thresh as number,
    kurtosis: params.kurt_thresh as number,
  };
  columnsOf(rows, ids).forEach((column, i) => {
    const { skewness, kurtosis, passes } = checkShape(column, bounds);
    expectNumber(skewness, output.columns.Skew?.[i], `skewness of ${ids[i]}`);
    expectNumber(kurtosis, output.columns.Kurt?.[i], `kurtosis of ${ids[i]}`);
    expect(passes, `check of ${ids[i]}`).toBe(output.columns.Pass?.[i]);
  });
  return 3 * ids.length;
};

interface VectorOutput {
  readonly [call: string]: unknown;
}

/** Functions of one vector, except the logarithm that the oracle does not apply. */
export const runVector: Runner = ({ params, output }: OracleCase<VectorOutput>) => {
  const x = (params.x as readonly (number | null)[]).map((value) => value ?? Number.NaN);
  let compared = 0;
  const same = (name: string, values: ArrayLike<number>) => {
    const given = output[name] as { readonly x?: readonly (number | string | null)[] };
    const wanted = (given.x ?? given) as readonly (number | string | null)[];
    if (!Array.isArray(wanted)) return;
    wanted.forEach((value, i) => {
      expectNumber(values[i], value, `${name}[${i}]`);
    });
    compared += wanted.length;
  };
  const check = checkShape(x);
  expectNumber(check.skewness, output.skew as number, "skew");
  expectNumber(check.kurtosis, output.kurt as number, "kurt");
  expect(check.passes).toBe((output.check as { readonly Pass: boolean | null }).Pass);
  same("winsorise_5", winsorize(x).values);
  same("winsorise_2", winsorize(x, { atMost: 2 }).values);
  same("winsorise_unlimited", winsorize(x, { atMost: null }).values);
  same("winsorise_force_3", winsorize(x, { atMost: 3, exhaust: true }).values);
  same("i_mean", imputeByColumn(x));
  same("i_median", imputeByColumn(x, { statistic: "median" }));
  if (check.skewness !== null) {
    const skewed = check.skewness > 0 ? "right" : "left";
    same("log_CT", treatTransform(x, "log-ct"));
    same("log_CT_orig", treatTransform(x, "log-ct-orig"));
    same("log_CT_plus", treatTransform(x, "log-ct-plus", { skewed }));
    same("boxcox_0", treatTransform(x, "box-cox"));
    same("boxcox_0.5", treatTransform(x, "box-cox", { lambda: 0.5 }));
    same("boxcox_2", treatTransform(x, "box-cox", { lambda: 2 }));
    same("boxcox_neg1", treatTransform(x, "box-cox", { lambda: -1 }));
  }
  return compared + 3;
};

interface Screening {
  readonly Included: readonly string[];
  readonly RemovedUnits: readonly string[];
  readonly DataSummary: OracleTable;
}

export const runScreen: Runner = ({ params, input, output }: OracleCase<Screening>) => {
  const how = String(params.unit_screen ?? "byNA");
  const force = (params.Force as OracleTable | undefined)?.columns;
  const nodes = nodesOf(meta, ({ isLeaf }) =>
    isLeaf ? { normalize: PASS } : { aggregate: { atLeast: 0 } },
  );
  const screening = {
    ...(how.includes("byNA") && { indicatorsAtLeast: params.dat_thresh as number }),
    ...(how.includes("zeros") && { nonzeroAtLeast: params.nonzero_thresh as number }),
    exceptions: ((force?.uCode ?? []) as readonly string[]).map((unit, i) => ({
      unit,
      keep: force?.Include?.[i] as unknown as boolean,
      reason: "As the case says.",
    })),
  };
  const rows = readDataset(input.dset);
  const result = build(rows, nodes, directionsOf({}), { screening });
  const removed = result.units
    .filter(({ failures }) => failures.some(({ rule }) => rule === "screening"))
    .map(({ unit }) => unit);
  expect(removed.sort()).toEqual([...output.RemovedUnits].sort());
  const counts = availability(columnsOf(rows, all));
  const byUnit = new Map(rows.map((row, i) => [row.uCode, counts[i]]));
  const { columns } = output.DataSummary;
  (columns.uCode as readonly string[]).forEach((unit, i) => {
    const count = byUnit.get(unit);
    expectNumber(count?.available, columns.Dat_Avail?.[i], unit);
    expectNumber(count?.nonzero, columns.Non_Zero?.[i], unit);
  });
  return 3 * rows.length;
};

interface PanelOutput {
  readonly iData_imp: OracleTable;
  readonly DataT: OracleTable | null;
}

export const runImputePanel: Runner = ({
  params,
  input,
  output,
  coinr_error,
}: OracleCase<PanelOutput>) => {
  const ids = params.cols as readonly string[];
  const rows = readDataset(input.panel as string);
  const { method, fills } = panelMethod(String(params.imp_type));
  const within = (params.max_time as number | null) ?? Number.POSITIVE_INFINITY;
  const bySeries = new Map<string, readonly Row[]>();
  for (const row of rows) {
    const unit = row.uCode as string;
    bySeries.set(unit, [...(bySeries.get(unit) ?? []), row]);
  }
  const cells = new Map<string, { readonly value: number; readonly source: number | null }>();
  for (const [unit, series] of bySeries) {
    const ordered = [...series].sort((a, b) => (a.Time as number) - (b.Time as number));
    const times = ordered.map((row) => row.Time as number);
    for (const [k, column] of columnsOf(ordered, ids).entries()) {
      const { values, sources } = imputePanel(column, times, { method, within });
      ordered.forEach((_, i) => {
        const value = values[i] as number;
        const source = sources[i] as number;
        const key = `${unit} ${times[i]} ${ids[k]}`;
        cells.set(key, { value, source: source < 0 ? null : (times[source] as number) });
      });
    }
  }
  expect(fills).toBe(true);
  // It stops at a series with one value; ours takes that value for all periods.
  if (coinr_error !== undefined) return cells.size;
  return expectPanel(output, ids, cells);
};

/** With one value, a line is a constant here without saying so. */
function panelMethod(type: string): { readonly method: PanelMethod; readonly fills: boolean } {
  const method = type === "linear-constant" ? "linear" : (type as PanelMethod);
  return { method, fills: ["latest", "constant", "linear"].includes(method) };
}

function expectPanel(
  { iData_imp: table, DataT: sources }: PanelOutput,
  ids: readonly string[],
  cells: ReadonlyMap<string, { readonly value: number; readonly source: number | null }>,
): number {
  const key = ({ columns }: OracleTable, i: number, id: string) =>
    `${columns.uCode?.[i]} ${columns.Time?.[i]} ${id}`;
  for (const id of ids) {
    for (let i = 0; i < table.nrow; i++) {
      const at = key(table, i, id);
      expectNumber(cells.get(at)?.value, table.columns[id]?.[i], at);
      if (sources === null || sources === undefined || sources.columns[id] === undefined) continue;
      const from = key(sources, i, id);
      expectNumber(cells.get(from)?.source, sources.columns[id]?.[i], `source of ${from}`);
    }
  }
  return ids.length * table.nrow;
}
