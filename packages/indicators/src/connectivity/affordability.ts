import { type Finding, MISSING_BOOLEAN, throwIfErrors, VitalError } from "@vitalcore/core";
import { find } from "../catalog.js";
import { floatsOf } from "../floats.js";
import { positive, requireInputs } from "../input-checks.js";

/** A target for what the internet may cost, with its date and its basket. */
export interface AffordabilityTarget {
  readonly id: string;
  readonly publisher: string;
  /** When it was set. */
  readonly since: string;
  /** Share of monthly income per head, as a proportion. */
  readonly share: number;
  /** Whether a price exactly at the share meets it. */
  readonly inclusive: boolean;
  readonly basket: string;
  readonly scope: string;
}

/**
 * The affordability targets in use, kept apart: they differ in basket and date, and in whether exactly 2 % is enough.
 *
 * Source: UN Broadband Commission (2018), advocacy target 2; Alliance for Affordable Internet, "1 for 2" (2016) and
 * "5 for 2" (2021).
 */
export const affordabilityTargets = {
  broadbandCommission2011: {
    id: "broadband-commission-2011",
    publisher: "UN Broadband Commission for Sustainable Development",
    since: "2011",
    share: 0.05,
    inclusive: false,
    basket: "entry-level broadband",
    scope: "by 2015, developing countries",
  },
  broadbandCommission2018: {
    id: "broadband-commission-2018",
    publisher: "UN Broadband Commission for Sustainable Development",
    since: "2018-01",
    share: 0.02,
    inclusive: false,
    basket: "entry-level broadband",
    scope: "by 2025, low- and middle-income countries",
  },
  a4ai1For2: {
    id: "a4ai-1-for-2",
    publisher: "Alliance for Affordable Internet",
    since: "2016",
    share: 0.02,
    inclusive: true,
    basket: "1 GB of mobile broadband",
    scope: "low- and middle-income countries",
  },
  a4ai5For2: {
    id: "a4ai-5-for-2",
    publisher: "Alliance for Affordable Internet",
    since: "2021-07",
    share: 0.02,
    inclusive: true,
    basket: "5 GB of mobile broadband",
    scope: "by 2026",
  },
} as const satisfies Record<string, AffordabilityTarget>;

/** Price of a basket and income, in the same money and of the same time. */
export interface PriceAndIncome {
  /** Price of the basket for a month. */
  readonly monthlyPrice: number;
  /** Gross national income per person in a year; or a year's income of a group, for what it pays. */
  readonly annualIncomePerPerson: number;
}

/** What a basket costs in relation to income; `observe` takes it as it is. */
export interface Affordability {
  /** Price over a month's income, as a proportion; may exceed 1. */
  readonly value: number;
  readonly scale: "proportion";
}

/**
 * The price of a basket as a share of a month's income per person. An average hides what the poor pay: give the
 * income of a group to see it.
 *
 * @param input - price of a month and income of a year, in the same money.
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: ITU and A4AI, The affordability of ICT services: price / (GNI per person / 12).
 *
 * @example
 * ```ts
 * import { affordability, affordabilityTargets, meetsAffordability } from "@vitalcore/indicators/connectivity";
 * const { value } = affordability({ monthlyPrice: 3, annualIncomePerPerson: 1800 });
 * value; // => 0.02
 * meetsAffordability(value, affordabilityTargets.a4ai1For2); // => true
 * meetsAffordability(value, affordabilityTargets.broadbandCommission2018); // => false
 * ```
 */
export function affordability(input: PriceAndIncome): Affordability {
  const { monthlyPrice, annualIncomePerPerson } = input;
  requireInputs([
    positive("monthlyPrice", monthlyPrice),
    positive("annualIncomePerPerson", annualIncomePerPerson),
  ]);
  return { value: (monthlyPrice * 12) / annualIncomePerPerson, scale: "proportion" };
}

/**
 * Whether a price meets a target; exactly at the share only where the target says so.
 *
 * @param share - price over monthly income, as a proportion.
 * @param target - one of {@link affordabilityTargets}, or another.
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: as {@link affordabilityTargets}.
 *
 * @example
 * ```ts
 * import { affordabilityTargets, meetsAffordability } from "@vitalcore/indicators/connectivity";
 * meetsAffordability(0.0148, affordabilityTargets.broadbandCommission2018); // => true
 * ```
 */
export function meetsAffordability(share: number, target: AffordabilityTarget): boolean {
  requireInputs([positive("the share", share), positive("the share of the target", target.share)]);
  // Equal but for the rounding of doubles: 3 * 12 / 1800 is 2 %.
  const isEqual = Math.abs(share - target.share) <= 1e-12;
  return isEqual ? target.inclusive : share < target.share;
}

/**
 * By how much a price exceeds a target, as a proportion of a month's income; 0 where it is met (`affordability-gap`).
 *
 * @param share - price over monthly income, as a proportion.
 * @param target - one of {@link affordabilityTargets}, or another.
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: UN Broadband Commission (2018), advocacy target 2.
 *
 * @example
 * ```ts
 * import { affordabilityGap, affordabilityTargets } from "@vitalcore/indicators/connectivity";
 * affordabilityGap(0.05, affordabilityTargets.a4ai1For2); // => 0.03
 * affordabilityGap(0.01, affordabilityTargets.a4ai1For2); // => 0
 * ```
 */
export function affordabilityGap(share: number, target: AffordabilityTarget): number {
  requireInputs([positive("the share", share), positive("the share of the target", target.share)]);
  return Math.max(0, share - target.share);
}

/** Prices and incomes of many countries, groups or baskets; NaN or `null` where one is missing. */
export interface PriceAndIncomeColumns {
  readonly monthlyPrice: ArrayLike<number | null>;
  readonly annualIncomePerPerson: ArrayLike<number | null>;
}

/** What baskets cost in relation to income, row by row. */
export interface AffordabilityColumns {
  /** Price over a month's income, as proportions; NaN where an input is missing. */
  readonly value: Float64Array;
  /** Whether each target is met: 1, 0, or 255 where it is not known; by the id of the target. */
  readonly meets: Readonly<Record<string, Uint8Array>>;
  /** Rows without a value. */
  readonly missing: number;
}

/**
 * {@link affordability} of many rows at once, and which targets each meets. A row without a price or an income has no value; one that is
 * zero or negative is refused with its row.
 *
 * @param columns - prices of a month and incomes of a year, in the same money.
 * @param targets - those to be judged by; all of {@link affordabilityTargets} if left out.
 * @throws VitalError `indicators/unequal-lengths`, `indicators/invalid-input` with the rows.
 *
 * Source: ITU and A4AI, The affordability of ICT services: price / (GNI per person / 12).
 *
 * @example
 * ```ts
 * import { affordabilityColumns } from "@vitalcore/indicators/connectivity";
 * const { value, meets, missing } = affordabilityColumns({
 *   monthlyPrice: [3, 10, null],
 *   annualIncomePerPerson: [1800, 1200, 900],
 * });
 * value[1]; // => 0.1
 * [...meets["a4ai-1-for-2"]!]; // => [1, 0, 255]
 * missing; // => 1
 * ```
 */
export function affordabilityColumns(
  columns: PriceAndIncomeColumns,
  targets: readonly AffordabilityTarget[] = Object.values(affordabilityTargets),
): AffordabilityColumns {
  const price = floatsOf(columns.monthlyPrice);
  const income = floatsOf(columns.annualIncomePerPerson);
  if (price.length !== income.length) {
    const facts = { name: "monthlyPrice", length: income.length, other: "incomes" };
    throw new VitalError([find("indicators/unequal-lengths", { found: price.length, facts })]);
  }
  const refused = [
    ["monthlyPrice", price],
    ["annualIncomePerPerson", income],
  ] as const;
  throwIfErrors(
    refused.flatMap(([name, values]) =>
      Array.from(values).flatMap((found, row): Finding[] => {
        if (Number.isNaN(found) || (found > 0 && Number.isFinite(found))) return [];
        const facts = { name: `${name} of row ${row + 1}`, wanted: "a positive number" };
        return [
          find("indicators/invalid-input", { found, place: { column: name, row: row + 1 }, facts }),
        ];
      }),
    ),
  );
  const value = Float64Array.from(price, (each, row) => (each * 12) / (income[row] as number));
  return {
    value,
    meets: Object.fromEntries(
      targets.map((target) => [
        target.id,
        Uint8Array.from(value, (share) =>
          Number.isNaN(share) ? MISSING_BOOLEAN : Number(meetsAffordability(share, target)),
        ),
      ]),
    ),
    missing: value.filter(Number.isNaN).length,
  };
}
