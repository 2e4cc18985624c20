import { type Cell, type Finding, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import { countOf, degreesOfFreedom } from "../design/degrees-of-freedom.js";
import { listOf, type MissingPolicy } from "../design/design-spec.js";
import { domainCodes, groupFacts } from "../design/row-facts.js";
import type { DesignParts, GroupLabels } from "../design/survey-design.js";
import { cellRows } from "../kernels/cell-order.js";
import { sortedCodes } from "../kernels/codes.js";
import { hasHoles } from "../kernels/holes.js";
import type { EstimateOptions } from "./options.js";
import type { RowGroups } from "./solution.js";

/** A row variable that an estimate needs, and the column that it comes from. */
export interface Variable {
  readonly column: string;
  readonly values: Float64Array;
}

/** The rows of every group: those with answers, and how many lack one. */
export interface SelectedRows extends RowGroups {
  /** Groups before rows without answers are left out: what degrees of freedom are counted on. */
  readonly domains: RowGroups;
  readonly labels: readonly GroupLabels[];
  /** Rows with a positive weight and an answer. */
  readonly n: Float64Array;
  readonly nMissing: Float64Array;
  readonly findings: readonly Finding[];
}

/** The coding of a column, kept with the design: groups are asked for again and again. */
function codingOf({ table, codings }: DesignParts, column: string) {
  let coding = codings.get(column);
  if (coding === undefined) {
    coding = sortedCodes(table.column(column));
    codings.set(column, coding);
  }
  return coding;
}

/** Codes of the combinations of columns, the first column varying fastest; -1 where any is missing. */
function combinations(
  parts: DesignParts,
  columns: readonly string[],
  emptyGroups: boolean,
): { group: Int32Array; labels: GroupLabels[] } {
  const codings = columns.map((column) => codingOf(parts, column));
  const length = parts.table.length;
  const [only] = codings;
  if (codings.length === 1 && only !== undefined && parts.domain === undefined) {
    const [column] = columns as [string];
    const withhold = parts.table.identifying.has(column);
    return {
      group: only.codes,
      labels: only.labels.map((label) => ({ [column]: withhold ? "(withheld)" : label })),
    };
  }
  const full = new Int32Array(length);
  let stride = 1;
  codings.forEach(({ codes, labels }, i) => {
    if (i === 0) full.set(codes);
    else {
      for (let row = 0; row < length; row++) {
        const code = codes[row]!;
        full[row] = code < 0 || full[row]! < 0 ? -1 : full[row]! + code * stride;
      }
    }
    stride *= labels.length;
  });
  const { domain } = parts;
  const seen = new Uint8Array(stride).fill(emptyGroups ? 1 : 0);
  for (let row = 0; row < length; row++) {
    if (domain !== undefined && domain[row] === 0) full[row] = -1;
    else if (full[row]! >= 0) seen[full[row]!] = 1;
  }
  const position = new Int32Array(stride).fill(-1);
  const labels: GroupLabels[] = [];
  for (let code = 0; code < stride; code++) {
    if (seen[code] === 0) continue;
    position[code] = labels.length;
    let rest = code;
    const entries = columns.map((column, i): [string, Cell] => {
      const { labels: own } = codings[i]!;
      const cell = own[rest % own.length]!;
      rest = Math.floor(rest / own.length);
      return [column, parts.table.identifying.has(column) ? "(withheld)" : cell];
    });
    labels.push(Object.fromEntries(entries));
  }
  if (labels.length < stride) {
    for (let row = 0; row < length; row++) {
      if (full[row]! >= 0) full[row] = position[full[row]!]!;
    }
  }
  return { group: full, labels };
}

/**
 * Decides which rows an estimate is made of: the domain of the design, the groups of `by`, and of these
 * the rows in which no variable is missing. Missing answers are an error unless they are to be left out.
 */
export function selectRows(
  parts: DesignParts,
  variables: readonly Variable[],
  options: EstimateOptions,
): SelectedRows {
  const by = listOf(options.by);
  const { table, domain, weights } = parts;
  const policy: MissingPolicy = options.missing ?? parts.missing;
  const base = by.length > 0 ? combinations(parts, by, options.emptyGroups === true) : undefined;
  const labels = base?.labels ?? [{}];
  const groups = labels.length;
  let domains: Int32Array | undefined = base?.group;
  if (domains === undefined && domain !== undefined) domains = domainCodes(parts.facts, domain);
  const n = new Float64Array(groups);
  const nMissing = new Float64Array(groups);
  let group = domains;
  const missing = new Map<string, { count: number; row: number }>();
  let lost: Uint8Array | undefined;
  for (const { column, values } of variables) {
    if (isComplete(parts, values)) continue;
    for (let row = 0; row < values.length; row++) {
      if (!Number.isNaN(values[row]!) || (domains !== undefined && domains[row]! < 0)) continue;
      if (weights[row] === 0 && policy === "error") {
        // Outside the sample: nobody was asked, nothing is missing.
      } else {
        const known = missing.get(column);
        if (known === undefined) missing.set(column, { count: 1, row: row + 1 });
        else known.count += 1;
      }
      lost ??= new Uint8Array(values.length);
      lost[row] = 1;
    }
  }
  if (lost !== undefined) {
    if (policy === "error") {
      throwIfErrors(
        [...missing].map(([column, { count, row }]) =>
          find("survey/missing-values", { place: { column, row }, facts: { count } }),
        ),
      );
    }
    const kept = domains === undefined ? new Int32Array(table.length) : domains.slice();
    for (let row = 0; row < kept.length; row++) {
      if (lost[row] === 0 || kept[row]! < 0) continue;
      if (weights[row] !== 0) nMissing[kept[row]!]! += 1;
      kept[row] = -1;
    }
    group = kept;
  }
  if (group === undefined && !parts.zeroWeights) n[0] = table.length;
  else if (group !== undefined && !parts.zeroWeights) n.set(rowsOfGroups(parts, group, groups));
  else countRows(n, group, weights);
  const findings: Finding[] = [];
  labels.forEach((label, g) => {
    if (n[g] === 0)
      findings.push(find("survey/empty-domain", { facts: { domain: nameOf(label) } }));
  });
  return { group, groups, domains: { group: domains, groups }, labels, n, nMissing, findings };
}

/** Whether no value is missing; asked of a column once. */
function isComplete({ facts }: DesignParts, values: Float64Array): boolean {
  if (facts.complete.has(values)) return true;
  const complete = !hasHoles(values);
  if (complete) facts.complete.add(values);
  return complete;
}

/** Rows that a cell must have on average, for cells to be worth counting. */
const LEAST_ROWS_OF_CELL = 4;

/** Rows of each unit and group, counted once; undefined where there are more cells than is worth it. */
function cellsOf(parts: DesignParts, group: Int32Array, groups: number): Int32Array | undefined {
  const { facts, frame } = parts;
  const known = groupFacts(facts, group);
  if (known.cells !== undefined || frame === undefined) return known.cells;
  const { units } = frame.stages[frame.stages.length - 1]!;
  if (units * groups * LEAST_ROWS_OF_CELL > group.length) return undefined;
  known.cells = cellRows(parts.unitOfRow!, group, { units, groups });
  return known.cells;
}

function rowsOfGroups(parts: DesignParts, group: Int32Array, groups: number): Float64Array {
  const known = groupFacts(parts.facts, group);
  if (known.rows !== undefined) return known.rows;
  const rows = new Float64Array(groups);
  const cells = cellsOf(parts, group, groups);
  if (cells === undefined) {
    for (let row = 0; row < group.length; row++) if (group[row]! >= 0) rows[group[row]!]! += 1;
  } else {
    for (let cell = 0; cell < cells.length; cell++) rows[cell % groups]! += cells[cell]!;
  }
  known.rows = rows;
  return rows;
}

function countRows(n: Float64Array, group: Int32Array | undefined, weights: Float64Array): void {
  if (group === undefined) {
    let count = 0;
    for (let row = 0; row < weights.length; row++) if (weights[row] !== 0) count += 1;
    n[0] = count;
    return;
  }
  for (let row = 0; row < weights.length; row++) {
    const g = group[row]!;
    if (g >= 0 && weights[row] !== 0) n[g]! += 1;
  }
}

/** A group as it is called in sentences. */
export function nameOf(label: GroupLabels): string {
  const parts = Object.entries(label).map(([column, cell]) => `${column} ${String(cell)}`);
  return parts.length > 0 ? parts.join(", ") : "(all rows)";
}

/** Degrees of freedom of every group. */
export function groupDegrees(parts: DesignParts, { group, groups }: RowGroups): Float64Array {
  if (group === undefined) return Float64Array.of(degreesOfFreedom(parts, undefined));
  if (parts.replicates !== undefined) {
    return Float64Array.from({ length: groups }, (_, g) => {
      const inside = Uint8Array.from(group, (code) => (code === g ? 1 : 0));
      return countOf(inside) === 0 ? 0 : degreesOfFreedom(parts, inside);
    });
  }
  if (parts.zeroWeights) return countedDegrees(parts, group, groups);
  const known = groupFacts(parts.facts, group);
  known.degrees ??= countedDegrees(parts, group, groups);
  return known.degrees;
}

function countedDegrees(parts: DesignParts, group: Int32Array, groups: number): Float64Array {
  const { frame, zeroWeights } = parts;
  const stage = frame!.stages[0]!;
  const degrees = new Float64Array(groups);
  if (stage.units * groups > MOST_PAIRS) return sparseDegrees(parts, group, groups, degrees);
  const cells = zeroWeights || frame!.stages.length > 1 ? undefined : cellsOf(parts, group, groups);
  const unitSeen = cells ?? unitsSeen(parts, group, groups, stage.units);
  const stratumSeen = new Uint8Array(stage.strata * groups);
  for (let unit = 0; unit < stage.units; unit++) {
    for (let g = 0; g < groups; g++) {
      if (unitSeen[unit * groups + g] === 0) continue;
      degrees[g]! += 1;
      const stratum = stage.stratumOfUnit[unit]! * groups + g;
      if (stratumSeen[stratum] === 0) degrees[g]! -= 1;
      stratumSeen[stratum] = 1;
    }
  }
  return degrees;
}

/** 1 for each first-stage unit and group with a row whose weight is not zero. */
function unitsSeen(
  { psuOfRow, weights, zeroWeights }: DesignParts,
  group: Int32Array,
  groups: number,
  units: number,
): Uint8Array {
  const seen = new Uint8Array(units * groups);
  for (let row = 0; row < weights.length; row++) {
    const g = group[row]!;
    if (g >= 0 && (!zeroWeights || weights[row] !== 0)) seen[psuOfRow![row]! * groups + g] = 1;
  }
  return seen;
}

/** Pairs of unit and group for which a flag each is held. */
const MOST_PAIRS = 1 << 27;

/** The same for more units and groups than flags are held for. */
function sparseDegrees(
  { frame, psuOfRow, weights }: DesignParts,
  group: Int32Array,
  groups: number,
  degrees: Float64Array,
): Float64Array {
  const { stratumOfUnit } = frame!.stages[0]!;
  const units = new Set<number>();
  const strata = new Set<number>();
  for (let row = 0; row < weights.length; row++) {
    const g = group[row]!;
    const unit = psuOfRow![row]!;
    if (g < 0 || weights[row] === 0 || units.has(unit * groups + g)) continue;
    units.add(unit * groups + g);
    degrees[g]! += 1;
    const stratum = stratumOfUnit[unit]! * groups + g;
    if (!strata.has(stratum)) degrees[g]! -= 1;
    strata.add(stratum);
  }
  return degrees;
}
