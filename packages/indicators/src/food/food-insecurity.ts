import { VitalError } from "@vitalcore/core";
import { normalSurvival } from "@vitalcore/stats/distributions";
import { find } from "./catalog.js";
import type { RaschModel } from "./rasch-model.js";

/** An item of the global scale. */
export interface StandardItem {
  readonly id: string;
  readonly severity: number;
}

/**
 * The eight items of the Food Insecurity Experience Scale with their severities on the global standard, in the order of
 * the questionnaire.
 *
 * Source: FAO, Voices of the Hungry; Cafiero, Viviani and Nord (2018), Measurement 116.
 */
export const fiesStandard: readonly StandardItem[] = [
  { id: "WORRIED", severity: -1.2230564 },
  { id: "HEALTHY", severity: -0.847121 },
  { id: "FEWFOOD", severity: -1.1056616 },
  { id: "SKIPPED", severity: 0.3509848 },
  { id: "ATELESS", severity: -0.3117999 },
  { id: "RUNOUT", severity: 0.5065051 },
  { id: "HUNGRY", severity: 0.7546138 },
  { id: "WHLDAY", severity: 1.8755353 },
];

/** Positions of the items whose severity is a threshold: "ate less" and "a whole day without eating". */
const MODERATE = 4;
const SEVERE = 7;

/** An item that differs from the standard by as much is not common to both scales. */
const TOLERANCE = 0.35;
const MOST_UNIQUE = 3;

/** Prevalence of food insecurity on the global scale, and how the country's scale was moved onto it. */
export interface FoodInsecurity {
  /** Share of respondents who are moderately or severely food insecure, as a proportion. */
  readonly moderateOrSevere: number;
  /** Share who are severely food insecure. */
  readonly severe: number;
  /** Probability of each, by raw score: a respondent's contribution, for estimates by design or by group. */
  readonly probabilities: {
    readonly moderateOrSevere: readonly number[];
    readonly severe: readonly number[];
  };
  /** Standard = shift + scale × country. */
  readonly scale: number;
  readonly shift: number;
  /** Thresholds on the country's scale. */
  readonly thresholds: { readonly moderate: number; readonly severe: number };
  /** Whether each item is common to both scales. */
  readonly common: readonly boolean[];
  /** Correlation of the severities of common items with the standard. */
  readonly correlation: number;
}

/**
 * Prevalence of food insecurity from a fitted model: the country's scale is moved onto the global standard through the items
 * that are common to both, and everybody counts with the probability of being above a threshold.
 *
 * @param model - of {@link raschModel}, with the eight items in the order of the questionnaire.
 * @param options - `common`: search for items that differ from the standard by 0.35 or more (if left out), or
 *   take all as common.
 * @returns proportions, without sampling errors: estimate these from the probabilities with the design.
 * @throws VitalError `indicators/no-rasch-model` unless the model has eight items.
 *
 * Source: Cafiero, Viviani and Nord (2018), Food security measurement in a global context, Measurement 116;
 * FAO, Methods for estimating comparable prevalence rates of food insecurity (2016).
 *
 * @example
 * ```ts
 * import { fiesStandard, foodInsecurity, raschModel } from "@vitalcore/indicators/food";
 * // A made-up survey: a respondent for every number of yes answers, in the usual order and one that is not
 * const items = fiesStandard.map(({ id }) => id);
 * const bySeverity = [...fiesStandard].sort((a, b) => a.severity - b.severity).map(({ id }) => id);
 * const rows = bySeverity.flatMap((_, yes) => [0, 1].map((odd) =>
 *   Object.fromEntries(items.map((id) => [id, (bySeverity.indexOf(id) + odd * 3) % 8 <= yes ? 1 : 0]))));
 * const { moderateOrSevere, severe } = foodInsecurity(raschModel(rows, { items }));
 * moderateOrSevere > severe; // => true
 * ```
 */
export function foodInsecurity(
  model: RaschModel,
  options: { readonly common?: "search" | "all" } = {},
): FoodInsecurity {
  if (model.items.length !== fiesStandard.length) {
    const reason = `the global scale has ${fiesStandard.length} items, the model ${model.items.length}`;
    throw new VitalError([find("indicators/no-rasch-model", { facts: { reason } })]);
  }
  const country = model.items.map(({ severity }) => severity);
  const standard = fiesStandard.map(({ severity }) => severity);
  const { scale, shift, common } = equated(country, standard, options.common ?? "search");
  const onCountryScale = (item: number) => ((standard[item] as number) - shift) / scale;
  const thresholds = { moderate: onCountryScale(MODERATE), severe: onCountryScale(SEVERE) };
  const above = (threshold: number) =>
    model.scores.map(({ score, severity, standardError }) =>
      score === 0 ? 0 : normalSurvival((threshold - severity) / standardError),
    );
  const probabilities = {
    moderateOrSevere: above(thresholds.moderate),
    severe: above(thresholds.severe),
  };
  const prevalence = (of: readonly number[]) =>
    model.scores.reduce((sum, { share }, score) => sum + share * (of[score] as number), 0);
  return {
    moderateOrSevere: prevalence(probabilities.moderateOrSevere),
    severe: prevalence(probabilities.severe),
    probabilities,
    scale,
    shift,
    thresholds,
    common,
    correlation: correlationOf(country, standard, common),
  };
}

const kept = (values: readonly number[], common: readonly boolean[]) =>
  values.filter((_, i) => common[i]);

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const spreadOf = (values: readonly number[]) => {
  const centre = meanOf(values);
  return Math.sqrt(
    values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1),
  );
};

/** Scale and shift through the common items; the item that differs most is set apart, again and again. */
function equated(
  country: readonly number[],
  standard: readonly number[],
  search: "search" | "all",
): { scale: number; shift: number; common: readonly boolean[] } {
  let common = country.map(() => true);
  for (;;) {
    const scale = spreadOf(kept(standard, common)) / spreadOf(kept(country, common));
    const shift = meanOf(kept(standard, common)) - scale * meanOf(kept(country, common));
    const differences = country.map((severity, i) =>
      common[i] ? Math.abs(shift + scale * severity - (standard[i] as number)) : 0,
    );
    const largest = Math.max(...differences);
    const unique = common.filter((isCommon) => !isCommon).length;
    if (search === "all" || largest < TOLERANCE || unique === MOST_UNIQUE) {
      return { scale, shift, common };
    }
    const worst = differences.indexOf(largest);
    common = common.map((isCommon, i) => isCommon && i !== worst);
  }
}

function correlationOf(
  country: readonly number[],
  standard: readonly number[],
  common: readonly boolean[],
): number {
  const [x, y] = [kept(country, common), kept(standard, common)];
  const [mx, my] = [meanOf(x), meanOf(y)];
  const covariance =
    x.reduce((sum, value, i) => sum + (value - mx) * ((y[i] as number) - my), 0) / (x.length - 1);
  return covariance / (spreadOf(x) * spreadOf(y));
}
