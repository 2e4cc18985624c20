import { type Finding, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";

/** How area estimates are brought to a total. */
export type BenchmarkMethod =
  /** All multiplied by the same factor. */
  | "ratio"
  /** The same amount added to all. */
  | "difference"
  /** Changed the more, the less certain they are: least weighted squares. */
  | "weighted";

/**
 * Brings area estimates to a known weighted mean, such as the direct estimate of the country. Restores the
 * total, not the accuracy of each area.
 *
 * @param values - area estimates.
 * @param weights - of the areas in the total: population shares, or populations; scaled to sum 1.
 * @param target - the weighted mean that they must have.
 * @param options.method - default "ratio".
 * @param options.uncertainty - for "weighted": mean squared errors or sampling variances.
 * @throws VitalError `survey/option` for lists of unequal length.
 *
 * Source: Wang, Fuller and Qu (2008), Survey Methodology 34; Datta, Ghosh, Steorts and Maples (2011).
 *
 * @example
 * ```ts
 * import { benchmarkAreas } from "@vitalcore/survey";
 * benchmarkAreas([10, 20], [1, 1], 18, { method: "difference" }); // => [13, 23]
 * ```
 */
export function benchmarkAreas(
  values: readonly number[],
  weights: readonly number[],
  target: number,
  options: { readonly method?: BenchmarkMethod; readonly uncertainty?: readonly number[] } = {},
): number[] {
  const { method = "ratio", uncertainty } = options;
  const findings: Finding[] = [];
  const lists = { weights, ...(method === "weighted" && { uncertainty: uncertainty ?? [] }) };
  for (const [name, list] of Object.entries(lists)) {
    if (list.length === values.length) continue;
    const facts = { option: `\`${name}\``, wanted: `${values.length} numbers` };
    findings.push(find("survey/option", { found: `${list.length} numbers`, facts }));
  }
  throwIfErrors(findings);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const share = weights.map((weight) => weight / sum);
  const now = values.reduce((total, value, i) => total + share[i]! * value, 0);
  const gap = target - now;
  if (method === "ratio") return values.map((value) => (value * target) / now);
  if (method === "difference") return values.map((value) => value + gap);
  const below = share.reduce((total, w, i) => total + uncertainty![i]! * w * w, 0);
  return values.map((value, i) => value + (uncertainty![i]! * share[i]! * gap) / below);
}
