import type { DimensionId } from "./ids.js";

/**
 * What a higher value means. `ambiguous` indicators enter no index without a written override;
 * `targetZero` and `targetOne` are best at that value and worse on both sides.
 */
export type Direction = "higherBetter" | "higherWorse" | "targetZero" | "targetOne" | "ambiguous";

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
  readonly numerator?: string;
  readonly denominator?: string;
  readonly formula?: string;
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
  readonly digital: boolean;
  readonly status: "established" | "experimental";
  readonly notes?: string;
}
