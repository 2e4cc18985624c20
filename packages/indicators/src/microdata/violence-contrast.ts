import type { Cell, Finding, Table, TableLike } from "@vitalcore/core";
import { type DesignSpec, type Difference, difference } from "@vitalcore/survey";
import { oneOf, requireInputs } from "../input-checks.js";
import { deriveViolence, type ViolenceOptions } from "../violence/derive-violence.js";
import { deriveFollowUp, type FollowUpQuestion } from "../violence/follow-up.js";
import type { ViolenceQuestionnaire } from "../violence/questionnaire.js";
import { withValues } from "./shares.js";

/** What is compared between two groups. */
export interface ViolenceContrastOptions
  extends Pick<ViolenceOptions, "period" | "policy" | "acts" | "denominator"> {
  /** A derived column: `any` (if left out), `severe`, `poly2`, the id of an act. */
  readonly measure?: string;
  /** An answer of victims to a further question, in place of a measure. */
  readonly answer?: { readonly to: FollowUpQuestion; readonly is: string };
  readonly level?: number;
  readonly df?: "infinite" | number;
}

/** A difference and a ratio, with what was found on the way. */
export interface ViolenceContrast {
  readonly contrast: Difference;
  readonly findings: readonly Finding[];
}

/**
 * Compares a prevalence, or an answer of victims, between two groups of one sample: difference and ratio, with the covariance kept. The
 * limits of the ratio are those of its logarithm; there is no ratio to a group in which nobody is affected.
 *
 * @param data - a row for each respondent.
 * @param questionnaire - columns, routing and codes.
 * @param design - of the sample.
 * @param groups - `by`: column of the groups; `of`: the first less, and over, the second.
 * @param options - period and measure or answer; level.
 * @throws VitalError as `deriveViolence`, and `survey/...` for the design and an unknown group.
 *
 * Source: Cochran (1977), Sampling Techniques, section 5A.14; Lumley (2010), Complex Surveys, section 2.4.
 *
 * @example
 * ```ts
 * import { violenceContrast } from "@vitalcore/indicators/microdata";
 * const { contrast } = violenceContrast(
 *   { psu: [1, 1, 2, 2, 3, 3], sex: ["F", "M", "F", "M", "F", "M"], threat: [1, 2, 1, 1, 2, 2] },
 *   { acts: [{ id: "threat", lifetime: "threat" }], codes: { yes: 1, no: 2 } },
 *   { clusters: "psu" },
 *   { by: "sex", of: ["F", "M"] },
 *   { period: "lifetime" },
 * );
 * contrast.difference; // => 0.333333
 * contrast.ratio?.value; // => 2
 * ```
 */
export function violenceContrast(
  data: TableLike,
  questionnaire: ViolenceQuestionnaire,
  design: DesignSpec,
  groups: { readonly by: string; readonly of: readonly [Cell, Cell] },
  options: ViolenceContrastOptions,
): ViolenceContrast {
  const { level, df } = options;
  const { table, column, findings } = compared(data, questionnaire, options);
  const contrast = difference(withValues(table, design, [column]), column, groups, {
    ...(level !== undefined && { level }),
    ...(df !== undefined && { df }),
  });
  return { contrast, findings };
}

function compared(
  data: TableLike,
  questionnaire: ViolenceQuestionnaire,
  options: ViolenceContrastOptions,
): { readonly table: Table; readonly column: string; readonly findings: readonly Finding[] } {
  const { period, policy, acts, denominator, measure = "any", answer } = options;
  const violence = {
    period,
    ...(policy !== undefined && { policy }),
    ...(acts !== undefined && { acts }),
  };
  if (answer === undefined) {
    const { table, findings } = deriveViolence(data, questionnaire, {
      ...violence,
      prefix: "violence_",
      ...(denominator !== undefined && { denominator }),
    });
    return { table, column: `violence_${measure}`, findings };
  }
  const { table, columns, findings } = deriveFollowUp(data, questionnaire, answer.to, violence);
  requireInputs([oneOf("the answer", answer.is, Object.keys(columns))]);
  return { table, column: columns[answer.is] as string, findings };
}
