import { sum } from "@vitalcore/stats";
import { between, notNegative, positive, requireInputs, wholeCount } from "../input-checks.js";

/** What a disaster did, attributed to it; those parts that are not known are left out. */
export interface DisasterImpact {
  readonly deaths?: number;
  readonly missing?: number;
  /** Injured or ill. */
  readonly injured?: number;
  /** Whose dwelling was damaged or destroyed. */
  readonly housing?: number;
  /** Whose livelihood was disrupted or destroyed. */
  readonly livelihoods?: number;
  /** Direct economic loss, in the currency of the output. */
  readonly loss?: number;
}

/** A rate per head or a share, with the parts that entered it. */
export interface DisasterRate {
  /** Per head (or of output): `observe` expresses it in the unit of the definition. */
  readonly value: number;
  readonly scale: "proportion";
  /** The sum before it is divided. */
  readonly total: number;
}

/** Impact of the disasters of a year; `null` where no part of it is known. */
export interface DisasterIndicators {
  /** deaths and missing people. */
  readonly mortality: DisasterRate | null;
  /** B-1: injured, and those whose dwelling or livelihood was hit. One person may be counted under several. */
  readonly directlyAffected: DisasterRate | null;
  /** SDG 1.5.1: both together. */
  readonly affected: DisasterRate | null;
  /** C-1 and SDG 1.5.2: direct economic loss over output. */
  readonly loss: DisasterRate | null;
  /** In how many disasters each part is not known: it counts as nothing there, and the rates are too low. */
  readonly unknown: Readonly<Record<keyof DisasterImpact, number>>;
}

const PARTS = ["deaths", "missing", "injured", "housing", "livelihoods", "loss"] as const;

/**
 * Deaths, people affected and direct economic loss from the disasters of a year, as the Sendai Framework counts them.
 *
 * @param disasters - of one year and country, each once.
 * @param of - `population` at mid-year; `output`: gross domestic product of the year, in the same currency as the losses.
 * @throws VitalError `indicators/invalid-input`, also where losses are given and the output is not.
 *
 * Source: UNDRR (2017), Technical guidance for monitoring and reporting on progress in achieving the global targets of the
 * Sendai Framework for Disaster Risk Reduction, targets A, B and C.
 *
 * @example
 * ```ts
 * import { observe } from "@vitalcore/domain";
 * import { disasterAffected } from "@vitalcore/domain/indicators";
 * import { disasterIndicators } from "@vitalcore/indicators/environment";
 * const { affected, loss, unknown } = disasterIndicators(
 *   [
 *     { deaths: 12, missing: 3, injured: 85, housing: 4000, loss: 2_000_000 },
 *     { deaths: 1, injured: 9 },
 *   ],
 *   { population: 2_000_000, output: 4_000_000_000 },
 * );
 * observe(disasterAffected, affected!, { area: "NAM", period: "2018" }).value; // => 205.5
 * loss?.value; // => 0.0005
 * unknown.housing; // => 1
 * ```
 */
export function disasterIndicators(
  disasters: readonly DisasterImpact[],
  of: { readonly population: number; readonly output?: number },
): DisasterIndicators {
  const { population, output } = of;
  const hasLoss = disasters.some(({ loss }) => loss !== undefined);
  requireInputs([
    positive("population", population),
    ...(hasLoss || output !== undefined
      ? [
          positive(
            "output",
            output,
            "a positive gross domestic product in the currency of the losses",
          ),
        ]
      : []),
    ...disasters.flatMap((disaster, i) =>
      PARTS.filter((part) => disaster[part] !== undefined).map((part) => {
        const name = `${part} of disaster ${i + 1}`;
        return part === "loss"
          ? notNegative(name, disaster.loss)
          : wholeCount(name, disaster[part]);
      }),
    ),
  ]);
  const dead = sum(disasters.flatMap(({ deaths, missing }) => [deaths ?? 0, missing ?? 0]));
  requireInputs([between("the number of people dead and missing", dead, 0, population)]);
  const rate = (parts: readonly (keyof DisasterImpact)[], denominator: number) => {
    const known = disasters.flatMap((disaster) => parts.flatMap((part) => disaster[part] ?? []));
    if (known.length === 0) return null;
    const total = sum(known);
    return { value: total / denominator, scale: "proportion" as const, total };
  };
  const killed = ["deaths", "missing"] as const;
  const hit = ["injured", "housing", "livelihoods"] as const;
  return {
    mortality: rate(killed, population),
    directlyAffected: rate(hit, population),
    affected: rate([...killed, ...hit], population),
    loss: hasLoss ? rate(["loss"], output as number) : null,
    unknown: Object.fromEntries(
      PARTS.map((part) => [part, disasters.filter((each) => each[part] === undefined).length]),
    ) as Record<keyof DisasterImpact, number>,
  };
}
