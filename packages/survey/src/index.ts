// Designs

// Calibration
export type { AuxiliaryTotal, CalibrationOptions } from "./calibration/calibrate.js";
export { calibrate } from "./calibration/calibrate.js";
export type { Margin } from "./calibration/post-stratify.js";
export { postStratify } from "./calibration/post-stratify.js";
export { rake } from "./calibration/rake.js";
export { trimWeights } from "./calibration/trim-weights.js";
export type { WeightDiagnostics } from "./calibration/weight-diagnostics.js";
export { weightDiagnostics } from "./calibration/weight-diagnostics.js";
export { surveyCatalog } from "./catalog.js";
export type {
  DesignSpec,
  LonelyPolicy,
  MissingPolicy,
  PpsSpec,
  ReplicateSpec,
  ReplicateType,
  ScaledColumn,
} from "./design/design-spec.js";
export { replicateDesign } from "./design/replicate-design.js";
export type { ColumnName, GroupLabels } from "./design/survey-design.js";
export { SurveyDesign, surveyDesign } from "./design/survey-design.js";
// Quantiles, variances, contrasts
export type { ContrastOf, ContrastOptions } from "./estimates/contrast.js";
export { contrast, estimateKey } from "./estimates/contrast.js";
export type { Difference } from "./estimates/difference.js";
export { difference, differenceResult } from "./estimates/difference.js";
// Estimates
export type {
  Estimate,
  EstimateRow,
  Estimates,
  EstimatesResult,
  Interval,
  Observable,
} from "./estimates/estimates.js";
export {
  estimateColumns,
  estimateRows,
  estimatesResult,
  observables,
} from "./estimates/estimates.js";
export type { MeanOptions } from "./estimates/means-and-totals.js";
export { count, mean, ratio, total } from "./estimates/means-and-totals.js";
export type { DesignEffectKind, EstimateOptions } from "./estimates/options.js";
export type { QuantileOptions } from "./estimates/quantile.js";
export { quantile } from "./estimates/quantile.js";
export type { QuantileRule } from "./estimates/quantile-rules.js";
export { relativeGap } from "./estimates/relative-gap.js";
export { populationCovariance, standardDeviation, variance } from "./estimates/variance.js";
// Tests and models
export type { CrossTable } from "./hypothesis/cross-table.js";
export { crossTable, crossTableResult } from "./hypothesis/cross-table.js";
export type { IndependenceMethod, IndependenceTest } from "./hypothesis/independence-test.js";
export { independenceTest, independenceTestResult } from "./hypothesis/independence-test.js";
export type { RankScore, RankTest } from "./hypothesis/rank-test.js";
export { rankTest, rankTestResult } from "./hypothesis/rank-test.js";
export type { TTest } from "./hypothesis/t-test.js";
export { tTest, tTestResult } from "./hypothesis/t-test.js";
// Poverty and inequality
export { atkinson, generalizedEntropy, jDivergence } from "./inequality/entropy.js";
export { entropyDecomposition } from "./inequality/entropy-decomposition.js";
export type { GiniDefinition, GiniOptions } from "./inequality/gini.js";
export { gini } from "./inequality/gini.js";
export type { PoorOptions } from "./inequality/poor-median.js";
export { medianOfPoor, relativeMedianPovertyGap } from "./inequality/poor-median.js";
export type { PovertyOptions } from "./inequality/poverty.js";
export { fosterGreerThorbecke, watts } from "./inequality/poverty.js";
export type { PovertyLine, RelativeLine } from "./inequality/poverty-line.js";
export { povertyLine } from "./inequality/poverty-line.js";
export type { ShareOptions } from "./inequality/shares.js";
export { incomeOfPoorest, lorenzShares, quintileShareRatio } from "./inequality/shares.js";
export type { ZengaOptions, ZengaTies } from "./inequality/zenga.js";
export { zenga } from "./inequality/zenga.js";
export type { Factor, Term } from "./models/design-matrix.js";
export type { Coefficient, Regression, RegressionOf, WaldTest } from "./models/regression.js";
export { regression, regressionResult, testTerms } from "./models/regression.js";
// Prevalence, and whether it may be published
export type { DhsVerdict } from "./presentation/dhs.js";
export { dhsVerdict } from "./presentation/dhs.js";
export type {
  PresentationFlag,
  ProportionVerdict,
  RateVerdict,
  Verdict,
} from "./presentation/nchs.js";
export { nchsProportion, nchsRate, nchsRegisterRate } from "./presentation/nchs.js";
// Questionnaires and known surveys
export type { Answer, AnyPolicy, Question } from "./presets/answers.js";
export { answers, anyOf, atLeast, countYes, outcomeOf } from "./presets/answers.js";
export type { RoundChange, RoundComparison } from "./presets/compare-rounds.js";
export { compareRounds, roundComparisonResult } from "./presets/compare-rounds.js";
export type { DhsRecode, MicsFile, PresetOptions } from "./presets/designs.js";
export { dhsDesign, micsDesign } from "./presets/designs.js";
export type {
  AnswerTally,
  OutcomeRecipe,
  PreparedSurvey,
  SurveyRecipe,
} from "./presets/recipe.js";
export { prepareSurvey } from "./presets/recipe.js";
export { withColumns } from "./presets/with-columns.js";
// Proportions
export type { BinomialDifference, BinomialMethod } from "./proportions/binomial-intervals.js";
export { binomialDifference, binomialInterval } from "./proportions/binomial-intervals.js";
export type { Prevalence, PrevalenceEstimate } from "./proportions/prevalence.js";
export { prevalence, prevalenceResult } from "./proportions/prevalence.js";
export type { ProportionOf, ProportionOptions } from "./proportions/proportion.js";
export { proportion } from "./proportions/proportion.js";
export type { ProportionMethod } from "./proportions/proportion-intervals.js";
// Replicates
export type { ReplicateMethod } from "./replicates/make-replicates.js";
export { replicatesOf } from "./replicates/make-replicates.js";
// Small areas
export type { AreaVarianceMethod } from "./small-areas/area-model.js";
export type { BenchmarkMethod } from "./small-areas/benchmark-areas.js";
export { benchmarkAreas } from "./small-areas/benchmark-areas.js";
export type { Area, AreaEstimate, FayHerriot } from "./small-areas/fay-herriot.js";
export { fayHerriot, fayHerriotResult } from "./small-areas/fay-herriot.js";
