import { VitalError } from "@vitalcore/core";
import { positive, requireInputs } from "../input-checks.js";
import { find } from "./catalog.js";
import { inInternationalDollars } from "./income-poverty.js";

/** Prices of one country: what turns its money into international dollars. */
export interface DatedPrices {
  /** Consumer prices by year, of one series; any year may be 100. */
  readonly consumerPrices: Readonly<Record<string, number>>;
  /** Purchasing power parities for private consumption, by base year: local currency units that buy a dollar's worth. */
  readonly parities: Readonly<Record<string, number>>;
  /** Local currency units of today for one of an earlier currency, by the first year of today's: after a redenomination. */
  readonly redenominations?: Readonly<Record<string, number>>;
}

/**
 * An amount of a year in local money as international dollars of a base year, from dated series: a year without prices, or a base
 * without parity, is refused, so that no neighbouring year is taken by mistake.
 *
 * @param amount - in the currency of its year.
 * @param year - when it was earned or spent.
 * @param base - base year of the parities, such as 2021.
 * @param prices - series of the country.
 * @returns international dollars of the base year; with `base` it is what `extremePoverty` takes.
 * @throws VitalError `indicators/no-price`, `indicators/invalid-input`.
 *
 * Source: World Bank, Poverty and Inequality Platform, methodology handbook, section on price adjustments.
 *
 * @example
 * ```ts
 * import { internationalDollarsOf } from "@vitalcore/indicators/poverty";
 * const prices = { consumerPrices: { 2017: 100, 2019: 120, 2021: 150 }, parities: { 2017: 20, 2021: 28 } };
 * internationalDollarsOf(1200, 2019, 2017, prices); // => 50
 * internationalDollarsOf(1200, 2019, 2021, prices); // => 53.571429
 * ```
 */
export function internationalDollarsOf(
  amount: number,
  year: number,
  base: number,
  prices: DatedPrices,
): number {
  const { consumerPrices, parities, redenominations = {} } = prices;
  const needed = [
    { what: "consumer prices", of: year, series: consumerPrices },
    { what: "consumer prices", of: base, series: consumerPrices },
    { what: "a purchasing power parity", of: base, series: parities },
  ];
  const absent = needed.filter(({ of, series }) => series[of] === undefined);
  if (absent.length > 0) {
    throw new VitalError(
      absent.map(({ what, of, series }) =>
        find("indicators/no-price", { found: of, facts: { what, known: Object.keys(series) } }),
      ),
    );
  }
  requireInputs(
    Object.entries(redenominations).map(([first, factor]) =>
      positive(`the redenomination of ${first}`, factor),
    ),
  );
  const inMoneyOfToday = Object.entries(redenominations)
    .filter(([first]) => year < Number(first))
    .reduce((sum, [, factor]) => sum * factor, amount);
  return inInternationalDollars(inMoneyOfToday, {
    pricesThen: consumerPrices[year] as number,
    pricesInBase: consumerPrices[base] as number,
    localPerDollar: parities[base] as number,
  });
}
