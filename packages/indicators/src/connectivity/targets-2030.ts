import type { Observation } from "@vitalcore/domain";

/** A target for a year, in the unit of its indicator. */
export interface ConnectivityTarget {
  /** Id of the indicator. */
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
  /** Which values meet it: those at or above, at or below, or within `within` of it. */
  readonly rule: "at least" | "at most" | "within";
  /** For the rule `within`: half the width of the band. */
  readonly within?: number;
  /** Who or what it is of. */
  readonly scope: string;
}

/**
 * The targets for 2030 that an indicator of the catalogue measures. They are aspirational: 100 % means everybody.
 *
 * Source: ITU and Office of the UN Secretary-General's Envoy on Technology (2022), Achieving universal and meaningful
 * digital connectivity: aspirational targets for 2030; parity from 0.98 to 1.02: ITU (2022), Facts and Figures.
 */
export const connectivityTargets2030: readonly ConnectivityTarget[] = [
  /* @__PURE__ */ everybody("internet-use", "people aged 15 and over"),
  /* @__PURE__ */ everybody("device-ownership", "people aged 15 and over"),
  /* @__PURE__ */ everybody("household-internet", "households"),
  /* @__PURE__ */ everybody("school-connectivity", "schools"),
  /* @__PURE__ */ everybody("mobile-broadband-coverage", "people, by the newest technology"),
  /* @__PURE__ */ everybody("skills-basic", "people aged 15 and over", 70),
  /* @__PURE__ */ parityTarget("gender-parity-score"),
  /* @__PURE__ */ parityTarget("mobile-ownership-parity-score"),
  {
    indicator: "affordability-ratio",
    value: 2,
    unit: "PERCENT",
    rule: "at most",
    scope: "of gross national income per person; of the income of the poorest 40 % too",
  },
];

function everybody(indicator: string, scope: string, value = 100): ConnectivityTarget {
  return { indicator, value, unit: "PERCENT", rule: "at least", scope };
}

function parityTarget(indicator: string): ConnectivityTarget {
  return {
    indicator,
    value: 1,
    unit: "RATIO",
    rule: "within",
    within: 0.02,
    scope: "women to men",
  };
}

/** How far an observation is from a target. */
export interface TargetDistance {
  readonly observation: Observation;
  readonly target: ConnectivityTarget;
  /** Still to go, in the unit of the indicator: 0 where the target is met. */
  readonly distance: number;
  readonly isMet: boolean;
}

/**
 * How far observations are from the targets for 2030, in the unit of the indicator. When a target is reached if things go on says
 * {@link projectTarget}.
 *
 * @param observations - those of other indicators, in other units and without a value are passed over.
 * @param targets - {@link connectivityTargets2030} if left out.
 * @returns one entry for each observation and target of its indicator.
 *
 * Source: as {@link connectivityTargets2030}, ITU (2022).
 *
 * @example
 * ```ts
 * import { targetDistances } from "@vitalcore/indicators/connectivity";
 * const [skills] = targetDistances([
 *   { indicator: "skills-basic", area: "NAM", period: "2018", value: 42, unit: "PERCENT" },
 * ]);
 * skills?.distance; // => 28
 * skills?.isMet; // => false
 * ```
 */
export function targetDistances(
  observations: readonly Observation[],
  targets: readonly ConnectivityTarget[] = connectivityTargets2030,
): TargetDistance[] {
  return observations.flatMap((observation) =>
    targets
      .filter(
        ({ indicator, unit }) => indicator === observation.indicator && unit === observation.unit,
      )
      .flatMap((target) => {
        if (observation.value === null) return [];
        const distance = stillToGo(observation.value, target);
        return [{ observation, target, distance, isMet: distance === 0 }];
      }),
  );
}

function stillToGo(found: number, { value, rule, within = 0 }: ConnectivityTarget): number {
  if (rule === "at least") return Math.max(0, value - found);
  if (rule === "at most") return Math.max(0, found - value);
  const beyond = Math.abs(found - value) - within;
  // 1.02 - 1 exceeds 0.02 by the rounding of doubles.
  return beyond > 1e-12 ? beyond : 0;
}
