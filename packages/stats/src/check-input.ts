import { type Finding, VitalError } from "@vitalcore/core";
import { find } from "./catalog.js";

/**
 * Numbers as a Float64Array: the array itself if it is one, otherwise a copy in which everything
 * that is not a number is NaN (`null` would silently become 0).
 */
export function toFloats(values: ArrayLike<number>): Float64Array {
  if (values instanceof Float64Array) return values;
  const floats = new Float64Array(values.length);
  for (let i = 0; i < floats.length; i++) {
    const value = values[i];
    floats[i] = typeof value === "number" ? value : Number.NaN;
  }
  return floats;
}

function notFiniteFindings(
  floats: Float64Array,
  given: ArrayLike<number>,
  argument: string,
): Finding[] {
  const findings: Finding[] = [];
  const isMissing = (x: number) => Number.isNaN(x);
  const isInfinite = (x: number) => x === Infinity || x === -Infinity;
  for (const [code, isBad] of [
    ["stats/missing-value", isMissing],
    ["stats/infinite-value", isInfinite],
  ] as const) {
    const first = floats.findIndex(isBad);
    if (first < 0) continue;
    const count = floats.reduce((n, x) => n + Number(isBad(x)), 0);
    const facts = { argument, count, position: first + 1, length: floats.length };
    findings.push(find(code, { found: given[first] ?? null, facts }));
  }
  return findings;
}

/** What is wrong with a list of numbers that must all be present and finite. */
export function numberFindings(
  floats: Float64Array,
  given: ArrayLike<number>,
  argument: string,
): Finding[] {
  for (let i = 0; i < floats.length; i++) {
    const x = floats[i] as number;
    // Only NaN and the infinities differ from themselves after subtraction.
    if (x - x !== 0) return notFiniteFindings(floats, given, argument);
  }
  return [];
}

/** What a function asks of its values. */
export interface Demand {
  /** The function or quantity, for the sentence of the error. */
  readonly what: string;
  /** Fewest values; 1 if left out. */
  readonly least?: number;
  readonly argument?: string;
  /** Whether weights may all be zero, as in one chunk of many. */
  readonly allowZeroTotal?: boolean;
}

function lengthFindings(length: number, { what, least = 1, argument = "values" }: Demand) {
  if (length >= least) return [];
  return [
    find("stats/too-few-values", { found: length, facts: { what, needed: least, argument } }),
  ];
}

function throwAny(findings: readonly Finding[]): void {
  if (findings.length > 0) throw new VitalError(findings);
}

/** The values as a Float64Array; throws unless all are finite numbers and there are enough. */
export function requireValues(values: ArrayLike<number>, demand: Demand): Float64Array {
  const floats = toFloats(values);
  throwAny([
    ...lengthFindings(floats.length, demand),
    ...numberFindings(floats, values, demand.argument ?? "values"),
  ]);
  return floats;
}

/** Two lists of equal length, all present and finite. */
export function requirePairs(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  demand: Demand,
  names: readonly [string, string] = ["x values", "y values"],
): [Float64Array, Float64Array] {
  const [xs, ys] = [toFloats(x), toFloats(y)];
  throwAny([
    ...unequalFindings(ys.length, xs.length, names),
    ...lengthFindings(xs.length, { ...demand, argument: names[0] }),
    ...numberFindings(xs, x, names[0]),
    ...numberFindings(ys, y, names[1]),
  ]);
  return [xs, ys];
}

function unequalFindings(found: number, length: number, names: readonly [string, string]) {
  if (found === length) return [];
  const facts = { argument: names[1], other: names[0], length };
  return [find("stats/unequal-lengths", { found, facts })];
}

function weightFindings(
  weights: Float64Array,
  given: ArrayLike<number>,
  demand: Demand,
): Finding[] {
  const findings = numberFindings(weights, given, "weights");
  if (findings.length > 0) return findings;
  const negative = weights.findIndex((w) => w < 0);
  if (negative >= 0) {
    const facts = { position: negative + 1 };
    return [find("stats/negative-weight", { found: weights[negative], facts })];
  }
  if (demand.allowZeroTotal === true || weights.length === 0) return [];
  if (weights.every((w) => w === 0)) {
    return [find("stats/weights-all-zero", { facts: { length: weights.length } })];
  }
  return [];
}

/** Values and their weights: all finite, weights not negative and not all zero. */
export function requireWeighted(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  demand: Demand,
): [Float64Array, Float64Array] {
  const [xs, ws] = [toFloats(values), toFloats(weights)];
  throwAny([
    ...unequalFindings(ws.length, xs.length, ["values", "weights"]),
    ...lengthFindings(xs.length, demand),
    ...numberFindings(xs, values, "values"),
    ...weightFindings(ws, weights, demand),
  ]);
  return [xs, ws];
}

/** Throws unless a probability is in [0, 1]. */
export function requireProbability(p: number): void {
  if (p >= 0 && p <= 1) return;
  throw new VitalError([find("stats/invalid-probability", { found: p })]);
}

/** Throws unless an option is one of those known. */
export function requireOption<Option extends string | number>(
  what: string,
  known: readonly Option[],
  found: unknown,
): void {
  if ((known as readonly unknown[]).includes(found)) return;
  throw new VitalError([find("stats/unknown-option", { found, facts: { what, known } })]);
}

/** The error for values that do not vary where they must. */
export function noVariation(
  what: string,
  values: Float64Array,
  argument: string = "values",
): VitalError {
  const facts = { what, argument, length: values.length };
  return new VitalError([find("stats/no-variation", { found: values[0], facts })]);
}
