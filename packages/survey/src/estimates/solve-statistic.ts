import type { Finding } from "@vitalcore/core";
import { adjustInfluence } from "../calibration/adjustment.js";
import type { DesignParts } from "../design/survey-design.js";
import { buildEstimates, type ValueName } from "./build-estimates.js";
import { influenceEffects } from "./design-effect.js";
import type { EstimatesResult } from "./estimates.js";
import type { Functional } from "./functional.js";
import type { EstimateOptions } from "./options.js";
import type { SelectedRows } from "./select-rows.js";
import type { Solution, Solved } from "./solution.js";
import { solveFunctional } from "./solve-functional.js";
import { influenceCovariance } from "./solve-influence.js";
import { replicateCovariance } from "./solve-replicates.js";

/** A statistic that is no function of a few totals: it ranks people, or sets a line by a quantile. */
export interface Statistic {
  readonly width: number;
  /** Its values for one group under some weights. */
  evaluate(weights: Float64Array, g: number): Float64Array;
  /** Influence values at the analysis weights: one array of all rows per value, not multiplied by weights. */
  influence(weights: Float64Array, g: number): readonly Float64Array[];
  /** Rows outside the group have an influence too (the line is that of all people). */
  readonly reachesBeyond: boolean;
}

/** What the values of a measure are called, and how they were asked for. */
export interface MeasureLabels {
  readonly statistic: string;
  readonly names: readonly ValueName[];
  readonly options: EstimateOptions;
  readonly scale?: "proportion" | "number";
  readonly findings?: readonly Finding[];
}

/** Rows of one group. */
export function insideGroup({ group }: SelectedRows, g: number): (row: number) => boolean {
  return group === undefined ? () => true : (row) => group[row] === g;
}

function presentRows(rows: SelectedRows, { reachesBeyond }: Statistic, g?: number) {
  const { group } = rows;
  if (reachesBeyond || group === undefined) return undefined;
  return Uint8Array.from(group, (code) => +(g === undefined ? code >= 0 : code === g));
}

function fromInfluence(
  parts: DesignParts,
  rows: SelectedRows,
  statistic: Statistic,
  joint: boolean,
): Solution {
  const { weights, adjustments } = parts;
  const lonely = new Set<string>();
  const covarianceOf = (influence: readonly Float64Array[], g?: number) => {
    const result = influenceCovariance(parts, influence, presentRows(rows, statistic, g));
    for (const stratum of result.lonely) lonely.add(stratum);
    return result.covariance;
  };
  const stacked: Float64Array[] = [];
  const groups = rows.labels.map((_, g): Solved => {
    const influence = statistic.influence(weights, g).map((u) => {
      const z = u.map((value, row) => value * weights[row]!);
      adjustInfluence(z, adjustments);
      return z;
    });
    if (joint) stacked.push(...influence);
    return {
      totals: new Float64Array(0),
      values: statistic.evaluate(weights, g),
      covariance: covarianceOf(influence, g),
      dropped: 0,
    };
  });
  if (!joint) return { groups, joint: undefined, lonely };
  return { groups, joint: covarianceOf(stacked), lonely };
}

/** Values of all groups one after the other. */
function valuesOfGroups(groups: number, width: number, evaluate: (g: number) => Float64Array) {
  const values = new Float64Array(groups * width);
  for (let g = 0; g < groups; g++) values.set(evaluate(g), g * width);
  return values;
}

function fromReplicates(
  parts: DesignParts,
  rows: SelectedRows,
  { width, evaluate }: Statistic,
  joint: boolean,
): Solution {
  const set = parts.replicates!;
  const { groups } = rows;
  const full = valuesOfGroups(groups, width, (g) => evaluate(parts.weights, g));
  const buffer = new Float64Array(parts.weights.length);
  const replicates = Array.from({ length: set.count }, (_, r) => {
    const weights = set.fill(r, buffer);
    return valuesOfGroups(groups, width, (g) => evaluate(weights, g));
  });
  const all = joint ? replicateCovariance(parts, replicates, full) : undefined;
  return {
    groups: rows.labels.map((_, g): Solved => {
      const own = (values: Float64Array) => values.slice(g * width, (g + 1) * width);
      const values = own(full);
      const { covariance, dropped } = replicateCovariance(parts, replicates.map(own), values);
      return {
        totals: new Float64Array(0),
        values,
        covariance,
        dropped: all?.dropped ?? dropped,
      };
    }),
    joint: all?.covariance,
    lonely: new Set(),
  };
}

/** Values and variances of a statistic in every group: linearized, or from replicates. */
export function solveStatistic(
  parts: DesignParts,
  rows: SelectedRows,
  statistic: Statistic,
  options: { readonly joint?: boolean } = {},
): Solution {
  const joint = options.joint === true;
  return parts.replicates === undefined
    ? fromInfluence(parts, rows, statistic, joint)
    : fromReplicates(parts, rows, statistic, joint);
}

function finish(
  parts: DesignParts,
  rows: SelectedRows,
  solution: Solution,
  labels: MeasureLabels,
  influence: (g: number) => readonly Float64Array[],
  reachesBeyond: boolean,
): EstimatesResult {
  const { names, options } = labels;
  const width = names.length;
  const findings: Finding[] = [...(labels.findings ?? [])];
  const designEffect = influenceEffects(parts, rows, {
    kind: options.designEffect ?? "none",
    variance: (g, j) => solution.groups[g]!.covariance[j * width + j]!,
    names: names.map(({ variable }) => variable),
    influence,
    reachesBeyond,
    findings,
  });
  return buildEstimates({
    ...labels,
    parts,
    rows,
    solution,
    findings,
    ...(designEffect && { designEffect }),
  });
}

/** Estimates of a statistic in every group. */
export function estimateStatistic(
  parts: DesignParts,
  rows: SelectedRows,
  statistic: Statistic,
  labels: MeasureLabels,
): EstimatesResult {
  const solution = solveStatistic(parts, rows, statistic, {
    joint: labels.options.covariance === true,
  });
  const influence = (g: number) => statistic.influence(parts.weights, g);
  return finish(parts, rows, solution, labels, influence, statistic.reachesBeyond);
}

/** Estimates of a functional in every group. */
export function estimateFunctional(
  parts: DesignParts,
  rows: SelectedRows,
  functional: Functional,
  labels: MeasureLabels,
): EstimatesResult {
  const solution = solveFunctional(parts, rows, functional, {
    joint: labels.options.covariance === true,
  });
  const { terms, width } = functional;
  const influence = (g: number) => {
    const gradient = functional.gradient(solution.groups[g]!.totals);
    const inside = insideGroup(rows, g);
    return Array.from({ length: width }, (_, j) =>
      Float64Array.from({ length: parts.weights.length }, (_row, row) => {
        if (!inside(row)) return 0;
        let sum = gradient[j * (terms.length + 1)]!;
        terms.forEach((term, t) => {
          const slope = gradient[j * (terms.length + 1) + t + 1]!;
          if (slope !== 0) sum += slope * term[row]!;
        });
        return sum;
      }),
    );
  };
  return finish(parts, rows, solution, labels, influence, false);
}
