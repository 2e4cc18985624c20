import { buildIndex } from "@vitalcore/composite";
import { removeElements } from "@vitalcore/composite/compare";
import { outrankingMatrix } from "@vitalcore/composite/outranking";
import { treatColumn } from "@vitalcore/composite/treat";
import { kernelOf, problemOf } from "../skewed-index.mjs";

/** What COINr 1.1.14 took on a machine of this class, in milliseconds of processor time; it does not run here. */
const COINR = { build: 260, aggregate: 2400, treat: 7300, outranking: 30_000, removal: 41_000 };

/** A suite against a stored time. */
function againstCoinr(title, promised, milliseconds, ours) {
  return {
    title,
    note: `Promised: COINr takes at least ${promised} times as long.`,
    clock: "cpu",
    ours,
    others: [{ name: "COINr, its stored time", milliseconds }],
  };
}

/** What COINr does, against its stored times. */
export function suites() {
  const asem = problemOf(51, 49);
  const rows = Array.from({ length: asem.units }, (_, i) => ({
    unit: `U${String(i).padStart(2, "0")}`,
    ...Object.fromEntries(asem.ids.map((id, k) => [id, asem.values[k * asem.units + i]])),
  }));
  const options = { unitColumn: "unit", definitions: asem.definitions };
  const treated = { ...asem.methodology, treat: {} };
  const whole = buildIndex(rows, asem.methodology, options);
  const large = problemOf(5000, 100);
  const small = problemOf(200, 10);
  const column = (problem, k) =>
    problem.values.subarray(k * problem.units, (k + 1) * problem.units);
  const columns = (problem) => problem.ids.map((_, k) => column(problem, k));
  return [
    againstCoinr("A whole build with treatment and results: 51 × 49", 50, COINR.build, {
      name: "buildIndex",
      run: () => buildIndex(rows, treated, options),
    }),
    againstCoinr("Normalize, aggregate and rank 5,000 × 100", 500, COINR.aggregate, {
      name: "kernels",
      run: kernelOf(large),
    }),
    againstCoinr("Treat 5,000 × 100", 50, COINR.treat, {
      name: "treatColumn on every column",
      run: () => columns(large).map((each) => treatColumn(each)),
    }),
    againstCoinr("Outranking matrix 200 × 10", 500, COINR.outranking, {
      name: "outrankingMatrix",
      run: () => outrankingMatrix(columns(small)),
    }),
    againstCoinr("Removing each of 49 indicators in turn, 51 units", 500, COINR.removal, {
      name: "removeElements",
      run: () => removeElements(whole),
    }),
  ];
}
