import {
  defineResult,
  type Result,
  type ResultKind,
  type Summary,
  type TableLike,
  tableFrom,
  throwIfErrors,
  VitalError,
} from "@vitalcore/core";
import { sum } from "@vitalcore/stats";
import { countBits } from "../count-bits.js";
import { between, requireInputs } from "../input-checks.js";
import { find } from "../multidimensional-poverty/catalog.js";
import { weightByMask } from "../multidimensional-poverty/mask-histogram.js";
import { planOf } from "../multidimensional-poverty/plan.js";
import {
  type PovertyColumns,
  readRows,
  rowFindings,
} from "../multidimensional-poverty/read-rows.js";
import { addRows, emptyScoreTable } from "../multidimensional-poverty/score-table.js";

/** Two insecurities of the same person; shares as proportions. */
export interface JointPair {
  readonly first: string;
  readonly second: string;
  /** People with both. */
  readonly both: number;
  /** People with both if one had nothing to do with the other. */
  readonly expected: number;
  /** `both` over `expected`: above 1, they come together; `null` where nobody has one of them. */
  readonly lift: number | null;
  /** Phi: the correlation of the two, -1 to 1; `null` where one does not vary. */
  readonly correlation: number | null;
  /** Of those with the first, who have the second; `null` where nobody has the first. */
  readonly secondGivenFirst: number | null;
  /** Of those with the second, who have the first. */
  readonly firstGivenSecond: number | null;
}

/** Insecurities of the same people seen together; shares of the population as proportions. */
export interface JointInsecurities {
  readonly kind: "JointInsecurities";
  readonly version: number;
  readonly insecurities: readonly string[];
  readonly rates: readonly {
    readonly id: string;
    readonly share: number;
    readonly alone: number;
  }[];
  /** Share of people with none, one, two ... of them. */
  readonly counts: readonly number[];
  /** Mean number of insecurities of a person. */
  readonly meanCount: number;
  readonly pairs: readonly JointPair[];
  /** Combinations that occur, the most frequent first; the empty one is of the secure. */
  readonly patterns: readonly {
    readonly insecurities: readonly string[];
    readonly share: number;
  }[];
  /** Rows used, and left out since an answer was missing. */
  readonly n: number;
  readonly nMissing: number;
}

const MOST = 16;

/** How results of {@link jointInsecurities} are made, shown and read back. */
export const jointInsecuritiesResult: ResultKind<JointInsecurities> =
  /* @__PURE__ */ defineResult<JointInsecurities>({
    kind: "JointInsecurities",
    version: 1,
    summarize,
  });

function summarize(result: JointInsecurities): Summary {
  const number = (name: string, digits: number) => ({ name, kind: "number" as const, digits });
  return {
    title: `${result.insecurities.length} insecurities of ${result.n} people`,
    facts: [
      ["mean number", result.meanCount.toFixed(2)],
      ["with none, %", (100 * (result.counts[0] as number)).toFixed(1)],
      ["rows left out", result.nMissing],
    ],
    tables: [
      {
        columns: [{ name: "insecurity" }, number("%", 1), number("alone, %", 1)],
        rows: result.rates.map(({ id, share, alone }) => [id, 100 * share, 100 * alone]),
      },
      {
        caption: "Together",
        columns: [
          { name: "first" },
          { name: "second" },
          number("both, %", 1),
          number("lift", 2),
          number("correlation", 2),
        ],
        rows: result.pairs.map(({ first, second, both, lift, correlation }) => [
          first,
          second,
          100 * both,
          lift,
          correlation,
        ]),
      },
    ],
  };
}

/**
 * Insecurities of different dimensions in the same people: how many each has, which come together, and how likely one is for
 * those with another. Rates of single insecurities, which are published apart, cannot tell a population where a few have all from
 * one where many have one each.
 *
 * @param data - rows are persons (or households, with `size`); a column for each insecurity: 1 or true, 0 or false, missing
 *   otherwise.
 * @param insecurities - names of the columns, 2 to 16.
 * @param options - columns of weights and household sizes; what to do with a missing answer: refuse (`error`, if left out), or
 *   leave the row out (`drop`).
 * @returns proportions of the population, without standard errors: for these, ask `proportion` of `@vitalcore/survey`.
 * @throws VitalError `indicators/invalid-input`, `indicators/not-a-deprivation`, `indicators/missing-deprivation`,
 *   `indicators/poverty-weight`, `indicators/nobody-measured`, `core/unknown-column`.
 *
 * Source: counting and overlaps after Alkire et al. (2015), Multidimensional Poverty Measurement and Analysis, chapters 4 and 7;
 * phi after Yule (1912), JRSS 75.
 *
 * @example
 * ```ts
 * import { jointInsecurities } from "@vitalcore/indicators/joint";
 * const { counts, pairs } = jointInsecurities(
 *   { hungry: [1, 1, 0, 0, 0], unsafe: [1, 0, 1, 0, 0], offline: [1, 0, 0, 0, 0] },
 *   ["hungry", "unsafe", "offline"],
 * );
 * counts; // => [0.4, 0.4, 0, 0.2]
 * pairs[0]?.secondGivenFirst; // => 0.5
 * pairs[0]?.lift; // => 1.25
 * ```
 */
export function jointInsecurities(
  data: TableLike,
  insecurities: readonly string[],
  options: Omit<PovertyColumns, "by"> & { readonly missing?: "error" | "drop" } = {},
): Result<JointInsecurities> {
  requireInputs([between("the number of insecurities", insecurities.length, 2, MOST)]);
  const plan = planOf({
    id: "joint",
    name: "Joint insecurities",
    dimensions: [{ id: "all", indicators: insecurities.map((id) => ({ id, weight: 1 })) }],
    cutoff: [1, insecurities.length],
  });
  const table = tableFrom(data);
  const rows = readRows(table, plan, options);
  const scores = emptyScoreTable(plan);
  const isValid = addRows(scores, plan, rows);
  throwIfErrors(rowFindings(table, plan, rows, options, { isValid, scores }));
  const { sums, lost } = weightByMask(rows);
  const weights = sums.map((weight, mask) => weight + (lost[mask] as number));
  const population = sum(weights);
  if (!(population > 0)) {
    const facts = { rows: table.length, missing: scores.nMissing };
    throw new VitalError([find("indicators/nobody-measured", { facts })]);
  }
  const share = (matches: (mask: number) => boolean) =>
    sum(weights.map((weight, mask) => (matches(mask) ? weight : 0))) / population;
  const counts = Array.from({ length: insecurities.length + 1 }, (_, count) =>
    share((mask) => countBits(mask) === count),
  );
  const shares = insecurities.map((_, j) => share((mask) => has(mask, j)));
  return jointInsecuritiesResult.create({
    insecurities,
    rates: insecurities.map((id, j) => ({
      id,
      share: shares[j] as number,
      alone: share((mask) => mask === 1 << j),
    })),
    counts,
    meanCount: sum(shares),
    pairs: insecurities.flatMap((first, a) =>
      insecurities.slice(a + 1).map((second, k) => {
        const b = a + 1 + k;
        const both = share((mask) => has(mask, a) && has(mask, b));
        return pairOf(first, second, both, shares[a] as number, shares[b] as number);
      }),
    ),
    patterns: Array.from(weights, (weight, mask) => ({ mask, share: weight / population }))
      .filter((pattern) => pattern.share > 0)
      .sort((a, b) => b.share - a.share)
      .map((pattern) => ({
        insecurities: insecurities.filter((_, j) => has(pattern.mask, j)),
        share: pattern.share,
      })),
    n: scores.n,
    nMissing: scores.nMissing,
  });
}

const has = (mask: number, j: number) => ((mask >> j) & 1) === 1;

function pairOf(
  first: string,
  second: string,
  both: number,
  one: number,
  other: number,
): JointPair {
  const expected = one * other;
  const spread = Math.sqrt(one * (1 - one) * other * (1 - other));
  const over = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    first,
    second,
    both,
    expected,
    lift: over(both, expected),
    correlation: over(both - expected, spread),
    secondGivenFirst: over(both, one),
    firstGivenSecond: over(both, other),
  };
}
