import type { DimensionId, FreedomId } from "./ids.js";

/**
 * What a higher value means. `ambiguous` indicators enter no index without a written override;
 * `targetZero` and `targetOne` are best at that value and worse on both sides.
 */
export type Direction = "higherBetter" | "higherWorse" | "targetZero" | "targetOne" | "ambiguous";

/** Who is counted. */
export interface Universe {
  readonly description: string;
  /** Where only one sex is counted, its code in SDMX CL_SEX. */
  readonly sex?: "F" | "M";
  /** Youngest and oldest age in whole years; `null` where there is no bound. */
  readonly age?: readonly [number | null, number | null];
}

/** A number from which an indicator is computed. */
export interface IndicatorInput {
  /** As it stands in the formula. */
  readonly name: string;
  /** Id of the indicator that it is a value of, where it is one. */
  readonly indicator?: string;
  /** The breakdown of that value. */
  readonly breakdown?: Readonly<Record<string, string>>;
  /** In words, where no indicator holds it. */
  readonly what?: string;
}

/** What an indicator measures and how: its unit, range, direction, home and origin. Plain JSON. */
export interface IndicatorDefinition {
  /** Lower-case words joined by hyphens. */
  readonly id: string;
  readonly name: string;
  /** One sentence: what is measured. */
  readonly definition: string;
  /** Id of the unit, for example "PERCENT". */
  readonly unit: string;
  /** Smallest and largest possible value, in the unit; `null` where there is no bound. */
  readonly range: readonly [number | null, number | null];
  readonly direction: Direction;
  /** The one dimension under which it stands in an index. */
  readonly home: DimensionId;
  /** All dimensions it touches, its home included. */
  readonly dimensions: readonly DimensionId[];
  /** Freedoms that it speaks of. */
  readonly freedoms?: readonly FreedomId[];
  /** Ids of threats that it measures. */
  readonly threats?: readonly string[];
  /** Ids of population groups that it singles out. */
  readonly groups?: readonly string[];
  readonly numerator?: string;
  readonly denominator?: string;
  /** Who is counted, where not everyone is. */
  readonly universe?: Universe;
  /** For people: it is computed by functions, never parsed. */
  readonly formula?: string;
  /**
   * The function that computes it, as entry of `@vitalcore/indicators` and name: "connectivity#usageGaps". Left out where it is
   * taken as its source publishes it.
   */
  readonly calculator?: string;
  readonly inputs?: readonly IndicatorInput[];
  /** What may be chosen, and the usual choices: the first is meant where nothing is said. */
  readonly parameters?: Readonly<Record<string, readonly (string | number)[]>>;
  /** Axes by which it can be broken down. */
  readonly disaggregation?: readonly string[];
  /** SDG indicators, by number and IRI, with the version of the framework. */
  readonly sdg?: readonly {
    readonly code: string;
    readonly iri: string;
    readonly framework: string;
  }[];
  readonly source?: { readonly publisher: string; readonly dataset: string };
  readonly methodKind?: string;
  /** Structure, process or outcome (OHCHR 2012, HR/PUB/12/5). */
  readonly ohchrStage?: "structural" | "process" | "outcome";
  readonly digital: boolean;
  readonly status: "established" | "experimental";
  readonly notes?: string;
  /** What has not been checked against its source. */
  readonly unverified?: readonly string[];
}
