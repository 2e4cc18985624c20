import { type RandomStream, randomStream, VitalError } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { SequenceOptions } from "./point-sequence.js";

/** Throws unless a number is whole and within bounds. */
export function requireWhole(
  what: string,
  name: string,
  value: number,
  least: number,
  most: number,
): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  const end = most === Number.MAX_SAFE_INTEGER ? "" : ` to ${most}`;
  const facts = { what, name, wanted: `a whole number from ${least}${end}` };
  throw new VitalError([find("stats/invalid-parameter", { found: value, facts })]);
}

/** Throws unless the points asked for are there, and they fill the array exactly. */
export function requirePoints(
  what: string,
  dimensions: number,
  length: number,
  first: number,
  most: number,
): void {
  requireWhole(what, "the first point", first, 0, most - 1);
  const points = length / dimensions;
  const name = "the length of the array in points";
  requireWhole(what, name, points, 0, most - first);
}

/** Checks the options of a sequence; gives the random numbers of its randomization. */
export function streamFor(
  what: string,
  label: string,
  options: SequenceOptions,
  mostDimensions: number,
): RandomStream {
  requireWhole(what, "the number of dimensions", options.dimensions, 1, mostDimensions);
  requireWhole(what, "the replication", options.replication ?? 0, 0, Number.MAX_SAFE_INTEGER);
  return randomStream({ label, ...(options.seed !== undefined && { seed: options.seed }) });
}
