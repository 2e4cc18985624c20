import type { EstimateLike } from "@vitalcore/domain";
import { mean } from "@vitalcore/stats";
import * as z from "zod";
import { adverseImpact } from "../../digital-governance/adverse-impact.js";
import { vendorConcentrationOf } from "../../digital-governance/vendor-concentration.js";
import { serviceCoverage } from "../../health/service-coverage.js";
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
  wholeCount,
} from "../calculator.js";

const outOfHundred = /* @__PURE__ */ z.number().min(0).max(100);
const index = /* @__PURE__ */ inUnit("INDEX_0_100");
const unitIndex = /* @__PURE__ */ inUnit("INDEX_0_1");
const ratio = /* @__PURE__ */ inUnit("RATIO");

/** Human development, and indices made of scores or shares. */
export function indexCalculators(): readonly CalculatorEntry[] {
  return [
    ...humanDevelopment(),
    ["uhc-index", serviceIndex()],
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
      calculator(
        () => ({
          spending: z.array(z.strictObject({ vendor: z.string().min(1), value: amount })).min(1),
        }),
        ({ spending }) => {
          const { value, unit } = vendorConcentrationOf(spending);
          return { value, unit };
        },
      ),
    ],
    ["adverse-impact-ratio", impactRatio()],
    ["perceived-insecurity", weighted("scores", "weights", unitIndex, proportions)],
  ];
}

function serviceIndex() {
  const tracers = () => z.record(z.string(), z.nullable(proportion));
  return calculator(
    () => ({
      reproductiveAndChild: tracers(),
      infectious: tracers(),
      noncommunicable: tracers(),
      capacity: tracers(),
    }),
    (given) => {
      const { value, unit } = serviceCoverage(given);
      return { value, unit };
    },
  );
}

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

/** Favourable decisions of a group against those of the reference, with limits. */
function impactRatio() {
  const decisions = () => z.strictObject({ favourable: wholeCount, total: positive });
  return calculator(
    () => ({ group: decisions(), reference: decisions() }),
    (groups) => {
      const [impact] = adverseImpact(groups, { reference: "reference" }).groups;
      const { value = null, interval = null } = impact ?? {};
      return { ...ratio(value), interval };
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
        { told: (i) => ({ edition: i.edition }) },
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
        { told: (i) => ({ edition: i.edition }) },
      ),
    ],
  ];
}
