import type { GroupPlan, Plan } from "../kernels/plan.js";

/** Replications computed together: eight accumulators (four replications x two units) fit the registers. */
export const BLOCK = 4;

type Mean = "arithmetic" | "geometric" | "harmonic";
const MEANS: readonly string[] = ["arithmetic", "geometric", "harmonic"];

/** A group that is one linear form: its own children, and those of all groups of the same mean below it. */
interface Head {
  readonly mean: Mean;
  /** Place among the heads of the parent's coefficients; its own column. */
  readonly group: number;
  /** Stretch of the leaves, in the order of the matrix. */
  readonly from: number;
  readonly to: number;
  /** Heads below it, as places in the list of heads. */
  readonly below: readonly number[];
}

/**
 * The means of a plan as linear forms. The arithmetic, geometric and harmonic mean are one weighted sum of x, ln x
 * and 1/x: the leaves are transformed once, and the weights of all levels with the same mean collapse to one
 * coefficient for each leaf. Where the mean changes between levels a new form begins.
 */
export interface LinearForms {
  readonly plan: Plan;
  readonly units: number;
  /** Leaves of a unit side by side, transformed, in the order of the heads. */
  readonly matrix: Float64Array;
  /** Place of a leaf in a row of the matrix. */
  readonly placeOfLeaf: Int32Array;
  readonly heads: readonly Head[];
  /** Place of a group among the heads; -1 for groups inside one. */
  readonly headOfGroup: Int32Array;
  /** Coefficients of the leaves (leaf by leaf, a block beside each other) and of the heads. */
  readonly leafWeights: Float64Array;
  readonly headWeights: Float64Array;
  /** Scores of the heads: head by head, replication by replication. */
  readonly values: Float64Array;
  readonly inside: Float64Array;
}

/**
 * The linear forms of a plan over normalized leaf scores; `undefined` if it has other aggregations, gaps, or
 * scores that a mean does not take.
 *
 * @param scores - of the leaves, column by column.
 */
export function linearForms(
  plan: Plan,
  scores: Float64Array,
  units: number,
): LinearForms | undefined {
  if (plan.groups.some(({ method }) => !MEANS.includes(method))) return undefined;
  const leaves = plan.leaves.length;
  const parent = new Int32Array(plan.groups.length).fill(-1);
  plan.groups.forEach((group, g) => {
    for (let c = group.from; c < group.to; c++) {
      const child = (plan.children[c] as number) - leaves;
      if (child >= 0) parent[child] = g;
    }
  });
  const headOf = headsOf(plan, parent);
  const { heads, headOfGroup, placeOfLeaf } = arrange(plan, headOf);
  const matrix = new Float64Array(units * leaves);
  for (const head of heads) {
    for (let leaf = 0; leaf < leaves; leaf++) {
      const place = placeOfLeaf[leaf] as number;
      if (place < head.from || place >= head.to) continue;
      for (let unit = 0; unit < units; unit++) {
        const score = scores[leaf * units + unit] as number;
        if (Number.isNaN(score) || (head.mean !== "arithmetic" && score <= 0)) return undefined;
        matrix[unit * leaves + place] = toForm(head.mean, score);
      }
    }
  }
  return {
    plan,
    units,
    matrix,
    placeOfLeaf,
    heads,
    headOfGroup,
    leafWeights: new Float64Array(leaves * BLOCK),
    headWeights: new Float64Array(heads.length * BLOCK),
    values: new Float64Array(heads.length * BLOCK * units),
    inside: new Float64Array(plan.groups.length),
  };
}

/** The group at the top of the stretch of equal means in which each group lies. */
function headsOf({ groups }: Plan, parent: Int32Array): Int32Array {
  const headOf = new Int32Array(groups.length);
  for (let g = groups.length - 1; g >= 0; g--) {
    const up = parent[g] as number;
    const isSame = up >= 0 && (groups[up] as GroupPlan).method === (groups[g] as GroupPlan).method;
    headOf[g] = isSame ? (headOf[up] as number) : g;
  }
  return headOf;
}

function arrange(plan: Plan, headOf: Int32Array) {
  const leaves = plan.leaves.length;
  const headOfGroup = new Int32Array(plan.groups.length).fill(-1);
  const placeOfLeaf = new Int32Array(leaves).fill(-1);
  const heads: Head[] = [];
  let place = 0;
  plan.groups.forEach(({ method }, h) => {
    if (headOf[h] !== h) return;
    const from = place;
    const below: number[] = [];
    plan.groups.forEach((group, g) => {
      if (headOf[g] !== h) return;
      for (let c = group.from; c < group.to; c++) {
        const child = plan.children[c] as number;
        if (child < leaves) placeOfLeaf[child] = place++;
        else if (headOf[child - leaves] === child - leaves) {
          below.push(headOfGroup[child - leaves] as number);
        }
      }
    });
    headOfGroup[h] = heads.length;
    heads.push({ mean: method as Mean, group: h, from, to: place, below });
  });
  return { heads, headOfGroup, placeOfLeaf };
}

function toForm(mean: Mean, score: number): number {
  if (mean === "geometric") return Math.log(score);
  return mean === "harmonic" ? 1 / score : score;
}

/**
 * Collapses the weights of a replication into the coefficients of its place in the block.
 *
 * @param weights - parallel to the children of the plan.
 */
export function collapseWeights(forms: LinearForms, weights: Float64Array, place: number): void {
  const { plan, headOfGroup, placeOfLeaf, leafWeights, headWeights, inside } = forms;
  const { groups, children } = plan;
  const leaves = plan.leaves.length;
  for (let g = groups.length - 1; g >= 0; g--) {
    const { from, to } = groups[g] as GroupPlan;
    let mass = 0;
    for (let c = from; c < to; c++) mass += weights[c] as number;
    const share = ((headOfGroup[g] as number) >= 0 ? 1 : (inside[g] as number)) / mass;
    for (let c = from; c < to; c++) {
      const child = children[c] as number;
      const weight = share * (weights[c] as number);
      if (child < leaves) leafWeights[(placeOfLeaf[child] as number) * BLOCK + place] = weight;
      else {
        const head = headOfGroup[child - leaves] as number;
        if (head < 0) inside[child - leaves] = weight;
        else headWeights[head * BLOCK + place] = weight;
      }
    }
  }
}

/**
 * The scores of the index for the replications of a block.
 *
 * @param out - replication by replication, units beside each other.
 */
export function scoreBlock(forms: LinearForms, out: Float64Array): void {
  const { heads, values, units } = forms;
  const last = heads.length - 1;
  for (let h = 0; h <= last; h++) {
    const head = heads[h] as Head;
    const into = h === last ? out : values;
    const at = h === last ? 0 : h * BLOCK * units;
    sumLeaves(forms, head, into, at);
    for (const below of head.below) addHead(forms, head.mean, below, into, at);
    fromForm(head.mean, into, at, BLOCK * units);
  }
}

/** The product of a stretch of the matrix with the coefficients: two units and four replications at a time. */
function sumLeaves(
  { matrix, leafWeights, units, placeOfLeaf }: LinearForms,
  { from, to }: Head,
  into: Float64Array,
  at: number,
): void {
  const width = placeOfLeaf.length;
  let unit = 0;
  for (; unit + 1 < units; unit += 2) {
    let a0 = 0;
    let a1 = 0;
    let a2 = 0;
    let a3 = 0;
    let b0 = 0;
    let b1 = 0;
    let b2 = 0;
    let b3 = 0;
    const row = unit * width;
    const next = row + width;
    for (let l = from; l < to; l++) {
      const x = matrix[row + l] as number;
      const y = matrix[next + l] as number;
      const c = l * BLOCK;
      const w0 = leafWeights[c] as number;
      const w1 = leafWeights[c + 1] as number;
      const w2 = leafWeights[c + 2] as number;
      const w3 = leafWeights[c + 3] as number;
      a0 += w0 * x;
      a1 += w1 * x;
      a2 += w2 * x;
      a3 += w3 * x;
      b0 += w0 * y;
      b1 += w1 * y;
      b2 += w2 * y;
      b3 += w3 * y;
    }
    const first = at + unit;
    into[first] = a0;
    into[first + units] = a1;
    into[first + 2 * units] = a2;
    into[first + 3 * units] = a3;
    into[first + 1] = b0;
    into[first + units + 1] = b1;
    into[first + 2 * units + 1] = b2;
    into[first + 3 * units + 1] = b3;
  }
  for (; unit < units; unit++) {
    for (let k = 0; k < BLOCK; k++) {
      let sum = 0;
      for (let l = from; l < to; l++) {
        sum += (leafWeights[l * BLOCK + k] as number) * (matrix[unit * width + l] as number);
      }
      into[at + k * units + unit] = sum;
    }
  }
}

/** Adds a head below, in the form of the mean it enters. A score that the mean does not take makes it NaN. */
function addHead(
  { values, headWeights, units }: LinearForms,
  mean: Mean,
  below: number,
  into: Float64Array,
  at: number,
): void {
  for (let k = 0; k < BLOCK; k++) {
    const weight = headWeights[below * BLOCK + k] as number;
    if (weight === 0) continue;
    const from = (below * BLOCK + k) * units;
    const to = at + k * units;
    if (mean === "arithmetic") {
      for (let u = 0; u < units; u++) {
        into[to + u] = (into[to + u] as number) + weight * (values[from + u] as number);
      }
      continue;
    }
    for (let u = 0; u < units; u++) {
      const score = values[from + u] as number;
      const form = score > 0 ? toForm(mean, score) : Number.NaN;
      into[to + u] = (into[to + u] as number) + weight * form;
    }
  }
}

function fromForm(mean: Mean, values: Float64Array, from: number, count: number): void {
  if (mean === "geometric") {
    for (let i = from; i < from + count; i++) values[i] = Math.exp(values[i] as number);
  } else if (mean === "harmonic") {
    for (let i = from; i < from + count; i++) values[i] = 1 / (values[i] as number);
  }
}
