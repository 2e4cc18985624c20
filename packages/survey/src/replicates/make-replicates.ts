import { type Columns, type Finding, randomStream, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { LonelyPolicy } from "../design/design-spec.js";
import { type DesignParts, SurveyDesign } from "../design/survey-design.js";
import type { FrameStage } from "../kernels/sample-frame.js";
import { halfSamples } from "./hadamard.js";
import { multistageBootstrap } from "./multistage-bootstrap.js";
import { type ReplicateSet, unitReplicates } from "./replicate-set.js";
import { successiveDifferences } from "./successive-differences.js";

/** How replicates are made from strata and clusters. */
export type ReplicateMethod =
  /** One unit left out at a time, without strata. */
  | { readonly type: "JK1" }
  /** One unit left out at a time, within strata. */
  | { readonly type: "JKn" }
  /** Balanced half-samples of two units per stratum. */
  | { readonly type: "BRR" }
  /** Half-samples with weights 2 - rho and rho. */
  | { readonly type: "Fay"; readonly rho: number }
  /** Canty and Davison: n_h units with replacement in each stratum. */
  | { readonly type: "bootstrap"; readonly replicates?: number; readonly seed?: number }
  /** Rao and Wu: n_h - 1 units with replacement, rescaled. */
  | { readonly type: "rao-wu"; readonly replicates?: number; readonly seed?: number }
  /** Preston: half of the units of every stage without replacement, each stage with its finite population. */
  | { readonly type: "multistage"; readonly replicates?: number; readonly seed?: number }
  /** Successive differences of a systematic sample, in the order of the file; default a replicate per unit. */
  | { readonly type: "SDR"; readonly replicates?: number };

/** Replicates as factors of the units of a stage. */
export type MadeReplicates = Omit<ReplicateSet, "fill" | "count"> & {
  readonly multipliers: Float64Array[];
  /** Units of the first stage, or of the last that enters the variance. */
  readonly of: "first-stage" | "last-stage";
};

/** What of a design replicates are made from. */
type Sampled = Pick<DesignParts, "frame" | "lonely" | "stratumLabel">;

const MANY = 200;

/** Units of a stratum. */
function unitsOf(stage: FrameStage, stratum: number): Int32Array {
  return stage.order.subarray(stage.start[stratum]!, stage.start[stratum + 1]!);
}

/** A stratum's only unit left out, and the other strata raised for it (R: `jknweights`). */
function withoutLonely(stage: FrameStage, unit: number): Float64Array {
  const factor = new Float64Array(stage.units).fill(stage.strata / (stage.strata - 1));
  factor[unit] = 0;
  return factor;
}

function jackknife(stage: FrameStage, type: "JK1" | "JKn", lonely: LonelyPolicy): MadeReplicates {
  const multipliers: Float64Array[] = [];
  const rscales: number[] = [];
  let scale = 1;
  for (let h = 0; h < stage.strata; h++) {
    const units = unitsOf(stage, h);
    const n = units.length;
    const finite = 1 - stage.fraction[units[0]!]!;
    if (type === "JK1") scale = ((n - 1) / n) * finite;
    if (n === 1 && finite > 0 && lonely === "adjust" && stage.strata > 1) {
      multipliers.push(withoutLonely(stage, units[0]!));
      rscales.push((stage.strata - 1) / stage.strata);
    }
    if (n === 1) continue;
    for (const left of units) {
      const factor = new Float64Array(stage.units).fill(1);
      for (const unit of units) factor[unit] = n / (n - 1);
      factor[left] = 0;
      multipliers.push(factor);
      rscales.push(type === "JK1" ? 1 : ((n - 1) / n) * finite);
    }
  }
  // Strata with one unit add the average of the others.
  if (lonely === "average") scale *= stage.units / multipliers.length;
  return {
    type,
    scale,
    rscales: Float64Array.from(rscales),
    mse: false,
    multipliers,
    of: "first-stage",
  };
}

function halves(stage: FrameStage, rho: number): MadeReplicates {
  const matrix = halfSamples(stage.strata);
  const multipliers = matrix.map((signs) => {
    const factor = new Float64Array(stage.units);
    for (let h = 0; h < stage.strata; h++) {
      const [first, second] = unitsOf(stage, h);
      factor[first!] = signs[h]! > 0 ? 2 - rho : rho;
      factor[second!] = signs[h]! > 0 ? rho : 2 - rho;
    }
    return factor;
  });
  const count = multipliers.length;
  return {
    type: rho === 0 ? "BRR" : "Fay",
    scale: 1 / (count * (1 - rho) ** 2),
    rscales: new Float64Array(count).fill(1),
    mse: false,
    multipliers,
    of: "first-stage",
  };
}

function bootstrap(
  stage: FrameStage,
  how: "bootstrap" | "rao-wu",
  replicates: number,
  seed: number | undefined,
): MadeReplicates {
  const stream = randomStream({ label: `survey/${how}`, ...(seed !== undefined && { seed }) });
  const multipliers = Array.from({ length: replicates }, (_, r) => {
    const factor = new Float64Array(stage.units);
    let draw = 0;
    for (let h = 0; h < stage.strata; h++) {
      const units = unitsOf(stage, h);
      const n = units.length;
      if (n === 1) {
        factor[units[0]!] = 1;
        continue;
      }
      const draws = how === "rao-wu" ? n - 1 : n;
      for (let i = 0; i < draws; i++) {
        const picked = units[Math.min(n - 1, Math.floor(stream.uniform(r, draw++) * n))]!;
        factor[picked]! += n / draws;
      }
    }
    return factor;
  });
  let reciprocals = 0;
  let strata = 0;
  for (const n of stage.sampled) {
    if (n === 1) continue;
    reciprocals += 1 / n;
    strata += 1;
  }
  const m = strata / reciprocals;
  const scale = how === "rao-wu" ? 1 / (replicates - 1) : m / ((m - 1) * (replicates - 1));
  return {
    type: "bootstrap",
    scale,
    rscales: new Float64Array(replicates).fill(1),
    mse: false,
    multipliers,
    of: "first-stage",
  };
}

function firstStage({ frame }: Sampled): FrameStage {
  const stage = frame?.stages[0];
  if (stage === undefined) {
    throwIfErrors([find("survey/needs-clusters", { facts: { what: "Making replicates" } })]);
  }
  return stage!;
}

/** What the policy of the design cannot do about strata with one unit. */
function lonelyFindings(
  { lonely: { policy }, stratumLabel }: Sampled,
  stage: FrameStage,
  type: Exclude<ReplicateMethod["type"], "BRR" | "Fay">,
): Finding[] {
  const strata = [...stage.sampled.keys()].filter(
    (h) => stage.sampled[h] === 1 && stage.fraction[unitsOf(stage, h)[0]!]! < 1,
  );
  if (strata.length === 0) return [];
  if (policy === "fail") {
    const facts = { count: strata.length, strata: strata.map(stratumLabel) };
    return [find("survey/lonely-psu", { facts })];
  }
  const isJackknife = type === "JK1" || type === "JKn";
  if (isJackknife || policy === "remove" || policy === "certainty") return [];
  const wanted = '"remove" or "certainty", since one unit cannot be resampled, or a jackknife';
  return [find("survey/option", { found: policy, facts: { option: "`lonely`", wanted } })];
}

/** Makes the factors of a method, or stops with what hinders it. Default: JKn with strata, JK1 without. */
export function makeReplicates(parts: Sampled, asked?: ReplicateMethod): MadeReplicates {
  const stage = firstStage(parts);
  const method = asked ?? { type: stage.strata > 1 ? "JKn" : "JK1" };
  const findings: Finding[] = [];
  if (method.type === "JK1" && stage.strata > 1) {
    const facts = { option: "`type`", wanted: '"JKn" for a design with strata' };
    findings.push(find("survey/option", { found: "JK1", facts }));
  }
  if (method.type === "BRR" || method.type === "Fay") {
    for (let h = 0; h < stage.strata; h++) {
      if (stage.sampled[h] === 2) continue;
      const facts = { stratum: parts.stratumLabel(h) };
      findings.push(find("survey/not-two-psus", { found: stage.sampled[h], facts }));
    }
  }
  const { replicates } = method as { readonly replicates?: number };
  if (replicates !== undefined && !(replicates >= 3 && Number.isInteger(replicates))) {
    const facts = { option: "`replicates`", wanted: "a whole number, 3 or more" };
    findings.push(find("survey/option", { found: replicates, facts }));
  }
  if (method.type === "Fay" && !(method.rho >= 0 && method.rho < 1)) {
    const facts = { option: "`rho`", wanted: "0 <= rho < 1" };
    findings.push(find("survey/option", { found: method.rho, facts }));
  }
  const { policy } = parts.lonely;
  if (method.type !== "BRR" && method.type !== "Fay") {
    findings.push(...lonelyFindings(parts, stage, method.type));
  }
  throwIfErrors(findings);
  switch (method.type) {
    case "JK1":
    case "JKn":
      return jackknife(stage, method.type, policy);
    case "BRR":
      return halves(stage, 0);
    case "Fay":
      return halves(stage, method.rho);
    case "SDR":
      return successiveDifferences(stage, method.replicates);
    case "multistage":
      return multistageBootstrap(parts.frame!.stages, method.replicates ?? MANY, method.seed);
    default:
      return bootstrap(stage, method.type, method.replicates ?? MANY, method.seed);
  }
}

/**
 * Makes replicate weights from the strata and units of a design. Finite population corrections of the first
 * stage go into the scale of a jackknife, and later stages are dropped; only "multistage" keeps them all.
 * Strata with one unit follow the design's `lonely`: under "adjust" the jackknife leaves the unit out and raises
 * the other strata, under "average" its scale grows, otherwise they are certain.
 *
 * @param design - from {@link surveyDesign}, before any calibration.
 * @param method - default: JKn with strata, JK1 without.
 * @param options.mse - center the variance at the full-sample estimate; default false.
 * @throws VitalError `survey/not-two-psus`, `survey/lonely-psu`, `survey/option`, `survey/needs-clusters`.
 *
 * Source: Wolter (2007), chapters 3 to 5; Canty and Davison (1999); Rao and Wu (1988); Preston (2009);
 * McCarthy (1969); Fay and Train (1995).
 *
 * @example
 * ```ts
 * import { mean, replicatesOf, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ x: [2, 4, 9] }, {});
 * mean(replicatesOf(design), "x").estimates[0]?.standardError; // => 2.081666
 * ```
 */
export function replicatesOf<Row extends Columns>(
  design: SurveyDesign<Row>,
  method?: ReplicateMethod,
  options: { readonly mse?: boolean } = {},
): SurveyDesign<Row> {
  const { parts } = design;
  const { multipliers, of, ...set } = makeReplicates(parts, method);
  const replicates = unitReplicates(
    { ...set, mse: options.mse ?? set.mse },
    multipliers,
    of === "first-stage" ? parts.psuOfRow! : parts.unitOfRow!,
    parts.weights,
  );
  return new SurveyDesign<Row>({ ...parts, replicates, adjustments: [] });
}
