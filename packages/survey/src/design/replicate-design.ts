import {
  type Finding,
  type RowOf,
  requireColumns,
  type Table,
  type TableLike,
  type TableOptions,
  tableFrom,
  throwIfErrors,
} from "@vitalcore/core";
import { find } from "../catalog.js";
import { readReplicates } from "../replicates/replicate-set.js";
import { checkSpec } from "./check-spec.js";
import type { ReplicateSpec } from "./design-spec.js";
import { type ColumnCheck, equalWeights, readWeights } from "./read-columns.js";
import { rowFacts } from "./row-facts.js";
import { REPLICATE_SHAPE } from "./spec-shapes.js";
import { type ColumnName, SurveyDesign } from "./survey-design.js";

/**
 * Prepares a sample with the replicate weights that its producer gives.
 *
 * @param input - as for {@link surveyDesign}.
 * @param spec - the columns of weights and how the variance is scaled.
 * @throws VitalError `survey/missing-design-value`, `survey/replicate-shape`, `core/unknown-column`.
 *
 * Source: Wolter (2007), *Introduction to Variance Estimation*; R's `svrepdesign` (survey 4.5).
 *
 * @example
 * ```ts
 * import { mean, replicateDesign } from "@vitalcore/survey";
 * const design = replicateDesign(
 *   { w: [1, 1, 1], r1: [0, 1.5, 1.5], r2: [1.5, 0, 1.5], r3: [1.5, 1.5, 0], x: [2, 4, 9] },
 *   { weights: "w", replicates: { columns: ["r1", "r2", "r3"], type: "JK1" } },
 * );
 * mean(design, "x").estimates[0]?.standardError; // => 2.081666
 * ```
 */
export function replicateDesign<const Input extends TableLike>(
  input: Input,
  spec: ReplicateSpec<ColumnName<RowOf<Input>>>,
  options: TableOptions = {},
): SurveyDesign<RowOf<Input>> {
  checkSpec(spec, REPLICATE_SHAPE, "replicate design");
  const table = tableFrom(input, options) as unknown as Table;
  const { weights: given } = spec;
  const named = given === undefined ? [] : [typeof given === "string" ? given : given.column];
  requireColumns(table, [...named, ...spec.replicates.columns]);
  if (table.length === 0) throwIfErrors([find("survey/empty-table", {})]);
  const findings: Finding[] = [];
  const check: ColumnCheck = { table, findings };
  const { weights, zeroWeights } =
    given === undefined ? equalWeights(table.length) : readWeights(check, given);
  const replicates = readReplicates(check, spec.replicates, weights);
  throwIfErrors(findings);
  return new SurveyDesign({
    table,
    spec,
    codings: new Map(),
    facts: rowFacts(),
    weights,
    zeroWeights,
    frame: undefined,
    unitOfRow: undefined,
    psuOfRow: undefined,
    runs: undefined,
    stratumLabel: () => "",
    replicates,
    pps: undefined,
    adjustments: [],
    domain: undefined,
    lonely: { policy: "fail", inDomains: false },
    missing: spec.missing ?? "error",
    findings,
  });
}
