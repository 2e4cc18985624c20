import { type Cell, type Columns, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { ColumnName, SurveyDesign } from "../design/survey-design.js";
import type { EstimatesResult } from "./estimates.js";
import { checkOptions, type EstimateOptions } from "./options.js";
import { readCategories, readEvent, readNumbers } from "./read-variable.js";
import { selectRows } from "./select-rows.js";
import { estimateFunctional } from "./solve-statistic.js";

/**
 * Estimates how far the mean of one group lies below that of another, as a share of the other: the gender pay
 * gap, the gender gap in internet use.
 *
 * @param column - numbers, or truth values for a gap in use.
 * @param between.column - what divides the people, such as sex.
 * @param between.reference - the group whose mean is the whole, such as men.
 * @param between.compared - the group that is compared with it, such as women.
 * @returns one estimate per group of `by`: 0 where the means are alike, below 0 where the compared group has
 *   more.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option` for an unknown group.
 *
 * Source: Osier (2009), Survey Research Methods 3:167-195; Eurostat indicator sdg_05_20; R's `svygpg`.
 *
 * @example
 * ```ts
 * import { relativeGap, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ pay: [10, 12, 8, 9], sex: ["m", "m", "f", "f"] }, {});
 * const between = { column: "sex", reference: "m", compared: "f" } as const;
 * relativeGap(design, "pay", between).estimates[0]?.value; // => 0.227273
 * ```
 */
export function relativeGap<Row extends Columns>(
  design: SurveyDesign<Row>,
  column: ColumnName<Row>,
  between: {
    readonly column: ColumnName<Row>;
    readonly reference: Cell;
    readonly compared: Cell;
  },
  options: EstimateOptions<ColumnName<Row>> = {},
): EstimatesResult {
  checkOptions(options);
  const { parts } = design as SurveyDesign;
  const { values: y } = readNumbers(parts.table, column);
  const groups = readCategories(parts.table, between.column).categories;
  const [reference, compared] = [between.reference, between.compared].map((group) => {
    const { variable, findings } = readEvent(parts.table, between.column, group);
    if (findings.length > 0) {
      const facts = {
        option: `a group of "${between.column}"`,
        wanted: `one of: ${groups.join(", ")}`,
      };
      throwIfErrors([find("survey/option", { found: group, facts })]);
    }
    return variable;
  });
  // People of neither group are outside; those whose group is not known are missing.
  const inside = Uint8Array.from(reference!.values, (value, row) => {
    if (parts.domain !== undefined && parts.domain[row] === 0) return 0;
    return value === 0 && compared!.values[row] === 0 ? 0 : 1;
  });
  const own = { ...parts, domain: inside };
  const rows = selectRows(own, [{ column, values: y }, reference!], options);
  const of = (values: Float64Array) => y.map((value, row) => (values[row] === 1 ? value : 0));
  const functional = {
    terms: [reference!.values, of(reference!.values), compared!.values, of(compared!.values)],
    width: 1,
    evaluate: ([, people, sum, others, otherSum]: Float64Array) =>
      Float64Array.of(1 - otherSum! / others! / (sum! / people!)),
    gradient: ([, people, sum, others, otherSum]: Float64Array) => {
      const share = otherSum! / others! / (sum! / people!);
      return Float64Array.of(
        0,
        -share / people!,
        share / sum!,
        share / others!,
        -share / otherSum!,
      );
    },
  };
  return estimateFunctional(own, rows, functional, {
    statistic: "relative gap",
    names: [{ variable: column }],
    options,
  });
}
