import { countBits } from "../count-bits.js";

/**
 * What each factor contributes to the change of a function of all: the mean, over all orders in which factors could have
 * changed one after the other, of the step that it makes. The parts add up to the change, and no order is preferred.
 *
 * Source: Shorrocks (2013), Decomposition procedures for distributional analysis: a unified framework based on the Shapley
 * value, Journal of Economic Inequality 11.
 */
export function shapleyParts<Factor extends string>(
  factors: readonly Factor[],
  valueWith: (changed: ReadonlySet<Factor>) => number,
): Record<Factor, number> {
  const count = factors.length;
  const values = Array.from({ length: 2 ** count }, (_, mask) =>
    valueWith(new Set(factors.filter((__, i) => (mask >> i) & 1))),
  );
  const weights = weightsBySize(count);
  const parts = factors.map((factor, i): [Factor, number] => {
    let part = 0;
    for (let mask = 0; mask < values.length; mask++) {
      if ((mask >> i) & 1) continue;
      const step = (values[mask | (1 << i)] as number) - (values[mask] as number);
      part += (weights[countBits(mask)] as number) * step;
    }
    return [factor, part];
  });
  return Object.fromEntries(parts) as Record<Factor, number>;
}

/** s! (n - s - 1)! / n!: the share of orders in which just these s factors come before. */
function weightsBySize(count: number): number[] {
  const weights = [1 / count];
  for (let size = 1; size < count; size++) {
    weights.push(((weights[size - 1] as number) * size) / (count - size));
  }
  return weights;
}
