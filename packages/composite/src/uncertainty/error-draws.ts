import type { Finding } from "@vitalcore/core";
import { VitalError } from "@vitalcore/core";
import type { Interval } from "@vitalcore/domain";
import { normalQuantile } from "@vitalcore/stats/distributions";
import type { Leaf } from "../leaf.js";
import { find } from "./catalog.js";
import { type Coupling, couple } from "./error-coupling.js";
import { type ReplicateDeviations, replicateDeviations } from "./replicate-deviations.js";
import type { Prescribed } from "./scenarios.js";
import type { SamplingErrorFactor } from "./specification.js";

/** What the draws of a factor are made of, the same for all scenarios. */
export interface ErrorSource {
  readonly factor: SamplingErrorFactor;
  /** Ids of the leaves of the coordinates, units side by side within each. */
  readonly columns: readonly string[];
  readonly units: readonly string[];
  /** Correlations within units and within indicators. */
  readonly coupling: Coupling | undefined;
  /** Coordinates: one for each value, then one for each replicate. */
  readonly dimensions: number;
}

/** How the values of a scenario are drawn around what was measured. */
export interface ErrorModel {
  readonly source: ErrorSource;
  /** For each leaf, the column of its coordinates; -1 for a leaf that the methodology as it stands does not have. */
  readonly columns: Int32Array;
  /** Values as measured, leaf by leaf, and their standard errors on the scale of the draw (0 is certain). */
  readonly values: Float64Array;
  readonly errors: Float64Array;
  /** Bounds between which a leaf is drawn on the scale of log odds; NaN for the normal scale. */
  readonly bounds: readonly (readonly [number, number])[];
  /** Deviations of replicate estimates from the values, on the scale of the draw. */
  readonly deviations: readonly ReplicateDeviations[];
  readonly findings: readonly Finding[];
}

/** The source of the errors of a methodology as it stands. */
export function errorSource(factor: SamplingErrorFactor, nominal: Prescribed): ErrorSource {
  const columns = nominal.leaves.map(({ node }) => node.id);
  const { units } = nominal.data;
  const replicates = (factor.replicates ?? []).reduce((sum, set) => sum + countOf(set), 0);
  return {
    factor,
    columns,
    units,
    coupling: couple(factor, nominal.leaves, units),
    dimensions: columns.length * units.length + replicates,
  };
}

/** How many replicates a set has. */
export function countOf({ estimates }: { readonly estimates: ReplicateTable }): number {
  for (const byUnit of Object.values(estimates)) {
    for (const row of Object.values(byUnit)) return row.length;
  }
  return 0;
}

type ReplicateTable = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

/** The error model of a scenario's data, all units in order. */
export function errorModel(source: ErrorSource, scenario: Prescribed): ErrorModel {
  const { factor } = source;
  const { leaves, data } = scenario;
  const units = data.units.length;
  const values = data.values.slice(0, leaves.length * units);
  const errors = new Float64Array(values.length);
  const findings: Finding[] = [];
  const certain: string[] = [];
  const bounds = leaves.map((leaf) => boundsOf(factor, leaf));
  const deviations = replicateDeviations(factor, leaves, data.units, values, bounds);
  const isReplicated = new Uint8Array(values.length);
  for (const { cells } of deviations) for (const cell of cells) isReplicated[cell] = 1;
  let missing = 0;
  let total = 0;
  leaves.forEach((leaf, i) => {
    const [low, high] = bounds[i] as Bounds;
    const isLogit = !Number.isNaN(low);
    let atBound = 0;
    let without = 0;
    for (let unit = 0; unit < units; unit++) {
      const at = i * units + unit;
      const value = values[at] as number;
      if (Number.isNaN(value)) continue;
      total += 1;
      if (isReplicated[at] === 1) continue;
      const given = givenError(factor, leaf, data.units[unit] as string, () =>
        data.observation(i, unit),
      );
      if (given === undefined) without += 1;
      else if (!isLogit) errors[at] = typeof given === "number" ? given : halfWidth(given);
      else if (given === 0) continue;
      else if (value <= low || value >= high) atBound += 1;
      else errors[at] = logitError(given, value, [low, high]);
    }
    missing += without;
    if (without > 0) certain.push(leaf.indicator);
    if (atBound > 0) {
      const facts = { count: atBound, indicator: leaf.indicator };
      findings.push(find("composite/logit-at-bound", { facts }));
    }
  });
  if (missing === total) {
    throw new VitalError([find("composite/no-standard-errors", { facts: { factor: factor.id } })]);
  }
  if (missing > 0) {
    const facts = { count: missing, total, factor: factor.id, indicators: certain };
    findings.push(find("composite/certain-values", { facts }));
  }
  multiplyErrors(factor, leaves, units, errors, deviations);
  const columns = Int32Array.from(leaves, ({ node }) => source.columns.indexOf(node.id));
  return { source, columns, values, errors, bounds, deviations, findings };
}

function multiplyErrors(
  { multiply }: SamplingErrorFactor,
  leaves: readonly Leaf[],
  units: number,
  errors: Float64Array,
  deviations: readonly ReplicateDeviations[],
): void {
  if (multiply === undefined) return;
  const times = leaves.map(({ node, indicator }) => multiply[node.id] ?? multiply[indicator] ?? 1);
  const timesOf = (cell: number) => times[Math.floor(cell / units)] as number;
  for (let cell = 0; cell < errors.length; cell++) {
    errors[cell] = (errors[cell] as number) * timesOf(cell);
  }
  for (const { cells, byReplicate } of deviations) {
    for (let i = 0; i < byReplicate.length; i++) {
      const cell = cells[i % cells.length] as number;
      byReplicate[i] = (byReplicate[i] as number) * timesOf(cell);
    }
  }
}

type Bounds = readonly [number, number];

const UNBOUNDED: Bounds = [Number.NaN, Number.NaN];

function boundsOf({ distribution = "auto" }: SamplingErrorFactor, { definition }: Leaf): Bounds {
  const [low, high] = definition?.range ?? [null, null];
  const range: Bounds | undefined = low === null || high === null ? undefined : [low, high];
  if (distribution === "logit") return range ?? [0, 1];
  return distribution === "auto" && range !== undefined ? range : UNBOUNDED;
}

/** The standard error or interval of a value: what the factor gives, else what its observation carries. */
function givenError(
  factor: SamplingErrorFactor,
  { node, indicator }: Leaf,
  unit: string,
  observation: () => { readonly standardError?: number; readonly interval?: Interval } | undefined,
): number | Interval | undefined {
  const of = <T>(table: Readonly<Record<string, Readonly<Record<string, T>>>> | undefined) =>
    (table?.[node.id] ?? table?.[indicator])?.[unit];
  const given = of(factor.standardErrors) ?? of(factor.intervals);
  if (given !== undefined) return given;
  const observed = observation();
  return observed?.standardError ?? observed?.interval;
}

/** The standard error that a symmetric interval of normal estimates stands for. */
function halfWidth({ lower, upper, level }: Interval): number {
  return (upper - lower) / (2 * normalQuantile((1 + level) / 2));
}

/** The standard error of the log odds. */
function logitError(given: number | Interval, value: number, [low, high]: Bounds): number {
  // Delta method: d logit(p) = dp / (p (1 - p)).
  if (typeof given === "number") return (given * (high - low)) / ((value - low) * (high - value));
  const { lower, upper, level } = given;
  const odds = (x: number) => Math.log((x - low) / (high - x));
  const z = normalQuantile((1 + level) / 2);
  // An end on a bound says nothing on this scale: the other one does.
  if (lower <= low) return upper >= high ? 0 : (odds(upper) - odds(value)) / z;
  return upper >= high ? (odds(value) - odds(lower)) / z : (odds(upper) - odds(lower)) / (2 * z);
}

/**
 * Draws all values.
 *
 * @param coordinates - in (0, 1): one for each value, column by column, then one for each replicate; overwritten.
 * @param out - receives the values, leaf by leaf.
 */
export function drawValues(model: ErrorModel, coordinates: Float64Array, out: Float64Array): void {
  const { values, errors, bounds, source, columns, deviations } = model;
  const units = source.units.length;
  const { coupling } = source;
  const first = source.columns.length * units;
  // Without correlations only what is uncertain needs its normal.
  const from = coupling === undefined ? first : 0;
  for (let i = from; i < coordinates.length; i++) {
    coordinates[i] = normalQuantile(coordinates[i] as number);
  }
  coupling?.apply(coordinates);
  for (let leaf = 0; leaf < columns.length; leaf++) {
    const column = (columns[leaf] as number) * units;
    for (let unit = 0; unit < units; unit++) {
      const at = leaf * units + unit;
      const error = errors[at] as number;
      // Kept as shifts until those of the replicates are added.
      if (error === 0 || column < 0) {
        out[at] = 0;
        continue;
      }
      const drawn = coordinates[column + unit] as number;
      out[at] = error * (coupling === undefined ? normalQuantile(drawn) : drawn);
    }
  }
  let next = first;
  for (const { cells, byReplicate, count } of deviations) {
    for (let r = 0; r < count; r++) {
      const normal = coordinates[next + r] as number;
      for (let c = 0; c < cells.length; c++) {
        const cell = cells[c] as number;
        out[cell] = (out[cell] as number) + (byReplicate[r * cells.length + c] as number) * normal;
      }
    }
    next += count;
  }
  for (let leaf = 0; leaf < columns.length; leaf++) {
    const [low, high] = bounds[leaf] as Bounds;
    shift(values, out, leaf * units, (leaf + 1) * units, low, high);
  }
}

/** Turns shifts into values; what is certain stays as it is, to the last digit. */
function shift(
  values: Float64Array,
  out: Float64Array,
  from: number,
  to: number,
  low: number,
  high: number,
): void {
  const isLogit = !Number.isNaN(low);
  for (let i = from; i < to; i++) {
    const value = values[i] as number;
    const away = out[i] as number;
    if (away === 0 || Number.isNaN(value)) out[i] = value;
    else if (!isLogit) out[i] = value + away;
    else {
      const odds = ((value - low) / (high - value)) * Math.exp(away);
      out[i] = odds === Number.POSITIVE_INFINITY ? high : low + ((high - low) * odds) / (1 + odds);
    }
  }
}
