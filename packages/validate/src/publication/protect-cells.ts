import { type Finding, VitalError } from "@vitalcore/core";
import { attackOn, canReach, type FeasibleInterval, intervalsOf } from "./attack.js";
import type { CellRelation, PublishedCell } from "./cells.js";
import { BoundedSimplex, type LinearRow } from "./linear-program.js";
import { find } from "./publication-catalog.js";

/** What is to be protected, and what may not be hidden. */
export interface ProtectCellsOptions {
  /** Counts from 1 to one less than this are small, totals too; 0 is shown. There is no default. */
  readonly threshold: number;
  /** Cells that are published whatever happens, for example the grand total. */
  readonly keep?: readonly string[];
}

/** Which cells to hide. */
export interface CellProtection {
  /** Cells that are small themselves. */
  readonly primary: readonly string[];
  /** Cells that are hidden so that no small one can be worked out. */
  readonly complementary: readonly string[];
  /** Whether every small cell is proven safe: some whole-numbered table that agrees with all that is published has it at the threshold or above. */
  readonly protected: boolean;
  /** `validate/cannot-protect` for each cell that is not. */
  readonly findings: readonly Finding[];
}

/** @throws VitalError with all that is wrong with cells and relations. */
export function checkCells(
  cells: readonly PublishedCell[],
  relations: readonly CellRelation[],
  hiddenMayBeNull: boolean,
): void {
  const ids = new Set<string>();
  const findings: Finding[] = [];
  for (const { id, value } of cells) {
    if (ids.has(id)) findings.push(find("validate/duplicate-cell", { found: id }));
    ids.add(id);
    const right = value === null ? hiddenMayBeNull : Number.isInteger(value) && value >= 0;
    if (!right) findings.push(find("validate/cell-value", { found: value, facts: { cell: id } }));
  }
  for (const cell of new Set(relations.flatMap(({ terms }) => Object.keys(terms)))) {
    if (!ids.has(cell)) findings.push(find("validate/unknown-cell", { found: cell }));
  }
  if (findings.length > 0) throw new VitalError(findings);
}

interface Plan {
  readonly cells: readonly PublishedCell[];
  readonly relations: readonly CellRelation[];
  readonly threshold: number;
  readonly keep: ReadonlySet<string>;
}

/**
 * The cells that move when one small cell is lifted to the threshold and all relations still hold, at the
 * least cost: hidden, they let a reader believe in the other table (after Kelly, Golden & Assad 1992).
 *
 * @param floor - what no other cell may fall below: 1 where zeros are shown, for then a hidden cell is no zero.
 */
function cellsThatMove(
  plan: Plan,
  target: string,
  hidden: ReadonlySet<string>,
  floor: 0 | 1,
): readonly string[] | undefined {
  const { cells, relations, threshold, keep } = plan;
  const movable = cells.filter(({ id, value }) => (value as number) > 0 && !keep.has(id));
  const indices = new Map(movable.map(({ id }, i) => [id, i]));
  const goal = indices.get(target) as number;
  // Variable 2 i lifts a cell, 2 i + 1 lowers it.
  const uppers = movable.flatMap(({ id, value }) => [
    Number.POSITIVE_INFINITY,
    id === target ? 0 : (value as number) - floor,
  ]);
  const values = new Map(cells.map(({ id, value }) => [id, value as number]));
  const rows = relations.flatMap(({ terms, op, right }): LinearRow[] => {
    const moving: (readonly [number, number])[] = [];
    let now = 0;
    for (const [cell, coefficient] of Object.entries(terms)) {
      now += coefficient * (values.get(cell) as number);
      const index = indices.get(cell);
      if (index === undefined) continue;
      moving.push([2 * index, coefficient], [2 * index + 1, -coefficient]);
    }
    if (moving.length === 0) return [];
    return [{ terms: moving, op, right: op === "=" ? 0 : right - now }];
  });
  const lift = threshold - (movable[goal]?.value as number);
  rows.push({ terms: [[2 * goal, 1]], op: "=", right: lift });
  const simplex = new BoundedSimplex(uppers, rows);
  const costs = new Map<number, number>();
  movable.forEach(({ id, value }, i) => {
    // Few cells rather than many, and among equally few those with small counts.
    const cost = hidden.has(id) ? 1e-4 : 1 + 0.05 * Math.log1p(value as number);
    costs.set(2 * i, cost);
    costs.set(2 * i + 1, cost);
  });
  const optimum = simplex.minimize(costs);
  if (optimum === undefined) return undefined;
  return movable
    .filter(
      (_, i) =>
        Math.abs((optimum.variables[2 * i] as number) - (optimum.variables[2 * i + 1] as number)) >
        1e-7,
    )
    .map(({ id }) => id);
}

function isSafe(plan: Plan, target: string, hidden: ReadonlySet<string>): boolean {
  const safeFrom = (least: number): boolean => {
    const attack = attackOn(plan.cells, plan.relations, hidden, least);
    return canReach(attack, attack.hidden.indexOf(target), plan.threshold);
  };
  // A reader who knows that zeros are shown is the stronger one.
  return safeFrom(1) || safeFrom(0);
}

/** Shows again what need not be hidden: the largest cells first. */
function withoutNeedless(plan: Plan, primary: readonly string[], hidden: Set<string>): void {
  const values = new Map(plan.cells.map(({ id, value }) => [id, value as number]));
  const small = new Set(primary);
  const candidates = [...hidden]
    .filter((id) => !small.has(id))
    .sort((a, b) => (values.get(b) as number) - (values.get(a) as number));
  for (const candidate of candidates) {
    hidden.delete(candidate);
    if (!primary.every((target) => isSafe(plan, target, hidden))) hidden.add(candidate);
  }
}

/** More hidden cells than this are not tried one by one. */
const MOST_TRIED = 60;

/**
 * Chooses the cells to hide in tables that are published together, so that no small count can be worked
 * out from totals, linked tables, inequalities or percentages. For each small cell a table is found that
 * agrees with everything shown and in which it is not small; its cells that differ are hidden too. The proof
 * is exact and in whole numbers; the number of cells hidden is kept low, and is not always the least.
 *
 * @param cells - all cells of all tables, totals among them, with their true counts.
 * @param relations - what readers know: totals, nested measures, printed percentages.
 * @param options.threshold - counts from 1 to one less than this are small.
 * @throws VitalError `validate/cell-value`, `validate/unknown-cell`, `validate/duplicate-cell`,
 *   `validate/publication-input`, `validate/suppression-too-large`.
 *
 * @example
 * ```ts
 * import { protectCells } from "@vitalcore/validate/publication";
 * const cells = [
 *   { id: "urban-a", value: 2 }, { id: "urban-b", value: 30 }, { id: "urban", value: 32 },
 *   { id: "rural-a", value: 40 }, { id: "rural-b", value: 50 }, { id: "rural", value: 90 },
 *   { id: "a", value: 42 }, { id: "b", value: 80 }, { id: "all", value: 122 },
 * ];
 * const sum = (parts: string[], whole: string) => ({
 *   terms: Object.fromEntries([...parts.map((part) => [part, 1]), [whole, -1]]),
 *   op: "=" as const,
 *   right: 0,
 * });
 * const relations = [
 *   sum(["urban-a", "urban-b"], "urban"), sum(["rural-a", "rural-b"], "rural"), sum(["urban", "rural"], "all"),
 *   sum(["urban-a", "rural-a"], "a"), sum(["urban-b", "rural-b"], "b"), sum(["a", "b"], "all"),
 * ];
 * const { primary, complementary } = protectCells(cells, relations, { threshold: 5 });
 * primary; // => ["urban-a"]
 * complementary; // => ["urban-b", "rural-a", "rural-b"]
 * ```
 */
export function protectCells(
  cells: readonly PublishedCell[],
  relations: readonly CellRelation[],
  options: ProtectCellsOptions,
): CellProtection {
  checkThreshold(options.threshold);
  checkCells(cells, relations, false);
  const { threshold, keep = [] } = options;
  const plan: Plan = { cells, relations, threshold, keep: new Set(keep) };
  const primary = cells
    .filter(({ value }) => (value as number) > 0 && (value as number) < threshold)
    .map(({ id }) => id);
  const hidden = new Set(primary);
  const lost = new Set<string>();
  for (const target of primary) {
    const moving = cellsThatMove(plan, target, hidden, 1) ?? cellsThatMove(plan, target, hidden, 0);
    if (moving === undefined) lost.add(target);
    else for (const id of moving) hidden.add(id);
  }
  const safe = primary.filter((target) => !lost.has(target));
  for (const target of safe) if (!isSafe(plan, target, hidden)) lost.add(target);
  const kept = primary.filter((target) => !lost.has(target));
  if (hidden.size <= MOST_TRIED) withoutNeedless(plan, kept, hidden);
  const small = new Set(primary);
  return {
    primary,
    complementary: cells.map(({ id }) => id).filter((id) => hidden.has(id) && !small.has(id)),
    protected: lost.size === 0,
    findings: [...lost].map((cell) => find("validate/cannot-protect", { facts: { cell } })),
  };
}

function checkThreshold(threshold: number): void {
  if (Number.isInteger(threshold) && threshold >= 1) return;
  const facts = { field: "threshold", wanted: "a whole number from 1" };
  throw new VitalError([find("validate/publication-input", { found: threshold, facts })]);
}

/** What is to be found out about a publication with hidden cells. */
export interface AuditCellsOptions {
  /** Ids of the hidden cells; those whose value is `null` are hidden in any case. */
  readonly hidden?: readonly string[];
  /** Hidden cells that are small themselves: only these count for the verdict; all if left out. */
  readonly primary?: readonly string[];
  /** Counts from 1 to one less than this are small; only exact recovery counts if left out. */
  readonly threshold?: number;
  /** Whether readers know that zeros are shown, so that a hidden cell is at least 1; not if left out. */
  readonly zerosShown?: boolean;
}

/** What an attacker can work out. */
export interface CellAudit {
  /**
   * `broken`: the exact number of a small cell follows; `narrow`: that it is small follows; `protected`:
   * neither; `contradictory`: no numbers fit.
   */
  readonly verdict: "broken" | "narrow" | "protected" | "contradictory";
  readonly intervals: readonly FeasibleInterval[];
  readonly findings: readonly Finding[];
}

/**
 * Works out what readers can about the hidden cells of a publication, by linear programming over everything
 * that is published (the attacker of Hundepool et al. 2012, chapter 4, in whole numbers).
 *
 * @param cells - all cells; the values of hidden ones are never used.
 * @returns the whole numbers that each hidden cell can be, and the verdict.
 * @throws VitalError `validate/unknown-cell`, `validate/duplicate-cell`, `validate/cell-value`,
 *   `validate/suppression-too-large`.
 *
 * @example
 * ```ts
 * import { auditCells } from "@vitalcore/validate/publication";
 * const cells = [{ id: "a", value: 140 }, { id: "b", value: null }, { id: "c", value: 57 }, { id: "all", value: 200 }];
 * const relations = [{ terms: { a: 1, b: 1, c: 1, all: -1 }, op: "=", right: 0 }] as const;
 * const { verdict, intervals } = auditCells(cells, relations);
 * verdict; // => "broken"
 * intervals; // => [{ cell: "b", lower: 3, upper: 3 }]
 * ```
 */
export function auditCells(
  cells: readonly PublishedCell[],
  relations: readonly CellRelation[],
  options: AuditCellsOptions = {},
): CellAudit {
  checkCells(cells, relations, true);
  const { threshold, zerosShown = false } = options;
  const hidden = new Set(options.hidden ?? []);
  for (const { id, value } of cells) if (value === null) hidden.add(id);
  const attack = attackOn(cells, relations, hidden, zerosShown ? 1 : 0);
  const intervals = intervalsOf(attack);
  if (intervals === undefined) {
    const findings = [find("validate/cell-contradiction", {})];
    return { verdict: "contradictory", intervals: [], findings };
  }
  const primary = new Set(options.primary ?? hidden);
  const findings = intervals.flatMap(({ cell, lower, upper }): Finding[] => {
    if (!primary.has(cell)) return [];
    const interval = lower === upper ? String(lower) : `${lower} to ${upper}`;
    const facts = { cell, interval };
    if (lower === upper) return [find("validate/complementary-disclosure", { facts })];
    const narrow = threshold !== undefined && upper < threshold;
    return narrow ? [find("validate/narrow-disclosure", { facts })] : [];
  });
  const broken = findings.some(({ code }) => code === "validate/complementary-disclosure");
  const verdict = broken ? "broken" : findings.length > 0 ? "narrow" : "protected";
  return { verdict, intervals, findings };
}
