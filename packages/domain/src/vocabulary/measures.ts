import type { ActorId } from "./actors.js";
import type { LevelId } from "./levels.js";
import type { Measure } from "./record-types.js";
import type { ThreatId } from "./threats/ids.js";

/**
 * What is done against threats. An open set.
 *
 * @example
 * ```ts
 * import { measureIds } from "@vitalcore/domain/vocabulary";
 * measureIds.includes("social-protection"); // => true
 * ```
 */
export const measureIds = [
  "norms-policies-institutions",
  "early-warning-systems",
  "good-governance",
  "social-protection",
  "rule-of-law",
  "data-protection",
  "privacy-by-design",
  "participatory-processes",
  "local-capacity-building",
  "digital-literacy-programmes",
  "broad-consultation",
  "accessible-design",
  "open-source-adoption",
  "stakeholder-education",
  "scale-quality-solutions",
  "neutral-guidance",
  "matchmaking-visibility",
  "multi-stakeholder-cooperation",
  "policy-review",
  "institutional-integration",
  "governance-reform",
  "state-capacity-strengthening",
  "opportunity-and-mobility",
  "post-conflict-rebuilding",
  "coordinated-health-response",
  "asylum-support",
  "safe-repatriation",
  "include-vulnerable-in-decisions",
  "non-violent-action",
  "remove-root-causes",
  "encrypted-communication",
  "cushioning-globalization",
  "diaspora-peace-role",
  "connect-and-reach",
  "collective-anti-scam",
] as const;

/** Id of a measure that ships here. */
export type MeasureId = (typeof measureIds)[number];

/**
 * Measures: by which strategy they work, which threats they are meant to reduce, who carries them out and at
 * which level. Our reading, but for the relations listed in `stated`.
 *
 * @example
 * ```ts
 * import { measures } from "@vitalcore/domain/vocabulary";
 * measures["social-protection"].strategies; // => ["protection"]
 * ```
 */
export const measures: Readonly<Record<MeasureId, Measure<MeasureId, ThreatId, ActorId, LevelId>>> =
  {
    "norms-policies-institutions": {
      strategies: ["protection"],
      mitigates: [
        "state-as-threat",
        "gross-human-rights-violations",
        "violent-conflict",
        "gender-based-violence",
        "online-harassment",
      ],
      carriedOutBy: ["state", "united-nations"],
      levels: ["national", "international"],
    },
    "early-warning-systems": {
      strategies: ["protection"],
      mitigates: ["natural-disaster", "violent-conflict", "pandemic", "food-insecurity"],
      carriedOutBy: ["state", "itu"],
      levels: ["local", "national", "international"],
    },
    "good-governance": {
      strategies: ["protection"],
      mitigates: [
        "weak-or-collapsed-state",
        "corruption",
        "political-repression",
        "governance-gap",
      ],
      carriedOutBy: ["state"],
      levels: ["local", "national", "international"],
      stated: ["mitigates"],
    },
    "social-protection": {
      strategies: ["protection"],
      mitigates: ["economic-downturn", "poverty", "unemployment", "impoverishing-health-spending"],
      carriedOutBy: ["state", "international-financial-institutions"],
      levels: ["national"],
      stated: ["mitigates"],
    },
    "rule-of-law": {
      strategies: ["protection"],
      mitigates: [
        "state-as-threat",
        "gross-human-rights-violations",
        "crime",
        "discrimination",
        "corruption",
      ],
      carriedOutBy: ["state"],
      levels: ["national"],
    },
    "data-protection": {
      strategies: ["protection"],
      mitigates: ["data-breach", "privacy-risk", "online-impersonation", "doxing"],
      carriedOutBy: ["state", "businesses"],
      levels: ["national", "regional"],
    },
    "privacy-by-design": {
      broader: "data-protection",
      strategies: ["protection"],
      mitigates: ["privacy-risk", "data-breach"],
      carriedOutBy: ["technology-creators", "it-vendors"],
    },
    "participatory-processes": {
      strategies: ["empowerment"],
      mitigates: [
        "underrepresentation-of-women",
        "political-repression",
        "weakened-social-cohesion",
      ],
      carriedOutBy: ["people", "civil-society", "state"],
      levels: ["local", "national"],
    },
    "local-capacity-building": {
      strategies: ["empowerment"],
      mitigates: ["regulatory-capacity-gap", "tech-brain-drain", "poverty"],
      carriedOutBy: ["state", "educational-institutions", "technical-assistance-providers"],
      levels: ["local", "national"],
    },
    "digital-literacy-programmes": {
      strategies: ["empowerment"],
      mitigates: [
        "digital-exclusion",
        "online-scams",
        "online-harassment",
        "misuse-of-personal-information",
      ],
      carriedOutBy: ["educational-institutions", "civil-society", "state"],
      levels: ["local", "national"],
      stated: ["mitigates"],
    },
    "broad-consultation": {
      broader: "participatory-processes",
      strategies: ["empowerment"],
      mitigates: ["inaccessible-digital-services", "harmful-technology-decisions"],
      carriedOutBy: ["technology-creators", "practitioners"],
      levels: ["local"],
    },
    "accessible-design": {
      strategies: ["protection", "empowerment"],
      mitigates: ["inaccessible-digital-services", "digital-exclusion"],
      carriedOutBy: ["technology-creators", "it-vendors"],
      stated: ["mitigates"],
    },
    "open-source-adoption": {
      strategies: ["protection", "empowerment"],
      mitigates: [
        "vendor-lock-in",
        "technology-power-concentration",
        "loss-of-digital-sovereignty",
        "artificial-scarcity-information-asymmetry",
      ],
      carriedOutBy: ["state", "open-source-communities", "development-financiers"],
      levels: ["national", "international"],
      stated: ["mitigates"],
    },
    "stakeholder-education": {
      strategies: ["protection", "empowerment"],
      mitigates: ["government-digital-skills-gap", "harmful-technology-decisions"],
      carriedOutBy: ["undp", "educational-institutions", "consultants"],
      levels: ["national"],
      stated: ["mitigates"],
    },
    "scale-quality-solutions": {
      strategies: ["protection", "empowerment"],
      mitigates: ["digital-exclusion", "deepened-inequality-by-technology"],
      carriedOutBy: ["undp", "development-financiers", "dpga"],
      levels: ["national", "international"],
    },
    "neutral-guidance": {
      strategies: ["protection", "empowerment"],
      mitigates: ["vendor-lock-in", "harmful-technology-decisions", "non-transparent-it-contracts"],
      carriedOutBy: ["undp", "technical-assistance-providers", "consultants"],
      levels: ["national"],
      stated: ["mitigates"],
    },
    "matchmaking-visibility": {
      strategies: ["protection", "empowerment"],
      mitigates: ["vendor-lock-in", "government-digital-skills-gap"],
      carriedOutBy: ["undp", "dpga"],
      levels: ["national", "international"],
      stated: ["carriedOutBy"],
    },
    "multi-stakeholder-cooperation": {
      strategies: ["protection", "empowerment"],
      mitigates: [
        "organized-crime",
        "pandemic",
        "climate-change",
        "forced-displacement",
        "governance-gap",
      ],
      carriedOutBy: ["state", "igos", "ngos", "civil-society", "businesses"],
      levels: ["local", "national", "regional", "international"],
      stated: ["carriedOutBy", "levels"],
    },
    "policy-review": {
      strategies: ["protection"],
      mitigates: ["development-with-insecurity", "economic-downturn"],
      carriedOutBy: ["state"],
      levels: ["national"],
    },
    "institutional-integration": {
      strategies: ["protection"],
      mitigates: ["governance-gap", "development-with-insecurity"],
      carriedOutBy: ["state", "united-nations"],
      levels: ["national", "international"],
    },
    "governance-reform": {
      strategies: ["protection"],
      mitigates: ["governance-gap", "weak-or-collapsed-state"],
      carriedOutBy: ["state", "igos", "international-financial-institutions"],
      levels: ["local", "international"],
      stated: ["mitigates", "levels"],
    },
    "state-capacity-strengthening": {
      strategies: ["protection"],
      mitigates: ["weak-or-collapsed-state", "lack-of-basic-services", "poverty"],
      carriedOutBy: ["state", "development-financiers"],
      levels: ["national"],
      stated: ["mitigates"],
    },
    "opportunity-and-mobility": {
      strategies: ["empowerment"],
      mitigates: ["poverty", "economic-inequality", "unemployment"],
      carriedOutBy: ["state", "businesses"],
      levels: ["national"],
      stated: ["mitigates"],
    },
    "post-conflict-rebuilding": {
      strategies: ["protection", "empowerment"],
      mitigates: ["violent-conflict", "weak-or-collapsed-state", "forced-displacement"],
      carriedOutBy: ["state", "united-nations", "world-bank"],
      levels: ["national", "international"],
      stated: ["mitigates"],
    },
    "coordinated-health-response": {
      strategies: ["protection"],
      mitigates: ["pandemic", "infectious-disease", "hiv-aids", "bioterrorism"],
      carriedOutBy: ["who", "state"],
      levels: ["local", "national", "international"],
      stated: ["mitigates", "levels"],
    },
    "asylum-support": {
      strategies: ["protection"],
      mitigates: ["forced-displacement", "burden-on-host-communities", "persecution"],
      carriedOutBy: ["state", "unhcr", "igos"],
      levels: ["international"],
      stated: ["mitigates"],
    },
    "safe-repatriation": {
      strategies: ["protection", "empowerment"],
      mitigates: ["forced-displacement", "statelessness"],
      carriedOutBy: ["state", "unhcr"],
      levels: ["national", "international"],
      stated: ["mitigates"],
    },
    "include-vulnerable-in-decisions": {
      broader: "participatory-processes",
      strategies: ["empowerment"],
      mitigates: ["underrepresentation-of-women", "discrimination"],
      carriedOutBy: ["state", "people"],
      levels: ["local", "national"],
    },
    "non-violent-action": {
      strategies: ["empowerment"],
      mitigates: ["political-repression", "gross-human-rights-violations", "violent-conflict"],
      carriedOutBy: ["civil-society", "people"],
      levels: ["local", "national"],
    },
    "remove-root-causes": {
      strategies: ["protection", "empowerment"],
      mitigates: ["poverty", "violent-conflict", "discrimination"],
      carriedOutBy: ["state", "people"],
      levels: ["local", "national", "international"],
    },
    "encrypted-communication": {
      strategies: ["empowerment"],
      mitigates: ["invasive-surveillance", "political-repression", "privacy-risk"],
      carriedOutBy: ["open-source-communities"],
      levels: ["local"],
      stated: ["mitigates"],
    },
    "cushioning-globalization": {
      broader: "social-protection",
      strategies: ["protection"],
      mitigates: ["livelihood-disruption", "economic-inequality", "anti-globalization-backlash"],
      carriedOutBy: ["state"],
      levels: ["national"],
      stated: ["mitigates"],
    },
    "diaspora-peace-role": {
      strategies: ["empowerment"],
      mitigates: ["violent-conflict", "social-conflict"],
      carriedOutBy: ["people"],
      levels: ["international"],
      stated: ["mitigates"],
    },
    "connect-and-reach": {
      strategies: ["protection", "empowerment"],
      mitigates: ["digital-exclusion", "lack-of-basic-services"],
      carriedOutBy: ["undp", "ngos", "open-source-communities"],
      levels: ["local", "international"],
    },
    "collective-anti-scam": {
      strategies: ["protection", "empowerment"],
      mitigates: ["online-scams"],
      carriedOutBy: ["undp", "state", "businesses", "civil-society"],
      levels: ["national", "international"],
      stated: ["mitigates"],
    },
  };
