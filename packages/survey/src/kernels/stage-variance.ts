import type { LonelyPolicy } from "../design/design-spec.js";
import type { FrameStage, SampleFrame } from "./sample-frame.js";

/** What the variance does where a stratum has one unit. */
export interface LonelyRules {
  readonly policy: LonelyPolicy;
  readonly inDomains: boolean;
}

/** A covariance matrix, row by row, and the strata that have a single unit under the policy "fail". */
export interface StageVariance {
  readonly covariance: Float64Array;
  readonly lonely: readonly { readonly stage: number; readonly stratum: number }[];
}

/** Sums of the columns of `values` (units x width) over the units of the stage above. */
function rollUp(stage: FrameStage, values: Float64Array, width: number, parents: number) {
  const sums = new Float64Array(parents * width);
  for (let u = 0; u < stage.units; u++) {
    const to = stage.parentOfUnit[u]! * width;
    const from = u * width;
    for (let j = 0; j < width; j++) sums[to + j]! += values[from + j]!;
  }
  return sums;
}

/** Whether a unit has rows in the domain. */
type HasRows = (unit: number) => boolean;

function hasRowsAbove(stage: FrameStage, hasRows: HasRows, parents: number): HasRows {
  const above = new Uint8Array(parents);
  for (let u = 0; u < stage.units; u++) if (hasRows(u)) above[stage.parentOfUnit[u]!] = 1;
  return (unit) => above[unit] === 1;
}

const CENSUS = 1e-7;

class StageSum {
  readonly #stage: FrameStage;
  readonly #totals: Float64Array;
  readonly #hasRows: HasRows;
  readonly #width: number;
  readonly #rules: LonelyRules;
  readonly #mean: Float64Array;
  readonly #local: Float64Array;
  readonly lonely: number[] = [];

  constructor(
    stage: FrameStage,
    totals: Float64Array,
    hasRows: HasRows,
    width: number,
    rules: LonelyRules,
  ) {
    this.#stage = stage;
    this.#totals = totals;
    this.#hasRows = hasRows;
    this.#width = width;
    this.#rules = rules;
    this.#mean = new Float64Array(width);
    this.#local = new Float64Array(width * width);
  }

  /** Adds the contribution of all strata inside one unit of the stage above, times a factor. */
  addParent(parent: number, factor: number, into: Float64Array): void {
    const { strataOrder, strataStart } = this.#stage;
    const local = this.#local.fill(0);
    let strata = 0;
    let usable = 0;
    for (let i = strataStart[parent]!; i < strataStart[parent + 1]!; i++) {
      const h = strataOrder[i]!;
      const known = this.#addStratum(h, parent);
      if (known === undefined) continue;
      strata += 1;
      if (known) usable += 1;
    }
    const scale = strata > usable ? (factor * strata) / usable : factor;
    for (let j = 0; j < local.length; j++) into[j]! += scale * local[j]!;
  }

  /** Whether the stratum's contribution is known; undefined where none of its units has rows left. */
  #addStratum(h: number, parent: number): boolean | undefined {
    const { order, start, sampled, fraction } = this.#stage;
    const end = start[h + 1]!;
    let withRows = 0;
    let census = true;
    // Of the units with rows it matters whether there are none, one or more.
    for (let i = start[h]!; i < end && (census || withRows < 2); i++) {
      const u = order[i]!;
      if (!this.#hasRows(u)) continue;
      withRows += 1;
      if (1 - fraction[u]! >= CENSUS) census = false;
    }
    if (withRows === 0) return undefined;
    if (census) return true;
    const n = sampled[h]!;
    const { policy, inDomains } = this.#rules;
    if (n === 1) {
      if (policy === "fail") this.lonely.push(h);
      if (policy === "average") return false;
      if (policy === "adjust") this.#addAround(h, this.#grandMean(parent), 1);
      return true;
    }
    if (withRows === 1 && inDomains && (policy === "adjust" || policy === "average")) {
      if (policy === "average") return false;
      this.#addAround(h, this.#grandMean(parent), n / (n - 1));
      return true;
    }
    this.#addAround(h, this.#stratumMean(h), n / (n - 1));
    return true;
  }

  #stratumMean(h: number): Float64Array {
    const { order, start, sampled } = this.#stage;
    const width = this.#width;
    const totals = this.#totals;
    const mean = this.#mean;
    const end = start[h + 1]!;
    for (let j = 0; j < width; j++) {
      let sum = 0;
      for (let i = start[h]!; i < end; i++) sum += totals[order[i]! * width + j]!;
      mean[j] = sum / sampled[h]!;
    }
    return mean;
  }

  /** Mean of unit totals over the strata with rows: what a lonely unit is compared with (survey 4.5). */
  #grandMean(parent: number): Float64Array {
    const { strataOrder, strataStart, order, start, sampled } = this.#stage;
    const mean = this.#mean.fill(0);
    let units = 0;
    for (let s = strataStart[parent]!; s < strataStart[parent + 1]!; s++) {
      const h = strataOrder[s]!;
      let withRows = false;
      for (let i = start[h]!; i < start[h + 1]!; i++) {
        const u = order[i]!;
        if (!this.#hasRows(u)) continue;
        withRows = true;
        for (let j = 0; j < this.#width; j++) mean[j]! += this.#totals[u * this.#width + j]!;
      }
      if (withRows) units += sampled[h]!;
    }
    for (let j = 0; j < this.#width; j++) mean[j]! /= units;
    return mean;
  }

  /** Units without rows in the domain count as zero: the stratum keeps all its units. */
  #addAround(h: number, mean: Float64Array, factor: number): void {
    const { order, start, fraction } = this.#stage;
    const width = this.#width;
    const local = this.#local;
    const totals = this.#totals;
    const end = start[h + 1]!;
    if (width === 1) {
      const center = mean[0]!;
      let sum = local[0]!;
      for (let i = start[h]!; i < end; i++) {
        const u = order[i]!;
        const d = totals[u]! - center;
        sum += factor * (1 - fraction[u]!) * d * d;
      }
      local[0] = sum;
      return;
    }
    for (let i = start[h]!; i < end; i++) {
      const u = order[i]!;
      const scale = factor * (1 - fraction[u]!);
      const from = u * width;
      for (let j = 0; j < width; j++) {
        const dj = scale * (totals[from + j]! - mean[j]!);
        for (let k = 0; k <= j; k++) {
          local[j * width + k]! += dj * (totals[from + k]! - mean[k]!);
        }
      }
    }
  }
}

/**
 * Covariance matrix of estimates from the totals of their influence values in the units of the last
 * stage. In each stratum `(1 - f) n/(n-1) * sum (Z - mean)^2`, and inside each unit the same at the
 * next stage times the sampling fraction n/N of the unit. Sources: Cochran (1977), section 10.8;
 * Lumley (2010), chapter 3 and appendix A.
 *
 * @param totals - units of the last stage x `width`, row by row.
 * @param hasRows - whether a unit of the last stage has rows in the domain.
 */
export function stageVariance(
  frame: SampleFrame,
  totals: Float64Array,
  hasRows: HasRows,
  width: number,
  rules: LonelyRules,
): StageVariance {
  const { stages } = frame;
  const last = stages.length - 1;
  const totalsAt: Float64Array[] = [];
  const hasRowsAt: HasRows[] = [];
  totalsAt[last] = totals;
  hasRowsAt[last] = hasRows;
  for (let s = last; s > 0; s--) {
    const parents = stages[s - 1]!.units;
    totalsAt[s - 1] = rollUp(stages[s]!, totalsAt[s]!, width, parents);
    hasRowsAt[s - 1] = hasRowsAbove(stages[s]!, hasRowsAt[s]!, parents);
  }
  const covariance = new Float64Array(width * width);
  let factorOfParent = Float64Array.of(1);
  const lonely: { stage: number; stratum: number }[] = [];
  for (let s = 0; s <= last; s++) {
    const stage = stages[s]!;
    const sum = new StageSum(stage, totalsAt[s]!, hasRowsAt[s]!, width, rules);
    for (let parent = 0; parent < factorOfParent.length; parent++) {
      const factor = factorOfParent[parent]!;
      if (factor > 0) sum.addParent(parent, factor, covariance);
    }
    for (const stratum of sum.lonely) lonely.push({ stage: s, stratum });
    if (s === last) break;
    const above = factorOfParent;
    factorOfParent = Float64Array.from(
      stage.fraction,
      (fraction, u) => fraction * above[stage.parentOfUnit[u]!]!,
    );
  }
  for (let j = 0; j < width; j++) {
    for (let k = j + 1; k < width; k++) covariance[j * width + k] = covariance[k * width + j]!;
  }
  return { covariance, lonely };
}
