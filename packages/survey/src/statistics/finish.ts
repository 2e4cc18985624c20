import { type Cell, type Finding, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import { listOf } from "../design/design-spec.js";
import { rowFacts } from "../design/row-facts.js";
import type { DesignParts, GroupLabels } from "../design/survey-design.js";
import { buildEstimates, chosenDegrees, type ValueName } from "../estimates/build-estimates.js";
import type { EstimatesResult } from "../estimates/estimates.js";
import {
  countFunctional,
  type Functional,
  meansFunctional,
  ratioFunctional,
  totalsFunctional,
} from "../estimates/functional.js";
import type { SelectedRows } from "../estimates/select-rows.js";
import { solveFromTotals } from "../estimates/solve-functional.js";
import { type FrameStage, frameStage } from "../kernels/sample-frame.js";
import type { UnitTotals } from "../kernels/unit-totals.js";
import { type ProportionMethod, proportionInterval } from "../proportions/proportion-intervals.js";
import { checkPlan, keyColumns, plannedColumns, type StatisticsPlan } from "./plan.js";
import type { UnitTable } from "./unit-table.js";

/** Options of estimates from unit tables. */
export interface FinishOptions {
  readonly level?: number;
  readonly df?: "design" | "infinite" | number;
  /** Of proportions; default "logit". */
  readonly interval?: ProportionMethod;
  readonly covariance?: boolean;
}

const nothing = new Float64Array(0);

function functionalOf(plan: StatisticsPlan): Functional {
  const terms = plannedColumns(plan).map(() => nothing);
  switch (plan.statistic) {
    case "mean":
    case "proportion":
      return meansFunctional(terms);
    case "total":
      return totalsFunctional(terms);
    case "ratio":
      return ratioFunctional(nothing, nothing);
    case "count":
      return countFunctional();
  }
}

function namesOf(plan: StatisticsPlan): ValueName[] {
  switch (plan.statistic) {
    case "mean":
    case "total":
      return plan.columns.map((variable) => ({ variable }));
    case "ratio":
      return [{ variable: `${plan.numerator}/${plan.denominator}` }];
    case "proportion": {
      const { event } = plan;
      if (event === undefined) return [{ variable: plan.column }];
      const category = Array.isArray(event) ? event.map(String).join(" or ") : (event as Cell);
      return [{ variable: plan.column, category }];
    }
    case "count":
      return [{ variable: "count" }];
  }
}

const textOf = (cells: readonly Cell[]) =>
  cells.map((cell) => (typeof cell === "string" ? `"${cell}` : String(cell))).join("\u0000");

class Numbering {
  readonly #codes = new Map<string, number>();
  readonly first: number[] = [];

  code(key: string, row: number): number {
    let code = this.#codes.get(key);
    if (code === undefined) {
      code = this.first.length;
      this.#codes.set(key, code);
      this.first.push(row);
    }
    return code;
  }
}

interface TableFrame {
  readonly stages: FrameStage[];
  readonly unitOfRow: Int32Array;
  readonly psuOfRow: Int32Array;
  readonly stratumLabel: (stratum: number) => string;
}

/** The frame of a sample, from the keys of its unit table. */
function frameOf(table: UnitTable, plan: StatisticsPlan): TableFrame {
  const { strata, clusters } = keyColumns(plan);
  const { nest = false, ultimateCluster = false } = plan.design;
  const finite = listOf(plan.design.fpc).length > 0;
  const findings: Finding[] = [];
  const stages: FrameStage[] = [];
  let parent = new Int32Array(table.length);
  let parents = 1;
  let unitOfRow = parent;
  let psuOfRow = parent;
  let labels: (stratum: number) => string = () => "all";
  const last = finite && !ultimateCluster ? clusters.length : 1;
  for (let s = 0; s < last; s++) {
    const stratumKeys = s < strata.length ? table.keys[s] : undefined;
    const clusterKeys = table.keys[strata.length + s]!;
    const strataCodes = new Numbering();
    const unitCodes = new Numbering();
    const stratumOfRow = new Int32Array(table.length);
    const unit = new Int32Array(table.length);
    for (let i = 0; i < table.length; i++) {
      const stratum = stratumKeys === undefined ? [parent[i]!] : [parent[i]!, stratumKeys[i]!];
      stratumOfRow[i] = strataCodes.code(textOf(stratum), i);
      const nested = s > 0 || (nest && strata.length > 0);
      const key: Cell[] = nested ? [stratumOfRow[i]!, clusterKeys[i]!] : [clusterKeys[i]!];
      unit[i] = unitCodes.code(textOf(key), i);
      const first = unitCodes.first[unit[i]!]!;
      if (stratumOfRow[first] !== stratumOfRow[i]) {
        const facts = {
          cluster: `of row ${i + 1} of the unit table`,
          stratum: `that of row ${first + 1}`,
          otherStratum: "another",
        };
        const place = { column: clusters[s]!, row: i + 1 };
        findings.push(find("survey/clusters-not-nested", { place, facts }));
      }
    }
    throwIfErrors(findings.slice(0, 1));
    const units = unitCodes.first.length;
    const stratumOfUnit = Int32Array.from(unitCodes.first, (row) => stratumOfRow[row]!);
    const above = parent;
    const shape = {
      units,
      strata: strataCodes.first.length,
      stratumOfUnit,
      parentOfStratum: Int32Array.from(strataCodes.first, (row) => above[row]!),
      parents,
    };
    const sizes = table.fpc[s];
    const plain = frameStage(shape);
    const fraction =
      finite && sizes !== undefined ? fractions(sizes, unitCodes.first, plain) : undefined;
    stages.push(fraction === undefined ? plain : frameStage({ ...shape, fraction }));
    if (s === 0) {
      psuOfRow = unit;
      const firstOf = strataCodes.first;
      labels = (stratum) =>
        stratumKeys === undefined ? "all" : String(stratumKeys[firstOf[stratum]!]);
    }
    parent = unit;
    parents = units;
    unitOfRow = unit;
  }
  return { stages, unitOfRow, psuOfRow, stratumLabel: labels };
}

function fractions(sizes: Float64Array, first: readonly number[], stage: FrameStage): Float64Array {
  const given = first.map((row) => sizes[row]!);
  const isSize = given.some((size) => size > 1);
  return Float64Array.from(given, (size, u) =>
    isSize ? stage.sampled[stage.stratumOfUnit[u]!]! / size : size,
  );
}

/** Groups of the table, the first column varying fastest; -1 outside the domain. */
function groupsOf(table: UnitTable, plan: StatisticsPlan) {
  const { strata, clusters, by } = keyColumns(plan);
  const offset = strata.length + clusters.length;
  const group = new Int32Array(table.length);
  if (by.length === 0) return { group, labels: [{}] as GroupLabels[] };
  const numbering = new Numbering();
  const codes = Int32Array.from({ length: table.length }, (_, i) => {
    const cells = by.map((_name, j) => table.keys[offset + j]![i]!);
    return cells.some((cell) => cell === null) ? -1 : numbering.code(textOf(cells), i);
  });
  const compare = (a: Cell, b: Cell): number => {
    if (typeof a === "number" && typeof b === "number") return a - b;
    return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
  };
  const order = numbering.first
    .map((_, code) => code)
    .sort((a, b) => {
      for (let j = by.length - 1; j >= 0; j--) {
        const column = table.keys[offset + j]!;
        const difference = compare(column[numbering.first[a]!]!, column[numbering.first[b]!]!);
        if (difference !== 0) return difference;
      }
      return 0;
    });
  const rank = new Int32Array(order.length);
  order.forEach((code, position) => {
    rank[code] = position;
  });
  for (let i = 0; i < table.length; i++) group[i] = codes[i]! < 0 ? -1 : rank[codes[i]!]!;
  const labels = order.map((code) =>
    Object.fromEntries(
      by.map((name, j) => [name, table.keys[offset + j]![numbering.first[code]!]!]),
    ),
  );
  return { group, labels };
}

/**
 * Makes the estimates of a plan from a unit table: the `finish` that memory, files, workers and databases
 * share.
 *
 * @param plan - what the table was made for.
 * @param table - all units of the sample.
 * @throws VitalError `survey/lonely-psu`, `survey/clusters-not-nested`, `survey/option`.
 *
 * @example
 * ```ts
 * import { estimateFromUnits, surveyStatistic } from "@vitalcore/survey/statistics";
 * const plan = { version: 1, statistic: "mean", columns: ["age"], design: { clusters: "psu" } } as const;
 * const statistic = surveyStatistic(plan);
 * const first = statistic.accumulate(statistic.empty(), { psu: [1, 2], age: [20, 30] });
 * const second = statistic.accumulate(statistic.empty(), { psu: [2, 3], age: [40, 50] });
 * estimateFromUnits(plan, statistic.merge(first, second)).estimates[0]?.value; // => 35
 * ```
 */
export function estimateFromUnits(
  plan: StatisticsPlan,
  table: UnitTable,
  options: FinishOptions = {},
): EstimatesResult {
  checkPlan(plan);
  if (table.length === 0) throwIfErrors([find("survey/empty-table", {})]);
  const built = frameOf(table, plan);
  const { group, labels } = groupsOf(table, plan);
  const groups = labels.length;
  const functional = functionalOf(plan);
  const units = built.stages[built.stages.length - 1]!.units;
  const plane = () => new Float64Array(units * groups);
  const totals: UnitTotals = {
    units,
    groups,
    rows: plane(),
    sums: table.totals.map(plane),
    lost: table.totals.map(plane),
  };
  const n = new Float64Array(groups);
  const rowsInGroup = new Float64Array(groups);
  const nMissing = new Float64Array(groups);
  for (let i = 0; i < table.length; i++) {
    const g = group[i]!;
    if (g < 0) continue;
    const cell = built.unitOfRow[i]! * groups + g;
    totals.rows[cell]! += table.rows[i]!;
    n[g]! += table.positive[i]!;
    nMissing[g]! += table.missing[i]!;
    rowsInGroup[g]! += table.rows[i]! + table.missing[i]!;
    table.totals.forEach((sums, t) => {
      totals.sums[t]![cell]! += sums[i]! + table.lost[t]![i]!;
    });
  }
  const { lonely, lonelyInDomains } = plan.design;
  const rules = { policy: lonely ?? "fail", inDomains: lonelyInDomains ?? false } as const;
  const parts: DesignParts = {
    table: undefined as never,
    spec: plan.design,
    codings: new Map(),
    facts: rowFacts(),
    weights: nothing,
    zeroWeights: false,
    frame: { stages: built.stages },
    unitOfRow: built.unitOfRow,
    psuOfRow: built.psuOfRow,
    runs: undefined,
    stratumLabel: built.stratumLabel,
    replicates: undefined,
    pps: undefined,
    adjustments: [],
    domain: undefined,
    lonely: rules,
    missing: plan.design.missing ?? "error",
    findings: [],
  };
  const joint = options.covariance === true;
  const label = (stage: number, stratum: number) =>
    stage === 0 ? built.stratumLabel(stratum) : `number ${stratum + 1} of stage ${stage + 1}`;
  const solution = solveFromTotals(parts, totals, functional, joint, label);
  const degrees = degreesOf(table, built, group, groups);
  const rows: SelectedRows = {
    group,
    groups,
    domains: { group, groups },
    labels,
    n,
    nMissing,
    findings: [],
  };
  const isProportion = plan.statistic === "proportion";
  return buildEstimates({
    statistic: plan.statistic,
    parts,
    rows,
    solution,
    names: namesOf(plan),
    options,
    degrees,
    ...(isProportion && {
      scale: "proportion" as const,
      interval: ({ value, variance, level, g }) =>
        proportionInterval(options.interval ?? "logit", {
          p: value,
          variance,
          designDegrees: degrees[g]!,
          degrees: chosenDegrees(options.df, degrees[g]!),
          n: n[g]!,
          designRows: rowsInGroup[g]!,
          level,
        }),
      effectiveSize: (g: number) => {
        const { values, covariance } = solution.groups[g]!;
        const p = values[0]!;
        return covariance[0]! > 0 ? (p * (1 - p)) / covariance[0]! : n[g]!;
      },
    }),
  });
}

function degreesOf(
  table: UnitTable,
  { stages, psuOfRow }: TableFrame,
  group: Int32Array,
  groups: number,
): Float64Array {
  const degrees = new Float64Array(groups);
  const units = new Set<number>();
  const strata = new Set<number>();
  const { stratumOfUnit } = stages[0]!;
  for (let i = 0; i < table.length; i++) {
    const g = group[i]!;
    if (g < 0 || table.positive[i]! + table.missing[i]! === 0) continue;
    const unit = psuOfRow[i]!;
    if (units.has(unit * groups + g)) continue;
    units.add(unit * groups + g);
    degrees[g]! += 1;
    const stratum = stratumOfUnit[unit]! * groups + g;
    if (!strata.has(stratum)) degrees[g]! -= 1;
    strata.add(stratum);
  }
  return degrees;
}
