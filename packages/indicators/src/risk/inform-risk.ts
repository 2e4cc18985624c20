import { between, requireInputs } from "../input-checks.js";
import { roundHalfUp } from "../round.js";

/** A score from 0 (least) to 10 (most), or `null` where it is missing. */
export type Score = number | null;

/** The published components on which the nodes of the INFORM Risk Index rest: scores from 0 to 10. */
export interface InformComponents {
  readonly earthquake: Score;
  readonly flood: Score;
  readonly tsunami: Score;
  readonly tropicalCyclone: Score;
  readonly drought: Score;
  /** Part of natural hazards since 2020; leave it out for earlier editions. */
  readonly epidemic?: Score;
  readonly projectedConflictRisk: Score;
  readonly currentConflictIntensity: Score;
  readonly developmentAndDeprivation: Score;
  readonly inequality: Score;
  readonly aidDependency: Score;
  readonly uprootedPeople: Score;
  readonly healthConditions: Score;
  readonly childrenUnderFive: Score;
  readonly recentShocks: Score;
  readonly foodSecurity: Score;
  readonly disasterRiskReduction: Score;
  readonly governance: Score;
  readonly communication: Score;
  readonly physicalInfrastructure: Score;
  readonly accessToHealthCare: Score;
}

/** The nodes of the index, each rounded to one decimal as published; `null` where it cannot be computed. */
export interface InformRisk {
  readonly natural: Score;
  readonly human: Score;
  readonly hazardAndExposure: Score;
  readonly socioEconomicVulnerability: Score;
  readonly otherVulnerableGroups: Score;
  readonly vulnerableGroups: Score;
  readonly vulnerability: Score;
  readonly institutional: Score;
  readonly infrastructure: Score;
  readonly lackOfCopingCapacity: Score;
  readonly risk: Score;
}

/** Projected conflict risk counts for this much beside conflict that is there. */
const WEIGHT_OF_PROJECTED = 0.7;

const rounded = (score: Score): Score => (score === null ? null : roundHalfUp(score, 1));

/**
 * The scaled geometric mean of INFORM: scores are turned round and stretched to 1 to 10, their geometric mean is turned back.
 * A high score weighs more than in a plain mean: what is worst is seen.
 *
 * @param scores - from 0 to 10, one at least.
 * @returns a score from 0 to 10, not rounded.
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: Marin-Ferrer, Vernaccini and Poljansek (2017), INFORM Concept and Methodology Report, EUR 28655 EN.
 *
 * @example
 * ```ts
 * import { scaledGeometricMean } from "@vitalcore/indicators/risk";
 * scaledGeometricMean([10, 0]); // => 7.597469
 * ```
 */
export function scaledGeometricMean(scores: readonly number[]): number {
  requireInputs([
    ...scores.map((score, i) => between(`score ${i + 1}`, score, 0, 10)),
    {
      name: "the number of scores",
      value: scores.length,
      wanted: "one score at least",
      isMet: scores.length > 0,
    },
  ]);
  return turnedBack(scores);
}

function turnedBack(scores: readonly number[]): number {
  const logs = scores.reduce((sum, score) => sum + Math.log(((10 - score) / 10) * 9 + 1), 0);
  return ((10 - Math.exp(logs / scores.length)) / 9) * 10;
}

/** The scaled geometric mean, `null` where a score is missing: it has no meaning for fewer. */
function scaled(...scores: readonly Score[]): Score {
  const present = scores.filter((score) => score !== null);
  return present.length < scores.length ? null : rounded(turnedBack(present));
}

/** The weighted mean of what is there. */
function meanOf(...scores: readonly (readonly [score: Score, weight: number])[]): Score {
  const present = scores.filter(([score]) => score !== null) as (readonly [number, number])[];
  if (present.length === 0) return null;
  const whole = present.reduce((sum, [, weight]) => sum + weight, 0);
  return rounded(present.reduce((sum, [score, weight]) => sum + score * weight, 0) / whole);
}

/**
 * The INFORM Risk Index of one country from its published components: hazard and exposure, vulnerability and lack of coping
 * capacity, multiplied. Every node is rounded to one decimal, halves up, before it enters the next, as in the
 * publication. Means take what is there; a scaled geometric mean with a missing part is missing.
 *
 * @param components - scores from 0 to 10, `null` where missing.
 * @returns all nodes, with one decimal.
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: Marin-Ferrer, Vernaccini and Poljansek (2017), INFORM Concept and Methodology Report, EUR 28655 EN.
 *
 * @example
 * ```ts
 * import { informRisk } from "@vitalcore/indicators/risk";
 * // Afghanistan, edition of 2016
 * const { hazardAndExposure, vulnerability, lackOfCopingCapacity, risk } = informRisk({
 *   earthquake: 8.9, flood: 6.6, tsunami: 0, tropicalCyclone: 0, drought: 6.7,
 *   projectedConflictRisk: 10, currentConflictIntensity: 10,
 *   developmentAndDeprivation: 6.5, inequality: 5.1, aidDependency: 9.3,
 *   uprootedPeople: 8.9, healthConditions: 1.2, childrenUnderFive: 7.4, recentShocks: 0.3, foodSecurity: 7.1,
 *   disasterRiskReduction: 6.3, governance: 8.4,
 *   communication: 7.9, physicalInfrastructure: 8.5, accessToHealthCare: 9.1,
 * });
 * [hazardAndExposure, vulnerability, lackOfCopingCapacity, risk]; // => [8.6, 7.2, 8, 7.9]
 * ```
 */
export function informRisk(components: InformComponents): InformRisk {
  requireInputs(
    Object.entries(components)
      .filter(([, score]) => score !== null && score !== undefined)
      .map(([name, score]) => between(name, score, 0, 10)),
  );
  const c = components;
  const natural = scaled(
    c.earthquake,
    c.flood,
    c.tsunami,
    c.tropicalCyclone,
    c.drought,
    ...(c.epidemic === undefined ? [] : [c.epidemic]),
  );
  const human = humanHazard(c.currentConflictIntensity, c.projectedConflictRisk);
  const hazardAndExposure = scaled(natural, human);
  const socioEconomicVulnerability = meanOf(
    [c.developmentAndDeprivation, 2],
    [c.inequality, 1],
    [c.aidDependency, 1],
  );
  const otherVulnerableGroups = scaled(
    c.healthConditions,
    c.childrenUnderFive,
    c.recentShocks,
    c.foodSecurity,
  );
  const vulnerableGroups = scaled(c.uprootedPeople, otherVulnerableGroups);
  const vulnerability = scaled(socioEconomicVulnerability, vulnerableGroups);
  const institutional = meanOf([c.disasterRiskReduction, 1], [c.governance, 1]);
  const infrastructure = meanOf(
    [c.communication, 1],
    [c.physicalInfrastructure, 1],
    [c.accessToHealthCare, 1],
  );
  const lackOfCopingCapacity = scaled(institutional, infrastructure);
  return {
    natural,
    human,
    hazardAndExposure,
    socioEconomicVulnerability,
    otherVulnerableGroups,
    vulnerableGroups,
    vulnerability,
    institutional,
    infrastructure,
    lackOfCopingCapacity,
    risk: riskOf(hazardAndExposure, vulnerability, lackOfCopingCapacity),
  };
}

function humanHazard(current: Score, projected: Score): Score {
  if (current === null || projected === null) return null;
  return rounded(Math.max(current, WEIGHT_OF_PROJECTED * projected));
}

function riskOf(hazard: Score, vulnerability: Score, coping: Score): Score {
  if (hazard === null || vulnerability === null || coping === null) return null;
  return rounded(Math.cbrt(hazard * vulnerability * coping));
}

/** Classes of the INFORM Risk Index. */
export type RiskClass = "very low" | "low" | "medium" | "high" | "very high";

/**
 * The class of a risk: very low below 2.0, low below 3.5, medium below 5.0, high below 6.5, very high from there.
 *
 * @param risk - the index, 0 to 10.
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: European Commission, Joint Research Centre, INFORM Risk Index (bounds of the later editions).
 *
 * @example
 * ```ts
 * import { riskClass } from "@vitalcore/indicators/risk";
 * riskClass(8.7); // => "very high"
 * ```
 */
export function riskClass(risk: number): RiskClass {
  requireInputs([between("risk", risk, 0, 10)]);
  if (risk < 2) return "very low";
  if (risk < 3.5) return "low";
  if (risk < 5) return "medium";
  return risk < 6.5 ? "high" : "very high";
}
