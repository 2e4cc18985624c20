import { requireInputs } from "../input-checks.js";
import { toThreeDecimals } from "./published.js";

/** Inequality in each dimension: Atkinson's measure with aversion 1, as a proportion. */
export interface DimensionInequality {
  readonly health: number;
  readonly education: number;
  readonly income: number;
}

/** The inequality-adjusted index and what inequality costs. */
export interface Ihdi {
  /** 0 to 1, unrounded. */
  readonly value: number;
  /**
   * 1 - IHDI / HDI with both as they are printed, as a proportion: this is the published loss. `null` where
   * the printed HDI is 0.
   */
  readonly loss: number | null;
  /** Mean of the three inequalities, as a proportion: the coefficient of human inequality. */
  readonly inequality: number;
}

/**
 * The Inequality-adjusted Human Development Index: HDI × ((1 - A health)(1 - A education)(1 - A income))^(1/3).
 * Give the unrounded HDI: from the printed one, a fifth of the published values are missed by 0.001.
 *
 * @param index - the unrounded Human Development Index, 0 to 1.
 * @param inequality - Atkinson measures as proportions (they are published in percent).
 * @throws VitalError `indicators/not-a-proportion`.
 *
 * Source: UNDP (2025), Human Development Report 2025, technical note 2; Alkire and Foster (2010),
 * Designing the Inequality-Adjusted Human Development Index.
 *
 * @example
 * ```ts
 * import { ihdi, published } from "@vitalcore/indicators/human-development";
 * const adjusted = ihdi(0.685, { health: 0.163, education: 0.368, income: 0.38 });
 * published(adjusted.value); // => 0.472
 * adjusted.loss; // => 0.310949
 * ```
 */
export function ihdi(index: number, inequality: DimensionInequality): Ihdi {
  const { health, education, income } = inequality;
  requireInputs([], prefixed(index, { health, education, income }));
  const value = index * Math.cbrt((1 - health) * (1 - education) * (1 - income));
  const printed = toThreeDecimals(index);
  return {
    value,
    loss: printed === 0 ? null : 1 - toThreeDecimals(value) / printed,
    inequality: (health + education + income) / 3,
  };
}

function prefixed(index: number, inequality: Readonly<Record<string, number>>) {
  const named = Object.entries(inequality).map(([name, value]) => [`inequality.${name}`, value]);
  return { index, ...(Object.fromEntries(named) as Record<string, number>) };
}
