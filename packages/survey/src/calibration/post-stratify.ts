import { type Cell, type Columns, type Finding, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import { type ColumnName, type DesignParts, SurveyDesign } from "../design/survey-design.js";
import { sortedCodes } from "../kernels/codes.js";
import { withWeights } from "../replicates/replicate-set.js";

/** Population counts by the values of one or several columns. */
export interface Margin<Name extends string = string> {
  readonly columns: Name | readonly Name[];
  /** One entry per cell: the values of the columns, in their order, and how many people there are. */
  readonly counts: readonly { readonly cell: Cell | readonly Cell[]; readonly count: number }[];
}

/** Cells of a margin: a code per row and a count per code. */
export interface MarginCells {
  readonly cells: Int32Array;
  readonly counts: Float64Array;
}

const separator = "\u0000";

/** Reads a margin; every cell must have rows and a count. */
export function marginCells(
  parts: DesignParts,
  margin: Margin,
  options: { readonly partial: boolean },
  findings: Finding[],
): MarginCells {
  const { table, weights } = parts;
  const columns = typeof margin.columns === "string" ? [margin.columns] : margin.columns;
  const coded = columns.map((column) => sortedCodes(table.column(column)));
  const codeOf = new Map<string, number>();
  const counts: number[] = [];
  for (const { cell, count } of margin.counts) {
    const key = (Array.isArray(cell) ? cell : [cell]).map(String).join(separator);
    const option = `the count of ${key.replaceAll(separator, ", ")}`;
    if (codeOf.has(key)) {
      const facts = { option: `a second time ${option}`, wanted: "one count for each cell" };
      findings.push(find("survey/option", { found: count, facts }));
    }
    codeOf.set(key, counts.length);
    counts.push(count);
    if (!(count >= 0 && Number.isFinite(count))) {
      const facts = { option, wanted: "0 or more" };
      findings.push(find("survey/option", { found: count, facts }));
    }
  }
  const cells = new Int32Array(table.length);
  const seen = new Uint8Array(counts.length);
  const uncounted = new Set<string>();
  for (let row = 0; row < cells.length; row++) {
    const labels = coded.map(({ codes, labels: own }) =>
      codes[row]! < 0 ? "(missing)" : String(own[codes[row]!]),
    );
    const code = codeOf.get(labels.join(separator)) ?? -1;
    cells[row] = code;
    if (weights[row] === 0) continue;
    if (code < 0) uncounted.add(labels.join(", "));
    else seen[code] = 1;
  }
  const withhold = columns.some((column) => table.identifying.has(column));
  const named = (cellsOf: readonly string[]) =>
    withhold ? [`${cellsOf.length} cells (withheld)`] : cellsOf;
  if (uncounted.size > 0) {
    const facts = { what: "Cells with respondents and no count", cells: named([...uncounted]) };
    findings.push(find("survey/calibration-cells", { facts }));
  }
  const empty = [...codeOf].filter(([, code]) => seen[code] === 0 && counts[code]! > 0);
  if (empty.length > 0 && !options.partial) {
    const labels = empty.map(([key]) => key.replaceAll(separator, ", "));
    const facts = { what: "Cells with a count and no respondents", cells: named(labels) };
    findings.push(find("survey/calibration-cells", { facts }));
  }
  return { cells, counts: Float64Array.from(counts) };
}

/** Weights brought to the counts of the cells. */
export function toCells(weights: Float64Array, { cells, counts }: MarginCells): Float64Array {
  const sums = new Float64Array(counts.length);
  for (let row = 0; row < weights.length; row++) {
    if (cells[row]! >= 0) sums[cells[row]!]! += weights[row]!;
  }
  return weights.map((weight, row) => {
    const cell = cells[row]!;
    return cell < 0 || weight === 0 ? weight : (weight * counts[cell]!) / sums[cell]!;
  });
}

/** Refuses to adjust the weights of a domain. */
export function checkWhole({ domain }: DesignParts): void {
  if (domain !== undefined) throwIfErrors([find("survey/calibration-domain", {})]);
}

/** The design with its replicates adjusted in the same way. */
export function adjustReplicates(
  parts: DesignParts,
  adjust: (weights: Float64Array) => Float64Array,
): DesignParts["replicates"] {
  const { replicates } = parts;
  if (replicates === undefined) return undefined;
  const arrays = Array.from({ length: replicates.count }, (_, r) =>
    adjust(replicates.fill(r, new Float64Array(parts.weights.length))),
  );
  return withWeights(replicates, arrays);
}

/**
 * Brings the weights to known population counts, cell by cell. Errors afterwards are those of
 * deviations from the cell means.
 *
 * @param margin - the columns and the counts of their cells.
 * @param options.partial - leave out counts of cells without respondents. Default false.
 * @throws VitalError `survey/calibration-cells`, `survey/calibration-domain`.
 *
 * Source: Holt and Smith (1979), JRSS A 142:33-46; Valliant (1993), JASA 88:89-96; R's `postStratify`.
 *
 * @example
 * ```ts
 * import { postStratify, surveyDesign, total } from "@vitalcore/survey";
 * const design = surveyDesign({ sex: ["F", "F", "M", "M"], w: [10, 10, 20, 20] }, { weights: "w" });
 * const adjusted = postStratify(design, {
 *   columns: "sex",
 *   counts: [{ cell: "F", count: 30 }, { cell: "M", count: 30 }],
 * });
 * [...adjusted.weights]; // => [15, 15, 15, 15]
 * total(adjusted, "sex").estimates[0]?.standardError; // => 0
 * ```
 */
export function postStratify<Row extends Columns>(
  design: SurveyDesign<Row>,
  margin: Margin<ColumnName<Row>>,
  options: { readonly partial?: boolean } = {},
): SurveyDesign<Row> {
  const { parts } = design;
  checkWhole(parts);
  const findings: Finding[] = [];
  const read = marginCells(parts, margin, { partial: options.partial === true }, findings);
  throwIfErrors(findings);
  const weights = toCells(parts.weights, read);
  return new SurveyDesign<Row>({
    ...parts,
    weights,
    zeroWeights: weights.includes(0),
    replicates: adjustReplicates(parts, (replicate) => toCells(replicate, read)),
    adjustments: [
      ...parts.adjustments,
      {
        kind: "cells",
        cells: read.cells,
        count: read.counts.length,
        oldWeights: parts.weights,
        newWeights: weights,
      },
    ],
    findings: [...parts.findings, ...findings],
  });
}
