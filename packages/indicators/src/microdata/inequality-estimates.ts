import { type Finding, type TableLike, tableFrom } from "@vitalcore/core";
import {
  atkinson,
  type DesignSpec,
  type Estimate,
  generalizedEntropy,
  gini,
  lorenzShares,
  type ProportionOptions,
  quintileShareRatio,
  surveyDesign,
} from "@vitalcore/survey";
import { withPersonWeights } from "./person-weights.js";

/** Incomes, aversions, groups and intervals. */
export interface InequalityEstimateOptions extends Pick<ProportionOptions, "by" | "level" | "df"> {
  /** Column of incomes (or consumption) per person, or equivalized. */
  readonly income: string;
  /** Aversions to inequality for Atkinson's measure, above 0; 0.5, 1 and 2 if left out. */
  readonly aversions?: readonly number[];
  /** Column of household sizes, where rows are households: persons are the unit. */
  readonly size?: string;
}

/** Inequality with standard errors; one of each for every group. */
export interface InequalityEstimates {
  /** Gini coefficient, midpoint definition, as a proportion. */
  readonly gini: readonly Estimate[];
  /** By aversion. */
  readonly atkinson: readonly {
    readonly aversion: number;
    readonly estimates: readonly Estimate[];
  }[];
  readonly theil: readonly Estimate[];
  readonly meanLogDeviation: readonly Estimate[];
  /** S80/S20. */
  readonly quintileRatio: readonly Estimate[];
  /** Income share of the poorest 40 %: the target of the SDGs. */
  readonly poorestFortyShare: readonly Estimate[];
  /** Says so where incomes of zero or less were left out of Atkinson's and Theil's measures, which have no value for them. */
  readonly findings: readonly Finding[];
}

/**
 * Inequality of incomes with standard errors by the design of the survey.
 *
 * @param data - rows are households or persons.
 * @param design - of the sample: weights, strata, clusters. `missing: "exclude"` leaves out who has no income.
 * @param options - incomes and aversions; household sizes; groups and level.
 * @throws VitalError `indicators/poverty-weight`, and `survey/...` for the design, incomes that are missing and an aversion
 *   that is none.
 *
 * Source: Deville (1999), Survey Methodology 25; Osier (2009), Survey Research Methods 3; Biewen and Jenkins (2006), Oxford
 * Bulletin of Economics and Statistics 68; Langel and Tillé (2013), JRSS A 176.
 *
 * @example
 * ```ts
 * import { inequalityEstimates } from "@vitalcore/indicators/microdata";
 * const { gini, quintileRatio } = inequalityEstimates(
 *   { psu: [1, 1, 2, 2, 3, 3], income: [1, 3, 2, 8, 9, 4] },
 *   { clusters: "psu" },
 *   { income: "income" },
 * );
 * gini[0]?.value; // => 0.364198
 * gini[0]?.standardError; // => 0.074400
 * quintileRatio[0]?.value; // => 3
 * ```
 */
export function inequalityEstimates(
  data: TableLike,
  design: DesignSpec,
  options: InequalityEstimateOptions,
): InequalityEstimates {
  const { income, aversions = [0.5, 1, 2], size, ...plain } = options;
  const persons = withPersonWeights(tableFrom(data), design, size);
  const sample = surveyDesign(persons.table, persons.design);
  const theil = generalizedEntropy(sample, income, { ...plain, alpha: 1 });
  return {
    gini: gini(sample, income, plain).estimates,
    atkinson: aversions.map((aversion) => ({
      aversion,
      estimates: atkinson(sample, income, { ...plain, epsilon: aversion }).estimates,
    })),
    theil: theil.estimates,
    meanLogDeviation: generalizedEntropy(sample, income, { ...plain, alpha: 0 }).estimates,
    quintileRatio: quintileShareRatio(sample, income, plain).estimates,
    poorestFortyShare: lorenzShares(sample, income, [0.4], plain).estimates,
    findings: theil.findings,
  };
}
