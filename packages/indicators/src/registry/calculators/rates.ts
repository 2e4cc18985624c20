import * as z from "zod";
import { breachExposure } from "../../digital-governance/breach-exposure.js";
import { scamHarm } from "../../digital-governance/scam-harm.js";
import { disasterIndicators } from "../../environment/disaster-impact.js";
import { pm25ExposureOf } from "../../environment/pm25-exposure.js";
import { catastrophicSpending } from "../../health/health-spending.js";
import { crudeRate } from "../../rates/crude-rate.js";
import { probabilityOfDying } from "../../rates/standardized-rate.js";
import {
  amount,
  amounts,
  type CalculatorEntry,
  calculator,
  inUnit,
  partOfWhole,
  perPerson,
  positive,
  proportion,
  share,
  wholeCount,
} from "../calculator.js";

/** Rates of people and events, shares of people, probabilities of dying. */
export function rateCalculators(): readonly CalculatorEntry[] {
  return [
    ...EVENTS.map((id): CalculatorEntry => [id, eventsPerPerson()]),
    ...PEOPLE.map((id): CalculatorEntry => [id, perPerson()]),
    ...SHARES.map((id): CalculatorEntry => [id, partOfWhole()]),
    [
      "under-five-mortality",
      calculator(
        () => ({ probabilities: z.array(proportion).min(1) }),
        ({ probabilities }) =>
          share(1 - probabilities.reduce((alive, dying) => alive * (1 - dying), 1)),
      ),
    ],
    [
      "ncd-premature-mortality",
      calculator({ rates: amounts }, ({ rates }) => share(probabilityOfDying(rates))),
    ],
    [
      "disaster-affected",
      calculator(
        () => ({ disasters: disasters(), population: positive }),
        ({ disasters: given, population }) => {
          const people = given.map(({ loss: _, ...counts }) => counts);
          return share(disasterIndicators(people, { population }).affected?.value ?? null);
        },
      ),
    ],
    [
      "disaster-economic-loss",
      calculator(
        () => ({ disasters: disasters(), population: positive, output: positive }),
        ({ disasters: given, ...of }) => share(disasterIndicators(given, of).loss?.value ?? null),
      ),
    ],
    [
      "pm25-exposure",
      calculator(
        () => ({
          areas: z
            .array(
              z.strictObject({
                area: z.string().min(1),
                population: amount,
                concentration: z.nullable(amount),
              }),
            )
            .min(1),
        }),
        ({ areas }) => {
          const { value, unit } = pm25ExposureOf(areas);
          return { value, unit };
        },
      ),
    ],
    [
      "catastrophic-health-spending",
      calculator(
        () => ({
          health: amounts,
          total: amounts,
          weights: z.exactOptional(amounts),
          threshold: proportion,
        }),
        ({ threshold, ...spending }) => share(catastrophicSpending(spending, threshold).value),
        { told: ({ threshold }) => ({ threshold }) },
      ),
    ],
    [
      "data-breach-exposure",
      calculator(
        () => ({
          breaches: z
            .array(z.strictObject({ id: z.string().min(1), records: z.nullable(amount) }))
            .min(1),
          population: positive,
        }),
        ({ breaches, population }) => share(breachExposure(breaches, population).value),
      ),
    ],
    [
      "digital-brain-drain",
      calculator({ left: amount, came: amount, specialists: positive }, (i) =>
        share((i.left - i.came) / i.specialists),
      ),
    ],
    [
      "scam-loss",
      calculator({ loss: amount, population: positive }, (scams) =>
        inUnit("CURRENCY_PER_PERSON")(scamHarm(scams).loss?.value ?? null),
      ),
    ],
    [
      "scam-victimization",
      calculator({ victims: amount, population: positive }, (scams) =>
        share(scamHarm(scams).victimization?.value ?? null),
      ),
    ],
  ];
}

/** Disasters of one year, each once. */
function disasters() {
  const known = z.exactOptional(amount);
  return z
    .array(
      z.strictObject({
        deaths: known,
        missing: known,
        injured: known,
        housing: known,
        livelihoods: known,
        loss: known,
      }),
    )
    .min(1);
}

/** Events that are counted, with exact limits. */
const eventsPerPerson = () =>
  calculator({ events: wholeCount, population: positive }, (i) => crudeRate(i));

const EVENTS = [
  "homicide-rate",
  "conflict-death-rate",
  "organized-violence-events",
  "maternal-mortality",
  "hiv-incidence",
] as const;

const PEOPLE = [
  "idp-share",
  "refugees-by-origin",
  "hosting-burden",
  "trafficking-detected",
  "air-pollution-mortality",
  "voter-turnout",
] as const;

const SHARES = [
  "women-in-parliament",
  "birth-registration",
  "safe-water",
  "land-degradation",
  "early-warning-coverage",
  "unsentenced-detainees",
  "dpg-adoption",
  "it-contract-transparency",
  "service-accessibility",
] as const;
