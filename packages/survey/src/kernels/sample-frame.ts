/** The units of one stage of a sample, and the strata that they lie in. */
export interface FrameStage {
  readonly units: number;
  readonly strata: number;
  /** Stratum of each unit, at this stage. */
  readonly stratumOfUnit: Int32Array;
  /** Unit of the stage above that each stratum lies in; 0 at the first stage. */
  readonly parentOfStratum: Int32Array;
  /** Sampled units in each stratum, counted when the design is built and never again. */
  readonly sampled: Float64Array;
  /** Sampling fraction of each unit (n/N of its stratum; the inclusion probability under PPS); 0: with replacement. */
  readonly fraction: Float64Array;
  /** Units of each stratum, next to each other: those of stratum h are `order[start[h] .. start[h+1]-1]`. */
  readonly order: Int32Array;
  readonly start: Int32Array;
  /** Strata of each parent, next to each other, in the same way. */
  readonly strataOrder: Int32Array;
  readonly strataStart: Int32Array;
  /** Unit of the stage above for each unit; 0 at the first stage. */
  readonly parentOfUnit: Int32Array;
}

/** All units of a sample, stage by stage: what a variance needs to know of the design. */
export interface SampleFrame {
  /** First stage first; only the stages that enter the variance. */
  readonly stages: readonly FrameStage[];
}

/** What is told about the units of one stage; the rest of {@link FrameStage} follows. */
export interface StageUnits {
  readonly units: number;
  readonly strata: number;
  readonly stratumOfUnit: Int32Array;
  readonly parentOfStratum: Int32Array;
  readonly parents: number;
  readonly fraction?: Float64Array;
}

/** Positions of items grouped by their key: a counting sort. */
export function groupByKey(
  keys: Int32Array,
  count: number,
): { readonly order: Int32Array; readonly start: Int32Array } {
  const start = new Int32Array(count + 1);
  for (let i = 0; i < keys.length; i++) start[keys[i]! + 1]!++;
  for (let key = 0; key < count; key++) start[key + 1]! += start[key]!;
  const next = start.slice(0, count);
  const order = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) order[next[keys[i]!]!++] = i;
  return { order, start };
}

/** Completes a stage of a frame. */
export function frameStage(given: StageUnits): FrameStage {
  const { units, strata, stratumOfUnit, parentOfStratum, parents } = given;
  const { order, start } = groupByKey(stratumOfUnit, strata);
  const byParent = groupByKey(parentOfStratum, parents);
  const sampled = new Float64Array(strata);
  for (let h = 0; h < strata; h++) sampled[h] = start[h + 1]! - start[h]!;
  const parentOfUnit = new Int32Array(units);
  for (let u = 0; u < units; u++) parentOfUnit[u] = parentOfStratum[stratumOfUnit[u]!]!;
  return {
    units,
    strata,
    stratumOfUnit,
    parentOfStratum,
    sampled,
    fraction: given.fraction ?? new Float64Array(units),
    order,
    start,
    strataOrder: byParent.order,
    strataStart: byParent.start,
    parentOfUnit,
  };
}
