/** A unit of measurement. */
export interface Unit {
  readonly id: string;
  /** In words, as it stands in a table header. */
  readonly label: string;
  /** As it stands beside a number; empty where there is none. */
  readonly symbol: string;
  /**
   * By what a proportion (0-1), or a rate per head, is multiplied to be in this unit; absent where the
   * unit is no multiple of a proportion.
   */
  readonly perProportion?: number;
}

interface UnitFacts {
  readonly label: string;
  readonly symbol: string;
  readonly perProportion?: number;
}

/**
 * The units known here, by id: those of the catalogue of indicators.
 *
 * @example
 * ```ts
 * import { units } from "@vitalcore/domain";
 * units.PER_100000.label; // => "per 100,000 people"
 * ```
 */
export const units = {
  PROPORTION: { label: "proportion", symbol: "", perProportion: 1 },
  PERCENT: { label: "percent", symbol: "%", perProportion: 100 },
  PERCENTAGE_POINT: { label: "percentage points", symbol: "pp", perProportion: 100 },
  PER_100_PERSONS: { label: "per 100 people", symbol: "/100", perProportion: 100 },
  PER_1000: { label: "per 1,000 people", symbol: "/1,000", perProportion: 1000 },
  PER_100000: { label: "per 100,000 people", symbol: "/100,000", perProportion: 100_000 },
  PER_1000_LIVE_BIRTHS: {
    label: "per 1,000 live births",
    symbol: "/1,000",
    perProportion: 1000,
  },
  PER_100000_LIVE_BIRTHS: {
    label: "per 100,000 live births",
    symbol: "/100,000",
    perProportion: 100_000,
  },
  PER_1000_UNINFECTED: {
    label: "per 1,000 uninfected people",
    symbol: "/1,000",
    perProportion: 1000,
  },
  RATIO: { label: "ratio", symbol: "" },
  YEARS: { label: "years", symbol: "yr" },
  DAYS: { label: "days", symbol: "d" },
  PERSONS: { label: "people", symbol: "" },
  CASES: { label: "cases", symbol: "" },
  MOVEMENTS: { label: "movements", symbol: "" },
  ACCOUNTS: { label: "accounts", symbol: "" },
  PPP_DOLLAR_2017: { label: "international dollars at 2017 PPP", symbol: "PPP$" },
  PPP_DOLLAR_2021: { label: "international dollars at 2021 PPP", symbol: "PPP$" },
  CURRENCY_PER_PERSON: { label: "local currency per person", symbol: "" },
  UG_PER_M3: { label: "micrograms per cubic metre", symbol: "µg/m³" },
  Z_SCORE: { label: "standard deviations", symbol: "σ" },
  INDEX_0_1: { label: "index from 0 to 1", symbol: "" },
  INDEX_0_100: { label: "index from 0 to 100", symbol: "" },
  INDEX_1_100: { label: "index from 1 to 100", symbol: "" },
  SCORE_0_10: { label: "score from 0 to 10", symbol: "" },
} as const satisfies Record<string, UnitFacts>;

/** Id of a unit that is known here. Definitions of third parties may name other units. */
export type UnitId = keyof typeof units;

/**
 * The unit of that id.
 *
 * @returns the unit, or `undefined` if it is not known here.
 *
 * @example
 * ```ts
 * import { unitOf } from "@vitalcore/domain";
 * unitOf("PERCENT")?.symbol; // => "%"
 * unitOf("PER_100000")?.perProportion; // => 100000
 * ```
 */
export function unitOf(id: string): Unit | undefined {
  if (!Object.hasOwn(units, id)) return undefined;
  const facts: UnitFacts = units[id as UnitId];
  return { id, ...facts };
}
