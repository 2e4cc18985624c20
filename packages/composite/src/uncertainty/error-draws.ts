import { type Finding, VitalError } from "@vitalcore/core";
import { normalQuantile } from "@vitalcore/stats/distributions";
import { find } from "./catalog.js";
import { lowerFactor } from "./matrix.js";
import type { Scenario } from "./scenarios.js";
import type { SamplingErrorFactor } from "./specification.js";

/** How the values of the indicators are drawn around what was measured. */
export interface ErrorModel {
  /** Indicators of the columns, in their order. */
  readonly indicators: readonly string[];
  readonly units: number;
  /** Values as measured, and their standard errors on the scale of the draw (0 is certain). */
  readonly values: Float64Array;
  readonly errors: Float64Array;
  /** Bounds between which a column is drawn on the scale of log odds; NaN for the normal scale. */
  readonly bounds: readonly (readonly [number, number])[];
  /** Lower factor of the correlation of a unit's errors, and the columns that it couples. */
  readonly coupling:
    | { readonly columns: readonly number[]; readonly factor: Float64Array }
    | undefined;
  readonly findings: readonly Finding[];
}

/** The error model of the nominal scenario's data, all units in order. */
export function errorModel(factor: SamplingErrorFactor, scenario: Scenario): ErrorModel {
  const { leaves, data } = scenario;
  const units = data.units.length;
  const count = leaves.length * units;
  const values = data.values.slice(0, count);
  const errors = new Float64Array(count);
  const bounds: (readonly [number, number])[] = [];
  const findings: Finding[] = [];
  const certain: string[] = [];
  let missing = 0;
  let total = 0;
  leaves.forEach(({ indicator, definition }, i) => {
    const range = rangeOf(definition?.range);
    const isLogit =
      factor.distribution === "logit" || (factor.distribution !== "normal" && range !== undefined);
    bounds.push(isLogit ? (range ?? [0, 1]) : [Number.NaN, Number.NaN]);
    const [low, high] = bounds[i] as readonly [number, number];
    let atBound = 0;
    let without = 0;
    for (let unit = 0; unit < units; unit++) {
      const at = i * units + unit;
      const value = values[at] as number;
      if (Number.isNaN(value)) continue;
      total += 1;
      const given = factor.standardErrors?.[indicator]?.[data.units[unit] as string];
      const error = given ?? data.observation(i, unit)?.standardError;
      if (error === undefined) {
        without += 1;
        continue;
      }
      if (!isLogit) errors[at] = error;
      else if (error > 0 && (value <= low || value >= high)) atBound += 1;
      // Delta method: d logit(p) = dp / (p (1 - p)).
      else if (error > 0) errors[at] = (error * (high - low)) / ((value - low) * (high - value));
    }
    missing += without;
    if (without > 0) certain.push(indicator);
    if (atBound > 0) {
      findings.push(find("composite/logit-at-bound", { facts: { count: atBound, indicator } }));
    }
  });
  if (missing === total) {
    throw new VitalError([find("composite/no-standard-errors", { facts: { factor: factor.id } })]);
  }
  if (missing > 0) {
    const facts = { count: missing, total, factor: factor.id, indicators: certain };
    findings.push(find("composite/certain-values", { facts }));
  }
  const indicators = leaves.map(({ indicator }) => indicator);
  return {
    indicators,
    units,
    values,
    errors,
    bounds,
    coupling: couple(factor, indicators),
    findings,
  };
}

function rangeOf(
  range: readonly [number | null, number | null] | undefined,
): readonly [number, number] | undefined {
  const [low, high] = range ?? [null, null];
  return low === null || high === null ? undefined : [low, high];
}

function couple({ correlation, id }: SamplingErrorFactor, indicators: readonly string[]) {
  if (correlation === undefined) return undefined;
  const columns = correlation.indicators.map((indicator) => {
    const column = indicators.indexOf(indicator);
    if (column >= 0) return column;
    const facts = { factor: id, what: "the indicator" };
    throw new VitalError([find("composite/factor-unknown-node", { found: indicator, facts })]);
  });
  const factor = lowerFactor(correlation.matrix);
  if (factor === undefined || factor.length !== columns.length ** 2) {
    const facts = {
      factor: id,
      what: "a correlation matrix",
      wanted: "symmetric and positive definite, with a row for each indicator",
    };
    throw new VitalError([find("composite/factor-invalid", { found: correlation.matrix, facts })]);
  }
  return { columns, factor };
}

/**
 * Draws all values.
 *
 * @param uniforms - in (0, 1), one for each value, leaf by leaf; overwritten.
 * @param out - receives the values, leaf by leaf.
 */
export function drawValues(model: ErrorModel, uniforms: Float64Array, out: Float64Array): void {
  const { values, errors, bounds, units, coupling } = model;
  for (let i = 0; i < values.length; i++) uniforms[i] = normalQuantile(uniforms[i] as number);
  if (coupling !== undefined) coupleNormals(coupling, units, uniforms);
  bounds.forEach(([low, high], column) => {
    const isLogit = !Number.isNaN(low);
    for (let i = column * units; i < (column + 1) * units; i++) {
      const value = values[i] as number;
      const error = errors[i] as number;
      if (error === 0 || Number.isNaN(value)) out[i] = value;
      else if (!isLogit) out[i] = value + error * (uniforms[i] as number);
      else {
        const odds = ((value - low) / (high - value)) * Math.exp(error * (uniforms[i] as number));
        out[i] =
          odds === Number.POSITIVE_INFINITY ? high : low + ((high - low) * odds) / (1 + odds);
      }
    }
  });
}

/** Correlates the normals of each unit in place, from the last column up, which the lower ones do not need. */
function coupleNormals(
  { columns, factor }: { readonly columns: readonly number[]; readonly factor: Float64Array },
  units: number,
  normals: Float64Array,
): void {
  const size = columns.length;
  for (let unit = 0; unit < units; unit++) {
    for (let i = size - 1; i >= 0; i--) {
      let sum = 0;
      for (let j = 0; j <= i; j++) {
        sum +=
          (factor[i * size + j] as number) *
          (normals[(columns[j] as number) * units + unit] as number);
      }
      normals[(columns[i] as number) * units + unit] = sum;
    }
  }
}
