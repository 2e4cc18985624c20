/** The logarithm of a tail probability at a point, and its derivative there. */
export interface LogTail {
  readonly log: number;
  readonly derivative: number;
}

const MOST_STEPS = 200;
const SMALL_STEP = 1e-9;

/**
 * Solves ln(tail(t)) = target by Newton's method. The logarithm of either tail of a log-concave density is
 * concave, so that the steps approach from one side and cannot circle; a step from where the derivative
 * vanishes is limited.
 *
 * @param start - where to begin.
 * @param tail - the tail at t.
 */
export function solveLogTail(target: number, start: number, tail: (t: number) => LogTail): number {
  let t = start;
  let lastSize = Infinity;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { log, derivative } = tail(t);
    // Where the tail underflows, towards where it does not.
    const wanted = log === -Infinity ? -Infinity * derivative : (log - target) / derivative;
    const limit = 20 + 4 * Math.abs(t);
    const size = Math.min(Math.abs(wanted), limit);
    if (size === 0 || Number.isNaN(wanted)) return t;
    t -= Math.sign(wanted) * size;
    // Convergence is quadratic: after a step this small nothing is left to correct.
    const isDone = size <= SMALL_STEP;
    // Where the tail is nearly flat, steps cannot get that small: rounding makes them wander.
    const isWandering = size < 1e-10 * Math.abs(t) && size >= lastSize / 2;
    if (isDone || isWandering) return t;
    lastSize = size;
  }
  return t;
}
