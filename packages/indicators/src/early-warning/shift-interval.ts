import { normalSurvival } from "@vitalcore/stats/distributions";

/** What is known of a level. */
interface Level {
  readonly mean: number;
  /** Mean squared deviation. */
  readonly variance: number;
}

/**
 * Limits for the position of a change of level, relative to where it was found; `null` where the spreads before and after differ so much that
 * the limits cannot be computed.
 *
 * Source: Bai (1997), Estimation of a change point in multiple regression models, Review of Economics and Statistics
 * 79, proposition 3 and appendix: the position of the largest value of a two-sided Brownian motion with drift.
 */
export function shiftInterval(
  before: Level,
  since: Level,
  level: number,
): { readonly from: number; readonly to: number } | null {
  if (before.variance === 0 && since.variance === 0) return { from: 0, to: 0 };
  if (before.variance === 0) return null;
  const phi = since.variance / before.variance;
  const tail = (1 - level) / 2;
  const middle = argmaxCdf(0, phi);
  if (!(middle >= tail && middle <= 1 - tail)) return null;
  const scale = before.variance / (since.mean - before.mean) ** 2;
  const upper = scale * solve(1 - tail, phi, 1);
  const lower = scale * solve(tail, phi, -1);
  return { from: -Math.ceil(upper), to: -Math.floor(lower) };
}

/** Distribution function of the position of the maximum; `phi` is the ratio of the variances after and before. */
function argmaxCdf(position: number, phi: number): number {
  const x = Math.abs(position);
  const root = Math.sqrt(x);
  if (position < 0) {
    return (
      -root * Math.exp(-x / 8) * DENSITY -
      ((phi * (phi + 2)) / (phi + 1)) * Math.exp(-x / 8) * scaledSurvival((0.5 + 1 / phi) * root) +
      (x / 2 - 2 + (phi + 2) ** 2 / (phi + 1)) * normalSurvival(root / 2)
    );
  }
  const decay = Math.exp(-x / (8 * phi));
  const reach = Math.sqrt(x / phi);
  return (
    1 +
    reach * decay * DENSITY +
    ((2 * phi + 1) / (phi * (phi + 1))) * decay * scaledSurvival((phi + 0.5) * reach) -
    ((2 * phi + 1) ** 2 / ((phi + 1) * phi) - 2 + x / (2 * phi)) * normalSurvival(reach / 2)
  );
}

const DENSITY = /* @__PURE__ */ Math.sqrt(1 / (2 * Math.PI));

/** exp(z² / 2) times the probability above z: neither factor alone can be held for a large z. */
function scaledSurvival(z: number): number {
  if (z < 20) return Math.exp((z * z) / 2) * normalSurvival(z);
  const inverse = 1 / (z * z);
  const series = 1 - inverse * (1 - 3 * inverse * (1 - 5 * inverse * (1 - 7 * inverse)));
  return (DENSITY / z) * series;
}

/** The position at which the distribution function has a value, on one side of 0: bisection. */
function solve(probability: number, phi: number, side: -1 | 1): number {
  let [near, far] = [0, 1];
  const isBeyond = (distance: number) => {
    const value = argmaxCdf(side * distance, phi);
    return side > 0 ? value >= probability : value <= probability;
  };
  while (!isBeyond(far)) far *= 2;
  for (let step = 0; step < 200 && far - near > 1e-13 * far; step++) {
    const middle = (near + far) / 2;
    if (isBeyond(middle)) far = middle;
    else near = middle;
  }
  return side * far;
}
