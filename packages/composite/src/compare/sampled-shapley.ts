import { randomStream, VitalError } from "@vitalcore/core";
import { findIn as find } from "../function-catalog.js";
import { requireParts } from "./contributions.js";

/** How orders are drawn. */
export interface SampledShapleyOptions {
  /** Pairs of an order and its reverse; 1,000 if left out. */
  readonly pairs?: number;
  /** 1 if left out. */
  readonly seed?: number;
}

/** Contributions from drawn orders, and how far they may be off. */
export interface SampledContributions {
  /** They sum to the difference as the exact ones do. */
  readonly contributions: readonly number[];
  readonly standardErrors: readonly number[];
}

/**
 * As {@link shapleyContributions} for any number of parts, from orders that are drawn instead of all of them. Every
 * order hands out the whole difference, so the contributions sum to it whatever is drawn. Source: Castro, Gomez and
 * Tejada (2009), Computers and Operations Research 36; each order goes with its reverse (Mitchell and others, 2022).
 *
 * @param value - of a mixture: `changed[k]` says whether part k is in the second state.
 * @throws VitalError `composite/invalid-input`.
 *
 * @example
 * ```ts
 * import { sampledShapley } from "@vitalcore/composite/compare";
 * const weights = Array.from({ length: 30 }, (_, k) => k);
 * const sum = (changed: readonly boolean[]) => weights.reduce((s, w, k) => s + (changed[k] ? w : 0), 0);
 * const { contributions, standardErrors } = sampledShapley(sum, 30);
 * contributions[7]?.toFixed(9); // => "7.000000000"
 * standardErrors[7]?.toFixed(9); // => "0.000000000"
 * ```
 */
export function sampledShapley(
  value: (changed: readonly boolean[]) => number,
  parts: number,
  { pairs = 1000, seed = 1 }: SampledShapleyOptions = {},
): SampledContributions {
  requireParts(parts);
  if (!(Number.isSafeInteger(pairs) && pairs >= 2)) {
    const why = `${pairs} pairs of orders are asked for, and two at least are needed`;
    throw new VitalError([
      find("composite/invalid-input", { facts: { what: "A sampled decomposition", why } }),
    ]);
  }
  const stream = randomStream({ seed, label: "orders of parts" });
  const draws = new Float64Array(parts);
  const sums = new Float64Array(parts);
  const squares = new Float64Array(parts);
  const gains = new Float64Array(parts);
  const none: readonly boolean[] = new Array<boolean>(parts).fill(false);
  const start = value(none);
  for (let pair = 0; pair < pairs; pair++) {
    const order = shuffled(stream.fillUniform(pair, draws));
    gains.fill(0);
    for (const each of [order, [...order].reverse()]) {
      const changed = [...none];
      let before = start;
      for (const k of each) {
        changed[k] = true;
        const after = value(changed);
        gains[k] = (gains[k] as number) + (after - before) / 2;
        before = after;
      }
    }
    for (let k = 0; k < parts; k++) {
      sums[k] = (sums[k] as number) + (gains[k] as number);
      squares[k] = (squares[k] as number) + (gains[k] as number) ** 2;
    }
  }
  const means = Array.from(sums, (sum) => sum / pairs);
  return {
    contributions: means,
    standardErrors: means.map((mean, k) => {
      const variance = ((squares[k] as number) / pairs - mean * mean) / (pairs - 1);
      return Math.sqrt(Math.max(0, variance));
    }),
  };
}

/** Fisher and Yates. */
function shuffled(draws: Float64Array): readonly number[] {
  const order = Array.from(draws, (_, k) => k);
  for (let k = order.length - 1; k > 0; k--) {
    const other = Math.floor((draws[k] as number) * (k + 1));
    [order[k], order[other]] = [order[other] as number, order[k] as number];
  }
  return order;
}
