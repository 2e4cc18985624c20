import * as z from "zod";
import {
  affordability,
  affordabilityGap,
  affordabilityTargets,
} from "../../connectivity/affordability.js";
import { facilityConnectivity, schoolStandard2030 } from "../../connectivity/facilities.js";
import { connectivityGaps } from "../../connectivity/gaps.js";
import { parity } from "../../connectivity/parity.js";
import { shutdownDays } from "../../connectivity/shutdown-days.js";
import {
  amount,
  type CalculatorEntry,
  calculator,
  inUnit,
  partOfWhole,
  perPerson,
  positive,
  proportion,
  share,
} from "../calculator.js";

const ratio = /* @__PURE__ */ inUnit("RATIO");
const known = /* @__PURE__ */ z.exactOptional(/* @__PURE__ */ z.nullable(amount));

/** Coverage, use, divides, affordability, skills, facilities. */
export function connectivityCalculators(): readonly CalculatorEntry[] {
  return [
    ["internet-use", partOfWhole()],
    ["mobile-broadband-coverage", partOfWhole()],
    ["device-ownership", partOfWhole()],
    ["skills-basic", partOfWhole()],
    ["quality-gap", partOfWhole()],
    ["meaningful-connectivity", partOfWhole()],
    ["device-gap", partOfWhole()],
    ["household-internet", partOfWhole()],
    ["health-facility-connectivity", partOfWhole()],
    ["school-connectivity", partOfWhole()],
    ["school-connectivity-gap", schoolGap()],
    ["fixed-broadband", perPerson()],
    [
      "coverage-gap",
      calculator({ coverage: proportion }, ({ coverage }) => share(1 - coverage), {
        observed: { coverage: "coverage" },
      }),
    ],
    ["usage-gap", usageCalculator("usageGap")],
    ["usage-gap-covered", usageCalculator("usageGapCovered")],
    [
      "offline-share",
      calculator({ use: proportion }, ({ use }) => share(1 - use), { observed: { use: "use" } }),
    ],
    [
      "offline-population",
      calculator({ use: proportion, population: positive }, ({ use, population }) => ({
        value: (1 - use) * population,
        unit: "PERSONS",
      })),
    ],
    [
      "generation-gap-network",
      contained("older", "newer", { older: "C3", newer: "C4" }, (older, newer) => older - newer),
    ],
    [
      "skills-gap",
      calculator({ skilled: proportion }, ({ skilled }) => share(1 - skilled), {
        observed: { skilled: "skillsBasic" },
      }),
    ],
    [
      "skills-use-gap",
      contained("use", "skilled", { use: "use", skilled: "skillsBasic" }, (use, skilled) =>
        use === 0 ? null : (use - skilled) / use,
      ),
    ],
    [
      "meaningful-connectivity-gap",
      contained(
        "use",
        "meaningful",
        { use: "internetUse", meaningful: "meaningfulConnectivity" },
        (use, meaningful) => use - meaningful,
      ),
    ],
    ...genderDivide("use", {
      score: "gender-parity-score",
      absolute: "gender-gap-absolute",
      relative: "gender-gap-relative",
    }),
    ...genderDivide("own", {
      score: "mobile-ownership-parity-score",
      absolute: "mobile-ownership-gender-gap",
      relative: "mobile-ownership-gender-gap-relative",
    }),
    ["urban-rural-gap", difference("urban", "rural", "U", "R")],
    [
      "urban-rural-ratio",
      calculator(
        { urban: proportion, rural: proportion },
        ({ urban, rural }) => ratio(rural === 0 ? null : urban / rural),
        { observed: { urban: "value(U)", rural: "value(R)" } },
      ),
    ],
    ["generational-gap", difference("young", "old", "15-24", "65+")],
    ["income-gap-internet", difference("richest", "poorest", "Q5", "Q1")],
    ["disability-gap-internet", difference("withoutDisability", "withDisability", "PWD", "PD")],
    [
      "affordability-ratio",
      calculator({ monthlyPrice: positive, annualIncomePerPerson: positive }, affordability),
    ],
    [
      "device-affordability",
      calculator({ devicePrice: positive, monthlyIncome: positive }, (i) =>
        share(i.devicePrice / i.monthlyIncome),
      ),
    ],
    [
      "affordability-gap",
      calculator(
        () => ({ share: positive, target: z.number().positive().max(1).optional() }),
        ({ share: price, target }) => {
          const rule = affordabilityTargets.broadbandCommission2018;
          return share(affordabilityGap(price, { ...rule, share: target ?? rule.share }));
        },
        {
          observed: { share: "affordabilityRatio" },
          told: ({ target }) => ({
            target: target ?? affordabilityTargets.broadbandCommission2018.share,
          }),
        },
      ),
    ],
    [
      "internet-shutdown-days",
      calculator(
        () => ({
          shutdowns: z.array(z.strictObject({ from: z.string(), to: z.string() })),
          window: z.strictObject({ from: z.string(), to: z.string() }),
        }),
        ({ shutdowns, window }) => inUnit("DAYS")(shutdownDays(shutdowns, window)),
        { told: ({ window: { from, to } }) => ({ from, to }) },
      ),
    ],
  ];
}

/** Use above coverage measures other people: no gap, and status "D". */
function usageCalculator(gap: "usageGap" | "usageGapCovered") {
  return calculator(
    { coverage: proportion, use: proportion },
    (shares) => {
      const gaps = connectivityGaps(shares);
      const differs = gaps.findings.some(({ code }) => code === "indicators/definition-differs");
      return { ...share(gaps[gap]), ...(differs && { status: ["O", "D"] as const }) };
    },
    { observed: { coverage: "coverage", use: "use" } },
  );
}

function difference(upper: string, lower: string, above: string, below: string) {
  return calculator(
    { [upper]: proportion, [lower]: proportion },
    (inputs) => share((inputs[upper] as number) - (inputs[lower] as number)),
    { observed: { [upper]: `value(${above})`, [lower]: `value(${below})` } },
  );
}

/** Of two shares of one population the second is part of the first. */
function contained(
  whole: string,
  part: string,
  observed: Readonly<Record<string, string>>,
  compute: (whole: number, part: number) => number | null,
) {
  return calculator(
    { [whole]: proportion, [part]: proportion },
    (inputs) => share(compute(inputs[whole] as number, inputs[part] as number)),
    {
      observed,
      refine: {
        holds: (inputs) => (inputs[part] as number) <= (inputs[whole] as number),
        message: `exceeds ${whole}, of which it is a part`,
        path: [part],
      },
    },
  );
}

function genderDivide(
  input: string,
  ids: { readonly score: string; readonly absolute: string; readonly relative: string },
): CalculatorEntry[] {
  const sexes = { female: proportion, male: proportion };
  const observed = { female: `${input}(F)`, male: `${input}(M)` };
  const womenAndMen = ({ female, male }: { female: number; male: number }) =>
    parity({ group: female, reference: male });
  return [
    [ids.score, calculator(sexes, (i) => ratio(womenAndMen(i).score), { observed })],
    [ids.absolute, calculator(sexes, (i) => share(womenAndMen(i).absoluteGap), { observed })],
    [ids.relative, calculator(sexes, (i) => share(womenAndMen(i).relativeGap), { observed })],
  ];
}

function schoolGap() {
  const facility = () =>
    z.strictObject({
      connected: z.boolean().nullable(),
      speed: known,
      people: known,
      data: known,
    });
  return calculator(
    () => ({ schools: z.array(facility()).min(1) }),
    ({ schools }) => {
      const { meetsStandard } = facilityConnectivity(
        schools.map(({ connected, speed = null, people = null, data = null }) => ({
          connected,
          speed,
          people,
          data,
        })),
        schoolStandard2030,
      );
      return share(meetsStandard === null ? null : 1 - meetsStandard);
    },
  );
}
