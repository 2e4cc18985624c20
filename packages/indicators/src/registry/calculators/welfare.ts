import type { EstimateLike } from "@vitalcore/domain";
import * as z from "zod";
import { foodInsecurity } from "../../food/food-insecurity.js";
import { prevalenceOfUndernourishment } from "../../food/food-scores.js";
import { priceAnomaly } from "../../food/price-anomaly.js";
import { raschModel } from "../../food/rasch-model.js";
import { inequalityProfile } from "../../inequality/inequality-profile.js";
import { multidimensionalPoverty } from "../../multidimensional-poverty/multidimensional-poverty.js";
import { specificationParameters } from "../../multidimensional-poverty/observations.js";
import {
  globalMpi,
  type PovertySpecification,
} from "../../multidimensional-poverty/specification.js";
import {
  extremePoverty,
  type InternationalLine,
  incomePoverty,
  internationalLines,
} from "../../poverty/income-poverty.js";
import { povertyTransitions } from "../../poverty/poverty-dynamics.js";
import { yearsOfHumanSecurity } from "../../poverty/years-of-human-security.js";
import {
  amounts,
  type CalculatorEntry,
  calculator,
  inUnit,
  partOfWhole,
  positive,
  proportion,
  share,
} from "../calculator.js";

const weights = /* @__PURE__ */ amounts.optional();
const weighted = (given: readonly number[] | undefined) =>
  given === undefined ? {} : { weights: given };

const cells = /* @__PURE__ */ z.record(
  z.string(),
  z.array(z.union([z.number(), z.string(), z.boolean(), z.null()])),
);

/** Poverty, inequality, food, work. */
export function welfareCalculators(): readonly CalculatorEntry[] {
  return [
    [
      "extreme-poverty-rate",
      calculator(
        () => ({ incomes: amounts, base: z.literal([2011, 2017, 2021]), weights }),
        extreme,
        { told: ({ base }) => ({ base, line: lineOf(base).line }) },
      ),
    ],
    [
      "national-poverty-rate",
      calculator(
        { incomes: amounts, line: positive, weights },
        ({ incomes, line, weights: w }) =>
          share(incomePoverty(incomes, line, weighted(w)).headcount),
        { told: ({ line }) => ({ line }) },
      ),
    ],
    [
      "gini",
      calculator({ incomes: amounts, weights }, ({ incomes, weights: w }) =>
        inUnit("INDEX_0_100")(100 * inequalityProfile(incomes, weighted(w)).gini),
      ),
    ],
    [
      "downside-poverty-entry",
      calculator(
        () => ({
          before: amounts,
          after: amounts,
          lines: z.strictObject({ before: positive, after: positive }),
          weights,
        }),
        ({ weights: w, ...panel }) =>
          share(povertyTransitions({ ...panel, ...weighted(w) }).entryRate),
        { told: ({ lines }) => ({ "lines.before": lines.before, "lines.after": lines.after }) },
      ),
    ],
    ...multidimensional(),
    [
      "years-human-security",
      calculator(
        () => ({
          years: amounts,
          survivors: amounts,
          generalizedPoverty: z.array(proportion).min(1),
          discountRate: proportion.optional(),
        }),
        ({ discountRate, ...lives }) =>
          inUnit("YEARS")(
            yearsOfHumanSecurity({ ...lives, ...(discountRate !== undefined && { discountRate }) })
              .value,
          ),
        { told: ({ discountRate = 0 }) => ({ discountRate }) },
      ),
    ],
    [
      "undernourishment",
      calculator({ consumption: positive, requirement: positive, variation: positive }, (i) =>
        share(prevalenceOfUndernourishment(i).value),
      ),
    ],
    [
      "food-insecurity-fies",
      calculator(
        () => ({
          data: cells,
          items: z.array(z.string()).length(8),
          weight: z.string().optional(),
        }),
        ({ data, items, weight }) =>
          share(
            foodInsecurity(raschModel(data, { items, ...(weight !== undefined && { weight }) }))
              .moderateOrSevere,
          ),
        { told: ({ weight }) => ({ weight }) },
      ),
    ],
    [
      "food-price-anomaly",
      calculator(
        () => ({
          prices: z.array(positive.nullable()).min(1),
          start: z.tuple([z.number().int(), z.number().int().min(1).max(12)]),
        }),
        ({ prices, start }) =>
          inUnit("Z_SCORE")(
            priceAnomaly({ start, prices: prices.map((price) => price ?? Number.NaN) }).value,
          ),
      ),
    ],
    ...SHARES.map((id): CalculatorEntry => [id, partOfWhole()]),
    [
      "gni-per-person",
      calculator({ income: positive, population: positive }, ({ income, population }) =>
        inUnit("PPP_DOLLAR_2021")(income / population),
      ),
    ],
  ];
}

const SHARES = [
  "social-protection-coverage",
  "unemployment-rate",
  "neet-rate",
  "informal-employment",
  "financial-account",
  "child-labour-rate",
  "stunting",
  "wasting",
  "acute-food-insecurity",
  "healthy-diet-unaffordable",
] as const;

/** By the international line of the price base: incomes and line of different bases are never compared. */
function extreme(i: {
  readonly incomes: readonly number[];
  readonly base: number;
  readonly weights?: readonly number[] | undefined;
}): EstimateLike {
  const { incomes, base } = i;
  return share(extremePoverty({ incomes, base }, lineOf(base), weighted(i.weights)).headcount);
}

function lineOf(base: number): InternationalLine {
  return internationalLines.find((each) => each.base === base) as InternationalLine;
}

const MEASURES = [
  ["multidimensional-poverty", "M0"],
  ["multidimensional-poverty-headcount", "H"],
  ["multidimensional-poverty-intensity", "A"],
] as const;

function multidimensional(): CalculatorEntry[] {
  const inputs = () => ({
    data: cells,
    specification: z.looseObject({}).optional(),
    weight: z.string().optional(),
    size: z.string().optional(),
    missing: z.enum(["error", "drop"]).optional(),
  });
  return MEASURES.map(([id, measure]) => [
    id,
    calculator(
      inputs,
      ({ data, specification, weight, size, missing }) => {
        const poverty = multidimensionalPoverty(
          data,
          (specification as PovertySpecification | undefined) ?? globalMpi,
          {
            ...(weight !== undefined && { weight }),
            ...(size !== undefined && { size }),
            ...(missing !== undefined && { missing }),
          },
        );
        const { headcount, intensity, adjustedHeadcount } = poverty;
        if (measure === "M0") return inUnit("INDEX_0_1")(adjustedHeadcount);
        return share(measure === "H" ? headcount : intensity);
      },
      {
        told: ({ specification, weight, size, missing }) => ({
          ...specificationParameters(
            (specification as PovertySpecification | undefined) ?? globalMpi,
          ),
          weight,
          size,
          missing: missing ?? "error",
        }),
      },
    ),
  ]);
}
