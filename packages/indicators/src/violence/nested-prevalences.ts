import { type Finding, VitalError } from "@vitalcore/core";
import { findNonProportions } from "../proportion.js";
import { find } from "./catalog.js";

/** Prevalences of one survey that contain each other. */
export interface NestedPrevalences {
  /** Any act; as a proportion. */
  readonly any?: { readonly lifetime?: number; readonly recent?: number };
  /** Each act. */
  readonly acts?: Readonly<
    Record<string, { readonly lifetime?: number; readonly recent?: number }>
  >;
}

/**
 * Checks what must hold among prevalences of one denominator: lifetime is at least twelve months, any act at least each,
 * and not more than all together.
 *
 * @param prevalences - as proportions of the same respondents.
 * @returns findings `indicators/not-monotonic`.
 * @throws VitalError `indicators/not-a-proportion`.
 *
 * Source: SDG indicator 5.2.1, metadata (who met any act in twelve months is among those who ever did); follows from the
 * definitions.
 *
 * @example
 * ```ts
 * import { checkNestedPrevalences } from "@vitalcore/indicators/violence";
 * const findings = checkNestedPrevalences({
 *   any: { lifetime: 0.3, recent: 0.2 },
 *   acts: { threats: { lifetime: 0.1, recent: 0.12 }, stalking: { recent: 0.25 } },
 * });
 * findings.map(({ facts }) => facts.part); // => ["threats, 12 months", "stalking, 12 months"]
 * ```
 */
export function checkNestedPrevalences(prevalences: NestedPrevalences): Finding[] {
  const { any = {}, acts = {} } = prevalences;
  const named: [string, number | undefined][] = [
    ["any, lifetime", any.lifetime],
    ["any, 12 months", any.recent],
    ...Object.entries(acts).flatMap(
      ([id, { lifetime, recent }]): [string, number | undefined][] => [
        [`${id}, lifetime`, lifetime],
        [`${id}, 12 months`, recent],
      ],
    ),
  ];
  const known = new Map(named.filter((pair): pair is [string, number] => pair[1] !== undefined));
  const wrong = findNonProportions(Object.fromEntries(known));
  if (wrong.length > 0) throw new VitalError(wrong);
  const contained = (part: string, whole: string): Finding[] => {
    const [found, limit] = [known.get(part), known.get(whole)];
    if (found === undefined || limit === undefined || found <= limit + 1e-12) return [];
    return [find("indicators/not-monotonic", { found, facts: { part, whole, limit } })];
  };
  const ids = Object.keys(acts);
  const sums = (["lifetime", "12 months"] as const).flatMap((period) => {
    const each = ids.map((id) => known.get(`${id}, ${period}`));
    const limit = each.reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0);
    const found = known.get(`any, ${period}`);
    if (found === undefined || ids.length === 0 || !(found > limit + 1e-12)) return [];
    const facts = { part: `any, ${period}`, whole: "the sum of all acts", limit };
    return [find("indicators/not-monotonic", { found, facts })];
  });
  return [
    ...contained("any, 12 months", "any, lifetime"),
    ...ids.flatMap((id) => [
      ...contained(`${id}, 12 months`, `${id}, lifetime`),
      ...contained(`${id}, lifetime`, "any, lifetime"),
      ...contained(`${id}, 12 months`, "any, 12 months"),
    ]),
    ...sums,
  ];
}
