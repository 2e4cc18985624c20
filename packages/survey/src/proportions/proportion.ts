import type { Cell, Columns, Finding } from "@vitalcore/core";
import type { ColumnName, DesignParts, SurveyDesign } from "../design/survey-design.js";
import { buildEstimates, chosenDegrees, type ValueName } from "../estimates/build-estimates.js";
import { designEffects } from "../estimates/design-effect.js";
import type { EstimatesResult } from "../estimates/estimates.js";
import { composed, meansFunctional } from "../estimates/functional.js";
import { checkOptions, type EstimateOptions } from "../estimates/options.js";
import { readBinary, readCategories, readEvent } from "../estimates/read-variable.js";
import {
  groupDegrees,
  type SelectedRows,
  selectRows,
  type Variable,
} from "../estimates/select-rows.js";
import { solveFunctional } from "../estimates/solve-functional.js";
import {
  PROPORTION_METHODS,
  type ProportionMethod,
  proportionInterval,
} from "./proportion-intervals.js";

/** Whose share is estimated: a 0/1 or truth-valued column, an event of a column, or each category. */
export interface ProportionOf<Name extends string = string> {
  readonly column: Name;
  /** The value or values that count as yes; all other values that are not missing count as no. */
  readonly event?: Cell | readonly Cell[];
}

/** Options of proportions. */
export interface ProportionOptions<Name extends string = string> extends EstimateOptions<Name> {
  /** Default "logit". */
  readonly interval?: ProportionMethod;
}

interface ReadProportion {
  readonly variables: readonly Variable[];
  readonly names: readonly ValueName[];
  readonly findings: readonly Finding[];
}

function readProportion(design: SurveyDesign, { column, event }: ProportionOf): ReadProportion {
  const { table } = design.parts;
  if (event !== undefined) {
    const { variable, findings } = readEvent(table, column, event);
    const withhold = table.identifying.has(column);
    const shown = Array.isArray(event) ? event.map(String).join(" or ") : (event as Cell);
    return {
      variables: [variable],
      names: [{ variable: column, category: withhold ? "(withheld)" : shown }],
      findings,
    };
  }
  if (table.column(column).kind !== "text") {
    return { variables: [readBinary(table, column)], names: [{ variable: column }], findings: [] };
  }
  const { variables, categories } = readCategories(table, column);
  return {
    variables,
    names: categories.map((category) => ({ variable: column, category })),
    findings: [],
  };
}

/** Rows of the design in each group, answered or not; after calibration all rows, as R counts them. */
function designRowsOf(parts: DesignParts, { domains, groups }: SelectedRows): Float64Array {
  const rows = new Float64Array(groups);
  if (parts.adjustments.length > 0 || domains.group === undefined)
    return rows.fill(parts.table.length);
  const { group } = domains;
  for (let row = 0; row < group.length; row++) if (group[row]! >= 0) rows[group[row]!]! += 1;
  return rows;
}

/**
 * Estimates the share of people with a trait, with an interval made for shares.
 *
 * @param design - from {@link surveyDesign} or {@link replicateDesign}.
 * @param what - a column of 0 and 1 or of truth values; `{ column, event }` for coded answers; a text
 *   column without an event gives the share of each category.
 * @param options.interval - default "logit"; see {@link ProportionMethod}.
 * @returns one estimate per group and category, between 0 and 1.
 * @throws VitalError `survey/not-binary`, `survey/missing-values`, `survey/lonely-psu`, `survey/option`.
 *
 * Source: Korn and Graubard (1998), Survey Methodology 24:193-201; Lumley (2010), section 2.3; Dean and
 * Pagano (2015), Journal of Survey Statistics and Methodology 3:484-503.
 *
 * @example
 * ```ts
 * import { proportion, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ answer: [1, 2, 2, 1, 2, 2], psu: [1, 1, 2, 2, 3, 3] }, { clusters: "psu" });
 * const [estimate] = proportion(design, { column: "answer", event: 1 }).estimates;
 * estimate?.value; // => 0.333333
 * estimate?.interval?.upper; // => 0.926481
 * ```
 */
export function proportion<Row extends Columns>(
  design: SurveyDesign<Row>,
  what: ColumnName<Row> | ProportionOf<ColumnName<Row>>,
  options: ProportionOptions<ColumnName<Row>> = {},
): EstimatesResult {
  const plain = design as SurveyDesign;
  checkOptions(options, { interval: PROPORTION_METHODS });
  const { parts } = plain;
  const read = readProportion(plain, typeof what === "string" ? { column: what } : what);
  const { variables, names } = read;
  const rows = selectRows(parts, variables, options);
  const terms = variables.map(({ values }) => values);
  const means = meansFunctional(terms);
  const width = terms.length;
  const solution = solveFunctional(parts, rows, means, { joint: options.covariance === true });
  const method = options.interval ?? "logit";
  const logits =
    method === "logit" && parts.replicates !== undefined
      ? solveFunctional(
          parts,
          rows,
          composed(
            means,
            width,
            (p) => p.map((value) => Math.log(value / (1 - value))),
            () => new Float64Array(width * width),
          ),
        )
      : undefined;
  const designRows = designRowsOf(parts, rows);
  const degrees = groupDegrees(parts, rows.domains);
  const findings: Finding[] = [...read.findings];
  const variance = (g: number, j: number) => solution.groups[g]!.covariance[j * width + j]!;
  const designEffect = designEffects(parts, rows, terms, {
    kind: options.designEffect ?? "none",
    of: "mean",
    variance,
    names: names.map(({ variable }) => variable),
    findings,
  });
  return buildEstimates({
    statistic: "proportion",
    parts,
    rows,
    solution,
    names,
    options,
    scale: "proportion",
    findings,
    interval: ({ value, variance: v, level, g, j }) => {
      const logitVariance = logits?.groups[g]?.covariance[j * width + j];
      return proportionInterval(method, {
        p: value,
        variance: v,
        ...(logitVariance !== undefined && { logitVariance }),
        designDegrees: degrees[g]!,
        degrees: chosenDegrees(options.df, degrees[g]!),
        n: rows.n[g]!,
        designRows: designRows[g]!,
        level,
      });
    },
    effectiveSize: (g, j) => {
      const p = solution.groups[g]!.values[j]!;
      const v = variance(g, j);
      return v > 0 ? (p * (1 - p)) / v : rows.n[g]!;
    },
    ...(designEffect && { designEffect }),
  });
}
