import type { IndexDataOptions, IndexInput } from "../../inspect-index.js";
import type { GroupPlan, LeafPlan } from "../../kernels/plan.js";
import type { IndexMethodology } from "../../methodology.js";
import { type ErrorModel, errorModel, errorSource } from "../error-draws.js";
import { require } from "../indices/check-numbers.js";
import { type Prescribed, type Scenario, scenariosOf } from "../scenarios.js";
import type { SamplingErrorFactor } from "../specification.js";

/** The error of a unit's score, and where it comes from. */
export interface ScoreError {
  readonly unit: string;
  readonly score: number | null;
  /** `null` without a score. */
  readonly standardError: number | null;
  /** The share of the variance that comes from each indicator; only where errors are independent. */
  readonly shares: Readonly<Record<string, number>>;
}

const MEANS: readonly string[] = ["arithmetic", "geometric", "harmonic"];

/**
 * Standard errors of the scores of an index with fixed goalposts, from those of its indicators, by the delta method:
 * exact for arithmetic means of untransformed values, first order for the others. Where the goalposts are fitted to the
 * units, or values are imputed or treated, use `uncertainty`, which does all that again in each draw.
 * Source: Oehlert (1992), The American Statistician 46.
 *
 * @param errors - standard errors, intervals or replicates (those of the observations where none are given), and their
 * correlation.
 * @throws VitalError `composite/analysis-invalid`, and whatever `buildIndex` finds.
 *
 * @example
 * ```ts
 * import type { IndexMethodology } from "@vitalcore/composite";
 * import { scoreErrors } from "@vitalcore/composite/uncertainty";
 * import { lifeExpectancy } from "@vitalcore/domain/indicators";
 * const methodology: IndexMethodology = {
 *   kind: "IndexMethodology", version: 1, id: "example", title: "Health",
 *   nodes: [{ id: "index" }, { id: "life", parent: "index", indicator: "life-expectancy" }],
 *   normalize: { method: "goalposts", worst: 20, best: 85 },
 * };
 * const [norway] = scoreErrors(
 *   { area: ["NOR"], "life-expectancy": [82.9] },
 *   methodology,
 *   { standardErrors: { "life-expectancy": { NOR: 0.13 } } },
 *   { unitColumn: "area", definitions: [lifeExpectancy] },
 * );
 * norway?.standardError?.toFixed(3); // => "0.200"
 * ```
 */
export function scoreErrors(
  input: IndexInput,
  methodology: IndexMethodology,
  errors: Omit<SamplingErrorFactor, "id" | "kind" | "distribution">,
  options: IndexDataOptions = {},
): readonly ScoreError[] {
  const { nominal } = scenariosOf(input, methodology, [], options);
  const { plan } = nominal;
  require(errors.correlationOfUnits ===
    undefined, "A correlation of units", "given", "left out: scores come one by one");
  for (const { method } of plan.groups) {
    require(MEANS.includes(method), "An aggregation", method, MEANS.join(", "));
  }
  for (const { method } of plan.leaves) {
    require(method === "goalposts" ||
      method === "none", "A normalization", method, "with fixed goalposts");
  }
  require(nominal.isRaw, "A stage before normalization", "there", "left out: see `uncertainty`");
  const factor = {
    ...errors,
    id: "errors",
    kind: "sampling-error",
    distribution: "normal",
  } as const;
  const source = errorSource(factor, nominal);
  const model = errorModel(source, nominal);
  const total = nominal.data.units.length;
  const coupling = source.coupling?.leaves;
  return [...nominal.places].map((place, u) => {
    const slopes = slopesOf(nominal, u);
    const parts = plan.leaves.map((_, leaf) => {
      const error = model.errors[leaf * total + place] as number;
      return error === 0 ? 0 : (slopes[leaf] as number) * error;
    });
    let variance = parts.reduce((sum, part) => sum + part * part, 0);
    if (coupling !== undefined) {
      variance = coupledVariance(parts, coupling.places, coupling.factor);
    }
    const replicated = replicatedVariance(model, slopes, place);
    variance += replicated;
    const score = nominal.scores[u] as number;
    const isScored = !Number.isNaN(score);
    const shares = parts.map((part) => (variance > 0 ? (part * part) / variance : 0));
    const isIndependent = coupling === undefined && replicated === 0;
    const named = isIndependent && isScored ? shares : [];
    return {
      unit: nominal.data.units[place] as string,
      score: isScored ? score : null,
      standardError: isScored ? Math.sqrt(variance) : null,
      shares: Object.fromEntries(
        named.map((share, i) => [nominal.leaves[i]?.indicator ?? "", share]),
      ),
    };
  });
}

/** Whether {@link scoreErrors} can be computed. */
export function hasClosedForm({ plan, isRaw }: Prescribed): boolean {
  return (
    isRaw &&
    plan.groups.every(({ method }) => MEANS.includes(method)) &&
    plan.leaves.every(({ method }) => method === "goalposts" || method === "none")
  );
}

/** What replicates give: for each, the deviation of the score. */
function replicatedVariance(
  { deviations, source }: ErrorModel,
  slopes: Float64Array,
  place: number,
): number {
  const total = source.units.length;
  let variance = 0;
  for (const { cells, byReplicate, count } of deviations) {
    for (let r = 0; r < count; r++) {
      let away = 0;
      cells.forEach((cell, c) => {
        if (cell % total !== place) return;
        const slope = slopes[Math.floor(cell / total)] as number;
        away += slope * (byReplicate[r * cells.length + c] as number);
      });
      variance += away * away;
    }
  }
  return variance;
}

/** b' C b with C = L L' over the coupled columns; the others are independent. */
function coupledVariance(
  parts: readonly number[],
  columns: readonly number[],
  factor: Float64Array,
): number {
  const coupled = new Set(columns);
  let variance = 0;
  parts.forEach((part, i) => {
    if (!coupled.has(i)) variance += part * part;
  });
  const size = columns.length;
  for (let j = 0; j < size; j++) {
    let sum = 0;
    for (let i = j; i < size; i++) {
      sum += (parts[columns[i] as number] as number) * (factor[i * size + j] as number);
    }
    variance += sum * sum;
  }
  return variance;
}

/** The derivative of a unit's score by each of its values; 0 for those that do not enter. */
function slopesOf(
  { plan, workspace, values, units, scores }: Scenario,
  unit: number,
): Float64Array {
  const { leaves, groups, children, weights } = plan;
  const slopes = new Float64Array(leaves.length + groups.length);
  slopes[slopes.length - 1] = 1;
  const scoreOf = columnScores({ plan, workspace, units, scores }, unit);
  for (let g = groups.length - 1; g >= 0; g--) {
    const { method, from, to } = groups[g] as GroupPlan;
    const own = scoreOf(leaves.length + g);
    let mass = 0;
    for (let c = from; c < to; c++) {
      if (!Number.isNaN(scoreOf(children[c] as number))) mass += weights[c] as number;
    }
    for (let c = from; c < to; c++) {
      const child = children[c] as number;
      const score = scoreOf(child);
      if (Number.isNaN(score) || weights[c] === 0) continue;
      const share = (weights[c] as number) / mass;
      const ratio = method === "arithmetic" ? 1 : own / score;
      const steep = method === "harmonic" ? ratio * ratio : ratio;
      slopes[child] = (slopes[leaves.length + g] as number) * share * steep;
    }
  }
  leaves.forEach((leaf, i) => {
    slopes[i] = (slopes[i] as number) * leafSlope(leaf, values[i * units + unit] as number);
  });
  return slopes;
}

/** Scores of all columns for one unit: groups are computed again, the workspace may hold other weights. */
function columnScores(
  { plan, workspace, units }: Pick<Scenario, "plan" | "workspace" | "units" | "scores">,
  unit: number,
): (column: number) => number {
  const known = new Map<number, number>();
  const scoreOf = (column: number): number => {
    const found = known.get(column);
    if (found !== undefined) return found;
    const group = plan.groups[column - plan.leaves.length];
    const score =
      group === undefined ? (workspace.scores[column * units + unit] as number) : meanOf(group);
    known.set(column, score);
    return score;
  };
  const meanOf = ({ method, from, to, needed }: GroupPlan): number => {
    let sum = 0;
    let mass = 0;
    let present = 0;
    for (let c = from; c < to; c++) {
      const score = scoreOf(plan.children[c] as number);
      if (Number.isNaN(score)) continue;
      present += 1;
      const weight = plan.weights[c] as number;
      if (weight === 0) continue;
      mass += weight;
      if (method === "arithmetic") sum += weight * score;
      else sum += weight * (method === "geometric" ? Math.log(score) : 1 / score);
    }
    if (present < needed || mass === 0) return Number.NaN;
    if (method === "arithmetic") return sum / mass;
    return method === "geometric" ? Math.exp(sum / mass) : mass / sum;
  };
  return scoreOf;
}

/** The derivative of a leaf's score by its value; 0 beyond a goalpost that holds it. */
function leafSlope(leaf: LeafPlan, value: number): number {
  if (Number.isNaN(value)) return 0;
  const { transform, target, origin, width, span, clamp } = leaf;
  let t = value;
  let slope = 1;
  if (transform === "ln") {
    t = Math.log(value);
    slope = 1 / value;
  } else if (transform === "ln1p") {
    t = Math.log1p(value);
    slope = 1 / (1 + value);
  }
  if (!Number.isNaN(target)) {
    slope *= Math.sign(t - target);
    t = Math.abs(t - target);
  }
  const share = (t - origin) / width;
  if (clamp && (share < 0 || share > 1)) return 0;
  return (slope * span) / width;
}
