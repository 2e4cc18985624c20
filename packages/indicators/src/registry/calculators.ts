import type { EstimateLike } from "@vitalcore/domain";
import * as z from "zod";
import { affordability } from "../connectivity/affordability.js";
import { connectivityGaps } from "../connectivity/gaps.js";
import { parity } from "../connectivity/parity.js";
import { prevalenceOfUndernourishment } from "../food/food-scores.js";
import { crudeRate } from "../rates/crude-rate.js";
import { platformActionRate } from "../violence/response.js";

/** Computes the value of an indicator from checked inputs. */
export interface Calculator {
  /** Shape of the inputs; numbers are proportions, counts or money, as their names say. */
  readonly inputs: z.ZodObject;
  readonly compute: (inputs: never) => EstimateLike;
}

const proportion = z.number().min(0).max(1);
const count = z.number().min(0);
const positive = z.number().positive();

function calculator<Shape extends z.ZodRawShape>(
  shape: Shape,
  compute: (inputs: z.infer<z.ZodObject<Shape>>) => EstimateLike,
): Calculator {
  return { inputs: z.strictObject(shape), compute: compute as Calculator["compute"] };
}

const share = (value: number | null): EstimateLike => ({ value, scale: "proportion" });
const coverageAndUse = { coverage: proportion, use: proportion };
const sexes = { female: proportion, male: proportion };
const events = { events: z.number().int().min(0), population: positive };
const people = { count, population: positive };

const womenAndMen = ({ female, male }: { female: number; male: number }) =>
  parity({ group: female, reference: male });

const ratio = (value: number | null): EstimateLike => ({ value, unit: "RATIO" });

/** A share of a whole: the part cannot exceed it. */
function partOfWhole(): Calculator {
  const { inputs, compute } = calculator({ part: count, whole: positive }, ({ part, whole }) =>
    share(part / whole),
  );
  const refined = inputs.refine(({ part, whole }) => (part as number) <= (whole as number), {
    message: "the part exceeds the whole",
    path: ["part"],
  });
  return { inputs: refined, compute };
}

const rateOfPeople = () =>
  calculator(people, ({ count: counted, population }) => share(counted / population));

/** The calculators by id of the indicator; made anew, so that nothing happens on import. */
export function calculatorsById(): ReadonlyMap<string, Calculator> {
  return new Map<string, Calculator>([
    ["coverage-gap", calculator({ coverage: proportion }, ({ coverage }) => share(1 - coverage))],
    ["usage-gap", calculator(coverageAndUse, (i) => share(connectivityGaps(i).usageGap))],
    [
      "usage-gap-covered",
      calculator(coverageAndUse, (i) => share(connectivityGaps(i).usageGapCovered)),
    ],
    ["offline-share", calculator({ use: proportion }, ({ use }) => share(1 - use))],
    [
      "offline-population",
      calculator({ use: proportion, population: positive }, ({ use, population }) => ({
        value: (1 - use) * population,
        unit: "PERSONS",
      })),
    ],
    ["gender-parity-score", calculator(sexes, (i) => ratio(womenAndMen(i).score))],
    ["gender-gap-absolute", calculator(sexes, (i) => share(womenAndMen(i).absoluteGap))],
    ["gender-gap-relative", calculator(sexes, (i) => share(womenAndMen(i).relativeGap))],
    ["mobile-ownership-parity-score", calculator(sexes, (i) => ratio(womenAndMen(i).score))],
    ["mobile-ownership-gender-gap", calculator(sexes, (i) => share(womenAndMen(i).absoluteGap))],
    [
      "mobile-ownership-gender-gap-relative",
      calculator(sexes, (i) => share(womenAndMen(i).relativeGap)),
    ],
    [
      "affordability-ratio",
      calculator({ monthlyPrice: positive, annualIncomePerPerson: positive }, affordability),
    ],
    ["homicide-rate", calculator(events, (i) => crudeRate(i))],
    ["conflict-death-rate", calculator(events, (i) => crudeRate(i))],
    ["idp-share", rateOfPeople()],
    ["refugees-by-origin", rateOfPeople()],
    ["hosting-burden", rateOfPeople()],
    ["disaster-affected", rateOfPeople()],
    ["trafficking-detected", rateOfPeople()],
    [
      "undernourishment",
      calculator({ consumption: positive, requirement: positive, variation: positive }, (i) =>
        share(prevalenceOfUndernourishment(i).value),
      ),
    ],
    [
      "tfvaw-platform-action-rate",
      calculator({ reports: z.number().int().min(0), actioned: z.number().int().min(0) }, (i) =>
        share(platformActionRate(i).value),
      ),
    ],
    ...[
      "women-in-parliament",
      "social-protection-coverage",
      "birth-registration",
      "safe-water",
      "school-connectivity",
      "health-facility-connectivity",
      "household-internet",
      "early-warning-coverage",
      "unsentenced-detainees",
      "dpg-adoption",
      "it-contract-transparency",
      "service-accessibility",
    ].map((id): [string, Calculator] => [id, partOfWhole()]),
  ]);
}
