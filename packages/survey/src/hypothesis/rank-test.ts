import {
  type Columns,
  defineResult,
  type Result,
  type ResultData,
  type ResultKind,
} from "@vitalcore/core";
import { fisherF, normalQuantile, studentT } from "@vitalcore/stats/distributions";
import { degreesOfFreedom } from "../design/degrees-of-freedom.js";
import type { MissingPolicy } from "../design/design-spec.js";
import type { ColumnName, SurveyDesign } from "../design/survey-design.js";
import { failOnLonely } from "../estimates/build-estimates.js";
import { totalsFunctional } from "../estimates/functional.js";
import { readNumbers } from "../estimates/read-variable.js";
import { selectRows } from "../estimates/select-rows.js";
import { shown } from "../estimates/shown.js";
import { solveFunctional } from "../estimates/solve-functional.js";
import { sortedCodes } from "../kernels/codes.js";
import { solve } from "../kernels/dense.js";
import { ROUNDING, requireDegrees, requireGroups, requireVariation } from "./requirements.js";

/** What ranks are turned into before groups are compared. */
export type RankScore =
  /** The rank over the population size: Wilcoxon, and Kruskal-Wallis for more than two groups. */
  | "wilcoxon"
  /** Its normal quantile. */
  | "van-der-waerden"
  /** Whether it is in the upper half. */
  | "median";

/** The outcome of a rank test. */
export interface RankTest extends ResultData {
  readonly kind: "SurveyRankTest";
  /** The column, and the column of groups. */
  readonly variables: readonly [column: string, by: string];
  readonly score: RankScore;
  /** t for two groups, F for more. */
  readonly statistic: number;
  readonly df1: number;
  readonly df2: number;
  readonly pValue: number;
  /** Difference of the mean rank scores of two groups; null for more. */
  readonly estimate: number | null;
}

/** Results of rank tests; how they are shown and read back from JSON. */
export const rankTestResult: ResultKind<RankTest> = /* @__PURE__ */ defineResult<RankTest>({
  kind: "SurveyRankTest",
  version: 1,
  summarize: ({ variables, score, statistic, df1, df2, pValue, estimate }) => ({
    title: `Rank test of ${variables[0]} by ${variables[1]} (${score})`,
    facts: [
      ...(estimate === null ? [] : [["difference of mean scores", shown(estimate)] as const]),
      [estimate === null ? "F" : "t", shown(statistic)],
      ["degrees of freedom", estimate === null ? `${df1} and ${df2}` : df2],
      ["p", shown(pValue)],
    ],
  }),
});

/** Estimated population ranks: of tied values the mean, each weight counted up to its middle. */
function populationRanks(
  values: Float64Array,
  weights: Float64Array,
  inside: (row: number) => boolean,
): { ranks: Float64Array; people: number } {
  const rows: number[] = [];
  for (let row = 0; row < values.length; row++) if (inside(row)) rows.push(row);
  const order = Int32Array.from(rows).sort((a, b) => values[a]! - values[b]! || a - b);
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  let below = 0;
  for (let i = 0; i < order.length; ) {
    let end = i;
    let sum = 0;
    while (end < order.length && values[order[end]!] === values[order[i]!]) {
      const weight = weights[order[end]!]!;
      sum += below + weight / 2;
      below += weight;
      end += 1;
    }
    // R averages the ranks of tied rows without weights.
    for (let k = i; k < end; k++) ranks[order[k]!] = sum / (end - i);
    i = end;
  }
  return { ranks, people: below };
}

/** Differences of the mean scores of groups from that of the first, and what each row contributes to them. */
function differencesOf(
  scores: Float64Array,
  weights: Float64Array,
  groupOf: (row: number) => number,
  groups: number,
): { readonly differences: Float64Array; readonly influence: Float64Array[] } {
  const people = new Float64Array(groups);
  const means = new Float64Array(groups);
  for (let row = 0; row < scores.length; row++) {
    const g = groupOf(row);
    if (g < 0) continue;
    people[g]! += weights[row]!;
    means[g]! += weights[row]! * scores[row]!;
  }
  for (let g = 0; g < groups; g++) means[g]! /= people[g]!;
  const differences = Float64Array.from(
    { length: groups - 1 },
    (_, k) => means[k + 1]! - means[0]!,
  );
  const influence = Array.from(differences, (_, k) =>
    Float64Array.from(scores, (score, row) => {
      const g = groupOf(row);
      if (g !== 0 && g !== k + 1) return 0;
      return ((g === 0 ? -1 : 1) * (score - means[g]!)) / people[g]!;
    }),
  );
  return { differences, influence };
}

/**
 * Compares the distribution of a column between groups by estimated population ranks.
 *
 * @param what.column - numbers.
 * @param what.by - a column of two or more groups.
 * @param what.score - default "wilcoxon".
 * @returns t with the degrees of freedom of the design less 1 for two groups; F for more.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/number-of-groups`,
 *   `survey/untestable`, `survey/no-variation`.
 *
 * The scores count as known: their ranks are not estimated again in replicates, which see the linearized differences
 * of the means.
 *
 * Source: Lumley and Scott (2013), Biometrika 100:831-842; R's `svyranktest`.
 *
 * @example
 * ```ts
 * import { rankTest, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ x: [1, 5, 2, 6, 3, 7], g: ["a", "b", "a", "b", "a", "b"] }, {});
 * rankTest(design, { column: "x", by: "g" }).estimate; // => 0.5
 * ```
 */
export function rankTest<Row extends Columns>(
  design: SurveyDesign<Row>,
  what: {
    readonly column: ColumnName<Row>;
    readonly by: ColumnName<Row>;
    readonly score?: RankScore;
  },
  options: { readonly missing?: MissingPolicy } = {},
): Result<RankTest> {
  const { parts } = design as SurveyDesign;
  const { column, by, score = "wilcoxon" } = what;
  const x = readNumbers(parts.table, column);
  const { codes, labels } = sortedCodes(parts.table.column(by));
  const groups = {
    column: by,
    values: Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : code)),
  };
  const rows = selectRows(parts, [x, groups], options);
  const inside = (row: number) => rows.group === undefined || rows.group[row] === 0;
  const { ranks, people } = populationRanks(x.values, parts.weights, inside);
  const scores = ranks.map((rank) => {
    if (score === "van-der-waerden") return normalQuantile(rank / people);
    return score === "median" ? +(rank > people / 2) : rank / people;
  });
  const seen = new Uint8Array(labels.length);
  codes.forEach((code, row) => {
    if (inside(row) && parts.weights[row] !== 0) seen[code] = 1;
  });
  const known = [...labels.keys()].filter((code) => seen[code] === 1);
  requireGroups(by, known.length, known.length >= 2, "at least 2 are");
  const position = labels.map((_, code) => known.indexOf(code));
  const groupOf = (row: number) => (inside(row) ? position[codes[row]!]! : -1);
  const { differences, influence } = differencesOf(scores, parts.weights, groupOf, known.length);
  const domain = Uint8Array.from(codes, (_, row) => (inside(row) ? 1 : 0));
  const df1 = differences.length;
  const df2 = degreesOfFreedom(parts, domain) - df1;
  requireDegrees("The rank test", df2);
  const one = { group: rows.group, groups: 1 };
  const solution = solveFunctional(parts, one, totalsFunctional(influence));
  failOnLonely(solution);
  const { covariance } = solution.groups[0]!;
  const varies = differences.every((_, i) => Math.sqrt(covariance[i * df1 + i]!) > ROUNDING);
  const solved = varies ? solve(covariance, differences, df1) : undefined;
  requireVariation("The rank test", column, solved !== undefined);
  const f = differences.reduce((sum, value, i) => sum + value * solved[i]!, 0) / df1;
  const tested = { variables: [column, by], score, df1, df2 } as const;
  if (df1 > 1) {
    const pValue = fisherF({ df1, df2 }).survival(f);
    return rankTestResult.create({ ...tested, statistic: f, pValue, estimate: null });
  }
  const [estimate] = differences as unknown as [number];
  const t = estimate / Math.sqrt(covariance[0]!);
  const pValue = 2 * studentT({ df: df2 }).survival(Math.abs(t));
  return rankTestResult.create({ ...tested, statistic: t, pValue, estimate });
}
