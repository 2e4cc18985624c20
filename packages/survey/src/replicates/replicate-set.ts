import { type Finding, numbersOf } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { ReplicateSpec, ReplicateType } from "../design/design-spec.js";
import { type ColumnCheck, checkPresent } from "../design/read-columns.js";

/** Replicate weights and how a variance comes out of them. */
export interface ReplicateSet {
  readonly type: ReplicateType;
  readonly count: number;
  readonly scale: number;
  readonly rscales: Float64Array;
  readonly mse: boolean;
  /** Writes the analysis weights of replicate `r` into `out`, and gives it back. */
  fill(r: number, out: Float64Array): Float64Array;
}

/** The scale of a type, where it follows from the number of replicates. */
function scaleOf(type: ReplicateType, count: number, rho: number): number {
  switch (type) {
    case "JK1":
      return (count - 1) / count;
    case "BRR":
      return 1 / count;
    case "Fay":
      return 1 / (count * (1 - rho) ** 2);
    case "bootstrap":
      return 1 / (count - 1);
    case "SDR":
      return 4 / count;
    default:
      return 1;
  }
}

/** How the variance of given replicates is scaled. */
export function replicateScales(
  given: ReplicateSpec["replicates"],
): Omit<ReplicateSet, "fill" | "count"> {
  const { columns, type, rho = 0, rscales, mse = type === "SDR" } = given;
  const count = columns.length;
  return {
    type,
    scale: given.scale ?? scaleOf(type, count, rho),
    rscales: Float64Array.from(rscales ?? new Array<number>(count).fill(1)),
    mse,
  };
}

/**
 * Whether the replicates' own scales are lacking: those of JKn are (n - 1) / n of the stratum in which each leaves out a
 * unit, which final weights do not tell. Multipliers do.
 */
export function lacksScales({
  type,
  rscales,
  combined = true,
}: ReplicateSpec["replicates"]): boolean {
  return type === "JKn" && rscales === undefined && combined;
}

/** What a specification says that {@link lacksScales}. */
export function lackingScales(): Finding {
  const wanted = "for JKn (n - 1) / n of each replicate's stratum";
  return find("survey/option", { found: null, facts: { option: "`replicates.rscales`", wanted } });
}

/** The greatest multiplier of a replicate is n / (n - 1) of the stratum in which it leaves out a unit. */
function scalesFromMultipliers(values: readonly Float64Array[]): Float64Array {
  return Float64Array.from(values, (column) => 1 / column.reduce((a, b) => Math.max(a, b), 0));
}

/** Replicate weights that stand in the columns of a table. */
export function readReplicates(
  check: ColumnCheck,
  given: ReplicateSpec["replicates"],
  weights: Float64Array,
): ReplicateSet {
  const { table, findings } = check;
  const { columns, type, combined = true, rho = 0 } = given;
  const count = columns.length;
  const values = columns.map((column) => {
    const numbers = numbersOf(table, column);
    checkPresent(check, column, "replicate weight", (row) => Number.isNaN(numbers[row]!));
    return numbers;
  });
  if (given.rscales !== undefined && given.rscales.length !== count) {
    findings.push(
      find("survey/replicate-shape", {
        facts: { what: "`rscales`", given: given.rscales.length, replicates: count },
      }),
    );
  }
  if (count < 2) {
    findings.push(
      find("survey/option", {
        found: count,
        facts: { option: "the number of replicates", wanted: "2 or more" },
      }),
    );
  }
  if (type === "Fay" && !(rho >= 0 && rho < 1)) {
    findings.push(
      find("survey/option", { found: rho, facts: { option: "`rho`", wanted: "0 <= rho < 1" } }),
    );
  }
  if (lacksScales(given)) findings.push(lackingScales());
  const isGuessed = type === "JKn" && given.rscales === undefined && !combined;
  return {
    ...replicateScales(given),
    ...(isGuessed && { rscales: scalesFromMultipliers(values) }),
    count,
    fill: (r, out) => {
      const column = values[r]!;
      if (combined) out.set(column);
      else for (let row = 0; row < out.length; row++) out[row] = weights[row]! * column[row]!;
      return out;
    },
  };
}

/** Replicate weights held as finished arrays, in place of those of another set. */
export function withWeights(set: ReplicateSet, arrays: readonly Float64Array[]): ReplicateSet {
  return {
    ...set,
    fill: (r, out) => {
      out.set(arrays[r]!);
      return out;
    },
  };
}

/** Replicate weights that multiply the sampling weight of all rows of a unit alike. */
export function unitReplicates(
  set: Omit<ReplicateSet, "fill" | "count">,
  multipliers: readonly Float64Array[],
  unitOfRow: Int32Array,
  weights: Float64Array,
): ReplicateSet {
  return {
    ...set,
    count: multipliers.length,
    fill: (r, out) => {
      const factor = multipliers[r]!;
      for (let row = 0; row < out.length; row++) {
        out[row] = weights[row]! * factor[unitOfRow[row]!]!;
      }
      return out;
    },
  };
}
