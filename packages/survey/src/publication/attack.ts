import {
  type CountCell,
  type CountRelation,
  checkCounts,
  checkThreshold,
  isSmall,
} from "./counts.js";
import { extremeOf, isConsistent, readerView } from "./reader.js";

/** What the attacker knows of hidden counts, beside the relations. */
export type AttackerKnowledge =
  /** They are not negative. */
  | "basic"
  /** Zeros are printed, so that hidden counts are at least 1. */
  | "positive"
  /** Primary and complementary counts carry different symbols: below the threshold, and not. */
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
  /** A small count can be recovered, or is shown. */
  | "broken";

/** An attack on a table with hidden counts. */
export interface Attack {
  /** `contradictory`: no whole counts fit what is published. */
  readonly verdict: Protection | "contradictory";
  /** Every hidden count, in the order of the counts; none where the publication contradicts itself. */
  readonly recovered: readonly Recovered[];
}

/** Tables as they are published. */
export interface HiddenCounts {
  readonly cells: readonly CountCell[];
  readonly relations: readonly CountRelation[];
  /** Ids of hidden counts; those without a value are hidden in any case. */
  readonly hidden?: Iterable<string>;
  /** Hidden counts that are small, which the verdict is about; left out: those whose known value is, and those unknown. */
  readonly small?: Iterable<string>;
  /** Counts from 1 to threshold - 1 are small; left out, only counts that are recovered exactly matter. */
  readonly threshold?: number;
}

/**
 * Plays the attacker: what can be found out about hidden counts from the published ones and from how the
 * tables hang together, by linear programming in fractions and in whole numbers.
 *
 * @param counts - all counts; the values of hidden ones serve to tell small ones from others, nothing else.
 * @param knowledge - default "basic". "marked" needs the values and the threshold.
 * @returns for every hidden count its bounds, and the verdict.
 * @throws VitalError `survey/unknown-count`, `survey/duplicate-count`, `survey/not-a-count`, `survey/option`,
 *   `survey/suppression-too-large`.
 *
 * Source: Fischetti and Salazar (2001), Management Science 47:1008-1027; Hundepool and others (2012),
 * *Statistical Disclosure Control*, chapter 4.
 *
 * @example
 * ```ts
 * import { attackCounts } from "@vitalcore/survey/publication";
 * const attack = attackCounts({
 *   cells: [{ id: "urban", value: 30 }, { id: "rural", value: null }, { id: "all", value: 32 }],
 *   relations: [{ terms: { urban: 1, rural: 1, all: -1 }, op: "=", right: 0 }],
 * });
 * attack.verdict; // => "broken"
 * attack.recovered[0]?.wholeUpper; // => 2
 * ```
 */
export function attackCounts(counts: HiddenCounts, knowledge: AttackerKnowledge = "basic"): Attack {
  const { cells, relations, threshold = Number.POSITIVE_INFINITY } = counts;
  const hidden = new Set(counts.hidden ?? []);
  checkCounts(cells, relations, {
    named: [...hidden, ...(counts.small ?? [])],
    allowUnknown: true,
  });
  if (counts.threshold !== undefined) checkThreshold(counts.threshold);
  for (const { id, value } of cells) if (value === null) hidden.add(id);
  const boundsOf = ({ value }: CountCell): readonly [number, number] => {
    if (knowledge === "basic") return [0, Number.POSITIVE_INFINITY];
    if (knowledge === "positive" || value === null) return [1, Number.POSITIVE_INFINITY];
    return isSmall(value, threshold) ? [1, threshold - 1] : [threshold, Number.POSITIVE_INFINITY];
  };
  const view = readerView(cells, relations, hidden, boundsOf);
  if (!isConsistent(view)) return { verdict: "contradictory", recovered: [] };
  const recovered: Recovered[] = [];
  for (const [index, cell] of view.hidden.entries()) {
    const low = extremeOf(view, index, -1);
    const high = extremeOf(view, index, 1);
    if (low === undefined || high === undefined) return { verdict: "contradictory", recovered: [] };
    recovered.push({
      cell,
      lower: low.real,
      upper: Number.isFinite(high.real) ? high.real : null,
      wholeLower: low.whole,
      wholeUpper: Number.isFinite(high.whole) ? high.whole : null,
      exact: low.whole === high.whole,
    });
  }
  const secret = new Set(
    counts.small ??
      cells
        .filter(({ id, value }) => hidden.has(id) && (value === null || isSmall(value, threshold)))
        .map(({ id }) => id),
  );
  const shown =
    counts.threshold !== undefined &&
    cells.some(({ id, value }) => !hidden.has(id) && isSmall(value, threshold));
  return { verdict: shown ? "broken" : verdictOn(recovered, secret, threshold), recovered };
}

function verdictOn(
  recovered: readonly Recovered[],
  secret: ReadonlySet<string>,
  threshold: number,
): Protection {
  const small = recovered.filter(({ cell }) => secret.has(cell));
  if (small.some(({ exact }) => exact)) return "broken";
  const isKnownSmall = ({ wholeUpper }: Recovered) =>
    wholeUpper !== null && Number.isFinite(threshold) && wholeUpper < threshold;
  return small.some(isKnownSmall) ? "narrow" : "protected";
}
