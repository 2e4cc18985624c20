import { type Finding, throwIfErrors } from "@vitalcore/core";
import { notNegative, positive, requireInputs } from "../input-checks.js";
import { find } from "./catalog.js";

/** Scams of a year in a place, on record or from a survey. */
export interface Scams {
  /** People at mid-year, or all internet users: state which. */
  readonly population: number;
  /** People who lost money or data, each counted once; estimated from a survey, or on record. */
  readonly victims?: number;
  /** Money lost, in one currency and at current prices. */
  readonly loss?: number;
  /** Gross domestic product of the year in the same currency. */
  readonly output?: number;
}

/** What scams did to a population; `null` where it is not known. */
export interface ScamHarm {
  /** Share of people who were victims: for `scamVictimization`. */
  readonly victimization: { readonly value: number; readonly scale: "proportion" } | null;
  /** Loss per person: for `scamLoss`. */
  readonly loss: { readonly value: number; readonly unit: "CURRENCY_PER_PERSON" } | null;
  readonly lossPerVictim: number | null;
  /** Loss as a share of output: another quantity than loss per person. */
  readonly shareOfOutput: number | null;
  readonly findings: readonly Finding[];
}

/**
 * Scams: how many people fall victim to them and what they lose. Counts on record are a minimum: most victims do not report, and
 * who reports has lost more than others, so that loss per victim is a mean of those who report.
 *
 * @param scams - people, victims, loss, output of one year and place.
 * @throws VitalError `indicators/invalid-input`, `indicators/more-than-whole`.
 *
 * Source: UNODC and UNECE (2010), Manual on victimization surveys (prevalence); Button and Cross (2017), Cyber frauds, scams
 * and their victims (reporting of losses).
 *
 * @example
 * ```ts
 * import { scamHarm } from "@vitalcore/indicators/digital-governance";
 * const { victimization, loss, lossPerVictim } = scamHarm({ population: 500_000, victims: 20_000, loss: 9_000_000 });
 * victimization?.value; // => 0.04
 * loss?.value; // => 18
 * lossPerVictim; // => 450
 * ```
 */
export function scamHarm(scams: Scams): ScamHarm {
  const { population, victims, loss, output } = scams;
  requireInputs([
    positive("population", population),
    ...(victims === undefined ? [] : [notNegative("victims", victims)]),
    ...(loss === undefined ? [] : [notNegative("loss", loss)]),
    ...(output === undefined ? [] : [positive("output", output)]),
  ]);
  if (victims !== undefined && victims > population) {
    const facts = { name: "victims", whole: population };
    throwIfErrors([find("indicators/more-than-whole", { found: victims, facts })]);
  }
  const isLost = loss !== undefined && loss > 0;
  return {
    victimization:
      victims === undefined ? null : { value: victims / population, scale: "proportion" },
    loss: loss === undefined ? null : { value: loss / population, unit: "CURRENCY_PER_PERSON" },
    lossPerVictim: loss === undefined || !victims ? null : loss / victims,
    shareOfOutput: loss === undefined || output === undefined ? null : loss / output,
    findings:
      isLost && victims === 0 ? [find("indicators/loss-without-victims", { found: loss })] : [],
  };
}
