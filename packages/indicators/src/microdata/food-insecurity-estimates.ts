import {
  type Column,
  type Result,
  type Table,
  type TableLike,
  tableFrom,
  tableOf,
} from "@vitalcore/core";
import {
  type DesignSpec,
  type Estimate,
  mean,
  type ProportionOptions,
  surveyDesign,
} from "@vitalcore/survey";
import { type FoodInsecurity, foodInsecurity } from "../food/food-insecurity.js";
import { type RaschModel, raschModel } from "../food/rasch-model.js";
import { rawScores } from "../food/read-answers.js";
import { withPersonWeights } from "./person-weights.js";
import { present } from "./present-rows.js";

/** Questions, groups and intervals. */
export interface FoodInsecurityEstimateOptions
  extends Pick<ProportionOptions, "by" | "level" | "df"> {
  /** Columns of the eight questions in the order of the questionnaire: 1 or true yes, 0 or false no. */
  readonly items: readonly string[];
  /** Column of household sizes, where a household answered: persons are the unit of the prevalence, not of the scale. */
  readonly size?: string;
  /** As `foodInsecurity` has it. */
  readonly common?: "search" | "all";
}

/** Prevalence of food insecurity on the global scale; one of each for every group. */
export interface FoodInsecurityEstimates {
  readonly moderateOrSevere: readonly Estimate[];
  readonly severe: readonly Estimate[];
  /** The scale that all groups share, and how it was moved onto the global one. */
  readonly model: Result<RaschModel>;
  readonly equating: FoodInsecurity;
}

const MODERATE = "fies:moderate-or-severe";
const SEVERE = "fies:severe";

/**
 * Prevalence of moderate or severe and of severe food insecurity with standard errors by the design of the survey: each
 * respondent counts with the probability of being above the threshold that the raw score gives. Groups are measured on the
 * one scale of all. Who left a question out has no raw score and is outside; sampling units stay in the design.
 *
 * @param data - a row for each respondent.
 * @param design - of the sample; its weights enter the model as well.
 * @param options - questions; groups and level.
 * @returns proportions, as `observe` of `@vitalcore/domain` takes them. Their standard errors take the scale as known, which
 *   is what is done for the published figures: that of the scale is small beside the sampling error.
 * @throws VitalError as `raschModel` and `foodInsecurity`, and `survey/...` for the design.
 *
 * Source: Cafiero, Viviani and Nord (2018), Measurement 116; FAO (2016), Methods for estimating comparable rates of food
 * insecurity experienced by adults throughout the world; the mean of probabilities by Taylor linearization.
 *
 * @example
 * ```ts
 * import { foodInsecurityEstimates } from "@vitalcore/indicators/microdata";
 * import { fiesStandard } from "@vitalcore/indicators/food";
 * // A made-up survey: most answers go by how severe the question is, some do not
 * const items = fiesStandard.map(({ id }) => id);
 * const bySeverity = [...fiesStandard].sort((a, b) => a.severity - b.severity).map(({ id }) => id);
 * const rows = Array.from({ length: 160 }, (_, i) => ({
 *   psu: i % 16,
 *   ...Object.fromEntries(items.map((id) => [id, (bySeverity.indexOf(id) + (i % 3) * 3) % 8 < i % 9 ? 1 : 0])),
 * }));
 * const { moderateOrSevere, severe } = foodInsecurityEstimates(rows, { clusters: "psu" }, { items });
 * moderateOrSevere[0]!.value! > severe[0]!.value!; // => true
 * severe[0]!.standardError! > 0; // => true
 * ```
 */
export function foodInsecurityEstimates(
  data: TableLike,
  design: DesignSpec,
  options: FoodInsecurityEstimateOptions,
): FoodInsecurityEstimates {
  const { items, size, common, ...plain } = options;
  const table = tableFrom(data);
  const { weights } = design;
  const weight = typeof weights === "object" ? weights.column : weights;
  const model = raschModel(table, { items, ...(weight !== undefined && { weight }) });
  const equating = foodInsecurity(model, common === undefined ? {} : { common });
  const scored = withProbabilities(table, rawScores(table, items), equating);
  const persons = withPersonWeights(scored, design, size);
  const sample = surveyDesign(persons.table, persons.design).subset(present(MODERATE));
  const prevalence = (column: string) =>
    mean(sample, column, plain).estimates.map(
      (estimate): Estimate => ({ ...estimate, scale: "proportion" }),
    );
  return {
    moderateOrSevere: prevalence(MODERATE),
    severe: prevalence(SEVERE),
    model,
    equating,
  };
}

function withProbabilities(
  table: Table,
  scores: readonly (number | null)[],
  { probabilities }: FoodInsecurity,
): Table {
  const column = (of: readonly number[]): Column => ({
    kind: "number",
    values: Float64Array.from(scores, (score) =>
      score === null ? Number.NaN : (of[score] as number),
    ),
  });
  return tableOf(
    [
      ...table.names.map((name): [string, Column] => [name, table.column(name)]),
      [MODERATE, column(probabilities.moderateOrSevere)],
      [SEVERE, column(probabilities.severe)],
    ],
    { identifying: table.identifying },
  );
}
