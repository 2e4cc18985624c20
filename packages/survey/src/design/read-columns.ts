import { type Finding, numbersOf, type Table } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { Codes } from "../kernels/codes.js";
import type { ScaledColumn } from "./design-spec.js";

/** Rows of a column of a design, checked: every problem is added to `findings`. */
export interface ColumnCheck {
  readonly table: Table;
  readonly findings: Finding[];
}

/** Reports the rows in which a column of the design is missing. */
export function checkPresent(
  { table, findings }: ColumnCheck,
  column: string,
  role: string,
  missing: (row: number) => boolean,
): void {
  let count = 0;
  let first = 0;
  for (let row = 0; row < table.length; row++) {
    if (!missing(row)) continue;
    if (count === 0) first = row + 1;
    count += 1;
  }
  if (count === 0) return;
  findings.push(
    find("survey/missing-design-value", { place: { column, row: first }, facts: { count, role } }),
  );
}

/** Reports missing codes of a cluster or stratum column. */
export function checkCodes(check: ColumnCheck, column: string, role: string, codes: Codes): void {
  if (codes.missing === 0) return;
  checkPresent(check, column, role, (row) => codes.codes[row]! < 0);
}

/** Numbers of a design column, with missing values reported. */
export function designNumbers(check: ColumnCheck, column: string, role: string): Float64Array {
  const values = numbersOf(check.table, column);
  checkNumbers(check, column, role, values);
  return values;
}

function checkNumbers(
  check: ColumnCheck,
  column: string,
  role: string,
  values: Float64Array,
): void {
  let missing = false;
  for (let row = 0; row < values.length && !missing; row++) missing = Number.isNaN(values[row]!);
  if (missing) checkPresent(check, column, role, (row) => Number.isNaN(values[row]!));
}

/** Weights that have passed their checks. */
export interface CheckedWeights {
  readonly weights: Float64Array;
  /** Whether any of them is zero, so that units and answers have to be counted with care. */
  readonly zeroWeights: boolean;
}

/** What holds of nearly all weights, and is asked in one pass. */
function allPositive(values: Float64Array): boolean {
  for (let row = 0; row < values.length; row++) if (!(values[row]! > 0)) return false;
  return true;
}

function divided(values: Float64Array, by: number): Float64Array {
  if (by === 1) return values;
  const weights = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) weights[row] = values[row]! / by;
  return weights;
}

/** Weights: none missing, none negative, not all zero; divided by the implied decimals. */
export function readWeights(check: ColumnCheck, given: string | ScaledColumn): CheckedWeights {
  const { column, divideBy = 1 }: ScaledColumn =
    typeof given === "string" ? { column: given } : given;
  const { table, findings } = check;
  if (!(divideBy > 0)) {
    findings.push(
      find("survey/option", {
        found: divideBy,
        facts: { option: "weights.divideBy", wanted: "a number above zero" },
      }),
    );
  }
  const values = numbersOf(table, column);
  const weights = divided(values, divideBy);
  if (allPositive(values)) return { weights, zeroWeights: false };
  checkNumbers(check, column, "weight", values);
  const negative = values.findIndex((value) => value < 0);
  if (negative >= 0) {
    findings.push(
      find("survey/negative-weight", {
        place: { column, row: negative + 1 },
        found: values[negative],
        withhold: table.identifying.has(column),
        facts: { role: "weight" },
      }),
    );
  } else if (values.length > 0 && !values.some((value) => value > 0)) {
    findings.push(find("survey/all-weights-zero", { place: { column } }));
  }
  return { weights, zeroWeights: weights.includes(0) };
}

/** Weights from inclusion probabilities. */
export function readProbabilities(check: ColumnCheck, column: string): CheckedWeights {
  const values = designNumbers(check, column, "inclusion probability");
  const weights = new Float64Array(values.length);
  let reported = false;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    weights[row] = 1 / value;
    if (reported || Number.isNaN(value) || (value > 0 && value <= 1)) continue;
    reported = true;
    check.findings.push(
      find("survey/probability-range", {
        place: { column, row: row + 1 },
        found: value,
        withhold: check.table.identifying.has(column),
      }),
    );
  }
  return { weights, zeroWeights: false };
}

/** Weights of a sample that tells none. */
export function equalWeights(length: number): CheckedWeights {
  return { weights: new Float64Array(length).fill(1), zeroWeights: false };
}
