import { type Cell, type Column, cellAt, type Table, tableOf } from "@vitalcore/core";
import { find } from "../catalog.js";
import { type Codes, codesOf, oneCode, pairCodes, rowCodes } from "../kernels/codes.js";
import { pickCells, type Runs, runStarts, spreadRuns } from "../kernels/runs.js";
import { type FrameStage, frameStage, type SampleFrame } from "../kernels/sample-frame.js";
import { type DesignSpec, listOf } from "./design-spec.js";
import { type ColumnCheck, checkCodes, designNumbers } from "./read-columns.js";

/** The frame of a design, and where its rows lie in it. */
export interface BuiltFrame {
  readonly frame: SampleFrame;
  /** Unit of the frame's last stage that each row lies in; made when first asked for. */
  readonly unitOfRow: () => Int32Array;
  /** Unit of the first stage that each row lies in. */
  readonly psuOfRow: () => Int32Array;
  /** The same as `unitOfRow` where the file is sorted by cluster. */
  readonly runs: Runs | undefined;
  /** Product of N/n over the stages that have an fpc: the weight that the fpc implies. */
  readonly impliedWeight: Float64Array | undefined;
  /** How a first-stage stratum is called in messages. */
  readonly stratumLabel: (stratum: number) => string;
}

interface StageOfRows {
  readonly stage: FrameStage;
  readonly units: Codes;
}

/** Builds the stages of a design. All problems are added to `check.findings`. */
export function buildFrame(check: ColumnCheck, spec: DesignSpec): BuiltFrame {
  return frameOfRuns(check, spec) ?? frameOfRows(check, spec);
}

/**
 * The same from one row of every run, for files that are sorted by cluster. Where there is anything to report,
 * all rows are looked at: findings count them.
 */
function frameOfRuns({ table, findings }: ColumnCheck, spec: DesignSpec): BuiltFrame | undefined {
  if (spec.clusters === undefined || spec.pps !== undefined || findings.length > 0)
    return undefined;
  const names = [...listOf(spec.strata), ...listOf(spec.clusters), ...listOf(spec.fpc)];
  const columns = names.map((name): Column => table.column(name));
  const start = runStarts(columns, table.length);
  if (start === undefined) return undefined;
  const heads = tableOf(
    names.map((name, i) => [name, pickCells(columns[i]!, start, start.length - 1)] as const),
    { identifying: table.identifying },
  );
  const check: ColumnCheck = { table: heads, findings: [] };
  const built = frameOfRows(check, spec, (run) => start[run]!);
  if (check.findings.length > 0) return undefined;
  const [units, psus] = [built.unitOfRow(), built.psuOfRow()];
  const spread = (ofRun: Int32Array) => () =>
    spreadRuns(ofRun, start, new Int32Array(table.length));
  const unitOfRow = once(spread(units));
  const { impliedWeight: weight } = built;
  return {
    ...built,
    unitOfRow,
    psuOfRow: psus === units ? unitOfRow : once(spread(psus)),
    runs: { start, unit: units },
    impliedWeight: weight && spreadRuns(weight, start, new Float64Array(table.length)),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function frameOfRows(
  check: ColumnCheck,
  spec: DesignSpec,
  rowInFile = (row: number): number => row,
): BuiltFrame {
  const { table } = check;
  const clusters = listOf(spec.clusters);
  const strata = listOf(spec.strata);
  const fpc = listOf(spec.fpc);
  const stageCount = Math.max(1, clusters.length);
  checkStageCounts(check, { stages: stageCount, strata: strata.length, fpc: fpc.length });

  const stages: StageOfRows[] = [];
  const population: (Float64Array | undefined)[] = [];
  const finite = fpc.length > 0;
  const variance = finite && spec.ultimateCluster !== true ? stageCount : 1;
  for (let s = 0; s < stageCount; s++) {
    const parent = stages[s - 1]?.units ?? oneCode(table.length);
    const stratumColumn = strata[s];
    const ownStrata =
      stratumColumn === undefined ? parent : columnCodes(check, stratumColumn, "stratum");
    const strataOfRows = stratumColumn === undefined ? parent : pairCodes(parent, ownStrata);
    const clusterColumn = clusters[s];
    const ids =
      clusterColumn === undefined
        ? rowCodes(table.length)
        : columnCodes(check, clusterColumn, "cluster");
    const nested = s > 0 || (spec.nest === true && strata.length > 0);
    const units = nested && clusterColumn !== undefined ? pairCodes(strataOfRows, ids) : ids;
    const stratumOfUnit = stratumOfUnits(check, units, strataOfRows, clusterColumn, stratumColumn);
    const shape = {
      units: units.count,
      strata: strataOfRows.count,
      stratumOfUnit,
      parentOfStratum: pick(parent.codes, strataOfRows),
      parents: parent.count,
    };
    const fpcColumn = fpc[s];
    const sizes =
      fpcColumn === undefined
        ? undefined
        : readFpc(check, fpcColumn, { ...shape, units, strataOfRows, spec, stratumColumn });
    population.push(sizes?.population);
    if (s < variance || s === 0) {
      stages.push({
        stage: frameStage({ ...shape, ...(sizes && { fraction: sizes.fraction }) }),
        units,
      });
    } else stages.push({ stage: frameStage(shape), units });
  }

  const used = stages.slice(0, variance);
  const psu = stages[0]!.units;
  const unit = used[used.length - 1]!.units;
  return {
    frame: { stages: used.map(({ stage }) => stage) },
    unitOfRow: () => unit.codes,
    psuOfRow: () => psu.codes,
    runs: undefined,
    impliedWeight: impliedWeight(stages, population),
    stratumLabel: stratumLabels(table, strata[0], stages[0]!, rowInFile),
  };
}

function checkStageCounts(
  { findings }: ColumnCheck,
  given: { stages: number; strata: number; fpc: number },
): void {
  const { stages, strata, fpc } = given;
  if (strata > stages) {
    findings.push(
      find("survey/stage-count", { facts: { what: "`strata`", given: strata, stages } }),
    );
  }
  if (fpc > 0 && fpc !== stages) {
    findings.push(find("survey/stage-count", { facts: { what: "`fpc`", given: fpc, stages } }));
  }
}

function columnCodes(check: ColumnCheck, column: string, role: string): Codes {
  const codes = codesOf(check.table.column(column));
  checkCodes(check, column, role, codes);
  return codes;
}

/** The value that a coding has in each code's first row. */
function pick(values: Int32Array, codes: Codes): Int32Array {
  return Int32Array.from(codes.firstRow, (row) => Math.max(0, values[row] ?? 0));
}

function stratumOfUnits(
  { table, findings }: ColumnCheck,
  units: Codes,
  strata: Codes,
  clusterColumn: string | undefined,
  stratumColumn: string | undefined,
): Int32Array {
  const stratumOfUnit = pick(strata.codes, units);
  // Where a stratum or cluster is missing, that is reported, and what follows from it is not.
  if (clusterColumn === undefined || strata.count <= 1 || findings.length > 0) return stratumOfUnit;
  for (let row = 0; row < table.length; row++) {
    const unit = units.codes[row]!;
    const stratum = strata.codes[row]!;
    if (unit < 0 || stratum < 0 || stratumOfUnit[unit] === stratum) continue;
    const withhold = table.identifying.has(clusterColumn);
    const label = (at: number) =>
      stratumColumn === undefined ? "" : String(cellAt(table.column(stratumColumn), at));
    findings.push(
      find("survey/clusters-not-nested", {
        place: { column: clusterColumn, row: row + 1 },
        facts: {
          cluster: withhold ? "(withheld)" : String(cellAt(table.column(clusterColumn), row)),
          stratum: label(units.firstRow[unit]!),
          otherStratum: label(row),
        },
      }),
    );
    break;
  }
  return stratumOfUnit;
}

interface FpcContext {
  readonly units: Codes;
  readonly strataOfRows: Codes;
  readonly strata: number;
  readonly stratumOfUnit: Int32Array;
  readonly spec: DesignSpec;
  readonly stratumColumn: string | undefined;
}

function readFpc(
  check: ColumnCheck,
  column: string,
  context: FpcContext,
): { fraction: Float64Array; population: Float64Array } {
  const { table, findings } = check;
  const { units, strataOfRows, strata, stratumOfUnit, spec } = context;
  const values = designNumbers(check, column, "finite population size");
  const withhold = table.identifying.has(column);
  const isSize = values.some((value) => value > 1);
  const sampled = new Float64Array(strata);
  for (let u = 0; u < units.count; u++) sampled[stratumOfUnit[u]!]! += 1;
  const fraction = new Float64Array(units.count);
  const population = new Float64Array(table.length).fill(Number.NaN);
  const faulty = findings.length > 0;
  const reported = new Set<string>();
  const report = (finding: ReturnType<typeof find>) => {
    if (reported.has(finding.code)) return;
    reported.add(finding.code);
    findings.push(finding);
  };
  for (let row = 0; row < table.length; row++) {
    const value = values[row]!;
    const unit = units.codes[row]!;
    const h = strataOfRows.codes[row]!;
    if (Number.isNaN(value) || unit < 0 || h < 0) continue;
    const place = { column, row: row + 1 };
    if (value <= 0) report(find("survey/fpc-positive", { place, found: value, withhold }));
    else if (isSize && value < 1)
      report(find("survey/fpc-mixed", { place, found: value, withhold }));
    const size = isSize ? value : sampled[h]! / value;
    const name = context.stratumColumn;
    const stratum =
      name === undefined ? String(h + 1) : String(cellAt(table.column(name), row) ?? h + 1);
    if (faulty || value <= 0) continue;
    if (isSize && value < sampled[h]! && spec.pps === undefined) {
      const facts = { stratum, sampled: sampled[h]! };
      report(find("survey/fpc-below-sample", { place, found: value, withhold, facts }));
    }
    const first = values[strataOfRows.firstRow[h]!]!;
    if (value !== first && spec.pps === undefined) {
      const facts = { stratum, other: withhold ? "another value" : first };
      report(find("survey/fpc-not-constant", { place, found: value, withhold, facts }));
    }
    fraction[unit] = sampled[h]! / size;
    population[row] = size / sampled[h]!;
  }
  return { fraction, population };
}

function impliedWeight(
  stages: readonly StageOfRows[],
  population: readonly (Float64Array | undefined)[],
): Float64Array | undefined {
  if (population[0] === undefined) return undefined;
  const weight = new Float64Array(stages[0]!.units.codes.length).fill(1);
  for (const ratio of population) {
    if (ratio === undefined) continue;
    for (let row = 0; row < weight.length; row++) weight[row]! *= ratio[row]!;
  }
  return weight;
}

function stratumLabels(
  table: Table,
  column: string | undefined,
  { stage, units }: StageOfRows,
  rowInFile: (row: number) => number,
): (stratum: number) => string {
  return (stratum) => {
    const unit = stage.order[stage.start[stratum]!];
    const row = unit === undefined ? undefined : units.firstRow[unit];
    if (column === undefined || row === undefined) return "all";
    if (table.identifying.has(column)) return `of row ${rowInFile(row) + 1}`;
    const cell: Cell = cellAt(table.column(column), row);
    return String(cell);
  };
}
