import { throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import { type Constraint, maximize, maximizeWhole } from "./linear-program.js";

/** A count that is published or hidden. */
export interface CountCell {
  readonly id: string;
  readonly value: number;
}

/** What is known of counts: `sum coefficient * cell  op  right`. Totals, differences of tables, bounds. */
export interface CountRelation {
  readonly terms: readonly { readonly cell: string; readonly coefficient: number }[];
  readonly op: "=" | "<=" | ">=";
  readonly right: number;
}

/** What the attacker knows of hidden counts, beside the relations. */
export type AttackerKnowledge =
  /** They are not negative. */
  | "basic"
  /** Zeros are printed, so that hidden counts are at least 1. */
  | "positive"
  /** Primary and complementary cells carry different symbols: below the threshold, and not. */
  | "marked";

/** What an attacker finds out about a hidden count. */
export interface Recovered {
  readonly cell: string;
  readonly lower: number;
  /** Null: no bound. */
  readonly upper: number | null;
  readonly wholeLower: number;
  readonly wholeUpper: number | null;
  /** The count is known exactly. */
  readonly exact: boolean;
}

/** How well small counts are protected. */
export type Protection =
  /** Nobody can tell a small count, nor that it is small. */
  | "protected"
  /** Somebody can prove that a small count is below the threshold. */
  | "narrow"
  /** A small count can be recovered. */
  | "broken";

/** An attack on a table with hidden counts. */
export interface Attack {
  readonly verdict: Protection;
  readonly recovered: readonly Recovered[];
}

/** Tables as they are published. */
export interface HiddenCounts {
  readonly cells: readonly CountCell[];
  readonly relations: readonly CountRelation[];
  /** Ids of hidden cells. */
  readonly hidden: Iterable<string>;
  /** Counts from 1 to threshold - 1 are small. */
  readonly threshold: number;
}

/** Whether a count needs protection. */
export function isSmall(value: number, threshold: number): boolean {
  return value >= 1 && value < threshold;
}

/** Checks that relations name cells that exist. */
export function checkRelations(
  cells: readonly CountCell[],
  relations: readonly CountRelation[],
): void {
  const known = new Set(cells.map(({ id }) => id));
  const unknown = new Set(
    relations.flatMap(({ terms }) => terms.map(({ cell }) => cell)).filter((id) => !known.has(id)),
  );
  throwIfErrors(
    [...unknown].map((found) =>
      find("survey/option", {
        found,
        facts: { option: "a cell in a relation", wanted: "a known id" },
      }),
    ),
  );
}

/** Relations with the published counts put in: constraints on the hidden ones alone. */
function constraintsOn(
  hidden: readonly string[],
  values: ReadonlyMap<string, number>,
  relations: readonly CountRelation[],
): Constraint[] {
  const position = new Map(hidden.map((id, j) => [id, j]));
  return relations.flatMap(({ terms, op, right }) => {
    const coefficients = new Float64Array(hidden.length);
    let rest = right;
    let touches = false;
    for (const { cell, coefficient } of terms) {
      const j = position.get(cell);
      if (j === undefined) rest -= coefficient * values.get(cell)!;
      else {
        coefficients[j]! += coefficient;
        touches = true;
      }
    }
    return touches ? [{ coefficients, op, right: rest }] : [];
  });
}

function boundsOf(
  cell: string,
  threshold: number,
  value: number,
  knowledge: AttackerKnowledge,
): readonly [number, number] {
  void cell;
  if (knowledge === "basic") return [0, Number.POSITIVE_INFINITY];
  if (knowledge === "positive") return [1, Number.POSITIVE_INFINITY];
  return isSmall(value, threshold) ? [1, threshold - 1] : [threshold, Number.POSITIVE_INFINITY];
}

/**
 * Plays the attacker: what can be found out about hidden counts from the published ones and from how the
 * tables hang together.
 *
 * @param counts - all counts, the hidden ones with their true values, which the attack does not use except
 *   to tell small cells from others.
 * @param knowledge - default "basic".
 * @returns for every hidden count its bounds, and the verdict.
 * @throws VitalError `survey/option` for a relation with an unknown cell.
 *
 * Source: Fischetti and Salazar (2001), Management Science 47:1008-1027; Hundepool and others (2012),
 * *Statistical Disclosure Control*, chapter 4.
 *
 * @example
 * ```ts
 * import { attackCounts } from "@vitalcore/survey/publication";
 * const attack = attackCounts({
 *   cells: [{ id: "urban", value: 30 }, { id: "rural", value: 2 }, { id: "all", value: 32 }],
 *   relations: [
 *     {
 *       terms: [
 *         { cell: "urban", coefficient: 1 },
 *         { cell: "rural", coefficient: 1 },
 *         { cell: "all", coefficient: -1 },
 *       ],
 *       op: "=",
 *       right: 0,
 *     },
 *   ],
 *   hidden: ["rural"],
 *   threshold: 5,
 * });
 * attack.verdict; // => "broken"
 * ```
 */
export function attackCounts(counts: HiddenCounts, knowledge: AttackerKnowledge = "basic"): Attack {
  const { cells, relations, threshold } = counts;
  checkRelations(cells, relations);
  const values = new Map(cells.map(({ id, value }) => [id, value]));
  const hidden = [...counts.hidden];
  const constraints = constraintsOn(hidden, values, relations);
  hidden.forEach((cell, j) => {
    const [least, most] = boundsOf(cell, threshold, values.get(cell)!, knowledge);
    const coefficients = new Float64Array(hidden.length);
    coefficients[j] = 1;
    if (least > 0) constraints.push({ coefficients, op: ">=", right: least });
    if (Number.isFinite(most)) constraints.push({ coefficients, op: "<=", right: most });
  });
  const recovered = hidden.map((cell, j): Recovered => {
    const up = new Float64Array(hidden.length);
    up[j] = 1;
    const down = new Float64Array(hidden.length);
    down[j] = -1;
    const high = maximize(up, constraints);
    const low = maximize(down, constraints);
    const wholeHigh = maximizeWhole(up, constraints);
    const wholeLow = -maximizeWhole(down, constraints) + 0;
    return {
      cell,
      lower: low.status === "optimal" ? -low.value + 0 : 0,
      upper: high.status === "optimal" ? high.value : null,
      wholeLower: wholeLow,
      wholeUpper: Number.isFinite(wholeHigh) ? wholeHigh : null,
      exact: wholeLow === wholeHigh,
    };
  });
  const small = recovered.filter(({ cell }) => isSmall(values.get(cell)!, threshold));
  const shownSmall = cells.some(
    ({ id, value }) => isSmall(value, threshold) && !hidden.includes(id),
  );
  const broken = shownSmall || small.some(({ exact }) => exact);
  const narrow = small.some(({ wholeUpper }) => wholeUpper !== null && wholeUpper < threshold);
  return { verdict: broken ? "broken" : narrow ? "narrow" : "protected", recovered };
}
