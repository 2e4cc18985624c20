import { type Finding, throwIfErrors } from "@vitalcore/core";
import { find as findInput } from "../catalog.js";
import { between, notNegative, positive, requireInputs } from "../input-checks.js";
import { findNonProportions } from "../proportion.js";
import { find } from "./catalog.js";

/** A life table of age groups, and who in them is secure. */
export interface SecureLives {
  /** Years that each age group lasts, in order from birth. */
  readonly years: readonly number[];
  /** Share of newborns alive at each group's mid-point (person-years lived over years), 0 to 1. */
  readonly survivors: readonly number[];
  /**
   * Share in generalized poverty at each age: below the threshold in any domain of well-being (income,
   * health, education, political freedom, democracy ...).
   */
  readonly generalizedPoverty: readonly number[];
  /** Rate at which later years count less, per year; 0 if left out. */
  readonly discountRate?: number;
}

/** Expected years of life, and those outside generalized poverty. */
export interface YearsOfHumanSecurity {
  /** Expected years lived outside generalized poverty. */
  readonly value: number;
  /** Expected years of life, discounted alike. */
  readonly lifeExpectancy: number;
  /** Share of the expected life that is secure. */
  readonly share: number;
}

/**
 * Years of individual human security: the years that a newborn can expect to live outside generalized
 * poverty, if mortality and poverty at each age stay as they are.
 *
 * @param lives - years, survivors and shares in generalized poverty by age group, equally long.
 * @throws VitalError `indicators/invalid-input`, `indicators/not-a-proportion`, `indicators/unequal-lengths`,
 *   `indicators/life-table`.
 *
 * Source: King and Murray (2002), Rethinking human security, Political Science Quarterly 116.
 *
 * @example
 * ```ts
 * import { yearsOfHumanSecurity } from "@vitalcore/indicators/poverty";
 * const { value, lifeExpectancy } = yearsOfHumanSecurity({
 *   years: [20, 40, 40],
 *   survivors: [0.95, 0.9, 0.4],
 *   generalizedPoverty: [0.4, 0.3, 0.5],
 * });
 * value; // => 44.6
 * lifeExpectancy; // => 71
 * ```
 */
export function yearsOfHumanSecurity(lives: SecureLives): YearsOfHumanSecurity {
  const { years, survivors, generalizedPoverty, discountRate = 0 } = lives;
  throwIfErrors(lengthFindings({ years, survivors, generalizedPoverty }));
  requireInputs([
    ...years.map((length, i) => positive(`the length of age group ${i + 1}`, length)),
    between("the discount rate", discountRate, 0, 1),
    positive("the number of age groups", years.length),
  ]);
  throwIfErrors([
    ...findNonProportions(numbered("survivors at age group", survivors)),
    ...findNonProportions(numbered("generalized poverty at age group", generalizedPoverty)),
    ...survivors.flatMap((share, i) => {
      const before = survivors[i - 1] ?? 1;
      if (share <= before) return [];
      const facts = { position: i + 1, before };
      return [find("indicators/life-table", { found: share, facts })];
    }),
  ]);
  let age = 0;
  let secure = 0;
  let lived = 0;
  years.forEach((length, i) => {
    const lifetime = (survivors[i] as number) * discounted(age, length, discountRate);
    lived += lifetime;
    secure += lifetime * (1 - (generalizedPoverty[i] as number));
    age += length;
  });
  return { value: secure, lifeExpectancy: lived, share: lived === 0 ? 0 : secure / lived };
}

/** Years from an age on, discounted continuously to birth. */
function discounted(age: number, length: number, rate: number): number {
  if (rate === 0) return length;
  return (Math.exp(-rate * age) * -Math.expm1(-rate * length)) / rate;
}

/**
 * Bounds for generalized poverty where only the shares below each threshold are known, not who is below several: at
 * least the largest share, at most their sum.
 *
 * @param shares - of people below the threshold of each domain, as proportions.
 * @throws VitalError `indicators/not-a-proportion`, `indicators/invalid-input`.
 *
 * Source: Fréchet (1935), Généralisations du théorème des probabilités totales, Fundamenta Mathematicae 25.
 *
 * @example
 * ```ts
 * import { generalizedPovertyBounds } from "@vitalcore/indicators/poverty";
 * const { lower, upper } = generalizedPovertyBounds([0.2, 0.3, 0.1]);
 * [lower, upper]; // => [0.3, 0.6]
 * ```
 */
export function generalizedPovertyBounds(shares: readonly number[]): {
  readonly lower: number;
  readonly upper: number;
} {
  requireInputs([notNegative("the number of domains", shares.length - 1, "one domain at least")]);
  throwIfErrors(findNonProportions(numbered("the share of domain", shares)));
  return {
    lower: Math.max(...shares),
    upper: Math.min(
      1,
      shares.reduce((total, share) => total + share, 0),
    ),
  };
}

function numbered(name: string, values: readonly number[]): Record<string, number> {
  return Object.fromEntries(values.map((value, i) => [`${name} ${i + 1}`, value]));
}

function lengthFindings(lists: Readonly<Record<string, readonly number[]>>): Finding[] {
  const length = lists.years?.length ?? 0;
  return Object.entries(lists)
    .filter(([, list]) => list.length !== length)
    .map(([name, list]) =>
      findInput("indicators/unequal-lengths", {
        found: list.length,
        facts: { name, length, other: "years" },
      }),
    );
}
