import { type Orthonormal, residual } from "../kernels/dense.js";

/** Regression on auxiliaries: what calibration leaves of an influence value. */
export interface RegressionAdjustment {
  readonly kind: "regression";
  /** Basis of the auxiliaries, each row multiplied by sqrt(d)/sigma. */
  readonly auxiliaries: Orthonormal;
  /** g * sqrt(d) * sigma of each row: turns influence values into regression responses and back. */
  readonly scale: Float64Array;
}

/** Deviation from cell means: what post-stratification leaves of an influence value. */
export interface CellAdjustment {
  readonly kind: "cells";
  readonly cells: Int32Array;
  readonly count: number;
  readonly oldWeights: Float64Array;
  readonly newWeights: Float64Array;
}

/** Deviation from the means of several margins in turn: what raking leaves of an influence value. */
export interface RakingAdjustment {
  readonly kind: "raking";
  readonly margins: readonly {
    readonly cells: Int32Array;
    readonly count: number;
    /** The weights right after this margin was last adjusted. */
    readonly weights: Float64Array;
  }[];
}

/** What was done to the weights, as far as the variance must know it. */
export type Adjustment = RegressionAdjustment | CellAdjustment | RakingAdjustment;

/** Passes over the margins in the variance of a raked estimate; R's `svyrecvar` does ten. */
const SWEEPS = 10;

function afterRegression(z: Float64Array, { auxiliaries, scale }: RegressionAdjustment): void {
  for (let row = 0; row < z.length; row++) {
    z[row] = scale[row] === 0 ? 0 : z[row]! / scale[row]!;
  }
  residual(z, auxiliaries);
  for (let row = 0; row < z.length; row++) z[row]! *= scale[row]!;
}

function afterCells(z: Float64Array, adjustment: CellAdjustment): void {
  const { cells, count, oldWeights, newWeights } = adjustment;
  const sum = new Float64Array(count);
  const weight = new Float64Array(count);
  for (let row = 0; row < z.length; row++) {
    const cell = cells[row]!;
    if (cell < 0) continue;
    const current = newWeights[row]!;
    if (current !== 0) sum[cell]! += (z[row]! * oldWeights[row]!) / current;
    weight[cell]! += oldWeights[row]!;
  }
  for (let row = 0; row < z.length; row++) {
    const cell = cells[row]!;
    if (cell >= 0 && weight[cell]! > 0) z[row]! -= (sum[cell]! / weight[cell]!) * newWeights[row]!;
  }
}

function afterRaking(z: Float64Array, { margins }: RakingAdjustment): void {
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const { cells, count, weights } of margins) {
      const sum = new Float64Array(count);
      const rows = new Float64Array(count);
      for (let row = 0; row < z.length; row++) {
        const cell = cells[row]!;
        if (weights[row] === 0) continue;
        sum[cell]! += z[row]! / weights[row]!;
        rows[cell]! += 1;
      }
      for (let row = 0; row < z.length; row++) {
        const cell = cells[row]!;
        if (rows[cell]! > 0) z[row]! -= (weights[row]! * sum[cell]!) / rows[cell]!;
      }
    }
  }
}

/** Takes from the influence values of one estimate, in place, what the adjustments explain of it. */
export function adjustInfluence(z: Float64Array, adjustments: readonly Adjustment[]): void {
  for (const adjustment of adjustments) {
    if (adjustment.kind === "regression") afterRegression(z, adjustment);
    else if (adjustment.kind === "cells") afterCells(z, adjustment);
    else afterRaking(z, adjustment);
  }
}
