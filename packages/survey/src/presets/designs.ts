import type { DesignSpec, LonelyPolicy, MissingPolicy } from "../design/design-spec.js";

/** Settings that a preset leaves to the user. */
export interface PresetOptions {
  /** Column of the strata, where the survey's report names another. */
  readonly strata?: string;
  readonly lonely?: LonelyPolicy;
  readonly missing?: MissingPolicy;
}

/** Recodes of a DHS survey, and what their rows stand for. */
export type DhsRecode =
  /** Women (IR): weight `v005`, clusters `v021`. */
  | "women"
  /** The one woman per household interviewed on domestic violence (IR): weight `d005`. */
  | "domestic-violence"
  /** Men (MR): weight `mv005`, clusters `mv021`. */
  | "men"
  /** Households and their members (HR, PR): weight `hv005`, clusters `hv021`. */
  | "household";

const DHS: Readonly<Record<DhsRecode, { weights: string; clusters: string; strata: string }>> = {
  women: { weights: "v005", clusters: "v021", strata: "v022" },
  "domestic-violence": { weights: "d005", clusters: "v021", strata: "v022" },
  men: { weights: "mv005", clusters: "mv021", strata: "mv022" },
  household: { weights: "hv005", clusters: "hv021", strata: "hv022" },
};

/**
 * The design of a DHS survey: weights with six implied decimals, clusters and strata by their recode names.
 * Domestic violence has a weight of its own (`d005`), because one woman per household is drawn: the weight of
 * all women would count women of small households too often. Rows with weight 0 stay in the design, so that
 * its units are counted right.
 *
 * @param recode - what a row of the table is.
 * @param options.strata - default `v022` and its kin; some surveys need `v023` or region by residence: see the
 *   report's sampling appendix.
 *
 * Source: Guide to DHS Statistics (2023), chapters 1 and 17.
 *
 * @example
 * ```ts
 * import { dhsDesign } from "@vitalcore/survey";
 * dhsDesign("domestic-violence").weights; // => { column: "d005", divideBy: 1000000 }
 * ```
 */
export function dhsDesign(recode: DhsRecode, options: PresetOptions = {}): DesignSpec {
  const { weights, clusters, strata } = DHS[recode];
  return {
    weights: { column: weights, divideBy: 1e6 },
    clusters,
    strata: options.strata ?? strata,
    nest: true,
    lonely: options.lonely ?? "adjust",
    missing: options.missing ?? "exclude",
  };
}

/** Files of a MICS survey, and what their rows stand for. */
export type MicsFile =
  | "women"
  | "men"
  | "children-under-5"
  | "children-5-17"
  | "household"
  | "members";

const MICS_WEIGHT: Readonly<Record<MicsFile, string>> = {
  women: "wmweight",
  men: "mnweight",
  "children-under-5": "chweight",
  "children-5-17": "fsweight",
  household: "hhweight",
  members: "hhweight",
};

/**
 * The design of a MICS survey: normalized weights, clusters `PSU` (MICS6; `HH1` before), strata `stratum`.
 * The weights are scaled to the sample: shares are right, totals are not.
 *
 * @param file - what a row of the table is.
 * @param options.clusters - default `PSU`.
 * @param options.strata - default `stratum`.
 *
 * Source: UNICEF, MICS6 tools: sample weights calculation template and SPSS complex-samples plan.
 *
 * @example
 * ```ts
 * import { micsDesign } from "@vitalcore/survey";
 * micsDesign("women").weights; // => "wmweight"
 * ```
 */
export function micsDesign(
  file: MicsFile,
  options: PresetOptions & { readonly clusters?: string } = {},
): DesignSpec {
  return {
    weights: MICS_WEIGHT[file],
    clusters: options.clusters ?? "PSU",
    strata: options.strata ?? "stratum",
    nest: true,
    lonely: options.lonely ?? "adjust",
    missing: options.missing ?? "exclude",
  };
}
