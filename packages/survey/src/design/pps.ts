import { find } from "../catalog.js";
import type { BuiltFrame } from "./build-frame.js";
import type { DesignSpec } from "./design-spec.js";
import type { ColumnCheck } from "./read-columns.js";

/** `(pi_ij - pi_i pi_j) / pi_ij` for every pair of rows, and which variance estimator uses it. */
export interface PpsMatrix {
  readonly delta: Float64Array;
  readonly size: number;
  readonly estimator: "HT" | "YG";
}

/** The matrix of a design with joint probabilities, given or approximated (Overton); otherwise undefined. */
export function ppsMatrix(
  { table, findings }: ColumnCheck,
  spec: DesignSpec,
  { frame, psuOfRow: ofRow }: BuiltFrame,
): PpsMatrix | undefined {
  const { pps } = spec;
  if (pps === undefined || pps.method === "brewer") return undefined;
  const psuOfRow = ofRow();
  const size = table.length;
  const stage = frame.stages[0]!;
  const delta = new Float64Array(size * size);
  if (pps.method === "joint") {
    const { joint } = pps;
    if (joint.length !== size || joint.some((row) => row.length !== size)) {
      findings.push(
        find("survey/option", {
          found: `${joint.length} rows`,
          facts: { option: "pps.joint", wanted: `a matrix of ${size} rows and ${size} columns` },
        }),
      );
      return undefined;
    }
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const both = joint[i]![j]!;
        const apart = i === j ? joint[i]![i]! ** 2 : joint[i]![i]! * joint[j]![j]!;
        delta[i * size + j] = (both - apart) / both;
      }
    }
    return { delta, size, estimator: pps.estimator ?? "HT" };
  }
  // Overton (1985): 1 - (n - (pi_i + pi_j)/2) / (n - 1) for two rows of one stratum.
  const probability = (row: number) => stage.fraction[psuOfRow[row]!]!;
  for (let i = 0; i < size; i++) {
    const h = stage.stratumOfUnit[psuOfRow[i]!]!;
    const n = stage.sampled[h]!;
    for (let j = 0; j < size; j++) {
      if (i === j) delta[i * size + i] = 1 - probability(i);
      else if (stage.stratumOfUnit[psuOfRow[j]!] === h) {
        const mean = (probability(i) + probability(j)) / 2;
        if (mean !== 1) delta[i * size + j] = 1 - (n - mean) / (n - 1);
      }
    }
  }
  return { delta, size, estimator: pps.estimator ?? "HT" };
}

/** Covariance of estimates from row influences (rows x width) and the matrix of a PPS design. */
export function ppsVariance(
  { delta, size, estimator }: PpsMatrix,
  influence: Float64Array,
  width: number,
): Float64Array {
  const covariance = new Float64Array(width * width);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const d = delta[i * size + j]!;
      if (d === 0) continue;
      for (let a = 0; a < width; a++) {
        for (let b = 0; b < width; b++) {
          const za = influence[i * width + a]!;
          const zb = influence[i * width + b]!;
          const ya = influence[j * width + a]!;
          const yb = influence[j * width + b]!;
          covariance[a * width + b]! +=
            estimator === "HT" ? d * za * yb : -0.5 * d * (za - ya) * (zb - yb);
        }
      }
    }
  }
  return covariance;
}
