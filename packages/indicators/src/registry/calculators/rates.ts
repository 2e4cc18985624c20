import * as z from "zod";
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
      "disaster-economic-loss",
      calculator({ loss: amount, grossDomesticProduct: positive }, (i) =>
        share(i.loss / i.grossDomesticProduct),
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
      calculator({ loss: amount, population: positive }, ({ loss, population }) =>
        inUnit("CURRENCY_PER_PERSON")(loss / population),
      ),
    ],
  ];
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
  "disaster-affected",
  "trafficking-detected",
  "air-pollution-mortality",
  "data-breach-exposure",
  "voter-turnout",
] as const;

const SHARES = [
  "women-in-parliament",
  "birth-registration",
  "safe-water",
  "land-degradation",
  "catastrophic-health-spending",
  "early-warning-coverage",
  "unsentenced-detainees",
  "dpg-adoption",
  "it-contract-transparency",
  "service-accessibility",
] as const;
