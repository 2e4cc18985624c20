import type { EstimateLike } from "@vitalcore/domain";
import { geometricMean, mean } from "@vitalcore/stats";
import * as z from "zod";
import { type HdrEdition, hdr2021, hdr2023, hdr2025 } from "../../human-development/edition.js";
import { gdi } from "../../human-development/gdi.js";
import { gii } from "../../human-development/gii.js";
import { hdi } from "../../human-development/hdi.js";
import { ihdi } from "../../human-development/ihdi.js";
import { phdi } from "../../human-development/phdi.js";
import {
  amount,
  amounts,
  type CalculatorEntry,
  calculator,
  inUnit,
  partOfWhole,
  positive,
  proportion,
} from "../calculator.js";

const outOfHundred = /* @__PURE__ */ z.number().min(0).max(100);
const index = /* @__PURE__ */ inUnit("INDEX_0_100");
const unitIndex = /* @__PURE__ */ inUnit("INDEX_0_1");
const ratio = /* @__PURE__ */ inUnit("RATIO");

/** Human development, and indices made of scores or shares. */
export function indexCalculators(): readonly CalculatorEntry[] {
  return [
    ...humanDevelopment(),
    [
      "uhc-index",
      calculator(
        () => ({ categories: z.array(z.array(outOfHundred).min(1)).min(1) }),
        ({ categories }) =>
          // A score of 0 has no logarithm: WHO replaces it by 1.
          index(geometricMean(categories.map((scores) => geometricMean(scores.map(notZero))))),
      ),
    ],
    [
      "ihr-capacity",
      calculator(
        () => ({ capacities: z.array(outOfHundred).min(1) }),
        ({ capacities }) => index(mean(capacities)),
      ),
    ],
    [
      "cyber-readiness",
      calculator(
        () => ({ pillars: z.array(z.number().min(0).max(20)).length(5) }),
        ({ pillars }) => index(pillars.reduce((a, b) => a + b, 0)),
      ),
    ],
    ["migrant-surveillance-exposure", partOfWhole(unitIndex)],
    [
      "vendor-concentration",
      calculator({ spending: amounts }, ({ spending }) => {
        const all = spending.reduce((a, b) => a + b, 0);
        if (all === 0) return unitIndex(null);
        return unitIndex(spending.reduce((sum, each) => sum + (each / all) ** 2, 0));
      }),
    ],
    ["adverse-impact-ratio", favourable()],
    ["pm25-exposure", weighted("concentrations", "populations", inUnit("UG_PER_M3"), amounts)],
    ["perceived-insecurity", weighted("scores", "weights", unitIndex, proportions)],
  ];
}

const notZero = (score: number) => (score === 0 ? 1 : score);

/** A weighted mean; no value where all weights are 0. */
function weighted(
  values: string,
  weights: string,
  to: (value: number | null) => EstimateLike,
  shape: z.ZodArray<z.ZodNumber>,
) {
  return calculator(
    { [values]: shape, [weights]: amounts },
    (inputs) => {
      const [of, by] = [inputs[values] as number[], inputs[weights] as number[]];
      const all = by.reduce((a, b) => a + b, 0);
      if (all === 0) return to(null);
      return to(of.reduce((sum, each, i) => sum + each * (by[i] as number), 0) / all);
    },
    {
      refine: {
        holds: (inputs) =>
          (inputs[values] as number[]).length === (inputs[weights] as number[]).length,
        message: `must be as many as ${values}`,
        path: [weights],
      },
    },
  );
}

/** Favourable decisions of a group over those of the reference, each of all decisions. */
function favourable() {
  const counts = () =>
    z
      .strictObject({ favourable: amount, decisions: positive })
      .refine((each) => each.favourable <= each.decisions, {
        message: "more favourable than all decisions",
        path: ["favourable"],
      });
  return calculator(
    () => ({ group: counts(), reference: counts() }),
    ({ group, reference }) => {
      const rate = (of: { favourable: number; decisions: number }) => of.favourable / of.decisions;
      return ratio(rate(reference) === 0 ? null : rate(group) / rate(reference));
    },
  );
}

const editions: Readonly<Record<string, HdrEdition>> = { hdr2021, hdr2023, hdr2025 };
const proportions = /* @__PURE__ */ z.array(proportion).min(1);
const edition = /* @__PURE__ */ z.enum(["hdr2021", "hdr2023", "hdr2025"]);

function humanDevelopment(): CalculatorEntry[] {
  const components = {
    lifeExpectancy: positive,
    expectedSchooling: amount,
    meanSchooling: amount,
    gniPerPerson: positive,
  };
  const person = () => z.strictObject(components);
  const work = { secondaryEducation: proportion, labourForce: proportion };
  return [
    ["human-development-index", calculator(components, (i) => unitIndex(hdi(i).value))],
    [
      "inequality-adjusted-human-development-index",
      calculator(
        { hdi: proportion, health: proportion, education: proportion, income: proportion },
        ({ hdi: whole, ...inequality }) => unitIndex(ihdi(whole, inequality).value),
      ),
    ],
    [
      "gender-development-index",
      calculator(
        () => ({ female: person(), male: person() }),
        (i) => ratio(gdi(i).value),
      ),
    ],
    [
      "gender-inequality-index",
      calculator(
        () => ({
          maternalMortality: amount,
          adolescentBirths: amount,
          female: z.strictObject({ seats: proportion, ...work }),
          male: z.strictObject(work),
          edition,
        }),
        ({ edition: name, ...i }) => unitIndex(gii(i, editions[name] as HdrEdition).value),
      ),
    ],
    [
      "planetary-pressures-adjusted-human-development-index",
      calculator(
        () => ({
          hdi: proportion,
          carbonDioxide: amount,
          materialFootprint: amount,
          // The maxima of other editions are not known.
          edition: z.enum(["hdr2021", "hdr2025"]),
        }),
        ({ edition: name, ...i }) => {
          const { pressureMaxima } = editions[name] as Required<HdrEdition>;
          return unitIndex(phdi(i, pressureMaxima).value);
        },
      ),
    ],
  ];
}
