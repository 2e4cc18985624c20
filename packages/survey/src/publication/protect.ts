import type { Finding } from "@vitalcore/core";
import { LinearProgram, type LinearRow } from "@vitalcore/stats/linear-program";
import { find } from "../catalog.js";
import type { AttackerKnowledge, Protection } from "./attack.js";
import {
  type CountCell,
  type CountRelation,
  checkCounts,
  checkThreshold,
  isSmall,
} from "./counts.js";
import { canReach, extremeOf, type ReaderView, readerView } from "./reader.js";

/** Which counts of linked tables are hidden. */
export interface ProtectedCounts {
  /** Small counts. */
  readonly primary: readonly string[];
  /** Hidden so that no small one can be worked out, and those that `hide` names. */
  readonly complementary: readonly string[];
  /** "protected": each small count is proven safe, by a table of whole counts that agrees with all that is shown and has it at the threshold or above. */
  readonly verdict: Protection;
  /** `survey/cannot-protect` for each small count that is not. */
  readonly findings: readonly Finding[];
}

/** What is to be hidden, and against whom. */
export interface ProtectCountsOptions {
  /** Counts from 1 to threshold - 1 are hidden; zeros are shown. There is no default: see {@link countPresets}. */
  readonly threshold: number;
  /** What readers know; default "positive": that zeros are printed. */
  readonly against?: Exclude<AttackerKnowledge, "marked">;
  /** Counts that are never hidden, such as a total printed elsewhere. */
  readonly keep?: Iterable<string>;
  /** Counts that are hidden for other reasons, such as unreliable ones. */
  readonly hide?: Iterable<string>;
}

interface Plan {
  readonly cells: readonly CountCell[];
  readonly relations: readonly CountRelation[];
  readonly threshold: number;
  readonly keep: ReadonlySet<string>;
  /** What readers know a hidden count to be at least. */
  readonly least: 0 | 1;
}

/**
 * The counts that move when one small count is lifted to the threshold and all relations still hold, at the least
 * cost: hidden, they let a reader believe in the other table (after Kelly, Golden and Assad 1992).
 *
 * @param floor - what no other count may fall below.
 */
function countsThatMove(
  plan: Plan,
  target: string,
  hidden: ReadonlySet<string>,
  floor: 0 | 1,
): readonly string[] | undefined {
  const { cells, relations, threshold, keep } = plan;
  const movable = cells.filter(({ id, value }) => value! > 0 && !keep.has(id));
  const indices = new Map(movable.map(({ id }, i) => [id, i]));
  const goal = indices.get(target);
  if (goal === undefined) return undefined;
  // Variable 2 i lifts a count, 2 i + 1 lowers it.
  const uppers = movable.flatMap(({ id, value }) => [
    Number.POSITIVE_INFINITY,
    id === target ? 0 : value! - floor,
  ]);
  const values = new Map(cells.map(({ id, value }) => [id, value!]));
  const rows = relations.flatMap(({ terms, op, right }): LinearRow[] => {
    const moving: (readonly [number, number])[] = [];
    let now = 0;
    for (const [cell, coefficient] of Object.entries(terms)) {
      now += coefficient * values.get(cell)!;
      const index = indices.get(cell);
      if (index === undefined) continue;
      moving.push([2 * index, coefficient], [2 * index + 1, -coefficient]);
    }
    if (moving.length === 0) return [];
    return [{ terms: moving, op, right: op === "=" ? 0 : right - now }];
  });
  rows.push({ terms: [[2 * goal, 1]], op: "=", right: threshold - movable[goal]!.value! });
  const costs = new Map<number, number>();
  movable.forEach(({ id, value }, i) => {
    // Few counts rather than many, and among equally few those that are small.
    const cost = hidden.has(id) ? 1e-4 : 1 + 0.05 * Math.log1p(value!);
    costs.set(2 * i, cost);
    costs.set(2 * i + 1, cost);
  });
  const optimum = new LinearProgram(uppers, rows).minimize(costs);
  if (optimum === undefined) return undefined;
  const { variables } = optimum;
  return movable
    .filter((_, i) => Math.abs(variables[2 * i]! - variables[2 * i + 1]!) > 1e-7)
    .map(({ id }) => id);
}

function viewOf({ cells, relations, least }: Plan, hidden: ReadonlySet<string>): ReaderView {
  return readerView(cells, relations, hidden, () => [least, Number.POSITIVE_INFINITY]);
}

function isSafe(plan: Plan, target: string, hidden: ReadonlySet<string>): boolean {
  const view = viewOf(plan, hidden);
  return canReach(view, view.hidden.indexOf(target), plan.threshold);
}

/** Shows again what need not be hidden: the largest counts first. */
function withoutNeedless(
  plan: Plan,
  safe: readonly string[],
  candidates: readonly string[],
  hidden: Set<string>,
): void {
  const values = new Map(plan.cells.map(({ id, value }) => [id, value!]));
  for (const candidate of [...candidates].sort((a, b) => values.get(b)! - values.get(a)!)) {
    hidden.delete(candidate);
    if (!safe.every((target) => isSafe(plan, target, hidden))) hidden.add(candidate);
  }
}

/** More hidden counts than this are not tried one by one. */
const MOST_TRIED = 60;

/**
 * Chooses counts to hide in tables that are published together, so that small ones can neither be worked out nor
 * proved to be small, from totals, linked tables, inequalities or percentages. For each small count a table is found
 * that agrees with everything shown and in which it is not small; the counts that differ there are hidden too. The
 * proof is exact and in whole numbers; the number of hidden counts is kept low, and is not always the least.
 *
 * @param cells - all counts of all tables, totals among them. A count that stands in two tables has one id.
 * @param relations - what readers know: totals, nested measures, printed percentages, within and across tables.
 * @param options.threshold - counts from 1 to one less than this are small.
 * @returns the counts to hide; nothing where nothing is small.
 * @throws VitalError `survey/unknown-count`, `survey/duplicate-count`, `survey/not-a-count`, `survey/option`,
 *   `survey/suppression-too-large`.
 *
 * Source: Kelly, Golden and Assad (1992), Networks 22:397-417; Hundepool and others (2012), *Statistical Disclosure
 * Control*, chapter 4.
 *
 * @example
 * ```ts
 * import { protectCounts } from "@vitalcore/survey/publication";
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
 * const { primary, complementary, verdict } = protectCounts(cells, relations, { threshold: 5 });
 * primary; // => ["urban-a"]
 * complementary; // => ["urban-b", "rural-a", "rural-b"]
 * verdict; // => "protected"
 * ```
 */
export function protectCounts(
  cells: readonly CountCell[],
  relations: readonly CountRelation[],
  options: ProtectCountsOptions,
): ProtectedCounts {
  const { threshold, against = "positive" } = options;
  const keep = new Set(options.keep);
  const fixed = new Set(options.hide);
  checkThreshold(threshold);
  checkCounts(cells, relations, { named: [...keep, ...fixed], allowUnknown: false });
  // A hidden zero shows that zeros are not always printed.
  const hidesZero = cells.some(({ id, value }) => value === 0 && fixed.has(id));
  const least = against === "basic" || hidesZero ? 0 : 1;
  const plan: Plan = { cells, relations, threshold, keep, least };
  const primary = cells.filter(({ value }) => isSmall(value, threshold)).map(({ id }) => id);
  for (const target of primary) fixed.add(target);
  const hidden = new Set(fixed);
  const lost = new Set<string>();
  for (const target of primary) {
    const moving =
      countsThatMove(plan, target, hidden, 1) ??
      (least === 0 ? countsThatMove(plan, target, hidden, 0) : undefined);
    if (moving === undefined) lost.add(target);
    else for (const id of moving) hidden.add(id);
  }
  for (const target of primary) {
    if (!lost.has(target) && !isSafe(plan, target, hidden)) lost.add(target);
  }
  const safe = primary.filter((target) => !lost.has(target));
  const candidates = [...hidden].filter((id) => !fixed.has(id));
  if (hidden.size <= MOST_TRIED) withoutNeedless(plan, safe, candidates, hidden);
  const small = new Set(primary);
  return {
    primary,
    complementary: cells.map(({ id }) => id).filter((id) => hidden.has(id) && !small.has(id)),
    verdict: verdictOn(plan, lost, hidden),
    findings: [...lost].map((cell) => find("survey/cannot-protect", { facts: { cell } })),
  };
}

/** How bad it is for the counts that cannot be protected. */
function verdictOn(plan: Plan, lost: ReadonlySet<string>, hidden: ReadonlySet<string>): Protection {
  if (lost.size === 0) return "protected";
  const view = viewOf(plan, hidden);
  const isKnown = (target: string) => {
    const index = view.hidden.indexOf(target);
    return extremeOf(view, index, -1)?.whole === extremeOf(view, index, 1)?.whole;
  };
  return [...lost].some(isKnown) ? "broken" : "narrow";
}
