import type { ClassTally } from "./class-tally.js";
import { type Nominal, rankMoments, rankQuantile, type Tally, weightOfRanks } from "./tally.js";
import type { Spread, UncertainUnit } from "./uncertainty-result.js";

/** What of the runs is wanted for each unit. */
export interface UnitSummaryOptions {
  readonly isExact: boolean;
  readonly stableWithin: number;
  readonly bins: number;
  readonly classes: ClassTally | undefined;
}

/** The share of scenarios near the nominal rank that makes a unit stable. */
const STABLE = 0.9;

/** A unit in all scenarios. */
export function unitOf(
  unit: string,
  at: number,
  tally: Tally,
  nominal: Nominal,
  { isExact, stableWithin, bins, classes }: UnitSummaryOptions,
): UncertainUnit {
  const rank = nominal.ranks[at] as number;
  const start = nominal.scores[at] as number;
  const scored = tally.scored[at] as number;
  const near =
    Number.isNaN(rank) || scored === 0
      ? null
      : weightOfRanks(tally, at, rank - stableWithin, rank + stableWithin) / scored;
  const { histograms } = tally;
  return {
    unit,
    nominal: {
      rank: Number.isNaN(rank) ? null : rank,
      score: Number.isNaN(start) ? null : start,
    },
    rank: scored > 0 ? rankSpread(tally, at, isExact) : null,
    score: scored > 0 ? scoreSpread(tally, at, Number.isNaN(start) ? 0 : start, isExact) : null,
    scored: scored / tally.weight,
    near,
    isStable: near === null ? null : near >= STABLE,
    histogram:
      bins > 0 && scored > 0
        ? {
            from: histograms.least(at),
            to: histograms.most(at),
            shares: histograms.shares(at, bins),
          }
        : null,
    classes: classes === undefined || scored === 0 ? null : classes.of(at, start),
  };
}

/** All combinations are the whole population; of a sample the variance is estimated, with n - 1. */
function lostOf(total: number, isExact: boolean): number {
  return isExact || total <= 1 ? 0 : 1;
}

function rankSpread(tally: Tally, at: number, isExact: boolean): Spread {
  const [mean, sd] = rankMoments(tally, at, lostOf(tally.scored[at] as number, isExact));
  const quantile = (p: number) => rankQuantile(tally, at, p);
  return {
    mean,
    sd,
    median: quantile(0.5),
    q05: quantile(0.05),
    q95: quantile(0.95),
    least: quantile(0),
    most: quantile(1),
  };
}

function scoreSpread(tally: Tally, at: number, start: number, isExact: boolean): Spread {
  const total = tally.scored[at] as number;
  const away = (tally.sums[at] as number) / total;
  const squares = Math.max(0, (tally.squares[at] as number) - total * away * away);
  const { histograms } = tally;
  return {
    mean: start + away,
    sd: Math.sqrt(squares / (total - lostOf(total, isExact))),
    median: histograms.quantile(at, 0.5),
    q05: histograms.quantile(at, 0.05),
    q95: histograms.quantile(at, 0.95),
    least: histograms.least(at),
    most: histograms.most(at),
  };
}
