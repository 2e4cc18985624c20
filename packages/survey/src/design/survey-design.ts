import {
  booleansOf,
  type Cell,
  type Columns,
  type Expression,
  evaluate,
  type Finding,
  type RowOf,
  requireColumns,
  type Table,
  type TableLike,
  type TableOptions,
  tableFrom,
  tableOf,
  throwIfErrors,
} from "@vitalcore/core";
import type { Adjustment } from "../calibration/adjustment.js";
import { find } from "../catalog.js";
import type { Runs } from "../kernels/runs.js";
import type { SampleFrame } from "../kernels/sample-frame.js";
import type { LonelyRules } from "../kernels/stage-variance.js";
import type { ReplicateSet } from "../replicates/replicate-set.js";
import { buildFrame } from "./build-frame.js";
import { checkSpec } from "./check-spec.js";
import { degreesOfFreedom } from "./degrees-of-freedom.js";
import { type DesignSpec, listOf, type MissingPolicy, type ReplicateSpec } from "./design-spec.js";
import { expandFrequencies } from "./frequencies.js";
import { type PpsMatrix, ppsMatrix } from "./pps.js";
import {
  type CheckedWeights,
  type ColumnCheck,
  equalWeights,
  readProbabilities,
  readWeights,
} from "./read-columns.js";
import { type RowFacts, rowFacts } from "./row-facts.js";
import { DESIGN_SHAPE } from "./spec-shapes.js";

/** Names of columns that a design knows. */
export type ColumnName<Row extends Columns> = keyof Row & string;

/** Everything of a prepared design but its methods: what subsets and adjustments change a part of. */
export interface DesignParts {
  readonly table: Table;
  readonly spec: DesignSpec | ReplicateSpec;
  /** Analysis weights: the sampling weights after any calibration. */
  readonly weights: Float64Array;
  /** Codings of the table's columns, made when they are first asked for. */
  readonly codings: Map<string, { readonly codes: Int32Array; readonly labels: readonly Cell[] }>;
  /** What has been found out about rows, to be asked again. */
  readonly facts: RowFacts;
  /** Whether any weight is 0, so that units and answers have to be counted with care. */
  readonly zeroWeights: boolean;
  readonly frame: SampleFrame | undefined;
  readonly unitOfRow: Int32Array | undefined;
  readonly psuOfRow: Int32Array | undefined;
  /** The same as `unitOfRow`, where the file is sorted by cluster. */
  readonly runs: Runs | undefined;
  readonly stratumLabel: (stratum: number) => string;
  readonly replicates: ReplicateSet | undefined;
  readonly pps: PpsMatrix | undefined;
  readonly adjustments: readonly Adjustment[];
  /** 1 for rows of the domain; undefined: all rows. */
  readonly domain: Uint8Array | undefined;
  readonly lonely: LonelyRules;
  readonly missing: MissingPolicy;
  readonly findings: readonly Finding[];
}

/**
 * A sample prepared for estimation: checked and counted once, asked many times. Made by
 * {@link surveyDesign}, `replicateDesign` or from another design.
 */
export class SurveyDesign<Row extends Columns = Columns> {
  /** @internal */
  readonly parts: DesignParts;
  /** How the columns are named; never read at run time. */
  declare readonly row: Row;

  /** @internal */
  constructor(parts: DesignParts) {
    this.parts = parts;
  }

  /** The specification that the design was made from. */
  get spec(): DesignSpec | ReplicateSpec {
    return this.parts.spec;
  }

  /** Rows of the table, whether in the domain or not. */
  get length(): number {
    return this.parts.table.length;
  }

  /** Analysis weights of all rows, after any calibration; 0 outside the domain. A copy. */
  get weights(): Float64Array {
    const { weights, domain } = this.parts;
    return domain === undefined
      ? weights.slice()
      : Float64Array.from(weights, (weight, row) => (domain[row] === 1 ? weight : 0));
  }

  /** Notes and warnings from making the design and its domains. */
  get findings(): readonly Finding[] {
    return this.parts.findings;
  }

  /**
   * Degrees of freedom: first-stage units minus strata that hold a row of the domain with a positive
   * weight; for replicate weights the rank of their matrix minus 1.
   */
  get degreesOfFreedom(): number {
    return degreesOfFreedom(this.parts);
  }

  /**
   * The same design seen in a part of the population. All units stay in the design, so that the
   * standard errors are those of a domain and not of a smaller survey. Rows in which the condition is
   * missing are outside, and reported in `findings`.
   *
   * @param condition - an expression that gives truth values.
   * @throws VitalError for a faulty expression.
   *
   * @example
   * ```ts
   * import { mean, surveyDesign } from "@vitalcore/survey";
   * const design = surveyDesign(
   *   { w: [10, 20, 30, 40], psu: [1, 1, 2, 2], age: [15, 35, 45, 25] },
   *   { weights: "w", clusters: "psu" },
   * );
   * const adults = design.subset({ op: ">=", args: [{ column: "age" }, 18] });
   * mean(adults, "age").estimates[0]?.value; // => 33.888889
   * ```
   */
  subset(condition: Expression): SurveyDesign<Row> {
    const { table, domain } = this.parts;
    const { column, findings } = evaluate({ op: "and", args: [condition] }, table);
    const holds = booleansOf(tableOf([["holds", column]]), "holds");
    const inside = new Uint8Array(table.length);
    let undecided = 0;
    for (let row = 0; row < inside.length; row++) {
      if (domain !== undefined && domain[row] === 0) continue;
      if (holds[row] === 1) inside[row] = 1;
      else if (holds[row] === 255) undecided += 1;
    }
    const notes =
      undecided > 0 ? [find("survey/undecided-rows", { facts: { count: undecided } })] : [];
    return new SurveyDesign({
      ...this.parts,
      domain: inside,
      findings: [...this.parts.findings, ...findings, ...notes],
    });
  }

  /** Whether a design has its variance from replicate weights. */
  get isReplicated(): boolean {
    return this.parts.replicates !== undefined;
  }

  toString(): string {
    const { frame, replicates } = this.parts;
    if (replicates !== undefined) {
      return `Survey design: ${this.length} rows, ${replicates.count} replicate weights (${replicates.type})`;
    }
    const first = frame?.stages[0];
    return `Survey design: ${this.length} rows, ${first?.units} first-stage units in ${first?.strata} strata`;
  }
}

const ROLES = ["weights", "probabilities", "frequencies"] as const;

function columnsOfSpec(spec: DesignSpec): string[] {
  const named = ROLES.flatMap((role) => {
    const given = spec[role];
    if (given === undefined) return [];
    return [typeof given === "string" ? given : given.column];
  });
  return [...named, ...listOf(spec.clusters), ...listOf(spec.strata), ...listOf(spec.fpc)];
}

/**
 * Prepares a sample for estimation: reads weights, strata, clusters and finite population sizes,
 * checks them, and counts the sampled units once and for all.
 *
 * @param input - rows, columns, an Arrow or Arquero table, or a `Table`; one row per respondent.
 * @param spec - how the sample was drawn, as plain JSON. Without weights and probabilities the weights
 *   follow from `fpc`, or are 1.
 * @returns the design, to be handed to the estimators.
 * @throws VitalError with all problems found: `survey/missing-design-value`, `survey/negative-weight`,
 *   `survey/probability-range`, `survey/clusters-not-nested`, `survey/fpc-below-sample` and others.
 *
 * Source: Lumley (2010), *Complex Surveys*, chapters 2 and 3; the conventions are those of R's
 * `svydesign` (survey 4.5).
 *
 * @example
 * ```ts
 * import { mean, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign(
 *   [
 *     { region: "N", village: 1, weight: 12, online: 1 },
 *     { region: "N", village: 2, weight: 10, online: 0 },
 *     { region: "S", village: 3, weight: 20, online: 1 },
 *     { region: "S", village: 4, weight: 22, online: 1 },
 *   ],
 *   { weights: "weight", strata: "region", clusters: "village" },
 * );
 * design.degreesOfFreedom; // => 2
 * mean(design, "online").estimates[0]?.value; // => 0.84375
 * ```
 */
export function surveyDesign<const Input extends TableLike>(
  input: Input,
  spec: DesignSpec<ColumnName<RowOf<Input>>> = {},
  options: TableOptions = {},
): SurveyDesign<RowOf<Input>> {
  checkSpec(spec, DESIGN_SHAPE, "design");
  const given = tableFrom(input, options) as unknown as Table;
  requireColumns(given, columnsOfSpec(spec));
  if (given.length === 0) throwIfErrors([find("survey/empty-table", {})]);
  const findings: Finding[] = [];
  const table = expandFrequencies({ table: given, findings }, spec.frequencies);
  const check: ColumnCheck = { table, findings };
  const built = buildFrame(check, spec);
  const { weights, zeroWeights } = weightsOf(check, spec, built.impliedWeight);
  throwIfErrors(findings);
  return new SurveyDesign({
    table,
    spec,
    codings: new Map(),
    facts: rowFacts(),
    weights,
    zeroWeights,
    frame: built.frame,
    // Getters, because totals of sorted files never ask for them.
    get unitOfRow() {
      return built.unitOfRow();
    },
    get psuOfRow() {
      return built.psuOfRow();
    },
    runs: built.runs,
    stratumLabel: built.stratumLabel,
    replicates: undefined,
    pps: ppsMatrix(check, spec, built),
    adjustments: [],
    domain: undefined,
    lonely: { policy: spec.lonely ?? "fail", inDomains: spec.lonelyInDomains ?? false },
    missing: spec.missing ?? "error",
    findings,
  });
}

function weightsOf(
  check: ColumnCheck,
  spec: DesignSpec,
  implied: Float64Array | undefined,
): CheckedWeights {
  if (spec.weights !== undefined) return readWeights(check, spec.weights);
  if (spec.probabilities !== undefined) return readProbabilities(check, spec.probabilities);
  return implied === undefined
    ? equalWeights(check.table.length)
    : { weights: implied, zeroWeights: implied.includes(0) };
}

/** Cells of a group, for messages and results. */
export type GroupLabels = Readonly<Record<string, Cell>>;
