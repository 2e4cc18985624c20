import type { PovertyPlan } from "./plan.js";
import type { ScoreTable } from "./score-table.js";
import type { Fraction } from "./specification.js";

/** What a deprivation has to do with poverty; proportions of the population. */
export interface IndicatorMeasures {
  readonly id: string;
  /** Deprived, poor or not. */
  readonly uncensored: number;
  /** Poor and deprived. */
  readonly censored: number;
  /** Share of the adjusted headcount; `null` where nobody is poor. */
  readonly contribution: number | null;
}

/** What a dimension contributes to poverty. */
export interface DimensionMeasures {
  readonly id: string;
  readonly contribution: number | null;
}

/** The measures of Alkire and Foster at one cutoff; proportions of the population. */
export interface PovertyMeasures {
  /** H: the poor. */
  readonly headcount: number;
  /** A: mean share of weighted deprivations of the poor; `null` where nobody is poor. */
  readonly intensity: number | null;
  /** M0 = H × A: the adjusted headcount ratio, the multidimensional poverty index. */
  readonly adjustedHeadcount: number;
  /** Not poor, but vulnerable; `null` where the specification does not say what that is. */
  readonly vulnerable: number | null;
  /** In severe poverty. */
  readonly severe: number | null;
  readonly indicators: readonly IndicatorMeasures[];
  readonly dimensions: readonly DimensionMeasures[];
}

/** Headcount, intensity, adjusted and censored headcounts if the poor began at this score. */
export interface CutoffMeasures {
  /** Weighted share of deprivations: score over the sum of weights. */
  readonly cutoff: number;
  readonly fraction: Fraction;
  readonly headcount: number;
  readonly intensity: number | null;
  readonly adjustedHeadcount: number;
  /** Poor at this cutoff and deprived, by indicator in the order of the specification. */
  readonly censored: readonly number[];
}

/** Sums over the scores from one on. */
function sumFrom(table: ScoreTable, score: number, term: (score: number) => number): number {
  let sum = 0;
  for (let s = table.weight.length - 1; s >= score; s--) sum += term(s);
  return sum;
}

const weightAt = (table: ScoreTable, score: number) =>
  (table.weight[score] as number) + (table.weightLost[score] as number);

const deprivedAt = (table: ScoreTable, cell: number) =>
  (table.deprived[cell] as number) + (table.deprivedLost[cell] as number);

/** The weight of all rows used. */
export function populationOf(table: ScoreTable): number {
  return sumFrom(table, 0, (s) => weightAt(table, s));
}

/** Weight of the poor and their summed scores, from a score on. */
function poorFrom(table: ScoreTable, score: number): { weight: number; score: number } {
  return {
    weight: sumFrom(table, score, (s) => weightAt(table, s)),
    score: sumFrom(table, score, (s) => s * weightAt(table, s)),
  };
}

const ratio = (numerator: number, denominator: number) =>
  denominator === 0 ? null : numerator / denominator;

/** All measures at the cutoff of the specification. */
export function measuresOf(table: ScoreTable, plan: PovertyPlan): PovertyMeasures {
  const { ids, weights, total, specification } = plan;
  const population = populationOf(table);
  const poor = poorFrom(table, plan.poorFrom);
  const deprivedFrom = (score: number, j: number) =>
    sumFrom(table, score, (s) => deprivedAt(table, s * ids.length + j));
  const indicators = ids.map((id, j) => {
    const censored = deprivedFrom(plan.poorFrom, j);
    return {
      id,
      uncensored: deprivedFrom(0, j) / population,
      censored: censored / population,
      contribution: ratio((weights[j] as number) * censored, poor.score),
    };
  });
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const shareFrom = (score: number | null) =>
    score === null ? null : sumFrom(table, score, (s) => weightAt(table, s)) / population;
  const vulnerable = shareFrom(plan.vulnerableFrom);
  const headcount = poor.weight / population;
  return {
    headcount,
    intensity: ratio(poor.score, total * poor.weight),
    adjustedHeadcount: poor.score / (total * population),
    vulnerable: vulnerable === null ? null : Math.max(0, vulnerable - headcount),
    severe: shareFrom(plan.severeFrom),
    indicators,
    dimensions: specification.dimensions.map((dimension) => ({
      id: dimension.id,
      contribution:
        poor.score === 0
          ? null
          : dimension.indicators.reduce(
              (sum, { id }) => sum + (byId.get(id)?.contribution ?? 0),
              0,
            ),
    })),
  };
}

/** The measures at every cutoff that can tell people apart. */
export function cutoffMeasuresOf(table: ScoreTable, plan: PovertyPlan): CutoffMeasures[] {
  const { total, ids } = plan;
  const population = populationOf(table);
  const measures: CutoffMeasures[] = [];
  const deprived = new Float64Array(ids.length);
  let weight = 0;
  let score = 0;
  for (let s = total; s >= 1; s--) {
    const here = weightAt(table, s);
    weight += here;
    score += s * here;
    for (let j = 0; j < ids.length; j++) {
      deprived[j] = (deprived[j] as number) + deprivedAt(table, s * ids.length + j);
    }
    measures.push({
      cutoff: s / total,
      fraction: [s, total],
      headcount: weight / population,
      intensity: ratio(score, total * weight),
      adjustedHeadcount: score / (total * population),
      censored: Array.from(deprived, (each) => each / population),
    });
  }
  return measures.reverse();
}

/** Correlation of each deprivation with the weighted score of all others; 0 where one does not vary. */
export function itemRestCorrelations(table: ScoreTable, plan: PovertyPlan): number[] {
  const { ids, weights } = plan;
  const population = populationOf(table);
  const mean = (term: (score: number) => number) => sumFrom(table, 0, term) / population;
  const score = mean((s) => s * weightAt(table, s));
  const square = mean((s) => s * s * weightAt(table, s));
  return ids.map((_, j) => {
    const w = weights[j] as number;
    const share = mean((s) => deprivedAt(table, s * ids.length + j));
    const together = mean((s) => s * deprivedAt(table, s * ids.length + j));
    const rest = score - w * share;
    const covariance = together - w * share - rest * share;
    const variance = square - 2 * w * together + w * w * share - rest * rest;
    const spread = Math.sqrt(Math.max(0, variance) * share * (1 - share));
    return spread > 1e-12 ? covariance / spread : 0;
  });
}
