import type { Finding } from "@vitalcore/core";
import { type IndicatorDefinition, type Observation, TOTAL } from "@vitalcore/domain";
import { normalQuantile } from "@vitalcore/stats/distributions";
import { find as findInput } from "../catalog.js";
import { type Calculated, derive, proportionOf } from "../derive.js";
import { between, oneOf, requireInputs } from "../input-checks.js";
import { byPlace } from "../pairing.js";
import { find } from "./catalog.js";

/** Options of {@link groupGaps}. */
export interface GroupGapOptions {
  /**
   * The two shares come from samples that have nothing to do with each other, so that their standard errors make one of the gap.
   * False if left out: shares of one survey go together, and their gap is estimated from microdata.
   */
  readonly independent?: boolean;
  /** Confidence level of the interval; 0.95 if left out. */
  readonly level?: number;
}

interface Divide {
  readonly axis: string;
  readonly upper: string;
  readonly lower: string;
  readonly isRatio: boolean;
}

/**
 * A divide between two groups wherever a share is observed for both: urban and rural people, young and old, the richest and the poorest fifth,
 * with and without disability, by education, or any other that `divide` of `@vitalcore/domain/indicators` defines. The
 * definition says which groups, and whether it is a difference or a ratio. For women and men see {@link parities}.
 *
 * @param shares - observations of the indicator that is compared, broken down by the axis.
 * @param definition - a divide: two inputs of one indicator, for two categories of one axis.
 * @param options - `independent`, `level`.
 * @returns one observation for each pair; groups without a partner are reported, and a ratio to a share of 0 is missing
 *   (status "M").
 * @throws VitalError `indicators/invalid-input` for a definition that is no divide.
 *
 * Source: ITU (2020), Manual for Measuring ICT Access and Use by Households and Individuals, on disaggregation; the
 * limits of a ratio: Katz et al. (1978), Biometrics 34.
 *
 * @example
 * ```ts
 * import { urbanRuralGap } from "@vitalcore/domain/indicators";
 * import { groupGaps } from "@vitalcore/indicators/connectivity";
 * const at = { indicator: "internet-use", area: "NAM", period: "2018", unit: "PERCENT" };
 * const { observations } = groupGaps(
 *   [
 *     { ...at, breakdown: { urbanisation: "U" }, value: 67 },
 *     { ...at, breakdown: { urbanisation: "R" }, value: 31 },
 *   ],
 *   urbanRuralGap,
 * );
 * observations[0]?.value; // => 36
 * ```
 */
export function groupGaps(
  shares: readonly Observation[],
  definition: IndicatorDefinition,
  options: GroupGapOptions = {},
): Calculated {
  const { level = 0.95 } = options;
  const divide = divideOf(definition);
  requireInputs([between("the level", level, 0.5, 0.9999)]);
  const { axis, upper, lower } = divide;
  const findings: Finding[] = [];
  const ofCategory = (category: string) =>
    byPlace(
      shares.filter(({ breakdown }) => breakdown?.[axis] === category),
      findings,
      axis,
    );
  const uppers = ofCategory(upper);
  const lowers = ofCategory(lower);
  const observations = [...uppers].flatMap(([key, above]) => {
    const below = lowers.get(key);
    if (below !== undefined) return gap(above, below, definition, divide, options, findings);
    findings.push(unpaired(above, `${axis} = ${upper}`, `${axis} = ${lower}`));
    return [];
  });
  for (const [key, below] of lowers) {
    if (!uppers.has(key))
      findings.push(unpaired(below, `${axis} = ${lower}`, `${axis} = ${upper}`));
  }
  return { observations, findings };
}

function unpaired({ area, period }: Observation, present: string, absent: string): Finding {
  return findInput("indicators/unpaired-observation", { facts: { area, period, present, absent } });
}

/** The groups of a divide, as its inputs say. */
function divideOf({ id, inputs = [], unit }: IndicatorDefinition): Divide {
  const [first, second] = inputs;
  const categories = [first, second].map((input) =>
    Object.entries(input?.breakdown ?? {}).filter(([, category]) => category !== TOTAL),
  );
  const [[axis, upper] = ["", ""]] = categories[0] ?? [];
  const [[other, lower] = ["", ""]] = categories[1] ?? [];
  const isDivide =
    inputs.length === 2 &&
    first?.indicator !== undefined &&
    first.indicator === second?.indicator &&
    categories.every((list) => list.length === 1) &&
    axis === other;
  requireInputs([
    {
      name: "the definition",
      value: id,
      wanted: "a divide: one indicator, two categories of one axis",
      isMet: isDivide,
    },
    oneOf(`the unit of ${id}`, unit, ["PERCENTAGE_POINT", "RATIO"]),
  ]);
  return { axis, upper, lower, isRatio: unit === "RATIO" };
}

function gap(
  above: Observation,
  below: Observation,
  definition: IndicatorDefinition,
  { axis, upper, lower, isRatio }: Divide,
  { independent = false, level = 0.95 }: GroupGapOptions,
  findings: Finding[],
): Observation[] {
  const inputs = [above, below] as const;
  const [p, q] = [proportionOf(above, findings), proportionOf(below, findings)];
  const remarks = { withoutAxis: axis, parameters: { axis, group: lower, reference: upper } };
  if (p === null || q === null) return derive(definition, null, inputs, findings, remarks);
  if (isRatio && q === 0) {
    findings.push(find("indicators/zero-reference", { place: { unit: below.area } }));
    return derive(definition, null, inputs, findings, { ...remarks, status: ["M"] });
  }
  const errors = inputs.map((each, i) => errorOf(each, i === 0 ? p : q));
  const [a, b] = errors;
  const known = independent && a !== undefined && b !== undefined;
  const z = -normalQuantile((1 - level) / 2);
  if (isRatio) {
    const logError = known ? Math.hypot(a / p, b / q) : Number.NaN;
    const ratio = p / q;
    const interval = {
      lower: ratio * Math.exp(-z * logError),
      upper: ratio * Math.exp(z * logError),
      level,
    };
    return derive(definition, ratio, inputs, findings, {
      ...remarks,
      ...(Number.isFinite(interval.upper) && { uncertainty: { interval } }),
    });
  }
  const difference = p - q;
  const standardError = known ? Math.hypot(a, b) : Number.NaN;
  const interval = {
    lower: difference - z * standardError,
    upper: difference + z * standardError,
    level,
  };
  return derive(definition, difference, inputs, findings, {
    ...remarks,
    ...(known && { uncertainty: { standardError, interval } }),
  });
}

/** The standard error of an observation as a proportion, by the factor that its value has. */
function errorOf({ standardError, value }: Observation, proportion: number): number | undefined {
  if (standardError === undefined || standardError === null || value === null) return undefined;
  return value === 0 ? undefined : (standardError * proportion) / value;
}
