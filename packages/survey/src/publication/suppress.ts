import {
  type AttackerKnowledge,
  attackCounts,
  type CountCell,
  type CountRelation,
  checkRelations,
  isSmall,
  type Protection,
} from "./attack.js";

/** Which counts of linked tables are hidden. */
export interface Suppression {
  /** Small counts. */
  readonly primary: readonly string[];
  /** Hidden so that the small ones cannot be worked out. */
  readonly complementary: readonly string[];
  /** The attacker's verdict on the pattern. */
  readonly verdict: Protection;
}

/** What is to be hidden, and against whom. */
export interface SuppressionOptions {
  /** Counts from 1 to threshold - 1 are hidden; zeros are shown. Default 5. */
  readonly threshold?: number;
  /** What the attacker may know; default "positive": that zeros are printed. */
  readonly against?: Exclude<AttackerKnowledge, "marked">;
  /** Cells that are never hidden, such as a total printed elsewhere. */
  readonly keep?: Iterable<string>;
  /** Cells that are hidden for other reasons, such as unreliable ones. */
  readonly hide?: Iterable<string>;
}

class Pattern {
  readonly hidden: Set<string>;
  readonly #relations: readonly CountRelation[];
  readonly #value: ReadonlyMap<string, number>;
  readonly #keep: ReadonlySet<string>;
  readonly #threshold: number;

  constructor(
    hidden: Iterable<string>,
    relations: readonly CountRelation[],
    value: ReadonlyMap<string, number>,
    keep: ReadonlySet<string>,
    threshold: number,
  ) {
    this.hidden = new Set(hidden);
    this.#relations = relations;
    this.#value = value;
    this.#keep = keep;
    this.#threshold = threshold;
  }

  /** Shown cells of a relation that may be hidden, cheapest first: a complement that is itself small helps nobody. */
  candidates({ terms }: CountRelation): string[] {
    return terms
      .map(({ cell }) => cell)
      .filter((cell) => {
        const free = !this.hidden.has(cell) && !this.#keep.has(cell);
        return free && this.#value.get(cell)! >= this.#threshold;
      })
      .sort((a, b) => this.#cost(a) - this.#cost(b));
  }

  /** New relations with a lone hidden cell are worse than a large count. */
  #cost(cell: string): number {
    const lone = this.#relations.filter(
      ({ terms, op }) =>
        op === "=" &&
        terms.some((term) => term.cell === cell) &&
        !terms.some((term) => this.hidden.has(term.cell)),
    ).length;
    return lone * 1e9 + this.#value.get(cell)!;
  }

  /** A sum with exactly one hidden cell gives it away. */
  lone(): CountRelation | undefined {
    return this.#relations.find(
      (relation) =>
        relation.op === "=" &&
        relation.terms.filter(({ cell }) => this.hidden.has(cell)).length === 1 &&
        this.candidates(relation).length > 0,
    );
  }

  close(): void {
    for (let relation = this.lone(); relation !== undefined; relation = this.lone()) {
      this.hidden.add(this.candidates(relation)[0]!);
    }
  }

  /** Cells that share a relation with one of the given cells. */
  neighbours(cells: readonly string[]): string[] {
    const around = new Set<string>();
    for (const relation of this.#relations) {
      if (!relation.terms.some(({ cell }) => cells.includes(cell))) continue;
      for (const candidate of this.candidates(relation)) around.add(candidate);
    }
    return [...around].sort((a, b) => this.#cost(a) - this.#cost(b));
  }
}

/** How many first choices are tried; the best pattern of these is taken. */
const TRIES = 12;

/**
 * Chooses counts of linked tables to hide, so that small counts can neither be recovered nor proved to be
 * small. A search that is checked by {@link attackCounts}, not a proof that no smaller pattern exists.
 *
 * @param cells - all counts. A cell that stands in two tables has one id.
 * @param relations - sums, differences and bounds that hold between them, within and across tables.
 * @returns the cells to hide; nothing where nothing is small.
 * @throws VitalError `survey/option` for a relation with an unknown cell.
 *
 * Source: Hundepool and others (2012), *Statistical Disclosure Control*, chapter 4.
 *
 * @example
 * ```ts
 * import { suppressCounts } from "@vitalcore/survey/publication";
 * const sum = (...cells: string[]) => ({
 *   terms: cells.map((cell, i) => ({ cell, coefficient: i === cells.length - 1 ? -1 : 1 })),
 *   op: "=" as const,
 *   right: 0,
 * });
 * const cells = Object.entries({ a1: 2, a2: 40, b1: 50, b2: 60, a: 42, b: 110, "1": 52, "2": 100 })
 *   .map(([id, value]) => ({ id, value }));
 * const relations = [sum("a1", "a2", "a"), sum("b1", "b2", "b"), sum("a1", "b1", "1"), sum("a2", "b2", "2")];
 * const { complementary, verdict } = suppressCounts(cells, relations, {
 *   keep: ["a", "b", "1", "2"],
 * });
 * verdict; // => "protected"
 * complementary; // => ["a2", "b1", "b2"]
 * ```
 */
export function suppressCounts(
  cells: readonly CountCell[],
  relations: readonly CountRelation[],
  options: SuppressionOptions = {},
): Suppression {
  const { threshold = 5, against = "positive" } = options;
  checkRelations(cells, relations);
  const value = new Map(cells.map(({ id, value: count }) => [id, count]));
  const primary = cells.filter((cell) => isSmall(cell.value, threshold)).map(({ id }) => id);
  const other = [...(options.hide ?? [])].filter((id) => !primary.includes(id));
  if (primary.length === 0) return { primary, complementary: other, verdict: "protected" };
  const keep = new Set(options.keep ?? []);
  const start = () => new Pattern([...primary, ...other], relations, value, keep, threshold);
  const judge = (hidden: Iterable<string>, knowledge: AttackerKnowledge = against) =>
    attackCounts({ cells, relations, hidden, threshold }, knowledge);
  const firsts: (string | undefined)[] = [
    undefined,
    ...start().neighbours(primary).slice(0, TRIES),
  ];
  let best: { hidden: Set<string>; verdict: Protection; sum: number } | undefined;
  for (const first of firsts) {
    const pattern = start();
    if (first !== undefined) pattern.hidden.add(first);
    complete(pattern, judge, primary);
    const verdict = judge(pattern.hidden).verdict;
    if (verdict === "protected") prune(pattern.hidden, primary, other, value, judge);
    const sum = [...pattern.hidden].reduce((total, id) => total + value.get(id)!, 0);
    const found = { hidden: pattern.hidden, verdict, sum };
    if (best === undefined || isBetter(found, best)) best = found;
  }
  const { hidden, verdict } = best!;
  const complementary = cells
    .map(({ id }) => id)
    .filter((id) => hidden.has(id) && !primary.includes(id));
  return { primary, complementary, verdict };
}

const RANK: Readonly<Record<Protection, number>> = { protected: 0, narrow: 1, broken: 2 };

function isBetter(
  a: { hidden: Set<string>; verdict: Protection; sum: number },
  b: { hidden: Set<string>; verdict: Protection; sum: number },
): boolean {
  if (a.verdict !== b.verdict) return RANK[a.verdict] < RANK[b.verdict];
  if (a.hidden.size !== b.hidden.size) return a.hidden.size < b.hidden.size;
  return a.sum < b.sum;
}

/** Hides more until the attacker learns nothing, or nothing is left to hide. */
function complete(
  pattern: Pattern,
  judge: (hidden: Iterable<string>) => ReturnType<typeof attackCounts>,
  primary: readonly string[],
): void {
  for (;;) {
    pattern.close();
    const { verdict, recovered } = judge(pattern.hidden);
    if (verdict === "protected") return;
    const open = recovered
      .filter(({ cell, exact, wholeUpper }) => {
        return primary.includes(cell) && (exact || (wholeUpper !== null && wholeUpper < 1e9));
      })
      .sort((a, b) => (a.wholeUpper ?? 0) - a.wholeLower - ((b.wholeUpper ?? 0) - b.wholeLower))
      .map(({ cell }) => cell);
    const next =
      pattern.neighbours(open.slice(0, 1))[0] ??
      pattern.neighbours(open)[0] ??
      pattern.neighbours([...pattern.hidden])[0];
    if (next === undefined) return;
    pattern.hidden.add(next);
  }
}

/** Shows again what need not be hidden, largest counts first. */
function prune(
  hidden: Set<string>,
  primary: readonly string[],
  other: readonly string[],
  value: ReadonlyMap<string, number>,
  judge: (hidden: Iterable<string>) => ReturnType<typeof attackCounts>,
): void {
  const fixed = new Set([...primary, ...other]);
  const extra = [...hidden].filter((id) => !fixed.has(id));
  extra.sort((a, b) => value.get(b)! - value.get(a)!);
  for (const id of extra) {
    hidden.delete(id);
    if (judge(hidden).verdict !== "protected") hidden.add(id);
  }
}
