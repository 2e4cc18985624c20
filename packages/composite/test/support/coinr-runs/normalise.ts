import { type FrameworkNode, type NormalizeOptions, planIndex } from "@vitalcore/composite";
import { createWorkspace, runPlan } from "@vitalcore/composite/kernels";
import { expect } from "vitest";
import {
  build,
  columnsOf,
  definitionOf,
  directionsOf,
  expectTable,
  HEAD,
  leaves,
  type MetaRow,
  meta,
  nodesOf,
  type OracleCase,
  type Runner,
  readCsv,
  readDataset,
  refusal,
  scoresOf,
} from "./oracle.js";

type Parameters = Readonly<Record<string, unknown>>;

/** The oracle normalizes the column times its direction; goalposts and targets are not turned with it. */
function normalizeBy(f: string, para: Parameters, direction: 1 | -1, units: readonly string[]) {
  const ties = { ties: (para["ties.method"] ?? "min") as "min" | "average" | "max" };
  const clamp = para.cap_max === true;
  const options: Readonly<Record<string, () => NormalizeOptions>> = {
    none: () => ({ method: "none" }),
    n_minmax: () => {
      const [low, high] = para.l_u as [number, number];
      return { method: "min-max", scale: low < high ? [low, high] : [high, low] };
    },
    n_zscore: () => {
      const [mean, sd] = para.m_sd as [number, number];
      return { method: "z-score", mean, sd };
    },
    n_prank: () => ({ method: "percentile-rank", scale: [0, 1], ...ties }),
    n_rank: () => ({ method: "rank", ...ties }),
    n_borda: () => ({ method: "borda", ...ties }),
    n_dist2max: () => ({ method: "min-max", scale: [0, 1] }),
    n_fracmax: () => ({
      method: direction === 1 ? "fraction-of-max" : "none",
      ...(direction === 1 && { scale: [0, 1] }),
    }),
    n_scaled: () => {
      const [low, high] = para.npara as [number, number];
      const scale = [0, (para.scale_factor as number | undefined) ?? 100] as const;
      return {
        method: "goalposts",
        worst: direction * low,
        best: direction * high,
        scale,
        clamp: false,
      };
    },
    n_dist2targ: () => ({
      method: "distance-to-target",
      best: direction * (para.targ as number),
      scale: [0, 1],
      clamp,
    }),
    n_dist2ref: () => ({
      method: "distance-to-reference",
      reference: units[(para.iref as number) - 1] as string,
      scale: [0, 1],
      clamp,
    }),
    n_goalposts: () => {
      const [low, high, scale] = para.gposts as [number, number, number];
      const truncate = para.trunc2posts !== false;
      return {
        method: "goalposts",
        worst: direction * low,
        best: direction * high,
        scale: [0, scale],
        clamp: truncate,
      };
    },
  };
  return (options[f] as () => NormalizeOptions)();
}

interface Specification {
  readonly f_n: string;
  readonly f_n_para?: Parameters;
}

/**
 * Through the kernels, which take what the oracle takes: of targets that are no better than the worst value,
 * and of units of reference without a value, `buildIndex` rightly makes errors.
 */
export const runNormalise: Runner = ({ params, input, output, coinr_defect }: OracleCase) => {
  const directions = directionsOf(params);
  const global = params as unknown as Specification;
  const individual = (params.indiv_specs ?? {}) as Readonly<Record<string, Specification>>;
  const [low = 0, high = 1] = (global.f_n_para?.l_u ?? []) as number[];
  if (low > high) {
    // A reversed scale is refused here; the same scores are those of the opposite directions.
    for (const [id, direction] of directions) directions.set(id, direction === 1 ? -1 : 1);
  }
  const rows = [...readDataset(input.dset)].sort((a, b) =>
    (a.uCode as string) < (b.uCode as string) ? -1 : 1,
  );
  const units = rows.map(({ uCode }) => uCode as string);
  const nodes = nodesOf(meta, ({ id, isLeaf }) => {
    if (!isLeaf) return {};
    const { f_n, f_n_para = {} } = individual[id] ?? global;
    const direction = directions.get(id) as 1 | -1;
    return { normalize: normalizeBy(f_n, defaultsOf(f_n, f_n_para), direction, units) };
  });
  // Turned neither in the sign nor in the formula, the oracle's share of the maximum is wrong where less is better.
  const ids = leaves
    .map(({ id }) => id)
    .filter((id) => coinr_defect === undefined || directions.get(id) === 1);
  if (params.f_n !== "n_dist2targ") {
    return throughKernels(nodes, directions, rows, units, output, ids);
  }
  const refused = refusal(() => build(rows, nodes, directions));
  expect(refused.map(({ code }) => code)).toContain("composite/target-not-beyond");
  // Beyond such a target its cap is no bound of the scores.
  const isOut = (id: string) => refused.some(({ place }) => place.node === id);
  const isCapped = global.f_n_para?.cap_max === true;
  const sound = ids.filter((id) => !(isCapped && isOut(id)));
  return throughKernels(nodes, directions, rows, units, output, sound);
};

function defaultsOf(f: string, para: Parameters): Parameters {
  const defaults: Readonly<Record<string, Parameters>> = {
    n_minmax: { l_u: [0, 100] },
    n_zscore: { m_sd: [0, 1] },
    n_scaled: { npara: [0, 100] },
  };
  return { ...defaults[f], ...para };
}

function throughKernels(
  nodes: readonly FrameworkNode[],
  directions: ReadonlyMap<string, 1 | -1>,
  rows: readonly Readonly<Record<string, string | number | null>>[],
  units: readonly string[],
  output: OracleCase["output"],
  ids: readonly string[],
): number {
  const definitions = [...directions].map(([id, direction]) => definitionOf(id, direction));
  const { plan, nodes: order, indicators } = planIndex({ ...HEAD, nodes }, { definitions, units });
  const workspace = createWorkspace(plan, units.length);
  const values = new Float64Array(indicators.length * units.length);
  columnsOf(rows, indicators).forEach((column, i) => {
    values.set(column, i * units.length);
  });
  runPlan(plan, values, workspace);
  return expectTable(
    output,
    ids,
    (unit, id) => workspace.columns[order.indexOf(id)]?.[units.indexOf(unit)],
  );
}

const iMetaParameters = new Map(
  readCsv("inputs/asem_norm_params.csv").map((row) => [row.iCode, row]),
);

function normalizeByMeta(f: string, { id, direction }: MetaRow): NormalizeOptions {
  const row = iMetaParameters.get(id);
  const number = (name: string) => Number(row?.[name]);
  const isUp = direction === 1;
  if (f === "n_minmax")
    return { method: "min-max", scale: [number("minmax_lower"), number("minmax_upper")] };
  if (f === "n_zscore")
    return { method: "z-score", mean: number("zscore_mean"), sd: number("zscore_sd") };
  if (f === "n_dist2targ") {
    return {
      method: "distance-to-target",
      best: number("Target"),
      scale: [0, 1],
      clamp: row?.dist2targ_cap_max === "TRUE",
    };
  }
  const name = f === "n_scaled" ? "scaled" : "goalpost";
  const posts = [number(`${name}_lower`), number(`${name}_upper`)] as const;
  return {
    method: "goalposts",
    worst: isUp ? posts[0] : posts[1],
    best: isUp ? posts[1] : posts[0],
    scale: [0, number(f === "n_scaled" ? "scale_factor" : "goalpost_scale")],
    clamp: f !== "n_scaled" && row?.goalpost_trunc2posts === "TRUE",
  };
}

export const runNormaliseByMeta: Runner = ({ params, input, output }: OracleCase) => {
  const nodes = nodesOf(meta, (row) =>
    row.isLeaf ? { normalize: normalizeByMeta(params.f_n as string, row) } : {},
  );
  const result = build(readDataset(input.dset), nodes, directionsOf({}));
  return expectTable(
    output,
    leaves.map(({ id }) => id),
    scoresOf(result),
  );
};
