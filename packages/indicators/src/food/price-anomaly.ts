import { VitalError } from "@vitalcore/core";
import { find } from "./catalog.js";

/** Prices of a food by month, without gaps. */
export interface MonthlyPrices {
  /** First month, as [year, month from 1]. */
  readonly start: readonly [year: number, month: number];
  /** Real prices, one a month; NaN where missing. */
  readonly prices: ArrayLike<number>;
}

/** How far a price is from what is usual for the month. */
export interface PriceAnomaly {
  /** In standard deviations; `null` where growth cannot be computed or never varied. */
  readonly value: number | null;
  readonly class: "normal" | "moderately high" | "abnormally high" | null;
  /** The two parts: growth over three months, and over twelve. */
  readonly quarterly: number | null;
  readonly annual: number | null;
  /** Years of the same month that growth is compared with. */
  readonly years: number;
}

/** Weight of the quarterly part. */
const ALPHA = 0.4;
const FEWEST_YEARS = 3;

/**
 * The indicator of food price anomalies: compound growth over three and over twelve months against the weighted mean
 * and standard deviation of the same month in all years, so that the usual course of a season is no anomaly.
 * Later years weigh more, in proportion to their number.
 *
 * @param series - real monthly prices.
 * @param month - [year, month] that is judged; the last if left out.
 * @returns the indicator: 0.5 to 1 is moderately high, from 1 on abnormally high. `null` with fewer than three
 *   years of growth.
 * @throws VitalError `indicators/not-a-price-series`.
 *
 * Source: Baquedano (2015), Developing an indicator of price anomalies as an early warning tool, FAO; metadata of
 * SDG indicator 2.c.1.
 *
 * @example
 * ```ts
 * import { priceAnomaly } from "@vitalcore/indicators/food";
 * // Seven years with a season, and a shock in the last three months
 * const prices = Array.from({ length: 84 }, (_, i) => 100 + 10 * Math.sin(i / 2) + (i % 7) + (i > 80 ? 60 : 0));
 * priceAnomaly({ start: [2015, 1], prices }).class; // => "abnormally high"
 * ```
 */
export function priceAnomaly(
  series: MonthlyPrices,
  month?: readonly [year: number, month: number],
): PriceAnomaly {
  const [startYear, startMonth] = series.start;
  const prices = Array.from(series.prices);
  const at = month === undefined ? prices.length - 1 : monthsBetween(series.start, month);
  const problems = [
    {
      name: "the first month",
      found: `${startYear}-${startMonth}`,
      wanted: "a year and a month from 1 to 12",
      isMet:
        Number.isInteger(startYear) &&
        Number.isInteger(startMonth) &&
        startMonth >= 1 &&
        startMonth <= 12,
    },
    {
      name: "a price",
      found:
        prices.find((price) => !(Number.isNaN(price) || (price > 0 && price < Infinity))) ?? null,
      wanted: "a positive number (NaN where missing)",
      isMet: prices.every((price) => Number.isNaN(price) || (price > 0 && price < Infinity)),
    },
    {
      name: "the month judged",
      found: month?.join("-") ?? "the last",
      wanted: "a month of the series",
      isMet: at >= 0 && at < prices.length,
    },
  ].filter(({ isMet }) => !isMet);
  if (problems.length > 0) {
    throw new VitalError(
      problems.map(({ name, found, wanted }) =>
        find("indicators/not-a-price-series", { found, facts: { name, wanted } }),
      ),
    );
  }
  const [quarterly, annual] = [anomaly(prices, at, 3), anomaly(prices, at, 12)];
  const value =
    quarterly.value === null || annual.value === null
      ? null
      : ALPHA * quarterly.value + (1 - ALPHA) * annual.value;
  return {
    value,
    class: value === null ? null : classOf(value),
    quarterly: quarterly.value,
    annual: annual.value,
    years: annual.years,
  };
}

function monthsBetween(
  [year, month]: readonly [number, number],
  [toYear, toMonth]: readonly [number, number],
): number {
  return (toYear - year) * 12 + toMonth - month;
}

function classOf(value: number): NonNullable<PriceAnomaly["class"]> {
  if (value >= 1) return "abnormally high";
  return value >= 0.5 ? "moderately high" : "normal";
}

/** Growth to a month over so many months, against the same month of all years, standardized. */
function anomaly(
  prices: readonly number[],
  at: number,
  months: number,
): { value: number | null; years: number } {
  const growthTo = (i: number) =>
    ((prices[i] as number) / (prices[i - months] as number)) ** (1 / months) - 1;
  const here = growthTo(at);
  const all: { growth: number; weight: number }[] = [];
  for (let i = at % 12, year = 1; i < prices.length; i += 12, year++) {
    const growth = growthTo(i);
    if (Number.isFinite(growth)) all.push({ growth, weight: year });
  }
  const years = all.length;
  if (!Number.isFinite(here) || years < FEWEST_YEARS) return { value: null, years };
  const whole = all.reduce((sum, { weight }) => sum + weight, 0);
  const mean = all.reduce((sum, { growth, weight }) => sum + weight * growth, 0) / whole;
  const squares = all.reduce((sum, { growth, weight }) => sum + weight * (growth - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (((years - 1) / years) * whole));
  // Growth that differs by rounding only does not vary.
  return { value: deviation > 1e-12 ? (here - mean) / deviation : null, years };
}
