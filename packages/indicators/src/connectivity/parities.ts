import type { Finding } from "@vitalcore/core";
import type { IndicatorDefinition, Observation } from "@vitalcore/domain";
import {
  genderGapAbsolute,
  genderGapRelative,
  genderParityScore,
  mobileOwnershipGenderGap,
  mobileOwnershipGenderGapRelative,
  mobileOwnershipParityScore,
} from "@vitalcore/domain/indicators";
import { find } from "../catalog.js";
import { type Calculated, derive, proportionOf } from "../derive.js";
import { byPlace } from "../pairing.js";
import { parity } from "./parity.js";

/** The indicators that say how two groups compare. */
export interface ParityIndicators {
  /** Group over reference. */
  readonly score: IndicatorDefinition;
  /** Reference minus group, in percentage points. */
  readonly absolute: IndicatorDefinition;
  /** Reference minus group, in percent of the reference. */
  readonly relative: IndicatorDefinition;
}

/** Gender parity in internet use. */
export const internetUseParity: ParityIndicators = {
  score: genderParityScore,
  absolute: genderGapAbsolute,
  relative: genderGapRelative,
};

/** Gender parity in owning a mobile phone. */
export const mobileOwnershipParity: ParityIndicators = {
  score: mobileOwnershipParityScore,
  absolute: mobileOwnershipGenderGap,
  relative: mobileOwnershipGenderGapRelative,
};

/** Which groups are compared. */
export interface ParityGroups {
  /** Axis of the breakdown, for example "sex". */
  readonly axis: string;
  /** Category of the group looked at, for example "F". */
  readonly group: string;
  /** Category of the group compared with, for example "M". */
  readonly reference: string;
}

/** Women against men, in SDMX codes. */
const WOMEN_AND_MEN: ParityGroups = { axis: "sex", group: "F", reference: "M" };

/**
 * Parity score, absolute and relative gap wherever a share is observed for both groups. See {@link parity}.
 *
 * @param shares - observations of one indicator, broken down by the axis of the groups; those without it
 *   (the total) are not used.
 * @param indicators - what the results are observations of, for example {@link mobileOwnershipParity}.
 * @param groups - women against men (axis "sex", "F" and "M") if left out.
 * @returns three observations for each pair; groups without a partner are reported.
 *
 * Source: ITU (2022), Measuring digital development: Facts and Figures, "The gender digital divide".
 *
 * @example
 * ```ts
 * import { mobileOwnershipParity, parities } from "@vitalcore/indicators/connectivity";
 * const at = { indicator: "device-ownership", area: "DZA", period: "2018", unit: "PERCENT" };
 * const { observations } = parities(
 *   [
 *     { ...at, breakdown: { sex: "F" }, value: 83.1 },
 *     { ...at, breakdown: { sex: "M" }, value: 92.6 },
 *   ],
 *   mobileOwnershipParity,
 * );
 * observations.map(({ value }) => Number(value?.toFixed(3))); // => [0.897, 9.5, 10.259]
 * ```
 */
export function parities(
  shares: readonly Observation[],
  indicators: ParityIndicators,
  groups: ParityGroups = WOMEN_AND_MEN,
): Calculated {
  const { axis, group, reference } = groups;
  const findings: Finding[] = [];
  const ofCategory = (category: string) =>
    byPlace(
      shares.filter(({ breakdown }) => breakdown?.[axis] === category),
      findings,
      axis,
    );
  const groupAt = ofCategory(group);
  const referenceAt = ofCategory(reference);
  const observations = [...groupAt].flatMap(([key, ofGroup]) => {
    const ofReference = referenceAt.get(key);
    if (ofReference !== undefined)
      return compare(ofGroup, ofReference, indicators, groups, findings);
    findings.push(unpaired(ofGroup, `${axis} = ${group}`, `${axis} = ${reference}`));
    return [];
  });
  for (const [key, ofReference] of referenceAt) {
    if (!groupAt.has(key)) {
      findings.push(unpaired(ofReference, `${axis} = ${reference}`, `${axis} = ${group}`));
    }
  }
  return { observations, findings };
}

function unpaired({ area, period }: Observation, present: string, absent: string): Finding {
  return find("indicators/unpaired-observation", { facts: { area, period, present, absent } });
}

function compare(
  ofGroup: Observation,
  ofReference: Observation,
  { score, absolute, relative }: ParityIndicators,
  { axis, group: ofInterest, reference: comparedWith }: ParityGroups,
  findings: Finding[],
): Observation[] {
  const inputs = [ofGroup, ofReference] as const;
  const remarks = {
    withoutAxis: axis,
    parameters: { axis, group: ofInterest, reference: comparedWith },
  };
  const group = proportionOf(ofGroup, findings);
  const reference = proportionOf(ofReference, findings);
  const known = group !== null && reference !== null ? parity({ group, reference }) : undefined;
  findings.push(...(known?.findings ?? []));
  return [
    ...derive(score, known?.score ?? null, inputs, findings, remarks),
    ...derive(absolute, known?.absoluteGap ?? null, inputs, findings, remarks),
    ...derive(relative, known?.relativeGap ?? null, inputs, findings, remarks),
  ];
}
