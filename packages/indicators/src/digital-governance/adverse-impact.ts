import { type Finding, throwIfErrors } from "@vitalcore/core";
import { normal } from "@vitalcore/stats/distributions";
import { requireInputs, wholeCount } from "../input-checks.js";
import { levelDemand } from "../rates/crude-rate.js";
import { find } from "./catalog.js";
import { fisherExact } from "./fisher-exact.js";

/** Decisions about one group. */
export interface Decisions {
  /** Favourable outcomes: hired, lent to, admitted. */
  readonly favourable: number;
  /** All decisions. */
  readonly total: number;
}

/** How a group fares beside the reference group. */
export interface AdverseImpact {
  readonly group: string;
  /** Favourable share, as a proportion. */
  readonly rate: number;
  /** Favourable rate over that of the reference group; `null` where that is 0. */
  readonly value: number | null;
  readonly unit: "RATIO";
  /** `null` where one of the two groups has no favourable outcome: the logarithm of the ratio is not defined. */
  readonly interval: {
    readonly lower: number;
    readonly upper: number;
    readonly level: number;
  } | null;
  /** The ratio is four fifths or more; a rule to look closer, neither proof nor acquittal. */
  readonly passesFourFifths: boolean | null;
  /** Fisher's exact test that both groups have the same chance, two-sided. */
  readonly pValue: number;
  /** Difference of the rates in standard errors under equal chances. */
  readonly standardDeviations: number;
  /** Favourable outcomes that the group lacks to have the rate of the reference group (below 0: has more). */
  readonly shortfall: number;
  readonly n: number;
}

/** All groups but the reference. */
export interface AdverseImpacts {
  readonly reference: string;
  readonly groups: readonly AdverseImpact[];
  readonly findings: readonly Finding[];
}

/** Fewer decisions than these, and one outcome moves the rate by more than three points. */
const FEW = 30;

/**
 * Adverse impact of a decision, automated or not: the favourable rate of each group over that of the group that fares best
 * (or of a stated one), with an interval and an exact test. A small ratio in few decisions may be chance, and with many
 * decisions a difference that matters to nobody is significant: read all three.
 *
 * @param groups - decisions by group. Decisions must be comparable: on people with the same merits.
 * @param options - `reference`: the group with the highest rate if left out; `level` of the intervals: 0.95 if left out.
 * @returns for each other group a value that `observe` takes for `adverseImpactRatio`.
 * @throws VitalError `indicators/invalid-input`, `indicators/more-than-whole`, `indicators/unknown-group`.
 *
 * Source: Uniform Guidelines on Employee Selection Procedures (1978), 29 CFR 1607.4 D; limits of Katz, Baptista, Azen and Pike
 * (1978), Biometrics 34; Fisher (1935), The logic of inductive inference, JRSS 98.
 *
 * @example
 * ```ts
 * import { adverseImpact } from "@vitalcore/indicators/digital-governance";
 * const { reference, groups } = adverseImpact({
 *   men: { favourable: 48, total: 80 },
 *   women: { favourable: 12, total: 40 },
 * });
 * reference; // => "men"
 * groups[0]?.value; // => 0.5
 * groups[0]?.pValue; // => 0.003409
 * groups[0]?.passesFourFifths; // => false
 * ```
 */
export function adverseImpact(
  groups: Readonly<Record<string, Decisions>>,
  options: { readonly reference?: string; readonly level?: number } = {},
): AdverseImpacts {
  const { level = 0.95 } = options;
  const all = Object.entries(groups);
  requireInputs([
    levelDemand(level),
    {
      name: "the number of groups",
      value: all.length,
      wanted: "two at least",
      isMet: all.length >= 2,
    },
    ...all.flatMap(([name, { favourable, total }]) => [
      wholeCount(`favourable of ${name}`, favourable),
      {
        ...wholeCount(`total of ${name}`, total),
        wanted: "a whole number above zero",
        isMet: Number.isSafeInteger(total) && total > 0,
      },
    ]),
  ]);
  throwIfErrors(
    all
      .filter(([, { favourable, total }]) => favourable > total)
      .map(([name, { favourable, total }]) =>
        find("indicators/more-than-whole", { found: favourable, facts: { name, whole: total } }),
      ),
  );
  const reference = options.reference ?? bestOf(all);
  const compared = groups[reference];
  if (compared === undefined) {
    const facts = { groups: all.map(([name]) => name) };
    throwIfErrors([find("indicators/unknown-group", { found: reference, facts })]);
  }
  const others = all.filter(([name]) => name !== reference);
  return {
    reference,
    groups: others.map(([group, own]) => impactOn(group, own, compared as Decisions, level)),
    findings: all
      .filter(([, { total }]) => total < FEW)
      .map(([group, { total }]) =>
        find("indicators/few-decisions", { found: total, facts: { group } }),
      ),
  };
}

const rateOf = ({ favourable, total }: Decisions) => favourable / total;

function bestOf(groups: readonly (readonly [string, Decisions])[]): string {
  return groups.reduce((best, each) => (rateOf(each[1]) > rateOf(best[1]) ? each : best))[0];
}

function impactOn(group: string, own: Decisions, best: Decisions, level: number): AdverseImpact {
  const [rate, theirs] = [rateOf(own), rateOf(best)];
  const value = theirs === 0 ? null : rate / theirs;
  const pooled = (own.favourable + best.favourable) / (own.total + best.total);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / own.total + 1 / best.total));
  return {
    group,
    rate,
    value,
    unit: "RATIO",
    interval: limitsOf(own, best, level),
    // Compared as whole numbers: 0.4 / 0.5 falls short of 0.8 in floating point.
    passesFourFifths:
      value === null ? null : 5 * own.favourable * best.total >= 4 * best.favourable * own.total,
    pValue: fisherExact(own.favourable, own.total, best.favourable, best.total),
    standardDeviations: error === 0 ? 0 : (rate - theirs) / error,
    shortfall: (theirs - rate) * own.total,
    n: own.total + best.total,
  };
}

/** On the logarithm of the ratio. */
function limitsOf(own: Decisions, best: Decisions, level: number): AdverseImpact["interval"] {
  if (own.favourable === 0 || best.favourable === 0) return null;
  const variance = 1 / own.favourable - 1 / own.total + 1 / best.favourable - 1 / best.total;
  const z = normal().quantile((1 + level) / 2);
  const ratio = rateOf(own) / rateOf(best);
  const factor = Math.exp(z * Math.sqrt(variance));
  return { lower: ratio / factor, upper: ratio * factor, level };
}
