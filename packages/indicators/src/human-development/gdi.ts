import { between, positive, requireInputs } from "../input-checks.js";
import { componentDemands, type HdiComponents } from "./components.js";
import { type HdiGoalposts, hdiGoalposts } from "./edition.js";
import { type Hdi, uncheckedHdi } from "./hdi.js";
import { toThreeDecimals } from "./published.js";

/** The components of women and of men. */
export interface GdiComponents {
  readonly female: HdiComponents;
  readonly male: HdiComponents;
}

/** The Gender Development Index with the two indices it compares. */
export interface Gdi {
  /** Female over male index, unrounded; `null` where the male index is 0. */
  readonly value: number | null;
  readonly female: Hdi;
  readonly male: Hdi;
  /** 1 (within 2.5 % of parity) to 5 (more than 10 % away), of the printed index. */
  readonly group: 1 | 2 | 3 | 4 | 5 | null;
}

/** Women live longer: parity is assumed at a difference of five years. */
const LIFE_OF_WOMEN = [22.5, 87.5] as const;
const LIFE_OF_MEN = [17.5, 82.5] as const;

/** Deviation from parity, in thousandths, up to which each group goes. */
const GROUP_BOUNDS = [25, 50, 75, 100] as const;

/**
 * The Gender Development Index: the Human Development Index of women over that of men, with life expectancy
 * between 22.5 and 87.5 years for women and 17.5 and 82.5 for men.
 *
 * @param components - of women and of men; incomes as {@link earnedIncome} estimates them.
 * @param goalposts - those of the other components; of the report since 2014 if left out.
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: UNDP (2025), Human Development Report 2025, technical note 3.
 *
 * @example
 * ```ts
 * import { gdi } from "@vitalcore/indicators/human-development";
 * const schooling = { expectedSchooling: 12, meanSchooling: 8 };
 * const { value, group } = gdi({
 *   female: { lifeExpectancy: 74, ...schooling, gniPerPerson: 5000 },
 *   male: { lifeExpectancy: 69, ...schooling, gniPerPerson: 10000 },
 * });
 * value; // => 0.947077
 * group; // => 3
 * ```
 */
export function gdi(components: GdiComponents, goalposts: HdiGoalposts = hdiGoalposts): Gdi {
  requireInputs([
    ...componentDemands(components.female, "female "),
    ...componentDemands(components.male, "male "),
  ]);
  const female = uncheckedHdi(components.female, { ...goalposts, lifeExpectancy: LIFE_OF_WOMEN });
  const male = uncheckedHdi(components.male, { ...goalposts, lifeExpectancy: LIFE_OF_MEN });
  if (male.value === 0) return { value: null, female, male, group: null };
  const value = female.value / male.value;
  return { value, female, male, group: groupOf(value) };
}

function groupOf(value: number): Gdi["group"] {
  const deviation = Math.abs(Math.round(toThreeDecimals(value) * 1000) - 1000);
  const group = GROUP_BOUNDS.findIndex((bound) => deviation <= bound);
  return (group < 0 ? 5 : group + 1) as Gdi["group"];
}

/** What incomes of women and men are estimated from. */
export interface EarnedIncomeInput {
  /** Gross national income per person of all, in dollars. */
  readonly gniPerPerson: number;
  /** Wage of women over wage of men (outside agriculture). */
  readonly wageRatio: number;
  /** Share of women in the economically active population, as a proportion. */
  readonly femaleLabourShare: number;
  /** Share of women in the population, as a proportion. */
  readonly femalePopulationShare: number;
}

/** Estimated income per woman and per man. */
export interface EarnedIncome {
  readonly female: number;
  readonly male: number;
  /** Share of women in the wage bill, as a proportion. */
  readonly femaleWageShare: number;
}

/**
 * Income per woman and per man: the income of all, split by the wage bill. With W the ratio of wages and E the
 * shares of the active population, women's share of the wage bill is W E_f / (W E_f + E_m). The split of
 * income that no one earns is assumed alike, so the result is a convention more than a measurement.
 *
 * @throws VitalError `indicators/invalid-input`, `indicators/not-a-proportion`.
 *
 * Source: UNDP (2025), Human Development Report 2025, technical note 3. The report assumes a wage ratio where
 * a country has none: here it must be given.
 *
 * @example
 * ```ts
 * import { earnedIncome } from "@vitalcore/indicators/human-development";
 * const { female, male } = earnedIncome({
 *   gniPerPerson: 10_000,
 *   wageRatio: 0.8,
 *   femaleLabourShare: 0.4,
 *   femalePopulationShare: 0.5,
 * });
 * female; // => 6956.521739
 * male; // => 13043.478261
 * ```
 */
export function earnedIncome(input: EarnedIncomeInput): EarnedIncome {
  const { gniPerPerson, wageRatio, femaleLabourShare, femalePopulationShare } = input;
  requireInputs(
    [
      positive("gniPerPerson", gniPerPerson),
      positive("wageRatio", wageRatio),
      {
        ...between("femalePopulationShare", femalePopulationShare, 0, 1),
        wanted: "a proportion between 0 and 1",
        isMet: femalePopulationShare > 0 && femalePopulationShare < 1,
      },
    ],
    { femaleLabourShare },
  );
  const weighted = wageRatio * femaleLabourShare;
  const femaleWageShare = weighted / (weighted + 1 - femaleLabourShare);
  return {
    femaleWageShare,
    female: (gniPerPerson * femaleWageShare) / femalePopulationShare,
    male: (gniPerPerson * (1 - femaleWageShare)) / (1 - femalePopulationShare),
  };
}
