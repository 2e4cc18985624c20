import {
  type Columns,
  defineResult,
  numberColumn,
  type Result,
  type ResultData,
  type ResultKind,
  tableOf,
} from "@vitalcore/core";
import { normalQuantile } from "@vitalcore/stats/distributions";
import type { MissingPolicy } from "../design/design-spec.js";
import { type ColumnName, SurveyDesign } from "../design/survey-design.js";
import { readNumbers } from "../estimates/read-variable.js";
import { selectRows } from "../estimates/select-rows.js";
import { shown } from "../estimates/shown.js";
import { sortedCodes } from "../kernels/codes.js";
import { regression, testTerms } from "../models/regression.js";
import { requireDegrees, requireGroups } from "./requirements.js";

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

/**
 * Compares the distribution of a column between groups by estimated population ranks.
 *
 * @param what.column - numbers.
 * @param what.by - a column of two or more groups.
 * @param what.score - default "wilcoxon".
 * @returns t with the degrees of freedom of the design less 1 for two groups; F for more.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/number-of-groups`,
 *   `survey/untestable`.
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
  const seen = new Set<number>();
  codes.forEach((code, row) => {
    if (inside(row) && code >= 0) seen.add(code);
  });
  const domain = Uint8Array.from(codes, (_, row) => (inside(row) ? 1 : 0));
  const table = tableOf([
    ["score", numberColumn(scores)],
    ...labels.map(
      (_, level) =>
        [
          `group${level}`,
          numberColumn(Float64Array.from(codes, (code) => +(code === level))),
        ] as const,
    ),
  ]);
  requireGroups(by, seen.size, seen.size >= 2, "at least 2 are");
  const kept = [...seen].sort((a, b) => a - b).slice(1);
  const ranked = new SurveyDesign({ ...parts, table, domain, codings: new Map() });
  const terms = kept.map((level) => `group${level}`);
  const model = regression(ranked, { outcome: "score", terms });
  requireDegrees("The rank test", model.degreesOfFreedom);
  if (terms.length === 1) {
    const slope = model.coefficients[1]!;
    return rankTestResult.create({
      variables: [column, by],
      score,
      statistic: slope.t!,
      df1: 1,
      df2: model.degreesOfFreedom,
      pValue: slope.pValue!,
      estimate: slope.value,
    });
  }
  const { f, df1, df2, pValue } = testTerms(model, terms);
  const variables = [column, by] as const;
  return rankTestResult.create({
    variables,
    score,
    statistic: f,
    df1,
    df2,
    pValue,
    estimate: null,
  });
}
