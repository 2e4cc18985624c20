import {
  defineResult,
  type Finding,
  type Result,
  type ResultKind,
  type Summary,
  type TableLike,
  tableFrom,
  VitalError,
} from "@vitalcore/core";
import { find } from "./catalog.js";
import {
  betweenScores,
  estimateSeverities,
  informationOf,
  inverseOfInformation,
  logLikelihood,
} from "./rasch-likelihood.js";
import { personOf } from "./rasch-persons.js";
import { type AnswerCounts, readAnswers } from "./read-answers.js";
import { type ConditionalProbabilities, conditionalProbabilities } from "./symmetric-functions.js";

/** An item of the scale, with its place on it and how well it fits. */
export interface RaschItem {
  readonly id: string;
  /** On the logit scale; the mean of all items is 0. */
  readonly severity: number;
  /** From the inverse information, under the constraint that severities add up to 0. */
  readonly standardError: number;
  /** Weighted mean square of residuals: 1 is as the model says, 0.7 to 1.3 usual. */
  readonly infit: number;
  /** Unweighted mean square: sensitive to odd answers of a few. */
  readonly outfit: number;
}

/** Everybody with the same number of yes answers. */
export interface RaschScore {
  readonly score: number;
  /** Severity of the person on the logit scale. */
  readonly severity: number;
  readonly standardError: number;
  /** Share of respondents, weighted. */
  readonly share: number;
}

/** The Rasch model of yes and no answers, by weighted conditional maximum likelihood. */
export interface RaschModel {
  readonly kind: "RaschModel";
  readonly version: number;
  readonly items: readonly RaschItem[];
  /** From score 0 to the number of items. */
  readonly scores: readonly RaschScore[];
  readonly logLikelihood: number;
  /** Share of the variance of severities that is not error, among scores between none and all. */
  readonly reliability: number;
  /** The same with every score counting alike. */
  readonly reliabilityFlat: number;
  /** Rows used, left out for a missing answer, and between none and all yes. */
  readonly n: number;
  readonly nMissing: number;
  readonly nBetween: number;
  readonly findings: readonly Finding[];
}

/** How results of {@link raschModel} are made, shown and read back. */
export const raschModelResult: ResultKind<RaschModel> = /* @__PURE__ */ defineResult<RaschModel>({
  kind: "RaschModel",
  version: 1,
  summarize: summarizeModel,
});

function summarizeModel(model: RaschModel): Summary {
  const number = (name: string, digits: number) => ({ name, kind: "number" as const, digits });
  return {
    title: `Rasch model of ${model.items.length} items, ${model.n} respondents`,
    facts: [
      ["left out for a missing answer", model.nMissing],
      ["reliability", model.reliability.toFixed(2)],
    ],
    tables: [
      {
        columns: [{ name: "item" }, number("severity", 2), number("se", 2), number("infit", 2)],
        rows: model.items.map((item) => [item.id, item.severity, item.standardError, item.infit]),
      },
    ],
    notes: model.findings.map(({ message }) => message),
  };
}

const FEWEST_BETWEEN = 100;

/**
 * Fits the Rasch model to yes and no answers by weighted conditional maximum likelihood, as FAO does for the Food
 * Insecurity Experience Scale: severities of the items, persons' severities by raw score, and fit.
 *
 * @param data - a row for each respondent, a column for each item: 1 or true yes, 0 or false no, missing
 *   otherwise. Rows with a missing answer are left out and counted.
 * @param options - `items`: names of the columns, three at least; `weight`: column of weights.
 * @throws VitalError `indicators/not-an-answer`, `indicators/answer-weight`, `indicators/no-rasch-model`,
 *   `core/unknown-column`.
 *
 * Source: Andersen (1970), Asymptotic properties of conditional maximum-likelihood estimators, JRSS B 32; Cafiero,
 * Viviani and Nord (2018), Food security measurement in a global context, Measurement 116; persons and fit as in
 * FAO's Voices of the Hungry (Nord 2014).
 *
 * @example
 * ```ts
 * import { raschModel } from "@vitalcore/indicators/food";
 * const data = {
 *   worried: [1, 1, 0, 1, 1, 0, 1, 1],
 *   fewFoods: [1, 0, 1, 1, 0, 0, 1, 1],
 *   skipped: [0, 0, 0, 1, 0, 0, 0, 1],
 *   hungry: [0, 0, 0, 0, 1, 0, 1, 0],
 * };
 * const model = raschModel(data, { items: ["worried", "fewFoods", "skipped", "hungry"] });
 * model.items[0]?.severity; // => -1.597226
 * model.nBetween; // => 7
 * ```
 */
export function raschModel(
  data: TableLike,
  options: { readonly items: readonly string[]; readonly weight?: string },
): Result<RaschModel> {
  const counts = readAnswers(tableFrom(data), options.items, options.weight);
  requireEstimable(counts);
  const severities = estimateSeverities(counts);
  const probabilities = conditionalProbabilities(severities);
  const items = describeItems(counts, severities, probabilities);
  const total = counts.weightByScore.reduce((sum, weight) => sum + weight, 0);
  const scores = Array.from(counts.weightByScore, (weight, score) => ({
    ...personOf(severities, score),
    score,
    share: weight / total,
  }));
  return raschModelResult.create({
    items,
    scores,
    logLikelihood: logLikelihood(counts, severities),
    reliability: reliabilityOf(scores, ({ share }) => share),
    reliabilityFlat: reliabilityOf(scores, () => 1),
    n: counts.n,
    nMissing: counts.nMissing,
    nBetween: counts.nBetween,
    findings: doubts(counts, items),
  });
}

function doubts({ nBetween }: AnswerCounts, items: readonly RaschItem[]): Finding[] {
  return [
    ...(nBetween < FEWEST_BETWEEN ? [find("indicators/few-answers", { found: nBetween })] : []),
    ...items
      .filter(({ infit }) => infit < 0.7 || infit > 1.3)
      .map(({ id, infit }) => {
        const facts = { name: id, infit: Number(infit.toFixed(2)) };
        return find("indicators/misfit-item", { place: { column: id }, facts });
      }),
  ];
}

function requireEstimable(counts: AnswerCounts): void {
  const { items, yesByScore } = counts;
  const between = betweenScores(counts);
  const all = between.reduce((sum, score) => sum + (counts.weightByScore[score] as number), 0);
  const reasons = [
    ...(items.length < 3 ? [`there are ${items.length} items, and three are needed`] : []),
    ...(new Set(items).size < items.length ? ["an item stands twice"] : []),
    ...(all > 0 ? [] : ["nobody said yes to some items but not all"]),
  ];
  if (reasons.length === 0) {
    for (const [i, yes] of yesByScore.entries()) {
      const said = between.reduce((sum, score) => sum + (yes[score] as number), 0);
      if (said <= 0) reasons.push(`nobody of these said yes to "${items[i]}"`);
      else if (said >= all * (1 - 1e-12)) reasons.push(`all of these said yes to "${items[i]}"`);
    }
  }
  if (reasons.length === 0) return;
  const facts = { reason: reasons.join("; ") };
  throw new VitalError([find("indicators/no-rasch-model", { facts })]);
}

function describeItems(
  counts: AnswerCounts,
  severities: readonly number[],
  probabilities: ConditionalProbabilities,
): RaschItem[] {
  const { items, weightByScore, yesByScore, nBetween } = counts;
  const between = betweenScores(counts);
  const weight = between.reduce((sum, score) => sum + (weightByScore[score] as number), 0);
  const covariance = inverseOfInformation(informationOf(counts, probabilities));
  return items.map((id, i) => {
    let [squares, variances, standardized] = [0, 0, 0];
    for (const score of between) {
      const p = probabilities.one[score]?.[i] as number;
      const yes = yesByScore[i]?.[score] as number;
      const no = (weightByScore[score] as number) - yes;
      const square = yes * (1 - p) ** 2 + no * p ** 2;
      squares += square;
      variances += (yes + no) * p * (1 - p);
      standardized += square / (p * (1 - p));
    }
    return {
      id,
      severity: severities[i] as number,
      // Weights count as many respondents as there are.
      standardError: Math.sqrt(((covariance[i]?.[i] as number) * weight) / nBetween),
      infit: squares / variances,
      outfit: standardized / weight,
    };
  });
}

/** Variance of severities over itself and the mean squared error, of scores between none and all. */
function reliabilityOf(
  scores: readonly RaschScore[],
  weightOf: (score: RaschScore) => number,
): number {
  const between = scores.slice(1, -1);
  const whole = between.reduce((sum, score) => sum + weightOf(score), 0);
  const mean = (of: (score: RaschScore) => number) =>
    between.reduce((sum, score) => sum + (weightOf(score) / whole) * of(score), 0);
  const centre = mean(({ severity }) => severity);
  const variance = mean(({ severity }) => (severity - centre) ** 2);
  return variance / (variance + mean(({ standardError }) => standardError ** 2));
}
