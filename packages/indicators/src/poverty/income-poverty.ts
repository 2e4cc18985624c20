import { VitalError } from "@vitalcore/core";
import { sum, weightedMean } from "@vitalcore/stats";
import { fosterGreerThorbecke, gini, type PoorRule } from "@vitalcore/stats/inequality";
import { groupDemands, positive, requireInputs } from "../input-checks.js";
import { find } from "./catalog.js";

/** Options of the measures of income poverty. */
export interface IncomePovertyOptions {
  /** Weights of the people, as many as incomes; equal if left out. */
  readonly weights?: ArrayLike<number>;
  /** Who is poor: `at-or-below` the line (if left out), or only those `below` it. */
  readonly poor?: PoorRule;
}

/** Poverty below a line; proportions of the population unless said otherwise. */
export interface IncomePoverty {
  /** Foster-Greer-Thorbecke 0: the poor. */
  readonly headcount: number;
  /** Foster-Greer-Thorbecke 1: mean gap to the line, over the line, nobody's gap below 0. */
  readonly gap: number;
  /** Foster-Greer-Thorbecke 2. */
  readonly squaredGap: number;
  /** Mean gap of the poor, over the line; `null` where nobody is poor. */
  readonly incomeGapRatio: number | null;
  /** Sen's index: headcount × (gap ratio + (1 - gap ratio) × Gini of the poor); `null` where incomes are negative. */
  readonly sen: number | null;
  /** Sen-Shorrocks-Thon index: gap × (1 + Gini of the gaps); `null` where incomes are negative. */
  readonly senShorrocksThon: number | null;
  /** Watts' index: mean of ln(line / income) of the poor; `null` where an income is not positive. */
  readonly watts: number | null;
  /** How many incomes there are. */
  readonly n: number;
}

/**
 * Income poverty below a line: the measures of Foster, Greer and Thorbecke, Watts, Sen, and Sen, Shorrocks and
 * Thon.
 *
 * @param incomes - of people (of a household member: household income over members, or equivalized), none
 *   missing.
 * @param line - the poverty line, in the same money, period and price base.
 * @param options - weights, and who is poor.
 * @throws VitalError `indicators/invalid-input`, `stats/missing-value`, `stats/negative-weight`, and others of
 *   `statsCatalog`.
 *
 * Source: Foster, Greer and Thorbecke (1984), Econometrica 52; Watts (1968); Sen (1976), Econometrica 44;
 * Shorrocks (1995), Econometrica 63.
 *
 * @example
 * ```ts
 * import { incomePoverty } from "@vitalcore/indicators/poverty";
 * const poverty = incomePoverty([1, 2, 4, 9], 4);
 * poverty.headcount; // => 0.75
 * poverty.gap; // => 0.3125
 * poverty.watts; // => 0.519860
 * ```
 */
export function incomePoverty(
  incomes: ArrayLike<number>,
  line: number,
  options: IncomePovertyOptions = {},
): IncomePoverty {
  requireInputs([positive("the line", line)]);
  const { weights, poor = "at-or-below" } = options;
  const measure = (aversion: number) =>
    fosterGreerThorbecke(incomes, line, aversion, weights, poor);
  const [headcount, gap] = [measure(0), measure(1)];
  const isPoor = (income: number) => income < line || (income === line && poor === "at-or-below");
  const all = Array.from(incomes);
  const weightOf = (i: number) => weights?.[i] ?? 1;
  const counted = all.filter((_, i) => weightOf(i) > 0);
  const incomeGapRatio = headcount === 0 ? null : gap / headcount;
  return {
    headcount,
    gap,
    squaredGap: measure(2),
    incomeGapRatio,
    sen: senOf(all, weights, isPoor, { headcount, incomeGapRatio }),
    senShorrocksThon: counted.some((income) => income < 0)
      ? null
      : gapAndInequality(
          all.map((income) => (isPoor(income) ? line - income : 0)),
          line,
          weights,
        ),
    watts: counted.some((income) => income <= 0)
      ? null
      : weightedMean(
          all.map((income, i) => (weightOf(i) > 0 && isPoor(income) ? Math.log(line / income) : 0)),
          weights ?? all.map(() => 1),
        ),
    n: counted.length,
  };
}

function senOf(
  incomes: readonly number[],
  weights: ArrayLike<number> | undefined,
  isPoor: (income: number) => boolean,
  { headcount, incomeGapRatio }: { headcount: number; incomeGapRatio: number | null },
): number | null {
  if (incomeGapRatio === null) return 0;
  const poor = incomes.flatMap((income, i) =>
    isPoor(income) && (weights?.[i] ?? 1) > 0 ? [[income, weights?.[i] ?? 1] as const] : [],
  );
  if (poor.some(([income]) => income < 0)) return null;
  // Without any income there is no inequality among the poor to see.
  const inequality = poor.every(([income]) => income === 0)
    ? 0
    : gini(
        poor.map(([income]) => income),
        poor.map(([, weight]) => weight),
      );
  return headcount * (incomeGapRatio + (1 - incomeGapRatio) * inequality);
}

/** Mean gap over the line, times one plus the Gini coefficient of the gaps of all. */
function gapAndInequality(
  gaps: readonly number[],
  line: number,
  weights: ArrayLike<number> | undefined,
): number {
  const mean = weightedMean(gaps, weights ?? gaps.map(() => 1)) / line;
  return mean === 0 ? 0 : mean * (1 + gini(gaps, weights));
}

/** Poverty of one group and what it contributes. */
export interface GroupPoverty {
  readonly group: string;
  readonly populationShare: number;
  readonly headcount: number;
  readonly gap: number;
  readonly squaredGap: number;
  /** Shares of the whole population's headcount, gap and squared gap; `null` where nobody is poor. */
  readonly contribution: {
    readonly headcount: number | null;
    readonly gap: number | null;
    readonly squaredGap: number | null;
  };
}

/**
 * The measures of Foster, Greer and Thorbecke by group: those of all are the means of the groups', weighted by
 * population, so that contributions add up to 1.
 *
 * @param incomes - as {@link incomePoverty}.
 * @param groups - the group of each person.
 * @param line - the poverty line.
 * @param options - weights, and who is poor.
 * @throws VitalError as {@link incomePoverty}, and `indicators/invalid-input` where groups are fewer or more, or one is missing.
 *
 * Source: Foster, Greer and Thorbecke (1984), Econometrica 52, section 3.
 *
 * @example
 * ```ts
 * import { povertyByGroup } from "@vitalcore/indicators/poverty";
 * const [rural] = povertyByGroup([1, 2, 4, 9], ["rural", "rural", "urban", "urban"], 4);
 * rural?.contribution.headcount; // => 0.666667
 * rural?.contribution.gap; // => 1
 * ```
 */
export function povertyByGroup(
  incomes: ArrayLike<number>,
  groups: ArrayLike<string>,
  line: number,
  options: IncomePovertyOptions = {},
): GroupPoverty[] {
  requireInputs(groupDemands(groups, incomes.length));
  const weights = Array.from(incomes, (_, i) => options.weights?.[i] ?? 1);
  const all = incomePoverty(incomes, line, { ...options, weights });
  const population = sum(weights);
  const names = [...new Set(Array.from(groups))];
  return names.map((group) => {
    const members = weights.map((weight, i) => (groups[i] === group ? weight : 0));
    const populationShare = sum(members) / population;
    const { headcount, gap, squaredGap } = incomePoverty(incomes, line, {
      ...options,
      weights: members,
    });
    const share = (own: number, whole: number) =>
      whole === 0 ? null : (populationShare * own) / whole;
    return {
      group,
      populationShare,
      headcount,
      gap,
      squaredGap,
      contribution: {
        headcount: share(headcount, all.headcount),
        gap: share(gap, all.gap),
        squaredGap: share(squaredGap, all.squaredGap),
      },
    };
  });
}

/** An international poverty line of the World Bank, in dollars per person and day. */
export interface InternationalLine {
  readonly line: number;
  /** Base year of the purchasing power parities. */
  readonly base: 2011 | 2017 | 2021;
}

/**
 * The international poverty lines of extreme poverty: $1.90 at parities of 2011, $2.15 of 2017, $3.00 of 2021. They are
 * different quantities, each valid with its own parities.
 *
 * Source: World Bank (2015, 2022, 2025), Poverty and Inequality Platform.
 */
export const internationalLines: readonly InternationalLine[] = [
  { line: 1.9, base: 2011 },
  { line: 2.15, base: 2017 },
  { line: 3, base: 2021 },
];

/** Incomes per person and day with the base year of their dollars. */
export interface InternationalIncomes {
  /** International dollars per person and day. */
  readonly incomes: ArrayLike<number>;
  /** Base year of the purchasing power parities of the incomes. */
  readonly base: number;
}

/**
 * Income poverty at an international line; refuses incomes in dollars of another round.
 *
 * @param data - incomes per person and day, and the base year of their dollars.
 * @param line - one of {@link internationalLines}, or a higher line with its base.
 * @param options - weights, and who is poor.
 * @throws VitalError `indicators/line-base`, and as {@link incomePoverty}.
 *
 * Source: as {@link internationalLines}.
 *
 * @example
 * ```ts
 * import { extremePoverty } from "@vitalcore/indicators/poverty";
 * extremePoverty({ incomes: [1.5, 2.9, 8], base: 2021 }, { line: 3, base: 2021 }).headcount; // => 0.666667
 * ```
 */
export function extremePoverty(
  data: InternationalIncomes,
  line: { readonly line: number; readonly base: number },
  options: IncomePovertyOptions = {},
): IncomePoverty {
  if (data.base !== line.base) {
    const facts = { line: `dollars of ${line.base}` };
    throw new VitalError([
      find("indicators/line-base", { found: `dollars of ${data.base}`, facts }),
    ]);
  }
  return incomePoverty(data.incomes, line.line, options);
}

/** What turns money of a place and time into international dollars. */
export interface PriceBase {
  /** Consumer prices when the amount was reported. */
  readonly pricesThen: number;
  /** Consumer prices of the same series in the base year of the parities. */
  readonly pricesInBase: number;
  /** Local currency units that buy what one dollar buys in the United States, in the base year. */
  readonly localPerDollar: number;
}

/**
 * An amount in local money as international dollars at a base year: deflated with consumer prices, then
 * divided by the purchasing power parity of the base year.
 *
 * @param amount - in local currency.
 * @param prices - consumer prices then and in the base year, and the parity of the base year.
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: World Bank, Poverty and Inequality Platform, methodology handbook, section on price adjustments.
 *
 * @example
 * ```ts
 * import { inInternationalDollars } from "@vitalcore/indicators/poverty";
 * inInternationalDollars(1200, { pricesThen: 120, pricesInBase: 100, localPerDollar: 20 }); // => 50
 * ```
 */
export function inInternationalDollars(amount: number, prices: PriceBase): number {
  const { pricesThen, pricesInBase, localPerDollar } = prices;
  requireInputs([
    { name: "the amount", value: amount, wanted: "a number", isMet: Number.isFinite(amount) },
    positive("pricesThen", pricesThen),
    positive("pricesInBase", pricesInBase),
    positive("localPerDollar", localPerDollar),
  ]);
  return (amount * pricesInBase) / pricesThen / localPerDollar;
}
