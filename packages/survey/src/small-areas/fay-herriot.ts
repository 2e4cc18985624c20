import {
  type Cell,
  defineResult,
  type Finding,
  type Result,
  type ResultData,
  type ResultKind,
  throwIfErrors,
} from "@vitalcore/core";
import { find } from "../catalog.js";
import {
  type AreaSample,
  type AreaVarianceMethod,
  accuracyOfVariance,
  fitAt,
  quadratic,
  solveVariance,
} from "./area-model.js";

/** An area with its direct estimate, how uncertain that is, and what is known of it otherwise. */
export interface Area {
  readonly area: Cell;
  /** Direct estimate; null where there is no sample: the area gets a synthetic estimate. */
  readonly direct: number | null;
  /** Square of the standard error of the direct estimate, taken as known; null without a sample. */
  readonly samplingVariance: number | null;
  /** Auxiliaries of the area: 1 first for an intercept. */
  readonly x: readonly number[];
}

/** An area's estimate under the model. */
export interface AreaEstimate {
  readonly area: Cell;
  readonly direct: number | null;
  readonly value: number;
  /** Mean squared error. */
  readonly mse: number;
  /** Weight of the direct estimate: 1 keeps it, 0 is the regression alone. */
  readonly gamma: number;
  readonly synthetic: number;
  /** The parts of the mean squared error. */
  readonly g1: number;
  readonly g2: number;
  readonly g3: number;
}

/** A fitted area-level model. */
export interface FayHerriot extends ResultData {
  readonly kind: "FayHerriot";
  readonly method: AreaVarianceMethod;
  /** Variance between areas that the auxiliaries do not explain. */
  readonly areaVariance: number;
  readonly coefficients: readonly number[];
  readonly standardErrors: readonly number[];
  readonly logLikelihood: number;
  readonly areas: readonly AreaEstimate[];
  readonly findings: readonly Finding[];
}

/** Results of area models; how they are shown and read back from JSON. */
export const fayHerriotResult: ResultKind<FayHerriot> = /* @__PURE__ */ defineResult<FayHerriot>({
  kind: "FayHerriot",
  version: 1,
  summarize: ({ method, areaVariance, areas, findings }) => ({
    title: `Fay-Herriot model (${method}): ${areas.length} areas`,
    facts: [["variance between areas", areaVariance]],
    tables: [
      {
        columns: [
          { name: "area" },
          { name: "direct", kind: "number", digits: 4 },
          { name: "estimate", kind: "number", digits: 4 },
          { name: "root mse", kind: "number", digits: 4 },
          { name: "gamma", kind: "number", digits: 3 },
        ],
        rows: areas.map((a) => [a.area, a.direct, a.value, Math.sqrt(Math.max(0, a.mse)), a.gamma]),
      },
    ],
    notes: findings.map(({ message }) => message),
  }),
});

function checkAreas(areas: readonly Area[]): AreaSample {
  const findings: Finding[] = [];
  const p = areas[0]?.x.length ?? 0;
  areas.forEach(({ area, direct, samplingVariance, x }, i) => {
    const row = i + 1;
    const wrong = (option: string, wanted: string, found: unknown) =>
      findings.push(find("survey/option", { place: { row }, found, facts: { option, wanted } }));
    if (x.length !== p || x.some((value) => !Number.isFinite(value))) {
      wrong(`\`x\` of area ${String(area)}`, `${p} numbers`, x.join(", "));
    }
    if (direct === null) return;
    if (!Number.isFinite(direct))
      wrong(`\`direct\` of area ${String(area)}`, "a number or null", direct);
    if (!(samplingVariance !== null && samplingVariance > 0)) {
      const wanted = "a variance above 0; smooth variances of small areas first";
      wrong(`\`samplingVariance\` of area ${String(area)}`, wanted, samplingVariance);
    }
  });
  const known = areas.filter(({ direct }) => direct !== null);
  if (known.length <= p) {
    const facts = { option: "the areas with a direct estimate", wanted: `more than ${p}` };
    findings.push(find("survey/option", { found: known.length, facts }));
  }
  throwIfErrors(findings);
  return {
    y: Float64Array.from(known, ({ direct }) => direct!),
    d: Float64Array.from(known, ({ samplingVariance }) => samplingVariance!),
    x: known.map(({ x }) => x),
    p,
  };
}

/**
 * Fits the area-level model of Fay and Herriot: direct estimates of small areas borrow strength from a
 * regression on auxiliaries, each as far as its own sampling error asks for.
 *
 * @param areas - direct estimates with their sampling variances, and auxiliaries.
 * @param options.method - default "REML".
 * @returns empirical best linear unbiased predictors with mean squared errors. An estimated variance between
 *   areas of 0 is legitimate: all estimates are then the regression's, and their errors optimistic.
 * @throws VitalError `survey/option` for areas without a positive variance or with unequal auxiliaries.
 *
 * Source: Fay and Herriot (1979), JASA 74:269-277; Prasad and Rao (1990); Datta and Lahiri (2000); Datta, Rao
 * and Smith (2005), Biometrika 92:183-196; Rao and Molina (2015), chapter 6.
 *
 * @example
 * ```ts
 * import { fayHerriot } from "@vitalcore/survey";
 * const model = fayHerriot([
 *   { area: "A", direct: 10, samplingVariance: 1, x: [1] },
 *   { area: "B", direct: 14, samplingVariance: 1, x: [1] },
 *   { area: "C", direct: 18, samplingVariance: 1, x: [1] },
 *   { area: "D", direct: null, samplingVariance: null, x: [1] },
 * ]);
 * model.areaVariance; // => 15
 * model.areas[0]?.value; // => 10.25
 * model.areas[3]?.value; // => 14
 * ```
 */
export function fayHerriot(
  areas: readonly Area[],
  options: { readonly method?: AreaVarianceMethod } = {},
): Result<FayHerriot> {
  const { method = "REML" } = options;
  const sample = checkAreas(areas);
  const areaVariance = solveVariance(sample, method);
  const fit = fitAt(sample, areaVariance);
  const { variance, bias } = accuracyOfVariance(sample, fit, method);
  const findings = areaVariance === 0 ? [find("survey/no-area-variance", {})] : [];
  const { p } = sample;
  let logLikelihood = 0;
  for (let i = 0; i < fit.v.length; i++) {
    const v = fit.v[i]!;
    logLikelihood -= (Math.log(2 * Math.PI * v) + fit.residuals[i]! ** 2 / v) / 2;
  }
  return fayHerriotResult.create({
    method,
    areaVariance,
    coefficients: [...fit.beta],
    standardErrors: Array.from({ length: p }, (_, j) => Math.sqrt(fit.q[j * p + j]!)),
    logLikelihood,
    findings,
    areas: areas.map(({ area, direct, samplingVariance, x }): AreaEstimate => {
      const synthetic = x.reduce((sum, value, j) => sum + value * fit.beta[j]!, 0);
      const leverage = quadratic(fit.q, x);
      if (direct === null) {
        const parts = { g1: areaVariance, g2: leverage, g3: 0 };
        return {
          area,
          direct,
          value: synthetic,
          mse: areaVariance + leverage,
          gamma: 0,
          synthetic,
          ...parts,
        };
      }
      const d = samplingVariance!;
      const v = areaVariance + d;
      const gamma = areaVariance / v;
      const shrinkage = d / v;
      const g1 = gamma * d;
      const g2 = shrinkage ** 2 * leverage;
      const g3 = (d ** 2 / v ** 3) * variance;
      return {
        area,
        direct,
        value: gamma * direct + (1 - gamma) * synthetic,
        mse: g1 + g2 + 2 * g3 - bias * shrinkage ** 2,
        gamma,
        synthetic,
        g1,
        g2,
        g3,
      };
    }),
  });
}
