import { type Finding, throwIfErrors } from "@vitalcore/core";
import { find as findInput } from "../catalog.js";
import { finite, unmet } from "../input-checks.js";

/** The ten indicators of the ICT Development Index since 2023; 3G and 4G coverage make one of them. */
export type IctIndicator =
  | "internet-users"
  | "households-with-internet"
  | "mobile-broadband-subscriptions"
  | "3g-coverage"
  | "4g-coverage"
  | "mobile-traffic-per-subscription"
  | "fixed-traffic-per-subscription"
  | "mobile-basket-price"
  | "fixed-basket-price"
  | "mobile-phone-owners";

/** Values that score 0 and 100; `log` where the scale is logarithmic. A price has its worst value as `from`. */
export interface IctGoalpost {
  readonly from: number;
  readonly to: number;
  readonly log?: boolean;
}

/** Weights of the index; those that are not published readably are said to be so. */
export interface IctWeights {
  /** Of 3G in the coverage indicator; the rest is 4G's. */
  readonly thirdGeneration: number;
}

/** The index with its two pillars and normalized indicators, from 0 to 100; `null` where a part is missing. */
export interface IctDevelopment {
  readonly value: number | null;
  readonly universal: number | null;
  readonly meaningful: number | null;
  readonly scores: Readonly<Partial<Record<IctIndicator, number>>>;
}

const UNIVERSAL = [
  "internet-users",
  "households-with-internet",
  "mobile-broadband-subscriptions",
] as const;
const MEANINGFUL = [
  "mobile-traffic-per-subscription",
  "fixed-traffic-per-subscription",
  "mobile-basket-price",
  "fixed-basket-price",
  "mobile-phone-owners",
] as const;

/**
 * An index with the structure of the ICT Development Index of 2023: indicators between goalposts, equal weights in two pillars,
 * and their mean. Goalposts are inputs: those of ITU are not shipped here, and an index with others is not ITU's. A
 * pillar with a missing indicator is missing.
 *
 * @param values - in the units of the goalposts, `null` or absent where missing.
 * @param goalposts - for every indicator that has a value.
 * @param weights - share of 3G in coverage: 0.4 if left out (not verified at the source).
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: ITU (2023), Measuring digital development: The ICT Development Index 2023 (structure).
 *
 * @example
 * ```ts
 * import { ictDevelopment, type IctIndicator } from "@vitalcore/indicators/connectivity";
 * const share = { from: 0, to: 100 };
 * const { universal, value } = ictDevelopment(
 *   { "internet-users": 80, "households-with-internet": 70, "mobile-broadband-subscriptions": 60 },
 *   { "internet-users": share, "households-with-internet": share, "mobile-broadband-subscriptions": { from: 0, to: 120 } },
 * );
 * universal; // => 66.666667
 * value; // => null
 * ```
 */
export function ictDevelopment(
  values: Readonly<Partial<Record<IctIndicator, number | null>>>,
  goalposts: Readonly<Partial<Record<IctIndicator, IctGoalpost>>>,
  weights: IctWeights = { thirdGeneration: 0.4 },
): IctDevelopment {
  const present = Object.entries(values).filter(
    (entry): entry is [IctIndicator, number] => entry[1] !== null && entry[1] !== undefined,
  );
  throwIfErrors([
    ...present.flatMap(([name, value]) => problemsOf(name, value, goalposts[name])),
    ...unmet([
      {
        name: "the weight of 3G",
        value: weights.thirdGeneration,
        wanted: "a proportion from 0 to 1",
        isMet: weights.thirdGeneration >= 0 && weights.thirdGeneration <= 1,
      },
    ]),
  ]);
  const scores = Object.fromEntries(
    present.map(([name, value]) => [name, scoreOf(value, goalposts[name] as IctGoalpost)]),
  ) as Partial<Record<IctIndicator, number>>;
  const { "3g-coverage": third, "4g-coverage": fourth } = scores;
  const coverage =
    third === undefined || fourth === undefined
      ? undefined
      : weights.thirdGeneration * third + (1 - weights.thirdGeneration) * fourth;
  const universal = meanOf(UNIVERSAL.map((name) => scores[name]));
  const meaningful = meanOf([coverage, ...MEANINGFUL.map((name) => scores[name])]);
  const value = universal === null || meaningful === null ? null : (universal + meaningful) / 2;
  return { value, universal, meaningful, scores };
}

function meanOf(scores: readonly (number | undefined)[]): number | null {
  if (scores.includes(undefined)) return null;
  return (scores as readonly number[]).reduce((sum, score) => sum + score, 0) / scores.length;
}

function scoreOf(value: number, { from, to, log = false }: IctGoalpost): number {
  const scale = log ? Math.log : (x: number) => x;
  const share = (scale(value) - scale(from)) / (scale(to) - scale(from));
  return 100 * Math.min(1, Math.max(0, share));
}

function problemsOf(
  name: IctIndicator,
  value: number,
  goalpost: IctGoalpost | undefined,
): Finding[] {
  if (goalpost === undefined) {
    const facts = {
      name: `the goalpost of ${name}`,
      wanted: "a value that scores 0 and one that scores 100",
    };
    return [findInput("indicators/invalid-input", { found: null, facts })];
  }
  const { from, to, log = false } = goalpost;
  const isScale = from !== to && (!log || (from > 0 && to > 0 && value > 0));
  return unmet([
    finite(name, value),
    finite(`the goalpost of ${name}`, from),
    finite(`the goalpost of ${name}`, to),
    {
      name: `the scale of ${name}`,
      value: `${from} to ${to}`,
      wanted: "two different goalposts (positive, as the value, on a logarithmic scale)",
      isMet: isScale,
    },
  ]);
}
