import { hypercubePoints, type Points, randomPoints, sobolPoints } from "./points.js";
import type { Model, Sample } from "./simulate.js";
import {
  alternativesOf,
  combinationsOf,
  type Design,
  ENUMERATE_UP_TO,
  type Factor,
  sharesOf,
} from "./specification.js";

/** A design, with what was chosen where nothing was said. */
export interface ReadyDesign {
  readonly design: Design;
  readonly points: Points;
  readonly sample: Sample;
  /** Whether all combinations are there, each with its share: then there is no sampling. */
  readonly isExact: boolean;
  /** Whether runs count differently. */
  readonly isWeighted: boolean;
}

const DEFAULT_RUNS = 10_000;

/** The design of a specification; enumerates where the space is finite and small. */
export function designFor(factors: readonly Factor[], design: Design | undefined): Design {
  if (design !== undefined) return design;
  const combinations = combinationsOf(factors);
  return combinations !== undefined && combinations <= ENUMERATE_UP_TO
    ? { method: "enumerate" }
    : { method: "monte-carlo", runs: DEFAULT_RUNS };
}

/** Makes the sample of a design. */
export function readyDesign(model: Model, given: Design | undefined, seed: number): ReadyDesign {
  const { factors, sizes } = model;
  const design = designFor(factors, given);
  const byRun = (run: number) => run;
  if (design.method === "enumerate") {
    const shares = factors.map(sharesOf);
    const isWeighted = shares.some((each) => each.some((share) => share !== each[0]));
    const sample = enumeration(factors, isWeighted ? shares : undefined);
    return { design, points: randomPoints(sizes, seed), sample, isExact: true, isWeighted };
  }
  if (design.method === "replay") {
    const { alternatives } = design;
    const sample: Sample = {
      runs: alternatives.length,
      row: byRun,
      alternative: (run, factor) => alternatives[run]?.[factor] as number,
    };
    return { design, points: randomPoints(sizes, seed), sample, isExact: false, isWeighted: false };
  }
  const sample: Sample = { runs: design.runs, row: byRun };
  return {
    design,
    points: pointsOf(model, design.method, design.runs, seed),
    sample,
    isExact: false,
    isWeighted: false,
  };
}

/**
 * The points of a method. Sampling errors have too many dimensions for stratified points: theirs are independent
 * random numbers, which the others stand beside.
 */
export function pointsOf(
  { sizes, errors }: Model,
  method: "monte-carlo" | "latin-hypercube" | "sobol",
  rows: number,
  seed: number,
  blocks = 1,
): Points {
  const independent = randomPoints(sizes, seed);
  if (method === "monte-carlo") return independent;
  const few = sizes.map(({ id, dimensions }, i) => ({
    id,
    dimensions: errors[i] === undefined ? dimensions : 0,
  }));
  const stratified =
    method === "sobol" ? sobolPoints(few, seed, rows, blocks) : hypercubePoints(few, seed, rows);
  return {
    fill: (factor, row, out) =>
      (errors[factor] === undefined ? stratified : independent).fill(factor, row, out),
  };
}

/** All combinations, the alternatives of the first factor changing fastest. */
function enumeration(
  factors: readonly Factor[],
  shares: readonly (readonly number[])[] | undefined,
): Sample {
  const counts = factors.map((factor) => alternativesOf(factor) as number);
  const steps: number[] = [];
  let runs = 1;
  for (const count of counts) {
    steps.push(runs);
    runs *= count;
  }
  const alternative = (run: number, factor: number) =>
    Math.floor(run / (steps[factor] as number)) % (counts[factor] as number);
  if (shares === undefined) return { runs, row: (run) => run, alternative };
  const weight = (run: number) =>
    shares.reduce((product, each, i) => product * (each[alternative(run, i)] as number), 1);
  return { runs, row: (run) => run, alternative, weight };
}
